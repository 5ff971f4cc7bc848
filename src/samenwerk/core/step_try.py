"""Trying a step on a planner's copy: by each who may, with what is filled in and explained."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

import attrs

from samenwerk.core.allowed import Allowed
from samenwerk.core.cells import step_acts, value_for, voices
from samenwerk.core.compiled import CompiledStep
from samenwerk.core.refusals import doers_of
from samenwerk.core.scene import Scene
from samenwerk.core.splitting import guessed
from samenwerk.core.step_way import case_for, looks_at_actor
from samenwerk.values.case import Case
from samenwerk.values.cell import Cell, Value
from samenwerk.values.command import Do
from samenwerk.values.outcome import Verdict

if TYPE_CHECKING:
    from samenwerk.core.planner import Planner

NOBODY_ELSE = (Verdict.NOT_YET, Verdict.ALLOWED_WITH_EXPLANATION)
"""What the one who may is told here, all others are told."""


def try_step(
    planner: Planner,
    found: CompiledStep,
    goal: Do,
    demands: Mapping[Cell, Allowed],
    explain: Sequence[bool],
    by: Sequence[str] | None,
) -> bool:
    """Whether the step was done; `by` has it done by, or for, one of those parties."""
    scene, case = planner.scene, case_for(planner.scene, found, goal)
    view = scene.view(case, goal.actor)
    step = found.step
    if not step.opens and case.state not in step.sources:
        return False
    demands = {**demands, **planner.filling}
    facts, papers, roles = _given(planner, found, goal, case, demands)
    acts, on = step_acts(step, found.lifecycle.subject)
    asked = attrs.evolve(
        goal, id=planner.id, day=planner.day, moment=planner.moment, salt=planner.id,
        facts={**facts, **goal.facts}, documents={**papers, **goal.documents},
        roles={**roles, **goal.roles},
        **({} if goal.into or goal.merges else guessed(step, case, planner.known)),
    )  # fmt: skip
    personal = looks_at_actor(found, view)
    hopeless: set[bool] = set()
    for actor, party in _actors(planner, found, goal, case, by, acts, on):
        for explained in explain:
            if explained in hopeless:
                continue
            said = (goal.explanation or "…") if explained else None
            command = attrs.evolve(
                asked, actor=actor, on_behalf_of=party, explanation=said
            )
            outcome = planner.attempt(command, demands)
            if outcome is None:
                return False
            if outcome.carried_out:
                return True
            if outcome.verdict in NOBODY_ELSE and not personal:
                hopeless.add(explained)  # what the one lacks here, all others lack
    return False


def _actors(
    planner: Planner,
    found: CompiledStep,
    goal: Do,
    case: Case,
    by: Sequence[str] | None,
    acts: tuple[str, ...],
    on: tuple[str, ...],
) -> list[tuple[str, str | None]]:
    """Who can do it, and for whom; the one that the goal names goes first."""
    pairs: list[tuple[str, str | None]] = []
    if goal.actor is not None and by is None:
        pairs.append((goal.actor, goal.on_behalf_of))
        if found.step.per is not None:
            return pairs  # each opens a copy of its own
    view = planner.scene.view(case, goal.actor)
    for party in doers_of(found.step, view) if by is None else by:
        for actor in voices(planner.scene, case, party, acts, on):
            pairs.append((actor, None if actor == party else party))
    return [
        pair for pair in dict.fromkeys(pairs)
        if not planner.frozen & set(pair) and planner.scene.may_act(goal.case, pair[0])
    ]  # fmt: skip


def _given(
    planner: Planner,
    found: CompiledStep,
    goal: Do,
    case: Case,
    demands: Mapping[Cell, Allowed],
) -> tuple[dict[str, Value], dict[str, str], dict[str, tuple[str, ...]]]:
    """What to fill in with the step, so that its needs see it."""
    workflow = planner.scene.workflow(case)
    facts: dict[str, Value] = {}
    papers: dict[str, str] = {}
    roles: dict[str, tuple[str, ...]] = {}
    for name in found.step.fill_in:
        cell = Cell(goal.case, "fact", name)
        if workflow.in_lifecycle(workflow.facts, case.lifecycle, name) is not None:
            demand = demands.get(cell, Allowed(frozenset()))
            if name not in case.facts or not planner.scene.holds(cell, demand):
                value = value_for(_with(planner, case), case, cell, demand)
                if value is not None:
                    facts[name] = value
        elif workflow.in_lifecycle(workflow.documents, case.lifecycle, name) is not None:
            if name not in case.documents:
                papers[name] = "…"
        elif name not in case.roles:
            role = workflow.in_lifecycle(workflow.roles, case.lifecycle, name)
            fit = [p.id for p in planner.known.register.parties if p.span.covers(planner.day)
                   and (role is None or not role.sort or p.sort in role.sort)]  # fmt: skip
            if fit:
                roles[name] = (fit[0],)
    return facts, papers, roles


def _with(planner: Planner, case: Case) -> Scene:
    known = attrs.evolve(planner.known, cases=planner.known.cases.set(case.id, case))
    return attrs.evolve(planner.scene, collaboration=known)
