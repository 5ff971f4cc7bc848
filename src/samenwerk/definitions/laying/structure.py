"""Whether a document has the shape of the language: its keys, and the type of each value.

Names are not looked up here, what stands at one key is `fitting`, and conditions are looked into
by `conditions`. Written by hand and not with cattrs: every fault needs the place of one key or
value, all faults of a file are wanted at once, and a value under a wrong key must not spoil its
neighbours.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from samenwerk.definitions.keys.families import COMMON, FAMILIES, TOP
from samenwerk.definitions.keys.schema import Family, Key
from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.fitting import (
    at_most_one,
    check_value,
    forms,
    is_name,
    wrong_type,
)
from samenwerk.definitions.laying.mending import unknown_key
from samenwerk.definitions.laying.merge import Node

RESERVED = ("today", "itself", "time", "stays", "back", "all")
"""Words that mean something by themselves, so that nothing can be called that."""

_COMMON: Mapping[str, Key] = {key.name: key for key in COMMON}


def check_structure(document: Node, faults: Faults, top: Iterable[str] = TOP) -> None:
    """Report every key, value and form that is not of the language."""
    top = tuple(top)
    for family, node in document.table.items():
        if family not in top:
            unknown_key(faults, node, family, top, document.table)
        elif family != "register":
            settings = document.get("parameter")
            _family(FAMILIES[family], node, faults, tuple(settings.table) if settings else ())
    if "workflow" in top and document.get("workflow") is None:
        faults.add("SW108", document.source.place(()), case="workflow", written="workflow")


def _family(
    family: Family, node: Node, faults: Faults, settings: tuple[str, ...] = ()
) -> None:
    if not node.is_table:
        wrong_type(faults, node, "element")
    elif family.single:
        _element(family, node, faults, settings)
    else:
        for name, element in node.table.items():
            if not is_name(name):
                faults.add("SW102", element, key=True, case="name", written=name)
            elif name in RESERVED:
                faults.add("SW104", element, key=True, case="reserved", written=name)
            if _headless(family, element):
                others = [one for one in node.table if one != name]
                faults.add("SW107", element, key=True, case="heading",
                           nearest=faults.nearest(name, others), written=shown_path(element),
                           name=name)  # fmt: skip
            elif element.is_table:
                _element(family, element, faults, settings)
            else:
                wrong_type(faults, element, "element")


def _headless(family: Family, element: Node) -> bool:
    """Whether only a heading below its own one is there, where it must say more than that."""
    asks = family.one_of or any(key.needed for key in family.keys)
    below = all(one.is_table and name not in family.below for name, one in element.table.items())
    if not asks or not element.table or not below:
        return False
    row, lines = element.key_place.line, element.source.lines
    return 1 <= row <= len(lines) and f"[{shown_path(element)}." in lines[row - 1].replace(" ", "")


def shown_path(element: Node) -> str:
    """The name of something as a heading has it."""
    return ".".join(str(part) for part in element.path)


def _element(
    family: Family, element: Node, faults: Faults, settings: tuple[str, ...]
) -> None:
    known = {**{key.name: key for key in family.keys}, **_COMMON}
    parts = {part.name: part for part in family.parts}
    for name, node in element.table.items():
        if name in family.below:
            _family(FAMILIES[name], node, faults, settings)
        elif name in known:
            check_value(known[name], node, faults)
        elif name in parts:
            _part(parts[name], node, faults)
        elif name in settings and set(node.table) == {"value"}:
            faults.add("SW101", node, key=True, case="setting", written=name)
        else:
            allowed = (*known, *family.below, *parts)
            unknown_key(faults, node, name, allowed, element.table)
    missing(family.keys, element, faults)
    forms(family.one_of, element, faults)
    for group in family.not_both:
        at_most_one(group, element, faults)
    if family.name == "rule":
        _both(element, "chosen_on", "version", faults)
    if family.name in ("rule", "version") and (element.get("at_least") is None) != (
        element.get("among") is None
    ):
        lacking = "among" if element.get("among") is None else "at_least"
        faults.add("SW108", element, key=True, written=lacking)


def _part(part: Family, node: Node, faults: Faults) -> None:
    """Report what is wrong with a table that stands once, with keys of its own."""
    known = {key.name: key for key in part.keys}
    if not node.is_table:
        wrong_type(faults, node, "element")
    for name, item in node.table.items():
        if name in known:
            check_value(known[name], item, faults)
        else:
            unknown_key(faults, item, name, known, node.table)
    if part.name == "if_against":
        for key in ("wait", "after"):
            _both(node, "holds_up", key, faults)


def _both(element: Node, one: str, other: str, faults: Faults) -> None:
    """Report one of two keys that stands without the other."""
    if (element.get(one) is None) != (element.get(other) is None):
        lacking = one if element.get(one) is None else other
        faults.add("SW108", element, key=True, case=f"key {lacking}", written=lacking)


def missing(keys: Iterable[Key], element: Node, faults: Faults) -> None:
    """Report the needed keys that are not there."""
    for key in keys:
        if key.needed and element.get(key.name) is None:
            faults.add("SW108", element, key=True, case=f"key {key.name}", written=key.name,
                       nl=key.nl, en=key.en)  # fmt: skip


