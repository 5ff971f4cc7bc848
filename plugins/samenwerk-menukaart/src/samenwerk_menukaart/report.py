"""The report `menu`: what fits the open cases that ask for support, and then all there is."""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk import (
    Block,
    Heading,
    Message,
    Page,
    Paragraph,
    PluginReport,
    Point,
    Points,
    Speaks,
    Whole,
)
from samenwerk_menukaart.card import point
from samenwerk_menukaart.looked import ABOUT
from samenwerk_menukaart.offers import PROBLEMS, fitting
from samenwerk_menukaart.wording import problem, told


def render(whole: Whole, lang: str, format: str) -> str:
    """The page in Dutch or English, as text or Markdown."""
    speaker = whole.speaker(lang)
    return Page(_words(speaker, "title"), tuple(_blocks(whole, speaker))).written(format)


def _words(speaker: Speaks, id: str, /, **params: object) -> str:
    return speaker.sentence(Message(f"menukaart.{id}", params)).removesuffix(":")


def _blocks(whole: Whole, speaker: Speaks) -> Iterator[Block]:
    there = fitting(whole.day)
    yield Paragraph(_words(speaker, "intro", day=whole.day, count=len(there)))
    yield Heading(_words(speaker, "asked"))
    asked = tuple(_asked(whole, speaker))
    yield Points(asked) if asked else Paragraph(_words(speaker, "asked.none"))
    yield Heading(_words(speaker, "all"))
    yield Points(tuple(point(one, whole.day, speaker) for one in there))


def _asked(whole: Whole, speaker: Speaks) -> Iterator[Point]:
    for case in whole.cases:
        about = whole.fact(case, ABOUT)
        if case.over or about not in PROBLEMS:
            continue
        said = {"case": case.id, "problem": problem(str(about))}
        names = fitting(whole.day, problem=str(about))
        below = tuple(Point(speaker.say(told("name", one))) for one in names)
        # the case is called exactly by its name
        yield Point(speaker.say(Message("menukaart.asked.case", said)), below)


MENU = PluginReport(
    name="menu",
    labels={"nl": "menukaart van ondersteuning", "en": "menu of support"},
    formats=("text", "markdown"),
    render=render,
)
