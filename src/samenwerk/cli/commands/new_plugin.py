"""`samenwerk new plugin`: a package with a plugin that works, and a workflow that needs it."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenwerk.cli.command import argument, made, option
from samenwerk.cli.door import FINE, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.words import words

if TYPE_CHECKING:
    from samenwerk.authoring.plugin import NewPlugin

USUAL = "rules"
"""What a new plugin brings when nobody says what."""


def build(name: str, lang: str) -> click.Command:
    """The command."""
    title = words(lang, "argument.title")
    return made(name, lang, run, [
        argument(lang, "name"),
        option(lang, "--with", "brings", multiple=True, metavar=words(lang, "metavar.hooks")),
        option(lang, "--nl", "nl", metavar=title),
        option(lang, "--en", "en", metavar=title),
    ])  # fmt: skip


def run(door: Door, name: str, brings: tuple[str, ...], nl: str | None, en: str | None) -> int:
    """Make the folder of the package; one that is there is never touched."""
    from samenwerk.authoring.bringing import BRINGS
    from samenwerk.authoring.plugin import NewPlugin, plugin_files
    from samenwerk.cli.making import is_there, make_files
    from samenwerk.cli.region_asked import filled_in

    _may_be_called(name)
    plain = name.replace("_", " ").capitalize()
    titles = {"nl": nl, "en": en}
    own = filled_in(titles[door.lang] or plain)
    other = filled_in(titles["en" if door.lang == "nl" else "nl"] or own)
    new = NewPlugin(
        name=name, lang=door.lang, nl=own if door.lang == "nl" else other,
        en=other if door.lang == "nl" else own, brings=_chosen(brings, tuple(BRINGS)),
    )  # fmt: skip
    target = Path(f"samenwerk-{new.dashed}")
    if is_there(target):
        raise Fail("new.exists", name=target.as_posix())
    files = plugin_files(new)
    make_files(target, files)
    then = [
        f"cd {target.as_posix()}",
        'pip install --editable ".[dev]"',
        "pytest",
        "samenwerk check workflow",
        "samenwerk test workflow",
    ]
    return door.answer(
        FINE,
        lambda: _text(door, new, target, files, then),
        lambda: {
            "made": {
                "kind": "plugin",
                "name": name,
                "folder": target.as_posix(),
                "files": sorted(files),
                "brings": list(new.hooks),
            },
            "next": then,
        },
    )


def _may_be_called(name: str) -> None:
    """Raise Fail for what cannot be the name of a plugin, with one that can."""
    from samenwerk.authoring.naming import name_fault, name_like
    from samenwerk.hooks.installed import InstalledVersions

    plain = re.sub(r"^samenwerk([-_]|$)", "", name)
    why = name_fault(name)
    if why == "shape" or "-" in name or plain != name or keyword.iskeyword(name):
        why = "plugin_shape"
    taken = {"samenwerk", *InstalledVersions()}
    if why is None and name in taken:
        why = "plugin"
    if why is not None:
        near = name_like(plain, "plugin", "_", {*taken, *keyword.kwlist})
        raise Fail(f"new.name.{why}", name=name, near=near, kind="plugin")


def _chosen(brings: tuple[str, ...], known: tuple[str, ...]) -> tuple[str, ...]:
    from samenwerk.authoring.bringing import ALL
    from samenwerk.definitions.laying.faults import nearest

    said = [one.strip() for text in brings for one in text.split(",") if one.strip()]
    for one in said:
        if one not in (*known, "messages", ALL):
            near = nearest(one, known)
            id = "new.plugin.no_hook_near" if near else "new.plugin.no_hook"
            raise Fail(id, name=one, near=near, names=known)
    return known if ALL in said else tuple(one for one in known if one in said) or (USUAL,)


def _text(door: Door, new: NewPlugin, target: Path, files: Iterable[str], then: list[str]) -> str:
    from samenwerk.language.layout import wrap

    told = door.words("new.plugin.made", name=target.as_posix(), hooks=new.hooks)
    rows = wrap(told, door.width)
    rows += [f"  {target.as_posix()}/{file}" for file in sorted(files)]
    rows += ["", *wrap(door.words("new.plugin.next"), door.width)]
    rows += [f"  {command}" for command in then]
    return "\n".join(rows)
