"""The order in which an author wrote states and steps, and the way straight on through them.

A workflow keeps its names sorted; a picture tells the story in the order of who wrote it. What
is drawn of it is `draw`.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping

import attrs

from samenwerk.drawing.drawn import Way
from samenwerk.values.declared import Lifecycle, Step, Workflow

FAR = 10_000


@attrs.frozen
class Order:
    """The place of every state and step of a lifecycle in what was written."""

    states: dict[str, int]
    steps: dict[str, int]

    def by_state(self, names: Iterable[str]) -> list[str]:
        """These states as they were written; names that stand nowhere come last, sorted."""
        return sorted(names, key=lambda name: (self.states.get(name, FAR), name))

    def by_step(self, steps: Iterable[Step]) -> list[Step]:
        """These steps as they were written."""
        return sorted(steps, key=lambda step: (self.steps.get(step.name, FAR), step.name))


def written_order(workflow: Workflow, lifecycle: str) -> Order:
    """The order of the texts that a workflow was made from, those of its base first."""
    return _orders(workflow, (lifecycle,))[lifecycle]


def written_orders(workflow: Workflow) -> Mapping[str, Order]:
    """The same for every lifecycle at once, which reads each text once."""
    return _orders(workflow, workflow.lifecycles)


def _orders(workflow: Workflow, lifecycles: Iterable[str]) -> Mapping[str, Order]:
    found = {name: Order({}, {}) for name in lifecycles}
    for text in reversed(list(workflow.sources.values())):
        try:
            written = tomllib.loads(text).get("lifecycle", {})
        except (tomllib.TOMLDecodeError, AttributeError):
            continue
        for name, order in found.items():
            lifecycle = written.get(name, {}) if isinstance(written, dict) else {}
            for family, places in (("state", order.states), ("step", order.steps)):
                for one in lifecycle.get(family, {}) if isinstance(lifecycle, dict) else ():
                    places.setdefault(one, len(places))
    return found


def in_order(workflow: Workflow) -> tuple[str, ...]:
    """Every lifecycle, each one followed by those that hang under it."""
    below: dict[str | None, list[str]] = {}
    for one in workflow.lifecycles.values():
        below.setdefault(one.under, []).append(one.name)
    found: list[str] = []
    waiting = list(reversed(below.get(None, [])))
    while waiting:
        found.append(waiting.pop())
        waiting += reversed(below.get(found[-1], []))
    return tuple(found)


def ways_of(step: Step, lifecycle: Lifecycle) -> tuple[Way, ...]:
    """Every way that a step can take a case; of one that opens or stays, a state twice.

    Going back leads to a state from which the present one can be reached, or to where a named
    step was done.
    """
    if step.opens:
        return ((step.to, step.to),)
    if step.back_before is not None:
        before = lifecycle.steps[step.back_before].sources
        return tuple((one, to) for one in step.sources for to in before if to != one)
    if step.to == "back":
        return tuple((one, to) for one in step.sources for to in _before(one, lifecycle))
    return tuple((one, one if step.to == "stays" else step.to) for one in step.sources)


def _before(state: str, lifecycle: Lifecycle) -> list[str]:
    found = [
        source for step in lifecycle.steps.values() if step.to == state
        for source in step.sources if source != state
    ]  # fmt: skip
    return list(dict.fromkeys(found))


def main_way(lifecycle: Lifecycle, order: Order) -> tuple[str, ...]:
    """The way straight on: from where a case begins to where it ends well.

    It ends well in the final state that lies farthest; one that can be reached from where a case
    begins is a way out. Where there is no such end it is the farthest state. Of equals it is the
    one that was written first.
    """
    steps = order.by_step(lifecycle.steps.values())
    first = next((step.to for step in steps if step.opens), None)
    if first is None:
        return tuple(order.by_state(lifecycle.states)[:1])
    forward = [
        step for step in steps
        if step.sources and step.to in lifecycle.states and not _leads_out(step, first, lifecycle)
    ]  # fmt: skip
    ways = _shortest(first, forward, lifecycle)
    for wanted in (_ends_by_hand, _ends):
        ends = [name for name in ways if wanted(name, ways, lifecycle)]
        if ends:
            return _farthest(ends, ways, order)
    if len(ways) == 1:
        moving = [step for step in steps if step.sources and step.to in lifecycle.states]
        ways = _shortest(first, moving, lifecycle)
        ends = [name for name in ways if lifecycle.states[name].final]
        return _farthest(ends or list(ways), ways, order)
    return _farthest(list(ways), ways, order)


def _leads_out(step: Step, first: str, lifecycle: Lifecycle) -> bool:
    """Whether it ends a case that has hardly begun, or lays it aside."""
    to = lifecycle.states[step.to]
    return to.stops or (to.final and first in step.sources)


def _shortest(
    first: str, steps: list[Step], lifecycle: Lifecycle
) -> dict[str, tuple[tuple[str, ...], Step | None]]:
    """Each state that can be reached, by the shortest way to it and the last step of that way."""
    found: dict[str, tuple[tuple[str, ...], Step | None]] = {first: ((first,), None)}
    waiting = [first]
    while waiting:
        state = waiting.pop(0)
        here = {one.name for one in lifecycle.steps.values() if state in one.sources}
        for step in steps:
            if state not in step.sources or step.to in found:
                continue
            if _side_track(step.to, here, lifecycle):
                continue
            found[step.to] = ((*found[state][0], step.to), step)
            waiting.append(step.to)
    return found


def _side_track(state: str, here: set[str], lifecycle: Lifecycle) -> bool:
    """Whether a state offers nothing but the way back, beside what can be done already."""
    steps = [one for one in lifecycle.steps.values() if state in one.sources]
    back = any(one.to == "back" or one.back_before for one in steps)
    onward = [one for one in steps if one.to in lifecycle.states and one.to != state]
    return back and all(one.name in here or lifecycle.states[one.to].stops for one in onward)


def _ends(
    name: str, ways: Mapping[str, tuple[tuple[str, ...], Step | None]], lifecycle: Lifecycle
) -> bool:
    return lifecycle.states[name].final


def _ends_by_hand(
    name: str, ways: Mapping[str, tuple[tuple[str, ...], Step | None]], lifecycle: Lifecycle
) -> bool:
    last = ways[name][1]
    return lifecycle.states[name].final and (last is None or last.automatic != "time")


def _farthest(
    names: list[str], ways: Mapping[str, tuple[tuple[str, ...], Step | None]], order: Order
) -> tuple[str, ...]:
    return max((ways[name][0] for name in order.by_state(names)), key=len)
