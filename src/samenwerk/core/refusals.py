"""Refusals: a verdict with its reasons and a way out, never a bare no."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence

from samenwerk.core.copies import lacking
from samenwerk.core.machine import destination
from samenwerk.core.view import View
from samenwerk.core.who import members
from samenwerk.values.case import Case
from samenwerk.values.declared import Lifecycle, Step
from samenwerk.values.finding import Finding
from samenwerk.values.message import Message, Name
from samenwerk.values.outcome import Outcome, Verdict
from samenwerk.values.who import Who


def refused(
    verdict: Verdict,
    headline: Message,
    *,
    findings: tuple[Finding, ...] = (),
    way_out: Sequence[Message] = (),
    can: Sequence[str] = (),
    ground: str | None = None,
) -> Outcome:
    """An outcome that changes nothing."""
    return Outcome(
        verdict, findings, headline=headline, way_out=tuple(way_out),
        can=tuple(dict.fromkeys(can)), ground=ground,
    )  # fmt: skip


def everyone(by: Sequence[Who], view: View) -> tuple[str, ...]:
    """All whom a list of doers means."""
    return tuple(dict.fromkeys(one for who in by for one in members(who, view)))


def meant_by(step: Step) -> tuple[Who, ...]:
    """Whom a step is for: who gives up a role must be one of its holders."""
    if step.gives_up is None:
        return step.by
    return (Who("role", step.gives_up, step.lifecycle),)


def doers_of(step: Step, view: View) -> tuple[str, ...]:
    """All who can do a step in the case of the view; nobody for one that nobody does."""
    if step.automatic is not None:
        return ()
    found = fit_to_take(step, view, everyone(step.by, view))
    if step.per is not None:
        above = None if view.case.parent is None else view.collaboration.cases[view.case.parent]
        able = lacking(step.per, step.lifecycle, view.collaboration, above, view.day)
        found = tuple(one for one in found if one in able)
    if step.gives_up is None:
        return found
    holders = view.case.roles.get(step.gives_up, ())
    return tuple(one for one in found if one in holders)


def fit_to_take(step: Step, view: View, parties: tuple[str, ...]) -> tuple[str, ...]:
    """Those of these parties who are of a sort that the role asks which the step gives them."""
    if not step.takes_sorts:
        return parties
    register = view.collaboration.register
    known = {one: register.party(one) for one in parties}
    return tuple(one for one, party in known.items() if party and party.sort in step.takes_sorts)


def named(parties: Sequence[str]) -> tuple[Name, ...]:
    """Parties, to be printed by their labels."""
    return tuple(Name("party", one) for one in parties)


def described(by: Sequence[Who]) -> tuple[Name, ...]:
    """Doers as the text describes them."""
    return tuple(Name(who.kind, label(who)) for who in by)


def label(who: Who) -> str:
    """The name under which a doer is declared."""
    return f"{who.lifecycle}.{who.name}" if who.lifecycle else who.name


def not_you(
    by: Sequence[Who], view: View, actor: str, what: Message, can: tuple[str, ...] = ()
) -> Outcome:
    """Others may: `can`, or else all whom `by` means; when nobody can, that is said."""
    others = can or tuple(one for one in everyone(by, view) if one != actor)
    told = {"who": named(others), "as": described(by)}
    way = Message("way.who" if others else "way.nobody", told)
    headline = Message("decide.not_you", {"actor": Name("party", actor), "what": what, **told})
    return refused(Verdict.NOT_YOU, headline, way_out=(way,), can=others)


def wrong_state(step: Step, lifecycle: Lifecycle, case: Case, view: View) -> Outcome:
    """Where the case is, since when, and the shortest way to where the step can be done."""
    told: dict[str, object] = {
        "step": Name("step", step.full_name),
        "case": case.id,
        "state": Name("state", f"{case.lifecycle}.{case.state}"),
        "since": case.entered,
        "states": tuple(Name("state", f"{case.lifecycle}.{one}") for one in step.sources),
    }
    path = None if case.over else path_to(lifecycle, case, frozenset(step.sources))
    if not path:
        never = Message("way.over", told)
        headline = Message("decide.over" if case.over else "decide.no_way_to_state", told)
        return refused(Verdict.NEVER, headline, way_out=(never,), ground="over")
    way, others = first_step(path[0], view, len(path))
    headline = Message("decide.wrong_state", told)
    return refused(Verdict.NOT_YET, headline, way_out=(way,), can=others)


def first_step(first: Step, view: View, count: int) -> tuple[Message, tuple[str, ...]]:
    """The first of so many steps as a way out, and who can do it."""
    others = doers_of(first, view)
    word = "first_step" if others else "first_nobody"
    word = word if first.automatic is None else "automatic"
    told = {
        "step": Name("step", first.full_name), "who": named(others),
        "as": described(first.by), "count": count,
    }  # fmt: skip
    return Message(f"way.{word}", told), others


def path_to(
    lifecycle: Lifecycle,
    case: Case,
    targets: frozenset[str],
    without: frozenset[str] = frozenset(),
) -> list[Step] | None:
    """The fewest steps from the case's state into one of the targets; None when there is none.

    `without` names steps that cannot be done.
    """
    seen = {case.state}
    queue: deque[tuple[str, tuple[str, ...], list[Step]]] = deque([(case.state, case.trail, [])])
    while queue:
        state, trail, path = queue.popleft()
        if state in targets:
            return path
        for step in lifecycle.steps.values():
            if state not in step.sources or step.name in without:
                continue
            to = destination(step)
            nexts = (to,) if to in lifecycle.states else (trail if to is not None else ())
            for after in nexts:
                if after is not None and after not in seen:
                    seen.add(after)
                    queue.append((after, (*trail, state), [*path, step]))
    return None


WORDING = {
    "nl": {
        "decide.allowed": "dit mag",
        "decide.not_met": 'voor "{step}" is nog niet alles geregeld',
        "decide.explain": "{step} vraagt om uitleg",
        "decide.fill_in": "bij {step} moet nog worden ingevuld: {names}",
        "decide.not_asked": "{step} vraagt niet om {names}",
        "decide.not_you": "{what}",
        "decide.not_doer": "alleen een {as|of} mag dit: {step}",
        "decide.not_voter": "over {decision} beslist een {as|of}",
        "decide.not_asker": "over {decision} mag {actor} geen vragen stellen",
        "decide.not_recorder": "alleen een {as|of} mag dit vastleggen: {fact}",
        "decide.not_own": "dit mag alleen {party} zelf vastleggen: {fact}",
        "decide.not_has_own": "{party} hoort niet bij wie dit zelf vastlegt: {fact}",
        "decide.not_hander": "alleen een {as|of} mag dit indienen: {document}",
        "decide.wrong_state": '{step} kan nu niet: {case} staat sinds {since} op "{state}"',
        "decide.no_way_to_state": '{step} kan niet meer: vanuit "{state}" is er geen weg naar '
        '"{states|of}"',
        "decide.over": "{step} kan niet meer: {case} is sinds {since} afgerond ({state})",
        "decide.over_case": "{case} is sinds {since} afgerond ({state})",
        "decide.automatic": "dit volgt vanzelf, niemand hoeft het te doen: {step}",
        "decide.only_one": "er is al een {lifecycle}: {case}",
        "decide.has_copy": "{party} heeft al een {lifecycle}: {case}",
        "decide.parent": "{step} hangt onder een {lifecycle}; noem welk dossier",
        "decide.base": "{step} bouwt voort op een {lifecycle}; noem welk dossier",
        "decide.no_base": "{step} bouwt voort op een {lifecycle}, en die is er niet",
        "decide.no_parent": "{step} hangt onder een {lifecycle}, en die is er niet",
        "decide.done_already": '{party} heeft "{step}" al gedaan',
        "decide.no_way_back": "{step} gaat terug, maar er is geen eerdere fase",
        "decide.too_far_back": "een handeling van {day} kan niet meer worden vastgelegd: dat mag "
        "tot {term} terug, dus vanaf {earliest}",
        "decide.ahead": "{day} ligt nog voor ons; vandaag is {today}",
        "decide.fixed": '{fact} ligt vast sinds "{step}"',
        "decide.only_with_step": "{fact} wordt alleen ingevuld bij een stap: {steps}",
        "decide.reasons": "een bezwaar vraagt om redenen",
        "decide.word": "over {decision} kunt u zeggen: {words}",
        "decide.round_closed": "de ronde over {decision} sloot op {closing}",
        "decide.round_not_open": "de ronde over {decision} begint bij {step}",
        "way.who": "{who} {who|mag|mogen} dit doen",
        "way.nobody": "nu is dat niemand: wijs eerst aan wie {as} is",
        "way.nobody_fit": "onder wie dit nu mogen doen, is geen {as|of}",
        "way.over": "binnen dit dossier kan dit niet meer; open zo nodig een nieuw dossier",
        "way.first_step": "eerst {step}, door {who}",
        "way.first_nobody": "eerst {step}; nu kan niemand dat: wijs eerst aan wie {as} is",
        "way.automatic": "eerst {step}; die volgt vanzelf",
        "way.explain": "geef uitleg bij de stap, met {papers}",
        "way.explain_only": "geef uitleg bij de stap",
        "way.fill_in": "vul in: {names}",
        "way.reasons": "geef uw redenen bij het bezwaar",
    },
    "en": {
        "decide.allowed": "this may happen",
        "decide.not_met": 'not everything is ready yet for "{step}"',
        "decide.explain": "{step} asks for an explanation",
        "decide.fill_in": "{step} still asks to fill in: {names}",
        "decide.not_asked": "{step} does not ask for {names}",
        "decide.not_you": "{what}",
        "decide.not_doer": "only a {as|or} may do this: {step}",
        "decide.not_voter": "{decision} is decided by a {as|or}",
        "decide.not_asker": "{actor} may not ask questions about {decision}",
        "decide.not_recorder": "only a {as|or} may record this: {fact}",
        "decide.not_own": "only {party} itself may record this: {fact}",
        "decide.not_has_own": "{party} is not one of those who record this for themselves: {fact}",
        "decide.not_hander": "only a {as|or} may hand this in: {document}",
        "decide.wrong_state": '{step} cannot happen now: {case} has been at "{state}" '
        "since {since}",
        "decide.no_way_to_state": '{step} can no longer happen: from "{state}" there is no way to '
        '"{states|or}"',
        "decide.over": "{step} can no longer happen: {case} has been over since {since} "
        "({state})",
        "decide.over_case": "{case} has been over since {since} ({state})",
        "decide.automatic": "this follows by itself, nobody has to do it: {step}",
        "decide.only_one": "there is a {lifecycle} already: {case}",
        "decide.has_copy": "{party} has a {lifecycle} already: {case}",
        "decide.parent": "{step} hangs under a {lifecycle}; say which case",
        "decide.base": "{step} builds on a {lifecycle}; say which case",
        "decide.no_base": "{step} builds on a {lifecycle}, and there is none",
        "decide.no_parent": "{step} hangs under a {lifecycle}, and there is none",
        "decide.done_already": '{party} has already done "{step}"',
        "decide.no_way_back": "{step} goes back, but there is no earlier state",
        "decide.too_far_back": "an act of {day} can no longer be recorded: that may be {term} "
        "back, so from {earliest} on",
        "decide.ahead": "{day} is still ahead of us; today is {today}",
        "decide.fixed": '{fact} has been fixed since "{step}"',
        "decide.only_with_step": "{fact} is only filled in with a step: {steps}",
        "decide.reasons": "an objection needs reasons",
        "decide.word": "on {decision} you can say: {words}",
        "decide.round_closed": "the round on {decision} closed on {closing}",
        "decide.round_not_open": "the round on {decision} begins with {step}",
        "way.who": "{who} may do this",
        "way.nobody": "that is nobody now: first appoint {as}",
        "way.nobody_fit": "among those who may do this now there is no {as|or}",
        "way.over": "this can no longer happen in this case; open a new one if need be",
        "way.first_step": "first {step}, by {who}",
        "way.first_nobody": "first {step}; nobody can do that now: first appoint {as}",
        "way.automatic": "first {step}, which follows by itself",
        "way.explain": "give an explanation with the step, with {papers}",
        "way.explain_only": "give an explanation with the step",
        "way.fill_in": "fill in: {names}",
        "way.reasons": "give your reasons with the objection",
    },
}
