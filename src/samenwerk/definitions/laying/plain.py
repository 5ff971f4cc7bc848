"""Plain values as written in TOML: of which type they are, and how a fact holds them.

What a name is worth is `days`.
"""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from samenwerk.definitions.laying.fitting import share_in, term_in
from samenwerk.definitions.laying.merge import Node
from samenwerk.values.cell import Value
from samenwerk.values.share import Share
from samenwerk.values.time import Term

_CENT = Decimal("0.01")
_LARGEST = Decimal(10) ** 15


def type_of(value: object) -> str | None:
    """The type of a plain value, in the words of facts; None for what no fact can be."""
    for kind, name in (
        (bool, "yes_no"), (int, "whole_number"), (Decimal, "money"), (str, "text"),
        (date, "date"), (Term, "term"), (Share, "share"),
    ):  # fmt: skip
        if isinstance(value, kind):
            return name
    return None


def amount(value: object) -> Decimal | None:
    """An amount of money with two decimals, or None for what is none."""
    if isinstance(value, bool) or not isinstance(value, int | Decimal | str):
        return None
    if isinstance(value, str) and not re.fullmatch(r"-?[0-9]{1,15}(\.[0-9]{1,2})?", value):
        return None
    number = Decimal(value)
    if not number.is_finite() or abs(number) >= _LARGEST or number != number.quantize(_CENT):
        return None
    return number.quantize(_CENT)


def fitting(kind: str, value: object) -> Value | None:
    """The value as a fact of this type holds it, or None when it does not fit."""
    if isinstance(value, datetime):
        return None
    if kind == "money":
        return amount(value)
    if kind == "term" and isinstance(value, str):
        try:
            return Term.parse(value)
        except ValueError:
            return None
    if kind in ("choice", "text"):
        return value if isinstance(value, str) else None
    found: Any = value
    return found if type_of(value) == kind else None


def plain_value(node: Node) -> Value | Share | None:
    """The value of a parameter: a text that spells a term, a share or an amount is one."""
    if isinstance(node.value, list | dict | datetime):
        return None
    if isinstance(node.value, Decimal) and not node.value.is_finite():
        return None
    if node.text is None:
        found: Any = node.value
        return None if type_of(found) is None else found
    spelled = term_in(node) or share_in(node)
    return spelled or (node.text if (found := amount(node.text)) is None else found)
