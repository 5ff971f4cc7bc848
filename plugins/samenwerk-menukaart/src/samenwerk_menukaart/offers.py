"""The offers of `aanbod.toml`: what they are, whether they are old, and which of them fit. Pure."""

from __future__ import annotations

import functools
import tomllib
from collections.abc import Mapping
from datetime import date
from importlib.resources import files

import attrs

from samenwerk import Term

KINDS = ("subsidy", "knowledge", "expertise", "contact")
PROBLEMS = ("process", "people", "money", "plan", "example", "technology")
OLD = Term(1, "year")
"""Who looked longer ago than this is told so."""


@attrs.frozen
class Offer:
    """Some support: what it is, for whom, of which kinds, and with which problems it helps.

    `checked` is the day on which somebody last looked whether it is still so; None: nobody knows.
    After day `until` it is over. What the source does not say is None.
    """

    id: str
    names: Mapping[str, str]
    what: Mapping[str, str]
    for_whom: Mapping[str, str]
    kinds: tuple[str, ...]
    helps: tuple[str, ...]
    source: str
    where: str | None = None
    cost: Mapping[str, str] | None = None
    checked: date | None = None
    until: date | None = None

    def over(self, day: date) -> bool:
        """Whether it is no longer there on a day."""
        return self.until is not None and self.until < day

    def old(self, day: date) -> bool:
        """Whether it was not looked at for a year, or nobody knows when it was."""
        return self.checked is None or OLD.after(self.checked) < day


@functools.cache
def offers() -> tuple[Offer, ...]:
    """All of them, in the order of the file."""
    text = files("samenwerk_menukaart").joinpath("aanbod.toml").read_text("utf-8")
    return tuple(read(name, one) for name, one in tomllib.loads(text).items())


def read(id: str, one: Mapping[str, object]) -> Offer:
    """One table of the file; raises ValueError for what is no offer."""
    known = {"nl", "en", "what", "for", "kinds", "helps", "where", "cost", "checked", "until",
             "source"}  # fmt: skip
    wrong = set(one) - known
    missing = {"nl", "en", "what", "for", "kinds", "helps", "source"} - set(one)
    if wrong or missing:
        raise ValueError(f"{id}: {', '.join(sorted(wrong | missing))}")
    kinds, helps = _words(id, one["kinds"], KINDS), _words(id, one["helps"], PROBLEMS)
    names = {lang: str(one[lang]) for lang in ("nl", "en")}
    return Offer(
        id, names, _texts(id, one["what"]), _texts(id, one["for"]), kinds, helps,
        str(one["source"]),
        where=None if "where" not in one else str(one["where"]),
        cost=None if "cost" not in one else _texts(id, one["cost"]),
        checked=_day(id, one.get("checked")), until=_day(id, one.get("until")),
    )  # fmt: skip


def fitting(
    day: date, kind: str | None = None, problem: str | None = None, also_over: bool = False
) -> tuple[Offer, ...]:
    """The offers of a kind, or for a problem, that are there on a day; those looked at last first.

    >>> [one.id for one in fitting(date(2021, 1, 1), kind="subsidy")]
    ['transitiemiddelen']
    """
    found = [
        one
        for one in offers()
        if (kind is None or kind in one.kinds)
        and (problem is None or problem in one.helps)
        and (also_over or not one.over(day))
    ]
    return tuple(sorted(found, key=lambda one: (one.over(day), one.checked is None)))


def _words(id: str, given: object, known: tuple[str, ...]) -> tuple[str, ...]:
    if not isinstance(given, list) or not given or not set(given) <= set(known):
        raise ValueError(f"{id}: {given}")
    return tuple(given)


def _texts(id: str, given: object) -> Mapping[str, str]:
    if not isinstance(given, dict) or set(given) != {"nl", "en"}:
        raise ValueError(f"{id}: {given}")
    return given


def _day(id: str, given: object) -> date | None:
    if given is not None and type(given) is not date:
        raise ValueError(f"{id}: {given}")
    return given if isinstance(given, date) else None
