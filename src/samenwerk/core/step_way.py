"""What a step asks as a whole: to be in the right state, to have a doer, and its needs."""

from __future__ import annotations

from samenwerk.core.allowed import THERE, allow
from samenwerk.core.cells import Scene, holders_wanted
from samenwerk.core.compiled import CompiledStep
from samenwerk.core.do_step import parents_for, unopened
from samenwerk.core.refusals import described, everyone
from samenwerk.core.ways import Unadvisable, Want, Way, any_of, every
from samenwerk.values.cell import Cell
from samenwerk.values.command import Do
from samenwerk.values.finding import NO, YES
from samenwerk.values.message import Message


def step_way(scene: Scene, found: CompiledStep, goal: Do) -> Way:
    """The demands of a step in a case (or in the case it would open)."""
    step = found.step
    case = scene.collaboration.cases.get(goal.case)
    ways: list[Way] = []
    if case is None:
        parent = parents_for(found, scene.collaboration, goal.parent)
        case = unopened(found, scene.collaboration, goal, parent, goal.actor)
    elif case.state not in step.sources:
        ways.append(Want(Cell(case.id, "state", "state"), allow("one_of", frozenset(step.sources))))
    view = scene.view(case, goal.actor)
    if step.automatic is None and not everyone(step.by, view):
        holders = [cell for who in step.by for cell in holders_wanted(scene, who)]
        nobody = Unadvisable(Message("way.nobody", {"as": described(step.by)}))
        ways.append(
            any_of([Want(cell, THERE) for cell in holders], nobody.what) if holders else nobody
        )
    for need in found.needs:
        truth = need.tree.truth(view)
        if need.severity in ("warn", "hint"):
            continue
        if need.severity == "explain" and truth != YES:
            if truth == NO or (need.rule is not None and need.rule.unknown_too):
                ways += _papers(need.rule, case.id, found)
                continue
            either = [need.tree.ways(view, True), need.tree.ways(view, False)]
            ways.append(any_of(either, Message("tree.no_way", {"condition": need.tree.key})))
            continue
        ways.append(need.tree.ways(view, True))
    return every(ways)


def _papers(rule: object, case: str, found: CompiledStep) -> list[Way]:
    papers: tuple[str, ...] = getattr(rule, "papers", ())
    return [Want(Cell(case, "document", paper), THERE) for paper in papers]
