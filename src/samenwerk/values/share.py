"""An exact part of a whole, as `"2/3"`.

Shares are never decimals: 0.67 refuses two of three.
"""

from __future__ import annotations

import re
from fractions import Fraction

import attrs

_WRITTEN = re.compile(r"([0-9]{1,6})/([1-9][0-9]{0,5})\Z")


@attrs.frozen
class Share:
    """An exact share between nothing and all, kept as it was written.

    >>> Share.parse("2/3").reached(2, 3)
    True
    >>> Share.parse("1/2").passed(3, 6)
    False
    """

    part: int
    whole: int

    @classmethod
    def parse(cls, text: str) -> Share:
        """Read `"2/3"`; raises ValueError when it is no share or more than all."""
        found = _WRITTEN.match(text)
        if found is None or int(found[1]) > int(found[2]):
            raise ValueError(text)
        return cls(int(found[1]), int(found[2]))

    def __str__(self) -> str:
        return f"{self.part}/{self.whole}"

    @property
    def fraction(self) -> Fraction:
        """The share as an exact number."""
        return Fraction(self.part, self.whole)

    def reached(self, count: int, total: int) -> bool:
        """Whether `count` of `total` is at least this share."""
        return count * self.whole >= self.part * total

    def passed(self, count: int, total: int) -> bool:
        """Whether `count` of `total` is more than this share."""
        return count * self.whole > self.part * total
