"""Days that plugins know of, asked for each open case and put beside those of the workflow.

Nothing is recorded. A plugin that goes wrong is told to whoever wants to know; the others go on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

import attrs

from samenwerk.core.obligations import standing
from samenwerk.engine.shelf import Running
from samenwerk.hooks.families.due_items import DueItem, PluginDue, fitting
from samenwerk.hooks.shapes import wrong
from samenwerk.hooks.values import question_of
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.command import Settle
from samenwerk.values.errors import PluginError
from samenwerk.values.obligation import Obligation
from samenwerk.values.waiting import Due, Task

HOOK = "due_items"
Failed = Callable[[PluginError], None]


def plugin_dues(
    running: Running, known: Collaboration, day: date, failed: Failed | None = None
) -> tuple[Due, ...]:
    """What the plugins of a collaboration know of, in the order of the days.

    What goes wrong is given to `failed`, once for each thing that a plugin brought, of which
    then nothing is told.
    """
    found: list[Due] = []
    each = {one.workflow.digest: one for one in (running, *running.others.values())}
    for one in each.values():
        cases = [
            case for case in known.cases.values()
            if not case.over and running.of(case).workflow.digest == one.workflow.digest
        ]  # fmt: skip
        for plugin, due in one.plugins.each(HOOK):
            try:
                found += _asked(one, plugin.name, due, known, cases, day)
            except PluginError as fault:
                if failed is not None:
                    failed(fault)
    return tuple(sorted(found, key=order))


def dues_of(
    running: Running, known: Collaboration, at: Settle, answers: Mapping[str, int],
    failed: Failed | None,
) -> tuple[Due, ...]:  # fmt: skip
    """The same for a collaboration as recorded: with what time has made due worked out first."""
    if not any(one.plugins.named for one in (running, *running.others.values())):
        return ()
    return plugin_dues(running, standing(running.compiled, known, at, answers), at.day, failed)


def order(due: Due) -> tuple[date, str, str, str]:
    """The order in which days are told: a plugin's after our own of the same day and case."""
    return (due.day, due.case, due.plugin or "", due.key or due.what.id)


def _asked(
    running: Running, plugin: str, due: PluginDue, known: Collaboration, cases: Sequence[Case],
    day: date,
) -> list[Due]:  # fmt: skip
    concerned = [one for one in cases if not due.lifecycles or one.lifecycle in due.lifecycles]
    if not concerned:
        return []

    def right(answers: Any) -> list[Sequence[DueItem]]:
        for answer in answers:
            unfit = fitting(answer, lambda id: known.register.party(id) is not None)
            if unfit is not None:
                raise wrong(plugin, f"{HOOK} {due.name}", *unfit)
        return list(answers)

    question = question_of(known, concerned[0], day, settings=running.caller.settings)
    about = tuple(attrs.evolve(question, case=case) for case in concerned)
    answers = running.caller.asked(plugin, HOOK, due.name, "for_each", about, right=right)
    return [
        Due(
            case.id, one.what, one.day, one.who, one.day < day,
            plugin=plugin, key=f"{due.name}.{one.key}", source=one.source,
        )
        for case, items in zip(concerned, answers, strict=True)
        for one in items
    ]  # fmt: skip


def tasks_of(party: str, dues: Sequence[Due]) -> tuple[Task, ...]:
    """The days that concern a party, as what is asked of it."""
    return tuple(
        Task(
            one.case, "",
            Obligation("act", act=one.what, who=one.who, due=one.day, source=one.source,
                       case=one.case),
            True, plugin=one.plugin,
        )
        for one in dues
        if party in one.who
    )  # fmt: skip
