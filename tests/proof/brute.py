"""Brute force: every path of a small workflow, one act after another, through the real `decide`.

Knows nothing of how proof looks for an answer. What an invariant means is written here once
more, as simply as can be.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

import attrs
from immutables import Map
from tests.proof.every_act import START, Company, Looked, Situation, acts, companies, form, tried

from samenwerk.core.compiled import Compiled
from samenwerk.core.decide import decide
from samenwerk.core.evolve import evolve
from samenwerk.core.tree import Tree, compile_tree
from samenwerk.core.view import View
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.command import Enrol, Start
from samenwerk.values.declared import Invariant, Step
from samenwerk.values.event import RecordedEvent, StepDone
from samenwerk.values.finding import YES


@attrs.frozen
class Answer:
    """What was seen of one invariant: broken after so many acts, or (None) never.

    `acts` counts everything that somebody did, also waiting. `closed`: there is nothing left to
    try, with so many cases; else everything up to `depth` acts was tried. Where days matter it is
    never closed: only some of them are tried. `story` is how it was broken.
    """

    acts: int | None
    closed: bool
    depth: int
    states: int
    story: tuple[str, ...] = ()


# ------------------------------------------------------------------ what an invariant means


@attrs.frozen(eq=False)
class Watch:
    """One invariant, with what has to be remembered of each case to judge it."""

    name: str
    invariant: Invariant
    trees: tuple[Tree, ...]

    @classmethod
    def of(cls, name: str, invariant: Invariant) -> Watch:
        """With its conditions compiled."""
        return cls(name, invariant, tuple(compile_tree(one) for one in invariant.needs))

    def met(self, view: View) -> bool:
        """Whether all that it needs is so."""
        return all(tree.judge(view, []) == YES for tree in self.trees)

    def about(self, event: RecordedEvent, step: Step) -> bool:
        """Whether this event does what the invariant is about."""
        what = event.what
        assert isinstance(what, StepDone)
        full = f"{event.lifecycle}.{event.step}"
        if self.invariant.on_step is not None:
            return full == self.invariant.on_step and not what.waits
        back = step.to == "back" or step.back_before is not None
        into = f"{event.lifecycle}.{event.to_state}" == self.invariant.to_reach
        return into and not back and (what.moved or what.opens is not None)

    def seen(
        self, event: RecordedEvent, step: Step, before: Collaboration, view: View,
        marks: Map[tuple[str, str], Any],
    ) -> tuple[bool, Map[tuple[str, str], Any]]:  # fmt: skip
        """Whether a step that was done breaks it, and what is remembered from then on."""
        one, key = self.invariant, (self.name, view.case.id)
        hit = self.about(event, step)
        if one.held_since is not None:
            if f"{event.lifecycle}.{event.step}" == one.held_since:
                marks = marks.set(key, self.met(view))
            elif key in marks:
                marks = marks.set(key, marks[key] and self.met(view))
            return hit and not marks.get(key, False), marks
        if one.at_most is not None:
            count = marks.get(key, 0) + hit
            return count > one.at_most, marks.set(key, count) if hit else marks
        if not hit:
            return False, marks
        if one.only_after is not None:
            lifecycle, _, name = one.only_after.partition(".")
            return not any(
                case.lifecycle == lifecycle and name in case.steps
                for case in _upwards(view.case, before)
            ), marks
        return bool(one.not_alone) or not self.met(view), marks

    def now(self, known: Collaboration, day: date) -> bool:
        """Whether it is broken by how things stand, without any step."""
        one = self.invariant
        if one.while_in is None:
            return False
        lifecycle, _, state = one.while_in.partition(".")
        there = [
            case for case in known.cases.values()
            if case.lifecycle == lifecycle and case.state == state
        ]  # fmt: skip
        if one.at_most is not None:
            parents = [case.parent for case in there]
            return any(parents.count(each) > one.at_most for each in parents)
        return any(not self.met(View(known, case, day)) for case in there)


def _upwards(case: Case, known: Collaboration) -> Iterator[Case]:
    at: Case | None = case
    while at is not None:
        yield at
        at = None if at.parent is None else known.cases.get(at.parent)


def judged(event: RecordedEvent, before: Collaboration, after: Collaboration) -> View:
    """What the conditions of a step looked at: before it, with what was filled in with it."""
    assert event.case is not None
    came = after.cases[event.case]
    case = before.cases.get(event.case)
    if case is None:
        case = came.changed(state="(new)", steps=Map(), trail=())
    case = case.changed(facts=came.facts, documents=came.documents, roles=came.roles)
    return View(before, case, event.effective, event.actor, event.on_behalf_of or event.actor)


# ------------------------------------------------------------------ the search


def began(looked: Looked, company: Company) -> Situation:
    """A collaboration in which nothing was done."""
    moment = datetime.combine(START, time(12), UTC)
    known: Collaboration | None = None
    digest = looked.compiled.workflow.digest
    told: dict[str, Any] = {"id": "c", "actor": None, "day": START, "moment": moment}
    for command in (
        Start(**told, collaboration="c", workflow="random", definition=digest),
        Enrol(**told, parties=company.parties, holds=company.holds),
    ):
        for line in decide(looked.compiled, known, command, seal=False).lines:
            known = evolve(known, line.event)
    assert known is not None
    return Situation(known, START, Map())


def explore(
    looked: Looked,
    company: Company,
    watches: Iterable[Watch],
    most: int,
    alone: str | None = None,
    each: Callable[[Situation], None] = lambda found: None,
    merge: bool = True,
) -> dict[str, Answer]:
    """Breadth first from the beginning until nothing is new or `most` situations were seen.

    `alone`: only what this party does by itself. `each` is told every new situation. Without
    `merge` situations that are taken for the same are gone on from all the same.
    """
    live = {one.name: one for one in watches}
    found: dict[str, Answer] = {}
    first = began(looked, company)
    seen = {_key(first, looked, company, live)}
    queue, at = [first], 0
    while at < len(queue) and live and len(queue) < most:
        here = queue[at]
        at += 1
        for alternatives in acts(here, looked, company, alone):
            done = next(
                ((told, came) for told in alternatives
                 if (came := tried(here, looked, told)) is not None), None
            )  # fmt: skip
            if done is None:
                continue
            there, broken = _after(here, looked, live, *done)
            for name in broken:
                found[name] = Answer(there.depth, False, there.depth, len(seen), there.story)
                del live[name]
            key = _key(there, looked, company, live)
            if key not in seen or not merge:
                seen.add(key)
                queue.append(there)
                each(there)
    closed = at == len(queue) and not looked.jumps
    depth = queue[-1].depth if at == len(queue) else queue[at].depth
    for name in live:
        found[name] = Answer(None, closed, depth, len(seen))
    return found


def _key(
    at: Situation, looked: Looked, company: Company, live: Mapping[str, Watch]
) -> tuple[Any, ...]:
    marks = tuple(sorted((one, value) for one, value in at.marks.items() if one[0] in live))
    return (form(at.known, at.day, looked, company), marks)


def _after(
    here: Situation, looked: Looked, live: Mapping[str, Watch], told: Mapping[str, Any], came: Any
) -> tuple[Situation, list[str]]:
    day, lines = came
    known, marks, broken = here.known, here.marks, []
    for line in lines:
        event, before = line.event, known
        known = evolve(known, event)
        if not isinstance(event.what, StepDone):
            continue
        step = looked.compiled.steps[f"{event.lifecycle}.{event.step}"].step
        view = judged(event, before, known)
        for watch in live.values():
            if watch.invariant.while_in is None:
                bad, marks = watch.seen(event, step, before, view, marks)
            else:
                bad = watch.now(known, day)
            if bad:
                broken.append(watch.name)
    broken += [one.name for one in live.values() if one.now(known, day)]
    broken = list(dict.fromkeys(broken))
    words = {key: one for key, one in told.items() if key != "kind"}
    act = f"{day} {told['kind'].__name__} {words}"
    return Situation(known, day, marks, here.depth + 1, here, act), broken


def brute(
    compiled: Compiled,
    tables: Mapping[str, Any],
    *,
    members: int = 2,
    cases: int = 1,
    most: int = 2000,
) -> dict[str, Answer]:
    """What is so of each invariant over all registers with up to so many members: the shortest
    way in which any of them breaks it; closed only when it is so for all of them."""
    looked = Looked.at(compiled, tables, cases)
    invariants = compiled.workflow.invariants
    plain = [Watch.of(name, one) for name, one in invariants.items() if not one.not_alone]
    lone = [Watch.of(name, one) for name, one in invariants.items() if one.not_alone]
    found: dict[str, Answer] = {}
    for company in companies(compiled, members):
        told = [explore(looked, company, plain, most)]
        if lone:
            kinds = dict.fromkeys([*(one.who for one in company.holds), *company.alike[:1]])
            told += [explore(looked, company, lone, most, alone=one) for one in kinds]
        for name, answer in (pair for one in told for pair in one.items()):
            found[name] = answer if name not in found else _both(found[name], answer)
    return found


def _both(one: Answer, other: Answer) -> Answer:
    if one.acts is not None and (other.acts is None or one.acts <= other.acts):
        return one
    if other.acts is not None:
        return other
    return Answer(
        None, one.closed and other.closed, min(one.depth, other.depth), one.states + other.states
    )
