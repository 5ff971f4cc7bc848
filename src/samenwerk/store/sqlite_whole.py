"""What a SQLite file gives to whoever looks after it: its rows, what is wrong with it, a copy.

The promises are those of `store.looking_after`; the tables are `store.schema`.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from samenwerk.core.encode import columns_of
from samenwerk.store.contract import check_text, check_whole
from samenwerk.store.looking_after import BLANK, Beside, Kept, WholeRecord, check_free
from samenwerk.store.schema import made_tables, told_tables
from samenwerk.store.sqlite_outbox import SqliteOutbox, posted_in
from samenwerk.values.event import SealedText

ADD_EVENT = """INSERT INTO event
    (collaboration, sequence, recorded, effective, case_id, type, body, hash)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?)"""
ADD_COMMAND = """INSERT INTO command
    (collaboration, command, content, verdict, first, last, head) VALUES (?, ?, ?, ?, ?, ?, ?)"""
ADD_SEALED = "INSERT OR IGNORE INTO sealed (sealed, salt, text) VALUES (?, ?, ?)"
ADD_DEFINITION = "INSERT INTO definition VALUES (?, ?)"
ADD_SOURCE = "INSERT INTO definition_source VALUES (?, ?, ?)"

_BATCH = 500
_COMMANDS = """SELECT command, content, verdict, first, last, head FROM command
    WHERE collaboration = ? ORDER BY first, last, command"""
_BESIDE = """SELECT sequence, place, recorded, effective, case_id, type FROM event
    WHERE collaboration = ? AND sequence > ? ORDER BY sequence LIMIT ?"""
_HASH = "SELECT hash FROM event WHERE collaboration = ? AND sequence = ?"
_KNOWN = "SELECT 1 FROM definition WHERE digest = ?"
_BLANK = "UPDATE command SET content = ? WHERE collaboration = ? AND command = ?"
_STANDS = "SELECT max(sequence) FROM event WHERE collaboration = ?"


class SqliteWhole(SqliteOutbox):
    """The contract of `LookingAfter`, for a store that gives a link to its file."""

    def commands(self, collaboration: str) -> tuple[Kept, ...]:
        """As `LookingAfter.commands`."""
        check_text(collaboration)
        with self._link() as db:
            return tuple(Kept(*row) for row in db.execute(_COMMANDS, (collaboration,)))

    def commanded(self) -> tuple[str, ...]:
        """As `LookingAfter.commanded`."""
        with self._link() as db:
            found = db.execute("SELECT DISTINCT collaboration FROM command ORDER BY 1")
            return tuple(id for (id,) in found)

    def seals(self) -> tuple[str, ...]:
        """As `LookingAfter.seals`."""
        with self._link() as db:
            return tuple(one for (one,) in db.execute("SELECT sealed FROM sealed ORDER BY 1"))

    def sealed(self, seals: Iterable[str]) -> Iterator[SealedText]:
        """As `LookingAfter.sealed`."""
        rest = iter(seals)
        while some := list(islice(rest, _BATCH)):
            check_text(*some)
            asked = ", ".join("?" * len(some))
            with self._link() as db:
                found = {
                    row[0]: SealedText(*row)
                    for row in db.execute(
                        f"SELECT sealed, salt, text FROM sealed WHERE sealed IN ({asked})", some
                    )
                }
            yield from (found[one] for one in some if one in found)

    def digests(self) -> tuple[str, ...]:
        """As `LookingAfter.digests`."""
        with self._link() as db:
            return tuple(one for (one,) in db.execute("SELECT digest FROM definition ORDER BY 1"))

    def beside(self, collaboration: str) -> Iterator[Beside]:
        """As `LookingAfter.beside`."""
        check_text(collaboration)
        after = 0
        while True:
            with self._link() as db:
                rows = db.execute(_BESIDE, (collaboration, after, _BATCH)).fetchall()
            for sequence, place, *columns in rows:
                yield Beside(sequence, place, (columns[0], columns[1], columns[2], columns[3]))
            if len(rows) < _BATCH:
                return
            after = rows[-1][0]

    def damage(self) -> tuple[tuple[str, str], ...]:
        """As `LookingAfter.damage`: pages, indexes, tables that are not as we make them, rows
        that hang under nothing, and moments that are none."""
        with self._link() as db:
            found = [
                ("page", told)
                for (told,) in db.execute("PRAGMA integrity_check(100)")
                if told != "ok"
            ]
            wanted, there = made_tables(), told_tables(db)
            for name in sorted(wanted.keys() | there.keys()):
                if wanted.get(name) != there.get(name):
                    found.append(("table", name))
            for table, row, parent, _ in db.execute("PRAGMA foreign_key_check").fetchall():
                found.append(("parent", f"{table} {row} {parent}"))
            for digest, name in db.execute(
                """SELECT digest, name FROM definition_source
                WHERE digest NOT IN (SELECT digest FROM definition) ORDER BY 1, 2"""
            ).fetchall():
                found.append(("source", f"{digest} {name}"))
            below = "SELECT collaboration, sequence FROM event WHERE sequence < 1 ORDER BY 1, 2"
            found += [("line", f"{id} {number}") for id, number in db.execute(below).fetchall()]
            moments = "SELECT key, next_try, until FROM outbox ORDER BY key"
            found += [
                ("moment", key)
                for key, *written in db.execute(moments).fetchall()
                if not all(one is None or _is_moment(one) for one in written)
            ]
        return tuple(found)

    def blank(self, collaboration: str, commands: Sequence[str]) -> None:
        """As `LookingAfter.blank`."""
        check_text(collaboration, *commands)
        with self._link() as db:
            db.execute("BEGIN IMMEDIATE")
            db.executemany(_BLANK, [(BLANK, collaboration, one) for one in commands])
            db.execute("COMMIT")

    def take_in(self, whole: WholeRecord) -> bool:
        """As `LookingAfter.take_in`, in one transaction."""
        id = whole.collaboration
        check_whole(whole)
        with self._link() as db:
            db.execute("BEGIN IMMEDIATE")
            stands = db.execute(_STANDS, (id,)).fetchone()[0] or 0
            there = db.execute(_HASH, (id, len(whole.lines))).fetchone()
            others = _others(db, id, [one.key for one in whole.postings])
            if not check_free(whole, stands, there and there[0], others):
                db.execute("ROLLBACK")
                return False
            db.executemany(ADD_EVENT, (
                (id, line.event.sequence, *columns_of(line.event), line.body, line.hash)
                for line in whole.lines
            ))  # fmt: skip
            db.executemany(ADD_COMMAND, (
                (id, one.command, one.content, one.verdict, one.first, one.last, one.head)
                for one in whole.commands
            ))  # fmt: skip
            db.executemany(ADD_SEALED, [(one.sealed, one.salt, one.text) for one in whole.texts])
            for digest, (effective, sources) in whole.definitions.items():
                if not db.execute(_KNOWN, (digest,)).fetchone():
                    db.execute(ADD_DEFINITION, (digest, effective))
                    db.executemany(ADD_SOURCE, [(digest, *one) for one in sources.items()])
            posted_in(db, id, whole.postings)
            db.execute("COMMIT")
        return True

    def copy_to(self, path: str | os.PathLike[str]) -> None:
        """Write a sound copy of the store to a file that is not there yet, while others go on.

        It holds what was recorded when this began, and nothing of what was erased before. Raises
        StoreError.
        """
        check_text(os.fspath(path))
        with self._link() as db:
            db.execute("VACUUM INTO ?", (os.fspath(path),))


def _others(db: sqlite3.Connection, id: str, keys: list[str]) -> list[str]:
    found: list[str] = []
    for start in range(0, len(keys), _BATCH):
        some = keys[start : start + _BATCH]
        asked = ", ".join("?" * len(some))
        found += [
            other
            for (other,) in db.execute(
                f"SELECT collaboration FROM outbox WHERE collaboration <> ? AND key IN ({asked})",
                (id, *some),
            )
        ]
    return found


def _is_moment(written: str) -> bool:
    try:
        return datetime.fromisoformat(written).tzinfo is not None
    except ValueError:
        return False
