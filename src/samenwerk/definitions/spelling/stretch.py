"""A stretch of a text, and a fault in one: what the room of spelling tells itself.

What is wrong is worked out in `syntax_faults` and `slips`, what is told of it in
`syntax_texts` and `slip_texts`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

import attrs

Span = int
"""A start and a length in characters in one number: large files keep many of them."""

Change = tuple[int, int, str]
"""A certain mend: from where, up to where, and what should stand there."""

KEY_PART = r"""[A-Za-z0-9_-]++|'[^'\n]*+'|"[^"\\\n]*+(?:\\[^\n][^"\\\n]*+)*+\""""
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

    `change` is the certain mend.
    """

    code: str
    case: str
    span: Span
    found: int
    params: Mapping[str, object] = attrs.field(factory=dict)
    first: Span | None = None
    change: Change | None = None


def short(text: str, most: int = 40) -> str:
    """A text cut to what fits in a sentence, with a mark for what cannot be shown."""
    text = "".join(char if char.isprintable() else "\ufffd" for char in text[: most + 1])
    return text if len(text) <= most else text[: most - 1] + "…"


def dotted(names: Iterable[str]) -> str:
    """A path of names as an author would write it, quoted where that is needed.

    >>> dotted(["rule", "small grant"])
    'rule."small grant"'
    """
    return ".".join(
        name if re.fullmatch(r"[A-Za-z0-9_-]+", name) else f'"{name}"' for name in names
    )


def quoted(inner: str) -> str:
    """A text between straight quotes, as a file asks it.

    >>> quoted('de "oude" tafel')
    '"de \\\\"oude\\\\" tafel"'
    """
    return '"' + inner.replace("\\", "\\\\").replace('"', '\\"') + '"'


def fault_at(text: str, code: str, case: str, start: int, end: int, found: int) -> Fault:
    """A fault that quotes what was written between start and end."""
    return Fault(code, case, pack(start, end), found, {"written": short(text[start:end])})


def slip(
    text: str, code: str, case: str, start: int, end: int, meant: str | None, certain: bool = True
) -> Fault:
    """A fault with what was meant; certain: that can be written there by itself."""
    params = {"written": short(text[start:end]), "meant": short(meant or "", 120)}
    change = (start, end, meant) if meant is not None and certain else None
    return Fault(code, case, pack(start, end), start, params, change=change)


def line_starts(text: str) -> list[int]:
    """Where each line of a text begins, in characters.

    >>> line_starts("a\\nb")
    [0, 2]
    """
    return [0, *(match.end() for match in re.finditer("\n", text))]


def line_start(text: str, pos: int) -> int:
    """Where the line of pos begins."""
    return text.rfind("\n", 0, pos) + 1


def line_end(text: str, pos: int) -> int:
    """Where the line of pos ends, without the spaces at its end."""
    end = text.find("\n", pos)
    end = len(text) if end < 0 else end
    while end > pos and text[end - 1] in " \t\r":
        end -= 1
    return end


def word_end(text: str, pos: int, bracket: str) -> int:
    """Where what was written at pos ends, at least one character further."""
    match = _bare_at[bracket](text, pos)
    return pos + max(len(match[0].rstrip()) if match else 0, 1)
