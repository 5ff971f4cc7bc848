"""`national`: days that hold for the whole country, kept in `national.toml`."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Iterator, Sequence
from datetime import date
from importlib.resources import files

import attrs

from samenwerk import DueItem, Message, PluginDue, Question
from samenwerk_verantwoording.people import leading

_MOST = 20


@attrs.frozen
class Subject:
    """Something that the whole country does by a day, once or again and again."""

    name: str
    when: str
    done: str
    days: tuple[date, ...]
    source: str
    every_years: int | None = None


@functools.cache
def subjects() -> tuple[Subject, ...]:
    """The subjects of the file, in its order."""
    text = files("samenwerk_verantwoording").joinpath("national.toml").read_text("utf-8")
    return tuple(
        Subject(name, one["when"], one["done"], tuple(one["days"]), one["source"],
                one.get("every_years"))
        for name, one in tomllib.loads(text).items()
    )  # fmt: skip


def days(subject: Subject) -> Iterator[date]:
    """Its days in order; one that comes back goes on from the last that is named."""
    yield from subject.days
    last = subject.days[-1]
    for turn in range(1, _MOST if subject.every_years else 0):
        yield last.replace(year=last.year + turn * (subject.every_years or 0))


def items(question: Question) -> Sequence[DueItem]:
    """For each subject that the case takes part in: its first day that is not settled yet."""
    return [item for one in subjects() for item in _of(question, one)]


def _of(question: Question, subject: Subject) -> Iterator[DueItem]:
    if question.fact(subject.when) is not True:
        return
    done = question.case.entry("steps", subject.done)
    for day in days(subject):
        if day < question.case.opened.day or (done and done.day >= date(day.year, 1, 1)):
            continue
        told = Message(f"verantwoording.national.{subject.name}", {"year": day.year})
        yield DueItem(day, told, leading(question), f"{subject.name}.{day.year}", subject.source)
        return


NATIONAL = PluginDue(
    name="national",
    labels={"nl": "landelijke dagen", "en": "national days"},
    items=items,
    reads=tuple(one.when for one in subjects()),
)
