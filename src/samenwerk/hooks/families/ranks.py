"""`ranks`: the place in a queue that a workflow cannot say, as a fact of each case that waits.

When it is asked, and that its answer is recorded before the decision, is `engine.consulting`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.hooks.families.facts import Told
from samenwerk.hooks.shapes import can_be_called, is_name, labelled, listed, wrong
from samenwerk.values.cell import Value
from samenwerk.values.message import Message

if TYPE_CHECKING:
    from samenwerk.hooks.calling.caller import Caller
    from samenwerk.hooks.plugins import Plugin, Plugins
    from samenwerk.hooks.values import Question
    from samenwerk.values.declared import Fact


@attrs.frozen(eq=False)
class PluginRank:
    """The order of a queue, told as a fact: `name` is the fact that the queue's `order` names.

    `rank` gives its value for a case that waits: the earliest or lowest is first. None: not
    known, and what was recorded stays. It must give the same answer to the same question.
    """

    name: str
    labels: Mapping[str, str]
    rank: Callable[[Question], Value | None]


def fits(plugin: str, answer: object) -> tuple[PluginRank, ...]:
    """The ranks a plugin gave; raises PluginError."""

    def right(one: Any) -> bool:
        return (
            isinstance(one, PluginRank)
            and is_name(one.name)
            and labelled(one.labels)
            and can_be_called(one.rank)
        )

    return listed(plugin, "ranks", answer, right, "PluginRank")


def ranked(
    caller: Caller, question: Question, wanted: Mapping[str, Fact]
) -> tuple[Told, ...]:
    """What plugins tell of the facts that a place in a queue rests on, as far as they know.

    Raises PluginError when one of them is asked and goes wrong, or tells what does not fit.
    """
    found: list[Told] = []
    for plugin, rank in caller.plugins.each("ranks"):
        if rank.name in wanted:
            right = functools.partial(_told, plugin, rank.name, wanted[rank.name])
            found += caller.asked(plugin.name, "ranks", rank.name, "rank", question, right=right)
    return tuple(found)


def told_by_rank(plugins: Plugins) -> frozenset[str]:
    """The names of all facts by which these plugins rank."""
    return frozenset(one.name for _, one in plugins.each("ranks"))


def _told(plugin: Plugin, name: str, fact: Fact, answer: object) -> tuple[Told, ...]:
    from samenwerk.core.collected import check_told

    if answer is None:
        return ()
    if not isinstance(answer, bool | int | Decimal | date):
        raise wrong(plugin.name, f"ranks {name}", answer, Message("wanted.rank"))
    told = Told(name, answer, plugin.name, plugin.version)
    check_told(fact, told)
    return (told,)


def names(brought: tuple[PluginRank, ...]) -> tuple[str, ...]:
    """The facts that they tell: two plugins cannot both rank by one."""
    return tuple(one.name for one in brought)
