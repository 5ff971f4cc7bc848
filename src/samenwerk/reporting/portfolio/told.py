"""What the portfolio tells: of each collaboration a summary, and of all of them one page.

How they are found is `summed` and `gathered`; how they look is `page`.
"""

from __future__ import annotations

from datetime import date

import attrs

from samenwerk.reporting.wall.told import Beat, Brake, Month, Purse, Tile


@attrs.frozen(kw_only=True)
class Place:
    """A state of a lifecycle, with how many cases are there and how many of them are late.

    `at` is its place on the way straight on; one that is aside of it has none.
    """

    label: str
    count: int = 0
    late: int = 0
    at: int | None = None


@attrs.frozen(kw_only=True)
class Way:
    """A lifecycle with its states, the way straight on first."""

    label: str
    places: tuple[Place, ...]
    open: int
    over: int
    said: str = ""

    @property
    def aside(self) -> tuple[Place, ...]:
        """The states beside the way straight on where cases are."""
        return tuple(one for one in self.places if one.at is None and one.count)


@attrs.frozen(kw_only=True)
class Ahead:
    """A day that a case of a collaboration must mind; `who` are ids with what they are called."""

    collaboration: str
    case: str
    text: str
    day: date
    day_said: str
    away: int
    late: bool
    who: tuple[tuple[str, str], ...]

    @property
    def names(self) -> tuple[str, ...]:
        """What those are called who are up to it."""
        return tuple(name for _, name in self.who)


@attrs.frozen(kw_only=True)
class Summary:
    """One collaboration in a few numbers, in the words of the reader.

    `how` is late, ready (it runs and nothing is late), over, none (there are no cases yet) or
    stuck (it could not be read; `faults` say why).
    """

    id: str
    how: str
    workflow: str = ""
    day: date | None = None
    rehearsal: bool = False
    open: int = 0
    over: int = 0
    late: int = 0
    last: date | None = None
    ways: tuple[Way, ...] = ()
    ahead: tuple[Ahead, ...] = ()
    purses: tuple[Purse, ...] = ()
    risks: int = 0
    beats: tuple[Beat, ...] = ()
    faults: tuple[str, ...] = ()


@attrs.frozen(kw_only=True)
class Row:
    """A collaboration in the list of all of them, and as a square among those of its workflow."""

    number: int
    id: str
    workflow: str
    how: str
    how_said: str
    cases: str
    next: str
    next_late: bool
    last: str


@attrs.frozen(kw_only=True)
class Family:
    """The collaborations of one workflow."""

    label: str
    said: str
    rows: tuple[Row, ...]


@attrs.frozen(kw_only=True)
class Portfolio:
    """Everything on the page, in the words of its reader."""

    lang: str
    title: str
    said: str
    tiles: tuple[Tile, ...]
    families: tuple[Family, ...]
    ways: tuple[Way, ...]
    brakes: tuple[Brake, ...]
    more_brakes: str
    late: tuple[Ahead, ...]
    more_late: str
    coming: tuple[Ahead, ...]
    more_coming: str
    months: tuple[Month, ...]
    purses: tuple[Purse, ...]
    risks: tuple[str, ...]
    more_risks: str
    beats: tuple[Beat, ...]
    rows: tuple[Row, ...]
    legend: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    words: dict[str, str]
