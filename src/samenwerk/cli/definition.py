"""Finding what lies on disk for a command, and the sentences about its faults."""

from __future__ import annotations

import contextlib
import functools
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from samenwerk.cli.failing import Fail
from samenwerk.cli.mistaken import a_workflow, workflow_in
from samenwerk.cli.stores import is_store_file
from samenwerk.definitions.laying.faults import nearest
from samenwerk.definitions.texts import TextsByCode
from samenwerk.packaged import find_workflow, workflow_names
from samenwerk.scenarios.folder import FILE, REGISTER, SCENARIOS

if TYPE_CHECKING:
    from samenwerk.language.catalogue import Catalogue

_HEADING = re.compile(rb"^\s*(\[\s*)?workflow\b", re.MULTILINE)
_LOOKED_AT = 1_000_000


def located(name: str) -> Path:
    """The file of a workflow given as a folder, a file, or the name of a packaged one.

    Raises Fail when there is none, with the nearest name, and for a register or stories.
    """
    return a_workflow(_found(name))


def _found(name: str) -> Path:
    with contextlib.suppress(OSError, ValueError):  # no path at all: then it is a name
        path = given(name)
        if path.is_dir():
            return workflow_in(path)
        if is_store_file(path):
            raise Fail("file.store", file=path.as_posix())
        if path.is_file():
            return path
        if path.exists():  # a pipe or a device
            raise Fail("file.unreadable", file=name)
    found = find_workflow(name)
    if found is not None:
        return shortened(found)
    near = nearest(name, [*_around(name), *workflow_names()])
    raise Fail("file.nothing_near" if near else "file.nothing", name=name, near=near,
               names=workflow_names())  # fmt: skip


def _around(name: str) -> list[str]:
    """The workflows near the path that was given, as they would be typed."""
    with contextlib.suppress(OSError, ValueError):
        folder = given(name).parent
        inside = [(folder / one).as_posix() for one in workflow_names(folder)]
        return [*inside, *([(folder / FILE).as_posix()] if (folder / FILE).is_file() else [])]
    return []


def given(name: str) -> Path:
    """The path that somebody gave; raises ValueError for nothing, which is not the folder here."""
    if not name:
        raise ValueError(name)
    return Path(name)


def all_located(name: str) -> list[Path]:
    """The files of the workflows given by one name: one, or each in a folder of workflows.

    A folder of workflows has no workflow itself, but its folders do. Raises Fail as `located`.
    """
    with contextlib.suppress(OSError, ValueError):
        folder = given(name)
        inside = workflow_names(folder)
        if inside and not (folder / FILE).is_file():
            return [folder / one / FILE for one in inside]
    return [_found(name)]


def all_given(names: Iterable[str]) -> list[Path]:
    """The files of all workflows that are meant, each once; raises Fail as `located`.

    What lies beside a workflow (its register, its stories, its parts) means that workflow, so
    that whoever gives every file that changed has each workflow looked at once.
    """
    found: dict[str, Path] = {}
    for name in names:
        for path in all_located(name):
            home = a_workflow(_home_of(path))
            found.setdefault(os.path.realpath(home), home)
    return list(found.values())


def _home_of(path: Path) -> Path:
    """The workflow that a file belongs to: itself, or the `workflow.toml` beside or above it."""
    if path.name == FILE or (path.name not in (REGISTER, SCENARIOS) and _is_workflow(path)):
        return path
    above = (folder / FILE for folder in path.parents)
    return next((one for one in above if one.is_file()), path)


def _is_workflow(path: Path) -> bool:
    """Whether a file has the heading of a workflow; one that cannot be read may have."""
    from samenwerk.definitions.spelling import places

    try:
        return _HEADING.search(places.read_bytes(path), 0, _LOOKED_AT) is not None
    except OSError:
        return True


def read_bytes(path: Path) -> bytes:
    """The bytes of a file, no more than one beyond what is ever read; raises Fail."""
    from samenwerk.definitions.spelling import places

    try:
        return places.read_bytes(path)
    except FileNotFoundError:
        raise Fail("file.absent", file=path.as_posix()) from None
    except OSError:
        raise Fail("file.unreadable", file=path.as_posix()) from None


@functools.cache
def fault_texts() -> TextsByCode:
    """The sentences of every code, those of plugins left out."""
    from samenwerk.definitions.checks import texts_of
    from samenwerk.scenarios.faults import every_check

    return texts_of(every_check())


@functools.cache
def fault_catalogue() -> Catalogue:
    """The catalogue with what the sentences about faults speak of."""
    from samenwerk.definitions.words import WORDING
    from samenwerk.front import catalogue_with

    return catalogue_with().joined("samenwerk.definitions.words", WORDING)


def shortened(path: Path) -> Path:
    """A packaged file by its path from the working folder, where that is shorter."""
    try:
        inside = path.relative_to(Path.cwd())
    except (ValueError, OSError):
        return path
    return inside
