"""What the cases on the wall need, worked out once for each step.

Whether a case can go on is seen of all; what one that waits needs takes longer, and is worked out
of so many. How that is told is `gathered`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from samenwerk.hooks.whole import Whole
from samenwerk.values.case import Case
from samenwerk.values.message import Name
from samenwerk.values.obligation import Obligation

MOST = 40
"""Of so many cases that wait it tells what they need, those that are late and wait longest first;
of all others only whether they can go on."""
_NOT_AWAITED = ("act.fill_in", "act.explain")
"""What goes along with a step: nobody else waits for it."""


@attrs.frozen(eq=False)
class Needed:
    """What a step of a case still needs; `doers` can do it now, and are None where it waits."""

    case: Case
    step: str
    needs: Obligation
    doers: tuple[str, ...] | None = None

    @property
    def ready(self) -> bool:
        """Whether it can be done now."""
        return self.doers is not None

    @property
    def awaited(self) -> tuple[Obligation, ...]:
        """The acts before the step itself: what others wait for."""
        return tuple(
            one for one in self.needs.acts
            if one.act is not None and one.act.id not in _NOT_AWAITED and not self._itself(one)
        )  # fmt: skip

    @property
    def itself(self) -> bool:
        """Whether it is told who does the step at last."""
        return any(self._itself(one) for one in self.needs.acts)

    def _itself(self, one: Obligation) -> bool:
        return (
            one.act is not None and one.act.id.startswith("act.do")
            and one.act.params.get("step") == Name("step", self.step)
        )  # fmt: skip


def needed_for(whole: Whole, case: Case, step: str) -> Needed:
    """What a step of a case still needs, worked out only where it cannot be done now."""
    doers = whole.can(step, case.id)
    if doers is not None:
        return Needed(case, step, Obligation("nothing"), doers)
    return Needed(case, step, whole.needs(step, case.id))


@attrs.frozen(eq=False)
class Worked:
    """What each step needs, how each case goes, and of how many that wait it was not worked out."""

    needed: tuple[Needed, ...]
    how: Mapping[str, str]
    unseen: int


def worked_out(whole: Whole, late: set[str]) -> Worked:
    """What the open cases need; `late` are those past a day of theirs."""
    running = [one for one in whole.cases if not one.over]
    first = sorted(running, key=lambda one: (one.id not in late, one.entered, one.id))
    ready = [
        Needed(case, step, Obligation("nothing"), doers)
        for case in first for step in whole.steps(case.id)
        if (doers := whole.can(step, case.id)) is not None
    ]  # fmt: skip
    go_on = {one.case.id for one in ready}
    waiting = [one for one in first if one.id in late or one.id not in go_on]
    looked = {one.id: one for one in waiting[:MOST]}
    can = {(one.case.id, one.step) for one in ready}
    asked = [
        Needed(case, step, whole.needs(step, case.id))
        for case in looked.values() for step in whole.steps(case.id) if (case.id, step) not in can
    ]  # fmt: skip
    needed = (*ready, *asked)
    return Worked(needed, _hows(whole, needed, late, looked), len(waiting) - len(looked))


def _hows(
    whole: Whole, needed: Sequence[Needed], late: set[str], looked: Mapping[str, Case]
) -> dict[str, str]:
    """How each case goes. One of which was not worked out what it needs waits, as far as known."""
    ready = {one.case.id for one in needed if one.ready}
    waits = {one.case.id for one in needed if one.awaited or one.itself}

    def how(case: Case) -> str:
        if case.over:
            return "over"
        if case.id in late:
            return "late"
        if case.id in ready:
            return "ready"
        return "waits" if case.id in waits or case.id not in looked else "stuck"

    return {one.id: how(one) for one in whole.cases}
