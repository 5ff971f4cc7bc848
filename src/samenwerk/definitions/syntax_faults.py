"""What is wrong at the spot where a TOML text could not be read on.

The walk over good text is in `scanner`; the sentences for these faults are in `syntax_texts`.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping

import attrs

Span = int
"""A start and a length in characters in one number: large files keep many of them."""

KEY_PART = r"""[A-Za-z0-9_-]++|'[^'\n]*+'|"[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+\""""
_CURLY = "\u201c\u201d\u201e\u201f\u2018\u2019\u201a\u201b\u00ab\u00bb"
_next_entry_at = re.compile(rf"(?:{KEY_PART})(?:[ \t]*\.[ \t]*(?:{KEY_PART}))*[ \t]*+=").match
_next_heading_at = re.compile(r"\[[^\[\]\"'\n]+\][ \t\r]*(?:#.*)?$", re.MULTILINE).match
_date_at = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?![0-9])").match
_day_at = re.compile(r"[0-9]{1,4}[-/.][0-9]{1,2}[-/.][0-9]{1,4}(?![0-9])").match
_bare_at = {
    "": re.compile(r"[^#\n]*").match,
    "[": re.compile(r"[^,\]#\n]*").match,
    "{": re.compile(r"[^,}#\n]*").match,
}


def pack(start: int, end: int) -> Span:
    """One number for a stretch of text; `unpack` gives start and length back."""
    return start << 24 | (end - start)


def unpack(span: Span) -> tuple[int, int]:
    """Start and length of a packed stretch of text."""
    return span >> 24, span & 0xFFFFFF


@attrs.frozen
class Fault:
    """A fault in offsets: `found` is how far was read when it came to light.

    `change` is the certain mend: from where, up to where, and what should stand there.
    """

    code: str
    case: str
    span: Span
    found: int
    params: Mapping[str, object] = attrs.field(factory=dict)
    first: Span | None = None
    change: tuple[int, int, str] | None = None


def short(text: str) -> str:
    """A text cut to what fits in a sentence, with a mark for what cannot be shown."""
    text = "".join(char if char.isprintable() else "\ufffd" for char in text[:41])
    return text if len(text) <= 40 else text[:39] + "…"


def dotted(names: Iterable[str]) -> str:
    """A path of names as an author would write it, quoted where that is needed.

    >>> dotted(["rule", "small grant"])
    'rule."small grant"'
    """
    return ".".join(
        name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else f'"{name}"' for name in names
    )


def fault_at(text: str, code: str, case: str, start: int, end: int, found: int) -> Fault:
    """A fault that quotes what was written between start and end."""
    return Fault(code, case, pack(start, end), found, {"written": short(text[start:end])})


def after_statement(text: str, pos: int) -> Fault:
    """Something stands behind a heading or a value, where the line should end."""
    if odd := odd_character(text, pos):
        return odd
    end = _word_end(text, pos, "")
    if text[pos] == "," and text[pos - 1].isdigit() and text[pos + 1 : pos + 2].isdigit():
        start = pos
        while text[start - 1] in "0123456789_.+-":
            start -= 1
        return fault_at(text, "SW007", "number", start, end, pos)
    return fault_at(text, "SW004", "after", pos, end, pos)


def no_equals(text: str, start: int, pos: int) -> Fault:
    """A key from start was read up to pos, and no equals sign follows."""
    if odd := odd_character(text, pos):
        return odd
    end = _line_end(text, start)
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
        return open_text(text, pos)
    if odd := odd_character(text, pos):
        return odd
    if inside and char in (",", "]"):
        return fault_at(text, "SW004", "braces", pos, pos + 1, pos)
    if pos == start and char in ("]", "}", ",", ")"):
        return fault_at(text, "SW004", "", pos, _line_end(text, pos), pos)
    end = _line_end(text, start)
    equals = text.find("=", start, end)
    key_end = len(text[start : equals if equals > start else end].rstrip()) + start
    return fault_at(text, "SW004", "key", start, max(key_end, start + 1), pos)


def bad_heading(text: str, start: int, pos: int) -> Fault:
    """A heading that began at start cannot be read on at pos."""
    return odd_character(text, pos) or fault_at(
        text, "SW004", "heading", start, _line_end(text, start), pos
    )


def bad_value(text: str, pos: int, openings: list[int]) -> Fault:
    """No value can be read at pos; openings are the brackets and braces around it."""
    char = text[pos : pos + 1]
    if char and char in "'\"":
        return open_text(text, pos)
    bracket = text[openings[-1]] if openings else ""
    if bracket == "[" and (not char or _next_entry_at(text, _after_indent(text, pos))):
        return fault_at(text, "SW004", "list", openings[-1], openings[-1] + 1, pos)
    if len(openings) > 1 and _next_heading_at(text, _after_indent(text, openings[-1])):
        return fault_at(text, "SW004", "list", openings[-2], openings[-2] + 1, pos)
    if char in ("", "\n", "\r", "#", ",", "]", "}"):
        before = max(len(text[:pos].rstrip()) - 1, 0)
        start = pos if char == "," and bracket == "[" else before
        return fault_at(text, "SW007", "missing", start, start + 1, pos)
    if odd := odd_character(text, pos):
        return odd
    end = _word_end(text, pos, bracket)
    if _date_at(text, pos):
        return fault_at(text, "SW004", "date", pos, end, pos)
    if char in _CURLY:
        case = "curly"
    elif _day_at(text, pos):
        case = "day"
    else:
        case = "number" if char in "0123456789+-." else "word"
    return fault_at(text, "SW007", case, pos, end, pos)


def no_comma(text: str, before: int, pos: int, opened: int) -> Fault:
    """Between a value that ended at before and pos no comma and no closing sign stands."""
    char, bracket = text[pos : pos + 1], text[opened]
    if bracket == "{" and char in ("", "\n", "\r", "#", "]"):
        return fault_at(text, "SW004", "braces", opened, opened + 1, pos)
    next_line = "\n" in text[before:pos]
    if char in ("", "}") or (next_line and (char == "[" or _next_entry_at(text, pos))):
        return fault_at(text, "SW004", "list", opened, opened + 1, pos)
    if odd := odd_character(text, pos):
        return odd
    return fault_at(text, "SW004", "comma", pos, _word_end(text, pos, bracket), pos)


def open_text(text: str, pos: int) -> Fault:
    """The quote at pos has no closing one."""
    if text.startswith(text[pos] * 3, pos):
        return fault_at(text, "SW006", "block", pos, pos + 3, len(text))
    newline = text.find("\n", pos)
    found = len(text) if newline < 0 else newline - (text[newline - 1] == "\r")
    return fault_at(text, "SW006", "", pos, _line_end(text, pos), found)


def odd_character(text: str, pos: int) -> Fault | None:
    """A character that cannot be seen, or None for one that can."""
    char = text[pos : pos + 1]
    if not char or char in "\t\n " or (char == "\r" and text.startswith("\r\n", pos)):
        return None
    if not (char.isspace() or unicodedata.category(char) in ("Cc", "Cf")):
        return None
    params = {"written": f"U+{ord(char):04X}"}
    return Fault("SW004", "character", pack(pos, pos + 1), pos, params)


def refused(text: str, message: str, pos: int) -> Fault:
    """A fault that only `tomllib` saw, at the offset it named."""
    if "Unescaped" in message or "hex value" in message or "scalar value" in message:
        start = max(text.rfind("\\", 0, pos), 0)
        return fault_at(text, "SW004", "escape", start, max(pos, start + 2), pos)
    if odd := odd_character(text, pos):
        return odd
    if "date" in message:
        match = re.compile(r"[0-9:.TtZz+-]*").match(text, pos)
        return fault_at(text, "SW004", "date", pos, match.end() if match else pos + 1, pos)
    if pos >= len(text):
        pos = max(len(text.rstrip()) - 1, 0)
    return fault_at(text, "SW004", "", pos, max(_line_end(text, pos), pos + 1), pos)


def _line_end(text: str, pos: int) -> int:
    """Where the line of pos ends, without the spaces at its end."""
    end = text.find("\n", pos)
    end = len(text) if end < 0 else end
    while end > pos and text[end - 1] in " \t\r":
        end -= 1
    return end


def _word_end(text: str, pos: int, bracket: str) -> int:
    """Where what was written at pos ends, at least one character further."""
    match = _bare_at[bracket](text, pos)
    return pos + max(len(match[0].rstrip()) if match else 0, 1)


def _after_indent(text: str, pos: int) -> int:
    """Pos itself when only spaces stand before it on its line, else the end of the text."""
    line_start = text.rfind("\n", 0, pos) + 1
    return len(text) if text[line_start:pos].strip() else pos
