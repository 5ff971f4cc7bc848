"""One machine of a fleet: it takes jobs from the queue, and looks at times what others left.

What is done with a job is the engine's; the tables and the trigger of the queue are `queue`.
"""

from __future__ import annotations

import asyncio
import contextlib
import queue
import threading
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import attrs
from procrastinate import App, PsycopgConnector
from procrastinate.exceptions import AlreadyEnqueued

from samenwerk_procrastinate.queue import KEEP_UP, LOOK, QUEUE, SEND, options_of, prepare

if TYPE_CHECKING:
    from samenwerk import Engine
    from samenwerk.engine.sending import Sender

STALLED = 30.0
"""After so many seconds without a sign of life a machine is taken for dead."""
REMINDS, REMINDS_ANYWAY = 60.0, 3600.0
"""After so many seconds a machine looks again who is to be reminded: when something happened in a
collaboration, and otherwise."""


@attrs.frozen
class Pace:
    """How a machine works: `jobs` at once, and every so many seconds (1 to 59) a look at what
    waits without a job and at what time moves. `lease` is how long nobody else takes what it is
    sending: longer than a plugin may take. `remind` is so many days ahead, by the effect `by`
    and in `lang`; None: nobody is reminded.
    """

    jobs: int = 4
    every: int = 10
    lease: timedelta = timedelta(minutes=2)
    stalled: float = STALLED
    remind: int | None = None
    by: str = ""
    lang: str = "nl"


class Fleet:
    """One machine of the fleet of a tenant. Any number may run at once, anywhere.

    `address` and `tenant` are those of the store; `engine` gives an engine over it.

    >>> Fleet(address, "samenwerk", lambda: Engine(open_store(address))).run()   # doctest: +SKIP
    """

    def __init__(
        self, address: str, tenant: str, engine: Callable[[], Engine], pace: Pace | None = None
    ) -> None:
        self._address = address
        self._tenant = tenant
        self._engine = engine
        self._pace = pace or Pace()
        self._keeping = threading.Lock()
        self._looked: float | None = None
        self._moved = False
        self._senders: queue.SimpleQueue[Sender] = queue.SimpleQueue()

    def run(self, until_empty: bool = False) -> None:
        """Work until a signal says stop; what is being sent then comes to its end.

        With `until_empty` it stops once the queue holds nothing that can be done now. What the
        outbox lacks of the record is put back first.
        """
        prepare(self._address, self._tenant)
        with self._engine() as engine:
            self._working = engine
            self._make_senders(engine)
            with self._sender() as sender:
                sender.restore()
            asyncio.run(self._work(until_empty))

    def _make_senders(self, engine: Engine) -> None:
        from samenwerk.core.retrying import Plan

        plan = attrs.evolve(Plan(), lease=self._pace.lease)
        self._senders = queue.SimpleQueue()  # those of a run before are of an engine that closed
        for _ in range(self._pace.jobs):
            self._senders.put(engine.sender(plan=plan))

    @contextlib.contextmanager
    def _sender(self) -> Iterator[Sender]:
        """A sender for one thread alone."""
        sender = self._senders.get()
        try:
            yield sender
        finally:
            self._senders.put(sender)

    async def _work(self, until_empty: bool) -> None:
        connector = PsycopgConnector(
            conninfo=self._address, kwargs={"options": options_of(self._address, self._tenant)},
            min_size=1, max_size=self._pace.jobs + 4,
        )  # fmt: skip
        app = self._app(connector)
        async with app.open_async():
            for one in (LOOK, KEEP_UP):
                with contextlib.suppress(AlreadyEnqueued):
                    await app.tasks[one].defer_async(timestamp=0)
            again = True
            while again:
                await app.run_worker_async(
                    queues=[QUEUE], concurrency=self._pace.jobs, wait=not until_empty,
                    delete_jobs="always", fetch_job_polling_interval=float(self._pace.every),
                    update_heartbeat_interval=self._pace.stalled / 3,
                    stalled_worker_timeout=self._pace.stalled,
                    install_signal_handlers=not until_empty,
                )  # fmt: skip
                again = until_empty and await _to_send(connector)  # what the last jobs asked

    def _app(self, connector: PsycopgConnector) -> App:
        """The tasks that jobs are about, and which of them come by themselves."""
        app, cron = App(connector=connector), f"* * * * * */{self._pace.every}"

        @app.task(name=SEND, queue=QUEUE)
        def send(key: str) -> None:
            """Send one thing that is due: this one, or what another left."""
            with self._sender() as sender:
                sender.send()

        @app.periodic(cron=cron)
        @app.task(name=LOOK, queue=QUEUE, queueing_lock=LOOK)
        async def look(timestamp: int) -> None:
            """Do what waits without a job, and give back the jobs of machines that died."""
            for job in await app.job_manager.get_stalled_jobs(
                queue=QUEUE, seconds_since_heartbeat=self._pace.stalled
            ):
                await app.job_manager.retry_job(job)
            await asyncio.to_thread(self._all_that_is_due)

        @app.periodic(cron=cron)
        @app.task(name=KEEP_UP, queue=QUEUE, queueing_lock=KEEP_UP)
        def keep_up(timestamp: int) -> None:
            """Record what time moved, where no other machine is at it, and remind parties."""
            # One at a time: a second that came in between would look at lists that the first is
            # still at, see nobody to be reminded, and take the first one's turn to look.
            if self._keeping.acquire(blocking=False):
                try:
                    self._keep_up()
                finally:
                    self._keeping.release()

        return app

    def _keep_up(self) -> None:
        for _ in self._working.upkeep().due():
            self._moved = True
        if self._pace.remind is not None and self._looks_again():
            for _ in self._working.remind(self._pace.by, self._pace.remind, lang=self._pace.lang):
                pass
            self._moved = False

    def _looks_again(self) -> bool:
        """Whether it is time to see who is to be reminded: now and then, sooner when something
        happened."""
        now, looked = time.monotonic(), self._looked
        if looked is not None and now - looked < (REMINDS if self._moved else REMINDS_ANYWAY):
            return False
        self._looked = now
        return True

    def _all_that_is_due(self) -> None:
        with self._sender() as sender:
            for _ in sender.due():
                pass


async def _to_send(connector: PsycopgConnector) -> bool:
    """Whether something can be sent now."""
    found = await connector.execute_query_one_async(
        "SELECT EXISTS (SELECT FROM procrastinate_jobs WHERE status = 'todo'"
        " AND task_name = %(task)s AND coalesce(scheduled_at, now()) <= now()) AS some",
        task=SEND,
    )
    return bool(found["some"])


def waiting(address: str, tenant: str) -> dict[str, Any]:
    """What stands in the queue: how many jobs wait, are being done, and how many machines live."""
    import psycopg

    with psycopg.connect(address, options=options_of(address, tenant)) as db:
        rows = db.execute(
            "SELECT count(*) FILTER (WHERE status = 'todo'),"
            " count(*) FILTER (WHERE status = 'doing'),"
            " (SELECT count(*) FROM procrastinate_workers"
            "  WHERE last_heartbeat > now() - interval '30 seconds')"
            " FROM procrastinate_jobs"
        ).fetchone()
    todo, doing, machines = rows or (0, 0, 0)
    return {"waiting": todo, "doing": doing, "machines": machines}
