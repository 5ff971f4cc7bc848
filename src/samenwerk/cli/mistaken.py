"""A file that is not what a command asks for, or that lies there under another name.

Each answer says what was found and what to type; which kind a file is tells `strays`.
"""

from __future__ import annotations

import os
from pathlib import Path

from samenwerk.cli.failing import Fail
from samenwerk.cli.stores import is_store_file
from samenwerk.scenarios.folder import FILE, REGISTER
from samenwerk.scenarios.strays import REGISTER_KIND, WORKFLOW_KIND, kind_of, of_kind


def workflow_in(folder: Path) -> Path:
    """The `workflow.toml` of a folder; raises Fail, with what lies there in its place."""
    return _named(folder, FILE, WORKFLOW_KIND)


def register_in(folder: Path) -> Path:
    """The `register.toml` of a folder; raises Fail, with what lies there in its place."""
    return _named(folder, REGISTER, REGISTER_KIND)


def a_workflow(path: Path) -> Path:
    """This file, unless it is a register or stories: then Fail, with what to give instead."""
    kind = None if path.name == FILE else kind_of(path)
    if kind in (None, WORKFLOW_KIND):
        return path
    folder = path.parent
    id = f"file.{kind}" if (folder / FILE).is_file() else f"file.{kind}_alone"
    raise Fail(id, file=path.as_posix(), folder=folder.as_posix())


def a_register(path: Path) -> Path:
    """This file, unless it is a workflow or stories: then Fail, with what to give instead.

    Of a folder it is the register that lies in it.
    """
    if os.path.isdir(path):  # never raises, whatever the path is
        return register_in(path)
    if is_store_file(path):
        raise Fail("register.is_store", file=path.as_posix())
    kind = kind_of(path)
    if kind in (None, REGISTER_KIND):
        return path
    beside = path.parent / REGISTER
    id = f"register.is_{kind}" if beside.is_file() else f"register.is_{kind}_alone"
    raise Fail(id, file=path.as_posix(), register=beside.as_posix())


def _named(folder: Path, name: str, kind: str) -> Path:
    if (folder / name).is_file():
        return folder / name
    where = Path(os.path.realpath(folder)).as_posix()
    found = [one.name for one in of_kind(folder, kind)]
    if not found:
        raise Fail("file.no_workflow_in", folder=where, file=name)
    if len(found) > 1:
        raise Fail("file.named_several", folder=where, file=name, found=found)
    hidden = found[0].lower() == f"{name}.txt"
    id = "file.named_hidden" if hidden else "file.named"
    raise Fail(id, folder=where, file=name, found=found[0])
