"""Telling: a way tree turned into obligations, without what holds already.

A demanded step is told with what it needs itself. Whether what is told works is tried in
`core.carrying`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

import attrs
from immutables import Map

from samenwerk.core.act_words import act_of, fill_act
from samenwerk.core.allowed import THERE, allow
from samenwerk.core.cells import described, described_who, fills, step_acts, voices, who_may
from samenwerk.core.compiled import CompiledStep
from samenwerk.core.joining import cells_of, joined
from samenwerk.core.options import holds, options, short_of
from samenwerk.core.planner import Planner, merged, on_the_way, states_of
from samenwerk.core.refusals import doers_of, named, path_to
from samenwerk.core.scene import Scene
from samenwerk.core.sent_way import comes_by_effect, told_sent
from samenwerk.core.step_way import case_for, step_way
from samenwerk.core.telling_copies import told_copy
from samenwerk.core.told import NOTHING, Told, all_of, any_told, can_be_done, least_of, then_of
from samenwerk.core.waiting import day_of, first_day, in_chains, postponed
from samenwerk.core.ways import (
    AnyOf,
    Bound,
    Bounds,
    Every,
    Hopeless,
    Least,
    Unadvisable,
    Want,
    Way,
)
from samenwerk.values.case import Case
from samenwerk.values.cell import Cell
from samenwerk.values.command import Do
from samenwerk.values.message import Message, Name
from samenwerk.values.time import Term

Answers = Mapping[str, int]
UNADVISED = Told("unadvised", act=Message("way.unadvised"))


@attrs.frozen(eq=False)
class Telling:
    """Turns the ways to one step into obligations, as things stand in a scene.

    `within` holds the steps that this one is asked for, so that a ring is not told for ever;
    `passed` what must be filled in on the way there.
    """

    scene: Scene
    found: CompiledStep
    goal: Do
    within: frozenset[tuple[str, str]] = frozenset()
    passed: tuple[Want, ...] = ()

    @property
    def case(self) -> Case:
        """The case of the step."""
        return case_for(self.scene, self.found, self.goal)

    def whole(self) -> Told:
        """What the step needs, and then the step itself."""
        return then_of([self.tree(step_way(self.scene, self.found, self.goal)), self.step()])

    def tree(self, way: Way) -> Told:
        """What a way still asks; another state goes first, and what is needed there after it."""
        staged = self._staged(way)
        if staged is not None:
            return staged
        mine = [one for one in self.passed if fills(self.found.step, one.cell, self.case)]
        return self._tree(joined(Every((way, *mine))))

    def _staged(self, way: Way) -> Told | None:
        """The steps into the right state, and what is needed by then; None when it is there."""
        step, case = self.found.step, self.case
        if step.opens or case.state in step.sources:
            return None
        choice = next(iter(options(way, self.scene)), None)
        if choice is None:
            return None
        passed = [Want(*one) for one in on_the_way(choice.wants, self.scene).items()]
        planner = self._planner()
        state = Want(Cell(case.id, "state", "state"), allow("one_of", frozenset(step.sources)))
        path = attrs.evolve(self, passed=(*self.passed, *passed))._moves(state, planner)
        if path is None:
            return None
        if self.happened(planner):
            return path
        there = attrs.evolve(self, scene=planner.scene)
        return then_of([path, there.tree(step_way(there.scene, self.found, self.goal))])

    def happened(self, planner: Planner) -> bool:
        """Whether a step that nobody does happened on a planner's copy, on the way as it were."""
        if self.found.step.automatic is None or self.goal.case not in planner.known.cases:
            return False
        entry = planner.known.cases[self.goal.case].entry("steps", self.found.step.name)
        return entry is not None and entry.sequence > self.scene.collaboration.sequence

    def _planner(self) -> Planner:
        scene = self.scene
        planner = Planner(
            scene.compiled, scene.collaboration, scene.day, scene.answers, scene.frozen,
            only=scene.only,
        )  # fmt: skip
        planner.filling |= {one.cell: one.allowed for one in self.passed}
        return planner

    def step(self) -> Told:
        """The step itself, by those who are still to do it."""
        step, case = self.found.step, self.case
        view = self.scene.view(case, self.goal.actor)
        acts, on = step_acts(step, self.found.lifecycle.subject)
        who = tuple(one for one in doers_of(step, view)
                    if voices(self.scene, case, one, acts, on))  # fmt: skip
        done: Mapping[str | None, object] = case.steps.get(step.name, Map())
        if step.each:
            who = tuple(
                one for one in who
                if (entry := done.get(one)) is None
                or getattr(entry, "sequence", 0) <= case.state_since
            )  # fmt: skip
        told: dict[str, object] = {"case": case.id, "step": Name("step", step.full_name)}
        id = "act.open" if step.opens else "act.do_for" if self.goal.for_each else "act.do"
        if self.goal.for_each:
            told["party"] = named(self.goal.for_each)
        return Told(
            "act", Message(id, told), who, described(step.by, who, view), case=case.id,
            count=max(len(who), 1) if step.each else 1, goal=self.goal,
        )  # fmt: skip

    def _tree(self, way: Way) -> Told:
        if holds(way, self.scene):
            return NOTHING
        match way:
            case Want():
                return self._want(way)
            case Every(ways=ways):
                return self._every(ways)
            case AnyOf(ways=ways):
                ranked = [(found[0].cost, one) for one in ways
                          if (found := options(one, self.scene))]  # fmt: skip
                ranked.sort(key=lambda pair: pair[0])
                told = [self._tree(one) for _, one in ranked]
                fit = [one for one in told if can_be_done(one)]
                return any_told(fit or told) if told else UNADVISED
            case Least(count=count, ways=ways):
                missing = [one for one in ways if not holds(one, self.scene)]
                told = [self._tree(one) for one in missing if options(one, self.scene)]
                told.sort(key=lambda one: not can_be_done(one))
                return least_of(count - (len(ways) - len(missing)), told)
            case Bounds(bounds=bounds, why=why):
                lacks = [one for one in bounds if short_of(one, self.scene) > 0]
                return all_of([self._bound(one, why) for one in lacks])
            case Hopeless(ground=ground):
                return Told("never", act=ground)
            case Unadvisable(what=what):
                return Told("unadvised", act=what)

    def _every(self, ways: Sequence[Way]) -> Told:
        """All of them; who is appointed goes first, what would grow too old comes last."""
        first = [one for one in ways if all(cell.kind == "holder" for cell in cells_of(one))
                 and not holds(one, self.scene) and list(cells_of(one))]  # fmt: skip
        if first and len(first) < len(ways):
            rest = [one for one in ways if one not in first]
            return then_of([self._every(first), self._every(rest)])
        passed = self._filled_on_the_way(ways)
        if passed:
            rest = [one for one in ways if one not in passed]
            return attrs.evolve(self, passed=(*self.passed, *passed))._every(rest)
        demands = merged([one for one in ways if isinstance(one, Want)])
        changing = {cell for cell, demand in demands.items()
                    if not self.scene.holds(cell, demand)} - self.scene.changing  # fmt: skip
        if changing:
            changed = self.scene.changing | changing
            scene = attrs.evolve(self.scene, changing=changed)
            return attrs.evolve(self, scene=scene)._every(ways)
        late = postponed(demands, self.scene)
        if not late:
            return all_of(self._told_in_order(ways))
        sooner = [one for one in ways if not isinstance(one, Want) or one.cell not in late]
        wait = Told("wait", earliest=first_day(demands, self.scene))
        return then_of([
            all_of([self._tree(one) for one in sooner]), wait,
            all_of([self._again(one) for one in ways if one not in sooner]),
        ])  # fmt: skip

    def _filled_on_the_way(self, ways: Sequence[Way]) -> list[Want]:
        """Facts that only a step fills in, where steps are asked for that may be the one."""
        wants = [one for one in ways if isinstance(one, Want) and not holds(one, self.scene)]
        if not any(one.cell.kind in ("step", "state") for one in wants):
            return []
        return [
            one for one in wants
            if one.cell.kind == "fact" and not who_may(self.scene, one.cell)
            and not comes_by_effect(self.scene, one.cell)
            and not fills(self.found.step, one.cell, self.case)
        ]  # fmt: skip

    def _told_in_order(self, ways: Sequence[Way]) -> list[Told]:
        chains = in_chains(ways, self.scene)
        return [then_of([self._tree(link) for link in chain]) for chain in chains]

    def _again(self, want: Way) -> Told:
        assert isinstance(want, Want)
        return self._act(attrs.evolve(want, allowed=THERE))

    def _want(self, want: Want) -> Told:
        cell, allowed, scene = want.cell, want.allowed, self.scene
        if allowed.has("absent"):
            return Told("never", act=Message("tree.no_way", {"condition": want.why}))
        if cell.kind == "day":
            return Told("wait", earliest=day_of(want, scene), ground=want.why)
        entry = scene.entry(cell)
        ages = [test for test in allowed.tests if test.op in ("aged_at_least", "aged_more")]
        if cell.kind != "step" or not ages:
            return self._act(want)
        rest = [test for test in allowed.tests if test not in ages]
        kept = entry is not None and all(
            test.holds(entry, scene.day, scene.value) for test in rest
        )
        since = entry.day if kept and entry is not None else scene.day
        days = [one.operand.after(since) + timedelta(days=one.op == "aged_more")
                for one in ages if isinstance(one.operand, Term)]  # fmt: skip
        wait = Told("wait", earliest=max(days), ground=want.why, case=cell.case)
        return wait if kept else then_of([self._act(want), wait])

    def _act(self, want: Want) -> Told:
        cell, allowed, scene = want.cell, want.allowed, self.scene
        wants = ((cell, allowed),)
        if cell.kind == "step":
            return self._step(want)
        if cell.kind == "state":
            return self._state(want)
        if cell.kind == "copy":
            return told_copy(self, want) or UNADVISED
        if fills(self.found.step, cell, self.case):
            doing = self.step()
            act = fill_act(scene, cell.case, wants)
            return Told("act", act, doing.who, doing.about, case=cell.case, wants=wants)
        if cell.kind == "explanation":
            doing = self.step()
            return Told("act", act_of(scene, cell, allowed), doing.who, doing.about,
                        case=cell.case, wants=wants)  # fmt: skip
        who = who_may(scene, cell)
        if cell.kind == "fact" and not who:
            filled = self._filled_elsewhere(want)
            filled = filled or told_sent(self, want)
            if filled is not None:
                return filled
        return Told(
            "act", act_of(scene, cell, allowed), who, described_who(scene, cell, who),
            ground=want.why, case=cell.case or None, wants=wants,
        )  # fmt: skip

    def _filled_elsewhere(self, want: Want) -> Told | None:
        """A fact that nobody records alone is filled in with a step of its case."""
        case = self.scene.case(want.cell)
        if case is None:
            return None
        for found in self.scene.compiled.of(case).steps.values():
            step = found.step
            if found.lifecycle.name == case.lifecycle and step.automatic is None and fills(
                step, want.cell, case
            ):
                inner = self.inner(case.id, found)
                if inner is not None:
                    way = Every((step_way(self.scene, found, inner.goal), want))
                    return then_of([inner.tree(way), inner.step()])
        return None

    def inner(
        self, case: str, found: CompiledStep, actor: str | None = None, scene: Scene | None = None
    ) -> Telling | None:
        """The same about a step that this one asks for; None when that would be a ring."""
        key = (case, found.step.full_name)
        own = (self.goal.case, self.goal.step)
        if key == own or key in self.within:
            return None
        goal = attrs.evolve(
            self.goal, case=case, step=key[1], actor=actor, on_behalf_of=None, parent=None,
            for_each=(), facts={}, documents={}, roles={}, explanation=None,
        )  # fmt: skip
        return Telling(scene or self.scene, found, goal, self.within | {own}, self.passed)

    def _step(self, want: Want) -> Told:
        """A demanded step: what it needs, and then the step."""
        case = self.scene.case(want.cell)
        name = "" if case is None else f"{case.lifecycle}.{want.cell.name}"
        found = None if case is None else self.scene.step(case.id, name)
        if case is None or found is None:
            return UNADVISED
        if found.step.automatic is not None:
            return self._automatic(case, found, want.why)
        many = found.step.for_each is not None and want.cell.who is not None
        inner = self.inner(case.id, found, None if many else want.cell.who)
        if inner is None:
            return UNADVISED
        if many:  # the party is not who does it, but for whom it is done
            goal = attrs.evolve(inner.goal, for_each=(want.cell.who or "",))
            inner = attrs.evolve(inner, goal=goal)
        who = inner.step().who
        if want.cell.who is not None and not many:
            who = tuple(one for one in who if one == want.cell.who)
        wants = ((want.cell, want.allowed),)
        doing = attrs.evolve(inner.step(), who=who, count=1, ground=want.why, wants=wants)
        return then_of([inner.tree(step_way(self.scene, found, inner.goal)), doing])

    def _automatic(self, case: Case, found: CompiledStep, why: str | None) -> Told:
        """What makes a step happen that nobody does."""
        if found.once_past is not None:
            past = found.once_past(self.scene.view(case))
            if not isinstance(past, date) or past == date.max:
                return UNADVISED
            return Told("wait", earliest=past + timedelta(days=1), ground=why, case=case.id)
        inner = self.inner(case.id, found)
        if inner is None:
            return UNADVISED
        return inner.tree(step_way(self.scene, found, inner.goal))

    def _state(self, want: Want) -> Told:
        return self._moves(want, self._planner()) or UNADVISED

    def _moves(self, want: Want, planner: Planner) -> Told | None:
        """The steps that bring a case where it should be, each with what it needs.

        They are done on the planner's copy; None when they cannot be told.
        """
        case = self.scene.case(want.cell)
        if case is None or case.over:
            return None
        planner.filling |= {one.cell: one.allowed for one in self.passed}
        lifecycle = self.scene.workflow(case).lifecycles[case.lifecycle]
        targets = states_of(lifecycle.states, case, want.allowed, self.scene)
        parts: list[Told] = []
        barred: frozenset[str] = frozenset()
        for _ in range(3 * len(lifecycle.steps)):
            case = planner.known.cases[case.id]
            if case.state in targets or self.happened(planner):
                return then_of(parts)
            path = path_to(lifecycle, case, targets, barred)
            if not path:
                return None
            found = planner.compiled.of(case).steps[path[0].full_name]
            told = attrs.evolve(self, scene=planner.scene)._move(case, found, planner)
            if told is None:
                barred |= {found.step.name}
            else:
                parts.append(told)
        return None

    def _move(self, case: Case, found: CompiledStep, planner: Planner) -> Told | None:
        """One step on the way, with what it needs; it is done on the planner's copy."""
        if found.step.automatic is not None:
            told = self._automatic(case, found, None)
            return told if planner.moves(case, found) else None
        inner = self.inner(case.id, found)
        if inner is None:
            return None
        told, doing = inner.tree(step_way(inner.scene, found, inner.goal)), inner.step()
        for _ in range(doing.count):
            if not planner.moves(planner.known.cases[case.id], found):
                return None
        return then_of([told, doing])

    def _bound(self, bound: Bound, why: str | None) -> Told:
        scene = self.scene
        pairs = [(cell, weight) for cell, weight in bound.cells
                 if cell.who is not None and not scene.holds(cell, bound.allowed)
                 and who_may(scene, cell)]  # fmt: skip
        if not pairs:
            return UNADVISED
        lacking = short_of(bound, scene)
        weighed = any(weight != 1 for _, weight in pairs)
        act = act_of(scene, pairs[0][0], bound.allowed)
        if weighed:
            act = Message("act.weight", {**act.params, "total": lacking})
        who = tuple(cell.who or "" for cell, _ in pairs)
        return Told(
            "act", act, who, described_who(scene, pairs[0][0], who), 1 if weighed else lacking,
            ground=why, case=pairs[0][0].case or None,
            wants=tuple((cell, bound.allowed) for cell, _ in pairs),
            weights=tuple(weight for _, weight in pairs) if weighed else (),
        )  # fmt: skip

