"""The page of a name, part by part: what must be so, on which data, what a region may choose.

All of it comes from what is declared. Which story shows it, and how it is printed, is for others.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from samenwerk.language.catalogue import Speaker, as_sentence
from samenwerk.language.conditions import Row, condition_rows
from samenwerk.language.entered import Entered, entered
from samenwerk.language.explained import explain_declared
from samenwerk.language.looked_at import all_looked_at, looked_at, rules_in
from samenwerk.language.walked import in_order, walked_rows
from samenwerk.values.declared import (
    Decision,
    Document,
    Fact,
    Lifecycle,
    Parameter,
    State,
    Step,
    Workflow,
)
from samenwerk.values.duty import Duty
from samenwerk.values.message import Name
from samenwerk.values.say import Say
from samenwerk.values.tree import Need, Rule
from samenwerk.values.who import Declared

ENTERED = (Fact, Document, Decision, Say, Step)
"""What somebody enters under its own name."""

_NO_OPERAND = ("nl", "en", "source", "way_out", "in", "done", "not_done", "among")


@attrs.frozen
class Section:
    """A part of a page: its heading, and lines by how deep they stand."""

    id: str
    title: str
    rows: tuple[Row, ...]


def sections(name: Name, thing: Declared, workflow: Workflow, speaker: Speaker) -> list[Section]:
    """What can be told of a declared thing, in the order in which somebody asks it."""
    made = [
        _checks(thing, speaker),
        ("walked", _walked(thing, name, workflow, speaker)),
        ("weight", list(_weight(thing, speaker))),
        ("data" if isinstance(thing, Rule) else "typed", _data(thing, name, workflow, speaker)),
        ("settings", list(_settings(thing, name, workflow, speaker))),
        (
            "counts" if isinstance(thing, Parameter) else "used",
            list(_used(name, thing, workflow, speaker)),
        ),
    ]
    return [
        Section(id, speaker.words(f"page.{id}"), tuple(rows)) for id, rows in made if rows
    ]  # fmt: skip


def steps_with(name: Name, workflow: Workflow) -> tuple[tuple[Step, Need], ...]:
    """Every step that needs what has this name, with the line of its `needs` that asks it."""
    found = []
    for lifecycle in workflow.lifecycles.values():
        for step in lifecycle.steps.values():
            for need in step.needs:
                if name.family == "rule":
                    hit = name in rules_in(need.part)
                else:
                    hit = name in all_looked_at(need.part)
                if hit:
                    found.append((step, need))
    return tuple(found)


def data_of(thing: Declared, name: Name, workflow: Workflow, speaker: Speaker) -> list[Entered]:
    """What a rule looks at, or the thing itself, with how it is entered."""
    speaker = speaker.inside(name.name.rpartition(".")[0] or None)
    if isinstance(thing, Rule):
        names = [one for one in looked_at(thing.part) if one.family != "parameter"]
    elif isinstance(thing, ENTERED):
        names = [name]
    else:
        names = []
    return [entered(one, workflow, speaker) for one in names]


def settings_of(thing: Declared, name: Name, workflow: Workflow) -> tuple[Parameter, ...]:
    """The settings that a rule or step speaks of, also through a day or a calculation."""
    if isinstance(thing, Parameter):
        return ()
    found = dict.fromkeys(_written(name, workflow))
    if isinstance(thing, Rule):
        found |= dict.fromkeys(
            one.name for one in looked_at(thing.part) if one.family == "parameter"
        )
    known = workflow.parameters
    return tuple(known[one] for one in found if one in known)


def _checks(thing: Declared, speaker: Speaker) -> tuple[str, list[Row]]:
    if isinstance(thing, Rule):
        return "checks", condition_rows(thing, speaker)
    return "says", [(0, said) for said in explain_declared(thing, speaker)]


def _walked(thing: Declared, name: Name, workflow: Workflow, speaker: Speaker) -> list[Row]:
    if isinstance(thing, Lifecycle):
        return walked_rows(thing, in_order(thing), speaker)
    if not isinstance(thing, State):
        return []
    home, _, state = name.name.rpartition(".")
    return walked_rows(workflow.lifecycles[home], [state], speaker)


def _weight(thing: Declared, speaker: Speaker) -> Iterator[Row]:
    if not isinstance(thing, Rule):
        return
    yield 0, speaker.words(f"page.weight.{thing.severity}")
    if thing.papers:
        home = thing.name.rpartition(".")[0]
        papers = tuple(Name("document", f"{home}.{one}" if home else one) for one in thing.papers)
        yield 0, speaker.words("page.papers", papers=papers)
    if thing.severity == "explain":
        ending = "too" if thing.unknown_too else "not"
        yield 0, speaker.words(f"page.unknown.{ending}")


def _data(thing: Declared, name: Name, workflow: Workflow, speaker: Speaker) -> list[Row]:
    rows: list[Row] = []
    for one in data_of(thing, name, workflow, speaker):
        if not isinstance(thing, Rule):  # what it is was told already
            return [(0, command) for command in one.commands]
        what = speaker.tell(Name("what", one.what.family))
        told = "; ".join(one.who)
        id = "page.entered" if told else "page.looked_at"
        rows.append((0, speaker.words(
            id, label=one.label, what=what, name=one.what.name, who=told,
        )))  # fmt: skip
        rows += [(1, command) for command in one.commands]
    return rows


def _settings(
    thing: Declared, name: Name, workflow: Workflow, speaker: Speaker
) -> Iterator[Row]:  # fmt: skip
    for one in settings_of(thing, name, workflow):
        told = explain_declared(one, speaker)
        if one.overlay == "closed":
            told.append(as_sentence(speaker.words("page.fixed"), speaker.lang))
        said = " ".join(told)
        setting = Name("parameter", one.name)
        yield 0, speaker.words("page.setting", setting=setting, name=one.name, said=said)
    if isinstance(thing, Rule | Parameter | Say | Duty):
        default = "open" if isinstance(thing, Parameter) else "closed"
        word = thing.overlay or default
        what = speaker.tell(Name("what", name.family))
        yield 0, speaker.words(f"page.overlay.{word}", what=what)


def _used(name: Name, thing: Declared, workflow: Workflow, speaker: Speaker) -> Iterator[Row]:
    if isinstance(thing, Parameter):
        for family, full in _users(name.name, workflow):
            what = speaker.tell(Name("what", family))
            label = speaker.labels.of(family, full)
            yield 0, speaker.words("page.looked_at", label=label, what=what, name=full)
        return
    told = set()
    for step, need in steps_with(name, workflow):
        if step.full_name in told:
            continue
        told.add(step.full_name)
        label = speaker.labels.of("step", step.full_name)
        what = speaker.tell(Name("what", "step"))
        own = thing.severity if isinstance(thing, Rule) else "block"
        direct = need.rule is None or need.rule.name == name.name
        id = "page.needed" if need.severity == own or not direct else "page.needed_as"
        yield 0, speaker.words(
            id, label=label, what=what, name=step.full_name, severity=need.severity,
        )  # fmt: skip


def _users(parameter: str, workflow: Workflow) -> Iterator[tuple[str, str]]:
    """Everything in the text that speaks of a setting."""
    homes = {"": workflow.effective} | {
        f"{home}.": table for home, table in workflow.effective.get("lifecycle", {}).items()
        if isinstance(table, dict)
    }  # fmt: skip
    for home, families in homes.items():
        for family, shelf in families.items():
            if family in ("lifecycle", "parameter") or not isinstance(shelf, dict):
                continue
            for one, table in shelf.items():
                if parameter in _texts(table):
                    yield family, home + one


def _written(name: Name, workflow: Workflow) -> Iterator[str]:
    """Every text in what is written under a name, where a setting could stand."""
    home, _, own = name.name.rpartition(".")
    table: Any = workflow.effective
    for key in (*(("lifecycle", home) if home else ()), name.family, own):
        table = table.get(key) if isinstance(table, dict) else None
    return _texts(table)


def _texts(written: object) -> Iterator[str]:
    match written:
        case str():
            yield written
        case list():
            for one in written:
                yield from _texts(one)
        case dict():
            for key, one in written.items():
                if key not in _NO_OPERAND:
                    yield from _texts(one)


WORDING = {
    "nl": {
        "page.checks": "Wat waar moet zijn:",
        "page.says": "Wat het zegt:",
        "page.walked": "De fasen, met de stappen die daar kunnen:",
        "page.weight": "Wat het betekent als het niet zo is:",
        "page.data": "Waar het naar kijkt, en hoe dat er komt:",
        "page.settings": "Wat een regio mag kiezen:",
        "page.used": "Nodig bij:",
        "page.counts": "Telt mee bij:",
        "page.typed": "Zo wordt het vastgelegd:",
        "page.fixed": "voor een regio ligt dit vast",
        "page.weight.block": "zolang dit niet zo is, kan de stap niet",
        "page.weight.explain": "is het niet zo, dan kan de stap alleen met uitleg",
        "page.weight.warn": "is het niet zo, dan volgt een waarschuwing; de stap kan wel",
        "page.weight.hint": "is het niet zo, dan volgt een tip; de stap kan wel",
        "page.papers": "bij die uitleg hoort: {papers}",
        "page.unknown.too": "uitleg mag ook als het nog niet bekend is",
        "page.unknown.not": "is het nog niet bekend, dan helpt uitleg niet",
        "page.entered": "{label} ({what} {name}): {who}",
        "page.looked_at": "{label} ({what} {name})",
        "page.setting": "{setting} (instelling {name}): {said}",
        "page.overlay.closed": "aan deze {what} zelf verandert een regio niets",
        "page.overlay.stricter": "deze {what} zelf mag een regio alleen strenger maken",
        "page.overlay.range": "een andere waarde mag, binnen deze grenzen",
        "page.overlay.open": "deze {what} zelf mag een regio veranderen",
        "page.needed": "{label} ({what} {name})",
        "page.needed_as": "{label} ({what} {name}), hier als: {severity}",
    },
    "en": {
        "page.checks": "What must be so:",
        "page.says": "What it says:",
        "page.walked": "The states, with the steps that can be done there:",
        "page.weight": "What it means when it is not so:",
        "page.data": "What it looks at, and how that gets there:",
        "page.settings": "What a region may choose:",
        "page.used": "Needed at:",
        "page.counts": "Counts at:",
        "page.typed": "How it is recorded:",
        "page.fixed": "for a region this is fixed",
        "page.weight.block": "as long as this is not so, the step cannot be done",
        "page.weight.explain": "when it is not so, the step can be done only with an explanation",
        "page.weight.warn": "when it is not so, a warning follows; the step can be done",
        "page.weight.hint": "when it is not so, a tip follows; the step can be done",
        "page.papers": "with that explanation goes: {papers}",
        "page.unknown.too": "an explanation will also do when it is not known yet",
        "page.unknown.not": "when it is not known yet, an explanation does not help",
        "page.entered": "{label} ({what} {name}): {who}",
        "page.looked_at": "{label} ({what} {name})",
        "page.setting": "{setting} (parameter {name}): {said}",
        "page.overlay.closed": "a region changes nothing about this {what} itself",
        "page.overlay.stricter": "a region may only make this {what} itself stricter",
        "page.overlay.range": "another value is allowed, within these bounds",
        "page.overlay.open": "a region may change this {what} itself",
        "page.needed": "{label} ({what} {name})",
        "page.needed_as": "{label} ({what} {name}), here as: {severity}",
    },
}
