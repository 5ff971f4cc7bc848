"""What can be read in a room: how a collaboration stands, what waits, its record, its reports.

Nothing here records anything; acting and asking about one step is `room`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.core.asking import open_askings
from samenwerk.core.chain import ChainReport, verify
from samenwerk.core.collected import Answers
from samenwerk.core.policies import Policy, own_cases
from samenwerk.engine.acting import Desk
from samenwerk.engine.asked import read_on, seal
from samenwerk.engine.consulting import Consulted, answered, consult
from samenwerk.engine.dues import Failed, dues_of, order, tasks_of
from samenwerk.engine.shelf import Running
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Do, HandIn, Record, Say, Settle
from samenwerk.values.declared import Workflow
from samenwerk.values.event import Line, Sealed
from samenwerk.values.finding import UNKNOWN

if TYPE_CHECKING:
    from samenwerk.engine.erasing import Found
    from samenwerk.engine.money import CasePayment, Money
    from samenwerk.engine.seen import Seen
    from samenwerk.engine.supposing import Supposed
    from samenwerk.hooks.plugins import Plugins
    from samenwerk.hooks.whole import Whole
    from samenwerk.values.waiting import Due, Task


class Readable:
    """One collaboration as recorded or as supposed, to be read; `Room` is acted in too."""

    def __init__(self, desk: Desk, id: str) -> None:
        self._desk = desk
        self.id = id

    def __repr__(self) -> str:
        return f"Room({self.id!r})"

    @property
    def collaboration(self) -> Collaboration:
        """The collaboration as recorded now; needs neither workflow nor plugins."""
        return self._desk.known(self.id)

    @property
    def workflow(self) -> Workflow:
        """The workflow that is in effect, as the store kept it."""
        return self._running(self.collaboration).workflow

    @property
    def earlier(self) -> tuple[Workflow, ...]:
        """The workflows that were in effect before it, the latest first."""
        digests = reversed(self.collaboration.earlier)
        return tuple(self._desk.shelf.running(one).workflow for one in digests)

    def workflow_of(self, case: str) -> Workflow:
        """The workflow that a case is judged by; one that is not there yet would be a new one."""
        known = self.collaboration
        return self._running(known).of(known.cases.get(case)).workflow

    @property
    def plugins(self) -> Plugins:
        """The plugins that its workflow names, and why any of them cannot be used."""
        return self._running(self.collaboration).plugins

    def _running(self, known: Collaboration) -> Running:
        return self._desk.shelf.judging(known)

    def todo(
        self, party: str, *, day: date | None = None, failed: Failed | None = None
    ) -> tuple[Task, ...]:
        """What this party can do now, and what others wait for from it.

        What plugins know to be due stands in it too; `failed` is given the PluginError of one
        that goes wrong, and the rest is told.
        """
        from samenwerk.core.worklists import todo
        from samenwerk.engine.paying import to_pay

        known, at, running, answers = self._now(day, party)
        own = todo(running.compiled, known, party, at, answers)
        theirs = tasks_of(party, dues_of(running, known, at, answers, failed))
        return (*own, *theirs, *to_pay(self._payments(at, failed), party))

    def due(self, *, day: date | None = None, failed: Failed | None = None) -> tuple[Due, ...]:
        """The days that open cases must mind, those that plugins know of among them.

        `failed` is given the PluginError of a plugin that goes wrong, and the rest is told.
        """
        from samenwerk.core.worklists import due
        from samenwerk.engine.paying import dues_to_pay

        known, at, running, answers = self._now(day)
        own = due(running.compiled, known, at, answers)
        theirs = dues_of(running, known, at, answers, failed)
        theirs = (*theirs, *dues_to_pay(self._payments(at, failed), at.day))
        return tuple(sorted((*own, *theirs), key=order)) if theirs else own

    def money(self, *, day: date | None = None) -> Money:
        """How the money stands: payments and accounts as plugins tell them, with our own."""
        from samenwerk.engine.money import told

        known = self.collaboration
        at = read_on(self._desk.command(Settle, known.zone, day, None, actor=None))
        return told(self._running(known), known, self.history(), at)

    def _payments(self, at: Settle, failed: Failed | None) -> tuple[CasePayment, ...]:
        from samenwerk.engine.money import payments_of

        known = self.collaboration
        return payments_of(self._running(known), known, self.history, at, failed)

    def standing(self, *, day: date | None = None) -> Collaboration:
        """The collaboration with what time has made due worked out, for reading; not recorded."""
        from samenwerk.core.obligations import standing

        known, at, running, answers = self._now(day)
        return standing(running.compiled, known, at, answers)

    def whole(
        self, *, day: date | None = None, since: date | None = None, texts: bool = False,
        record: bool = True,
    ) -> Whole:  # fmt: skip
        """The collaboration as reports and exports get it, frozen, on a day.

        `since` is from when a reader wants to know what happened; `texts` gives the free texts
        along; without `record` the lines are not read, where only how it stands is asked. One
        whose workflow cannot be read any more is told as far as it was recorded.
        """
        from samenwerk.engine.reporting import whole_of

        now = functools.partial(self._now, day, every=True)
        return whole_of(self, self._desk, now, since, texts, record)

    def suppose(
        self, kind: type[Do | Say | Record | HandIn], *, day: date | None = None, **asked: Any
    ) -> Supposed:
        """What would become of a command, and how it would stand then: see `engine.supposing`.
        Records nothing, and raises what the act itself does.

        >>> room.suppose(Say, case="c", actor="noord", decision="carry",        # doctest: +SKIP
        ...              position="for").after.cases["c"].state
        'adopted'
        """
        from samenwerk.engine.supposing import supposed

        return supposed(self._desk, self.id, kind, day, **asked)

    def report(self, name: str, lang: str = "nl", format: str | None = None, *,
               day: date | None = None, since: date | None = None,
               texts: bool = False) -> str:  # fmt: skip
        """A report by its name (`status`, or `plugin.name`), as a text.

        `texts` gives the free texts along, which may be about people.

        Raises UnknownName for one that is not there, Misuse for a format it does not have or that
        is no text (see `report_file`), and PluginError when its plugin goes wrong.
        """
        from samenwerk.engine.reporting import rendered

        return rendered(self, self._desk, name, lang, format,
                        self.whole(day=day, since=since, texts=texts))  # fmt: skip

    def report_file(self, name: str, lang: str = "nl", format: str | None = None, *,
                    day: date | None = None, since: date | None = None,
                    texts: bool = False) -> bytes:  # fmt: skip
        """A report by its name as the bytes of a file, also as pdf or docx; raises as `report`."""
        from samenwerk.engine.reporting import filed

        return filed(self, self._desk, name, lang, format,
                     self.whole(day=day, since=since, texts=texts))  # fmt: skip

    def export(
        self, name: str, *, day: date | None = None, texts: bool = False, lang: str = "nl"
    ) -> bytes:
        """An export by its name (`record`, or `plugin.name`), as bytes; raises as `report`.

        `lang` is the language of its sentences, where it has any.
        """
        from samenwerk.engine.reporting import exported

        whole = attrs.evolve(self.whole(day=day, texts=texts), lang=lang)
        return exported(self, self._desk, name, whole)

    def seen_by(self, party: str, policy: Policy = own_cases) -> Seen:
        """What one party sees here, by a policy of the host: see `engine.seen`."""
        from samenwerk.engine.seen import Seen

        return Seen(self._desk, self.id, party, policy)

    # The record: needs neither workflow nor plugins

    def history(self, after: int = 0) -> Iterator[Line]:
        """Every line of the record beyond sequence `after`, in order."""
        return self._desk.store.read(self.id, after)

    def verify(self, expect: str | None = None) -> ChainReport:
        """Whether the record holds together, and whether head `expect` is still in it."""
        return verify(self._desk.store.rows(self.id), expect)

    def text(self, sealed: str | Sealed) -> str | None:
        """The text behind a seal; None when it was erased."""
        return self._desk.store.unseal(seal(sealed))

    def texts(
        self,
        *,
        of: str | None = None,
        containing: str | None = None,
        sequence: int | None = None,
    ) -> tuple[Found, ...]:
        """The free texts that are still there: all, or those of a party, with these words in
        them (capitals or not), or of one event."""
        from samenwerk.engine.erasing import found

        return found(self._desk, self.id, of=of, containing=containing, sequence=sequence)

    def _goal(self, known: Collaboration, day: date | None, **asked: Any) -> Do:
        return read_on(self._desk.command(Do, known.zone, day, None, **asked))

    def _consulted(self, known: Collaboration, command: Do) -> tuple[Running, Consulted]:
        running = self._running(known)
        return running, consult(running, known, command)

    def _now(
        self, day: date | None, party: str | None = None, every: bool = False
    ) -> tuple[Collaboration, Settle, Running, Answers]:
        known = self.collaboration
        command = read_on(self._desk.command(Settle, known.zone, day, None, actor=None))
        running = self._running(known)
        consulted = consult(running, known, command)
        answers = consulted.answers
        if party is not None or every:
            asked = open_askings(running.compiled, consulted.collaboration, command, party)
            for one, answer in answered(running, asked):
                if one.question not in answers:
                    truth, ways = (UNKNOWN, ()) if answer is None else (answer.truth, answer.ways)
                    answers.take(one.question, truth, ways)
        return consulted.collaboration, command, running, answers
