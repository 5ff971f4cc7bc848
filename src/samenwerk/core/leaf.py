"""What every leaf kind answers about itself: the protocol that the whole house rests on.

One file in `core.leaves` per kind. Verdict, needs, proof, diff, migration, replay and coverage
all come from these answers; no feature has an evaluator of its own.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from datetime import date
from typing import Any, ClassVar, Protocol, cast

import attrs

from samenwerk.core.operands import entry_in
from samenwerk.core.view import View
from samenwerk.core.ways import Way
from samenwerk.values.cell import Cell, Entry, Value
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.message import Message
from samenwerk.values.operand import Operand
from samenwerk.values.share import Share
from samenwerk.values.time import Term
from samenwerk.values.who import Who

Evaluate = Callable[[View], int]
"""From a view to 0 (no), 1 (unknown) or 2 (yes)."""

ACTOR = Cell("", "actor", "actor")
"""The party that acts; leaves that look at it say so in `reads`."""


@attrs.frozen
class Key:
    """One key that a condition's line may have: what goes in, for schema, docs and checks."""

    type: str
    nl: str
    en: str
    needed: bool = False


@attrs.frozen
class Cut:
    """How finely a leaf tells the contents of one cell apart, for proof.

    Two contents in the same class for every cut of a leaf give it the same truth. `points`
    are values it compares with, `words` those it knows by name, `terms` ages it looks at,
    `days` last days on which an entry still counts, `newer_than` cells whose recording an
    entry must follow, `links` cells it is compared with. `exact` tells everything apart.
    What is in `ignores` is as good as nothing; so is, where it `forgets`, an entry that is not
    recorded after all of `newer_than`. Where `like` is written, what two parties hold can change
    places when theirs is the same: only how many there are of each counts. Of a day that is told
    apart exactly, `sides` are the days that are compared and `until` those after which an entry
    comes too late, both as seen in the case `at`: where they are written only their order counts.
    """

    cell: Cell
    points: tuple[Value, ...] = ()
    words: frozenset[Value] = frozenset()
    terms: tuple[Term, ...] = ()
    days: tuple[date, ...] = ()
    newer_than: tuple[Cell, ...] = ()
    links: tuple[Cell, ...] = ()
    exact: bool = False
    ignores: frozenset[Value] = frozenset()
    forgets: bool = False
    like: Hashable = None
    sides: tuple[tuple[Operand, Operand], ...] = ()
    until: tuple[Operand, ...] = ()
    at: str = ""

    def class_of(self, view: View) -> Hashable:
        """The class of what stands in the cell; absent is a class of its own."""
        entry = entry_in(view, self.cell)
        if entry is None or entry.value in self.ignores:
            return None
        others = [entry_in(view, cell) for cell in self.links]
        after = [entry_in(view, cell) for cell in self.newer_than]
        if self.forgets and any(one and entry.sequence <= one.sequence for one in after):
            return None
        return (
            *self.value_class(entry),
            tuple(
                None if term.beyond(entry.day) else _side(view.day, term.after(entry.day))
                for term in self.terms
            ),
            tuple(entry.day <= day for day in self.days),
            tuple(other is None or entry.sequence > other.sequence for other in after),
            (entry.value, entry.day) if self.exact else None,
            tuple(None if o is None else _side(entry.value, o.value) for o in others),
        )

    def value_class(self, entry: Entry) -> tuple[Hashable, Hashable]:
        """What it tells apart by the value alone: the side of each point, and which word."""
        sides = tuple(_side(entry.value, point) for point in self.points)
        return (sides, entry.value if entry.value in self.words else None)


def _side(left: Any, right: Any) -> int | str:
    try:
        return int(left > right) - int(left < right)
    except TypeError:
        return "same" if left == right else "other"


class Leaf(Protocol):
    """A condition that asks one thing. Its fields are resolved: it needs no workflow to answer.

    Laws (each a property test, run for every kind by one contract suite): `reads` is complete;
    what is already so has a way without acts; every way ends in the wanted truth; nothing
    hopeless can be reached by brute force; equal classes give equal truth; `implies` is never
    wrong; equal views give equal answers.

    A kind that never answers unknown may say so with `definite = True`: proof then need not look
    for it. A kind that a plugin brings says with `said` (a message) what it asks before there is
    any case, and with `looks_at` (names) of what: `explain` shows both.
    """

    word: ClassVar[str]
    KEYS: ClassVar[Mapping[str, Key]]
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]]

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Make a leaf of a line of text; None when the line had faults, which it reported."""
        ...

    @property
    def key(self) -> str:
        """The stable name of this condition in the record: equal leaves, equal keys."""
        ...

    def evaluate(self) -> Evaluate:
        """A function from a view to the truth, with everything settled that can be."""
        ...

    def reads(self, view: View) -> tuple[Cell, ...]:
        """Every cell the answer can depend on, the day and the actor among them."""
        ...

    def message(self, view: View, truth: int) -> Message:
        """What to say about the answer; asked only when somebody looks."""
        ...

    def ways(self, view: View, wanted: bool) -> Way:
        """What must stand where for a yes (`wanted`) or a definite no."""
        ...

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """The finite cuts of the cells it reads."""
        ...

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Whether a yes (or, not `wanted`, a no) here is shown to be one there."""
        ...


class Line(Protocol):
    """One condition as written, with everything its leaf kind needs to make itself of it.

    Each method takes a key, gives the resolved thing, or reports the fault and gives None; a
    key that is not written gives None without a fault.
    """

    @property
    def bound(self) -> str | None:
        """What a quantifier holds before this condition: "party", "case", or None."""
        ...

    def has(self, key: str) -> bool:
        """Whether the key is written."""
        ...

    def operand(self, key: str) -> Operand | None:
        """Something known by name (fact, date, parameter, today, step), or a plain value."""
        ...

    def comparisons(
        self, subject: Operand
    ) -> tuple[tuple[str, Operand | frozenset[Value]], ...] | None:
        """The comparisons of the line, fitting the subject's type, in the order written."""
        ...

    def step(self, key: str) -> tuple[str, str | None] | None:
        """A step, and the lifecycle above to look in (None: the case at hand)."""
        ...

    def states(self, key: str, lifecycle: str | None) -> tuple[str, ...] | None:
        """States of a lifecycle (None: of the case at hand)."""
        ...

    def lifecycle(self, key: str) -> str | None:
        """A lifecycle."""
        ...

    def declared(self, key: str, family: str) -> tuple[Any, str | None] | None:
        """The declared thing of that family ("document", "decision", "window", "open", "silent",
        "mandate", "plugin_rule"), and the lifecycle above whose case is meant (None: at hand).
        """
        ...

    def who(self, key: str) -> Who | None:
        """A sort, group, table or role."""
        ...

    def term(self, key: str) -> Term | None:
        """A term as "4 weeks"."""
        ...

    def share(self, key: str) -> Share | None:
        """A share as "2/3"."""
        ...

    def words(self, key: str) -> tuple[Value, ...] | None:
        """One or several plain values."""
        ...

    def fault(self, code: str, key: str | None, **params: object) -> None:
        """Report a fault of this line, at a key or at the line as a whole."""
        ...


class Consulting(Leaf, Protocol):
    """A leaf that rests on what a plugin answers before the decision."""

    @property
    def plugin(self) -> str:
        """Which plugin is asked."""
        ...

    @property
    def asks(self) -> str:
        """What it is asked, as it stands in the record: the key, or more than that."""
        ...

    def question(self, view: View) -> str:
        """The name under which the answer travels with the command."""
        ...


def consulting(leaf: Leaf) -> Consulting | None:
    """The leaf, when a plugin must be asked for it; else None."""
    return cast(Consulting, leaf) if getattr(leaf, "plugin", "") else None


def possible(leaf: Leaf) -> tuple[int, ...]:
    """The truths that a leaf can answer with."""
    return (YES, NO) if getattr(leaf, "definite", False) else (YES, NO, UNKNOWN)
