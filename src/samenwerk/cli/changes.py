"""Which files a workflow is read from, and whether what stands in them changed.

Files are looked at again and again: that works on every system, and for editors that write a new
file in the place of the old one.
"""

from __future__ import annotations

import contextlib
import hashlib
import time
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from samenwerk.definitions.spelling.places import read_bytes
from samenwerk.packaged import find_workflow
from samenwerk.scenarios.folder import MORE_SCENARIOS

if TYPE_CHECKING:
    from samenwerk.scenarios.folder import Folder

LOOK = 0.25
"""Seconds between two looks."""
REST = 0.1
"""A file that stays the same for so long was written whole."""
_LONGEST = 20
"""After so many looks something that never rests is read as it is."""

_Stamp: TypeAlias = tuple[int, int, int]


class Files:
    """The files in the folder of a workflow and some more, as they were when they were added.

    A file that is not there counts too: it may come back.
    """

    def __init__(self, home: Path, more: Iterable[Path] = ()) -> None:
        self._home = home
        self._stamps: dict[Path, _Stamp | None] = {}
        self._digests: dict[Path, bytes | None] = {}
        self._known: dict[Path, bytes | None] = {}
        self.add({*more, *self._inside()})

    @property
    def paths(self) -> tuple[Path, ...]:
        """All of them."""
        return tuple(self._known)

    def add(self, paths: Iterable[Path]) -> None:
        """Look at more, as they are now."""
        for path in paths:
            self._known[path] = self._digest(path)

    @property
    def now(self) -> dict[Path, bytes | None]:
        """What stands in each: a digest, or None where there is no file."""
        return {path: self._digest(path) for path in {*self._known, *self._inside()}}

    @property
    def changed(self) -> bool:
        """Whether any is not what it was, or a new one is there."""
        return self.now != self._known

    def _inside(self) -> Iterator[Path]:
        for folder in (self._home, self._home / MORE_SCENARIOS):
            with contextlib.suppress(OSError):
                yield from folder.glob("*.toml")

    def _digest(self, path: Path) -> bytes | None:
        """Only read when the system says that the file is another, or was written."""
        try:
            found = path.stat()
            stamp = (found.st_mtime_ns, found.st_size, found.st_ino)
            if self._stamps.get(path) != stamp:
                self._digests[path] = hashlib.sha256(read_bytes(path)).digest()
                self._stamps[path] = stamp
        except (OSError, ValueError):
            self._stamps[path] = self._digests[path] = None
        return self._digests[path]


def sources_of(folder: Folder) -> set[Path]:
    """All files that a workflow was read from, what it extends too."""
    found = {folder.path}
    for source in folder.sources:
        where = Path(source.file)
        if not where.is_file() and len(where.parts) > 1:
            packaged = find_workflow(where.parts[0])
            where = where if packaged is None else packaged.parent.joinpath(*where.parts[1:])
        found.add(where)
    return found


def wait(watched: Sequence[Files]) -> None:
    """Come back when any of these changed and what is written is whole."""
    while not any(one.changed for one in watched):
        time.sleep(LOOK)
    before = None
    for _ in range(_LONGEST):
        now = [one.now for one in watched]
        if now == before:
            return
        before = now
        time.sleep(REST)
