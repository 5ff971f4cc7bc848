"""Looking for one world in every setting there is: found somewhere, nowhere, or not decided.

How one setting is searched is `worlds`, which settings there are `settings`.
"""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.proof.asked import Found, Limits, Nowhere, Setting, Undecided, Wish


@attrs.frozen(eq=False)
class Somewhere:
    """A world in which every wish is fulfilled, and the setting that it was made in."""

    setting: Setting
    found: Found


def anywhere(
    compiled: Compiled, lifecycle: str, wishes: Sequence[Wish], limits: Limits
) -> Somewhere | Nowhere | Undecided:
    """The first world, in the smallest setting, that fulfils the wishes.

    `Nowhere` only when every setting was searched to the end.
    """
    return Undecided("not_searched")
