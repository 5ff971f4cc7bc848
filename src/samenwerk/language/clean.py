"""Making text safe to show: whatever a label, title or file held, a terminal only prints it.

How much room a text takes and where its lines break is `layout`.
"""

from __future__ import annotations

import json
import re
import unicodedata

_UNSEEN = re.compile(r"[^\x20-\x7e\n]")


def clean(text: str) -> str:
    r"""The text with everything invisible made visible; newlines stay.

    Control characters, bidirectional overrides, zero-width characters, halves of surrogate
    pairs and unassigned code points appear as `<U+202E>`; a tab becomes a space. Raises
    nothing; what is clean stays as it is.

    >>> clean("ja\x1b[2K\u202e nee")
    'ja<U+001B>[2K<U+202E> nee'
    """
    if text.isprintable():
        return text
    text = text.replace("\r\n", "\n").replace("\t", " ")
    return "".join(char if _shows(char) else seen(char) for char in text)


def one_line(text: str) -> str:
    r"""The clean text on a single line, so that no label can pass for a line of ours.

    >>> one_line(" West\nDit mag. ")
    'West Dit mag.'
    """
    if text.isprintable():
        return text.strip(" ")
    parts = (part.strip(" ") for part in clean(text).split("\n"))
    return " ".join(part for part in parts if part)


def seen(char: str) -> str:
    r"""One character as its number, for what cannot be shown.

    >>> seen("\u200b")
    '<U+200B>'
    """
    return f"<U+{ord(char):04X}>"


def json_text(data: object) -> str:
    r"""Plain data as JSON for people and programs: exact, and safe on a terminal.

    Letters stay letters; what `clean` would make visible is escaped, so that reading it back
    gives the same data. Raises TypeError for what JSON does not have.

    >>> print(json_text({"naam": "café\u202e"}))
    {
      "naam": "café\u202e"
    }
    """
    written = json.dumps(data, ensure_ascii=False, indent=2)
    return _UNSEEN.sub(lambda found: _escaped(found[0]), written)


def _shows(char: str) -> bool:
    return char.isprintable() or char == "\n" or unicodedata.category(char) == "Zs"


def _escaped(char: str) -> str:
    return char if _shows(char) else json.dumps(char)[1:-1]
