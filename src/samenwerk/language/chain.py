"""Whether a record is whole, as text: what was found, and how sure that makes a reader.

How it is found out is `core.chain`.
"""

from __future__ import annotations

from samenwerk.core.chain import ChainReport
from samenwerk.language.catalogue import Speaker
from samenwerk.language.layout import WIDTH, wrap


def render_chain(report: ChainReport, speaker: Speaker, width: int = WIDTH) -> str:
    """The verdict on a record, what is wrong or how far it is vouched for, and its head.

    A record that nobody compared with an earlier head says that its end was not checked.
    """
    if report.what is not None:
        rows = wrap(speaker.words("chain.broken", count=report.count), width)
        return "\n".join([*rows, *wrap(speaker.sentence(report.what), width, "  ")])
    rows = wrap(speaker.words("chain.whole", count=report.count), width)
    rows += wrap(speaker.words("chain.anchored" if report.anchored else "chain.loose"), width)
    if report.head:
        rows += wrap(speaker.words("chain.head", head=report.head), width)
    return "\n".join(rows)


WORDING = {
    "nl": {
        "chain.whole": "Het logboek klopt: {count} {count|vastlegging|vastleggingen}, elk sluit "
        "aan op de vorige.",
        "chain.broken": "Het logboek klopt niet. In orde: de eerste {count} "
        "{count|vastlegging|vastleggingen}.",
        "chain.anchored": "Ook de eindcode die u opgaf staat erin: tot daar is niets weggehaald.",
        "chain.loose": "U gaf geen eerdere eindcode op. Of er aan het eind iets is weggehaald, is "
        "daarom niet te zien.",
        "chain.head": "Eindcode: {head}",
        "chain.hash": "vastlegging {sequence} is veranderd: de tekst past niet bij de code ervan",
        "chain.unreadable": "vastlegging {sequence} is niet te lezen",
        "chain.order": "vastlegging {found} staat op de plaats van {wanted}",
        "chain.gap": "er ontbreken vastleggingen: {first} tot en met {last}",
        "chain.fork": "vastlegging {sequence} staat er meer dan één keer",
        "chain.before": "vastlegging {sequence} sluit niet aan op de vorige",
        "chain.stream": "vastlegging {sequence} hoort bij een andere samenwerking: {found}, niet "
        "{wanted}",
        "chain.expect": "de eindcode die u opgaf ({expect}) komt er niet in voor: het eind is "
        "weggehaald, of alles is opnieuw geschreven. Na {count} "
        "{count|vastlegging|vastleggingen} staat er {head}",
    },
    "en": {
        "chain.whole": "The record is whole: {count} {count|event|events}, each following the "
        "one before it.",
        "chain.broken": "The record is not whole. In order: the first {count} "
        "{count|event|events}.",
        "chain.anchored": "The head you gave is in it too: up to there nothing was taken away.",
        "chain.loose": "You gave no earlier head. So it cannot be seen whether something was cut "
        "off at the end.",
        "chain.head": "Head: {head}",
        "chain.hash": "event {sequence} was changed: its text does not fit its digest",
        "chain.unreadable": "event {sequence} cannot be read",
        "chain.order": "event {found} stands in the place of {wanted}",
        "chain.gap": "events are missing: {first} up to and including {last}",
        "chain.fork": "event {sequence} is there more than once",
        "chain.before": "event {sequence} does not follow the one before it",
        "chain.stream": "event {sequence} belongs to another collaboration: {found}, not {wanted}",
        "chain.expect": "the head you gave ({expect}) is not in it: the end was cut off, or all "
        "of it was written anew. After {count} {count|event|events} stands {head}",
    },
}
