"""What a declared decision says: who decides, how it is counted, what silence and a no do.

How the count stands in a case is told by the leaf `decision`.
"""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk.core.by_method import method_name
from samenwerk.core.votes import closes_for_good, silence
from samenwerk.core.wording import operand_name
from samenwerk.language.catalogue import Speaker
from samenwerk.values.declared import Decision
from samenwerk.values.message import Message, Name
from samenwerk.values.who import Who


def decision_says(decision: Decision, speaker: Speaker) -> Iterator[str]:
    """Who and how, what else is counted, then the round, and those who do not simply vote."""
    method = method_name(decision)
    yield speaker.words("explained.method", method=method, who=who_names(decision.by))
    yield from _counted(decision, speaker)
    yield from _round(decision, speaker)
    if decision.abstain is not None:
        yield speaker.words(f"explained.abstain.{decision.abstain}")
    if decision.veto:
        yield speaker.words("explained.veto", who=who_names(decision.veto))
    if decision.may_ask:
        yield speaker.words("explained.may_ask", who=who_names(decision.may_ask))


def who_names(by: tuple[Who, ...]) -> tuple[Name, ...]:
    """These doers as names for a sentence."""
    return tuple(
        Name(who.kind, f"{who.lifecycle}.{who.name}" if who.lifecycle else who.name) for who in by
    )


def _home(decision: Decision, name: str) -> str:
    """The name as it is outside the lifecycle of the decision."""
    return name if decision.lifecycle is None or "." in name else f"{decision.lifecycle}.{name}"


def _counted(decision: Decision, speaker: Speaker) -> Iterator[str]:
    if decision.share is not None:
        of = speaker.words(f"explained.of.{decision.share_of}")
        yield speaker.words("explained.share", share=decision.share, of=of)
    if decision.plugin:
        yield from _by_plugin(decision, speaker)
    elif decision.weight is not None:
        fact = Name("fact", _home(decision, decision.weight))
        if decision.weight_share is None:
            yield speaker.words("explained.weight", fact=fact)
        else:
            yield speaker.words("explained.weighs", fact=fact, share=decision.weight_share)
    if decision.quorum is not None:
        yield speaker.words("explained.quorum", quorum=decision.quorum)
    if decision.sorts:
        sorts = tuple(Name("sort", one) for one in decision.sorts)
        yield speaker.words("explained.sorts", sorts=sorts)
    if decision.second_person:
        yield speaker.words("explained.second_person")


def _by_plugin(decision: Decision, speaker: Speaker) -> Iterator[str]:
    yield speaker.words("explained.by_plugin", plugin=decision.plugin)
    if decision.weight is not None:
        fact = Name("fact", _home(decision, decision.weight))
        yield speaker.words("explained.method.weight", fact=fact)
    if decision.looks_at:
        facts = tuple(Name("fact", _home(decision, one)) for one in decision.looks_at)
        yield speaker.words("explained.method.looks_at", facts=facts)
    if decision.given:
        given = tuple(
            Message("explained.method.given", {"name": name, "value": value})
            for name, value in decision.given
        )
        yield speaker.words("explained.method.with", given=given)


def _round(decision: Decision, speaker: Speaker) -> Iterator[str]:
    if decision.held is not None:
        yield speaker.words(f"explained.held.{decision.held}")
    if decision.opens_at is not None:
        step = Name("step", _home(decision, decision.opens_at))
        yield speaker.words("explained.opens_at", step=step)
    if decision.same_text is not None:
        text = Name("document", _home(decision, decision.same_text))
        yield speaker.words("explained.same_text", document=text)
    if decision.answer_within is not None:
        yield speaker.words("explained.answer_within", term=decision.answer_within)
    if decision.closes is not None:
        yield speaker.words("explained.closes", day=operand_name(decision.closes))
    closes = decision.answer_within is not None or decision.closes is not None
    if closes and closes_for_good(decision):
        yield speaker.words(f"explained.absent.{silence(decision)}")


WORDING = {
    "nl": {
        "explained.method": "hierover beslissen: {who}; bij {method}",
        "explained.share": "voor moet zijn: minstens {share} van {of}",
        "explained.of.members": "allen die mogen beslissen",
        "explained.of.present": "allen die meedoen",
        "explained.of.cast": "allen die voor of tegen zijn",
        "explained.weight": "wie voor is, heeft samen ook meer dan de helft van: {fact}",
        "explained.weighs": "wie voor is, heeft samen ook minstens {share} van: {fact}",
        "explained.by_plugin": "wat de stemmen samen worden, rekent de plug-in {plugin} uit",
        "explained.method.weight": "hoe zwaar een stem telt, volgt uit: {fact}",
        "explained.method.looks_at": "daarbij wordt ook gekeken naar: {facts}",
        "explained.method.with": "daarbij geldt: {given}",
        "explained.method.given": "{name} = {value}",
        "explained.quorum": "meedoen moet: minstens {quorum}",
        "explained.sorts": "van elk van deze soorten is minstens één voor: {sorts}",
        "explained.second_person": "minstens één ander dan wie het dossier opende is voor",
        "explained.held.meeting": "het besluit valt in een vergadering",
        "explained.held.writing": "het besluit valt schriftelijk",
        "explained.opens_at": "de ronde begint met de stap {step}",
        "explained.same_text": "het gaat om de laatste versie van {document}",
        "explained.answer_within": "antwoorden kan {term} lang",
        "explained.closes": "de laatste dag van de ronde is {day}",
        "explained.absent.left_out": "wie dan niets heeft gezegd, telt niet mee",
        "explained.absent.against": "wie dan niets heeft gezegd, geldt als tegen",
        "explained.absent.trusts": "wie dan niets heeft gezegd, vertrouwt de anderen",
        "explained.abstain.stays_open": "wie zich onthoudt, kan zich nog uitspreken",
        "explained.abstain.left_out": "wie zich onthoudt, telt niet mee",
        "explained.abstain.against": "wie zich onthoudt, is niet voor en telt als tegen",
        "explained.abstain.trusts": "wie zich onthoudt, vertrouwt de anderen en telt als voor",
        "explained.veto": "een stem tegen is genoeg als die komt van: {who}",
        "explained.may_ask": "vragen stellen mag ook: {who}",
    },
    "en": {
        "explained.method": "this is decided by: {who}; by {method}",
        "explained.share": "for must be: at least {share} of {of}",
        "explained.of.members": "all who may decide",
        "explained.of.present": "all who take part",
        "explained.of.cast": "all who are for or against",
        "explained.weight": "those for also have together more than half of: {fact}",
        "explained.weighs": "those for also have together at least {share} of: {fact}",
        "explained.by_plugin": "what the votes come to is worked out by the plugin {plugin}",
        "explained.method.weight": "how heavy a vote is follows from: {fact}",
        "explained.method.looks_at": "it also looks at: {facts}",
        "explained.method.with": "with it goes: {given}",
        "explained.method.given": "{name} = {value}",
        "explained.quorum": "taking part must: at least {quorum}",
        "explained.sorts": "of each of these sorts at least one is for: {sorts}",
        "explained.second_person": "at least one other than who opened the case is for",
        "explained.held.meeting": "it is decided in a meeting",
        "explained.held.writing": "it is decided in writing",
        "explained.opens_at": "the round begins with the step {step}",
        "explained.same_text": "it is about the latest version of {document}",
        "explained.answer_within": "answers can be given for {term}",
        "explained.closes": "the last day of the round is {day}",
        "explained.absent.left_out": "who has said nothing by then does not count",
        "explained.absent.against": "who has said nothing by then counts as against",
        "explained.absent.trusts": "who has said nothing by then trusts the others",
        "explained.abstain.stays_open": "who abstains can still speak up",
        "explained.abstain.left_out": "who abstains does not count",
        "explained.abstain.against": "who abstains is not for and counts as against",
        "explained.abstain.trusts": "who abstains trusts the others and counts as for",
        "explained.veto": "one vote against is enough when it comes from: {who}",
        "explained.may_ask": "questions may also be asked by: {who}",
    },
}
