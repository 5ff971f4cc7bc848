"""What an author is told about a fault in a file of scenarios, in Dutch and in English.

Where these faults are found is `read`, and for the settings of a scenario `play`.
"""

from __future__ import annotations

from samenwerk.definitions.story_keys import STORY_TYPES
from samenwerk.definitions.texts import Texts, TextsByCode

_TEXTS: dict[str, dict[str, Texts]] = {
    "SW301": {
        "nl": Texts(
            'een verhaal kent het woord "{written}" niet',
            "dit woord hoort hier niet",
            "wat niet gelezen wordt, wordt ook niet nagespeeld; u zou denken dat het getest is.",
            "hier kan staan: {allowed}.",
        ),
        "en": Texts(
            'a story does not know the word "{written}"',
            "this word does not belong here",
            "what is not read is not played either; you would think it was tested.",
            "what can stand here: {allowed}.",
        ),
    },
    "SW302": {
        "nl": Texts(
            'bij "{word}" staat niet wat er moet staan',
            "dit moet zijn: {wanted}",
            "het verhaal kan zo niet worden nagespeeld.",
            "schrijf hier {wanted}.",
        ),
        "en": Texts(
            'at "{word}" stands something else than there should',
            "this should be: {wanted}",
            "the story cannot be played like this.",
            "write here {wanted}.",
        ),
    },
    "SW303": {
        "nl": Texts(
            "deze regel doet niet precies één ding",
            "hier staat: {found}",
            "elke regel van een verhaal is één handeling, iets dat erbij wordt ingevuld, of wat "
            "u verwacht.",
            "gebruik één van: {allowed}.",
        ),
        "en": Texts(
            "this line does not do exactly one thing",
            "what stands here: {found}",
            "each line of a story is one act, something filled in with it, or what you expect.",
            "use one of: {allowed}.",
        ),
    },
    "SW304": {
        "nl": Texts(
            'bij deze handeling ontbreekt "{missing}"',
            "hier ontbreekt {missing}",
            "zonder dit is niet duidelijk wie wat wanneer doet.",
            "vul de regel aan met {missing} = ....",
        ),
        "en": Texts(
            'this act lacks "{missing}"',
            "{missing} is missing here",
            "without it nobody can tell who does what and when.",
            "complete the line with {missing} = ....",
        ),
    },
    "SW305": {
        "nl": Texts(
            'er is geen {what} met de naam "{written}"',
            "deze naam is nergens beschreven",
            "een verhaal over iets dat er niet is, test niets.",
            "verbeter de naam, of beschrijf wat ontbreekt.",
        ),
        "en": Texts(
            'there is no {what} named "{written}"',
            "this name is described nowhere",
            "a story about something that is not there tests nothing.",
            "correct the name, or describe what is missing.",
        ),
    },
    "SW306": {
        "nl": Texts(
            'scenario "{written}" gaat verder op zichzelf',
            "zo begint het nergens",
            "elk verhaal moet ergens beginnen: deze gaan in een kring op elkaar verder.",
            "haal bij één van deze scenario's after weg.",
        ),
        "en": Texts(
            'scenario "{written}" goes on from itself',
            "in this way it begins nowhere",
            "every story begins somewhere: these go on from each other in a ring.",
            "take after away from one of these scenarios.",
        ),
    },
    "SW307": {
        "nl": Texts(
            "deze regel hoort bij een handeling, maar er staat er geen boven",
            "hoort waarbij?",
            "wat wordt ingevuld of verwacht, hoort bij de handeling erboven.",
            "zet de handeling erboven; invullen (with) kan alleen bij een stap (does, asks).",
        ),
        "en": Texts(
            "this line belongs to an act, but none stands above it",
            "belongs to what?",
            "what is filled in or expected belongs to the act above it.",
            "put the act above it; filling in (with) is for a step only (does, asks).",
        ),
    },
    "SW308": {
        "nl": Texts(
            "deze verwachting spreekt zichzelf tegen",
            "past niet bij elkaar",
            "een verwachting die nooit kan uitkomen of twee keer is opgeschreven, zegt niets.",
            "schrijf elke verwachting één keer; noem bij because, can of ground ook het verdict.",
        ),
        "en": Texts(
            "this expectation contradicts itself",
            "does not fit together",
            "an expectation that can never come true, or is written twice, says nothing.",
            "write each expectation once; with because, can or ground also write the verdict.",
        ),
    },
    "SW309": {
        "nl": Texts(
            'het register "{written}" is niet te gebruiken',
            "dit bestand is er niet, of er is iets mis mee",
            "zonder register is niet bekend wie er meedoen.",
            "noem een bestand naast scenarios.toml, en controleer dat met samenwerk check.",
        ),
        "en": Texts(
            'the register "{written}" cannot be used',
            "this file is not there, or something is wrong with it",
            "without a register nobody knows who takes part.",
            "name a file beside scenarios.toml, and look at it with samenwerk check.",
        ),
    },
    "SW310": {
        "nl": Texts(
            "deze instellingen passen niet bij de werkwijze",
            "past niet: {written}",
            "een verhaal speelt zich af binnen wat de werkwijze toelaat.",
            "noem instellingen (parameters) van de werkwijze, met waarden die daar mogen.",
        ),
        "en": Texts(
            "these settings do not fit the workflow",
            "does not fit: {written}",
            "a story takes place within what the workflow admits.",
            "name parameters of the workflow, with values that it admits.",
        ),
    },
    "SW310 least": {
        "nl": Texts(
            "{written} is te laag voor {name}",
            "minstens: {low}",
            "een verhaal speelt zich af binnen wat de werkwijze toelaat.",
            "kies minstens {low}.",
        ),
        "en": Texts(
            "{written} is too low for {name}",
            "at least: {low}",
            "a story takes place within what the workflow admits.",
            "choose {low} or more.",
        ),
    },
    "SW310 most": {
        "nl": Texts(
            "{written} is te hoog voor {name}",
            "hoogstens: {high}",
            "een verhaal speelt zich af binnen wat de werkwijze toelaat.",
            "kies hoogstens {high}.",
        ),
        "en": Texts(
            "{written} is too high for {name}",
            "at most: {high}",
            "a story takes place within what the workflow admits.",
            "choose {high} or less.",
        ),
    },
    "SW310 bounds": {
        "nl": Texts(
            "{written} valt buiten de grenzen van {name}",
            "minstens: {low} - hoogstens: {high}",
            "een verhaal speelt zich af binnen wat de werkwijze toelaat.",
            "kies een waarde binnen de grenzen.",
        ),
        "en": Texts(
            "{written} is outside the bounds of {name}",
            "at least: {low} - at most: {high}",
            "a story takes place within what the workflow admits.",
            "choose a value within the bounds.",
        ),
    },
    "SW310 one_of": {
        "nl": Texts(
            "{written} is geen van de waarden die voor {name} mogen",
            "deze waarde mag niet",
            "een verhaal speelt zich af binnen wat de werkwijze toelaat.",
            "kies een van: {allowed}.",
        ),
        "en": Texts(
            "{written} is none of the values allowed for {name}",
            "this value is not allowed",
            "a story takes place within what the workflow admits.",
            "choose one of: {allowed}.",
        ),
    },
    "SW311": {
        "nl": Texts(
            'er zijn twee verhalen met de naam "{written}"',
            "deze naam is al gebruikt",
            "het eerste staat in {first}. Een naam geldt over alle bestanden met verhalen van "
            "een werkwijze.",
            "geef één van de twee een andere naam.",
        ),
        "en": Texts(
            'there are two stories named "{written}"',
            "this name is taken",
            "the first one stands in {first}. A name counts over all files with stories of a "
            "workflow.",
            "give one of the two another name.",
        ),
    },
}

def _escaped(said: str) -> str:
    """As it stands in a sentence that will be filled in."""
    return said.replace("{", "{{").replace("}", "}}")


WANTED = {
    **{
        name: (_escaped(type.nl), _escaped(type.en)) for name, type in STORY_TYPES.items()
    },
    "fact.text": ("een tekst", "a text"),
    "fact.whole_number": ("een geheel getal, als 12", "a whole number, as 12"),
    "fact.money": ('een bedrag, als "12.50"', 'an amount, as "12.50"'),
    "fact.date": ("een dag, als 2027-02-01", "a day, as 2027-02-01"),
    "fact.term": ('een termijn, als "4 weeks"', 'a term, as "4 weeks"'),
    "fact.yes_no": ("true of false", "true or false"),
    "fact.choice": ("één van deze woorden: {allowed}", "one of these words: {allowed}"),
}  # fmt: skip
"""What should stand somewhere, in Dutch and in English."""


def _filled(texts: Texts, wanted: str) -> Texts:
    whole = (texts.what, texts.label, texts.why, texts.mend)
    return Texts(*(text.replace("{wanted}", wanted) for text in whole))


TEXTS: TextsByCode = {
    **_TEXTS,
    **{
        f"SW302 {case}": {
            lang: _filled(_TEXTS["SW302"][lang], said)
            for lang, said in zip(("nl", "en"), both, strict=True)
        }
        for case, both in WANTED.items()
    },
}
"""Code, or code and case, to language to sentences."""
