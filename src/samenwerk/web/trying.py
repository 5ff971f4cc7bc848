"""What if: an act that somebody fills in on a page, and what would become of it.

Nothing is recorded. Free text is not asked for, since an address is kept in many places: that
there would be one is enough to judge by.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs

from samenwerk.core.fitting import fits
from samenwerk.hooks.whole import Point
from samenwerk.language.catalogue import Speaker
from samenwerk.language.errors import say_error
from samenwerk.language.history import WITHHELD, event_line
from samenwerk.language.written import value_from_words
from samenwerk.values.case import Case
from samenwerk.values.cell import Value
from samenwerk.values.command import Do, HandIn, Record, Say
from samenwerk.values.declared import POSITIONS, Fact, Step, Workflow
from samenwerk.values.errors import SamenwerkError
from samenwerk.values.message import Name
from samenwerk.web.asked import Asked, NotAsked
from samenwerk.web.case import Told, full_name, told
from samenwerk.web.looking import Look

_SOME = "…"
"""Stands for a free text that there would be."""


@attrs.frozen
class Act:
    """An act that can be tried in a case: `do`, `say`, `record` or `hand_in`, and of what."""

    kind: str
    name: str
    label: str

    @property
    def id(self) -> str:
        """How an address names it."""
        return f"{self.kind}:{self.name}"


@attrs.frozen
class Choice:
    """One thing to choose from a list."""

    value: str
    label: str
    chosen: bool


@attrs.frozen
class Field:
    """What a form asks: `kind` is choice, number, date, check or text."""

    name: str
    label: str
    kind: str
    choices: tuple[Choice, ...] = ()
    value: str = ""


@attrs.frozen
class After:
    """How it would stand then: what would be recorded, where each case goes, what comes next.

    `cases` are those in which something can be tried after it: the case itself first.
    """

    recorded: tuple[str, ...]
    moved: tuple[tuple[str, str, str], ...]
    steps: tuple[tuple[str, bool, tuple[Point, ...]], ...]
    cases: tuple[str, ...] = ()


def acts_of(look: Look, case: Case, speaker: Speaker) -> tuple[Act, ...]:
    """What can be tried in a case: steps from where it is, positions, facts and documents."""
    if case.over:
        return ()
    workflow = look.workflow(case.id)

    def own(shelf: Any) -> Iterator[Any]:
        return (one for one in shelf.values() if one.lifecycle in (None, case.lifecycle))

    found = [
        Act("do", one.full_name, speaker.labels.of("step", one.full_name))
        for one in workflow.lifecycles[case.lifecycle].steps.values()
        if case.state in one.sources and one.automatic is None
    ]
    said = [one for one in own(workflow.says) if one.right != "be_told"]
    recorded = [one for one in own(workflow.facts) if (one.by or one.own) and one.type != "text"]
    for kind, family, things in (
        ("say", "decision", own(workflow.decisions)), ("say", "say", said),
        ("record", "fact", recorded), ("hand_in", "document", own(workflow.documents)),
    ):  # fmt: skip
        names = [full_name(one) for one in things]
        found += [Act(kind, one, speaker.labels.of(family, one)) for one in names]
    return tuple(dict.fromkeys(found))


def grouped(acts: tuple[Act, ...]) -> tuple[tuple[str, tuple[Act, ...]], ...]:
    """Acts by their kind, in the order of `acts_of`."""
    kinds = dict.fromkeys(one.kind for one in acts)
    return tuple((kind, tuple(one for one in acts if one.kind == kind)) for kind in kinds)


def act_asked(acts: tuple[Act, ...], asked: Asked) -> Act | None:
    """The act that an address names; raises NotAsked for one that cannot be tried here."""
    wanted = asked.given.get("act")
    if wanted is None:
        return None
    found = next((one for one in acts if one.id == wanted), None)
    if found is None:
        raise NotAsked("asked.act")
    return found


def fields_of(
    act: Act, look: Look, case: Case, speaker: Speaker, asked: Asked
) -> tuple[Field, ...]:
    """What the form of an act asks, filled with what was given before."""
    workflow = look.workflow(case.id)
    given = asked.given
    found = [] if look.party is not None else [_parties("actor", "", look, speaker, asked)]
    match act.kind:
        case "do":
            step = workflow.step(act.name)
            for name in () if step is None else step.fill_in:
                found.append(_filled(name, step, workflow, look, speaker, asked))
            found.append(Field("explained", "", "check", value=given.get("explained", "")))
        case "say":
            choices = tuple(
                Choice(one, speaker.tell(Name("position", one)), one == given.get("position"))
                for one in POSITIONS
            )
            found.append(Field("position", "", "choice", choices))
            found.append(Field("explained", "", "check", value=given.get("explained", "")))
        case "record":
            fact = workflow.facts[act.name]
            found.append(_fact("value", fact, speaker, asked))
            if fact.per and not fact.own:
                found.append(_parties("who", "", look, speaker, asked))
    return tuple(found)


def _filled(
    name: str, step: Step | None, workflow: Workflow, look: Look, speaker: Speaker, asked: Asked
) -> Field:
    assert step is not None
    field = f"fill.{name}"
    fact = workflow.in_lifecycle(workflow.facts, step.lifecycle, name)
    if fact is not None:
        return _fact(field, fact, speaker, asked)
    document = workflow.in_lifecycle(workflow.documents, step.lifecycle, name)
    value = asked.given.get(field, "")
    if document is not None:
        label = speaker.labels.of("document", full_name(document))
        return Field(field, label, "check", value=value)
    label = speaker.labels.of("role", f"{step.lifecycle}.{name}")
    return attrs.evolve(_parties(field, label, look, speaker, asked), label=label)


def _fact(field: str, fact: Fact, speaker: Speaker, asked: Asked) -> Field:
    label = speaker.labels.of("fact", full_name(fact))
    value = asked.given.get(field, "")
    words = {"yes_no": ("yes", "no"), "choice": fact.one_of}.get(fact.type)
    if words is not None:
        choices = tuple(
            Choice(one, speaker.tell(Name("word", f"{full_name(fact)}={one}")), one == value)
            for one in words
        )
        return Field(field, label, "choice", choices)
    kind = {"date": "date", "text": "check", "whole_number": "number"}.get(fact.type, "text")
    return Field(field, label, kind, value=value)


def _parties(name: str, label: str, look: Look, speaker: Speaker, asked: Asked) -> Field:
    chosen = asked.given.get(name)
    choices = tuple(
        Choice(one, speaker.labels.party(one), one == chosen) for one in look.parties()
    )
    return Field(name, label, "choice", choices)


def complete(act: Act, fields: tuple[Field, ...], asked: Asked) -> bool:
    """Whether the form was sent: all that must be chosen is there."""
    must = {"actor", "position", "value"} & {one.name for one in fields}
    return "try" in asked.given and all(asked.given.get(one) for one in must)


def command_of(
    act: Act, look: Look, case: Case, asked: Asked
) -> tuple[type[Do | Say | Record | HandIn], dict[str, Any]]:
    """The command of an act as it was filled in; raises NotAsked for what makes no sense."""
    given = asked.given
    actor = look.party or given.get("actor", "")
    some = _SOME if given.get("explained") else None
    short = act.name.rpartition(".")[2]
    workflow = look.workflow(case.id)
    told_of: dict[str, Any] = {"case": case.id, "actor": actor}
    kind: Any = {"do": Do, "say": Say, "record": Record, "hand_in": HandIn}[act.kind]
    match act.kind:
        case "do":
            told_of |= {"step": act.name, "explanation": some, **_given(act, workflow, asked)}
        case "say":
            told_of |= {"decision": short, "position": asked.one("position"), "reasons": some}
        case "record":
            fact = workflow.facts[act.name]
            value = _value(fact, given.get("value", ""))
            who = actor if fact.own else given.get("who") if fact.per else None
            told_of |= {"fact": short, "value": value, "who": who}
        case _:
            told_of |= {"document": short, "title": _SOME}
    return kind, told_of


def tried(
    act: Act, look: Look, case: Case, speaker: Speaker, asked: Asked
) -> tuple[Told | None, After | None, str]:
    """What would become of the act, and how it would stand then; or why it cannot be asked."""
    actor = look.party or asked.given.get("actor", "")
    kind, told_of = command_of(act, look, case, asked)
    voice = look.whole.speaker(asked.lang)
    try:
        outcome, supposed = look.suppose(kind, **told_of)
    except SamenwerkError as fault:
        return None, None, say_error(fault, speaker)
    said = told(outcome, speaker, voice, actor)
    if supposed is None or not supposed.events:
        return said, None, ""
    before, after = look.whole.collaboration.cases, supposed.after.cases
    moved = tuple(
        (id, _state(before.get(id), speaker), _state(one, speaker))
        for id, one in sorted(after.items())
        if id not in before or before[id].state != one.state
    )
    lines = tuple(
        event_line(one, speaker, lambda seal: WITHHELD, after_zone(look)).partition("  ")[2]
        for one in supposed.events
    )
    steps = []
    for name in look.whole.steps(case.id) if after[case.id].state == case.state else ():
        needs = supposed.needs(name, case.id)
        label = speaker.labels.of("step", name)
        steps.append((label, needs.kind == "nothing", voice.needed(needs)))
    touched = dict.fromkeys((case.id, *(id for id, _, _ in moved)))
    open = tuple(id for id in touched if not after[id].over)
    return said, After(lines, moved, tuple(steps), open), ""


def after_zone(look: Look) -> str:
    """The zone in which days are told."""
    return look.whole.collaboration.zone


def _state(case: Case | None, speaker: Speaker) -> str:
    return "" if case is None else speaker.labels.of("state", f"{case.lifecycle}.{case.state}")


def _given(act: Act, workflow: Workflow, asked: Asked) -> dict[str, Any]:
    """What is filled in with a step; what was left empty is not."""
    step = workflow.step(act.name)
    found: dict[str, dict[str, Any]] = {"facts": {}, "documents": {}, "roles": {}}
    for name in () if step is None else step.fill_in:
        written = asked.given.get(f"fill.{name}", "")
        if not written or step is None:
            continue
        fact = workflow.in_lifecycle(workflow.facts, step.lifecycle, name)
        if fact is not None:
            found["facts"][name] = _value(fact, written)
        elif workflow.in_lifecycle(workflow.documents, step.lifecycle, name) is not None:
            found["documents"][name] = _SOME
        else:
            found["roles"][name] = (written,)
    return found


def _value(fact: Fact, written: str) -> Value:
    """What was filled in as a value of a fact; raises NotAsked for what is none."""
    value: Value | date | None = _SOME if fact.type == "text" else value_from_words(fact, written)
    if value is None or not fits(fact, value):
        raise NotAsked("asked.value", name=fact.name)
    return value
