"""A beginner's slip in a value: what was meant, and what to write instead.

Looked at only where a text could not be read on. A slip at a key, a heading or a bracket is
`line_slips`, what is told of one is in `slip_texts`.
"""

from __future__ import annotations

import functools
import re

from samenwerk.definitions.spelling import meant
from samenwerk.definitions.spelling.stretch import (
    Fault,
    fault_at,
    line_end,
    line_start,
    quoted,
    slip,
    word_end,
)

_DOUBLE = "\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033"
_END = r"(?=[ \t\r]*(?:[,;.\]})#\n]|\Z))"
_closing_at = re.compile(rf"[{meant.OPENING}\"']{_END}").search
_curly_end = re.compile(rf"[{meant.OPENING}]{_END}").search
_stretch_at = {
    "": re.compile(r"[^#\n]*").match,
    "[": re.compile(r"(?:[^,\]#\n]|,(?=[0-9]|[-=]))*").match,
    "{": re.compile(r"(?:[^,}#\n]|,(?=[0-9]|[-=]))*").match,
}
_key_before = re.compile(r"([A-Za-z0-9_-]+)[ \t]*=[ \t]*(?:\[[^\]=]*)?\Z").search
_before = re.compile(r"[=\[{][ \t]*([^=\[{]*)\Z").search
_no_value = re.compile(r"(?:\.{2,}|\u2026|\?+|x{2,}|todo|tbd|-+|_+)\Z", re.IGNORECASE).match
_compared = re.compile(r"(>=|<=|=>|=<|>|<|\u2265|\u2264)[ \t]*(.+)\Z").match
_clock = re.compile(
    r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}[ Tt]+)?[0-9]{1,2}[:.u][0-9]{2}(?:[ ]*uur)?\Z"
).match
_sum = re.compile(r"[0-9.,_]+(?:[ ]*[*x][ ]*|[ ]+[/+-][ ]+)[0-9.,_]+\Z").match

TEXTUAL = {"text", "texts", "name", "names", "name_list", "word", "words", "labels", "condition",
           "method"}
_DATED = {"date", "day", "days", "day_or_term"}


@functools.cache
def asked() -> dict[str, frozenset[str]]:
    """Of each key of the language the types of value that it asks, wherever it stands."""
    from samenwerk.definitions.keys.families import COMMON, DAY_KEYS, FAMILIES
    from samenwerk.definitions.keys.register_keys import LINES, PARTY
    from samenwerk.definitions.keys.story_keys import EXPECTED, STORY_KEYS

    found: dict[str, set[str]] = {}
    families = [*FAMILIES.values(), *LINES.values(), PARTY]
    families += [part for family in families for part in family.parts]
    told = (*STORY_KEYS.values(), *EXPECTED.values())
    for key in (*COMMON, *DAY_KEYS, *told, *(key for family in families for key in family.keys)):
        found.setdefault(key.name, set()).add(key.type)
    for name in FAMILIES:
        found.setdefault(name, {"name"})
    return {name: frozenset(types) for name, types in found.items()}


def value_slip(text: str, start: int, pos: int, bracket: str) -> Fault | None:
    """The slip in a value that begins at start and could not be read on at pos, or None."""
    char = text[start : start + 1]
    if not char or char in "\n\r":
        return None
    if char in meant.OPENING:
        return _curly(text, start, bracket)
    found = _stretch_at[bracket](text, start)
    if found is None or not start <= pos <= found.end():
        return None
    end = start + len(found[0].rstrip(" \t\r;"))
    if end == start:
        return None
    key = key_of(text, start)
    types = asked().get(key, frozenset())
    return _as_value(text, start, end, key, types)


def _as_value(text: str, start: int, end: int, key: str, types: frozenset[str]) -> Fault | None:
    """What a bare stretch of text is likely to be."""
    written = text[start:end]
    if _no_value(written):
        return fault_at(text, "SW007", "blank", start, end, start)
    only_text = bool(types) and types <= TEXTUAL
    if not only_text:
        found = _day(text, start, end, types) or _figure(text, start, end, key, types)
        if found is not None:
            return found
    yes = meant.yes_no_meant(written)
    if yes is not None and not only_text:
        certain = types == {"flag"} or meant.plain(written).lower() in ("true", "false")
        return slip(text, "SW007", "yes_no", start, end, "true" if yes else "false", certain)
    if written.lower() in meant.NOTHING and not only_text:
        return fault_at(text, "SW007", "nothing", start, end, start)
    if written.lower() in meant.COUNTS and types and types <= {"number", "quorum", "value"}:
        return slip(text, "SW007", "amount", start, end, str(meant.COUNTS[written.lower()]))
    return _word(text, start, end, types)


def key_of(text: str, start: int) -> str:
    """The key whose value, or the list with it, begins at start; empty when it is not certain."""
    found = _key_before(text, line_start(text, start), start)
    return found[1] if found else ""


def value_start(text: str, pos: int) -> int:
    """Where the plain value begins that stands just before pos on its line."""
    found = _before(text, line_start(text, pos), pos)
    return found.start(1) if found else pos


def _curly(text: str, start: int, bracket: str) -> Fault | None:
    """A text between other quotes than straight ones."""
    end = line_end(text, start)
    closing = _closing_at(text, start + 1, end)
    double = text[start] in _DOUBLE
    while closing and (closing[0] in _DOUBLE + '"') != double:
        closing = _closing_at(text, closing.end(), end)
    if closing is None:
        stop = word_end(text, start, bracket)
        return fault_at(text, "SW007", "curly_open", start, stop, start)
    inner = text[start + 1 : closing.start()]
    return slip(text, "SW007", "curly", start, closing.end(), quoted(inner))


def _day(text: str, start: int, end: int, types: frozenset[str]) -> Fault | None:
    written = text[start:end]
    if meant.is_day(written):
        day = meant.day_meant(written)
        if day is None:
            return fault_at(text, "SW004", "date", start, end, start)
        certain = bool(types & _DATED) or written[:4].isdigit()
        return slip(text, "SW007", "day", start, end, day.isoformat(), certain)
    if _clock(written):
        return fault_at(text, "SW007", "clock", start, end, start)
    return None


def _figure(text: str, start: int, end: int, key: str, types: frozenset[str]) -> Fault | None:
    written = text[start:end]
    term = meant.term_meant(written)
    if term is not None:
        return slip(text, "SW007", "term", start, end, f'"{term}"')
    share = meant.share_meant(written)
    if share is not None and "%" not in written and "procent" not in written.lower():
        certain = "share" in types or "quorum" in types or "/" in written
        return slip(text, "SW007", "share", start, end, f'"{share}"', certain)
    if re.fullmatch(r"[0-9][0-9., ]*[ ]*(?:%|procent|percent)", written):
        if types & {"share", "quorum"} and share is not None:
            return slip(text, "SW007", "share", start, end, f'"{share}"', False)
        number = meant.amount_meant(re.sub(r"[^0-9.,]", "", written)) or "12.5"
        return slip(text, "SW007", "percent", start, end, number, False)
    compared = _compared(written)
    if compared and key:
        more = compared[1] in (">=", "=>", "\u2265", ">")
        word = "at_least" if more else "at_most"
        if compared[1] in "<>":
            word = "more_than" if more else "less_than"
        return slip(text, "SW007", "compare", start, end, f"{word} = {compared[2]}", False)
    amount = meant.amount_meant(written)
    if amount is None and re.fullmatch(r"\.[0-9]+|[0-9]+\.", written):
        amount = f"0{written}" if written[0] == "." else written[:-1]
    if amount is not None and amount != written:
        return slip(text, "SW007", "amount", start, end, amount)
    if _sum(written):
        return fault_at(text, "SW007", "sum", start, end, start)
    return None


def _word(text: str, start: int, end: int, types: frozenset[str]) -> Fault | None:
    """A text without quotes."""
    written = text[start:end]
    if written[-1] == '"' and '"' not in written[:-1] and "=" not in written:
        return slip(text, "SW006", "open", start, end, '"' + written)
    if not (written[0].isalpha() or (types and types <= TEXTUAL)) or re.search(
        r"[\"'=\[\]{}()\\]", written
    ):
        return None
    certain = bool(types) and types <= TEXTUAL
    return slip(text, "SW007", "word", start, end, quoted(written), certain)


def unclosed(text: str, pos: int, bracket: str) -> Fault | None:
    """The slip in a text that begins with a straight quote at pos and has no closing one."""
    end = line_end(text, pos)
    found = _curly_end(text, pos + 1, end)
    if found:
        stop = found.end()
        inner = text[pos + 1 : stop - 1]
        return slip(text, "SW006", "curly", pos, stop, quoted(inner), '"' not in inner)
    sign = "'" if text[pos] == '"' else '"'
    stop = end
    while stop > pos + 1 and bracket and text[stop - 1] in " ,]}":
        stop -= 1
    if text[stop - 1] == sign and stop > pos + 2 and text.count(sign, pos, stop) == 1:
        inner = text[pos + 1 : stop - 1]
        return slip(text, "SW006", "other", pos, stop, quoted(inner))
    if "#" in text[pos:end]:
        return None
    if stop < end:  # what closes the list or braces stands behind it
        inner = text[pos:stop].rstrip()
        return slip(text, "SW006", "close", pos, pos + len(inner), inner + text[pos])
    if not bracket and end > pos + 1:
        return slip(text, "SW006", "close", pos, end, text[pos:end] + text[pos])
    return None


def closed_wrongly(text: str, before: int) -> Fault | None:
    """The text that ends at before swallowed the end of another, closed by a curly quote."""
    if text[before - 1 : before] != '"':
        return None
    start = text.rfind('"', line_start(text, before), before - 1)
    found = None if start < 0 else _curly_end(text, start + 1, before)
    if found is None:
        return None
    inner = text[start + 1 : found.start()]
    return slip(text, "SW006", "curly", start, found.end(), quoted(inner))


def split_text(text: str, before: int, bracket: str) -> Fault | None:
    """The text that ends at before ran on, over the comma behind another without its quote."""
    sign = text[before - 1 : before]
    if bracket != "[" or sign not in ('"', "'") or not sign:
        return None
    start = text.rfind(sign, line_start(text, before), before - 1)
    inner = text[start + 1 : before - 1]
    if start < 0 or not inner.rstrip().endswith(","):
        return None
    stop = start + 1 + len(inner.rstrip()) - 1
    written = text[start:stop]
    return slip(text, "SW006", "close", start, stop, written + sign)
