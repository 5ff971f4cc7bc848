"""Whatever somebody changes in a database behind its back is found there too, and said where."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests import postgres
from tests.care.kept_store import TABLES, fill
from tests.care.test_tampering import NO_RECORD, other, told, where

from samenwerk.care.anchors import Anchors, with_report
from samenwerk.care.bundle import files_of
from samenwerk.care.verifying import verify_store
from samenwerk.care.whole import take_in, whole_record
from samenwerk.store.contract import Store
from samenwerk.store.memory import MemoryStore

KEYS = {**TABLES, "sealed": ("sealed",), "event": ("collaboration", "sequence")}


class Spoilt:
    """A store in a database, with somebody beside it who is allowed everything."""

    def __init__(self, store: Store, db: Any, tenant: str) -> None:
        self.store = store
        self._db = db
        self._tenant = tenant
        self.noted = with_report(Anchors(), verify_store(store))

    def rows(self, table: str) -> list[dict[str, Any]]:
        """Every row of a table, by column."""
        order = ", ".join(KEYS[table])
        cursor = self._db.execute(f"SELECT * FROM {self._tenant}.{table} ORDER BY {order}")
        names = [one.name for one in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]

    def change(self, table: str, row: dict[str, Any], column: str, value: Any) -> None:
        """Give one column of one row another value."""
        self._db.execute(
            f"UPDATE {self._tenant}.{table} SET {column} = %s WHERE {self._which(table)}",
            [value, *self._of(table, row)],
        )

    def put(self, table: str, row: dict[str, Any]) -> None:
        """Put a row there, or back."""
        marks = ", ".join(["%s"] * len(row))
        self._db.execute(
            f"INSERT INTO {self._tenant}.{table} ({', '.join(row)}) VALUES ({marks})",
            list(row.values()),
        )

    def remove(self, table: str, row: dict[str, Any]) -> None:
        """Take a row away."""
        self._db.execute(
            f"DELETE FROM {self._tenant}.{table} WHERE {self._which(table)}",
            self._of(table, row),
        )

    def faults(self) -> list[tuple[str, str | None, int | None]]:
        """What there is to say about the store now."""
        return told(verify_store(self.store, self.noted))

    def _which(self, table: str) -> str:
        return " AND ".join(f"{name} = %s" for name in KEYS[table])

    def _of(self, table: str, row: dict[str, Any]) -> list[Any]:
        return [row[name] for name in KEYS[table]]


@pytest.fixture(scope="module")
def spoilt() -> Iterator[Spoilt]:
    """A sound store; each test puts back what it changes."""
    address = postgres.address()
    import psycopg

    from samenwerk.store.postgres import PostgresStore

    with postgres.tenant() as tenant, psycopg.connect(address, autocommit=True) as db:
        db.execute("SET session_replication_role = replica")  # no key and no trigger holds him
        store = PostgresStore(address, tenant=tenant)
        fill(store)
        yield Spoilt(store, db, tenant)
        store.close()


def changed(row: dict[str, Any], column: str, value: Any) -> dict[str, Any]:
    """The row as it stands after a change."""
    return {**row, column: value}


def test_each_column_of_each_row_is_found_when_it_changes(spoilt: Spoilt) -> None:
    """Whatever is changed, something is said of the collaboration where it was."""
    assert [] == spoilt.faults()
    unseen, astray = [], []
    for table in TABLES:
        for row in spoilt.rows(table):
            for column in row:
                if (table, column) in NO_RECORD:
                    continue
                value = other(row[column])
                spoilt.change(table, row, column, value)
                faults = spoilt.faults()
                spoilt.change(table, changed(row, column, value), column, row[column])
                collaboration, sequences = where(table, row)
                if not faults:
                    unseen.append((table, row, column))
                elif not any(
                    of == collaboration and (at in sequences or id.startswith("care.anchor"))
                    for id, of, at in faults
                ):
                    astray.append((table, row, column, faults))
    assert [] == unseen
    assert [] == astray
    assert [] == spoilt.faults()


def test_each_row_is_missed(spoilt: Spoilt) -> None:
    """A row that was removed is missed, whatever table it was in."""
    unseen = []
    for table in TABLES:
        for row in spoilt.rows(table):
            spoilt.remove(table, row)
            if not spoilt.faults():
                unseen.append((table, row))
            spoilt.put(table, row)
    assert [] == unseen
    assert [] == spoilt.faults()


@settings(max_examples=30, deadline=None, suppress_health_check=[*HealthCheck])
@given(data=st.data())
def test_no_change_of_any_value_goes_unseen(spoilt: Spoilt, data: st.DataObject) -> None:
    """Any value in any column that is record: it is the same, cannot be stored, or is found."""
    import psycopg

    table = data.draw(st.sampled_from(list(TABLES)))
    row = data.draw(st.sampled_from(spoilt.rows(table)))
    column = data.draw(st.sampled_from([one for one in row if (table, one) not in NO_RECORD]))
    value = data.draw(
        st.integers(-(2**40), 2**40) if isinstance(row[column], int)
        else st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=40)
    )  # fmt: skip
    try:
        spoilt.change(table, row, column, value)
    except psycopg.Error:
        return  # no table can hold it
    faults = spoilt.faults()
    spoilt.change(table, changed(row, column, value), column, row[column])
    assert (value != row[column]) == bool(faults)


def test_what_was_cut_off_or_written_anew_needs_an_anchor(spoilt: Spoilt) -> None:
    """The last line of the small record, with its command, and a line in the place of it."""
    (line,) = (row for row in spoilt.rows("event") if row["collaboration"] == "zee")
    (command,) = (row for row in spoilt.rows("command") if row["collaboration"] == "zee")
    spoilt.remove("event", line)
    spoilt.remove("command", command)
    assert ("care.anchor_gone", "zee", None) in spoilt.faults()
    assert ["care.definition_alone"] == [
        one.what.id for one in verify_store(spoilt.store).faults
    ]
    spoilt.put("event", line)
    spoilt.put("command", command)
    assert [] == spoilt.faults()


def test_a_record_goes_there_and_back(spoilt: Spoilt) -> None:
    """From memory into a database and out of it again, byte for byte."""
    source = MemoryStore()
    fill(source)
    whole, _ = whole_record(source, "regio")
    again, _ = whole_record(spoilt.store, "regio")
    assert files_of(whole) == files_of(again)
    from samenwerk.store.postgres import PostgresStore

    with postgres.tenant() as tenant:
        target = PostgresStore(postgres.address(), tenant=tenant)
        assert "in" == take_in(target, whole, held="came along").how
        assert files_of(whole) == files_of(whole_record(target, "regio")[0])
        assert () == verify_store(target).faults
        assert {True} == {one.dead for one in target.outbox()}
        assert "there" == take_in(target, whole).how
        target.blank("regio", ["c-4"])
        assert "0" * 64 == target.commands("regio")[3].content
        target.close()


def test_a_trigger_of_somebody_is_found(spoilt: Spoilt) -> None:
    """What is done whenever a row is written stands in the store too."""
    where = spoilt._tenant
    spoilt._db.execute(f"CREATE RULE r AS ON INSERT TO {where}.sealed DO NOTHING")
    spoilt._db.execute(f"""CREATE FUNCTION {where}.f() RETURNS trigger LANGUAGE plpgsql
        AS 'BEGIN RETURN NULL; END'""")
    spoilt._db.execute(f"""CREATE TRIGGER t BEFORE INSERT ON {where}.command
        FOR EACH ROW EXECUTE FUNCTION {where}.f()""")
    found = [one.what.params["about"] for one in verify_store(spoilt.store).faults]
    assert ["rule r", "trigger t"] == found
    spoilt._db.execute(f"DROP TRIGGER t ON {where}.command; DROP RULE r ON {where}.sealed;"
                       f" DROP FUNCTION {where}.f")  # fmt: skip
    assert [] == spoilt.faults()
