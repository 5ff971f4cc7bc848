"""From what a party is (inhabitants, insured people, beds) to how many votes it has.

Pure arithmetic on whole numbers; who is for and against is not asked here.
"""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from math import isqrt

import attrs

from samenwerk import Share

ROUNDINGS = ("up", "down", "nearest")
CURVES = ("plain", "root")


@attrs.frozen
class Scale:
    """How votes follow from a number.

    One vote for each `per` (`curve` root: of its square root), rounded, or what `brackets` says:
    pairs of the least number and the votes from there on. Then at least `least`, at most `most`
    (0: no limit), and nobody more than the share `cap` of all votes together.

    >>> Scale(per=1000, most=30).votes({"stad": 80_250, "dorp": 900})
    {'stad': 30, 'dorp': 1}
    """

    per: int = 1
    rounding: str = "up"
    curve: str = "plain"
    brackets: tuple[tuple[int, int], ...] = ()
    least: int = 0
    most: int = 0
    cap: Fraction = Fraction(1)

    def votes(self, numbers: Mapping[str, int]) -> dict[str, int]:
        """The votes of each party, by its number."""
        return capped({one: self._plain(number) for one, number in numbers.items()}, self.cap)

    def _plain(self, number: int) -> int:
        if self.brackets:
            reached = [votes for start, votes in self.brackets if number >= start]
            made = reached[-1] if reached else 0
        else:
            made = self._rounded(number)
        made = max(made, self.least)
        return min(made, self.most) if self.most else made

    def _rounded(self, number: int) -> int:
        per = max(1, self.per)
        if self.curve == "root":
            # doubled before the root is taken, so that a half is seen exactly
            twice = isqrt(4 * number // per)
            exact = twice % 2 == 0 and twice * twice * per == 4 * number
            down, half = twice // 2, twice % 2
            more = {"up": not exact, "down": False, "nearest": bool(half)}[self.rounding]
            return down + more
        down, left = divmod(number, per)
        more = {"up": left > 0, "down": False, "nearest": 2 * left >= per}[self.rounding]
        return down + more


def capped(votes: Mapping[str, int], cap: Fraction) -> dict[str, int]:
    """The votes with the largest cut off, until nobody has more than this share of all.

    With so few parties that this cannot be, all who have a vote have the same.

    >>> capped({"a": 90, "b": 10, "c": 10, "d": 10}, Fraction(1, 2))
    {'a': 30, 'b': 10, 'c': 10, 'd': 10}
    """
    low, high = 1, max(votes.values(), default=1)
    while low < high:
        half = (low + high + 1) // 2
        fits = half <= cap * sum(min(one, half) for one in votes.values())
        low, high = (half, high) if fits else (low, half - 1)
    return {one: min(own, low) for one, own in votes.items()}


def part_of(value: object) -> Fraction:
    """A share that was given as a parameter, to be reckoned with; nothing for what is none."""
    return value.fraction if isinstance(value, Share) else Fraction(0)


def brackets_of(text: str) -> tuple[tuple[int, int], ...]:
    """Brackets as they are written; raises ValueError for what is none.

    >>> brackets_of("0=3 2000001=4")
    ((0, 3), (2000001, 4))
    """
    found = []
    for pair in text.split():
        start, _, votes = pair.partition("=")
        found.append((int(start), int(votes)))
    if found != sorted(found) or len({start for start, _ in found}) != len(found):
        raise ValueError(f"brackets not in order: {text}")
    return tuple(found)
