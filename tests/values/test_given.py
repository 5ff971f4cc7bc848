"""What a workflow gives a plugin: values of the types that it declares, as a record holds them."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from samenwerk.values.given import given_value
from samenwerk.values.share import Share
from samenwerk.values.time import Term


@pytest.mark.parametrize(
    ("type", "written", "worth"),
    [
        ("money", 3, Decimal(3)),
        ("money", Decimal("0.01"), Decimal("0.01")),
        ("money", "12.50", Decimal("12.50")),
        ("whole_number", 10**15 - 1, 10**15 - 1),
        ("share", "1/3", Share(1, 3)),
        ("term", "6 weeks", Term.parse("6 weeks")),
        ("yes_no", True, True),
        ("date", date(2027, 1, 1), date(2027, 1, 1)),
    ],
)
def test_what_fits_is_worth_what_it_says(type: str, written: object, worth: Any) -> None:
    """In the type that is declared."""
    assert worth == given_value(type, written)


@pytest.mark.parametrize(
    ("type", "written"),
    [
        ("money", Decimal("0.001")),
        ("money", "0.001"),
        ("money", 10**30),
        ("money", Decimal("1E+15")),
        ("money", "NaN"),
        ("whole_number", 10**30),
        ("whole_number", -(10**15)),
        ("whole_number", True),
        ("text", 3),
        ("share", "3"),
    ],
)
def test_what_no_record_can_hold_is_none(type: str, written: object) -> None:
    """Parts of a cent, numbers without end, another type."""
    with pytest.raises(ValueError, match=r"."):
        given_value(type, written)
