"""The page of a name in a workflow: what it is, what it asks, where it is used, its source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from samenwerk.cli.door import Door
from samenwerk.cli.named import unknown
from samenwerk.core.who import registered
from samenwerk.language.catalogue import Speaker
from samenwerk.language.explained import explain_declared
from samenwerk.language.layout import wrap
from samenwerk.values.declared import Fact, Workflow
from samenwerk.values.message import Name
from samenwerk.values.tree import All, AtLeast, Each, Named, Node, Not, Rule, Some, Versions
from samenwerk.values.who import Declared, Group, Map, Who

_SHELVES = {
    "rule": "rules", "decision": "decisions", "say": "says", "duty": "duties", "fact": "facts",
    "document": "documents",
    "parameter": "parameters", "calculation": "calculations", "pool": "pools", "queue": "queues",
    "date": "days", "window": "windows", "role": "roles",
    "group": "groups", "map": "maps", "table": "tables", "sort": "sorts", "mandate": "mandates",
    "subject": "subjects", "lifecycle": "lifecycles", "invariant": "invariants",
}  # fmt: skip


def name_page(
    name: str, workflow: Workflow, speaker: Speaker, door: Door, day: date | None = None
) -> str:
    """Everything of this name, one block each; raises Fail when nothing has it.

    With a day, and a register that the speaker knows, also who are meant on that day.
    """
    blocks = [
        "\n".join([
            *_block(family, full, thing, workflow, speaker, door),
            *(row for said in _there(thing, speaker, door, day)
              for row in wrap(said, door.width, "  ")),
        ])
        for family, full, thing in _found(name, workflow)
    ]
    return "\n\n".join(blocks)


def name_data(name: str, workflow: Workflow, speaker: Speaker) -> dict[str, object]:
    """The same as plain data."""
    return {
        "name": name,
        "found": [
            {
                "family": family,
                "name": full,
                "labels": dict(thing.labels),
                "source": thing.source,
                "way_out": dict(thing.way_out),
                "unencodable": thing.unencodable,
                "says": explain_declared(thing, speaker),
                "used_in": list(_used(thing, workflow)),
            }
            for family, full, thing in _found(name, workflow)
        ],
    }


def _found(name: str, workflow: Workflow) -> list[tuple[str, str, Declared]]:
    known = list(_everything(workflow))
    found = [one for one in known if one[1] == name]
    found = found or [one for one in known if one[1].rpartition(".")[2] == name]
    if not found:
        raise unknown("name", name, [full for _, full, _ in known])
    return found


def _everything(workflow: Workflow) -> Iterator[tuple[str, str, Declared]]:
    for family, shelf in _SHELVES.items():
        things: Mapping[str, Any] = getattr(workflow, shelf)
        for full, thing in things.items():
            yield (thing.family if isinstance(thing, Fact) else family), full, thing
    for lifecycle in workflow.lifecycles.values():
        for step in lifecycle.steps.values():
            yield "step", step.full_name, step
        for state in lifecycle.states.values():
            yield "state", f"{lifecycle.name}.{state.name}", state


def _block(
    family: str, full: str, thing: Declared, workflow: Workflow, speaker: Speaker, door: Door
) -> list[str]:
    what = speaker.tell(Name("what", family))
    label = speaker.labels.among(thing.labels) or full
    rows = wrap(f"{label} ({what} {full})", door.width)
    for said in explain_declared(thing, speaker):
        rows += wrap(said, door.width, "  ")
    if thing.source:
        rows += wrap(door.words("explain.source", source=thing.source), door.width, "  ")
    if thing.unencodable:
        rows += wrap(door.words("explain.unencodable", text=thing.unencodable), door.width, "  ")
    way_out = speaker.labels.among(thing.way_out)
    if way_out:
        rows += wrap(door.words("explain.way_out", text=way_out), door.width, "  ")
    used = list(_used(thing, workflow))
    if used:
        rows += wrap(door.words("explain.used", names=used), door.width, "  ")
    return rows


def _there(thing: Declared, speaker: Speaker, door: Door, day: date | None) -> Iterator[str]:
    """Who are where on a map on a day, or who are one of a group."""
    register = speaker.labels.register
    if register is None or day is None:
        return
    if isinstance(thing, Group):
        found = registered(Who("group", thing.name, group=thing), register, day)
        id = "explain.members" if found else "explain.nobody_there"
        yield door.words(id, day=speaker.tell(day), who=speaker.parties(found))
    elif isinstance(thing, Map):
        placed = register.placed(thing.name, day)
        for region in dict.fromkeys((*thing.regions, *placed)):
            found = placed.get(region, ())
            told = {"region": speaker.tell(Name("region", f"{thing.name}.{region}"))}
            id = "explain.region" if found else "explain.region_empty"
            yield door.words(id, day=speaker.tell(day), who=speaker.parties(found), **told)


def _used(thing: Declared, workflow: Workflow) -> Iterator[str]:
    """The steps that need this rule."""
    if not isinstance(thing, Rule):
        return
    for lifecycle in workflow.lifecycles.values():
        for step in lifecycle.steps.values():
            if any(thing.name == rule.name for need in step.needs for rule in _rules(need.part)):
                yield step.full_name


def _rules(node: Node) -> Iterator[Rule]:
    match node:
        case Named(rule=rule):
            yield rule
            yield from _rules(rule.part)
        case All(parts=parts) | Some(parts=parts) | AtLeast(parts=parts):
            for part in parts:
                yield from _rules(part)
        case Versions(versions=versions):
            for version in versions:
                yield from _rules(version.part)
        case Not(part=part) | Each(part=part) if part is not None:
            yield from _rules(part)
