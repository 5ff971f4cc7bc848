"""`samenwerk migrate`: what moving a collaboration to another text means, and doing so."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from samenwerk.cli.command import Day, Moment, argument, made, option
from samenwerk.cli.door import FINE, FOUND, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.stores import stored
from samenwerk.cli.words import words

if TYPE_CHECKING:
    from samenwerk.values.declared import Workflow

FORMATS = ("text", "markdown", "json")


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        argument(lang, "collaboration"),
        argument(lang, "new"),
        option(lang, "--apply", is_flag=True),
        option(lang, "--map", "maps", multiple=True, metavar=words(lang, "metavar.map")),
        option(lang, "--on", "day", type=Day(lang)),
        option(lang, "--as", "actor", metavar=words(lang, "argument.party")),
        option(lang, "--id", "command_id", metavar="ID"),
        option(lang, "--expect", metavar=words(lang, "metavar.head")),
        stored(lang),
        option(lang, "--now", type=Moment(lang)),
        option(lang, "--output", metavar=words(lang, "metavar.file")),
    ], FORMATS)  # fmt: skip


def run(
    door: Door, collaboration: str, new: str, apply: bool, maps: tuple[str, ...],
    day: date | None, actor: str | None, command_id: str | None, expect: str | None, store: str,
    now: datetime | None, output: str | None, format: str | None,
) -> int:  # fmt: skip
    """Tell what would happen to each running case, or record it; 1 when a case cannot be moved."""
    from samenwerk.cli.named import party_of
    from samenwerk.cli.output import to_file
    from samenwerk.cli.progress import Progress
    from samenwerk.cli.refused import told_no
    from samenwerk.cli.rooms import opened
    from samenwerk.front import speaker_for
    from samenwerk.upgrade.migrating import plan
    from samenwerk.upgrade.migrating_told import as_data, as_markdown, as_text, move
    from samenwerk.values.errors import Conflict

    workflow, states = text_of(new), _states(maps)
    with opened(door, store, collaboration, now) as at:
        room, door = at.room, at.door.with_workflow(workflow)
        who = party_of(room, actor)
        seen = room.foresee(workflow, states=states, day=day)
        open_cases = sum(not one.over for one in seen.known.cases.values())
        with Progress(door, "migrate.looking", open_cases) as bar:
            found = plan(seen, lambda done, whole: bar.at(done))
        head = None
        if apply:
            try:
                done = room.migrate(
                    workflow, states=states, actor=who, day=day, command_id=command_id,
                    expect=expect or found.head,
                )  # fmt: skip
            except Conflict as fault:
                raise Fail("migrate.moved_on", code=FOUND, name=collaboration) from fault
            if not done.carried_out:
                return told_no(door, done, speaker_for(door.lang, room))
            if done.repeated:
                return door.answer(
                    FINE, lambda: door.words("migrate.repeated", head=done.head),
                    lambda: {"repeated": True, "head": done.head},
                )  # fmt: skip
            head = done.head or found.head
        told = move(found, speaker_for(door.lang, room), head)
    code = FOUND if found.of("cannot") else FINE
    command = _command(collaboration, new, maps, day, store, now, found.head)

    def text() -> str:
        if format == "markdown":
            return as_markdown(told, command)
        return as_text(told, door.width, command)

    if output is not None:
        to_file(output, text())
        return door.answer(code, lambda: door.words("output.made", file=output),
                           lambda: {"output": output, **as_data(told)})  # fmt: skip
    return door.answer(code, text, lambda: as_data(told))


def text_of(name: str) -> Workflow:
    """The workflow of a text; raises Fail when it has faults."""
    from samenwerk.cli.definition import located
    from samenwerk.scenarios.folder import read

    reading = read(located(name))
    if reading.workflow is None:
        raise Fail("migrate.faulty", code=FOUND, name=name)
    return reading.workflow


def _states(maps: tuple[str, ...]) -> dict[str, str]:
    """What is said at each --map: a state, as `lifecycle.old`, and its new name."""
    found = {}
    for one in maps:
        old, equals, new = one.partition("=")
        lifecycle, dot, state = old.strip().partition(".")
        if not (equals and dot and lifecycle and state and new.strip()):
            raise Fail("migrate.map", written=one)
        # the new name may be written in full too
        found[old.strip()] = new.strip().removeprefix(f"{lifecycle}.")
    return found


def _command(
    collaboration: str, new: str, maps: tuple[str, ...], day: date | None, store: str,
    now: datetime | None, head: str,
) -> str:
    """What carries out just what was shown."""
    import shlex

    from samenwerk.cli.stores import told

    words = ["samenwerk", "migrate", collaboration, new]
    words += [word for one in maps for word in ("--map", one)]
    words += ["--on", day.isoformat()] if day is not None else []
    words += ["--store", told(store)] if store != "samenwerk.db" else []
    words += ["--now", now.isoformat()] if now is not None else []
    return shlex.join([*words, "--apply", "--expect", head])
