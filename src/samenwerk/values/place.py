"""Where something stands in a text that a person wrote.

Lines and columns count from one, columns in characters as an editor shows them.
"""

from __future__ import annotations

from typing import TypeAlias

import attrs

Path: TypeAlias = tuple[str | int, ...]
"""Keys from the root of a document to a value; a whole number is a place in a list."""


@attrs.frozen
class Place:
    """A stretch of text on one line of one file.

    >>> str(Place("workflow.toml", 34, 6, 11))
    'workflow.toml:34:6'
    """

    file: str
    line: int
    column: int
    length: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
