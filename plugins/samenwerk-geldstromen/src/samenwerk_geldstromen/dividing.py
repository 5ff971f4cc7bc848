"""Dividing an amount into parts, to the cent. Pure."""

from __future__ import annotations

from decimal import Decimal

MOST = Decimal(10) ** 15


def parts(amount: Decimal, count: int) -> tuple[Decimal, ...]:
    """An amount in so many parts that differ by a cent at most; the first ones are the larger.

    Together they are exactly the amount. Raises ValueError for an amount that is less than
    nothing, is not in whole cents or has more than fifteen digits, and for less than one part.

    >>> [str(one) for one in parts(Decimal("100.00"), 3)]
    ['33.34', '33.33', '33.33']
    """
    cents = in_cents(amount)
    if count < 1:
        raise ValueError(f"{count} parts: there must be at least one")
    each, rest = divmod(cents, count)
    return tuple(of_cents(each + (number < rest)) for number in range(count))


def in_cents(amount: Decimal) -> int:
    """An amount as a number of cents; raises ValueError as `parts` does.

    >>> in_cents(Decimal("12.5"))
    1250
    """
    if not amount.is_finite() or amount >= MOST:
        raise ValueError(f"{amount} is too large an amount")
    if amount < 0:
        raise ValueError(f"{amount} is less than nothing")
    cents = amount.scaleb(2)
    if cents != int(cents):
        raise ValueError(f"{amount} is not in whole cents")
    return int(cents)


def of_cents(cents: int) -> Decimal:
    """So many cents as an amount.

    >>> of_cents(5)
    Decimal('0.05')
    """
    return Decimal(cents).scaleb(-2)
