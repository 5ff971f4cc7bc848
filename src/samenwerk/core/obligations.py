"""What is still needed: a way tree turned into acts, each reading tried before it is told."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

import attrs

from samenwerk.core.act_words import act_of, fill_act
from samenwerk.core.allowed import THERE
from samenwerk.core.arranging import (
    choices,
    entangled,
    in_order,
    loose_facts,
    pinned,
    settled,
)
from samenwerk.core.carrying import surviving
from samenwerk.core.cells import described_who
from samenwerk.core.closing import advisable, look_ahead, never, standing
from samenwerk.core.compiled import Compiled
from samenwerk.core.options import options
from samenwerk.core.plan import Plan, make_plan, shrunk, works
from samenwerk.core.planner import Planner, Tried
from samenwerk.core.scene import Scene
from samenwerk.core.sent_way import waited_for
from samenwerk.core.telling import Answers, Telling
from samenwerk.core.told import NOTHING, Told, all_of, any_told, plain, then_of
from samenwerk.core.view import NO_ANSWERS
from samenwerk.core.ways import AnyOf, Every, Hopeless, Least, Unadvisable, Way
from samenwerk.values.case import Collaboration
from samenwerk.values.cell import Cell, Value
from samenwerk.values.command import Conclude, Do, Record
from samenwerk.values.message import Message, Name
from samenwerk.values.obligation import Obligation
from samenwerk.values.outcome import Outcome

__all__ = ["advised", "blockers", "make_plan", "needs", "plan_for", "shrunk", "standing", "works"]


def needs(
    compiled: Compiled, known: Collaboration, goal: Do, answers: Answers = NO_ANSWERS
) -> Obligation:
    """What is still needed before this step can be done in this case, on this day.

    `nothing` when it may happen now; its parts are then the step itself, with what is given
    with it. What is told was carried out on a copy first, alternative by alternative; what did
    not end in the step being done is not told. `never` when there is no way, `unadvised` when
    there may be one that cannot be told.
    """
    return plain(told_needs(compiled, known, goal, answers))


def told_needs(
    compiled: Compiled, known: Collaboration, goal: Do, answers: Answers = NO_ANSWERS
) -> Told:
    """The same, with the demands behind each act."""
    ahead = look_ahead(compiled, known, goal, answers)
    found, scene, way = ahead.found, ahead.scene, ahead.way
    if isinstance(way, Hopeless):
        return Told("never", act=way.ground, case=goal.case)
    telling = Telling(scene, found, goal)
    if found.step.automatic is not None:
        return _by_itself(telling, way)
    plan = make_plan(compiled, scene.collaboration, goal, answers)
    if plan is None:
        return _untold(telling, way)
    if not plan.acts and plan.commands[-1].day == goal.day:
        given = _given(telling, plan.tried[-1])
        return Told("nothing", who=telling.step().who, parts=given, case=goal.case)
    return attrs.evolve(_told(telling, way, plan), due=_due(telling))


def _by_itself(telling: Telling, way: Way) -> Told:
    """What makes a step happen that nobody does."""
    found, scene, case = telling.found, telling.scene, telling.goal.case
    past = None
    if found.once_past is not None:
        day = found.once_past(scene.view(telling.case))
        past = day + timedelta(days=1) if isinstance(day, date) and day < date.max else None
    wait = [] if past is None else [Told("wait", earliest=past, case=case)]
    tree = attrs.evolve(then_of([telling.tree(way), *wait]), case=case)

    def happened(planner: Planner) -> bool:
        planner.settle()
        return telling.happened(planner)

    for whole in (tree, in_order(tree)):
        tried, _ = surviving(_copy(scene), whole, happened)
        if tried is not None:
            return tried
    return _untold(telling, way)


def _told(telling: Telling, way: Way, plan: Plan) -> Told:
    """The richest tree of which every reading that is tried works."""
    first = telling.tree(way)
    last = telling.step()
    later = [
        attrs.evolve(telling, scene=round_scene).tree(round_way)
        for round_way, round_scene in plan.rounds[1:]
    ]
    case = telling.goal.case
    candidates = [[first]]
    if any(one != NOTHING for one in later):
        # what comes later is known for one choice alone
        candidates.append([settled(first, choices(first)), *later])
    for parts in candidates:
        whole = attrs.evolve(then_of([*parts, last]), case=case)
        whole = settled(whole, entangled(whole, telling.scene))
        whole = _with_values(whole, telling.scene, plan)
        planner = _copy(telling.scene)
        tried, whichever_order = surviving(planner, whole)
        if tried is None or not whichever_order:
            tried, _ = surviving(planner, in_order(whole))
        if tried is not None:
            return tried
    return attrs.evolve(_flat(telling, way, plan), case=case)


def _with_values(tree: Told, scene: Scene, plan: Plan) -> Told:
    """The tree with the plan's own values where any value would not do for a later step."""
    loose = loose_facts(tree, scene)
    if not loose:
        return tree
    values = {cell: value for one in plan.tried for cell, value in _values(one).items()}
    return pinned(tree, scene, {cell: values[cell] for cell in loose if cell in values})


def _copy(scene: Scene) -> Planner:
    return Planner(scene.compiled, scene.collaboration, scene.day, scene.answers, scene.frozen,
                   only=scene.only)  # fmt: skip


def _flat(telling: Telling, way: Way, plan: Plan) -> Told:
    """The plans themselves, act by act, when no tree of them works in all its readings."""
    scene = telling.scene
    plans = [plan]
    for choice in options(way, scene)[:3]:
        one = make_plan(scene.compiled, scene.collaboration, telling.goal, scene.answers,
                        way=Every(choice.wants))  # fmt: skip
        if one is not None:
            plans.append(one)
    return any_told([_works_listed(telling, one) for one in plans])


def _works_listed(telling: Telling, plan: Plan) -> Told:
    """A plan act by act; with the very values that were tried, where others would not do."""
    listed = _listed(telling, plan)
    _, whichever = surviving(_copy(telling.scene), listed)
    if whichever:
        return listed
    values = {cell: value for one in plan.tried for cell, value in _values(one).items()}
    return pinned(listed, telling.scene, values)


def _values(tried: Tried) -> dict[Cell, Value]:
    """The facts that a command records or fills in."""
    command = tried.command
    if isinstance(command, Record):
        return {Cell(command.case, "fact", command.fact, command.who): command.value}
    if isinstance(command, Do):
        return {Cell(command.case, "fact", name): value for name, value in command.facts.items()}
    return {}


def _listed(telling: Telling, plan: Plan) -> Told:
    """A plan as acts one after another."""
    day, parts = telling.goal.day, list[Told]()
    changing = frozenset(cell for one in plan.tried for cell in one.demands)
    for one in plan.tried:
        if one.command.day > day:
            day = one.command.day
            parts.append(Told("wait", earliest=day))
        line = _line(telling, one, changing)
        alike = bool(parts) and line.act is not None and parts[-1].act == line.act
        parts.append(all_of([parts.pop(), line]) if alike else line)
    return then_of(parts)


def _line(telling: Telling, tried: Tried, changing: frozenset[Cell]) -> Told:
    command, scene = tried.command, attrs.evolve(tried.scene, changing=changing)
    who = (command.on_behalf_of or command.actor or "",)
    if isinstance(command, Do):
        found = scene.step(command.case, command.step)
        assert found is not None
        bare = attrs.evolve(command, facts={}, documents={}, roles={}, explanation=None,
                            actor=None, on_behalf_of=None)  # fmt: skip
        given = _given(Telling(scene, found, bare), tried)
        return then_of([*given[:-1], attrs.evolve(given[-1], who=who, count=1)])
    (want,) = tried.demands.items()
    cell = want[0]
    if isinstance(command, Conclude):
        known = scene.collaboration.effects.values()
        open = next((one for one in known if (one.case, one.effect)
                     == (command.case, command.effect)), None)  # fmt: skip
        return waited_for(open, command.case, command.effect, want)
    if cell.kind == "holder":
        who = (cell.who or "",)
    return Told("act", act_of(scene, *want), who, described_who(scene, cell, who),
                case=cell.case or None, wants=(want,))  # fmt: skip


def _given(telling: Telling, tried: Tried) -> tuple[Told, ...]:
    """What goes with the step in one command: what is filled in, why it is done, and the step."""
    command, case, step = tried.command, telling.case, telling.step()
    assert isinstance(command, Do)
    parts: list[Told] = []
    fill = tuple(
        (cell, tried.demands.get(cell, THERE))
        for kind, names in (("fact", command.facts), ("document", command.documents),
                            ("role", command.roles))
        for name in names
        for cell in (Cell(case.id, kind, name),)
    )  # fmt: skip
    if fill:
        act = fill_act(telling.scene, case.id, fill)
        parts.append(Told("act", act, step.who, step.about, case=case.id, wants=fill))
    for want in tried.demands.items() if command.explanation is not None else ():
        if want[0].kind == "explanation":
            act = act_of(telling.scene, *want)
            parts.append(Told("act", act, step.who, step.about, case=case.id, wants=(want,)))
    return (*parts, step)


def _untold(telling: Telling, way: Way) -> Told:
    """There is no plan: what stays in the way is said, with what can be told beside it."""
    opaques = [one for one in _leaves(way) if isinstance(one, Unadvisable)]
    opaques.sort(key=lambda one: one.what.id != "plugin_rule.advice")  # who says what helps
    opaque = opaques[0] if opaques else None
    message = Message("way.unadvised") if opaque is None else opaque.what
    rest = _without_opaque(telling.tree(way))
    return Told("unadvised", act=message, parts=() if rest == NOTHING else (rest,),
                case=telling.goal.case)  # fmt: skip


def _without_opaque(tree: Told) -> Told:
    if tree.kind in ("unadvised", "never"):
        return NOTHING
    parts = [_without_opaque(part) for part in tree.told]
    if tree.kind == "all":
        return all_of(parts)
    if tree.kind == "then":
        return then_of(parts)
    return attrs.evolve(tree, parts=tuple(parts))


def _leaves(way: Way) -> Iterator[Way]:
    if isinstance(way, Every | AnyOf | Least):
        for one in way.ways:
            yield from _leaves(one)
    else:
        yield way


def _due(telling: Telling) -> date | None:
    case = telling.scene.collaboration.cases.get(telling.goal.case)
    if case is None:
        return None
    lifecycle = telling.scene.workflow(case).lifecycles[case.lifecycle]
    due = lifecycle.states[case.state].due
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
    """The parties without whom no way remains: they were frozen, and then asked again.

    Several at once first: where a way remains without any of them, none of them is in the way.
    """
    now = standing(compiled, known, goal, answers)
    plan = make_plan(compiled, now, goal, answers)
    if plan is None:
        return ()
    acting = {one.actor for one in plan.commands if one.actor is not None}
    acting |= {one.on_behalf_of for one in plan.commands if one.on_behalf_of is not None}
    way, scene = plan.rounds[0]

    def remains(frozen: frozenset[str]) -> bool:
        if plan.acts and not options(way, attrs.evolve(scene, frozen=frozen)):
            return False  # no set of demands is left: planning would find the same, slower
        return make_plan(compiled, now, goal, answers, frozen=frozen) is not None

    def blocking(parties: Sequence[str]) -> tuple[str, ...]:
        if not parties or remains(frozenset(parties)):
            return ()
        if len(parties) == 1:
            return tuple(parties)
        half = len(parties) // 2
        return (*blocking(parties[:half]), *blocking(parties[half:]))

    return blocking(sorted(acting))


def advised(
    compiled: Compiled,
    known: Collaboration,
    goal: Do,
    outcome: Outcome,
    answers: Answers = NO_ANSWERS,
) -> Outcome:
    """A refusal with who can do something about it, and `never` where no way is left."""
    if not advisable(goal, outcome):
        return outcome
    asked = needs(compiled, known, attrs.evolve(goal, explanation=None), answers)
    if asked.kind == "never":
        return never(outcome, asked.act)
    asked = _without_given(asked, goal)
    own = Name("step", goal.step)
    acts = [one for one in asked.acts if one.act is not None and one.act.params.get("step") != own]
    can = tuple(dict.fromkeys(who for one in acts for who in one.who))
    ways: list[Message] = []
    if asked.kind == "unadvised":
        why = () if asked.act is None or asked.act.id == "way.unadvised" else (asked.act,)
        ways += [Message("way.unadvised"), *why]
    for one in acts[:6]:
        if one.act is not None:
            told = {"act": one.act, "who": tuple(Name("party", p) for p in one.who)}
            id = "way.act" if one.count > 1 or len(one.who) == 1 else "way.act_one"
            ways.append(Message(id if one.who else "way.act_nobody",
                                {**told, "count": one.count, "of": len(one.who)}))  # fmt: skip
    ways += [Message("way.wait", {"day": one.earliest}) for one in _waits(asked) if one.earliest]
    return attrs.evolve(outcome, can=can, way_out=tuple(ways), needs=asked)


def _without_given(tree: Obligation, goal: Do) -> Obligation:
    """The tree without what the command itself fills in."""
    parts = tuple(_without_given(one, goal) for one in tree.parts if not _fills_in(one, goal))
    return tree if parts == tree.parts else attrs.evolve(tree, parts=parts)


def _fills_in(asked: Obligation, goal: Do) -> bool:
    act = asked.act
    if act is None or act.id != "act.fill_in":
        return False
    given = {*goal.facts, *goal.documents, *goal.roles}
    names = act.params["names"]
    labels = [
        one.params["name"] if isinstance(one, Message) else one
        for one in (names if isinstance(names, tuple) else ())
    ]
    return all(
        isinstance(one, Name) and one.name.rpartition(".")[2] in given for one in labels
    )


def _waits(tree: Obligation) -> Sequence[Obligation]:
    if tree.kind == "wait":
        return (tree,)
    return tuple(wait for part in tree.parts for wait in _waits(part))


WORDING = {
    "nl": {
        "way.unadvised": "verander eerst wat hierboven niet klopt",
        "way.act": "{who}: {act}",
        "way.act_one": "{who|of}: {act}",
        "way.act_nobody": "nu kan niemand dit doen: {act}",
        "way.wait": "wacht tot {day}",
    },
    "en": {
        "way.unadvised": "first change what is not right above",
        "way.act": "{who}: {act}",
        "way.act_one": "{who|or}: {act}",
        "way.act_nobody": "nobody can do this now: {act}",
        "way.wait": "wait until {day}",
    },
}
