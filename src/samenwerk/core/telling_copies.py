"""Telling that a copy must be opened: by the party that it will be of, or by what makes it come."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from samenwerk.core.act_words import act_of
from samenwerk.core.cells import described, who_may
from samenwerk.core.copies import new_copy
from samenwerk.core.step_way import step_way
from samenwerk.core.told import Told, then_of
from samenwerk.core.ways import Want

if TYPE_CHECKING:
    from samenwerk.core.telling import Telling


def told_copy(telling: Telling, want: Want) -> Told | None:
    """What the opening of a party's copy needs, and the opening itself; None when that cannot
    be told."""
    cell, scene = want.cell, telling.scene
    party, above = cell.who or "", scene.case(cell)
    for found in scene.opening(cell.name):
        case = new_copy(cell.name, scene.collaboration, above, party, scene.day)
        inner = telling.inner(case.id, found, party)
        if inner is None:
            continue
        inner = attrs.evolve(inner, goal=attrs.evolve(inner.goal, parent=case.parent))
        told = inner.tree(step_way(scene, found, inner.goal))
        if found.step.automatic is not None:
            return told
        who = who_may(scene, cell)
        doing = Told(
            "act", act_of(scene, cell, want.allowed), who,
            described(found.step.by, who, scene.view(case)), case=cell.case or None,
            wants=((cell, want.allowed),),
        )  # fmt: skip
        return then_of([told, doing])
    return None
