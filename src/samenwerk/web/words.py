"""What the pages themselves say, in Dutch and in English; a case is told by its own speaker."""

from __future__ import annotations

import functools
from collections.abc import Callable

from immutables import Map

from samenwerk.language.catalogue import Catalogue, Speaker
from samenwerk.web.words_en import TEXTS as EN
from samenwerk.web.words_nl import TEXTS as NL

WORDING = {"nl": NL, "en": EN}
"""Language to id to sentence."""


@functools.cache
def speaker(lang: str) -> Speaker:
    """Who says the words of the pages in a language."""
    known = Map({one: Map(told) for one, told in WORDING.items()})
    return Speaker(lang, catalogue=Catalogue(known))


def words(lang: str) -> Callable[..., str]:
    """From an id and its params to a sentence in this language.

    >>> words("en")("cases.count", count=1)
    '1 case'
    """
    return speaker(lang).words
