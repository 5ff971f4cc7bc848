"""`samenwerk explain`: a code, a name of a workflow, a word of samenwerk, or a step in a case."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenwerk.cli.command import Day, argument, made, on_store, option
from samenwerk.cli.door import FINE, FOUND, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.words import words
from samenwerk.values.errors import SamenwerkError

if TYPE_CHECKING:
    from samenwerk.core.view import View
    from samenwerk.language.catalogue import Speaker
    from samenwerk.scenarios.folder import Folder
    from samenwerk.values.case import Case
    from samenwerk.values.declared import Workflow
    from samenwerk.values.register import Register


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        argument(lang, "name"),
        option(lang, "--workflow", metavar=words(lang, "argument.workflow")),
        option(lang, "--case", metavar=words(lang, "argument.case")),
        option(lang, "--as", "actor", metavar=words(lang, "argument.party")),
        option(lang, "--for", "on_behalf_of", metavar=words(lang, "argument.party")),
        option(lang, "--on", "day", type=Day(lang)),
        *on_store(lang),
    ])  # fmt: skip


def run(
    door: Door, name: str, workflow: str | None, case: str | None, actor: str | None,
    on_behalf_of: str | None, day: date | None, store: str, collaboration: str | None,
    now: datetime | None,
) -> int:  # fmt: skip
    """Explain by what the name looks like and which options are given."""
    if case is not None:
        return _step(door, name, case, actor, on_behalf_of, day, store, collaboration, now)
    code = name.upper()
    if code.startswith("SW") and code[2:].isdigit():
        return _code(door, code)
    try:
        return _named(door, name, workflow, store, collaboration, day, now)
    except (Fail, SamenwerkError):
        from samenwerk.cli.word_page import meant, word_data, word_page

        found = meant(name)
        if not found:
            raise
        return door.answer(
            FINE, lambda: word_page(found, door), lambda: {"word": word_data(found)}
        )


def _named(
    door: Door, name: str, workflow: str | None, store: str, collaboration: str | None,
    day: date | None, now: datetime | None,
) -> int:  # fmt: skip
    """What has this name in a workflow that is named, else in the one of the store; where there
    is no store, in the one of the working folder."""
    from samenwerk.cli.stores import there

    if workflow is None and not there(store):
        if not Path("workflow.toml").is_file():
            raise Fail("explain.nowhere", name=name, file=store)
        workflow = "."
    if workflow is not None:
        from samenwerk.cli.definition import located
        from samenwerk.engine.acting import civil_day
        from samenwerk.engine.running import now as present
        from samenwerk.front import load
        from samenwerk.scenarios.folder import read_folder

        folder = read_folder(located(workflow))
        found = folder.workflow
        known = load(folder.path) if found is None else found
        on = civil_day(now or present(), known.zone) if day is None else day
        return _name(door, name, known, folder.registers.get(""), on, folder)
    from samenwerk.cli.rooms import opened

    with opened(door, store, collaboration, now) as at:
        return _name(door, name, at.room.workflow, at.room.collaboration.register, at.day(day))


def _code(door: Door, code: str) -> int:
    from samenwerk.cli.code_page import code_data, code_page

    page = code_page(code, door)
    return door.answer(FINE, lambda: page, lambda: code_data(code, door))


def _name(
    door: Door, name: str, workflow: Workflow, register: Register | None = None,
    day: date | None = None, folder: Folder | None = None, view: View | None = None,
) -> int:  # fmt: skip
    from samenwerk.cli.name_page import name_data, name_page

    door = door.with_workflow(workflow)
    speaker: Speaker = door.speaker(workflow, register)
    return door.answer(
        FINE, lambda: name_page(name, workflow, speaker, door, day, folder, view),
        lambda: name_data(name, workflow, speaker, folder, day, view),
    )  # fmt: skip


def _is_decision(name: str, case: Case, workflow: Workflow) -> bool:
    """Whether a decision has this name, and no step that can be meant in the case."""
    if workflow.step(name) is not None or name in workflow.lifecycles[case.lifecycle].steps:
        return False
    return any(name in (full, full.rpartition(".")[2]) for full in workflow.decisions)


def _step(
    door: Door, name: str, case: str, actor: str | None, on_behalf_of: str | None,
    day: date | None, store: str, collaboration: str | None, now: datetime | None,
) -> int:  # fmt: skip
    import attrs

    from samenwerk.cli.named import case_of, party_of, step_of
    from samenwerk.cli.rooms import opened
    from samenwerk.core.compiled import compile_workflow
    from samenwerk.core.findings import findings
    from samenwerk.core.refusals import doers_of
    from samenwerk.core.view import View
    from samenwerk.language.outcome import render_outcome
    from samenwerk.language.plain import outcome_data

    with opened(door, store, collaboration, now) as at:
        known = case_of(at.room, case)
        workflow = at.room.workflow_of(known.id)
        if _is_decision(name, known, workflow):
            view = View(at.room.collaboration, known, at.day(day))
            return _name(at.door, name, workflow, view.collaboration.register, view.day,
                         view=view)  # fmt: skip
        step = step_of(at.room, case, name)
        who = party_of(at.room, actor)
        if who is None:
            view = View(at.room.collaboration, known, at.day(day))
            doers = doers_of(step, view)
            if not doers:
                raise Fail("explain.nobody", code=FOUND, name=step.full_name)
            who = doers[0]
        outcome = at.room.ask(
            step.full_name, case=case, actor=who, on_behalf_of=party_of(at.room, on_behalf_of),
            day=day,
        )  # fmt: skip
        if not outcome.findings and step.needs:
            # something else is in the way; the conditions are told all the same
            made_ready = compile_workflow(at.room.workflow_of(case)).step(step.full_name)
            view = View(at.room.collaboration, known, at.day(day), who, who)
            if made_ready is not None:
                outcome = attrs.evolve(outcome, findings=findings(made_ready, view))
        speaker = at.speaker.inside(known.lifecycle)
        return at.door.answer(
            FINE if outcome.allowed else FOUND,
            lambda: render_outcome(outcome, speaker, at.door.width, actor=who),
            lambda: {"case": case, "step": step.full_name, "actor": who,
                     "outcome": outcome_data(outcome, speaker)},
        )  # fmt: skip
