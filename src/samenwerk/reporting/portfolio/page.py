"""The portfolio as one file of HTML that needs nothing else.

What stands on it is `gathered`; the template and its style stand beside this.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from samenwerk.hooks.whole import Speaks
from samenwerk.reporting.html import SIGNS, months, template
from samenwerk.reporting.portfolio.gathered import gathered
from samenwerk.reporting.portfolio.told import Portfolio, Summary
from samenwerk.reporting.wall.pictures import WIDE, bars, slices


def render(
    summaries: Iterable[Summary], speaker: Speaks, lang: str,
    address: Callable[[str], str] | None = None,
) -> str:  # fmt: skip
    """The portfolio of these collaborations in Dutch or English, as HTML.

    With an `address` the name of each in the list of all leads to what it gives. Raises Misuse
    where the extra `report` is not installed.
    """
    return written(gathered(summaries, speaker, lang, months(lang)), address)


def written(portfolio: Portfolio, address: Callable[[str], str] | None = None) -> str:
    """A portfolio as HTML; every name and text in it stays text."""
    return str(template("portfolio/portfolio.html").render(
        told=portfolio, words=portfolio.words, signs=SIGNS, lang=portfolio.lang,
        bars=bars(portfolio.beats), slices=slices, wide=WIDE,
        address=address, most=max((one.count for one in portfolio.months), default=0) or 1,
    )).lstrip()  # fmt: skip
