"""How hypothesis looks for counter-examples here: `HYPOTHESIS_PROFILE` chooses one of these.

Fixtures that only one room needs stand with the tests of that room.
"""

import os

from hypothesis import HealthCheck, settings

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
