"""`samenwerk report` and `export`: a collaboration as a text for people, or a file for programs."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

import click

from samenwerk.cli.command import Day, argument, made, on_store, option
from samenwerk.cli.door import FINE, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.named import unknown
from samenwerk.cli.words import words
from samenwerk.values.errors import Misuse, UnknownName

if TYPE_CHECKING:
    from samenwerk.cli.rooms import At

FORMATS = ("text", "markdown", "html", "pdf", "docx", "json")
ENDINGS = {".txt": "text", ".md": "markdown", ".html": "html", ".pdf": "pdf", ".docx": "docx"}
"""How a file that is one of these ends; others say nothing."""


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
        also = option(lang, "--also", multiple=True, metavar=words(lang, "metavar.store"))
        texts = option(lang, "--texts", is_flag=True)
        return made(name, lang, report, [wanted, since, texts, also, *shared], FORMATS)
    return made(name, lang, export, [wanted, option(lang, "--texts", is_flag=True), *shared])


def report(
    door: Door, name: str | None, since: date | None, texts: bool, also: tuple[str, ...],
    day: date | None, output: str | None, force: bool, store: str, collaboration: str | None,
    now: datetime | None, format: str | None,
) -> int:  # fmt: skip
    """Make a report, or tell which there are."""
    from samenwerk.cli.portfolio import PORTFOLIO, report_portfolio

    if name == PORTFOLIO:
        of_one = texts or (since, collaboration, now) != (None, None, None)
        if of_one or format not in (None, "html", "json"):
            raise Fail("portfolio.whole")
        return report_portfolio(door, (store, *also), day, output, force)
    if also:
        raise Fail("portfolio.also")
    from samenwerk.cli.output import new_file
    from samenwerk.cli.rooms import opened
    from samenwerk.language.clean import clean

    with opened(door, store, collaboration, now) as at:
        if name is None and output is None:
            return _listed(at, "reports")
        name = name or "wall"
        asked = None if format in (None, "json") else format
        door = at.door
        with _known(at, "reports", name):
            if output is not None:
                asked = asked or _by_ending(at, name, output)
                file = at.room.report_file(
                    name, door.lang, asked, day=day, since=since, texts=texts
                )
            else:
                text = _text(at, name, asked, day, since, texts)
    if output is None:
        return door.answer(FINE, lambda: clean(text), lambda: {"report": name, "text": text})
    new_file(output, file, force)
    return _written(door, {"report": name, "output": output})


def export(
    door: Door, name: str | None, texts: bool, day: date | None, output: str | None,
    force: bool, store: str, collaboration: str | None, now: datetime | None,
) -> int:  # fmt: skip
    """Write a file for another program, or tell which can be made."""
    from samenwerk.cli.commands.carrying import WHOLE, export_whole

    if name == WHOLE:
        if texts or day is not None or now is not None:
            raise Fail("export.whole_only")
        return export_whole(door, output, force, store, collaboration)
    from samenwerk.cli.output import new_file
    from samenwerk.cli.rooms import opened
    from samenwerk.engine.reporting import found as made_by

    with opened(door, store, collaboration, now) as at:
        if name is None:
            return _listed(at, "exports")
        door = at.door
        with _known(at, "exports", name):
            made_by(at.room, "exports", name)
            if output is None:
                raise Fail("export.output", name=name)
            content = at.room.export(name, day=day, texts=texts, lang=door.lang)
    new_file(output, content, force)
    return _written(door, {"export": name, "output": output, "bytes": len(content)})


@contextlib.contextmanager
def _known(at: At, hook: str, name: str) -> Iterator[None]:
    """Tell which there are when there is none of this name."""
    from samenwerk.cli.commands.carrying import WHOLE
    from samenwerk.cli.portfolio import PORTFOLIO
    from samenwerk.engine.reporting import brought

    try:
        yield
    except UnknownName as fault:
        beside = {"reports": PORTFOLIO, "exports": WHOLE}[hook]
        known = [*brought(at.room, hook), beside]
        raise unknown(hook.removesuffix("s"), name, known) from fault


def _by_ending(at: At, name: str, output: str) -> str | None:
    """The form that the name of a file asks for, if any; raises Fail where a paper would get an
    ending by which nothing opens it."""
    from samenwerk.engine.reporting import brought

    ending = PurePath(output).suffix.lower()
    made = brought(at.room, "reports").get(name)
    forms = () if made is None else made[1].formats
    if ending and ending not in ENDINGS and forms and set(forms) <= {"pdf", "docx"}:
        raise Fail("report.ending", ending=ending, endings=[f".{one}" for one in forms])
    return ENDINGS.get(ending)


def _text(
    at: At, name: str, asked: str | None, day: date | None, since: date | None, texts: bool
) -> str:
    """A report on the screen; raises Fail for one that is no text, or a page that no person
    reads there."""
    if asked is None and at.door.watched and _usual_form(at, name) == "html":
        raise Fail("report.page", file=f"{name}.html")
    try:
        return at.room.report(name, at.door.lang, asked, day=day, since=since, texts=texts)
    except Misuse as fault:
        if fault.params.get("what") != "report_paper":
            raise
        raise Fail("report.output") from fault


def _usual_form(at: At, name: str) -> str | None:
    """The form in which a report comes when none is asked; None when there is no such report."""
    from samenwerk.engine.reporting import brought

    made = brought(at.room, "reports").get(name)
    return None if made is None else made[1].formats[0]


def _written(door: Door, data: dict[str, object]) -> int:
    said = door.words("output.made", file=data["output"])
    return door.answer(FINE, lambda: said, lambda: data)


def _listed(at: At, hook: str) -> int:
    """Which there are, with what each is called and can be made as."""
    from samenwerk.cli.commands.carrying import WHOLE
    from samenwerk.cli.portfolio import PORTFOLIO
    from samenwerk.engine.reporting import brought
    from samenwerk.hooks.plugins import OWN
    from samenwerk.language.layout import wrap

    door = at.door
    forms: Callable[[Any], list[str]] = (
        (lambda one: list(one.formats)) if hook == "reports" else (lambda one: [one.extension])
    )
    found = [
        (name, plugin, one.labels, forms(one))
        for name, (plugin, one) in brought(at.room, hook).items()
    ]
    if hook == "reports":
        labels = {lang: words(lang, "portfolio.label") for lang in ("nl", "en")}
        found.append((PORTFOLIO, OWN, labels, ["html"]))
    if hook == "exports":
        labels = {lang: words(lang, "export.whole_label") for lang in ("nl", "en")}
        found.insert(0, (WHOLE, OWN, labels, ["zip"]))

    def text() -> str:
        rows = [door.words(f"{hook}.head")]
        for name, _, labels, can in found:
            label = at.speaker.labels.among(labels) or name
            said = door.words("reports.line", name=name, label=label, forms=can)
            rows += wrap(said, door.width, "- ")
        return "\n".join(rows)

    return door.answer(FINE, text, lambda: {
        hook: [
            {"name": name, "plugin": plugin, "labels": dict(labels), "formats": can}
            for name, plugin, labels, can in found
        ]
    })  # fmt: skip
