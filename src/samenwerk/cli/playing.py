"""Playing the stories of a folder for `samenwerk test`, with what they touch and what they notice.

How that is told is `stories`; the playing itself is `scenarios`.
"""

from __future__ import annotations

import contextlib
import gc
import time
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

import attrs

from samenwerk.cli.door import Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.progress import Progress

if TYPE_CHECKING:
    from samenwerk.hooks.calling.caller import Calling
    from samenwerk.scenarios.coverage import Coverage
    from samenwerk.scenarios.folder import Folder
    from samenwerk.scenarios.noticing import Noticed
    from samenwerk.scenarios.play import Played, Player


_FEW = 12
"""So many names of stories are told to who asks for one that there is not."""


@attrs.frozen(kw_only=True)
class Asked:
    """What `samenwerk test` is asked: which stories (none: all), and what to tell of them."""

    scenarios: tuple[str, ...] = ()
    coverage: bool = False
    mutations: bool = False


@attrs.frozen(eq=False)
class Tested:
    """A folder with what came of its stories; `seen` when all of them were played.

    `noticed` is what they notice of weaker conditions, where that was asked and they all passed.
    """

    folder: Folder
    played: tuple[Played, ...] = ()
    seconds: float = 0.0
    seen: Coverage | None = None
    noticed: Noticed | None = None
    player: Player | None = None

    @property
    def passed(self) -> bool:
        """Whether the folder has no faults and every story went as it says."""
        return self.folder.sound and all(one.passed for one in self.played)

    @property
    def wrong(self) -> tuple[Played, ...]:
        """The stories in which something went otherwise; not those that wait for another."""
        return tuple(one for one in self.played if not one.passed and one.stuck is None)


def play_folder(
    door: Door, folder: Folder, asked: Asked, *, before: Tested | None = None
) -> Tested:
    """Play the stories of a folder, all or those asked for, and whatever else is asked.

    A story that waits for one that went wrong brings that one along. What was played `before` and
    is the same still is not played again.
    """
    if not folder.sound or folder.workflow is None:
        return Tested(folder, player=None if before is None else before.player)
    from samenwerk.scenarios.coverage import coverage

    door = door.with_workflow(folder.workflow)
    chosen = asked.scenarios
    names = [one.name for one in folder.scenarios if not chosen or one.name in chosen]
    player = player_of(folder, None if before is None else before.player)
    started = time.perf_counter()
    played = tuple(_played(door, player, names))
    seconds = time.perf_counter() - started
    seen = None
    if played and not chosen:
        whole = coverage(folder.workflow, folder.reading, played)
        seen = whole.own(folder.path.absolute().parent)
    found = Tested(folder, played, seconds, seen, player=player)
    if not asked.mutations or not found.passed:
        return found
    from samenwerk.cli.mutated import weakened

    return attrs.evolve(found, noticed=weakened(folder, played, door))


def _played(door: Door, player: Player, names: list[str]) -> Iterator[Played]:
    """Play these, and show how far it is to who watches."""
    told: set[int] = set()
    with Progress(door, "test.playing", len(names)) as progress:
        for number, played in enumerate(player.play_all(names), start=1):
            for one in (*_behind(player, played, names), played):
                if id(one) not in told:
                    told.add(id(one))
                    yield one
            progress.at(number)


def _behind(player: Player, played: Played, names: list[str]) -> list[Played]:
    """What went wrong before a story that waits for it, and is not played in its own place."""
    if played.stuck is None:
        return []
    before = player.line(played.scenario.name)[:-1]
    return [
        one for one in before
        if one.stuck is None and not one.passed
        and not (one.scenario.name in names and player.play(one.scenario.name) is one)
    ]  # fmt: skip


def all_noticed(found: Sequence[Tested]) -> Noticed | None:
    """What all of them notice together; None when it was not asked or some went otherwise."""
    from samenwerk.scenarios.noticing import together

    noticed = [one.noticed for one in found if one.noticed is not None]
    if not noticed or len(noticed) < len(found):
        return None
    return together(noticed)


def player_of(
    folder: Folder, before: Player | None = None, calling: Calling | None = None
) -> Player:
    """Who plays the scenarios of a folder without faults; `before` is who did so last.

    `calling` is how plugins are asked, for who wants to know afterwards how that went.
    """
    from samenwerk.scenarios.play import Player

    assert folder.workflow is not None
    return Player(
        folder.workflow, folder.scenarios, folder.registers,
        workflow_with=lambda scenario: folder.variants[scenario.name], before=before,
        calling=calling,
    )  # fmt: skip


def must_be_known(asked: Iterable[str], folders: Sequence[Folder]) -> None:
    """Raise Fail, with the nearest name, for a story that no folder has."""
    from samenwerk.definitions.laying.faults import nearest

    if not all(folder.sound for folder in folders):
        return  # a story may stand in what could not be read
    names = list(dict.fromkeys(one.name for folder in folders for one in folder.scenarios))
    for name in asked:
        if name not in names:
            near = nearest(name, names)
            id = "test.unknown_near" if near else "test.unknown"
            few = names if len(names) <= _FEW else [*names[:_FEW], "…"]
            raise Fail(id, name=name, near=near, names=few)


@contextlib.contextmanager
def seldom_collected() -> Iterator[None]:
    """Look for garbage less often: what was read stays, and playing makes almost none."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()
