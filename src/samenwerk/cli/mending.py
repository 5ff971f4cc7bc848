"""`check --fix`: certain mends carried out in the author's own files, until none is left.

Which mends are certain is told by the faults; how a text changes is `authoring.repairing`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from samenwerk.authoring.repairing import everywhere, harms, repaired, together
from samenwerk.cli.definition import all_given, read_bytes
from samenwerk.cli.failing import Fail
from samenwerk.cli.rewriting import MARK, rewrite
from samenwerk.definitions.spelling.places import LARGEST_FILE, Unreadable, read_source, text_lines
from samenwerk.values.repair import Repair

if TYPE_CHECKING:
    from samenwerk.scenarios.folder import Folder

MOST_ROUNDS = 50
"""Times that everything is read again; each round can only find what the one before hid."""
MOST_STEPS = 1_000
"""Times that one text that is no TOML yet is looked at again."""


@attrs.frozen
class Mended:
    """What was written otherwise, and where that was."""

    file: str
    line: int
    column: int
    was: str
    became: str


@attrs.frozen
class Mending:
    """How everything stands afterwards, what was mended, and which files could not be written."""

    folders: tuple[Folder, ...]
    mended: tuple[Mended, ...]
    refused: tuple[Fail, ...]


def offered(folders: Iterable[Folder], own: Sequence[Path]) -> dict[str, list[Repair]]:
    """The certain mends by file, of the files in the author's own folders."""
    found: dict[str, list[Repair]] = {}
    for folder in folders:
        for fault in folder.diagnostics:
            one = fault.repair
            if one is not None and one not in found.get(one.file, ()) and _inside(one.file, own):
                found.setdefault(one.file, []).append(one)
    return found


def own_folders(paths: Iterable[str]) -> tuple[Path, ...]:
    """The folders that were given as such; a workflow called by its name is somebody else's."""
    given = [path for path in paths if Path(path).exists()]
    return tuple({file.parent.resolve(): None for file in all_given(given)})


def mend(
    folders: Sequence[Folder], own: Sequence[Path], read: Callable[[], Sequence[Folder]]
) -> Mending:
    """Carry out every certain mend; `read` reads the folders anew."""
    mended: list[Mended] = []
    refused: dict[str, Fail] = {}
    for _ in range(MOST_ROUNDS):
        before = len(mended)
        for file, repairs in offered(folders, own).items():
            if file not in refused:
                try:
                    mended += _mend_file(file, repairs, _lines(folders, file))
                except Fail as fault:
                    refused[file] = fault
        if len(mended) == before:
            break
        folders = read()
    return Mending(tuple(folders), tuple(mended), tuple(refused.values()))


def _mend_file(file: str, repairs: Iterable[Repair], lines: tuple[str, ...]) -> list[Mended]:
    path = Path(file)
    data = read_bytes(path)
    mark = MARK if data.startswith(MARK) else b""
    try:
        text = old = data.removeprefix(mark).decode()
    except UnicodeDecodeError:
        return []
    if text_lines(text) != lines:
        raise Fail("rewrite.changed", file=file)
    done: list[Mended] = []
    seen = {text}
    for _ in range(MOST_STEPS):
        wider = everywhere(text, repairs)
        repairs = repairs if harms(text, repaired(text, wider)) else wider
        after = repaired(text, repairs)
        if after in seen or harms(text, after):
            break
        done += [
            Mended(file, *one.first, text[one.start : one.end], one.text)
            for one in together(repairs)
        ]
        seen.add(after)
        text = after
        repairs = _of_syntax(text, file)
    if text != old and len(text.encode()) <= LARGEST_FILE:
        rewrite(path, data, mark + text.encode())
        return done
    return []


def _of_syntax(text: str, file: str) -> list[Repair]:
    """The mends of a text that is still no TOML: nothing else can be judged before."""
    try:
        read_source(text.encode(), file)
    except Unreadable as fault:
        return [one.repair for one in fault.diagnostics if one.repair is not None]
    return []


def _lines(folders: Iterable[Folder], file: str) -> tuple[str, ...]:
    return next((one.lines[file] for one in folders if file in one.lines), ())


def _inside(file: str, own: Sequence[Path]) -> bool:
    try:
        path = Path(file).resolve(strict=True)
    except (OSError, ValueError):
        return False
    return any(path.is_relative_to(folder) for folder in own)
