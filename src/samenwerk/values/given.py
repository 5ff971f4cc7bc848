"""What a workflow gives a rule or method of a plugin: parameters with their types, and values.

What they mean is for the plugin; where they are written is read in `definitions`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TypeAlias

import attrs

from samenwerk.values.cell import Value
from samenwerk.values.share import Share
from samenwerk.values.time import Term

Given: TypeAlias = Value | Share
"""What a parameter of a plugin can be worth."""

NOTHING_GIVEN: Mapping[str, Given] = MappingProxyType({})


@attrs.frozen
class Parameter:
    """One thing that a workflow tells a rule in `with`.

    `type` is one of `PARAMETER_TYPES`; one without `default` must be given.
    """

    name: str
    type: str
    default: Given | None = None
    labels: Mapping[str, str] = attrs.field(factory=dict, eq=False)


MOST = 10**15
"""No number or amount is this great."""

PARAMETER_TYPES = ("text", "whole_number", "money", "date", "term", "share", "yes_no")


def given_value(type: str, written: object) -> Given:
    """What was written in a workflow as a value of that type; raises ValueError if it is none.

    Numbers and amounts are those that a record can hold: below 10^15, an amount in whole cents.

    >>> given_value("share", "1/10")
    Share(part=1, whole=10)
    """
    match type, written:
        case "yes_no", bool():
            return written
        case (_, bool()):
            pass
        case "text", str():
            return written
        case "share", str():
            return Share.parse(written)
        case "term", str():
            return Term.parse(written)
        case "whole_number", int() if abs(written) < MOST:
            return written
        case "money", int() | Decimal():
            return _amount(str(written))
        case "money", str():
            return _amount(written)
        case "date", date():
            return written
    raise ValueError(f"no {type}: {written}")


def _amount(written: str) -> Decimal:
    try:
        amount = Decimal(written)
    except ArithmeticError:
        raise ValueError(f"no money: {written}") from None
    exponent = amount.as_tuple().exponent
    if not isinstance(exponent, int) or exponent < -2 or abs(amount) >= MOST:
        raise ValueError(f"no money: {written}")
    return amount
