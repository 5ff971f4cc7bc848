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
        *on_store(lang),
    ])  # fmt: skip


def run(
    door: Door, file: str, actor: str | None, day: date | None, command_id: str | None,
    store: str, collaboration: str | None, now: datetime | None,
) -> int:  # fmt: skip
    """Take up what is sound, in one command; 1 when there were faults."""
    from samenwerk.cli.definition import read_bytes
    from samenwerk.cli.faults import faults_data, faults_text
    from samenwerk.cli.rooms import opened
    from samenwerk.definitions.register_file import read_register_text

    with opened(door, store, collaboration, now) as at:
        path = Path(file)
        found = read_register_text(read_bytes(path), at.room.workflow, path.as_posix())
        counts = {
            "parties": len(found.parties),
            "sits": len(found.sits),
            "holds": len(found.holds),
            "gives": len(found.gives),
            "regions": len(found.regions),
        }
        head = None
        if any(counts.values()):
            outcome = at.room.enrol(
                parties=found.parties, sits=found.sits, holds=found.holds, gives=found.gives,
                regions=found.regions, actor=actor, day=day, command_id=command_id,
            )  # fmt: skip
            head = outcome.head
        faulty = any(one.serious for one in found.diagnostics)
        code = FOUND if faulty or head is None else FINE
        if any(one.code in ("SW001", "SW002") for one in found.diagnostics):
            code = WRONG

        def text() -> str:
            rows: list[str] = []
            if found.diagnostics:
                lines = {source.file: source.lines for source in found.sources}
                rows += [faults_text(found.diagnostics, lines, at.door), ""]
            if head is None:
                rows.append(at.door.words("register.nothing", file=file))
            else:
                rows.append(at.door.words("register.done", **counts))
                rows.append(at.door.words("act.head", head=head))
            return "\n".join(rows)

        def data() -> dict[str, Any]:
            return {
                "file": file,
                "enrolled": counts,
                "head": head,
                "faults": faults_data(found.diagnostics, at.door),
            }

        return at.door.answer(code, text, data)
