"""Amounts of money that a plugin may give: exact, in whole cents, and not beyond all bounds."""

from __future__ import annotations

from decimal import Decimal

MOST = Decimal(10) ** 15


def is_amount(value: object) -> bool:
    """Whether this is an amount that can be reckoned with exactly.

    >>> is_amount(Decimal("0.10")), is_amount(Decimal("0.001")), is_amount(0.1)
    (True, False, False)
    """
    if not isinstance(value, Decimal) or not value.is_finite() or abs(value) >= MOST:
        return False
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and exponent >= -2
