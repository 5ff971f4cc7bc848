"""Hunting: paths worth trying without a search on paper, where that search gave none.

Nothing is proved here. What is found is played like any other path; what is not says nothing.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import attrs

from samenwerk.core.compiled import Compiled, CompiledStep
from samenwerk.core.copies import copy_id
from samenwerk.core.machine import destination
from samenwerk.core.tree import AllTree, compile_tree
from samenwerk.core.view import View
from samenwerk.engine.shelf import Running
from samenwerk.proof.answer import Candidate, Stride
from samenwerk.proof.asked import NOT_MET, Setting, Wish
from samenwerk.scenarios.stage import begun
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Entry
from samenwerk.values.declared import Invariant, Lifecycle
from samenwerk.values.register import Register


def guesses(
    running: Running, invariant: Invariant, register: Register, begins: date
) -> Iterator[Candidate]:
    """For every step that gets where the invariant looks: the step, while it is not met.

    `register` says who take part; the cases above are opened as they must be.
    """
    compiled = running.compiled
    wishes: tuple[Wish, ...] = ()
    if invariant.needs:
        tree = AllTree([compile_tree(one) for one in invariant.needs])
        wishes = (Wish(tree, NOT_MET),)
    known = begun(running, register, begins).known
    for found in entrances(compiled, invariant):
        setting, case = _setting(compiled, known, found.lifecycle, begins)
        how = "opens" if found.step.opens else found.step.automatic or "step"
        stride = Stride(found.step.full_name, case, how, wishes if _at_once(invariant) else ())
        later = Stride(None, case, "change", wishes)
        yield Candidate((stride,) if _at_once(invariant) else (stride, later), setting)


def _at_once(invariant: Invariant) -> bool:
    """Whether the needs count as the step is done, and not afterwards."""
    return invariant.while_in is None


def entrances(compiled: Compiled, invariant: Invariant) -> tuple[CompiledStep, ...]:
    """The steps by which one gets where an invariant looks."""
    if invariant.on_step is not None:
        found = compiled.step(invariant.on_step)
        return () if found is None else (found,)
    target = invariant.to_reach or invariant.while_in
    if target is None:
        return ()
    lifecycle, _, state = target.rpartition(".")
    return tuple(
        found for found in compiled.steps.values()
        if found.lifecycle.name == lifecycle
        and state in (destination(found.step), found.step.done_anyway)
    )  # fmt: skip


def _setting(
    compiled: Compiled, known: Collaboration, lifecycle: Lifecycle, day: date
) -> tuple[Setting, str]:
    """A collaboration in which only a case of this lifecycle stands, under all that it needs."""
    cases: dict[str, Case] = {}

    def add(wanted: Lifecycle) -> Case:
        for case in cases.values():
            if case.lifecycle == wanted.name:
                return case
        lifecycles = compiled.workflow.lifecycles
        above = None if wanted.under is None else add(lifecycles[wanted.under])
        base = None if wanted.rests_on is None or wanted.rests_on == wanted.name else add(
            lifecycles[wanted.rests_on]
        )  # fmt: skip
        parent = None if above is None else above.id
        party = known.register.parties[0].id if wanted.per and known.register.parties else None
        id = wanted.name if party is None else copy_id(parent, wanted.name, party)
        state = next(iter(wanted.states))
        opened = Entry(True, day, len(cases) + 1)
        case = Case(id, wanted.name, state, parent, known.definition, opened, day, 0, of=party)
        cases[id] = attrs.evolve(case, rests_on=None if base is None else base.id)
        return cases[id]

    case = add(lifecycle)
    whole = known.changed(cases=known.cases.update(cases))
    return Setting(View(whole, case, day)), case.id
