"""XML in lines: elements with attributes and text in which nothing of an author means anything.

What is written in it, and in which order, belongs to the format that asks for it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from xml.sax.saxutils import escape, quoteattr

from samenwerk.language.clean import clean, one_line

HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

_PLAIN = re.compile(r"[A-Za-z0-9_]")


def element(
    name: str, attributes: dict[str, str], inside: Iterable[list[str]] | str = ()
) -> list[str]:
    """An element as lines: a text stands in it on one line, other elements below it."""
    told = "".join(f" {key}={_quoted(value)}" for key, value in attributes.items())
    if isinstance(inside, str):
        return [f"<{name}{told}>{escape(clean(inside))}</{name}>"]
    rows = [f"  {row}" for lines in inside for row in lines]
    if not rows:
        return [f"<{name}{told}/>"]
    return [f"<{name}{told}>", *rows, f"</{name}>"]


def _quoted(text: str) -> str:
    return quoteattr(one_line(text))


def id_of(name: str) -> str:
    """A name as an id of XML: letters, digits and underscores stay, other signs become numbers.

    Two names never give the same id, and none holds a point.

    >>> id_of("step_back"), id_of("één"), id_of("3e")
    ('step_back', '-e9--e9-n', '-33-e')
    """
    told = "".join(one if _PLAIN.match(one) else f"-{ord(one):x}-" for one in name)
    return f"-{ord(told[0]):x}-{told[1:]}" if told[:1].isdigit() else told
