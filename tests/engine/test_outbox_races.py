"""What is put back in the outbox was open in the record at that very moment."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from tests.engine.posting import PLAN, Office

from samenwerk import MemoryStore
from samenwerk.store.outbox import Posted, Posting


class Turns(MemoryStore):
    """A store in which others do something after one looked at the outbox, and before he writes."""

    looked: Callable[[], object] | None = None
    writes: Callable[[], object] | None = None

    def outbox(self, collaboration: str | None = None) -> tuple[Posted, ...]:
        """As it was before the others did something."""
        found = super().outbox(collaboration)
        self._turn("looked")
        return found

    def append(self, *given: Any, **named: Any) -> None:
        """After the others did something."""
        self._turn("writes")
        super().append(*given, **named)

    def post(self, collaboration: str, postings: Sequence[Posting]) -> None:
        """After the others did something."""
        self._turn("writes")
        super().post(collaboration, postings)

    def _turn(self, name: str) -> None:
        act = getattr(self, name)
        if act is not None and (name == "looked" or self.looked is None):
            setattr(self, name, None)
            act()


def test_what_came_meanwhile_is_not_put_back() -> None:
    """A worker that begins sees an effect that another sends before he writes."""
    store = Turns()
    office = Office(store)

    def ask() -> None:
        office.ask()
        store.writes = lambda: office.sender().send()

    store.looked = ask
    assert 0 == office.sender().restore()
    assert 1 == len(office.outside.came)
    assert () == store.outbox()


def test_what_is_still_open_is_put_back_though_others_write() -> None:
    """The record went on, and not because of this effect: it is looked at anew."""
    store = Turns()
    office = Office(store)
    key = office.ask()
    store.post("regio", [Posting("done", key, 0, "", office.now)])
    store.writes = lambda: office.room.do("grant.give", case="other", actor="p")
    assert 1 == office.sender().restore()
    assert {key} < {one.key for one in store.outbox()}


def test_what_failed_keeps_what_went_wrong_beside_it() -> None:
    """In the same moment in which it fails for good, so that nobody finds the one without
    the other."""
    store = Turns()
    office = Office(store)
    key = office.ask("grant.shout", case=_given(office))
    for _ in range(PLAN.attempts):
        office.sender().send(key)
        office.later(days=1)
    (row,) = (one for one in store.outbox() if one.key == key)
    assert (True, "nobody hears") == (row.dead, (row.fault or "")[-12:])


def _given(office: Office) -> str:
    key = office.ask()
    return office.room.collaboration.effects[key].case
