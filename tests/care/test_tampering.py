"""Whatever somebody changes in a store behind its back is found, and said where."""

import json
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.care.kept_store import DEFINITION, KEYS, TABLES, made, rows, spoil

from samenwerk.care.anchors import Anchors, read_anchors, with_report, written_anchors
from samenwerk.care.faults import Fault, StoreReport
from samenwerk.care.verifying import verify_store
from samenwerk.core.encode import decode, encode, hash_of
from samenwerk.store.sqlite import SqliteStore

NO_RECORD = {
    ("event", "place"),
    ("sealed", "number"),
    ("outbox", "next_try"),
    ("outbox", "attempts"),
    ("outbox", "owner"),
    ("outbox", "until"),
    ("outbox", "fault"),
    ("outbox", "tried"),
    ("outbox", "dead"),
}
"""Columns that say nothing about what was recorded: the order in which rows were written, and how
far the sending is. docs/record.md says so. What would send twice is found all the same."""


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store in which nothing is wrong."""
    return made(tmp_path_factory.mktemp("sound") / "sound.db")


@pytest.fixture
def spoilt(sound: Path, tmp_path: Path) -> Path:
    """A copy of it, to be spoilt."""
    return Path(shutil.copy(sound, tmp_path / "spoilt.db"))


@pytest.fixture(scope="module")
def noted(sound: Path) -> Anchors:
    """The heads of the sound store, as they come back from a file."""
    return read_anchors(written_anchors(with_report(Anchors(), looked_at(sound))))


def looked_at(path: Path, anchors: Anchors | None = None) -> StoreReport:
    """What there is to say about a file."""
    store = SqliteStore(path, create=False, durability="normal")
    try:
        return verify_store(store, anchors)
    finally:
        store.close()


def told(report: StoreReport) -> list[tuple[str, str | None, int | None]]:
    """Every fault by its id and place."""
    return [(one.what.id, one.collaboration, one.sequence) for one in report.faults]


def test_a_sound_store_is_whole(sound: Path, noted: Anchors) -> None:
    """Nothing is found in it, and all that is in it was looked at."""
    report = looked_at(sound, noted)
    assert [] == told(report)
    assert (True, 8, 3, 2) == (report.whole, report.events, report.texts, report.definitions)
    assert [("regio", 7, 7), ("zee", 1, 1)] == [
        (one.collaboration, one.count, one.anchored) for one in report.collaborations
    ]
    assert () == report.unknown
    assert ["care.unknown.all"] == [one.id for one in looked_at(sound).unknown]


def other(value: Any) -> Any:
    """Another value of the same kind."""
    if value is None:
        return "x"
    if isinstance(value, int):
        return value + 1000
    return f"{value[:-1]}{'0' if value[-1:] != '0' else '1'}"


def changes(path: Path) -> list[tuple[str, dict[str, Any], str]]:
    """Every column of every row."""
    return [
        (table, row, column)
        for table in TABLES
        for row in rows(path, table)
        for column in row
    ]


def change(path: Path, table: str, row: dict[str, Any], column: str, value: Any) -> None:
    """Give one column of one row another value."""
    which = " AND ".join(f"{name} = ?" for name in TABLES[table])
    spoil(path, f"UPDATE {table} SET {column} = ? WHERE {which}", value,
          *(row[name] for name in TABLES[table]))  # fmt: skip


def where(table: str, row: dict[str, Any]) -> tuple[str | None, set[int | None]]:
    """The collaboration that a row belongs to, and the sequences by which it may be named."""
    if table == "event":
        return row["collaboration"], {row["sequence"]}
    if table == "command":
        return row["collaboration"], {row["first"], row["last"], row["first"] + 1000}
    if table == "outbox":
        return row["collaboration"], {row["sequence"], row["sequence"] + 1000}
    if table == "sealed":
        return "regio", {3, 6, 7}
    return ("regio" if row["digest"] == DEFINITION else "zee"), {1}


def test_each_column_of_each_row_is_found_when_it_changes(
    sound: Path, noted: Anchors, tmp_path: Path
) -> None:
    """Whatever is changed, something is said of the place where it was, or of its collaboration.

    What is no record is left out, by name.
    """
    path = tmp_path / "spoilt.db"
    unseen, astray = [], []
    for table, row, column in changes(sound):
        if (table, column) in NO_RECORD:
            continue
        shutil.copy(sound, path)
        change(path, table, row, column, other(row[column]))
        faults = looked_at(path, noted).faults
        collaboration, sequences = where(table, row)
        if not faults:
            unseen.append((table, row, column))
        elif not any(
            one.collaboration == collaboration and one.sequence in (sequences | {noted_from(one)})
            for one in faults
        ):
            astray.append((table, row, column, [one.what for one in faults]))
    assert [] == unseen
    assert [] == astray


def noted_from(one: Fault) -> int | None:
    """The first line that an anchor cannot vouch for any more, where it says no more."""
    return one.sequence if one.what.id.startswith("care.anchor") else None


def test_each_row_is_missed(sound: Path, noted: Anchors, tmp_path: Path) -> None:
    """A row that was removed is missed, whatever table it was in."""
    path = tmp_path / "spoilt.db"
    unseen = []
    for table in TABLES:
        for row in rows(sound, table):
            shutil.copy(sound, path)
            which = " AND ".join(f"{name} = ?" for name in TABLES[table])
            spoil(path, f"DELETE FROM {table} WHERE {which}",
                  *(row[name] for name in TABLES[table]))  # fmt: skip
            if not looked_at(path, noted).faults:
                unseen.append((table, row))
    assert [] == unseen


def test_two_lines_that_changed_places_are_both_named(spoilt: Path) -> None:
    """The text and hash of one line in the place of another: each is where it does not belong."""
    for first in range(1, 7):
        second = first + 1
        swapped = spoilt.with_name(f"{first}.db")
        shutil.copy(spoilt, swapped)
        one, two = rows(swapped, "event")[first - 1 : second + 1][:2]
        if one["collaboration"] != two["collaboration"]:
            continue
        for here, there in ((one, two), (two, one)):
            change(swapped, "event", here, "body", there["body"])
            change(swapped, "event", here, "hash", there["hash"])
        found = told(looked_at(swapped))
        assert {("chain.order", "regio", row["sequence"]) for row in (one, two)} <= set(found)


def test_a_line_that_was_put_in_between_is_found(spoilt: Path) -> None:
    """With the later ones moved up, those stand in another's place; with one more at the end, its
    command is not there."""
    between = spoilt.with_name("between.db")
    shutil.copy(spoilt, between)
    spoil(between, "UPDATE event SET sequence = -sequence WHERE collaboration = 'regio'"
                   " AND sequence > 3")  # fmt: skip
    spoil(between, "UPDATE event SET sequence = 1 - sequence WHERE sequence < 0")
    spoil(between, "INSERT INTO event SELECT 99, collaboration, 4, recorded, effective, case_id,"
                   " type, body, hash FROM event WHERE collaboration = 'regio' AND sequence = 3")
    found = told(looked_at(between))
    assert ("chain.order", "regio", 4) in found
    assert ("chain.order", "regio", 8) in found
    last = rows(spoilt, "event")[-1]
    event = decode(last["body"])
    body = last["body"].replace(f'"before":"{event.before}"', f'"before":"{last["hash"]}"')
    body = body.replace('"sequence":7', '"sequence":8').replace("c-5", "c-6")
    spoil(spoilt, "INSERT INTO event VALUES (99, 'regio', 8, ?, ?, ?, ?, ?, ?)", last["recorded"],
          last["effective"], last["case_id"], last["type"], body, hash_of(body))  # fmt: skip
    assert ("care.command_missing", "regio", 8) in told(looked_at(spoilt))


def test_rows_that_belong_to_nothing_are_found(spoilt: Path) -> None:
    """A text, a workflow, a file of one, a command and an effect that nothing points to."""
    spoil(spoilt, "INSERT INTO sealed VALUES (99, ?, 'salt', 'text')", "e" * 64)
    spoil(spoilt, "INSERT INTO definition VALUES (?, 'x = 1\n')", "d" * 64)
    spoil(spoilt, "INSERT INTO definition_source VALUES (?, 'a.toml', '')", "c" * 64)
    spoil(spoilt, "INSERT INTO command VALUES ('weg', 'c-1', ?, 'allowed', 1, 1, '')", "b" * 64)
    spoil(spoilt, "INSERT INTO outbox SELECT 'z', collaboration, 3, plugin, next_try, 0, 0, NULL,"
                  " NULL, NULL, 0 FROM outbox LIMIT 1")  # fmt: skip
    spoil(spoilt, "INSERT INTO event SELECT 99, collaboration, 0, recorded, effective, case_id,"
                  " type, body, hash FROM event LIMIT 1")  # fmt: skip
    assert {
        ("care.damage_line", None, None),
        ("care.text_alone", None, None),
        ("care.text_changed", None, None),
        ("care.definition_changed", None, None),
        ("care.damage_source", None, None),
        ("care.damage_parent", None, None),
        ("care.command_alone", "weg", 1),
        ("care.outbox_alone", "regio", 3),
    } == set(told(looked_at(spoilt)))


def test_a_store_is_whole_when_nothing_but_harmless_things_are_wrong(spoilt: Path) -> None:
    """An outbox that was emptied is made anew from the record: it is told, and is no fault."""
    spoil(spoilt, "DELETE FROM outbox")
    report = looked_at(spoilt)
    assert [("care.outbox_missing", "regio", 4), ("care.outbox_missing", "regio", 5)] == sorted(
        told(report)
    )
    assert report.whole


def cut(path: Path, last: int) -> None:
    """Take away everything behind a line, and all that came with it."""
    gone = rows(path, "event")
    spoil(path, "DELETE FROM event WHERE collaboration = 'regio' AND sequence > ?", last)
    spoil(path, "DELETE FROM command WHERE collaboration = 'regio' AND last > ?", last)
    there = "".join(row["body"] for row in rows(path, "event"))
    for row in rows(path, "sealed"):
        if row["sealed"] not in there:
            spoil(path, "DELETE FROM sealed WHERE number = ?", row["number"])
    if last < 5:
        spoil(path, "DELETE FROM outbox")
    elif last < 7:
        spoil(path, "UPDATE outbox SET dead = 0")
    assert len(gone) > len(rows(path, "event"))


@pytest.mark.parametrize("last", [2, 5, 6])
def test_what_was_cut_off_is_found_with_an_anchor(
    spoilt: Path, noted: Anchors, last: int
) -> None:
    """Without one the rest is whole, and the report says what it cannot know."""
    cut(spoilt, last)
    assert [] == told(looked_at(spoilt))
    assert ["care.unknown.all"] == [one.id for one in looked_at(spoilt).unknown]
    assert [("care.anchor_cut", "regio", last + 1)] == told(looked_at(spoilt, noted))


def test_a_collaboration_that_is_gone_is_missed_with_an_anchor(
    spoilt: Path, noted: Anchors
) -> None:
    """All of it taken away, with its commands and its workflow."""
    for table in ("event", "command"):
        spoil(spoilt, f"DELETE FROM {table} WHERE collaboration = 'zee'")
    spoil(spoilt, "DELETE FROM definition_source WHERE digest <> ?", DEFINITION)
    spoil(spoilt, "DELETE FROM definition WHERE digest <> ?", DEFINITION)
    assert [] == told(looked_at(spoilt))
    assert [("care.anchor_gone", "zee", None), ("care.anchor_definition", None, None)] == told(
        looked_at(spoilt, noted)
    )


def rewrite(path: Path, since: int) -> None:
    """Write all lines from one on anew, with another actor, so that every hash fits again."""
    head = ""
    for row in rows(path, "event"):
        if row["collaboration"] != "regio":
            continue
        if row["sequence"] >= since:
            body = row["body"].replace('"actor":"p"', '"actor":"q"')
            body = body.replace(f'"before":"{decode(body).before}"', f'"before":"{head}"')
            change(path, "event", row, "body", body)
            change(path, "event", row, "hash", hash_of(body))
            row["hash"] = hash_of(body)
            spoil(path, "UPDATE command SET head = ? WHERE collaboration = 'regio' AND last = ?",
                  row["hash"], row["sequence"])  # fmt: skip
        head = row["hash"]


@pytest.mark.parametrize("since", [1, 3, 7])
def test_what_was_written_anew_is_found_with_an_anchor(
    spoilt: Path, noted: Anchors, since: int
) -> None:
    """A record that was worked out anew is whole by itself, and not the one that was noted."""
    rewrite(spoilt, since)
    assert [] == told(looked_at(spoilt))
    assert [("care.anchor_rewritten", "regio", 1)] == told(looked_at(spoilt, noted))


def test_more_anchors_say_closer_where_it_was_written_anew(sound: Path, spoilt: Path) -> None:
    """Between the last head that holds and the first that does not."""
    heads = {row["sequence"]: row["hash"] for row in rows(sound, "event")[:5]}
    text = {"samenwerk": "anchors", "version": 1, "collaborations": {
        "regio": [{"sequence": each, "head": heads[each]} for each in (4, 2)]
    }}  # fmt: skip
    anchors = read_anchors(json.dumps(text))
    rewrite(spoilt, 4)
    assert [("care.anchor_rewritten", "regio", 3)] == told(looked_at(spoilt, anchors))


def test_a_table_that_was_changed_is_found(spoilt: Path) -> None:
    """A trigger, a column more and a unique index less: nothing stands in the file unseen."""
    spoil(spoilt, "CREATE TRIGGER t AFTER INSERT ON event BEGIN DELETE FROM sealed; END")
    spoil(spoilt, "DROP INDEX outbox_next")
    assert {("care.damage_table", None, None)} == set(told(looked_at(spoilt)))
    abouts = [one.what.params["about"] for one in looked_at(spoilt).faults]
    assert ["index outbox_next", "trigger t"] == abouts


def test_two_lines_with_one_sequence_are_a_fork(spoilt: Path) -> None:
    """Once the index that forbids it is gone, a second line seven is found."""
    with closing(sqlite3.connect(spoilt)) as file, file:
        file.execute("PRAGMA writable_schema = ON")
        file.execute("UPDATE sqlite_schema SET sql = replace(sql, 'UNIQUE (collaboration,"
                     " sequence)', 'CHECK (1)') WHERE name = 'event'")  # fmt: skip
        file.execute("DELETE FROM sqlite_schema WHERE name LIKE 'sqlite_autoindex_event%'")
    spoil(spoilt, "INSERT INTO event SELECT 99, collaboration, sequence, recorded, effective,"
                  " case_id, type, body, hash FROM event WHERE collaboration = 'regio'"
                  " AND sequence = 7")  # fmt: skip
    assert ("chain.fork", "regio", 7) in told(looked_at(spoilt))


def test_a_line_in_other_letters_is_found(spoilt: Path) -> None:
    """The same event with a space in it, and with the hash of that text: no such line is ours."""
    last = rows(spoilt, "event")[-1]
    body = last["body"].replace(",", ", ", 1)
    assert encode(decode(last["body"])) == last["body"]
    change(spoilt, "event", last, "body", body)
    change(spoilt, "event", last, "hash", hash_of(body))
    assert {("care.spelled", "regio", 7), ("care.command_head", "regio", 7)} == set(
        told(looked_at(spoilt))
    )


def test_what_would_send_twice_is_found(spoilt: Path) -> None:
    """An effect that failed and waits for nobody, and one that was tried and does not say so."""
    failed = next(row for row in rows(spoilt, "outbox") if row["key"] == KEYS[1])
    change(spoilt, "outbox", failed, "dead", 0)
    change(spoilt, "outbox", failed, "tried", 0)
    report = looked_at(spoilt)
    assert 2 * [("care.outbox_differs", "regio", 5)] == told(report)
    assert 2 * [KEYS[1]] == [one.what.params["key"] for one in report.faults]


@settings(max_examples=40, deadline=None, suppress_health_check=[*HealthCheck])
@given(data=st.data())
def test_no_change_of_any_value_goes_unseen(
    sound: Path, noted: Anchors, tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    """Any value in any column that is record: it is the same, cannot be stored, or is found."""
    table, row, column = data.draw(st.sampled_from(changes(sound)))
    value = data.draw(
        st.integers(-(2**40), 2**40) if isinstance(row[column], int)
        else st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)
    )  # fmt: skip
    path = tmp_path_factory.getbasetemp() / "any.db"
    shutil.copy(sound, path)
    try:
        change(path, table, row, column, value)
    except sqlite3.Error:
        return  # no table can hold it
    found = looked_at(path, noted).faults
    if (table, column) not in NO_RECORD:
        assert (value != row[column]) == bool(found)
