"""The part of the contract suite of a store that is about looking after it; `store` inherits it.

Whether what is read out is right is for `care`; here it is whether it is what was put in.
"""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

import attrs
import pytest

from samenwerk.core.encode import columns_of, line_of
from samenwerk.store.contract import Kept, Store
from samenwerk.store.looking_after import BLANK, WholeRecord
from samenwerk.store.outbox import Posting
from samenwerk.values.errors import Conflict, Misuse
from samenwerk.values.event import Line, RecordedEvent, Sealed, SealedText, StepDone

NOON = datetime(2027, 2, 1, 12, tzinfo=UTC)


def sealed(text: str) -> SealedText:
    """A text with its seal and salt."""
    return SealedText(hashlib.sha256(f"zout\0{text}".encode()).hexdigest(), "zout", text)


TEXTS = tuple(sorted((sealed("één"), sealed("twee 😀")), key=lambda one: one.sealed))


def whole(id: str = "regio", count: int = 4, word: str = "") -> WholeRecord:
    """A record of so many lines, each of a command of its own; `word` makes it another one."""
    lines: list[Line] = []
    for place in range(1, count + 1):
        lines.append(line_of(RecordedEvent(
            collaboration=id, sequence=place, id=f"{word}e-{place}", command=f"c-{place}",
            effective=NOON.date(), recorded=NOON, definition="d",
            what=StepDone(explanation=Sealed(TEXTS[0].sealed)), case=f"case {place}",
            before=lines[-1].hash if lines else "",
        )))  # fmt: skip
    commands = tuple(
        Kept(f"c-{place}", "a" * 64, "allowed", place, place, line.hash)
        for place, line in enumerate(lines, 1)
    )
    definitions = {"d": ("x = 1\n", {"a.toml": "één", "b.toml": ""})}
    posting = Posting("dead", f"key of {id}", 2, "post.letter", NOON, True, "came along")
    return WholeRecord(id, tuple(lines), commands, TEXTS, definitions, (posting,))


class WholeContract:
    """Every promise of `samenwerk.store.looking_after.LookingAfter`."""

    def test_a_whole_record_is_taken_in_and_read_out(self, store: Store) -> None:
        """All that was in it is there, in order, and nothing else."""
        taken = whole()
        assert store.take_in(taken)
        assert ("regio",) == store.collaborations() == store.commanded()
        assert taken.lines == tuple(store.read("regio"))
        assert taken.commands == store.commands("regio")
        assert tuple(one.sealed for one in TEXTS) == store.seals()
        assert TEXTS[::-1] == tuple(store.sealed([*reversed(store.seals()), "unknown"]))
        assert (("d",), taken.definitions["d"]) == (store.digests(), store.definition("d"))
        (posted,) = store.outbox()
        assert ("key of regio", 2, True, True, "came along") == (
            posted.key, posted.sequence, posted.dead, posted.tried, posted.fault
        )  # fmt: skip
        assert () == store.damage()

    def test_what_stands_beside_a_line_is_what_it_says(self, store: Store) -> None:
        """The columns repeat the event, and the places are in the order of the lines."""
        store.take_in(whole("zee", 1203))
        beside = list(store.beside("zee"))
        assert [columns_of(line.event) for line in store.read("zee")] == [
            one.columns for one in beside
        ]
        assert list(range(1, 1204)) == [one.sequence for one in beside]
        assert sorted(one.place for one in beside) == [one.place for one in beside]
        assert () == store.commands("regio")
        assert [] == list(store.beside("regio"))

    def test_the_same_record_again_changes_nothing(self, store: Store) -> None:
        """Not the very same, and not an earlier state of what is there."""
        assert store.take_in(whole())
        assert not store.take_in(whole())
        shorter = whole(count=3)
        assert not store.take_in(shorter)
        assert 4 == len(store.commands("regio"))

    def test_another_record_of_that_name_is_a_conflict(self, store: Store) -> None:
        """Another past, or one that is further: nothing of it is taken."""
        store.take_in(whole())
        for other in (whole(word="x"), whole(count=5)):
            with pytest.raises(Conflict) as refused:
                store.take_in(attrs.evolve(other, texts=(sealed("new"),)))
            assert "taken" == refused.value.params["what"]
        assert whole().lines == tuple(store.read("regio"))
        assert 2 == len(store.seals())

    def test_an_effect_of_another_is_a_conflict(self, store: Store) -> None:
        """A key that is in the outbox of another collaboration is left alone."""
        store.post("zee", [Posting("send", "key of regio", 1, "post.letter", NOON)])
        with pytest.raises(Conflict):
            store.take_in(whole())
        assert ((), False) == (store.collaborations(), store.outbox()[0].dead)

    def test_lines_that_do_not_follow_are_misuse(self, store: Store) -> None:
        """Without the first, with a gap, or of another collaboration: nothing is taken."""
        taken = whole()
        for lines in (taken.lines[1:], taken.lines[::2], whole("zee").lines):
            with pytest.raises(Misuse):
                store.take_in(attrs.evolve(taken, lines=lines))
        assert ((), (), ()) == (store.collaborations(), store.seals(), store.commanded())

    def test_what_a_command_asked_can_be_forgotten(self, store: Store) -> None:
        """Of these commands alone; what they recorded stays."""
        store.take_in(whole())
        store.take_in(attrs.evolve(whole("zee"), postings=()))
        store.blank("regio", ["c-2", "unknown"])
        assert ["a" * 64, BLANK, "a" * 64, "a" * 64] == [
            one.content for one in store.commands("regio")
        ]
        assert {"a" * 64} == {one.content for one in store.commands("zee")}
        assert attrs.evolve(whole().commands[1], content=BLANK) == store.kept("regio", "c-2")
