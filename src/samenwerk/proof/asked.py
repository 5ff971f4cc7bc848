"""What is asked of made-up worlds, and what comes back: wishes, limits, answers, settings.

Values only; how a world is looked for is `proof.worlds`, how settings are made `proof.settings`.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from samenwerk.core.tree import Tree
from samenwerk.core.view import View
from samenwerk.values.cell import Cell, Entry
from samenwerk.values.finding import NO, UNKNOWN, YES

MET = frozenset({YES})
NOT_MET = frozenset({NO, UNKNOWN})


@attrs.frozen(eq=False)
class Wish:
    """What a condition must answer: one of these truths."""

    tree: Tree
    truths: frozenset[int]


@attrs.frozen
class Limits:
    """How far is searched: worlds in all, parties in a group, cases of another lifecycle."""

    worlds: int = 200_000
    members: int = 3
    cases: int = 2


@attrs.frozen(eq=False)
class Found:
    """A world in which every wish is fulfilled, and what stands in the cells that were varied."""

    view: View
    contents: Mapping[Cell, Entry | None]


@attrs.frozen
class Nowhere:
    """All worlds were tried, and none fulfils the wishes."""

    worlds: int


@attrs.frozen
class Undecided:
    """Not decided: `why` in one word (too_many, no_cut, no_solver, ...), and at which cells."""

    why: str
    cells: tuple[Cell, ...] = ()
    worlds: int = 0


@attrs.frozen(eq=False)
class Setting:
    """A made-up collaboration to ask in; `sizes` says how many there are of each group and of
    the cases of each other lifecycle."""

    view: View
    sizes: Mapping[str, int] = attrs.field(factory=dict)
