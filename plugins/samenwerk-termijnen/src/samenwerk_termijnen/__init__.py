"""Dutch calendars: public holidays, bank days, and the law on terms. This file only introduces.

When the feasts are is in `feasts`, which of them are days off in `days_off`; the law itself is
text, in `termijnenwet.toml`. What lies ready for so long is `lies_ready`.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.resources import files
from typing import TYPE_CHECKING

from samenwerk import Part, PluginCalendar, hookimpl

if TYPE_CHECKING:
    from samenwerk.core.leaf import Leaf

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


@hookimpl
def leaf_kinds() -> Sequence[type[Leaf]]:
    """Het woord `lies_ready`: een stuk ligt lang genoeg ter inzage."""
    from samenwerk_termijnen.lies_ready import LiesReady

    return [LiesReady]
