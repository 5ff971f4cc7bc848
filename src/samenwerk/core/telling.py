"""Telling: a way tree turned into obligations, without what holds and what does not work.

Every alternative is carried out on a copy, with its neighbours, before it is told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

import attrs

from samenwerk.core.cells import Scene, act_of, described_who, who_may
from samenwerk.core.compiled import Compiled
from samenwerk.core.options import holds, short_of
from samenwerk.core.plan import make_plan
from samenwerk.core.ways import (
    AnyOf,
    Bound,
    Bounds,
    Every,
    Hopeless,
    Least,
    Unadvisable,
    Want,
    Way,
)
from samenwerk.values.case import Collaboration
from samenwerk.values.cell import Cell
from samenwerk.values.command import Do
from samenwerk.values.message import Message
from samenwerk.values.obligation import Obligation
from samenwerk.values.time import Term

Answers = Mapping[str, int]
Put = Callable[[Way], Way]
NOTHING = Obligation("nothing")


@attrs.frozen(eq=False)
class Telling:
    """Turns ways into obligations, leaving out what holds and what does not work."""

    compiled: Compiled
    known: Collaboration
    goal: Do
    answers: Answers
    scene: Scene
    verify: bool = True

    def tree(self, way: Way, put: Put | None = None) -> Obligation:
        """The obligation of a way; `put` puts an alternative back into the way it is part of."""
        if holds(way, self.scene):
            return NOTHING
        put = put or _itself
        match way:
            case Want():
                return self._want(way)
            case Every(ways=ways):
                parts = [
                    self.tree(one, _within(put, ways, index)) for index, one in enumerate(ways)
                ]
                return _all(self._grouped(parts))
            case AnyOf(ways=ways):
                kept = [one for one in ways if self._works(put(one))]
                found = [self.tree(one, put) for one in kept]
                told = [one for one in dict.fromkeys(found) if one != NOTHING]
                if not told:
                    return Obligation("unadvised", act=Message("way.unadvised"))
                return told[0] if len(told) == 1 else Obligation("any", parts=tuple(told))
            case Least(count=count, ways=ways):
                missing = [one for one in ways if not holds(one, self.scene)]
                lacking = count - (len(ways) - len(missing))
                told = [self.tree(one) for one in missing]
                return Obligation("least", count=lacking, parts=tuple(told))
            case Bounds(bounds=bounds, why=why):
                lacks = [one for one in bounds if short_of(one, self.scene) > 0]
                return _all([self._bound(one, why) for one in lacks])
            case Hopeless(ground=ground):
                return Obligation("never", act=ground)
            case Unadvisable(what=what):
                return Obligation("unadvised", act=what)

    def _works(self, way: Way) -> bool:
        """Carried out on a copy, with this alternative chosen, it ends in the step being done."""
        if not self.verify:
            return True
        plan = make_plan(self.compiled, self.known, self.goal, self.answers, way=way)
        return plan is not None

    def _want(self, want: Want) -> Obligation:
        cell, allowed, scene = want.cell, want.allowed, self.scene
        if cell.kind == "day":
            return Obligation("wait", earliest=_first_day(scene, want), ground=want.why)
        entry = scene.entry(cell)
        terms = [test.operand for test in allowed.tests if test.op == "aged_at_least"]
        if cell.kind == "step" and entry is not None and terms:
            ready = [one.after(entry.day) for one in terms if isinstance(one, Term)]
            others = [t for t in allowed.tests if t.op not in ("there", "aged_at_least")]
            if all(test.holds(entry, scene.day, scene.value) for test in others):
                return Obligation("wait", earliest=max(ready), ground=want.why, case=cell.case)
        act = Obligation(
            "act", act_of(scene, cell, allowed), who_may(scene, cell), described_who(scene, cell),
            ground=want.why, case=cell.case or None,
        )  # fmt: skip
        if cell.kind != "step" or not terms:
            return act
        day = max(one.after(scene.day) for one in terms if isinstance(one, Term))
        return Obligation("then", parts=(act, Obligation("wait", earliest=day, ground=want.why)))

    def _bound(self, bound: Bound, why: str | None) -> Obligation:
        scene = self.scene
        cells = [cell for cell, _ in bound.cells if not scene.holds(cell, bound.allowed)]
        lacking = short_of(bound, scene)
        act = act_of(scene, cells[0], bound.allowed)
        if any(weight != 1 for _, weight in bound.cells):
            told = {**act.params, "total": bound.total}
            return self._positions(cells, Message("act.weight", told), 1, bound, why)
        return self._positions(cells, act, lacking, bound, why)

    def _positions(
        self, cells: Sequence[Cell], act: Message, count: int, bound: Bound, why: str | None
    ) -> Obligation:
        who = tuple(cell.who for cell in cells if cell.who is not None)
        about = described_who(self.scene, cells[0])
        return Obligation("act", act, who, about, count, ground=why, case=cells[0].case or None)

    def _grouped(self, parts: list[Obligation]) -> list[Obligation]:
        """The same act asked of several, one each, becomes one line."""
        grouped: dict[object, Obligation] = {}
        for part in parts:
            key: object = id(part)
            alike = part.kind == "act" and part.act is not None and part.act.id == "act.say"
            if alike and part.act is not None:
                key = (part.act.id, str(part.act.params), part.ground, part.case)
            if key in grouped:
                old = grouped[key]
                who = (*old.who, *part.who)
                grouped[key] = attrs.evolve(old, who=who, count=old.count + part.count)
            else:
                grouped[key] = part
        return list(grouped.values())


def _itself(way: Way) -> Way:
    return way


def _within(put: Put, ways: tuple[Way, ...], index: int) -> Put:
    """Puts an alternative in its place among its neighbours."""

    def place(one: Way) -> Way:
        return put(Every((*ways[:index], one, *ways[index + 1 :])))

    return place


def _all(parts: list[Obligation]) -> Obligation:
    told = [one for one in dict.fromkeys(parts) if one != NOTHING]
    if not told:
        return NOTHING
    return told[0] if len(told) == 1 else Obligation("all", parts=tuple(told))


def _first_day(scene: Scene, want: Want) -> date | None:
    """The first day from now on that the demand allows."""
    days = {scene.day}
    for test in want.allowed.tests:
        operand = scene.value(test.operand) if isinstance(test.operand, Cell) else test.operand
        if isinstance(operand, date) and operand < date.max:
            days |= {operand, operand + timedelta(days=1)}
    later = (day for day in sorted(days) if day >= scene.day)
    return next(
        (d for d in later if attrs.evolve(scene, day=d).holds(want.cell, want.allowed)), None
    )
