"""The part of the contract suite of a store that is about its outbox; `store` inherits it."""

from __future__ import annotations

import threading
from datetime import UTC, datetime, timedelta

import pytest

from samenwerk.store.contract import Store
from samenwerk.store.outbox import Posted, Posting
from samenwerk.values.errors import StoreError

NOON = datetime(2027, 2, 1, 12, tzinfo=UTC)
SOON = NOON + timedelta(minutes=5)


def sent(key: str, at: datetime = NOON, plugin: str = "voorbeeld.letter") -> Posting:
    """A change that puts an effect in the outbox."""
    return Posting("send", key, 2, plugin, at)


def posted(
    key: str, at: datetime = NOON, plugin: str = "voorbeeld.letter", **more: object
) -> Posted:
    """How such an effect stands there."""
    return Posted(key, "regio", 2, plugin, at, **more)  # type: ignore[arg-type]


class OutboxContract:
    """Every promise of `samenwerk.store.outbox.Outbox`."""

    def test_an_outbox_begins_empty(self, store: Store) -> None:
        """Nothing is due, and nothing can be taken or given back."""
        assert () == store.outbox()
        assert () == store.lease("a", NOON, SOON)
        assert not store.put_back("k", "a", NOON)

    def test_what_is_posted_stands_in_order(self, store: Store) -> None:
        """By the next try and then by key, of all collaborations or of one."""
        late = NOON + timedelta(microseconds=1)
        store.post("regio", [sent("c", late), sent("b"), sent("a")])
        store.post("zee", [sent("d")])
        assert ["a", "b", "d", "c"] == [one.key for one in store.outbox()]
        assert (posted("a"), posted("b"), posted("c", late)) == store.outbox("regio")

    def test_what_is_taken_is_not_taken_twice(self, store: Store) -> None:
        """Who takes one has it alone until its time is up; each taking is an attempt."""
        store.post("regio", [sent("k")])
        mine = posted("k", attempts=1, owner="a", until=SOON)
        assert (mine,) == store.lease("a", NOON, SOON)
        assert () == store.lease("b", SOON - timedelta(microseconds=1), SOON)
        late = SOON + timedelta(minutes=5)
        theirs = posted("k", attempts=2, tried=True, owner="b", until=late)
        assert (theirs,) == store.lease("b", SOON, late)
        assert not store.put_back("k", "a", late)
        assert (theirs,) == store.outbox()

    def test_only_what_is_due_is_taken(self, store: Store) -> None:
        """Not before its next try, no more than asked, and none of the plugins left out."""
        store.post("regio", [sent("later", SOON), sent("x", plugin="other.one"), sent("y")])
        store.post("regio", [sent("z", NOON - timedelta(days=1))])
        assert ["z"] == [one.key for one in store.lease("a", NOON, SOON, without=["other.one"])]
        assert ["x", "y"] == [one.key for one in store.lease("a", NOON, SOON, limit=9)]
        assert () == store.lease("a", NOON, SOON, limit=9)

    def test_what_is_given_back_waits(self, store: Store) -> None:
        """With what went wrong; an attempt that was none is not counted."""
        store.post("regio", [sent("k"), sent("l")])
        store.lease("a", NOON, SOON, limit=2)
        assert store.put_back("k", "a", SOON, "no paper")
        assert store.put_back("l", "a", SOON, None, counted=False)
        assert (
            posted("k", SOON, attempts=1, tried=True, fault="no paper"),
            posted("l", SOON, tried=True),
        ) == store.outbox()
        assert () == store.lease("a", NOON, SOON, limit=9)

    def test_what_is_dead_is_left_alone(self, store: Store) -> None:
        """Until it is sent again, and then it is known that it may have been sent before."""
        store.post("regio", [sent("k")])
        store.lease("a", NOON, SOON)
        store.post("regio", [Posting("dead", "k", 2, "voorbeeld.letter", NOON)])
        assert (posted("k", attempts=1, tried=True, dead=True),) == store.outbox()
        assert () == store.lease("a", SOON, SOON)
        said = Posting("dead", "k", 2, "voorbeeld.letter", NOON, fault="no paper")
        store.post("regio", [said])
        assert ["no paper"] == [one.fault for one in store.outbox()]
        store.post("regio", [sent("k", SOON)])
        assert (posted("k", SOON, tried=True),) == store.outbox()

    def test_what_is_done_is_gone(self, store: Store) -> None:
        """Also while somebody is at it; taking away what is not there is no fault."""
        store.post("regio", [sent("k")])
        store.lease("a", NOON, SOON)
        store.post("regio", [Posting("done", "k", 2, "", NOON)] * 2)
        assert () == store.outbox()
        assert not store.put_back("k", "a", NOON)

    def test_what_is_missing_is_put_back(self, store: Store) -> None:
        """What is there stays as it is: restoring disturbs nobody who is at it."""
        store.post("regio", [sent("k")])
        taken = store.lease("a", NOON, SOON)
        again = [
            Posting("restore", "k", 2, "voorbeeld.letter", NOON, tried=True),
            Posting("restore", "l", 2, "voorbeeld.letter", NOON, tried=True),
            Posting("dead", "m", 2, "voorbeeld.letter", NOON, tried=True),
        ]
        store.post("regio", again)
        rest = (posted("l", tried=True), posted("m", tried=True, dead=True))
        mine = posted("k", attempts=1, tried=True, owner="a", until=SOON)
        assert [one.key for one in taken] == ["k"]
        assert (mine, *rest) == store.outbox()

    def test_one_can_be_taken_by_its_key(self, store: Store) -> None:
        """Also before its next try and when it is dead, but not from somebody who is at it."""
        store.post("regio", [sent("k", SOON), sent("l")])
        store.post("regio", [Posting("dead", "k", 2, "voorbeeld.letter", NOON)])
        assert ["k"] == [one.key for one in store.lease("a", NOON, SOON, only="k")]
        assert () == store.lease("b", NOON, SOON, only="k")
        assert () == store.lease("b", NOON, SOON, only="never known")

    def test_an_older_clock_takes_nothing_from_anybody(self, store: Store) -> None:
        """Whoever's clock was set back sees that somebody is at it, and nothing is due yet."""
        store.post("regio", [sent("k"), sent("l")])
        store.lease("a", NOON, SOON)
        back = NOON - timedelta(days=400)
        assert () == store.lease("b", back, SOON, limit=9)
        assert ["k", "l"] == [one.key for one in store.outbox()]

    def test_a_closed_outbox_says_so(self, store: Store) -> None:
        """As a closed store does of everything else."""
        store.close()
        with pytest.raises(StoreError) as refused:
            store.outbox()
        assert refused.value.params["what"] == "closed"
        with pytest.raises(StoreError) as refused:
            store.lease("a", NOON, SOON)
        assert refused.value.params["what"] == "closed"

    def test_threads_never_have_the_same_one(self, store: Store) -> None:
        """Of many that take at once, each gets others, and none is left over."""
        store.post("regio", [sent(f"k-{number:02}") for number in range(40)])
        taken: list[str] = []
        failed: list[BaseException] = []

        def take(owner: str) -> None:
            try:
                while found := store.lease(owner, NOON, SOON, limit=3):
                    taken.extend(one.key for one in found)
            except BaseException as error:
                failed.append(error)

        threads = [threading.Thread(target=take, args=(f"t-{number}",)) for number in range(4)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert [] == failed
        assert [f"k-{number:02}" for number in range(40)] == sorted(taken)
