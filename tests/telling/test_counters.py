"""Counters: plain numbers of what happened."""

from __future__ import annotations

import threading

from tests.engine.posting import Office

from samenwerk import Counters, Engine, Happened, MemoryStore, Plugins


def test_they_count_what_happens() -> None:
    """Two steps and a refusal, a letter that came and a shout that did not."""
    office, counters = Office(MemoryStore()), Counters()
    before = counters.snapshot()
    assert {0} == set(before.values())
    engine = Engine(office.store, plugins=Plugins.of(office=office.outside), tell=counters)
    room = engine.room("regio")
    room.do("grant.give", case="g", actor="p")
    room.do("grant.shout", case="g", actor="p")
    room.do("grant.end", case="g", actor="p")
    assert 2 == len(list(engine.sender().due()))
    after = counters.snapshot()
    assert list(before) == list(after)
    wanted = {"decided": 3, "refused": 1, "sent.delivered": 1, "sent.failed": 1, "sent.dead": 0}
    wanted |= {"answered": 1, "unanswered": 1, "appended": 3, "conflicted": 0}
    assert wanted == {name: after[name] for name in wanted}
    assert after["appended.count"] == after["decided.count"]
    assert after["decided.seconds"] > 0


def test_an_answer_that_was_not_slow_is_not_counted_as_such() -> None:
    """Only one that says that it was; what carries no such word neither."""
    counters = Counters()
    for slow in (True, False, None):
        counters(Happened(what="answered", slow=slow, seconds=1.0))
    found = counters.snapshot()
    assert (3, 3.0, 1) == tuple(found[f"answered{one}"] for one in ("", ".seconds", ".slow"))


def test_none_is_lost_between_threads() -> None:
    """Many at once count as many one after another."""
    counters = Counters()

    def count() -> None:
        for _ in range(500):
            counters(Happened(what="answered", slow=True, seconds=1.0))

    threads = [threading.Thread(target=count) for _ in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    found = counters.snapshot()
    names = ("answered", "answered.seconds", "answered.slow")
    assert dict.fromkeys(names, 2000) == {name: found[name] for name in names}
