"""What the lines of a register say together: contradictions between lines that each are sound.

Every fault is told at a line of the file that is read; lines that stood before have no place.
Reading the lines themselves is `register_file`.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from datetime import date, timedelta
from typing import Any, Generic, TypeAlias, TypeVar

import attrs

from samenwerk.core.who import registered, within
from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.merge import Node
from samenwerk.values.declared import Workflow
from samenwerk.values.message import Message
from samenwerk.values.register import (
    Giving,
    Holding,
    Located,
    Party,
    Register,
    Seat,
    Span,
    same_line,
)

AnyLine: TypeAlias = Located | Seat | Holding | Giving
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
    """Asks of a register what only all of its lines together can tell.

    `parties` are those of the file and those that stood before; `standing` are the lines that
    stood, of which those that the file writes anew are replaced.
    """

    def __init__(
        self,
        workflow: Workflow,
        faults: Faults,
        parties: Mapping[str, Party],
        rows: Rows,
        standing: Register,
    ) -> None:
        self.workflow = workflow
        self.faults = faults
        self.parties = parties
        self.rows = rows
        self.stood = Rows(
            _stood(rows.regions, standing.regions), _stood(rows.sits, standing.sits),
            _stood(rows.holds, standing.holds), _stood(rows.gives, standing.gives),
        )  # fmt: skip

    def check(self) -> None:
        """Report every contradiction, and take out the lines that cannot come in with it."""
        rows, stood = self.rows, self.stood
        rows.regions = self._alone(rows.regions, stood.regions)
        rows.sits = self._alone(rows.sits, stood.sits)
        rows.holds = self._alone(rows.holds, stood.holds)
        rows.gives = self._alone(rows.gives, stood.gives)
        self._one_region()
        self._one_holder()
        self._exactly()
        self._givers()

    def _alone(self, rows: list[Row[Line]], stood: list[Row[Line]]) -> list[Row[Line]]:
        """The lines that lie within the days of their parties and that no line repeats."""
        sound: list[Row[Line]] = [row for row in rows if self._within(row.line, row.node)]
        again: set[int] = set()
        for alike in _together([*stood, *sound], _said) if stood else ():
            for pair in _crossing(alike):
                written = [row for row in pair if row.node is not None]
                if len(written) == 1 and written[0].node is not None:
                    self.faults.add("SW132", written[0].node)
                    again.add(id(written[0]))
        return [row for row in sound if id(row) not in again]

    def _within(self, line: AnyLine, node: Node | None) -> bool:
        """Whether the days that are written lie within those on which its parties take part."""
        for id in (*line.who, line.to) if isinstance(line, Giving) else (line.who,):
            span = self.parties[id].span
            starts, last = span.starts or date.min, span.last_day or date.max
            for key, day in (("starts", line.span.starts), ("last_day", line.span.last_day)):
                if node is not None and day is not None and not starts <= day <= last:
                    case = "early" if day < starts else "late"
                    self.faults.add("SW138", node.table[key], case=case, who=id, day=day,
                                    bound=starts if day < starts else last)  # fmt: skip
                    return False
        return True

    def _one_region(self) -> None:
        """Nobody is in two regions of one map on a day; of two such lines neither comes in."""
        maps = self.workflow.maps
        rows = [row for row in (*self.stood.regions, *self.rows.regions)
                if (map := maps.get(row.line.map)) is not None and map.one_region_each]  # fmt: skip
        wrong: set[Row[Located]] = set()
        for alike in _together(rows, lambda line: (line.map, line.who)):
            for one, other in _crossing(alike):
                if one.line.region != other.line.region:
                    wrong |= {one, other}
                    at, near = (one, other) if one.node is not None else (other, one)
                    self._contradiction("SW136", at, near, {
                        "who": at.line.who, "map": at.line.map,
                        "region": at.line.region, "other": near.line.region,
                    })  # fmt: skip
        self.rows.regions = [row for row in self.rows.regions if row not in wrong]

    def _one_holder(self) -> None:
        """For one act on one subject a giver has one holder on a day; of two lines neither."""
        wrong: set[Row[Giving]] = set()
        by_giver: dict[str, list[Row[Giving]]] = {}
        for row in (*self.stood.gives, *self.rows.gives):
            for giver in row.line.who:
                by_giver.setdefault(giver, []).append(row)
        for giver, rows in by_giver.items():
            live: list[Row[Giving]] = []
            for row in sorted(rows, key=lambda one: one.first):
                live = [one for one in live if one.last >= row.first]
                other = next((one for one in live if self._both_speak(row.line, one.line)), None)
                if other is None:
                    live.append(row)
                    continue
                wrong |= {row, other}
                at, near = (row, other) if row.node is not None else (other, row)
                self._contradiction("SW137", at, near, {
                    "who": giver, "to": at.line.to, "other": near.line.to,
                    "mandate": at.line.mandate,
                })  # fmt: skip
                if row.last > other.last:  # the one that lasts longest meets what follows
                    live[live.index(other)] = row
        self.rows.gives = [row for row in self.rows.gives if row not in wrong]

    def _both_speak(self, one: Giving, two: Giving) -> bool:
        """Whether two mandates let two holders do the same act on the same subject."""
        mandates = self.workflow.mandates
        if one.to == two.to or one.mandate not in mandates or two.mandate not in mandates:
            return False
        first, second = mandates[one.mandate], mandates[two.mandate]
        if first.may and second.may and not set(first.may) & set(second.may):
            return False
        ours, theirs = one.subjects or first.on, two.subjects or second.on
        subjects = self.workflow.subjects
        return not (ours and theirs) or any(
            within(mine, set(theirs), subjects) for mine in ours
        ) or any(within(his, set(ours), subjects) for his in theirs)

    def _contradiction(
        self, code: str, at: Row[Line], near: Row[Line], told: Mapping[str, object]
    ) -> None:
        """Report two lines that cannot both hold; when both stood before there is no place."""
        if at.node is None:
            return
        day = max(at.first, near.first)
        params = {**told, "day": Message("register.every_day") if day == date.min else day}
        if near.node is None:
            self.faults.add(code, at.node, case="standing", **params)  # type: ignore[arg-type]
        else:
            place = near.node.place
            params["line"] = place.line
            self.faults.add(code, at.node, nearest_at=place, **params)  # type: ignore[arg-type]

    def _exactly(self) -> None:
        """On every day on which something changes, a role has as many holders as it must."""
        for name, role in self.workflow.roles.items():
            rows = [row for row in (*self.stood.holds, *self.rows.holds)
                    if row.line.role == name]  # fmt: skip
            written = [row.node for row in rows if row.node is not None]
            if role.exactly is None or not written:
                continue
            last = max(row.first for row in rows)
            for day, count in _counts(row.line.span for row in rows):
                if count != role.exactly and (count or last > day):
                    held = [row.node for row in rows if row.line.span.covers(day)]
                    at = next((node for node in reversed(held) if node), written[-1])
                    always: dict[str, Any] = {"case": "every_day"} if day == date.min else {}
                    self.faults.add("SW133", at.table["role"], role=name, day=day, found=count,
                                    wanted=role.exactly, **always)  # fmt: skip
                    break

    def _givers(self) -> None:
        """Who gives a mandate is one of those who may, on its first day."""
        register = Register(
            tuple(self.parties.values()),
            tuple(row.line for row in (*self.stood.sits, *self.rows.sits)),
            tuple(row.line for row in (*self.stood.holds, *self.rows.holds)),
            regions=tuple(row.line for row in (*self.stood.regions, *self.rows.regions)),
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


def _stood(rows: Iterable[Row[Line]], standing: Iterable[Line]) -> list[Row[Line]]:
    """The lines that stood before, without those that are written anew."""
    anew = {same_line(row.line) for row in rows}
    return [Row(line) for line in standing if same_line(line) not in anew]


def _said(line: AnyLine) -> Hashable:
    """What a line says, whatever its days."""
    return same_line(attrs.evolve(line, span=Span()))


def _together(
    rows: Iterable[Row[Line]], key: Callable[[Line], Hashable]
) -> Iterator[list[Row[Line]]]:
    groups: dict[Hashable, list[Row[Line]]] = {}
    for row in rows:
        groups.setdefault(key(row.line), []).append(row)
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
