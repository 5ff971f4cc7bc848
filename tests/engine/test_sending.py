"""Sending: at least once outside, once in the record, whatever goes wrong on the way."""

from datetime import timedelta

import pytest
from tests.engine.posting import NOON, PLAN, Killed, Office

from samenwerk import Engine, MemoryStore, Sending, UnknownName
from samenwerk.engine.sending import Sent
from samenwerk.hooks import installed
from samenwerk.hooks.gather import Source
from samenwerk.store.outbox import Posting
from samenwerk.values.errors import Misuse
from samenwerk.values.event import EffectDone, EffectFailed


@pytest.fixture
def office() -> Office:
    """An office with an empty outbox."""
    return Office(MemoryStore())


def how(sent: Sent | None) -> str | None:
    return None if sent is None else sent.how


def test_a_letter_goes_out_once_and_the_record_says_so(office: Office) -> None:
    """With what came back, and the step that waits for it follows."""
    key = office.ask()
    assert [key] == [one.key for one in office.store.outbox()]
    assert ["delivered", None] == [how(office.sender().send()), how(office.sender().send())]
    assert ({key: 1}, {key: 1}) == (office.outside.came, office.ends())
    case = office.room.collaboration.cases["g-1"]
    assert ("done", 7) == (case.state, case.entry("facts", "number").value)
    assert () == office.store.outbox()
    assert [] == office.outside.looked
    assert office.room.verify().whole


def test_a_failure_is_tried_again_later_and_looked_at_first(office: Office) -> None:
    """What it said stands in the outbox; each wait is longer; nothing of it is in the record."""
    key = office.ask()

    def fail(sending: object) -> None:
        raise OSError("no paper")

    office.outside.before = fail
    waits = []
    for _ in range(3):
        sent = office.sender().send()
        assert sent is not None
        assert ("failed", "OSError: no paper") == (sent.how, office.store.outbox()[0].fault)
        assert sent.next_try is not None
        waits.append(sent.next_try - office.now)
        assert office.sender().send() is None
        office.now = sent.next_try
    assert [PLAN.wait(number, 1.0) for number in (1, 2, 3)] == waits
    assert [key, key] == office.outside.looked
    assert {key: 0} == office.ends()
    office.outside.before = lambda sending: None
    assert "delivered" == how(office.sender().send())
    assert {key: 1} == office.outside.came


def test_what_came_about_before_a_failure_is_not_sent_again(office: Office) -> None:
    """It went out and then something broke: the second attempt sees it, and sends nothing."""
    key = office.ask()

    def fail(sending: object) -> None:
        raise OSError("lost the receipt")

    office.outside.after = fail
    office.sender().send()
    office.outside.after = lambda sending: None
    office.later(hours=1)
    assert "looked_up" == how(office.sender().send())
    assert {key: 1} == office.outside.came
    done = [line.event.what for line in office.store.read("regio")][-2]
    assert isinstance(done, EffectDone)
    assert (True, 2) == (done.looked_up, done.attempts)


def test_after_the_last_attempt_a_person_decides(office: Office) -> None:
    """It is recorded that it failed; it is left alone until somebody has it sent again."""
    key = office.ask()

    def fail(sending: object) -> None:
        raise OSError("no paper")

    office.outside.before = fail
    hows = []
    for _ in range(PLAN.attempts):
        hows.append(how(office.sender().send()))
        office.later(hours=7)
    assert ["failed"] * (PLAN.attempts - 1) + ["dead"] == hows
    assert office.sender().send() is None
    (dead,) = office.store.outbox()
    assert (True, "OSError: no paper") == (dead.dead, dead.fault)
    failed = [line.event.what for line in office.store.read("regio")][-1]
    assert isinstance(failed, EffectFailed)
    assert ("raised", PLAN.attempts, "office 0") == (failed.fault, failed.attempts, failed.plugin)
    assert failed.said is not None
    assert "OSError: no paper" == office.room.text(failed.said)
    office.outside.before = lambda sending: None
    office.engine().send_again(key, actor="p")
    assert "delivered" == how(office.sender().send())
    assert {key: 1} == office.ends()


@pytest.mark.parametrize("moment", ["before", "looking"])
def test_what_ends_the_program_each_time_is_left_to_a_person(office: Office, moment: str) -> None:
    """Each attempt was counted before it began, so that starting anew cannot go on for ever."""
    key = office.ask()

    def kill(sending: object) -> None:
        raise Killed

    setattr(office.outside, moment, kill)
    for number in range(PLAN.attempts):
        if number or moment == "before":
            with pytest.raises(Killed):
                office.sender().send()
        else:
            office.store.lease("somebody", office.now, office.now)
        office.now += PLAN.lease
    sent = office.sender().send()
    assert sent is not None
    assert sent.fault is not None
    assert ("dead", "unfinished", PLAN.attempts) == (
        sent.how, sent.fault.params["what"], sent.fault.params["times"],
    )  # fmt: skip
    failed = [line.event.what for line in office.store.read("regio")][-1]
    assert isinstance(failed, EffectFailed)
    assert ("unfinished", PLAN.attempts) == (failed.fault, failed.attempts)
    assert office.sender().send() is None
    setattr(office.outside, moment, lambda sending: None)
    office.engine().send_again(key, actor="p")
    assert "delivered" == how(office.sender().send())
    assert {key: 1} == office.ends()


def test_what_belongs_to_no_collaboration_is_told_and_left(office: Office) -> None:
    """A row of a collaboration that is not in this store holds nothing up, and can be given up."""
    key = office.ask()
    stray = Posting("send", "stray", 1, "office.letter", office.now)
    office.store.post("weg", [stray])
    sender = office.sender()
    assert {"delivered", "unknown"} == {sent.how for sent in sender.due()}
    assert sender.send() is None
    (left,) = office.store.outbox()
    assert ("stray", True) == (left.key, left.dead)
    assert {key: 1} == office.ends()
    assert "weg" == office.engine().give_up("stray", because="Vreemd").collaboration
    assert () == office.store.outbox()


def test_a_plugin_that_was_installed_since_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker that missed it goes on with it after a rest, without being started anew."""
    office = Office(MemoryStore())
    key = office.ask()
    there: list[Source] = []
    monkeypatch.setattr(installed, "sources", lambda: tuple(there))
    engine = Engine(office.store, clock=lambda: office.now)
    sender = engine.sender(dice=lambda: 1.0)
    assert "rests" == how(sender.send())
    there.append(Source("office", "0", lambda: office.outside))
    office.now += PLAN.rest
    assert "delivered" == how(sender.send())
    assert {key: 1} == office.ends()


def test_what_is_given_up_is_not_sent(office: Office) -> None:
    """With its reason sealed; giving up what is not there is an error that names it."""
    key = office.ask()
    office.engine().give_up(key, because="Verhuisd", actor="p")
    assert office.sender().send() is None
    assert ({key: 1}, {}, ()) == (office.ends(), office.outside.came, office.store.outbox())
    with pytest.raises(UnknownName):
        office.engine().give_up(key, because="Nog eens")


def test_nobody_decides_about_what_is_being_sent(office: Office) -> None:
    """While a worker is at it, it can neither be given up nor sent again."""
    key = office.ask()
    office.store.lease("somebody", office.now, office.now + timedelta(minutes=1))
    for act in (
        lambda: office.engine().give_up(key, because="Verhuisd"),
        lambda: office.engine().send_again(key),
    ):
        with pytest.raises(Misuse) as refused:
            act()
        assert refused.value.params["what"] == "sending"
    assert {key: 0} == office.ends()


def test_two_that_send_at_once_record_one_end(office: Office) -> None:
    """A worker takes longer than its time and another sends the same: one end, both content."""
    key = office.ask()
    others = []

    def slow(sending: object) -> None:
        office.outside.before = lambda sending: None
        office.later(hours=1)
        others.append(how(office.sender("b").send()))

    office.outside.before = slow
    mine = how(office.sender("a").send())
    assert (["delivered"], "delivered") == (others, mine)
    assert ({key: 2}, {key: 1}, ()) == (office.outside.came, office.ends(), office.store.outbox())
    assert office.room.verify().whole


@pytest.mark.parametrize("moment", ["before", "after", "looking"])
def test_a_worker_that_is_killed_loses_nothing(office: Office, moment: str) -> None:
    """Before it sends, after it, or while it looks: another goes on when its time is up."""
    key = office.ask()

    def kill(sending: object) -> None:
        raise Killed

    if moment == "looking":
        office.store.lease("somebody", office.now, office.now)
    setattr(office.outside, moment, kill)
    with pytest.raises(Killed):
        office.sender().send()
    setattr(office.outside, moment, lambda sending: None)
    assert office.sender().send() is None
    office.now += PLAN.lease
    expected = "looked_up" if moment == "after" else "delivered"
    assert expected == how(office.sender().send())
    assert ({key: 1}, {key: 1}) == (office.outside.came, office.ends())


def test_one_that_never_works_holds_up_no_other(office: Office) -> None:
    """After three times in a row it is left alone for a while, at no cost to its own attempts."""
    first = office.ask()
    office.sender().send()
    for _ in range(6):
        office.ask("grant.shout", "h") if _ else office.room.do("grant.give", case="h", actor="p")
    keys = [office.ask() for _ in range(3)]
    sender = office.sender()
    hows = {one.key: one.how for one in sender.due()}
    assert ["delivered"] * 3 == [hows[key] for key in keys]
    assert {first: 1, **dict.fromkeys(keys, 1)}.items() <= office.ends().items()
    assert 3 == office.outside.shouts
    rested = [one for one in office.store.outbox() if one.plugin == "office.shout"]
    assert [0, 0, 1, 1, 1] == sorted(one.attempts for one in rested)
    office.later(minutes=6)
    assert [] != list(sender.due())
    assert 3 < office.outside.shouts


def test_a_plugin_that_is_gone_costs_no_attempts(office: Office) -> None:
    """It waits until the plugin is there again, however long that takes."""
    office.ask()
    there, office.outside.effects = office.outside.effects, None  # type: ignore[method-assign]
    from samenwerk import Engine, Plugins

    for _ in range(20):
        engine = Engine(office.store, plugins=Plugins.of(), clock=lambda: office.now)
        assert "rests" == how(engine.sender().send())
        office.later(minutes=6)
    (one,) = office.store.outbox()
    assert (0, False) == (one.attempts, one.dead)
    office.outside.effects = there  # type: ignore[method-assign]
    assert "delivered" == how(office.sender().send())


def test_an_answer_that_is_none_is_a_failure(office: Office) -> None:
    """What a plugin may not answer counts as an attempt, and says what it should be."""
    office.ask()
    office.outside.deliver = lambda sending: "yes"  # type: ignore[method-assign,assignment]
    sent = office.sender().send()
    assert sent is not None
    assert sent.fault is not None
    assert ("failed", "answered") == (sent.how, sent.fault.params["what"])


def test_a_rehearsal_sends_nothing() -> None:
    """What it asks stands in its record and in no outbox; it says itself what came of it."""
    office = Office(MemoryStore(), rehearsal=True)
    key = office.ask()
    assert ((), {key: 0}) == (office.store.outbox(), office.ends())
    assert 0 == office.sender().restore()
    office.store.post("regio", [Posting("send", key, 4, "office.letter", NOON)])
    assert "gone" == how(office.sender().send())
    assert office.room.conclude("delivered", case="g-1", effect="letter").carried_out
    assert ({}, {key: 1}) == (office.outside.came, office.ends())


def test_only_the_worker_says_what_came_of_it(office: Office) -> None:
    """Outside a rehearsal nobody can say that a letter arrived."""
    key = office.ask()
    with pytest.raises(Misuse):
        office.room.conclude("delivered", key=key)
    assert {key: 0} == office.ends()


def test_an_outbox_that_was_lost_is_made_anew(office: Office) -> None:
    """Of the record: what is open waits, what failed is left to a person, the rest is gone."""
    waits, fails, done = office.ask(), office.ask(), office.ask()
    before = office.store.outbox()

    def fail(sending: object) -> None:
        raise OSError("no paper")

    office.store.lease("x", office.now, office.now, only=done)
    assert "delivered" == how(office.sender().send(done))
    office.outside.before = fail
    for _ in range(PLAN.attempts):
        office.sender().send(fails)
    gone = [Posting("done", one.key, 0, "", office.now) for one in before]
    office.store.post("regio", [*gone, Posting("send", "stray", 1, "office.letter", office.now)])
    assert 3 == office.sender().restore()
    found = {one.key: (one.dead, one.tried) for one in office.store.outbox()}
    assert {waits: (False, True), fails: (True, True)} == found
    assert 0 == office.sender().restore()


def test_a_clock_that_was_set_back_loses_and_doubles_nothing(office: Office) -> None:
    """Nothing is sent before its time by the older clock, and all of it after."""
    key = office.ask()
    office.now -= timedelta(days=400)
    assert office.sender().send() is None
    later = office.ask()
    assert [how(office.sender().send())] == ["delivered"]
    assert {key: 0, later: 1} == office.ends()
    office.now = NOON
    assert "delivered" == how(office.sender().send())
    assert ({key: 1, later: 1},) * 2 == (office.ends(), office.outside.came)


def test_replaying_sends_nothing(office: Office) -> None:
    """Reading the record again, in whatever way, asks no plugin."""
    office.ask()
    office.sender().send()
    before = dict(office.outside.came)
    room = office.engine().room("regio")
    assert room.verify().whole
    assert {} == dict(room.standing().effects)
    assert list(room.history())
    assert before == office.outside.came


@pytest.mark.parametrize("said", ["half \udcff", "\0", "x" * 100_000])
def test_whatever_a_plugin_says_the_worker_goes_on(office: Office, said: str) -> None:
    """A text that no file can hold does not stop the worker, nor what waits behind it."""
    first, second = office.ask(), office.ask()

    def fail(sending: Sending) -> None:
        if sending.key == first:
            raise OSError(said)

    office.outside.before = fail
    sender = office.sender()
    assert {"failed", "delivered"} == {how(sender.send()), how(sender.send())}
    assert {first: 0, second: 1} == office.ends()
    (waits,) = office.store.outbox()
    assert (first, None, 1) == (waits.key, waits.owner, waits.attempts)


def test_a_number_that_no_record_can_hold_is_a_failed_attempt(office: Office) -> None:
    """What came back cannot be written: it is tried again, and at last left to a person."""
    office.ask()
    office.outside.number = 10**5000
    hows = []
    for _ in range(PLAN.attempts):
        hows.append(how(office.sender().send()))
        office.later(days=1)
    assert ["failed"] * (PLAN.attempts - 1) + ["dead"] == hows
    assert office.room.verify().whole
