"""Reading as one party: what it is told is made of what it may see, and of nothing else.

Each answer is worked out twice: of the whole, which says what is true, and of what is in sight,
which says what can be told. Only what both say is given; of the rest that there is something.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.core.authority import outside
from samenwerk.core.decide import decide
from samenwerk.core.encode import decode
from samenwerk.core.obligations import advised, blockers, needs, standing
from samenwerk.core.policies import Policy, everything, own_cases
from samenwerk.core.seen import seen
from samenwerk.core.seen_events import seen_event
from samenwerk.core.worklists import due, todo
from samenwerk.engine.acting import Desk
from samenwerk.engine.agreed import WITHHELD, Agreed, Told, both, findings, obligation, tried
from samenwerk.engine.asked import of_step, read_on
from samenwerk.engine.asked import seal as seal_of
from samenwerk.engine.consulting import consult
from samenwerk.engine.reporting import filed, rendered
from samenwerk.engine.shelf import Running
from samenwerk.engine.speaking import catalogue_with
from samenwerk.engine.supposing import supposed
from samenwerk.engine.wholes import WorkedOut, written
from samenwerk.hooks.whole import Whole, seals_in, seals_of
from samenwerk.language.catalogue import Speaker
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Command, Do, Settle
from samenwerk.values.errors import PluginError, UnknownName
from samenwerk.values.event import Line, RecordedEvent, Sealed
from samenwerk.values.obligation import Obligation
from samenwerk.values.outcome import Outcome
from samenwerk.values.sight import Sight
from samenwerk.values.waiting import Due, Task

if TYPE_CHECKING:
    from samenwerk.engine.room import Room


@attrs.frozen(eq=False)
class _Now:
    """One moment of reading: the whole, what is in sight of it, and what plugins answered."""

    running: Running
    known: Collaboration
    near: Collaboration
    sight: Sight
    at: Any
    answers: Any


class Seen:
    """What one party sees of a collaboration, by a policy. It acts nowhere.

    A case out of sight is as one that is not there (UnknownName). An error of a plugin says no
    more than which plugin it was. A policy of the host is asked anew each time: it may look
    elsewhere, where something changed. What is in sight by it is kept until something is recorded.
    """

    def __init__(self, desk: Desk, id: str, party: str, policy: Policy) -> None:
        self._desk = attrs.evolve(desk, bound=None)
        self.id = id
        self.party = party
        self._policy = policy
        self._last: tuple[Collaboration, dict[date, tuple[Sight, Collaboration]]] | None = None

    def __repr__(self) -> str:
        return f"Seen({self.id!r}, {self.party!r})"

    @property
    def collaboration(self) -> Collaboration:
        """The collaboration as recorded now, as far as it is in sight."""
        known = self._known()
        return self._near(known, self._today(known))[1]

    def standing(self, *, day: date | None = None) -> Collaboration:
        """The same with what time has made due worked out, for reading; not recorded."""
        now = self._now(Settle, day, actor=None)
        there = standing(now.running.compiled, now.known, now.at, now.answers)
        return seen(there, now.sight)

    def history(self) -> tuple[RecordedEvent, ...]:
        """The recorded events, in order; they tell what is seen and cannot be verified."""
        known = self._known()
        sight = self._sight(known, self._today(known))
        # what came in meanwhile is not in sight yet: nobody knows of whom its cases are
        lines = (one for one in self._desk.store.read(self.id)
                 if one.event.sequence <= known.sequence)  # fmt: skip
        found = (seen_event(line.event, sight, known) for line in lines)
        return tuple(one for one in found if one is not None)

    def text(self, sealed: str | Sealed) -> str | None:
        """The text behind a seal of an event that is seen; else, and when it was erased, None."""
        seal = seal_of(sealed)
        return self.unsealed((seal,)).get(seal)

    def unsealed(self, wanted: Iterable[str]) -> dict[str, str]:
        """The texts behind these seals, by seal, as far as `text` gives them; the record is read
        once for all of them."""
        asked, known = {one for one in wanted if one}, self._known()
        if not asked:
            return {}
        sight = self._sight(known, self._today(known))
        told: set[str] = set()
        for sequence, body, _ in self._desk.store.rows(self.id):
            if sequence <= known.sequence and not asked.isdisjoint(seals_of(body)):
                event = seen_event(decode(body), sight, known)
                told.update(() if event is None else seals_in(event))
        texts = {one: self._desk.store.unseal(one) for one in asked & told}
        return {seal: text for seal, text in texts.items() if text is not None}

    def todo(self, *, day: date | None = None) -> tuple[Task, ...]:
        """What the party can do now, and what others wait for from it."""
        now = self._now(Settle, day, actor=None)

        def asked(known: Collaboration) -> tuple[Task, ...]:
            return todo(now.running.compiled, known, self.party, now.at, now.answers)

        return both(asked(now.known), tried(lambda: asked(now.near), ()))

    def due(self, *, day: date | None = None) -> tuple[Due, ...]:
        """The days that the cases in sight must mind."""
        now = self._now(Settle, day, actor=None)

        def asked(known: Collaboration) -> tuple[Due, ...]:
            return due(now.running.compiled, known, now.at, now.answers)

        return both(asked(now.known), tried(lambda: asked(now.near), ()))

    def needs(
        self, step: str, *, case: str, parent: str | None = None, day: date | None = None
    ) -> Obligation:
        """What is still needed before a step, as far as it can be told."""
        self.check(case, parent, step)
        now = self._now(Do, day, actor=None, step=step, case=case, parent=parent)

        def asked(known: Collaboration) -> Obligation:
            return needs(now.running.compiled, known, now.at, now.answers)

        none = Obligation("unadvised", act=WITHHELD)
        return obligation(asked(now.known), tried(lambda: asked(now.near), none))

    def blockers(self, step: str, *, case: str, day: date | None = None) -> tuple[str, ...]:
        """The parties in sight without whom no way to this step remains."""
        self.check(case, None, step)
        now = self._now(Do, day, actor=None, step=step, case=case)

        def asked(known: Collaboration) -> tuple[str, ...]:
            return blockers(now.running.compiled, known, now.at, now.answers)

        return both(asked(now.known), tried(lambda: asked(now.near), ()))

    def ask(
        self, step: str, *, case: str, day: date | None = None, **asked: Any
    ) -> Outcome:
        """What would become of the party doing this step; takes what `Room.ask` takes."""
        from samenwerk.engine.room import Room

        self.check(case, asked.get("parent"), step)
        room = Room(self._desk, self.id)
        whole = _plainly(
            lambda: room.ask(step, case=case, actor=self.party, day=day, **asked)
        )
        return self.outcome(whole, Do, step=step, case=case, actor=self.party, day=day,
                            **of_step(asked))  # fmt: skip

    def check(self, case: str, parent: str | None = None, step: str = "") -> None:
        """Raise UnknownName for a case out of sight, as for one that is not there.

        A step that opens a case gives it a name that is still free; that it is not, shows.
        """
        if self._policy is everything:
            return
        known = self._known()
        near = self._near(known, self._today(known))[1]
        found = self._desk.shelf.judging(known).compiled.now(known).step(step)
        new = found is not None and bool(found.step.opens) and case not in known.cases
        for one in (None if new else case, parent):
            if one is not None and one not in near.cases:
                raise UnknownName(what="case", name=one)

    def report(
        self, name: str, lang: str = "nl", format: str | None = None, *,
        day: date | None = None, since: date | None = None,
    ) -> str:  # fmt: skip
        """A report made of what is in sight; raises as `Room.report`."""
        room, whole = self._reported(day, since)
        return _plainly(lambda: rendered(room, self._desk, name, lang, format, whole))

    def report_file(
        self, name: str, lang: str = "nl", format: str | None = None, *,
        day: date | None = None, since: date | None = None,
    ) -> bytes:  # fmt: skip
        """A report made of what is in sight, as the bytes of a file."""
        room, whole = self._reported(day, since)
        return _plainly(lambda: filed(room, self._desk, name, lang, format, whole))

    def _reported(self, day: date | None, since: date | None) -> tuple[Room, Whole]:
        from samenwerk.engine.room import Room

        return Room(self._desk, self.id), self._whole(self._now(Settle, day, actor=None), since)

    def whole(self, *, day: date | None = None, record: bool = True) -> Whole:
        """What is in sight as reports get it, with or without its record."""
        return self._whole(self._now(Settle, day, actor=None), None, record)

    def speaker(self, lang: str) -> Speaker:
        """Who says what is seen, in a language; it knows no name that is out of sight."""
        known = self._known()
        running = self._desk.shelf.judging(known)
        near = self._near(known, self._today(known))[1]
        earlier = tuple(self._desk.shelf.running(one).workflow for one in reversed(known.earlier))
        catalogue = catalogue_with(running.plugins)
        return Speaker(lang, running.workflow, near.register, catalogue, earlier=earlier)

    def outcome(self, whole: Outcome, kind: type[Command], **asked: Any) -> Outcome:
        """What may be told of an outcome that the party got; `asked` is what it asked.

        Of what was carried out that is what was recorded, as far as it is in sight.
        """
        if self._policy is everything:
            return whole
        known = self._known()
        at = self._desk.command(kind, known.zone, asked.pop("day", None), None, **asked)
        return self._told(whole, known, at)

    def suppose(
        self, kind: type[Command], *, case: str, day: date | None = None, **asked: Any
    ) -> Outcome:
        """What would become of an act of the party, as `Room.suppose`; how it would stand then is
        of the whole, and not told."""
        self.check(case, None, str(asked.get("step", "")))
        own = {**asked, "case": case, "actor": self.party}
        whole = _plainly(lambda: supposed(self._desk, self.id, kind, day, **own).outcome)
        if self._policy is everything:
            return whole
        known = self._known()
        at = read_on(self._desk.command(kind, known.zone, day, None, **own))
        return self._told(whole, known, at)

    def _told(self, whole: Outcome, known: Collaboration, at: Command) -> Outcome:
        running = self._desk.shelf.judging(known)
        answers: Any = {}
        if isinstance(at, Do) and not whole.carried_out:
            consulted = _plainly(lambda: consult(running, known, at))
            known, answers = consulted.collaboration, consulted.answers
        sight, near = self._near(known, at.day)
        return self._outcome(whole, _Now(running, known, near, sight, at, answers))

    def _outcome(self, whole: Outcome, now: _Now) -> Outcome:
        """The parts of an outcome that what is in sight says too.

        What was carried out moved the collaboration on, so that its reasons are not told again.
        """
        if now.sight.whole:
            return whole

        def asked() -> Outcome:
            compiled = now.running.compiled
            refused = outside(compiled, now.near, now.at, self._desk.offices)
            found = refused or decide(compiled, now.near, now.at, now.answers, seal=False)
            if found.carried_out or not isinstance(now.at, Do):
                return found
            return advised(compiled, now.near, now.at, found, now.answers)

        none = Outcome(whole.verdict)
        near = none if whole.carried_out else tried(asked, none)
        events = (seen_event(one, now.sight, now.known) for one in whole.events)
        plain = whole.headline is not None and not whole.headline.params
        return Outcome(
            whole.verdict,
            () if whole.carried_out else tuple(findings(whole.findings, near.findings)),
            tuple(Line(one, "", "") for one in events if one is not None),
            headline=whole.headline if plain or near.headline == whole.headline else WITHHELD,
            way_out=both(whole.way_out, near.way_out),
            can=both(whole.can, near.can),
            ground=whole.ground,
            carried_out=whole.carried_out,
            head=whole.head,
            repeated=whole.repeated,
            not_for=tuple(one for one in whole.not_for if now.sight.party(one)),
        )

    def _whole(self, now: _Now, since: date | None, told: bool = True) -> Whole:
        compiled, at = now.running.compiled, now.at
        there = standing(compiled, now.known, at, now.answers)
        near = seen(there, now.sight).changed(sequence=now.known.sequence, head=now.known.head)
        dues = due(compiled, now.known, at, now.answers)
        if not now.sight.whole:
            dues = both(dues, tried(lambda: due(compiled, now.near, at, now.answers), ()))
        record = tuple(Line(one, "", "") for one in self.history()) if told else ()
        texts = {}
        for one in record:
            for seal in seals_in(one.event):
                text = self._desk.store.unseal(seal) if seal else None
                if text is not None:
                    texts[seal] = text
        speaker = self.speaker("nl")
        each = {one.workflow.digest: one.workflow
                for one in (now.running, *now.running.others.values())}  # fmt: skip
        made = WorkedOut if now.sight.whole else Agreed  # of all of it nothing is asked twice
        answers = made(tuple(each.values()), near, at, dict(now.answers), (), speaker, texts,
                       compiled)  # fmt: skip
        if isinstance(answers, Agreed):
            answers.whole = there
        return Whole(near, at.day, written(now.running), record, dues, answers, since, texts)

    def _known(self) -> Collaboration:
        try:
            return self._desk.known(self.id)
        except UnknownName as unknown:
            raise UnknownName(what="collaboration", name=self.id) from unknown

    def _today(self, known: Collaboration) -> date:
        return self._desk.command(Settle, known.zone, None, None, actor=None).day

    def _sight(self, known: Collaboration, day: date) -> Sight:
        """What the policy says; of our own that is the same as long as nothing is recorded."""
        last = self._last
        if self._policy is own_cases and last is not None and last[0] is known and day in last[1]:
            return last[1][day][0]
        running = self._desk.shelf.judging(known)
        return self._policy(self.party, known, lambda case: running.of(case).workflow, day)

    def _near(self, known: Collaboration, day: date) -> tuple[Sight, Collaboration]:
        """The sight on a day, and what is in it of a collaboration."""
        sight, last = self._sight(known, day), self._last
        days = last[1] if last is not None and last[0] is known else {}
        near = next((near for other, near in days.values() if other == sight), None)
        found = sight, seen(known, sight) if near is None else near
        self._last = known, {**dict(list(days.items())[-3:]), day: found}
        return found

    def _now(self, kind: type[Any], day: date | None, **asked: Any) -> _Now:
        known = self._known()
        at = read_on(self._desk.command(kind, known.zone, day, None, **asked))
        running = self._desk.shelf.judging(known)
        consulted = _plainly(lambda: consult(running, known, at))
        known = consulted.collaboration
        sight, near = self._near(known, at.day)
        return _Now(running, known, near, sight, at, consulted.answers)


def _plainly(ask: Callable[[], Told]) -> Told:
    """The same, but of an error of a plugin only whose it is."""
    try:
        return ask()
    except PluginError as fault:
        plugin = str(fault.params.get("plugin", ""))
        raise PluginError(f"plugin {plugin} failed", what="seen", plugin=plugin) from None
