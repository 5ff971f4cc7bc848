"""Counters: how often each thing happened in an engine, and how long it took.

Plain numbers for who runs it. Where they go from there is not decided here.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping

from samenwerk.telling.happened import KINDS, Happened


class Counters:
    """Counts what an engine tells; give it to `Engine(..., tell=counters)`. Safe from threads.

    >>> counters = Counters()
    >>> counters(Happened(what="appended", count=2, seconds=0.5))
    >>> {name: number for name, number in counters.snapshot().items() if number}
    {'appended': 1, 'appended.count': 2, 'appended.seconds': 0.5}
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._numbers: dict[str, float] = {
            name: 0 for what in KINDS if what != "began" for name in _names(what)
        }

    def __call__(self, happened: Happened) -> None:
        """Count one more."""
        what = happened.what
        if what == "began":
            return
        with self._lock:
            numbers = self._numbers
            numbers[what] = numbers.get(what, 0) + 1
            for name, more in (("count", happened.count), ("seconds", happened.seconds)):
                if more is not None:
                    key = f"{what}.{name}"
                    numbers[key] = numbers.get(key, 0) + more
            if happened.slow:
                key = f"{what}.slow"
                numbers[key] = numbers.get(key, 0) + 1
            if happened.outcome is not None:
                key = f"{what}.{happened.outcome}"
                numbers[key] = numbers.get(key, 0) + 1

    def snapshot(self) -> Mapping[str, float]:
        """The numbers now, by name, in the order of the names.

        `decided` is how often, `decided.count` how many events that were, `decided.seconds` how
        long it took together, `answered.slow` how many of those were slow, and `sent.dead` how
        many sendings ended so. What never happened stands there as 0.
        """
        with self._lock:
            return dict(sorted(self._numbers.items()))


def _names(what: str) -> tuple[str, ...]:
    """The counters that one kind always has."""
    more = [one for one in ("count", "seconds", "slow") if one in KINDS[what]]
    ends = OUTCOMES if what == "sent" else ()
    return (what, *(f"{what}.{one}" for one in (*more, *ends)))


OUTCOMES = ("delivered", "looked_up", "failed", "dead", "unknown", "rests", "gone")
"""What may become of one attempt to send an effect."""
