"""The workflows that lie beside a plugin: read and played with that plugin and no other.

While the stories are played, every question that the plugin is asked is kept: so the suite knows
real questions beside odd ones, and what no story asks.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

import attrs

from samenwerk.engine import Room
from samenwerk.hooks.plugins import OWN, Plugin, Plugins
from samenwerk.hooks.whole import Whole
from samenwerk.scenarios.folder import Folder, read_folder
from samenwerk.scenarios.play import Played, Player
from samenwerk.testing.contract.rooms import rooms
from samenwerk.values.declared import Fact
from samenwerk.values.errors import PluginError

CALLS: Mapping[str, str] = {
    "rules": "judge", "methods": "decide", "facts": "collect", "ranks": "rank",
}  # fmt: skip
"""What of each family is asked while a story is played: hook to the function."""

MOST_REAL = 60
"""So many questions of the stories are asked again, of each thing that is brought."""

LEFT_OUT = frozenset({".venv", "venv", "build", "dist", "src", "tests", "node_modules"})


@attrs.frozen(eq=False)
class Beside:
    """The workflows of a plugin, how their stories went, and what was asked meanwhile.

    `asked` is by hook and name: what came in, and what came back.
    """

    folders: tuple[Folder, ...] = ()
    played: tuple[tuple[Folder, Played], ...] = ()
    asked: Mapping[tuple[str, str], list[tuple[Any, Any]]] = attrs.field(factory=dict)
    raised: tuple[str, ...] = ()
    plugins: Plugins | None = None
    _rooms: list[tuple[str, Room, date]] = attrs.field(factory=list, init=False)

    def rooms(self) -> list[tuple[str, Room, date]]:
        """The rooms in which the stories ended, played when somebody asks."""
        if not self._rooms and self.plugins is not None:
            self._rooms.extend(one for each in self.folders for one in rooms(each, self.plugins))
        return self._rooms

    def real(self, hook: str, name: str) -> list[tuple[Any, ...]]:
        """What the stories asked of this thing, to be asked again."""
        return [given for given, _ in self.asked.get((hook, name), [])[:MOST_REAL]]

    def wholes(self) -> Iterator[tuple[str, Whole]]:
        """Those collaborations as a report gets them, on their last day."""
        for about, room, day in self.rooms():
            yield about, room.whole(day=day)

    @property
    def facts(self) -> Mapping[str, Fact]:
        """Every fact that one of the workflows declares, by its name."""
        return {
            name.rpartition(".")[2]: fact
            for folder in self.folders
            if folder.workflow is not None
            for name, fact in folder.workflow.facts.items()
        }


def workflow_files(root: Path) -> tuple[Path, ...]:
    """The workflows of a package, leaving out what is built and what only tests use."""
    found = (path for path in root.rglob("workflow.toml"))
    return tuple(sorted(
        path for path in found
        if not LEFT_OUT & set(path.relative_to(root).parts[:-1])
        and not any(part.startswith(".") for part in path.relative_to(root).parts)
    ))  # fmt: skip


def look_beside(root: Path, plugins: Plugins) -> Beside:
    """Read and play what lies beside a plugin; what the plugin raises is told."""
    asked: dict[tuple[str, str], list[tuple[Any, Any]]] = {}
    heard = listening(plugins, asked)
    folders, played, raised = [], [], []
    for path in workflow_files(root):
        try:
            folder = read_folder(path, heard)
            folders.append(folder)
            played += [(folder, one) for one in _played(folder, heard)]
        except PluginError as fault:
            raised.append(f"{path.relative_to(root).as_posix()}: {fault}")
    return Beside(tuple(folders), tuple(played), asked, tuple(raised), plugins)


def _played(folder: Folder, plugins: Plugins) -> Iterator[Played]:
    if folder.workflow is None or not folder.sound:
        return
    player = Player(
        folder.workflow, folder.scenarios, folder.registers,
        workflow_with=lambda scenario: folder.variants[scenario.name],
        plugins=lambda names: plugins,
    )  # fmt: skip
    yield from player.play_all()


def listening(plugins: Plugins, asked: dict[tuple[str, str], list[tuple[Any, Any]]]) -> Plugins:
    """The same plugins, of which every question and answer is kept in `asked`."""

    def keep(key: tuple[str, str], call: Callable[..., Any], *given: Any) -> Any:
        answer = call(*given)
        asked.setdefault(key, []).append((given, answer))
        return answer

    def heard(plugin: Plugin) -> Plugin:
        brought = dict(plugin.brought)
        for hook, function in CALLS.items():
            if plugin.name != OWN and hook in brought:
                brought[hook] = tuple(
                    attrs.evolve(one, **{function: functools.partial(
                        keep, (hook, one.name), getattr(one, function)
                    )})
                    for one in brought[hook]
                )  # fmt: skip
        return attrs.evolve(plugin, brought=brought)

    return attrs.evolve(plugins, plugins=tuple(heard(one) for one in plugins.plugins))
