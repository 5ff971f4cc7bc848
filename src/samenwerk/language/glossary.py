"""What the words of samenwerk mean, in Dutch and in English: one word each for one thing.

The words themselves come from where sentences take them; here stands what they mean. Which page
shows them is for `docs`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from samenwerk.definitions.words import WORDING as KINDS
from samenwerk.language.words import WORDING as WORDS
from samenwerk.values.who import ACTS


@attrs.frozen
class Entry:
    """One word: its name in a workflow or an answer, and per language the word and its meaning.

    `name` is "" for what people speak of and nobody writes. `words` and `means` go by language.
    """

    name: str
    words: Mapping[str, str]
    means: Mapping[str, str]


_WHOLE = {
    "collaboration": (
        "samenwerking", "collaboration",
        "partijen die zich aan één werkwijze houden, met al hun dossiers",
        "parties that keep to one workflow, with all their cases",
    ),
    "workflow": (
        "werkwijze", "workflow",
        "de tekst waarin staat hoe partijen samenwerken",
        "the text that says how parties work together",
    ),
    "case": (
        "dossier", "case",
        "één zaak die loopt, zoals een project; zij volgt een levensloop",
        "one matter under way, such as a project; it follows a lifecycle",
    ),
    "condition": (
        "voorwaarde", "condition",
        "iets wat waar, niet waar of nog niet bekend is",
        "something that is so, is not so, or is not known yet",
    ),
    "register": (
        "register", "register",
        "de lijst van wie meedoet: partijen, plaatsen, rollen en mandaten",
        "the list of who takes part: parties, seats, roles and mandates",
    ),
    "party": (
        "partij", "party",
        "een organisatie of groep die meedoet en zelf iets kan doen",
        "an organisation or group that takes part and can act",
    ),
    "overlay": (
        "speelruimte", "overlay",
        "wat u mag veranderen aan wat u van een basis overneemt",
        "what you may change in what you take over from a base",
    ),
    "": (
        "basis", "base",
        "de werkwijze waarop de uwe voortbouwt (`extends`)",
        "the workflow that yours builds on (`extends`)",
    ),
}  # fmt: skip

_FAMILIES = {
    "sort": (
        "wat voor organisatie een partij is, zoals aanbieder of gemeente",
        "what kind of organisation a party is, such as provider or municipality",
    ),
    "group": (
        "partijen die samen genoemd worden, naar soort, tafel, rol of regio",
        "parties that are named together, by sort, table, role or region",
    ),
    "map": ("een indeling in regio's", "a division into regions"),
    "region": ("een deel van een kaart, met wie daar ligt",
               "a part of a map, with who lies there"),
    "subject": ("waarover iets gaat; een mandaat geldt voor onderwerpen",
                "what something is about; a mandate holds for subjects"),
    "table": ("een plaats waar partijen samen overleggen",
              "a place where parties meet and talk"),
    "role": ("wat een partij in de samenwerking is, zoals voorzitter",
             "what a party is in the collaboration, such as chair"),
    "mandate": (
        "wat een partij namens een ander mag doen, tot een bepaalde dag",
        "what a party may do on behalf of another, until a certain day",
    ),
    "fact": ("iets wat wordt vastgelegd: een bedrag, een dag, een ja of nee",
             "something that is recorded: an amount, a day, a yes or no"),
    "open": ("iets wat niet te berekenen is en een mens moet beantwoorden",
             "something that cannot be reckoned and a person must answer"),
    "silent": ("iets waarover in geen enkele afspraak iets te vinden was",
               "something that no agreement says anything about"),
    "document": ("een tekst die wordt ingediend; de laatste versie telt",
                 "a text that is handed in; its latest version counts"),
    "date": ("een dag met een naam, vast of berekend uit een andere",
             "a day with a name, fixed or reckoned from another"),
    "calendar": ("welke dagen vrij zijn, en hoe een termijn daarmee afloopt",
                 "which days are off, and how a term ends by them"),
    "parameter": ("een waarde die een regio zelf kiest, vaak binnen grenzen",
                  "a value that a region chooses itself, often within bounds"),
    "calculation": ("een getal dat uit andere getallen volgt",
                    "a number that follows from other numbers"),
    "pool": ("geld dat voor iets bestemd is; er gaat niet meer uit dan erin zit",
             "money set aside; no more goes out than is in it"),
    "queue": ("dossiers die op volgorde wachten", "cases that wait in order"),
    "rule": ("een of meer voorwaarden samen, met een naam en een uitweg",
             "one or more conditions together, with a name and a way out"),
    "version": ("hoe een regel luidt vanaf een bepaalde dag",
                "how a rule reads from a certain day"),
    "decision": ("wat partijen samen besluiten, ieder met een standpunt",
                 "what parties decide together, each with a position"),
    "say": ("advies, instemming of gehoord worden van wie niet zelf besluit",
            "advice, consent or being heard, of those who do not decide"),
    "duty": ("iets wat uiterlijk op een dag gedaan moet zijn",
             "something that must be done by a day"),
    "window": ("de dagen waarop iets kan", "the days on which something can be done"),
    "exception": ("voor wie een periode langer of anders is",
                  "for whom a window is longer or different"),
    "effect": ("wat een stap buiten in gang zet, als een brief; een plug-in doet het",
               "what a step sets going outside, as a letter; a plugin does it"),
    "invariant": ("iets wat altijd moet blijven gelden, langs welke weg ook",
                  "something that must keep holding, along every path"),
    "transition": ("welke lopende dossiers onder de oude tekst blijven, en tot wanneer",
                   "which running cases stay under the old text, and until when"),
    "lifecycle": ("de fasen en stappen die een dossier kan doorlopen",
                  "the states and steps that a case can go through"),
    "state": ("waar een dossier nu is", "where a case is now"),
    "step": ("wat iemand doet waardoor een dossier verder gaat",
             "what somebody does that moves a case on"),
}  # fmt: skip

_STORIES = {
    "scenario": (
        "verhaal", "scenario",
        "een voorbeeld van wat er gebeurt en wat dan het antwoord hoort te zijn",
        "an example of what happens and what the answer should be",
    ),
    "--coverage": (
        "van twee kanten gezien", "shown both ways",
        "er is een verhaal waarin het mag en een waarin het niet mag",
        "there is a story in which it may be and one in which it may not",
    ),
    "--mutations": (
        "proef op de som", "mutation",
        "een voorwaarde wordt even weggelaten; merkt een verhaal dat?",
        "a condition is left out for a moment; does a story notice?",
    ),
    "--rehearsal": (
        "oefening", "rehearsal",
        "een samenwerking om te proberen, die zelf haar dagen kiest",
        "a collaboration for trying things, which chooses its own days",
    ),
}  # fmt: skip

_ANSWERS = {
    "verdict": ("oordeel", "verdict", "het antwoord op: kan deze stap nu?",
                "the answer to: can this step be done now?"),
    "finding": ("bevinding", "finding", "wat bij een oordeel over één voorwaarde wordt gezegd",
                "what is said with a verdict about one condition"),
    "obligation": ("nog nodig", "obligation", "wat er nog moet gebeuren voordat het kan",
                   "what must still happen before it can be done"),
    "way_out": ("uitweg", "way out", "wat u kunt doen als u vastloopt",
                "what you can do when you are stuck"),
    "event": ("vastlegging", "recorded event", "iets wat gebeurd is en in het logboek staat",
              "something that happened and stands in the record"),
    "history": ("logboek", "record", "alle vastleggingen, elk vastgemaakt aan de vorige",
                "all recorded events, each chained to the one before"),
    "head": ("eindcode", "head", "de code van de laatste vastlegging; bewaart u haar, dan is te "
             "zien of er iets is weggehaald", "the code of the last recorded event; keep it, and "
             "you can see whether something was taken away"),
    "blockers": ("op wie het wacht", "who it waits for", "wie eerst iets moet doen",
                 "who must do something first"),
}  # fmt: skip

_PLUGINS = {
    "plugins": ("plug-in", "plugin",
                "een pakket in Python dat brengt wat een werkwijze zelf niet kan zeggen",
                "a package in Python that brings what a workflow itself cannot say"),
    "hook": ("haak", "hook", "een soort dingen die een plug-in kan brengen, zoals regels",
             "one kind of things that a plugin can bring, such as rules"),
    "uses": ("deel van een plug-in", "part of a plugin",
             "tekst van een plug-in die uw werkwijze gebruikt, en die er daarna in staat",
             "text of a plugin that your workflow uses, and that stands in it from then on"),
    "method": ("manier van besluiten", "way of deciding",
               "hoe uit standpunten volgt of er besloten is; een plug-in kan er meer brengen",
               "how it follows from positions whether it is decided; a plugin can bring more"),
    "ledger": ("grootboek", "ledger", "elk bedrag dat verplaatst is, gelezen uit het logboek",
               "every amount that was moved, read from the record"),
    "account": ("rekening", "account",
                "waar geld staat: posten met een dag, die samen op niets uitkomen",
                "where money stands: entries with a day, which balance to nothing"),
    "payment": ("betaling", "payment", "wat volgens het logboek op een dag betaald moet worden, "
                "van wie aan wie", "what must be paid on a day by the record, from whom to whom"),
    "outbox": ("te verzenden", "outbox", "verzendingen die nog wachten of niet lukten; zij staan "
               "naast het logboek", "effects that still wait or failed; it lies beside the record"),
}  # fmt: skip

_PROOF = {
    "proved": ("bewezen", "proved", "het geldt langs elke weg, hoeveel partijen er ook zijn",
               "it holds along every path, however many parties there are"),
    "proved_within_bounds": (
        "bewezen binnen grenzen", "proved within bounds",
        "het geldt langs elke weg, tot zo veel partijen en dossiers als erbij staat",
        "it holds along every path, up to as many parties and cases as is told with it",
    ),
    "broken": ("doorbroken", "broken",
               "er is een weg waarlangs het niet geldt, en die is nagespeeld",
               "there is a path on which it does not hold, and it was played"),
    "not_decided": ("niet beslist", "not decided", "het is niet bewezen, en ook niet doorbroken",
                    "it was not proved, and not broken either"),
    "counter_example": (
        "tegenvoorbeeld", "counter-example", "het kortste verhaal waarin een waarborg niet geldt",
        "the shortest story in which an invariant does not hold",
    ),
}  # fmt: skip

_VERDICTS = {
    "allowed": ("mag", "allowed", "alles wat nodig is, is er", "all that is needed is there"),
    "allowed_with_explanation": (
        "mag, met uitleg", "allowed with an explanation",
        "het mag als u zegt waarom u van een regel afwijkt",
        "it may happen if you say why you depart from a rule",
    ),
    "in_part": ("deels gedaan", "done in part", "voor een deel van de partijen kon het",
                "it could be done for some of the parties"),
    "not_yet": ("nog niet", "not yet", "er ontbreekt nog iets; het antwoord zegt wat",
                "something is still missing; the answer says what"),
    "not_you": ("niet door u", "not by you", "het kan wel, maar een ander moet het doen",
                "it can be done, but by somebody else"),
    "never": ("nooit", "never", "zo kan het niet worden, wat u ook doet",
              "this cannot come about, whatever you do"),
    "breach": ("schending", "breach", "het mocht niet en gebeurde toch; zo staat het in het "
               "logboek", "it was not allowed and happened; so the record says"),
}  # fmt: skip

_TRUTHS = {
    "yes": ("vervuld", "met", "aan de voorwaarde is voldaan", "the condition holds"),
    "no": ("niet vervuld", "not met", "aan de voorwaarde is niet voldaan",
           "the condition does not hold"),
    "unknown": ("onbekend", "unknown", "er is nog niet genoeg bekend om het te zeggen",
                "too little is known yet to say"),
}  # fmt: skip

_SEVERITIES = {
    "block": ("zonder dit gaat de stap niet door", "without it the step cannot be done"),
    "explain": ("zonder dit gaat de stap alleen door met uitleg",
                "without it the step needs an explanation"),
    "warn": ("er staat een waarschuwing bij; de stap gaat door",
             "there is a warning; the step can be done"),
    "hint": ("er staat een tip bij; de stap gaat door",
             "there is a tip; the step can be done"),
}  # fmt: skip

_POSITIONS = {
    "for": ("u steunt het", "you support it"),
    "against": ("u steunt het niet", "you do not support it"),
    "object": ("u kunt er niet mee leven, en zegt waarom", "you cannot live with it, and say why"),
    "abstain": ("u spreekt zich niet uit", "you take no side"),
    "ask": ("u wilt eerst iets weten", "you want to know something first"),
}

_METHODS = {
    "unanimity": ("iedereen is voor", "everyone is for"),
    "consent": ("niemand heeft bezwaar", "nobody objects"),
    "majority": ("meer dan de helft is voor", "more than half are for"),
    "qualified": ("een afgesproken deel is voor, zoals twee derde",
                  "an agreed share is for, such as two thirds"),
    "double": ("genoeg partijen, die samen ook genoeg gewicht hebben",
               "enough parties, who together also have enough weight"),
    "joint": ("elke partij besluit zelf, en alle zeggen ja",
              "each party decides for itself, and all say yes"),
}  # fmt: skip


def _own(table: Mapping[str, tuple[str, str, str, str]]) -> tuple[Entry, ...]:
    return tuple(
        Entry(name, {"nl": nl, "en": en}, {"nl": means_nl, "en": means_en})
        for name, (nl, en, means_nl, means_en) in table.items()
    )


def _from(
    catalogue: Mapping[str, Mapping[str, str]], prefix: str, table: Mapping[str, tuple[str, str]]
) -> Iterator[Entry]:
    for name, (nl, en) in table.items():
        words = {lang: catalogue[lang][f"{prefix}.{name}"] for lang in ("nl", "en")}
        yield Entry(name, words, {"nl": nl, "en": en})


GLOSSARY: Mapping[str, tuple[Entry, ...]] = {
    "whole": _own(_WHOLE),
    "families": tuple(_from(KINDS, "kind", _FAMILIES)),
    "stories": _own(_STORIES),
    "answers": _own(_ANSWERS),
    "plugins": _own(_PLUGINS),
    "proof": _own(_PROOF),
    "verdicts": _own(_VERDICTS),
    "truths": _own(_TRUTHS),
    "severities": tuple(_from(WORDS, "word.severity", _SEVERITIES)),
    "positions": tuple(_from(WORDS, "word.position", _POSITIONS)),
    "methods": tuple(_from(WORDS, "word.method", _METHODS)),
    "acts": tuple(_from(WORDS, "word.act", dict.fromkeys(ACTS, ("", "")))),
}
"""Every word, by section."""
