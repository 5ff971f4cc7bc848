"""The wall as one file of HTML that needs nothing else: no script, no network, no font.

What stands on it is `gathered`; the template and its style stand beside this.
"""

from __future__ import annotations

from samenwerk.hooks.whole import Whole
from samenwerk.reporting.html import SIGNS, months, template
from samenwerk.reporting.wall.gathered import gathered
from samenwerk.reporting.wall.pictures import WIDE, bars, line, slices
from samenwerk.reporting.wall.told import LONGEST, Wall


def render(whole: Whole, lang: str, format: str) -> str:
    """The wall of a collaboration in Dutch or English, as HTML.

    Raises Misuse where the extra `report` is not installed.
    """
    return written(gathered(whole, lang))


def written(wall: Wall) -> str:
    """A wall as HTML; every name and text in it stays text."""
    return str(template("wall/wall.html").render(
        wall=wall, words=wall.words, signs=SIGNS, lang=wall.lang,
        line=line(wall.coming, wall.today, months(wall.lang)),
        longest=LONGEST, most=max((one.count for one in wall.months), default=0) or 1,
        bars=bars(wall.beats), slices=slices, wide=WIDE,
        numbers={one.case: at for at, one in enumerate(wall.cases, start=1)},
    )).lstrip()  # fmt: skip
