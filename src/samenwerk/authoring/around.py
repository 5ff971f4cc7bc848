"""What a workflow that is there offers a new piece: who can act, where stories end, what is taken.

What they say is `additions`; how they are put into files is `placing`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import attrs

from samenwerk.authoring.judging import Judged
from samenwerk.core.who import registered
from samenwerk.scenarios.stage import Stage, noon
from samenwerk.values.case import Case
from samenwerk.values.declared import Workflow
from samenwerk.values.register import Register
from samenwerk.values.who import Who

_FIRST = ("chair", "voorzitter")
_BEGINNING = date(2027, 3, 1)


@attrs.frozen(eq=False)
class Ending:
    """Where a story ends: a new one can go on from there, on `day`."""

    scenario: str
    stage: Stage

    @property
    def day(self) -> date:
        """A week after its last day."""
        zone = self.stage.known.zone
        day = self.stage.moment.date()
        while noon(day, zone) < self.stage.moment:
            day += timedelta(days=1)
        return day + timedelta(days=7)

    @property
    def open_cases(self) -> tuple[Case, ...]:
        """The cases that are not over, the last one that was opened first."""
        cases = [one for one in self.stage.known.cases.values() if not one.over]
        return tuple(sorted(cases, key=lambda one: -one.opened.sequence))


def endings(found: Judged) -> tuple[Ending, ...]:
    """Where each story with the usual register and settings ends, the longest line last.

    A story that others go on from comes before those.
    """
    ends = [
        Ending(one.scenario.name, one.end)
        for one in found.played
        if one.end is not None and one.passed
        and one.scenario.register is None and not one.scenario.settings
    ]  # fmt: skip
    return tuple(sorted(ends, key=lambda one: one.stage.known.sequence))


def beginning(ending: Ending | None) -> date:
    """The day on which a new story can begin."""
    return _BEGINNING if ending is None else ending.day


def doers(workflow: Workflow, register: Register, day: date) -> Iterator[tuple[str, str]]:
    """Whom a new step can be for and a party that is one of them; the likeliest first."""
    roles = sorted(workflow.roles, key=lambda name: (name not in _FIRST, name))
    for kind, names in (("role", roles), ("group", workflow.groups), ("sort", workflow.sorts)):
        for name in names:
            if "." in name:
                continue
            who = Who(
                kind, name, group=workflow.groups.get(name), role=workflow.roles.get(name),
            )  # fmt: skip
            for party in registered(who, register, day)[:1]:
                yield name, party


def taken_names(found: Judged) -> set[str]:
    """Every name that something in the workflow or its stories has, short and in full."""
    workflow = found.folder.workflow
    assert workflow is not None
    names = {one.name for one in found.folder.scenarios}
    for family, table in workflow.effective.items():
        if isinstance(table, dict) and family != "workflow":
            names |= set(table)
    for lifecycle in workflow.effective.get("lifecycle", {}).values():
        for table in lifecycle.values():
            if isinstance(table, dict):
                names |= set(table)
    for ending in endings(found):
        names |= set(ending.stage.known.cases)
    return names


def usual_step(found: Judged) -> str | None:
    """The step that a new rule is most likely about: the author's own last one with needs."""
    workflow = found.folder.workflow
    assert workflow is not None
    inside = found.folder.path.absolute().parent
    own = []
    for source in found.folder.reading.sources:
        if Path(source.file).absolute().is_relative_to(inside):
            for name, lifecycle in source.values.get("lifecycle", {}).items():
                for step, table in lifecycle.get("step", {}).items():
                    own.append((bool(table.get("needs")), f"{name}.{step}"))
    own = [one for one in own if _is_done(workflow, one[1])]
    if own:
        return max(enumerate(own), key=lambda one: (one[1][0], one[0]))[1][1]
    steps = [step for one in workflow.lifecycles.values() for step in one.steps.values()]
    return next((one.full_name for one in steps if one.automatic is None and one.needs), None)


def _is_done(workflow: Workflow, name: str) -> bool:
    step = workflow.step(name)
    return step is not None and step.automatic is None
