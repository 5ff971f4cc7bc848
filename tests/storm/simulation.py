"""A simulation: engines, workers and clients over one store, driven step by step from one seed.

No thread, no process and no clock of the machine: what several do at once is played by letting
one do something between two calls of another. How it is run is `simulate`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any, NoReturn

import attrs
from tests.storm.checker import Told, seen_in, wrongs
from tests.storm.watching import Watcher, content
from tests.storm.world import NOON, Killed, Post, Weathered, workflow

from samenwerk import Engine, MemoryStore, Outcome, Party, Plugins
from samenwerk.core.retrying import Plan
from samenwerk.engine.acting import civil_day
from samenwerk.engine.sending import Sender
from samenwerk.store.contract import Store
from samenwerk.store.outbox import Posting
from samenwerk.values.errors import (
    CommandReused,
    Conflict,
    Misuse,
    SamenwerkError,
    StoreError,
    UnknownName,
)

COLLABORATIONS = ("oost", "west")
WORKFLOW = workflow()
PLAN = Plan(attempts=3, ceiling=timedelta(hours=1))
BAD = 0.06
"""How often a write goes wrong in some way."""


@attrs.define
class Pending:
    """A command that a client sent and has not heard of."""

    id: str
    place: str
    act: str
    asked: Mapping[str, Any]
    called: int


@attrs.define
class Process:
    """One process: its way to the store, its engine, and what it has in hand."""

    name: str
    reach: Weathered
    engine: Engine
    sender: Sender
    fresh: bool = True
    began: datetime = NOON
    sends: str = ""


class Simulation:
    """A world from one seed; `step` by number, so that a step means the same without the others."""

    def __init__(self, seed: object, store: Store | None = None) -> None:
        self.seed = seed
        self.store = store or MemoryStore()
        self.now = NOON
        self.dice = random.Random(f"{seed}/begin")
        self.bad = 0.0
        self.post = Post(self)
        self.tick = self.ids = 0
        self.at_work: list[Process] = []
        self.wrong: list[str] = []
        self.told: list[Told] = []
        self.pending: dict[str, Pending] = {}
        self.log: list[str] = []
        self.plugins = Plugins.of(post=self.post)
        names = ("anna", "bas", "cor", "worker1", "worker2", "upkeep")
        self.processes = {name: self._process(name) for name in names}
        engine = self._process("begin").engine
        for place in COLLABORATIONS:
            engine.start(WORKFLOW, place, command_id="start").enrol(
                parties=[Party("p", "office")], command_id="enrol"
            )
        self.watchers = {place: Watcher(self.store, place) for place in COLLABORATIONS}
        self.bad = BAD
        self._look()

    # What the store and the post ask of us

    def meanwhile(self) -> None:
        """Now and then somebody else does something between two calls, or time passes."""
        self.tick += 1
        if not self.bad or not self.at_work:
            return
        luck = self.dice.random()
        if luck < 0.05 and len(self.at_work) < 3:
            self._somebody()
        elif luck < 0.06:
            self.now += timedelta(seconds=self.dice.randrange(400))

    def kill(self) -> NoReturn:
        """Who is at work is gone, and reaches nothing any more."""
        self.at_work[-1].reach.dead = True
        raise Killed

    def delivers(self, key: str) -> None:
        """Nobody else may be at this letter, unless that one's time is up."""
        me = self.at_work[-1] if self.at_work else None
        for other in self.at_work[:-1]:
            if other.sends == key and self.now < other.began + PLAN.lease:
                self.wrong.append(f"two at once send {key}")
        if me is not None:
            me.sends = key

    def lets_go(self, key: str) -> None:
        """Whoever comes next may be at this letter, also when this one has not heard so yet."""
        if self.at_work and self.at_work[-1].sends == key:
            self.at_work[-1].sends = ""

    # Steps

    def step(self, number: int) -> None:
        """One step: time passes, then somebody does something; what is wrong is kept."""
        self.dice = random.Random(f"{self.seed}/{number}")
        luck = self.dice.random()
        self.now += timedelta(seconds=self.dice.randrange(1, 7200 if luck < 0.9 else 200_000))
        if luck < 0.01:
            self._note("the clock is set back")
            self.now -= timedelta(seconds=self.dice.randrange(100_000))
        elif luck < 0.015:
            self._lose_the_outbox()
        elif luck < 0.03:
            name = self.dice.choice(sorted(self.processes))
            self._note(f"{name} is started again")
            self.processes[name] = self._process(name)
        else:
            self._somebody()
        self._look()

    def run(self, steps: int, skip: Collection[int] = ()) -> list[str]:
        """So many steps and a calm end; what is wrong, with nothing done after the first of it."""
        for number in range(steps):
            if number not in skip:
                self._surely(self.step, number)
            if number % 100 == 99:
                self._surely(self.check)
            if self.wrong:
                return [f"after step {number}: {one}" for one in self.wrong]
        self._surely(self.end)
        return [f"at the end: {one}" for one in self.wrong]

    def _surely(self, call: Callable[..., None], *given: object) -> None:
        """An error that nobody promised is a failure like any other."""
        try:
            call(*given)
        except Exception as error:
            self.wrong.append(repr(error))

    def check(self) -> None:
        """All that the checker and a replay from the first line can find."""
        self.wrong += map(str, wrongs(seen_in(self.store, self.told), self.told))
        for place, watcher in self.watchers.items():
            self.wrong += watcher.anew()
            with self._calm():
                for one in self.processes.values():
                    held = content(one.engine.room(place).collaboration)
                    if held != content(watcher.state):
                        self.wrong.append(f"{one.name} holds another {place} than the record tells")

    def end(self) -> None:
        """The weather clears: all that was asked gets its end, and no day is missed."""
        with self._calm():
            # Who was killed before the clock was set back holds what it had until later still.
            held = [one.until or one.next_try for one in self.store.outbox()]
            self.now = max(self.now, *held, NOON) + timedelta(days=1)
            last = self._process("last")
            last.sender.restore()
            for one in self.store.outbox():
                last.engine.send_again(one.key, actor="p")
            list(last.sender.due())
            self._upkeep(last)
        self._look()
        self.check()
        self.wrong += [f"still waits: {one.key}" for one in self.store.outbox()]
        for watcher in self.watchers.values():
            for line in self.store.read(watcher.place):
                if type(line.event.what).__name__ != "EffectDone":
                    continue
                if line.event.what.key not in self.post.came:  # type: ignore[union-attr]
                    self.wrong.append(f"said to have come, and did not: {line.event.what}")

    # Who does what

    def _somebody(self) -> None:
        busy = {one.name for one in self.at_work}
        free = [name for name in self.processes if name not in busy]
        name = self.dice.choice([*free, *(one for one in free if one in self.pending)])
        process = self.processes[name]
        self.at_work.append(process)
        try:
            if name.startswith("worker"):
                self._work(process)
            elif name == "upkeep":
                self._upkeep(process)
            else:
                self._act(process)
        except Killed:
            self._note(f"{name} is killed")
            self.processes[name] = self._process(name)
        except StoreError as error:
            self._note(f"{name}: {error}")
        finally:
            self.at_work.pop()

    def _work(self, process: Process) -> None:
        if process.fresh:
            process.sender.restore()
            process.fresh = False
        luck = self.dice.random()
        if luck < 0.9:
            process.began, process.sends = self.now, ""
            sent = process.sender.send()
            self._note(f"{process.name} sends: {sent and (sent.how, sent.key[:6])}")
            return
        failed = [one for one in self.store.outbox() if one.dead or luck > 0.99]
        for one in failed[:1]:
            try:
                if self.dice.random() < 0.7:
                    process.engine.send_again(one.key, actor="p")
                else:
                    process.engine.give_up(one.key, because="Verhuisd", actor="p")
            except (Misuse, UnknownName) as error:
                self._note(f"an operator: {error}")

    def _upkeep(self, process: Process) -> None:
        for place, watcher in self.watchers.items():
            watcher_knew = watcher.overdue(civil_day(self.now, WORKFLOW.zone))
            process.engine.room(place).settle()
            self._look()
            missed = watcher_knew & set(watcher.waiting)
            self.wrong += [f"{place}: {case} should have lapsed" for case in sorted(missed)]
        self._note(f"{process.name} settles")

    def _act(self, process: Process) -> None:
        name = process.name
        pending = self.pending.get(name)
        if pending is None or self.dice.random() < 0.1:
            self.ids += 1
            place = self.dice.choice(COLLABORATIONS)
            act, asked = self._wish(place, f"{name}-{self.ids}")
            pending = Pending(f"{name}-{self.ids}", place, act, asked, self.tick)
            self.pending[name] = pending
        outcome = self._send(process, pending)
        self.pending.pop(name, None)
        if outcome is None or not outcome.lines:
            return
        luck = self.dice.random()
        if luck < 0.1:
            again = self._send(process, pending)
            if again is None or not again.repeated or again.lines != outcome.lines:
                self.wrong.append(f"{pending.id} sent again gave something else")
        elif luck < 0.15:
            other = attrs.evolve(pending, act="hand_in", asked={
                "document": "note", "title": "another", "case": pending.asked["case"]
            })  # fmt: skip
            if self._send(process, other, CommandReused) is not None:
                self.wrong.append(f"{pending.id} was used for two things")

    def _send(
        self, process: Process, pending: Pending, wanted: type[SamenwerkError] = Conflict
    ) -> Outcome | None:
        room = process.engine.room(pending.place)
        call: Callable[..., Outcome] = room.do if pending.act == "do" else room.hand_in
        try:
            outcome = call(actor="p", command_id=pending.id, **pending.asked)
        except (UnknownName, Misuse, wanted) as error:
            self._note(f"{process.name}: {error}")
            return None
        self._note(f"{process.name} {pending.asked.get('step', pending.act)} {pending.id} "
                   f"{pending.asked['case']}: {outcome.verdict.value}")  # fmt: skip
        if outcome.lines:
            first, last = outcome.lines[0].event.sequence, outcome.lines[-1].event.sequence
            self.tick += 1
            self.told.append(Told(pending.place, pending.id, first, last, outcome.head,
                                  pending.called, self.tick))  # fmt: skip
        return outcome

    def _wish(self, place: str, id: str) -> tuple[str, dict[str, Any]]:
        watcher, luck = self.watchers[place], self.dice.random()
        waiting = sorted(watcher.waiting, key=lambda one: watcher.waiting[one])
        there = [*waiting, *sorted(watcher.given)]
        if luck < 0.3 or not there:
            amount = Decimal(self.dice.choice((60, 120, 180)))
            return "do", {"step": "grant.ask", "case": id, "facts": {"amount": amount}}
        # A refusal is followed by all the advice there is, which takes time: few of them will do.
        room = watcher.room_for(waiting[0]) if waiting else False
        if luck < 0.65 and waiting and (room or luck < 0.32):
            case = waiting[0] if luck > 0.31 else self.dice.choice(waiting)
            return "do", {"step": "grant.give", "case": case}
        if luck < 0.8:
            return "do", {"step": "grant.withdraw", "case": self.dice.choice(there)}
        case = self.dice.choice(there)
        return "hand_in", {"document": "note", "title": f"nota {id}", "case": case}

    def _lose_the_outbox(self) -> None:
        """Somebody restored the record without it; it is made anew."""
        self._note("the outbox is lost")
        for place in COLLABORATIONS:
            gone = [Posting("done", one.key, 0, "", one.next_try)
                    for one in self.store.outbox(place)]  # fmt: skip
            self.store.post(place, gone)
        with self._calm():
            self._process("restorer").sender.restore()

    # Behind the scenes

    def _process(self, name: str) -> Process:
        reach = Weathered(self.store, self)
        dice, count = random.Random(f"{self.seed}/{name}/{self.tick}"), self.ids
        engine = Engine(
            reach, plugins=self.plugins, clock=lambda: self.now, known=[WORKFLOW],
            new_id=lambda: f"{name}/{count}/{dice.getrandbits(64):x}",
        )  # fmt: skip
        # Salts are chance, and waiting takes real time: here both are played too.
        engine._desk = attrs.evolve(
            engine._desk, new_salt=lambda: f"{dice.getrandbits(128):x}", wait=lambda seconds: None
        )
        sender = engine.sender(plan=PLAN, dice=dice.random, owner=f"{name}/{self.tick}")
        return Process(name, reach, engine, sender)

    def _look(self) -> None:
        for watcher in self.watchers.values():
            self.wrong += watcher.catch_up()

    @contextmanager
    def _calm(self) -> Iterator[None]:
        bad, broken = self.bad, self.post.broken
        self.bad = self.post.broken = 0.0
        yield
        self.bad, self.post.broken = bad, broken

    def _note(self, what: str) -> None:
        self.log.append(f"{self.now:%Y-%m-%d %H:%M} {'  ' * (len(self.at_work) - 1)}{what}")
