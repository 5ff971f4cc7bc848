"""Erasing by law: gone is gone everywhere, that it is gone is recorded, and the rest holds."""

from datetime import date
from pathlib import Path

import pytest
from tests.care.kept_store import KEYS, SAID, fill
from tests.test_engine import NOON, started

from samenwerk.care.anchors import Anchors, with_report
from samenwerk.care.bundle import files_of, zipped
from samenwerk.care.verifying import verify_store
from samenwerk.care.whole import whole_record
from samenwerk.core.personal import Personal
from samenwerk.core.snapshot import snapshot_of
from samenwerk.engine import Engine
from samenwerk.engine.erasing import _hushed
from samenwerk.engine.room import Room
from samenwerk.store.contract import Store
from samenwerk.store.looking_after import BLANK
from samenwerk.store.memory import MemoryStore
from samenwerk.store.sqlite import SqliteStore
from samenwerk.values.errors import CommandReused, Misuse, UnknownName
from samenwerk.values.event import Sealed, TextsErased
from samenwerk.values.listed import Listing, Lists
from samenwerk.values.snapshot import Snapshot

ABOUT = "mevrouw De Vries is ziek"


def said(store: Store) -> Room:
    """A room in which two parties gave their reasons, one of them about somebody."""
    _, room = started(store=store)
    room.say("support", "against", case="b", actor="noord", reasons=ABOUT, command_id="n-1")
    room.say("support", "against", case="b", actor="zuid", reasons="te duur")
    return room


def ids(store: Store) -> list[str]:
    """What verify-store has to say."""
    return [one.what.id for one in verify_store(store).faults]


def test_texts_are_found_by_party_by_words_and_by_event() -> None:
    """Each with where it stands and what it is."""
    room = said(MemoryStore())
    every = room.texts()
    assert [ABOUT, "te duur"] == [one.text for one in every]
    first = every[0].where
    assert Personal(first.seal, first.sequence, "reasons", "support", ("noord",)) == first
    assert every[:1] == room.texts(of="noord") == room.texts(containing="DE VRIES")
    assert every[1:] == room.texts(sequence=every[1].where.sequence)
    assert () == room.texts(of="noord", containing="duur")


def test_that_it_was_erased_is_recorded() -> None:
    """Who, why and which; the reason is a text beside the record itself."""
    store = MemoryStore()
    room = said(store)
    (found,) = room.texts(of="noord")
    erased = room.erase(found.where.seal, because="op verzoek", actor="zuid")
    assert erased.outcome is not None
    (event,) = erased.outcome.events
    assert isinstance(event.what, TextsErased)
    assert ((found.where.seal,), "zuid", 1) == (event.what.seals, event.actor, erased.count)
    assert isinstance(event.what.because, Sealed)
    assert "op verzoek" == room.text(event.what.because)
    assert None is room.text(found.where.seal)
    assert ["te duur", "op verzoek"] == [one.text for one in room.texts()]
    assert [] == ids(store)
    assert room.verify(erased.outcome.head).whole


def test_it_is_nowhere_in_the_file(tmp_path: Path) -> None:
    """Not in a row, not between the rows, not in an export, and nobody can try whether he guesses
    it: also what was asked is forgotten."""
    store = SqliteStore(tmp_path / "store.db")
    room = said(store)
    digest = next(one.content for one in store.commands(room.id) if one.command == "n-1")
    (found,) = room.texts(of="noord")
    room.erase(found.where.seal, because="op verzoek")
    assert BLANK == next(one.content for one in store.commands(room.id) if one.command == "n-1")
    exported = zipped(files_of(*whole_record(store, room.id)))
    store.close()
    for path in tmp_path.iterdir():
        content = path.read_bytes()
        assert ABOUT.encode() not in content
        assert digest.encode() not in content
    assert ABOUT.encode() not in exported


def test_a_command_of_which_a_text_was_erased_is_not_done_again() -> None:
    """Its id was used; what it asked can no longer be compared, so it says no."""
    store = MemoryStore()
    room = said(store)
    count = room.collaboration.sequence
    (found,) = room.texts(of="noord")
    room.erase(found.where.seal, because="op verzoek")
    with pytest.raises(CommandReused):
        room.say("support", "against", case="b", actor="noord", reasons=ABOUT, command_id="n-1")
    assert count + 1 == room.collaboration.sequence


def test_heads_that_were_noted_before_still_hold() -> None:
    """Erasing takes nothing away that an anchor vouched for; changing what was asked does."""
    store = MemoryStore()
    room = said(store)
    noted = with_report(Anchors(), verify_store(store))
    (found,) = room.texts(of="noord")
    store.blank(room.id, ["n-1"])
    assert {"care.command_word", "care.anchor_commands"} == {
        one.what.id for one in verify_store(store, noted).faults
    }
    room.erase(found.where.seal, because="op verzoek")
    assert () == verify_store(store, noted).faults


def test_what_a_machine_left_halfway_is_done_again() -> None:
    """The event came first: until the text is gone, verify-store says so."""
    store = MemoryStore()
    room = said(store)
    (found,) = room.texts(of="noord")
    (text,) = store.sealed([found.where.seal])
    room.erase(found.where.seal, because="op verzoek")
    store._texts[text.sealed] = text  # as a backup from before it would
    assert ["care.text_back"] == ids(store)
    assert (1, None) == (room.erase_again().count, room.text(found.where.seal))
    assert [] == ids(store)


def test_a_text_that_was_lost_is_no_text_that_was_erased() -> None:
    """Without an event that says so, verify-store names the seal and where it stands."""
    store = MemoryStore()
    room = said(store)
    (found,) = room.texts(of="noord")
    store.erase([found.where.seal])
    (fault,) = verify_store(store).faults
    assert ("care.text_missing", found.where.sequence) == (fault.what.id, fault.sequence)
    room.erase(found.where.seal, because="was al gewist")
    assert [] == ids(store)


def test_wrong_use_is_an_error_and_records_nothing() -> None:
    """A seal of nothing, no seal, no reason; and the same command twice is one."""
    room = said(MemoryStore())
    (found,) = room.texts(of="noord")
    before = room.collaboration.head
    with pytest.raises(UnknownName):
        room.erase("0" * 64, because="op verzoek")
    with pytest.raises(Misuse):
        room.erase(because="op verzoek")
    with pytest.raises(Misuse):
        room.erase(found.where.seal, because=" ")
    assert before == room.collaboration.head
    heads = {
        outcome.head
        for _ in range(2)
        if (outcome := room.erase(found.where.seal, because="op verzoek", command_id="e-1",
                                  day=date(2027, 3, 1)).outcome)
    }  # fmt: skip
    assert {room.collaboration.head} == heads


def test_the_outbox_does_not_keep_what_a_plugin_said(tmp_path: Path) -> None:
    """What was said of an effect stands in the outbox too, and is erased there with its seal."""
    store = SqliteStore(tmp_path / "store.db")
    fill(store)
    faults = {one.key: one.fault for one in store.outbox()}
    assert SAID.text == faults[KEYS[1]]
    desk = Engine(store)._desk
    assert () == _hushed(desk, "regio", {KEYS[1]}, [])
    assert {None} == {one.fault for one in store.outbox()}
    assert [True] == [one.dead for one in store.outbox() if one.key == KEYS[1]]
    store.close()


def test_nothing_that_spares_work_outlives_the_text() -> None:
    """Snapshots and lists are made anew of what there is now."""
    store = MemoryStore()
    room = said(store)
    (found,) = room.texts(of="noord")
    store.keep_snapshot(snapshot_of(room.collaboration))
    known = room.collaboration
    waits = Listing("due", ABOUT, NOON.date(), ("noord",))
    store.keep_lists(Lists(room.id, known.sequence, known.head, NOON, None, "", (waits,)))
    assert 1 == len(store.lists("due"))
    room.erase(found.where.seal, because="op verzoek")
    assert (None, ()) == (store.snapshot(room.id), store.lists("due"))
    assert (room.id,) == store.stale(NOON)


def test_a_snapshot_that_says_something_else_is_told() -> None:
    """It is compared with what the lines say: an engine would believe it."""
    store = MemoryStore()
    room = said(store)
    kept = snapshot_of(room.collaboration)
    store.keep_snapshot(kept)
    assert [] == ids(store)
    body = kept.body.replace("noord", "zuidd")
    assert body != kept.body
    store.keep_snapshot(Snapshot.of(room.id, kept.sequence, kept.head, kept.shape, body))
    assert (["care.snapshot"], False) == (ids(store), verify_store(store).whole)
