"""A parameter outside its bounds."""

from __future__ import annotations

from samenwerk.definitions.checks.example import BASE, Cases, changed, found_while_reading
from samenwerk.definitions.texts import Texts, TextsByCode

code = "SW115"
title = {"nl": "Een instelling buiten haar grenzen", "en": "A parameter outside its bounds"}

TEXTS: TextsByCode = {
    "SW115 least": {
        "nl": Texts(
            "{written} is te laag voor {name}",
            "minstens: {low}",
            "de grenzen zijn afgesproken zodat iedereen weet wat een regio kan kiezen.",
            "kies minstens {low}.",
        ),
        "en": Texts(
            "{written} is too low for {name}",
            "at least: {low}",
            "the bounds were agreed so that everyone knows what a region can choose.",
            "choose {low} or more.",
        ),
    },
    "SW115 most": {
        "nl": Texts(
            "{written} is te hoog voor {name}",
            "hoogstens: {high}",
            "de grenzen zijn afgesproken zodat iedereen weet wat een regio kan kiezen.",
            "kies hoogstens {high}.",
        ),
        "en": Texts(
            "{written} is too high for {name}",
            "at most: {high}",
            "the bounds were agreed so that everyone knows what a region can choose.",
            "choose {high} or less.",
        ),
    },
    "SW115 bounds": {
        "nl": Texts(
            "{written} valt buiten de grenzen van {name}",
            "minstens: {low} - hoogstens: {high}",
            "de grenzen zijn afgesproken zodat iedereen weet wat een regio kan kiezen.",
            "kies een waarde binnen de grenzen.",
        ),
        "en": Texts(
            "{written} is outside the bounds of {name}",
            "at least: {low} - at most: {high}",
            "the bounds were agreed so that everyone knows what a region can choose.",
            "choose a value within the bounds.",
        ),
    },
    "SW115 one_of": {
        "nl": Texts(
            "{written} is geen van de waarden die voor {name} mogen",
            "deze waarde mag niet",
            "de waarden zijn afgesproken zodat iedereen weet wat een regio kan kiezen.",
            "kies een van: {allowed}.",
        ),
        "en": Texts(
            "{written} is none of the values allowed for {name}",
            "this value is not allowed",
            "the values were agreed so that everyone knows what a region can choose.",
            "choose one of: {allowed}.",
        ),
    },
}

good = BASE
bad = changed("value = 5000", "value = 9500")
cases: Cases = {
    "least": changed("at_most = 9000", "at_least = 6000"),
    "bounds": changed("value = 5000", "value = 500, at_least = 1000"),
    "one_of": changed("at_most = 9000", "one_of = [4000, 6000]"),
}

check = found_while_reading
