"""The part of the contract suite of a store that is about what spares it work; `store` inherits it.

What is kept there, and when, is the engine's: here it is any text.
"""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import attrs
import pytest

from samenwerk.core.encode import line_of
from samenwerk.store.contract import Kept, Store
from samenwerk.values.errors import Misuse
from samenwerk.values.event import RecordedEvent, StepDone
from samenwerk.values.listed import Freshness, Listed, Listing, Lists
from samenwerk.values.snapshot import Snapshot

LONG = "é 😀 " * 100_000
"""About half a megabyte: a collaboration with a past."""


def taken(collaboration: str = "regio", sequence: int = 7, body: str = LONG) -> Snapshot:
    """A snapshot as the engine would keep it."""
    return Snapshot.of(collaboration, sequence, "head", 1, body)


NOW = datetime(2027, 2, 1, 12, tzinfo=UTC)
LATER = NOW + timedelta(days=3)


def begun(store: Store, id: str, count: int = 1) -> tuple[int, str]:
    """A stream with so many lines more; gives its tip."""
    sequence, head = store.tip(id) or (0, "")
    for place in range(sequence + 1, sequence + count + 1):
        line = line_of(RecordedEvent(
            collaboration=id, sequence=place, id=f"e-{place}", command=f"c-{place}",
            effective=NOW.date(), recorded=NOW, definition="d", what=StepDone(), before=head,
        ))  # fmt: skip
        kept = Kept(f"c-{place}", "", "allowed", place, place, line.hash)
        store.append(id, place - 1, [line], (), kept)
        head = line.hash
    return sequence + count, head


def listed(store: Store, id: str, *entries: Listing, wakes: datetime | None = None) -> Lists:
    """Lists of a collaboration as it stands, kept."""
    lists = Lists(id, *(store.tip(id) or begun(store, id)), NOW, wakes, "", entries)
    store.keep_lists(lists)
    return lists


class CacheContract:
    """Every promise of `samenwerk.store.cache.Cache`."""

    def test_a_snapshot_is_given_back(self, store: Store) -> None:
        """Just as it was kept; the later one takes the place of the earlier, of each its own."""
        assert store.snapshot("regio") is None
        store.keep_snapshot(taken(sequence=8))
        store.keep_snapshot(taken("Aa é 😀", 1, ""))
        store.keep_snapshot(taken())
        assert taken() == store.snapshot("regio")
        assert taken("Aa é 😀", 1, "") == store.snapshot("Aa é 😀")
        assert store.snapshot("zee") is None

    def test_snapshots_are_dropped(self, store: Store) -> None:
        """Of one collaboration or of all; no stream comes or goes by it."""
        for id in ("noord", "oost", "zuid"):
            store.keep_snapshot(taken(id))
        assert (1, 0) == (store.drop_snapshots("oost"), store.drop_snapshots("oost"))
        assert store.snapshot("oost") is None
        assert store.snapshot("noord") is not None
        assert (2, 0) == (store.drop_snapshots(), store.drop_snapshots())
        assert () == store.collaborations()

    def test_half_a_character_is_no_snapshot(self, store: Store) -> None:
        """It is refused, and what was kept before stays."""
        store.keep_snapshot(taken())
        with pytest.raises(Misuse):
            store.keep_snapshot(taken(body="half \ud83d"))
        assert taken() == store.snapshot("regio")

    def test_what_waits_is_told_of_all(self, store: Store) -> None:
        """By kind, of everybody or of a party; in the order of the days, then by collaboration."""
        day = date(2027, 3, 1)
        listed(
            store, "zee", Listing("todo", "z1", None, ("noord",)),
            Listing("todo", "z2", day, ("noord", "zuid", "noord")), Listing("about", "Zee"),
        )  # fmt: skip
        listed(
            store, "Aa é 😀", Listing("todo", "a1", day, ("noord",)), Listing("due", "a2", day),
            Listing("about", "Aa"), Listing("todo", "a3", date(2027, 2, 1), ("oost",)),
        )  # fmt: skip
        aa = Listed("Aa é 😀", "todo", "a1", day)
        z1, z2 = Listed("zee", "todo", "z1"), Listed("zee", "todo", "z2", day)
        assert (aa, z2, z1) == store.lists("todo", "noord")
        assert (aa, z2) == store.lists("todo", "noord", 2)
        assert (z2,) == store.lists("todo", "zuid")
        oost = Listed("Aa é 😀", "todo", "a3", date(2027, 2, 1))
        assert (oost, aa, z2, z1) == store.lists("todo")
        assert (Listed("Aa é 😀", "due", "a2", day),) == store.lists("due")
        assert () == store.lists("due", "noord") == store.lists("blockers")
        assert {"zee": "Zee", "Aa é 😀": "Aa"} == dict(store.about(["zee", "Aa é 😀", "nergens"]))

    def test_what_was_kept_of_one_is_given_back(self, store: Store) -> None:
        """In the order in which it was kept; of each entry every party once."""
        begun(store, "zee")
        assert store.kept_lists("zee") is None is store.kept_lists("nergens")
        assert ("zee",) == store.take_stale("w", NOW, LATER)
        assert store.kept_lists("zee") is None
        day = date(2027, 3, 1)
        kept = listed(
            store, "zee", Listing("about", "Zee é 😀"),
            Listing("todo", "1", day, ("zuid", "noord")),
            Listing("todo", "1", day, ("zuid", "zuid")), Listing("due", "2"), wakes=LATER,
        )  # fmt: skip
        listed(store, "berg", Listing("todo", "3", day, ("zuid",)))
        about, both, twice, nobody = kept.entries
        assert store.kept_lists("zee") == attrs.evolve(kept, entries=(
            about, attrs.evolve(both, who=("noord", "zuid")),
            attrs.evolve(twice, who=("zuid",)), nobody,
        ))  # fmt: skip

    def test_lists_that_are_kept_take_the_place_of_others(self, store: Store) -> None:
        """What waited before is gone; what waits in another collaboration stays."""
        listed(store, "noord", Listing("due", "1", None, ("p",)))
        listed(store, "zuid", Listing("due", "2", None, ("p",)))
        listed(store, "noord", Listing("due", "3", None, ("q",)))
        assert (Listed("zuid", "due", "2"),) == store.lists("due", "p")
        assert (Listed("noord", "due", "3"),) == store.lists("due", "q")

    def test_lists_that_are_dropped_are_to_be_made_anew(self, store: Store) -> None:
        """Those of one, or all, with who was at it; what belongs to no collaboration goes too."""
        for id in ("noord", "zuid"):
            listed(store, id, Listing("due", id, None, ("p",)))
        store.keep_lists(Lists("nergens", 3, "h", NOW, LATER, "", (Listing("due", "weg"),)))
        store.drop_lists("noord")
        store.drop_lists("nooit")
        assert (Listed("nergens", "due", "weg"), Listed("zuid", "due", "zuid")) == store.lists(
            "due"
        )
        assert (None, ("noord",)) == (store.kept_lists("noord"), store.stale(NOW))
        assert ("noord",) == store.take_stale("een", NOW, LATER)
        store.drop_lists()
        assert ((), None) == (store.lists("due"), store.next_wake())
        assert ("noord", "zuid") == store.take_stale("twee", NOW, LATER, 3)

    def test_stale_is_what_went_on_or_whose_time_has_come(self, store: Store) -> None:
        """Never worked out, worked out of an earlier line, or to be looked at again by now."""
        for id in ("nooit", "verder", "vandaag", "vers"):
            begun(store, id)
        for id in ("verder", "vers"):
            listed(store, id, wakes=LATER)
        listed(store, "vandaag", wakes=NOW)
        begun(store, "verder")
        assert ("nooit", "vandaag", "verder") == store.stale(NOW)
        assert ("nooit", "vandaag") == store.stale(NOW, 2)
        assert Freshness(4, 3, 1, NOW) == store.freshness(NOW)
        assert ("nooit", "vandaag", "verder", "vers") == store.stale(LATER)
        assert NOW == store.next_wake()
        sequence, head = store.tip("vers") or (0, "")
        store.keep_lists(Lists("vers", sequence, head[::-1], NOW))  # of another line in its place
        assert ("nooit", "vandaag", "verder", "vers") == store.stale(NOW)

    def test_what_went_wrong_is_told(self, store: Store) -> None:
        """With its collaboration, until lists of it are kept again."""
        tip = begun(store, "stuk")
        store.keep_lists(Lists("stuk", *tip, NOW, None, "kapot"))
        assert (("stuk", "kapot"),) == store.freshness(NOW).faults
        listed(store, "stuk")
        assert Freshness(1, 0) == store.freshness(NOW)

    def test_nobody_is_given_what_another_took(self, store: Store) -> None:
        """Until the time of who took it is up, or its lists are kept; it stays stale meanwhile."""
        soon = NOW + timedelta(minutes=2)
        for id in ("a", "b", "c"):
            begun(store, id)
        assert ("a", "b") == store.take_stale("een", NOW, soon, 2)
        assert ("c",) == store.take_stale("twee", NOW, soon, 2)
        assert () == store.take_stale("drie", NOW, soon) == store.stale(NOW)
        assert Freshness(3, 3, 3) == store.freshness(NOW)
        listed(store, "a")
        assert ("b", "c") == store.stale(soon)
        begun(store, "a")
        assert ("a",) == store.take_stale("drie", NOW, soon)
