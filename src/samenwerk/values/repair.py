"""The one certain mend of a fault, as a change of the text that an author wrote.

Whether a mend is certain is decided where the fault is found; carrying it out is `authoring`.
"""

from __future__ import annotations

import attrs


@attrs.frozen
class Repair:
    """Put `text` in the place of what stands in `file` from `start` up to `end`.

    Both are counted in characters from the start of the text (a byte order mark is none of
    them). `first` and `last` are the same two spots as line and column, both from one.
    """

    file: str
    start: int
    end: int
    text: str
    first: tuple[int, int] = (1, 1)
    last: tuple[int, int] = (1, 1)
