"""`samenwerk test`: the scenarios of a workflow, played through the real engine."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import click

from samenwerk.cli.command import argument, made, option
from samenwerk.cli.door import FINE, FOUND, Door
from samenwerk.cli.failing import Fail

if TYPE_CHECKING:
    from samenwerk.scenarios.folder import Folder
    from samenwerk.scenarios.play import Played, Player


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        argument(lang, "paths", nargs=-1),
        option(lang, "--scenario", "scenarios", multiple=True, metavar=argument_name(lang)),
    ])  # fmt: skip


def argument_name(lang: str) -> str:
    """The word for a name."""
    from samenwerk.cli.words import words

    return words(lang, "argument.name")


def run(door: Door, paths: tuple[str, ...], scenarios: tuple[str, ...]) -> int:
    """Play the scenarios of each workflow; 1 when something went otherwise or has a fault."""
    from samenwerk.cli.definition import all_located
    from samenwerk.scenarios.folder import read_folder

    files = [file for path in paths or (".",) for file in all_located(path)]
    folders = [read_folder(file) for file in files]
    for folder in folders:
        if scenarios and len(folders) == 1 and folder.sound:
            _known(scenarios, [one.name for one in folder.scenarios])
    code = FINE if all(folder.sound for folder in folders) else FOUND
    texts, told = [], []
    for folder in folders:
        spoken = door.with_workflow(folder.workflow)
        if not folder.sound or folder.workflow is None:
            texts.append(_faulty(spoken, folder))
            told.append({"path": folder.path.as_posix(), "sound": False, "scenarios": []})
            continue
        names = [one.name for one in folder.scenarios if not scenarios or one.name in scenarios]
        started = time.perf_counter()
        played = list(_progress(spoken, player_of(folder), names))
        seconds = time.perf_counter() - started
        if not all(one.passed for one in played):
            code = FOUND
        texts.append(_report(spoken, folder, played, seconds))
        told.append(_data(spoken, folder, played, seconds))
    return door.answer(code, lambda: "\n\n".join(texts), lambda: {"tested": told})


def player_of(folder: Folder) -> Player:
    """Who plays the scenarios of a folder without faults."""
    from samenwerk.scenarios.play import Player

    assert folder.workflow is not None
    return Player(
        folder.workflow, folder.scenarios, folder.registers,
        workflow_with=lambda scenario: folder.variants[scenario.name],
    )  # fmt: skip


def _known(asked: tuple[str, ...], names: list[str]) -> None:
    from samenwerk.definitions.faults import nearest

    for name in asked:
        if name not in names:
            near = nearest(name, names)
            id = "test.unknown_near" if near else "test.unknown"
            raise Fail(id, name=name, near=near, names=names)


def _progress(door: Door, player: Player, names: list[str]) -> Iterator[Played]:
    """Play them, and show how far it is to who watches."""
    for number, played in enumerate(player.play_all(names), start=1):
        yield played
        if door.on_terminal:
            sys.stderr.write(f"\r{number}/{len(names)} ")
            sys.stderr.flush()
    if door.on_terminal:
        sys.stderr.write("\r" + " " * 20 + "\r")


def _faulty(door: Door, folder: Folder) -> str:
    from samenwerk.cli.commands.check import report

    path = folder.path.as_posix()
    return report(door, folder) + "\n" + door.words("test.not_played", path=path)


def _report(door: Door, folder: Folder, played: list[Played], seconds: float) -> str:
    from samenwerk.cli.tested import failure
    from samenwerk.language.layout import wrap

    workflow = folder.workflow
    assert workflow is not None
    path = folder.path.parent.as_posix()
    if not played:
        return door.words("test.none", path=path)
    rows = [door.words("test.head", path=path, name=workflow.name, version=workflow.version)]
    good, wrong = door.words("test.ok"), door.words("test.wrong")
    for one in played:
        mark = good if one.passed else wrong
        scenario = one.scenario
        label = door.speaker(workflow).labels.among(scenario.labels) or ""
        said = f"{scenario.name}: {label}" if label else scenario.name
        rows += wrap(said, door.width, f"  {mark:<{max(len(good), len(wrong))}}  ")
        if one.stuck is not None:
            rows.append("        " + door.words("test.stuk", after=one.stuck))
        elif not one.passed:
            rows += ["", *failure(one, door, workflow), ""]
    return "\n".join([*rows, door.words("test.count", **_counts(played, seconds))])


def _counts(played: list[Played], seconds: float) -> dict[str, object]:
    acts = sum(len(one.acts) for one in played)
    return {
        "scenarios": len(played),
        "failed": sum(not one.passed for one in played),
        "acts": acts,
        "steps": sum(one.steps for one in played),
        "seconds": f"{seconds:.2f}",
        "speed": round(acts / seconds) if seconds > 0 else 0,
    }


def _data(
    door: Door, folder: Folder, played: list[Played], seconds: float
) -> dict[str, object]:
    from samenwerk.cli.tested import failure_data

    assert folder.workflow is not None
    return {
        "path": folder.path.as_posix(),
        "sound": True,
        "workflow": {"id": folder.workflow.name, "version": folder.workflow.version},
        "counts": {**_counts(played, seconds), "seconds": round(seconds, 3)},
        "scenarios": [
            {
                "name": one.scenario.name,
                "passed": one.passed,
                "stuck": one.stuck,
                "acts": len(one.acts),
                "wrong": failure_data(one, door, folder.workflow),
            }
            for one in played
        ],
    }
