"""What is wrong at the spot where a TOML text could not be read on.

The walk over good text is in `scanner`; the sentences for these faults are in `checks`.
"""

from __future__ import annotations

import re

import attrs

from samenwerk.definitions.spelling import line_slips, slips
from samenwerk.definitions.spelling.line_slips import odd_character
from samenwerk.definitions.spelling.stretch import (
    KEY_PART,
    Fault,
    fault_at,
    line_end,
    line_start,
    slip,
    word_end,
)

_next_entry_at = re.compile(rf"(?:{KEY_PART})(?:[ \t]*\.[ \t]*(?:{KEY_PART}))*[ \t]*+=").match
_next_heading_at = re.compile(r"\[[^\[\]\"'\n]+\][ \t\r]*(?:#.*)?$", re.MULTILINE).match
_date_at = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])").match
_path_at = re.compile(r"\"([A-Za-z]:\\[^\"\n]*|\\\\[^\"\n]*)\"").match
_day_at = re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}(?![0-9])").match


def after_statement(text: str, pos: int) -> Fault:
    """Something stands behind a heading or a value, where the line should end."""
    if found := odd_character(text, pos) or line_slips.behind_slip(text, pos):
        return found
    start = slips.value_start(text, pos)
    if start < pos and (found := slips.value_slip(text, start, pos, "")):
        return found
    if text[pos] == "," and text[pos - 1].isdigit() and text[pos + 1 : pos + 2].isdigit():
        return fault_at(text, "SW007", "number", start, word_end(text, start, ""), pos)
    return fault_at(text, "SW004", "after", pos, word_end(text, pos, ""), pos)


def no_equals(text: str, start: int, pos: int, inside: bool) -> Fault:
    """A key from start was read up to pos, and no equals sign follows; inside: within braces."""
    if found := odd_character(text, pos):
        return found
    if inside and (found := _figure_before(text, start, pos)):
        return found
    if found := line_slips.key_slip(text, start, pos, inside):
        return found
    end = line_end(text, start)
    equals = text.find("=", pos, end)
    touching = text[pos - 1 : pos].strip() and (text[pos : pos + 1].isalpha())
    if touching or (equals > 0 and text[pos : pos + 1].isalnum()):
        end = len(text[: equals if equals > 0 else end].rstrip())
        return fault_at(text, "SW004", "key", start, max(end, pos), pos)
    return fault_at(text, "SW004", "equals", start, end, pos)


def bad_key(text: str, start: int, pos: int, inside: bool) -> Fault:
    """A key or the next part of one should begin at pos and does not; inside: within braces."""
    char = text[pos : pos + 1]
    if char in ("'", '"'):
        slipped = None if inside else line_slips.key_slip(text, pos, pos, inside)
        return slipped or _never_closed(text, pos)
    if found := odd_character(text, pos):
        return found
    if inside and (found := _figure_before(text, start, pos)):
        return found
    if inside and char in (",", "]"):
        return fault_at(text, "SW004", "braces", pos, pos + 1, pos)
    if pos == start and char in ("]", "}", ",", ")"):
        return fault_at(text, "SW004", "", pos, line_end(text, pos), pos)
    if found := line_slips.key_slip(text, start, pos, inside):
        return found
    end = line_end(text, start)
    equals = text.find("=", start, end)
    key_end = len(text[start : equals if equals > start else end].rstrip()) + start
    return fault_at(text, "SW004", "key", start, max(key_end, start + 1), pos)


def _figure_before(text: str, start: int, pos: int) -> Fault | None:
    """A number of which a comma made what stands behind it look like a key."""
    if start == 0 or text[start - 1] != "," or not text[start - 2].isdigit():
        return None
    return slips.value_slip(text, slips.value_start(text, start - 1), pos, "{")


def bad_heading(text: str, start: int, pos: int) -> Fault:
    """A heading that began at start cannot be read on at pos."""
    found = odd_character(text, pos) or line_slips.heading_slip(text, start, pos)
    return found or fault_at(text, "SW004", "heading", start, line_end(text, start), pos)


def bad_value(text: str, pos: int, openings: list[int]) -> Fault:
    """No value can be read at pos; openings are the brackets and braces around it."""
    char = text[pos : pos + 1]
    bracket = text[openings[-1]] if openings else ""
    if char and char in "'\"":
        return open_text(text, pos, bracket)
    if bracket == "[":
        if found := line_slips.paired(text, pos):
            return found
        if not char or _next_entry_at(text, _after_indent(text, pos)):
            return _open_list(text, openings[-1], pos)
    if len(openings) > 1 and _next_heading_at(text, _after_indent(text, openings[-1])):
        return _open_list(text, openings[-2], pos)
    if char in ("", "\n", "\r", "#", ",", "]", "}"):
        before = max(len(text[:pos].rstrip()) - 1, 0)
        start = pos if char == "," and bracket == "[" else before
        return fault_at(text, "SW007", "missing", start, start + 1, pos)
    if found := line_slips.sign_slip(text, pos) or odd_character(text, pos):
        return found
    if found := line_slips.round_list(text, pos) or slips.value_slip(text, pos, pos, bracket):
        return found
    end = word_end(text, pos, bracket)
    if _date_at(text, pos):
        return fault_at(text, "SW004", "date", pos, end, pos)
    if _day_at(text, pos):
        return fault_at(text, "SW007", "day_form", pos, end, pos)
    case = "number" if char in "0123456789+-." else "bare"
    return fault_at(text, "SW007", case, pos, end, pos)


def _open_list(text: str, opened: int, pos: int) -> Fault:
    return fault_at(text, "SW004", "list", opened, opened + 1, pos)


def no_comma(text: str, before: int, pos: int, opened: int) -> Fault:
    """Between a value that ended at before and pos no comma and no closing sign stands."""
    char, bracket = text[pos : pos + 1], text[opened]
    if found := slips.closed_wrongly(text, before) or slips.split_text(text, before, bracket):
        return found
    if found := line_slips.between_slip(text, before, pos, opened):
        return found
    if bracket == "{" and char in ("", "\n", "\r", "#", "]"):
        return braces(text, opened, pos)
    next_line = "\n" in text[before:pos]
    if char in ("", "}") or (next_line and (char == "[" or _next_entry_at(text, pos))):
        return _open_list(text, opened, pos)
    if found := odd_character(text, pos):
        return found
    start = slips.value_start(text, before)
    if start < before and (found := slips.value_slip(text, start, pos, bracket)):
        return found
    fault = fault_at(text, "SW004", "comma", pos, word_end(text, pos, bracket), pos)
    return attrs.evolve(fault, change=line_slips.comma_change(text, before, pos, opened))


def braces(text: str, opened: int, pos: int) -> Fault:
    """Braces that began at opened neither end nor go on at pos."""
    found = line_slips.braces_slip(text, opened, pos)
    return found or fault_at(text, "SW004", "braces", opened, opened + 1, pos)


def open_text(text: str, pos: int, bracket: str) -> Fault:
    """The quote at pos has no closing one; it stands in this kind of brackets, or in none."""
    if text.startswith(text[pos] * 3, pos):
        return fault_at(text, "SW006", "block", pos, pos + 3, len(text))
    return slips.unclosed(text, pos, bracket) or _never_closed(text, pos)


def _never_closed(text: str, pos: int) -> Fault:
    newline = text.find("\n", pos)
    found_at = len(text) if newline < 0 else newline - (text[newline - 1] == "\r")
    return fault_at(text, "SW006", "", pos, line_end(text, pos), found_at)


def escape(text: str, start: int, end: int, found: int) -> Fault:
    """A backslash between start and end that announces no character."""
    first = text.rfind('"', line_start(text, start), start)
    path = _path_at(text, first) if first >= 0 else None
    if path and end <= path.end():
        return slip(text, "SW004", "path", first, path.end(), f"'{path[1]}'", "'" not in path[1])
    return fault_at(text, "SW004", "escape", start, end, found)


def refused(text: str, message: str, pos: int) -> Fault:
    """A fault that only `tomllib` saw, at the offset it named."""
    if "Unescaped" in message or "hex value" in message or "scalar value" in message:
        start = max(text.rfind("\\", 0, pos), 0)
        return escape(text, start, max(pos, start + 2), pos)
    if odd := odd_character(text, pos):
        return odd
    if "date" in message:
        match = re.compile(r"[0-9:.TtZz+-]*").match(text, pos)
        return fault_at(text, "SW004", "date", pos, match.end() if match else pos + 1, pos)
    if pos >= len(text):
        pos = max(len(text.rstrip()) - 1, 0)
    return fault_at(text, "SW004", "", pos, max(line_end(text, pos), pos + 1), pos)


def _after_indent(text: str, pos: int) -> int:
    """Pos itself when only spaces stand before it on its line, else the end of the text."""
    return len(text) if text[line_start(text, pos) : pos].strip() else pos
