"""What every store promises about refused attempts: kept beside the record, bounded, forgotten.

The record knows nothing of them. What is kept of an attempt is `core.attempts`.
"""

from __future__ import annotations

from datetime import datetime
from typing import Protocol

from samenwerk.values.attempt import Attempt

MOST = 100
"""So many attempts that are not alike are kept of one actor in one collaboration on one day; what
comes after is only counted."""


class Attempts(Protocol):
    """Keeps refused attempts. Safe from several threads and processes at once; errors are those of
    the store."""

    def keep_attempt(self, attempt: Attempt, most: int = MOST) -> None:
        """Keep an attempt; of those that are alike on a day only how often, first and last.

        Alike are those with one collaboration, actor, day and key. Beyond `most` of one actor
        they are kept as `Attempt.many`.
        """

    def attempts(self, collaboration: str | None = None) -> tuple[Attempt, ...]:
        """All that are kept, or those of one collaboration, in the order in which they came."""

    def forget_attempts(self, before: datetime, collaboration: str | None = None) -> int:
        """Forget those that last came in before a moment; says how many that were."""
