"""The engine: it brings store, plugins and clock together, and opens rooms.

It holds no rule. Read `core.decide` for what becomes of a command.
"""

from __future__ import annotations

import random
import uuid
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from types import TracebackType
from typing import TYPE_CHECKING

import attrs

from samenwerk.core.policies import Policy, everything
from samenwerk.core.retrying import Plan
from samenwerk.engine.acting import Desk, in_utc
from samenwerk.engine.beginning import begin
from samenwerk.engine.room import Room
from samenwerk.engine.shelf import Shelf
from samenwerk.engine.telling import told_store
from samenwerk.hooks.calling.apart import Apart
from samenwerk.hooks.calling.caller import Calling, Calls
from samenwerk.hooks.calling.trying import try_anew, trying
from samenwerk.hooks.installed import installed
from samenwerk.hooks.plugins import Plugins
from samenwerk.store.contract import Store
from samenwerk.store.outbox import Posted
from samenwerk.telling.happened import Tell, guarded
from samenwerk.values.checking import check_is, wrong_type
from samenwerk.values.declared import Workflow
from samenwerk.values.offices import OF_THE_HOST, Offices

if TYPE_CHECKING:
    from samenwerk.engine.by import By
    from samenwerk.engine.everywhere import Awaited
    from samenwerk.engine.reminding import Reminded
    from samenwerk.engine.sending import Sender
    from samenwerk.engine.upkeep import Upkeep
    from samenwerk.reporting.portfolio.told import Summary
    from samenwerk.values.attempt import Attempt

PATIENT = Plan()
"""How patient a worker is unless it is told otherwise."""


def now() -> datetime:
    """This moment, in UTC."""
    return datetime.now(UTC)


class Engine:
    """Runs collaborations over a store. Safe from several threads; reads no environment.

    `plugins` are those there are; None: the installed ones, looked up when a workflow names one.
    With `apart`, what plugins look up outside (facts, and more of the kind) is asked in processes
    of their own within those limits, and an installed plugin is loaded in one first. `clock` gives
    aware moments, `new_id` fresh ids for commands without one. Workflows in `known` need not be
    read from the store. `offices` say who may do what no step is about: start, keep the register,
    migrate. With `record_refusals` what is refused is kept too, beside the record (`attempts`).
    `tell` is told what happens (`telling.happened`), at once and in the same thread; what it raises
    stays with it. Closing the engine closes the store.

    It believes the names that it is given: it is for the host's own program. Whoever the host let
    in acts through `by`.

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
        offices: Offices = OF_THE_HOST,
        tell: Tell | None = None,
        record_refusals: bool = False,
    ) -> None:
        if not callable(getattr(store, "collaborations", None)):
            raise wrong_type("store", store, "a store (as open_store gives)")
        check_is("plugins", plugins, (Plugins, type(None)), "as Plugins.of gives")
        check_is("apart", apart, (Apart, type(None)))

        def find(names: Iterable[str]) -> Plugins:
            if plugins is not None:
                return plugins
            with trying(apart):
                return installed(names)

        if tell is not None:
            tell = guarded(tell)
            store = told_store(store, tell)
        shelf = Shelf(store, find, calling=Calling(apart, tell=tell))
        for workflow in known:
            check_is("known", workflow, Workflow, "as load gives")
            shelf.know(workflow)
        ids = new_id or (lambda: uuid.uuid4().hex)
        self._desk = Desk(store, shelf, clock or now, ids, offices=offices, tell=tell,
                          record_refusals=record_refusals)  # fmt: skip

    def __repr__(self) -> str:
        return f"Engine({self._desk.store!r})"

    def by(self, actor: str, sees: Policy = everything) -> By:
        """What this party can do here, and nobody else through it: the host has established that
        it is this one. What it may is decided by the registers, what it sees by the policy; see
        `engine.by`."""
        from samenwerk.engine.by import By

        if not callable(sees):
            raise wrong_type("sees", sees, "a policy (as own_cases is)")
        return By(self._desk, actor, sees)

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
        PluginError when a plugin that the workflow names is missing or does not fit, and NotYou
        for an actor who may not: then nothing is kept.
        """
        begin(self._desk, workflow, collaboration, actor, rehearsal, day, command_id)
        return Room(self._desk, collaboration)

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

    def upkeep(self, *, owner: str | None = None, settling: bool = True) -> Upkeep:
        """What records the steps that time has made due, in every collaboration of the store, and
        keeps the lists of what waits; see `engine.upkeep`."""
        from samenwerk.engine.upkeep import Upkeep

        return Upkeep(self._desk, owner, settling=settling)

    def workflow(self, digest: str) -> Workflow:
        """A workflow that the store kept, by its digest.

        Raises RecordBroken when it is not there, and PluginError when a plugin is wanting.
        """
        return self._desk.shelf.running(digest).workflow

    def everywhere(
        self, kind: str, party: str | None = None, limit: int | None = None
    ) -> tuple[Awaited, ...]:
        """What waits in all collaborations (todo, due or blockers), as upkeep last kept it."""
        from samenwerk.engine.everywhere import everywhere

        return everywhere(self._desk.store, kind, party, limit)

    def remind(self, by: str, days: int, *, lang: str = "nl") -> Iterator[Reminded]:
        """Have parties reminded of what is due within so many days, by an effect of a plugin.

        Once for each party, thing and day, however often this is asked. It looks in the lists that
        upkeep keeps; see `engine.reminding`.
        """
        from samenwerk.engine.reminding import reminders

        return reminders(self._desk, by, days, lang)

    def summaries(self, lang: str = "nl", *, day: date | None = None) -> Iterator[Summary]:
        """Every collaboration in a few numbers, for the report portfolio; see `engine.summing`.

        On a day, else today; a rehearsal on the last day that something was recorded for.
        """
        from samenwerk.engine.summing import summaries

        return summaries(self._desk, lang, day)

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

    def attempts(self, collaboration: str | None = None) -> tuple[Attempt, ...]:
        """What was refused in all collaborations or in one, as far as that was kept; "" are those
        that could not begin."""
        return self._desk.store.attempts(collaboration)

    def forget_attempts(self, before: datetime, collaboration: str | None = None) -> int:
        """Forget what was refused before a moment; says how many that were."""
        return self._desk.store.forget_attempts(in_utc(before), collaboration)

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
        """Ask what was set aside again, of this plugin or of all, and load what could not be.

        Something of a plugin that went wrong three times in a row is not asked until then.
        """
        self._desk.shelf.calling.health.anew(plugin)
        try_anew(plugin)
        self._desk.shelf.look_again()

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
