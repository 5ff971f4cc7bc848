"""The SQLite store keeps the contract, and says what is wrong with a file instead of guessing."""

import contextlib
import os
import sqlite3
import subprocess
import sys
import tempfile
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from samenwerk.core.chain import verify
from samenwerk.store import schema
from samenwerk.store.contract import FAULTS, Store
from samenwerk.store.link import translated
from samenwerk.store.outbox import Posting
from samenwerk.store.sqlite import SqliteStore
from samenwerk.testing.store import StoreContract, add, kept_for, lines_after
from samenwerk.values.errors import RecordBroken, StoreError, StoreVersion
from samenwerk.values.event import SealedText


class TestSqlite(StoreContract):
    """The whole contract, on a file."""

    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path: Path) -> None:
        self.folder = tmp_path

    def make_store(self) -> Store:
        return SqliteStore(self.folder / "store.db")


class TestSqliteNormal(TestSqlite):
    """The whole contract again, without waiting for the disk."""

    def make_store(self) -> Store:
        return SqliteStore(self.folder / "store.db", durability="normal")


@contextlib.contextmanager
def asked(path: Path):
    """A plain connection to the file, for whoever wants to see or spoil what is in it."""
    with contextlib.closing(sqlite3.connect(path, isolation_level=None)) as connection:
        yield connection


def made(path: Path, count: int = 3) -> str:
    """A store with one stream of so many lines, closed again; gives its head."""
    store = SqliteStore(path)
    head = add(store, "regio", count)[-1].hash
    store.close()
    return head


def refused(path: Path, **options: object) -> StoreError:
    """The error with which opening this file is refused."""
    with pytest.raises(StoreError) as caught:
        SqliteStore(path, **options)
    assert caught.value.params["path"] == str(path)
    return caught.value


def said(error: StoreError) -> tuple[str, object]:
    return error.id, error.params["what"]


def test_a_store_is_found_again_as_it_was_left(tmp_path: Path) -> None:
    """What one process wrote, the next one reads, and only one file is left when all are done."""
    path = tmp_path / "store é 😀 #?%.db"
    head = made(path)
    store = SqliteStore(path, create=False)
    assert verify(store.rows("regio"), head).anchored
    store.close()
    assert [path] == list(tmp_path.iterdir())


def test_rows_can_be_read_without_samenwerk(tmp_path: Path) -> None:
    """The table shows beside the text when, what and where, under plain names."""
    head = made(tmp_path / "s.db", 1)
    with asked(tmp_path / "s.db") as db:
        rows = db.execute(
            "SELECT place, collaboration, sequence, recorded, effective, case_id, type, hash"
            " FROM event"
        ).fetchall()
    expected = (1, "regio", 1, "2027-02-01T09:30:00Z", "2027-02-01", None, "StepDone", head)
    assert [expected] == rows


def test_the_file_syncs_as_asked(tmp_path: Path) -> None:
    """Every connection is in the write-ahead log; full waits for the disk, normal does not."""
    for durability, level in (("full", 2), ("normal", 1)):
        store = SqliteStore(tmp_path / "s.db", durability=durability)
        with store._link() as db:
            assert (level,) == db.execute("PRAGMA synchronous").fetchone()
            assert ("wal",) == db.execute("PRAGMA journal_mode").fetchone()
            assert (1,) == db.execute("PRAGMA secure_delete").fetchone()
        store.close()
    with pytest.raises(ValueError, match="durability"):
        SqliteStore(tmp_path / "s.db", durability="off")


def test_reading_makes_no_file(tmp_path: Path) -> None:
    """With create=False a missing file is refused and stays missing; an empty one stays empty."""
    assert ("error.store.missing", "missing") == said(refused(tmp_path / "s.db", create=False))
    assert [] == list(tmp_path.iterdir())
    (tmp_path / "e.db").touch()
    assert ("error.store.empty", "empty") == said(refused(tmp_path / "e.db", create=False))
    assert (tmp_path / "e.db").stat().st_size == 0


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    """No folder is made: a slip in a path does not start a second store."""
    fault = refused(tmp_path / "no" / "s.db")
    assert ("error.store.no_folder", "no_folder") == said(fault)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    """A folder in the place of the file cannot be opened."""
    assert ("error.store.not_openable", "not_openable") == said(refused(tmp_path))


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    """A text, or the database of another program, is refused and not touched by one byte."""
    text = tmp_path / "notes.txt"
    text.write_text("these are notes, not a database\n" * 50)
    theirs = tmp_path / "theirs.db"
    with asked(theirs) as db:
        db.execute("CREATE TABLE t (a)")
    for path in (text, theirs):
        before = path.read_bytes()
        assert ("error.store.not_a_store", "not_a_store") == said(refused(path))
        assert before == path.read_bytes()


def test_a_file_of_a_newer_samenwerk_is_refused(tmp_path: Path) -> None:
    """A newer version of the tables is a StoreVersion that says which; the file stays as it was."""
    path = tmp_path / "s.db"
    made(path)
    with asked(path) as db:
        db.execute(f"PRAGMA user_version = {len(schema.STEPS) + 1}")
    fault = refused(path)
    assert isinstance(fault, StoreVersion)
    known = len(schema.STEPS)
    assert (known + 1, known) == (fault.params["found"], fault.params["known"])


def test_an_older_file_is_raised_once(tmp_path: Path) -> None:
    """Of many that open an older file at once, one raises it and the others find it raised."""
    path = tmp_path / "s.db"
    head = made(path)
    raised: list[int] = []

    def add_a_table(connection: sqlite3.Connection) -> None:
        raised.append(1)
        connection.execute("CREATE TABLE later (a)")

    steps = (*schema.STEPS, add_a_table)

    def open_it() -> None:
        with contextlib.closing(sqlite3.connect(path, timeout=5, isolation_level=None)) as own:
            schema.raise_tables(own, str(path), steps)

    threads = [threading.Thread(target=open_it) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    with asked(path) as db:
        assert ([1], (len(steps),)) == (raised, db.execute("PRAGMA user_version").fetchone())
        assert verify(db.execute("SELECT sequence, body, hash FROM event"), head).whole


def test_a_file_of_the_first_version_is_raised(tmp_path: Path) -> None:
    """A file from before there were effects and lists is raised, and its record is untouched."""
    path = tmp_path / "s.db"
    head = made(path)
    first = ("event", "command", "sealed", "definition", "definition_source", "sqlite_sequence")
    with asked(path) as db:
        found = db.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
        for table in {name for (name,) in found} - set(first):
            db.execute(f"DROP TABLE {table}")
        db.execute("PRAGMA user_version = 1")
    with contextlib.closing(SqliteStore(path)) as store:
        assert () == store.outbox()
        assert store.snapshot("regio") is None
        assert verify(store.rows("regio"), head).whole
        posting = Posting("send", "k", 1, "voorbeeld.letter", datetime(2027, 2, 1, tzinfo=UTC))
        store.post("regio", [posting])
        assert ["k"] == [one.key for one in store.outbox()]


def test_a_step_that_fails_leaves_the_older_file(tmp_path: Path) -> None:
    """Raising the tables happens whole or not at all."""
    path = tmp_path / "s.db"
    made(path)

    def fails_halfway(connection: sqlite3.Connection) -> None:
        connection.execute("CREATE TABLE later (a)")
        connection.execute("no sql")

    with asked(path) as db:
        with pytest.raises(sqlite3.OperationalError):
            schema.raise_tables(db, str(path), (*schema.STEPS, fails_halfway))
        assert (len(schema.STEPS),) == db.execute("PRAGMA user_version").fetchone()
        assert [] == db.execute("SELECT * FROM sqlite_schema WHERE name = 'later'").fetchall()


def test_a_truncated_file_is_a_store_error(tmp_path: Path) -> None:
    """However much of the file is cut off, opening or reading says so and nothing else escapes."""
    whole = tmp_path / "whole.db"
    head = made(whole, 200)
    content = whole.read_bytes()
    for size in (1, 50, 99, 100, 1000, 4096, 5000, 4096 * 3, len(content) - 4096):
        path = tmp_path / f"{size}.db"
        path.write_bytes(content[:size])
        try:
            whole_still = verify(SqliteStore(path).rows("regio"), head).whole
        except StoreError:
            whole_still = False
        assert not whole_still
    assert verify(SqliteStore(whole).rows("regio"), head).whole


def test_random_damage_is_never_a_foreign_error(tmp_path: Path) -> None:
    """Bytes overwritten anywhere lead to a StoreError, a broken chain, or do not matter."""
    import random

    chance = random.Random(2027)
    head = made(tmp_path / "whole.db", 60)
    content = (tmp_path / "whole.db").read_bytes()
    found = 0
    for turn in range(60):
        spoilt = bytearray(content)
        start = chance.randrange(len(content))
        spoilt[start : start + 40] = chance.randbytes(min(40, len(content) - start))
        path = tmp_path / f"{turn}.db"
        path.write_bytes(spoilt)
        try:
            store = SqliteStore(path)
            if not verify(store.rows("regio"), head).whole:
                found += 1
            add(store, "regio")
            list(store.read("regio"))
            store.erase(["x"])
            store.close()
        except StoreError:
            found += 1
    assert found > 20


def test_a_changed_byte_is_placed(tmp_path: Path) -> None:
    """A byte that is no UTF-8 any more is found by its sequence, and reading stops there."""
    path = tmp_path / "s.db"
    made(path)
    with asked(path) as db:
        db.execute(
            "UPDATE event SET body = CAST(replace(CAST(body AS BLOB), x'7b', x'ff') AS TEXT)"
            " WHERE sequence = 2"
        )
    store = SqliteStore(path)
    report = verify(store.rows("regio"))
    assert (False, 1, 2) == (report.whole, report.count, report.wrong)
    lines = store.read("regio")
    assert next(lines).event.sequence == 1
    with pytest.raises(RecordBroken) as broken:
        next(lines)
    assert broken.value.params["sequence"] == 2
    store.close()


def test_a_file_locked_too_long_is_said(tmp_path: Path) -> None:
    """A writer who keeps the file longer than we wait is a StoreError; afterwards all goes on."""
    path = tmp_path / "s.db"
    made(path)
    store = SqliteStore(path, wait=0.02)
    with asked(path) as db:
        db.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreError) as caught:
            add(store, "regio")
        assert ("error.store.locked", "locked") == said(caught.value)
        assert len(list(store.read("regio"))) == 3
        db.execute("ROLLBACK")
    add(store, "regio")
    assert (4, True) == (len(list(store.read("regio"))), verify(store.rows("regio")).whole)
    store.close()


def test_every_fault_of_sqlite_has_a_word(tmp_path: Path) -> None:
    """A full disk, as SQLite itself reports it, and faults nobody foresaw become ours."""
    with asked(tmp_path / "full.db") as db:
        db.execute("CREATE TABLE t (a)")
        db.execute("PRAGMA max_page_count = 3")
        with pytest.raises(sqlite3.Error) as full:
            db.execute("INSERT INTO t VALUES (randomblob(99999))")
        with pytest.raises(sqlite3.Error) as strange:
            db.execute("no sql")
    words = [said(translated(one.value, "p"))[1] for one in (full, strange)]
    assert ["full", "failed"] == words
    assert translated(KeyError("x"), "p") is None
    assert set(words) <= set(FAULTS)


@pytest.mark.skipif(os.name == "nt", reason="limits on a process are of Unix")
def test_a_disk_that_takes_no_more_leaves_the_store_whole(tmp_path: Path) -> None:
    """When the disk refuses in mid-write it is a StoreError, and what was acknowledged stands."""
    program = """
import resource, sys
from samenwerk.store.sqlite import SqliteStore
from samenwerk.testing.store import add
from samenwerk.values.errors import StoreError
store = SqliteStore(sys.argv[1])
resource.setrlimit(resource.RLIMIT_FSIZE, (300_000, 300_000))
done = 0
try:
    while True:
        add(store, "regio", 50)
        done += 50
except StoreError as error:
    print(done, error.params["what"])
"""
    path = tmp_path / "s.db"
    ran = subprocess.run(
        [sys.executable, "-c", program, path], capture_output=True, text=True, check=True
    )
    done, what = ran.stdout.split()
    store = SqliteStore(path)
    report = verify(store.rows("regio"))
    assert (True, int(done), True) == (report.whole, report.count, what in ("disk", "full"))
    store.close()


@contextlib.contextmanager
def ordinary_user():
    """Rights as somebody who does not own the machine: to root nothing is read-only."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(65534)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.mark.skipif(os.name == "nt", reason="rights on files are of Unix")
def test_a_read_only_file_can_be_read_but_not_written() -> None:
    """Reading goes on as ever; writing is a StoreError that says why."""
    with tempfile.TemporaryDirectory() as folder:
        os.chmod(folder, 0o777)
        path = Path(folder) / "s.db"
        head = made(path)
        os.chmod(path, 0o444)
        with ordinary_user():
            store = SqliteStore(path, create=False)
            assert verify(store.rows("regio"), head).whole
            with pytest.raises(StoreError) as caught:
                add(store, "regio")
            store.close()
        assert ("error.store.read_only", "read_only") == said(caught.value)


def test_an_erased_text_is_in_no_file(tmp_path: Path) -> None:
    """Not a trace of erased texts is left on disk, while the others can still be read."""
    store = SqliteStore(tmp_path / "s.db")
    texts = [
        SealedText(f"seal-{n}", f"salt-{n}-salt", f"person {n} " + f"<{n}>" * (n * 7 % 900))
        for n in range(400)
    ]
    for start in range(0, 400, 40):
        lines = lines_after(store, "regio")
        some = texts[start : start + 40]
        store.append("regio", start // 40, lines, some, kept_for(lines))
    gone, stay = texts[::3], [one for one in texts if one not in texts[::3]]
    for one in gone[:20]:
        assert store.erase([one.sealed]) == 1
    assert store.erase([one.sealed for one in gone]) == len(gone) - 20
    on_disk = b"".join(path.read_bytes() for path in tmp_path.iterdir())
    traces = [one.sealed for one in gone if f"<{one.sealed[5:]}>".encode() in on_disk]
    traces += [one.sealed for one in gone if one.salt.encode() in on_disk]
    traces += [one.sealed for one in gone if f"person {one.sealed[5:]} ".encode() in on_disk]
    assert [] == traces
    assert [one.text for one in stay] == [store.unseal(one.sealed) for one in stay]
    store.close()


def test_erasing_beside_a_reader_says_that_it_waits(tmp_path: Path) -> None:
    """The text is gone at once; its traces when the reader is done and it is asked again."""
    store = SqliteStore(tmp_path / "s.db", wait=0.02)
    lines = lines_after(store, "regio")
    store.append("regio", 0, lines, [SealedText("s", "salt", "a name")], kept_for(lines))
    with asked(tmp_path / "s.db") as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT * FROM sealed").fetchall()
        with pytest.raises(StoreError) as caught:
            store.erase(["s"])
        assert ("error.store.erase_waits", "erase_waits") == said(caught.value)
        assert store.unseal("s") is None
        reader.execute("COMMIT")
    assert store.erase(["s"]) == 0
    assert all(b"a name" not in path.read_bytes() for path in tmp_path.iterdir())
    store.close()


def test_threads_that_end_leave_no_connection(tmp_path: Path) -> None:
    """A thread has its own connection, and takes it along when it ends."""
    store = SqliteStore(tmp_path / "s.db")
    add(store, "regio")
    seen: list[object] = []
    for _ in range(5):
        thread = threading.Thread(target=lambda: seen.append(store.tip("regio")))
        thread.start()
        thread.join()
    assert [store.tip("regio")] * 5 == seen
    assert len(store._links) == 1
    store.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forking is of Unix")
def test_a_forked_process_gets_its_own_connection(tmp_path: Path) -> None:
    """A store that was open before forking can be used on both sides, and both are recorded."""
    program = """
import os, sys
from samenwerk.store.sqlite import SqliteStore
from samenwerk.testing.store import add
store = SqliteStore(sys.argv[1])
add(store, "regio")
inherited = store._link()
child = os.fork()
assert (store._link() is inherited) == (child != 0)
for _ in range(10):
    add(store, "child" if child == 0 else "parent")
if child == 0:
    store.close()
    sys.exit(0)
_, status = os.waitpid(child, 0)
add(store, "parent")
store.close()
sys.exit(os.waitstatus_to_exitcode(status))
"""
    path = tmp_path / "s.db"
    subprocess.run([sys.executable, "-c", program, path], check=True)
    store = SqliteStore(path)
    counts = {one: verify(store.rows(one)).count for one in store.collaborations()}
    assert {"child": 10, "parent": 11, "regio": 1} == counts
    store.close()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="forking is of Unix")
def test_whoever_opens_a_new_file_at_once_gets_in(tmp_path: Path) -> None:
    """Of processes that open a file that is not there yet, one makes it and no other trips."""
    program = """
import os, sys, time
from samenwerk.store.sqlite import SqliteStore
from samenwerk.testing.store import add
for turn in range(40):
    children, begin = [], time.monotonic() + 0.01
    for name in "abcdefgh":
        child = os.fork()
        if child == 0:
            try:
                while time.monotonic() < begin:
                    pass
                add(SqliteStore(f"{sys.argv[1]}/{turn}.db", wait=60), name)
                os._exit(0)
            except BaseException as error:
                print(repr(error), flush=True)
                os._exit(1)
        children.append(child)
    for child in children:
        os.waitpid(child, 0)
"""
    ran = subprocess.run(
        [sys.executable, "-c", program, tmp_path], capture_output=True, text=True, check=True
    )
    assert ran.stdout == ""
    for turn in range(40):
        store = SqliteStore(tmp_path / f"{turn}.db", create=False)
        assert tuple("abcdefgh") == store.collaborations()
        store.close()
