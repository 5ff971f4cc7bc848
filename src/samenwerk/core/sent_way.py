"""A fact that becomes known by an effect: what is told of it, and how it is tried on a copy.

The step that asks the effect comes first; then one waits for what came of it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from samenwerk.core.cells import value_for
from samenwerk.core.scene import Scene
from samenwerk.core.step_way import step_way
from samenwerk.core.told import Told, then_of
from samenwerk.core.ways import Want
from samenwerk.values.case import Case
from samenwerk.values.cell import Cell
from samenwerk.values.command import Conclude
from samenwerk.values.effect import Effect, OpenEffect
from samenwerk.values.message import Message, Name

if TYPE_CHECKING:
    from samenwerk.core.allowed import Allowed
    from samenwerk.core.planner import Planner
    from samenwerk.core.telling import Telling


def effects_for(scene: Scene, case: Case, cell: Cell) -> Iterator[Effect]:
    """The effects by which a fact of a case can become known."""
    if cell.kind != "fact" or cell.who is not None:
        return
    for effect in scene.workflow(case).effects.values():
        facts = (effect.records, *(fact for _, fact in effect.gives))
        if effect.lifecycle == case.lifecycle and cell.name in facts:
            yield effect


def comes_by_effect(scene: Scene, cell: Cell) -> bool:
    """Whether a fact becomes known by an effect, and so by no step that fills it in."""
    case = scene.case(cell)
    return case is not None and any(True for _ in effects_for(scene, case, cell))


def asked(scene: Scene, case: Case, effect: Effect) -> OpenEffect | None:
    """The effect as it is open in a case; None when it was not asked, or had an end."""
    known = scene.collaboration.effects.values()
    found = [one for one in known if (one.case, one.effect) == (case.id, effect.name)]
    return min(found, key=lambda one: one.asked, default=None)


def waited_for(
    open: OpenEffect | None, case: str, effect: str, want: tuple[Cell, Allowed]
) -> Told:
    """That one waits for an effect to come about; one that failed is to be sent again."""
    id = "act.send_again" if open is not None and open.failed else "act.sent"
    act = Message(id, {"effect": Name("effect", effect), "case": case})
    return Told("act", act, case=case, wants=(want,))


def told_sent(telling: Telling, want: Want) -> Told | None:
    """That one waits for an effect, after the step that asks it when that was not done yet."""
    scene = telling.scene
    case = scene.case(want.cell)
    for effect in () if case is None else effects_for(scene, case, want.cell):
        assert case is not None
        open = asked(scene, case, effect)
        wait = waited_for(open, case.id, effect.name, (want.cell, want.allowed))
        if open is not None:
            return wait
        found = scene.compiled.of(case).steps.get(f"{effect.lifecycle}.{effect.on_step}")
        inner = None if found is None else telling.inner(case.id, found)
        if found is None or inner is None or found.step.automatic is not None:
            return wait
        return then_of([inner.tree(step_way(scene, found, inner.goal)), inner.step(), wait])
    return None


def bring_sent(planner: Planner, cell: Cell, demand: Allowed) -> bool:
    """Have the effect come about on the copy, asked first where that was not done yet."""
    case = planner.known.cases.get(cell.case)
    if planner.scene.holds(cell, demand):
        return True
    for effect in () if case is None else effects_for(planner.scene, case, cell):
        assert case is not None
        if asked(planner.scene, case, effect) is None:
            full = f"{effect.lifecycle}.{effect.on_step}"
            found = planner.compiled.of(case).steps.get(full)
            if found is None or found.step.automatic is not None:
                continue
            if not planner.reach(planner.goal(case.id, found)):
                continue
        now = planner.known.cases[case.id]
        value = value_for(planner.scene, now, cell, demand)
        gives = {} if value is None else {
            name: value for name, fact in effect.gives if fact == cell.name
        }  # fmt: skip
        command = Conclude(
            id=planner.id, actor=None, moment=planner.moment, day=planner.day, how="delivered",
            case=case.id, effect=effect.name, gives=gives,
        )  # fmt: skip
        if planner.does(command, {cell: demand}) and planner.scene.holds(cell, demand):
            return True
    return False


WORDING = {
    "nl": {
        "act.sent": 'wachten tot "{effect}" bezorgd is',
        "act.send_again": '"{effect}" opnieuw verzenden, want dat lukte niet',
    },
    "en": {
        "act.sent": 'wait until "{effect}" is delivered',
        "act.send_again": 'have "{effect}" sent again, for that failed',
    },
}
