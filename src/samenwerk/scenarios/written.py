"""A value as a person wrote it, made into the value that a fact of its type holds.

From TOML in `scenarios.toml`, or from words on a command line.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal, InvalidOperation

from samenwerk.core.filled import fits
from samenwerk.language.catalogue import built_in
from samenwerk.values.cell import Value
from samenwerk.values.declared import Fact
from samenwerk.values.time import Term

_YES = {"ja": True, "yes": True, "true": True, "nee": False, "no": False, "false": False}
_UNITS = {
    "dag": "day", "dagen": "days", "weken": "weeks", "maand": "month", "maanden": "months",
    "jaar": "years", "jaren": "years",
}  # fmt: skip


def value_written(fact: Fact, written: object) -> Value | None:
    """The value for this fact as TOML has it, or None when it does not fit.

    Money may be a number or a text, a term is a text.

    >>> value_written(Fact(name="cost", type="money"), "12.50")
    Decimal('12.50')
    >>> value_written(Fact(name="cost", type="money"), "much") is None
    True
    """
    value: object = written
    if fact.type == "money" and isinstance(written, int | str) and not isinstance(written, bool):
        value = _money(str(written))
    elif fact.type == "term" and isinstance(written, str):
        value = _term(written)
    if isinstance(value, bool | int | Decimal | date | Term | str) and fits(fact, value):
        return value
    return None


def value_from_words(fact: Fact, words: str) -> Value | None:
    """The value for this fact as somebody types it, or None when it does not fit.

    >>> value_from_words(Fact(name="tied", type="yes_no"), "ja")
    True
    >>> value_from_words(Fact(name="cost", type="money"), "1250,50")
    Decimal('1250.50')
    """
    match fact.type:
        case "text":
            return words
        case "yes_no":
            return _YES.get(words.strip().lower())
        case "whole_number":
            return value_written(fact, _whole(words))
        case "date":
            return day_from_words(words)
        case "money":
            return value_written(fact, words.strip().removeprefix("€").strip().replace(",", "."))
        case "term":
            count, _, unit = words.strip().partition(" ")
            return _term(f"{count} {_UNITS.get(unit, unit)}")
    return value_written(fact, _word(fact, words.strip()))


def _word(fact: Fact, typed: str) -> str:
    """The word that can be chosen, for what somebody typed: the word or one of its labels."""
    for word in fact.one_of:
        common = (built_in().sentence(f"word.answer.{word}", lang) for lang in ("nl", "en"))
        known = (word, word.replace("_", " "), *fact.words.get(word, {}).values(), *common)
        if typed.casefold() in {one.casefold() for one in known if one}:
            return word
    return typed


def day_from_words(words: str) -> date | None:
    """A civil day as `2027-02-01`, or None.

    >>> day_from_words("2027-02-01"), day_from_words("1 feb")
    (datetime.date(2027, 2, 1), None)
    """
    try:
        return datetime.strptime(words.strip(), "%Y-%m-%d").date()
    except ValueError:
        return None


def _whole(words: str) -> int | None:
    plain = words.strip()
    digits = plain.removeprefix("-")
    return int(plain) if digits.isascii() and digits.isdigit() and len(digits) < 20 else None


def _money(words: str) -> Decimal | None:
    try:
        return Decimal(words) if words.isascii() and "_" not in words else None
    except InvalidOperation:
        return None


def _term(words: str) -> Term | None:
    try:
        return Term.parse(words)
    except ValueError:
        return None
