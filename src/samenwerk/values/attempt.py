"""Attempts: what somebody asked and was refused, kept on request beside the record.

An attempt changes nothing and is no event. How one is made of a refusal is `core.attempts`.
"""

from __future__ import annotations

from datetime import UTC, date, datetime

import attrs


@attrs.frozen(kw_only=True)
class Attempt:
    """One refused attempt, or several that were alike on one day (UTC): `times`, `first`, `last`.

    `body` tells who asked what and why not, as text; `key` tells attempts that were not alike
    apart. With an empty key it stands for more of one actor on a day than are kept one by one.
    """

    collaboration: str
    actor: str
    key: str
    body: str
    first: datetime
    last: datetime
    times: int = 1

    @property
    def day(self) -> date:
        """The day on which it came in."""
        return self.first.astimezone(UTC).date()

    @property
    def many(self) -> Attempt:
        """What is kept of it where too many came in already."""
        return attrs.evolve(self, key="", body="")

    def again(self, later: Attempt) -> Attempt:
        """What stands for this one and for one alike that came in after it."""
        return attrs.evolve(self, times=self.times + later.times, last=max(self.last, later.last))
