"""Acting as one party that the host has let in: no name of another can be given here.

Everything goes through the room of the host, with a desk that is bound to that party; nothing is
checked here, so that nothing can be checked here alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypedDict

from samenwerk.core.policies import Policy, everything
from samenwerk.engine.acting import Desk
from samenwerk.engine.asked import of_step
from samenwerk.engine.beginning import begin
from samenwerk.engine.room import Room
from samenwerk.engine.sending import again, drop
from samenwerk.values.cell import Value
from samenwerk.values.command import (
    Command,
    Do,
    Enrol,
    HandIn,
    Migrate,
    Record,
    Say,
    Settle,
)
from samenwerk.values.declared import Workflow
from samenwerk.values.errors import UnknownName
from samenwerk.values.outcome import Outcome
from samenwerk.values.register import NO_LINES, Giving, Holding, Located, Party, Register, Seat

if TYPE_CHECKING:
    from typing import Unpack

    from samenwerk.store.outbox import Posted


class Asked(TypedDict, total=False):
    """What may be told with a step, as `Room.do` takes it."""

    on_behalf_of: str | None
    parent: str | None
    for_each: Iterable[str]
    facts: Mapping[str, Value] | None
    documents: Mapping[str, str] | None
    roles: Mapping[str, str | Sequence[str]] | None
    explanation: str | None
    rests_on: str | None
    into: Mapping[str, Sequence[str]] | None
    heir: str | None
    merges: Sequence[str]
    day: date | None


class Told(TypedDict, total=False):
    """What may be told with any other act."""

    on_behalf_of: str | None
    day: date | None
    command_id: str | None


class Once(TypedDict, total=False):
    """The day of an act that is done for nobody else, and the id by which it is done once."""

    day: date | None
    command_id: str | None


class By:
    """What one party can do in the collaborations of a store. Hand this to what acts for it.

    With a policy `sees` every outcome is told as far as the party may see it.

    >>> engine.by("noord").room("region").do("change.adopt", case="c-1")       # doctest: +SKIP
    """

    def __init__(self, desk: Desk, actor: str, sees: Policy = everything) -> None:
        self._desk = desk.by(actor)
        self._sees = sees
        self.actor = actor

    def __repr__(self) -> str:
        return f"By({self.actor!r})"

    def start(
        self, workflow: Workflow, collaboration: str, *, rehearsal: bool = False,
        **told: Unpack[Once],
    ) -> RoomBy:  # fmt: skip
        """Begin a collaboration, as `Engine.start`; raises NotYou for who may not."""
        begin(self._desk, workflow, collaboration, self.actor, rehearsal, told.get("day"),
              told.get("command_id"))  # fmt: skip
        return RoomBy(self._desk, collaboration, self._sees)

    def room(self, collaboration: str) -> RoomBy:
        """What it can do in one collaboration; raises UnknownName, which names no other."""
        try:
            self._desk.known(collaboration)
        except UnknownName as unknown:
            raise UnknownName(what="collaboration", name=collaboration) from unknown
        return RoomBy(self._desk, collaboration, self._sees)

    def send_again(self, key: str) -> Posted:
        """Have an effect sent again, as `Engine.send_again`; raises NotYou for who may not."""
        return again(self._desk, key, self.actor)

    def give_up(self, key: str, *, because: str) -> Posted:
        """Give an effect up, as `Engine.give_up`; raises NotYou for who may not."""
        return drop(self._desk, key, because, self.actor)


class RoomBy:
    """What one party can do in one collaboration; each act as that of `Room`, which says more.

    `seen` is what it can read there.
    """

    def __init__(self, desk: Desk, id: str, sees: Policy = everything) -> None:
        assert desk.bound is not None
        self._room = Room(desk, id)
        self.id = id
        self.actor: str = desk.bound
        self.seen = self._room.seen_by(self.actor, sees)

    def __repr__(self) -> str:
        return f"RoomBy({self.id!r}, {self.actor!r})"

    @property
    def workflow(self) -> Workflow:
        """The workflow that is in effect, for `fields` and `typed` of a new case."""
        return self._room.workflow

    def workflow_of(self, case: str) -> Workflow:
        """The workflow that a case is judged by; one out of sight is as one that is not there
        yet, which would be a new one."""
        there = case in self.seen.collaboration.cases
        return self._room.workflow_of(case) if there else self.workflow

    def do(
        self, step: str, *, case: str, anyway: bool = False, command_id: str | None = None,
        **asked: Unpack[Asked],
    ) -> Outcome:  # fmt: skip
        """Do a step; `anyway` takes the office of recording breaches."""
        self.seen.check(case, asked.get("parent"), step)
        done = self._room.do(step, case=case, actor=self.actor, anyway=anyway,
                             command_id=command_id, **asked)  # fmt: skip
        return self.seen.outcome(done, Do, step=step, case=case, actor=self.actor,
                                 day=asked.get("day"), **of_step(asked))  # fmt: skip

    def ask(self, step: str, *, case: str, **asked: Unpack[Asked]) -> Outcome:
        """What would become of doing this step; records nothing."""
        return self.seen.ask(step, case=case, **asked)

    def say(
        self, decision: str, position: str, *, case: str, reasons: str | None = None,
        **told: Unpack[Told],
    ) -> Outcome:  # fmt: skip
        """Give a position in a decision."""
        self.seen.check(case)
        said = self._room.say(decision, position, case=case, actor=self.actor, reasons=reasons,
                              **told)  # fmt: skip
        return self._told(said, Say, told, decision=decision, position=position, case=case,
                          reasons=reasons)  # fmt: skip

    def record(
        self, fact: str, value: Value, *, case: str, who: str | None = None,
        **told: Unpack[Told],
    ) -> Outcome:  # fmt: skip
        """Record a fact."""
        self.seen.check(case)
        done = self._room.record(fact, value, case=case, actor=self.actor, who=who, **told)
        return self._told(done, Record, told, fact=fact, value=value, case=case, who=who)

    def hand_in(
        self, document: str, title: str, *, case: str, **told: Unpack[Told]
    ) -> Outcome:
        """Hand in a document under a title."""
        self.seen.check(case)
        done = self._room.hand_in(document, title, case=case, actor=self.actor, **told)
        return self._told(done, HandIn, told, document=document, title=title, case=case)

    def settle(self, **told: Unpack[Once]) -> Outcome:
        """Record what time or its own conditions have made due: that is nobody's act."""
        return self.seen.outcome(self._room.settle(**told), Settle, actor=None,
                                 day=told.get("day"))  # fmt: skip

    def enrol(
        self,
        register: Register = NO_LINES,
        *,
        parties: Iterable[Party] = (),
        sits: Iterable[Seat] = (),
        holds: Iterable[Holding] = (),
        gives: Iterable[Giving] = (),
        regions: Iterable[Located] = (),
        **told: Unpack[Once],
    ) -> Outcome:
        """Put lines in the register; takes the office of keeping it, or of giving mandates."""
        done = self._room.enrol(register, parties=parties, sits=sits, holds=holds, gives=gives,
                                regions=regions, actor=self.actor, **told)  # fmt: skip
        return self.seen.outcome(done, Enrol, actor=self.actor, day=told.get("day"))

    def migrate(
        self, workflow: Workflow, *, states: Mapping[str, str] | None = None,
        expect: str | None = None, **told: Unpack[Once],
    ) -> Outcome:  # fmt: skip
        """Have another workflow take effect; takes the office of doing so."""
        done = self._room.migrate(workflow, states=states, actor=self.actor, expect=expect,
                                  **told)  # fmt: skip
        return self.seen.outcome(done, Migrate, actor=self.actor, day=told.get("day"),
                                 workflow=workflow.name, definition=workflow.digest)  # fmt: skip

    def _told(
        self, done: Outcome, kind: type[Command], told: Told, **asked: object
    ) -> Outcome:
        return self.seen.outcome(done, kind, actor=self.actor, day=told.get("day"),
                                 on_behalf_of=told.get("on_behalf_of"), **asked)  # fmt: skip
