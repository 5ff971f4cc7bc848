"""A fleet on a real PostgreSQL: jobs come with the step, machines die, queues are lost."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import attrs
import pytest
from tests import postgres
from tests.engine.posting import Office
from tests.engine.test_reminding import NAMED, Post
from tests.engine.test_upkeep import TEXT, opened

from samenwerk import Conflict, Engine, Happened, Party, Plugins, open_store
from samenwerk.definitions.read import read_text
from samenwerk.store.contract import Store
from samenwerk.values.event import EffectDone

pytest.importorskip("procrastinate")
from click.testing import CliRunner
from procrastinate.testing import InMemoryConnector

from samenwerk_procrastinate import queue
from samenwerk_procrastinate.command import command
from samenwerk_procrastinate.fleet import Fleet, waiting

from .machine import PACE, fleet

ROOT = Path(__file__).resolve().parents[3]
MACHINE = Path(__file__).with_name("machine.py")


@pytest.fixture
def tenant() -> Iterator[str]:
    """A tenant of its own, of which the queue is thrown away too."""
    with postgres.tenant() as name:
        yield name
        queue.throw_away(postgres.address(), name)


@pytest.fixture
def store(tenant: str) -> Iterator[Store]:
    """The store of that tenant."""
    made = open_store(postgres.address(), tenant=tenant)
    yield made
    made.close()


@pytest.fixture
def office(store: Store) -> Office:
    """An office of today in that store."""
    made = Office(store)
    made.now = datetime.now(UTC)
    return made


@pytest.fixture
def machines(tenant: str, tmp_path: Path) -> Iterator[Callable[[str], subprocess.Popen[bytes]]]:
    """Starts machines as programs of their own; none of them is left running."""
    started: list[subprocess.Popen[bytes]] = []

    def start(name: str) -> subprocess.Popen[bytes]:
        path = os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])
        words = [sys.executable, str(MACHINE), postgres.address(), tenant, str(tmp_path), name]
        with (tmp_path.parent / f"{tmp_path.name}-{name}.txt").open("wb") as said:
            process = subprocess.Popen(words, env={**os.environ, "PYTHONPATH": path},
                                       stdout=said, stderr=said)  # fmt: skip
        started.append(process)
        return process

    yield start
    for one in started:
        one.kill()
        one.wait(30)


def until(holds: Callable[[], bool], seconds: float = 60) -> bool:
    """Whether it came to hold in time."""
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            return False
        time.sleep(0.1)
    return True


def jobs(tenant: str, *tasks: str) -> list[tuple]:
    """The jobs of these tasks, or else those that send: for which key, and in what state."""
    told = "SELECT args->>'key', status::text FROM {}.procrastinate_jobs WHERE task_name = ANY (%s)"
    named = list(tasks or (queue.SEND,))
    return postgres.asked(postgres.address(), told.format(queue.schema_of(tenant)), named)


def test_a_job_comes_in_the_transaction_of_the_step(
    office: Office, store: Store, tenant: str
) -> None:
    """Whoever records a step, knowing of no queue, has its letter in it; who loses has not."""
    assert queue.prepare(postgres.address(), tenant)
    assert not queue.prepare(postgres.address(), tenant)
    key = office.ask()
    assert [(key, "todo")] == jobs(tenant)
    room = office.room
    append = store.append

    def second(*given: object) -> None:
        append(*given[:1], 0, *given[2:])  # type: ignore[arg-type]

    store.append = second  # type: ignore[method-assign,assignment]
    with pytest.raises(Conflict):
        room.do("grant.give", case="late", actor="p")
    assert [(key, "todo")] == jobs(tenant)


def test_one_machine_does_what_there_is(office: Office, tenant: str, tmp_path: Path) -> None:
    """A letter is delivered and recorded, a shout that fails waits for its next job."""
    office.ask(case="g")
    office.ask("grant.shout", "g")
    fleet(postgres.address(), tenant, tmp_path, "one").run(until_empty=True)
    assert 1 == len(list(tmp_path.iterdir()))
    assert [1, 0] == sorted(office.ends().values(), reverse=True)
    (left,) = office.store.outbox()
    assert (1, False, None) == (left.attempts, left.dead, left.owner)
    assert [(left.key, "todo")] == jobs(tenant)
    # A look that was due while the machine stopped may wait for a next one.
    looks = len(jobs(tenant, queue.LOOK, queue.KEEP_UP))
    assert {"waiting": 1 + looks, "doing": 0, "machines": 0} == waiting(postgres.address(), tenant)


def test_a_lost_queue_is_made_anew_from_the_record(
    office: Office, store: Store, tenant: str, tmp_path: Path
) -> None:
    """Queue and outbox are both gone: the record still has them sent, once."""
    queue.prepare(postgres.address(), tenant)
    keys = {office.ask() for _ in range(3)}
    queue.throw_away(postgres.address(), tenant)
    postgres.asked(postgres.address(), f'DELETE FROM "{tenant}".outbox')
    assert () == store.outbox()
    fleet(postgres.address(), tenant, tmp_path, "one").run(until_empty=True)
    assert keys == {one.name for one in tmp_path.iterdir()}
    assert dict.fromkeys(keys, 1) == office.ends()


def test_what_a_killed_machine_left_another_finishes(
    office: Office, store: Store, tenant: str, tmp_path: Path,
    machines: Callable[[str], subprocess.Popen[bytes]],
) -> None:  # fmt: skip
    """kill -9 after a letter went out: another machine looks it up, and records it once."""
    queue.prepare(postgres.address(), tenant)
    first = office.ask()
    doomed = machines("doomed")
    assert until((tmp_path / "hangs").exists)
    others = {office.ask() for _ in range(5)}
    machines("sound")
    doomed.send_signal(signal.SIGKILL)
    doomed.wait(30)
    assert until(lambda: not store.outbox())
    assert dict.fromkeys({first, *others}, 1) == office.ends()
    assert "doomed\n" == (tmp_path / first).read_text(encoding="utf-8")
    done = [line.event.what for line in store.read("regio")]
    looked = {one.key for one in done if isinstance(one, EffectDone) and one.looked_up}
    assert first in looked
    assert until(lambda: [] == jobs(tenant))


def test_two_machines_share_the_work(
    office: Office, store: Store, tenant: str, tmp_path: Path,
    machines: Callable[[str], subprocess.Popen[bytes]],
) -> None:  # fmt: skip
    """Each letter goes out once, whoever sends it, and a machine that is told to stop ends well."""
    queue.prepare(postgres.address(), tenant)
    both = [machines("left"), machines("right")]
    keys: set[str] = set()

    def each_had_one() -> bool:
        keys.add(office.ask())
        return {"left", "right"} <= set(
            "".join(one.read_text() for one in tmp_path.iterdir()).split()
        )

    assert until(each_had_one)
    assert until(lambda: not store.outbox())
    assert dict.fromkeys(keys, 1) == office.ends()
    assert {1} == {len((tmp_path / key).read_text().splitlines()) for key in keys}
    for one in both:
        one.send_signal(signal.SIGTERM)
    assert [0, 0] == [one.wait(30) for one in both]


def test_the_command(office: Office, tenant: str, tmp_path: Path) -> None:
    """`samenwerk fleet` makes the queue and does what there is; what is wrong is said."""
    run = CliRunner().invoke
    address = postgres.address()
    words = ["--store", address, "--tenant", tenant, "--here", "--until-empty"]
    office.ask()
    log = tmp_path / "work.log"
    ran = run(command, [*words, "--throw-away", "--log", str(log)])
    assert (0, "") == (ran.exit_code, ran.output), ran.exception
    assert '"outcome": "rests"' in log.read_text(encoding="utf-8")  # office is not installed here
    wrong = run(command, ["--store", "samenwerk.db"])
    assert (2, True) == (wrong.exit_code, "postgresql://..." in wrong.output)
    assert 2 == run(command, ["--store", address, "--tenant", "x" * 58]).exit_code


def test_what_time_moves_is_recorded_once(store: Store, tenant: str) -> None:
    """A term that ended is recorded by whoever looks; lists that were lost change nothing."""
    back = TEXT.replace('nl = "Verzoeken"\n', 'nl = "Verzoeken"\nback_dating = "1 year"\n', 1)
    day, workflow = datetime.now(UTC).date() - timedelta(days=40), read_text(back).workflow
    assert workflow is not None
    room = Engine(store).start(workflow, "dal", day=day)
    room.enrol(parties=[Party("noord", "gemeente")], day=day)
    room.do("verzoek.vragen", case="v", actor="noord", day=day)

    def engine() -> Engine:
        return Engine(open_store(postgres.address(), tenant=tenant))

    for _ in range(2):
        Fleet(postgres.address(), tenant, engine, PACE).run(until_empty=True)
        assert "verlopen" == room.collaboration.cases["v"].state
        assert 4 == len(list(room.history()))
        assert ((), 1) == (store.stale(datetime.now(UTC)), len(store.collaborations()))
        postgres.asked(postgres.address(), f'DELETE FROM "{tenant}".upkeep')


def test_parties_are_reminded_once(store: Store, tenant: str) -> None:
    """What is due within the days that are asked goes out as a letter, whichever machine looks."""
    post, workflow = Post(), read_text(NAMED).workflow
    assert workflow is not None
    opened(Engine(store, plugins=Plugins.of(post=post)).start(workflow, "dal"))

    def engine() -> Engine:
        made = open_store(postgres.address(), tenant=tenant)
        return Engine(made, plugins=Plugins.of(post=post))

    pace = attrs.evolve(PACE, remind=14, by="post.letter")
    for _ in range(2):
        Fleet(postgres.address(), tenant, engine, pace).run(until_empty=True)
        assert [["noord"], ["zuid"]] == sorted(to for to, _, _ in post.came.values())
    assert () == store.outbox()


def test_a_machine_looks_at_one_time_once(store: Store, tenant: str) -> None:
    """A look that comes in while another is at the lists does nothing: it would see nobody to be
    reminded yet, and take the turn of the one that does."""
    post, workflow = Post(), read_text(NAMED).workflow
    assert workflow is not None
    opened(Engine(store, plugins=Plugins.of(post=post)).start(workflow, "dal"))
    began: list[str] = []

    def tell(happened: Happened) -> None:
        if (happened.what, happened.of) == ("began", "upkeep"):
            began.append(happened.collaboration)
            keep_up(0)

    engine = Engine(store, plugins=Plugins.of(post=post), tell=tell)
    pace = attrs.evolve(PACE, remind=14, by="post.letter")
    machine = Fleet(postgres.address(), tenant, lambda: engine, pace)
    machine._working = engine
    keep_up = machine._app(InMemoryConnector()).tasks[queue.KEEP_UP].func
    keep_up(0)
    assert (["dal"], 2) == (began, len(store.outbox()))


def test_what_happened_soon_after_a_look_is_not_forgotten(
    store: Store, tenant: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who is to be reminded of it is seen at the next look, though nothing happened since."""
    post, workflow = Post(), read_text(NAMED).workflow
    assert workflow is not None
    room = Engine(store, plugins=Plugins.of(post=post)).start(workflow, "dal")
    opened(room)

    def engine() -> Engine:
        return Engine(open_store(postgres.address(), tenant=tenant), plugins=Plugins.of(post=post))

    pace = attrs.evolve(PACE, remind=14, by="post.letter")
    machine, known = Fleet(postgres.address(), tenant, engine, pace), []
    for seconds in (3600.0, 3600.0, 0.0):
        monkeypatch.setattr("samenwerk_procrastinate.fleet.REMINDS", seconds)
        machine.run(until_empty=True)
        known.append(sorted(to for to, _, _ in post.came.values()))
        room.do("verzoek.vragen", case="w", actor="noord", command_id="w")
    first = [["noord"], ["zuid"]]
    assert [first, first, sorted(first + first)] == known
