"""Single values as people write them, per language: days, money, numbers, shares, terms, lists.

What has a label (parties, steps, facts) is `labels`; whole sentences are `catalogue`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal

from samenwerk.language.clean import one_line
from samenwerk.values.share import Share
from samenwerk.values.time import Term

LANGUAGES = ("nl", "en")

_MONTHS = {
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "en": "January February March April May June July August September October November December",
}
_UNITS = {
    "nl": {
        "day": ("dag", "dagen"),
        "week": ("week", "weken"),
        "month": ("maand", "maanden"),
        "year": ("jaar", "jaar"),
        "working day": ("werkdag", "werkdagen"),
    },
    "en": {
        unit: (unit, unit + "s") for unit in ("day", "week", "month", "year", "working day")
    },
}
_MOVED = {"nl": "of de eerste werkdag daarna", "en": "or the first working day after"}
_COUNTS = {
    "nl": ["een", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen"],
    "en": ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"],
}
_PARTS = {
    "nl": ["derde", "kwart", "vijfde", "zesde", "zevende", "achtste", "negende", "tiende"],
    "en": ["third", "quarter", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"],
}
_WORDS = {
    "nl": {True: "ja", False: "nee", None: "niet bekend", "and": "en", "or": "of", "": "niets"},
    "en": {True: "yes", False: "no", None: "not known", "and": "and", "or": "or", "": "nothing"},
}
_HALF_AND_WHOLE = {"nl": ("de helft", "het geheel"), "en": ("half", "the whole")}
_LONGEST = 60
"""Digits beyond which a number is printed as the computer has it."""


def base(lang: str) -> str:
    """The language whose spelling of values is used: `lang` itself, or English."""
    return lang if lang in LANGUAGES else "en"


def value_text(value: object, lang: str) -> str:
    """One value as a person writes it; lists of them too. Never fails, always on one line.

    >>> value_text(Decimal("1234.5"), "nl"), value_text(date(2027, 3, 3), "nl")
    ('€ 1.234,50', '3 maart 2027')
    >>> value_text((Term(4, "week"), Share(2, 3), True), "en")
    '4 weeks, two thirds and yes'
    """
    match value:
        case None | bool():
            return _WORDS[base(lang)][value]
        case int():
            return number_text(value, lang)
        case Decimal():
            return money_text(value, lang)
        case datetime():
            zone = value.tzname()
            return f"{day_text(value, lang)} {value:%H:%M}" + (f" {zone}" if zone else "")
        case date():
            return day_text(value, lang)
        case Term():
            return term_text(value, lang)
        case Share():
            return share_text(value, lang)
        case str():
            return one_line(value)
        case list() | tuple():
            return list_text([value_text(one, lang) for one in value], lang)
        case set() | frozenset():
            return list_text(sorted(value_text(one, lang) for one in value), lang)
    return one_line(str(value))


def day_text(day: date, lang: str) -> str:
    """A civil day, as `3 maart 2027` or `3 March 2027`."""
    return f"{day.day} {_MONTHS[base(lang)].split()[day.month - 1]} {day.year}"


def number_text(number: int, lang: str) -> str:
    """A whole number; from five digits on in groups of three.

    >>> number_text(2027, "nl"), number_text(-12500, "nl"), number_text(12500, "en")
    ('2027', '-12.500', '12,500')
    """
    if abs(number) >= 10**_LONGEST:
        return hex(number)
    return _grouped(f"{number:,}", lang) if abs(number) >= 10_000 else str(number)


def money_text(amount: Decimal, lang: str) -> str:
    """An amount in euros with at least two decimals; nothing is rounded away."""
    exponent = amount.as_tuple().exponent
    if not isinstance(exponent, int) or max(abs(exponent), abs(amount.adjusted())) > _LONGEST:
        return str(amount)
    decimals = max(2, -exponent)
    written = f"{amount:,.{decimals}f}"
    sign = "-" if written.startswith("-") else ""
    symbol = "€ " if base(lang) == "nl" else "€"
    return sign + symbol + _grouped(written.removeprefix("-"), lang)


def term_text(term: Term, lang: str) -> str:
    """A term, as `4 weken` or `4 weeks`, with what happens to its last day where that can move."""
    one, many = _UNITS[base(lang)].get(term.unit, (term.unit, term.unit))
    said = f"{number_text(term.count, lang)} {one if term.count == 1 else many}"
    return f"{said} ({_MOVED[base(lang)]})" if term.moves else said


def share_text(share: Share, lang: str) -> str:
    """A share in words while the words are short: `twee derde`, else as written: `11/20`.

    >>> [share_text(Share.parse(text), "nl") for text in ("1/2", "3/4", "2/2", "11/20")]
    ['de helft', 'drie kwart', 'het geheel', '11/20']
    """
    lang = base(lang)
    half, whole = _HALF_AND_WHOLE[lang]
    if share.part == share.whole:
        return whole
    if (share.part, share.whole) == (1, 2):
        return half
    if not (3 <= share.whole <= 10 and 1 <= share.part <= 9):
        return str(share)
    count, part = _COUNTS[lang][share.part - 1], _PARTS[lang][share.whole - 3]
    return f"{count} {part}" + ("s" if lang == "en" and share.part > 1 else "")


def list_text(parts: Sequence[str], lang: str, joiner: str | None = None) -> str:
    """Texts as one list: `a, b en c`; `joiner` is the word before the last ("of").

    >>> list_text(["a", "b", "c"], "nl"), list_text(["a", "b"], "en", "or"), list_text([], "en")
    ('a, b en c', 'a or b', 'nothing')
    """
    words = _WORDS[base(lang)]
    if not parts:
        return words[""]
    if len(parts) == 1:
        return parts[0]
    return f"{', '.join(parts[:-1])} {joiner or words['and']} {parts[-1]}"


def is_one(value: object) -> bool:
    """Whether a count, or the length of a list, asks for the singular."""
    if isinstance(value, list | tuple | set | frozenset):
        return len(value) == 1
    return isinstance(value, int) and not isinstance(value, bool) and value == 1


def quoted(texts: Iterable[str]) -> list[str]:
    """Each text between double quotes, as an author's own words are shown."""
    return [f'"{one_line(text)}"' for text in texts]


def _grouped(written: str, lang: str) -> str:
    """English grouping turned into that of the language."""
    return written if base(lang) == "en" else written.translate(str.maketrans(",.", ".,"))
