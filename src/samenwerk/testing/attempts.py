"""The part of the contract suite of a store that is about refused attempts."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import attrs

from samenwerk.store.contract import Store
from samenwerk.values.attempt import Attempt

CAME = datetime(2027, 2, 1, 9, 30, tzinfo=UTC)


def attempt(key: str = "k", **told: object) -> Attempt:
    """An attempt of one body for each key."""
    fresh = Attempt(collaboration="regio", actor="noord", key=key, body=f'{{"asked":"{key}"}}',
                    first=CAME, last=CAME)  # fmt: skip
    return attrs.evolve(fresh, **told)  # type: ignore[arg-type]


class AttemptsContract:
    """Every promise of `samenwerk.store.attempts.Attempts`."""

    def test_attempts_come_back_as_they_went_in(self, store: Store) -> None:
        """In the order in which they came, of all collaborations or of one; "" is a place too."""
        kept = [attempt("a"), attempt("b", actor="Zoë 😀", body='{"é":"☃"}'),
                attempt("c", collaboration=""), attempt("d", actor="")]  # fmt: skip
        for one in kept:
            store.keep_attempt(one)
        assert tuple(kept) == store.attempts()
        assert (kept[0], kept[1], kept[3]) == store.attempts("regio")
        assert (kept[2],) == store.attempts("")
        assert () == store.attempts("elders")

    def test_attempts_that_are_alike_are_counted(self, store: Store) -> None:
        """On one day only how often, first and last are kept; another day begins anew."""
        later, next_day = CAME + timedelta(hours=2), CAME + timedelta(days=1)
        for moment in (CAME, later, next_day):
            store.keep_attempt(attempt(first=moment, last=moment))
        store.keep_attempt(attempt(first=CAME, last=CAME))  # by a clock that was set back
        assert (attempt(last=later, times=3), attempt(first=next_day, last=next_day)) == (
            store.attempts()
        )

    def test_a_flood_is_only_counted(self, store: Store) -> None:
        """The first so many of an actor are kept, what comes after is one line; others and other
        days have room of their own, and what was kept before goes on being counted."""
        for number in range(5):
            store.keep_attempt(attempt(f"k-{number}"), most=2)
        store.keep_attempt(attempt("k-0"), most=2)
        store.keep_attempt(attempt("x", actor="oost"), most=2)
        kept = (attempt("k-0", times=2), attempt("k-1"), attempt("", body="", times=3),
                attempt("x", actor="oost"))  # fmt: skip
        assert kept == store.attempts()

    def test_attempts_are_forgotten(self, store: Store) -> None:
        """By the moment at which they last came in, everywhere or in one collaboration."""
        later = CAME + timedelta(days=3)
        store.keep_attempt(attempt("a"))
        store.keep_attempt(attempt("b", collaboration="elders"))
        store.keep_attempt(attempt("c", first=later, last=later))
        assert 1 == store.forget_attempts(later, "regio")
        assert ["b", "c"] == [one.key for one in store.attempts()]
        assert (1, 0) == (store.forget_attempts(later), store.forget_attempts(later))
        assert ["c"] == [one.key for one in store.attempts()]

    def test_attempts_are_no_part_of_the_record(self, store: Store) -> None:
        """A stream does not begin, grow or end by them."""
        store.keep_attempt(attempt())
        assert (None, (), []) == (
            store.tip("regio"), store.collaborations(), list(store.read("regio")))  # fmt: skip
