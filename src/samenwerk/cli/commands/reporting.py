"""`samenwerk report` and `export`: a collaboration as a text for people, or a file for programs."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from samenwerk.cli.command import Day, argument, made, on_store, option
from samenwerk.cli.door import FINE, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.named import unknown
from samenwerk.cli.words import words
from samenwerk.values.errors import UnknownName

if TYPE_CHECKING:
    from samenwerk.cli.rooms import At

FORMATS = ("text", "markdown", "html", "json")


def build(name: str, lang: str) -> click.Command:
    """The command of this name."""
    file = words(lang, "metavar.file")
    shared = [
        option(lang, "--on", "day", type=Day(lang)),
        option(lang, "--output", metavar=file),
        option(lang, "--force", is_flag=True),
        *on_store(lang),
    ]
    wanted = argument(lang, "name", required=False)
    if name == "report":
        since = option(lang, "--since", type=Day(lang))
        return made(name, lang, report, [wanted, since, *shared], FORMATS)
    return made(name, lang, export, [wanted, option(lang, "--texts", is_flag=True), *shared])


def report(
    door: Door, name: str | None, since: date | None, day: date | None, output: str | None,
    force: bool, store: str, collaboration: str | None, now: datetime | None, format: str | None,
) -> int:  # fmt: skip
    """Make a report, or tell which there are."""
    from samenwerk.cli.output import new_file
    from samenwerk.cli.rooms import opened
    from samenwerk.language.clean import clean

    with opened(door, store, collaboration, now) as at:
        if name is None:
            return _listed(at, "reports")
        asked = None if format in (None, "json") else format
        door = at.door
        with _known(at, "reports", name):
            text = at.room.report(name, door.lang, asked, day=day, since=since)
    if output is None:
        return door.answer(FINE, lambda: clean(text), lambda: {"report": name, "text": text})
    new_file(output, (text.rstrip("\n") + "\n").encode("utf-8"), force)
    return _written(door, {"report": name, "output": output})


def export(
    door: Door, name: str | None, texts: bool, day: date | None, output: str | None,
    force: bool, store: str, collaboration: str | None, now: datetime | None,
) -> int:  # fmt: skip
    """Write a file for another program, or tell which can be made."""
    from samenwerk.cli.output import new_file
    from samenwerk.cli.rooms import opened

    with opened(door, store, collaboration, now) as at:
        if name is None:
            return _listed(at, "exports")
        door = at.door
        if output is None:
            raise Fail("export.output", name=name)
        with _known(at, "exports", name):
            content = at.room.export(name, day=day, texts=texts)
    new_file(output, content, force)
    return _written(door, {"export": name, "output": output, "bytes": len(content)})


@contextlib.contextmanager
def _known(at: At, hook: str, name: str) -> Iterator[None]:
    """Tell which there are when there is none of this name."""
    from samenwerk.engine.reporting import brought

    try:
        yield
    except UnknownName as fault:
        raise unknown(hook.removesuffix("s"), name, brought(at.room, hook)) from fault


def _written(door: Door, data: dict[str, object]) -> int:
    said = door.words("output.made", file=data["output"])
    return door.answer(FINE, lambda: said, lambda: data)


def _listed(at: At, hook: str) -> int:
    """Which there are, with what each is called and can be made as."""
    from samenwerk.engine.reporting import brought
    from samenwerk.language.layout import wrap

    door = at.door
    found = brought(at.room, hook)
    forms: Callable[[Any], list[str]] = (
        (lambda one: list(one.formats)) if hook == "reports" else (lambda one: [one.extension])
    )

    def text() -> str:
        rows = [door.words(f"{hook}.head")]
        for name, (_, one) in found.items():
            label = at.speaker.labels.among(one.labels) or name
            said = door.words("reports.line", name=name, label=label, forms=forms(one))
            rows += wrap(said, door.width, "- ")
        return "\n".join(rows)

    return door.answer(FINE, text, lambda: {
        hook: [
            {"name": name, "plugin": plugin, "labels": dict(one.labels), "formats": forms(one)}
            for name, (plugin, one) in found.items()
        ]
    })  # fmt: skip
