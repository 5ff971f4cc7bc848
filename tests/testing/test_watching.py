"""Watching a plugin: what it does itself is seen, what others do meanwhile is not."""

import gc
import time

from samenwerk.testing.contract.watching import watched


def test_what_looks_at_the_clock_is_seen() -> None:
    """By its name."""
    assert ("the clock (time.perf_counter)",) == watched(time.perf_counter, 5).outside


def test_what_others_do_when_memory_is_collected_is_not_the_plugins() -> None:
    """Collecting waits until the plugin has answered, and is on again afterwards."""

    def meanwhile(phase: str, info: dict[str, int]) -> None:
        time.perf_counter()

    def much() -> int:
        return len([[[one]] for one in range(200_000)])

    gc.callbacks.append(meanwhile)
    try:
        seen = watched(much, 30)
    finally:
        gc.callbacks.remove(meanwhile)
    assert (200_000, ()) == (seen.answer, seen.outside)
    assert gc.isenabled()
