"""Migrating: another definition takes effect, and what becomes of each open case.

A case moves, is kept by a transitional clause, or cannot be moved; nothing is forced. What the
record makes of it is `core.migrated`, what it means for people `upgrade`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.core.fitting import fact_of
from samenwerk.core.holders import for_many
from samenwerk.core.journal import Journal
from samenwerk.core.operands import getter
from samenwerk.core.tree import compile_tree
from samenwerk.core.view import View
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.command import Migrate
from samenwerk.values.declared import Lifecycle, Workflow
from samenwerk.values.errors import Misuse, UnknownName
from samenwerk.values.event import CaseKept, CaseMoved, DefinitionChanged
from samenwerk.values.finding import YES
from samenwerk.values.outcome import Outcome, Verdict
from samenwerk.values.transition import Transition


@attrs.frozen
class Fate:
    """What becomes of one open case: `what` is recorded of it.

    `state` is where it stands from then on; a case that stays is where it was.
    """

    case: Case
    what: CaseMoved | CaseKept
    state: str

    @property
    def moves(self) -> bool:
        """Whether it comes under the new definition."""
        return isinstance(self.what, CaseMoved)


def migrate(compiled: Compiled, journal: Journal, command: Migrate) -> Outcome:
    """Note the new definition and the fate of each open case; nothing when all is so already.

    Raises Misuse when the new definition is not at hand, and UnknownName for a state that is
    said to have another name and is not there.
    """
    known, new = journal.collaboration, command.definition
    found = fates(compiled, known, command)
    if known.definition != new:
        journal.note(
            DefinitionChanged(command.workflow, known.definition), definition=new,
            actor=command.actor,
        )  # fmt: skip
    for fate in found:
        if fate.what == fate.case.kept:
            continue  # it was told before, and nothing about it has changed
        journal.note(
            fate.what,
            definition=new if fate.moves else fate.case.definition,
            actor=command.actor,
            case=fate.case,
            lifecycle=fate.case.lifecycle,
            from_state=fate.case.state,
            to_state=fate.state,
        )
    return Outcome(Verdict.ALLOWED, carried_out=True)


def fates(compiled: Compiled, known: Collaboration, command: Migrate) -> tuple[Fate, ...]:
    """What becomes of every open case that another definition judges, in order of opening.

    Raises as `migrate` does.
    """
    new = next(
        (one for one in compiled.each if one.workflow.digest == command.definition), None
    )
    if new is None:
        raise Misuse("that definition is not at hand", what="definition", name=command.definition)
    _check_names(compiled, new.workflow, command)
    open_cases = [
        case for case in known.cases.values()
        if not case.over and case.definition != command.definition
    ]  # fmt: skip
    open_cases.sort(key=lambda case: known.by_lifecycle[case.lifecycle][case.id])
    return tuple(
        _fate(compiled.of(case).workflow, new.workflow, known, case, command)
        for case in open_cases
    )


def _check_names(compiled: Compiled, new: Workflow, command: Migrate) -> None:
    for old, state in command.states.items():
        lifecycle, _, short = old.partition(".")
        of_old = [one.workflow.lifecycles.get(lifecycle) for one in compiled.each]
        if not any(one is not None and short in one.states for one in of_old):
            raise UnknownName(what="state", name=old)
        there = new.lifecycles.get(lifecycle)
        if there is not None and state not in there.states:
            raise UnknownName(what="state", name=state, where=lifecycle,
                              known=tuple(there.states))  # fmt: skip


def _fate(
    old: Workflow, new: Workflow, known: Collaboration, case: Case, command: Migrate
) -> Fate:
    lifecycle = new.lifecycles.get(case.lifecycle)
    called = {
        short: to
        for name, to in command.states.items()
        for above, _, short in (name.partition("."),)
        if above == case.lifecycle
    }
    cannot = tuple(dict.fromkeys(_cannot(old, new, lifecycle, case, called)))
    state = called.get(case.state, case.state)
    clause, until = _keeping(new, known, case.changed(state=state), command.day)
    if clause is not None or cannot or lifecycle is None:
        name = None if clause is None else clause.name
        return Fate(case, CaseKept(command.definition, name, until, cannot), case.state)
    came = [called.get(one, one) for one in case.trail]
    pairs = tuple(
        (one, called[one])
        for one in sorted({*case.trail, *case.clocks, case.state})
        if one in called and called[one] != one
    )
    gone = tuple(
        one for one, there in zip(case.trail, came, strict=True) if there not in lifecycle.states
    )
    return Fate(case, CaseMoved(case.definition, pairs, gone), state)


def _keeping(
    new: Workflow, known: Collaboration, case: Case, day: date
) -> tuple[Transition | None, date | None]:
    """The first clause that keeps a case on a day, and until when it does."""
    view = View(known, case, day)
    for clause in new.transitions.values():
        if clause.lifecycle != case.lifecycle:
            continue
        until = None if clause.until is None else getter(clause.until)(view)
        if isinstance(until, date) and day > until:
            continue
        if clause.while_in and case.state not in clause.while_in:
            continue
        if clause.opened_before is not None:
            before = getter(clause.opened_before)(view)
            if not isinstance(before, date) or case.opened.day >= before:
                continue
        if all(compile_tree(need, {}).truth(view) == YES for need in clause.needs):
            return clause, until if isinstance(until, date) else None
    return None, None


def _cannot(
    old: Workflow, new: Workflow, there: Lifecycle | None, case: Case, called: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """Why a case has no place under the new definition."""
    if there is None:
        yield "lifecycle", case.lifecycle
        return
    state = called.get(case.state, case.state)
    if state not in there.states:
        yield "state", f"{case.lifecycle}.{state}"
    elif there.states[state].final:
        yield "final", f"{case.lifecycle}.{state}"
    here = old.lifecycles.get(case.lifecycle)
    for name in _half_done(here, case):
        if name not in there.steps:
            yield "step", f"{case.lifecycle}.{name}"
    if here is not None and here.under != there.under:
        yield "under", there.under or ""
    if there.rests_on is not None and case.rests_on is None:
        yield "rests_on", there.rests_on
    if there.per is not None and case.of is None:
        yield "per", case.lifecycle
    yield from _misfits(old, new, case)


def _half_done(lifecycle: Lifecycle | None, case: Case) -> Iterator[str]:
    """Steps that some have done since the case came where it is, and others are still to do."""
    for step in () if lifecycle is None else lifecycle.steps.values():
        entry = case.entry("steps", step.name) if step.each else None
        if entry is not None and entry.sequence > case.state_since and case.state in step.sources:
            yield step.name


def _misfits(old: Workflow, new: Workflow, case: Case) -> Iterator[tuple[str, str]]:
    for name, entries in case.facts.items():
        fact = new.in_lifecycle(new.facts, case.lifecycle, name)
        if fact is None:
            continue  # nobody asks for it any more
        full = f"{fact.lifecycle}.{name}" if fact.lifecycle else name
        was = old.in_lifecycle(old.facts, case.lifecycle, name)
        if was is not None and fact_of(old, case.lifecycle, name).type != fact.type:
            yield "fact_type", full
        elif fact.per == (None in entries) and not fact.own:
            yield "fact_per", full
        elif fact.type == "choice" and any(
            entry.value not in fact.one_of for entry in entries.values()
        ):
            yield "fact_word", full
    for name, who in case.roles.items():
        role = new.roles.get(f"{case.lifecycle}.{name}")
        if role is not None and len(who) > 1 and not for_many(new, case.lifecycle, name):
            yield "role_one", f"{case.lifecycle}.{name}"
