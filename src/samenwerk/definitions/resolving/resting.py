"""Following names to what they rest on: each thing once, and no rings, towers or heaps.

A ring never ends, a tower runs out of stack, and a heap of names that each name two others is
written in thirty lines and asked a thousand million times. What the things are is for others.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import TypeVar, cast

import attrs

from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.merge import Node
from samenwerk.values.message import Message

DEEPEST = 30
"""Names above each other; nobody oversees more."""
MOST = 20_000
"""Things that one name may rest on, each counted as often as it is reached."""

T = TypeVar("T")


@attrs.define
class _Under:
    """How much lies below a name, and how deep; what is refused weighs nothing further up."""

    count: int = 1
    deep: int = 1
    refused: bool = False


class Resting:
    """What was made of names so far, and what is being made."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._made: dict[Hashable, tuple[object, int, int]] = {}
        self._trail: list[tuple[str, str]] = []
        self._below: list[_Under] = []  # of each on the trail

    def once(
        self, family: str, name: str, at: Node, make: Callable[[], T], *more: Hashable
    ) -> T | None:
        """What `make` makes of a name; `more` is what it depends on beside its name.

        None, with a fault (SW110) at `at`, when it rests on itself or on too much.
        """
        known = (family, name)
        if known in self._trail:
            ring = [name for _, name in self._trail[self._trail.index(known) :]]
            self._faults.ring(family, ring, at)
            return None
        key = (*known, *more)
        if key not in self._made:
            if len(self._trail) >= DEEPEST:
                self._refused("deep", DEEPEST, family, name, at)
                return None
            self._trail.append(known)
            self._below.append(_Under())
            value = make()
            under = self._below.pop()
            count, deep = (1, 1) if under.refused else (under.count, under.deep)
            self._trail.pop()
            self._made[key] = (value, count, deep)
        found, count, deep = self._made[key]
        if len(self._trail) + deep > DEEPEST:
            self._refused("deep", DEEPEST, family, name, at)
            return None
        if self._below:
            above = self._below[-1]
            if above.refused:
                return None
            if above.count + count > MOST:
                self._refused("large", MOST, family, name, at)
                above.refused = True
                return None
            above.count, above.deep = above.count + count, max(above.deep, deep + 1)
        return cast(T | None, found)

    def _refused(self, case: str, most: int, family: str, name: str, at: Node) -> None:
        kind = Message(f"kind.{family}")
        self._faults.add("SW110", at, case=case, kind=kind, most=most, written=name)

    def count(self, size: int) -> None:
        """That what is being made has so many things of its own below it."""
        if self._below:
            self._below[-1].count += size


def rings(pointers: Mapping[str, str]) -> Iterator[list[str]]:
    """Every ring of names that each point to another; each begins with its first by alphabet.

    >>> list(rings({"a": "b", "b": "c", "c": "b"}))
    [['b', 'c']]
    """
    done: set[str] = set()
    for name in sorted(pointers):
        trail: dict[str, int] = {}
        at = name
        while at in pointers and at not in done and at not in trail:
            trail[at] = len(trail)
            at = pointers[at]
        if at in trail:
            ring = list(trail)[trail[at] :]
            first = ring.index(min(ring))
            yield ring[first:] + ring[:first]
        done.update(trail)
