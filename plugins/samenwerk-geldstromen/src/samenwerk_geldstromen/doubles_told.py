"""The report `double`: which activities are paid, from which stream, and which are paid twice.

The rule `paid_once` refuses a second award; what came to overlap later, or was recorded before
anybody looked, is seen here.
"""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk import (
    Block,
    Heading,
    Message,
    Name,
    Page,
    Paragraph,
    PluginReport,
    Question,
    Speaks,
    Table,
    Whole,
)
from samenwerk_geldstromen.double import Claim, claims, doubles

HEADS = ("party", "activity", "stream", "case", "first", "last")


def render(whole: Whole, lang: str, format: str) -> str:
    """The page in Dutch or English, as text or Markdown."""
    speaker = whole.speaker(lang)
    title = _words(speaker, "title", id=whole.collaboration.id)
    return Page(title, tuple(_blocks(whole, speaker))).written(format)


def _blocks(whole: Whole, speaker: Speaks) -> Iterator[Block]:
    yield Paragraph(_words(speaker, "intro", day=whole.day))
    question = Question(whole.cases[0], whole.collaboration, whole.day) if whole.cases else None
    twice = () if question is None else doubles(question)
    yield Heading(_words(speaker, "twice"))
    if twice:
        rows = tuple(_row(speaker, claim) for pair in twice for claim in pair)
        yield Table(_heads(speaker), rows)
    else:
        yield Paragraph(_words(speaker, "none"))
    paid = () if question is None else tuple(claims(question))
    yield Heading(_words(speaker, "paid"))
    if paid:
        order = sorted(paid, key=lambda one: (one.party, one.activity, one.first, one.case))
        yield Table(_heads(speaker), tuple(_row(speaker, one) for one in order))
    else:
        yield Paragraph(_words(speaker, "nothing"))


def _heads(speaker: Speaks) -> tuple[str, ...]:
    return tuple(speaker.say(Message(f"geldstromen.double.{one}")) for one in HEADS)


def _row(speaker: Speaks, claim: Claim) -> tuple[str, ...]:
    word = Name("word", f"{claim.stream.award}.activity={claim.activity}")
    last = "" if claim.last is None else speaker.tell(claim.last)
    return (
        speaker.tell(Name("party", claim.party)), speaker.tell(word), claim.stream.law,
        claim.case, speaker.tell(claim.first), last,
    )  # fmt: skip


def _words(speaker: Speaks, id: str, /, **params: object) -> str:
    return speaker.sentence(Message(f"geldstromen.double.{id}", params)).removesuffix(":")


DOUBLE = PluginReport(
    name="double",
    labels={"nl": "wat dubbel betaald wordt", "en": "what is paid twice"},
    formats=("text", "markdown"),
    render=render,
)
