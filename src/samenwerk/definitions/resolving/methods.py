"""By which method a decision is worked out: one of ours, or a plugin's with what it is given.

Only that the method is there and gets what it declares; what it comes to is for the plugin.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

import attrs

from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.fitting import is_name
from samenwerk.definitions.laying.merge import Node
from samenwerk.values.cell import Value
from samenwerk.values.declared import METHODS
from samenwerk.values.given import Parameter, given_value
from samenwerk.values.message import Message

OURS_ALONE = ("share", "share_of", "weight_share")
"""What a method of ours is told by keys, and one of a plugin by `with`."""
PLUGINS_ALONE = ("with", "looks_at")


class Method(Protocol):
    """What of a plugin's method the reading of a decision looks at."""

    @property
    def parameters(self) -> tuple[Parameter, ...]:
        """What goes in `with`."""
        ...

    @property
    def takes(self) -> tuple[str, ...]:
        """The keys of the decision that it cannot do without."""
        ...


@attrs.frozen
class Offers:
    """Which plugins a workflow names, and what is known of the methods there are.

    `methods` are those that plugins bring, by `plugin.method`; None: not looked after.
    `plugins` are the installed ones; None: all of them may be.
    """

    named: frozenset[str]
    methods: Mapping[str, Any] | None
    plugins: Mapping[str, str] | None


def method_of(
    decision: Node, given: Node | None, offers: Offers, faults: Faults
) -> tuple[str, tuple[tuple[str, Value], ...]] | None:
    """The method and what it is given; None, with a fault, when there is no such method.

    `given` is its `with`, in values.
    """
    node = decision.get("method")
    text = None if node is None else node.text
    if node is None or text is None:
        return None
    by_plugin = "." in text
    case, keys = ("by_plugin", OURS_ALONE) if by_plugin else ("no_plugin", PLUGINS_ALONE)
    wrong = [one for key in keys if (one := decision.get(key)) is not None]
    for one in wrong:
        faults.add("SW107", one, key=True, case=case, nearest_at=node,
                   written=one.path[-1], other=text)  # fmt: skip
    plugin, _, name = text.partition(".")
    if wrong or (by_plugin and not (is_name(plugin) and is_name(name))):
        return None
    if not by_plugin:
        return (text, ()) if text in METHODS else None
    if plugin not in offers.named:
        faults.add("SW120", node, case="not_named", written=text, plugin=plugin)
        return None
    known = offers.methods
    installed = offers.plugins is None or plugin in offers.plugins
    if known is None or not installed:
        return text, _given(given)
    if text not in known:
        near = faults.nearest(text, known)
        faults.add("SW120", node, nearest=near, case="method", written=text, plugin=plugin)
        return None
    fine = _fits(decision, given, node, known[text], faults)
    return (text, _given(given)) if fine else None


def _given(node: Node | None) -> tuple[tuple[str, Value], ...]:
    return () if node is None else tuple((key, node.table[key].value) for key in sorted(node.table))


def _fits(
    decision: Node, given: Node | None, method: Node, brought: Method, faults: Faults
) -> bool:
    """Whether it gets what the method declares, and no more; each fault is reported."""
    fine = check_given(given, method, brought.parameters, faults)
    for key in ("weight", "looks_at"):
        item = decision.get(key)
        if item is not None and key not in brought.takes:
            faults.add("SW107", item, key=True, case="by_plugin", nearest_at=method,
                       written=key, other=method.text)  # fmt: skip
            fine = False
        elif item is None and key in brought.takes:
            faults.add("SW120", method, case="takes", written=key, plugin=method.text)
            fine = False
    return fine


def check_given(
    node: Node | None, asked: Node, parameters: Iterable[Parameter], faults: Faults, of: str = ""
) -> bool:
    """Whether `with` says what a plugin takes, and no more; each fault is reported (SW120).

    `asked` is where the method or rule is named; `of` is "rule_" when it is a rule.
    """
    fine = True
    written = {} if node is None else node.table
    known = {one.name: one for one in parameters}
    for name, item in written.items():
        if name not in known:
            near = faults.nearest(name, known)
            faults.add("SW120", item, key=True, nearest=near, case=f"{of}parameter",
                       written=name, plugin=asked.text)  # fmt: skip
            fine = False
            continue
        try:
            given_value(known[name].type, item.value)
        except ValueError:
            faults.add("SW120", item, case=f"{of}value", written=name, plugin=asked.text,
                       kind=Message(f"given.{known[name].type}"))  # fmt: skip
            fine = False
    for name, parameter in known.items():
        if parameter.default is None and name not in written:
            faults.add("SW120", node or asked, case=f"{of}lacking", written=name,
                       plugin=asked.text)  # fmt: skip
            fine = False
    return fine
