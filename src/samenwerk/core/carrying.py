"""Carrying out: a told tree done on a copy, in one of the ways in which it can be read.

Nothing is told that was not tried. Of a tree with many readings those are tried that together
take every alternative, every order of neighbours both ways round, the first and last of those
who may, and likely and unlikely values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

import attrs

from samenwerk.core.allowed import Allowed
from samenwerk.core.planner import Planner
from samenwerk.core.told import Told
from samenwerk.values.cell import Cell

Path = tuple[int, ...]
MOST = 40
"""So many alternatives of one tree are tried; those beyond are not told."""


@attrs.frozen
class Reading:
    """One way to read a tree: which alternative at each choice; `reverse` is back to front."""

    picks: Mapping[Path, int]
    reverse: bool = False
    of: Path | None = None


def readings(tree: Told) -> Iterator[Reading]:
    """The readings that are tried; `of` says for which alternative one is there."""
    yield Reading({})
    yield Reading({}, reverse=True)
    for path in _alternatives(tree, ()):
        picks = {path[:at]: path[at] for at in range(len(path))}
        yield Reading(picks, of=path)
        yield Reading(picks, reverse=True, of=path)


def _alternatives(tree: Told, path: Path) -> Iterator[Path]:
    """Each alternative but the first; who is appointed is one, for a role may also fence off."""
    if _appoints(tree):
        for index in range(1, len(tree.who)):
            yield (*path, index)
    for index, part in enumerate(tree.told):
        if (tree.kind == "any" and index) or (tree.kind == "least" and index >= tree.count):
            yield (*path, index)
        yield from _alternatives(part, (*path, index))


def _appoints(tree: Told) -> bool:
    return tree.act is not None and tree.act.id == "act.appoint"


def surviving(
    planner: Planner, tree: Told, ends: Callable[[Planner], bool] | None = None
) -> tuple[Told | None, bool]:
    """The tree without alternatives that do not work, or None when nothing works.

    Also whether it works back to front: if not, its order matters. `ends` says whether what was
    asked for came about, where no act of the tree shows it.
    """
    dead: list[Path] = []
    whichever = True
    for number, reading in enumerate(readings(tree)):
        if any(reading.of is not None and reading.of[: len(one)] == one for one in dead):
            continue
        copy = _copy(planner, reading.reverse)
        works = number <= 2 * MOST and Carrier(copy, reading).whole(tree)
        works = works and (ends is None or ends(copy))
        if works:
            continue
        if reading.of is None and not reading.reverse:
            return None, False
        if reading.of is not None and (not reading.reverse or _appointed(tree, reading.of)):
            dead.append(reading.of)
        else:
            whichever = False
    return _pruned(tree, (), frozenset(dead)), whichever


def _appointed(tree: Told, path: Path) -> bool:
    for index in path[:-1]:
        tree = tree.told[index]
    return _appoints(tree)


def _copy(planner: Planner, contrary: bool) -> Planner:
    return Planner(
        planner.compiled, planner.known, planner.day, planner.answers, planner.frozen, contrary,
        only=planner.only,
    )  # fmt: skip


def _pruned(tree: Told, path: Path, dead: frozenset[Path]) -> Told:
    if _appoints(tree):
        left = [index for index in range(len(tree.who)) if (*path, index) not in dead]
        return attrs.evolve(
            tree, who=tuple(tree.who[index] for index in left),
            wants=tuple(tree.wants[index] for index in left) if len(tree.wants) > 1 else tree.wants,
        )  # fmt: skip
    if not tree.parts:
        return tree
    parts = tuple(
        _pruned(part, (*path, index), dead)
        for index, part in enumerate(tree.told)
        if (*path, index) not in dead
    )
    if tree.kind == "any" and len(parts) == 1:
        return parts[0]
    if tree.kind == "least" and len(parts) <= tree.count:
        return attrs.evolve(tree, kind="all", count=1, parts=parts)
    return attrs.evolve(tree, parts=parts)


@attrs.define(eq=False)
class Carrier:
    """Carries out one reading; what is to be given with a step is kept until the step."""

    planner: Planner
    reading: Reading
    given: dict[Cell, Allowed] = attrs.field(factory=dict)

    def whole(self, tree: Told) -> bool:
        """Whether all of it could be carried out."""
        return self._run(tree, ())

    def _run(self, node: Told, path: Path) -> bool:
        at = self.reading.picks.get(path, 0)
        parts = list(enumerate(node.told))
        match node.kind:
            case "nothing":
                return True
            case "act":
                return self._act(node, at if path in self.reading.picks else None)
            case "wait":
                if node.earliest is None:
                    return False
                self.planner.settle(node.earliest)
                return True
            case "any":
                return self._run(node.told[at], (*path, at))
            case "least":
                first = [parts[at]] if at >= node.count else []
                parts = parts[::-1] if self.reading.reverse else first + parts
                parts = parts[: node.count]
            case "all":
                parts = parts[::-1] if self.reading.reverse else parts
                parts.sort(key=lambda one: one[1].kind == "wait")
            case "then":
                pass
            case _:
                return False
        return all(self._run(part, (*path, index)) for index, part in parts)

    def _act(self, node: Told, first: int | None) -> bool:
        id = "" if node.act is None else node.act.id
        if id in ("act.fill_in", "act.explain"):
            self.given.update(node.wants)
            return True
        if not node.who:
            return self._by(node, None)
        order = range(len(node.who))[::-1] if self.reading.reverse else range(len(node.who))
        if node.weights:
            return self._weighed(node, order)
        chosen = list(order)[: node.count] if first is None else [first]
        return len(chosen) == node.count and all(self._by(node, index) for index in chosen)

    def _weighed(self, node: Told, order: range) -> bool:
        assert node.act is not None
        left = node.act.params["total"]
        assert isinstance(left, int)
        for index in order:
            if left > 0:
                left -= node.weights[index]
                if not self._by(node, index):
                    return False
        return left <= 0

    def _by(self, node: Told, index: int | None) -> bool:
        """Have the act done by, or for, one of those who may; or by whoever may by then."""
        planner = self.planner
        party = None if index is None else node.who[index]
        if node.goal is not None:
            found = planner.scene.step(node.goal.case, node.goal.step)
            if found is None:
                return False
            explained = any(cell.kind == "explanation" and cell.who == node.goal.step
                            for cell in self.given)  # fmt: skip
            return planner.do(found, node.goal, self.given, (explained,),
                              None if party is None else (party,))  # fmt: skip
        if not node.wants:
            return False
        act = node.act
        if act is not None and "parties" in act.params:  # one fact, of several parties
            count = act.params.get("count", len(node.wants))
            assert isinstance(count, int)
            wants = node.wants[-count:] if self.reading.reverse else node.wants[:count]
            return all(planner.change(*want, by=party) for want in wants)
        cell, allowed = node.wants[index if index is not None and len(node.wants) > 1 else 0]
        return planner.change(cell, allowed, by=party)
