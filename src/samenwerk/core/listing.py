"""What waits in a collaboration: for every party, by which day, and on whom; and until when that
holds by itself. Views: kept beside the record by `engine.upkeep`, and made anew of it at will.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.core.obligations import blockers, standing
from samenwerk.core.worklists import due, todos
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Do, Settle
from samenwerk.values.passing import Passing, PassingDay, noon
from samenwerk.values.waiting import Blocked, Waiting


def waiting(compiled: Compiled, known: Collaboration, at: Settle) -> Waiting:
    """What waits in a collaboration on the day of `at`, for each party that takes part then.

    No plugin is asked: a step that rests on one just waits. The day is found by minding what the
    day was held against, so that nothing that a workflow can ask has to be known here.
    """
    passing = Passing(at.day)
    day = passing.day
    # what a register remembers of a day was not minded
    fresh = known.changed(register=attrs.evolve(known.register))
    then = attrs.evolve(at, day=day, moment=noon(day))
    found = _waiting(compiled, fresh, then)
    plain = Waiting(
        {party: tuple(map(_plain, tasks)) for party, tasks in found.todo.items()},
        tuple(map(_plain, found.due)), found.blockers,
    )  # fmt: skip
    return attrs.evolve(plain, holds_until=passing.until)


def _waiting(compiled: Compiled, known: Collaboration, at: Settle) -> Waiting:
    now = standing(compiled, known, at)
    parties = tuple(one.id for one in now.register.parties if one.span.covers(at.day))
    return Waiting(
        todos(compiled, now, parties, at), due(compiled, now, at),
        tuple(_blocked(compiled, now, at)),
    )  # fmt: skip


def moves_on(compiled: Compiled, known: Collaboration) -> Iterator[tuple[str, str]]:
    """The open cases with the steps that would move each of them on, and that ask something."""
    for case in sorted(known.cases.values(), key=lambda one: (one.opened.sequence, one.id)):
        if case.over:
            continue
        for step in compiled.of(case).workflow.lifecycles[case.lifecycle].steps.values():
            if (case.state in step.sources and step.automatic is None
                    and step.to not in ("stays", "back") and step.needs):  # fmt: skip
                yield case.id, step.full_name


def _blocked(compiled: Compiled, known: Collaboration, at: Settle) -> Iterator[Blocked]:
    for case, step in moves_on(compiled, known):
        goal = Do(id=at.id, actor=None, moment=at.moment, day=at.day, case=case, step=step)
        if who := blockers(compiled, known, goal):
            yield Blocked(case, step, who)


def _plain(value: Any) -> Any:
    """The same in which today is a plain day; whatever shows today is of this day alone."""
    if isinstance(value, PassingDay):
        return value.plain
    if isinstance(value, tuple | list | set | frozenset):
        return type(value)(map(_plain, value))
    if isinstance(value, Mapping):
        return {name: _plain(one) for name, one in value.items()}
    if attrs.has(type(value)):
        named = {one.alias: _plain(getattr(value, one.name))
                 for one in attrs.fields(type(value)) if one.init}  # fmt: skip
        return type(value)(**named)
    return value
