"""How a fault of a plugin reads: in both languages, without what only a programmer can read."""

from datetime import date
from typing import Any

import pytest

from samenwerk import PluginCalendar, PluginError, render
from samenwerk.definitions.checks import all_checks, texts_of
from samenwerk.hooks.families.calendars import fits
from samenwerk.language.catalogue import Speaker
from samenwerk.language.diagnostics import render_diagnostic
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.place import Place


@pytest.mark.parametrize(
    ("answer", "nl", "en"),
    [
        (
            {date(2027, 1, 1): "Nieuwjaarsdag"},
            '(2027-01-01 = "Nieuwjaarsdag"); gevraagd is dagen van 2026, elk met wat voor dag',
            '(2027-01-01 = "Nieuwjaarsdag"); asked is days of 2026, each with what day it is',
        ),
        (
            {"2026-01-01": ""},
            '("2026-01-01" = ""); gevraagd is dagen van 2026, elk met wat voor dag het is',
            '("2026-01-01" = ""); asked is days of 2026, each with what day it is',
        ),
        (
            [],
            "(list []); gevraagd is dagen, elk met wat voor dag het is",
            "(list []); asked is days, each with what day it is",
        ),
    ],
)
def test_days_off_that_are_none(answer: Any, nl: str, en: str) -> None:
    """A day as a day, a text as a text, and what is asked in the reader's language."""
    calendar = PluginCalendar("vrij", {"nl": "Vrij", "en": "Off"}, lambda year, known: answer)
    (brought,) = fits("proef", [calendar])
    with pytest.raises(PluginError) as fault:
        brought.days(2026, 2026, {})
    assert nl in render(fault.value, "nl")
    assert en in render(fault.value, "en")


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        ("nl", "Dit staat niet bij u, maar in wlz.toml van plug-in geld: de maker daarvan moet het "
         "verhelpen."),
        ("en", "This is not in your text but in wlz.toml of plugin geld: who made that must mend "
         "it."),
    ],
)  # fmt: skip
def test_a_fault_in_a_text_of_a_plugin(lang: str, said: str) -> None:
    """It says whose it is; one in a text of one's own does not."""
    texts, speaker = texts_of(all_checks()), Speaker(lang)

    def told(file: str) -> str:
        fault = Diagnostic("SW105", Place(file, 1, 1), {"written": "x"})
        return " ".join(render_diagnostic(fault, texts, {}, speaker).split())

    assert said in told("geld.wlz: wlz.toml")
    assert " geld" not in told("geld/wlz.toml")
