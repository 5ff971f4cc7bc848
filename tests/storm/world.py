"""What the simulation plays with: a workflow, a post office, and a store in bad weather.

Nothing here reads a clock or throws dice of its own: both come from the simulation, which is
`simulate`.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, NoReturn, Protocol

from samenwerk import Delivered, Parameter, PluginEffect, Sending, hookimpl
from samenwerk.definitions.read import read_text
from samenwerk.store.contract import Kept, Store, fault
from samenwerk.store.outbox import Posted, Posting
from samenwerk.values.declared import Workflow
from samenwerk.values.event import Line, SealedText

PLACES = 2
"""So many grants can be given at once."""
MONEY = 300
DAYS = 3
"""So long one can wait for a grant."""
STUBBORN = 4
"""So often some letters do not come: longer than a worker goes on."""

TEXT = f"""\
[workflow]
id = "storm"
version = "1"
nl = "Toelagen"
plugins = ["post>=0"]
[sort.office]
nl = "Kantoor"
[pool.money]
nl = "Geld"
amount = {MONEY}
[queue.line]
nl = "Rij"
holds = "grant.waiting"
order = ["grant.ask"]
[lifecycle.grant]
nl = "Toelage"
[lifecycle.grant.fact.amount]
nl = "Bedrag"
type = "money"
[lifecycle.grant.fact.told]
nl = "Verteld"
type = "yes_no"
[lifecycle.grant.fact.number]
nl = "Nummer"
type = "whole_number"
[lifecycle.grant.document.note]
nl = "Nota"
by = ["office"]
[lifecycle.grant.date.until]
nl = "Uiterste dag"
term = "{DAYS} days"
after = "ask"
[lifecycle.grant.rule.place_left]
nl = "Er is een plaats"
none = [{{ count = "grant", in = "given", at_least = {PLACES} }}]
[lifecycle.grant.state]
waiting = {{ nl = "Wacht" }}
given = {{ nl = "Gegeven" }}
ended = {{ nl = "Klaar", final = true }}
lapsed = {{ nl = "Vervallen", final = true }}
[lifecycle.grant.step.ask]
nl = "Vragen"
to = "waiting"
by = "office"
fill_in = "amount"
[lifecycle.grant.step.give]
nl = "Geven"
from = "waiting"
to = "given"
by = "office"
needs = [{{ queue = "line", first = true }}, "place_left"]
moves = {{ amount = "amount", out_of = "money", into = "this" }}
[lifecycle.grant.step.withdraw]
nl = "Intrekken"
from = ["waiting", "given"]
to = "ended"
by = "office"
moves = {{ amount = "all", out_of = "this", into = "money" }}
[lifecycle.grant.step.close]
nl = "Sluiten"
from = "given"
to = "ended"
by = "itself"
needs = [{{ fact = "told", is = true }}]
moves = {{ amount = "all", out_of = "this", into = "money" }}
[lifecycle.grant.step.lapse]
nl = "Vervallen"
from = "waiting"
to = "lapsed"
by = "time"
once_past = "until"
[effect.letter]
nl = "Brief"
on_step = "grant.give"
plugin = "post.letter"
records = "told"
gives = {{ number = "number" }}
[effect.call]
nl = "Telefoontje"
on_step = "grant.withdraw"
plugin = "post.call"
"""
NOON = datetime(2027, 2, 1, 12, tzinfo=UTC)


def workflow() -> Workflow:
    """Grants: so many at once, in turn, out of one pool, each told by a letter."""
    reading = read_text(TEXT, checks=(), plugins={"post": "0"})
    assert reading.workflow is not None, reading.diagnostics
    return reading.workflow


class Killed(KeyboardInterrupt):
    """A process ends here: nothing of ours catches this."""


class Chance(Protocol):
    """What decides at each call whether, and how, something goes wrong."""

    dice: random.Random
    bad: float

    def meanwhile(self) -> None:
        """Somebody else may do something now, and time may pass."""

    def kill(self) -> NoReturn:
        """Who is at work now is killed."""

    def delivers(self, key: str) -> None:
        """Who is at work now hands this letter to the post."""

    def lets_go(self, key: str) -> None:
        """Who is at work now has put this letter back, or written down what became of it."""


class Post:
    """The world outside: which letters came, and what goes wrong on the way there."""

    def __init__(self, chance: Chance) -> None:
        self.chance = chance
        self.came: dict[str, int] = {}
        self.failed: dict[str, int] = {}
        self.broken = 0.15

    def deliver(self, sending: Sending) -> Delivered:
        """It comes, or not, or nobody hears that it did; and that may take long."""
        self.chance.delivers(sending.key)
        failed = self.failed.get(sending.key, 0)
        if self.broken and sending.key[0] in "012" and failed < STUBBORN:
            self.failed[sending.key] = failed + 1
            raise OSError("not at this address")
        self._may_go_wrong()
        self.came[sending.key] = self.came.get(sending.key, 0) + 1
        self._may_go_wrong()
        return Delivered({"number": 7} if sending.effect == "letter" else {})

    def look_up(self, sending: Sending) -> Delivered | None:
        """Whether it came."""
        self._may_go_wrong()
        return Delivered({"number": 7}) if sending.key in self.came else None

    def _may_go_wrong(self) -> None:
        self.chance.meanwhile()
        luck = self.chance.dice.random()
        if luck < self.broken / 5:
            self.chance.kill()
        if luck < self.broken:
            raise OSError("no post today")

    @hookimpl
    def effects(self) -> list[PluginEffect]:
        """A letter that can be looked up, and a call that cannot."""
        number = Parameter("number", "whole_number")
        return [
            PluginEffect("letter", {"nl": "brief"}, self.deliver, self.look_up, (), (number,)),
            PluginEffect("call", {"nl": "telefoontje"}, self.deliver, lambda sending: None),
        ]


class Weathered:
    """A store as one process reaches it: now and then a call fails, before or after its work.

    Who was killed reaches it no more: code that would still tidy up does not run in a process
    that is not there. What is done meanwhile by others happens between the calls.
    """

    def __init__(self, store: Store, chance: Chance) -> None:
        self._store = store
        self._chance = chance
        self.dead = False

    def append(self, collaboration: str, after: int, lines: Sequence[Line],
               sealed: Sequence[SealedText], kept: Kept,
               postings: Sequence[Posting] = ()) -> None:  # fmt: skip
        """As the store does, in bad weather."""
        self._writing(
            lambda: self._store.append(collaboration, after, lines, sealed, kept, postings),
            [one.key for one in postings if one.change in ("done", "dead")],
        )

    def post(self, collaboration: str, postings: Sequence[Posting]) -> None:
        """As the store does, in bad weather."""
        self._writing(lambda: self._store.post(collaboration, postings))

    def lease(self, *given: Any, **named: Any) -> tuple[Posted, ...]:
        """As the store does, in bad weather."""
        found: tuple[Posted, ...] = self._writing(lambda: self._store.lease(*given, **named))
        return found

    def put_back(self, *given: Any, **named: Any) -> bool:
        """As the store does, in bad weather."""
        return bool(self._writing(lambda: self._store.put_back(*given, **named), given[:1]))

    def tip(self, collaboration: str) -> tuple[int, str] | None:
        """As the store does; the disk may fail, and others may write just before and after."""
        self._reading()
        found = self._store.tip(collaboration)
        self._chance.meanwhile()
        return found

    def read(self, collaboration: str, after: int = 0) -> Iterator[Line]:
        """As the store does."""
        self._reading()
        return self._store.read(collaboration, after)

    def kept(self, collaboration: str, command: str) -> Kept | None:
        """As the store does; others may write just after."""
        self._reading()
        found = self._store.kept(collaboration, command)
        self._chance.meanwhile()
        return found

    def __getattr__(self, name: str) -> Any:
        """The rest works in any weather."""
        return getattr(self._store, name)

    def _writing(self, call: Callable[[], Any], over: Iterable[str] = ()) -> Any:
        self._alive()
        self._chance.meanwhile()
        luck = self._chance.dice.random() / max(self._chance.bad, 1e-9)
        if luck < 0.25:
            self._chance.kill()
        if luck < 0.5:
            raise fault("disk")
        found = call()
        for key in over:
            self._chance.lets_go(key)
        if luck < 0.75:
            self._chance.kill()
        if luck < 1:
            raise fault("failed")  # it was kept, and nobody heard so
        self._chance.meanwhile()
        return found

    def _reading(self) -> None:
        self._alive()
        if self._chance.dice.random() < self._chance.bad / 10:
            raise fault("disk")

    def _alive(self) -> None:
        if self.dead:
            raise Killed
