"""`known`: whether something is known at all."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

import attrs

from samenwerk.core.allowed import ABSENT, THERE
from samenwerk.core.beyond import told_ended
from samenwerk.core.comparing import as_it_is
from samenwerk.core.leaf import Cut, Evaluate, Key, Leaf, Line
from samenwerk.core.operands import by_calendar, cells, ended, entry_in, getter, spelled
from samenwerk.core.solving import parts_in, states_kept
from samenwerk.core.view import View
from samenwerk.core.ways import (
    NOTHING_NEEDED,
    Hopeless,
    Unadvisable,
    Want,
    Way,
    any_of,
    every,
)
from samenwerk.core.wording import operand_name, worth
from samenwerk.values.cell import TODAY, Cell
from samenwerk.values.finding import NO, YES
from samenwerk.values.message import Message
from samenwerk.values.operand import (
    Added,
    Calculated,
    DayInYear,
    DayOfStep,
    Extreme,
    FactOf,
    FirstAfter,
    Latest,
    Operand,
    Percent,
    Shifted,
    Summed,
    Today,
)


@attrs.frozen
class Known:
    """The subject is known, whatever it is. Never unknown itself."""

    subject: Operand

    word: ClassVar[str] = "known"
    definite: ClassVar[bool] = True
    KEYS: ClassVar[Mapping[str, Key]] = {
        "known": Key("named", "wat bekend moet zijn", "what must be known", needed=True),
    }
    WORDING: ClassVar[Mapping[str, Mapping[str, str]]] = {
        "nl": {
            "known.met": "{subject}: {value}",
            "known.text": "{subject}: bekend",
            "known.unmet": "{subject}: nog niet bekend",
            "known.stays": "{subject}: bekend, en dat blijft zo",
            "known.reach": "{subject}: of de kalender zo ver reikt, hangt van die dag af",
            "known.nowhere": "er is hier geen dossier voor {subject}",
        },
        "en": {
            "known.met": "{subject}: {value}",
            "known.text": "{subject}: known",
            "known.unmet": "{subject}: not known yet",
            "known.stays": "{subject}: known, and that stays so",
            "known.reach": "{subject}: whether the calendar reaches so far depends on that day",
            "known.nowhere": "there is no case here for {subject}",
        },
    }

    @classmethod
    def read(cls, line: Line) -> Leaf | None:
        """Of `{ known = "end_date" }`."""
        subject = line.operand("known")
        return None if subject is None else cls(bare(subject))

    @property
    def key(self) -> str:
        """As `known end_date`."""
        return f"known {spelled(self.subject)}"

    def evaluate(self) -> Evaluate:
        """Yes or no."""
        of = getter(self.subject)
        return lambda view: NO if of(view) is None else YES

    def reads(self, view: View) -> tuple[Cell, ...]:
        """The cells of the subject."""
        found = cells(self.subject, view)
        if isinstance(self.subject, Calculated) or by_calendar(self.subject):
            return found  # over whom is summed, and whether a calendar ends, depends on the day
        return tuple(cell for cell in found if cell != TODAY)

    def message(self, view: View, truth: int) -> Message:
        """The subject and its value; of a text, which stands beside the record, only that."""
        value = worth(self.subject, getter(self.subject)(view))
        params = {"subject": operand_name(self.subject), "value": value}
        beyond = ended(self.subject, view)
        if truth != YES and beyond is not None:
            return told_ended(beyond, params["subject"])
        if truth == YES and isinstance(self.subject, FactOf) and self.subject.type == "text":
            return Message("known.text", {"subject": params["subject"]})
        return Message("known.met" if truth == YES else "known.unmet", params)

    def ways(self, view: View, wanted: bool) -> Way:
        """Have it recorded; what is known stays known."""
        stays = Message("known.stays", {"subject": operand_name(self.subject)})
        nowhere = Message("known.nowhere", {"subject": operand_name(self.subject)})
        beyond = ended(self.subject, view)
        if beyond is not None and wanted:
            return Unadvisable(told_ended(beyond, operand_name(self.subject)))
        if beyond is not None:
            return every(as_it_is(self.subject, view, self.key))
        known = getter(self.subject)(view) is not None
        if by_calendar(self.subject) and wanted is not known:
            reach = Unadvisable(Message("known.reach", {"subject": operand_name(self.subject)}))
            return every([self._way(self.subject, view, True, nowhere), reach]) if wanted else reach
        return self._way(self.subject, view, wanted, nowhere if wanted else stays)

    def _way(self, subject: Operand, view: View, wanted: bool, nobody: Message) -> Way:
        match subject:
            case FactOf() | DayOfStep():
                found = cells(subject, view)
                if not found:
                    return Hopeless(nobody) if wanted else NOTHING_NEEDED
                if wanted:
                    return Want(found[0], THERE, self.key)
                known = entry_in(view, found[0]) is not None
                return Hopeless(nobody) if known else Want(found[0], ABSENT, self.key)
            case Shifted(base=base) | DayInYear(year=base) | FirstAfter(base=base):
                return self._way(base, view, wanted, nobody)
            case Latest(parts=parts):
                ways = [self._way(part, view, wanted, nobody) for part in parts]
                return any_of(ways, nobody) if wanted else every(ways)
            case Calculated():
                return self._calculated(subject, view, wanted, nobody)
        return NOTHING_NEEDED if wanted else Hopeless(nobody)

    def _calculated(self, subject: Calculated, view: View, wanted: bool, nobody: Message) -> Way:
        """Every part known; of a sum nobody can say that others will never be summed over."""
        ways = [self._way(part, one, wanted, nobody) for part, one in parts_in(subject, view)]
        kept = list(states_kept(subject, view, self.key))
        way = every([*ways, *kept]) if wanted else every([any_of(ways, nobody), *kept])
        summed = isinstance(subject.form, Summed)
        return Unadvisable(nobody) if summed and isinstance(way, Hopeless) else way

    def abstract(self, view: View) -> tuple[Cut, ...]:
        """There or not; of what is summed over also in which state."""
        found = [cell for cell in self.reads(view) if cell.case or cell == TODAY]
        if by_calendar(self.subject):
            sides = ((self.subject, Today()),)
            return tuple(Cut(cell, exact=True, sides=sides, at=view.case.id) for cell in found)
        return tuple(Cut(cell, exact=cell.kind in ("state", "day")) for cell in found)

    def implies(self, other: Leaf, wanted: bool) -> bool:
        """Only itself."""
        return self == other


def _bare_calculation(operand: Calculated) -> Calculated:
    least = None if operand.not_below is None else bare(operand.not_below)
    form = operand.form
    match form:
        case Added(add=add, less=less):
            form = Added(tuple(map(bare, add)), tuple(map(bare, less)))
        case Summed(part=part):
            form = attrs.evolve(form, part=bare(part))
        case Percent(percent=percent, of=of):
            form = Percent(bare(percent), bare(of))
        case Extreme(parts=parts, most=most):
            form = Extreme(tuple(map(bare, parts)), most)
    return attrs.evolve(operand, form=form, not_below=least)


def bare(operand: Operand) -> Operand:
    """The operand without what silence means, which is no knowledge."""
    match operand:
        case FactOf():
            return attrs.evolve(operand, silence=None)
        case Shifted(base=base) | FirstAfter(base=base):
            return attrs.evolve(operand, base=bare(base))
        case DayInYear(year=year):
            return attrs.evolve(operand, year=bare(year))
        case Latest(parts=parts):
            return Latest(tuple(bare(part) for part in parts))
        case Calculated():
            return _bare_calculation(operand)
    return operand
