"""`samenwerk new lifecycle`, `rule` and `scenario`: more for a workflow that is there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenwerk.cli.command import argument, made, option
from samenwerk.cli.door import FINE, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.words import words

if TYPE_CHECKING:
    from samenwerk.authoring.additions import Change, Piece
    from samenwerk.authoring.judging import Judged
    from samenwerk.cli.asking import Asker


def build(name: str, lang: str) -> click.Command:
    """The command for one of the three."""
    kind = name.rpartition(" ")[2]
    title = words(lang, "argument.title")
    options = [
        argument(lang, "name"),
        option(lang, "--workflow", default=".", metavar=words(lang, "argument.workflow")),
        option(lang, "--nl", "nl", metavar=title),
        option(lang, "--en", "en", metavar=title),
        option(lang, "--yes", is_flag=True),
    ]
    if kind == "rule":
        options.append(option(lang, "--step", metavar=words(lang, "argument.step")))
    else:
        options.append(option(lang, "--after", metavar=words(lang, "argument.name")))

    def call(door: Door, **given: str | bool | None) -> int:
        return run(door, kind, **given)  # type: ignore[arg-type]

    return made(name, lang, call, options)


def run(
    door: Door,
    kind: str,
    name: str,
    workflow: str,
    nl: str | None,
    en: str | None,
    yes: bool,
    after: str | None = None,
    step: str | None = None,
) -> int:
    """Add the piece where it is right; the files that are there keep what they say."""
    from samenwerk.authoring.judging import judged
    from samenwerk.authoring.placing import NoPlace
    from samenwerk.cli.asking import Asker
    from samenwerk.cli.definition import located
    from samenwerk.cli.making import add_to

    path = located(workflow)
    if not Path(workflow).exists():
        raise Fail("file.no_workflow_in", folder=workflow, file="workflow.toml")
    found = judged(path)
    if not found.sound or found.folder.workflow is None:
        raise Fail("new.not_right", path=workflow)
    _may_be_called(kind, name, found)
    asker = Asker.at(door, yes)
    piece = _piece(asker, name, nl, en)
    changes: Iterator[Change]
    try:
        if kind == "rule":
            changes = _rule(asker, found, piece, step)
        else:
            changes = _story(kind, found, piece, after)
        change, now = add_to(found, changes, name, door.lang)
    except NoPlace as fault:
        raise Fail("new.no_place", file=fault.file, line=fault.line) from None
    home = path.absolute().parent
    files = sorted(one.relative_to(home).as_posix() for one in change.files)
    then = _next(kind, name, workflow, dict(change.said))
    return door.answer(
        FINE,
        lambda: _text(door, name, len(now.played), files, then),
        lambda: {
            "made": {
                "kind": kind,
                "name": name,
                "folder": workflow,
                "files": files,
                "scenarios": [one.scenario.name for one in now.played],
            },
            "next": then,
        },
    )


def _may_be_called(kind: str, name: str, found: Judged) -> None:
    from samenwerk.authoring.around import taken_names
    from samenwerk.authoring.naming import name_fault, name_like

    taken = taken_names(found)
    why = name_fault(name)
    if why is not None or name in taken:
        id = "new.taken" if why is None else f"new.name.{why}"
        raise Fail(id, name=name, near=name_like(name, _otherwise(kind), "_", taken), kind=kind)


def _otherwise(kind: str) -> str:
    return {"lifecycle": "dossier", "rule": "regel", "scenario": "verhaal"}[kind]


def _piece(asker: Asker, name: str, nl: str | None, en: str | None) -> Piece:
    from samenwerk.authoring.additions import Piece
    from samenwerk.cli.region_asked import filled_in

    lang = asker.door.lang
    given = {"nl": nl, "en": en}
    other = "en" if lang == "nl" else "nl"
    plain = name.replace("_", " ").replace("-", " ")
    own = asker.answer("new.ask.name", given[lang], given[other] or plain, filled_in)
    told = given[other]
    titles = {lang: own, other: filled_in(own if told is None else told)}
    return Piece(name=name, nl=titles["nl"], en=titles["en"], lang=lang)


def _rule(asker: Asker, found: Judged, piece: Piece, step: str | None) -> Iterator[Change]:
    from samenwerk.authoring.additions import rule_change
    from samenwerk.authoring.around import usual_step
    from samenwerk.definitions.laying.faults import nearest

    workflow = found.folder.workflow
    assert workflow is not None
    names = [one.full_name for each in workflow.lifecycles.values() for one in each.steps.values()]
    usual = usual_step(found)
    if usual is None:
        raise Fail("new.no_step")

    def known(said: str) -> str:
        if said in names:
            return said
        near = nearest(said, names)
        raise Fail("unknown.near" if near else "unknown", what="step", name=said, near=near)

    chosen = workflow.step(asker.answer("new.ask.step", step, usual, known))
    assert chosen is not None
    yield rule_change(found, piece, chosen)


def _story(kind: str, found: Judged, piece: Piece, after: str | None) -> Iterator[Change]:
    from samenwerk.authoring.additions import lifecycle_changes, scenario_changes
    from samenwerk.definitions.laying.faults import nearest

    names = [one.name for one in found.folder.scenarios]
    if after is not None and after not in names:
        near = nearest(after, names)
        raise Fail("test.unknown_near" if near else "test.unknown", name=after, near=near,
                   names=names)  # fmt: skip
    ways = lifecycle_changes if kind == "lifecycle" else scenario_changes
    any_ = False
    for change in ways(found, piece, after):
        any_ = True
        yield change
    if not any_ and after is None and kind == "scenario":
        raise Fail("new.no_story")


def _next(kind: str, name: str, workflow: str, said: dict[str, str]) -> list[str]:
    here = "" if workflow == "." else f" {workflow}"
    if kind == "scenario":
        return [f"samenwerk check{here or ' .'}", f"samenwerk test{here} --scenario {name}"]
    return [
        f"samenwerk check{here or ' .'}",
        f"samenwerk test{here}",
        f"samenwerk explain {name} --workflow{here or ' .'}",
    ]


def _text(door: Door, name: str, count: int, files: list[str], then: list[str]) -> str:
    from samenwerk.language.layout import wrap

    rows = wrap(door.words("new.piece.made", name=name, count=count), door.width)
    rows += [f"  {file}" for file in files]
    rows += ["", door.words("new.piece.next"), *(f"  {command}" for command in then)]
    return "\n".join(rows)
