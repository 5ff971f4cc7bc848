"""`samenwerk todo` and `due`: what waits on whom, and until when."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import attrs
import click

from samenwerk.cli.command import Day, argument, made, on_store, option
from samenwerk.cli.door import FINE, Door
from samenwerk.values.errors import PluginError
from samenwerk.values.obligation import Obligation

if TYPE_CHECKING:
    from samenwerk.cli.rooms import At
    from samenwerk.core.worklists import Due, Task


def build(name: str, lang: str) -> click.Command:
    """The command of this name."""
    own: dict[str, tuple[Callable[..., int], list[Any]]] = {
        "todo": (todo, [argument(lang, "party")]),
        "due": (due, []),
    }
    run, options = own[name]
    return made(name, lang, run, [
        *options, option(lang, "--on", "day", type=Day(lang)), *on_store(lang),
    ])  # fmt: skip


def todo(
    door: Door, party: str, day: date | None, store: str, collaboration: str | None,
    now: datetime | None,
) -> int:  # fmt: skip
    """What a party can do now, and what others wait for from it."""
    from samenwerk.cli.named import party_of
    from samenwerk.cli.plain import task_data
    from samenwerk.cli.rooms import opened

    with opened(door, store, collaboration, now) as at:
        id = party_of(at.room, party) or party
        opened_at = {one.id: one.opened.sequence for one in at.room.collaboration.cases.values()}
        faults: list[PluginError] = []
        found = at.room.todo(id, day=day, failed=faults.append)
        tasks = sorted(found, key=lambda one: opened_at.get(one.case, 0))
        return at.door.answer(
            FINE,
            lambda: _with_faults(at, _todo(at, id, tasks), faults),
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


def _todo(at: At, party: str, tasks: list[Task]) -> str:
    from samenwerk.language.layout import wrap
    from samenwerk.language.obligations import render_obligation

    door, speaker = at.door, at.speaker
    name = speaker.labels.party(party)
    if not tasks:
        return door.words("todo.nothing", party=name)
    rows = []
    for id, chosen in (("todo.ready", True), ("todo.asked", False)):
        mine = _by_step([one for one in tasks if one.ready is chosen])
        if mine:
            rows += [door.words(id, party=name), ""]
        for one in mine:
            case = at.room.collaboration.cases.get(one.case)
            inside = speaker.inside(case.lifecycle) if case else speaker
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
    return "\n".join(rows).rstrip()


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
    door: Door, day: date | None, store: str, collaboration: str | None, now: datetime | None
) -> int:
    """The days that open cases must mind."""
    from samenwerk.cli.plain import due_data
    from samenwerk.cli.rooms import opened

    with opened(door, store, collaboration, now) as at:
        faults: list[PluginError] = []
        found = at.room.due(day=day, failed=faults.append)
        return at.door.answer(
            FINE,
            lambda: _with_faults(at, _due(at, found), faults),
            lambda: {
                "due": [due_data(one, at.speaker) for one in found],
                "faults": _said(at, faults),
            },
        )


def _due(at: At, found: tuple[Due, ...]) -> str:
    from samenwerk.language.layout import wrap

    door, speaker = at.door, at.speaker
    if not found:
        return door.words("due.nothing")
    rows = []
    for one in found:
        case = at.room.collaboration.cases.get(one.case)
        inside = speaker.inside(case.lifecycle) if case else speaker
        id = "due.late" if one.overdue else "due.line"
        nobody = "due.moving" if one.what.id == "due.kept" else "due.nobody"
        if one.plugin is not None:
            nobody = "due.no_one"
        who = inside.parties(one.who) if one.who else door.words(nobody)
        said = door.words(id, day=inside.tell(one.day), case=one.case,
                          told=inside.sentence(one.what), who=who)  # fmt: skip
        if one.plugin is not None:
            said = door.words("due.by_plugin", said=said, plugin=one.plugin)
        rows += wrap(said, door.width, "- ")
    return "\n".join(rows)
