"""Making a sheet fit on one page: ever fewer points and shorter texts, until it does.

The section that tells the most gives way first, so that none of the five is ever lost. What was
left out is counted on the page. Whether a sheet fits is for who lays it out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from samenwerk.reporting.a4.sheet import Row, Section, Sheet

MOST = 16
"""So many points a section has at most: more nobody reads."""
FEW = 3
"""So many points each section keeps, as long as shorter texts help."""
LENGTHS = (240, 160, 110, 80, 60, 40)
"""The longest a text may be, ever shorter."""
_ELLIPSIS = "…"


def fitted(sheet: Sheet, fits: Callable[[Sheet], bool]) -> Sheet:
    """The fullest sheet that fits; the shortest there is when none does."""
    each = list(_budgets([len(one.rows) for one in sheet.sections]))
    low, high = 0, len(each) - 1
    while low < high:
        middle = (low + high) // 2
        if fits(shortened(sheet, *each[middle])):
            high = middle
        else:
            low = middle + 1
    return shortened(sheet, *each[low])


def shortened(sheet: Sheet, counts: tuple[int, ...], longest: int) -> Sheet:
    """The sheet with so many points for each section, and no text longer than that."""
    sections, cut = [], 0
    for section, count in zip(sheet.sections, counts, strict=True):
        rows = [_clipped(row, longest) for row in section.rows[:count]]
        cut += sum(new != old for new, old in zip(rows, section.rows, strict=False))
        gone = len(section.rows) - len(rows)
        more = sheet.count_more(gone) if gone else ""
        sections.append(Section(section.head, tuple(rows), more))
    gone = sum(
        len(old.rows) - len(new.rows) for old, new in zip(sheet.sections, sections, strict=True)
    )
    return attrs.evolve(
        sheet, title=clip(sheet.title, longest // 2), said=clip(sheet.said, max(longest, 120)),
        sections=tuple(sections), short=sheet.count_short(gone, cut) if gone or cut else "",
    )  # fmt: skip


def clip(text: str, longest: int) -> str:
    """A text of at most so many characters, broken off between words where it can be.

    >>> clip("een lange zin van zes woorden", 20)
    'een lange zin van…'
    """
    if len(text) <= longest:
        return text
    kept = text[: longest - 1]
    at = kept.rfind(" ")
    kept = kept[:at] if at > longest // 2 else kept
    return kept.rstrip(" ,;:.") + _ELLIPSIS


def _clipped(row: Row, longest: int) -> Row:
    lead = clip(row.lead, max(20, longest // 3))
    return attrs.evolve(row, lead=lead, text=clip(row.text, longest))


def _budgets(counts: list[int]) -> Iterator[tuple[tuple[int, ...], int]]:
    """Points for each section with the longest text, from everything to the least there can be."""
    now = [min(MOST, one) for one in counts]
    first, *others = LENGTHS
    yield tuple(now), first
    for least, lengths in ((FEW, others[:2]), (1, others[2:])):
        while max(now, default=0) > least:
            now[now.index(max(now))] -= 1
            yield tuple(now), first
        for first in lengths:
            yield tuple(now), first
