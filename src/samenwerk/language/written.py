"""A value as a person wrote it, made into the value that a fact of its type holds.

From TOML in `scenarios.toml`, from words on a command line, or from a form on a page (`typed`).
"""

from __future__ import annotations

import re
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation

from samenwerk.core.fitting import fits
from samenwerk.definitions.spelling import meant
from samenwerk.values.cell import Value
from samenwerk.values.declared import Fact
from samenwerk.values.time import Term

_QUOTES = "\"'" + meant.OPENING
_moment_in = re.compile(
    r"(?P<day>.+?)(?:(?:[ ]*[Tt,][ ]*|[ ]+)(?:om[ ]+|at[ ]+)?"
    r"(?P<hour>[0-9]{1,2})[:.](?P<minute>[0-9]{2})(?::(?P<second>[0-9]{2}))?(?:[ ]*uur)?)?"
).fullmatch


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

    It may be typed as people write, when that can be read in one way only: `5.000` cannot.

    >>> value_from_words(Fact(name="tied", type="yes_no"), "Ja")
    True
    >>> value_from_words(Fact(name="cost", type="money"), "\u20ac 1.250,50")
    Decimal('1250.50')
    >>> value_from_words(Fact(name="cost", type="money"), "5.000") is None
    True
    """
    if fact.type == "text":
        return words
    typed = bare(words)
    match fact.type:
        case "yes_no":
            return meant.yes_no_meant(typed)
        case "whole_number":
            return value_written(fact, _whole(typed))
        case "date":
            return day_from_words(typed)
        case "money":
            return value_written(fact, meant.amount_meant(typed) or typed)
        case "term":
            return _term(meant.term_meant(typed) or typed)
    return value_written(fact, _word(fact, typed))


def bare(words: str) -> str:
    """What was typed with ordinary spaces and dashes, without quotes of any kind around it.

    >>> bare("\u201c 4 weken\u201d")
    '4 weken'
    """
    typed = meant.plain(words)
    if len(typed) > 1 and typed[0] in _QUOTES and typed[-1] in _QUOTES:
        typed = typed[1:-1].strip()
    return typed


def two_readings(fact: Fact, words: str) -> tuple[str, str] | None:
    """The two amounts that a number with one mark before three digits can be; else None.

    >>> two_readings(Fact(name="cost", type="money"), "5.000")
    ('5000', '5.00')
    """
    found = re.fullmatch(r"([1-9][0-9]{0,2})[.,]([0-9]{2}0)", bare(words))
    if found is None:
        return None
    whole, rest = found[1], found[2]
    if fact.type == "money":
        return whole + rest, f"{whole}.{rest[:2]}"
    return (whole + rest, whole) if fact.type == "whole_number" and rest == "000" else None


def _word(fact: Fact, typed: str) -> str:
    """The word that can be chosen, for what somebody typed: the word or one of its labels."""
    from samenwerk.language.catalogue import built_in

    for word in fact.one_of:
        common = (built_in().sentence(f"word.answer.{word}", lang) for lang in ("nl", "en"))
        known = (word, word.replace("_", " "), *fact.words.get(word, {}).values(), *common)
        if typed.casefold() in {one.casefold() for one in known if one}:
            return word
    return typed


def day_from_words(words: str) -> date | None:
    """A civil day as `2027-02-01`, or as people write one with its day first; else None.

    >>> day_from_words("2027-02-01"), day_from_words("1 maart 2027"), day_from_words("1 feb")
    (datetime.date(2027, 2, 1), datetime.date(2027, 3, 1), None)
    """
    return meant.day_meant(bare(words))


def moment_from_words(words: str) -> datetime | None:
    """A day with or without a time on it, which is then noon; None for anything else.

    >>> moment_from_words("1-3-2027 9.30"), moment_from_words("2027-03-01")
    (datetime.datetime(2027, 3, 1, 9, 30), datetime.datetime(2027, 3, 1, 12, 0))
    """
    found = _moment_in(bare(words))
    day = None if found is None else day_from_words(found["day"])
    if found is None or day is None:
        return None
    try:
        at = time(12) if found["hour"] is None else time(
            int(found["hour"]), int(found["minute"]), int(found["second"] or 0)
        )  # fmt: skip
    except ValueError:
        return None
    return datetime.combine(day, at)


def _whole(typed: str) -> int | None:
    counted = meant.COUNTS.get(typed.lower())
    if counted is not None:
        return counted
    figures = (meant.amount_meant(typed) or typed) if re.fullmatch(r"[-0-9., ]+", typed) else ""
    return int(figures) if re.fullmatch(r"-?[0-9]{1,19}", figures) else None


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

WORDING = {
    "nl": {
        "written.text": "een tekst",
        "written.whole_number": "een geheel getal, als 12",
        "written.money": "een bedrag, als 1250,50",
        "written.date": "een dag, als 2027-02-01",
        "written.term": "een termijn, als 4 weken",
        "written.yes_no": "ja of nee",
        "written.choice": "een van: {words}",
    },
    "en": {
        "written.text": "a text",
        "written.whole_number": "a whole number, as 12",
        "written.money": "an amount, as 1250.50",
        "written.date": "a day, as 2027-02-01",
        "written.term": "a term, as 4 weeks",
        "written.yes_no": "yes or no",
        "written.choice": "one of: {words}",
    },
}
