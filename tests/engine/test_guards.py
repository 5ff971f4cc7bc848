"""A guard that looks across cases decides on what it saw, or is decided again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from tests.handmade import NOON, read

from samenwerk import Engine, MemoryStore, Party, Plugins, Room, Verdict
from samenwerk.store.contract import Kept, Store
from samenwerk.store.outbox import Posting
from samenwerk.store.sqlite import SqliteStore
from samenwerk.values.event import Line, SealedText

TEXT = """
[workflow]
id = "places"
version = "1"
[sort]
office = {}
[lifecycle.wish.rule.place_left]
none = [{ count = "wish", in = "given", at_least = 2 }]
[lifecycle.wish.rule.no_left]
all = [{ no = "wish", in = "left" }]
[lifecycle.wish.rule.no_right]
all = [{ no = "wish", in = "right" }]
[queue.line]
holds = "wish.waiting"
order = ["wish.ask"]
[lifecycle.wish.state]
waiting = {}
given = { final = true }
left = { final = true }
right = { final = true }
[lifecycle.wish.step.ask]
to = "waiting"
by = "office"
[lifecycle.wish.step.give]
from = "waiting"
to = "given"
by = "office"
needs = ["place_left"]
[lifecycle.wish.step.in_turn]
from = "waiting"
to = "given"
by = "office"
needs = [{ queue = "line", first = true }]
[lifecycle.wish.step.go_left]
from = "waiting"
to = "left"
by = "office"
needs = ["no_right"]
[lifecycle.wish.step.go_right]
from = "waiting"
to = "right"
by = "office"
needs = ["no_left"]
"""


class Between:
    """A store in which somebody else does something just before what is decided is kept."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.meanwhile: Callable[[], object] | None = None

    def append(self, collaboration: str, after: int, lines: Sequence[Line],
               sealed: Sequence[SealedText], kept: Kept,
               postings: Sequence[Posting] = ()) -> None:  # fmt: skip
        """As the store does, when the other is done."""
        act, self.meanwhile = self.meanwhile, None
        if act is not None:
            act()
        self.store.append(collaboration, after, lines, sealed, kept, postings)

    def __getattr__(self, name: str) -> object:
        """The rest is as it is."""
        return getattr(self.store, name)


@pytest.fixture(params=["memory", "sqlite"])
def between(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Between]:
    """Such a store over each of ours."""
    store = MemoryStore() if request.param == "memory" else SqliteStore(tmp_path / "s.db")
    yield Between(store)
    store.close()


def rooms(between: Between, *wishes: str) -> tuple[Room, Room]:
    """The same room as two processes have it, with wishes that wait in it."""
    ours = Engine(between, plugins=Plugins.of(), clock=lambda: NOON)  # type: ignore[arg-type]
    room = ours.start(read(TEXT), "regio")
    room.enrol(parties=[Party("p", "office")])
    for wish in wishes:
        assert room.do("wish.ask", case=wish, actor="p").carried_out
    theirs = Engine(between.store, plugins=Plugins.of(), clock=lambda: NOON)
    return room, theirs.room("regio")


def states(room: Room) -> dict[str, str]:
    """Where every wish stands."""
    return {case.id: case.state for case in room.collaboration.cases.values()}


def test_a_rule_sees_all_cases_of_what_hangs_under_nothing(between: Between) -> None:
    """There is no case above them, so that all of them are counted."""
    room, _ = rooms(between, "a", "b", "c")
    given = [room.do("wish.give", case=one, actor="p").verdict for one in "abc"]
    assert [Verdict.ALLOWED, Verdict.ALLOWED, Verdict.NOT_YET] == given


def test_the_last_place_is_given_once(between: Between) -> None:
    """Two saw it free; who came second is decided again, and told that it is gone."""
    ours, theirs = rooms(between, "a", "b", "c")
    assert theirs.do("wish.give", case="a", actor="p").carried_out
    between.meanwhile = lambda: theirs.do("wish.give", case="b", actor="p")
    assert Verdict.NOT_YET == ours.do("wish.give", case="c", actor="p").verdict
    assert {"a": "given", "b": "given", "c": "waiting"} == states(ours)


def test_the_turn_in_a_queue_is_taken_once(between: Between) -> None:
    """Whose turn came only because of the other is decided again, and allowed."""
    ours, theirs = rooms(between, "a", "b", "c")
    between.meanwhile = lambda: theirs.do("wish.in_turn", case="a", actor="p")
    again = ours.do("wish.in_turn", case="a", actor="p", command_id="ours")
    assert (False, Verdict.NEVER) == (again.carried_out, again.verdict)
    assert ours.do("wish.in_turn", case="c", actor="p").verdict == Verdict.NOT_YET
    assert ours.do("wish.in_turn", case="b", actor="p").carried_out
    assert {"a": "given", "b": "given", "c": "waiting"} == states(theirs)


def test_nobody_goes_both_ways_at_once(between: Between) -> None:
    """Each sees the other side empty and changes another case; only one of them gets there."""
    ours, theirs = rooms(between, "a", "b")
    between.meanwhile = lambda: theirs.do("wish.go_right", case="b", actor="p")
    assert Verdict.NOT_YET == ours.do("wish.go_left", case="a", actor="p").verdict
    assert {"a": "waiting", "b": "right"} == states(ours)


def test_the_first_to_look_need_not_be_the_first_to_act(between: Between) -> None:
    """What others did in vain does not get in the way of who is decided again."""
    ours, theirs = rooms(between, "a", "b")
    between.meanwhile = lambda: theirs.do("wish.ask", case="c", actor="p")
    assert ours.do("wish.go_left", case="a", actor="p").carried_out
    assert {"a": "left", "b": "waiting", "c": "waiting"} == states(theirs)
