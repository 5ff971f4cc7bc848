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

INNER: Mapping[str, tuple[Key, ...]] = {"moves": MOVES, "said": SAID}
"""By the type of the key at which they stand; `said` is a list of them."""
