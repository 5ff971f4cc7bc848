"""`samenwerk demo`: two workflows at work, in a store that stays behind for exploring."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from samenwerk.cli.command import made
from samenwerk.cli.door import FINE, Door
from samenwerk.cli.failing import Fail

FILE = "samenwerk-demo.db"


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [])


def run(door: Door) -> int:
    """Play it; an earlier demo is replaced, anything else of that name is left alone."""
    from samenwerk.demo.chapters import explore, play_demo

    path = Path(FILE)
    _make_room(path)
    told: list[str] = []

    def write(text: str) -> None:
        if door.format == "json":
            told.append(text)
        else:
            sys.stdout.write(text)

    play_demo(path, door.lang, min(door.width, 80), write)
    return door.answer(
        FINE, lambda: "", lambda: {"store": FILE, "text": "".join(told), "try": explore(FILE)}
    )


def _make_room(path: Path) -> None:
    """Take an earlier demo away: a store of rehearsals alone. Raises Fail for anything else."""
    if not path.exists() and not path.is_symlink():
        return
    from samenwerk.store.sqlite import SqliteStore
    from samenwerk.values.errors import SamenwerkError
    from samenwerk.values.event import CollaborationStarted

    try:
        store = SqliteStore(path, create=False)
        try:
            ids = store.collaborations()
            firsts = [next(store.read(id)).event.what for id in ids]
        finally:
            store.close()
    except (SamenwerkError, OSError):
        raise Fail("demo.not_ours", file=path.name) from None
    if not all(isinstance(one, CollaborationStarted) and one.rehearsal for one in firsts):
        raise Fail("demo.not_ours", file=path.name)
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm"):
        path.with_name(name).unlink(missing_ok=True)
