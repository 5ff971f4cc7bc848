"""A file in which this user may not write: it is read, nothing is made beside it, and nothing that
was written is overlooked."""

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from tests.engine.test_upkeep import opened, workflow

from samenwerk import Engine, Plugins
from samenwerk.care.verifying import verify_store
from samenwerk.store.contract import Store
from samenwerk.store.sqlite import SqliteStore
from samenwerk.values.errors import StoreError


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with one collaboration."""
    path = tmp_path / "map" / "store.db"
    path.parent.mkdir()
    begin(path, "dal")
    return path


@pytest.fixture
def reader(monkeypatch: pytest.MonkeyPatch) -> None:
    """This user may read files, and write none; another may."""
    may = os.access
    monkeypatch.setattr(os, "access", lambda at, how: how != os.W_OK and may(at, how))


def begin(path: Path, id: str) -> None:
    """One collaboration more."""
    with Engine(SqliteStore(path), plugins=Plugins.of()) as engine:
        opened(engine.start(workflow(), id))


def refused(done: Callable[[], object]) -> str:
    """Which word a store refuses it with."""
    with pytest.raises(StoreError) as caught:
        done()
    return str(caught.value.params["what"])


@pytest.fixture
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """Somebody else, who has the file open."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        yield other


def look(store: Store) -> tuple[Any, ...]:
    """What a store tells."""
    return store.collaborations(), len(list(store.read("dal"))), verify_store(store).faults


@pytest.mark.usefixtures("reader")
def test_what_may_not_be_written_is_read_and_stays_as_it_is(path: Path) -> None:
    """Nothing is made beside it, and what would write is refused."""
    before = path.read_bytes()
    with closing(SqliteStore(path)) as store:
        assert (("dal",), 3, ()) == look(store)
        assert "read_only" == refused(lambda: begin(path, "berg"))
        assert "read_only" == refused(lambda: store.drop_lists())
    assert ([path], before) == (list(path.parent.iterdir()), path.read_bytes())


def test_modes_of_a_file_and_its_folder_are_enough(path: Path) -> None:
    """As an auditor is given a copy: 444 in a folder of 555."""
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        if os.access(path, os.W_OK):
            pytest.skip("this user may write whatever its modes say")
        with closing(SqliteStore(path, create=False)) as store:
            assert (("dal",), 3, ()) == look(store)
        assert [path] == list(path.parent.iterdir())
    finally:
        path.parent.chmod(0o755)


@pytest.mark.usefixtures("reader")
def test_what_stands_beside_a_file_is_read_along(path: Path, writing: sqlite3.Connection) -> None:
    """What another has written last is not in the file itself yet."""
    writing.execute("PRAGMA wal_autocheckpoint = 0")
    writing.execute("UPDATE event SET body = replace(body, 'noord', 'oost') WHERE sequence = 2")
    assert path.with_name("store.db-wal").stat().st_size
    with closing(SqliteStore(path)) as store:
        bodies = [body for _, body, _ in store.rows("dal")]
    assert "oost" in bodies[1]


@pytest.mark.usefixtures("reader")
def test_what_stands_beside_a_file_and_cannot_be_read_is_told(
    path: Path, writing: sqlite3.Connection, tmp_path: Path
) -> None:
    """It is not overlooked: a copy without the index of what was written last is refused."""
    writing.execute("PRAGMA wal_autocheckpoint = 0")
    writing.execute("UPDATE event SET body = replace(body, 'noord', 'oost') WHERE sequence = 2")
    copy = tmp_path / "copy.db"
    for end in ("", "-wal"):
        shutil.copy(f"{path}{end}", f"{copy}{end}")
    linked = tmp_path / "linked.db"
    linked.symlink_to(copy)
    copy.with_name("copy.db-shm").symlink_to(tmp_path / "gone" / "shm")  # so that none can be made
    for one in (copy, linked):
        assert "beside" == refused(partial(SqliteStore, one))


@pytest.mark.usefixtures("reader")
def test_a_file_that_changes_is_looked_at_again(path: Path, writing: sqlite3.Connection) -> None:
    """What another writes is seen by the next who asks; what was being read is not given."""
    with closing(SqliteStore(path)) as store:
        assert 3 == len(list(store.rows("dal")))
        assert "changed" == refused(lambda: _meanwhile(store, writing))
        assert 2 == len(list(store.rows("dal")))
        writing.close()
        assert 2 == len(list(store.rows("dal")))


@pytest.mark.usefixtures("reader")
def test_an_older_file_has_to_be_written_first(path: Path) -> None:
    """Its tables are not those of now: that is said, and not that it may only be read."""
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA user_version = 2")
    assert "older" == refused(lambda: SqliteStore(path))


def _meanwhile(store: SqliteStore, writing: sqlite3.Connection) -> None:
    """Somebody else writes while a store is looked at."""
    with store._link():
        writing.execute("DELETE FROM event WHERE sequence = 3")
