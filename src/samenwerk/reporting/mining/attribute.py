"""An attribute of an event or of an object: a key, a type that tools know, and a value.

How a value is put in a file of some format is for that format.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Literal, TypeAlias

import attrs

from samenwerk.values.cell import Value
from samenwerk.values.event import FactValue, Sealed
from samenwerk.values.time import Term

Type: TypeAlias = Literal["string", "integer", "float", "boolean", "time"]

Unseal: TypeAlias = Callable[[Sealed], str]
"""The text behind a seal, or what stands for it."""

_LARGEST = 2**63


@attrs.frozen
class Attribute:
    """One attribute; `value` is how it is spelled in every format, a number with all its digits."""

    key: str
    type: Type
    value: str


def spelled(value: Value | datetime) -> tuple[Type, str]:
    """A value with the type that tools know it by.

    A whole number that does not fit in 64 bits is a string. A day is its first moment in UTC, so
    that who reads it in UTC sees that day.

    >>> spelled(Decimal("12.50")), spelled(date(2027, 3, 1))
    (('float', '12.50'), ('time', '2027-03-01T00:00:00.000Z'))
    """
    match value:
        case bool():
            return "boolean", "true" if value else "false"
        case int():
            return ("integer" if -_LARGEST <= value < _LARGEST else "string"), str(value)
        case Decimal():
            return "float", format(value, "f")
        case datetime():
            return "time", moment(value)
        case date():
            return "time", f"{value.isoformat()}T00:00:00.000Z"
        case Term():
            return "string", str(value)
    return "string", value


def moment(value: datetime) -> str:
    """An instant in UTC, in thousandths of a second."""
    return value.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def attribute(key: str, value: Value | datetime) -> Attribute:
    """An attribute with this value."""
    return Attribute(key, *spelled(value))


def of_facts(facts: tuple[FactValue, ...], unseal: Unseal) -> Iterator[Attribute]:
    """Facts as attributes: `fact.NAME`, and for what is of one party `fact.NAME.PARTY`."""
    for one in facts:
        key = f"fact.{one.name}" if one.who is None else f"fact.{one.name}.{one.who}"
        yield attribute(key, unseal(one.value) if isinstance(one.value, Sealed) else one.value)
