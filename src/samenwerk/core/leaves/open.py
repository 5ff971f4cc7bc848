"""`open`: how a person answered a question that a text leaves open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from samenwerk.core.allowed import THERE, allow
from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.operands import entry_in
from samenwerk.core.view import View, located
from samenwerk.core.ways import Hopeless, Want, Way
from samenwerk.values.cell import Cell
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.message import Message, Name


@attrs.frozen
class Open:
    """The question was answered with one of these words; unknown until somebody answers."""

    name: str
    full_name: str
    answers: frozenset[str]
    possible: frozenset[str]
    above: str | None = None

    word: ClassVar[str] = "open"
    KEYS: ClassVar[Mapping[str, Key]] = {
        "open": Key("open", "de vraag die een mens beantwoordt", "the question a person answers",
                    needed=True),
        "is": Key("constants", "met een van deze antwoorden", "with one of these answers",
                  needed=True),
    }  # fmt: skip
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "nl": {
            "open.met": 'op de vraag "{question}" is het antwoord "{answer}"',
            "open.unmet": 'op de vraag "{question}" is het antwoord "{answer}"; '
            'nodig: "{answers|of}"',
            "open.unknown": "de vraag \"{question}\" is nog niet beantwoord",
            "open.nowhere": "er is hier geen dossier voor {question}",
        },
        "en": {
            "open.met": 'the answer to "{question}" is "{answer}"',
            "open.unmet": 'the answer to "{question}" is "{answer}"; '
            'needed: "{answers|or}"',
            "open.unknown": "the question \"{question}\" has not been answered yet",
            "open.nowhere": "there is no case here for {question}",
        },
    }

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Of `{ open = "urgent", is = "yes" }`."""
        found = line.declared("open", "open")
        answers = line.words("is")
        if found is None or not answers:
            return None
        declared, above = found
        wrong = [one for one in answers if one not in declared.one_of]
        if wrong:
            line.fault("SW106", "is", written=str(wrong[0]), allowed=declared.one_of)
            return None
        full = f"{declared.lifecycle}.{declared.name}" if declared.lifecycle else declared.name
        chosen = frozenset(str(one) for one in answers)
        return cls(declared.name, full, chosen, frozenset(declared.one_of), above)

    @property
    def key(self) -> str:
        """As `open urgent yes`."""
        return f"open {self.full_name} {'|'.join(sorted(self.answers))}"

    def evaluate(self) -> Evaluate:
        """Unknown, yes or no."""

        def evaluate(view: View) -> int:
            case = located(view, self.above)
            entry = None if case is None else case.entry("facts", self.name)
            if entry is None:
                return UNKNOWN
            return YES if entry.value in self.answers else NO

        return evaluate

    def reads(self, view: View) -> tuple[Cell, ...]:
        """The cell of the answer."""
        case = located(view, self.above)
        return () if case is None else (Cell(case.id, "fact", self.name),)

    def message(self, view: View, truth: int) -> Message:
        """The question and its answer."""
        question = Name("open", self.full_name)
        entry = next((entry_in(view, cell) for cell in self.reads(view)), None)
        if entry is None:
            return Message("open.unknown", {"question": question})
        answer = Name("word", f"{self.full_name}={entry.value}")
        params: dict[str, object] = {"question": question, "answer": answer}
        if truth == YES:
            return Message("open.met", params)
        answers = tuple(
            Name("word", f"{self.full_name}={one}") for one in sorted(self.answers)
        )
        return Message("open.unmet", {**params, "answers": answers})

    def ways(self, view: View, wanted: bool) -> Way:
        """Have it answered so, or otherwise."""
        cells = self.reads(view)
        rest = self.answers if wanted else self.possible - self.answers
        if not cells or not rest:
            return Hopeless(Message("open.nowhere", {"question": Name("open", self.full_name)}))
        return Want(cells[0], THERE.meet(allow("one_of", rest)), self.key)

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """Its words."""
        return tuple(Cut(cell, words=frozenset(self.possible)) for cell in self.reads(view))

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Shown for the same question and fewer answers (for a no: more)."""
        if not isinstance(other, Open) or (self.full_name, self.above) != (
            other.full_name,
            other.above,
        ):
            return False
        return self.answers <= other.answers if wanted else other.answers <= self.answers
