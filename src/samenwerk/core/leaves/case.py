"""`parent`, `case` and `in`: the state of another case, or of the one a quantifier holds."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from samenwerk.core.allowed import allow
from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.view import View, located
from samenwerk.core.ways import NOTHING_NEEDED, Unadvisable, Want, Way
from samenwerk.values.case import Case
from samenwerk.values.cell import Cell
from samenwerk.values.finding import NO, YES
from samenwerk.values.message import Message, Name


@attrs.frozen
class CaseState:
    """The case is in one of the states. Never unknown: a case that does not exist is in none.

    `where` is `here` (the case at hand), `above` (the nearest one of the lifecycle above), `one`
    (the only one of its lifecycle) or `base` (the one that this case, or one above, rests on).
    """

    where: str
    lifecycle: str
    states: frozenset[str]

    word: ClassVar[str] = "case"
    definite: ClassVar[bool] = True
    KEYS: ClassVar[Mapping[str, Key]] = {
        "parent": Key("lifecycle", "het dossier waar dit onder hangt", "the case above this one"),
        "case": Key("lifecycle", "het enige dossier van die soort", "the only case of its kind"),
        "rests_on": Key("lifecycle", "het dossier waar dit op voortbouwt",
                        "the case that this one builds on"),
        "in": Key("states", "in een van deze fasen", "in one of these states", needed=True),
    }
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "nl": {
            "case.met": '{lifecycle} staat op "{state}"',
            "case.unmet": '{lifecycle} staat op "{state}"; nodig: "{states|of}"',
            "case.absent": "er is nog geen {lifecycle}",
            "case.open_first": "er moet eerst een {lifecycle} worden geopend",
        },
        "en": {
            "case.met": '{lifecycle} is at "{state}"',
            "case.unmet": '{lifecycle} is at "{state}"; needed: "{states|or}"',
            "case.absent": "there is no {lifecycle} yet",
            "case.open_first": "a {lifecycle} must be opened first",
        },
    }

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Of `{ parent = "collaboration", in = "active" }`."""
        key = next((word for word in ("parent", "case", "rests_on") if line.has(word)), None)
        lifecycle = None if key is None else line.lifecycle(key)
        if key is not None and lifecycle is None:
            return None
        states = line.states("in", lifecycle)
        if not states:
            return None
        where = {"parent": "above", "case": "one", "rests_on": "base", None: "here"}[key]
        return cls(where, lifecycle or states[0].partition(".")[0], _short(states))

    @property
    def key(self) -> str:
        """As `case one plan.adopted`."""
        return f"case {self.where} {self.lifecycle}.{'|'.join(sorted(self.states))}"

    def _case(self, view: View) -> Case | None:
        if self.where == "here":
            return view.case
        if self.where == "above":
            return located(view, self.lifecycle)
        if self.where == "base":
            return _base(view, self.lifecycle)
        ids = view.collaboration.by_lifecycle.get(self.lifecycle)
        if not ids:
            return view.case if view.case.lifecycle == self.lifecycle else None
        first = min(ids, key=ids.__getitem__)
        return view.case if view.case.id == first else view.collaboration.cases[first]

    def evaluate(self) -> Evaluate:
        """Yes or no."""
        states = self.states
        if self.where == "here":
            return lambda view: YES if view.case.state in states else NO

        def evaluate(view: View) -> int:
            case = self._case(view)
            return YES if case is not None and case.state in states else NO

        return evaluate

    def reads(self, view: View) -> tuple[Cell, ...]:
        """The state of that case, and whether there is one when it is looked for."""
        case = self._case(view)
        any_ = (Cell("", "cases", self.lifecycle),) if self.where == "one" else ()
        return any_ if case is None else (Cell(case.id, "state", "state"), *any_)

    def message(self, view: View, truth: int) -> Message:
        """Where it is, and where it should be."""
        case = self._case(view)
        lifecycle = Name("lifecycle", self.lifecycle)
        if case is None:
            return Message("case.absent", {"lifecycle": lifecycle})
        states = tuple(Name("state", f"{self.lifecycle}.{s}") for s in sorted(self.states))
        at = Name("state", f"{case.lifecycle}.{case.state}")
        if truth == YES:
            return Message("case.met", {"lifecycle": lifecycle, "state": at})
        return Message("case.unmet", {"lifecycle": lifecycle, "state": at, "states": states})

    def ways(self, view: View, wanted: bool) -> Way:
        """Have the case moved; one that does not exist must be opened first."""
        case = self._case(view)
        if case is None:
            first = Message("case.open_first", {"lifecycle": Name("lifecycle", self.lifecycle)})
            return Unadvisable(first) if wanted else NOTHING_NEEDED
        op = "one_of" if wanted else "none_of"
        return Want(Cell(case.id, "state", "state"), allow(op, self.states), self.key)

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """The states it names, and the rest."""
        case = self._case(view)
        if case is None:
            return ()
        return (Cut(Cell(case.id, "state", "state"), words=frozenset(self.states)),)

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Shown for the same case and fewer states (for a no: more)."""
        if not isinstance(other, CaseState):
            return False
        same = (self.where, self.lifecycle) == (other.where, other.lifecycle)
        return same and (self.states <= other.states if wanted else other.states <= self.states)


def _short(states: tuple[str, ...]) -> frozenset[str]:
    return frozenset(state.rpartition(".")[2] for state in states)


def _base(view: View, lifecycle: str) -> Case | None:
    """The case of this lifecycle that the case at hand, or the nearest above it, rests on."""
    cases = view.collaboration.cases
    at: Case | None = view.case
    while at is not None:
        base = None if at.rests_on is None else cases.get(at.rests_on)
        if base is not None and base.lifecycle == lifecycle:
            return view.case if base.id == view.case.id else base
        at = None if at.parent is None else cases.get(at.parent)
    return None
