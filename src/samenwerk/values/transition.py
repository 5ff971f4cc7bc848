"""Transitional clauses: which running cases stay under the former definition, and until when.

Values only; what becomes of a case is `core.migrating`.
"""

from __future__ import annotations

import attrs

from samenwerk.values.operand import Operand
from samenwerk.values.tree import Node
from samenwerk.values.who import Declared


@attrs.frozen(kw_only=True)
class Transition(Declared):
    """A clause of a new definition that keeps running cases under the one they began by.

    It keeps a case of `lifecycle` that fits all it says: in a state of `while_in` (empty: in
    any), opened before the day of `opened_before`, and meeting all `needs`. On a day after
    `until` it keeps nothing any more.
    """

    lifecycle: str
    while_in: tuple[str, ...] = ()
    opened_before: Operand | None = None
    needs: tuple[Node, ...] = ()
    until: Operand | None = None
