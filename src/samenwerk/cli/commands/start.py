"""`samenwerk start`: begin a collaboration by a workflow."""

from __future__ import annotations

from datetime import date, datetime

import click

from samenwerk.cli.command import Day, Moment, argument, logged, made, option
from samenwerk.cli.door import FINE, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.stores import stored
from samenwerk.cli.words import words


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        argument(lang, "workflow"),
        option(lang, "--id", "collaboration", metavar="ID"),
        option(lang, "--rehearsal", is_flag=True),
        option(lang, "--as", "actor", metavar=words(lang, "argument.party")),
        option(lang, "--on", "day", type=Day(lang)),
        stored(lang),
        option(lang, "--now", type=Moment(lang)),
        logged(lang),
        option(lang, "--apart", is_flag=True),
    ])  # fmt: skip


def run(
    door: Door, workflow: str, collaboration: str | None, rehearsal: bool, actor: str | None,
    day: date | None, store: str, now: datetime | None,
) -> int:  # fmt: skip
    """Begin; a workflow with faults is shown with all of them, and nothing begins."""
    from samenwerk.cli.commands.check import report
    from samenwerk.cli.definition import located
    from samenwerk.cli.door import FOUND
    from samenwerk.cli.logging_to import logging_to
    from samenwerk.cli.named import new_name
    from samenwerk.cli.rooms import in_zone
    from samenwerk.cli.stores import told
    from samenwerk.engine import Engine
    from samenwerk.front import open_store
    from samenwerk.scenarios.folder import Folder, read

    if now is not None and not rehearsal:
        raise Fail("start.now")
    path = located(workflow)
    reading = read(path)
    found = reading.workflow
    door = door.with_workflow(found)
    if found is None:
        folder = Folder(path, reading, reading.diagnostics, reading.sources, {}, ())
        return door.answer(FOUND, lambda: report(door, folder), lambda: {"started": None})
    id = new_name(collaboration or found.name)
    with logging_to(door) as tell, Engine(open_store(store), tell=tell) as engine:
        if now is not None:
            engine = engine.at(in_zone(now, found.zone))
        room = engine.start(found, id, actor=actor, rehearsal=rehearsal, day=day)
        known = room.collaboration
    file = told(store)
    said = "start.rehearsal" if rehearsal else "start.done"
    return door.answer(
        FINE,
        lambda: door.words(said, name=id, workflow=found.name, version=found.version, file=file)
        + "\n"
        + door.words("act.head", head=known.head),
        lambda: {
            "started": id,
            "workflow": found.name,
            "version": found.version,
            "definition": found.digest,
            "rehearsal": rehearsal,
            "store": file,
            "head": known.head,
        },
    )
