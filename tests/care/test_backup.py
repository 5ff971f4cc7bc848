"""A copy of a store is whole and whole only, made while others write, and put back with care."""

import errno
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
import threading
from contextlib import closing
from pathlib import Path

import pytest
from tests.care.kept_store import REASONS, act, fill, made, rows, spoil

from samenwerk.care.anchors import Anchors, Noted
from samenwerk.care.backup import _put, back_up, restore
from samenwerk.care.verifying import verify_store
from samenwerk.store.sqlite import SqliteStore
from samenwerk.values.errors import Conflict, Misuse, StoreError
from samenwerk.values.event import FactRecorded, FactValue, TextsErased


def fact(number: int) -> FactRecorded:
    """Something that happened."""
    return FactRecorded(FactValue("cost", "whole_number", number))


def beside(path: Path) -> list[str]:
    """What lies in the folder of a file."""
    return sorted(one.name for one in path.parent.iterdir())


def test_a_copy_has_all_that_the_store_has(tmp_path: Path) -> None:
    """Every row of every table, in one file of a store that can be worked with."""
    path = made(tmp_path / "store.db")
    store = SqliteStore(path)
    copied = back_up(store, tmp_path / "copy.db")
    assert (True, True) == (copied.placed, copied.report.whole)
    store.close()
    for table in ("event", "command", "sealed", "definition", "definition_source", "outbox"):
        assert rows(path, table) == rows(tmp_path / "copy.db", table)
    assert [] == [one for one in beside(path) if "part" in one or "copy.db-" in one]
    again = SqliteStore(tmp_path / "copy.db")
    act(again, "regio", "c-6", fact(1))
    assert verify_store(again).whole
    again.close()


def test_a_copy_is_made_while_others_write(tmp_path: Path) -> None:
    """Each is whole by itself, and holds at least what was there when it began."""
    store = SqliteStore(tmp_path / "store.db", durability="normal")
    fill(store)
    stop = threading.Event()

    def write() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            act(store, "regio", f"w-{number}", fact(number))

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for number in range(3):
            stood = store.tip("regio") or (0, "")
            copied = back_up(store, tmp_path / f"{number}.db")
            assert copied.placed
            assert copied.report.collaborations[0].count >= stood[0]
    finally:
        stop.set()
        writer.join()
    assert verify_store(store).whole
    store.close()


def test_a_store_that_is_not_whole_is_not_copied(tmp_path: Path) -> None:
    """It says why, and no file is left; what was there before stays."""
    path = made(tmp_path / "store.db")
    (tmp_path / "copy.db").write_text("earlier")
    spoil(path, "UPDATE event SET hash = 'x' WHERE sequence = 3")
    store = SqliteStore(path)
    copied = back_up(store, tmp_path / "other.db")
    store.close()
    assert (False, "chain.hash") == (copied.placed, copied.report.faults[0].what.id)
    assert not (tmp_path / "other.db").exists()


def test_nothing_is_replaced_without_a_word(tmp_path: Path) -> None:
    """Neither a file, nor a store in use, nor the store itself, nor what lies beside one."""
    store = SqliteStore(made(tmp_path / "store.db"))
    (tmp_path / "copy.db").write_text("earlier")
    with pytest.raises(Misuse):
        back_up(store, tmp_path / "copy.db")
    with pytest.raises(Misuse):
        back_up(store, tmp_path / "store.db", replace=True)
    other = SqliteStore(tmp_path / "other.db")
    with pytest.raises(StoreError):
        back_up(store, tmp_path / "other.db", replace=True)
    other.close()
    (tmp_path / "left.db-wal").write_text("somebody's")
    with pytest.raises(Misuse):
        back_up(store, tmp_path / "left.db")
    with pytest.raises(StoreError):
        back_up(store, tmp_path / "nowhere" / "copy.db")
    assert "earlier" == (tmp_path / "copy.db").read_text()
    store.close()


def test_an_older_copy_is_replaced_with_a_word(tmp_path: Path) -> None:
    """A copy that is used again holds what there is now."""
    store = SqliteStore(made(tmp_path / "store.db"))
    back_up(store, tmp_path / "copy.db")
    act(store, "regio", "c-6", fact(1))
    assert back_up(store, tmp_path / "copy.db", replace=True).placed
    assert 9 == len(rows(tmp_path / "copy.db", "event"))
    store.close()


def test_what_was_erased_is_not_in_a_later_copy(tmp_path: Path) -> None:
    """Not in its rows and not between them."""
    store = SqliteStore(made(tmp_path / "store.db"))
    store.erase([REASONS.sealed])
    store.copy_to(tmp_path / "copy.db")
    store.close()
    assert REASONS.text.encode() not in (tmp_path / "copy.db").read_bytes()


def test_a_backup_is_put_back(tmp_path: Path) -> None:
    """Into a new file at once; the backup stays as it was."""
    backup = made(tmp_path / "backup.db")
    before = backup.read_bytes()
    copied = restore(backup, tmp_path / "new.db")
    assert (True, None, ()) == (copied.placed, copied.kept, copied.older)
    assert before == backup.read_bytes()
    store = SqliteStore(tmp_path / "new.db", create=False)
    assert (8, True) == (verify_store(store).events, verify_store(store).whole)
    store.close()


def test_a_store_is_replaced_only_on_purpose(tmp_path: Path) -> None:
    """The former one is kept, and it is said how much further it was."""
    backup = made(tmp_path / "backup.db")
    store = SqliteStore(Path(shutil.copy(backup, tmp_path / "store.db")))
    act(store, "regio", "c-6", fact(1))
    with pytest.raises(Misuse):
        restore(backup, tmp_path / "store.db")
    with pytest.raises(StoreError):
        restore(backup, tmp_path / "store.db", replace=True)  # somebody works in it
    store.close()
    copied = restore(backup, tmp_path / "store.db", replace=True)
    kept = tmp_path / "store.db.replaced"
    assert (kept, (("regio", 8, 7),)) == (copied.kept, copied.older)
    assert (9, 8) == (len(rows(kept, "event")), len(rows(tmp_path / "store.db", "event")))
    with pytest.raises(Misuse):
        restore(backup, tmp_path / "store.db", replace=True)
    assert 8 == len(rows(tmp_path / "store.db", "event"))


def test_a_store_that_was_not_as_far_lost_nothing(tmp_path: Path) -> None:
    """A newer copy in the place of an older store: it is kept, and nothing is said to be lost."""
    older = made(tmp_path / "store.db")
    newer = SqliteStore(Path(shutil.copy(older, tmp_path / "newer.db")))
    act(newer, "regio", "c-6", fact(1))
    newer.close()
    copied = restore(tmp_path / "newer.db", older, replace=True)
    assert (True, (), ()) == (copied.placed, copied.older, copied.back)


def test_a_backup_that_is_not_whole_is_not_put_back(tmp_path: Path) -> None:
    """Changed, cut short, of another program, or not as far as was noted."""
    backup = made(tmp_path / "backup.db")
    changed = Path(shutil.copy(backup, tmp_path / "changed.db"))
    spoil(changed, "UPDATE sealed SET text = 'x'")
    copied = restore(changed, tmp_path / "new.db")
    assert (False, "care.text_changed") == (copied.placed, copied.report.faults[0].what.id)
    noted = Anchors({"regio": (Noted(9, "0" * 64),)})
    copied = restore(backup, tmp_path / "new.db", anchors=noted)
    assert (False, "care.anchor_cut") == (copied.placed, copied.report.faults[0].what.id)
    whole = backup.read_bytes()
    for content in (whole[: len(whole) // 2], b"", b"no store at all" * 99):
        changed.write_bytes(content)
        with pytest.raises(StoreError):
            restore(changed, tmp_path / "new.db")
    with closing(sqlite3.connect(tmp_path / "elses.db")) as file:
        file.execute("CREATE TABLE t (x)")
    for name in ("elses.db", "weg.db"):
        with pytest.raises(StoreError):
            restore(tmp_path / name, tmp_path / "new.db")
    assert not any(one.startswith((".new.db", "new.db")) for one in beside(backup))


COPYING = """
import os, sys
from pathlib import Path
from samenwerk.care import backup
from samenwerk.store.sqlite import SqliteStore

def put(made, target, replace):
    print("made", flush=True)
    sys.stdin.readline()
backup._put = put
backup.back_up(SqliteStore(sys.argv[1]), Path(sys.argv[2]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 there")
def test_a_machine_that_stops_leaves_no_half_copy(tmp_path: Path) -> None:
    """Killed before the copy had its name: there is none of that name, and a next one works."""
    path = made(tmp_path / "store.db")
    script = tmp_path / "copying.py"
    script.write_text(COPYING, encoding="utf-8")
    work = subprocess.Popen(
        [sys.executable, script, path, tmp_path / "copy.db"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=os.environ.copy(),
    )  # fmt: skip
    assert work.stdout is not None
    assert b"made" == work.stdout.readline().strip()
    work.send_signal(signal.SIGKILL)
    work.communicate()
    assert not (tmp_path / "copy.db").exists()
    store = SqliteStore(path)
    assert back_up(store, tmp_path / "copy.db").placed
    store.close()


def test_two_who_copy_to_one_name(tmp_path: Path) -> None:
    """The second one is told, and the file is that of the first."""
    store = SqliteStore(made(tmp_path / "store.db"))
    found: list[str] = []

    def copy() -> None:
        try:
            found.append(str(back_up(store, tmp_path / "copy.db").placed))
        except (Misuse, Conflict):
            found.append("there")

    both = [threading.Thread(target=copy) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert ["True", "there"] == sorted(found)
    store.close()


def test_a_disk_that_knows_one_name_a_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """On a stick no file has a second name: the copy comes there all the same, and what is there
    already still stays."""

    def link(made: object, target: object) -> None:
        raise PermissionError(errno.EPERM, "Operation not permitted", str(made))

    monkeypatch.setattr(os, "link", link)
    store = SqliteStore(made(tmp_path / "store.db"))
    assert back_up(store, tmp_path / "copy.db").placed
    store.close()
    assert rows(tmp_path / "store.db", "event") == rows(tmp_path / "copy.db", "event")
    assert restore(tmp_path / "copy.db", tmp_path / "store.db", replace=True).placed
    assert ["copy.db", "store.db", "store.db.replaced"] == beside(tmp_path / "copy.db")
    ours, theirs = tmp_path / "ours", tmp_path / "theirs"
    for one in (ours, theirs):
        one.write_text(one.name)
    with pytest.raises(Misuse):
        _put(ours, theirs, replace=False)
    assert ("ours", "theirs") == (ours.read_text(), theirs.read_text())


def test_what_was_erased_since_is_told(tmp_path: Path) -> None:
    """A backup from before an erasure brings the text back: which one is said."""
    backup = made(tmp_path / "backup.db")
    store = SqliteStore(Path(shutil.copy(backup, tmp_path / "store.db")))
    act(store, "regio", "c-6", TextsErased((REASONS.sealed,)))
    store.erase([REASONS.sealed])
    store.close()
    copied = restore(backup, tmp_path / "store.db", replace=True)
    assert ((REASONS.sealed,), (("regio", 8, 7),)) == (copied.back, copied.older)
