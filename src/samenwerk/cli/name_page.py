"""The page of a name in a workflow: what it asks, on which data, why, which story shows it.

What can be told of a name is `language.sections`; the stories are `shown`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from samenwerk.cli.deciding import Deciding, deciding, deciding_in
from samenwerk.cli.door import Door
from samenwerk.cli.named import unknown
from samenwerk.cli.shown import example_data, example_rows
from samenwerk.core.view import View
from samenwerk.core.who import registered
from samenwerk.definitions.spelling.called import bare
from samenwerk.language.catalogue import Speaker, as_sentence
from samenwerk.language.explained import explain_declared
from samenwerk.language.layout import wrap
from samenwerk.language.sections import Section, data_of, sections, settings_of, steps_with
from samenwerk.scenarios.folder import Folder
from samenwerk.values.declared import Decision, Fact, Workflow
from samenwerk.values.message import Name
from samenwerk.values.who import Declared, Group, Map, Who

_SHELVES = {
    "rule": "rules", "decision": "decisions", "say": "says", "duty": "duties", "fact": "facts",
    "document": "documents",
    "parameter": "parameters", "calculation": "calculations", "pool": "pools", "queue": "queues",
    "date": "days", "calendar": "calendars", "window": "windows", "role": "roles",
    "group": "groups", "map": "maps", "table": "tables", "sort": "sorts", "mandate": "mandates",
    "subject": "subjects", "lifecycle": "lifecycles", "invariant": "invariants",
    "transition": "transitions", "effect": "effects",
}  # fmt: skip


def name_page(
    name: str, workflow: Workflow, speaker: Speaker, door: Door, day: date | None = None,
    folder: Folder | None = None, view: View | None = None,
) -> str:  # fmt: skip
    """Everything of this name, one block each; raises Fail when nothing has it.

    With a day, and a register that the speaker knows, also who are meant on that day, and who
    can decide together; with a view who can in its case. With the folder of the workflow also
    the stories that show it.
    """
    blocks = [
        "\n".join([
            *_block(Name(family, full), thing, workflow, speaker, door, folder),
            *(row for said in _there(thing, speaker, door, day)
              for row in wrap(said, door.width, "  ")),
            *_deciding_rows(thing, speaker, door, day, view),
        ])
        for family, full, thing in _found(name, workflow)
    ]
    return "\n\n".join(blocks)


def name_data(
    name: str, workflow: Workflow, speaker: Speaker, folder: Folder | None = None,
    day: date | None = None, view: View | None = None,
) -> dict[str, object]:
    """The same as plain data."""
    return {
        "name": name,
        "found": [
            {
                **_data(Name(family, full), thing, workflow, speaker, folder),
                **_deciding_data(thing, speaker, day, view),
            }
            for family, full, thing in _found(name, workflow)
        ],
    }


def _data(
    name: Name, thing: Declared, workflow: Workflow, speaker: Speaker, folder: Folder | None
) -> dict[str, object]:
    steps = dict.fromkeys(step.full_name for step, _ in steps_with(name, workflow))
    return {
        "family": name.family,
        "name": name.name,
        "labels": dict(thing.labels),
        "source": thing.source,
        "way_out": dict(thing.way_out),
        "unencodable": thing.unencodable,
        "says": explain_declared(thing, speaker),
        "used_in": list(steps),
        "looks_at": [
            {"family": one.what.family, "name": one.what.name, "label": one.label,
             "who": list(one.who), "commands": list(one.commands)}
            for one in data_of(thing, name, workflow, speaker)
        ],
        "settings": [one.name for one in settings_of(thing, name, workflow)],
        "examples": example_data(name, steps, folder),
    }  # fmt: skip


def _found(name: str, workflow: Workflow) -> list[tuple[str, str, Declared]]:
    known = list(_everything(workflow))
    found = [one for one in known if name in (one[1], one[1].rpartition(".")[2])]
    found = found or [one for one in known if bare(name) in map(bare, one[2].labels.values())]
    if not found:  # nor what people call something
        told = {full: thing.labels.values() for _, full, thing in known}
        raise unknown("name", name, told, told)
    return found


def _everything(workflow: Workflow) -> Iterator[tuple[str, str, Declared]]:
    for family, shelf in _SHELVES.items():
        things: Mapping[str, Any] = getattr(workflow, shelf)
        for full, thing in things.items():
            yield (thing.family if isinstance(thing, Fact) else family), full, thing
    yield "workflow", workflow.name, workflow
    for lifecycle in workflow.lifecycles.values():
        for step in lifecycle.steps.values():
            yield "step", step.full_name, step
        for state in lifecycle.states.values():
            yield "state", f"{lifecycle.name}.{state.name}", state


def _block(
    name: Name, thing: Declared, workflow: Workflow, speaker: Speaker, door: Door,
    folder: Folder | None,
) -> list[str]:  # fmt: skip
    what = speaker.tell(Name("what", name.family))
    label = speaker.labels.among(thing.labels) or name.name
    rows = wrap(f"{label} ({what} {name.name})", door.width)
    parts = {one.id: one for one in sections(name, thing, workflow, speaker)}
    for id in ("checks", "says", "weight"):
        rows += _part(parts.get(id), door, headed=id == "checks")
    if thing.source:
        rows += wrap(door.words("explain.source", source=thing.source), door.width, "  ")
    if thing.unencodable:
        rows += wrap(door.words("explain.unencodable", text=thing.unencodable), door.width, "  ")
    for id in ("walked", "data", "typed"):
        rows += _part(parts.get(id), door)
    way_out = speaker.labels.among(thing.way_out)
    if way_out:
        rows += ["", *wrap(door.words("explain.way_out", text=way_out), door.width, "  ")]
    steps = dict.fromkeys(step.full_name for step, _ in steps_with(name, workflow))
    rows += example_rows(name, steps, folder, door, speaker)
    for id in ("settings", "used", "counts"):
        rows += _part(parts.get(id), door)
    return rows


def _part(section: Section | None, door: Door, headed: bool = True) -> list[str]:
    """Its heading with a line for each; without a heading each is a sentence of its own."""
    if section is None:
        return []
    if not headed:
        return [row for _, said in section.rows
                for row in wrap(as_sentence(said, door.lang), door.width, "  ")]  # fmt: skip
    rows = [] if section.id == "checks" else [""]
    rows += wrap(section.title, door.width, "  ")
    for depth, said in section.rows:
        bullet = "  " if said.startswith("samenwerk ") else "- "
        rows += wrap(said, door.width, "  " + "  " * depth + bullet)
    return rows


def _deciding(
    thing: Declared, speaker: Speaker, day: date | None, view: View | None
) -> Deciding | None:
    if not isinstance(thing, Decision):
        return None
    return deciding(thing, speaker, day) if view is None else deciding_in(thing, view)


def _deciding_rows(
    thing: Declared, speaker: Speaker, door: Door, day: date | None, view: View | None
) -> Iterator[str]:
    found = _deciding(thing, speaker, day, view)
    if found is not None:
        yield from found.rows(speaker, door.width)


def _deciding_data(
    thing: Declared, speaker: Speaker, day: date | None, view: View | None
) -> dict[str, object]:
    found = _deciding(thing, speaker, day, view)
    return {} if found is None else {"deciding": found.data()}


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
