"""Lists over many collaborations: what waits in each, as it was last worked out.

A cache over the records and never more than that. What waits is `core.listing`.
"""

from __future__ import annotations

from datetime import date, datetime

import attrs

KINDS = ("todo", "due", "blockers")
"""What can be asked of the lists; the kind `about` tells of the collaboration itself."""


@attrs.frozen
class Listing:
    """One thing that waits: its kind, the day it is about if there is one, whom it concerns.

    `body` says it as data; sentences are made when it is shown.
    """

    kind: str
    body: str
    day: date | None = None
    who: tuple[str, ...] = ()


@attrs.frozen
class Lists:
    """What waits in a collaboration, worked out at `worked` from its record up to `sequence`.

    From `wakes` on time alone may have changed it; None: it never does. `fault` says why it could
    not be worked out.
    """

    collaboration: str
    sequence: int
    head: str
    worked: datetime
    wakes: datetime | None = None
    fault: str = ""
    entries: tuple[Listing, ...] = ()


@attrs.frozen
class Listed:
    """One thing that waits, in which collaboration."""

    collaboration: str
    kind: str
    body: str
    day: date | None = None


@attrs.frozen
class Freshness:
    """How many collaborations there are, and how many are not brought up to date.

    `never` of those never were; the others not since `since` or later. `faults` are those that
    could not be worked out, each with why.
    """

    collaborations: int
    stale: int
    never: int = 0
    since: datetime | None = None
    faults: tuple[tuple[str, str], ...] = ()
