"""`document`: whether a document was handed in, in this case."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from samenwerk.core.allowed import ABSENT, THERE
from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.operands import entry_in
from samenwerk.core.view import View, located
from samenwerk.core.ways import NOTHING_NEEDED, Hopeless, Want, Way
from samenwerk.values.cell import Cell
from samenwerk.values.finding import NO, YES
from samenwerk.values.message import Message, Name


@attrs.frozen
class Document:
    """The document is there, in the case at hand or the one above it. Never unknown."""

    name: str
    full_name: str
    above: str | None = None

    word: ClassVar[str] = "document"
    definite: ClassVar[bool] = True
    KEYS: ClassVar[Mapping[str, Key]] = {
        "document": Key("document", "het stuk dat er moet zijn", "the document needed", True),
    }
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "nl": {
            "document.met": "{document} is ingediend op {day}",
            "document.unmet": "{document} is nog niet ingediend",
            "document.stays": "{document} is ingediend, en dat blijft zo",
            "document.nowhere": "er is hier geen dossier voor {document}",
        },
        "en": {
            "document.met": "{document} was handed in on {day}",
            "document.unmet": "{document} has not been handed in yet",
            "document.stays": "{document} was handed in, and that stays so",
            "document.nowhere": "there is no case here for {document}",
        },
    }

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Of `{ document = "impact_note" }`."""
        found = line.declared("document", "document")
        if found is None:
            return None
        declared, above = found
        return cls(declared.name, _full(declared), above)

    @property
    def key(self) -> str:
        """As `document impact_note`."""
        return f"document {self.full_name}"

    def evaluate(self) -> Evaluate:
        """Yes or no."""
        name, above = self.name, self.above
        if above is None:
            return lambda view: YES if name in view.case.documents else NO

        def evaluate(view: View) -> int:
            case = located(view, above)
            return YES if case is not None and name in case.documents else NO

        return evaluate

    def reads(self, view: View) -> tuple[Cell, ...]:
        """The one cell of the document."""
        case = located(view, self.above)
        return () if case is None else (Cell(case.id, "document", self.name),)

    def message(self, view: View, truth: int) -> Message:
        """The document, and when it came."""
        entry = next((entry_in(view, cell) for cell in self.reads(view)), None)
        params = {"document": Name("document", self.full_name), "day": entry and entry.day}
        return Message("document.met" if truth == YES else "document.unmet", params)

    def ways(self, view: View, wanted: bool) -> Way:
        """Hand it in; what was handed in stays."""
        named = {"document": Name("document", self.full_name)}
        found = self.reads(view)
        if not found:
            return Hopeless(Message("document.nowhere", named)) if wanted else NOTHING_NEEDED
        if wanted:
            return Want(found[0], THERE, self.key)
        if entry_in(view, found[0]) is None:
            return Want(found[0], ABSENT, self.key)
        return Hopeless(Message("document.stays", named))

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """There or not."""
        return tuple(Cut(cell) for cell in self.reads(view))

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Only itself."""
        return self == other


def _full(declared: object) -> str:
    lifecycle = getattr(declared, "lifecycle", None)
    name = str(getattr(declared, "name", ""))
    return f"{lifecycle}.{name}" if lifecycle else name
