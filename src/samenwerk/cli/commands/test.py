"""`samenwerk test`: the scenarios of a workflow, played through the real engine."""

from __future__ import annotations

import contextlib
import gc
import sys
import time
from collections.abc import Iterator
from typing import TYPE_CHECKING

import attrs
import click

from samenwerk.cli.command import argument, made, option
from samenwerk.cli.door import FINE, FOUND, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.words import words

if TYPE_CHECKING:
    from samenwerk.scenarios.coverage import Coverage
    from samenwerk.scenarios.folder import Folder
    from samenwerk.scenarios.noticing import Noticed
    from samenwerk.scenarios.play import Played, Player


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        argument(lang, "paths", nargs=-1),
        option(lang, "--scenario", "scenarios", multiple=True,
               metavar=words(lang, "argument.name")),
        option(lang, "--coverage", is_flag=True),
        option(lang, "--mutations", is_flag=True),
        option(lang, "--mutations-at-least", "least", type=click.IntRange(0, 100),
               metavar=words(lang, "argument.percent")),
        option(lang, "--keep", metavar="FILE"),
    ])  # fmt: skip


def run(
    door: Door,
    paths: tuple[str, ...],
    scenarios: tuple[str, ...],
    coverage: bool,
    mutations: bool,
    least: int | None,
    keep: str | None,
) -> int:
    """Play the scenarios of each workflow; 1 when something went otherwise or has a fault.

    With `mutations` also whether they notice when conditions are weaker; 1 when that is less
    than `least` percent. With `keep` the one scenario that is played is put in that store.
    """
    from samenwerk.cli.definition import all_located
    from samenwerk.scenarios.folder import read_folder

    files = [file for path in paths or (".",) for file in all_located(path)]
    if keep is not None:
        from samenwerk.cli.kept import may_keep

        may_keep(keep, len(files), scenarios)
    folders = [read_folder(file) for file in files]
    for folder in folders:
        if scenarios and len(folders) == 1 and folder.sound:
            _known(scenarios, [one.name for one in folder.scenarios])
    weak = mutations or least is not None
    with _seldom_collected():
        tested = [_tested(door, folder, scenarios, weak) for folder in folders]
    code = FINE if all(one.passed for one in tested) else FOUND
    head = None
    if keep is not None and code == FINE:
        from samenwerk.cli.kept import kept

        head = kept(player_of(folders[0]), scenarios[0], folders[0], keep)
    whole = _all_noticed(tested)
    less = least is not None and (whole is None or whole.percent < least)
    if less:
        code = FOUND

    def text() -> str:
        parts = [_text(door, one, coverage, weak) for one in tested]
        if len(tested) > 1:
            parts.append(_together(door, tested))
        if less:
            parts.append(door.words("test.noticed.less", least=least))
        if keep is not None:
            from samenwerk.cli.kept import told

            parts.append(told(door.with_workflow(folders[0].workflow), keep, head))
        return "\n\n".join(parts)

    def data() -> dict[str, object]:
        more = {} if keep is None else {"kept": None if head is None else {
            "store": keep, "head": head}}  # fmt: skip
        return {"tested": [_data(door, one, coverage) for one in tested], **more}

    return door.answer(code, text, data)


@contextlib.contextmanager
def _seldom_collected() -> Iterator[None]:
    """Look for garbage less often: what was read stays, and playing makes almost none."""
    before = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(100_000, 20, 100)
    try:
        yield
    finally:
        gc.set_threshold(*before)
        gc.unfreeze()


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

    @property
    def passed(self) -> bool:
        """Whether the folder has no faults and every story went as it says."""
        return self.folder.sound and all(one.passed for one in self.played)


def _tested(door: Door, folder: Folder, scenarios: tuple[str, ...], weak: bool) -> Tested:
    if not folder.sound or folder.workflow is None:
        return Tested(folder)
    from samenwerk.scenarios.coverage import coverage

    spoken = door.with_workflow(folder.workflow)
    names = [one.name for one in folder.scenarios if not scenarios or one.name in scenarios]
    started = time.perf_counter()
    played = tuple(_progress(spoken, player_of(folder), names))
    seconds = time.perf_counter() - started
    seen = None
    if played and not scenarios:
        whole = coverage(folder.workflow, folder.reading, played)
        seen = whole.own(folder.path.absolute().parent)
    tested = Tested(folder, played, seconds, seen)
    if not weak or not tested.passed:
        return tested
    from samenwerk.cli.mutated import weakened

    return attrs.evolve(tested, noticed=weakened(folder, played, spoken))


def _all_noticed(tested: list[Tested]) -> Noticed | None:
    """What all of them notice together; None when it was not asked or some went otherwise."""
    from samenwerk.scenarios.noticing import Noticed

    found = [one.noticed for one in tested if one.noticed is not None]
    if not found or len(found) < len(tested):
        return None
    unnoticed = tuple(mutant for one in found for mutant in one.unnoticed)
    return Noticed(sum(one.tried for one in found), unnoticed)


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


def _text(door: Door, tested: Tested, named: bool, weak: bool) -> str:
    from samenwerk.cli.covered import summary, unseen
    from samenwerk.cli.tested import failure
    from samenwerk.language.layout import wrap

    folder, workflow = tested.folder, tested.folder.workflow
    door = door.with_workflow(workflow)
    if not folder.sound or workflow is None:
        return _faulty(door, folder)
    path = folder.path.parent.as_posix()
    if not tested.played:
        return door.words("test.none", path=path)
    rows = [door.words("test.head", path=path, name=workflow.name, version=workflow.version)]
    good, wrong = door.words("test.ok"), door.words("test.wrong")
    for one in tested.played:
        mark = good if one.passed else wrong
        scenario = one.scenario
        label = door.speaker(workflow).labels.among(scenario.labels) or ""
        said = f"{scenario.name}: {label}" if label else scenario.name
        rows += wrap(said, door.width, f"  {mark:<{max(len(good), len(wrong))}}  ")
        if one.stuck is not None:
            rows.append("        " + door.words("test.stuk", after=one.stuck))
        elif not one.passed:
            rows += ["", *failure(one, door, workflow), ""]
    rows += wrap(door.words("test.count", **_counts([tested])), door.width)
    if tested.seen is not None:
        rows += summary(tested.seen, door, "test.covered", named)
        rows += unseen(tested.seen, door, workflow) if named else []
    if tested.noticed is not None:
        from samenwerk.cli.mutated import report

        rows += report(tested.noticed, door, workflow)
    elif weak:
        rows += ["", *wrap(door.words("test.noticed.first"), door.width)]
    return "\n".join(rows)


def _together(door: Door, tested: list[Tested]) -> str:
    """What came of several workflows, as one."""
    from samenwerk.cli.covered import summary
    from samenwerk.language.layout import wrap
    from samenwerk.scenarios.coverage import joined

    told = door.words("test.total", folders=len(tested), **_counts(tested))
    seen = joined(one.seen for one in tested if one.seen is not None)
    rows = wrap(told, door.width) + summary(seen, door, "test.covered.in_all", False)
    weaker = _all_noticed(tested)
    if weaker is not None:
        from samenwerk.cli.mutated import total

        rows += total(weaker, door)
    return "\n".join(rows)


def _counts(tested: list[Tested]) -> dict[str, object]:
    played = [one for each in tested for one in each.played]
    acts = sum(len(one.acts) for one in played)
    seconds = sum(one.seconds for one in tested)
    return {
        "scenarios": len(played),
        "failed": sum(not one.passed for one in played),
        "acts": acts,
        "steps": sum(one.steps for one in played),
        "seconds": f"{seconds:.2f}",
        "speed": round(acts / seconds) if seconds > 0 else 0,
    }


def _data(door: Door, tested: Tested, named: bool) -> dict[str, object]:
    from samenwerk.cli.covered import coverage_data
    from samenwerk.cli.mutated import mutations_data
    from samenwerk.cli.tested import failure_data

    folder, workflow = tested.folder, tested.folder.workflow
    path = folder.path.as_posix()
    if not folder.sound or workflow is None:
        return {"path": path, "sound": False, "scenarios": []}
    door = door.with_workflow(workflow)
    return {
        "path": path,
        "sound": True,
        "workflow": {"id": workflow.name, "version": workflow.version},
        "counts": {**_counts([tested]), "seconds": round(tested.seconds, 3)},
        "coverage": coverage_data(tested.seen, door, workflow, named),
        "mutations": mutations_data(tested.noticed, door, workflow),
        "scenarios": [
            {
                "name": one.scenario.name,
                "passed": one.passed,
                "stuck": one.stuck,
                "acts": len(one.acts),
                "wrong": failure_data(one, door, workflow),
            }
            for one in tested.played
        ],
    }
