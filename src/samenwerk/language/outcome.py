"""An outcome for a terminal: the verdict in words, every finding, the way out, who can act.

What is still needed, act by act, is `obligations`; the words of a condition stand beside it.
"""

from __future__ import annotations

from collections.abc import Hashable

import attrs

from samenwerk.language.catalogue import Speaker, as_sentence, capital
from samenwerk.language.layout import WIDTH, wrap
from samenwerk.language.obligations import declared_of, render_obligation
from samenwerk.language.sources import cited
from samenwerk.values.finding import NO, UNKNOWN, YES, Finding
from samenwerk.values.message import Message
from samenwerk.values.outcome import Outcome, Verdict

_ROOM = 30
"""Places that a finding keeps for its words, however deep it stands."""


def render_outcome(
    outcome: Outcome, speaker: Speaker, width: int = WIDTH, *, actor: str | None = None
) -> str:
    """The whole outcome as text of at most `width` places, without a newline at its end.

    `actor` is the party the verdict speaks of by name; without it the reader is spoken to.
    Marks are words, so that nothing depends on colour.
    """
    blocks = [wrap(headline(outcome, speaker, actor), width)]
    if outcome.repeated:
        blocks[0] += wrap(speaker.words("outcome.repeated"), width)
    if outcome.findings:
        blocks.append(render_findings(outcome.findings, speaker, width))
    ending = way_out(outcome, speaker, width)
    if ending:
        blocks.append(ending)
    return "\n\n".join("\n".join(rows) for rows in blocks)


def headline(outcome: Outcome, speaker: Speaker, actor: str | None = None) -> str:
    """The verdict as a sentence, and the outcome's own headline after it.

    >>> headline(Outcome(Verdict.NOT_YET), Speaker("nl"))
    'Dit kan nog niet.'
    """
    verdict = verdict_text(outcome, speaker, actor)
    if outcome.headline is None:
        return verdict
    own = speaker.sentence(outcome.headline)
    told = own in verdict or outcome.headline.id == "decide.allowed"
    return verdict if told else f"{verdict} {own}"


def verdict_text(outcome: Outcome, speaker: Speaker, actor: str | None = None) -> str:
    """The verdict alone as a sentence, without the reasons."""
    id = f"verdict.{outcome.verdict.value}"
    if outcome.headline is not None and outcome.headline.id == "decide.automatic":
        return speaker.words(id)  # it is allowed to happen, only not to be done
    if outcome.verdict is Verdict.NEVER and outcome.ground is not None:
        known = speaker.catalogue.sentence(f"{id}.{outcome.ground}", speaker.lang)
        id = f"{id}.{outcome.ground}" if known else id
    if outcome.verdict is Verdict.NOT_YOU:
        id += ".another" if outcome.can or outcome.way_out else ".nobody"
        if actor is not None:
            return speaker.words(f"{id}.named", actor=speaker.labels.party(actor))
    return speaker.words(id)


def render_findings(
    findings: tuple[Finding, ...], speaker: Speaker, width: int = WIDTH
) -> list[str]:
    """Findings as lines: a mark, what was found, its source; what it rests on below it.

    What stands in the way comes first, then what only warns. Beside those, what is met is said
    in one line, and much of that in one line together.
    """
    ordered = sorted(_once(findings), key=way_off)
    unmet = [one for one in ordered if one.truth < YES]
    met = ordered[len(unmet) :]
    if unmet:
        met = [attrs.evolve(one, source=None, children=()) for one in met]
    if not unmet or len(met) <= _FEW:
        return [row for one in (*unmet, *met) for row in _finding(one, speaker, width)]
    rows = [row for one in unmet for row in _finding(one, speaker, width)]
    said = "; ".join(finding_words(one, speaker) for one in met)
    return rows + wrap(capital(said, speaker.lang), width, f"  {speaker.words('mark.yes'):<3}  ")


def _once(findings: tuple[Finding, ...]) -> list[Finding]:
    """The findings without what another says too: that nobody is against what was given."""
    given = [one.message.params.get("say") for one in findings if one.message.id not in _NO_NO]
    return [
        met for one in findings
        for met in _met_by(one)
        if met.truth < YES or met.message.id not in _NO_NO
        or met.message.params.get("say") not in given
    ]  # fmt: skip


def _met_by(finding: Finding) -> list[Finding]:
    """What meets a choice or a list, in place of these."""
    met = [one for one in finding.children if one.truth == YES]
    if finding.truth < YES or not met or finding.message.id not in ("tree.any", "tree.all"):
        return [finding]
    if finding.message.id == "tree.any":
        return _met_by(met[0])
    return [one for part in met for one in _met_by(part)]


def way_off(finding: Finding) -> int:
    """How far a finding is from standing in the way."""
    if finding.truth == YES:
        return 3
    return {"block": 0, "explain": 1}.get(finding.severity, 2)


def way_out(outcome: Outcome, speaker: Speaker, width: int = WIDTH) -> list[str]:
    """What remains for a refused one, as lines; that nobody can, when nothing remains.

    Those who can act are named apart, unless the way out names them already. Empty for what
    was allowed, unless the outcome itself says what comes next.
    """
    advice = advised_by_rules(outcome.findings, speaker)
    told = outcome.way_out
    if advice:
        why = None if outcome.needs is None else outcome.needs.act
        told = tuple(one for one in told if one.id not in _EMPTY and one != why)
    if outcome.needs is not None and outcome.needs.kind not in ("nothing", "never", "unadvised"):
        # what a plugin advises stands in no tree
        brought = [one for one in told if not one.id.startswith("way.")]
        advice += [speaker.sentence(one) for one in brought]
        rows = [row for one in advice for row in wrap(one, width, "  - ")]
        head = [speaker.words("outcome.advice"), *rows, ""] if rows else []
        return [*head, *render_obligation(outcome.needs, speaker, width).split("\n")]
    ways = [*advice, *(speaker.sentence(message) for message in told)]
    rows = [speaker.words("outcome.way_out")] if ways else []
    for way in ways:
        rows += wrap(way, width, "  - ")
    said = " ".join(ways).casefold()
    if outcome.can and not all(
        speaker.labels.party(one).casefold() in said for one in outcome.can
    ):
        id = "outcome.may" if outcome.verdict is Verdict.NOT_YOU else "outcome.can"
        rows += wrap(speaker.words(id, who=speaker.parties(outcome.can)), width)
    if not rows and not outcome.allowed and not outcome.carried_out:
        rows += wrap(speaker.words("outcome.nobody"), width)
    return rows


def advised_by_rules(findings: tuple[Finding, ...], speaker: Speaker) -> list[str]:
    """What the text itself says one can do, for every rule, say or other name that is not met."""
    told: dict[str, None] = {}
    for finding in findings:
        if finding.truth == YES:
            continue
        named = declared_of(finding.leaf)
        found = None if named is None else speaker.labels.declared(named.family, named.name)
        said = None if found is None else speaker.labels.among(found.way_out)
        if said:
            told[as_sentence(said, speaker.lang)] = None
        for one in advised_by_rules(finding.children, speaker):
            told[one] = None
    return list(told)


def _finding(finding: Finding, speaker: Speaker, width: int, depth: int = 0) -> list[str]:
    mark = speaker.words(f"mark.{ANSWERS.get(finding.truth, 'unknown')}")
    margin = " " * min(2 + 5 * depth, max(0, width - _ROOM))
    said = finding_words(finding, speaker)
    rows = wrap(capital(said, speaker.lang) if depth == 0 else said, width, f"{margin}{mark:<3}  ")
    for child in together(_worth_reading(finding, depth), speaker):
        rows += _finding(child, speaker, width, depth + 1)
    return rows


def _worth_reading(finding: Finding, depth: int) -> tuple[Finding, ...]:
    """What a reader wants to see below a finding: what is met says enough by itself."""
    id, children = finding.message.id, finding.children
    if finding.truth == YES:
        return () if depth > 0 or id in _COUNTS else tuple(
            met for one in children if one.message.id != "tree.not" for met in _met_by(one)
        )  # fmt: skip
    if id == "tree.not":
        return children
    if id == "tree.no":
        return tuple(one for one in children if one.truth > NO)
    return tuple(one for one in children if one.truth < YES)


def together(findings: tuple[Finding, ...], speaker: Speaker) -> list[Finding]:
    """The same found of several parties becomes one finding of all of them."""
    groups: dict[Hashable, list[Finding]] = {}
    for number, one in enumerate(findings):
        alike: Hashable = number
        if one.message.id == "tree.of" and not one.children:
            alike = (one.truth, speaker.tell(one.message.params["finding"]))
        groups.setdefault(alike, []).append(one)
    return [_of_all(group) if len(group) > 1 else group[0] for group in groups.values()]


def _of_all(group: list[Finding]) -> Finding:
    params = group[0].message.params
    who = tuple(one.message.params["who"] for one in group)
    return attrs.evolve(group[0], message=Message("tree.of", {**params, "who": who}))


def finding_words(finding: Finding, speaker: Speaker) -> str:
    """What a finding says, with its source and the plugin that says so."""
    said = speaker.say(finding.message)
    if finding.truth < YES and finding.severity in ("warn", "hint"):
        said += f" ({speaker.words(f'finding.{finding.severity}')})"
    elif finding.truth == NO and finding.severity == "explain":
        said += f" ({speaker.words('finding.explain')})"
    told = [cited(finding.source)] if finding.source else []
    if finding.plugin:
        told.append(speaker.words("finding.plugin", plugin=finding.plugin))
    return f"{said} [{'; '.join(told)}]" if told else said


_FEW = 3
"""So much that is met still has lines of its own beside what is not."""

_EMPTY = ("way.unadvised", "tree.empty", "tree.empty_group", "tree.no_way")
"""Ways that lead nowhere: said only where there is no other."""

_NO_NO = ("say.followed", "say.waited")

_COUNTS = ("tree.every", "tree.some", "tree.no", "tree.count", "tree.share")

ANSWERS = {NO: "no", UNKNOWN: "unknown", YES: "yes"}

WORDING = {
    "nl": {
        "verdict.allowed": "Dit mag.",
        "verdict.allowed_with_explanation": "Dit mag, met uitleg.",
        "verdict.in_part": "Dit mag voor een deel.",
        "verdict.not_yet": "Dit kan nog niet.",
        "verdict.not_you.another": "Dit mag u niet doen; een ander wel.",
        "verdict.not_you.another.named": "Dit mag {actor} niet doen; een ander wel.",
        "verdict.not_you.nobody": "Dit mag u niet doen.",
        "verdict.not_you.nobody.named": "Dit mag {actor} niet doen.",
        "verdict.breach": "Dit mocht niet en gebeurde toch; zo is het vastgelegd.",
        "verdict.never": "Dit kan niet.",
        "verdict.never.forbidden": "Dit kan niet: de werkwijze verbiedt het.",
        "verdict.never.nothing_allows_it": "Dit kan niet: niets in de werkwijze laat het toe.",
        "verdict.never.over": "Dit kan niet meer.",
        "mark.yes": "ja",
        "mark.no": "nee",
        "mark.unknown": "?",
        "finding.explain": "mag toch, met uitleg",
        "finding.warn": "waarschuwing, houdt niets tegen",
        "finding.hint": "tip, houdt niets tegen",
        "finding.plugin": "volgens plugin {plugin}",
        "outcome.repeated": "Deze opdracht was al uitgevoerd; dit is het antwoord van toen.",
        "outcome.way_out": "Wat wel kan:",
        "outcome.advice": "Wat hierbij past:",
        "outcome.can": "Wie hier nu iets aan kan doen: {who}.",
        "outcome.may": "Wie dit wel mag: {who}.",
        "outcome.nobody": "Op dit moment kan niemand hier iets aan doen.",
    },
    "en": {
        "verdict.allowed": "This may happen.",
        "verdict.allowed_with_explanation": "This may happen, with an explanation.",
        "verdict.in_part": "This may happen in part.",
        "verdict.not_yet": "This cannot happen yet.",
        "verdict.not_you.another": "You may not do this; somebody else may.",
        "verdict.not_you.another.named": "{actor} may not do this; somebody else may.",
        "verdict.not_you.nobody": "You may not do this.",
        "verdict.not_you.nobody.named": "{actor} may not do this.",
        "verdict.breach": "This was not allowed and happened all the same; so it is recorded.",
        "verdict.never": "This cannot happen.",
        "verdict.never.forbidden": "This cannot happen: the workflow forbids it.",
        "verdict.never.nothing_allows_it": "This cannot happen: nothing in the workflow allows it.",
        "verdict.never.over": "This can no longer happen.",
        "mark.yes": "yes",
        "mark.no": "no",
        "mark.unknown": "?",
        "finding.explain": "allowed all the same, with an explanation",
        "finding.warn": "a warning, stops nothing",
        "finding.hint": "a tip, stops nothing",
        "finding.plugin": "according to plugin {plugin}",
        "outcome.repeated": "This command was carried out before; this is the answer given then.",
        "outcome.way_out": "What can be done:",
        "outcome.advice": "What fits here:",
        "outcome.can": "Who can do something about it now: {who}.",
        "outcome.may": "Who may do this: {who}.",
        "outcome.nobody": "At this moment nobody can change this.",
    },
}
