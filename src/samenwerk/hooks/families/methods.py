"""`methods`: ways of deciding that a plugin works out, and how one is asked.

What it is asked about is a `Vote` (`values.vote`), what it says an `Answer` (`hooks.values`).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.hooks.families.rules import given, right_answer
from samenwerk.hooks.shapes import (
    OWN,
    Fields,
    can_be_called,
    is_name,
    labelled,
    listed,
    parameters,
    texts,
)
from samenwerk.hooks.values import Answer, Parameter
from samenwerk.values.vote import Vote

if TYPE_CHECKING:
    from samenwerk.core.asking import Asking
    from samenwerk.core.leaves.decision import Decision
    from samenwerk.hooks.calling.caller import Caller

TAKES = ("weight", "looks_at")
"""What of a decision a method of a plugin may need beside who decides."""


@attrs.frozen(eq=False)
class PluginMethod:
    """A way of deciding, used in a workflow as `method = "name.method"`.

    `decide` must say the same of the same vote: no clock, no network, no memory. `takes` are the
    keys of the decision that it cannot do without, of `TAKES`. samenwerk's own methods have no
    `decide`: they are counted where votes are counted, and `takes` are all keys that they look at.
    """

    name: str
    labels: Mapping[str, str]
    decide: Callable[[Vote], Answer] | None
    parameters: tuple[Parameter, ...] = ()
    takes: tuple[str, ...] = ()


def fits(plugin: str, answer: object) -> tuple[PluginMethod, ...]:
    """The methods a plugin gave; raises PluginError."""

    def right(one: Any) -> bool:
        return (
            isinstance(one, PluginMethod)
            and is_name(one.name)
            and labelled(one.labels)
            and parameters(one.parameters)
            and texts(one.takes)
            and (plugin == OWN or all(fit(getattr(one, name)) for name, (fit, _) in fields.items()))
        )

    fields: Fields = {
        "decide": (can_be_called, "Callable[[Vote], Answer]"),
        "takes": (lambda given: texts(given) and {*given} <= {*TAKES}, f"of {', '.join(TAKES)}"),
    }
    return listed(plugin, "methods", answer, right, "PluginMethod", fields)


def names(brought: tuple[PluginMethod, ...]) -> tuple[str, ...]:
    """What workflows call them, after the name of the plugin."""
    return tuple(one.name for one in brought)


def decided(caller: Caller, leaf: Decision, asking: Asking) -> Answer:
    """What a method answers about a decision; raises PluginError when it went wrong.

    Where there is no case for the decision nobody is asked: it is not known.
    """
    plugin, name = leaf.plugin, leaf.declared.method.partition(".")[2]
    method = caller.plugins.found("methods", plugin, name)
    known = given(plugin, name, method.parameters, dict(leaf.declared.given))
    from samenwerk.core.ballots import vote_of

    vote = vote_of(leaf.declared, leaf.above, asking.view, known)
    return Answer(1) if vote is None else asked_of(caller, plugin, name, vote)


def asked_of(caller: Caller, plugin: str, method: str, vote: Vote) -> Answer:
    """What a method answers about a vote; raises PluginError when it went wrong."""
    right = right_answer(plugin, f"methods {method}")
    return caller.asked(plugin, "methods", method, "decide", vote, right=right)
