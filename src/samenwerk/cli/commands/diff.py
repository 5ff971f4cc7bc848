"""`samenwerk diff`: what changes from one text of a workflow to another."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenwerk.cli.command import Day, argument, made, option
from samenwerk.cli.door import FINE, FOUND, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.stores import stored
from samenwerk.cli.words import words

if TYPE_CHECKING:
    from samenwerk.upgrade.difference import Report, Side
    from samenwerk.upgrade.strict import Beside
    from samenwerk.values.declared import Workflow
    from samenwerk.values.register import Register

FORMATS = ("text", "markdown", "json")


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        argument(lang, "old"),
        argument(lang, "new"),
        option(lang, "--texts", is_flag=True, told="rewritten"),
        option(lang, "--register", "register_file", told="register-file",
               metavar=words(lang, "metavar.file")),
        option(lang, "--on", "day", type=Day(lang)),
        option(lang, "--members", type=click.IntRange(0, 12), default=3, show_default=True,
               told="search_members"),
        option(lang, "--cases", type=click.IntRange(0, 5), default=2, show_default=True,
               told="search_cases"),
        option(lang, "--limit", "worlds", type=click.IntRange(1), default=200_000, told="worlds",
               show_default=True),
        stored(lang, None),
        option(lang, "--output", metavar=words(lang, "metavar.file")),
    ], FORMATS)  # fmt: skip


def run(
    door: Door, old: str, new: str, texts: bool, register_file: str | None, day: date | None,
    members: int, cases: int, worlds: int, store: str | None, output: str | None,
    format: str | None,
) -> int:  # fmt: skip
    """Compare, and print what was found: 0 when nothing differs, 1 when something does."""
    from samenwerk.cli.deciding import method_of
    from samenwerk.cli.output import to_file
    from samenwerk.cli.progress import Progress
    from samenwerk.engine.acting import civil_day
    from samenwerk.engine.running import now
    from samenwerk.proof.asked import Limits
    from samenwerk.upgrade.comparing import compare
    from samenwerk.upgrade.strict import strict_data, strict_text
    from samenwerk.upgrade.written import as_data, as_markdown, as_text, paper

    before, after = (_side(door, name, store, register_file) for name in (old, new))
    door = door.with_workflow(after.workflow)
    on = day or civil_day(now(), after.workflow.zone)
    steps = sum(len(one.steps) for one in after.workflow.lifecycles.values())
    with Progress(door, "diff.looking", steps) as bar:
        report = compare(before, after, on, Limits(worlds, members, cases),
                         lambda done, total: bar.at(done), method_of)  # fmt: skip
    speaker = door.speaker(after.workflow, after.register)
    made = paper(report, speaker, texts)
    code = FOUND if report.differences else FINE
    strict = _beside(report)

    def text() -> str:
        if format == "markdown":
            return as_markdown(made)
        told = as_text(made, door.width)
        return told if strict is None else f"{told}\n\n{strict_text(strict, speaker, door.width)}"

    def data() -> dict[str, object]:
        return {**as_data(made), "strictness": strict and strict_data(strict, speaker)}

    if output is not None:
        to_file(output, text())
        return door.answer(code, lambda: door.words("output.made", file=output),
                           lambda: {"output": output, **data()})  # fmt: skip
    return door.answer(code, text, data)


def _beside(report: Report) -> Beside | None:
    """How strict the new text is beside the old one, where it builds on that."""
    from samenwerk.upgrade.strict import bases_of, beside

    before, after = report.old, report.new
    base = before.workflow
    extends = after.workflow.extends
    if f"{base.name}@{base.version}" not in extends:
        known = () if after.reading is None else bases_of(
            Path(after.reading.own.source.file),
            (one for one in extends if one.startswith(("./", "../"))),
        )  # fmt: skip
        if all(one.workflow.digest != base.digest for one in known):
            return None
    return beside(before, after, report.limits, report.compared)


def _side(door: Door, name: str, store: str | None, register_file: str | None) -> Side:
    """One of the two texts; raises Fail when it cannot be read, or has faults."""
    from samenwerk.cli.definition import located
    from samenwerk.scenarios.folder import read_folder
    from samenwerk.upgrade.difference import Side

    if store is not None and not Path(name).exists():
        return _kept(door, name, store)
    folder = read_folder(located(name))
    if folder.workflow is None:
        raise Fail("diff.faulty", name=name)
    register = folder.registers.get("")
    if register_file is not None:
        register = _register(register_file, folder.workflow)
    packaged = not Path(name).exists()
    return Side(
        name if packaged else folder.path.as_posix(), folder.workflow, folder.reading, register,
        folder.path.parent.as_posix() if packaged else "", name if packaged else "",
    )  # fmt: skip


def _kept(door: Door, name: str, store: str) -> Side:
    """A text that a store keeps, by its digest, or the one that a collaboration runs by."""
    from samenwerk.cli.rooms import opened
    from samenwerk.definitions.read import read_effective
    from samenwerk.front import open_store
    from samenwerk.hooks.installed import InstalledByName
    from samenwerk.upgrade.difference import Side

    with contextlib.closing(open_store(store, create=False)) as known:
        found = known.definition(name)
    if found is not None:
        workflow = read_effective(found[0], plugin_rules=InstalledByName("rules"), sources=found[1])
        return Side(name, workflow)
    with opened(door, store, name, None) as at:
        return Side(name, at.room.workflow, None, at.room.collaboration.register)


def _register(file: str, workflow: Workflow) -> Register:
    """The register in a file, read by one of the texts; raises Fail when it has faults."""
    from samenwerk.cli.mistaken import a_register
    from samenwerk.definitions.register_file import read_register

    found = read_register(a_register(Path(file)), workflow)
    if any(fault.serious for fault in found.diagnostics):
        raise Fail("diff.faulty.register", name=file)
    return found.register
