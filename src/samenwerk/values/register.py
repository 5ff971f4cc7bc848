"""The register: who takes part, is where, sits at which table, holds which role, gave what.

Every line has a first day and may have a last one; both count. Who is meant on a day is
worked out in `core.who`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs


@attrs.frozen
class Span:
    """From a first day up to and including a last one; None is open on that side."""

    starts: date | None = None
    last_day: date | None = None

    def covers(self, day: date) -> bool:
        """Whether the day lies in it."""
        return (self.starts is None or self.starts <= day) and (
            self.last_day is None or day <= self.last_day
        )


def _pairs(
    given: Mapping[str, str] | tuple[tuple[str, str], ...],
) -> tuple[tuple[str, str], ...]:
    return tuple(given.items()) if isinstance(given, Mapping) else given


@attrs.frozen
class Party:
    """A party with its sort, labels by language, and the party it belongs to.

    >>> Party("dal", "municipality", {"nl": "Gemeente Dal", "en": "Dal"}).names
    (('nl', 'Gemeente Dal'), ('en', 'Dal'))

    `published` and `updated` are the days of the page that `source` speaks of.
    """

    id: str
    sort: str
    names: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=_pairs)
    belongs_to: str | None = None
    span: Span = Span()
    source: str | None = None
    published: date | None = None
    updated: date | None = None


@attrs.frozen
class Seat:
    """A party that sits at a table."""

    table: str
    who: str
    span: Span = Span()


@attrs.frozen
class Holding:
    """A party that holds a role of the whole collaboration."""

    role: str
    who: str
    span: Span = Span()


@attrs.frozen
class Giving:
    """A mandate that one or more parties gave to another.

    `subjects` empty means every subject that the mandate's own declaration names.
    """

    mandate: str
    who: tuple[str, ...]
    to: str
    span: Span = Span()
    subjects: tuple[str, ...] = ()
    basis: str | None = None


@attrs.frozen
class Located:
    """A party that is in a region of a map."""

    map: str
    region: str
    who: str
    span: Span = Span()


@attrs.frozen(eq=False, weakref_slot=True)
class Register:
    """All lines, as they stand now. Compared by identity: a changed register is another one.

    `memo` remembers what `core.who` worked out about this very register; it is no state.
    """

    parties: tuple[Party, ...] = ()
    sits: tuple[Seat, ...] = ()
    holds: tuple[Holding, ...] = ()
    gives: tuple[Giving, ...] = ()
    regions: tuple[Located, ...] = ()
    memo: dict[object, object] = attrs.field(factory=dict, init=False, repr=False)

    def party(self, id: str) -> Party | None:
        """The party of this id, or None."""
        known = self.memo.get("parties")
        if known is None:
            known = self.memo["parties"] = {one.id: one for one in self.parties}
        return known.get(id)  # type: ignore[attr-defined, no-any-return]

    def placed(self, map: str, day: date) -> dict[str, tuple[str, ...]]:
        """Who is in which region of a map on a day, by region, in the order of the register."""
        found: dict[str, tuple[str, ...]] = {}
        for one in self.regions:
            if one.map == map and one.span.covers(day):
                found[one.region] = (*found.get(one.region, ()), one.who)
        return found

    def there(self, id: str, day: date) -> bool:
        """Whether a party takes part on a day; who is no party of the register (a table) does."""
        found = self.party(id)
        return found is None or found.span.covers(day)

    def live(self, giving: Giving, giver: str, day: date) -> bool:
        """Whether a mandate holds on a day: then its giver and its holder take part too."""
        return (
            giver in giving.who
            and giving.span.covers(day)
            and self.there(giver, day)
            and self.there(giving.to, day)
        )

    @property
    def lines(self) -> tuple[object, ...]:
        """Every line, for comparing two registers by content."""
        return (self.parties, self.sits, self.holds, self.gives, self.regions)


NO_LINES = Register()
"""A register without lines."""


def same_line(line: Party | Seat | Holding | Giving | Located) -> object:
    """What tells a line of the register from others: of two that agree in this the later stays."""
    match line:
        case Party(id=id):
            return id
        case Seat(table=table, who=who, span=span):
            return (table, who, span.starts)
        case Holding(role=role, who=who, span=span):
            return (role, who, span.starts)
        case Located(map=map, region=region, who=who, span=span):
            return (map, region, who, span.starts)
    return (line.mandate, line.who, line.to, line.subjects, line.span.starts)
