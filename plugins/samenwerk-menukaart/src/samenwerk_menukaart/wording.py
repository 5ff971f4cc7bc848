"""Every sentence of this plugin in Dutch and English, with the names of the offers."""

from __future__ import annotations

from collections.abc import Mapping

from samenwerk import Message
from samenwerk_menukaart.offers import KINDS, PROBLEMS, Offer, offers

SENTENCES = {
    "nl": {
        "menukaart.title": "ondersteuning voor samenwerken in de regio:",
        "menukaart.intro": "op {day} {count|past|passen} hier {count} {count|regel|regels} van de "
        "menukaart; vraag na of het er nog is",
        "menukaart.none": "er is geen aanbod dat hierbij past",
        "menukaart.what": "{what}, voor {whom}",
        "menukaart.kind": "soort: {kinds}; helpt bij: {helps}",
        "menukaart.where": "waar: {where}",
        "menukaart.cost": "kosten: {cost}",
        "menukaart.until": "afgelopen sinds {day}",
        "menukaart.checked": "nagekeken op {day}",
        "menukaart.old": "let op: niet meer nagekeken sinds {day}",
        "menukaart.never": "let op: niet bekend wanneer dit is nagekeken",
        "menukaart.source": "bron: {source}",
        "menukaart.asked": "waar u nu om vroeg:",
        "menukaart.asked.case": "{case}: {problem}",
        "menukaart.asked.none": "in geen dossier is naar ondersteuning gevraagd",
        "menukaart.all": "het hele aanbod:",
        "menukaart.looked": "er is op {day} naar ondersteuning gekeken",
        "menukaart.not_looked": "er is nog niet naar ondersteuning gekeken; kijk eens bij {offers}",
        "menukaart.looked_long_ago": "er is op {day} voor het laatst naar ondersteuning gekeken; "
        "kijk eens bij {offers}",
        "menukaart.way": "kijk of {offer} past, en leg de dag vast",
        "menukaart.kind.subsidy": "subsidie",
        "menukaart.kind.knowledge": "kennis",
        "menukaart.kind.expertise": "expertise",
        "menukaart.kind.contact": "contactpersoon",
        "menukaart.problem.process": "het proces",
        "menukaart.problem.people": "mensen",
        "menukaart.problem.money": "geld",
        "menukaart.problem.plan": "een plan maken",
        "menukaart.problem.example": "voorbeelden",
        "menukaart.problem.technology": "technologie",
    },
    "en": {
        "menukaart.title": "support for collaboration in the region:",
        "menukaart.intro": "on {day} {count} {count|line|lines} of the menu {count|fits|fit} this; "
        "ask whether it is still there",
        "menukaart.none": "there is no offer that fits this",
        "menukaart.what": "{what}, for {whom}",
        "menukaart.kind": "kind: {kinds}; helps with: {helps}",
        "menukaart.where": "where: {where}",
        "menukaart.cost": "cost: {cost}",
        "menukaart.until": "over since {day}",
        "menukaart.checked": "checked on {day}",
        "menukaart.old": "mind: not checked since {day}",
        "menukaart.never": "mind: it is not known when this was checked",
        "menukaart.source": "source: {source}",
        "menukaart.asked": "what you asked for now:",
        "menukaart.asked.case": "{case}: {problem}",
        "menukaart.asked.none": "no case asks for support",
        "menukaart.all": "all that there is:",
        "menukaart.looked": "support was looked for on {day}",
        "menukaart.not_looked": "nobody has looked for support yet; look at {offers}",
        "menukaart.looked_long_ago": "support was last looked for on {day}; look at {offers}",
        "menukaart.way": "look whether {offer} fits, and record the day",
        "menukaart.kind.subsidy": "subsidy",
        "menukaart.kind.knowledge": "knowledge",
        "menukaart.kind.expertise": "expertise",
        "menukaart.kind.contact": "contact person",
        "menukaart.problem.process": "the process",
        "menukaart.problem.people": "people",
        "menukaart.problem.money": "money",
        "menukaart.problem.plan": "making a plan",
        "menukaart.problem.example": "examples",
        "menukaart.problem.technology": "technology",
    },
}


def wording() -> Mapping[str, Mapping[str, str]]:
    """The sentences, with those of each offer beside them."""
    return {
        lang: {**table, **{id: text for one in offers() for id, text in _of(one, lang)}}
        for lang, table in SENTENCES.items()
    }


def _of(offer: Offer, lang: str) -> list[tuple[str, str]]:
    told = {"name": offer.names, "what": offer.what, "for": offer.for_whom, "cost": offer.cost}
    return [
        (f"menukaart.{part}.{offer.id}", texts[lang].replace("{", "{{").replace("}", "}}"))
        for part, texts in told.items()
        if texts is not None
    ]


def told(part: str, offer: Offer) -> Message:
    """The name of an offer, what it is, for whom, or what it costs."""
    return Message(f"menukaart.{part}.{offer.id}")


def kind(name: str) -> Message:
    """A kind of support; `name` is one of `KINDS`."""
    assert name in KINDS
    return Message(f"menukaart.kind.{name}")


def problem(name: str) -> Message:
    """What support can help with; `name` is one of `PROBLEMS`."""
    assert name in PROBLEMS
    return Message(f"menukaart.problem.{name}")
