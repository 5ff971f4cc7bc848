"""Who may act for whom: mandates, representatives, and the fences that roles put up."""

from __future__ import annotations

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.core.view import View
from samenwerk.core.who import covers, mandates_between, members
from samenwerk.values.message import Message, Name
from samenwerk.values.who import Who


@attrs.frozen
class Spoken:
    """By what an actor may speak for another: itself (None), or a mandate or role; or why not.

    A refusal names in `can` who may speak for that party.
    """

    by: str | None = None
    refused: Message | None = None
    can: tuple[str, ...] = ()


def speaks(
    compiled: Compiled,
    view: View,
    actor: str,
    party: str,
    acts: tuple[str, ...],
    on: tuple[str, ...],
) -> Spoken:
    """Whether `actor` may do one of these acts for `party`, on the day of the view.

    A table is spoken for by the holders of its representatives' role; a party by itself or by
    who holds a live mandate of it that covers the act and every subject.
    """
    found = _speaks(compiled, view, actor, party, acts, on)
    if found.refused is None:
        return found
    table = compiled.workflow.tables.get(party)
    able = [] if table is not None else [party]
    if table is not None and table.representatives is not None:
        able += members(Who("role", table.representatives), view)
    able += [one.to for one in view.collaboration.register.gives if party in one.who]
    can = tuple(
        one
        for one in dict.fromkeys(able)
        if _speaks(compiled, view, one, party, acts, on).refused is None
    )
    return attrs.evolve(found, can=can)


def _speaks(
    compiled: Compiled,
    view: View,
    actor: str,
    party: str,
    acts: tuple[str, ...],
    on: tuple[str, ...],
) -> Spoken:
    workflow, register = compiled.workflow, view.collaboration.register
    fence = fenced(compiled, view, actor, acts)
    if fence is not None:
        return Spoken(refused=fence)
    if actor == party:
        return Spoken()
    table = workflow.tables.get(party)
    if table is not None and table.representatives is not None:
        role = Who("role", table.representatives)
        if actor in members(role, view):
            return Spoken(f"role {table.representatives}")
    ended: Message | None = None
    for giving in register.gives:
        if giving.to != actor or party not in giving.who:
            continue
        declared = workflow.mandates.get(giving.mandate)
        if declared is None:
            continue
        fits = any(
            covers(declared, giving, act, on, workflow.subjects) for act in (acts or (None,))
        )
        if not fits:
            continue
        if register.live(giving, party, view.day):
            return Spoken(giving.mandate)
        if giving.span.covers(view.day):
            continue  # one of the two no longer takes part
        last = giving.span.last_day
        over = last is not None and last < view.day
        ended = Message(
            "speaks.ended" if over else "speaks.not_begun",
            {
                "actor": Name("party", actor), "party": Name("party", party),
                "mandate": Name("mandate", giving.mandate),
                "day": last if over else giving.span.starts,
            },
        )  # fmt: skip
    if ended is not None:
        return Spoken(refused=ended)
    held = mandates_between(register, party, actor, view.day)
    names = {
        "actor": Name("party", actor), "party": Name("party", party),
        "mandates": tuple(Name("mandate", one.mandate) for one in held),
        "acts": tuple(Name("act", act) for act in acts),
    }  # fmt: skip
    return Spoken(refused=Message("speaks.other" if held else "speaks.none", names))


def fenced(compiled: Compiled, view: View, actor: str, acts: tuple[str, ...]) -> Message | None:
    """Why a role of the actor keeps it from these acts, or None."""
    if not acts:
        return None
    for role in compiled.workflow.roles.values():
        if not role.never and role.may is None:
            continue
        if actor not in members(Who("role", role.name, role.lifecycle), view):
            continue
        if all(act in role.never or (role.may is not None and act not in role.may) for act in acts):
            label = f"{role.lifecycle}.{role.name}" if role.lifecycle else role.name
            told = {"actor": Name("party", actor), "role": Name("role", label)}
            return Message("speaks.fenced", {**told, "act": Name("act", acts[0])})
    return None


WORDING = {
    "nl": {
        "speaks.none": "{actor} mag hier niet namens {party} handelen: er is geen mandaat",
        "speaks.other": "{actor} heeft van {party} wel {mandates}, maar dat geldt hier niet voor",
        "speaks.ended": "{actor} mag niet meer namens {party} handelen; {mandate}: geldig tot en "
        "met {day}",
        "speaks.not_begun": "{actor} mag nog niet namens {party} handelen: {mandate} begint op "
        "{day}",
        "speaks.fenced": "{actor} is {role} en mag daarom niet {act}",
    },
    "en": {
        "speaks.none": "{actor} may not act here for {party}: there is no mandate",
        "speaks.other": "{actor} does hold {mandates} of {party}, but it does not cover this",
        "speaks.ended": "{actor} may no longer act for {party}: {mandate} ran until {day}",
        "speaks.not_begun": "{actor} may not act for {party} yet: {mandate} begins on {day}",
        "speaks.fenced": "{actor} is {role} and may therefore not {act}",
    },
}
