"""`samenwerk new region`: a folder with a workflow, a register and stories, right at once."""

from __future__ import annotations

import re
from collections.abc import Collection
from pathlib import Path
from typing import TYPE_CHECKING

import click

from samenwerk.cli.command import argument, made, option
from samenwerk.cli.door import FINE, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.words import words

if TYPE_CHECKING:
    from samenwerk.authoring.judging import Judged
    from samenwerk.authoring.region import Region
    from samenwerk.cli.asking import Asker


_TITLE = re.compile(r"(?=.*[^\W\d_])[\w .,()&-]{1,60}")
"""What can be a name for people, and be typed between quotes in any shell."""


def build(name: str, lang: str) -> click.Command:
    """The command."""
    party = words(lang, "argument.party")
    return made(name, lang, run, [
        argument(lang, "name"),
        option(lang, "--nl", "nl", metavar=words(lang, "argument.title")),
        option(lang, "--en", "en", metavar=words(lang, "argument.title")),
        option(lang, "--extends", metavar=words(lang, "argument.workflow")),
        option(lang, "--party", "parties", multiple=True, metavar=words(lang, "metavar.sorted")),
        option(lang, "--chair", metavar=party),
        option(lang, "--supporter", metavar=party),
        option(lang, "--yes", is_flag=True),
    ])  # fmt: skip


def run(
    door: Door,
    name: str,
    nl: str | None,
    en: str | None,
    extends: str | None,
    parties: tuple[str, ...],
    chair: str | None,
    supporter: str | None,
    yes: bool,
) -> int:
    """Ask what was not given, and make the folder NAME; an existing one is never touched."""
    from samenwerk.authoring.bases import NOTHING
    from samenwerk.authoring.region import STORIES, region_files
    from samenwerk.cli.asking import Asker
    from samenwerk.cli.making import is_there, make_fitting
    from samenwerk.cli.region_asked import asked_region

    target = Path(name)
    _may_be_called(door, name)
    if is_there(target):
        raise Fail("new.exists", name=name)
    asker = Asker.at(door, yes)
    given = {"nl": nl, "en": en, "extends": extends, "chair": chair, "supporter": supporter}
    region, base = asked_region(asker, name, target, given, parties)
    found, ruled = make_fitting(target, region_files(region), door.lang)
    if not found.right:
        assert base is not None
        why = _why(door, found)
        id = "new.base_differs" if why else "new.base_strange"
        raise Fail(id, base=base.extends, nothing=NOTHING[0], why=why)
    workflow = found.folder.workflow
    assert workflow is not None
    less = [] if ruled else ["rule"]
    less += ["stories"] if len(found.played) < STORIES else []
    next_ = _next(region, workflow.rules)
    files = sorted(path.relative_to(target).as_posix() for path in target.rglob("*.*")
                   if path.is_file())  # fmt: skip
    return door.answer(
        FINE,
        lambda: _text(door, asker, region, files, len(found.played), less, next_),
        lambda: {
            "made": {
                "kind": "region",
                "name": name,
                "folder": target.as_posix(),
                "files": files,
                "extends": region.extends,
                "parties": [one.name for one in region.parties],
                "chair": region.chair.name,
                "supporter": None if region.supporter is None else region.supporter.name,
                "scenarios": [one.scenario.name for one in found.played],
                "left_out": less,
            },
            "next": next_,
        },
    )


def _may_be_called(door: Door, name: str) -> None:
    """Raise Fail for what cannot be the name of a region, with one that can."""
    from samenwerk.authoring.naming import name_fault, name_like
    from samenwerk.packaged import workflow_names

    why = name_fault(name)
    taken = workflow_names()
    if why is None and name in taken:
        why = "packaged"
    if why is not None:
        near = name_like(Path(name).name, "regio", "-", taken)
        if _TITLE.fullmatch(name):
            near += f' --{door.lang} "{name}"'
        raise Fail(f"new.name.{why}", name=name, near=near, kind="region")


def _why(door: Door, found: Judged) -> str:
    """The first thing that is wrong with the usual beginning on this base; empty: its stories."""
    from samenwerk.cli.definition import fault_texts
    from samenwerk.language.catalogue import Speaker, as_sentence
    from samenwerk.language.diagnostics import told_texts

    for fault in found.folder.diagnostics:
        said = told_texts(fault, fault_texts(), Speaker(door.lang))
        told = f"{fault.code}, {said.what}. {as_sentence(said.mend, door.lang)}"
        return told.strip()
    return ""


def _text(
    door: Door, asker: Asker, region: Region, files: list[str], stories: int, less: list[str],
    next_: list[str],
) -> str:  # fmt: skip
    from samenwerk.language.layout import wrap

    rows = [""] if asker.asks else []
    made = "new.region.made" if stories > 1 else "new.region.made.one"
    rows += wrap(door.words(made, name=region.id, count=stories), door.width)
    for one in less:
        rows += wrap(door.words(f"new.region.less.{one}", base=region.extends), door.width)
    shown = dict.fromkeys(f"{file.split('/')[0]}/" if "/" in file else file for file in files)
    rows += [f"  {region.id}/{file}" for file in shown]
    if not asker.asks:
        chosen = door.words("new.region.chosen.on", base=region.extends)
        if region.extends is None:
            chosen = door.words("new.region.chosen.alone")
        who = door.words(
            "new.region.chosen.invented" if region.invented else "new.region.chosen.who",
            count=len(region.parties), chair=region.chair.called,
        )  # fmt: skip
        rows += ["", *wrap(f"{door.words('new.chosen')} {chosen} {who}", door.width)]
    rows += ["", door.words("new.next")]
    rows += [f"  {command}" for command in next_]
    return "\n".join(rows)


def _next(region: Region, rules: Collection[str]) -> list[str]:
    from samenwerk.authoring.region import RULE

    rule = RULE["alone" if region.extends is None else "region"][region.lang]
    commands = [f"samenwerk check {region.id}", f"samenwerk test {region.id}"]
    if region.extends is None or rule in rules:
        commands.append(f"samenwerk explain {rule} --workflow {region.id}")
    return commands
