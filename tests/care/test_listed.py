"""Lists of what waits are held against the record, and a difference is told with how to mend it."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.care.kept_store import spoil
from tests.care.test_tampering import other
from tests.engine.test_upkeep import Clock, opened, workflow
from tests.handmade import judged
from tests.hooks.zoo import plugin, rule, small

from samenwerk import Engine, Party, Plugins
from samenwerk.care.faults import fault
from samenwerk.care.verifying import verify_store
from samenwerk.language.catalogue import Speaker
from samenwerk.store.sqlite import SqliteStore
from samenwerk.values.register import Span

COLUMNS = {
    "listed": ("collaboration", "place", "kind", "day", "body"),
    "listed_for": ("collaboration", "place", "kind", "day", "party"),
    "upkeep": ("wakes", "fault"),
}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A file with two collaborations and a rehearsal, of which the lists are kept."""
    path, clock = tmp_path / "store.db", Clock()
    with Engine(SqliteStore(path), plugins=Plugins.of(), clock=clock) as engine:
        for id in ("dal", "berg"):
            opened(engine.start(workflow(), id))
        opened(engine.start(workflow(), "oefening", rehearsal=True))
        for day in (date(2027, 2, 1), date(2027, 2, 16), date(2027, 3, 15)):
            clock.on(day)
            if day.month == 3:
                opened(engine.start(workflow(), "laat"))
            assert all(one.fault is None for one in engine.upkeep().due())
            assert [] == found(path)
    return path


def found(path: Path) -> list[tuple[str, str | None]]:
    """What is told of a file, which is whole all the same."""
    store = SqliteStore(path, create=False)
    try:
        report = verify_store(store)
    finally:
        store.close()
    assert report.whole
    return [(one.what.id, one.collaboration) for one in report.faults]


def test_sound_lists_are_found_sound_on_every_day(path: Path) -> None:
    """Before a term, past its due day and after it lapsed; those of a rehearsal are empty."""
    assert [] == found(path)


@pytest.mark.parametrize(
    ("change", "wrong"),
    [
        ("UPDATE listed SET body = '[]' WHERE kind = 'todo'", "differ"),
        ("UPDATE listed SET body = '[]' WHERE kind = 'about'", "differ"),
        ("DELETE FROM listed_for WHERE party = 'zuid'", "differ"),
        ("INSERT INTO listed_for SELECT 'oost', kind, day, collaboration, place FROM listed_for"
         " WHERE party = '' AND kind = 'todo' LIMIT 1", "differ"),
        ("DELETE FROM listed_for WHERE party = ''", "torn"),
        ("DELETE FROM listed WHERE kind = 'todo'", "torn"),
        ("UPDATE listed_for SET day = '2099-01-01' WHERE kind = 'todo'", "torn"),
        ("UPDATE listed SET day = '2099-01-01' WHERE kind = 'todo'", "torn"),
        ("UPDATE listed SET day = 'later' WHERE kind = 'todo';"
         "UPDATE listed_for SET day = 'later' WHERE kind = 'todo'", "torn"),
        ("UPDATE upkeep SET wakes = NULL", "wake"),
        ("UPDATE upkeep SET wakes = '2099-01-01T00:00:00.000000+00:00'", "wake"),
        ("UPDATE upkeep SET worked = 'later'", "torn"),
        ("UPDATE listed SET collaboration = 'weg' WHERE collaboration = 'laat';"
         "UPDATE listed_for SET collaboration = 'weg' WHERE collaboration = 'laat';"
         "DELETE FROM upkeep WHERE collaboration = 'laat'", "alone"),
    ],
)  # fmt: skip
def test_whatever_lists_say_otherwise_is_told_and_mended(
    path: Path, change: str, wrong: str
) -> None:
    """Having them made anew is all there is to do, though they are up to date by their mark."""
    for one in change.split(";"):
        spoil(path, one)
    where = "weg" if wrong == "alone" else "laat"
    assert (f"care.lists_{wrong}", where) in found(path)
    clock = Clock()
    clock.on(date(2027, 3, 15))
    with Engine(SqliteStore(path), plugins=Plugins.of(), clock=clock) as engine:
        assert [] == list(engine.upkeep().due()) or wrong != "differ"
        made = engine.upkeep().anew("laat" if wrong == "differ" else None)
        assert all(one.fault is None for one in made)
    left = found(path)
    assert [] == [one for one in left if one[1] == where]
    if wrong != "differ":
        assert [] == left


def test_each_column_of_each_row_of_the_lists_is_found_when_it_changes(
    path: Path, tmp_path: Path
) -> None:
    """But for where they stand and when they were made: then they are made anew, or are as new."""
    spoilt, unseen = tmp_path / "spoilt.db", []
    for table, columns in COLUMNS.items():
        for row in every(path, table):
            for column in columns:
                if (column, row.get("kind")) == ("place", "about"):
                    continue  # of which there is one
                shutil.copy(path, spoilt)
                which = " AND ".join(f"{name} IS ?" for name in row)
                spoil(spoilt, f"UPDATE {table} SET {column} = ? WHERE {which}",
                      other(row[column]), *row.values())  # fmt: skip
                if not found(spoilt):
                    unseen.append((table, column, row))
    assert [] == unseen


def test_a_record_that_was_spoiled_is_told_and_nothing_goes_wrong(
    path: Path, tmp_path: Path
) -> None:
    """Whatever was changed in it, its lists are just not compared."""
    spoilt = tmp_path / "spoilt.db"
    for table in ("event", "definition", "upkeep"):
        for row in every(path, table):
            for column in row:
                shutil.copy(path, spoilt)
                which = " AND ".join(f"{name} IS ?" for name in row)
                spoil(spoilt, f"UPDATE {table} SET {column} = ? WHERE {which}",
                      other(row[column]), *row.values())  # fmt: skip
                with closing(SqliteStore(spoilt, create=False)) as store:
                    verify_store(store)


def every(path: Path, table: str) -> list[dict[str, Any]]:
    """The rows of a table, by column."""
    with closing(sqlite3.connect(path)) as file:
        file.row_factory = sqlite3.Row
        return [dict(row) for row in file.execute(f"SELECT * FROM {table}")]


def test_what_is_not_up_to_date_is_left_alone(path: Path) -> None:
    """It is made anew by itself."""
    spoil(path, "UPDATE listed SET body = '[]' WHERE kind = 'todo'")
    spoil(path, "UPDATE upkeep SET sequence = sequence - 1")
    assert [] == found(path)


def test_what_rests_on_a_plugin_is_left_alone(tmp_path: Path) -> None:
    """Only the plugin knows what it said; none is asked, and none has to be there."""
    path = tmp_path / "store.db"
    brought = Plugins.of(proef=plugin("1.0", rules=[rule(small)]))
    with Engine(SqliteStore(path), plugins=brought, clock=Clock()) as engine:
        room = engine.start(judged(), "regio")
        since = Span(date(2027, 1, 1))
        room.enrol(parties=[Party("noord", "provider", span=since)])
        room.do("collaboration.found", case="c", actor="noord")
        assert [None] == [one.fault for one in engine.upkeep().due()]
    spoil(path, "UPDATE listed SET body = '[]' WHERE kind = 'todo'")
    assert [] == found(path)


def test_a_difference_is_said_in_both_languages(path: Path) -> None:
    """How much is lacking and how much is too much, and what to do."""
    spoil(path, "UPDATE listed SET body = '[]' WHERE collaboration = 'laat' AND kind = 'todo'")
    store = SqliteStore(path, create=False)
    (one,) = verify_store(store).faults
    store.close()
    assert {"lacking": 1, "beyond": 1} == dict(one.what.params)
    for lang, said in (("nl", "ontbreekt 1 en er staat 1 te veel"), ("en", "1 is missing and 1")):
        assert said in Speaker(lang).sentence(one.what)
        assert "(samenwerk upkeep --anew --in laat)" in Speaker(lang).sentence(one.remedy)


def test_what_is_listed_of_nothing_goes_when_all_is_made_anew() -> None:
    """Of a collaboration that is not there nothing can be made anew by its name."""
    alone, differs = fault("care.lists_alone", "weg"), fault("care.lists_differ", "een regio")
    assert ["samenwerk upkeep --anew", "samenwerk upkeep --anew --in 'een regio'"] == [
        one.remedy.params["command"] for one in (alone, differs)
    ]
