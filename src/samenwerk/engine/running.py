"""The engine: it brings store, plugins and clock together, and opens rooms.

It holds no rule. Read `core.decide` for what becomes of a command.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from types import TracebackType
from typing import TYPE_CHECKING

import attrs

from samenwerk.core.decide import decide
from samenwerk.core.encode import command_digest
from samenwerk.core.evolve import replay
from samenwerk.core.retrying import Plan
from samenwerk.definitions.laying.effective import effective_text
from samenwerk.engine.acting import Desk, append, in_utc, repeated
from samenwerk.engine.room import Room
from samenwerk.engine.shelf import Shelf, check_id
from samenwerk.hooks.calling.apart import Apart
from samenwerk.hooks.calling.caller import Calling, Calls
from samenwerk.hooks.installed import installed
from samenwerk.hooks.plugins import Plugins
from samenwerk.store.contract import Store
from samenwerk.store.outbox import Posted
from samenwerk.values.command import Start
from samenwerk.values.declared import Workflow
from samenwerk.values.errors import Conflict, Misuse

if TYPE_CHECKING:
    from samenwerk.engine.sending import Sender

PATIENT = Plan()
"""How patient a worker is unless it is told otherwise."""


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


class Engine:
    """Runs collaborations over a store. Safe from several threads; reads no environment.

    `plugins` are those there are; None: the installed ones, looked up when a workflow names one.
    With `apart`, what plugins look up outside (facts, and more of the kind) is asked in processes
    of their own within those limits. `clock` gives aware moments, `new_id` fresh ids for commands
    without one. Workflows in `known` need not be read from the store. Closing the engine closes
    the store.

    >>> with Engine(open_store("samenwerk.db")) as engine:                     # doctest: +SKIP
    ...     room = engine.start(load("landelijk"), "region")
    """

    def __init__(
        self,
        store: Store,
        *,
        plugins: Plugins | None = None,
        clock: Callable[[], datetime] | None = None,
        new_id: Callable[[], str] | None = None,
        known: Iterable[Workflow] = (),
        apart: Apart | None = None,
    ) -> None:
        def find(names: Iterable[str]) -> Plugins:
            return installed(names) if plugins is None else plugins

        shelf = Shelf(store, find, calling=Calling(apart))
        for workflow in known:
            shelf.know(workflow)
        self._desk = Desk(store, shelf, clock or now, new_id or (lambda: uuid.uuid4().hex))

    def start(
        self,
        workflow: Workflow,
        collaboration: str,
        *,
        actor: str | None = None,
        rehearsal: bool = False,
        day: date | None = None,
        command_id: str | None = None,
    ) -> Room:
        """Begin a collaboration by a workflow, which the store keeps from then on.

        Raises Misuse when there is one of this id already (unless this very command started it),
        and PluginError when a plugin that the workflow names is missing or does not fit: then
        nothing is kept.
        """
        desk, id = self._desk, check_id(collaboration, "collaboration")
        if desk.pretends and not rehearsal:
            raise Misuse("only a rehearsal can be at another moment", what="rehearsal", name=id)
        running = desk.shelf.know(workflow)
        running.plugins.check()
        command = desk.command(
            Start, workflow.zone, day, command_id, actor=actor, collaboration=id,
            workflow=workflow.name, definition=workflow.digest, zone=workflow.zone,
            rehearsal=rehearsal,
        )  # fmt: skip
        content = command_digest(command)
        if desk.store.tip(id) is None:
            text = effective_text(workflow.effective)
            desk.store.keep_definition(workflow.digest, text, workflow.sources)
            outcome = decide(running.compiled, None, command)
            try:
                append(desk.store, id, None, outcome, command, content)
            except Conflict:
                pass  # somebody was first; perhaps it was this same command
            else:
                started = replay(outcome.lines)
                if started is not None:
                    desk.shelf.keep(started)
                return Room(desk, id)
        if repeated(desk.store, id, command, content, day is None) is None:
            raise Misuse(f"it was started before: {id}", what="started", name=id)
        return Room(desk, id)

    def room(self, collaboration: str) -> Room:
        """The room of a collaboration; raises UnknownName when there is none of this id."""
        self._desk.known(collaboration)
        return Room(self._desk, collaboration)

    def collaborations(self) -> tuple[str, ...]:
        """The ids of all collaborations in the store, in order."""
        return self._desk.store.collaborations()

    def sender(
        self,
        *,
        plan: Plan = PATIENT,
        dice: Callable[[], float] = random.random,
        owner: str | None = None,
    ) -> Sender:
        """What sends the effects of every collaboration of the store; see `engine.sending`."""
        from samenwerk.engine.sending import Sender

        return Sender(self._desk, plan, dice, owner)

    def outbox(self) -> tuple[Posted, ...]:
        """Every effect that is still to be sent, or that failed, in the order of the next try."""
        return self._desk.store.outbox()

    def send_again(self, key: str, *, actor: str | None = None) -> Posted:
        """Have an effect that failed, or waits for a later moment, sent again; by its key.

        Raises UnknownName when there is none, and Misuse while it is being sent.
        """
        from samenwerk.engine.sending import again

        return again(self._desk, key, actor)

    def give_up(self, key: str, *, because: str, actor: str | None = None) -> Posted:
        """Give an effect up, for a reason that is kept sealed; raises as `send_again`."""
        from samenwerk.engine.sending import drop

        return drop(self._desk, key, because, actor)

    def at(self, moment: datetime) -> Engine:
        """The same engine with its clock at this moment, for rehearsals alone.

        A rehearsal may let time pass as it likes; a real record cannot be dated by pretending, so
        that all else raises Misuse.
        """
        stopped = in_utc(moment)
        other = Engine.__new__(Engine)
        other._desk = attrs.evolve(self._desk, clock=lambda: stopped, pretends=True)
        return other

    @property
    def calls(self) -> tuple[Calls, ...]:
        """How often plugins were asked since this engine was made, and how long that took."""
        return self._desk.shelf.calls

    @property
    def said(self) -> tuple[tuple[str, str], ...]:
        """The last lines that plugins printed in processes of their own, with who did."""
        return self._desk.shelf.calling.said

    def ask_anew(self, plugin: str | None = None) -> None:
        """Ask what was set aside again, of this plugin or of all.

        Something of a plugin that went wrong three times in a row is not asked until then.
        """
        self._desk.shelf.calling.health.anew(plugin)

    def close(self) -> None:
        """Close the store, and stop the processes of plugins."""
        self._desk.shelf.calling.close()
        self._desk.store.close()

    def __enter__(self) -> Engine:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()
