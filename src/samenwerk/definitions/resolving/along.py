"""Whether what an effect gives along, and wants back, is what its plugin declares."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.merge import Node
from samenwerk.values.declared import Fact
from samenwerk.values.effect import Handed
from samenwerk.values.given import given_value
from samenwerk.values.message import Message

PARTIES = "parties"
_FROM: Mapping[str, tuple[str, ...]] = {
    "money": ("money", "whole_number"), "text": ("text", "choice", "sealed"), "share": ("text",),
}  # fmt: skip
"""From which types of the case a plugin can get what it takes; else from its own."""


def check_along(effect: Node, written: str, brought: Any, faults: Faults) -> None:
    """Report what the plugin does not take, what it needs, and what it never gives (SW160).

    `brought` has `parameters` and `gives`, each with name, type and default.
    """
    taken = {one.name: one for one in brought.parameters}
    given = effect.get("with")
    named = {} if given is None else given.table
    for name, node in named.items():
        if name not in taken:
            near = faults.nearest(name, taken)
            faults.add("SW160", node, key=True, nearest=near, case="unknown", written=name,
                       plugin=written)  # fmt: skip
        elif not _fits(taken[name].type, node):
            faults.add("SW160", node, case="value", written=_shown(node), plugin=written,
                       wanted=Message(f"given.{taken[name].type}"))  # fmt: skip
    for name, one in taken.items():
        if one.default is None and name not in named:
            at = effect if given is None else given
            faults.add("SW160", at, key=True, case="needed", written=name, plugin=written)
    back = effect.get("gives")
    told = {one.name for one in brought.gives}
    for name, node in ({} if back is None else back.table).items():
        if name not in told:
            near = faults.nearest(name, told)
            faults.add("SW160", node, key=True, nearest=near, case="gives", written=name,
                       plugin=written)  # fmt: skip


def check_types(
    named: Mapping[str, Node], handed: Iterable[Handed], written: str, brought: Any, faults: Faults
) -> None:
    """Report what is taken from the case and is of another type than the plugin takes (SW160)."""
    taken = {one.name: one.type for one in brought.parameters}
    for one in handed:
        node, wanted = named[one.name], taken.get(one.name)
        if node.is_table and wanted not in (None, PARTIES) and one.type != PARTIES:
            if one.type not in _FROM.get(str(wanted), (wanted,)):
                faults.add("SW160", node, case="value", written=_shown(node), plugin=written,
                           wanted=Message(f"given.{wanted}"))  # fmt: skip


_BACK: Mapping[str, tuple[str, ...]] = {
    "text": ("choice",), "money": ("money",), "whole_number": ("whole_number",),
    "date": ("date",), "yes_no": ("yes_no",),
}  # fmt: skip
"""In which facts what a plugin gives back can be kept, by its type."""


def check_back(
    named: Mapping[str, Node], facts: Mapping[str, Fact], written: str, brought: Any, faults: Faults
) -> None:
    """Report what a plugin gives back and the fact named for it cannot hold (SW160)."""
    told = {one.name: one.type for one in brought.gives}
    for name, fact in facts.items():
        kind = told.get(name)
        if kind is not None and fact.type not in _BACK.get(kind, ()):
            faults.add("SW160", named[name], case="back", written=fact.name, plugin=written,
                       wanted=Message(f"given.{kind}"), name=name)  # fmt: skip


def _shown(node: Node) -> str:
    return str(next(iter(node.table.values())).value) if node.is_table else str(node.value)


def _fits(wanted: str, node: Node) -> bool:
    """Whether what is written can be of this type; a name in a table is looked at elsewhere."""
    if node.is_table:
        return (wanted == PARTIES) == ("role" in node.table)
    if wanted == PARTIES:
        return False
    try:
        given_value(wanted, node.value)
    except ValueError:
        return False
    return True
