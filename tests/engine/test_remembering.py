"""Snapshots: they spare reading, and are never believed over the record."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import attrs
import pytest
from tests.handmade import started
from tests.test_engine import whole

from samenwerk import Engine, MemoryStore, Party, RecordBroken, open_store
from samenwerk.care.verifying import verify_store
from samenwerk.core.evolve import replay
from samenwerk.core.snapshot import EVERY, SHAPE, snapshot_of, snapshot_text
from samenwerk.engine.remembering import remembered
from samenwerk.store.contract import Store
from samenwerk.values.snapshot import Snapshot

ID = "regio"


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """Each store in turn."""
    made: Store = MemoryStore() if request.param == "memory" else open_store(tmp_path / "s.db")
    yield made
    made.close()


def read(store: Store, id: str = ID) -> tuple[object, ...]:
    """The collaboration as an engine that comes new to the store finds it."""
    found = Engine(store).room(id).collaboration
    return whole(found)


def recorded(store: Store) -> tuple[object, ...]:
    """The same by its lines alone."""
    known = replay(store.read(ID))
    assert known is not None
    return whole(known)


def lies(store: Store) -> bool:
    """Whether who verifies the store is told of a snapshot that says something else."""
    return "care.snapshot" in {one.what.id for one in verify_store(store).faults}


def kept_halfway(store: Store) -> Snapshot:
    """A store in which a snapshot stands of before the last two acts."""
    _, room = started(store=store)
    store.keep_snapshot(snapshot_of(room.collaboration))
    assert room.hand_in("note", "nota.pdf", case="b", actor="noord").carried_out
    assert room.say("support", "for", case="b", actor="oost").carried_out
    found = store.snapshot(ID)
    assert found is not None
    return found


def test_from_a_snapshot_on_only_newer_lines_are_read(store: Store) -> None:
    """What a snapshot and the lines beyond it tell is what all lines tell."""
    snapshot = kept_halfway(store)
    asked: list[int] = []

    class Watched:
        """The store, with what was read from where."""

        def __getattr__(self, name: str) -> object:
            return getattr(store, name)

        def read(self, id: str, after: int = 0) -> object:
            """As the store's own."""
            asked.append(after)
            return store.read(id, after)

    assert recorded(store) == read(Watched())  # type: ignore[arg-type]
    assert [snapshot.sequence] == asked
    assert snapshot == store.snapshot(ID)
    assert not lies(store)


def wrong_ones(one: Snapshot) -> dict[str, Snapshot]:
    """The snapshot changed in every field; with a new digest where the change is more cunning."""
    ours = (one.collaboration, one.sequence, one.head, one.shape)
    other = one.body.replace('"state":"open', '"state":"opem').replace("noord", "zuid")
    return {
        "another sequence": attrs.evolve(one, sequence=one.sequence - 1),
        "a sequence to come": attrs.evolve(one, sequence=one.sequence + 100),
        "another head": attrs.evolve(one, head="0" * 64),
        "another digest": attrs.evolve(one, digest="0" * 64),
        "half a body": attrs.evolve(one, body=one.body[: len(one.body) // 2]),
        "another body": attrs.evolve(one, body=other),
        "no body, and its digest": Snapshot.of(*ours, ""),
        "half a body, and its digest": Snapshot.of(*ours, one.body[:-9]),
        "the body of another line, and its digest": Snapshot.of(
            *ours, one.body.replace(f'"sequence":{one.sequence}', f'"sequence":{one.sequence - 1}')
        ),
        "the body of another collaboration, and its digest": Snapshot.of(
            *ours, one.body.replace('"id":"regio"', '"id":"zee"')
        ),
        "a head that is nowhere, with its digest": Snapshot.of(
            ID, one.sequence, "0" * 64, one.shape, one.body.replace(one.head, "0" * 64)
        ),
        "a sequence that is another's, with its digest": Snapshot.of(
            ID, one.sequence - 1, one.head, one.shape,
            one.body.replace(f'"sequence":{one.sequence}', f'"sequence":{one.sequence - 1}'),
        ),
    }  # fmt: skip


WRONG = tuple(wrong_ones(Snapshot.of(ID, 7, "1" * 64, SHAPE, "{}")))


@pytest.mark.parametrize("name", WRONG)
def test_a_wrong_snapshot_changes_no_answer(store: Store, name: str) -> None:
    """Whatever is changed in it: the answer is that of the record, and the snapshot is dropped."""
    wrong = wrong_ones(kept_halfway(store))[name]
    store.keep_snapshot(wrong)
    assert recorded(store) == read(store)
    assert store.snapshot(ID) is None


def test_a_snapshot_that_lies_well_is_found_by_comparing(store: Store) -> None:
    """One that fits the record in all that can be seen is believed; comparing finds it out."""
    one = kept_halfway(store)
    told = one.body.replace('"over":true,', "").replace('"by":"noord"', '"by":"zuid"')
    told = told.replace('"noord"],["noord"', '"zuid"],["noord"')
    assert told != one.body
    lie = Snapshot.of(one.collaboration, one.sequence, one.head, one.shape, told)
    store.keep_snapshot(lie)
    assert lies(store)
    assert recorded(store) != read(store)
    store.drop_snapshots(ID)
    assert recorded(store) == read(store)
    assert not lies(store)


def test_a_snapshot_of_another_version_is_left_alone(store: Store) -> None:
    """It is not read, not judged and not dropped: its own samenwerk may want it."""
    one = kept_halfway(store)
    other = Snapshot.of(one.collaboration, one.sequence, one.head, SHAPE + 1, "{}")
    store.keep_snapshot(other)
    assert recorded(store) == read(store)
    assert not lies(store)
    assert other == store.snapshot(ID)


def test_a_broken_record_is_no_less_broken(tmp_path: Path) -> None:
    """A line behind the snapshot that was changed is told, as without a snapshot."""
    path = tmp_path / "s.db"
    with closing(open_store(path)) as store:
        last = kept_halfway(store).sequence + 1
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        db.execute("UPDATE event SET body = replace(body, 'note', 'noot') WHERE sequence = ?",
                   (last,))  # fmt: skip
    with closing(open_store(path)) as store, pytest.raises(RecordBroken) as broken:
        read(store)
    assert last == broken.value.params["sequence"]


def test_one_is_kept_now_and_then(store: Store) -> None:
    """After so many lines, by whoever acts, and by whoever had to read that many."""
    _, room = started(store=store)
    number = 0
    while room.collaboration.sequence < EVERY - 1:
        number += 1
        assert room.enrol(parties=[Party("noord", "provider", (("nl", f"N {number}"),))])
    assert store.snapshot(ID) is None
    assert room.enrol(parties=[Party("noord", "provider", (("nl", "Noord"),))])
    by_act = store.snapshot(ID)
    assert by_act is not None
    assert (EVERY, snapshot_text(room.collaboration)) == (by_act.sequence, by_act.body)
    store.drop_snapshots()
    assert recorded(store) == read(store)
    assert by_act == store.snapshot(ID)


def test_a_store_that_cannot_keep_one_answers_all_the_same(tmp_path: Path) -> None:
    """A cache that cannot be written is no reason to fail."""
    path = tmp_path / "s.db"
    with closing(open_store(path)) as store:
        started(store=store)
        with closing(sqlite3.connect(path, isolation_level=None)) as db:
            db.execute("DROP TABLE snapshot")
            db.execute("CREATE VIEW snapshot AS SELECT '' AS collaboration, 1 AS sequence, "
                       "'' AS head, 1 AS shape, '' AS body, '' AS digest")  # fmt: skip
        tip = store.tip(ID)
        assert tip is not None
        known, since = remembered(store, ID, tip)
        assert known is not None
        assert (recorded(store), 0) == (whole(known), since)
