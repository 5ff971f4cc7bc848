"""`samenwerk register`: take up a register; what is sound goes in, each fault is named."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from samenwerk.cli.command import Day, argument, made, on_store, option
from samenwerk.cli.door import FINE, FOUND, WRONG, Door
from samenwerk.cli.words import words


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        argument(lang, "file"),
        option(lang, "--as", "actor", metavar=words(lang, "argument.party")),
        option(lang, "--on", "day", type=Day(lang)),
        option(lang, "--id", "command_id", metavar="ID"),
        option(lang, "--strict", is_flag=True),
        *on_store(lang),
    ])  # fmt: skip


def run(
    door: Door, file: str, actor: str | None, day: date | None, command_id: str | None,
    strict: bool, store: str, collaboration: str | None, now: datetime | None,
) -> int:  # fmt: skip
    """Take up what is sound, in one command; 1 when there were faults.

    With `strict` a register with a fault is not taken up at all. Warnings stop nothing.
    """
    from samenwerk.cli.definition import read_bytes
    from samenwerk.cli.faults import faults_data, faults_text
    from samenwerk.cli.mistaken import a_register
    from samenwerk.cli.refused import told_no
    from samenwerk.cli.rooms import opened
    from samenwerk.definitions.register_file import read_register_text
    from samenwerk.language.layout import wrap

    path = a_register(Path(file))
    with opened(door, store, collaboration, now) as at:
        found = read_register_text(
            read_bytes(path), at.room.workflow, path.as_posix(), at.room.collaboration.register
        )
        counts = {
            "parties": len(found.parties),
            "sits": len(found.sits),
            "holds": len(found.holds),
            "gives": len(found.gives),
            "regions": len(found.regions),
        }
        head = None
        if any(counts.values()) and not (strict and found.faulty):
            outcome = at.room.enrol(
                parties=found.parties, sits=found.sits, holds=found.holds, gives=found.gives,
                regions=found.regions, actor=actor, day=day, command_id=command_id,
            )  # fmt: skip
            if not outcome.carried_out:
                return told_no(at.door, outcome, at.speaker)
            head = outcome.head
        code = FOUND if found.faulty or head is None else FINE
        if any(one.code in ("SW001", "SW002") for one in found.diagnostics):
            code = WRONG

        def text() -> str:
            rows: list[str] = []
            if found.diagnostics:
                lines = {source.file: source.lines for source in found.sources}
                rows += [faults_text(found.diagnostics, lines, at.door), ""]
            if found.waiting and head is not None:
                lines_left = tuple(f"{one.line}:{one.column}" for one in found.waiting)
                rows += wrap(
                    at.door.words("register.waiting", count=len(lines_left), lines=lines_left),
                    at.door.width,
                )
            if head is None:
                id = "register.strict" if strict and found.faulty else "register.nothing"
                rows.append(at.door.words(id, file=file))
            else:
                parts = [
                    at.door.words(f"register.{name}", count=count)
                    for name, count in counts.items()
                    if count
                ]
                rows += wrap(at.door.words("register.done", parts=parts), at.door.width)
                rows.append(at.door.words("act.head", head=head))
            return "\n".join(rows)

        def data() -> dict[str, Any]:
            return {
                "file": file,
                "enrolled": counts,
                "head": head,
                "waiting": [{"line": one.line, "column": one.column} for one in found.waiting],
                "faults": faults_data(found.diagnostics, at.door),
            }

        return at.door.answer(code, text, data)
