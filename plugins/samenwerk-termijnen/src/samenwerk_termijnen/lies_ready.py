"""The condition `lies_ready`: a document lay ready for so long, in the version that counts now.

What lies ready before a hearing is read, judged, proved and explained as every other condition.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from samenwerk import Message, Name, Term
from samenwerk.core.allowed import ABSENT, THERE, allow
from samenwerk.core.beyond import told_ended
from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.operands import entry_in
from samenwerk.core.view import View, located
from samenwerk.core.ways import NOTHING_NEEDED, Hopeless, Unadvisable, Want, Way, any_of, every
from samenwerk.values.cell import TODAY, Cell
from samenwerk.values.finding import NO, UNKNOWN, YES


@attrs.frozen
class LiesReady:
    """The latest version of a document was handed in at least a term ago.

    A new version lies ready anew. Unknown only where the calendar of the term does not reach.
    """

    name: str
    full_name: str
    term: Term
    above: str | None = None

    word: ClassVar[str] = "lies_ready"
    KEYS: ClassVar[Mapping[str, Key]] = {
        "lies_ready": Key("document", "het stuk dat ter inzage ligt",
                          "the document that lies ready", True),
        "ago": Key("term", "minstens zo lang", "for at least so long", True),
        "calendar": Key("calendar", "de kalender waarmee die termijn telt",
                        "the calendar by which that term counts"),
    }  # fmt: skip
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "nl": {
            "termijnen.ready.said": "{document} ligt minstens {term} ter inzage",
            "termijnen.ready.met": "{document} ligt ter inzage sinds {day}",
            "termijnen.ready.unmet": "{document} ligt nog niet ter inzage",
            "termijnen.ready.short": "{document} ligt ter inzage sinds {day}; dat moet minstens "
            "{term} zijn",
            "termijnen.ready.stays": "{document} ligt ter inzage, en dat blijft zo",
            "termijnen.ready.nowhere": "er is hier geen dossier voor {document}",
        },
        "en": {
            "termijnen.ready.said": "{document} has been lying ready for at least {term}",
            "termijnen.ready.met": "{document} has been lying ready since {day}",
            "termijnen.ready.unmet": "{document} does not lie ready yet",
            "termijnen.ready.short": "{document} has been lying ready since {day}; that must be "
            "at least {term}",
            "termijnen.ready.stays": "{document} lies ready, and that stays so",
            "termijnen.ready.nowhere": "there is no case here for {document}",
        },
    }

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Of `{ lies_ready = "papers", ago = "1 week" }`."""
        found, term = line.declared("lies_ready", "document"), line.term("ago")
        if found is None or term is None:
            return None
        declared, above = found
        full = f"{declared.lifecycle}.{declared.name}" if declared.lifecycle else declared.name
        return cls(declared.name, full, term, above)

    @property
    def key(self) -> str:
        """As `lies_ready objection.papers ago 1 week`."""
        return f"lies_ready {self.full_name} ago {self.term.key}"

    @property
    def definite(self) -> bool:
        """Whether it is never unknown."""
        return self.term.calendar is None

    @property
    def said(self) -> Message:
        """What it asks, before there is any case."""
        told = {"document": Name("document", self.full_name), "term": self.term}
        return Message("termijnen.ready.said", told)

    @property
    def looks_at(self) -> tuple[Name, ...]:
        """The document."""
        return (Name("document", self.full_name),)

    def _cells(self, view: View) -> tuple[Cell, ...]:
        case = located(view, self.above)
        return () if case is None else (Cell(case.id, "document", self.name),)

    def evaluate(self) -> Evaluate:
        """Yes or no; unknown where the calendar ends too early."""

        def evaluate(view: View) -> int:
            entry = next((entry_in(view, cell) for cell in self._cells(view)), None)
            if entry is None:
                return NO
            if self.term.beyond(entry.day):
                return UNKNOWN
            return YES if view.day >= self.term.after(entry.day) else NO

        return evaluate

    def reads(self, view: View) -> tuple[Cell, ...]:
        """The document, and the day."""
        return (*self._cells(view), TODAY)

    def message(self, view: View, truth: int) -> Message:
        """Since when it lies ready, and how long that must be."""
        entry = next((entry_in(view, cell) for cell in self._cells(view)), None)
        named = Name("document", self.full_name)
        if entry is None:
            return Message("termijnen.ready.unmet", {"document": named})
        if truth == UNKNOWN:
            return told_ended(self.term, named)
        told = {"document": named, "day": entry.day, "term": self.term}
        return Message(f"termijnen.ready.{'met' if truth == YES else 'short'}", told)

    def ways(self, view: View, wanted: bool) -> Way:
        """Hand it in and wait; what lies ready stays, unless a new version comes."""
        found, named = self._cells(view), {"document": Name("document", self.full_name)}
        if not found:
            nowhere = Hopeless(Message("termijnen.ready.nowhere", named))
            return nowhere if wanted else NOTHING_NEEDED
        (cell,) = found
        entry = entry_in(view, cell)
        if entry is not None and self.term.beyond(entry.day):
            return Unadvisable(told_ended(self.term, named["document"]))
        if wanted and entry is None:
            return Want(cell, THERE.meet(allow("aged_at_least", self.term)), self.key)
        if wanted and entry is not None:  # what lies there need only wait
            there = Want(cell, THERE.meet(allow("dated_by", entry.day)), self.key)
            after = allow("at_earliest", self.term.after(entry.day))
            return every([there, Want(TODAY, after, self.key)])
        younger = Want(cell, THERE.meet(allow("aged_less", self.term)), self.key)
        if entry is not None:
            return younger
        stays = Message("termijnen.ready.stays", named)
        return any_of([Want(cell, ABSENT, self.key), younger], stays)

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """Never, or on either side of the term."""
        return tuple(Cut(cell, terms=(self.term,)) for cell in self._cells(view))

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Only itself."""
        return self == other
