"""Operands: the names and constants that conditions compare.

Which value an operand has at a moment is worked out in `core.operands`.
"""

from __future__ import annotations

from typing import TypeAlias

import attrs

from samenwerk.values.cell import Value
from samenwerk.values.time import Term


@attrs.frozen
class Constant:
    """A value written in the text, or a parameter's value (then `name` says which)."""

    value: Value
    name: str | None = None


@attrs.frozen
class FactOf:
    """A recorded fact of the case at hand, or of the nearest case above it of `above`.

    `per` tells that it is kept per party: then it is the one of the party that is bound.
    `silence` is what no answer means; None: not known.
    """

    name: str
    type: str
    above: str | None = None
    per: bool = False
    silence: Value | None = None


@attrs.frozen
class Today:
    """The day on which the act is judged."""


@attrs.frozen
class DayOfStep:
    """The day on which a step was last done in the case at hand or the one above it."""

    step: str
    above: str | None = None


@attrs.frozen
class Shifted:
    """A day a term after or before another."""

    base: Operand
    term: Term
    back: bool = False


@attrs.frozen
class DayInYear:
    """A day of the calendar ("12-31") in the year of another day, a term further on."""

    month: int
    day: int
    year: Operand
    plus: Term | None = None


@attrs.frozen
class FirstAfter:
    """The first new month or new year on or after a day."""

    what: str
    base: Operand


@attrs.frozen
class Latest:
    """The latest known of several days."""

    parts: tuple[Operand, ...]


Operand: TypeAlias = (
    Constant | FactOf | Today | DayOfStep | Shifted | DayInYear | FirstAfter | Latest
)
