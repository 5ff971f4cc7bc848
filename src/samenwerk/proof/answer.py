"""What proof answers to a question: proved, a candidate that breaks it, or not decided.

Values only. A candidate is no counter-example yet: that it is one when it replays, and as which
story, is found out by who replays it.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from samenwerk.proof.asked import Setting, Undecided, Wish
from samenwerk.values.cell import Cell, Entry

__all__ = ["Bounds", "Candidate", "Proved", "Stride", "Undecided"]


@attrs.frozen
class Bounds:
    """Up to where a proof was looked for: so many members in a group, so many other cases.

    None: it does not depend on that number. `mandates`: what is done on a mandate was counted
    as done by who gave it: the invariant says so, or with all of them in one hand it is not proved.
    """

    members: int | None = None
    cases: int | None = None
    mandates: bool = False


@attrs.frozen
class Proved:
    """It holds on every path: `shown` by how the needs are made, or `enumerated`.

    `bounds` None: for any number of parties and cases. `worlds` counts the made-up worlds tried,
    `control` the states of control that were visited.
    """

    how: str
    bounds: Bounds | None = None
    worlds: int = 0
    control: int = 0


@attrs.frozen(eq=False)
class Stride:
    """One stride of a path: a step, or (`step` None) only what is recorded.

    `how` is `step`, `opens`, `itself`, `time`, `split` (the new cases are what matters), `merge`
    (the case taken in is), `anyway` (it happened though it was refused) or `change`. `case` is
    the case in the setting; `wishes` must hold as the step is done, in a `change` afterwards.
    `contents` is what was found to stand where; `actor` and `day` are as in that world.
    """

    step: str | None
    case: str
    how: str = "step"
    wishes: tuple[Wish, ...] = ()
    contents: Mapping[Cell, Entry | None] = attrs.field(factory=dict)
    actor: str | None = None
    day: date | None = None


@attrs.frozen(eq=False)
class Candidate:
    """A path on paper that breaks the invariant; the last stride is where it is broken."""

    steps: tuple[Stride, ...]
    setting: Setting
