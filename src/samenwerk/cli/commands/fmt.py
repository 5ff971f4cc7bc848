"""`samenwerk fmt`: TOML files in the layout of the house, with every comment in its place."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from samenwerk.cli.command import argument, made, option
from samenwerk.cli.door import FINE, FOUND, OURS, WRONG, Door
from samenwerk.cli.failing import Fail

if TYPE_CHECKING:
    from samenwerk.cli.tidied import Tidied


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        argument(lang, "places", nargs=-1),
        option(lang, "--check", is_flag=True),
        option(lang, "--diff", is_flag=True),
    ])  # fmt: skip


def run(door: Door, places: tuple[str, ...], check: bool, diff: bool) -> int:
    """Format these files, or only tell what would change; the exit code is the worst of them."""
    from samenwerk.cli.tidied import from_input, tidied, toml_files

    if "-" in places:
        if len(places) > 1:
            raise Fail("fmt.alone")
        return _filtered(door, from_input(), check, diff)
    found = [tidied(path) for path in toml_files(places or (".",))]
    written = not check and not diff
    if written:
        for one in found:
            one.write()
    code = max((_code(one, check) for one in found), default=FINE)
    return door.answer(
        code,
        lambda: _text(found, door, not written, diff),
        lambda: {
            "files": [_data(one, door, diff) for one in found],
            "written": written,
        },
    )


def _code(one: Tidied, check: bool) -> int:
    if one.refused is not None:
        return one.refused.code
    if one.unsure:
        return OURS
    if one.faults:
        return WRONG if any(fault.code in ("SW001", "SW002") for fault in one.faults) else FOUND
    return FOUND if check and one.changes else FINE


def _filtered(door: Door, one: Tidied, check: bool, diff: bool) -> int:
    """What stood on standard input, formatted on standard output; faults go beside it."""
    code = _code(one, check)
    if door.format == "json":
        door.print_json(code, {"files": [{**_data(one, door, diff), "text": one.after}],
                               "written": False})  # fmt: skip
        return code
    if one.faults or one.unsure:
        sys.stderr.write(_told(one, door) + "\n")
    elif diff:
        sys.stdout.write(one.diff())
    elif not check:
        sys.stdout.flush()
        _put(one.bytes_after)
    return code


def _put(data: bytes) -> None:
    """Write exactly these bytes: a stream of text would change the ends of lines."""
    stream = getattr(sys.stdout, "buffer", None)
    if stream is None:
        sys.stdout.write(data.decode())
    else:
        stream.write(data)


def _text(found: list[Tidied], door: Door, only_told: bool, diff: bool) -> str:
    """A block for each file with faults, a line for each that changed, and how many there are."""
    rows: list[str] = []
    for one in found:
        if one.refused is not None or one.unsure or one.faults:
            rows += [_told(one, door), ""]
        elif one.changes and diff:
            rows.append(one.diff())
        elif one.changes:
            rows.append(door.words("fmt.would" if only_told else "fmt.did", file=one.name))
    changed = sum(one.changes for one in found)
    left = sum(bool(one.faults or one.unsure or one.refused) for one in found)
    id = "fmt.count_would" if only_told else "fmt.count"
    rows.append(door.words(id, changed=changed, fine=len(found) - changed - left))
    if left:
        rows.append(door.words("fmt.left", left=left))
    return "\n".join(rows)


def _told(one: Tidied, door: Door) -> str:
    """Why a file was left as it is."""
    if one.refused is not None:
        return door.words(one.refused.id, **one.refused.params)
    if one.unsure:
        return door.words("fmt.unsure", file=one.name)
    from samenwerk.cli.faults import faults_text

    return faults_text(one.faults, {one.name: one.lines}, door)


def _data(one: Tidied, door: Door, diff: bool) -> dict[str, object]:
    from samenwerk.cli.faults import faults_data

    refused = None if one.refused is None and not one.unsure else _told(one, door)
    return {
        "path": one.name,
        "changes": one.changes,
        "faults": faults_data(one.faults, door) if one.faults else [],
        "refused": refused,
        **({"diff": one.diff()} if diff else {}),
    }
