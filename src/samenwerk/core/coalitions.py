"""Who can decide together: the smallest group that can, who can stop it, whose vote never counts.

It asks the same count as a decision in a case (`votes`), of groups instead of one set of
positions. Voters whom nothing tells apart are counted, not named one by one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property
from itertools import accumulate, product
from math import prod
from typing import TypeAlias

import attrs

from samenwerk.core.votes import Count, closes_for_good
from samenwerk.values.declared import Decision

MOST_GROUPS = 20_000
"""Compositions of a group that are tried at once; what needs more stays unanswered."""
MOST_SUMS = 200_000
"""Different sums of weights that are kept."""

Composition: TypeAlias = tuple[int, ...]
"""How many voters of each kind are in a group."""


@attrs.frozen
class Coalitions:
    """What groups of voters can do; a group is given by one example.

    `possible` is whether they decide when everyone is for. `deciding` is a smallest group that
    decides while all others are against; `deciding_in_silence` the same while all others say
    nothing until the round closes, when it `closes`. `blocking` is a smallest group that stops
    all others. `vetoes` can each stop it alone, `alone` each decide it alone against all others.
    `never` tip the outcome in no group, and `tips` is in which share of all turning points it is
    this voter (the Banzhaf index). What there are too many groups for is None.
    """

    voters: tuple[str, ...]
    possible: bool
    closes: bool
    deciding: tuple[str, ...] | None
    deciding_in_silence: tuple[str, ...] | None
    blocking: tuple[str, ...] | None
    vetoes: tuple[str, ...]
    alone: tuple[str, ...]
    never: tuple[str, ...] | None
    tips: Mapping[str, Fraction] | None


def fresh(
    decision: Decision,
    voters: Sequence[str],
    *,
    vetoers: frozenset[str] = frozenset(),
    sorts: Mapping[str, frozenset[str]] | None = None,
    weights: Mapping[str, int] | None = None,
    opener: str | None = None,
) -> Count:
    """A round in which nobody spoke yet: who votes, who has a veto, of which sort, how heavy."""
    return Count(
        decision, tuple(voters), [], [], [], list(voters), {}, [], [], 0, True, False, None, 0,
        opener, vetoers, dict(sorts or {}), dict(weights or {}),
    )  # fmt: skip


def unspoken(count: Count) -> Count:
    """The same round as if nobody had spoken yet."""
    return fresh(
        count.decision, count.voters, vetoers=count.vetoers, sorts=count.sorts,
        weights=count.weights, opener=count.opener,
    )  # fmt: skip


def coalitions(count: Count) -> Coalitions:
    """What groups can do in a round in which nobody spoke yet.

    Weights that are not known (`count.weights` None) count as equal; ask only when they are.

    >>> found = coalitions(fresh(Decision(name="d", by=(), method="majority"), "abc"))
    >>> found.deciding, found.blocking, found.vetoes
    (('a', 'b'), ('a', 'b'), ())
    """
    return _Groups(count).answer()


class _Groups:
    """The voters of one round, by kind: the heaviest of each kind first."""

    def __init__(self, count: Count) -> None:
        self.count = count
        self.voters = count.voters
        weights = count.weights or {}
        self.weight = {one: weights.get(one, 0) for one in self.voters}
        by_kind: dict[tuple[object, ...], list[str]] = {}
        for one in self.voters:
            flags = tuple(one in those for those in count.sorts.values())
            kind = (one in count.vetoers, one == count.opener, flags)
            by_kind.setdefault(kind, []).append(one)
        self.kinds = [sorted(some, key=lambda one: -self.weight[one]) for some in by_kind.values()]
        self.kind_of = {one: at for at, some in enumerate(self.kinds) for one in some}

    def answer(self) -> Coalitions:
        everyone = self.voters
        turning = self._turning()
        total = sum(turning.values()) if turning is not None else 0
        return Coalitions(
            voters=everyone,
            possible=self._decides(everyone),
            closes=self._closes,
            deciding=self._first(self._decides, self._enough_heads),
            deciding_in_silence=self._first(self._decides_in_silence) if self._closes else None,
            blocking=self._first(self._blocks),
            vetoes=tuple(one for one in everyone if self._blocks((one,))),
            alone=tuple(one for one in everyone if self._decides((one,))),
            never=None if turning is None else tuple(
                one for one in everyone if not turning[one]
            ),
            tips=None if turning is None else {
                one: Fraction(times, total or 1) for one, times in turning.items()
            },
        )  # fmt: skip

    def _others(self, some: Sequence[str]) -> list[str]:
        inside = set(some)
        return [one for one in self.voters if one not in inside]

    def _decides(self, some: Sequence[str]) -> bool:
        """Whether these decide while all others are against."""
        rest = self._others(some)
        return self.count.passes(some, rest, (), len(self.voters), rest)

    def _blocks(self, some: Sequence[str]) -> bool:
        return not self.count.passes(self._others(some), some, (), len(self.voters), some)

    def _decides_in_silence(self, some: Sequence[str]) -> bool:
        rest = self._others(some)
        return self.count.passes(*self.count.after_closing(list(some), [], [], rest))

    @property
    def _closes(self) -> bool:
        decision = self.count.decision
        closes = decision.closes is not None or decision.answer_within is not None
        return closes and closes_for_good(decision)

    def _enough_heads(self, size: int) -> bool:
        every = len(self.voters)
        return self.count.heads(size, every - size, 0, every)

    def _first(
        self, can: Callable[[list[str]], bool], large: Callable[[int], bool] = bool
    ) -> tuple[str, ...] | None:
        """A smallest group that can, of each kind the heaviest: () when there is none, None when
        too many would have to be tried. `large` is whether so many could be enough at all."""
        tried = 0
        for size in range(1, len(self.voters) + 1):
            if not large(size):
                continue
            for made in compositions([len(some) for some in self.kinds], size):
                group = self._group(made)
                if can(group):
                    return tuple(one for one in self.voters if one in set(group))
                tried += 1
                if tried > MOST_GROUPS:
                    return None
        return ()

    def _group(self, made: Composition) -> list[str]:
        return [one for some, size in zip(self.kinds, made, strict=True) for one in some[:size]]

    @cached_property
    def _enough(self) -> int:
        """The least weight that carries it; 0 when weights are not asked."""
        if not self.count.weights:
            return 0
        total = sum(self.weight.values())
        low, high = 0, total + 1
        while low < high:
            half = (low + high) // 2
            low, high = (low, half) if self.count.tips(half, total) else (half + 1, high)
        return low

    def _turning(self) -> dict[str, int] | None:
        """In how many groups each voter turns a no into a yes; None when there are too many."""
        sizes = [len(some) for some in self.kinds]
        if prod(size + 1 for size in sizes) > MOST_GROUPS:
            return None
        sums = self._sums()
        if sums is None:
            return None
        agree = {
            made: self._agrees(made) for made in product(*(range(size + 1) for size in sizes))
        }
        known: dict[tuple[int, int], int] = {}
        for one in self.voters:
            kind = (self.kind_of[one], self.weight[one])
            if kind not in known:
                known[kind] = self._turned(*kind, _without(sums, *kind), agree)
        return {one: known[self.kind_of[one], self.weight[one]] for one in self.voters}

    def _agrees(self, made: Composition) -> bool:
        group = self._group(made)
        rest = self._others(group)
        return self.count.agrees(group, rest, (), len(self.voters), rest)

    def _sums(self) -> dict[Composition, dict[int, int]] | None:
        """For each composition in how many groups each weight comes about."""
        found: dict[Composition, dict[int, int]] = {(0,) * len(self.kinds): {0: 1}}
        for one in self.voters:
            at, heavy = self.kind_of[one], self.weight[one]
            for made, sums in sorted(found.items(), reverse=True):
                more = found.setdefault(_plus(made, at), {})
                for weight, ways in sums.items():
                    more[weight + heavy] = more.get(weight + heavy, 0) + ways
            if sum(map(len, found.values())) > MOST_SUMS:
                return None
        return found

    def _turned(
        self,
        at: int,
        heavy: int,
        others: Mapping[Composition, Mapping[int, int]],
        agree: Mapping[Composition, bool],
    ) -> int:
        """Groups of others that decide with this voter and not without."""
        times = 0
        for made, sums in others.items():
            if not agree[_plus(made, at)]:
                continue
            above = self._enough if agree[made] else None
            for weight, ways in sums.items():
                if weight + heavy >= self._enough and (above is None or weight < above):
                    times += ways
        return times


def compositions(sizes: Sequence[int], total: int) -> Iterator[Composition]:
    """Every way to take so many in all, of each kind at most its size.

    >>> list(compositions([2, 1], 2))
    [(2, 0), (1, 1)]
    """
    if not sizes:
        if total == 0:
            yield ()
        return
    room = list(accumulate(reversed(sizes)))
    rest = room[-2] if len(room) > 1 else 0
    for taken in range(min(sizes[0], total), max(0, total - rest) - 1, -1):
        for more in compositions(sizes[1:], total - taken):
            yield (taken, *more)


def _plus(made: Composition, at: int, by: int = 1) -> Composition:
    return (*made[:at], made[at] + by, *made[at + 1 :])


def _without(
    sums: Mapping[Composition, Mapping[int, int]], at: int, heavy: int
) -> dict[Composition, dict[int, int]]:
    """The sums of everybody but one voter of a kind and weight."""
    found: dict[Composition, dict[int, int]] = {}
    for made in sorted(sums):
        fewer = found.get(_plus(made, at, -1), {})
        left: dict[int, int] = {}
        for weight, ways in sums[made].items():
            rest = ways - fewer.get(weight - heavy, 0)
            if rest:
                left[weight] = rest
        if left:
            found[made] = left
    return found
