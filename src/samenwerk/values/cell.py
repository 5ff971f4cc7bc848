"""Cells: the places in a collaboration where something can be known.

A condition asks; a cell is what is asked about and what somebody can change.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeAlias

import attrs

from samenwerk.values.time import Term

Value: TypeAlias = bool | int | Decimal | date | Term | str
"""What a cell can hold."""


@attrs.frozen
class Entry:
    """What stands in a cell: the value, since which civil day, recorded at which sequence."""

    value: Value
    day: date
    sequence: int
    by: str | None = None


@attrs.frozen(slots=False)
class Cell:
    """One place: in which case, of which kind, which name, of which party (or of nobody).

    `case` is empty for what belongs to the whole collaboration: its register and the day.
    """

    case: str
    kind: str
    name: str
    who: str | None = None

    @property
    def of_nobody(self) -> Cell:
        """The cell of the same name that is of no party in particular."""
        return self if self.who is None else Cell(self.case, self.kind, self.name)

    @property
    def order(self) -> tuple[str, str, str, str]:
        """A fixed order, so that equal questions give equal answers."""
        return (self.case, self.kind, self.name, self.who or "")


TODAY = Cell("", "day", "today")
"""The day on which an act is judged."""
