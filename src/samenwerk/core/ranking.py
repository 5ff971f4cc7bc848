"""Which cases wait in the queues that a decision looks at, and on which facts their place rests.

Only the questions; who tells those facts is asked by the engine, and what is told is recorded
before the decision.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.core.leaves.queue import Queue
from samenwerk.core.operands import cells
from samenwerk.core.view import View
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Command, Do


@attrs.frozen
class Waiting:
    """A case that waits in a queue, and the facts of its own that its place rests on."""

    case: str
    facts: frozenset[str]


def looked_at(compiled: Compiled, known: Collaboration, command: Command) -> tuple[Queue, ...]:
    """The queues that the command's own step looks at."""
    if not isinstance(command, Do):
        return ()
    found = compiled.at(known, command.case).step(command.step)
    return () if found is None else found.queues


def looked_at_by_itself(compiled: Compiled) -> tuple[Queue, ...]:
    """The queues that steps look at that nobody does."""
    by_state = (
        step for one in compiled.each for steps in one.automatic.values() for step in steps
    )
    return tuple(dict.fromkeys(queue for step in by_state for queue in step.queues))


def waiting(
    compiled: Compiled, known: Collaboration, queues: Iterable[Queue], day: date
) -> tuple[Waiting, ...]:
    """Every case that waits in one of these queues, each once, in order of opening."""
    found: dict[str, frozenset[str]] = {}
    for queue in queues:
        for id in known.by_state.get((queue.lifecycle, queue.state), ()):
            facts = frozenset(_facts(queue, View(known, known.cases[id], day)))
            found[id] = found.get(id, frozenset()) | facts
    order = sorted(found, key=lambda id: (known.cases[id].opened.sequence, id))
    return tuple(Waiting(id, found[id]) for id in order)


def _facts(queue: Queue, view: View) -> Iterator[str]:
    for part in queue.parts:
        for cell in cells(part, view):
            if cell.kind == "fact" and cell.case == view.case.id and cell.who is None:
                yield cell.name
