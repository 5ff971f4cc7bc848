"""Which line goes where in an SVG picture, before anything has a place.

The states of the way straight on stand in a column; all others stand beside it, in chains of
their own. Each step is a stretch of that column, a row that leads to or from a state beside it,
a link of a chain, an arc beside the column, or a line in the list below.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

import attrs

from samenwerk.drawing.drawn import Drawing, DrawnStep, Way


@attrs.frozen(kw_only=True)
class Lead:
    """A step with what is drawn of it: its lines, and the states that are told in words."""

    step: DrawnStep
    ways: tuple[Way, ...] = ()
    also: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class SideRow:
    """Steps that go together: into a state beside the column (`enters`) or out of it.

    `points` are the states of the column where their lines begin or end; none of them: a dot,
    or where the case was.
    """

    leads: tuple[Lead, ...]
    enters: bool
    points: tuple[str, ...] = ()
    dashed: bool = False
    begins: bool = False


@attrs.define
class Side:
    """A state beside the column, with its rows and the links to the next one of its chain."""

    name: str
    rows: list[SideRow] = attrs.field(factory=list)
    links: list[Lead] = attrs.field(factory=list)


@attrs.define
class Sorted:
    """A drawing in parts: stretches of the column by the state they lead to, chains, arcs, list."""

    stretches: dict[str, list[Lead]] = attrs.field(factory=dict)
    chains: list[list[Side]] = attrs.field(factory=list)
    arcs: list[list[Lead]] = attrs.field(factory=list)
    listed: list[DrawnStep] = attrs.field(factory=list)


def sorted_out(drawing: Drawing) -> Sorted:
    """The parts of a drawing; every state and every step stands in exactly one of them."""
    main = drawing.main
    before = {to: source for source, to in pairwise(main)}
    beside = [one.name for one in drawing.states if one.name not in main]
    sides = {name: Side(name) for name in beside}
    found = Sorted()
    after = _chained(drawing, sides)
    for step in drawing.steps:
        mine = [one for one in step.sources if one in main]
        others = tuple(one for one in step.sources if one not in main)
        if step.kind == "stays":
            found.listed += [step] if len(step.sources) != 1 else []
        elif step.kind == "opens":
            _opening(step, main, sides, found)
        elif step.kind == "back":
            _back(step, mine, others, main, sides, found)
        else:
            to = step.targets[0]
            if to in main and before.get(to) in mine and (step.main or len(mine) == 1):
                also = tuple(one for one in step.sources if one != before[to])
                lead = Lead(step=step, ways=((before[to], to),), also=also)
                found.stretches.setdefault(to, []).append(lead)
            elif to in main and mine:
                ways = tuple((one, to) for one in mine)
                found.arcs.append([Lead(step=step, ways=ways, also=others)])
            elif to in main:
                lead = Lead(step=step, ways=((others[0], to),), also=others[1:])
                _joined(sides[others[0]], lead, False, (to,))
            elif not mine and after.get(to) in others:
                source = after[to]
                also = tuple(one for one in others if one != source)
                sides[source].links.append(Lead(step=step, ways=((source, to),), also=also))
            else:
                lead = Lead(step=step, ways=tuple((one, to) for one in mine), also=others)
                _joined(sides[to], lead, True, tuple(mine))
    found.arcs = _together(found.arcs)
    starts = [name for name in beside if name not in after]
    follows = {source: to for to, source in after.items()}
    for name in starts:
        chain = [sides[name]]
        while chain[-1].name in follows:
            chain.append(sides[follows[chain[-1].name]])
        found.chains.append(chain)
    return found


def _chained(drawing: Drawing, sides: dict[str, Side]) -> dict[str, str]:
    """Which state beside the column follows another in a chain, by the one that follows."""
    after: dict[str, str] = {}
    for step in drawing.steps:
        if step.kind != "moves" or any(one in drawing.main for one in step.sources):
            continue
        to = step.targets[0]
        source = step.sources[0]
        root = source
        while root in after:
            root = after[root]
        if to in sides and to not in after and root != to and source not in after.values():
            after[to] = source
    return after


def _opening(
    step: DrawnStep, main: tuple[str, ...], sides: dict[str, Side], found: Sorted
) -> None:
    to = step.targets[0]
    lead = Lead(step=step, ways=((to, to),))
    if to in sides:
        sides[to].rows.insert(0, SideRow(leads=(lead,), enters=True, begins=True))
    elif to == main[0]:
        found.stretches.setdefault(to, []).append(lead)
    else:
        found.arcs.append([lead])


def _back(
    step: DrawnStep, mine: list[str], others: tuple[str, ...], main: tuple[str, ...],
    sides: dict[str, Side], found: Sorted,
) -> None:  # fmt: skip
    if mine:
        ways = tuple((a, b) for a, b in step.ways if a in main and b in main)
        without = tuple(one for one in mine if one not in {way[0] for way in ways})
        found.arcs.append([Lead(step=step, ways=ways, also=(*without, *others))])
        return
    if not others:
        found.listed.append(step)
        return
    targets = tuple(dict.fromkeys(b for a, b in step.ways if a == others[0]))
    points = targets if len(targets) <= 2 and all(one in main for one in targets) else ()
    ways = tuple((others[0], one) for one in points)
    _joined(sides[others[0]], Lead(step=step, ways=ways, also=others[1:]), False, points)


def _joined(side: Side, lead: Lead, enters: bool, points: tuple[str, ...]) -> None:
    """Add a step to the row with the same lines, or to a row of its own."""
    dashed = lead.step.dashed
    for number, row in enumerate(side.rows):
        alike = (row.enters, row.points, row.dashed, row.begins) == (enters, points, dashed, False)
        if alike and (points or not enters):
            side.rows[number] = attrs.evolve(row, leads=(*row.leads, lead))
            return
    row = SideRow(leads=(lead,), enters=enters, points=points, dashed=dashed)
    where = len(side.rows) if not enters else len([one for one in side.rows if one.enters])
    side.rows.insert(where, row)


def _together(arcs: Iterable[list[Lead]]) -> list[list[Lead]]:
    """Arcs with the same lines as one arc with several texts."""
    found: dict[object, list[Lead]] = {}
    for number, (lead,) in enumerate(arcs):
        key = (lead.ways, lead.step.dashed) if lead.ways else number
        found.setdefault(key, []).append(lead)
    return list(found.values())
