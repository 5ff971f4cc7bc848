"""All stories of a few acts, breadth first: for small cases in which nothing else finds a way.

Every act that anybody can do is tried, up to so many tries; what is not found says nothing.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Hashable, Iterator, Mapping
from datetime import date

import attrs

from samenwerk.core.acts import recorders
from samenwerk.core.fitting import candidates
from samenwerk.core.refusals import everyone
from samenwerk.core.view import View
from samenwerk.engine.shelf import Running
from samenwerk.scenarios.stage import begun
from samenwerk.values.case import Case, Collaboration, Entries
from samenwerk.values.command import Command, HandIn, Record, Say
from samenwerk.values.declared import Invariant
from samenwerk.values.register import Register
from samenwerk.verify.bringing import Seeker
from samenwerk.verify.drafts import Broken, drafted
from samenwerk.verify.replaying import confirmed

POSITIONS = ("for", "against", "object")


def searched(
    running: Running, invariant: Invariant, register: Register, begins: date, tries: int
) -> Broken | None:
    """The first story of few acts that breaks the invariant, in so many tries; None: not found."""
    stage = begun(running, register, begins)
    first = Seeker(running.compiled, stage.known, begins, running=running)
    waiting = deque([first])
    seen: set[Hashable] = {_like(stage.known)}
    left = tries
    while waiting and left > 0:
        at = waiting.popleft()
        for after in _moves(running, at):
            left -= 1
            key = _like(after.known)
            if key not in seen:
                seen.add(key)
                waiting.append(after)
                found = _broken(running, invariant, register, begins, after)
                if found is not None:
                    return found
            if left <= 0:
                return None
    return None


def _broken(
    running: Running, invariant: Invariant, register: Register, begins: date, at: Seeker
) -> Broken | None:
    draft = drafted(register, begins, [one.command for one in at.done], at.day)
    return confirmed(running, invariant, draft)


def _moves(running: Running, at: Seeker) -> Iterator[Seeker]:
    """How it stands after each act that somebody can do now; what is refused gives nothing."""
    compiled = running.compiled
    for found in compiled.steps.values():
        if found.step.automatic is not None:
            continue
        if found.step.opens:
            here = [_new_name(at.known, found.lifecycle.name)]
        else:
            here = [
                id for state in found.step.sources
                for id in at.known.by_state.get((found.lifecycle.name, state), ())
            ]  # fmt: skip
        for case in here:
            after = _copy(at)
            if after.do(found, after.goal(case, found)):
                yield after
    for open_one in at.known.cases.values():
        for command in () if open_one.over else _records(at, open_one):
            after = _copy(at)
            if after.does(command):
                yield after


def _records(at: Seeker, case: Case) -> Iterator[Command]:
    """What can be recorded, handed in and said in a case."""
    workflow = at.compiled.workflow
    view = View(at.known, case, at.day)

    def told(actor: str) -> dict[str, object]:
        return {"id": at.id, "actor": actor, "moment": at.moment, "day": at.day, "case": case.id,
                "salt": at.id}  # fmt: skip

    for full, fact in workflow.facts.items():
        name = _own(full, case)
        who = recorders(fact, None, view) if name is not None else ()
        for value in candidates(fact, at.day) if who else ():
            yield Record(**told(who[0]), fact=name, value=value)  # type: ignore[arg-type]
    for full, document in workflow.documents.items():
        name = _own(full, case)
        if name is not None and name not in case.documents:
            for actor in everyone(document.by, view)[:1]:
                yield HandIn(**told(actor), document=name, title="…")  # type: ignore[arg-type]
    for full, decision in workflow.decisions.items():
        name = _own(full, case)
        for actor in everyone(decision.by, view) if name is not None else ():
            for position in POSITIONS:
                yield Say(**told(actor), decision=name, position=position, reasons="…")  # type: ignore[arg-type]


def _own(full: str, case: Case) -> str | None:
    """A name as a case calls it; None when it belongs to another lifecycle."""
    lifecycle, _, name = full.rpartition(".")
    return name if lifecycle in ("", case.lifecycle) else None


def _new_name(known: Collaboration, lifecycle: str) -> str:
    return f"{lifecycle}-{len(known.by_lifecycle.get(lifecycle, ())) + 1}"


def _copy(at: Seeker) -> Seeker:
    return attrs.evolve(at, done=list(at.done), rounds=[], filling={}, goals=[])


def _like(known: Collaboration) -> Hashable:
    """What makes two moments alike: where cases stand and what stands in them, not since when."""
    return frozenset(
        (case.id, case.state, _said(case.facts), _said(case.positions), _said(case.documents),
         frozenset(case.steps))
        for case in known.cases.values()
    )  # fmt: skip


def _said(shelf: Mapping[str, Entries]) -> Hashable:
    return frozenset(
        (name, who, str(entry.value)) for name, entries in shelf.items()
        for who, entry in entries.items()
    )  # fmt: skip
