"""Who can decide together by a method that only a function knows: every group is tried.

Where the votes are counted here, `coalitions` works it out; this asks, and so is for few voters.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import combinations

from samenwerk.core.coalitions import Coalitions
from samenwerk.core.votes import Count, closes_for_good
from samenwerk.values.finding import YES

MOST_ASKED = 9
"""With more voters than this there are too many groups to ask about."""

Comes = Callable[[Mapping[str, str], bool], int]
"""The truth when each voter is on this side, and the round is closed or not."""


def coalitions_asked(count: Count, comes: Comes) -> Coalitions | None:
    """What groups can do in a round in which nobody spoke yet; None with too many voters.

    `count` is such a round, and looks after what the text asks beside the method.
    """
    return None if len(count.voters) > MOST_ASKED else _Asked(count, comes).answer()


class _Asked:
    """Every group of the voters, each asked about once."""

    def __init__(self, count: Count, comes: Comes) -> None:
        self.count, self.comes, self.voters = count, comes, count.voters
        decision = count.decision
        ends = decision.closes is not None or decision.answer_within is not None
        self.closes = ends and closes_for_good(decision)
        self.deciding = {group for group in self._groups() if self._decides(group)}

    def answer(self) -> Coalitions:
        turning = {one: self._turning(one) for one in self.voters}
        total = sum(turning.values())
        blocking = [group for group in self._groups() if self._blocks(group)]
        return Coalitions(
            voters=self.voters,
            possible=self.voters in self.deciding,
            closes=self.closes,
            deciding=next((one for one in self._groups() if one in self.deciding), ()),
            deciding_in_silence=self._in_silence() if self.closes else None,
            blocking=next(iter(blocking), ()),
            vetoes=tuple(one for one in self.voters if (one,) in blocking),
            alone=tuple(one for one in self.voters if (one,) in self.deciding),
            never=tuple(one for one in self.voters if not turning[one]),
            tips={one: Fraction(times, total or 1) for one, times in turning.items()},
        )

    def _groups(self) -> Iterator[tuple[str, ...]]:
        """Every group with somebody in it, the smallest first."""
        for size in range(1, len(self.voters) + 1):
            yield from combinations(self.voters, size)

    def _others(self, group: tuple[str, ...]) -> list[str]:
        return [one for one in self.voters if one not in group]

    def _decides(self, group: tuple[str, ...]) -> bool:
        """Whether these decide while all others are against."""
        rest = self._others(group)
        sides = {**dict.fromkeys(group, "for"), **dict.fromkeys(rest, "against")}
        held = self.count.passes(group, rest, (), len(self.voters), rest)
        return held and self.comes(sides, self.closes) == YES

    def _blocks(self, group: tuple[str, ...]) -> bool:
        return tuple(self._others(group)) not in self.deciding

    def _in_silence(self) -> tuple[str, ...]:
        for group in self._groups():
            score = self.count.after_closing(list(group), [], [], self._others(group))
            yes, no, out, _ = score
            sides = {**dict.fromkeys(yes, "for"), **dict.fromkeys(no, "against"),
                     **dict.fromkeys(out, "out")}  # fmt: skip
            if self.count.passes(*score) and self.comes(sides, True) == YES:
                return group
        return ()

    def _turning(self, voter: str) -> int:
        """In how many groups this voter turns a no into a yes."""
        return sum(
            voter in group
            and tuple(one for one in group if one != voter) not in self.deciding
            for group in self.deciding
        )
