"""Asking plugins for the place of every case that waits in a queue, before a decision looks at it.

What they tell is recorded as facts of those cases, as lines that are not sealed yet; which queues
a decision looks at is `core.ranking`.
"""

from __future__ import annotations

from collections.abc import Iterable

from samenwerk.core.collected import collected, wanted_facts
from samenwerk.core.leaves.queue import Queue
from samenwerk.core.ranking import waiting
from samenwerk.engine.shelf import Running
from samenwerk.hooks.families.ranks import ranked
from samenwerk.hooks.values import question_of
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Command
from samenwerk.values.errors import PluginError
from samenwerk.values.event import Line


def rank_lines(
    running: Running, known: Collaboration, command: Command, queues: Iterable[Queue], needed: bool
) -> tuple[Line, ...]:
    """What plugins tell of those who wait in these queues, as far as the record differs.

    Where it is not `needed`, a plugin that goes wrong leaves the case as it was recorded; else
    its PluginError is raised.
    """
    lines: list[Line] = []
    for one in waiting(running.compiled, known, queues, command.day) if running.ranks else ():
        case = known.cases[one.case]
        own = running.of(case)
        wanted = wanted_facts(own.workflow, case)
        facts = {name: wanted[name] for name in one.facts & own.ranked & wanted.keys()}
        if not facts:
            continue
        try:
            asked = question_of(known, case, command.day, settings=own.caller.settings)
            told = ranked(own.caller, asked, facts)
            found = collected(running.compiled, known, command, case.id, told, seal=False)
        except PluginError:
            if needed:
                raise
            continue
        known = found.collaboration
        lines += found.lines
    return tuple(lines)


def who_wait(known: Collaboration, queues: Iterable[Queue]) -> frozenset[str]:
    """The cases that wait in any of these queues."""
    shelves = (known.by_state.get((one.lifecycle, one.state), ()) for one in queues)
    return frozenset(id for shelf in shelves for id in shelf)
