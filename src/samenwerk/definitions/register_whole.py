"""What the lines of a register say together: contradictions between lines that each are sound.

Every fault is told at a line of the file that is read; lines that stood before have no place.
Reading the lines themselves is `register_file`.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Generic, TypeVar

import attrs

from samenwerk.core.who import registered
from samenwerk.definitions.faults import Faults
from samenwerk.definitions.merge import Node
from samenwerk.values.declared import Workflow
from samenwerk.values.message import Message
from samenwerk.values.register import Giving, Holding, Located, Party, Register, Seat, Span

Line = TypeVar("Line", Located, Seat, Holding, Giving)


@attrs.frozen(eq=False)
class Row(Generic[Line]):
    """A line with the place where it is written; without one it stood in the register before."""

    line: Line
    node: Node | None = None

    @property
    def first(self) -> date:
        """Its first day, for comparing."""
        return self.line.span.starts or date.min

    @property
    def last(self) -> date:
        """Its last day, for comparing."""
        return self.line.span.last_day or date.max


@attrs.define(eq=False)
class Rows:
    """The sound lines so far, by list."""

    regions: list[Row[Located]] = attrs.field(factory=list)
    sits: list[Row[Seat]] = attrs.field(factory=list)
    holds: list[Row[Holding]] = attrs.field(factory=list)
    gives: list[Row[Giving]] = attrs.field(factory=list)


class Whole:
    """Asks of a register what only all of its lines together can tell."""

    def __init__(
        self, workflow: Workflow, faults: Faults, parties: Mapping[str, Party], rows: Rows
    ) -> None:
        self.workflow = workflow
        self.faults = faults
        self.parties = parties
        self.rows = rows

    def check(self) -> None:
        """Report every contradiction, and take out the lines that cannot come in with it."""
        self._one_region()
        self._exactly()
        self._givers()

    def _one_region(self) -> None:
        """Nobody is in two regions of one map on a day; of two such lines neither comes in."""
        rows = self.rows.regions
        single = [row for row in rows if self.workflow.maps[row.line.map].one_region_each]
        wrong: set[Row[Located]] = set()
        for alike in _together(single, lambda line: (line.map, line.who)):
            for one, other in _crossing(alike):
                if one.line.region != other.line.region:
                    wrong |= {one, other}
                    self._contradiction("SW136", one, other, {
                        "who": one.line.who, "map": one.line.map,
                        "region": one.line.region, "other": other.line.region,
                    })  # fmt: skip
        self.rows.regions = [row for row in rows if row not in wrong]

    def _contradiction(
        self, code: str, one: Row[Line], two: Row[Line], told: Mapping[str, object]
    ) -> None:
        """Report two lines that cannot both hold, at the one that was written last."""
        at, near = (one, two) if one.node is not None else (two, one)
        if at.node is None:
            return
        day = max(one.first, two.first)
        params = {**told, "day": Message("register.every_day") if day == date.min else day}
        if near.node is None:
            self.faults.add(code, at.node, case="standing", **params)  # type: ignore[arg-type]
        else:
            self.faults.add(code, at.node, nearest_at=near.node.place, **params)  # type: ignore[arg-type]

    def _exactly(self) -> None:
        """On every day on which something changes, a role has as many holders as it must."""
        for name, role in self.workflow.roles.items():
            rows = [row for row in self.rows.holds if row.line.role == name]
            written = [row.node for row in rows if row.node is not None]
            if role.exactly is None or not written:
                continue
            last = max(row.first for row in rows)
            for day, count in _counts(row.line.span for row in rows):
                if count != role.exactly and (count or last > day):
                    held = [row.node for row in rows if row.line.span.covers(day)]
                    at = next((node for node in reversed(held) if node), written[-1])
                    self.faults.add("SW133", at.table["role"], role=name, day=day,
                                    found=count, wanted=role.exactly)  # fmt: skip
                    break

    def _givers(self) -> None:
        """Who gives a mandate is one of those who may, on its first day."""
        register = Register(
            tuple(self.parties.values()),
            tuple(row.line for row in self.rows.sits),
            tuple(row.line for row in self.rows.holds),
            regions=tuple(row.line for row in self.rows.regions),
        )
        kept = []
        for row in self.rows.gives:
            allowed = self.workflow.mandates[row.line.mandate].giver
            day = row.line.span.starts
            wrong = [] if not allowed or day is None or row.node is None else [
                one for one in row.line.who
                if not any(one in registered(who, register, day) for who in allowed)
            ]  # fmt: skip
            if wrong and row.node is not None:
                self.faults.add("SW135", row.node.table["who"], written=wrong[0], day=day,
                                mandate=row.line.mandate,
                                allowed=tuple(one.name for one in allowed))  # fmt: skip
            else:
                kept.append(row)
        self.rows.gives = kept


def _together(rows: Iterable[Row[Line]], key: object) -> Iterator[list[Row[Line]]]:
    groups: dict[Hashable, list[Row[Line]]] = {}
    for row in rows:
        groups.setdefault(key(row.line), []).append(row)  # type: ignore[operator]
    yield from groups.values()


def _crossing(rows: Iterable[Row[Line]]) -> Iterator[tuple[Row[Line], Row[Line]]]:
    """Every line that shares a day with one that began before it: the later one first."""
    longest: Row[Line] | None = None
    for row in sorted(rows, key=lambda one: one.first):
        if longest is not None and row.first <= longest.last:
            yield row, longest
        if longest is None or row.last > longest.last:
            longest = row


def overlap(one: Span, two: Span) -> bool:
    """Whether two spans share a day."""
    first, second = (one.last_day or date.max, two.last_day or date.max)
    return (one.starts or date.min) <= second and (two.starts or date.min) <= first


def _counts(spans: Iterable[Span]) -> Iterator[tuple[date, int]]:
    """Every day on which something changes, with how many of the spans cover it."""
    turns: dict[date, int] = {}
    for span in spans:
        turns[span.starts or date.min] = turns.get(span.starts or date.min, 0) + 1
        if span.last_day is not None and span.last_day < date.max:
            after = span.last_day + timedelta(days=1)
            turns[after] = turns.get(after, 0) - 1
    count = 0
    for day in sorted(turns):
        count += turns[day]
        yield day, count
