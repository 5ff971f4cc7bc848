"""Who can decide together, in words: for the page of a decision.

What groups can do is worked out by `core.coalitions`; nothing is counted here.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from samenwerk.core.coalitions import Coalitions, fresh
from samenwerk.core.votes import Count
from samenwerk.core.who import registered
from samenwerk.language.catalogue import Speaker
from samenwerk.values.declared import Decision
from samenwerk.values.register import Register

_MOST_NAMED = 12


def round_by_register(decision: Decision, register: Register, day: date) -> Count | None:
    """A round in which nobody spoke, as far as the register alone can tell who votes.

    None when a case says who votes, who has a veto, or how much a vote weighs.
    """
    named = (*decision.by, *decision.veto)
    in_case = decision.weight is not None or bool(decision.looks_at)
    if in_case or any(one.lifecycle or one.of for one in named):
        return None
    voters = tuple(dict.fromkeys(v for one in decision.by for v in registered(one, register, day)))
    sorts: dict[str, set[str]] = {sort: set() for sort in decision.sorts}
    for voter in voters:
        party = register.party(voter)
        sort = voter if party is None else party.sort
        if sort in sorts:
            sorts[sort].add(voter)
    vetoers = frozenset(v for one in decision.veto for v in registered(one, register, day))
    return fresh(
        decision, voters, vetoers=vetoers,
        sorts={sort: frozenset(some) for sort, some in sorts.items()},
    )  # fmt: skip


def deciding_rows(found: Coalitions, speaker: Speaker) -> Iterator[str]:
    """What groups can do, a sentence each; names are examples where many would do."""
    if not found.possible:
        yield speaker.words("deciding.never")
        return
    every = len(found.voters)
    quiet = found.deciding_in_silence
    if found.deciding:
        yield _group("deciding.enough", found.deciding, every, speaker)
    if not found.closes:
        yield speaker.words("deciding.silence.open")
    elif quiet is not None:
        id = "deciding.silence.enough" if quiet else "deciding.silence.never"
        yield _group(id, quiet, every, speaker)
    if len(found.vetoes) == every:
        yield speaker.words("deciding.veto.all")
    elif found.vetoes:
        yield speaker.words("deciding.veto.some", who=_named(found.vetoes, speaker))
    elif found.blocking:
        yield _group("deciding.blocks", found.blocking, every, speaker)
    if found.alone:
        yield speaker.words("deciding.alone", who=_named(found.alone, speaker))
    if found.never is None:
        yield speaker.words("deciding.many")
    elif found.never:
        yield speaker.words("deciding.idle", who=_named(found.never, speaker))
    if found.tips is not None and len(set(found.tips.values())) > 1:
        heaviest = sorted(found.tips.items(), key=lambda one: -one[1])[:_MOST_NAMED]
        told = ", ".join(f"{speaker.labels.party(who)} {_percent(one)}" for who, one in heaviest)
        yield speaker.words("deciding.tips", told=told)


def _group(id: str, group: tuple[str, ...], every: int, speaker: Speaker) -> str:
    ending = ".all" if len(group) == every else ""
    return speaker.words(
        id + ending, count=len(group), voters=every, who=_named(group, speaker)
    )


def _named(group: tuple[str, ...], speaker: Speaker) -> str:
    return speaker.parties(group, _MOST_NAMED)


def _percent(share: Fraction) -> str:
    return f"{round(share * 100)}%"


WORDING = {
    "nl": {
        "deciding.title": "Wie hierover kunnen beslissen, op {day}:",
        "deciding.voters": "een stem hebben: {who}",
        "deciding.nobody": "op die dag heeft niemand een stem",
        "deciding.in_case": "wie een stem heeft, of hoe zwaar die telt, staat per dossier vast; "
        "vraag het daar met --case",
        "deciding.weights": "hoe zwaar elke stem telt, is in dit dossier nog niet bekend",
        "deciding.by_plugin": "dat bepaalt de methode {method}; die is er nu niet om het te "
        "vragen",
        "deciding.too_many": "dat bepaalt de methode {method}; met {voters} stemmen zijn er te "
        "veel mogelijkheden om haar die alle te vragen",
        "deciding.never": "zo kan er nooit worden besloten, ook niet als iedereen voor is",
        "deciding.enough": "genoeg, ook als alle anderen tegen zijn: {count} van {voters} voor, "
        "zoals {who}",
        "deciding.enough.all": "genoeg is alleen als iedereen voor is",
        "deciding.silence.open": "wie niets zegt, houdt het besluit open: de ronde sluit niet",
        "deciding.silence.enough": "genoeg, als alle anderen zwijgen tot de ronde sluit: {count} "
        "van {voters} voor, zoals {who}",
        "deciding.silence.enough.all": "zwijgt er iemand tot de ronde sluit, dan is er geen "
        "besluit",
        "deciding.silence.never": "zwijgt er iemand tot de ronde sluit, dan is er geen besluit",
        "deciding.veto.all": "ieder van hen kan het alleen tegenhouden",
        "deciding.veto.some": "alleen al een tegenstem van een van deze houdt het tegen: {who}",
        "deciding.blocks": "genoeg om het tegen te houden: {count} van {voters} tegen, zoals "
        "{who}",
        "deciding.blocks.all": "tegenhouden kan alleen als iedereen tegen is",
        "deciding.alone": "kan dit alleen beslissen, tegen alle anderen in: {who}",
        "deciding.idle": "geeft nooit de doorslag: {who}",
        "deciding.many": "wiens stem de doorslag geeft, is niet uitgerekend: zo zijn er te veel "
        "mogelijkheden",
        "deciding.tips": "hoe vaak ieders stem de doorslag geeft, van alle keren dat er een dat "
        "doet: {told}",
    },
    "en": {
        "deciding.title": "Who can decide this, on {day}:",
        "deciding.voters": "these have a vote: {who}",
        "deciding.nobody": "on that day nobody has a vote",
        "deciding.in_case": "who has a vote, or how much it weighs, is known in each case; ask it "
        "there with --case",
        "deciding.weights": "how much each vote weighs is not known in this case yet",
        "deciding.by_plugin": "that is for the method {method}, which is not there to be asked",
        "deciding.too_many": "that is for the method {method}; with {voters} votes there are too "
        "many possibilities to ask it all of them",
        "deciding.never": "this can never be decided, not even when everyone is for",
        "deciding.enough": "enough, even when all others are against: {count} of {voters} for, "
        "such as {who}",
        "deciding.enough.all": "only enough when everyone is for",
        "deciding.silence.open": "who says nothing keeps the decision open: the round does not "
        "close",
        "deciding.silence.enough": "enough, when all others are silent until the round closes: "
        "{count} of {voters} for, such as {who}",
        "deciding.silence.enough.all": "when somebody is silent until the round closes, there is "
        "no decision",
        "deciding.silence.never": "when somebody is silent until the round closes, there is no "
        "decision",
        "deciding.veto.all": "each of them can stop it alone",
        "deciding.veto.some": "a vote against by any one of these stops it: {who}",
        "deciding.blocks": "enough to stop it: {count} of {voters} against, such as {who}",
        "deciding.blocks.all": "it can only be stopped when everyone is against",
        "deciding.alone": "can decide this alone, against all others: {who}",
        "deciding.idle": "never tips the outcome: {who}",
        "deciding.many": "whose vote tips the outcome was not worked out: there are too many "
        "possibilities",
        "deciding.tips": "how often each vote tips the outcome, of all times that one does: "
        "{told}",
    },
}
