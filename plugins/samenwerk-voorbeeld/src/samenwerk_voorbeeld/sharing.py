"""The reckoning itself: what each one's share would be, and who is too far from it. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from fractions import Fraction

import attrs


@attrs.frozen
class Deviation:
    """One party whose contribution lies too far from its share of what it can bear."""

    party: str
    given: Decimal
    fair: Decimal


def deviations(
    contributions: Mapping[str, Decimal], capacities: Mapping[str, Decimal], tolerance: Fraction
) -> tuple[Deviation, ...]:
    """Who contributes more than `tolerance` of its fair share too much or too little.

    The fair share is the part of the whole contribution that a party's capacity is of all
    capacities. Reckoned exactly; only what is shown is rounded to cents.

    >>> deviations({"a": Decimal(90), "b": Decimal(10)}, {"a": Decimal(1), "b": Decimal(1)},
    ...            Fraction(1, 10))[0].fair
    Decimal('50.00')
    """
    whole = sum((Fraction(one) for one in contributions.values()), Fraction(0))
    able = sum((Fraction(one) for one in capacities.values()), Fraction(0))
    found = []
    for party in sorted({*contributions, *capacities}):
        given = Fraction(contributions.get(party, Decimal(0)))
        fair = whole * Fraction(capacities.get(party, Decimal(0))) / able if able else Fraction(0)
        if abs(given - fair) > fair * tolerance:
            found.append(Deviation(party, _cents(given), _cents(fair)))
    return tuple(found)


def _cents(amount: Fraction) -> Decimal:
    return Decimal(round(amount * 100)).scaleb(-2)
