"""Whether a step can be done now, seen at a glance: no plan is made and nothing is tried.

It reads the same way tree as advice does. What is needed where it cannot be done is `obligations`.
"""

from __future__ import annotations

from samenwerk.core.cells import fills
from samenwerk.core.compiled import Compiled
from samenwerk.core.options import Option, options
from samenwerk.core.planner import merged
from samenwerk.core.scene import Scene
from samenwerk.core.step_way import looks_at_actor, step_way
from samenwerk.core.telling import Answers, Telling
from samenwerk.core.view import NO_ANSWERS
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.command import Do
from samenwerk.values.errors import UnknownName
from samenwerk.values.finding import YES


def doers_now(
    compiled: Compiled, known: Collaboration, goal: Do, answers: Answers = NO_ANSWERS
) -> tuple[str, ...] | None:
    """Who can do a step of a case now, filling in what goes with it; None when something is needed
    first.

    `known` is the collaboration as it stands on that day. Raises UnknownName for a step or case
    there is not.
    """
    found = compiled.at(known, goal.case).step(goal.step)
    if found is None:
        raise UnknownName(what="step", name=goal.step)
    case = known.cases.get(goal.case)
    if case is None:
        raise UnknownName(what="case", name=goal.case)
    scene = Scene(compiled, known, goal.day, answers)
    telling = Telling(scene, found, goal)
    if _stands_in_the_way(telling, case):
        return None
    choices = options(step_way(scene, found, goal), scene)
    if not any(_goes_along(choice, telling, case) for choice in choices):
        return None
    return telling.step().who


def _stands_in_the_way(telling: Telling, case: Case) -> bool:
    """Whether the answers alone say that it cannot be done: most that waits is seen by this."""
    found, view = telling.found, telling.scene.view(case)
    step = found.step
    if step.takes is not None or step.per is not None or looks_at_actor(found, view):
        return False  # the answer may be another once it is known who does it
    return any(
        need.severity == "block" and need.tree.truth(view) != YES
        and not any(fills(step, cell, case) for cell in need.tree.reads(view))
        for need in found.needs
    )


def _goes_along(choice: Option, telling: Telling, case: Case) -> bool:
    """Whether all that is not there yet is given with the step itself."""
    return all(
        telling.scene.holds(cell, allowed)
        or cell.kind == "explanation"
        or fills(telling.found.step, cell, case)
        for cell, allowed in merged(choice.wants).items()
    )
