"""Moving to another definition, as the record tells it: what took effect, which cases went along.

Why a case cannot go along is said in one way wherever it is told.
"""

from __future__ import annotations

from samenwerk.language.catalogue import Speaker
from samenwerk.values.event import CaseKept, CaseMoved, DefinitionChanged
from samenwerk.values.message import Name

SHORT = 12
"""So many digits of a digest are enough for people to tell one from another."""

_FAMILIES = {
    "lifecycle": "lifecycle", "state": "state", "final": "state", "step": "step",
    "under": "lifecycle", "rests_on": "lifecycle", "per": "lifecycle", "fact_type": "fact",
    "fact_word": "fact", "fact_per": "fact", "role_one": "role",
}  # fmt: skip


def moved_over(
    what: DefinitionChanged | CaseMoved | CaseKept, definition: str, case: str, speaker: Speaker
) -> str:
    """One of these events, without day and doer."""
    match what:
        case DefinitionChanged(workflow=workflow):
            return speaker.words(
                "moved_over.changed", workflow=workflow, digest=definition[:SHORT]
            )
        case CaseMoved(states=states):
            told = speaker.words("moved_over.moved", case=case, digest=definition[:SHORT])
            renamed = [
                speaker.words("moved_over.state", old=Name("state", one), new=Name("state", to))
                for one, to in states
            ]
            return "; ".join([told, *renamed])
    told = speaker.words("moved_over.kept", case=case, digest=definition[:SHORT])
    because = []
    if what.clause is not None:
        ending = "" if what.until is None else "_until"
        because.append(speaker.words(
            f"moved_over.clause{ending}", clause=Name("transition", what.clause), until=what.until
        ))  # fmt: skip
    because += [cannot(reason, name, speaker) for reason, name in what.cannot]
    return "; ".join([told, *because])


def cannot(reason: str, name: str, speaker: Speaker) -> str:
    """Why a case cannot be moved: a reason of the record, and what it is about."""
    return speaker.words(f"cannot.{reason}", name=Name(_FAMILIES.get(reason, ""), name))


WORDING = {
    "nl": {
        "moved_over.changed": "vanaf nu geldt een andere versie van {workflow} ({digest})",
        "moved_over.moved": "dossier {case} gaat over naar de nieuwe versie ({digest})",
        "moved_over.state": "de fase {old} heet daar {new}",
        "moved_over.kept": "dossier {case} blijft onder de oude versie ({digest})",
        "moved_over.clause": "dat zegt de overgangsregel: {clause}",
        "moved_over.clause_until": "dat zegt de overgangsregel tot en met {until}: {clause}",
        "cannot.lifecycle": 'de levensloop "{name}" is er niet meer',
        "cannot.state": 'de fase "{name}" is er niet meer',
        "cannot.final": 'de fase "{name}" is daar een eindpunt',
        "cannot.step": 'de stap "{name}" is half gedaan, en is er niet meer',
        "cannot.under": "een dossier als dit hangt daar ergens anders onder",
        "cannot.rests_on": 'daar bouwt een dossier als dit voort op een ander: "{name}"',
        "cannot.per": 'daar is "{name}" van één partij, en van wie dit dossier is, is niet bekend',
        "cannot.fact_type": '"{name}" is vastgelegd, en is daar een ander soort gegeven',
        "cannot.fact_word": '"{name}" is vastgelegd met een woord dat er daar niet meer is',
        "cannot.fact_per": '"{name}" is vastgelegd, en telt daar per partij of juist niet meer',
        "cannot.role_one": 'meer dan één partij is "{name}", en daar kan dat er maar één zijn',
    },
    "en": {
        "moved_over.changed": "from now on another version of {workflow} holds ({digest})",
        "moved_over.moved": "case {case} moves to the new version ({digest})",
        "moved_over.state": "the state {old} is called {new} there",
        "moved_over.kept": "case {case} stays under the old version ({digest})",
        "moved_over.clause": "so says the transitional clause: {clause}",
        "moved_over.clause_until": "so says the transitional clause until {until}: {clause}",
        "cannot.lifecycle": 'the lifecycle "{name}" is no longer there',
        "cannot.state": 'the state "{name}" is no longer there',
        "cannot.final": 'the state "{name}" is an end there',
        "cannot.step": 'the step "{name}" is half done, and is no longer there',
        "cannot.under": "a case like this hangs under something else there",
        "cannot.rests_on": 'there a case like this builds on another: "{name}"',
        "cannot.per": 'there "{name}" is of one party, and whose this case is, is not known',
        "cannot.fact_type": '"{name}" is recorded, and is another kind of fact there',
        "cannot.fact_word": '"{name}" is recorded as a word that is no longer there',
        "cannot.fact_per": '"{name}" is recorded, and is kept by party there or no longer is',
        "cannot.role_one": 'more than one party is "{name}", and there only one can be',
    },
}
