"""The name of a thing by what people call it, as it stands at `nl` and `en`.

A name that is only spelled wrong is found in `laying.faults`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

ARTICLES = ("de", "het", "een", "the", "a", "an")


def called(
    written: str, labels: Mapping[str, Iterable[str]], begun: bool = True
) -> str | None:
    """The one name that people know as this text, or as words that begin with it; else None.

    `labels` are what people call each thing, by its name. A short name counts before one with a
    lifecycle before it. Without `begun` it must be the whole of what people call it.

    >>> known = {"brug": ["Zorgverzekeraar De Brug"], "wijk": ["De Wijk", "The Quarter"]}
    >>> called("de wijk", known), called("Zorgverzekeraar", known), called("Zorg", known)
    ('wijk', 'brug', None)
    """
    words = bare(written)
    told = {name: [bare(one) for one in said] for name, said in labels.items()}
    same = [name for name, said in told.items() if words in said]
    longer = []
    if begun and len(words) > 4:
        longer = [name for name, said in told.items() if any(s.startswith(words) for s in said)]
    short = [[name for name in found if "." not in name] for found in (same, longer)]
    return next((found[0] for found in (*short, same, longer) if len(found) == 1), None)


def bare(text: str) -> str:
    """A text as it is compared with another: small letters, plain spaces, and no article.

    >>> bare("samenwerking_loopt") == bare("De samenwerking loopt")
    True
    """
    words = text.lower().replace("_", " ").replace("-", " ").split()
    return " ".join(words[1:] if len(words) > 1 and words[0] in ARTICLES else words)
