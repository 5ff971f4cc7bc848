"""`known`: whether something is known at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from samenwerk.core.allowed import ABSENT, THERE
from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.operands import cells, entry_in, getter
from samenwerk.core.view import View
from samenwerk.core.ways import Hopeless, Want, Way, any_of, every
from samenwerk.core.wording import operand_name
from samenwerk.values.cell import TODAY, Cell
from samenwerk.values.finding import NO, YES
from samenwerk.values.message import Message
from samenwerk.values.operand import FactOf, Latest, Operand


@attrs.frozen
class Known:
    """The subject is known, whatever it is. Never unknown itself."""

    subject: Operand

    word: ClassVar[str] = "known"
    KEYS: ClassVar[Mapping[str, Key]] = {
        "known": Key("operand", "wat bekend moet zijn", "what must be known", needed=True),
    }
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "nl": {
            "known.met": "{subject} is bekend: {value}",
            "known.unmet": "{subject} is nog niet bekend",
            "known.stays": "{subject} is bekend, en dat gaat niet meer over",
        },
        "en": {
            "known.met": "{subject} is known: {value}",
            "known.unmet": "{subject} is not known yet",
            "known.stays": "{subject} is known, and that does not pass",
        },
    }

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Of `{ known = "end_date" }`."""
        subject = line.operand("known")
        return None if subject is None else cls(_bare(subject))

    @property
    def key(self) -> str:
        """As `known end_date`."""
        name = self.subject.name if isinstance(self.subject, FactOf) else repr(self.subject)
        return f"known {name}"

    def evaluate(self) -> Evaluate:
        """Yes or no."""
        of = getter(self.subject)
        return lambda view: NO if of(view) is None else YES

    def reads(self, view: View) -> tuple[Cell, ...]:
        """The cells of the subject."""
        return tuple(cell for cell in cells(self.subject, view) if cell != TODAY)

    def message(self, view: View, truth: int) -> Message:
        """The subject and its value."""
        params = {"subject": operand_name(self.subject), "value": getter(self.subject)(view)}
        return Message("known.met" if truth == YES else "known.unmet", params)

    def ways(self, view: View, wanted: bool) -> Way:
        """Have it recorded; what is known stays known."""
        read = self.reads(view)
        stays = Message("known.stays", {"subject": operand_name(self.subject)})
        if wanted:
            wants: list[Way] = [Want(cell, THERE, self.key) for cell in read]
            joined = any_of(wants, stays) if isinstance(self.subject, Latest) else every(wants)
            return joined if read or getter(self.subject)(view) is not None else Hopeless(stays)
        missing: list[Way] = [
            Want(cell, ABSENT, self.key) for cell in read if entry_in(view, cell) is None
        ]
        return every(missing) if isinstance(self.subject, Latest) else any_of(missing, stays)

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """There or not."""
        return tuple(Cut(cell) for cell in self.reads(view))

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Only itself."""
        return self == other


def _bare(operand: Operand) -> Operand:
    """What silence means is no knowledge."""
    return attrs.evolve(operand, silence=None) if isinstance(operand, FactOf) else operand
