"""Values with the types that tools know: exact, and a day that reads as that day."""

from datetime import date
from decimal import Decimal

import pytest

from samenwerk.reporting.mining.attribute import spelled
from samenwerk.values.cell import Value
from samenwerk.values.time import Term


@pytest.mark.parametrize(
    ("value", "type", "told"),
    [
        (True, "boolean", "true"),
        (2**63 - 1, "integer", "9223372036854775807"),
        (2**63, "string", "9223372036854775808"),
        (Decimal("0.10"), "float", "0.10"),
        (Decimal("1E+5"), "float", "100000"),
        (Decimal("12345678901234567890.12"), "float", "12345678901234567890.12"),
        (date(2027, 3, 1), "time", "2027-03-01T00:00:00.000Z"),
        (Term(4, "week"), "string", "4 weeks"),
        ("voor", "string", "voor"),
    ],
)
def test_each_value_has_a_type_and_a_spelling(value: Value, type: str, told: str) -> None:
    """What fits in no type of 64 bits is a text; no number goes through a float."""
    assert (type, told) == spelled(value)
