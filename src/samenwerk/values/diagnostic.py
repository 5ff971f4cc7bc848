"""A fault in what an author wrote, as data; sentences are made of it later.

The texts of a code stand beside its check, never here.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from samenwerk.values.place import Place
from samenwerk.values.repair import Repair


@attrs.frozen
class Diagnostic:
    """One fault: its code, where it is, and what its sentences need.

    `params` fill the sentences of the code. `nearest` is the known name that comes
    closest to what was written, with `nearest_place` where that name stands. `repair` is the
    one certain mend, where there is one.
    """

    code: str
    place: Place
    params: Mapping[str, object] = attrs.field(factory=dict)
    nearest: str | None = None
    nearest_place: Place | None = None
    serious: bool = True
    repair: Repair | None = None

    @property
    def order(self) -> tuple[str, int, int, str]:
        """Reading order: file, line, column, then code."""
        return (self.place.file, self.place.line, self.place.column, self.code)
