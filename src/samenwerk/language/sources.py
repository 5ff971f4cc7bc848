"""A source as people in a meeting read it: without the keys that only a list of sources explains.

Who looks a source up sees it whole, in `explained` and on the page about the sources.
"""

from __future__ import annotations

import re

from samenwerk.language.clean import one_line

_KEYS = re.compile(r"\s*\(S\d+-\d+(?:,\s*S\d+-\d+)*\)(?=;|$)")


def cited(source: str) -> str:
    """The source on one line, without the keys of the list of sources; each of several has its own.

    >>> cited("Zonder goed proces geen impact, les 1 (S3-13, S0-16)")
    'Zonder goed proces geen impact, les 1'
    >>> cited("Kennisdossier (S0-22); Trots in de regio (S2-15)")
    'Kennisdossier; Trots in de regio'
    >>> cited("Afspraken 2026 (versie 2)")
    'Afspraken 2026 (versie 2)'
    """
    return _KEYS.sub("", one_line(source))
