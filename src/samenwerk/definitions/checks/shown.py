"""An example of a fault: the text of a file, which file it is, and what lies beside it.

What the examples are made of is `example`; who reads them, for the page of a code and for the
tests, is the command line.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, TypeAlias

import attrs

if TYPE_CHECKING:
    from samenwerk.definitions.checks import Check

Written: TypeAlias = str | bytes


@attrs.frozen
class Shown:
    """One file, and by name what lies beside it.

    `of` is `workflow`, `register` or `scenarios`; a text of which nobody reads much is made when
    it is asked for.
    """

    written: Written | Callable[[], Written]
    of: str = "workflow"
    files: Mapping[str, str] = attrs.field(factory=dict)

    @property
    def file(self) -> str:
        """How it is called where an author has it."""
        return f"{self.of}.toml"

    @property
    def data(self) -> bytes:
        """What stands in it."""
        text = self.written() if callable(self.written) else self.written
        return text.encode() if isinstance(text, str) else text

    @property
    def text(self) -> str:
        """The same as text, with a sign for what cannot be read."""
        return self.data.decode("utf-8", "replace")


Cases: TypeAlias = Mapping[str, str | Shown]
"""By case of a code, a definition with that fault; the empty case is the code alone."""


def good_of(check: Check) -> Shown:
    """The definition without this fault."""
    return _shown(check, check.good)


def bad_of(check: Check) -> tuple[Shown, ...]:
    """The one with this fault first, then those of the cases that it does not show."""
    cases: Cases = getattr(check, "cases", {})
    return tuple(_shown(check, one) for one in (check.bad, *cases.values()))


def _shown(check: Check, written: Written | Shown) -> Shown:
    if isinstance(written, Shown):
        return written
    return Shown(written, getattr(check, "of", "workflow"), getattr(check, "files", {}))
