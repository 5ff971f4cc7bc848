"""Examples for the reference: what a new version says of cases that run already.

Part of the one workflow of `reference_examples`.
"""

from __future__ import annotations

from collections.abc import Mapping

CHANGES: Mapping[str, str] = {
    "transition": """\
[transition.lopende_balies]
nl = "Een balie die al draait, maakt het af zoals het was"
en = "A desk that runs already ends as it was"
lifecycle = "balie"
while_in = ["open"]
opened_before = 2027-07-01
until = 2027-12-31
source = "Afspraken over de overgang, punt 3"
""",
}
"""By family."""
