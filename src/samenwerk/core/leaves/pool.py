"""`pool`: whether a pool, or the case at hand, holds enough money and may still be drawn from."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.leaves.fact import Fact
from samenwerk.core.operands import getter
from samenwerk.core.view import View
from samenwerk.core.ways import Hopeless, Way, any_of, every
from samenwerk.core.wording import bound_of, operand_name
from samenwerk.values.cell import Cell
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.message import Message
from samenwerk.values.operand import Constant, Held, Operand, Today


@attrs.frozen
class Pool:
    """What is held passes every one of `tests`, and `last_day` has not passed."""

    held: Held
    tests: tuple[tuple[str, Operand], ...]
    last_day: Operand | None = None

    word: ClassVar[str] = "pool"
    KEYS: ClassVar[Mapping[str, Key]] = {
        "pool": Key("pool", 'de pot, of "this": dit dossier', 'the pool, or "this": this case',
                    needed=True),
        "at_least": Key("operand", "bevat minstens", "holds at least"),
        "at_most": Key("operand", "bevat hoogstens", "holds at most"),
        "more_than": Key("operand", "bevat meer dan", "holds more than"),
        "less_than": Key("operand", "bevat minder dan", "holds less than"),
    }  # fmt: skip
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "nl": {
            "pool.this": "dit dossier",
            "pool.met": "in {pool} zit {value}, en dat moest {tests} zijn",
            "pool.unmet": "in {pool} zit {value}, maar dat moet {tests} zijn",
            "pool.unknown": "of in {pool} {tests} zit, is nog niet bekend",
            "pool.over": "uit {pool} kon worden betaald tot en met {day}",
            "pool.fixed": "in {pool} kan niet meer {tests} komen",
        },
        "en": {
            "pool.this": "this case",
            "pool.met": "{pool} holds {value}, and that had to be {tests}",
            "pool.unmet": "{pool} holds {value}, but that must be {tests}",
            "pool.unknown": "whether {pool} holds {tests} is not known yet",
            "pool.over": "{pool} could be drawn from up to and including {day}",
            "pool.fixed": "{pool} can no longer come to hold {tests}",
        },
    }

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Of `{ pool = "general", at_least = "granted" }`."""
        found = line.declared("pool", "pool")
        if found is None:
            return None
        tests = line.comparisons(found[0].held)
        if not tests:
            return None
        bounds = tuple((op, one) for op, one in tests if not isinstance(one, frozenset))
        return cls(found[0].held, bounds, found[0].last_day)

    @property
    def inner(self) -> tuple[Fact, ...]:
        # two comparisons: the same answers as those of facts, in another wording
        facts = (Fact(self.held, self.tests),)
        if self.last_day is None:
            return facts
        return (*facts, Fact(Today(), (("at_latest", self.last_day),)))

    @property
    def subject(self) -> Operand:
        """What is compared."""
        return self.held

    @property
    def key(self) -> str:
        """As `pool general at_least granted`."""
        tests = self.inner[0].key.partition(" held by ")[2]
        return f"pool {tests}"

    def evaluate(self) -> Evaluate:
        """Unknown as long as an amount or the year is not known, unless the last day passed."""
        asked = [one.evaluate() for one in self.inner]
        return lambda view: min([one(view) for one in asked])

    def reads(self, view: View) -> tuple[Cell, ...]:
        """What the balance, the amounts and the last day rest on."""
        return tuple(dict.fromkeys(cell for one in self.inner for cell in one.reads(view)))

    def message(self, view: View, truth: int) -> Message:
        """What is held and what it must be; or the last day, when that has passed."""
        told: dict[str, object] = {"pool": operand_name(self.held), "tests": self._told(view)}
        if self.last_day is not None and self.inner[1].evaluate()(view) == NO:
            return Message("pool.over", {**told, "day": _shown(self.last_day, view)})
        value = getter(self.held)(view)
        ending = "unknown" if truth == UNKNOWN else "met" if truth == YES else "unmet"
        return Message(f"pool.{ending}", {**told, "value": value})

    def _told(self, view: View) -> tuple[Message, ...]:
        return tuple(
            Message(f"test.{op}", {"bound": _shown(bound, view)}) for op, bound in self.tests
        )

    def ways(self, view: View, wanted: bool) -> Way:
        """Another amount, where one can be recorded; a last day does not come back."""
        ways = [one.ways(view, wanted) for one in self.inner]
        told: dict[str, object] = {"pool": operand_name(self.held), "tests": self._told(view)}
        if wanted:
            if self.last_day is not None and isinstance(ways[1], Hopeless):
                day = _shown(self.last_day, view)
                return Hopeless(Message("pool.over", {**told, "day": day}))
            return every(ways)
        return any_of(ways, Message("pool.fixed", told))

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """Every amount apart, and the last day."""
        return tuple(dict.fromkeys(cut for one in self.inner for cut in one.abstract(view)))

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Only itself, or the same with amounts further inside."""
        if not isinstance(other, Pool) or other.last_day != self.last_day:
            return False
        if self == other:
            return True
        return (wanted or self.last_day is None) and self.inner[0].implies(
            other.inner[0], wanted
        )


def _shown(bound: Operand, view: View) -> object:
    plain = isinstance(bound, Constant) and bound.name is None
    return bound.value if isinstance(bound, Constant) and plain else bound_of(bound, view)
