"""A journal: what one command adds to a stream, while it is being decided.

Holds the collaboration as it grows, the lines so far, and the sealed texts beside them.
"""

from __future__ import annotations

import hashlib
from datetime import date

from samenwerk.core.encode import line_of
from samenwerk.core.evolve import evolve
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.command import Command
from samenwerk.values.event import Happened, Line, RecordedEvent, Sealed, SealedText
from samenwerk.values.finding import FindingRecord


class Journal:
    """Grows by `note`. A rehearsal (`sealed_lines` False) tries things without hashing them."""

    def __init__(
        self, collaboration: Collaboration | None, command: Command, sealed_lines: bool = True
    ) -> None:
        self._known = collaboration
        self.command = command
        self.lines: list[Line] = []
        self.sealed: list[SealedText] = []
        self._seal = sealed_lines

    @property
    def collaboration(self) -> Collaboration:
        """As it stands after what was noted."""
        assert self._known is not None
        return self._known

    @property
    def sequence(self) -> int:
        """The sequence of the last event."""
        return 0 if self._known is None else self._known.sequence

    def seal(self, text: str) -> Sealed:
        """The digest of a personal text; the text itself is kept beside the stream."""
        salt = f"{self.command.salt}.{len(self.sealed)}"
        digest = hashlib.sha256(f"{salt}\x00{text}".encode()).hexdigest()
        self.sealed.append(SealedText(digest, salt, text))
        return Sealed(digest)

    def note(
        self,
        what: Happened,
        *,
        definition: str,
        effective: date | None = None,
        actor: str | None = None,
        on_behalf_of: str | None = None,
        mandate: str | None = None,
        case: Case | str | None = None,
        lifecycle: str | None = None,
        step: str | None = None,
        from_state: str | None = None,
        to_state: str | None = None,
        findings: tuple[FindingRecord, ...] = (),
        collaboration: str = "",
    ) -> None:
        """Add one event to the stream."""
        command, known = self.command, self._known
        sequence = self.sequence + 1
        event = RecordedEvent(
            collaboration=known.id if known is not None else collaboration,
            sequence=sequence,
            id=f"{command.id}/{len(self.lines) + 1}",
            command=command.id,
            effective=command.day if effective is None else effective,
            recorded=command.moment,
            definition=definition,
            what=what,
            before=known.head if known is not None else "",
            actor=actor,
            on_behalf_of=on_behalf_of,
            mandate=mandate,
            case=case.id if isinstance(case, Case) else case,
            lifecycle=lifecycle,
            step=step,
            from_state=from_state,
            to_state=to_state,
            findings=findings,
        )
        line = line_of(event) if self._seal else Line(event, "", "")
        self._known = evolve(known, event, line.hash)
        self.lines.append(line)
