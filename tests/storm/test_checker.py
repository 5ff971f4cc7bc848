"""The checker finds each thing that can go wrong with a record, and nothing in a sound one."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.engine.posting import PLAN, Office
from tests.storm.checker import Seen, Teller, Told, Wrong, seen_in, told_in, wrongs

from samenwerk import MemoryStore
from samenwerk.core.encode import hash_of

History = tuple[Seen, tuple[Told, ...]]
Event = dict[str, Any]


def sound() -> History:
    """A record with an effect of every sort: sent, waiting, failed for good, given up."""
    store = MemoryStore()
    office = Office(store)
    sent = office.ask()
    assert office.sender().send(sent) is not None
    office.ask()
    dropped = office.ask()
    office.engine().give_up(dropped, because="Verhuisd")
    office.ask()
    loud = office.ask()
    case = office.room.collaboration.effects[loud].case
    shout = office.ask("grant.shout", case=case)
    for _ in range(PLAN.attempts):
        office.sender().send(shout)
        office.later(days=1)
    told = [
        Told("regio", one.command, one.first, one.last, one.head, 10 * one.first, 10 * one.last + 5)
        for one in sorted(seen_in(store).kept["regio"].values(), key=lambda one: one.first)
    ]
    return seen_in(store, told), tuple(told)


def events(history: History) -> list[Event]:
    """The events of the one collaboration."""
    return [json.loads(body) for _, body, _ in history[0].rows["regio"]]


def with_rows(history: History, made: list[Event], chain: bool = True) -> History:
    """The same with other events, in a chain of their own."""
    rows, head = [], ""
    for event in made:
        if chain:
            event["before"] = head
        body = json.dumps(event, sort_keys=True, separators=(",", ":"))
        head = hash_of(body)
        rows.append((event["sequence"], body, head))
    return attrs.evolve(history[0], rows={"regio": tuple(rows)}), history[1]


def changed(change: Callable[[list[Event]], None]) -> Callable[[History], History]:
    """A history whose events were changed and chained anew, so that only the checker can tell."""

    def change_it(history: History) -> History:
        made = events(history)
        change(made)
        return with_rows(history, made)

    return change_it


def of_type(made: list[Event], kind: str) -> Event:
    """The last event of a type."""
    return [event for event in made if event["type"] == kind][-1]


def cut_off(history: History) -> History:
    """The last line is gone, with its command."""
    seen, told = history
    kept = {id: one for id, one in seen.kept["regio"].items() if id != told[-1].command}
    rows = {"regio": seen.rows["regio"][: told[-1].first - 1]}
    return attrs.evolve(seen, rows=rows, kept={"regio": kept}, outbox=()), told


def forgotten(history: History) -> History:
    """A command is not known any more, its lines are."""
    seen, told = history
    kept = {id: one for id, one in seen.kept["regio"].items() if id != told[2].command}
    return attrs.evolve(seen, kept={"regio": kept}), told


def forked(history: History) -> History:
    """Another client was told another head for the same place."""
    last = history[1][-1]
    return history[0], (*history[1], attrs.evolve(last, command="other", head="0" * 64))


def line_twice(history: History) -> History:
    """Two lines follow the same line."""
    seen, told = history
    rows = seen.rows["regio"]
    return attrs.evolve(seen, rows={"regio": (*rows[:4], rows[3], *rows[4:])}), told


def command_twice(made: list[Event]) -> None:
    """A command took effect a second time, later."""
    made[-1]["command"] = made[2]["command"]


def moved(made: list[Event]) -> None:
    """The lines of two commands changed places."""
    made[1]["command"], made[2]["command"] = made[2]["command"], made[1]["command"]


def late(history: History) -> History:
    """The second command was asked only after the last one was heard of."""
    seen, told = history
    return seen, (told[0], attrs.evolve(told[1], called=10**6, returned=10**6 + 1), *told[2:])


def rows_of_outbox(change: Callable[[Any], Any]) -> Callable[[History], History]:
    """A history whose outbox was changed."""

    def change_it(history: History) -> History:
        return attrs.evolve(history[0], outbox=tuple(change(history[0].outbox))), history[1]

    return change_it


def ends_twice(made: list[Event]) -> None:
    """An effect that was given up came about as well."""
    of_type(made, "EffectDone")["what"]["key"] = of_type(made, "EffectDropped")["what"]["key"]


def never_asked(made: list[Event]) -> None:
    """What came about was never asked."""
    of_type(made, "EffectDone")["what"]["key"] = "no such key"


def gap(history: History) -> History:
    """A line in the middle is gone."""
    seen, told = history
    rows = seen.rows["regio"]
    return attrs.evolve(seen, rows={"regio": (*rows[:3], *rows[4:])}), told


PLANTED: dict[str, tuple[Callable[[History], History], set[str]]] = {
    "the end cut off": (cut_off, {"lost", "forgotten"}),
    "a gap": (gap, {"chain.gap", "elsewhere"}),
    "a command forgotten": (forgotten, {"forgotten", "unknown"}),
    "two futures": (forked, {"forked"}),
    "a line doubled": (line_twice, {"doubled", "forked", "chain.order"}),
    "an event doubled": (changed(lambda made: made[4].update(id=made[3]["id"])), {"doubled"}),
    "a command twice": (changed(command_twice), {"twice"}),
    "lines of another command": (changed(moved), {"elsewhere"}),
    "asked later, stands earlier": (late, {"order"}),
    "a row without event": (
        rows_of_outbox(lambda rows: [*rows, attrs.evolve(rows[0], key="x")]), {"without_event"}
    ),
    "a row at another event": (
        rows_of_outbox(lambda rows: [attrs.evolve(rows[0], sequence=1), *rows[1:]]), {"misplaced"}
    ),
    "a row too few": (rows_of_outbox(lambda rows: rows[1:]), {"unsent"}),
    "a row twice": (rows_of_outbox(lambda rows: [
        attrs.evolve(rows[0], attempts=5), *rows]), {"doubled"}),
    "a dead row alive": (rows_of_outbox(lambda rows: [
        attrs.evolve(one, dead=False) for one in rows]), {"dead_or_not"}),
    "two outcomes": (changed(ends_twice), {"two_ends", "unsent"}),
    "an outcome of nothing": (changed(never_asked), {"end_of_nothing"}),
}  # fmt: skip


def test_a_sound_history_has_no_faults() -> None:
    """Also with effects that failed, were given up, or still wait."""
    history = sound()
    assert () == wrongs(*history)
    assert 15 < len(history[0].rows["regio"])
    assert {False, True} == {one.dead for one in history[0].outbox}


@pytest.mark.parametrize("fault", PLANTED)
def test_a_planted_fault_is_found(fault: str) -> None:
    """Each once, in a history that has nothing else wrong."""
    plant, words = PLANTED[fault]
    found = {one.what for one in wrongs(*plant(sound()))}
    assert words <= found


def test_a_row_of_an_effect_that_ended_is_found() -> None:
    """It would be sent again for ever."""
    seen, told = sound()
    done = of_type(events((seen, told)), "EffectDone")["what"]["key"]
    still = attrs.evolve(seen.outbox[0], key=done)
    assert {"sent_still"} == {
        one.what for one in wrongs(attrs.evolve(seen, outbox=(*seen.outbox, still)), told)
    }


def test_a_told_file_that_was_cut_off_is_read_as_far_as_it_goes(tmp_path: Path) -> None:
    """What a client did not finish writing it was not told; who writes after it is not spoilt."""
    path = tmp_path / "a"
    one, two = Told("regio", "c-1", 1, 1, "h"), Told("regio", "c-2", 2, 2, "i", 5, 6)
    Teller(path).tell(one)
    with path.open("a") as file:
        file.write('["regio", "c-9", 9')
    Teller(path).tell(two)
    assert (one, two) == told_in([path])


def test_another_ends_where_nobody_stands() -> None:
    """A collaboration of which somebody was told, and that is not there at all, is lost."""
    told = Told("elsewhere", "c-1", 1, 1, "h")
    found = wrongs(Seen({}), [told])
    assert (Wrong("forgotten", "elsewhere", "c-1"), Wrong("lost", "elsewhere", "c-1")) == found
