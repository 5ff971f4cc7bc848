"""The ledger of a collaboration: every amount that went from one end to another, in order.

Values only; they are read from the record by `core.ledger`, and nothing is kept twice.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import attrs

from samenwerk.values.cell import Value

if TYPE_CHECKING:
    from samenwerk.values.case import Collaboration

OUTSIDE = "outside"
NOTHING = Decimal("0.00")


@attrs.frozen
class Done:
    """A step as it was done: when, in which case, by whom, and what was filled in with it.

    `sequence` is its place in the record; 0 for what time has made due and nobody recorded yet.
    """

    day: date
    sequence: int
    case: str
    lifecycle: str
    step: str
    by: str | None = None
    filled: tuple[tuple[str, Value], ...] = ()

    def fact(self, name: str) -> Value | None:
        """What was filled in under this name with the step; None when nothing was."""
        return next((value for own, value in self.filled if own == name), None)


@attrs.frozen
class Moved:
    """An amount that went `out_of` one end `into` another.

    An end is "pool NAME" (with the year behind it when it has amounts by year), "case ID", or
    "outside". `by` is the step that moved it; None for what a pool begins with, a change of
    that, and what went along when cases were split or merged.
    """

    day: date
    sequence: int
    amount: Decimal
    out_of: str
    into: str
    by: Done | None = None

    @property
    def case(self) -> str | None:
        """The case whose step moved it."""
        return None if self.by is None else self.by.case

    @property
    def step(self) -> str | None:
        """The step that moved it, as `lifecycle.step`."""
        return None if self.by is None else f"{self.by.lifecycle}.{self.by.step}"


@attrs.frozen(eq=False)
class Ledger:
    """What was moved in a collaboration up to and including a day, and every step that was done.

    `movements` and `steps` are in order of day, then of the record.
    """

    collaboration: Collaboration
    day: date
    movements: tuple[Moved, ...] = ()
    steps: tuple[Done, ...] = ()

    def of_case(self, case: str) -> tuple[Moved, ...]:
        """The movements that steps of this case made."""
        return tuple(one for one in self.movements if one.case == case)

    def held(self, end: str) -> Decimal:
        """What an end holds by these movements.

        >>> from datetime import date
        >>> one = Moved(date(2027, 1, 1), 1, Decimal("0.10"), "outside", "pool general")
        >>> Ledger(None, date(2027, 2, 1), (one,)).held("pool general")
        Decimal('0.10')
        """
        into = (one.amount for one in self.movements if one.into == end)
        out_of = (one.amount for one in self.movements if one.out_of == end)
        return sum(into, NOTHING) - sum(out_of, NOTHING)

    @property
    def ends(self) -> tuple[str, ...]:
        """Every end that anything went to or came from, in order of first use."""
        return tuple(dict.fromkeys(self._ends()))

    def _ends(self) -> Iterator[str]:
        for one in self.movements:
            yield one.out_of
            yield one.into
