"""Splitting a case into several, and merging several into one: what a command must say for it.

What becomes of the cases is `dividing`, by the events that are made here.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from samenwerk.core.holders import for_many
from samenwerk.core.refusals import named, refused
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.command import Do
from samenwerk.values.declared import Lifecycle, Step, Workflow
from samenwerk.values.errors import Misuse
from samenwerk.values.event import Merged, Split
from samenwerk.values.message import Message
from samenwerk.values.outcome import Outcome, Verdict

Pairs = tuple[tuple[str, str], ...]


def fitting_step(step: Step, command: Do) -> None:
    """Raise Misuse for a command that splits or merges with a step that does not."""
    if step.splits is None and (command.into or command.heir is not None):
        raise Misuse("it does not split", what="no_split", name=step.full_name)
    if step.merges is None and command.merges:
        raise Misuse("it does not merge", what="no_merge", name=step.full_name)


def split_wrong(
    step: Step, case: Case, command: Do, known: Collaboration, told: Mapping[str, object]
) -> Outcome | None:
    """Why the groups of a split do not do, or None. Raises Misuse for a name that is taken."""
    if step.splits is None:
        return None
    for id in command.into:
        if id in known.cases:
            raise Misuse("there is a case of this name", what="case_exists", name=id)
    mine = case.roles.get(step.splits, ())
    placed = [one for who in command.into.values() for one in who]
    strange = tuple(dict.fromkeys(one for one in placed if one not in mine))
    twice = tuple(dict.fromkeys(one for one in placed if placed.count(one) > 1))
    nowhere = tuple(one for one in mine if one not in placed)
    small = [id for id, who in command.into.items() if len(who) < max(1, step.group_at_least)]
    if len(command.into) < 2:
        headline = Message("split.groups", told)
    elif strange:
        headline = Message("split.strange", {**told, "who": named(strange)})
    elif twice or nowhere:
        headline = Message("split.once", {**told, "who": named((*twice, *nowhere))})
    elif small:
        count = len(command.into[small[0]])
        told = {**told, "case": small[0], "count": count, "least": step.group_at_least}
        headline = Message("split.small", told)
    elif step.carry.heir != (command.heir is not None) or (
        command.heir is not None and command.heir not in command.into
    ):
        headline = Message("split.heir" if step.carry.heir else "split.no_heir", told)
    else:
        return None
    return refused(Verdict.NOT_YET, headline, way_out=(headline,), can=(_doer(command),))


def split_of(step: Step, case: Case, command: Do) -> Split | None:
    """What the event of a split tells."""
    if step.splits is None:
        return None
    state = step.carry.state or case.state
    kept = step.carry.clocks == "keep" and state == case.state
    return Split(step.splits, tuple(command.into.items()), state, kept, command.heir)


def merge_wrong(
    step: Step, case: Case, command: Do, known: Collaboration, told: Mapping[str, object]
) -> Outcome | None:
    """Why the other cases cannot come into this one, or None."""
    if step.merges is None:
        return None
    others = [known.cases.get(id) for id in command.merges]
    fit = [one for one in others if one is not None and one.id != case.id and not one.over
           and one.lifecycle == case.lifecycle]  # fmt: skip
    if fit and len(fit) == len(set(command.merges)) == len(command.merges):
        return None
    headline = Message("split.merge" if not command.merges else "split.not_open", told)
    return refused(Verdict.NOT_YET, headline, way_out=(headline,), can=(_doer(command),))


def merged_of(
    workflow: Workflow, step: Step, case: Case, command: Do, known: Collaboration
) -> tuple[Merged | None, Pairs]:
    """What the event of a merger tells: the cases, and who comes to take part here."""
    if step.merges is None:
        return None, ()
    joined: dict[tuple[str, str], None] = {}
    for id in command.merges:
        for role, who in known.cases[id].roles.items():
            for one in who if for_many(workflow, case.lifecycle, role) else ():
                if one not in case.roles.get(role, ()):
                    joined[role, one] = None
    return Merged(command.merges, step.merges), tuple(joined)


def stopped_days(lifecycle: Lifecycle, case: Case, day: date) -> int | None:
    """For how many days the clock stood still in the state that a case leaves; None: it ran."""
    state = lifecycle.states.get(case.state)
    if state is None or not state.stops:
        return None
    return max(0, (day - case.entered).days)


def guessed(step: Step, case: Case, known: Collaboration) -> dict[str, Any]:
    """Groups and cases worth trying where nobody named any, for plans."""
    if step.splits is not None:
        who, least = case.roles.get(step.splits, ()), max(1, step.group_at_least)
        first, second = f"{case.id}.1", f"{case.id}.2"
        heir = {"heir": first} if step.carry.heir else {}
        return {"into": {first: who[:least], second: who[least:]}, **heir}
    if step.merges is not None:
        ids = known.by_lifecycle.get(case.lifecycle, ())
        others = [id for id in sorted(ids) if id != case.id and not known.cases[id].over]
        return {"merges": tuple(others[:1])}
    return {}


def _doer(command: Do) -> str:
    return command.on_behalf_of or command.actor or ""


WORDING = {
    "nl": {
        "split.groups": "bij {step} horen minstens twee groepen: noem voor elk nieuw dossier wie "
        "daarheen gaat",
        "split.strange": "bij {step} kan alleen wie meedoet worden ingedeeld, en niet {who}",
        "split.once": "bij {step} hoort ieder in precies een groep: {who} nog niet",
        "split.small": "groep {case} is te klein: {count}, en nodig zijn er {least}",
        "split.heir": "bij {step} erft een van de nieuwe dossiers de stukken: noem welk",
        "split.no_heir": "bij {step} erft niet een van de nieuwe dossiers: noem er geen",
        "split.merge": "noem bij {step} welke dossiers hierin opgaan",
        "split.not_open": "bij {step} kunnen alleen andere open dossiers van deze soort opgaan "
        "in dit dossier",
    },
    "en": {
        "split.groups": "{step} takes at least two groups: name for each new case who goes there",
        "split.strange": "{step} can only place those who take part, and not {who}",
        "split.once": "with {step} each belongs in exactly one group: not yet {who}",
        "split.small": "group {case} is too small: {count}, and {least} are needed",
        "split.heir": "with {step} one of the new cases inherits the documents: name which",
        "split.no_heir": "with {step} no single one of the new cases inherits: name none",
        "split.merge": "name with {step} which cases are merged into this one",
        "split.not_open": "with {step} only other open cases of this kind can be merged into "
        "this one",
    },
}
