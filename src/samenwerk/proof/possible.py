"""What can be done at all: the steps for which there is some world, and the states they lead to.

A step that no world allows can never be done, whatever anybody does. That a world was found says
nothing of the path to it: that is for `prove`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from samenwerk.core.compiled import Compiled, CompiledStep
from samenwerk.core.machine import BACK, destination
from samenwerk.core.refusals import doers_of
from samenwerk.core.tree import Tree
from samenwerk.core.view import View
from samenwerk.proof.asked import Found, Limits, Nowhere, Setting, Undecided, Wish
from samenwerk.proof.doing import by_doer, needs_of
from samenwerk.proof.grounds import counts_beyond, grounds, held_by, unlike
from samenwerk.proof.placing import placed
from samenwerk.proof.question import Move
from samenwerk.proof.surely import back_to, edges
from samenwerk.proof.worlds import find
from samenwerk.values.cell import Cell, Entry

MOST_WORLDS = 500
"""Worlds that are tried for one step in one setting."""
Answer = Found | Nowhere | Undecided
NOBODY = Undecided("nobody")
"""A step that is for people, and that none of those there are may do."""


@attrs.define(eq=False)
class Possible:
    """The answers about one workflow; each step is asked once. `members` and `cases` are the most
    that were tried."""

    compiled: Compiled
    limits: Limits
    members: int = 0
    cases: int = 0
    worlds: int = 0
    _known: dict[str, Answer] = attrs.field(factory=dict)

    def step(self, found: CompiledStep) -> Answer:
        """Whether there is a world in which this step can be done."""
        name = found.step.full_name
        if name not in self._known:
            self._known[name] = self._asked(found)
        return self._known[name]

    def can(self, found: CompiledStep) -> bool:
        """Whether it was not shown that it can never be done."""
        answer = self.step(found)
        return answer is not NOBODY and not isinstance(answer, Nowhere)

    def states(self, lifecycle: str) -> frozenset[str]:
        """The states that steps lead to which can be done."""
        declared = self.compiled.workflow.lifecycles[lifecycle]
        able = {name for name in declared.steps
                if self.can(self.compiled.steps[f"{lifecycle}.{name}"])}  # fmt: skip
        found: set[str] = set()
        grown = True
        while grown:
            grown = False
            for source, to, step in edges(declared):
                if step.name in able and to not in found and (source is None or source in found):
                    found.add(to)
                    grown = True
        return frozenset(found)

    def out_of(self, lifecycle: str, state: str) -> Mapping[str, frozenset[str]]:
        """The steps out of a state that can be done, with the states they lead to."""
        declared = self.compiled.workflow.lifecycles[lifecycle]
        found: dict[str, frozenset[str]] = {}
        for step in declared.steps.values():
            if state in step.sources and self.can(self.compiled.steps[step.full_name]):
                to = destination(step)
                if to == BACK:
                    found[step.name] = back_to(declared, state, step)
                elif to is not None and to != state:
                    found[step.name] = frozenset({to})
        if any(step.merges is not None for step in declared.steps.values()):
            found["(merged)"] = frozenset(one.merges or "" for one in declared.steps.values()
                                          if one.merges is not None)  # fmt: skip
        return found

    def world(self, lifecycle: str, wishes: tuple[Wish, ...]) -> Answer:
        """Whether there is a world in which these wishes are fulfilled in a case."""
        answers = []
        trees = tuple(wish.tree for wish in wishes)
        for setting in self.settings(lifecycle, trees, least=0):
            for holders in (None, 1, 0):
                answers.append(self._in(held_by(setting.view, holders), wishes))
                if not isinstance(answers[-1], Nowhere):
                    return answers[-1]
        return self._whole(_together(answers), trees)

    def settings(
        self, lifecycle: str, trees: tuple[Tree, ...], least: int = 1
    ) -> Iterator[Setting]:
        """Where it is asked: with a case of each lifecycle that trees look at, and without."""
        for cases in dict.fromkeys((min(1, self.limits.cases), 0, self.limits.cases)):
            for setting in grounds(
                self.compiled, lifecycle, trees, self.limits, cases=cases, least=least
            ):
                sorts = self.compiled.workflow.sorts
                self.members = max([self.members, *(setting.sizes.get(one, 0) for one in sorts)])
                self.cases = max(self.cases, cases)
                yield setting

    def _asked(self, found: CompiledStep) -> Answer:
        step = found.step
        move = Move("step" if step.automatic is None else step.automatic, found, None)
        wishes = needs_of(move)
        trees = tuple(wish.tree for wish in wishes)
        answers: list[Answer] = []
        for setting in self.settings(step.lifecycle, trees):
            view = setting.view
            if step.sources:
                state = Cell(view.case.id, "state", "state")
                begun = view.collaboration.started
                view = placed(view, {state: Entry(step.sources[0], begun, 1)})
            if step.automatic is None and not doers_of(step, view):
                answers.append(NOBODY)
                continue
            for one in unlike(by_doer(move, view, trees)):
                answers.append(self._in(one, wishes))
                if not isinstance(answers[-1], Nowhere):
                    return answers[-1]  # what is not decided here is no "never" anywhere
        return self._whole(_together(answers), trees)

    def _whole(self, answer: Answer, trees: tuple[Tree, ...]) -> Answer:
        """No "never" where more is counted to than was made up."""
        if isinstance(answer, Nowhere) and counts_beyond(trees, self.members, self.cases):
            return Undecided("too_many", (), answer.worlds)
        return answer

    def _in(self, view: View, wishes: tuple[Wish, ...]) -> Answer:
        self.worlds += 1
        limits = attrs.evolve(self.limits, worlds=min(self.limits.worlds, MOST_WORLDS))
        return find(view, wishes, limits=limits)


def _together(answers: list[Answer]) -> Answer:
    if answers and all(one is NOBODY for one in answers):
        return NOBODY
    return Nowhere(sum(one.worlds for one in answers if isinstance(one, Nowhere)))
