"""`samenwerk import`, and `samenwerk export whole`: a record carried from one store to another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from samenwerk.cli.command import argument, made, option
from samenwerk.cli.door import FINE, FOUND, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.stores import stored
from samenwerk.cli.words import words

if TYPE_CHECKING:
    from samenwerk.care.faults import Fault

WHOLE = "whole"
"""What somebody asks for who wants a whole record."""

_MEGABYTE = 2**20


def build(name: str, lang: str) -> click.Command:
    """The command `import`."""
    file = words(lang, "metavar.file")
    return made(name, lang, run, [
        argument(lang, "file"),
        option(lang, "--expect", told="expect", metavar=words(lang, "metavar.head")),
        option(lang, "--anchors", metavar=file),
        option(lang, "--most", type=click.IntRange(1), default=1024, show_default=True,
               metavar="MB", told="most_mb"),
        stored(lang),
    ])  # fmt: skip


def run(
    door: Door, file: str, expect: str | None, anchors: str | None, most: int, store: str
) -> int:
    """Take a whole record in; 1 when it is not whole, or another record has its name."""
    from samenwerk.care.unbundled import read_bundle
    from samenwerk.care.whole import judged, take_in
    from samenwerk.cli.commands.verify_store import read
    from samenwerk.cli.stores import there
    from samenwerk.cli.stores import told as shown
    from samenwerk.front import open_store
    from samenwerk.values.errors import Conflict

    if not there(file):
        raise Fail("file.absent", file=file)
    noted = None if anchors is None else read(anchors)
    whole = read_bundle(file, most * _MEGABYTE)
    faults = judged(whole, noted, expect)
    if faults:  # no store is made for what cannot come in
        return _broken(door, "import.broken", file, faults, {"taken_in": False})
    target = open_store(store)
    try:
        taken = take_in(target, whole, held=door.words("import.held"))
    except Conflict as taken_by:
        if taken_by.params.get("what") != "taken":
            raise
        raise Fail("import.taken", FOUND, name=whole.collaboration, store=shown(store)) from None
    finally:
        target.close()
    data = {
        "collaboration": whole.collaboration, "store": shown(store), "taken_in": taken.how == "in",
        "events": len(whole.lines), "head": whole.head, "held": list(taken.effects), "faults": [],
    }  # fmt: skip

    def text() -> str:
        from samenwerk.language.layout import wrap

        params = {"name": whole.collaboration, "count": len(whole.lines), "store": shown(store),
                  "head": whole.head}  # fmt: skip
        rows = wrap(door.words(f"import.{taken.how}", **params), door.width, paths=True)
        if taken.effects:
            told = door.words("import.waits", count=len(taken.effects))
            rows += ["", *wrap(told, door.width)]
        return "\n".join(rows)

    return door.answer(FINE, text, lambda: data)


def export_whole(
    door: Door, output: str | None, force: bool, store: str, collaboration: str | None
) -> int:
    """Write a whole record to one file; 1 when it is not whole."""
    from samenwerk.care.bundle import files_of, zipped
    from samenwerk.care.whole import judged, whole_record
    from samenwerk.cli.named import unknown
    from samenwerk.cli.output import new_file
    from samenwerk.cli.rooms import only, opened_store

    if output is None:
        raise Fail("export.output", name=WHOLE)
    with opened_store(store) as found:
        id = collaboration if collaboration is not None else only(found, store)
        if found.tip(id) is None:
            raise unknown("collaboration", id, found.collaborations())
        whole, posted = whole_record(found, id)
    faults = judged(whole)
    if faults:
        return _broken(door, "export.broken", id, faults, {"export": WHOLE, "output": None})
    content = zipped(files_of(whole, posted))
    new_file(output, content, force)
    waiting = [one.key for one in posted]
    data = {
        "export": WHOLE, "output": output, "bytes": len(content), "collaboration": id,
        "events": len(whole.lines), "head": whole.head, "sending": waiting,
    }  # fmt: skip

    def text() -> str:
        from samenwerk.language.layout import wrap

        rows = wrap(door.words("export.whole", file=output, name=id, count=len(whole.lines),
                               texts=len(whole.texts)), door.width, paths=True)  # fmt: skip
        if waiting:
            rows += ["", *wrap(door.words("export.sending", count=len(waiting)), door.width)]
        return "\n".join(rows)

    return door.answer(FINE, text, lambda: data)


def _broken(
    door: Door, id: str, name: str, faults: tuple[Fault, ...], data: dict[str, object]
) -> int:
    from samenwerk.cli.care_told import fault_rows, faults_data
    from samenwerk.language.layout import wrap

    return door.answer(
        FOUND,
        lambda: "\n".join([
            *wrap(door.words(id, name=name, count=len(faults)), door.width),
            *fault_rows(faults, door),
        ]),
        lambda: {**data, "faults": faults_data(faults, door.speaker())},
    )  # fmt: skip
