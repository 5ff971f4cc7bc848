"""Files and their layout: which are looked at, what each should look like, and writing that.

How a text is laid out is `authoring.formatting`; what is said about it, `commands.fmt`.
"""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from samenwerk.authoring.formatting import Unsure, formatted
from samenwerk.cli.definition import given, read_bytes
from samenwerk.cli.failing import Fail
from samenwerk.cli.rewriting import MARK, rewrite
from samenwerk.cli.stores import is_store_file
from samenwerk.definitions.spelling.places import LARGEST_FILE, Unreadable, read_source
from samenwerk.language.clean import one_line
from samenwerk.scenarios.folder import FILE
from samenwerk.values.diagnostic import Diagnostic

INPUT = "-"


@attrs.define
class Tidied:
    """A file as it is and as it should look; with faults, or when it may not change, as it is."""

    name: str
    data: bytes = b""
    before: str = ""
    after: str = ""
    faults: tuple[Diagnostic, ...] = ()
    lines: tuple[str, ...] = ()
    unsure: bool = False
    refused: Fail | None = None

    @property
    def changes(self) -> bool:
        """Whether it should look otherwise, and may."""
        return self.before != self.after and self.refused is None

    @property
    def bytes_after(self) -> bytes:
        """What the file should hold, with its mark if it has one."""
        return (MARK if self.data.startswith(MARK) else b"") + self.after.encode()

    def write(self) -> None:
        """Put it in its place, whole; when that cannot be done it is told in `refused`."""
        if self.changes:
            try:
                rewrite(Path(self.name), self.data, self.bytes_after)
            except Fail as fault:
                self.refused = fault

    def diff(self) -> str:
        """What would change, as a patch."""
        import difflib

        old, new = (text.splitlines(keepends=True) for text in (self.before, self.after))
        name = one_line(self.name)
        rows = difflib.unified_diff(old, new, name, name)
        return "".join(row if row.endswith("\n") else row + "\n" for row in rows)


def tidied(path: Path) -> Tidied:
    """A file with what it should look like; raises nothing for what it holds."""
    name = path.as_posix()
    try:
        return of_bytes(read_bytes(path), name)
    except Fail as fault:
        return Tidied(name, refused=fault)


def from_input() -> Tidied:
    """The same of standard input."""
    stream = getattr(sys.stdin, "buffer", None)
    data = sys.stdin.read().encode() if stream is None else stream.read(LARGEST_FILE + 1)
    return of_bytes(data, INPUT)


def of_bytes(data: bytes, name: str) -> Tidied:
    """The same of bytes that are called so."""
    try:
        source = read_source(data, name)
    except Unreadable as fault:
        return Tidied(name, data, faults=fault.diagnostics, lines=fault.lines)
    try:
        after = formatted(source.text, values=source.values)
        return Tidied(name, data, source.text, after)
    except (Unsure, RecursionError):
        return Tidied(name, data, unsure=True)


def toml_files(places: Iterable[str]) -> list[Path]:
    """The files given, and of a folder those of every workflow in it and below; each once.

    Of the folder of a workflow that is every `.toml`, also in folders in it; what is hidden is
    left out. Raises Fail when something is not there, or holds no workflow.
    """
    found: dict[str, Path] = {}
    for place in places:
        for path in _files_at(place):
            with contextlib.suppress(OSError):
                found.setdefault(os.path.realpath(path), path)
    return list(found.values())


def _files_at(place: str) -> Iterator[Path]:
    try:
        path = given(place)
        is_folder, there = path.is_dir(), path.exists()
    except (OSError, ValueError):
        is_folder = there = False
    if not there:
        raise Fail("fmt.nothing", name=place)
    if is_store_file(path):
        raise Fail("file.store", file=path.as_posix())
    if not is_folder:
        yield path
        return
    homes: list[Path] = []
    for folder, inside, files in os.walk(path):
        inside[:] = sorted(one for one in inside if not one.startswith("."))
        here = Path(folder)
        if FILE in files:
            homes.append(here)
        if any(here.is_relative_to(home) for home in homes):
            yield from (
                here / file for file in sorted(files)
                if file.endswith(".toml") and not file.startswith(".")
            )  # fmt: skip
    if not homes:
        raise Fail("file.no_workflow_in", folder=Path(os.path.realpath(path)).as_posix(), file=FILE)
