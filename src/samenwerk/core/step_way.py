"""What a step asks as a whole: the right state, a doer, what is filled in with it, its needs."""

from __future__ import annotations

import attrs

from samenwerk.core.allowed import THERE, allow
from samenwerk.core.cells import holders_wanted
from samenwerk.core.compiled import CompiledNeed, CompiledStep
from samenwerk.core.for_many import chosen
from samenwerk.core.holders import changed_by
from samenwerk.core.leaf import ACTOR
from samenwerk.core.opening import parents_for, unopened
from samenwerk.core.refusals import described, doers_of
from samenwerk.core.scene import Scene
from samenwerk.core.view import View
from samenwerk.core.ways import Unadvisable, Want, Way, any_of, every
from samenwerk.values.case import Case
from samenwerk.values.cell import Cell
from samenwerk.values.command import Do
from samenwerk.values.finding import NO, YES
from samenwerk.values.message import Message


def case_for(scene: Scene, found: CompiledStep, goal: Do) -> Case:
    """The case a step is done in, or the one it would open."""
    case = scene.collaboration.cases.get(goal.case)
    if case is not None:
        return case
    parent = parents_for(found, scene.collaboration, goal.parent)
    return unopened(found, scene.collaboration, goal, parent, goal.on_behalf_of or goal.actor)


def step_way(scene: Scene, found: CompiledStep, goal: Do) -> Way:
    """The demands of a step in a case (or in the case it would open)."""
    found = chosen(found, goal.for_each)
    step = found.step
    case = case_for(scene, found, goal)
    ways: list[Way] = []
    if not step.opens and case.state not in step.sources:
        ways.append(Want(Cell(case.id, "state", "state"), allow("one_of", frozenset(step.sources))))
    view = scene.view(case, goal.actor)
    doers = doers_of(step, view)
    if step.automatic is None and not doers:
        holders = [cell for who in step.by for cell in holders_wanted(scene, who)]
        vacant = Unadvisable(Message("way.nobody", {"as": described(step.by)}))
        ways.append(
            any_of([Want(cell, THERE) for cell in holders], vacant.what) if holders else vacant
        )
    ways += [Want(cell, THERE) for name in step.fill_in
             if (cell := fill_cell(scene, case, name)) is not None]  # fmt: skip
    if goal.actor is None and doers and (step.per is not None or looks_at_actor(found, view)):
        # who acts is not settled yet: what the one lacks, another may have
        each = [_needs(scene, found, _acting(scene, found, case, doer)) for doer in doers]
        nobody = Message("tree.no_way", {"condition": step.full_name})
        ways.append(any_of([every(one) for one in each], nobody))
    else:
        ways += _needs(scene, found, _acting(scene, found, case, goal.actor))
    return every(ways)


def looks_at_actor(found: CompiledStep, view: View) -> bool:
    """Whether it matters to the needs of a step who does it."""
    return any(ACTOR in node.reads(view) for node in found.recorded)


def _acting(scene: Scene, found: CompiledStep, case: Case, doer: str | None) -> View:
    """The view in which the needs are judged: a role that the step takes is held already, and
    a copy is of who opens it."""
    if found.step.per is not None and doer is not None and case.of is None:
        case = attrs.evolve(case, of=doer)
    takes = found.step.takes
    if takes is not None and doer is not None:
        taken = changed_by(scene.workflow(case), found.step, case, {}, doer)
        case = attrs.evolve(case, roles=taken.before(case.roles))
    return scene.view(case, doer)


def _needs(scene: Scene, found: CompiledStep, view: View) -> list[Way]:
    name = found.step.full_name
    return [
        _need(need, name, view) for need in found.needs if need.severity in ("block", "explain")
    ]


def _need(need: CompiledNeed, step: str, view: View) -> Way:
    tree = need.tree
    met = tree.ways(view, True)
    if need.severity == "block":
        return met
    truth = tree.truth(view)
    if truth == YES:
        return met
    papers = () if need.rule is None else need.rule.papers
    explained: list[Way] = [Want(Cell(view.case.id, "document", one), THERE) for one in papers]
    explained.append(Want(Cell(view.case.id, "explanation", tree.key, step), THERE))
    if truth != NO and not (need.rule is not None and need.rule.unknown_too):
        explained.append(tree.ways(view, False))  # what is not known is not explained away
    return any_of([every(explained), met], Message("tree.no_way", {"condition": tree.key}))


def fill_cell(scene: Scene, case: Case, name: str) -> Cell | None:
    """The cell that a name under `fill_in` stands for; None when it is filled in already."""
    workflow = scene.workflow(case)
    for kind, declared, shelf in (
        ("fact", workflow.facts, case.facts),
        ("document", workflow.documents, case.documents),
        ("role", workflow.roles, case.roles),
    ):
        if workflow.in_lifecycle(declared, case.lifecycle, name) is not None:
            return None if name in shelf else Cell(case.id, kind, name)
    return None
