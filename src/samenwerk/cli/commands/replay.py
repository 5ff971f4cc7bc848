"""`samenwerk replay`: what would have gone otherwise under another text."""

from __future__ import annotations

import click

from samenwerk.cli.command import argument, made, option
from samenwerk.cli.door import FINE, FOUND, Door
from samenwerk.cli.stores import stored
from samenwerk.cli.words import words

FORMATS = ("text", "markdown", "json")


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        argument(lang, "collaboration"),
        argument(lang, "other"),
        stored(lang),
        option(lang, "--output", metavar=words(lang, "metavar.file")),
    ], FORMATS)  # fmt: skip


def run(
    door: Door, collaboration: str, other: str, store: str, output: str | None,
    format: str | None,
) -> int:  # fmt: skip
    """Judge the record again; 1 when something would have gone otherwise."""
    from samenwerk.cli.commands.migrate import text_of
    from samenwerk.cli.output import to_file
    from samenwerk.cli.progress import Progress
    from samenwerk.cli.rooms import opened
    from samenwerk.front import speaker_for
    from samenwerk.upgrade.replaying import replayed
    from samenwerk.upgrade.replaying_told import again, as_data, as_markdown, as_text

    workflow = text_of(other)
    with opened(door, store, collaboration, None) as at:
        room, door = at.room, at.door.with_workflow(workflow)
        lines = list(room.history())
        with Progress(door, "replay.judging", len(lines)) as bar:
            found = replayed(collaboration, lines, workflow, lambda done, whole: bar.at(done))
        told = again(found, speaker_for(door.lang, room), room.text, room.collaboration.zone)
        shown = as_markdown(told) if format == "markdown" else as_text(told, door.width)
        data = as_data(told)
    code = FOUND if found.otherwise else FINE
    if output is not None:
        to_file(output, shown)
        return door.answer(code, lambda: door.words("output.made", file=output),
                           lambda: {"output": output, **data})  # fmt: skip
    return door.answer(code, lambda: shown, lambda: data)
