"""Settings of a story that do not fit the workflow."""

from __future__ import annotations

from samenwerk.definitions.checks.example import changed
from samenwerk.definitions.checks.shown import Cases, Shown
from samenwerk.definitions.texts import Texts, TextsByCode
from samenwerk.scenarios.faults.example import BESIDE, STORY, changed_story, found_while_reading

code = "SW310"
title = {
    "nl": "Instellingen van een verhaal die niet bij de werkwijze passen",
    "en": "Settings of a story that do not fit the workflow",
}

TEXTS: TextsByCode = {
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
}

_GRENS = 'nl = "Beginnen"'


def _set(value: str, bounds: str) -> Shown:
    text = changed_story(_GRENS, f"{_GRENS}\nset = {{ grens = {value} }}")
    workflow = changed("at_most = 9000", bounds)
    return Shown(text, "scenarios", {**BESIDE, "workflow.toml": workflow})


good = STORY
bad = changed_story('nl = "Beginnen"', 'nl = "Beginnen"\nset = { grens = 9500 }')
cases: Cases = {
    "": _set('"veel"', "at_most = 9000"),
    "least": _set("500", "at_least = 1000"),
    "bounds": _set("500", "at_least = 1000, at_most = 9000"),
    "one_of": _set("500", "one_of = [4000, 5000]"),
}
of = "scenarios"
files = BESIDE

check = found_while_reading
