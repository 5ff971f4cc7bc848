"""Calendars as a document declares them, and which of them each term counts by.

Days off of a plugin stand in the document already (`laying.baking`); how a term ends is for
`values.time`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from samenwerk.core.operands import in_year
from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.fitting import term_in, wrong_type
from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.resolving.names import Context, Hit, Names
from samenwerk.definitions.resolving.people import common, texts
from samenwerk.values.calendar import WEEKDAYS, Calendar
from samenwerk.values.operand import Constant, DayInYear, Operand, Shifted

if TYPE_CHECKING:
    from samenwerk.values.time import Term

_DUTCH = dict(zip(
    ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"), WEEKDAYS,
    strict=True,
))  # fmt: skip
_MONTH_DAY = re.compile("[0-9]{2}-[0-9]{2}")
_LEAP = 2000
LONGEST = 60
"""Years in one calendar; of more nobody knows the days off."""


class Calendars:
    """Makes each calendar once; one with faults is None and was reported."""

    def __init__(self, names: Names, document: Node, faults: Faults) -> None:
        self.names = names
        self.faults = faults
        self._heading = document.get("workflow")
        self._made: dict[str, Calendar | None] = {}

    def calendars(self) -> dict[str, Calendar]:
        """All calendars without faults, by name."""
        self._of_workflow()
        found = {hit.full: self.calendar(hit) for hit in self.names.everywhere("calendar")}
        return {name: one for name, one in found.items() if one is not None}

    def calendar(self, hit: Hit) -> Calendar | None:
        """A declared calendar."""
        if hit.full not in self._made:
            self._made[hit.full] = self._calendar(hit.full, hit.node)
        return self._made[hit.full]

    def _of_workflow(self) -> Calendar | None:
        return None if self._heading is None else self._named(self._heading.get("calendar"))

    def _named(self, node: Node | None) -> Calendar | None:
        hit = self.names.look_up("calendar", node, Context())
        return None if hit is None else self.calendar(hit)

    def bound(self, term: Term | None, at: Node | None, owner: Node | None) -> Term | None:
        """The term as it counts: by the calendar that its owner names, else by the workflow's."""
        own = None if owner is None else owner.get("calendar")
        calendar = self._of_workflow() if own is None else self._named(own)
        if term is None or at is None:
            return term
        if term.working and calendar is None:
            if own is None or self.names.find("calendar", own.text or "", ()) is None:
                self.faults.add("SW125", at, case="none", written=str(term))
            return None
        return term.by(calendar)

    def seen(self, operand: Operand | None, at: Node) -> Operand | None:
        """The same operand; a day that can be seen to lie outside a calendar is reported."""
        match operand:
            case Shifted(base=Constant(value=date() as day), term=term, back=back):
                late = term.beyond(day, back)
            case DayInYear(year=Constant(value=date()), plus=plus) if plus is not None:
                year = operand.year
                assert isinstance(year, Constant)
                assert isinstance(year.value, date)
                term, day = plus, in_year(operand, year.value)
                late = term.beyond(day)
            case _:
                return operand
        if late and term.calendar is not None:
            calendar = term.calendar
            self.faults.add("SW125", at, case="beyond", written=str(day), term=str(term),
                            calendar=calendar.name, first=calendar.first.year,
                            last=calendar.last.year)  # fmt: skip
        return operand

    def _calendar(self, name: str, node: Node) -> Calendar | None:
        first, last = (_year(node.get(key)) for key in ("first_year", "last_year"))
        if first is None or last is None:
            for key in ("first_year", "last_year"):
                if (written := node.get(key)) is not None and _year(written) is None:
                    self.faults.add("SW125", written, case="year", written=str(written.value))
            return None
        if not first <= last < first + LONGEST:
            self.faults.add("SW125", node.table["last_year"], case="span", first=first, last=last,
                            most=LONGEST)  # fmt: skip
            return None
        moves = node.get("moves") is not None
        for key in ("holds", "holds_from", "up_to"):
            if not moves and (written := node.get(key)) is not None:
                self.faults.add("SW125", written, key=True, case="moves", written=key)
        # what is said of one day goes before what is said of that day in every year
        found = {**dict(self._every_year(node, first, last)),
                 **dict(self._days_off(node, first, last))}  # fmt: skip
        weekend = node.get("weekend")
        for item in [] if weekend is None else weekend.items:
            if item.text is not None and item.text not in WEEKDAYS:
                near = self.faults.nearest(item.text, WEEKDAYS, _DUTCH)
                self.faults.add("SW125", item, nearest=near, case="weekday", written=item.text)
        named = ("saturday", "sunday") if weekend is None else texts(weekend)
        days = tuple(one for one in WEEKDAYS if one in named)
        if len(days) == len(WEEKDAYS):
            self.faults.add("SW125", weekend or node, case="weekend")
            return None
        return Calendar(
            name=name, first=date(first, 1, 1), last=date(last, 12, 31), days_off=found,
            weekend=days, moves=moves, holds=_number(node.get("holds")),
            holds_from=_number(node.get("holds_from")), up_to=tuple(self._up_to(node)),
            **common(node),
        )  # fmt: skip

    def _days_off(self, node: Node, first: int, last: int) -> Iterator[tuple[date, str]]:
        written = node.get("days_off")
        for name, item in (written.table if written is not None else {}).items():
            try:
                day = date.fromisoformat(name)
            except ValueError:
                self.faults.add("SW125", item, key=True, case="day", written=name)
                continue
            if not first <= day.year <= last:
                self.faults.add("SW125", item, key=True, case="outside", written=name,
                                first=first, last=last)  # fmt: skip
            elif item.text is not None:
                yield day, item.text

    def _every_year(self, node: Node, first: int, last: int) -> Iterator[tuple[date, str]]:
        """The days that are off every year; 29 February only in years that have one."""
        written = node.get("every_year")
        for name, item in (written.table if written is not None else {}).items():
            if _MONTH_DAY.fullmatch(name) is None or _day_in(_LEAP, name) is None:
                self.faults.add("SW125", item, key=True, case="day_of_year", written=name)
                continue
            for year in range(first, last + 1) if item.text is not None else ():
                day = _day_in(year, name)
                if day is not None:
                    yield day, str(item.text)

    def _up_to(self, node: Node) -> Iterator[tuple[str, int]]:
        written = node.get("up_to")
        for item in [] if written is None else written.items:
            term = term_in(item)
            if term is None or term.working:
                if item.text is not None:
                    wrong_type(self.faults, item, "term")
            else:
                yield term.unit, term.count


def _day_in(year: int, month_day: str) -> date | None:
    try:
        return date.fromisoformat(f"{year}-{month_day}")
    except ValueError:
        return None


def _year(node: Node | None) -> int | None:
    value = None if node is None else node.value
    return value if type(value) is int and 1900 <= value <= 9000 else None


def _number(node: Node | None) -> int:
    value = None if node is None else node.value
    return value if type(value) is int else 0
