"""`rules`: conditions that a plugin judges, and how one is asked.

What they are asked is a `Question`, what they say an `Answer`, both in `hooks.values`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.hooks.shapes import (
    can_be_called,
    is_name,
    labelled,
    listed,
    parameters,
    shown,
    texts,
    wrong,
)
from samenwerk.hooks.values import Answer, Given, Parameter, Question, given_value, question_of
from samenwerk.values.errors import PluginError
from samenwerk.values.message import Message

if TYPE_CHECKING:
    from samenwerk.core.asking import Asking
    from samenwerk.core.leaves.asked import Asked
    from samenwerk.hooks.calling.caller import Caller


@attrs.frozen(eq=False)
class PluginRule:
    """A condition that a plugin judges, used in a workflow as `plugin = "name.rule"`.

    `judge` must give the same answer to the same question: no clock, no network, no memory.
    `reads` are the facts it looks at, so that they can be told. See `hooks.spec.rules`.
    """

    name: str
    labels: Mapping[str, str]
    judge: Callable[[Question], Answer]
    parameters: tuple[Parameter, ...] = ()
    reads: tuple[str, ...] = ()


def fits(plugin: str, answer: object) -> tuple[PluginRule, ...]:
    """The rules a plugin gave; raises PluginError."""

    def right(one: Any) -> bool:
        return (
            isinstance(one, PluginRule)
            and is_name(one.name)
            and labelled(one.labels)
            and can_be_called(one.judge)
            and parameters(one.parameters)
            and texts(one.reads)
        )

    return listed(plugin, "rules", answer, right, "PluginRule")


def names(brought: tuple[PluginRule, ...]) -> tuple[str, ...]:
    """What workflows call them, after the name of the plugin."""
    return tuple(one.name for one in brought)


def judged(caller: Caller, leaf: Asked, asking: Asking) -> Answer:
    """What a rule answers; raises PluginError when it is not there or went wrong."""
    view = asking.view
    rule = caller.plugins.found("rules", leaf.plugin, leaf.rule)
    question = question_of(
        view.collaboration, view.case, view.day, view.speaks_for, view.who,
        given(leaf.plugin, rule.name, rule.parameters, dict(leaf.given)), caller.settings,
    )  # fmt: skip

    right = right_answer(leaf.plugin, f"rules {leaf.rule}")
    return caller.asked(leaf.plugin, "rules", leaf.rule, "judge", question, right=right)


def right_answer(plugin: str, hook: str) -> Callable[[Any], Answer]:
    """A look at what came back: an `Answer` as it must be, or a PluginError that names the hook."""

    def right(answer: Any) -> Answer:
        if not _is_answer(answer):
            raise wrong(plugin, hook, answer, "Answer(0 | 1 | 2, Message, (Message, ...))")
        return answer  # type: ignore[no-any-return]

    return right


def given(
    plugin: str, rule: str, parameters: tuple[Parameter, ...], written: Mapping[str, object]
) -> Mapping[str, Given]:
    """What a workflow gives a rule, in the types that the rule declares.

    Raises PluginError for a name the rule does not know, a value of another type, or one that
    is needed and not given.
    """

    def unfit(detail: str) -> PluginError:
        return PluginError(
            f"rule {rule} of plugin {plugin}: {detail}",
            what="parameters", plugin=plugin, rule=rule, detail=detail,
        )  # fmt: skip

    known = {one.name: one for one in parameters}
    for name in written:
        if name not in known:
            raise unfit(f"{name}?")
    found: dict[str, Given] = {}
    for name, parameter in known.items():
        if name in written:
            try:
                found[name] = given_value(parameter.type, written[name])
            except ValueError:
                raise unfit(f"{name} = {shown(written[name])}, {parameter.type}?") from None
        elif parameter.default is None:
            raise unfit(f"{name} = ?")
        else:
            found[name] = parameter.default
    return found


def _is_answer(answer: object) -> bool:
    return (
        type(answer) is Answer
        and _is_truth(answer.truth)
        and (answer.message is None or _are_messages((answer.message,)))
        and _are_messages(answer.ways)
    )


def _is_truth(truth: object) -> bool:
    return type(truth) is int and truth in (0, 1, 2)


def _are_messages(found: object) -> bool:
    return isinstance(found, tuple) and all(isinstance(one, Message) for one in found)
