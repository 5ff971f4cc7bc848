"""`mandate`: whether the one who acts holds a mandate of the one it speaks for, today."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from samenwerk.core.allowed import THERE
from samenwerk.core.leaf import ACTOR, Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.view import View
from samenwerk.core.ways import NOTHING_NEEDED, Hopeless, Unadvisable, Want, Way
from samenwerk.core.who import mandates_between
from samenwerk.values.cell import TODAY, Cell
from samenwerk.values.finding import NO, YES
from samenwerk.values.message import Message, Name


@attrs.frozen
class Mandate:
    """The actor holds this mandate on the day of the act, from the party of the quantifier, or
    else from the one it speaks for. Acting for oneself needs no mandate. Never unknown.
    """

    name: str

    word: ClassVar[str] = "mandate"
    definite: ClassVar[bool] = True
    KEYS: ClassVar[Mapping[str, Key]] = {
        "mandate": Key("mandate", "het mandaat dat nodig is", "the mandate needed", needed=True),
    }
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "nl": {
            "mandate.met": "{actor} spreekt vandaag voor {giver} met {mandate}",
            "mandate.unmet": "{actor} heeft vandaag geen {mandate} van {giver}",
            "mandate.nobody": "er is niemand die hier met {mandate} handelt",
        },
        "en": {
            "mandate.met": "{actor} speaks for {giver} today by {mandate}",
            "mandate.unmet": "{actor} has no {mandate} of {giver} today",
            "mandate.nobody": "nobody acts here by {mandate}",
        },
    }

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Of `{ mandate = "signing" }`."""
        found = line.declared("mandate", "mandate")
        return None if found is None else cls(found[0].name)

    @property
    def key(self) -> str:
        """As `mandate signing`."""
        return f"mandate {self.name}"

    def _giver(self, view: View) -> str | None:
        return view.who or view.speaks_for or view.actor

    def _cell(self, view: View) -> Cell | None:
        giver = self._giver(view)
        if giver is None or view.actor is None or giver == view.actor:
            return None
        return Cell("", "mandate", self.name, f"{giver}>{view.actor}")

    def evaluate(self) -> Evaluate:
        """Yes or no; nobody acting is a no."""

        def evaluate(view: View) -> int:
            giver = self._giver(view)
            if giver is None or view.actor is None:
                return NO
            if giver == view.actor:
                return YES
            held = mandates_between(view.collaboration.register, giver, view.actor, view.day)
            return YES if any(one.mandate == self.name for one in held) else NO

        return evaluate

    def reads(self, view: View) -> tuple[Cell, ...]:
        """The register line, who acts, and the day."""
        cell = self._cell(view)
        return (ACTOR, TODAY) if cell is None else (cell, ACTOR, TODAY)

    def message(self, view: View, truth: int) -> Message:
        """Who, for whom, by what."""
        mandate = Name("mandate", self.name)
        giver = self._giver(view)
        if giver is None or view.actor is None:
            return Message("mandate.nobody", {"mandate": mandate})
        params = {
            "actor": Name("party", view.actor), "giver": Name("party", giver), "mandate": mandate,
        }  # fmt: skip
        return Message("mandate.met" if truth == YES else "mandate.unmet", params)

    def ways(self, view: View, wanted: bool) -> Way:
        """Have it given; who acts is not for the condition to choose."""
        nobody = Message("mandate.nobody", {"mandate": Name("mandate", self.name)})
        cell = self._cell(view)
        met = self.evaluate()(view) == YES
        if cell is None:
            return NOTHING_NEEDED if met == wanted else Hopeless(nobody)
        if wanted:
            return Want(cell, THERE, self.key)
        return NOTHING_NEEDED if not met else Unadvisable(self.message(view, YES))

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """Live or not, for whoever acts."""
        cell = self._cell(view)
        actor = Cut(ACTOR, exact=True)
        return (actor,) if cell is None else (actor, Cut(cell))

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Only itself."""
        return self == other
