"""What stands on the wall: values that hold sentences, days and numbers, and no markup.

How they are found is `gathered`; how they look is `page`.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import attrs

from samenwerk.hooks.whole import Point

MANY = 24
"""More cases than this in one state are drawn as squares."""
LONGEST = 30
"""So many lines a list on the wall has; how many more there are is told below it."""


@attrs.frozen(kw_only=True)
class Chip:
    """A case on its way: its name, where it is, and how it goes.

    `how` is late, waits, ready, stuck (nothing can be advised) or over.
    """

    case: str
    lifecycle: str
    state: str
    how: str
    how_said: str
    since: str
    until: str = ""
    roles: tuple[str, ...] = ()
    place: int = 0
    places: int = 0
    depth: int = 0


@attrs.frozen(kw_only=True)
class Stop:
    """A state on the way straight on, or aside of it, with the cases that are there."""

    label: str
    chips: tuple[Chip, ...] = ()
    final: bool = False

    @property
    def many(self) -> bool:
        """Whether there are so many that each is a square, and not its name."""
        return len(self.chips) > MANY


@attrs.frozen(kw_only=True)
class Track:
    """A lifecycle with its cases, each where it is."""

    label: str
    said: str
    stops: tuple[Stop, ...]
    aside: tuple[Stop, ...] = ()

    @property
    def many(self) -> bool:
        """Whether any of its states holds so many cases that it wants the whole width."""
        return any(one.many for one in (*self.stops, *self.aside))


@attrs.frozen(kw_only=True)
class Wait:
    """A case that cannot go on yet: for which step, and what is needed by whom."""

    case: str
    step: str
    points: tuple[Point, ...]
    late: str = ""


@attrs.frozen(kw_only=True)
class Brake:
    """On whom others wait, in how many cases, and in which."""

    party: str
    count: int
    said: str
    cases: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Asked:
    """One thing that is asked of a party, or that it can do."""

    text: str
    case: str
    day: date | None = None
    day_said: str = ""
    late: bool = False
    ready: bool = False


@attrs.frozen(kw_only=True)
class Part:
    """What one party is asked."""

    party: str
    asked: tuple[Asked, ...]
    more: str = ""


@attrs.frozen(kw_only=True)
class Coming:
    """A day that is coming, or has passed."""

    day: date
    day_said: str
    case: str
    text: str
    who: str
    late: bool


@attrs.frozen(kw_only=True)
class Month:
    """So many days come in a month from now; the first holds what has passed already."""

    label: str
    count: int
    late: bool = False


@attrs.frozen(kw_only=True)
class Beat:
    """A quarter: how much was done in it, by how many parties, and how often a case went back."""

    label: str
    year: int
    quarter: int
    acts: int
    parties: int
    back: int


@attrs.frozen(kw_only=True)
class Taken:
    """How often a party acted in each of the quarters of the beats."""

    party: str
    counts: tuple[int, ...]


@attrs.frozen(kw_only=True)
class Confirmed:
    """A step that leaves a case where it is and that a party did again, with its days."""

    label: str
    case: str
    days: tuple[date, ...]
    said: str


@attrs.frozen(kw_only=True)
class Purse:
    """A pool of money: what came in, what went to cases and outside, and what is left."""

    label: str
    came: Decimal
    granted: Decimal
    spent: Decimal
    left: Decimal
    said: tuple[str, ...]


@attrs.frozen(kw_only=True)
class Granted:
    """The money of a case: received, passed on, held; `risk` says why what it holds is at risk."""

    case: str
    received: str
    spent: str
    held: str
    risk: str = ""


@attrs.frozen(kw_only=True)
class Gain:
    """What it costs or brings a party, as recorded of itself."""

    party: str
    what: str
    case: str
    amount: str


@attrs.frozen(kw_only=True)
class Moment:
    """Something that happened, on one line."""

    day: str
    text: str


@attrs.frozen(kw_only=True)
class Tile:
    """The answer to one question in one look."""

    question: str
    answer: str
    more: str = ""
    tone: str = ""


@attrs.frozen(kw_only=True)
class Wall:
    """Everything on the wall, in the words of its reader."""

    lang: str
    title: str
    said: str
    why: str
    rehearsal: str
    tiles: tuple[Tile, ...]
    tracks: tuple[Track, ...]
    cases: tuple[Chip, ...]
    brakes: tuple[Brake, ...]
    waits: tuple[Wait, ...]
    more: dict[str, str]
    months: tuple[Month, ...]
    parts: tuple[Part, ...]
    coming: tuple[Coming, ...]
    today: date
    beats: tuple[Beat, ...]
    taken: tuple[Taken, ...]
    confirmed: tuple[Confirmed, ...]
    purses: tuple[Purse, ...]
    granted: tuple[Granted, ...]
    gains: tuple[Gain, ...]
    backs: tuple[Moment, ...]
    lately: tuple[Moment, ...]
    notes: tuple[str, ...]
    words: dict[str, str]
