"""`samenwerk todo` and `due`: what waits on whom, and until when."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import attrs
import click

from samenwerk.cli.command import Day, argument, made, on_store, option
from samenwerk.cli.door import FINE, Door
from samenwerk.cli.words import words
from samenwerk.values.errors import PluginError
from samenwerk.values.obligation import Obligation
from samenwerk.values.waiting import Due, Task

if TYPE_CHECKING:
    from samenwerk.cli.rooms import At
    from samenwerk.engine.everywhere import Awaited
    from samenwerk.language.catalogue import Speaker


def build(name: str, lang: str) -> click.Command:
    """The command of this name."""
    own: dict[str, tuple[Callable[..., int], list[Any]]] = {
        "todo": (todo, [argument(lang, "party"), option(lang, "--everywhere", is_flag=True)]),
        "due": (due, [
            option(lang, "--of", "party", told="concerning",
                   metavar=words(lang, "argument.party")),
            option(lang, "--everywhere", is_flag=True),
        ]),
    }
    run, options = own[name]
    return made(name, lang, run, [
        *options, option(lang, "--on", "day", type=Day(lang)), *on_store(lang),
    ])  # fmt: skip


def todo(
    door: Door, party: str, everywhere: bool, day: date | None, store: str,
    collaboration: str | None, now: datetime | None,
) -> int:  # fmt: skip
    """What a party can do now, and what others wait for from it: in one collaboration or all."""
    from samenwerk.cli.everywhere import is_everywhere

    if is_everywhere(everywhere, store, collaboration, day, now):
        return _todo_everywhere(door, party, store)
    from samenwerk.cli.named import party_of
    from samenwerk.cli.rooms import opened
    from samenwerk.language.plain import task_data

    with opened(door, store, collaboration, now) as at:
        id = party_of(at.room, party) or party
        opened_at = {one.id: one.opened.sequence for one in at.room.collaboration.cases.values()}
        faults: list[PluginError] = []
        found = at.room.todo(id, day=day, failed=faults.append)
        tasks = sorted(found, key=lambda one: opened_at.get(one.case, 0))
        return at.door.answer(
            FINE,
            lambda: _with_faults(at, _todo_text(at, id, tasks), faults),
            lambda: {
                "party": id,
                "tasks": [task_data(one, at.speaker) for one in tasks],
                "faults": _said(at, faults),
            },
        )


def _said(at: At, faults: list[PluginError]) -> list[str]:
    from samenwerk.language.errors import say_error

    return [say_error(one, at.speaker) for one in faults]


def _with_faults(at: At, text: str, faults: list[PluginError]) -> str:
    """What is told, with below it the plugins that could not tell theirs."""
    from samenwerk.language.layout import wrap

    rows = [text]
    for why in _said(at, faults):
        rows += ["", *wrap(at.door.words("due.fault", why=why), at.door.width)]
    return "\n".join(rows)


def _todo_everywhere(door: Door, party: str, store: str) -> int:
    from samenwerk.cli.everywhere import answered, by_collaboration, looked
    from samenwerk.language.plain import task_data

    with looked(door, store, "todo", party) as at:

        def rows(found: Sequence[Awaited]) -> list[str]:
            told = [] if found else [at.door.words("todo.nothing", party=at.name())]
            for id, each in by_collaboration(found):
                inside = {one.what.case: one.lifecycle for one in each}
                tasks = [one.what for one in each if isinstance(one.what, Task)]
                told += [at.door.words("everywhere.head", collaboration=id), ""]
                told += [*_todo(at.door, at.speaker(id), inside, at.party or party, tasks), ""]
            return told

        return answered(at, FINE, "tasks", rows, task_data)


def _todo_text(at: At, party: str, tasks: list[Task]) -> str:
    door, speaker = at.door, at.speaker
    if not tasks:
        return door.words("todo.nothing", party=speaker.labels.party(party))
    inside = {one.id: one.lifecycle for one in at.room.collaboration.cases.values()}
    return "\n".join(_todo(door, speaker, inside, party, tasks)).rstrip()


def _todo(
    door: Door, speaker: Speaker, lifecycles: Mapping[str, str | None], party: str,
    tasks: Sequence[Task],
) -> list[str]:  # fmt: skip
    from samenwerk.language.layout import wrap
    from samenwerk.language.obligations import render_obligation

    name = speaker.labels.party(party)
    rows: list[str] = []
    for id, chosen in (("todo.ready", True), ("todo.asked", False)):
        mine = _by_step([one for one in tasks if one.ready is chosen])
        if mine:
            rows += [door.words(id, party=name), ""]
        for one in mine:
            inside = speaker.inside(lifecycles.get(one.case))
            step = inside.labels.of("step", one.step)
            said = door.words("todo.step", case=one.case, step=step, name=one.step)
            if not one.step:
                what = " ".join(render_obligation(one.obligation, inside, 10_000).split("\n")[1:])
                said = door.words("todo.duty", case=one.case, said=what.strip(" -"))
                if one.plugin is not None:
                    said = door.words("due.by_plugin", said=said, plugin=one.plugin)
            elif one.ready and one.obligation.due is not None:
                said += ", " + inside.words("needs.due", day=one.obligation.due)
            rows += wrap(said, door.width, "  - ")
            for explained in one.obligation.explanations if one.ready and one.step else ():
                if explained.act is not None:
                    rows += wrap(inside.say(explained.act), door.width, "    - ")
            if not one.ready and one.step:
                needed = _of_case(one.obligation, one.case)
                told = render_obligation(needed, inside, door.width - 4)
                rows += ["    " + row for row in told.splitlines()]
        if mine:
            rows.append("")
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _by_step(tasks: list[Task]) -> list[Task]:
    """One task for each step of a case, with all that is needed for it; duties stay apart."""
    parts: dict[tuple[object, ...], dict[Obligation, Task]] = {}
    for one in tasks:
        key = (one.case, one.step, None if one.step else one.obligation)
        parts.setdefault(key, {})[one.obligation] = one
    return [
        next(iter(part.values())) if len(part) == 1 else
        attrs.evolve(next(iter(part.values())), obligation=Obligation("all", parts=tuple(part)))
        for part in parts.values()
    ]  # fmt: skip


def _of_case(needed: Obligation, case: str) -> Obligation:
    """The same without the name of the case, which stands above it already."""
    parts = tuple(_of_case(one, case) for one in needed.parts)
    return attrs.evolve(needed, parts=parts, case=None if needed.case == case else needed.case)


def due(
    door: Door, party: str | None, everywhere: bool, day: date | None, store: str,
    collaboration: str | None, now: datetime | None,
) -> int:  # fmt: skip
    """The days that open cases must mind, of everybody or of a party: in one collaboration or all.
    """
    from samenwerk.cli.everywhere import is_everywhere
    from samenwerk.cli.named import party_of
    from samenwerk.cli.rooms import opened
    from samenwerk.language.plain import due_data

    if is_everywhere(everywhere, store, collaboration, day, now):
        return _due_everywhere(door, party, store)
    with opened(door, store, collaboration, now) as at:
        id = None if party is None else party_of(at.room, party) or party
        faults: list[PluginError] = []
        every = at.room.due(day=day, failed=faults.append)
        found = [one for one in every if id is None or id in one.who]
        inside = {one.id: one.lifecycle for one in at.room.collaboration.cases.values()}
        return at.door.answer(
            FINE,
            lambda: _with_faults(at, "\n".join(
                row for one in found for row in _due(at.door, at.speaker, inside.get(one.case), one)
            ) or at.door.words("due.nothing"), faults),
            lambda: {
                "due": [due_data(one, at.speaker) for one in found],
                "faults": _said(at, faults),
            },
        )  # fmt: skip


def _due_everywhere(door: Door, party: str | None, store: str) -> int:
    from samenwerk.cli.everywhere import answered, looked
    from samenwerk.language.plain import due_data

    with looked(door, store, "due", party) as at:

        def rows(found: Sequence[Awaited]) -> list[str]:
            told = [
                row
                for one in found
                if isinstance(one.what, Due)
                for row in _due(at.door, at.speaker(one.collaboration), one.lifecycle, one.what,
                                one.collaboration)
            ]  # fmt: skip
            return told or [at.door.words("due.nothing")]

        return answered(at, FINE, "due", rows, due_data)


def _due(
    door: Door, speaker: Speaker, lifecycle: str | None, one: Due, collaboration: str = ""
) -> list[str]:
    from samenwerk.language.layout import wrap

    inside = speaker.inside(lifecycle)
    id = "due.late" if one.overdue else "due.line"
    nobody = "due.moving" if one.what.id == "due.kept" else "due.nobody"
    if one.plugin is not None:
        nobody = "due.no_one"
    who = inside.parties(one.who) if one.who else door.words(nobody)
    case = f"{collaboration}, {one.case}" if collaboration else one.case
    said = door.words(id, day=inside.tell(one.day), case=case,
                      told=inside.sentence(one.what), who=who)  # fmt: skip
    if one.plugin is not None:
        said = door.words("due.by_plugin", said=said, plugin=one.plugin)
    return wrap(said, door.width, "- ")
