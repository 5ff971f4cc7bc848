"""`samenwerk diagram`: the lifecycles of a workflow as pictures, or where a case is in one."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenwerk.cli.command import made, on_store, option
from samenwerk.cli.door import FINE, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.words import words

if TYPE_CHECKING:
    from samenwerk.cli.rooms import At
    from samenwerk.drawing.drawn import Drawing, Standing
    from samenwerk.values.case import Case
    from samenwerk.values.declared import Workflow

FORMATS = ("mermaid", "dot", "svg", "bpmn", "scxml", "json")


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        click.argument("workflow", metavar=f"[{words(lang, 'argument.workflow')}]", required=False),
        option(lang, "--lifecycle", "lifecycles", multiple=True,
               metavar=words(lang, "argument.name")),
        option(lang, "--output", told="drawn", metavar=words(lang, "argument.output")),
        option(lang, "--case", metavar=words(lang, "argument.case")),
        *on_store(lang),
    ], FORMATS)  # fmt: skip


def run(
    door: Door, workflow: str | None, lifecycles: tuple[str, ...], output: str | None,
    case: str | None, store: str, collaboration: str | None, now: datetime | None,
    format: str | None,
) -> int:  # fmt: skip
    """Draw these lifecycles, or that of a case, and print them or write them to files."""
    if case is not None:
        from samenwerk.cli.named import case_of
        from samenwerk.cli.rooms import opened

        with opened(door, store, collaboration, now) as at:
            found = case_of(at.room, case)
            standing = _standing(at, found)
            known = at.room.workflow_of(found.id)
            return _told(at.door, known, (found.lifecycle,), standing, output, format)
    from samenwerk.cli.definition import located
    from samenwerk.drawing.order import in_order
    from samenwerk.front import load

    known = load(located(workflow or "."))
    for one in lifecycles:
        if one not in known.lifecycles:
            from samenwerk.cli.named import unknown

            raise unknown("lifecycle", one, known.lifecycles)
    chosen = lifecycles or in_order(known)
    return _told(door.with_workflow(known), known, chosen, None, output, format)


def _standing(at: At, case: Case) -> Standing:
    """Where a case is, how it came there, and which steps can be done in it now."""
    from samenwerk.drawing.standing import standing_of

    room = at.room
    steps = room.workflow_of(case.id).lifecycles[case.lifecycle].steps.values()
    open = [
        step.name for step in steps
        if not case.over and step.automatic is None and case.state in step.sources
        and room.needs(step.full_name, case=case.id, day=at.day(None)).kind == "nothing"
    ]  # fmt: skip
    return standing_of(case, (line.event for line in room.history()), open)


def _told(
    door: Door, workflow: Workflow, lifecycles: Sequence[str], standing: Standing | None,
    output: str | None, format: str | None,
) -> int:  # fmt: skip
    from samenwerk.drawing.draw import draw
    from samenwerk.drawing.written import ALONE, ENDINGS, page, written
    from samenwerk.drawing.written import FORMATS as FILES

    speaker = door.speaker(workflow)
    drawings = [draw(workflow, one, speaker, standing) for one in dict.fromkeys(lifecycles)]
    if output is None:
        if format in ALONE and len(drawings) > 1:
            raise Fail("diagram.folder")
        as_page = len(drawings) > 1 and format in (None, "mermaid")
        return door.answer(
            FINE,
            lambda: page(drawings) if as_page else
            "\n".join(written(one, format or "mermaid") for one in drawings),
            lambda: {"drawings": [_data(one) for one in drawings]},
        )  # fmt: skip
    ending = Path(output).suffix.lower()
    chosen = format if format in FILES else ENDINGS.get(ending, "mermaid")
    files = _files(output, chosen, drawings)
    return door.answer(
        FINE,
        lambda: "\n".join(door.words("output.made", file=one) for one in files),
        lambda: {"output": files, "drawings": [_data(one) for one in drawings]},
    )


def _files(output: str, format: str, drawings: Sequence[Drawing]) -> list[str]:
    """Write the drawings: to one file, or each to one of its own in a folder."""
    from samenwerk.cli.output import to_file
    from samenwerk.drawing.written import FORMATS as FILES
    from samenwerk.drawing.written import page, written

    place = Path(output)
    if place.suffix and not place.is_dir():
        if place.suffix.lower() == ".md":
            to_file(output, page(drawings))
        elif len(drawings) == 1 or format == "dot":
            to_file(output, "\n".join(written(one, format) for one in drawings))
        else:
            raise Fail("diagram.folder")
        return [output]
    try:
        place.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError):
        raise Fail("output.unwritable", file=output) from None
    files = [(place / f"{one.name}{FILES[format]}").as_posix() for one in drawings]
    for file, one in zip(files, drawings, strict=True):
        to_file(file, written(one, format))
    return files


def _data(drawing: Drawing) -> dict[str, object]:
    from samenwerk.drawing.written import drawing_data

    return drawing_data(drawing)
