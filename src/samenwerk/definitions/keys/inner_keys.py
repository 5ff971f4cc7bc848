"""The keys of the small tables that stand at one key: what money moves, what others say.

What the columns mean stands in `schema`; the families themselves are `families`.
"""

from __future__ import annotations

from collections.abc import Mapping

from samenwerk.definitions.keys.schema import Key

MOVES = (
    Key("amount", "operand", 'hoeveel geld, of "all": alles wat daar zit',
        'how much money, or "all": all that is there', True),
    Key("out_of", "name", 'uit welke pot, of "this" of "outside"',
        'out of which pool, or "this" or "outside"', True),
    Key("into", "name", 'in welke pot, of "this" of "outside"',
        'into which pool, or "this" or "outside"', True),
)  # fmt: skip
SAID = (
    Key("value", "value", "de waarde die daar staat", "the value that stands there", True),
    Key("source", "text", "waar dat staat", "where that stands", True),
)  # fmt: skip

HANDED = (
    Key("fact", "name", "wat dit gegeven waard is", "what this fact is worth"),
    Key("date", "name", "welke dag dit is", "which day this is"),
    Key("calculation", "name", "wat deze berekening oplevert", "what this calculation comes to"),
    Key("parameter", "name", "hoe dit is ingesteld", "how this is set"),
    Key("role", "name", "wie dit is: een rol, soort, groep of tafel",
        "who this is: a role, sort, group or table"),
    Key("document", "name", "de titel van dit stuk", "the title of this document"),
)  # fmt: skip
"""What may stand in `with` of an effect instead of a plain value; one of these at a time."""

INNER: Mapping[str, tuple[Key, ...]] = {"moves": MOVES, "said": SAID, "handed": HANDED}
"""By the type of the key at which they stand; `said` is a list of them, `handed` a table."""
