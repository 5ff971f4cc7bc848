"""`samenwerk verify`: whether any path gets round an invariant, and the story of one that does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from samenwerk.cli.command import argument, made, option
from samenwerk.cli.door import FINE, FOUND, INTERRUPTED, NOT_DECIDED, Door, print_text
from samenwerk.cli.failing import Fail
from samenwerk.cli.words import words

if TYPE_CHECKING:
    from samenwerk.cli.proving import Told

FORMATS = ("text", "json", "markdown")


def build(name: str, lang: str) -> click.Command:
    """The command."""
    number = words(lang, "metavar.number")
    return made(name, lang, run, [
        argument(lang, "paths", nargs=-1),
        option(lang, "--invariant", "names", multiple=True, metavar=words(lang, "argument.name")),
        option(lang, "--with-breaches", "breaches", is_flag=True),
        option(lang, "--members", type=click.IntRange(0, 12), metavar=number, told="group_members"),
        option(lang, "--cases", type=click.IntRange(0, 12), metavar=number, told="other_cases"),
        option(lang, "--limit", type=click.IntRange(1), metavar=number, told="possibilities"),
        option(lang, "--save", metavar=words(lang, "metavar.folder")),
        option(lang, "--force", is_flag=True, told="replace"),
    ], FORMATS)  # fmt: skip


def run(
    door: Door,
    paths: tuple[str, ...],
    names: tuple[str, ...],
    breaches: bool,
    members: int | None,
    cases: int | None,
    limit: int | None,
    save: str | None,
    force: bool,
    format: str | None = None,
) -> int:
    """Ask every invariant of each workflow; 1 when one is broken, 4 when one is not decided."""
    from samenwerk.cli.definition import all_given
    from samenwerk.cli.proving import limits_of, must_be_there, proved
    from samenwerk.scenarios.folder import read_folder

    folders = [read_folder(file) for file in all_given(paths or (".",))]
    must_be_there(names, folders)
    if save is not None and len(folders) > 1:
        raise Fail("verify.save_one")
    found: list[Told] = []
    for folder in folders:
        told = proved(door, folder, names, breaches, limits_of(members, cases, limit))
        found.append(told)
        if told.verified is not None and not told.verified.whole:
            break
    files = _saved(door, found[0], save, force) if save is not None else []
    return _answer(door, found, files, format)


def _saved(door: Door, told: Told, save: str, force: bool) -> list[str]:
    from samenwerk.cli.story_files import written

    return written(door.with_workflow(told.folder.workflow), told, save, force)


def _answer(door: Door, found: list[Told], files: list[str], format: str | None) -> int:
    from samenwerk.cli.proving import data, markdown, text
    from samenwerk.language.layout import wrap

    code = max((_code(one) for one in found), key=_ORDER.index)
    if format == "markdown":
        print_text("\n".join(markdown(door, one) for one in found))
        return code

    def as_text() -> str:
        parts = [text(door, one) for one in found]
        if files:
            parts.append("\n".join(wrap(door.words("verify.saved", files=files), door.width)))
        return "\n\n".join(parts)

    return door.answer(
        code, as_text, lambda: {"verified": [data(door, one) for one in found], "saved": files}
    )


_ORDER = (FINE, NOT_DECIDED, FOUND, INTERRUPTED)


def _code(told: Told) -> int:
    from samenwerk.verify.answers import NOT_DECIDED as OPEN

    found = told.verified
    if found is None:
        return FOUND
    if not found.whole:
        return INTERRUPTED
    if found.broken or told.looser:
        return FOUND
    return NOT_DECIDED if found.count(OPEN) else FINE
