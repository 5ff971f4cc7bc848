"""New pieces for a workflow that is there: a lifecycle, a rule, a story, each as it fits in it.

What is around them is `around`, where they are put `placing`, whether they are right `judging`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import attrs

from samenwerk.authoring.around import Ending, beginning, doers, endings, taken_names
from samenwerk.authoring.formatting import formatted
from samenwerk.authoring.judging import Judged
from samenwerk.authoring.naming import name_like
from samenwerk.authoring.placing import asked_by, in_scenarios, in_workflow
from samenwerk.authoring.writing import filled, quoted, template
from samenwerk.language.clean import one_line
from samenwerk.scenarios.compare import reasons
from samenwerk.scenarios.stage import Stage
from samenwerk.scenarios.story import Act
from samenwerk.values.declared import Step, Workflow
from samenwerk.values.errors import Misuse
from samenwerk.values.place import Place
from samenwerk.values.register import Register

_PLAN = {
    "nl": ("aanpak", "aanpak_ligt_er", "verhaal"),
    "en": ("approach", "approach_there", "story"),
}
_PAPER = {"nl": "stuk", "en": "document"}


@attrs.frozen(kw_only=True)
class Piece:
    """What is to be made: its name, its names for people, the language of its comments."""

    name: str
    nl: str
    en: str
    lang: str

    @property
    def heading(self) -> str:
        """Its name for people in a comment."""
        return one_line(self.nl if self.lang == "nl" else self.en) or self.name


@attrs.frozen
class Change:
    """Files as they would become; `said` names what was chosen, for who is told."""

    files: dict[Path, str]
    said: tuple[tuple[str, str], ...] = ()


def lifecycle_changes(found: Judged, piece: Piece, after: str | None) -> Iterator[Change]:
    """Ways to add a lifecycle with a story of its own, the likeliest first.

    It hangs under a case that is open where a story ends; with none, it stands by itself.
    """
    workflow, register = _known(found)
    taken = taken_names(found) | {piece.name}
    paper, rule, story = _PLAN[piece.lang]
    document = name_like(paper, paper, taken=taken)
    names = {
        "name": piece.name, "heading": piece.heading, "nl": quoted(piece.nl),
        "en": quoted(piece.en), "document": document, "document_text": quoted(document),
        "rule": (rule := name_like(rule, rule, taken=taken)), "rule_text": quoted(rule),
        "scenario": name_like(f"{piece.name}_{story}", story, taken=taken),
        "case": quoted(name_like(f"{piece.name}_1", "x", taken=taken)),
    }  # fmt: skip
    for ending in (*_after(found, after), None):
        above = None if ending is None else next(iter(_roots(ending, found)), None)
        if (ending is None) != (above is None) or (ending is None and after is not None):
            continue
        day = beginning(ending)
        for by, who in list(doers(workflow, register, day))[:3]:
            told = names | {
                "by": quoted(by), "who": quoted(who), "day": day.isoformat(),
                "under": "" if above is None else f"under = {quoted(above)}\n",
                "after": "" if ending is None else f"after = {quoted(ending.scenario)}\n",
            }  # fmt: skip
            files = in_workflow(found.folder, piece.name, _text(piece, "lifecycle", told))
            files |= in_scenarios(found.folder, piece.name, _text(piece, "lifecycle_story", told))
            yield Change(files, (("scenario", told["scenario"]),))


def rule_change(found: Judged, piece: Piece, step: Step) -> Change:
    """A rule that a step asks for, and the document that it asks for itself; raises NoPlace."""
    workflow, register = _known(found)
    taken = taken_names(found) | {piece.name}
    document = name_like(f"{piece.name}_{_PAPER[piece.lang]}", "x", taken=taken)
    by = next((by for by, _ in doers(workflow, register, beginning(None))), "")
    if not by:
        by = next(iter(sorted(workflow.roles) or sorted(workflow.sorts)), "")
    told = {
        "name": piece.name, "heading": piece.heading, "nl": quoted(piece.nl),
        "en": quoted(piece.en), "document": document, "document_text": quoted(document),
        "rule_text": quoted(piece.name), "by": quoted(by), "lifecycle": step.lifecycle,
        "step": step.name,
    }  # fmt: skip
    asked = asked_by(found.folder, step.lifecycle, step.name, piece.name)
    said = _text(piece, "rule", told | {"step": step.full_name})
    if asked is None:
        said += "\n" + _text(piece, "rule_use", told)
    return Change(in_workflow(found.folder, piece.name, said, asked))


def scenario_changes(found: Judged, piece: Piece, after: str | None) -> Iterator[Change]:
    """Ways to add a story that goes as it says: it asks what can be done where another ends."""
    _, register = _known(found)
    for ending in _after(found, after):
        lines = list(_asked(ending.stage, ending.day, register))
        if not lines:
            continue
        told = {
            "name": piece.name, "heading": piece.heading, "nl": quoted(piece.nl),
            "en": quoted(piece.en), "lines": "\n".join(lines),
            "after": f"after = {quoted(ending.scenario)}\n",
        }  # fmt: skip
        yield Change(in_scenarios(found.folder, piece.name, _text(piece, "scenario", told)))


def _asked(stage: Stage, day: date, register: Register) -> Iterator[str]:
    """One question that is answered with yes, and one with not yet, as far as there are."""
    wanted = ["allowed", "not_yet"]
    at = stage.at(day)
    cases = sorted(
        (one for one in stage.known.cases.values() if not one.over),
        key=lambda one: -one.opened.sequence,
    )
    for case in cases:
        for step in at.running.workflow.lifecycles[case.lifecycle].steps.values():
            if step.automatic is not None or case.state not in step.sources:
                continue
            for who in [one.id for one in register.parties]:
                act = Act(
                    kind="asks", on=day, place=Place("", 1, 1), case=case.id, who=who,
                    name=step.full_name,
                )  # fmt: skip
                try:
                    outcome = at.ask(act).verdict
                except Misuse:
                    continue
                verdict = outcome.verdict.value
                if verdict not in wanted or step.fill_in:
                    continue
                why = reasons(at.running.workflow, act, outcome) if verdict == "not_yet" else ()
                wanted.remove(verdict)
                yield (f"  {{on={day.isoformat()}, who={quoted(who)}, "
                       f"asks={quoted(step.full_name)}, case={quoted(case.id)}}},")  # fmt: skip
                because = f", because = [{', '.join(quoted(one) for one in why)}]" if why else ""
                yield f"    {{ verdict = {quoted(verdict)}{because} }},"
                break
            if not wanted:
                return


def _text(piece: Piece, name: str, told: dict[str, str]) -> str:
    return formatted(filled(template(piece.lang, "piece", f"{name}.toml"), told))


def _known(found: Judged) -> tuple[Workflow, Register]:
    workflow = found.folder.workflow
    assert workflow is not None
    return workflow, found.folder.registers.get("", Register())


def _after(found: Judged, after: str | None) -> tuple[Ending, ...]:
    """The endings that a story may go on from: the one that was named, or each with a case."""
    every = endings(found)
    if after is not None:
        return tuple(one for one in every if one.scenario == after)
    return tuple(reversed([one for one in every if one.open_cases]))


def _roots(ending: Ending, found: Judged) -> Iterator[str]:
    """The lifecycles of open cases that hang under nothing."""
    for case in ending.open_cases:
        if case.parent is None:
            yield case.lifecycle
