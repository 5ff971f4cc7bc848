"""What an engine tells while it works: everything that happens, and nothing of anybody."""

from __future__ import annotations

import threading

import pytest
from tests.engine.posting import NOON, Office, Outside

from samenwerk import Engine, Happened, MemoryStore, Misuse, Plugins, UnknownName
from samenwerk.hooks.calling.caller import Caller, Calling
from samenwerk.hooks.calling.health import SLOW
from samenwerk.values.errors import Conflict, PluginError


class Listening(Office):
    """The office, of which everything that happens is kept."""

    def __init__(self) -> None:
        self.heard: list[Happened] = []
        super().__init__(MemoryStore())

    def engine(self) -> Engine:
        """A process that begins anew, with somebody who listens."""
        return Engine(self.store, plugins=Plugins.of(office=self.outside), tell=self.heard.append,
                      clock=lambda: self.now)  # fmt: skip

    def told(self) -> list[dict[str, object]]:
        """What was heard since the last time, without the seconds."""
        found = [{**one.data} for one in self.heard]
        for one in found:
            assert float(str(one.pop("seconds", 0))) >= 0
        self.heard.clear()
        return found


REGIO = {"collaboration": "regio"}


def test_a_step_is_told_from_its_begin_to_its_end() -> None:
    """A command begins, what it reads and appends is told between, and then what came of it."""
    office = Listening()
    room = office.room
    office.told()
    room.do("grant.give", case="g", actor="p", day=NOON.date())
    assert [
        {"what": "began", "of": "command", **REGIO, "command": "do"},
        {"what": "appended", **REGIO, "count": 2},
        {"what": "decided", **REGIO, "command": "do", "verdict": "allowed", "count": 2},
    ] == office.told()


def test_what_is_refused_repeated_or_wrong_is_told() -> None:
    """Each way in which a command can end has its own word."""
    office = Listening()
    room = office.room
    office.told()
    asked = {"case": "g", "actor": "p", "day": NOON.date()}
    assert not room.do("grant.end", **asked).carried_out
    (refused,) = [one for one in office.told() if one["what"] not in ("began", "read")]
    assert ("refused", "do", 0) == (refused["what"], refused["command"], refused["count"])
    room.do("grant.give", command_id="once", **asked)
    office.told()
    room.do("grant.give", command_id="once", **asked)
    assert ["began", "read", "repeated"] == [one["what"] for one in office.told()]
    with pytest.raises(UnknownName):
        room.do("grant.fly", **asked)
    assert {
        "what": "failed", "of": "command", **REGIO, "command": "do", "fault": "unknown_name.step",
    } == office.told()[-1]  # fmt: skip
    with pytest.raises(Misuse):
        office.engine().start(room.workflow, "regio")
    last = office.told()[-1]
    assert ("failed", "start", "misuse.started") == (last["what"], last["command"], last["fault"])


def test_who_comes_second_is_told() -> None:
    """Somebody else wrote first: that is told, and the command is decided again."""
    office = Listening()
    room, append, others = office.room, office.store.append, [None]

    def second(*given: object) -> None:
        if others:
            others.pop()
            raise Conflict("somebody was first")
        append(*given)  # type: ignore[arg-type]

    office.store.append = second  # type: ignore[method-assign,assignment]
    office.told()
    with pytest.raises(Conflict):  # nobody wrote, so that it is given up
        room.do("grant.give", case="g", actor="p", day=NOON.date())
    whats = [one["what"] for one in office.told()]
    assert ["began", "conflicted", "read", "failed"] == whats


def test_sending_is_told_with_what_became_of_it() -> None:
    """One that is delivered and one that fails, with the plugin and the word of the fault."""
    office = Listening()
    office.ask()
    office.told()
    assert office.sender().send() is not None
    told = office.told()
    assert ["began", "began", "answered", "began", "appended", "decided", "sent"] == [
        one["what"] for one in told if one["what"] != "read"
    ]
    assert ("sending", "plugin", "command") == tuple(
        one["of"] for one in told if one["what"] == "began"
    )
    assert {
        "what": "sent", **REGIO, "effect": "letter", "plugin": "office.letter",
        "outcome": "delivered", "count": 1,
    } == told[-1]  # fmt: skip
    office.ask()
    office.ask("grant.shout", "g-2")
    office.told()
    assert 2 == len(list(office.sender().due()))
    told = office.told()
    assert {
        "what": "sent", **REGIO, "effect": "shout", "plugin": "office.shout",
        "outcome": "failed", "fault": "plugin.raised", "count": 1,
    } in told  # fmt: skip
    assert {
        "what": "unanswered", "plugin": "office", "hook": "effects shout", "slow": False,
        "fault": "plugin.raised",
    } in told  # fmt: skip


def test_what_is_told_names_nobody_and_holds_no_text() -> None:
    """Who acted, what was written, and what went wrong in whose words, stay where they are."""
    office = Listening()
    office.ask("grant.give", "case-of-somebody")
    office.ask("grant.shout", "case-of-somebody")
    for _ in range(2):
        office.sender().send()
    whole = str(office.told())
    assert "somebody" not in whole
    assert "nobody hears" not in whole
    assert "'p'" not in whole


def test_a_plugin_that_is_set_aside_is_told_once() -> None:
    """The third failure in a row sets it aside; after that it is told not to be asked."""
    heard: list[Happened] = []
    caller = Caller(Plugins.of(office=Outside()), Calling(tell=heard.append))
    for _ in range(4):
        with pytest.raises(PluginError):
            caller.asked("office", "effects", "shout", "deliver", None, right=lambda one: one)
    told = [(one.what, one.fault) for one in heard if one.what != "began"]
    raised, aside = "plugin.raised", "plugin.set_aside"
    assert [
        ("unanswered", raised), ("unanswered", raised), ("unanswered", raised),
        ("set_aside", raised), ("unanswered", aside),
    ] == told  # fmt: skip
    assert 4 == sum(one.what == "began" for one in heard)


def test_a_slow_plugin_is_told_to_be_slow() -> None:
    """An answer that takes longer than somebody wants to wait is marked."""
    heard: list[Happened] = []
    ticks = iter((0.0, SLOW + 0.1))
    caller = Caller(
        Plugins.of(office=Outside()), Calling(tell=heard.append, now=lambda: next(ticks))
    )
    with pytest.raises(PluginError):
        caller.asked("office", "effects", "shout", "deliver", None, right=lambda one: one)
    assert ("unanswered", True, SLOW + 0.1) == (heard[-1].what, heard[-1].slow, heard[-1].seconds)


def test_who_listens_cannot_harm_the_engine() -> None:
    """What a listener raises goes nowhere: the step is recorded all the same."""

    def broken(happened: Happened) -> None:
        raise RuntimeError("no")

    office = Office(MemoryStore())
    engine = Engine(office.store, plugins=Plugins.of(office=office.outside), tell=broken,
                    clock=lambda: NOON)  # fmt: skip
    done = engine.room("regio").do("grant.give", case="g", actor="p", day=NOON.date())
    assert done.carried_out
    sent = engine.sender().send()
    assert sent is not None
    assert "delivered" == sent.how


def test_what_begins_ends_in_its_own_thread() -> None:
    """Whoever keeps a pile for each thread finds it empty at the end, also in a race."""
    office = Listening()
    office.told()
    piles: dict[threading.Thread, list[str]] = {}

    def listen(happened: Happened) -> None:
        pile = piles.setdefault(threading.current_thread(), [])
        if happened.what == "began":
            pile.append(str(happened.of))
        elif happened.what in ("decided", "refused", "repeated", "failed"):
            assert "command" == pile.pop()
        elif happened.what in ("answered", "unanswered"):
            assert "plugin" == pile.pop()
        elif happened.what == "sent":
            assert "sending" == pile.pop()

    engine = Engine(office.store, plugins=Plugins.of(office=office.outside), tell=listen,
                    clock=lambda: NOON)  # fmt: skip

    def work(number: int) -> None:
        engine.room("regio").do("grant.give", case=f"g-{number}", actor="p", day=NOON.date())
        engine.sender().send()

    threads = [threading.Thread(target=work, args=(number,)) for number in range(4)]
    for one in threads:
        one.start()
    for one in threads:
        one.join()
    assert 4 == len(piles)
    assert [[]] * 4 == list(piles.values())
