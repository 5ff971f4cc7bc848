"""What is said where a calendar does not reach far enough to know the end of a term.

Whether it does is asked of the term itself; here stand the words, so that no day is guessed.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from samenwerk.core.operands import ended
from samenwerk.core.view import View
from samenwerk.values.message import Message, Name
from samenwerk.values.operand import Operand
from samenwerk.values.time import Term


def ended_in(operands: Iterable[object], view: View) -> Term | None:
    """The first term of these operands whose calendar does not reach, or None."""
    known = (one for one in operands if not isinstance(one, frozenset))
    return next((term for one in known if (term := _ended(one, view)) is not None), None)


def _ended(operand: object, view: View) -> Term | None:
    found: Operand = operand  # type: ignore[assignment]
    return ended(found, view)


def told_ended(term: Term, what: object = None) -> Message:
    """That the calendar of a term ends, so that nobody knows its last day."""
    calendar = term.calendar
    assert calendar is not None
    told: dict[str, object] = {
        "calendar": Name("calendar", calendar.name), "first": calendar.first,
        "last": calendar.last, "term": term, "what": what,
    }  # fmt: skip
    return Message("calendar.ends" if what is None else "calendar.ends_for", told)


def last_known(term: Term) -> date:
    """The last day that the calendar of a term knows."""
    assert term.calendar is not None
    return term.calendar.last


WORDING = {
    "nl": {
        "calendar.ends": "de laatste dag van {term} is niet te zeggen: {calendar} loopt van "
        "{first} tot en met {last}",
        "calendar.ends_for": "{what}: de laatste dag van {term} is niet te zeggen; {calendar} "
        "loopt van {first} tot en met {last}",
    },
    "en": {
        "calendar.ends": "the last day of {term} cannot be told: {calendar} goes from {first} "
        "to {last}",
        "calendar.ends_for": "{what}: the last day of {term} cannot be told; {calendar} goes "
        "from {first} to {last}",
    },
}
