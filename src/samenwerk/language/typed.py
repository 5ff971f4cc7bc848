"""What somebody typed into a form for a step, made into what the step takes.

How one value is read is `written`; whether the step may be done is not judged here.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypedDict

from samenwerk.core.holders import for_many
from samenwerk.language.written import two_readings, value_from_words
from samenwerk.values.cell import Value
from samenwerk.values.checking import check_is
from samenwerk.values.declared import Fact, Step, Workflow
from samenwerk.values.errors import Misuse, UnknownName
from samenwerk.values.message import Message, Name


class Typed(TypedDict):
    """What goes with a step, by name: as `Room.do` and `Room.ask` take it."""

    facts: dict[str, Value]
    documents: dict[str, str]
    roles: dict[str, list[str]]


def typed(step: str, form: Mapping[str, str], workflow: Workflow) -> Typed:
    """What a form holds for a step, named as `lifecycle.step`, with each value of its own type.

    Amounts and days may be typed as people write them; of a role for many, names stand with commas
    between them. What the step does not ask is left alone, and so is what was left empty. Raises
    UnknownName for a step that is not there, and Misuse for a value that does not fit or that can
    be read in two ways.

    >>> room.do("plan.open", case="p", actor="noord",
    ...         **typed("plan.open", {"costs": "\u20ac 1.250,50"}, room.workflow))  # doctest: +SKIP
    """
    check_is("form", form, Mapping)
    found = _found(step, workflow)
    told = Typed(facts={}, documents={}, roles={})
    for one in fields(step, workflow):
        name = one.short
        words = form.get(name, "")
        if not words.strip():
            continue
        match one.family:
            case "fact":
                fact = workflow.in_lifecycle(workflow.facts, found.lifecycle, name)
                assert isinstance(fact, Fact)
                told["facts"][name] = _value(fact, words)
            case "document":
                told["documents"][name] = words
            case _:
                many = for_many(workflow, found.lifecycle, name)
                each = words.split(",") if many else [words]
                told["roles"][name] = [one.strip() for one in each if one.strip()]
    return told


def fields(step: str, workflow: Workflow) -> tuple[Name, ...]:
    """What is filled in with a step, in the order of the text: facts, documents and roles.

    Each under its full name, for `render`; its field in a form for `typed` has the `short` one.
    Raises UnknownName for a step that is not there.

    >>> [render(one, "en", room) for one in fields("plan.open", room.workflow)]    # doctest: +SKIP
    ['costs a year']
    """
    found = _found(step, workflow)
    shelves = {"fact": workflow.facts, "document": workflow.documents, "role": workflow.roles}
    return tuple(
        Name(family, _full(one))
        for name in found.fill_in
        for family, shelf in shelves.items()
        if (one := workflow.in_lifecycle(shelf, found.lifecycle, name)) is not None
    )


def _found(step: str, workflow: Workflow) -> Step:
    check_is("workflow", workflow, Workflow, "as the workflow of a room")
    check_is("step", step, str)
    found = workflow.step(step)
    if found is None:
        raise UnknownName(what="step", name=step)
    return found


def _full(one: Any) -> str:
    return f"{one.lifecycle}.{one.name}" if one.lifecycle else str(one.name)


def _value(fact: Fact, words: str) -> Value:
    value = value_from_words(fact, words)
    if value is not None:
        return value
    full = _full(fact)
    what = {"name": Name("fact", full), "fact": fact.name, "written": words}
    unsure = two_readings(fact, words)
    if unsure is not None:
        raise Misuse("value has two readings", what="two_readings", **what,
                     many=unsure[0], few=unsure[1])  # fmt: skip
    choices = tuple(Name("word", f"{full}={one}") for one in fact.one_of)
    wanted = Message(f"written.{fact.type}", {"words": choices})
    raise Misuse("value does not fit", what="typed", **what, wanted=wanted)


WORDING = {
    "nl": {
        "error.misuse.typed": '{name} kan niet "{written}" zijn; dit is {wanted}.',
        "error.misuse.two_readings": '{name}: "{written}" is op twee manieren te lezen; '
        "typ {many} of {few}.",
    },
    "en": {
        "error.misuse.typed": '{name} cannot be "{written}"; this is {wanted}.',
        "error.misuse.two_readings": '{name}: "{written}" can be read in two ways; '
        "type {many} or {few}.",
    },
}
