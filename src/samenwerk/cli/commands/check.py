"""`samenwerk check`: every fault of a definition at once, or what it says after `extends`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import attrs
import click

from samenwerk.cli.command import FORMATS, argument, made, option
from samenwerk.cli.door import FINE, FOUND, WRONG, Door, print_text
from samenwerk.cli.words import words

if TYPE_CHECKING:
    from samenwerk.cli.mending import Mending
    from samenwerk.scenarios.folder import Folder
    from samenwerk.values.declared import Invariant
    from samenwerk.values.diagnostic import Diagnostic


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        argument(lang, "paths", nargs=-1, required=True),
        option(lang, "--fix", is_flag=True),
        option(lang, "--apart", is_flag=True),
        option(lang, "--effective", is_flag=True),
        option(lang, "--output", metavar=words(lang, "metavar.file")),
    ], (*FORMATS, "sarif"))  # fmt: skip


def run(
    door: Door, paths: tuple[str, ...], fix: bool, effective: bool, output: str | None,
    format: str | None = None,
) -> int:
    """Check each of these; the exit code is the worst of them."""
    from samenwerk.cli.definition import all_given
    from samenwerk.scenarios.folder import read_folder

    def read() -> list[Folder]:
        return [read_folder(file) for file in all_given(paths)]

    folders = read()
    done = None
    if fix:
        from samenwerk.cli.mending import mend, own_folders

        done = mend(folders, own_folders(paths), read)
        folders = list(done.folders)
    asked = door
    door = door.with_workflow(folders[0].workflow)
    code = FINE if all(folder.sound for folder in folders) else FOUND
    if any(_not_text(folder.path, folder.diagnostics) for folder in folders):
        code = WRONG
    if done is not None and done.refused:
        code = WRONG
    if effective and code == FINE:
        return _effective(asked, folders, output)
    if format == "sarif":
        return _sarif(door, code, folders, output)
    mendable = _mendable(folders, paths)
    broken = {} if code != FINE else _broken(folders)
    if broken:
        code = FOUND

    def text() -> str:
        blocks = [report(door, folder) for folder in folders]
        blocks += [_told(door, folder, one) for folder in folders
                   for one in broken.get(folder.path, ())]  # fmt: skip
        if mendable:
            blocks.append(door.words("check.mendable", count=mendable))
        if done is not None:
            blocks = [mended_text(done, door), *blocks]
        return "\n\n".join(blocks)

    def data() -> dict[str, object]:
        from samenwerk.cli.faults import faults_data

        return {
            "checked": [
                {
                    "path": folder.path.as_posix(),
                    "sound": folder.sound,
                    "workflow": _identity(folder),
                    "faults": faults_data(folder.diagnostics, door),
                    "broken": [one.name for one in broken.get(folder.path, ())],
                }
                for folder in folders
            ],
            "mendable": mendable,
            **({} if done is None else mended_data(done, door)),
        }

    return door.answer(code, text, data)


def _broken(folders: list[Folder]) -> dict[Path, tuple[Invariant, ...]]:
    """The invariants that are broken as far as one sees at once, by the path of their folder."""
    found: dict[Path, tuple[Invariant, ...]] = {}
    for folder in folders:
        if folder.workflow is not None and folder.workflow.invariants:
            from samenwerk.verify.quick import broken_at_once

            stories = broken_at_once(folder.workflow, folder.registers.get(""))
            if stories:
                found[folder.path] = tuple(one for one, _ in stories)
    return found


def _told(door: Door, folder: Folder, broken: Invariant) -> str:
    """That an invariant is broken, and how one sees the story of it."""
    from samenwerk.language.layout import wrap

    place = folder.reading.place("invariant", broken.name)
    label = door.speaker(folder.workflow).labels.of("invariant", broken.name)
    said = door.words("check.broken", file=place.file, line=place.line, label=label)
    command = f"samenwerk verify {folder.path.parent.as_posix()} --invariant {broken.name}"
    return "\n".join([*wrap(said, door.width), f"  {command}"])


def _sarif(door: Door, code: int, folders: list[Folder], output: str | None) -> int:
    """All faults as one SARIF log, printed or in a file."""
    from samenwerk.cli.output import to_file
    from samenwerk.cli.sarif import sarif
    from samenwerk.language.clean import json_text

    whole = json_text(sarif(folders, door))
    if output is None:
        print_text(whole)
    else:
        to_file(output, whole)
        print_text(door.words("output.made", file=output))
    return code


def _mendable(folders: list[Folder], paths: tuple[str, ...]) -> int:
    """How many faults `--fix` would mend."""
    if not any(fault.repair for folder in folders for fault in folder.diagnostics):
        return 0
    from samenwerk.cli.mending import offered, own_folders

    return sum(len(one) for one in offered(folders, own_folders(paths)).values())


def mended_text(done: Mending, door: Door) -> str:
    """A line for each mend, a line for each file that could not be written, and how many."""
    rows = [
        door.words(
            "mended.one" if one.was and one.became else
            "mended.put" if one.became else "mended.gone",
            **{**attrs.asdict(one), "was": _shown(one.was), "became": _shown(one.became)},
        )
        for one in done.mended
    ]  # fmt: skip
    rows += [door.words(one.id, **one.params) for one in done.refused]
    rows.append(door.words("mended.count", count=len(done.mended)))
    return "\n".join(rows)


def _shown(text: str) -> str:
    """A piece of text in which what cannot be seen is a number, and a space a space."""
    from samenwerk.language.clean import seen

    said = "".join(char if char.isprintable() else seen(char) for char in text)
    return said if said == said.strip() else f'"{said}"'


def mended_data(done: Mending, door: Door) -> dict[str, object]:
    """The same as plain data."""
    return {
        "mended": [attrs.asdict(one) for one in done.mended],
        "refused": [
            {"file": one.params["file"], "message": door.words(one.id, **one.params)}
            for one in done.refused
        ],
    }


def report(door: Door, folder: Folder) -> str:
    """The faults of a folder with the author's own lines, or that there are none."""
    path = folder.path.as_posix()
    workflow = folder.workflow
    if not folder.diagnostics and workflow is not None:
        return door.words(
            "check.fine", path=path, name=workflow.name, version=workflow.version,
            steps=sum(len(one.steps) for one in workflow.lifecycles.values()),
            rules=len(workflow.rules), scenarios=len(folder.scenarios),
            parties=len(folder.registers[""].parties) if "" in folder.registers else 0,
        )  # fmt: skip
    from samenwerk.cli.faults import faults_text

    return faults_text(folder.diagnostics, folder.lines, door)


def _identity(folder: Folder) -> dict[str, object] | None:
    workflow = folder.workflow
    if workflow is None:
        return None
    return {
        "id": workflow.name,
        "version": workflow.version,
        "digest": workflow.digest,
        "extends": list(workflow.extends),
    }


def _effective(door: Door, folders: list[Folder], output: str | None) -> int:
    """The merged definition with the origin of each line, then every step as a sentence."""
    from samenwerk.cli.effective import origins, with_origins
    from samenwerk.cli.laid_over import changes, changes_data
    from samenwerk.cli.output import to_file
    from samenwerk.definitions.laying.effective import effective_text
    from samenwerk.language.steps import step_sentences

    texts, told = [], []
    for folder in folders:
        assert folder.workflow is not None
        spoken = door.with_workflow(folder.workflow)
        sentences = step_sentences(folder.workflow, spoken.speaker(folder.workflow))
        texts.append(with_origins(folder.reading, sentences, spoken))
        told.append(
            {
                **(_identity(folder) or {}),
                "path": folder.path.as_posix(),
                "effective": effective_text(folder.workflow.effective),
                "origins": origins(folder.reading),
                "changes": changes_data(changes(folder.reading)),
                "steps": [{"step": name, "sentence": said} for name, said in sentences],
            }
        )
    whole = "\n".join(texts)
    if output is not None:
        to_file(output, whole)
        return door.answer(FINE, lambda: door.words("output.made", file=output),
                           lambda: {"output": output, "effective": told})  # fmt: skip
    return door.answer(FINE, lambda: whole, lambda: {"effective": told})


def _not_text(path: Path, faults: Iterable[Diagnostic]) -> bool:
    """Whether the file itself could not be read at all: then nothing of it was judged."""
    unread = ("SW001", "SW002")
    return any(one.code in unread and one.place.file == path.as_posix() for one in faults)
