"""When an effect is tried again: later each time, and at last left to a person.

Pure: the moment and the dice come in as arguments.
"""

from __future__ import annotations

from datetime import datetime, timedelta

import attrs

PERMANENT = ("effect",)
"""Faults that no other attempt will help: what goes along does not fit the plugin."""
NO_ATTEMPT = ("missing", "version", "absent", "import", "set_aside", "clash", "definition")
"""Faults for which the plugin was not asked at all: that counts as no attempt."""


@attrs.frozen
class Plan:
    """How patient a worker is.

    The first wait is `first`, each next one `factor` times as long, up to `ceiling`. After
    `attempts` it is left to a person. While somebody sends, nobody else does for `lease`; what
    could not be asked at all rests for `rest`.
    """

    first: timedelta = timedelta(seconds=30)
    factor: int = 4
    ceiling: timedelta = timedelta(hours=6)
    attempts: int = 8
    lease: timedelta = timedelta(minutes=2)
    rest: timedelta = timedelta(minutes=5)

    def wait(self, attempts: int, dice: float) -> timedelta:
        """How long after so many attempts in vain; `dice` (0 to 1) spreads those who wait.

        Between half and all of what it comes to, so that many that failed together do not
        come back together.

        >>> [Plan().wait(number, 1.0).total_seconds() for number in (1, 2, 3, 9)]
        [30.0, 120.0, 480.0, 21600.0]
        """
        whole = self.ceiling
        for number in range(max(attempts, 1)):
            reached = self.first * self.factor**number
            if reached >= self.ceiling:
                break
            whole = reached if number == max(attempts, 1) - 1 else whole
        return whole * (0.5 + 0.5 * min(max(dice, 0.0), 1.0))

    def dead(self, attempts: int, fault: str) -> bool:
        """Whether it is left to a person after so many attempts, the last with this fault."""
        return fault in PERMANENT or (attempts >= self.attempts and fault not in NO_ATTEMPT)

    def rests(self, since: datetime, now: datetime) -> bool:
        """Whether what could not be asked at `since` is left alone still.

        A clock that was set back lets nothing rest longer than it should.
        """
        return timedelta(0) <= now - since < self.rest
