"""A value written as people write it, where the language asks it otherwise: what to type instead.

The text could be read; what is meant by a value is `meant`, what a key asks `structure`.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction

from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.spelling import meant
from samenwerk.definitions.spelling.stretch import quoted
from samenwerk.values.message import Message

_DAYS = ("date", "day", "day_or_term", "operand", "value", "values", "one_or_more", "days")
_TERMS = ("term", "day_or_term", "operand", "value", "values")
_NUMBERS = ("number", "quorum", "whole_number", "money", "operand", "value", "values")
_TEXTS = ("text", "texts", "labels")
_CENT = Decimal("0.01")
_TODAY = ("vandaag", "nu", "heden", "now")


def tell_otherwise(faults: Faults, node: Node, wanted: str, told: str = "") -> bool:
    """Report a value of which is clear how it should be written (SW102); whether it was.

    `wanted` is a type of a key or of a fact, `told` the message that names it.
    """
    found = otherwise(node, wanted)
    if found is None:
        return False
    raw = _line_of(node) if wanted == "conditions" else raw_text(node)
    whole = raw is not None and "%" not in raw  # a percentage is seldom what a part is
    repair = node.source.repair(node.place, found) if whole else None
    written = node.text if node.text is not None else raw or str(node.value)
    faults.add("SW102", node, case="meant", repair=repair, written=meant.plain(written),
               meant=found, wanted=Message(told or f"type.{wanted}"))  # fmt: skip
    return True


def otherwise(node: Node, wanted: str) -> str | None:
    """What should be written in the place of a value, or None where that is not certain."""
    if wanted == "conditions":
        written = _line_of(node)
        return None if written is None else f"[{written}]"
    if node.text is not None:
        return _of_text(node.text, wanted)
    value = node.value
    if wanted in _TEXTS and isinstance(value, int | Decimal | date) and not isinstance(value, bool):
        raw = raw_text(node)
        return None if raw is None or isinstance(value, datetime) else quoted(raw)
    if wanted in ("share", "quorum") and isinstance(value, Decimal) and 0 < value < 1:
        part = Fraction(value)
        return f'"{part.numerator}/{part.denominator}"' if part.denominator <= 20 else None
    return None


def _of_text(text: str, wanted: str) -> str | None:
    if wanted in ("flag", "yes_no"):
        yes = meant.yes_no_meant(text)
        return None if yes is None else "true" if yes else "false"
    if wanted in _DAYS:
        if meant.plain(text).lower() in _TODAY and wanted != "date":
            return '"today"'
        if (day := meant.day_meant(text)) is not None:
            return day.isoformat()
    if wanted in _TERMS and (term := meant.term_meant(text)) is not None:
        return None if term.rstrip("s") == text.rstrip("s") else f'"{term}"'
    if wanted in ("share", "quorum", "value") and (share := meant.share_meant(text)) is not None:
        return None if share == text else f'"{share}"'
    if wanted in _NUMBERS:
        count = meant.COUNTS.get(text.lower())
        amount = str(count) if count is not None else meant.amount_meant(text)
        exact = wanted in ("number", "quorum", "whole_number")
        if amount is None or (exact and not amount.isdigit()) or (not exact and amount == text):
            return None
        return amount if wanted not in ("value", "operand") or count is None else None
    return None


def tell_thousands(faults: Faults, node: Node) -> None:
    """Report a number with three decimals of which the last is a zero, as 5.000 (SW102).

    One person reads five in it and another five thousand, and nobody writes so many decimals.
    """
    value = node.value
    if not isinstance(value, Decimal) or value.as_tuple().exponent != -3 or value % _CENT:
        return
    raw = raw_text(node)
    if raw is None or not 1 <= abs(value) < 1000 or "e" in raw.lower():
        return
    whole = raw.replace(".", "").lstrip("+")
    read = str(value.normalize()) if value % 1 else str(int(value))
    faults.add("SW102", node, case="thousands", written=raw, meant=whole, read=read)


def _line_of(node: Node) -> str | None:
    """A single condition as it stands in the author's text, on one line; None for what is none."""
    raw = shown(node)
    inline = raw.startswith("{") and raw.endswith("}") and node.is_table
    return raw if inline or (node.text and raw_text(node)) else None


def raw_text(node: Node) -> str | None:
    """A plain value as it stands in the author's text; None where it goes on over more lines."""
    raw = shown(node)
    return None if not raw or raw.startswith(('"""', "'''", "[", "{")) else raw


def shown(node: Node) -> str:
    """What stands at the place of a node; empty where its text is not known."""
    place, lines = node.place, node.source.lines
    if not node.source.text or not 1 <= place.line <= len(lines):
        return ""
    return lines[place.line - 1][place.column - 1 : place.column - 1 + place.length]
