"""How single things are spelled in the record: a fact by its type, a day, a truth, a sort of event.

Every value has exactly one spelling, and none is a float. Whole events are `core.encode`.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any, NoReturn

from samenwerk.values.cell import Value
from samenwerk.values.errors import Misuse
from samenwerk.values.event import (
    CaseKept,
    CaseMoved,
    CollaborationStarted,
    DefinitionChanged,
    DocumentHandedIn,
    EffectAgain,
    EffectAsked,
    EffectDone,
    EffectDropped,
    EffectFailed,
    Enrolled,
    FactRecorded,
    Happened,
    PositionGiven,
    StepDone,
    TextsErased,
)
from samenwerk.values.time import UNITS, Term

HAPPENED: dict[str, type[Happened]] = {
    "CollaborationStarted": CollaborationStarted,
    "Enrolled": Enrolled,
    "StepDone": StepDone,
    "PositionGiven": PositionGiven,
    "FactRecorded": FactRecorded,
    "DocumentHandedIn": DocumentHandedIn,
    "DefinitionChanged": DefinitionChanged,
    "CaseMoved": CaseMoved,
    "CaseKept": CaseKept,
    "EffectAsked": EffectAsked,
    "EffectDone": EffectDone,
    "EffectFailed": EffectFailed,
    "EffectAgain": EffectAgain,
    "EffectDropped": EffectDropped,
    "TextsErased": TextsErased,
}
"""What `type` says in the record, written out so that a renamed class changes no record."""

TRUTHS = ("no", "unknown", "yes")
"""What the truths 0, 1 and 2 of a finding are called."""

DIGITS = 40
"""As many digits as a number may have before or after its point."""

_AMOUNT = re.compile(r"-?[0-9]{1,41}\.[0-9]{2,41}\Z")
_LARGEST = 10**DIGITS
_NO_TIME = timedelta(0)


def write_value(type_: str, value: Value) -> str | int | bool:
    """The spelling of a value under the declared type of its fact.

    Raises Misuse when the type is not one of `TYPES` or the value is none of that type.

    >>> write_value("money", Decimal("12.5")), write_value("term", Term(4, "week"))
    ('12.50', '4 weeks')
    """
    ways = _WAYS.get(type_)
    if ways is None:
        raise Misuse(f"no fact has the type {type_!r}", what="type", name=type_)
    spelled: str | int | bool = ways[0](value)
    return spelled


def read_value(type_: str, raw: object) -> Value:
    """The value behind a spelling; raises ValueError or KeyError when it is none of that type."""
    value: Value = _WAYS[type_][1](raw)
    return value


def write_day(value: date) -> str:
    """A civil day as `2027-02-01`; raises Misuse for anything else, an instant too."""
    if type(value) is not date:
        _not(value, "date")
    return value.isoformat()


def write_instant(value: datetime) -> str:
    """An instant as `2027-02-01T09:30:00Z`; raises Misuse unless it is aware and in UTC.

    A fraction of a second is written in six digits, and left out when there is none.
    """
    if type(value) is not datetime or value.utcoffset() != _NO_TIME:
        _not(value, "instant in UTC")
    return value.isoformat()[:-6] + "Z"


def write_amount(value: Decimal) -> str:
    """An amount in plain digits: at least two after the point, beyond those no closing zero.

    Raises Misuse for what is no finite Decimal of at most `DIGITS` digits on either side.
    """
    if type(value) is not Decimal or not value.is_finite():
        _not(value, "money")
    if not value:
        return "0.00"
    if value.adjusted() >= DIGITS or int(value.as_tuple().exponent) < -DIGITS:
        _not("a number of so many digits", "money")
    whole, _, part = format(value, "f").partition(".")
    return f"{whole}.{part.rstrip('0'):0<2}"


def _write_text(value: Any) -> str:
    return value if type(value) is str else _not(value, "text")


def _write_whole(value: Any) -> int:
    if type(value) is not int:
        _not(value, "whole_number")
    if not -_LARGEST < value < _LARGEST:
        _not("a number of so many digits", "whole_number")
    return value


def _write_yes_no(value: Any) -> bool:
    return value if type(value) is bool else _not(value, "yes_no")


def _write_term(value: Any) -> str:
    fits = (
        type(value) is Term
        and type(value.count) is int
        and 0 <= value.count <= 9999
        and value.unit in UNITS
    )
    return str(value) if fits else _not(value, "term")


def _not(value: object, type_: str) -> NoReturn:
    said = type(value).__name__ if type(value) is not str else value
    raise Misuse(f"not a value of the type {type_}: {said}", what="value", type=type_)


def _read_exactly(wanted: type) -> Callable[[Any], Any]:
    def read(raw: Any) -> Any:
        if type(raw) is not wanted:
            raise ValueError(f"no {wanted.__name__}")
        return raw

    return read


def _read_amount(raw: Any) -> Decimal:
    if not _AMOUNT.match(raw):
        raise ValueError("no amount")
    return Decimal(raw)


_text = (_write_text, _read_exactly(str))

_WAYS: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "text": _text,
    "choice": _text,
    "whole_number": (_write_whole, _read_exactly(int)),
    "money": (write_amount, _read_amount),
    "date": (write_day, date.fromisoformat),
    "term": (_write_term, Term.parse),
    "yes_no": (_write_yes_no, _read_exactly(bool)),
}

TYPES = tuple(_WAYS)
"""The declared types of a fact that the record can hold."""
