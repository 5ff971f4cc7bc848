"""From rows of a table to lines of the record, and to what is listed; how the rows are fetched is
of each store.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from samenwerk.core.encode import decode
from samenwerk.store.contract import Followed
from samenwerk.values.errors import RecordBroken
from samenwerk.values.event import Line


def read_lines(collaboration: str, rows: Iterable[tuple[int, str, str]]) -> Iterator[Line]:
    """The lines in rows of sequence, text and hash; raises as `Store.read`."""
    for sequence, body, hash_ in rows:
        yield read_line(collaboration, sequence, body, hash_)


def read_followed(rows: Iterable[tuple[int, str, int, str, str]]) -> Iterator[Followed]:
    """The lines in rows that begin with a place and a collaboration; raises as `Store.read`."""
    for place, collaboration, sequence, body, hash_ in rows:
        yield Followed(place, read_line(collaboration, sequence, body, hash_))


def read_line(collaboration: str, sequence: int, body: str, hash_: str) -> Line:
    """One line; raises RecordBroken and StoreVersion as `Store.read`."""
    try:
        return Line(decode(body), body, hash_)
    except RecordBroken as broken:
        raise RecordBroken(
            f"{collaboration} cannot be read at {sequence}",
            collaboration=collaboration,
            sequence=sequence,
            what="chain.unreadable",
        ) from broken


def entries_of(
    listed: Iterable[Sequence[Any]], concerned: Iterable[Sequence[Any]]
) -> list[tuple[str, str, str, tuple[str, ...]]] | None:
    """The kind, day, text and parties of each row of place, kind, day and text that is listed.

    `concerned` are the rows of place, kind, day and party by which they are found. None when
    these do not belong to those: an entry that nobody finds, or a row that finds none.
    """
    parties: dict[tuple[int, str, str], set[str]] = {}
    for place, kind, day, party in concerned:
        parties.setdefault((place, kind, day), set()).add(party)
    made = []
    for place, kind, day, body in listed:
        found = parties.pop((place, kind, day), set())
        if (kind == "about") == ("" in found):
            return None
        made.append((kind, day, body, tuple(sorted(found - {""}))))
    return None if parties else made
