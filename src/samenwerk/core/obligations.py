"""What is still needed: a way tree turned into acts, each alternative tried before it is told."""

from __future__ import annotations

from datetime import date

import attrs

from samenwerk.core.cells import Scene
from samenwerk.core.compiled import Compiled, CompiledStep
from samenwerk.core.decide import decide
from samenwerk.core.do_step import parents_for, unopened
from samenwerk.core.evolve import replay
from samenwerk.core.plan import Plan, make_plan, shrunk
from samenwerk.core.refusals import everyone, label
from samenwerk.core.step_way import step_way
from samenwerk.core.telling import NOTHING, Answers, Telling
from samenwerk.core.view import NO_ANSWERS
from samenwerk.core.ways import AnyOf, Every, Hopeless, Least, Unadvisable, Way
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.command import Do, Settle
from samenwerk.values.errors import UnknownName
from samenwerk.values.finding import NO, UNKNOWN
from samenwerk.values.message import Message, Name
from samenwerk.values.obligation import Obligation
from samenwerk.values.outcome import Outcome, Verdict


def standing(
    compiled: Compiled, known: Collaboration, goal: Do | Settle, answers: Answers = NO_ANSWERS
) -> Collaboration:
    """The collaboration with the automatic steps up to the command's day worked out; not kept."""
    settle = Settle(id=goal.id, actor=None, moment=goal.moment, day=goal.day)
    outcome = decide(compiled, known, settle, answers, seal=False)
    return replay(outcome.lines, known) or known


def needs(
    compiled: Compiled, known: Collaboration, goal: Do, answers: Answers = NO_ANSWERS
) -> Obligation:
    """What is still needed before this step can be done in this case, on this day.

    `nothing` when it may happen now. Each alternative was carried out on a copy first; what
    could not be shown to end in the step being done is not printed. `never` when there is no
    way, `unadvised` when there may be one that cannot be told.
    """
    found = compiled.step(goal.step)
    if found is None:
        raise UnknownName(what="step", name=goal.step)
    now = standing(compiled, known, goal, answers)
    if goal.case not in now.cases and not found.step.opens:
        raise UnknownName(what="case", name=goal.case)
    scene = Scene(compiled, now, goal.day, answers)
    way = step_way(scene, found, goal)
    doers = _doers(scene, found, goal)
    last = _last(scene, found, goal, doers)
    if isinstance(way, Hopeless):
        return Obligation("never", act=way.ground, case=goal.case)
    plan = make_plan(compiled, now, goal, answers)
    if plan is not None and not plan.acts and plan.commands[-1].day == goal.day:
        return attrs.evolve(NOTHING, who=doers, parts=last, case=goal.case)
    told = Telling(compiled, now, goal, answers, scene)
    first = told.tree(way)
    if plan is None:
        return _untold(way, first, goal)
    later = [
        tree
        for round_way, round_scene in plan.rounds[1:]
        if (tree := attrs.evolve(told, scene=round_scene, verify=False).tree(round_way)) != NOTHING
    ]
    parts = [one for one in (first, *later) if one != NOTHING]
    parts = [one for index, one in enumerate(parts) if index == 0 or one != parts[index - 1]]
    due = _due(compiled, now, goal)
    whole = Obligation("then", parts=(*parts, *last), case=goal.case)
    return whole if due is None else attrs.evolve(whole, due=due)


def _untold(way: Way, first: Obligation, goal: Do) -> Obligation:
    """There is no plan: what stays in the way is said, with what can be told beside it."""
    opaque = next((one for one in _leaves(way) if isinstance(one, Unadvisable)), None)
    message = Message("way.unadvised") if opaque is None else opaque.what
    rest = () if first == NOTHING else (first,)
    return Obligation("unadvised", act=message, parts=rest, case=goal.case)


def _leaves(way: Way) -> list[Way]:
    if isinstance(way, Every | AnyOf | Least):
        return [leaf for one in way.ways for leaf in _leaves(one)]
    return [way]


def _doers(scene: Scene, found: CompiledStep, goal: Do) -> tuple[str, ...]:
    case = _case(scene, found, goal)
    return everyone(found.step.by, scene.view(case, goal.actor))


def _case(scene: Scene, found: CompiledStep, goal: Do) -> Case:
    case = scene.collaboration.cases.get(goal.case)
    if case is not None:
        return case
    parent = parents_for(found, scene.collaboration, goal.parent)
    return unopened(found, scene.collaboration, goal, parent, goal.actor)


def _last(
    scene: Scene, found: CompiledStep, goal: Do, doers: tuple[str, ...]
) -> tuple[Obligation, ...]:
    """The step itself, with what it asks to fill in and to explain."""
    step, case = found.step, _case(scene, found, goal)
    about = tuple(f"{who.kind}:{label(who)}" for who in step.by)
    parts: list[Obligation] = []
    asked = [name for name in step.fill_in
             if name not in case.facts and name not in case.documents and name not in case.roles
             and name not in goal.facts and name not in goal.documents]  # fmt: skip
    if asked:
        names = tuple(_fill_name(scene, case, one) for one in asked)
        told = Message("act.fill_in", {"names": names})
        parts.append(Obligation("act", told, doers, about, case=goal.case))
    view = scene.view(case, goal.actor)
    for need in found.needs:
        if need.severity != "explain":
            continue
        truth = need.tree.truth(view)
        if truth == NO or (truth == UNKNOWN and need.rule is not None and need.rule.unknown_too):
            name = Name("rule", need.rule.name) if need.rule is not None else need.tree.key
            told = Message("act.explain", {"rule": name})
            parts.append(Obligation("act", told, doers, about, case=goal.case))
    did = Message("act.do", {"step": Name("step", step.full_name), "case": goal.case})
    count = len(doers) if step.each else 1
    parts.append(Obligation("act", did, doers, about, count=count, case=goal.case))
    return tuple(parts)


def _fill_name(scene: Scene, case: Case, name: str) -> Name:
    workflow = scene.compiled.workflow
    for family, declared in (("fact", workflow.facts), ("document", workflow.documents),
                             ("role", workflow.roles)):  # fmt: skip
        for full in (f"{case.lifecycle}.{name}", name):
            if full in declared:
                return Name(family, full)
    return Name("fact", name)


def _due(compiled: Compiled, known: Collaboration, goal: Do) -> date | None:
    case = known.cases.get(goal.case)
    if case is None:
        return None
    due = compiled.workflow.lifecycles[case.lifecycle].states[case.state].due
    return None if due is None else due.after(case.entered)


def plan_for(
    compiled: Compiled, known: Collaboration, goal: Do, answers: Answers = NO_ANSWERS
) -> Plan | None:
    """A flat plan in which no act or wait can be left out; None when none was found."""
    now = standing(compiled, known, goal, answers)
    plan = make_plan(compiled, now, goal, answers)
    return None if plan is None else shrunk(compiled, now, plan, answers)


def blockers(
    compiled: Compiled, known: Collaboration, goal: Do, answers: Answers = NO_ANSWERS
) -> tuple[str, ...]:
    """The parties without whom no way remains: each was frozen, and then asked again."""
    now = standing(compiled, known, goal, answers)
    plan = make_plan(compiled, now, goal, answers)
    if plan is None:
        return ()
    acting = {one.actor for one in plan.commands if one.actor is not None}
    acting |= {one.on_behalf_of for one in plan.commands if one.on_behalf_of is not None}
    return tuple(
        party
        for party in sorted(acting)
        if make_plan(compiled, now, goal, answers, frozen=frozenset({party})) is None
    )


def advised(
    compiled: Compiled,
    known: Collaboration,
    goal: Do,
    outcome: Outcome,
    answers: Answers = NO_ANSWERS,
) -> Outcome:
    """A refusal with who can do something about it, and `never` where no way is left."""
    if outcome.verdict is not Verdict.NOT_YET or not outcome.findings:
        return outcome
    asked = needs(compiled, known, attrs.evolve(goal, explanation=None), answers)
    if asked.kind == "never":
        over = asked.act is not None and asked.act.id.endswith(("closed", "stays", "fixed"))
        ground = "over" if over else "nothing_allows_it"
        way = () if asked.act is None else (asked.act,)
        return attrs.evolve(outcome, verdict=Verdict.NEVER, way_out=way, ground=ground)
    step = compiled.step(goal.step)
    own = f"step {goal.step}" if step is None else step.step.full_name
    acts = [one for one in asked.acts if not _is_step(one, own)]
    can = tuple(dict.fromkeys(who for one in acts for who in one.who))
    ways: list[Message] = [
        Message("way.unadvised") if asked.act is None else asked.act
    ] if asked.kind == "unadvised" else []  # fmt: skip
    for one in acts[:6]:
        if one.act is not None:
            told = {"act": one.act, "who": tuple(Name("party", p) for p in one.who)}
            ways.append(Message("way.act" if one.who else "way.act_nobody",
                                {**told, "count": one.count, "of": len(one.who)}))  # fmt: skip
    return attrs.evolve(outcome, can=can, way_out=tuple(ways))


def _is_step(one: Obligation, full_name: str) -> bool:
    act = one.act
    return act is not None and act.id == "act.do" and act.params.get("step") == Name(
        "step", full_name
    )


WORDING = {
    "nl": {
        "way.unadvised": "hier kunnen wij geen weg wijzen",
        "way.act": "{act}: {who}",
        "way.act_nobody": "{act}: daar is nu niemand voor",
    },
    "en": {
        "way.unadvised": "no way can be advised here",
        "way.act": "{act}: {who}",
        "way.act_nobody": "{act}: there is nobody for that now",
    },
}
