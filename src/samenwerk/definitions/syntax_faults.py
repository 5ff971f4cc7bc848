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
_rest_of_line = re.compile(r"[^\n]*").match
_next_entry_at = re.compile(rf"\[|(?:{KEY_PART})[ \t]*+[.=]").match
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
    """A fault in offsets: `found` is how far was read when it came to light."""

    code: str
    case: str
    span: Span
    found: int
    params: Mapping[str, object] = attrs.field(factory=dict)
    first: Span | None = None


def short(text: str) -> str:
    """A text cut to what fits in a sentence."""
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
    return odd_character(text, pos) or fault_at(
        text, "SW004", "after", pos, _line_end(text, pos), pos
    )


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


def bad_key(text: str, start: int, pos: int) -> Fault:
    """A key or the next part of one should begin at pos and does not."""
    if text[pos : pos + 1] in ("'", '"'):
        return open_text(text, pos)
    if odd := odd_character(text, pos):
        return odd
    end = _line_end(text, start)
    equals = text.find("=", start, end)
    key_end = len(text[start : equals if equals > start else end].rstrip()) + start
    return fault_at(text, "SW004", "key", start, max(key_end, start + 1), pos)


def bad_heading(text: str, start: int, pos: int) -> Fault:
    """A heading that began at start cannot be read on at pos."""
    if text[pos : pos + 1] in ("'", '"'):
        return open_text(text, pos)
    return odd_character(text, pos) or fault_at(
        text, "SW004", "heading", start, _line_end(text, start), pos
    )


def bad_value(text: str, pos: int, holder: tuple[str, int] | None) -> Fault:
    """No value can be read at pos; holder is the bracket or brace around it and its place."""
    char = text[pos : pos + 1]
    if char in ("'", '"') and char:
        return open_text(text, pos)
    bracket, opened = holder or ("", 0)
    if bracket == "[" and (not char or _closing_forgotten(text, pos)):
        return fault_at(text, "SW004", "list", opened, opened + 1, pos)
    if char in ("", "\n", "\r", "#", ",", "]", "}"):
        before = max(len(text[:pos].rstrip()) - 1, 0)
        start = pos if char == "," and bracket == "[" else before
        return fault_at(text, "SW007", "missing", start, start + 1, pos)
    if odd := odd_character(text, pos):
        return odd
    match = _bare_at[bracket](text, pos)
    end = pos + len(match[0].rstrip()) if match else pos + 1
    if char in _CURLY:
        case = "curly"
    else:
        case = "number" if char in "0123456789+-." else "word"
    return fault_at(text, "SW007", case, pos, max(end, pos + 1), pos)


def no_comma(text: str, before: int, pos: int, bracket: str, opened: int) -> Fault:
    """Between a value that ended at before and pos no comma and no closing sign stands."""
    char = text[pos : pos + 1]
    if bracket == "{" and char in ("", "\n", "\r", "#"):
        return fault_at(text, "SW004", "braces", opened, opened + 1, pos)
    if not char or ("\n" in text[before:pos] and _next_entry_at(text, pos)):
        return fault_at(text, "SW004", "list", opened, opened + 1, pos)
    if odd := odd_character(text, pos):
        return odd
    match = _bare_at[bracket](text, pos)
    end = pos + len(match[0].rstrip()) if match else pos + 1
    return fault_at(text, "SW004", "comma", pos, max(end, pos + 1), pos)


def open_text(text: str, pos: int) -> Fault:
    """The quote at pos has no closing one."""
    quote = text[pos]
    if text.startswith(quote * 3, pos):
        return fault_at(text, "SW006", "block", pos, pos + 3, len(text))
    line = _rest_of_line(text, pos)
    end = _line_end(text, pos)
    return fault_at(text, "SW006", "", pos, end, line.end() if line else end)


def odd_character(text: str, pos: int) -> Fault | None:
    """A character that cannot be seen, or None for one that can."""
    char = text[pos : pos + 1]
    if not char or char in "\t\n " or char == "\r" and text.startswith("\r\n", pos):
        return None
    if not (char.isspace() or unicodedata.category(char) in ("Cc", "Cf")):
        return None
    params = {"written": f"U+{ord(char):04X}"}
    return Fault("SW004", "character", pack(pos, pos + 1), pos, params)


def refused(text: str, message: str, pos: int) -> Fault:
    """A fault that only `tomllib` saw, at the offset it named."""
    if "\\" in message or "hex value" in message or "scalar value" in message:
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


def _closing_forgotten(text: str, pos: int) -> bool:
    """Whether a new line of a workflow begins at pos, where a list should go on."""
    line_start = text.rfind("\n", 0, pos) + 1
    return not text[line_start:pos].strip() and bool(
        re.compile(rf"(?:{KEY_PART})[ \t]*(?:=|\][ \t\r]*$)", re.MULTILINE).match(
            text, pos + (text[pos : pos + 1] == "[")
        )
    )
