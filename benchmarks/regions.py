"""Many collaborations in one store, and one with many projects: what reports are measured by.

They are the stories of the house, kept again and again under other names; all in them is invented.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import cycle, islice
from pathlib import Path
from zoneinfo import ZoneInfo

from samenwerk import Engine
from samenwerk.engine import Room
from samenwerk.packaged import find_workflow
from samenwerk.scenarios.folder import read_folder
from samenwerk.scenarios.keep import keep
from samenwerk.scenarios.play import Played, Player
from samenwerk.store.contract import Store
from samenwerk.store.sqlite import SqliteStore

THEMES = (
    "zorg_op_afstand", "valpreventie", "beeldbellen", "nachtzorg", "leefstijlloket",
    "dagbesteding", "mantelzorgsteun", "wijkzuster", "medicatieoverdracht", "ouderenhuisarts",
    "wondzorg", "samen_koken",
)  # fmt: skip
TOWNS = (
    "doetinchem", "winterswijk", "aalten", "borculo", "lichtenvoorde", "groenlo", "zelhem",
    "varsseveld", "neede", "eibergen",
)  # fmt: skip
MAKERS = ("berkel", "grens", "thuis", "slinge", "buur")
PAPERS = ("goals", "tasks", "estimate", "risks", "steering", "cover_plan")
REGION, STORY = "achterhoek-2030", "twee_jaar"


FEW = ("doorbraakmiddelen", "dienstrooster-achterhoek", "heerenveen")
"""The workflows of which the stories are kept again and again."""


def _player(name: str) -> tuple[Player, tuple[str, ...]]:
    path = find_workflow(name)
    assert path is not None
    folder = read_folder(path)
    workflow, variants = folder.workflow, folder.variants
    assert workflow is not None
    player = Player(workflow, folder.scenarios, folder.registers,
                    workflow_with=lambda one: variants[one.name])  # fmt: skip
    return player, tuple(one.name for one in folder.scenarios)


def few(store: Store, count: int) -> None:
    """So many collaborations: stories of a few workflows in turn, until there are enough."""
    lines: list[tuple[str, tuple[Played, ...]]] = []
    for name in FEW:
        player, names = _player(name)
        played = sorted((player.line(one) for one in names), key=_acts)
        lines += [(f"{name} {one[-1].scenario.name}", one) for one in played[-3:]]
    for at, (name, line) in enumerate(islice(cycle(lines), count)):
        keep(line, store, f"{name} {at // len(lines) + 1}")


def _acts(line: tuple[Played, ...]) -> int:
    return sum(len(one.acts) for one in line)


def region(store: Store, projects: int) -> Room:
    """The region after two years, with so many projects more, each as far as its number says."""
    player, _ = _player(REGION)
    room = keep(player.line(STORY), store, REGION)
    latest = room.collaboration.latest
    assert latest is not None
    engine = Engine(store)
    for at in range(projects):
        day = latest + timedelta(days=at // 2)
        room = engine.at(_noon(day)).room(REGION)
        name = f"{THEMES[at % 12]}_{TOWNS[at // 12 % 10]}"
        _project(room, name + (f"_{at // 120 + 1}" if at >= 120 else ""), at)
    return room


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=ZoneInfo("Europe/Amsterdam"))


def _project(room: Room, case: str, at: int) -> None:
    maker = MAKERS[at % len(MAKERS)]
    room.do("project.start_idea", case=case, parent="s", actor=maker, facts={"aim": f"Doel {at}"})
    if at % 4 == 0:
        return
    for who in ("slinge", "team"):
        room.record("affected", True, case=case, actor=maker, who=who)
    room.hand_in("affected_list", "Lijst", case=case, actor=maker)
    for who in ("slinge", "team"):
        room.do("project.have_a_say", case=case, actor=who)
    room.record("follows_vision", "yes", case=case, actor="gids")
    if at % 4 == 1:
        return
    room.record("stays_small", "Eerst klein", case=case, actor=maker)
    room.do("project.define", case=case, actor=maker)
    if at % 4 == 2:
        return
    room.do("project.lead", case=case, actor="slinge")
    for who in dict.fromkeys(("slinge", maker)):
        room.do("project.join", case=case, actor=who)
    for paper in PAPERS:
        room.hand_in(paper, "v1", case=case, actor="slinge")


def long_record(store: Store, events: int) -> Room:
    """The region after two years and then so much more of what is done time and again."""
    latest = region(store, 0).collaboration.latest
    assert latest is not None
    room = Engine(store).at(_noon(latest)).room(REGION)
    while room.collaboration.sequence < events:
        assert room.do("project.report", case="loket", actor="buur",
                       facts={"signal": "green"}).carried_out  # fmt: skip
    return room


def on_file(file: Path) -> SqliteStore:
    """A new file, in which it is no matter if the power fails."""
    return SqliteStore(str(file), durability="normal")
