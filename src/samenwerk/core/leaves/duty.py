"""`duty`: whether what somebody must do by a day was done in time."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import ClassVar

import attrs

from samenwerk.core.allowed import ABSENT, THERE, allow
from samenwerk.core.beyond import told_ended
from samenwerk.core.duties import Owed, holders, owed
from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.operands import cells
from samenwerk.core.view import View
from samenwerk.core.ways import NOTHING_NEEDED, Hopeless, Unadvisable, Want, Way, any_of, every
from samenwerk.core.who import turning_days
from samenwerk.values.cell import TODAY, Cell
from samenwerk.values.duty import Duty as Declared
from samenwerk.values.finding import NO, YES
from samenwerk.values.message import Message, Name
from samenwerk.values.time import Term


@attrs.frozen
class Duty:
    """It was done in time, or does not exist in the state that the case is in.

    Unknown as long as it can still be done in time; no once the day passed without it, and when
    it was done later.
    """

    declared: Declared
    above: str | None = None

    word: ClassVar[str] = "duty"
    KEYS: ClassVar[Mapping[str, Key]] = {
        "duty": Key("duty", "de plicht die op tijd gedaan is", "the duty done in time", True),
    }
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "nl": {
            "duty.met": "{duty}: op tijd gedaan",
            "duty.none": "{duty}: dit speelt hier nu niet",
            "duty.open": "{duty}: nog te doen door {who}, uiterlijk {day}",
            "duty.open_day": "{duty}: nog te doen door {who}; de laatste dag is nog niet bekend",
            "duty.overdue": "{duty}: nog te doen door {who}; de laatste dag was {day}",
            "duty.late": "{duty}: gedaan na de laatste dag; dat was {day}",
            "duty.nobody": "{duty}: op deze dag is er niemand die dit moet doen",
            "duty.nowhere": "{duty}: hier is geen dossier waarin dit speelt",
            "duty.stays": "{duty}: wat gedaan is en wanneer, verandert niet meer",
        },
        "en": {
            "duty.met": "{duty}: done in time",
            "duty.none": "{duty}: this does not matter here now",
            "duty.open": "{duty}: still to be done by {who}, {day} at the latest",
            "duty.open_day": "{duty}: still to be done by {who}; the last day is not known yet",
            "duty.overdue": "{duty}: still to be done by {who}; the last day was {day}",
            "duty.late": "{duty}: done after the last day, which was {day}",
            "duty.nobody": "{duty}: on this day there is nobody who must do this",
            "duty.nowhere": "{duty}: there is no case here in which this matters",
            "duty.stays": "{duty}: what was done, and when, does not change any more",
        },
    }

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Of `{ duty = "account" }`."""
        found = line.declared("duty", "duty")
        return None if found is None else cls(*found)

    @property
    def full_name(self) -> str:
        """The name it has outside its lifecycle."""
        return self.declared.full_name

    @property
    def key(self) -> str:
        """As `duty application.account`."""
        return f"duty {self.full_name}"

    def evaluate(self) -> Evaluate:
        """Looked up anew in each view."""

        def evaluate(view: View) -> int:
            found = owed(self.declared, self.above, view)
            return NO if found is None else found.truth()

        return evaluate

    def _state(self, found: Owed) -> Cell:
        return Cell(found.case.id, "state", "state")

    def _rests_on(self, found: Owed, view: View) -> tuple[Cell, ...]:
        """The cells on which the last day rests."""
        due = self.declared.due
        return () if isinstance(due, Term) else cells(due, view.in_case(found.case))

    def reads(self, view: View) -> tuple[Cell, ...]:
        """What must be there, the state where that matters, what the day rests on, the day."""
        found = owed(self.declared, self.above, view)
        if found is None:
            return ()
        state = (self._state(found),) if self.declared.while_in else ()
        read = (*found.done, *state, *self._rests_on(found, view), TODAY)
        return tuple(dict.fromkeys(read))

    def message(self, view: View, truth: int) -> Message:
        """Who still has to do it, and by when; else how it went."""
        found = owed(self.declared, self.above, view)
        told: dict[str, object] = {"duty": Name("duty", self.full_name)}
        if found is None:
            return Message("duty.nowhere", told)
        if truth == YES:
            return Message("duty.met" if found.exists else "duty.none", told)
        who = [cell.who for cell in found.open if cell.who is not None]
        who = who or list(holders(self.declared, view.in_case(found.case)))
        told |= {"who": tuple(Name("party", one) for one in who), "day": found.last}
        if found.beyond is not None:
            return told_ended(found.beyond, told["duty"])
        if truth == NO:
            return Message("duty.overdue" if found.overdue else "duty.late", told)
        if not who:
            return Message("duty.nobody", told)
        return Message("duty.open_day" if found.last is None else "duty.open", told)

    def ways(self, view: View, wanted: bool) -> Way:
        """Do it in time; what is too late stays so, and nobody is advised to be late."""
        found = owed(self.declared, self.above, view)
        told = {"duty": Name("duty", self.full_name)}
        if found is None:
            return Hopeless(Message("duty.nowhere", told)) if wanted else NOTHING_NEEDED
        stays = Unadvisable(Message("duty.stays", told))
        if not found.exists:
            return self._kept_away(found) if wanted else stays
        if found.beyond is not None:
            return Unadvisable(told_ended(found.beyond, told["duty"]))
        if not found.done:
            return Unadvisable(Message("duty.nobody", told))
        rests = self._rests_on(found, view)
        open_now = found.open
        if wanted:
            moving = any(cell in rests for cell in open_now)  # doing it would move the last day
            if found.truth() == NO or moving:
                return stays
            demand = THERE
            if found.last is not None:
                demand = demand.meet(allow("dated_by", found.last))
            return every([*self._in_state(found), *(Want(one, demand, self.key)
                                                    for one in found.done)])  # fmt: skip
        return self._broken(found, rests, stays)

    def _kept_away(self, found: Owed) -> Way:
        states = frozenset(self.declared.while_in)
        if not states:
            return NOTHING_NEEDED  # the case is over
        return Want(self._state(found), allow("none_of", states), self.key)

    def _in_state(self, found: Owed) -> list[Way]:
        states = frozenset(self.declared.while_in)
        return [Want(self._state(found), allow("one_of", states), self.key)] if states else []

    def _broken(self, found: Owed, rests: tuple[Cell, ...], stays: Unadvisable) -> Way:
        """That the day passes without it, or that it was late."""
        ways: list[Way] = [
            Want(cell, allow("one_of", frozenset((entry.value,))), self.key)
            for cell, entry in found.done.items() if cell in found.late and entry is not None
        ]  # fmt: skip
        # a last day that goes along with the day is only passed on a day on which it is
        moving = TODAY in rests
        if found.last is not None and found.last < date.max and (found.overdue or not moving):
            after = found.last + timedelta(days=1)
            passed = allow("is", found.day) if moving else allow("at_earliest", after)
            past = Want(TODAY, passed, self.key)
            ways += [every([past, Want(cell, ABSENT, self.key)]) for cell in found.open]
        kept = [every([*self._in_state(found), one]) for one in ways]
        return any_of(kept, stays.what) if kept else stays

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """There or not, in time or not; the states, and what the last day rests on exactly."""
        found = owed(self.declared, self.above, view)
        if found is None:
            return ()
        rests = self._rests_on(found, view)
        days = () if found.last is None else (found.last,)
        cuts: list[Cut] = []
        for cell in self.reads(view):
            exact = cell in rests
            if cell == TODAY:
                turning = turning_days(view.collaboration.register)
                cuts.append(Cut(cell, points=(*days, *turning), exact=exact))
            elif cell.kind == "state":
                cuts.append(Cut(cell, exact=True))
            else:
                cuts.append(Cut(cell, days=days if cell in found.done else (), exact=exact))
        return tuple(cuts)

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Only itself."""
        return self == other
