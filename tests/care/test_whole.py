"""A whole record goes from one store to another as files, and comes in whole or not at all."""

import hashlib
import io
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import attrs
import pytest
from tests.care.kept_store import KEYS, REASONS, SAID, WHY, act, fill, rows, spoil

from samenwerk.care.anchors import Anchors, with_report
from samenwerk.care.bundle import files_of, zipped
from samenwerk.care.unbundled import read_bundle
from samenwerk.care.verifying import verify_store
from samenwerk.care.whole import Taken, judged, take_in, whole_record
from samenwerk.store.contract import Store
from samenwerk.store.memory import MemoryStore
from samenwerk.store.outbox import Posting
from samenwerk.store.sqlite import SqliteStore
from samenwerk.values.errors import Conflict, Misuse, UnknownName
from samenwerk.values.event import FactRecorded, FactValue


@pytest.fixture
def source() -> Store:
    """A store with two collaborations in it."""
    store = MemoryStore()
    fill(store)
    return store


@pytest.fixture
def bundle(source: Store, tmp_path: Path) -> Path:
    """One of them, as a file."""
    path = tmp_path / "regio.zip"
    path.write_bytes(zipped(files_of(*whole_record(source, "regio"))))
    return path


@pytest.fixture(params=["memory", "sqlite"])
def target(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    """An empty store of each kind."""
    store: Store = MemoryStore()
    if request.param == "sqlite":
        store = SqliteStore(tmp_path / "target.db", durability="normal")
    yield store
    store.close()


def everything(store: Store, id: str) -> object:
    """All that a store has of a collaboration."""
    whole, _ = whole_record(store, id)
    return attrs.astuple(whole)


def test_another_store_takes_it_in_whole(source: Store, bundle: Path, target: Store) -> None:
    """What comes out of the other store is what went in, chain and all, and it verifies."""
    taken = take_in(target, read_bundle(bundle), held="came along")
    assert Taken("in", (), KEYS) == taken
    assert everything(source, "regio") == everything(target, "regio")
    assert ("regio",) == target.collaborations()
    report = verify_store(target, with_report(Anchors(), verify_store(source)), only="regio")
    assert (True, (), 7) == (report.whole, report.faults, report.collaborations[0].anchored)
    assert verify_store(target).whole


def test_the_same_record_gives_the_same_bytes(source: Store, target: Store, bundle: Path) -> None:
    """Also from the store that took it in, but for what is being sent."""
    take_in(target, read_bundle(bundle))
    again, _ = whole_record(target, "regio")
    first, posted = whole_record(source, "regio")
    assert zipped(files_of(first, posted)) == bundle.read_bytes()
    assert files_of(first) == files_of(again)


def test_what_was_being_sent_waits_for_a_person(bundle: Path, target: Store) -> None:
    """Nothing is leased by a worker, so nothing is sent twice; the reason is there to be read."""
    take_in(target, read_bundle(bundle), held="came along")
    assert [(key, True, True, "came along") for key in sorted(KEYS)] == sorted(
        (one.key, one.dead, one.tried, one.fault) for one in target.outbox()
    )
    now = max(one.next_try for one in target.outbox())
    assert () == target.lease("worker", now.replace(year=2099), now.replace(year=2100))


def test_the_same_again_changes_nothing(bundle: Path, target: Store) -> None:
    """Not when it is as far, nor when the record here went on since."""
    whole = read_bundle(bundle)
    take_in(target, whole)
    before = everything(target, "regio")
    assert Taken("there") == take_in(target, whole)
    assert before == everything(target, "regio")
    act(target, "regio", "c-6", FactRecorded(FactValue("cost", "whole_number", 1)))
    assert Taken("there") == take_in(target, whole)
    assert (8, 2) == ((target.tip("regio") or (0, ""))[0], len(target.outbox()))


def test_another_record_of_the_same_name_is_an_error(bundle: Path, target: Store) -> None:
    """One that began otherwise, and one that is not as far."""
    whole = read_bundle(bundle)
    act(target, "regio", "c-x", FactRecorded(FactValue("cost", "whole_number", 1)))
    with pytest.raises(Conflict) as taken:
        take_in(target, whole)
    assert ("taken", 1, 7) == tuple(taken.value.params[one] for one in ("what", "stands", "comes"))
    shorter = MemoryStore()
    shorter.append("regio", 0, whole.lines[:1], (), whole.commands[0])
    with pytest.raises(Conflict):
        take_in(shorter, whole)


def test_an_effect_of_another_is_not_touched(bundle: Path, target: Store, source: Store) -> None:
    """A bundle that names the key of somebody else's effect comes in nowhere."""
    whole = read_bundle(bundle)
    other = source.outbox("regio")[0]
    target.post("zee", [Posting("send", other.key, 9, "post.letter", other.next_try)])
    with pytest.raises(Conflict):
        take_in(target, whole)
    assert () == target.collaborations()
    assert [False] == [one.dead for one in target.outbox()]


def test_what_was_erased_is_in_no_file(source: Store, tmp_path: Path) -> None:
    """A text that the store no longer has is nowhere among the bytes of the files."""
    whole = files_of(*whole_record(source, "regio"))
    for one in (REASONS, WHY):
        assert any(one.text.encode() in content for content in whole.values())
    source.erase([SAID.sealed])
    left = files_of(*whole_record(source, "regio"))
    assert not any(SAID.text.encode() in content for content in left.values())
    with pytest.raises(UnknownName):
        whole_record(source, "elders")


def test_a_folder_with_its_files_is_taken_too(bundle: Path, target: Store, tmp_path: Path) -> None:
    """Unpacked by whoever wanted to look, it is the same."""
    with zipfile.ZipFile(bundle) as opened:
        opened.extractall(tmp_path / "open")
    assert read_bundle(bundle) == read_bundle(tmp_path / "open")
    (tmp_path / "open" / "notes.txt").write_text("mine")
    assert ("bundle_name", "notes.txt") == refused(tmp_path / "open")
    (tmp_path / "open" / "notes.txt").unlink()
    os.symlink(tmp_path / "open" / "manifest.json", tmp_path / "open" / "README.md.lnk")
    assert ("bundle_name", "README.md.lnk") == refused(tmp_path / "open")


def refused(path: Path, largest: int = 2**24) -> tuple[object, object]:
    """Why a file is refused, and at which place."""
    with pytest.raises(Misuse) as found:
        read_bundle(path, largest)
    return found.value.params["what"], found.value.params["place"]


def packed(path: Path, files: dict[str, bytes], sums: bool = True) -> Path:
    """A bundle of these files, with a manifest that says they are right unless told otherwise."""
    if sums:
        manifest = json.loads(files["manifest.json"])
        manifest["files"] = {
            name: hashlib.sha256(content).hexdigest()
            for name, content in files.items() if name != "manifest.json"
        }  # fmt: skip
        files = {**files, "manifest.json": json.dumps(manifest).encode()}
    path.write_bytes(zipped(files))
    return path


def contents(path: Path) -> dict[str, bytes]:
    """The files of a bundle."""
    with zipfile.ZipFile(path) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


@pytest.mark.parametrize("name", ["events.jsonl", "texts.jsonl", "commands.jsonl", "README.md"])
def test_an_edited_file_is_refused_by_name(bundle: Path, name: str) -> None:
    """The manifest says what each file was."""
    files = contents(bundle)
    files[name] = files[name].replace(b"c", b"d", 1)
    assert ("bundle_changed", name) == refused(packed(bundle, files, sums=False))
    del files[name]
    assert ("bundle_missing", name) == refused(packed(bundle, files, sums=False))


def edited(name: str, old: bytes, new: bytes) -> Callable[[dict[str, bytes]], None]:
    """A change in one file of a bundle."""

    def change(files: dict[str, bytes]) -> None:
        assert old in files[name]
        files[name] = files[name].replace(old, new, 1)

    return change


@pytest.mark.parametrize(
    ("change", "fault", "sequence"),
    [
        (edited("events.jsonl", b'"actor":"p"', b'"actor":"q"'), "chain.hash", 1),
        (edited("texts.jsonl", b"Vries", b"Bries"), "care.text_changed", 6),
        (edited("commands.jsonl", b'"last":5', b'"last":4'), "care.command_lines", 3),
        (edited("commands.jsonl", b'"allowed"', b'"perhaps"'), "care.command_word", 1),
    ],
)
def test_an_edited_bundle_is_refused_also_with_a_new_manifest(
    bundle: Path, target: Store, change: Callable[[dict[str, bytes]], None], fault: str,
    sequence: int,
) -> None:  # fmt: skip
    """The record itself says so, with the place, and nothing comes in."""
    files = contents(bundle)
    change(files)
    taken = take_in(target, read_bundle(packed(bundle, files)))
    assert ("broken", (fault, sequence)) == (
        taken.how, (taken.faults[0].what.id, taken.faults[0].sequence)
    )  # fmt: skip
    assert ((), (), ()) == (target.collaborations(), target.seals(), target.digests())


def test_a_changed_workflow_is_refused(bundle: Path, target: Store) -> None:
    """Its digest is that of another."""
    files = contents(bundle)
    name = next(one for one in files if one.endswith("effective.toml"))
    files[name] = files[name].replace(b"Klein", b"Groot")
    taken = take_in(target, read_bundle(packed(bundle, files)))
    assert ["care.definition_changed"] == [one.what.id for one in taken.faults]


def test_half_a_record_needs_a_head(bundle: Path, target: Store) -> None:
    """With its last command cut out of every file it is whole; a head that was kept shows it."""
    files = contents(bundle)
    head = json.loads(files["manifest.json"])["head"]
    for name in ("events.jsonl", "commands.jsonl"):
        files[name] = b"".join(files[name].splitlines(keepends=True)[:-1])
    files["texts.jsonl"] = b"".join(
        row for row in files["texts.jsonl"].splitlines(keepends=True) if b"Mr Bos" not in row
    )
    assert ("bundle_missing", "events.jsonl") == refused(packed(bundle, files))
    manifest = json.loads(files["manifest.json"])
    manifest["events"] = 6
    manifest["head"] = json.loads(files["events.jsonl"].splitlines()[-1])["hash"]
    files["manifest.json"] = json.dumps(manifest).encode()
    whole = read_bundle(packed(bundle, files))
    assert () == judged(whole)
    assert ["care.anchor_head"] == [one.what.id for one in judged(whole, expect=head)]
    assert () == judged(whole, expect=manifest["head"])


@pytest.mark.parametrize(
    "name",
    ["../../etc/passwd", "/tmp/x", "C:\\x", "definitions/../manifest.json", "events.JSONL",
     "definitions/x/effective.toml", "events.jsonl\u202e", "e\u0301vents.jsonl", "NUL"],
)  # fmt: skip
def test_a_name_that_does_not_belong_is_refused(bundle: Path, name: str, tmp_path: Path) -> None:
    """Ways out of a folder, other spellings and odd characters; nothing is written anywhere."""
    before = sorted(one.name for one in tmp_path.iterdir())
    packed(bundle, {**contents(bundle), name: b"x"})
    assert "bundle_name" == refused(bundle)[0]
    assert before == sorted(one.name for one in tmp_path.iterdir())


def test_a_file_that_is_there_twice_is_refused(bundle: Path) -> None:
    """Two tools could each read another one of them."""
    with zipfile.ZipFile(bundle, "a") as opened, pytest.warns(UserWarning, match="Duplicate"):
        opened.writestr("events.jsonl", b"")
    assert ("bundle_name", "events.jsonl") == refused(bundle)


def test_a_link_and_a_locked_file_are_refused(bundle: Path) -> None:
    """What is no plain file is not followed."""
    files = contents(bundle)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        for name, content in files.items():
            info = zipfile.ZipInfo(name)
            info.external_attr = (0o120777 if name == "texts.jsonl" else 0o644) << 16
            opened.writestr(info, content)
    bundle.write_bytes(made.getvalue())
    assert ("bundle_name", "texts.jsonl") == refused(bundle)


@pytest.mark.parametrize("how", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2, zipfile.ZIP_DEFLATED])
def test_a_damaged_file_is_refused_however_it_is_packed(bundle: Path, how: int) -> None:
    """Also where what unpacks it stumbles in a way of its own; nothing but a refusal comes out."""
    whole, made, found = contents(bundle), io.BytesIO(), set()
    with zipfile.ZipFile(made, "w", how) as opened:
        for name, content in whole.items():
            opened.writestr(name, content)
    bundle.write_bytes(made.getvalue())
    assert whole == contents(bundle)
    for at in range(30 + len("manifest.json"), 200, 9):
        damaged = bytearray(made.getvalue())
        damaged[at] ^= 0xFF
        bundle.write_bytes(damaged)
        try:
            read_bundle(bundle)
        except Misuse as refusal:
            found.add(refusal.params["what"])
    assert "bundle_none" in found


def test_a_file_of_a_newer_samenwerk_is_told_as_such(bundle: Path) -> None:
    """Nothing is wrong with it: who reads it needs a newer one."""
    files = contents(bundle)
    manifest = json.loads(files["manifest.json"])
    for version, what in ((2, "bundle_newer"), ("2", "bundle_line"), (0, "bundle_line")):
        files["manifest.json"] = json.dumps({**manifest, "version": version}).encode()
        assert (what, "manifest.json") == refused(packed(bundle, files, sums=False))


def test_a_bomb_is_refused_before_it_goes_off(bundle: Path) -> None:
    """A few kilobytes that unpack to more than is allowed are read no further than that."""
    files = {**contents(bundle), "texts.jsonl": b" " * 50_000_000}
    packed(bundle, files)
    assert bundle.stat().st_size < 100_000
    assert ("bundle_large", "texts.jsonl") == refused(bundle, 1_000_000)


@pytest.mark.parametrize(
    ("name", "row", "place"),
    [
        ("commands.jsonl", b'{"command":"a","command":"b"}', "commands.jsonl:6"),
        ("commands.jsonl", b"[1]", "commands.jsonl:6"),
        ("commands.jsonl", b'{"command":NaN}', "commands.jsonl:6"),
        ("texts.jsonl", b'{"sealed":"\\ud83d","salt":"","text":""}', "texts.jsonl:4"),
        ("texts.jsonl", b'{"sealed":"\xff","salt":"","text":""}', "texts.jsonl:4"),
        ("texts.jsonl", b"[" * 100_000, "texts.jsonl:4"),
        ("events.jsonl", b'{"event":{},"hash":"' + b"0" * 64 + b'"}', "events.jsonl:8"),
        ("events.jsonl", b'{"event":{}}', "events.jsonl:8"),
        ("outbox.jsonl", b'{"key":1}', "outbox.jsonl:3"),
    ],
)
def test_a_line_that_is_none_is_refused_with_its_number(
    bundle: Path, name: str, row: bytes, place: str
) -> None:
    """Keys twice, other kinds of values, half characters, no UTF-8, and what is far too deep."""
    files = contents(bundle)
    files[name] += row + b"\n"
    assert ("bundle_line", place) == refused(packed(bundle, files))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"SQLite format 3\0", b"\xff" * 99])
def test_what_is_no_bundle_is_refused(bundle: Path, content: bytes) -> None:
    """Any other file, and half of one."""
    whole = bundle.read_bytes()
    bundle.write_bytes(content)
    assert "bundle_none" == refused(bundle)[0]
    bundle.write_bytes(whole[: len(whole) // 2])
    assert "bundle_none" == refused(bundle)[0]


def test_no_cut_and_no_byte_of_a_bundle_comes_in_otherwise(bundle: Path, source: Store) -> None:
    """Wherever one byte of the file is changed: it is refused, or says exactly the same."""
    whole = bundle.read_bytes()
    wanted = read_bundle(bundle)
    for place in range(0, len(whole), max(1, len(whole) // 150)):
        changed = bytearray(whole)
        changed[place] ^= 0x41
        bundle.write_bytes(bytes(changed))
        try:
            found = read_bundle(bundle)
        except Misuse:
            continue
        assert wanted == found


TAKING = """
import sys, time
from pathlib import Path
from samenwerk.care.unbundled import read_bundle
from samenwerk.care.whole import take_in
from samenwerk.store import sqlite_whole
from samenwerk.store.sqlite import SqliteStore

slow = sqlite_whole.posted_in
def posted_in(*asked):
    print("inside", flush=True)
    time.sleep(60)
    slow(*asked)
sqlite_whole.posted_in = posted_in
take_in(SqliteStore(sys.argv[1]), read_bundle(sys.argv[2]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there is no kill -9 there")
def test_a_machine_that_stops_in_the_middle_leaves_nothing(bundle: Path, tmp_path: Path) -> None:
    """Killed when all rows but the last were written: none of them is there, and it can be done
    again."""
    path = tmp_path / "killed.db"
    script = tmp_path / "taking.py"
    script.write_text(TAKING, encoding="utf-8")
    work = subprocess.Popen([sys.executable, script, path, bundle], stdout=subprocess.PIPE)
    assert work.stdout is not None
    assert b"inside" == work.stdout.readline().strip()
    time.sleep(0.05)
    work.send_signal(signal.SIGKILL)
    work.communicate()
    left = tmp_path / "left.db"
    shutil.copy(path, left)
    for end in ("-wal", "-shm"):
        if path.with_name(path.name + end).exists():
            shutil.copy(path.with_name(path.name + end), left.with_name(left.name + end))
    store = SqliteStore(path)
    assert ((), (), (), ()) == (
        store.collaborations(), store.seals(), store.digests(), store.commanded()
    )  # fmt: skip
    assert "in" == take_in(store, read_bundle(bundle)).how
    assert verify_store(store).whole
    store.close()


def test_a_broken_record_is_judged_before_it_leaves(tmp_path: Path) -> None:
    """What would be refused elsewhere is found where it stands."""
    path = tmp_path / "spoilt.db"
    store = SqliteStore(path)
    fill(store)
    spoil(path, "UPDATE sealed SET text = 'other' WHERE number = 1")
    assert 3 == len(rows(path, "sealed"))
    whole, _ = whole_record(store, "regio")
    assert [("care.text_changed", 3)] == [(one.what.id, one.sequence) for one in judged(whole)]
    store.close()
