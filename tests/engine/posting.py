"""An office that writes letters: a workflow, an outside that remembers, and a clock to turn."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta

from samenwerk import (
    Delivered,
    Engine,
    Parameter,
    Party,
    PluginEffect,
    Plugins,
    Room,
    Sending,
    hookimpl,
)
from samenwerk.core.retrying import Plan
from samenwerk.definitions.read import read_text
from samenwerk.engine.sending import Sender
from samenwerk.store.contract import Store
from samenwerk.values.declared import Workflow
from samenwerk.values.event import EffectAsked, EffectDone, EffectDropped

TEXT = """\
[workflow]
id = "post"
version = "1"
nl = "Post"
plugins = ["office>=0"]

[sort.office]
nl = "Kantoor"

[lifecycle.grant]
nl = "Toezegging"
[lifecycle.grant.fact.told]
nl = "Verteld"
type = "yes_no"
[lifecycle.grant.fact.number]
nl = "Nummer"
type = "whole_number"
[lifecycle.grant.state]
open = { nl = "Open" }
done = { nl = "Klaar", final = true }
[lifecycle.grant.step.give]
nl = "Geven"
to = "open"
by = "office"
[lifecycle.grant.step.shout]
nl = "Roepen"
from = "open"
to = "stays"
by = "office"
[lifecycle.grant.step.end]
nl = "Eindigen"
from = "open"
to = "done"
by = "itself"
needs = [{ fact = "told", is = true }]

[effect.letter]
nl = "Brief"
on_step = "grant.give"
plugin = "office.letter"
with = { subject = "Toezegging" }
records = "told"
gives = { number = "number" }

[effect.shout]
nl = "Roep"
on_step = "grant.shout"
plugin = "office.shout"
"""
NOON = datetime(2027, 2, 1, 12, tzinfo=UTC)
PLAN = Plan()


class Killed(KeyboardInterrupt):
    """The process ends here: nothing of ours catches this."""


class Outside:
    """The world: which letters came, how often; and what goes wrong on the way there."""

    def __init__(self) -> None:
        self.came: dict[str, int] = {}
        self.looked: list[str] = []
        self.before: Callable[[Sending], None] = lambda sending: None
        self.after: Callable[[Sending], None] = lambda sending: None
        self.looking: Callable[[Sending], None] = lambda sending: None
        self.shouts = 0
        self.number = 7

    def deliver(self, sending: Sending) -> Delivered:
        """Put it in the world, unless something goes wrong."""
        self.before(sending)
        self.came[sending.key] = self.came.get(sending.key, 0) + 1
        self.after(sending)
        return Delivered({"number": self.number})

    def look_up(self, sending: Sending) -> Delivered | None:
        """Whether it is in the world."""
        self.looked.append(sending.key)
        self.looking(sending)
        return Delivered({"number": self.number}) if sending.key in self.came else None

    def shout(self, sending: Sending) -> Delivered:
        """Always goes wrong."""
        self.shouts += 1
        raise OSError("nobody hears")

    @hookimpl
    def effects(self) -> list[PluginEffect]:
        """A letter that works, and a shout that never does."""
        number = Parameter("number", "whole_number")
        return [
            PluginEffect("letter", {"nl": "brief"}, self.deliver, self.look_up,
                         (Parameter("subject", "text"),), (number,)),
            PluginEffect("shout", {"nl": "roep"}, self.shout, self.shout),
        ]  # fmt: skip


class Office:
    """A store with one collaboration, as any number of processes see it one after another."""

    def __init__(self, store: Store, outside: Outside | None = None, **more: object) -> None:
        self.store = store
        self.outside = outside or Outside()
        self.now = NOON
        self.count = 0
        workflow = read_text(TEXT).workflow
        assert isinstance(workflow, Workflow)
        room = self.engine().start(workflow, "regio", **more)  # type: ignore[arg-type]
        room.enrol(parties=[Party("p", "office")])

    def engine(self) -> Engine:
        """A process that begins anew."""
        return Engine(self.store, plugins=Plugins.of(office=self.outside), clock=lambda: self.now)

    @property
    def room(self) -> Room:
        """The collaboration."""
        return self.engine().room("regio")

    def sender(self, owner: str | None = None, plan: Plan = PLAN) -> Sender:
        """A worker that begins anew."""
        return self.engine().sender(plan=plan, dice=lambda: 1.0, owner=owner)

    def ask(self, step: str = "grant.give", case: str | None = None) -> str:
        """A letter is asked; gives its key."""
        self.count += 1
        did = self.room.do(step, case=case or f"g-{self.count}", actor="p", day=self.now.date())
        *_, asked = (one.what for one in did.events if isinstance(one.what, EffectAsked))
        return asked.key

    def later(self, **told: float) -> None:
        """The clock goes on."""
        self.now += timedelta(**told)

    def ends(self) -> dict[str, int]:
        """How many ends the record has of each effect that was asked."""
        found: dict[str, int] = {}
        for line in self.store.read("regio"):
            what = line.event.what
            if isinstance(what, EffectAsked):
                found[what.key] = 0
            elif isinstance(what, EffectDone | EffectDropped):
                found[what.key] += 1
        return found
