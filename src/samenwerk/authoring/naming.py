"""Names that a workflow, a folder or a party can have, and the nearest one to what somebody typed.

What is called so already is for who asks.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection

from samenwerk.definitions.laying.structure import RESERVED

LONGEST = 60

_GOOD = re.compile(r"[a-z][a-z0-9_-]*\Z")
_LETTERS = str.maketrans({
    "ß": "ss", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i",
    "&": "_en_", "@": "_",
})  # fmt: skip
_WINDOWS = {"con", "prn", "aux", "nul", *(f"{one}{n}" for one in ("com", "lpt") for n in range(10))}


def name_fault(name: str) -> str | None:
    """Why this cannot be a name: `shape`, `long`, `word` (of the language), `system`; or None.

    >>> name_fault("noord"), name_fault("Zorg Noord"), name_fault("today"), name_fault("aux")
    (None, 'shape', 'word', 'system')
    """
    if not _GOOD.match(name):
        return "shape"
    if len(name) > LONGEST:
        return "long"
    if name in RESERVED:
        return "word"
    return "system" if name in _WINDOWS else None


def name_like(text: str, otherwise: str, between: str = "_", taken: Collection[str] = ()) -> str:
    """The nearest text that can be a name and is not taken.

    `otherwise` is used where nothing of the text is left, and put before it where the text alone
    cannot be a name.

    >>> name_like("Thús Wonen", "partij"), name_like("2030", "regio", "-"), name_like("?", "regio")
    ('thus_wonen', 'regio-2030', 'regio')
    """
    flat = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    plain = "".join(char for char in flat if not unicodedata.combining(char))
    found = re.sub(r"[^a-z0-9]+", between, plain)[:LONGEST].strip(between)
    if not found or not found[0].isalpha() or name_fault(found) is not None:
        found = f"{otherwise}{between}{found}".rstrip(between)
    found = found[:LONGEST].rstrip(between)
    name, number = found, 1
    while name in taken:
        number += 1
        name = f"{found[: LONGEST - 4]}{between}{number}"
    return name
