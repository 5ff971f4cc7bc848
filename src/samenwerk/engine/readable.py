"""What can be read in a room: how a collaboration stands, what waits, its record, its reports.

Nothing here records anything; acting and asking about one step is `room`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING, Any

from samenwerk.core.asking import open_askings
from samenwerk.core.chain import ChainReport, verify
from samenwerk.core.collected import Answers
from samenwerk.engine.acting import Desk
from samenwerk.engine.asked import read_on, seal
from samenwerk.engine.consulting import Consulted, answered, consult
from samenwerk.engine.dues import Failed, dues_of, order, tasks_of
from samenwerk.engine.shelf import Running
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Do, Settle
from samenwerk.values.declared import Workflow
from samenwerk.values.event import Line, Sealed
from samenwerk.values.finding import UNKNOWN

if TYPE_CHECKING:
    from samenwerk.core.worklists import Due, Task
    from samenwerk.engine.money import CasePayment, Money
    from samenwerk.hooks.plugins import Plugins
    from samenwerk.hooks.whole import Whole


class Readable:
    """One collaboration, to be read; `Room` is what can be acted in too."""

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
        self, *, day: date | None = None, since: date | None = None, texts: bool = False
    ) -> Whole:
        """The collaboration as reports and exports get it, frozen, on a day.

        `since` is from when a reader wants to know what happened; `texts` gives the free texts
        along. One whose workflow cannot be read any more is told as far as it was recorded.
        """
        from samenwerk.engine.reporting import whole_of

        return whole_of(self, self._desk, lambda: self._now(day, every=True), since, texts)

    def report(self, name: str, lang: str = "nl", format: str | None = None, *,
               day: date | None = None, since: date | None = None) -> str:  # fmt: skip
        """A report by its name (`status`, or `plugin.name`), as a text.

        Raises UnknownName for one that is not there, Misuse for a format it does not have, and
        PluginError when its plugin goes wrong.
        """
        from samenwerk.engine.reporting import rendered

        return rendered(self, self._desk, name, lang, format, self.whole(day=day, since=since))

    def export(self, name: str, *, day: date | None = None, texts: bool = False) -> bytes:
        """An export by its name (`record`, or `plugin.name`), as bytes; raises as `report`."""
        from samenwerk.engine.reporting import exported

        return exported(self, self._desk, name, self.whole(day=day, texts=texts))

    # The record: needs neither workflow nor plugins

    def history(self) -> Iterator[Line]:
        """Every line of the record, in order."""
        return self._desk.store.read(self.id)

    def verify(self, expect: str | None = None) -> ChainReport:
        """Whether the record holds together, and whether head `expect` is still in it."""
        return verify(self._desk.store.rows(self.id), expect)

    def text(self, sealed: str | Sealed) -> str | None:
        """The text behind a seal; None when it was erased."""
        return self._desk.store.unseal(seal(sealed))

    def erase(self, *sealed: str | Sealed) -> int:
        """Erase the texts behind these seals; says how many there still were.

        The record itself does not change and goes on verifying.
        """
        return self._desk.store.erase([seal(one) for one in sealed])

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
                answers.setdefault(one.question, UNKNOWN if answer is None else answer.truth)
        return consulted.collaboration, command, running, answers
