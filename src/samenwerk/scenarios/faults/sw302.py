"""A value in a story of another type than belongs there."""

from __future__ import annotations

from samenwerk.definitions.checks.example import FACTS
from samenwerk.definitions.checks.shown import Cases
from samenwerk.definitions.keys.story_keys import STORY_TYPES
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.scenarios.faults.example import BESIDE, STORY, changed_story, found_while_reading

code = "SW302"
title = {
    "nl": "Een waarde in een verhaal van een andere soort",
    "en": "A value in a story of another kind",
}

_SAID = {
    "nl": Texts(
        'bij "{word}" staat niet wat er moet staan',
        "hier hoort {wanted}",
        "het verhaal kan zo niet worden nagespeeld.",
        "schrijf hier {wanted}.",
    ),
    "en": Texts(
        'the value of "{word}" is not what belongs there',
        "what belongs here is {wanted}",
        "the story cannot be played like this.",
        "write {wanted}.",
    ),
}


_DAY_MEANT = {
    "nl": Texts(
        'de dag bij "{word}" is anders geschreven dan hier kan',
        "hier hoort een dag zonder aanhalingstekens",
        "een dag is jaar-maand-dag: zo kan niemand dag en maand verwisselen.",
        "typ {meant}, zonder aanhalingstekens.",
    ),
    "en": Texts(
        'the day at "{word}" is written in another way than is possible here',
        "a day without quotes belongs here",
        "a day is year-month-day: this way nobody can take the day for the month.",
        "type {meant}, without quotes.",
    ),
}


def _escaped(said: str) -> str:
    """As it stands in a sentence that will be filled in."""
    return said.replace("{", "{{").replace("}", "}}")


_WANTED = {
    **{
        name: (_escaped(one.nl), _escaped(one.en))
        for name, one in STORY_TYPES.items()
        if name != "named_values"  # of this only an editor tells
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
    f"SW302 {case}": {
        lang: _filled(_SAID[lang], said) for lang, said in zip(("nl", "en"), both, strict=True)
    }
    for case, both in _WANTED.items()
} | {"SW302 day_meant": _DAY_MEANT}

_WORKFLOW = f"""{FACTS}
[fact.looptijd]
nl = "Looptijd"
type = "term"
by = "voorzitter"
[fact.aantal]
nl = "Aantal"
type = "whole_number"
by = "voorzitter"
[fact.bestuur_akkoord]
nl = "Bestuur akkoord"
type = "yes_no"
by = "voorzitter"
"""


def _recorded(fact: str, value: str) -> str:
    return changed_story('records = "kosten", is = 4000', f'records = "{fact}", is = {value}')


good = STORY
bad = changed_story("on = 2027-02-03", 'on = "3 februari"')
cases: Cases = {
    "day_meant": changed_story("on = 2027-02-03", 'on = "3 februari 2027"'),
    "text": changed_story('verdict = "not_yet"', "verdict = 3"),
    "name": changed_story('because = "akkoord"', 'because = "akkoord", state = 3'),
    "value": changed_story(
        'records = "kosten", is = 4000', 'hands_in = "nota", is = ["Nota", "Bijlage"]'
    ),
    "value_or_table": changed_story("is = 4000", "is = [4000]"),
    "name_or_table": changed_story('records = "kosten"', "records = 3"),
    "names": changed_story('who = "zuid", does = "coll', 'who = 3, does = "coll'),
    "value_or_names": changed_story(
        "  { verdict", '  { with = "kosten", is = [4000] },\n  { verdict'
    ),
    "groups": changed_story('"collaboration.stop"', '"collaboration.stop", into = "o"'),
    "true": changed_story('does = "collaboration.stop"', 'does = "collaboration.stop", try = "ja"'),
    "lines": '[scenario.begin]\nnl = "Beginnen"\nstory = "nog schrijven"\n',
    "table": changed_story('nl = "Beginnen"', 'nl = "Beginnen"\nset = "ruim"'),
    "fact.text": _recorded("toelichting", "3"),
    "fact.whole_number": _recorded("aantal", '"veel"'),
    "fact.money": changed_story("is = 4000", 'is = "veel"'),
    "fact.date": _recorded("ingang", '"straks"'),
    "fact.term": _recorded("looptijd", "4"),
    "fact.yes_no": _recorded("bestuur_akkoord", '"jawel"'),
    "fact.choice": _recorded("vorm", '"groot"'),
}
of = "scenarios"
files = {**BESIDE, "workflow.toml": _WORKFLOW}

check = found_while_reading
