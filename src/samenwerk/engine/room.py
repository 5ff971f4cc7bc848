"""A room: one collaboration, and the door for all acting and asking in it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

import attrs

from samenwerk.engine.acting import act, advice
from samenwerk.engine.asked import about_cases, filled, many, seal
from samenwerk.engine.consulting import decided, with_words
from samenwerk.engine.migrating import Foreseen, foreseen, migrate
from samenwerk.engine.readable import Readable
from samenwerk.values.cell import Value
from samenwerk.values.checking import check_is, many_of
from samenwerk.values.command import Conclude, Do, Enrol, HandIn, Record, Say, Settle
from samenwerk.values.declared import Workflow
from samenwerk.values.errors import Misuse
from samenwerk.values.event import Sealed
from samenwerk.values.obligation import Obligation
from samenwerk.values.outcome import Outcome
from samenwerk.values.register import NO_LINES, Giving, Holding, Located, Party, Register, Seat

if TYPE_CHECKING:
    from samenwerk.engine.erasing import Erased


class Room(Readable):
    """One collaboration. Safe from several threads; holds nothing of its own but its id.

    Acts give an `Outcome`: carried out and recorded, or refused with reasons and a way out. A
    `day` is the civil day on which an act counts, by default today in the workflow's zone. An act
    with a `command_id` is done once, however often it is sent. Raises UnknownName or Misuse for
    what makes no sense, PluginError when a plugin that is needed fails, StoreError when nothing
    could be recorded.
    """

    # Acting

    def enrol(
        self,
        register: Register = NO_LINES,
        *,
        parties: Iterable[Party] = (),
        sits: Iterable[Seat] = (),
        holds: Iterable[Holding] = (),
        gives: Iterable[Giving] = (),
        regions: Iterable[Located] = (),
        actor: str | None = None,
        day: date | None = None,
        command_id: str | None = None,
    ) -> Outcome:
        """Put lines in the register, those of a whole `register` (`load_register`) first; one that
        stands there already gets its new last day."""
        check_is("register", register, Register, "as load_register gives; or parties=[...]")
        lines = register
        return act(
            self._desk, self.id, Enrol, day=day, command_id=command_id, actor=actor,
            parties=(*lines.parties, *many_of("parties", parties)),
            sits=(*lines.sits, *many_of("sits", sits)),
            holds=(*lines.holds, *many_of("holds", holds)),
            gives=(*lines.gives, *many_of("gives", gives)),
            regions=(*lines.regions, *many_of("regions", regions)),
        )  # fmt: skip

    def do(
        self,
        step: str,
        *,
        case: str,
        actor: str,
        on_behalf_of: str | None = None,
        parent: str | None = None,
        for_each: Iterable[str] = (),
        facts: Mapping[str, Value] | None = None,
        documents: Mapping[str, str] | None = None,
        roles: Mapping[str, str | Sequence[str]] | None = None,
        explanation: str | None = None,
        rests_on: str | None = None,
        into: Mapping[str, Sequence[str]] | None = None,
        heir: str | None = None,
        merges: Sequence[str] = (),
        anyway: bool = False,
        day: date | None = None,
        command_id: str | None = None,
    ) -> Outcome:
        """Do a step, named as `lifecycle.step`, in a case; an opening step names the new case.

        `rests_on` is the earlier case that a new one builds on. A step that splits takes `into`
        (new cases, each with who goes there) and `heir`; one that merges takes `merges`.
        `anyway`: it happened in the world, so when it is refused it is recorded as a breach.

        >>> room.do("change.adopt", case="c-1", actor="desk").verdict          # doctest: +SKIP
        <Verdict.NOT_YET: 'not_yet'>
        """
        return act(
            self._desk, self.id, Do, day=day, command_id=command_id, step=step, case=case,
            actor=actor, on_behalf_of=on_behalf_of, parent=parent, explanation=explanation,
            for_each=many(for_each),
            anyway=anyway, **about_cases(rests_on, into, heir, merges),
            **filled(facts, documents, roles),
        )  # fmt: skip

    def say(
        self,
        decision: str,
        position: str,
        *,
        case: str,
        actor: str,
        on_behalf_of: str | None = None,
        reasons: str | None = None,
        day: date | None = None,
        command_id: str | None = None,
    ) -> Outcome:
        """Give a position in a decision: for, against, object, abstain or ask."""
        return act(
            self._desk, self.id, Say, day=day, command_id=command_id, decision=decision,
            position=position, case=case, actor=actor, on_behalf_of=on_behalf_of, reasons=reasons,
        )  # fmt: skip

    def record(
        self,
        fact: str,
        value: Value,
        *,
        case: str,
        actor: str,
        who: str | None = None,
        on_behalf_of: str | None = None,
        day: date | None = None,
        command_id: str | None = None,
    ) -> Outcome:
        """Record a fact; `who` is the party it is about when it is kept per party."""
        return act(
            self._desk, self.id, Record, day=day, command_id=command_id, fact=fact, value=value,
            case=case, actor=actor, who=who, on_behalf_of=on_behalf_of,
        )  # fmt: skip

    def hand_in(
        self,
        document: str,
        title: str,
        *,
        case: str,
        actor: str,
        on_behalf_of: str | None = None,
        day: date | None = None,
        command_id: str | None = None,
    ) -> Outcome:
        """Hand in a document under a title."""
        return act(
            self._desk, self.id, HandIn, day=day, command_id=command_id, document=document,
            title=title, case=case, actor=actor, on_behalf_of=on_behalf_of,
        )  # fmt: skip

    def settle(self, *, day: date | None = None, command_id: str | None = None) -> Outcome:
        """Record the steps that time or their own conditions have made due."""
        return act(self._desk, self.id, Settle, day=day, command_id=command_id, actor=None)

    def conclude(
        self,
        how: str,
        *,
        key: str = "",
        case: str = "",
        effect: str = "",
        gives: Mapping[str, Value] | None = None,
        because: str | None = None,
        actor: str | None = None,
        day: date | None = None,
        command_id: str | None = None,
    ) -> Outcome:
        """Record what became of an effect: again (it is sent again) or dropped (given up, and
        `because` says why). In a rehearsal, which sends nothing, also delivered or failed.

        By its key, or the one of that name that was asked first in a case. Raises UnknownName for
        one that is not open (any more), and Misuse where the worker must say it.
        """
        if how in ("delivered", "failed") and not self.collaboration.rehearsal:
            raise Misuse("what was sent is told by the worker", what="effect", name=how)
        return act(
            self._desk, self.id, Conclude, day=day, command_id=command_id, actor=actor, how=how,
            key=key, case=case, effect=effect, gives=dict(gives or {}), because=because,
        )  # fmt: skip

    def migrate(
        self,
        workflow: Workflow,
        *,
        states: Mapping[str, str] | None = None,
        actor: str | None = None,
        day: date | None = None,
        command_id: str | None = None,
        expect: str | None = None,
    ) -> Outcome:
        """Have another workflow take effect: new cases come under it, and open ones are moved.

        A case stays where a transitional clause keeps it or where it cannot be moved; the record
        says of each what became of it. `states` gives states that have another name there, as
        `lifecycle.old` and the new name. With `expect` nothing is done, and Conflict raised,
        unless the record still ends in that head. Raises PluginError when a plugin that the
        workflow names is missing.
        """
        return migrate(self._desk, self.id, workflow, states or {}, actor=actor, day=day,
                       command_id=command_id, expect=expect)  # fmt: skip

    def erase(
        self,
        *sealed: str | Sealed,
        because: str,
        actor: str | None = None,
        day: date | None = None,
        command_id: str | None = None,
    ) -> Erased:
        """Erase the texts behind these seals, and record that, with who did it and why.

        What the record said before does not change and goes on verifying. Backups, exports and
        whatever was sent are not reached. Raises UnknownName for a seal that it does not mention,
        Misuse without a reason, and StoreError (`erase_waits`) when it must be done again.
        """
        from samenwerk.engine.erasing import erase

        return erase(self._desk, self.id, [seal(one) for one in sealed], because=because,
                     actor=actor, day=day, command_id=command_id)  # fmt: skip

    def erase_again(self) -> Erased:
        """Erase what the record says was erased, and is still there or there again."""
        from samenwerk.engine.erasing import finish

        self._desk.known(self.id)
        return finish(self._desk, self.id)

    # Asking: nothing is recorded

    def ask(
        self,
        step: str,
        *,
        case: str,
        actor: str,
        on_behalf_of: str | None = None,
        parent: str | None = None,
        for_each: Iterable[str] = (),
        facts: Mapping[str, Value] | None = None,
        documents: Mapping[str, str] | None = None,
        roles: Mapping[str, str | Sequence[str]] | None = None,
        explanation: str | None = None,
        rests_on: str | None = None,
        into: Mapping[str, Sequence[str]] | None = None,
        heir: str | None = None,
        merges: Sequence[str] = (),
        day: date | None = None,
    ) -> Outcome:
        """What would become of doing this step, with every finding. Records nothing."""
        known = self.collaboration
        command = self._desk.command(
            Do, known.zone, day, None, step=step, case=case, actor=actor, on_behalf_of=on_behalf_of,
            parent=parent, explanation=explanation, for_each=many(for_each),
            **about_cases(rests_on, into, heir, merges), **filled(facts, documents, roles),
        )  # fmt: skip
        running = self._running(known)
        outcome, consulted = decided(
            running, known, command, seal=False, offices=self._desk.offices
        )
        if not outcome.carried_out:
            return advice(running, consulted, command, outcome)
        asked = attrs.evolve(outcome, lines=(), sealed=(), carried_out=False, head=known.head)
        return with_words(asked, consulted, running, case)

    def needs(
        self,
        step: str,
        *,
        case: str,
        actor: str | None = None,
        on_behalf_of: str | None = None,
        parent: str | None = None,
        rests_on: str | None = None,
        day: date | None = None,
    ) -> Obligation:
        """What is still needed before this step can be done, as a tree of acts."""
        from samenwerk.core.obligations import needs

        known = self.collaboration
        goal = self._goal(known, day, step=step, case=case, actor=actor,
                          on_behalf_of=on_behalf_of, parent=parent, rests_on=rests_on)  # fmt: skip
        running, consulted = self._consulted(known, goal)
        return needs(running.compiled, consulted.collaboration, goal, consulted.answers)

    def blockers(self, step: str, *, case: str, day: date | None = None) -> tuple[str, ...]:
        """The parties without whom no way to this step remains."""
        from samenwerk.core.obligations import blockers

        known = self.collaboration
        goal = self._goal(known, day, step=step, case=case, actor=None)
        running, consulted = self._consulted(known, goal)
        return blockers(running.compiled, consulted.collaboration, goal, consulted.answers)

    def foresee(
        self,
        workflow: Workflow,
        *,
        states: Mapping[str, str] | None = None,
        day: date | None = None,
    ) -> Foreseen:
        """What `migrate` would record, with the collaboration before and after it. Records
        nothing, and raises what `migrate` does."""
        return foreseen(self._desk, self.id, workflow, states or {}, day)
