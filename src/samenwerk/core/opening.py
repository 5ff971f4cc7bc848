"""Opening a case: where it hangs, whose it is, and what it rests on.

Whether it may be opened is `do_step`.
"""

from __future__ import annotations

from collections.abc import Mapping

from immutables import Map

from samenwerk.core.acts import case_of, over
from samenwerk.core.compiled import Compiled, CompiledStep
from samenwerk.core.copies import copies
from samenwerk.core.journal import Journal
from samenwerk.core.refusals import first_step, refused
from samenwerk.core.trail import NEW
from samenwerk.core.view import View
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Entry
from samenwerk.values.command import Do
from samenwerk.values.errors import Misuse, UnknownName
from samenwerk.values.message import Message, Name
from samenwerk.values.outcome import Outcome, Verdict


def case_at_hand(
    compiled: Compiled, found: CompiledStep, journal: Journal, command: Do, party: str
) -> tuple[Case, str | None] | Outcome:
    """The case the step is done in: an existing one, or the new one it opens, with its parent."""
    known = journal.collaboration
    lifecycle, step = found.lifecycle, found.step
    named = {"step": Name("step", step.full_name), "lifecycle": Name("lifecycle", lifecycle.name)}
    if not step.opens:
        case = case_of(journal, command.case)
        if case.lifecycle != lifecycle.name:
            raise Misuse("another lifecycle", what="wrong_lifecycle", name=case.id,
                         step=step.full_name, lifecycle=case.lifecycle)  # fmt: skip
        return case, case.parent
    if command.case in known.cases:
        raise Misuse("there is a case of this name", what="case_exists", name=command.case)
    listed = known.by_lifecycle.get(lifecycle.name)
    if lifecycle.one and listed:
        told = {**named, "case": next(iter(listed))}
        headline = Message("decide.only_one", told)
        return refused(Verdict.NEVER, headline, way_out=(headline,), ground="forbidden")
    parent: str | None = None
    if lifecycle.under is not None:
        above = {**named, "lifecycle": Name("lifecycle", lifecycle.under)}
        ids = list(known.by_lifecycle.get(lifecycle.under, Map()))
        open_ids = [id for id in ids if not known.cases[id].over]
        parent = parents_for(found, known, command.parent)
        if parent is None:
            if not open_ids:
                return _no_parent(compiled, journal, command, lifecycle.under, above)
            headline = Message("decide.parent", above)
            return refused(Verdict.NOT_YET, headline, way_out=(headline,), can=(party,))
        if parent not in ids:
            raise UnknownName(what="case", name=parent, where=lifecycle.under)
        if known.cases[parent].over:
            return over(known.cases[parent])
    own = copies(known, lifecycle.name, parent).get(party) if step.per is not None else None
    if own is not None:
        told = {**named, "party": Name("party", party), "case": own.id}
        headline = Message("decide.has_copy", told)
        return refused(Verdict.NEVER, headline, way_out=(headline,), ground="forbidden")
    without = _without_base(compiled, found, journal, command, named, party)
    if without is not None:
        return without
    return unopened(found, journal.collaboration, command, parent, party), parent


def _no_parent(
    compiled: Compiled, journal: Journal, command: Do, under: str, told: Mapping[str, object]
) -> Outcome:
    """There is nothing to hang the new case under: who can open such a case first."""
    return _open_first(compiled, journal, command, under, Message("decide.no_parent", told))


def _without_base(
    compiled: Compiled,
    found: CompiledStep,
    journal: Journal,
    command: Do,
    named: Mapping[str, object],
    party: str,
) -> Outcome | None:
    """Why the case has nothing to rest on, or None when it has or needs nothing."""
    known, wanted = journal.collaboration, found.lifecycle.rests_on
    if wanted is None:
        if command.rests_on is not None:
            raise Misuse("it rests on nothing", what="no_base", name=found.lifecycle.name)
        return None
    ids = known.by_lifecycle.get(wanted, Map())
    if command.rests_on is not None and command.rests_on not in ids:
        raise UnknownName(what="case", name=command.rests_on, where=wanted)
    if base_for(found, known, command.rests_on) is not None:
        return None
    told = {**named, "lifecycle": Name("lifecycle", wanted)}
    if not ids:
        return _open_first(compiled, journal, command, wanted, Message("decide.no_base", told))
    headline = Message("decide.base", told)
    return refused(Verdict.NOT_YET, headline, way_out=(headline,), can=(party,))


def base_for(found: CompiledStep, known: Collaboration, asked: str | None) -> str | None:
    """The case that a new one would rest on: the one asked for, or the only one there is."""
    wanted = found.lifecycle.rests_on
    ids = () if wanted is None else tuple(known.by_lifecycle.get(wanted, ()))
    return asked or (ids[0] if len(ids) == 1 else None)


def _open_first(
    compiled: Compiled, journal: Journal, command: Do, under: str, headline: Message
) -> Outcome:
    """A refusal that says who can open a case of a lifecycle first."""
    for step in compiled.workflow.lifecycles[under].steps.values():
        if step.opens:
            first = compiled.steps[step.full_name]
            case = unopened(first, journal.collaboration, command, None, None)
            view = View(journal.collaboration, case, command.day)
            way, can = first_step(step, view, 1)
            return refused(Verdict.NOT_YET, headline, way_out=(way,), can=can)
    return refused(Verdict.NEVER, headline, way_out=(headline,), ground="nothing_allows_it")


def unopened(
    found: CompiledStep, known: Collaboration, command: Do, parent: str | None, party: str | None
) -> Case:
    """The case that an opening step would begin, as its needs see it."""
    sequence = known.sequence + 1
    opened = Entry(True, command.day, sequence, party)
    lifecycle = found.lifecycle.name
    return Case(
        command.case, lifecycle, NEW, parent, known.definition, opened, command.day, sequence,
        of=None if found.step.per is None else party,
        rests_on=base_for(found, known, command.rests_on),
    )  # fmt: skip


def parents_for(found: CompiledStep, known: Collaboration, asked: str | None) -> str | None:
    """The case that a new one would hang under: the one asked for, or the only open one."""
    if found.lifecycle.under is None:
        return None
    ids = known.by_lifecycle.get(found.lifecycle.under, Map())
    open_ids = [id for id in ids if not known.cases[id].over]
    return asked or (open_ids[0] if len(open_ids) == 1 else None)
