"""The exports `cases`, `parties`, `positions` and `facts`: tables as CSV for a spreadsheet.

Free text stands in them as its seal, unless it was asked for. No cell is a formula, whatever
somebody wrote.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from samenwerk.core.facts import facts_of
from samenwerk.hooks.whole import Whole
from samenwerk.values.case import Case
from samenwerk.values.cell import Entry
from samenwerk.values.event import PositionGiven, Sealed

CASES = (
    "case", "lifecycle", "state", "since", "over", "under", "of", "rests_on", "opened", "roles",
)  # fmt: skip
PARTIES = (
    "party", "name", "sort", "belongs_to", "starts", "last_day", "tables", "roles", "source",
)  # fmt: skip
POSITIONS = ("case", "name", "party", "position", "day", "by", "sequence", "reasons")
FACTS = ("case", "fact", "type", "of", "value", "day", "by", "sequence")
_ACTIVE = ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\t", "\r", "\n", "|", "%")
"""What a spreadsheet may take for the beginning of a formula or a command."""


def cell(value: object) -> str:
    """A value as a cell; text that a spreadsheet could run gets a quote before it.

    >>> cell("=1+1"), cell(Decimal("-2.50")), cell(None)
    ("'=1+1", '-2.50', '')
    """
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case int() | Decimal():
            return str(value)
        case date():
            return value.isoformat()
        case tuple():
            return cell("; ".join(map(str, value)))
    text = str(value)
    return f"'{text}" if text.lstrip(" \xa0").startswith(_ACTIVE) else text


def cases(whole: Whole) -> bytes:
    """Each case on a line, in the order of opening."""
    return table(CASES, (
        (one.id, one.lifecycle, one.state, one.entered, one.over, one.parent, one.of,
         one.rests_on, one.opened.day,
         tuple(f"{role}={who}" for role in sorted(one.roles) for who in one.roles[role]))
        for one in whole.cases
    ))  # fmt: skip


def parties(whole: Whole) -> bytes:
    """Each party of the register on a line, with the tables and roles it has on the day."""
    register, day = whole.collaboration.register, whole.day
    return table(PARTIES, (
        (one.id, whole.label(whole.lang, "party", one.id), one.sort, one.belongs_to,
         one.span.starts, one.span.last_day,
         tuple(at.table for at in register.sits if at.who == one.id and at.span.covers(day)),
         tuple(at.role for at in register.holds if at.who == one.id and at.span.covers(day)),
         one.source)
        for one in register.parties
    ))  # fmt: skip


def positions(whole: Whole) -> bytes:
    """The latest position of each party in each decision and say."""
    reasons = {
        one.sequence: one.what.reasons
        for one in whole.history
        if isinstance(one.what, PositionGiven)
    }
    return table(POSITIONS, (
        (case.id, name, who, entry.value, entry.day, entry.by, entry.sequence,
         _free(whole, reasons.get(entry.sequence)))
        for case, name, who, entry in _entries(whole, "positions")
        if who is not None
    ))  # fmt: skip


def facts(whole: Whole) -> bytes:
    """Each fact as it stands now, of the case or of one party."""
    known = {
        (one.sequence, fact.name, fact.who): fact
        for one in whole.history
        for fact in facts_of(one.what)
    }

    def rows() -> Iterator[tuple[object, ...]]:
        for case, name, who, entry in _entries(whole, "facts"):
            fact = known.get((entry.sequence, name, who))
            if fact is None and who is None:
                continue  # the latest by anyone, which stands under its party too
            value = fact.value if fact is not None else entry.value
            told = _free(whole, value) if isinstance(value, Sealed) else value
            type = "" if fact is None else fact.type
            yield case.id, name, type, who, told, entry.day, entry.by, entry.sequence

    return table(FACTS, rows())


def _entries(whole: Whole, shelf: str) -> Iterator[tuple[Case, str, str | None, Entry]]:
    for case in whole.cases:
        named = getattr(case, shelf)
        for name in sorted(named):
            entries = named[name]
            for who in sorted(entries, key=lambda one: one or ""):
                yield case, name, who, entries[who]


def _free(whole: Whole, sealed: Sealed | None) -> str | None:
    if sealed is None:
        return None
    text = whole.text(sealed)
    return f"sealed:{sealed.sealed}" if text is None else text


def table(heads: tuple[str, ...], rows: Iterable[tuple[object, ...]]) -> bytes:
    """Rows below their heads, each value as a cell."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, lineterminator="\r\n")
    writer.writerow(heads)
    writer.writerows([cell(one) for one in row] for row in rows)
    return made.getvalue().encode("utf-8")
