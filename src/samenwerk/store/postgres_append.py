"""How a PostgreSQL store gives its appends to the database: one statement, and its values.

The function that they go to is `store.postgres_functions`; who sends them is `store.postgres`.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence
from typing import Any

from samenwerk.core.encode import columns_of
from samenwerk.store.contract import Append
from samenwerk.store.postgres_outbox import columns_of_postings

_GIVEN = (
    "%s::text, %s::bigint, %s::text, %b::text[], %b::text[], %b::text[], %b::text[], %b::text[],"
    " %b::text[], %s::text, %s::text, %s::text, %s::bigint, %s::bigint, %s::text, %b::text[],"
    " %b::text[], %b::text[], %b::text[], %b::text[], %s::bigint[], %b::text[],"
    " %s::timestamptz[], %s::boolean[], %b::text[]"
)
# Most are one line with nothing beside it. A list takes the driver ten times as long as a text, so
# the database makes the lists of these.
_ONE_LINE = (
    "%s::text, %s::bigint, %s::text, ARRAY[%s::text], ARRAY[%s::text], ARRAY[%s::text],"
    " ARRAY[%s::text], ARRAY[%s::text], ARRAY[%s::text], %s::text, %s::text, %s::text,"
    " %s::bigint, %s::bigint, %s::text, NULL::text[], NULL::text[], NULL::text[],"
    " NULL::text[], NULL::text[], NULL::bigint[], NULL::text[], NULL::timestamptz[],"
    " NULL::boolean[], NULL::text[]"
)
_NAMES = tuple(f"c{number}" for number in range(_GIVEN.count("%")))
TOGETHER = 200
"""So many appends go in one statement at most: it can be given 65,535 values."""


def statement_of(appends: Sequence[Append]) -> tuple[str, list[object]]:
    """The statement that adds these one after the other, and what it is given.

    Its rows are `known`, `stands` and `ends` of each, in order.
    """
    plain = all(map(_one_line, appends))
    told = _told if plain else _values
    values = [value for one in appends for value in told(one)]
    return _together(len(appends), _ONE_LINE if plain else _GIVEN), values


@functools.cache
def _together(count: int, given: str) -> str:
    """The statement that adds so many, one after the other, each given in this way."""
    if count == 1:
        return f"SELECT known, stands, ends FROM @.append({given})"
    one = f"({given})"
    return (
        f"SELECT known, stands, ends FROM (VALUES {', '.join([one] * count)})"
        f" AS given ({', '.join(_NAMES)}), LATERAL @.append({', '.join(_NAMES)})"
    )


def _one_line(asked: Append) -> bool:
    """Whether it is one line, with no texts and no changes in the outbox."""
    return len(asked.lines) == 1 and not asked.sealed and not asked.postings


def _told(asked: Append) -> tuple[object, ...]:
    """As `_values`, of one line."""
    (line,), kept = asked.lines, asked.kept
    return (
        asked.collaboration,
        asked.after,
        line.event.before,
        *columns_of(line.event),
        line.body,
        line.hash,
        *(kept.command, kept.content, kept.verdict, kept.first, kept.last, kept.head),
    )


def _values(asked: Append) -> tuple[object, ...]:
    """What the function of the database is given, in its order."""
    lines, kept = asked.lines, asked.kept
    columns = [(*columns_of(one.event), one.body, one.hash) for one in lines]
    texts = [(one.sealed, one.salt, one.text) for one in asked.sealed]
    return (
        asked.collaboration,
        asked.after,
        lines[0].event.before if lines else None,
        *_turned(columns, 6),
        *(kept.command, kept.content, kept.verdict, kept.first, kept.last, kept.head),
        *_turned(texts, 3),
        *columns_of_postings(asked.postings),
    )


def _turned(rows: Sequence[tuple[Any, ...]], width: int) -> list[list[Any] | None]:
    """Rows as columns; nothing at all when there are no rows."""
    return [list(one) for one in zip(*rows, strict=True)] if rows else [None] * width
