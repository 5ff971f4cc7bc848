"""A lifecycle as it is drawn: states, and the steps between them, with the place of each.

Read from the text itself, so that a fault elsewhere in a file hides nothing here. What has a
fault of its own is not sound: nothing more can be told of it for certain.
"""

from __future__ import annotations

import functools
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

import attrs

from samenwerk.definitions.laying.merge import Node

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

AUTOMATIC = ("itself", "time")
"""What stands at `by` when nobody does the step."""

MOST = 100
"""So many states or steps are compared one by one; in more than these nobody finds the way."""

_HALF = ("SW00", "SW109", "SW111")
_BESIDE = ("needs", "nl", "en", "source", "way_out", "fill_in", "on", "act")
"""Keys of a step that say nothing about where it leads and who does it."""


@attrs.frozen(eq=False)
class Drawn:
    """A step: from which states (none: it opens a case), where to, and by whom.

    `to` is a state, "stays" or "back"; `before` is the step that `back_before` names.
    """

    name: str
    node: Node
    sources: tuple[str, ...]
    to: str
    before: str | None
    by: tuple[str, ...]
    sound: bool
    anyway: str | None = None

    @property
    def opens(self) -> bool:
        """Whether it begins a case."""
        return not self.sources

    @property
    def automatic(self) -> bool:
        """Whether nobody does it."""
        return self.by[:1] != () and self.by[0] in AUTOMATIC

    @property
    def leaves(self) -> Iterator[tuple[str, Node]]:
        """The states it leaves from, each with where it is written."""
        written = self.node.get("from")
        return zip(self.sources, () if written is None else written.items, strict=True)


@attrs.frozen(eq=False)
class Chart:
    """The states and steps of one lifecycle, in the order in which they are written.

    `first` are the states that a case can begin in. `ways` tells to which other states steps
    lead from each state, those of a step back apart.
    """

    name: str
    node: Node
    states: Mapping[str, Node]
    steps: tuple[Drawn, ...]
    first: tuple[str, ...]
    ways: Mapping[str, tuple[str, ...]]
    sound: bool

    def is_final(self, state: str) -> bool:
        """Whether a case ends there."""
        final = self.states[state].get("final") if state in self.states else None
        return final is not None and final.value is True

    def reached(self, begin: Iterable[str], without: str | None = None) -> set[str]:
        """Every state to which steps lead from these, not passing through `without`."""
        found = set() if without is None else {without}
        spread(self.ways, (one for one in begin if one in self.states), found)
        return found - {without} if without is not None else found

    def turned(self) -> dict[str, tuple[str, ...]]:
        """From which other states steps lead to each state."""
        found: dict[str, list[str]] = {}
        for state, ways in self.ways.items():
            for to in ways:
                found.setdefault(to, []).append(state)
        return {state: tuple(ways) for state, ways in found.items()}


def spread(ways: Mapping[str, Iterable[str]], begin: Iterable[str], found: set[str]) -> list[str]:
    """Add to `found` all that ways lead to from `begin`; gives what was added, whatever comes
    last in a branch first.

    >>> spread({"a": ("b", "c"), "b": ("c",)}, ("a",), {"c"})
    ['b', 'a']
    """
    added: list[str] = []
    for state in begin:
        if state in found:
            continue
        found.add(state)
        waiting = [(state, iter(ways.get(state, ())))]
        while waiting:
            at, rest = waiting[-1]
            to = next((one for one in rest if one not in found), None)
            if to is None:
                added.append(at)
                waiting.pop()
            else:
                found.add(to)
                waiting.append((to, iter(ways.get(to, ()))))
    return added


@functools.lru_cache(maxsize=1)  # seven checks look at the same charts, one after another
def charts(reading: Reading) -> tuple[Chart, ...]:
    """Every lifecycle of the merged document; none when a part of it could not be read."""
    return tuple(_charts(reading))


def _charts(reading: Reading) -> Iterator[Chart]:
    if not is_whole(reading):
        return
    lifecycles = reading.merged.get("lifecycle")
    for name, node in _tables(lifecycles):
        states = dict(_tables(node.get("state")))
        steps = tuple(_drawn(reading, name, *one) for one in _tables(node.get("step")))
        ways: dict[str, dict[str, None]] = {}
        for step in steps:
            for to in (step.to, step.anyway):
                for source in step.sources if to in states else ():
                    if to is not None and source != to:
                        ways.setdefault(source, {})[to] = None
        for step in steps:
            for merged in _names(name, step.node.get("merges")):
                for state, one in states.items() if merged in states else ():
                    final = one.get("final")
                    if state != merged and (final is None or final.value is not True):
                        ways.setdefault(state, {})[merged] = None
        written = node.get("state")  # also what is no table, and so no state or step here
        fine = written is None or is_sound(reading, written)
        fine = fine and len(steps) == len(_below(node, "step"))
        yield Chart(
            name=name,
            node=node,
            states=states,
            steps=steps,
            first=tuple(dict.fromkeys(
                state for one in steps
                for state in (
                    *((one.to, one.anyway) if one.opens else ()), *_carried(name, one.node)
                )
                if state is not None
            )),
            ways={state: tuple(to) for state, to in ways.items()},
            sound=fine and all(step.sound for step in steps),
        )


def is_whole(reading: Reading) -> bool:
    """Whether every file of it could be read."""
    return not any(fault.code.startswith(_HALF) for fault in reading.diagnostics)


def is_sound(reading: Reading, node: Node, beside: Collection[str] = ()) -> bool:
    """Whether no fault was found at a node or below it, what stands at `beside` apart."""
    faulty = reading.faulty
    return not faulty or not any(spot in faulty for spot in _spots(node, beside))


def _spots(node: Node, beside: Collection[str] = ()) -> Iterator[tuple[str, int, int]]:
    for place in (node.key_place, node.place):
        yield place.file, place.line, place.column
    below = node.table.items() if node.is_table else enumerate(node.items)
    for key, one in below:
        if one is not node and key not in beside:
            yield from _spots(one)


def _drawn(reading: Reading, lifecycle: str, name: str, node: Node) -> Drawn:
    to, before = node.get("to"), node.get("back_before")
    return Drawn(
        name=name,
        node=node,
        sources=_names(lifecycle, node.get("from")),
        to="back" if before is not None else next(iter(_names(lifecycle, to)), "stays"),
        before=next(iter(_names(lifecycle, before)), None),
        by=_names(lifecycle, node.get("by")),
        anyway=next(iter(_names(lifecycle, node.get("done_anyway"))), None),
        sound=is_sound(reading, node, _BESIDE),
    )


def _carried(lifecycle: str, node: Node) -> tuple[str, ...]:
    """The state in which new cases begin that a step splits off, where one is named."""
    carry = node.get("carry")
    return () if carry is None or not carry.is_table else _names(lifecycle, carry.get("state"))


def _names(lifecycle: str, node: Node | None) -> tuple[str, ...]:
    written = [] if node is None else node.items
    return tuple((one.text or "").removeprefix(f"{lifecycle}.") for one in written)


def _below(node: Node, key: str) -> Mapping[str, Node]:
    below = node.get(key)
    return {} if below is None else below.table


def _tables(node: Node | None) -> Iterator[tuple[str, Node]]:
    for name, one in (node.table if node is not None else {}).items():
        if one.is_table:
            yield name, one
