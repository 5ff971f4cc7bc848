"""What stands on the A4: sentences in five sections, and what is said of what was left out.

How it is found is `gathered`; how it is made to fit is `fitting`.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs


@attrs.frozen
class Row:
    """One point: what it is about, and what is said of it; `late` when a day has passed."""

    text: str
    lead: str = ""
    late: bool = False

    @property
    def said(self) -> str:
        """The whole of it as one text."""
        return f"{self.lead}: {self.text}" if self.lead else self.text


@attrs.frozen
class Section:
    """A heading with its points, the most important first; `more` counts what was left out."""

    head: str
    rows: tuple[Row, ...]
    more: str = ""


@attrs.frozen(kw_only=True)
class Sheet:
    """One page in the words of its reader.

    `count_more` says how many points a section does not tell, `count_short` how many points and
    texts were left out of the page as a whole; what it says stands in `short`.
    """

    lang: str
    title: str
    said: str
    sections: tuple[Section, ...]
    count_more: Callable[[int], str] = attrs.field(eq=False, repr=False)
    count_short: Callable[[int, int], str] = attrs.field(eq=False, repr=False)
    day: tuple[int, int, int]
    short: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """Everything that is read on it, in order."""
        rows = (
            text for one in self.sections
            for text in (one.head, *(row.said for row in one.rows), *filter(None, (one.more,)))
        )  # fmt: skip
        return (self.title, self.said, *rows, *filter(None, (self.short,)))
