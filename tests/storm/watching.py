"""What the simulation holds a record against: an own, simple idea of the workflow it plays.

It reads each new line once, and knows nothing of how the engine decides.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import attrs
from tests.storm.world import DAYS, MONEY, PLACES

from samenwerk.core.evolve import replay
from samenwerk.store.contract import Store
from samenwerk.values.case import Collaboration
from samenwerk.values.event import Line, StepDone


class Watcher:
    """One collaboration as it goes: who waits since when, who was given what, what is wrong."""

    def __init__(self, store: Store, place: str) -> None:
        self.store, self.place = store, place
        self.state: Collaboration | None = None
        self.waiting: dict[str, tuple[date, int]] = {}
        self.amounts: dict[str, Decimal] = {}
        self.given: dict[str, Decimal] = {}

    def catch_up(self) -> list[str]:
        """Read what is new; gives what is wrong with it."""
        stands = 0 if self.state is None else self.state.sequence
        tip = self.store.tip(self.place)
        if tip is None or (stands, "" if self.state is None else self.state.head) == tip:
            return []
        lines = list(self.store.read(self.place, stands))
        found = [wrong for line in lines for wrong in self._wrong(line)]
        self.state = replay(lines, self.state)
        return found

    def anew(self) -> list[str]:
        """All of it replayed from the first line must be what it is by small steps."""
        if content(replay(self.store.read(self.place))) != content(self.state):
            return [f"{self.place}: replayed from the first line it is another"]
        return []

    def overdue(self, today: date) -> set[str]:
        """Who should have lapsed by now."""
        return {case for case, (day, _) in self.waiting.items() if last_day(day) < today}

    def room_for(self, case: str) -> bool:
        """Whether this one could be given now: a place, and the money."""
        money = self.amounts[case] + sum(self.given.values())
        return len(self.given) < PLACES and money <= MONEY

    def _wrong(self, line: Line) -> list[str]:
        event, found = line.event, []
        what, case = event.what, event.case
        if not isinstance(what, StepDone) or case is None or event.to_state is None:
            return []
        asked = self.waiting.pop(case, None)
        held = self.given.pop(case, None)
        match event.step:
            case "ask":
                self.waiting[case] = (event.effective, event.sequence)
                self.amounts[case] = Decimal(next(
                    str(fact.value) for fact in what.facts if fact.name == "amount"
                ))  # fmt: skip
            case "give" if asked is None:
                found.append(f"{case} was given what it did not wait for")
            case "give" if asked is not None:
                if any(other < asked for other in self.waiting.values()):
                    found.append(f"{case} was given out of turn")
                if len(self.given) >= PLACES:
                    found.append(f"{case} was given a place that was not there")
                if event.effective > last_day(asked[0]):
                    found.append(f"{case} was given after its last day")
                self.given[case] = self.amounts[case]
                if sum(self.given.values()) > MONEY:
                    found.append(f"{case} was given money that was not there")
            case "lapse" if asked is None or event.effective <= last_day(asked[0]):
                found.append(f"{case} lapsed too early")
            case "lapse" if event.effective != last_day(asked[0]) + timedelta(days=1):
                found.append(f"{case} lapsed on another day than its own")
            case "close" if held is None:
                found.append(f"{case} closed without having been given")
        return [f"{self.place} at {event.sequence}: {one}" for one in found]


def content(known: Collaboration | None) -> object:
    """A collaboration by what is in it; registers are no equals of each other."""
    if known is None:
        return None
    names = (field.name for field in attrs.fields(Collaboration) if field.name != "register")
    return (known.register.lines, *(getattr(known, name) for name in names))


def last_day(asked: date) -> date:
    """The last day for what was asked on a day."""
    return asked + timedelta(days=DAYS)
