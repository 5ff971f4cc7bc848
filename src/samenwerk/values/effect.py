"""Effects: what a step sets going outside, as a workflow declares it and as it stands when asked.

Values only; when an effect is asked is `core.effects`, and who brings it about `engine.sending`.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import attrs

from samenwerk.values.operand import Operand
from samenwerk.values.who import Declared, Who

if TYPE_CHECKING:
    from samenwerk.values.event import FactValue

HOW = ("delivered", "failed", "again", "dropped")
"""What can become of an effect: by itself the first two, by a person the others."""

REMINDER = "reminder"
"""What an effect is called that reminds a party of a day, and that no step asked."""


@attrs.frozen
class Handed:
    """One thing that the plugin gets along: a value, the parties that are meant, or a title.

    `type` is that of the value; of `operand`, `who` and `document` one is there. A value of type
    "sealed" is free text, which the record keeps only as its seal.
    """

    name: str
    type: str
    operand: Operand | None = None
    who: Who | None = None
    document: str | None = None


@attrs.frozen(kw_only=True)
class Effect(Declared):
    """What a plugin brings about outside, once a step is done.

    `records` is a fact that becomes true when it came about; `gives` are pairs of what the
    plugin gives back and the fact in which that is recorded.
    """

    lifecycle: str
    on_step: str
    plugin: str
    brings: str
    handed: tuple[Handed, ...] = ()
    records: str | None = None
    gives: tuple[tuple[str, str], ...] = ()

    @property
    def full_name(self) -> str:
        """What of which plugin, as `plugin.effect`."""
        return f"{self.plugin}.{self.brings}"


@attrs.frozen(slots=False)
class OpenEffect:
    """An effect that was asked and of which the record has no end yet.

    `asked` is the sequence of the event that asked it, `day` the day of the step, `party` who
    did that. `failed`: the last attempt was in vain, and a person decides. `round` says how many
    times it was asked.
    """

    key: str
    effect: str
    plugin: str
    case: str
    lifecycle: str
    step: str
    definition: str
    asked: int
    day: date
    party: str | None = None
    given: tuple[FactValue, ...] = ()
    roles: tuple[tuple[str, tuple[str, ...]], ...] = ()
    records: str | None = None
    gives: tuple[tuple[str, str], ...] = ()
    failed: bool = False
    round: int = 1
