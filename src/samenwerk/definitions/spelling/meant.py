"""What a person means who writes a value as people write it and not as a file asks.

A day as 1-3-2027, an amount as € 1.250,50, a term as 4 weken, a part as half: each as it should
be written, or None where that is not certain. Where such a value stands is for others.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from fractions import Fraction

DASHES = "\u2010\u2011\u2012\u2013\u2014\u2212\ufe63\uff0d"
"""What a word processor makes of a minus."""
OPENING = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033\u2018\u2019\u201a\u201b\u2032`\u00b4"
"""Signs that a word processor or a hand makes of a quote."""
HIDDEN = "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"
"""Characters without a width, that come along when text is pasted."""
BREAKS = "\u2028\u2029\u0085\v\f"
"""Ends of lines that are none here."""

_MONTHS = (
    ("januari", "january", "jan"), ("februari", "february", "feb"),
    ("maart", "march", "mrt", "mar"), ("april", "apr"), ("mei", "may"),
    ("juni", "june", "jun"), ("juli", "july", "jul"), ("augustus", "august", "aug"),
    ("september", "sept", "sep"), ("oktober", "october", "okt", "oct"),
    ("november", "nov"), ("december", "dec"),
)  # fmt: skip
MONTHS: Mapping[str, int] = {
    name: number for number, names in enumerate(_MONTHS, start=1) for name in names
}
"""Names of months in Dutch and English, with their number."""

_COUNTS = (
    ("een", "één", "one"), ("twee", "two"), ("drie", "three"), ("vier", "four"),
    ("vijf", "five"), ("zes", "six"), ("zeven", "seven"), ("acht", "eight"),
    ("negen", "nine"), ("tien", "ten"), ("elf", "eleven"), ("twaalf", "twelve"),
)  # fmt: skip
COUNTS: Mapping[str, int] = {
    name: number for number, names in enumerate(_COUNTS, start=1) for name in names
}
"""Small numbers as words."""

_UNITS = {
    "day": ("dag", "dagen", "dgn", "day", "days"),
    "week": ("week", "weken", "wk", "wkn", "weeks", "wks"),
    "month": ("maand", "maanden", "mnd", "mnden", "month", "months"),
    "working day": ("werkdag", "werkdagen", "working day", "working days"),
    "year": ("jaar", "jaren", "jr", "year", "years", "yr", "yrs"),
}
UNITS: Mapping[str, str] = {name: unit for unit, names in _UNITS.items() for name in names}
"""Words for a stretch of time, with the word of the language for it."""

YES_NO: Mapping[str, bool] = {
    **dict.fromkeys(("true", "waar", "ja", "yes", "juist", "aan", "on"), True),
    **dict.fromkeys(("false", "onwaar", "nee", "neen", "no", "onjuist", "uit", "off"), False),
}
"""Words for yes and no."""

NOTHING = ("geen", "niets", "leeg", "nvt", "n.v.t.", "null", "nil", "none", "n/a", "onbekend")
"""Words for a value that is not there."""

_NTH = {
    "helft": 2, "tweede": 2, "half": 2, "halve": 2, "derde": 3, "third": 3, "thirds": 3,
    "kwart": 4, "vierde": 4, "quarter": 4, "quarters": 4, "vijfde": 5, "fifth": 5, "fifths": 5,
}  # fmt: skip
_UNIT = "|".join(sorted(UNITS, key=len, reverse=True))
_COUNT = "|".join(COUNTS)
_MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))

DAY = re.compile(
    rf"(?P<d>[0-9]{{1,2}})[-/.](?P<m>[0-9]{{1,2}})[-/.](?P<y>[0-9]{{4}})"
    rf"|(?P<y2>[0-9]{{4}})[-/.](?P<m2>[0-9]{{1,2}})[-/.](?P<d2>[0-9]{{1,2}})"
    rf"|(?P<d3>[0-9]{{1,2}})[ .-]+(?P<month>{_MONTH})\.?[ -]+(?P<y3>[0-9]{{4}})",
    re.IGNORECASE,
)
"""A day as people write it."""
TERM = re.compile(rf"(?P<count>[0-9]{{1,4}}|{_COUNT})[ -]?(?P<unit>{_UNIT})\b\.?", re.IGNORECASE)
"""A term as people write it."""
AMOUNT = re.compile(
    r"(?P<euro>€|eur\b|euro\b)?[ ]*(?P<sign>[-+]?)[ ]*(?P<euro2>€)?[ ]*"
    r"(?P<whole>[0-9]{1,3}(?:(?P<mark>[., '])[0-9]{3})(?:(?P=mark)[0-9]{3})*|[0-9]+)"
    r"(?:(?P<point>[.,])(?P<cents>[0-9]+|[-=]{1,2}))?"
    r"(?P<euro3>[ ]*(?:€|euro\b|eur\b))?",
    re.IGNORECASE,
)
"""An amount as people write it."""


def plain(text: str) -> str:
    """A text with ordinary spaces and dashes, and without what cannot be seen.

    >>> plain("4\\u00a0we\\u00adken")
    '4 weken'
    """
    kept = (char for char in text if char not in HIDDEN)
    return "".join(
        "-" if char in DASHES else " " if char.isspace() else char for char in kept
    ).strip()


def day_meant(text: str) -> date | None:
    """The day that is meant; None for what is no day, or none that exists.

    >>> day_meant("1-3-2027"), day_meant("1 maart 2027"), day_meant("30-2-2027")
    (datetime.date(2027, 3, 1), datetime.date(2027, 3, 1), None)
    """
    match = DAY.fullmatch(plain(text))
    if match is None:
        return None
    year = match["y"] or match["y2"] or match["y3"]
    month = match["m"] or match["m2"] or MONTHS[match["month"].lower()]
    try:
        return date(int(year), int(month), int(match["d"] or match["d2"] or match["d3"]))
    except ValueError:
        return None


def is_day(text: str) -> bool:
    """Whether a day is meant, be it one that does not exist."""
    return DAY.fullmatch(plain(text)) is not None


def term_meant(text: str) -> str | None:
    """The term that is meant, as the language writes it.

    >>> term_meant("4 weken"), term_meant("één jaar"), term_meant("4")
    ('4 weeks', '1 year', None)
    """
    match = TERM.fullmatch(plain(text))
    if match is None:
        return None
    count = COUNTS.get(match["count"].lower()) or int(match["count"])
    return f"{count} {UNITS[match['unit'].lower()]}" + ("" if count == 1 else "s")


def amount_meant(text: str) -> str | None:
    """The number that is meant, with a point before its decimals; None where it is not certain.

    One mark before three digits is not certain: 5.000 is five to one and five thousand to another.

    >>> amount_meant("€ 1.250,50"), amount_meant("0,5"), amount_meant("€ 5.000,-")
    ('1250.50', '0.5', '5000')
    >>> amount_meant("5.000"), amount_meant("veel")
    (None, None)
    """
    match = AMOUNT.fullmatch(plain(text))
    if match is None:
        return None
    mark, point = match["mark"], match["point"]
    cents = "" if match["cents"] is None else match["cents"].strip("-=")
    euro = match["euro"] or match["euro2"] or match["euro3"]
    if mark in (".", ",") and (mark == point or (point is None and not (euro and mark == "."))):
        thousands = match["whole"].count(mark)
        if mark == point or thousands < 2:
            return None
    if point is not None and mark is None and len(cents) == 3:
        return None
    whole = re.sub(r"[., ']", "", match["whole"])
    if len(whole) > 1 and whole.startswith("0"):
        return None
    sign = "-" if match["sign"] == "-" else ""
    return f"{sign}{whole}.{cents}" if cents else f"{sign}{whole}"


def share_meant(text: str) -> str | None:
    """The part that is meant, as a fraction.

    >>> share_meant("½"), share_meant("twee derde"), share_meant("50%"), share_meant("veel")
    ('1/2', '2/3', '1/2', None)
    """
    text = plain(text).lower().removesuffix(" van de stemmen")
    if len(text) == 1 and "VULGAR FRACTION" in unicodedata.name(text, ""):
        over, under = unicodedata.normalize("NFKC", text).split("\u2044")
        return f"{over}/{under}"
    if match := re.fullmatch(r"([0-9]{1,3})/([0-9]{1,3})", text.replace(" ", "")):
        found = f"{match[1]}/{match[2]}"
        return found if 0 < int(match[1]) <= int(match[2]) else None
    if match := re.fullmatch(r"([0-9]{1,3}) ?(?:%|procent|percent)", text):
        part = Fraction(int(match[1]), 100)
        return f"{part.numerator}/{part.denominator}" if 0 < part <= 1 else None
    if match := re.fullmatch(rf"(?:de |a )?(?:({_COUNT})[ -]?)?({'|'.join(_NTH)})", text):
        count = COUNTS.get(match[1] or "een", 1)
        return f"{count}/{_NTH[match[2]]}" if count <= _NTH[match[2]] else None
    return None


def yes_no_meant(text: str) -> bool | None:
    """Whether yes or no is meant; None for neither.

    >>> yes_no_meant("Ja"), yes_no_meant("TRUE"), yes_no_meant("misschien")
    (True, True, None)
    """
    return YES_NO.get(plain(text).lower())


def name_meant(text: str) -> str:
    """A name that may stand there, as near as can be to what was written; may be empty.

    >>> name_meant("Is betaalbaar?"), name_meant("nóta"), name_meant("2e nota")
    ('Is_betaalbaar', 'nota', 'nota_2e')
    """
    folded = unicodedata.normalize("NFKD", plain(text)).encode("ascii", "ignore").decode()
    words = re.findall(r"[A-Za-z0-9_-]+", folded)
    first = next((at for at, word in enumerate(words) if word[0].isalpha()), 0)
    words = [*words[first:], *words[:first]]
    found = "_".join(words).strip("_-")
    return found if found[:1].isalpha() else ""
