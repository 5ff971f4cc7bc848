"""What a new region builds on: a packaged workflow or one in a file, with its version.

Whether a template fits on it is for who writes one.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import attrs

from samenwerk.definitions.reading import Reading
from samenwerk.packaged import find_workflow
from samenwerk.scenarios.folder import FILE, read

USUAL = "landelijk"
NOTHING = ("none", "geen", "niets", "-")


@attrs.frozen(eq=False)
class Base:
    """A workflow to build on: how `extends` names it, and what came of reading it."""

    extends: str
    reading: Reading

    @property
    def usual(self) -> bool:
        """Whether the national base is this, or lies under it."""
        workflow = self.reading.workflow
        if workflow is None:
            return False
        return USUAL in (one.partition("@")[0] for one in (workflow.name, *workflow.extends))


def base_named(written: str, target: Path) -> Base | None:
    """The base that somebody means, for a region in the folder `target`; None: there is none.

    A version may be left out: then it is the one that there is.
    """
    for name, _, asked in _split(written):
        found = find_workflow(name)
        if found is not None:
            return _base(name, asked, found)
    for name, _, asked in _split(written):
        path = Path(name)
        path = path / FILE if path.is_dir() else path
        if path.is_file():
            beside = Path(os.path.relpath(path.resolve(), target.resolve())).as_posix()
            return _base(beside if beside.startswith(".") else f"./{beside}", asked, path)
    return None


def _split(written: str) -> Iterator[tuple[str, str, str]]:
    """The text whole, and with what stands behind its last @ as a version."""
    yield written, "", ""
    if "@" in written:
        yield written.rpartition("@")


def _base(name: str, asked: str, path: Path) -> Base:
    reading = read(path)
    version = asked or ("" if reading.workflow is None else reading.workflow.version)
    return Base(f"{name}@{version}", reading)
