"""Duty: what somebody must do by a day, without a step that waits for it.

Declarations only; where a duty stands in a case is `core.duties`.
"""

from __future__ import annotations

import attrs

from samenwerk.values.operand import Operand
from samenwerk.values.time import Term
from samenwerk.values.tree import Node
from samenwerk.values.who import Declared, Who


@attrs.frozen(kw_only=True)
class Duty(Declared):
    """What `by` must see to in a case of `lifecycle`; with `each` every one of them.

    `must` is a step that must be done, a document handed in or a fact recorded, by the kind of
    its cell in `kind`. The last day is a named one, or so long after the case came into one of
    `while_in` (else: was opened). It exists in the states `while_in` (none: as long as the case
    is open) and when all of `only_if` are met. What counts is the last time that it was done.
    """

    by: tuple[Who, ...]
    lifecycle: str
    kind: str
    must: str
    due: Operand | Term
    each: bool = False
    while_in: tuple[str, ...] = ()
    severity: str = "warn"
    only_if: tuple[Node, ...] = attrs.field(default=(), eq=False)

    @property
    def full_name(self) -> str:
        """The name it has outside its lifecycle."""
        return f"{self.lifecycle}.{self.name}"
