"""A lifecycle as it is drawn: states, and the steps between them, with the place of each.

Read from the text itself, so that a fault elsewhere in a file hides nothing here. What has a
fault of its own is not sound: nothing more can be told of it for certain.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

import attrs

from samenwerk.definitions.merge import Node

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading

AUTOMATIC = ("itself", "time")
"""What stands at `by` when nobody does the step."""

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

    @property
    def opens(self) -> bool:
        """Whether it begins a case."""
        return not self.sources

    @property
    def automatic(self) -> bool:
        """Whether nobody does it."""
        return self.by[:1] != () and self.by[0] in AUTOMATIC

    def source_node(self, state: str) -> Node:
        """Where this state is written among those it leaves from."""
        written = self.node.table["from"].items
        return written[self.sources.index(state)]


@attrs.frozen(eq=False)
class Chart:
    """The states and steps of one lifecycle, in the order in which they are written."""

    name: str
    node: Node
    states: Mapping[str, Node]
    steps: tuple[Drawn, ...]
    sound: bool

    @property
    def first(self) -> tuple[str, ...]:
        """The states that a case can begin in."""
        return tuple(dict.fromkeys(one.to for one in self.steps if one.opens))

    def is_final(self, state: str) -> bool:
        """Whether a case ends there."""
        final = self.states[state].get("final") if state in self.states else None
        return final is not None and final.value is True

    def after(self, state: str) -> tuple[str, ...]:
        """The other states that a step leads to from here, those of a step back apart."""
        ways = (one.to for one in self.steps if state in one.sources)
        return tuple(dict.fromkeys(to for to in ways if to in self.states and to != state))

    def reached(self, begin: Collection[str], without: str | None = None) -> frozenset[str]:
        """Every state to which steps lead from these, not passing through `without`."""
        found = {state for state in begin if state in self.states and state != without}
        waiting = sorted(found)
        while waiting:
            for state in self.after(waiting.pop()):
                if state not in found and state != without:
                    found.add(state)
                    waiting.append(state)
        return frozenset(found)


def charts(reading: Reading) -> Iterator[Chart]:
    """Every lifecycle of the merged document; none when a part of it could not be read."""
    if not is_whole(reading):
        return
    lifecycles = reading.merged.get("lifecycle")
    for name, node in _tables(lifecycles):
        states = dict(_tables(node.get("state")))
        steps = tuple(_drawn(reading, name, *one) for one in _tables(node.get("step")))
        fine = all(is_sound(reading, state) for state in states.values())
        yield Chart(name, node, states, steps, fine and all(step.sound for step in steps))


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
        sound=is_sound(reading, node, _BESIDE),
    )


def _names(lifecycle: str, node: Node | None) -> tuple[str, ...]:
    written = [] if node is None else node.items
    return tuple((one.text or "").removeprefix(f"{lifecycle}.") for one in written)


def _tables(node: Node | None) -> Iterator[tuple[str, Node]]:
    for name, one in (node.table if node is not None else {}).items():
        if one.is_table:
            yield name, one
