"""`samenwerk verify-store`: is everything in a store as it was written?"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenwerk.cli.command import made, option
from samenwerk.cli.door import FINE, FOUND, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.stores import stored
from samenwerk.cli.words import words

if TYPE_CHECKING:
    from samenwerk.care.anchors import Anchors

LARGEST = 64 * 1024 * 1024
"""Bytes of a file with anchors, at most: the heads of some hundred thousand collaborations."""


def build(name: str, lang: str) -> click.Command:
    """The command."""
    file = words(lang, "metavar.file")
    return made(name, lang, run, [
        option(lang, "--anchors", metavar=file),
        option(lang, "--write-anchors", metavar=file),
        stored(lang),
        option(lang, "--in", "collaboration", metavar="ID"),
    ])  # fmt: skip


def run(
    door: Door, anchors: str | None, write_anchors: str | None, store: str,
    collaboration: str | None,
) -> int:  # fmt: skip
    """Look at all of a store, or at one collaboration; 1 when something is wrong."""
    from samenwerk.care.anchors import with_report, written_anchors
    from samenwerk.care.verifying import verify_store
    from samenwerk.cli.care_told import report_data, report_rows
    from samenwerk.cli.output import new_file
    from samenwerk.cli.progress import Progress
    from samenwerk.cli.rooms import opened_store
    from samenwerk.cli.stores import told

    noted = None if anchors is None else read(anchors)
    older = None
    if write_anchors is not None and os.path.exists(write_anchors):
        older = read(write_anchors)  # who adds to a file looks first whether that still holds
    with opened_store(store) as found:
        if collaboration is not None and found.tip(collaboration) is None:
            from samenwerk.cli.named import unknown

            raise unknown("collaboration", collaboration, found.collaborations())
        ids = found.collaborations() if collaboration is None else (collaboration,)
        whole = sum((found.tip(id) or (0, ""))[0] for id in ids)
        done = 0
        with Progress(door, "verify_store.looking", whole) as progress:

            def tell(count: int) -> None:
                nonlocal done
                done += count
                progress.at(done)

            both = together(noted, older)
            report = verify_store(found, both, only=collaboration, tell=tell)
    written = None
    if write_anchors is not None and report.whole:
        from samenwerk.care.anchors import Anchors

        text = written_anchors(with_report(both or Anchors(), report))
        new_file(write_anchors, text.encode("utf-8"), force=older is not None)
        written = write_anchors

    def text_of() -> str:
        rows = report_rows(report, door, store=store)
        if written is not None:
            rows += ["", door.words("verify_store.written", file=written)]
        elif write_anchors is not None:
            rows += ["", door.words("verify_store.not_written", file=write_anchors)]
        return "\n".join(rows)

    return door.answer(
        FINE if report.whole else FOUND,
        text_of,
        lambda: {"store": told(store), **report_data(report, door, store), "anchors": written},
    )


def read(file: str) -> Anchors:
    """The anchors in a file; raises Fail when it cannot be read or holds none."""
    from samenwerk.care.anchors import read_anchors
    from samenwerk.values.errors import Misuse

    try:
        return read_anchors(_text(file))
    except FileNotFoundError:
        raise Fail("file.absent", file=file) from None
    except (OSError, ValueError):
        raise Fail("file.unreadable", file=file) from None
    except Misuse:
        raise Fail("anchors.none", file=file) from None


def _text(file: str) -> str:
    """What stands in the file, as far as anchors ever go; a pipe or device might never end."""
    path = Path(file)
    if not path.is_file() and path.exists():
        raise OSError(f"no file: {file}")
    with path.open("rb") as opened:
        data = opened.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise ValueError("too large")
    return data.decode("utf-8")


def together(one: Anchors | None, other: Anchors | None) -> Anchors | None:
    """What either of two files noted; None when there is neither."""
    from samenwerk.care.anchors import joined

    found = [each for each in (one, other) if each is not None]
    return joined(found) if found else None
