"""Whatever happens in whichever order: one end for each effect, and nothing lost."""

from __future__ import annotations

import contextlib
from datetime import timedelta

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule
from tests.engine.posting import NOON, PLAN, Killed, Office

from samenwerk import MemoryStore
from samenwerk.store.outbox import Posting
from samenwerk.values.errors import Misuse

STEPS = st.sampled_from(["before", "after", "looking"])
TIMES = st.sampled_from([8 * 3600, 3600, 130, 40, 1, 0, -1, -3600, -400 * 86400])
"""Seconds by which the clock is turned; it is not always honest."""
LAST = NOON + timedelta(days=1000)


class Sending(RuleBasedStateMachine):
    """Asks, failures, kills, leases that run out, restarts, two workers, a clock that jumps."""

    def __init__(self) -> None:
        super().__init__()
        self.office = Office(MemoryStore())
        self.keys: list[str] = []
        self.dropped: set[str] = set()
        self.slow = 0

    @rule()
    @precondition(lambda self: len(self.keys) < 6)
    def ask(self) -> None:
        """One more letter."""
        self.keys.append(self.office.ask())

    @initialize()
    def begin(self) -> None:
        """There is something to send."""
        self.ask()

    @rule(seconds=TIMES)
    def send(self, seconds: int) -> None:
        """Later a worker sends one thing, if any is due."""
        self.office.now += timedelta(seconds=seconds)
        self.office.sender().send()

    @rule(step=STEPS, seconds=TIMES)
    def fail(self, step: str, seconds: int) -> None:
        """Later something goes wrong on the way."""
        self.office.now += timedelta(seconds=seconds)
        self._with(step, OSError("broken"))

    @rule(step=STEPS, seconds=TIMES)
    def kill(self, step: str, seconds: int) -> None:
        """Later the worker is killed on the way."""
        self.office.now += timedelta(seconds=seconds)
        with contextlib.suppress(Killed):
            self._with(step, Killed())

    def _with(self, step: str, fault: BaseException) -> None:
        def wrong(sending: object) -> None:
            raise fault

        setattr(self.office.outside, step, wrong)
        try:
            self.office.sender().send()
        finally:
            setattr(self.office.outside, step, lambda sending: None)

    @rule()
    def take_too_long(self) -> None:
        """While one sends, its time runs out and another takes it over."""

        def slow(sending: object) -> None:
            self.office.outside.before = lambda sending: None
            self.office.now += PLAN.lease
            self.slow += self.office.sender().send() is not None

        self.office.outside.before = slow
        self.office.sender().send()
        self.office.outside.before = lambda sending: None

    @rule()
    def lose_the_outbox(self) -> None:
        """Somebody restored the record without it; a worker that begins makes it anew."""
        there = self.office.store.outbox()
        gone = [Posting("done", one.key, 0, "", one.next_try) for one in there]
        self.office.store.post("regio", gone)
        self.office.sender().restore()

    @rule(data=st.data())
    @precondition(lambda self: self.keys)
    def decide(self, data: st.DataObject) -> None:
        """A person has one sent again, or gives it up."""
        key = data.draw(st.sampled_from(self.keys))
        with contextlib.suppress(Misuse):  # it had its end, or is being sent
            if data.draw(st.integers(0, 3)):
                self.office.engine().send_again(key, actor="p")
            else:
                self.office.engine().give_up(key, because="Verhuisd")
                self.dropped.add(key)

    @invariant()
    def one_end_at_most(self) -> None:
        """Of each effect that was asked; and what has an end came about, or was given up."""
        ends = self.office.ends()
        assert set(ends) == set(self.keys)
        assert max(ends.values(), default=0) <= 1
        open = {one for one, count in ends.items() if not count}
        assert open == set(self.office.room.collaboration.effects)
        assert open <= {one.key for one in self.office.store.outbox()}
        assert set(self.keys) - open - self.dropped <= set(self.office.outside.came)
        assert all(count <= 1 + self.slow for count in self.office.outside.came.values())

    def teardown(self) -> None:
        """When all goes well from here on, everything gets its end."""
        self.office.now = LAST
        self.office.sender().restore()
        for one in self.office.store.outbox():
            self.office.engine().send_again(one.key)
        list(self.office.sender().due())
        ends = self.office.ends()
        assert dict.fromkeys(self.keys, 1) == ends
        assert () == self.office.store.outbox()
        assert self.office.room.verify().whole


TestSending = Sending.TestCase
TestSending.settings = settings(max_examples=25, stateful_step_count=20, deadline=None)
