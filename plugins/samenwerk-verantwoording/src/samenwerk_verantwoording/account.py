"""The report `account`: one year of grants, what is still open, and what happened.

The year is that of `--since`, or the one before the day on which it is made.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from samenwerk import (
    Block,
    Heading,
    Message,
    Name,
    Page,
    Paragraph,
    PluginReport,
    Point,
    Points,
    Speaks,
    Table,
    Whole,
)
from samenwerk.values.case import Case
from samenwerk.values.event import StepDone

HEADS = ("case", "granted", "passed_on", "own", "on")


def render(whole: Whole, lang: str, format: str) -> str:
    """The page in Dutch or English, as text or Markdown."""
    speaker = whole.speaker(lang)
    year = whole.day.year - 1 if whole.since is None else whole.since.year
    title = _words(speaker, "title", id=whole.collaboration.id, year=year)
    return Page(title, tuple(_blocks(whole, speaker, year))).written(format)


def _words(speaker: Speaks, id: str, /, **params: object) -> str:
    said = speaker.sentence(Message(f"verantwoording.account.{id}", params))
    return said.removesuffix(":")


def _blocks(whole: Whole, speaker: Speaks, year: int) -> Iterator[Block]:
    yield Paragraph(_words(speaker, "intro", day=whole.day))
    yield Heading(_words(speaker, "grants"))
    rows = tuple(_row(whole, speaker, one, year) for one in whole.cases if _runs(whole, one, year))
    if rows:
        yield Table(tuple(_bare(speaker, head) for head in HEADS), rows)
    else:
        yield Paragraph(_words(speaker, "none", year=year))
    yield Heading(_words(speaker, "open"))
    still = tuple(
        Point(_words(
            speaker, "open.line" if one.who else "open.nobody", day=one.day, case=one.case,
            what=one.what, who=tuple(Name("party", who) for who in one.who),
        ))
        for one in whole.due
        if one.plugin == "verantwoording"
    )  # fmt: skip
    yield Points(still) if still else Paragraph(_words(speaker, "open.none"))
    yield Heading(_words(speaker, "moved", year=year))
    steps = [
        (one, one.what)
        for one in whole.history
        if isinstance(one.what, StepDone) and one.effective.year == year
    ]
    moved = tuple(Point(speaker.event(one)) for one, what in steps if what.moved)
    yield Points(moved) if moved else Paragraph(_words(speaker, "moved.none", year=year))
    back = sum(what.back for _, what in steps)
    if back:
        yield Paragraph(_words(speaker, "back", count=back))


def _bare(speaker: Speaks, id: str) -> str:
    return speaker.say(Message(f"verantwoording.account.{id}"))


def _runs(whole: Whole, case: Case, year: int) -> bool:
    """Whether it is a grant that has this year among its years."""
    first, last = whole.fact(case, "first_year"), whole.fact(case, "last_year")
    return isinstance(first, int) and isinstance(last, int) and first <= year <= last


def _row(whole: Whole, speaker: Speaks, case: Case, year: int) -> tuple[str, ...]:
    passed_on = sum(
        (Decimal(entry.value) for who, entry in case.facts.get("passed_on", {}).items()
         if who is not None and isinstance(entry.value, Decimal | int)),
        Decimal(0),
    )  # fmt: skip
    own = _reached(whole, case, "accounted_until", year)
    if not passed_on:
        on = _bare(speaker, "nothing")
    elif _reached(whole, case, "passed_on_accounted_until", year):
        on = speaker.tell(True)
    else:
        on = speaker.say(Message("verantwoording.account.later", {"year": year + 2}))
    granted = whole.fact(case, "granted")
    return (case.id, speaker.tell(granted), speaker.tell(passed_on), speaker.tell(own), on)


def _reached(whole: Whole, case: Case, fact: str, year: int) -> bool:
    found = whole.fact(case, fact)
    return isinstance(found, int) and found >= year


ACCOUNT = PluginReport(
    name="account",
    labels={"nl": "verantwoording over een jaar", "en": "account of a year"},
    formats=("text", "markdown"),
    render=render,
)
