"""From the names that somebody types to what they mean in a collaboration, with the nearest name
for one that nothing has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from samenwerk.cli.failing import Fail
from samenwerk.core.holders import for_many
from samenwerk.definitions.laying.faults import nearest
from samenwerk.definitions.spelling.called import bare, called
from samenwerk.engine.room import Room
from samenwerk.language.catalogue import Speaker, built_in
from samenwerk.language.labels import Labels
from samenwerk.language.written import two_readings, value_from_words
from samenwerk.values.case import Case
from samenwerk.values.cell import Value
from samenwerk.values.declared import POSITIONS, Fact, Step, Workflow


def case_of(room: Room, name: str) -> Case:
    """The case of this name."""
    cases = room.collaboration.cases
    if name not in cases:
        raise unknown("case", name, [case.id for case in in_order(cases.values())])
    return cases[name]


def in_order(cases: Iterable[Case]) -> list[Case]:
    """Cases in the order of opening."""
    return sorted(cases, key=lambda case: (case.opened.sequence, case.id))


def step_of(room: Room, case: str, name: str) -> Step:
    """A step by its full name, or by its short one in the lifecycle of the case.

    For a case that is not there yet it is a step that opens one.
    """
    workflow = room.workflow_of(case)
    found = workflow.step(name)
    if found is not None:
        return found
    known = room.collaboration.cases.get(case)
    if known is None and _swapped(room, case, name):
        raise Fail("unknown.swapped", case=name, step=case)
    if known is not None:
        steps = workflow.lifecycles[known.lifecycle].steps
        if name in steps:
            return steps[name]
        raise unknown("step", name, steps, labels_of(steps))
    opening = [
        step
        for lifecycle in workflow.lifecycles.values()
        for step in lifecycle.steps.values()
        if step.opens
    ]
    short = [step for step in opening if step.name == name]
    if len(short) == 1:
        return short[0]
    if any(name in one.steps for one in workflow.lifecycles.values()) and not short:
        case_of(room, case)
    full = {one.full_name: one for one in opening}
    raise unknown("step", name, full, labels_of(full))


def _swapped(room: Room, case: str, step: str) -> bool:
    """Whether somebody typed the step before the case: it is one, and the other is none."""
    workflow = room.workflow
    lifecycles = workflow.lifecycles.values()
    short = any(case in one.steps for one in lifecycles)
    if workflow.step(case) is None and not short:
        return False
    return step in room.collaboration.cases or not any(step in one.steps for one in lifecycles)


def new_name(name: str) -> str:
    """A name for something that is not there yet; raises Fail for one that nobody could type."""
    if not name.strip():
        raise Fail("name.empty")
    if name != name.strip() or not name.isprintable():
        raise Fail("name.unseen", name=name)
    return name


def party_of(room: Room, name: str | None) -> str | None:
    """A party of the register, or a table that speaks as one."""
    if name is None:
        return None
    tables = [one for one, table in room.workflow.tables.items() if table.speaks_at]
    if name not in tables and not room.collaboration.register.parties:
        raise Fail("unknown.nobody_yet", name=name)
    parties = room.collaboration.register.parties
    known: dict[str, Iterable[str]] = {
        **{one.id: [label for _, label in one.names] for one in parties},
        **labels_of({one: room.workflow.tables[one] for one in tables}),
    }
    if name not in known:
        raise unknown("party", name, known, known)
    return name


def declared(room: Room, family: str, case: Case, name: str) -> Any:
    """A fact, document or decision as a case sees it; a say stands among the decisions."""
    workflow = room.workflow_of(case.id)
    shelf: Mapping[str, Any] = getattr(workflow, f"{family}s")
    if family == "decision":
        shelf = {**workflow.says, **shelf}
    found = workflow.in_lifecycle(shelf, case.lifecycle, name)
    if found is None:
        short = {one.rpartition(".")[2]: thing for one, thing in shelf.items()}
        names = seen(shelf, case.lifecycle)
        raise unknown(family, name, names, labels_of({one: short[one] for one in names}))
    return found


def seen(shelf: Mapping[str, Any], lifecycle: str) -> list[str]:
    """The names of a family by which a case of this lifecycle calls them."""
    own = f"{lifecycle}."
    return [name.removeprefix(own) for name in shelf if "." not in name or name.startswith(own)]


def value_of(fact: Fact, written: str, lang: str) -> Value:
    """What somebody typed as a value of this fact."""
    value = value_from_words(fact, written)
    if value is None:
        unsure = two_readings(fact, written)
        if unsure is not None:
            raise Fail("usage.value_unsure", name=fact.name, written=written, many=unsure[0],
                       few=unsure[1])  # fmt: skip
        told = [_with_label(fact, word, lang) for word in fact.one_of]
        wanted = Speaker(lang).words(f"written.{fact.type}", words=told)
        raise Fail("usage.value", name=fact.name, written=written, wanted=wanted)
    return value


def _with_label(fact: Fact, word: str, lang: str) -> str:
    label = Labels(lang).among(fact.words.get(word, {}))
    return f"{word} ({label})" if label else word


def filled(
    workflow: Workflow, step: Step, given: Iterable[str], lang: str
) -> dict[str, dict[str, Any]]:
    """What is filled in with a step: its facts, documents and roles, by name.

    A role for many is written once for each holder, or with commas between them.
    """
    found: dict[str, dict[str, Any]] = {"facts": {}, "documents": {}, "roles": {}}
    for one in given:
        name, sign, written = one.partition("=")
        name = name.strip()
        if not sign or not name:
            raise Fail("usage.fill", written=one)
        many = for_many(workflow, step.lifecycle, name)
        if not many and any(name in shelf for shelf in found.values()):
            raise Fail("usage.fill_twice", name=name)
        fact = workflow.in_lifecycle(workflow.facts, step.lifecycle, name)
        if name not in step.fill_in:
            id = "usage.fill_unknown" if step.fill_in else "usage.fill_nothing"
            raise Fail(id, name=name, asked=step.fill_in)
        if isinstance(fact, Fact):
            found["facts"][name] = value_of(fact, written, lang)
        elif workflow.in_lifecycle(workflow.documents, step.lifecycle, name) is not None:
            found["documents"][name] = written
        elif many:
            who = [party.strip() for party in written.split(",") if party.strip()]
            found["roles"][name] = [*found["roles"].get(name, ()), *who]
        else:
            found["roles"][name] = written
    return found


def groups(room: Room, written: Iterable[str]) -> dict[str, list[str]]:
    """New cases with who goes there, each written as CASE=A,B."""
    found: dict[str, list[str]] = {}
    for one in written:
        case, sign, who = one.partition("=")
        if not sign or not case.strip():
            raise Fail("usage.into", written=one)
        parties = [party.strip() for party in who.split(",") if party.strip()]
        for party in parties:
            party_of(room, party)
        found[case.strip()] = [*found.get(case.strip(), ()), *parties]
    return found


def position_of(written: str, lang: str) -> str:
    """A position by its word in the record, or in Dutch or English.

    Of one that is none the words in `lang` are told.
    """
    said = {}
    for position in POSITIONS:
        for one in ("nl", "en"):
            word = built_in().sentence(f"word.position.{position}", one)
            said[(word or position).casefold()] = position
    said |= {position: position for position in POSITIONS}
    found = said.get(written.strip().casefold())
    if found is None:
        words = [built_in().sentence(f"word.position.{one}", lang) for one in POSITIONS]
        raise Fail("usage.positions", written=written, allowed=words)
    return found


def unknown(
    what: str, name: str, known: Iterable[str], labels: Mapping[str, Iterable[str]] | None = None
) -> Fail:
    """The failure for a name that nothing has; `labels` are what people call each that is known.

    What people call one thing is nearer than a name that looks like it.
    """
    names, told = list(known), labels or {}
    near = called(name, told, begun=False) or nearest(name, names)
    near = near or _nearly_called(name, told) or called(name, told)
    few = 0 < len(names) <= 12
    id = "unknown.near" if near else "unknown.among" if few else "unknown"
    id = "unknown.name" if id == "unknown" and what == "name" else id
    return Fail(id, what=what, name=name, near=near, names=names)


def _nearly_called(name: str, known: Mapping[str, Iterable[str]]) -> str | None:
    """The one name that people call nearly so."""
    told = {bare(label): one for one, labels in known.items() for label in labels}
    near = nearest(bare(name), told) if len(name) > 4 else None
    return None if near is None else told[near]


def labels_of(declared: Mapping[str, Any]) -> dict[str, Iterable[str]]:
    """What people call each of these declared things, by its name."""
    return {name: one.labels.values() for name, one in declared.items()}
