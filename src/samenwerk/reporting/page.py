"""A page of a report: headings, paragraphs, lists and tables, written as text or as Markdown.

What it says is for who makes it; here it is only laid out, and what stands in it stays text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from samenwerk.hooks.whole import Point
from samenwerk.language.clean import one_line
from samenwerk.language.layout import WIDTH, display_width, padded, wrap

_SPECIAL = re.compile(r"([\\`*_\[\]<>#|~])")
_LIST = re.compile(r"^(\s*)([-+]|\d+[.)])(?=\s)")
_INDENT = 2


@attrs.frozen
class Heading:
    """A heading below the title."""

    text: str


@attrs.frozen
class Paragraph:
    """Sentences that belong together."""

    text: str


@attrs.frozen
class Points:
    """A list, whose points may have lists of their own."""

    points: tuple[Point, ...]


@attrs.frozen
class Table:
    """Rows under heads; all rows are as long as the heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


Block: TypeAlias = Heading | Paragraph | Points | Table
"""What can stand on a page, one below another."""


@attrs.frozen
class Page:
    """A title and what stands below it.

    >>> print(Page("Stand", (Points((Point("een"), Point("twee"))),)).markdown)
    # Stand
    <BLANKLINE>
    - een
    - twee
    """

    title: str
    blocks: tuple[Block, ...]

    @property
    def text(self) -> str:
        """The page as plain text, at most 80 places wide as far as words allow."""
        rows = [*wrap(one_line(self.title), WIDTH), _line(self.title, "=")]
        for block in self.blocks:
            rows += ["", *_text(block)]
        return "\n".join(rows)

    @property
    def markdown(self) -> str:
        """The page as Markdown, in which no name or text can pass for markup."""
        rows = [f"# {plain(self.title)}"]
        for block in self.blocks:
            rows += ["", *_markdown(block)]
        return "\n".join(rows)

    def written(self, format: str) -> str:
        """The page in one of the formats text and markdown."""
        return self.markdown if format == "markdown" else self.text


def plain(text: str) -> str:
    r"""A text on one line in which Markdown sees no markup.

    >>> print(plain("*West* <b>"))
    \*West\* \<b\>
    """
    escaped = _SPECIAL.sub(r"\\\1", one_line(text))
    return _LIST.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", escaped)


def _line(text: str, char: str) -> str:
    return char * max(1, min(WIDTH, display_width(one_line(text))))


def _text(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text):
            yield from wrap(one_line(text), WIDTH)
            yield _line(text, "-")
        case Paragraph(text=text):
            yield from wrap(one_line(text), WIDTH)
        case Points(points=points):
            yield from _points(points, 0)
        case Table():
            yield from _table(block)


def _points(points: Iterable[Point], depth: int) -> Iterator[str]:
    margin = " " * min(depth * _INDENT, WIDTH // 2)
    for point in points:
        yield from wrap(one_line(point.text), WIDTH, f"{margin}- ")
        yield from _points(point.below, depth + 1)


def _table(table: Table) -> Iterator[str]:
    """Columns where they fit, else each row as a list of what stands under which head."""
    rows = [tuple(map(one_line, row)) for row in (table.heads, *table.rows)]
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    if sum(widths) + 2 * (len(widths) - 1) <= WIDTH:
        for number, row in enumerate(rows):
            cells = (padded(text, width) for text, width in zip(row, widths, strict=True))
            yield "  ".join(cells).rstrip()
            if number == 0:
                yield "  ".join("-" * width for width in widths)
        return
    for row in rows[1:]:
        first, *others = zip(rows[0], row, strict=True)
        yield from wrap(f"{first[0]}: {first[1]}", WIDTH, "- ")
        for head, text in others:
            yield from wrap(f"{head}: {text}", WIDTH, "  ")


def _markdown(block: Block) -> Iterator[str]:
    match block:
        case Heading(text=text):
            yield f"## {plain(text)}"
        case Paragraph(text=text):
            yield plain(text)
        case Points(points=points):
            yield from _markdown_points(points, 0)
        case Table(heads=heads, rows=rows):
            yield _row(heads)
            yield "|" + " --- |" * len(heads)
            yield from map(_row, rows)


def _markdown_points(points: Iterable[Point], depth: int) -> Iterator[str]:
    for point in points:
        yield f"{'  ' * depth}- {plain(point.text)}"
        yield from _markdown_points(point.below, depth + 1)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(map(plain, cells)) + " |"
