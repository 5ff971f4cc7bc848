"""Proving the invariants of a folder for `samenwerk verify`, and telling what came of it.

What an answer says is `verify`; which files a story becomes is `story_files`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import attrs

from samenwerk.cli.door import Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.playing import seldom_collected
from samenwerk.cli.progress import Progress

if TYPE_CHECKING:
    from samenwerk.engine.shelf import Running
    from samenwerk.language.catalogue import Speaker
    from samenwerk.proof.asked import Limits
    from samenwerk.proof.standing import Standing
    from samenwerk.scenarios.folder import Folder
    from samenwerk.upgrade.strict import Beside
    from samenwerk.values.declared import Invariant, Workflow
    from samenwerk.verify.answers import Verified
    from samenwerk.verify.report import Where


@attrs.frozen(eq=False)
class Told:
    """A folder with what came of its invariants; `verified` is None when it has faults.

    `beside` is how strict it is beside each of its bases, where all of it was asked.
    """

    folder: Folder
    verified: Verified | None = None
    running: Running | None = None
    beside: tuple[Beside, ...] = ()

    @property
    def looser(self) -> bool:
        """Whether it allows what a base refuses and does not let go."""
        return any(one.wrong for one in self.beside)


def limits_of(members: int | None, cases: int | None, worlds: int | None) -> Limits:
    """The limits that somebody gave; the usual ones where none were."""
    from samenwerk.proof.asked import Limits

    usual = Limits()
    return Limits(
        usual.worlds if worlds is None else worlds,
        usual.members if members is None else members,
        usual.cases if cases is None else cases,
    )


def must_be_there(names: Iterable[str], folders: Sequence[Folder]) -> None:
    """Raise Fail, with the nearest name, for an invariant that no folder has."""
    from samenwerk.definitions.laying.faults import nearest

    known = [one for folder in folders if folder.workflow for one in folder.workflow.invariants]
    for name in names:
        if name not in known and all(folder.sound for folder in folders):
            near = nearest(name, known)
            raise Fail("verify.unknown_near" if near else "verify.unknown", name=name, near=near,
                       names=list(dict.fromkeys(known)) or ["-"])  # fmt: skip


def proved(
    door: Door, folder: Folder, names: Sequence[str], breaches: bool, limits: Limits
) -> Told:
    """Ask the invariants of a folder, all or those of these names, and show how far it is."""
    if not folder.sound or folder.workflow is None:
        return Told(folder)
    from samenwerk.engine.shelf import made_ready
    from samenwerk.hooks.installed import installed
    from samenwerk.verify.asking import Asked, verified

    workflow = folder.workflow
    running = made_ready(workflow, installed)
    running.plugins.check()
    asked = Asked(limits=limits, register=folder.registers.get(""))
    questions = _questions(workflow, names, breaches)
    with (
        seldom_collected(),
        Progress(door.with_workflow(workflow), "verify.proving", len(questions)) as progress,
    ):
        found = verified(running, questions, asked, progress.at, others=not names)
        beside = _beside(folder, workflow, limits) if found.whole and not names else ()
        return Told(folder, found, running, beside)


def _beside(folder: Folder, workflow: Workflow, limits: Limits) -> tuple[Beside, ...]:
    if not workflow.extends:
        return ()
    from samenwerk.upgrade.difference import Side
    from samenwerk.upgrade.strict import beside_bases

    region = Side(folder.path.as_posix(), workflow, folder.reading)
    return beside_bases(region, folder.path, limits)


def _questions(workflow: Workflow, names: Sequence[str], breaches: bool) -> list[Invariant]:
    return [
        attrs.evolve(one, breaches=one.breaches or breaches)
        for name, one in workflow.invariants.items()
        if not names or name in names
    ]


def text(door: Door, told: Told) -> str:
    """What came of a folder, as text; its faults when it has any."""
    from samenwerk.verify.report import rows

    folder = told.folder
    spoken = door.with_workflow(folder.workflow)
    if told.verified is None:
        from samenwerk.cli.faults import faults_text

        return faults_text(folder.diagnostics, folder.lines, spoken)
    speaker = _speaker(spoken, folder)
    from samenwerk.upgrade.strict import strict_short

    strict = [strict_short(one, speaker, spoken.width) for one in told.beside]
    if not told.verified.asked and not told.verified.standing:
        none = spoken.words("verify.none", path=_shown_path(folder))
        return "\n\n".join([none, *strict])
    answers = rows(told.verified, speaker, _where(told), spoken.width)
    return "\n\n".join(["\n".join([head(spoken, folder), *answers]), *strict])


def markdown(door: Door, told: Told) -> str:
    """The same as Markdown."""
    from samenwerk.verify.report import markdown as of_report

    spoken = door.with_workflow(told.folder.workflow)
    if told.verified is None:
        return text(door, told)
    from samenwerk.upgrade.strict import strict_markdown

    speaker = _speaker(spoken, told.folder)
    made = of_report(told.verified, head(spoken, told.folder), speaker, _where(told))
    return "\n".join([made, *(strict_markdown(one, speaker) for one in told.beside)])


def data(door: Door, told: Told) -> dict[str, object]:
    """The same as plain data."""
    from samenwerk.cli.faults import faults_data
    from samenwerk.verify.data import answers_data

    folder = told.folder
    spoken = door.with_workflow(folder.workflow)
    workflow = folder.workflow
    shared: dict[str, object] = {
        "path": folder.path.as_posix(),
        "workflow": None if workflow is None else {
            "id": workflow.name, "version": workflow.version, "digest": workflow.digest,
        },
    }  # fmt: skip
    if told.verified is None:
        return {**shared, "faults": faults_data(folder.diagnostics, spoken)}
    from samenwerk.upgrade.strict import strict_data

    speaker = _speaker(spoken, folder)
    found = answers_data(told.verified, speaker, _where(told))
    strict = [strict_data(one, speaker) for one in told.beside]
    return {**shared, "faults": [], **found, "strictness": strict}


def head(door: Door, folder: Folder) -> str:
    """The workflow with its version and where it is."""
    workflow = folder.workflow
    assert workflow is not None
    return door.words("verify.head", name=workflow.name, version=workflow.version,
                      path=_shown_path(folder))  # fmt: skip


def _shown_path(folder: Folder) -> str:
    """The folder of a workflow; its file, where that is the working folder."""
    path = folder.path if folder.path.parent == Path() else folder.path.parent
    return path.as_posix()


def _speaker(door: Door, folder: Folder) -> Speaker:
    from samenwerk.verify.telling import speaker_of

    assert folder.workflow is not None
    return speaker_of(door.lang, folder.workflow)


def _where(told: Told) -> Where:
    """Where an invariant is written, and what let its story through."""
    from samenwerk.proof.standing import Standing
    from samenwerk.values.place import Place
    from samenwerk.verify.answers import Answer
    from samenwerk.verify.slips import Slip, slips

    reading, running = told.folder.reading, told.running
    assert running is not None

    def where(answer: Answer | Standing) -> tuple[Place | None, tuple[Slip, ...]]:
        if isinstance(answer, Standing):
            return reading.place(*_path(answer)), ()
        place = reading.place("invariant", answer.invariant.name)
        found = answer.broken
        if found is None:
            return place, ()
        return place, slips(found, answer.invariant, running.compiled, reading)

    return where


def _path(found: Standing) -> tuple[str, ...]:
    """The keys under which it stands that something was found of."""
    lifecycle, _, name = found.what.name.rpartition(".")
    own = (found.what.family, name, *([found.key] if found.key else []))
    return ("lifecycle", lifecycle, *own) if lifecycle else own
