"""Outcomes: what the engine answers to a command or a question."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

import attrs

from samenwerk.values.finding import Finding
from samenwerk.values.message import Message
from samenwerk.values.obligation import Obligation

if TYPE_CHECKING:
    from samenwerk.values.event import Line, RecordedEvent, SealedText


class Verdict(enum.Enum):
    """The verdict words; their values are what TOML, JSON and the command line say."""

    ALLOWED = "allowed"
    ALLOWED_WITH_EXPLANATION = "allowed_with_explanation"
    IN_PART = "in_part"
    NOT_YET = "not_yet"
    NOT_YOU = "not_you"
    NEVER = "never"
    BREACH = "breach"


@attrs.frozen
class Outcome:
    """The verdict with its reasons; when allowed, the lines to record, in order.

    `way_out` always says what remains for a refused one: who can do what, or that nobody can.
    `needs` is the whole of what is still needed, where that was worked out.
    `not_for` are the parties for whom it was not done, where it was done in part.
    A breach was refused, and is recorded because it happened all the same.
    `ground` is set for never: forbidden, nothing_allows_it or over.
    """

    verdict: Verdict
    findings: tuple[Finding, ...] = ()
    lines: tuple[Line, ...] = ()
    sealed: tuple[SealedText, ...] = ()
    headline: Message | None = None
    way_out: tuple[Message, ...] = ()
    can: tuple[str, ...] = ()
    ground: str | None = None
    needs: Obligation | None = attrs.field(default=None, eq=False)
    carried_out: bool = False
    head: str = ""
    repeated: bool = False
    not_for: tuple[str, ...] = ()

    @property
    def events(self) -> tuple[RecordedEvent, ...]:
        """The events of those lines."""
        return tuple(line.event for line in self.lines)

    @property
    def allowed(self) -> bool:
        """Whether the verdict lets it happen (an explanation may still have to be given)."""
        return self.verdict in (
            Verdict.ALLOWED, Verdict.ALLOWED_WITH_EXPLANATION, Verdict.IN_PART
        )  # fmt: skip

    @property
    def unmet(self) -> tuple[Finding, ...]:
        """The findings that stand in the way, in the order of the text."""
        return tuple(
            one for one in self.findings if one.truth < 2 and one.severity in ("block", "explain")
        )
