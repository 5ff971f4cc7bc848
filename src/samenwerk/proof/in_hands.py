"""One party with all that it can have in its hands: roles, what others name it to be, mandates.

Which parties differ is `alike`; what one can do with what it has is `proof.alone`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

import attrs
from immutables import Map

from samenwerk.core.compiled import Compiled
from samenwerk.core.refusals import everyone
from samenwerk.core.view import View
from samenwerk.core.who import members
from samenwerk.proof.alike import alike
from samenwerk.proof.asked import Setting
from samenwerk.values.declared import Invariant, Step
from samenwerk.values.register import Giving, Holding, Register


def one_by_one(
    compiled: Compiled, setting: Setting, invariant: Invariant
) -> Iterator[tuple[View, Register]]:
    """For each party that differs from the others the view in which it has every role that it can
    have, and others have those it cannot; once more with what others can be named to be. All of
    them without mandates first, then (the register says so) with all those it can be given."""
    view, steps = setting.view, _steps(compiled, setting.view)
    like = {one: group[0] for group in alike(view) for one in group}
    named = frozenset(name for step in steps for name in step.fill_in)
    taken = frozenset(step.takes for step in steps if step.takes is not None)
    later: list[tuple[View, Register]] = []
    for party in view.collaboration.register.parties:
        if like.get(party.id, party.id) != party.id:
            continue
        for others in dict.fromkeys((frozenset[str](), named, taken, named | taken)):
            seen = _in_its_hands(compiled, view, party.id, others)
            if seen is None:
                continue
            who = invariant.not_alone
            if not isinstance(who, bool) and party.id not in members(who, seen):
                continue
            register = seen.collaboration.register
            if others in (frozenset(), named):
                yield seen, register
            gives = tuple(_gives(compiled, seen))
            if gives and invariant.mandates is None:
                later.append((seen, attrs.evolve(register, gives=gives)))
                able = {party.id, *(one for gift in gives for one in gift.who)}
                sits = tuple(one for one in register.sits if one.who in able)
                if sits != register.sits:
                    register = attrs.evolve(register, sits=sits)
                    known = seen.collaboration.changed(register=register)
                    seen = View(known, seen.case, seen.day, seen.actor, seen.speaks_for)
                    later.append((seen, attrs.evolve(register, gives=gives)))
    yield from later


def _steps(compiled: Compiled, view: View) -> Collection[Step]:
    return compiled.workflow.lifecycles[view.case.lifecycle].steps.values()


def _gives(compiled: Compiled, view: View) -> Iterator[Giving]:
    """Every mandate that somebody can give the party that acts."""
    party = view.actor or ""
    everybody = tuple(one.id for one in view.collaboration.register.parties)
    for mandate in compiled.workflow.mandates.values():
        for one in everyone(mandate.giver, view) if mandate.giver else everybody:
            if one != party:
                yield Giving(mandate.name, (one,), party)


def _in_its_hands(
    compiled: Compiled, view: View, party: str, named: frozenset[str]
) -> View | None:
    """The view in which it has all it can have, but the `named` roles of the case; None when
    nobody else has any of those."""
    known, case = view.collaboration, view.case
    register, workflow = known.register, compiled.workflow
    sort = next(one.sort for one in register.parties if one.id == party)
    mine = [one.name for one in workflow.roles.values()
            if one.lifecycle is None and (not one.sort or sort in one.sort)]  # fmt: skip
    single = {one for one in mine if workflow.roles[one].exactly == 1}
    holds = tuple(one for one in register.holds if one.role not in single)
    holds += tuple(Holding(role, party) for role in mine
                   if all((one.role, one.who) != (role, party) for one in holds))  # fmt: skip
    roles = {}
    changed = False
    for name, who in case.roles.items():
        role = workflow.roles.get(f"{case.lifecycle}.{name}")
        fits = role is None or not role.sort or sort in role.sort
        others = tuple(one for one in who if one != party)
        if name in named and others:
            roles[name], changed = others[:1], True
        else:
            roles[name] = (party,) if fits else who[:1]
    if named and not changed:
        return None
    case = case.changed(roles=Map(roles))
    known = known.changed(
        register=attrs.evolve(register, holds=holds), cases=known.cases.set(case.id, case)
    )
    return View(known, case, view.day, party, party)
