"""The contract suite of a store: inherit from `StoreContract`, say how yours is made, run pytest.

What belongs to one store alone (its file, its speed, its crashes) is tested beside that store.
"""

from __future__ import annotations

import threading
from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest

from samenwerk.core.chain import verify
from samenwerk.core.encode import line_of
from samenwerk.store.contract import Append, Kept, Store
from samenwerk.store.outbox import Posting
from samenwerk.testing.attempts import AttemptsContract
from samenwerk.testing.cache import CacheContract, taken
from samenwerk.testing.outbox import NOON, OutboxContract, posted, sent
from samenwerk.testing.whole import WholeContract
from samenwerk.values.errors import CommandReused, Conflict, Misuse, StoreError
from samenwerk.values.event import Line, RecordedEvent, Sealed, SealedText, StepDone

HALF = "half \ud83d"
"""Half of a surrogate pair: no text that a file could hold."""


def lines_after(store: Store, collaboration: str, count: int = 1, word: str = "") -> list[Line]:
    """Lines that continue the stream as it stands now; `word` makes their content differ."""
    sequence, head = store.tip(collaboration) or (0, "")
    made = []
    for place in range(sequence + 1, sequence + count + 1):
        event = RecordedEvent(
            collaboration=collaboration,
            sequence=place,
            id=f"e-{place}",
            command=f"c-{sequence + 1}",
            effective=date(2027, 2, 1),
            recorded=datetime(2027, 2, 1, 9, 30, tzinfo=UTC),
            definition="0" * 64,
            what=StepDone(explanation=Sealed(word) if word else None),
            before=head,
        )
        made.append(line_of(event))
        head = made[-1].hash
    return made


def kept_for(lines: list[Line], command: str = "", content: str = "content") -> Kept:
    """What the engine would have a store remember of the command behind these lines."""
    first, last = lines[0].event, lines[-1].event
    command = command or first.command
    return Kept(command, content, "allowed", first.sequence, last.sequence, lines[-1].hash)


def add(store: Store, collaboration: str, count: int = 1, word: str = "") -> list[Line]:
    """Continue a stream by so many lines of one command, and give them back."""
    lines = lines_after(store, collaboration, count, word)
    store.append(collaboration, lines[0].event.sequence - 1, lines, (), kept_for(lines))
    return lines


class StoreContract(OutboxContract, CacheContract, AttemptsContract, WholeContract, ABC):
    """Every promise of `samenwerk.store.contract.Store`.

    >>> class TestMine(StoreContract):
    ...     def make_store(self):
    ...         return MyStore()
    """

    @abstractmethod
    def make_store(self) -> Store:
        """An empty store; the suite closes it."""

    @pytest.fixture
    def store(self) -> Iterator[Store]:
        """The store under test."""
        store = self.make_store()
        yield store
        store.close()

    def test_what_was_appended_is_read_back_in_order(self, store: Store) -> None:
        """Lines come back as they went in, also from a later place."""
        lines = [*add(store, "regio", 3), *add(store, "regio", 2)]
        assert lines == list(store.read("regio"))
        assert lines[2:] == list(store.read("regio", after=2))
        assert [] == list(store.read("regio", after=5))
        assert [(line.event.sequence, line.body, line.hash) for line in lines] == list(
            store.rows("regio")
        )

    def test_a_long_stream_is_read_whole(self, store: Store) -> None:
        """However a store fetches its rows, none is lost or doubled at a seam."""
        lines = add(store, "regio", 1203)
        assert lines == list(store.read("regio"))
        assert lines[499:] == list(store.read("regio", after=499))
        assert verify(store.rows("regio"), lines[-1].hash).whole

    def test_an_unknown_collaboration_is_empty(self, store: Store) -> None:
        """Asking after what is not there gives nothing and makes nothing."""
        assert [] == list(store.read("regio"))
        assert [] == list(store.rows("regio"))
        assert store.tip("regio") is None
        assert store.kept("regio", "c-1") is None
        assert store.definition("d") is None
        assert store.unseal("s") is None
        assert store.erase(["s"]) == 0
        assert store.collaborations() == ()

    def test_the_tip_is_the_last_line(self, store: Store) -> None:
        """The tip gives the last sequence and its hash."""
        lines = add(store, "regio", 2)
        assert (2, lines[1].hash) == store.tip("regio")

    def test_collaborations_do_not_touch_each_other(self, store: Store) -> None:
        """Each has its own stream and its own command ids, and they are listed in order."""
        one, two = add(store, "zee"), add(store, "Aa é 😀")
        assert one[0].event.command == two[0].event.command
        assert ("Aa é 😀", "zee") == store.collaborations()
        assert one == list(store.read("zee"))

    def test_who_comes_second_is_refused(self, store: Store) -> None:
        """An append at a place that the stream has passed or not reached is a Conflict."""
        add(store, "regio", 2)
        ours = lines_after(store, "regio")
        theirs = add(store, "regio", word="theirs")
        with pytest.raises(Conflict):
            store.append("regio", 2, ours, (), kept_for(ours, "c-ours"))
        with pytest.raises(Conflict):
            store.append("regio", 9, ours, (), kept_for(ours, "c-ours"))
        assert theirs == list(store.read("regio", after=2))
        assert store.kept("regio", "c-ours") is None

    def test_lines_of_another_past_are_refused(self, store: Store) -> None:
        """Lines that follow another line than the one that stands there are a Conflict."""
        add(store, "elsewhere", word="another past")
        strange = lines_after(store, "elsewhere")
        add(store, "regio")
        with pytest.raises(Conflict):
            store.append("regio", 1, strange, (), kept_for(strange))

    def test_lines_that_do_not_follow_each_other_are_misuse(self, store: Store) -> None:
        """A gap inside what is appended, or a line of another collaboration, is never stored."""
        lines = lines_after(store, "regio", 3)
        for wrong in ([lines[0], lines[2]], lines_after(store, "zee", 1)):
            with pytest.raises(Misuse):
                store.append("regio", 0, wrong, (), kept_for(wrong))
        assert store.collaborations() == ()

    def test_a_command_is_remembered(self, store: Store) -> None:
        """What is kept of a command comes back whole, by collaboration and id."""
        lines = add(store, "regio", 2)
        assert kept_for(lines) == store.kept("regio", "c-1")
        assert store.kept("zee", "c-1") is None

    def test_a_command_may_record_nothing(self, store: Store) -> None:
        """A command without lines is remembered, and leaves the stream where it was."""
        lines = add(store, "regio")
        kept = Kept("c-nothing", "content", "allowed", 2, 1, lines[-1].hash)
        store.append("regio", 1, (), (), kept)
        assert kept == store.kept("regio", "c-nothing")
        assert (1, lines[-1].hash) == store.tip("regio")

    def test_a_command_id_is_used_once(self, store: Store) -> None:
        """The same command again is a Conflict, the same id for something else CommandReused."""
        lines = add(store, "regio")
        again = lines_after(store, "regio")
        with pytest.raises(Conflict):
            store.append("regio", 1, again, (), kept_for(again, "c-1"))
        with pytest.raises(CommandReused):
            store.append("regio", 1, again, (), kept_for(again, "c-1", "other"))
        assert lines == list(store.read("regio"))

    def test_nothing_is_half_done(self, store: Store) -> None:
        """A refused append leaves no line, no text and no command behind."""
        lines = add(store, "regio")
        again = lines_after(store, "regio", 2)
        with pytest.raises(Conflict):
            store.append("regio", 0, again, [SealedText("s", "salt", "text")], kept_for(again))
        assert lines == list(store.read("regio"))
        assert store.unseal("s") is None
        assert store.kept("regio", again[0].event.command) is None

    def test_the_outbox_changes_with_the_record(self, store: Store) -> None:
        """What is to be sent stands there with the events that ask it, or neither does."""
        lines = lines_after(store, "regio")
        store.append("regio", 0, lines, (), kept_for(lines), [sent("k")])
        assert (posted("k"),) == store.outbox()
        again = lines_after(store, "regio", 2)
        with pytest.raises(Conflict):
            store.append("regio", 0, again, (), kept_for(again), [sent("l")])
        assert (posted("k"),) == store.outbox()
        done = Posting("done", "k", 2, "", NOON)
        store.append("regio", 1, again, (), kept_for(again), [done])
        assert () == store.outbox()

    def test_several_are_added_at_once(self, store: Store) -> None:
        """Of several appends each is judged by itself, behind those before it."""
        add(store, "regio")
        fine, late = lines_after(store, "regio", 2), lines_after(store, "regio", word="late")
        other = lines_after(store, "zee", word="other")
        text, posting = SealedText("s", "salt", "text"), sent("k")
        asked = [
            Append("regio", 1, fine, [text], kept_for(fine, "c-2"), [posting]),
            Append("regio", 1, late, [SealedText("t", "salt", "no")], kept_for(late, "c-3")),
            Append("regio", 3, (), (), kept_for(fine, "c-2", "other")),
            Append("zee", 0, other, (), kept_for(other, "c-1")),
            Append("zee", 0, other, (), kept_for(other, HALF)),
            Append("zee", 1, fine, (), kept_for(fine, "c-9")),
        ]
        told = [None if one is None else type(one) for one in store.append_all(asked)]
        assert [None, Conflict, CommandReused, None, Misuse, Conflict] == told
        assert fine == list(store.read("regio", after=1))
        assert other == list(store.read("zee"))
        assert (kept_for(fine, "c-2"), None) == (
            store.kept("regio", "c-2"), store.kept("regio", "c-3")
        )  # fmt: skip
        assert ("text", None) == (store.unseal("s"), store.unseal("t"))
        assert (posted("k"),) == store.outbox()
        assert () == store.append_all([])

    def test_the_whole_store_is_followed(self, store: Store) -> None:
        """Every line of all collaborations comes by once, from the place where one was."""
        assert () == store.follow()
        lines = [*add(store, "zee", 2), *add(store, "regio"), *add(store, "zee", 3)]
        found = store.follow()
        places = [one.place for one in found]
        assert lines == [one.line for one in found]
        assert places == sorted(set(places))
        assert places[0] > 0
        assert found[2:4] == store.follow(places[1], limit=2)
        assert () == store.follow(places[-1])
        new = add(store, "regio", 2)
        assert new == [one.line for one in store.follow(places[-1])]

    def test_who_follows_while_others_write_sees_all_in_order(self, store: Store) -> None:
        """However many write at once, each collaboration comes by whole and in its order."""
        rounds, writers = 12, 4
        failed: list[BaseException] = []

        def write(writer: int) -> None:
            try:
                for _ in range(rounds):
                    add(store, f"c-{writer}", 2)
            except BaseException as error:
                failed.append(error)

        threads = [threading.Thread(target=write, args=(writer,)) for writer in range(writers)]
        seen: dict[str, list[int]] = {}
        place = 0
        for thread in threads:
            thread.start()
        while True:
            ended = not any(thread.is_alive() for thread in threads)
            found = store.follow(place, limit=7)
            for one in found:
                assert one.place > place
                place = one.place
                event = one.line.event
                seen.setdefault(event.collaboration, []).append(event.sequence)
            if ended and not found:
                break
        for thread in threads:
            thread.join()
        assert [] == failed
        whole = list(range(1, 2 * rounds + 1))
        assert {f"c-{writer}": whole for writer in range(writers)} == seen

    def test_a_sealed_text_can_be_erased(self, store: Store) -> None:
        """An erased text is gone, others stay, and the chain still verifies."""
        lines = lines_after(store, "regio", word="s")
        texts = [SealedText("s", "salt", "name of a person"), SealedText("t", "salt", "other")]
        store.append("regio", 0, lines, texts, kept_for(lines))
        assert store.unseal("s") == "name of a person"
        assert store.erase(["s", "never known", "s"]) == 1
        assert store.unseal("s") is None
        assert store.unseal("t") == "other"
        assert store.erase(["s"]) == 0
        assert verify(store.rows("regio"), lines[-1].hash).whole

    def test_a_seal_known_already_stays(self, store: Store) -> None:
        """The same seal a second time is no fault and changes nothing."""
        for collaboration in ("regio", "zee"):
            lines = lines_after(store, collaboration)
            texts = [SealedText("s", "salt", collaboration)]
            store.append(collaboration, 0, lines, texts, kept_for(lines))
        assert store.unseal("s") == "regio"

    def test_a_definition_is_kept_once(self, store: Store) -> None:
        """A definition comes back with its sources by name; what is kept is never replaced."""
        sources = {"b.toml": "naam = '😀'\r\n", "a.toml": ""}
        store.keep_definition("d", "effective", sources)
        store.keep_definition("d", "other", {})
        effective, kept = store.definition("d") or ("", {})
        assert (effective, kept) == ("effective", sources)
        assert ["a.toml", "b.toml"] == list(kept)

    def test_any_text_comes_back_unchanged(self, store: Store) -> None:
        """No normalising, no trimming, in no direction of writing."""
        for text in (
            "e\u0301",
            "\u00e9",
            " a\r\n",
            "\u05d0\u202e\u2066",
            "\U0001f9d1",
            "",
        ):
            lines = lines_after(store, "regio" + text)
            sealed = SealedText("s" + text, text, text)
            store.append("regio" + text, 0, lines, [sealed], kept_for(lines, "c" + text))
            assert lines == list(store.read("regio" + text))
            assert kept_for(lines, "c" + text) == store.kept("regio" + text, "c" + text)
            assert text == store.unseal("s" + text)

    @pytest.mark.parametrize("text", [HALF, "a\x00b"])
    def test_what_no_store_takes_is_misuse(self, store: Store, text: str) -> None:
        """It is refused as such wherever it comes in, and leaves nothing behind."""
        lines = lines_after(store, "regio")
        with pytest.raises(Misuse):
            store.append("regio", 0, lines, [SealedText("s", "salt", text)], kept_for(lines))
        with pytest.raises(Misuse):
            store.append("regio", 0, lines, (), kept_for(lines, text))
        with pytest.raises(Misuse):
            store.keep_definition("d", text, {})
        for asked in (store.tip, store.unseal, store.definition):
            with pytest.raises(Misuse):
                asked(text)
        for read in (store.read, store.rows):
            with pytest.raises(Misuse):
                list(read(text))
        assert (store.tip("regio"), store.unseal("s")) == (None, None)

    def test_a_closed_store_says_so(self, store: Store) -> None:
        """After closing, all but closing again is a StoreError that says it was closed."""
        add(store, "regio")
        store.close()
        store.close()
        for asked in (
            store.collaborations, lambda: store.tip("regio"), lambda: add(store, "b"),
            lambda: store.snapshot("regio"), lambda: store.keep_snapshot(taken()),
        ):  # fmt: skip
            with pytest.raises(StoreError) as refused:
                asked()
            assert refused.value.params["what"] == "closed"

    def test_many_threads_lose_nothing(self, store: Store) -> None:
        """Threads that race on one stream each get in what they bring, in one whole chain."""
        rounds, racers = 10, 4
        failed: list[BaseException] = []

        def race(racer: int) -> None:
            done = 0
            try:
                while done < rounds:
                    lines = lines_after(store, "regio", word=f"{racer}")
                    sequence = lines[0].event.sequence
                    try:
                        kept = kept_for(lines, f"c-{racer}-{done}")
                        store.append("regio", sequence - 1, lines, (), kept)
                        done += 1
                    except Conflict:
                        pass
            except BaseException as error:
                failed.append(error)

        threads = [threading.Thread(target=race, args=(racer,)) for racer in range(racers)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failed == []
        report = verify(store.rows("regio"))
        assert (True, rounds * racers) == (report.whole, report.count)
        for racer in range(racers):
            for done in range(rounds):
                assert store.kept("regio", f"c-{racer}-{done}") is not None
