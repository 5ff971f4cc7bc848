"""Dutch calendars: public holidays, bank days, and the law on terms. This file only introduces.

When the feasts are is in `feasts`, which of them are days off in `days_off`; the law itself is
text, in `termijnenwet.toml`.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files

from samenwerk import Part, PluginCalendar, hookimpl

__version__ = "0.1.0"


@hookimpl
def calendars() -> Sequence[PluginCalendar]:
    """De vrije dagen in Nederland, de dagen van de Algemene termijnenwet, en die van banken."""
    from samenwerk_termijnen.days_off import CALENDARS

    return CALENDARS


@hookimpl
def parts() -> Sequence[Part]:
    """De Algemene termijnenwet, als kalender voor termijnen die in een wet staan."""
    name = "termijnenwet.toml"
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    labels = {"nl": "Algemene termijnenwet", "en": "The Dutch act on terms"}
    return [Part("termijnenwet", labels, {name: text})]
