"""The way a TOML file of ours is laid out: what a person wrote, in her order, with one look.

Taking a text apart is `pieces`. A layout is only given when it says exactly the same.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal

from samenwerk.authoring.layout import WIDTH, laid_out
from samenwerk.authoring.pieces import (
    Braces,
    Entry,
    Heading,
    Line,
    Listed,
    Note,
    Value,
    lines_of,
)


class Unsure(Exception):
    """The layout would say something else than the text: a fault of ours, so nothing changes."""


def formatted(text: str, width: int = WIDTH) -> str:
    r"""A good TOML text in our layout, of lines of this width; it keeps its kind of line ends.

    Every comment and every value stays, in the same order. Who formats the outcome gets it
    back. The text must have been read before: what is no TOML is not seen here. Raises Unsure
    when the outcome would not say the same.

    >>> print(formatted("[ rule.a ]\nnl='Een'   # kort\nall = [ 'b' , ]\n"), end="")
    [rule.a]
    nl = "Een"  # kort
    all = ["b"]
    """
    plain = text.replace("\r\n", "\n")
    lines = lines_of(plain)
    after = laid_out(lines, width)
    if after != plain and not _same(plain, lines, after):
        raise Unsure
    windows = text.count("\r\n") * 2 > text.count("\n")
    return after.replace("\n", "\r\n") if windows else after


def comments_of(lines: list[Line]) -> list[str]:
    """The comments of a text, in their order."""
    found: list[str] = []
    for line in lines:
        if isinstance(line, Note):
            found.append(line.text)
        elif isinstance(line, Entry):
            _comments_in(line.value, found)
        if isinstance(line, Entry | Heading) and line.behind:
            found.append(line.behind)
    return found


def _comments_in(value: Value, found: list[str]) -> None:
    if isinstance(value, Braces):
        for _, one in value.entries:
            _comments_in(one, found)
    elif isinstance(value, Listed):
        found += [value.opening] if value.opening else []
        for member in value.members:
            found += [note.text for note in member.above]
            if member.value is not None:
                _comments_in(member.value, found)
            found += [member.behind] if member.behind else []


def _same(before: str, lines: list[Line], after: str) -> bool:
    try:
        values = [repr(tomllib.loads(one, parse_float=Decimal)) for one in (before, after)]
    except (ValueError, RecursionError):
        return False
    return values[0] == values[1] and comments_of(lines) == comments_of(lines_of(after))
