"""`silent`: what a person says about something that the rules were searched for, in vain."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.leaves.open import Open
from samenwerk.core.operands import entry_in
from samenwerk.core.view import View
from samenwerk.core.ways import Want, Way
from samenwerk.values.cell import Cell
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.message import Message, Name

WORDS = ("yes", "no")
"""What can be answered."""


@attrs.frozen
class Silent:
    """Nothing was found that allows it, and a person said that it may; unknown until then."""

    name: str
    full_name: str
    above: str | None = None

    word: ClassVar[str] = "silent"
    KEYS: ClassVar[Mapping[str, Key]] = {
        "silent": Key("silent", "waarover niets te vinden was", "what nothing was found about",
                      needed=True),
    }  # fmt: skip
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "nl": {
            "silent.met": "{question}: gezocht in {where} en niets gevonden; iemand besloot "
            "erover: {answer}",
            "silent.unmet": "{question}: gezocht in {where} en niets gevonden; iemand besloot "
            "erover: {answer}",
            "silent.unknown": "{question}: gezocht in {where} en niets gevonden; iemand moet er "
            "nog over besluiten",
        },
        "en": {
            "silent.met": "{question}: looked in {where} and found nothing; somebody decided: "
            "{answer}",
            "silent.unmet": "{question}: looked in {where} and found nothing; somebody decided: "
            "{answer}",
            "silent.unknown": "{question}: looked in {where} and found nothing; somebody must "
            "still decide",
        },
    }

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Of `{ silent = "outside_region" }`."""
        found = line.declared("silent", "silent")
        if found is None:
            return None
        declared, above = found
        full = f"{declared.lifecycle}.{declared.name}" if declared.lifecycle else declared.name
        return cls(declared.name, full, above)

    @property
    def _asked(self) -> Open:
        """The question behind it, which is answered as any other."""
        return Open(self.name, self.full_name, frozenset({"yes"}), frozenset(WORDS), self.above)

    @property
    def key(self) -> str:
        """As `silent outside_region`."""
        return f"silent {self.full_name}"

    def evaluate(self) -> Evaluate:
        """Unknown, yes or no."""
        return self._asked.evaluate()

    def reads(self, view: View) -> tuple[Cell, ...]:
        """The cell of the answer."""
        return self._asked.reads(view)

    def message(self, view: View, truth: int) -> Message:
        """What was asked, where was looked, and what was answered."""
        entry = next((entry_in(view, cell) for cell in self.reads(view)), None)
        told: dict[str, object] = {
            "question": Name("silent", self.full_name),
            "where": Name("looked_in", self.full_name),
        }
        if entry is not None:
            told["answer"] = Name("word", f"{self.full_name}={entry.value}")
        id = {NO: "silent.unmet", UNKNOWN: "silent.unknown", YES: "silent.met"}[truth]
        return Message(id, told)

    def ways(self, view: View, wanted: bool) -> Way:
        """Have somebody answer it so."""
        way = self._asked.ways(view, wanted)
        return attrs.evolve(way, why=self.key) if isinstance(way, Want) else way

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """Its words."""
        return self._asked.abstract(view)

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Only itself."""
        return self == other
