"""A document with the keys that must have been meant, so that one slip is told once.

A Dutch or misspelt key of which it is certain what was meant is reported here, and read on as
what it means; which keys are certain is `mending`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from samenwerk.definitions.keys.dutch import DUTCH
from samenwerk.definitions.keys.families import COMMON, FAMILIES, TOP
from samenwerk.definitions.keys.schema import Family
from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.mending import certain_key, renamed, unknown_key
from samenwerk.definitions.laying.merge import Node, join
from samenwerk.definitions.laying.otherwise import shown

_COMMON = tuple(key.name for key in COMMON)


def as_meant(document: Node, faults: Faults, top: Iterable[str] = TOP) -> Node:
    """The document with such keys in the place of those that were written, which are reported."""
    table = _below_lifecycle(renamed_table(document, tuple(top), faults), faults)
    for name, one in table.items():
        if name in FAMILIES and name != "register":
            table[name] = _family(FAMILIES[name], one, faults)
    return Node(table, document.source, document.path)


def _family(family: Family, node: Node, faults: Faults) -> Node:
    if not node.is_table:
        return node
    if family.single:
        return _element(family, node, faults)
    items = {
        name: _element(family, _single(one, faults), faults) for name, one in node.table.items()
    }
    return Node(items, node.source, node.path)


def _element(family: Family, node: Node, faults: Faults) -> Node:
    if not node.is_table:
        return node
    parts = tuple(part.name for part in family.parts)
    known = (*(key.name for key in family.keys), *_COMMON, *family.below, *parts)
    table = renamed_table(node, known, faults)
    for name in family.below:
        if name in table:
            table[name] = _family(FAMILIES[name], table[name], faults)
    return Node(table, node.source, node.path)


def renamed_table(
    node: Node, known: tuple[str, ...], faults: Faults, dutch: Mapping[str, str] = DUTCH
) -> dict[str, Node]:
    """What stands below a node, by the known keys that must have been meant, each reported.

    `dutch` are the Dutch words for keys. What is not certain keeps its own name.
    """
    table = dict(node.table)
    for name, one in node.table.items():
        meant = None if name in known else certain_key(name, known, dutch)
        if meant is None or renamed(one, meant, table.get(meant)) is None:
            continue
        unknown_key(faults, one, name, known, table, dutch)
        there = table.get(meant)
        del table[name]
        table[meant] = one if there is None else join(there, one, _no_clash)
    return table


def _no_clash(new: Node, old: Node) -> None:
    """Only what can be joined is renamed."""


def _single(node: Node, faults: Faults) -> Node:
    """The one thing under a heading with double brackets; several cannot have one name."""
    items = node.value if isinstance(node.value, list) else []
    if len(items) != 1 or not items[0].is_table:
        return node
    raw = shown(node)
    if not raw.startswith("[["):
        return node
    faults.add("SW102", node, case="double", written=raw, meant=raw[1:-1],
               repair=node.source.repair(node.place, raw[1:-1]))  # fmt: skip
    only: Node = items[0]
    return only


def _below_lifecycle(table: dict[str, Node], faults: Faults) -> dict[str, Node]:
    """What stands at the top and belongs below the only lifecycle that there is."""
    lifecycles = table.get("lifecycle")
    if lifecycles is None or len(lifecycles.table) != 1:
        return table
    below = [one for one in FAMILIES["lifecycle"].below if one not in TOP and one in table]
    name, lifecycle = next(iter(lifecycles.table.items()))
    if not below or not lifecycle.is_table:
        return table
    for family in below:
        node = table.pop(family)
        faults.add("SW101", node, key=True, case="below", written=family, lifecycle=name)
        moved = Node({family: node}, node.source, ())
        lifecycle = join(lifecycle, moved, _no_clash)
    table["lifecycle"] = Node({name: lifecycle}, lifecycles.source, lifecycles.path)
    return table
