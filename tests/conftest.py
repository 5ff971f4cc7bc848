"""How hypothesis looks for counter-examples here: `HYPOTHESIS_PROFILE` chooses one of these.

What is measured stands here too. Fixtures that only one room needs stand with the tests of that
room.
"""

import gc
import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

TESTS = Path(__file__).parent
MEASURED = (
    "core", "definitions", "engine", "store", "upgrade", "values",
    "test_engine.py", "test_having_a_say.py", "test_money.py", "test_people.py",
)  # fmt: skip
"""The tests that say how far `core` and `definitions` are covered: their own, and those of the
rooms right above. To measure takes as long as the test itself, so the others are not measured."""

# No profile has a deadline: a busy machine is no reason for a test to fail.
_SHARED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}

settings.register_profile("dev", max_examples=100, **_SHARED)
settings.register_profile("quick", max_examples=15, **_SHARED)
settings.register_profile("long", max_examples=2000, **_SHARED)
# The same examples each time: whoever hands in a change is judged on that change.
settings.register_profile("ci", max_examples=100, derandomize=True, print_blob=True, **_SHARED)

settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev")
)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """A worker measures once: pytest-cov begins there as if it led the others, and then again as
    the worker that it is. The first would go on where the second pauses, and count for nothing."""
    if hasattr(session.config, "workerinput"):
        begun = getattr(session.config.pluginmanager.get_plugin("_cov"), "cov_controller", None)
        if begun is not None:
            begun.cov.stop()


def pytest_collection_finish() -> None:
    """What was collected stays until the end: no need to look through it for what can go."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 20, 100)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Whatever is not measured says so."""
    for item in items:
        inside = item.path.is_relative_to(TESTS) and item.path.relative_to(TESTS).parts[0]
        if inside not in MEASURED:
            item.add_marker(pytest.mark.no_cover)
