"""`samenwerk backup` and `restore`: a sound copy of a store, and one put back."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenwerk.cli.command import argument, made, option
from samenwerk.cli.door import FINE, FOUND, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.stores import stored
from samenwerk.cli.words import words
from samenwerk.values.errors import Misuse

if TYPE_CHECKING:
    from samenwerk.care.backup import Copied
    from samenwerk.cli.progress import Progress


def build(name: str, lang: str) -> click.Command:
    """The command of this name."""
    file = words(lang, "metavar.file")
    store = stored(lang)
    wanted = argument(lang, "file")
    if name == "backup":
        return made(name, lang, backup, [wanted, option(lang, "--force", is_flag=True), store])
    return made(name, lang, restored, [
        wanted,
        option(lang, "--anchors", metavar=file),
        option(lang, "--replace", is_flag=True, told="restore-replace"),
        store,
    ])  # fmt: skip


def backup(door: Door, file: str, force: bool, store: str) -> int:
    """Write a copy of a store, and look at it; 1 when the store is not whole."""
    from samenwerk.care.backup import back_up
    from samenwerk.cli.progress import Progress
    from samenwerk.cli.rooms import opened_store
    from samenwerk.store.sqlite import SqliteStore

    with opened_store(store) as found:
        if not isinstance(found, SqliteStore):
            raise Fail("backup.server")
        whole = sum((found.tip(id) or (0, ""))[0] for id in found.collaborations())
        with Progress(door, "verify_store.looking", whole) as progress:
            try:
                copied = back_up(found, Path(file), replace=force, tell=_counting(progress))
            except Misuse as fault:
                raise _told(fault, file) from None
    return _answered(door, copied, "backup", file, store)


def restored(door: Door, file: str, anchors: str | None, replace: bool, store: str) -> int:
    """Put a copy of a backup in the place of a store; 1 when it is not whole."""
    from samenwerk.care.backup import restore
    from samenwerk.cli.commands.verify_store import read
    from samenwerk.cli.progress import Progress
    from samenwerk.store.postgres_address import is_address

    if is_address(store) or is_address(file):
        raise Fail("backup.server")
    if not os.path.isfile(file):  # never raises
        raise Fail("file.unreadable", file=file)
    noted = None if anchors is None else read(anchors)
    with Progress(door, "verify_store.looking", 0) as progress:
        try:
            copied = restore(Path(file), Path(store), anchors=noted, replace=replace,
                             tell=_counting(progress))  # fmt: skip
        except Misuse as fault:
            raise _told(fault, store) from None
    return _answered(door, copied, "restore", file, store)


def _counting(progress: Progress) -> Callable[[int], None]:
    done = 0

    def tell(count: int) -> None:
        nonlocal done
        done += count
        progress.at(done)

    return tell


def _told(fault: Misuse, file: str) -> Exception:
    what = fault.params.get("what")
    if what == "there":
        return Fail("copy.there", file=fault.params["file"])
    if what == "replaced":
        return Fail("copy.replaced", file=fault.params["file"])
    return fault


def _answered(door: Door, copied: Copied, command: str, file: str, store: str) -> int:
    from samenwerk.cli.care_told import report_data, report_rows
    from samenwerk.cli.stores import told as shown
    from samenwerk.language.layout import wrap

    target = file if command == "backup" else store

    def text() -> str:
        rows = report_rows(copied.report, door, command == "restore", store)
        id = f"{command}.{'done' if copied.placed else 'not'}"
        rows += ["", *wrap(door.words(id, file=file, store=store), door.width, paths=True)]
        for name, stood, comes in copied.older:
            told = door.words("restore.older", name=name, stood=stood, comes=comes)
            rows += wrap(f"- {told}", door.width, "  ")
        if copied.back:
            told = door.words("restore.back", count=len(copied.back),
                              seals=" ".join(f"--seal {seal[:12]}" for seal in copied.back))
            rows += wrap(told, door.width)
        if copied.unread:
            rows += wrap(door.words("restore.unread"), door.width)
        if copied.kept is not None:
            rows += wrap(door.words("restore.kept", file=copied.kept), door.width, paths=True)
        return "\n".join(rows)

    return door.answer(
        FINE if copied.placed else FOUND,
        text,
        lambda: {
            "file": file, "store": shown(store), "written": target if copied.placed else None,
            "bytes": copied.bytes,
            "replaced": None if copied.kept is None else str(copied.kept),
            "further": [
                {"collaboration": name, "stood": stood, "stands": comes}
                for name, stood, comes in copied.older
            ],
            "back": list(copied.back),
            "unread": copied.unread,
            **report_data(copied.report, door),
        },
    )  # fmt: skip
