"""`done`: whether a step was done, by whom, and how long ago (`not_done`: not so)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from samenwerk.core.allowed import ABSENT, THERE, Allowed, allow
from samenwerk.core.beyond import told_ended
from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.operands import entry_in
from samenwerk.core.view import View, located
from samenwerk.core.ways import Hopeless, Unadvisable, Want, Way, any_of, every
from samenwerk.core.who import members, settled, turning_days
from samenwerk.values.case import NOTHING
from samenwerk.values.cell import TODAY, Cell, Entry
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.message import Message, Name
from samenwerk.values.time import Term
from samenwerk.values.who import Who


@attrs.frozen
class Done:
    """A step was done in the case at hand or the one above it.

    `by` asks that one of these did it, `by_bound` that the party of a quantifier did;
    `within` that it was at most so long ago, `ago` at least so long. Unknown only where the
    calendar of a term does not reach.
    """

    step: str
    lifecycle: str
    above: str | None = None
    by: Who | None = None
    by_bound: bool = False
    within: Term | None = None
    ago: Term | None = None

    word: ClassVar[str] = "done"
    KEYS: ClassVar[Mapping[str, Key]] = {
        "done": Key("step", "de stap die gezet moet zijn", "the step that must be done", True),
        "by": Key("who", "door wie", "by whom"),
        "within": Key("term", "hoogstens zo lang geleden", "at most so long ago"),
        "ago": Key("term", "minstens zo lang geleden", "at least so long ago"),
        "calendar": Key("calendar", "de kalender waarmee die termijnen tellen",
                        "the calendar by which those terms count"),
    }
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "nl": {
            "done.met": '"{step}" is gedaan op {day}',
            "done.unmet": '"{step}" is nog niet gedaan',
            "done.unmet_by": '"{step}" is nog niet gedaan door {who}',
            "done.unmet_ago": '"{step}" is gedaan op {day}; dat moet minstens {term} geleden zijn',
            "done.unmet_within": '"{step}" is gedaan op {day}; dat mag hoogstens {term} '
            "geleden zijn",
            "done.stays": '"{step}" is gedaan, en dat blijft zo',
            "done.nowhere": 'er is hier geen dossier waarin "{step}" kan',
        },
        "en": {
            "done.met": '"{step}" was done on {day}',
            "done.unmet": '"{step}" has not been done yet',
            "done.unmet_by": '"{step}" has not been done yet by {who}',
            "done.unmet_ago": '"{step}" was done on {day}; that must be at least {term} ago',
            "done.unmet_within": '"{step}" was done on {day}; that may be at most {term} ago',
            "done.stays": '"{step}" was done, and that stays so',
            "done.nowhere": 'there is no case here in which "{step}" can be done',
        },
    }

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Of `{ done = "announce", ago = "4 weeks" }`."""
        found = line.step("done")
        if found is None:
            return None
        step, above = found
        lifecycle, _, short = step.rpartition(".")
        by = line.who("by")
        bound = line.bound == "party" and not line.has("by")
        return cls(short, lifecycle, above, by, bound, line.term("within"), line.term("ago"))

    @property
    def key(self) -> str:
        """As `done plan.announce ago 4 weeks`."""
        who = "each" if self.by_bound else self.by.key if self.by else ""
        parts = [f"done {self.lifecycle}.{self.step}", f"by {who}" if who else ""]
        parts += [f"{word} {term.key}" for word, term in self._terms() if term is not None]
        return " ".join(part for part in parts if part)

    def _terms(self) -> tuple[tuple[str, Term | None], ...]:
        return (("within", self.within), ("ago", self.ago))

    @property
    def definite(self) -> bool:
        """Whether it is never unknown."""
        return all(term is None or term.calendar is None for _, term in self._terms())

    def _beyond(self, entry: Entry) -> Term | None:
        """A term of which nobody knows when it is over for this entry."""
        terms = (term for _, term in self._terms() if term is not None)
        return next((term for term in terms if term.beyond(entry.day)), None)

    def _place(self) -> tuple[str, str, str | None]:
        return (self.step, self.lifecycle, self.above)

    def _cells(self, view: View) -> tuple[Cell, ...]:
        case = located(view, self.above)
        if case is None:
            return ()
        if self.by is not None:
            return tuple(Cell(case.id, "step", self.step, who) for who in members(self.by, view))
        return (Cell(case.id, "step", self.step, view.who if self.by_bound else None),)

    def _truth(self, entry: Entry | None, view: View) -> int:
        if entry is None:
            return NO
        found = YES
        for word, term in self._terms():
            if term is None:
                continue
            if term.beyond(entry.day):
                found = min(found, UNKNOWN)
            elif (view.day < term.after(entry.day)) if word == "ago" else (
                view.day > term.after(entry.day)
            ):
                return NO
        return found

    def evaluate(self) -> Evaluate:
        """Yes or no; unknown where a calendar ends too early."""
        if self.above is None and self.by is None and not self.by_bound and not (
            self.within or self.ago
        ):
            step = self.step
            return lambda view: YES if None in view.case.steps.get(step, NOTHING) else NO

        def evaluate(view: View) -> int:
            found = NO
            for cell in self._cells(view):
                found = max(found, self._truth(entry_in(view, cell), view))
                if found == YES:
                    return YES
            return found

        return evaluate

    def reads(self, view: View) -> tuple[Cell, ...]:
        """The step's cells, and the day when it looks at ages or at who holds a role."""
        timed = self.within or self.ago or self.by
        return (*self._cells(view), *((TODAY,) if timed else ()))

    def message(self, view: View, truth: int) -> Message:
        """The step, its day, and what its age should be."""
        entries = [entry for cell in self._cells(view) if (entry := entry_in(view, cell))]
        step = Name("step", f"{self.lifecycle}.{self.step}")
        if not entries:
            who: object = None  # a quantifier names its party itself
            if self.by is not None:
                who = Name(self.by.kind, self.by.full_name)
            known: dict[str, object] = {"step": step, "who": who}
            return Message("done.unmet" if who is None else "done.unmet_by", known)
        latest = max(entries, key=lambda one: one.sequence)
        if truth == YES:
            return Message("done.met", {"step": step, "day": latest.day})
        beyond = next((term for one in entries if (term := self._beyond(one))), None)
        if truth == UNKNOWN and beyond is not None:
            return told_ended(beyond, step)
        late = self.ago is None or view.day >= self.ago.after(latest.day)
        ending, term = ("within", self.within) if late else ("ago", self.ago)
        return Message(f"done.unmet_{ending}", {"step": step, "day": latest.day, "term": term})

    def _demand(self) -> Allowed:
        demand = THERE
        if self.ago is not None:
            demand = demand.meet(allow("aged_at_least", self.ago))
        if self.within is not None:
            demand = demand.meet(allow("aged_at_most", self.within))
        return demand

    def ways(self, view: View, wanted: bool) -> Way:
        """Do it (again), and wait; what was done stays done, but grows older."""
        step = Name("step", f"{self.lifecycle}.{self.step}")
        found = self._cells(view)
        held = (entry_in(view, cell) for cell in found)
        beyond = next((term for one in held if one and (term := self._beyond(one))), None)
        if beyond is not None and self.evaluate()(view) == UNKNOWN:
            return Unadvisable(told_ended(beyond, step))
        changing = self.by is not None and not settled(view.collaboration.register, view.day)
        if wanted:
            if self.by is not None and not found and located(view, self.above) is not None:
                who = Name(self.by.kind, self.by.full_name)
                return Unadvisable(Message("done.unmet_by", {"step": step, "who": who}))
            demand = self._demand()
            nowhere = Message("done.nowhere", {"step": step})
            return any_of([Want(cell, demand, self.key) for cell in found], nowhere)
        stays = Message("done.stays", {"step": step})
        way = every([self._not(cell, view, stays) for cell in found])
        # whoever did it may cease to be one of those it must be done by
        return Unadvisable(stays) if changing and isinstance(way, Hopeless) else way

    def _not(self, cell: Cell, view: View, stays: Message) -> Way:
        ways: list[Way] = []
        if entry_in(view, cell) is None:
            ways.append(Want(cell, ABSENT, self.key))
        if self.ago is not None:
            ways.append(Want(cell, THERE.meet(allow("aged_less", self.ago)), self.key))
        if self.within is not None:
            ways.append(Want(cell, THERE.meet(allow("aged_more", self.within)), self.key))
        return any_of(ways, stays) if ways else Hopeless(stays)

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """Never, or on either side of the terms."""
        terms = tuple(term for term in (self.ago, self.within) if term is not None)
        like = None if self.by is None else "one of them"
        cuts = tuple(Cut(cell, terms=terms, like=like) for cell in self._cells(view))
        if self.by is None:
            return cuts
        return (*cuts, Cut(TODAY, points=turning_days(view.collaboration.register)))

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Shown for the same step, when nothing is asked that this one does not ask."""
        if self == other:
            return True
        if not isinstance(other, Done):
            return False
        inner, outer = (self, other) if wanted else (other, self)
        same = inner._place() == outer._place()
        anyone = outer.by is None and not outer.by_bound
        who = (outer.by, outer.by_bound) == (inner.by, inner.by_bound)
        ages = outer.within in (None, inner.within) and outer.ago in (None, inner.ago)
        untimed = outer.within is None and outer.ago is None
        return same and ages and (who or (anyone and untimed))
