"""A region with four streams, played through the real engine on a clock of its own."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import attrs

import samenwerk_geldstromen
from samenwerk import Engine, MemoryStore, Outcome, Party, Plugins, Room, Workflow, load
from samenwerk.hooks.families import HOOKS
from samenwerk.hooks.gather import gather, source_of

FOLDER = Path(__file__).resolve().parents[1] / "workflow"
PARTIES = {
    "oost": "provider", "west": "provider", "waard": "insurer", "zeker": "insurer",
    "kantoor": "care_office", "berg": "municipality", "dal": "municipality", "wacht": "regulator",
}  # fmt: skip
PAPERS = ("plan", "estimate")


@cache
def plugins() -> Plugins:
    """This plugin alone, by all of its hooks."""
    return gather([source_of(samenwerk_geldstromen)], HOOKS)


@cache
def workflow() -> Workflow:
    """The workflow beside this plugin."""
    return load(FOLDER, plugins=plugins())


@attrs.define
class Region:
    """A room and the day it is there; acts say whether they were carried out."""

    day: date = date(2027, 1, 4)
    known: Plugins = attrs.field(factory=plugins)
    engine: Engine = attrs.field(init=False)
    room: Room = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        """Begin, with every party and a collaboration."""

        def clock() -> datetime:
            return datetime.combine(self.day, time(12), UTC)

        self.engine = Engine(MemoryStore(), plugins=self.known, clock=clock)
        self.room = self.engine.start(workflow(), "regio")
        self.room.enrol(parties=[Party(one, sort) for one, sort in PARTIES.items()])
        assert self.done("collaboration.begin", "c", "berg")

    def do(self, step: str, case: str, actor: str, **facts: Any) -> Outcome:
        """Do a step; `under` and `assessor` are no facts."""
        parent, leaders = facts.pop("under", None), facts.pop("assessor", None)
        roles = {} if leaders is None else {"assessor": leaders}
        return self.room.do(
            step, case=case, actor=actor, facts=facts, parent=parent, roles=roles
        )

    def done(self, step: str, case: str, actor: str, **facts: Any) -> bool:
        """Whether the step was carried out."""
        return self.do(step, case, actor, **facts).carried_out

    def hand_in(self, case: str, actor: str, *papers: str) -> None:
        """Hand in these documents."""
        for one in papers:
            self.room.hand_in(one, "v1", case=case, actor=actor)

    def state(self, case: str) -> str:
        """Where a case is."""
        return self.room.collaboration.cases[case].state

    def scheme(self, ceiling: str = "1000.00", reserved: str = "0.00") -> Region:
        """Open a scheme of berg, until the end of 2029."""
        assert self.done(
            "subsidy_scheme.open", "s", "berg", ceiling=Decimal(ceiling),
            reserved=Decimal(reserved), lot_number=7, use_until=date(2029, 12, 31),
        )  # fmt: skip
        return self

    def apply(
        self, case: str, who: str, asked: Decimal | str, count: int = 3,
        theme: str = "staff", activity: str = "training", papers: tuple[str, ...] = PAPERS,
    ) -> bool:  # fmt: skip
        """Apply for a grant, with these papers."""
        well = self.done(
            "subsidy_award.apply", case, who, theme=theme, activity=activity,
            asked=Decimal(asked), instalments=count,
        )  # fmt: skip
        if well:
            self.hand_in(case, who, *papers)
        return well
