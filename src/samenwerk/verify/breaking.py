"""When an invariant is broken: looked at in what really happened, moment by moment.

The same trees as in a proof, on the views that the engine had. It decides nothing else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import copy
from datetime import date
from typing import Any

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.core.tree import AllTree, Tree, compile_tree
from samenwerk.core.view import NO_ANSWERS, View
from samenwerk.core.who import members
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.declared import Invariant
from samenwerk.values.finding import YES, Finding
from samenwerk.values.who import Who
from samenwerk.verify.moments import Moment


@attrs.frozen(eq=False)
class Break:
    """Where an invariant broke: in which case, by which step (None: by no step), on which day.

    `how` is the form that was broken: `unmet`, `lapsed` (unmet while in the state), `not_since`
    (unmet at a step since the named one), `never_since` (that step was never done), `not_before`,
    `too_often`, `alone`. `finding` is what should have been met, as it was; `party` who was alone.
    """

    how: str
    case: str
    step: str | None
    day: date
    finding: Finding | None = None
    party: str | None = None
    count: int = 0


class Watch:
    """Watches one story for the first break of one invariant.

    `saw` is told every moment in order, `acted` who acted in which case, `stands` how it stands
    after each act.
    """

    def __init__(self, compiled: Compiled, invariant: Invariant) -> None:
        self._invariant = invariant
        self._workflow = compiled.workflow
        self._needs: Tree | None = None
        if invariant.needs:
            self._needs = AllTree([compile_tree(one) for one in invariant.needs])
        self._since: dict[str, Break | None] = {}
        self._times: dict[str, int] = {}
        self._actors: dict[str, set[str]] = {}
        self._owners: dict[str, set[str]] = {}

    def acted(self, case: str, actor: str, owner: str) -> None:
        """Somebody acted in a case, for itself or for the owner of the act, whatever it was."""
        self._actors.setdefault(case, set()).add(actor)
        self._owners.setdefault(case, set()).add(owner)

    def saw(self, moment: Moment) -> Break | None:
        """What a moment breaks."""
        told = self._invariant
        if moment.how == "split":
            self._comes_along(moment.event.case or "", moment.case)
        if moment.what.breach and not told.breaches:
            return None
        if told.held_since is not None:
            self._remember(moment)
        if not self._reached(moment):
            return None
        return next(self._broken(moment), None)

    def _comes_along(self, old: str, new: str) -> None:
        """A case that comes of a split has the past of the one it came of."""
        remembered: tuple[dict[str, Any], ...] = (
            self._since, self._times, self._actors, self._owners,
        )  # fmt: skip
        for known in remembered:
            if old in known:
                known[new] = copy(known[old])

    def stands(
        self, known: Collaboration, day: date, answers: Mapping[str, int] = NO_ANSWERS
    ) -> Break | None:
        """What is broken in how it stands, without any step: only of what must hold meanwhile."""
        state = self._invariant.while_in
        if state is None:
            return None
        lifecycle, _, name = state.rpartition(".")
        here = [known.cases[id] for id in known.by_state.get((lifecycle, name), ())]
        for case in here:
            if self._needs is not None and self._invariant.held_since is None:
                view = View(known, case, day, answers=answers)
                if self._needs.truth(view) != YES:
                    return Break("lapsed", case.id, None, day, self._needs.finding(view))
        return self._too_many(here, day)

    def _too_many(self, here: list[Case], day: date) -> Break | None:
        most = self._invariant.at_most
        above: dict[str | None, int] = {}
        for case in here if most is not None else ():
            above[case.parent] = above.get(case.parent, 0) + 1
            if most is not None and above[case.parent] > most:
                return Break("too_often", case.id, None, day, count=above[case.parent])
        return None

    def _reached(self, moment: Moment) -> bool:
        told = self._invariant
        if told.on_step is not None:
            return (moment.step, moment.how) == (told.on_step, "step") and not moment.what.waits
        target = told.to_reach or (told.while_in if told.at_most is None else None)
        # going back to where it was before is no new way in
        again = moment.what.back and told.to_reach is not None
        return target is not None and moment.entered == target and not again

    def _remember(self, moment: Moment) -> None:
        """Whether the needs were met at the named step, and at every step since."""
        case = moment.case
        named = self._invariant.held_since
        if moment.step == named:
            self._since[case] = None
        if case not in self._since or self._since[case] is not None or self._needs is None:
            return
        if self._needs.truth(moment.view) != YES:
            finding = self._needs.finding(moment.view)
            self._since[case] = self._break("not_since", moment, finding)

    def _broken(self, moment: Moment) -> Iterator[Break]:
        told, case = self._invariant, moment.case
        if told.held_since is not None:
            if case not in self._since:
                yield self._break("never_since", moment)
            elif (earlier := self._since[case]) is not None:
                yield attrs.evolve(earlier, step=moment.step, day=moment.event.effective)
        elif self._needs is not None and told.while_in is None:
            if self._needs.truth(moment.view) != YES:
                yield self._break("unmet", moment, self._needs.finding(moment.view))
        if told.only_after is not None and not _done(told.only_after, moment):
            yield self._break("not_before", moment)
        if told.at_most is not None and told.on_step is not None:
            self._times[case] = self._times.get(case, 0) + 1
            if self._times[case] > told.at_most:
                yield attrs.evolve(self._break("too_often", moment), count=self._times[case])
        if told.not_alone:
            yield from self._alone(told.not_alone, moment)

    def _alone(self, who: bool | Who, moment: Moment) -> Iterator[Break]:
        """Whether one party did all there is in this case, or had it done for itself alone; of a
        Who: the holder of that."""
        both = (self._owners,) if self._invariant.mandates == "giver" else (
            self._actors, self._owners,
        )  # fmt: skip
        for those in both:
            found = those.get(moment.case, set())
            if len(found) == 1:
                (one,) = found
                if isinstance(who, bool) or one in members(who, moment.view):
                    yield attrs.evolve(self._break("alone", moment), party=one)

    def _break(self, how: str, moment: Moment, finding: Finding | None = None) -> Break:
        event = moment.event
        return Break(how, moment.case, moment.step, event.effective, finding)


def _done(step: str, moment: Moment) -> bool:
    """Whether a step was done before, in the case at hand or in one above it."""
    lifecycle, _, name = step.rpartition(".")
    known = moment.view.collaboration
    case: Case | None = known.cases.get(moment.case) or moment.view.case
    while case is not None:
        if case.lifecycle == lifecycle and name in case.steps:
            return True
        case = known.cases.get(case.parent or "")
    return False
