"""Facts that plugins told, as events of the record: before a decision, in the same append.

Pure: what was told comes in as values, so that a replay never asks again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Protocol

import attrs

from samenwerk.core.compiled import Compiled, CompiledStep
from samenwerk.core.encode import line_of
from samenwerk.core.evolve import evolve
from samenwerk.core.fitting import fits
from samenwerk.core.view import View
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Cell, Value
from samenwerk.values.command import Command
from samenwerk.values.declared import Fact, Workflow
from samenwerk.values.errors import PluginError
from samenwerk.values.event import FactRecorded, FactValue, Line, RecordedEvent
from samenwerk.values.message import Message


class Told(Protocol):
    """What a plugin told of one fact."""

    @property
    def fact(self) -> str:
        """Its name."""
        ...

    @property
    def value(self) -> Value:
        """What it is worth."""
        ...

    @property
    def plugin(self) -> str:
        """Which plugin says so."""
        ...

    @property
    def version(self) -> str:
        """The version of that plugin."""
        ...

    @property
    def who(self) -> str | None:
        """The party it is about, when it is kept per party."""
        ...


class Answers(dict[str, int]):
    """What plugins answered, by question; `versions` are those of the plugins that did.

    `ways` are the sentences in which they say what would help.
    """

    versions: Mapping[str, str] = {}

    def __init__(self) -> None:
        super().__init__()
        self.ways: dict[str, tuple[Message, ...]] = {}

    def take(self, question: str, truth: int, ways: tuple[Message, ...] = ()) -> None:
        """One more answer."""
        self[question] = truth
        if ways:
            self.ways[question] = ways


@attrs.frozen
class Collected:
    """A collaboration with what plugins told recorded in it, and the lines that say so."""

    collaboration: Collaboration
    lines: tuple[Line, ...] = ()


def wanted_facts(workflow: Workflow, case: Case) -> Mapping[str, Fact]:
    """The facts that may still change in this case, by the names that plugins use."""
    if case.over:
        return {}
    found: dict[str, Fact] = {}
    for name, fact in workflow.facts.items():
        if fact.lifecycle not in (None, case.lifecycle):
            continue
        if fact.fixed_from is None or fact.fixed_from not in case.steps:
            found[name] = found[fact.name] = fact
    return found


def check_told(fact: Fact, one: Told) -> None:
    """Raise PluginError for a value that does not fit its fact, naming plugin and fact.

    Free text is for people to record: a plugin cannot tell it.
    """
    fitting = fact.type != "text" and fits(fact, one.value)
    if not fitting or fact.per != (one.who is not None):
        raise PluginError(
            f"plugin {one.plugin} told {one.fact} = {one.value!r}, which does not fit",
            what="fact", plugin=one.plugin, fact=one.fact, answer=repr(one.value)[:60],
        )  # fmt: skip


def collected(
    compiled: Compiled,
    known: Collaboration,
    command: Command,
    case: str,
    told: Iterable[Told],
    seal: bool = True,
) -> Collected:
    """What was told and differs from the record, recorded in a case with the plugin's name.

    Raises PluginError as `check_told` does.
    """
    lines: list[Line] = []
    for one in told:
        at = known.cases[case]
        fact = wanted_facts(compiled.of(at).workflow, at).get(one.fact)
        if fact is None:
            continue
        check_told(fact, one)
        standing = at.entry("facts", fact.name, one.who)
        if standing is not None and standing.value == one.value:
            continue
        event = RecordedEvent(
            collaboration=known.id,
            sequence=known.sequence + 1,
            id=f"{command.id}/fact/{len(lines) + 1}",
            command=command.id,
            effective=command.day,
            recorded=command.moment,
            definition=at.definition,
            what=FactRecorded(
                FactValue(fact.name, fact.type, one.value, one.who), f"{one.plugin} {one.version}"
            ),
            before=known.head,
            case=case,
            lifecycle=at.lifecycle,
        )
        line = line_of(event) if seal else Line(event, "", "")
        lines.append(line)
        known = evolve(known, event, line.hash)
    return Collected(known, tuple(lines))


def sealed_lines(
    known: Collaboration, command: Command, events: Iterable[RecordedEvent]
) -> tuple[Line, ...]:
    """Events that were worked out in stages as the lines of one command: numbered and chained."""
    lines: list[Line] = []
    for number, event in enumerate(events, 1):
        before = lines[-1].hash if lines else known.head
        lines.append(line_of(attrs.evolve(event, id=f"{command.id}/{number}", before=before)))
    return tuple(lines)


def rests_on(
    workflow: Workflow, found: CompiledStep, case: Case, view: View, facts: Iterable[str]
) -> bool:
    """Whether a step rests on one of these facts, by the names that plugins use.

    What a plugin's rule looks at is not known: a step that asks one may rest on any fact.
    """
    read = {(cell.kind, cell.case, cell.name) for cell in _read(found, view)}
    wanted = wanted_facts(workflow, case)
    named = {("fact", case.id, wanted[one].name) for one in facts if one in wanted}
    return bool(named & read) or any(kind == "answer" for kind, _, _ in read)


def _read(found: CompiledStep, view: View) -> Iterable[Cell]:
    return (cell for need in found.needs for cell in need.tree.reads(view))


def only_from_plugins(workflow: Workflow, found: CompiledStep, case: Case, view: View) -> set[str]:
    """The facts that a step rests on and that nobody can record: a plugin must tell them."""
    read = {(cell.case, cell.name) for cell in _read(found, view) if cell.kind == "fact"}
    lifecycle = workflow.lifecycles[case.lifecycle]
    asked = {name for step in lifecycle.steps.values() for name in step.fill_in}
    return {
        fact.name
        for fact in wanted_facts(workflow, case).values()
        if (case.id, fact.name) in read and not (fact.by or fact.own) and fact.name not in asked
    }
