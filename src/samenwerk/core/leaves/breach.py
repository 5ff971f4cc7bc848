"""`breach`: whether a step happened that was refused."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from samenwerk.core.allowed import ABSENT, THERE
from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.operands import entry_in
from samenwerk.core.view import View, located
from samenwerk.core.ways import NOTHING_NEEDED, Hopeless, Unadvisable, Want, Way
from samenwerk.values.cell import Cell
from samenwerk.values.finding import NO, YES
from samenwerk.values.message import Message, Name


@attrs.frozen
class Breach:
    """The step happened against the workflow, in the case at hand or the one above it.

    `by_bound` asks it of the party of a quantifier. Never unknown.
    """

    step: str
    lifecycle: str
    above: str | None = None
    by_bound: bool = False

    word: ClassVar[str] = "breach"
    definite: ClassVar[bool] = True
    KEYS: ClassVar[Mapping[str, Key]] = {
        "breach": Key("step", "de stap die gebeurde hoewel het niet mocht",
                      "the step that happened though it was not allowed", True),
    }  # fmt: skip
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "nl": {
            "breach.met": "{step} gebeurde op {day} hoewel dat niet mocht",
            "breach.unmet": "{step} is niet gebeurd zonder dat het mocht",
            "breach.unadvised": "niemand hoort {step} te doen zolang dat niet mag",
            "breach.stays": "{step} gebeurde hoewel dat niet mocht, en dat blijft zo",
            "breach.nowhere": "er is hier geen dossier waarin {step} kan gebeuren",
        },
        "en": {
            "breach.met": "{step} happened on {day} though it was not allowed",
            "breach.unmet": "{step} has not happened without being allowed",
            "breach.unadvised": "nobody should do {step} as long as it is not allowed",
            "breach.stays": "{step} happened though it was not allowed, and that stays so",
            "breach.nowhere": "there is no case here in which {step} can happen",
        },
    }

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Of `{ breach = "start" }`."""
        found = line.step("breach")
        if found is None:
            return None
        step, above = found
        lifecycle, _, short = step.rpartition(".")
        return cls(short, lifecycle, above, line.bound == "party")

    @property
    def key(self) -> str:
        """As `breach work.start`."""
        return f"breach {self.lifecycle}.{self.step}" + (" by each" if self.by_bound else "")

    def reads(self, view: View) -> tuple[Cell, ...]:
        """The cell of the breach."""
        case = located(view, self.above)
        who = view.who if self.by_bound else None
        return () if case is None else (Cell(case.id, "breach", self.step, who),)

    def evaluate(self) -> Evaluate:
        """Yes or no."""

        def evaluate(view: View) -> int:
            there = any(entry_in(view, cell) is not None for cell in self.reads(view))
            return YES if there else NO

        return evaluate

    def message(self, view: View, truth: int) -> Message:
        """The step, and the day on which it happened."""
        entry = next((entry_in(view, cell) for cell in self.reads(view)), None)
        told: dict[str, object] = {"step": self._name}
        if entry is None:
            return Message("breach.unmet", told)
        return Message("breach.met", {**told, "day": entry.day})

    @property
    def _name(self) -> Name:
        return Name("step", f"{self.lifecycle}.{self.step}")

    def ways(self, view: View, wanted: bool) -> Way:
        """What happened stays; nobody is advised to do what is not allowed."""
        cells = self.reads(view)
        told = {"step": self._name}
        if not cells:
            return Hopeless(Message("breach.nowhere", told)) if wanted else NOTHING_NEEDED
        there = entry_in(view, cells[0]) is not None
        if wanted:
            if there:
                return Want(cells[0], THERE, self.key)
            return Unadvisable(Message("breach.unadvised", told))
        return Hopeless(Message("breach.stays", told)) if there else Want(
            cells[0], ABSENT, self.key)  # fmt: skip

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """There or not."""
        return tuple(Cut(cell) for cell in self.reads(view))

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Only itself."""
        return self == other
