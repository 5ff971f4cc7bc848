"""`window`: whether something is open today."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from samenwerk.core.beyond import ended_in, told_ended
from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.leaves.fact import Fact
from samenwerk.core.operands import getter
from samenwerk.core.view import View
from samenwerk.core.ways import Way
from samenwerk.core.wording import operand_name
from samenwerk.values.cell import Cell
from samenwerk.values.finding import UNKNOWN, YES
from samenwerk.values.message import Message, Name
from samenwerk.values.operand import Operand, Today


@attrs.frozen
class Window:
    """Today lies on or after the first day and on or before the last; both count.

    `exception` names the exception whose days they are; who it is for is asked beside it.
    """

    name: str
    opens: Operand | None
    last_day: Operand | None
    exception: str | None = None

    word: ClassVar[str] = "window"
    KEYS: ClassVar[Mapping[str, Key]] = {
        "window": Key("window", "de periode waarin het open is", "the days it is open", True),
    }
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "nl": {
            "window.met": "{window} is open",
            "window.unmet": "{window} is dicht (open {days})",
            "window.unknown": "van {window} is de periode nog niet bekend",
            "window.days.first_last": "van {first} tot en met {last}",
            "window.days.first": "vanaf {first}",
            "window.days.last": "tot en met {last}",
        },
        "en": {
            "window.met": "{window} is open",
            "window.unmet": "{window} is closed (open {days})",
            "window.unknown": "the days of {window} are not known yet",
            "window.days.first_last": "from {first} up to and including {last}",
            "window.days.first": "from {first} on",
            "window.days.last": "up to and including {last}",
        },
    }

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Of `{ window = "counter" }`."""
        found = line.declared("window", "window")
        if found is None:
            return None
        return cls(found[0].name, found[0].opens, found[0].last_day)

    @property
    def _inner(self) -> Fact:
        # a window is a comparison of today with two days: the same answers, another wording
        tests = [("at_earliest", self.opens)] if self.opens is not None else []
        tests += [("at_latest", self.last_day)] if self.last_day is not None else []
        return Fact(Today(), tuple(tests))

    @property
    def key(self) -> str:
        """As `window counter`, or `window counter exception late`."""
        return f"window {self.name}" + (f" exception {self.exception}" if self.exception else "")

    def evaluate(self) -> Evaluate:
        """Unknown while one of its days is not known, unless the other already shuts it."""
        return self._inner.evaluate()

    def reads(self, view: View) -> tuple[Cell, ...]:
        """The day, and what its days rest on."""
        return self._inner.reads(view)

    def message(self, view: View, truth: int) -> Message:
        """The window and its days."""
        window = Name("window", self.name)
        if self.exception is not None:
            window = Name("exception", f"{self.name}@{self.exception}")
        if truth == YES:
            return Message("window.met", {"window": window})
        days = [one for one in (self.opens, self.last_day) if one is not None]
        beyond = ended_in(days, view)
        if truth == UNKNOWN and beyond is not None:
            return told_ended(beyond, window)
        if truth == UNKNOWN:
            return Message("window.unknown", {"window": window})
        told = open_days(*(_day(side, view) for side in (self.opens, self.last_day)))
        return Message("window.unmet", {"window": window, "days": told})

    def ways(self, view: View, wanted: bool) -> Way:
        """Wait until it opens; what is over does not come back."""
        return self._inner.ways(view, wanted)

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """Before, in, after."""
        return self._inner.abstract(view)

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Shown when the days lie inside the other's."""
        return isinstance(other, Window) and (
            self == other or self._inner.implies(other._inner, wanted)
        )


def open_days(first: object, last: object) -> Message:
    """From and until when, of days or their names; None where there is no such day."""
    told = {"first": first, "last": last}
    ending = "_".join(key for key, day in told.items() if day is not None)
    return Message(f"window.days.{ending}", told)


def _day(side: Operand | None, view: View) -> object:
    if side is None:
        return None
    value = getter(side)(view)
    return operand_name(side) if value is None else value
