"""`calendars`: the days off that a plugin knows, asked when a workflow is read.

What a workflow makes of them, and how a term ends, is `values.calendar`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

import attrs

from samenwerk.hooks.calling.contained import contained
from samenwerk.hooks.families.rules import given
from samenwerk.hooks.shapes import (
    can_be_called,
    is_day,
    is_name,
    labelled,
    listed,
    parameters,
    shown,
    wrong,
)
from samenwerk.values.given import Given, Parameter
from samenwerk.values.message import Message


@attrs.frozen(eq=False)
class PluginCalendar:
    """A calendar, used in a workflow as `[calendar.x]` with `plugin = "name.calendar"`.

    `days_off` gives the days off of one year, each with what day it is; the same year and the same
    parameters give the same days. `source` says where they stand. See `hooks.spec.calendars`.
    """

    name: str
    labels: Mapping[str, str]
    days_off: Callable[[int, Mapping[str, Given]], Mapping[date, str]]
    parameters: tuple[Parameter, ...] = ()
    source: str | None = None
    plugin: str = attrs.field(default="", kw_only=True)

    def days(self, first: int, last: int, given_with: Mapping[str, object]) -> Mapping[date, str]:
        """The days off of all these years; raises PluginError that names plugin and calendar."""
        hook = f"calendars {self.name}"
        known = given(self.plugin, self.name, self.parameters, given_with)
        found: dict[date, str] = {}
        for year in range(first, last + 1):
            answer = contained(self.plugin, hook, lambda year=year: self.days_off(year, known))  # type: ignore[misc]
            if not isinstance(answer, Mapping):
                raise wrong(self.plugin, hook, answer, Message("wanted.days_off"))
            pairs = contained(self.plugin, hook, lambda answer=answer: [*answer.items()])  # type: ignore[misc]
            for day, why in pairs:
                if not is_day(day) or day.year != year or not _is_said(why):
                    told = f"{_written(day)} = {_written(why)}"
                    wanted = Message("wanted.days_of", {"year": str(year)})
                    raise wrong(self.plugin, hook, (day, why), wanted, told)
                found[day] = why
        return found


def fits(plugin: str, answer: object) -> tuple[PluginCalendar, ...]:
    """The calendars a plugin gave; raises PluginError."""

    def right(one: Any) -> bool:
        return (
            isinstance(one, PluginCalendar)
            and is_name(one.name)
            and labelled(one.labels)
            and can_be_called(one.days_off)
            and parameters(one.parameters)
            and (one.source is None or isinstance(one.source, str))
        )

    found = listed(plugin, "calendars", answer, right, "PluginCalendar")
    return tuple(attrs.evolve(one, plugin=plugin) for one in found)


def _written(one: object) -> str:
    """A day or a text as people write it; anything else as it is to Python."""
    if is_day(one):
        return str(one)
    return f'"{one[:60]}"' if type(one) is str else shown(one)


def names(brought: tuple[PluginCalendar, ...]) -> tuple[str, ...]:
    """What workflows call them, after the name of the plugin."""
    return tuple(one.name for one in brought)


def _is_said(why: object) -> bool:
    """A text that a definition can hold: no half of a character."""
    return isinstance(why, str) and why == why.encode("utf-8", "ignore").decode("utf-8")
