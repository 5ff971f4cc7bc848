"""Acting: one command from a caller to the record, and again when somebody else was first.

It holds no rule: what becomes of a command is `core.decide`, what plugins say `consulting`.
"""

from __future__ import annotations

import random
import secrets
import time
from collections.abc import Callable, Mapping
from datetime import MAXYEAR, MINYEAR, UTC, date, datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

import attrs

from samenwerk.core.attempts import attempt_of
from samenwerk.core.authority import outside
from samenwerk.core.encode import command_digest
from samenwerk.core.evolve import replay
from samenwerk.engine.consulting import Consulted, decided, with_words
from samenwerk.engine.posting import postings
from samenwerk.engine.shelf import Running, Shelf
from samenwerk.engine.telling import command_told
from samenwerk.store.contract import Kept, Store
from samenwerk.telling.happened import Tell
from samenwerk.values.case import Collaboration
from samenwerk.values.checking import check_fields
from samenwerk.values.command import Command, Do, Migrate, Settle
from samenwerk.values.errors import CommandReused, Conflict, Misuse
from samenwerk.values.event import Line
from samenwerk.values.message import Message
from samenwerk.values.offices import OF_THE_HOST, Offices
from samenwerk.values.outcome import Outcome, Verdict

Asked = TypeVar("Asked", bound=Command)

LONGEST_WAIT = 0.05
"""Seconds that somebody who came second waits at most before looking again."""


def salt() -> str:
    """A salt that nobody can guess."""
    return secrets.token_hex(16)


@attrs.frozen(eq=False)
class Desk:
    """What every room of an engine works with.

    `pretends`: the clock does not stand at the present, so that only rehearsals may be touched.
    `bound` is the one party that acts at it, where the host let it in by name; `offices` say who
    may do what no step is about. With `record_refusals` what is refused is kept beside the record.
    `tell` is told what happens; None: nobody listens.
    `new_salt` keeps seals from being guessed; `wait` is how who came second lets others go first.
    `supposing` is a collaboration as it would stand: looked at in place of the recorded one.
    """

    store: Store
    shelf: Shelf
    clock: Callable[[], datetime]
    new_id: Callable[[], str]
    pretends: bool = False
    offices: Offices = OF_THE_HOST
    bound: str | None = None
    tell: Tell | None = None
    record_refusals: bool = False
    new_salt: Callable[[], str] = salt
    wait: Callable[[float], None] = time.sleep
    supposing: Collaboration | None = None

    def refused(self, id: str, command: Command, outcome: Outcome) -> Outcome:
        """The refusal of a command, kept beside the record where that is asked."""
        if self.record_refusals:
            self.store.keep_attempt(attempt_of(id, command, outcome))
        return outcome

    def by(self, actor: str) -> Desk:
        """The same for one party alone; raises Misuse where another was let in already."""
        who = str(actor or "").strip()  # who could not be established is not the host
        if self.bound not in (None, actor) or not who:
            raise Misuse("another acts here", what="bound", name=who)
        return attrs.evolve(self, bound=actor, offices=self.offices.closed)

    def moment(self) -> datetime:
        """Now, as an instant in UTC; raises Misuse when the clock gives one without a zone."""
        return in_utc(self.clock())

    def known(self, id: str) -> Collaboration:
        """A collaboration as it stands.

        Raises UnknownName when there is none, and Misuse when the clock pretends and it is
        no rehearsal.
        """
        if self.supposing is not None and self.supposing.id == id:
            return self.supposing
        known = self.shelf.collaboration(id)
        if self.pretends and not known.rehearsal:
            raise Misuse("only a rehearsal can be at another moment", what="rehearsal", name=id)
        return known

    def command(
        self, kind: type[Asked], zone: str, day: date | None, id: str | None, /, **asked: Any
    ) -> Asked:
        """A command, with the moment, the civil day in that zone, an id and a salt.

        Raises Misuse where one party acts alone and the command names another, and for a text,
        day or line that is something else.
        """
        actor = asked.get("actor")
        if self.bound not in (None, actor) and not (actor is None and kind is Settle):
            raise Misuse("another acts here", what="bound", name=actor or "")
        check_fields(kind, asked if day is None else {**asked, "day": day})
        moment = self.moment()
        return kind(
            id=self.new_id() if id is None else id,
            moment=moment,
            day=civil_day(moment, zone) if day is None else day,
            salt=self.new_salt(),
            **asked,
        )


def in_utc(moment: datetime) -> datetime:
    """The same instant in UTC; raises Misuse for a moment without a zone, and for one with which
    no zone can reckon: in the first year that there is, or the last."""
    if moment.tzinfo is None:
        raise Misuse("a moment must say in which zone it is", what="moment")
    if moment.year in (MINYEAR, MAXYEAR):
        raise Misuse("a moment at the edge of the calendar", what="moment_at_edge")
    return moment.astimezone(UTC)


def civil_day(moment: datetime, zone: str) -> date:
    """The day on the calendar in a zone at an instant.

    >>> civil_day(datetime(2026, 3, 28, 23, 30, tzinfo=UTC), "Europe/Amsterdam")
    datetime.date(2026, 3, 29)
    """
    return moment.astimezone(ZoneInfo(zone)).date()


def act(
    desk: Desk, id: str, kind: type[Command], *, day: date | None, command_id: str | None,
    expect: str | None = None, **asked: Any,
) -> Outcome:  # fmt: skip
    """Carry out a command and record it, or say why not.

    A command whose id was carried out before with the same content gives its outcome again;
    with other content it raises CommandReused. When somebody else writes first, all is read and
    decided again; that ends, because each time somebody got further. With `expect` the record
    must still end in that head: else Conflict is raised and nothing recorded.
    """
    if desk.tell is None:
        return _acted(desk, id, kind, day, command_id, expect, asked)

    def acted() -> Outcome:
        return _acted(desk, id, kind, day, command_id, expect, asked)

    return command_told(desk.tell, id, kind.__name__.lower(), acted)


def _acted(
    desk: Desk, id: str, kind: type[Command], day: date | None, command_id: str | None,
    expect: str | None, asked: Mapping[str, Any],
) -> Outcome:  # fmt: skip
    command = desk.command(kind, desk.known(id).zone, day, command_id, **asked)
    content = command_digest(command)
    seen: tuple[int, str] | None = None
    tries = 0
    while True:
        if command_id is not None or tries:
            before = repeated(desk.store, id, command, content, day is None)
            if before is not None:
                return before
        known = desk.known(id)
        if seen == (known.sequence, known.head):
            desk.shelf.forget(id)  # we lost, and yet nobody wrote: look at all of it
            known = desk.known(id)
            if seen == (known.sequence, known.head):
                raise Conflict(f"{id} cannot be written to", collaboration=id)
        also = () if not isinstance(command, Migrate) else (command.definition,)
        running = desk.shelf.judging(known, *also)
        if expect not in (None, known.head):
            raise Conflict(f"{id} has moved on", collaboration=id, what="moved_on")
        outcome = _decided(desk, running, known, command)
        if not outcome.carried_out:
            return desk.refused(id, command, outcome)
        if not outcome.lines:
            return outcome
        try:
            append(desk.store, id, known, outcome, command, content)
        except Conflict:
            seen = (known.sequence, known.head)
            tries += 1
            desk.wait(random.uniform(0, min(LONGEST_WAIT, 0.002 * tries)))
            continue
        after = replay(outcome.lines, known)
        if after is not None:
            desk.shelf.recorded(after)
        return outcome


def turned_away(
    desk: Desk, id: str, kind: type[Command], *, day: date | None, command_id: str | None = None,
    **asked: Any,
) -> Outcome | None:  # fmt: skip
    """The refusal of who may not give such a command at all, before anything is done for it.

    None when it may, and for a command that was carried out before: `act` gives its outcome.
    """
    if command_id is not None and desk.store.kept(id, command_id) is not None:
        return None
    known = desk.known(id)
    command = desk.command(kind, known.zone, day, command_id, **asked)
    found = outside(desk.shelf.judging(known).compiled, known, command, desk.offices)
    return None if found is None else desk.refused(id, command, found)


def _decided(
    desk: Desk, running: Running, known: Collaboration, command: Command
) -> Outcome:
    outcome, consulted = decided(running, known, command, offices=desk.offices)
    if not outcome.carried_out:
        return advice(running, consulted, command, outcome)
    return with_words(outcome, consulted, running, str(getattr(command, "case", "")))


def advice(
    running: Running, consulted: Consulted, command: Command, outcome: Outcome
) -> Outcome:
    """A refusal with who can do what about it, and the words of plugins."""
    from samenwerk.core.obligations import advised

    if isinstance(command, Do):
        outcome = advised(
            running.compiled, consulted.collaboration, command, outcome, consulted.answers
        )
    return with_words(outcome, consulted, running, str(getattr(command, "case", "")))


def append(
    store: Store,
    id: str,
    known: Collaboration | None,
    outcome: Outcome,
    command: Command,
    content: str,
) -> None:
    """Put what an outcome records in the store, with its command and with what is to be sent.

    Raises what the store does.
    """
    after = 0 if known is None else known.sequence
    kept = Kept(
        command.id, content, outcome.verdict.value, after + 1, after + len(outcome.lines),
        outcome.head,
    )  # fmt: skip
    due = () if known is None else postings(known, outcome.lines, outcome.sealed)
    store.append(id, after, outcome.lines, outcome.sealed, kept, due)


def repeated(
    store: Store, id: str, command: Command, content: str, any_day: bool
) -> Outcome | None:
    """The outcome of a command that was carried out before; None when it was not.

    With `any_day` the caller named no day: then the day of the first time is meant. Raises
    CommandReused when the content differs.
    """
    kept = store.kept(id, command.id)
    if kept is None:
        return None
    lines: list[Line] = []
    for line in store.read(id, kept.first - 1):
        if line.event.sequence > kept.last:
            break
        lines.append(line)
    days = {line.event.effective for line in lines} if any_day else set()
    contents = {command_digest(attrs.evolve(command, day=day)) for day in days} | {content}
    if kept.content not in contents:
        raise CommandReused(f"this command was used before: {command.id}", command=command.id)
    return Outcome(
        Verdict(kept.verdict),
        lines=tuple(lines),
        headline=Message("decide.allowed"),
        carried_out=True,
        head=kept.head,
        repeated=True,
    )
