"""Parts that a plugin brings: texts laid as one layer between a definition and what it builds on.

Which layers there are is `chain`, and who may change what of a part is `overlay`, as of a base.
The texts come in as values; nothing here knows of plugins beyond their names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Protocol

import attrs

from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.merge import Node, exact, is_patch, removes
from samenwerk.definitions.laying.overlay import OF_ONE_FILE

PART_NAME = re.compile(r"([A-Za-z][A-Za-z0-9_-]*)\.([A-Za-z][A-Za-z0-9_-]*)")
_NO_PART = ("register", "scenario")


class CalendarOfPlugin(Protocol):
    """What a plugin brings under `plugin.calendar`."""

    def days(self, first: int, last: int, given: Mapping[str, object]) -> Mapping[date, str]:
        """The days off of these years, with why; `given` is what the workflow says in `with`.

        Raises PluginError, with `what` "parameters" where it is the workflow's doing.
        """
        ...


class PartOfPlugin(Protocol):
    """What a plugin brings under `plugin.part`: texts by the names of their files.

    `fits` are the workflows it is written for, as `name@version` or `name`; none: any.
    """

    @property
    def texts(self) -> Mapping[str, str]:
        """File to text."""
        ...

    @property
    def fits(self) -> tuple[str, ...]:
        """The workflows that it can be laid over."""
        ...


@attrs.frozen(eq=False)
class Offered:
    """What there is to be laid in: parts and calendars by `plugin.name`, and installed plugins.

    `plugins` is None when nobody looked which are installed, `effects` when nobody looked what
    they bring about (by `plugin.effect`), `methods` when nobody looked by which methods they
    decide (by `plugin.method`).
    """

    parts: Mapping[str, PartOfPlugin] = attrs.field(factory=dict)
    plugins: Mapping[str, str] | None = None
    effects: Mapping[str, Any] | None = None
    methods: Mapping[str, object] | None = None
    calendars: Mapping[str, CalendarOfPlugin] = attrs.field(factory=dict)


@attrs.frozen(eq=False)
class Used:
    """A part where a definition names it; `part` is None when there is none."""

    name: str
    node: Node
    part: PartOfPlugin | None


def used(uses: Node | None, offered: Offered, faults: Faults) -> list[Used]:
    """The parts that a heading names, each once; whether they may be named is asked later."""
    found: dict[str, Used] = {}
    for node in [] if uses is None or is_patch(uses) else uses.items:
        name = node.text
        if name is None:
            continue
        if name in found:
            faults.add("SW105", node, written=name)
        else:
            part = offered.parts.get(name) if PART_NAME.fullmatch(name) else None
            found[name] = Used(name, node, part)
    return list(found.values())


def tell_unfit(one: Used, below: tuple[str, ...], faults: Faults) -> None:
    """Report a part that is written for other workflows than lie below it (SW120)."""
    wanted = () if one.part is None else one.part.fits
    names = {*below, *(told.rpartition("@")[0] for told in below)}
    if wanted and not names.intersection(wanted):
        there = [told for told in below if not told.startswith((".", "/"))]
        faults.add("SW120", one.node, case="fits" if there else "fits_nothing", written=one.name,
                   wanted=wanted, found=there)  # fmt: skip


def own_heading(part: Node, name: str, faults: Faults) -> Node:
    """The part without what only a whole workflow can say, each of which is reported (SW120)."""
    items = dict(part.table)
    for key in _NO_PART:
        if key in items:
            faults.add("SW120", items.pop(key), key=True, case="part_says", written=key, part=name)
    heading = items.get("workflow")
    if heading is not None and heading.is_table:
        kept = dict(heading.table)
        for key in OF_ONE_FILE:
            if key in kept:
                faults.add("SW120", kept.pop(key), key=True, case="part_says",
                           written=f"workflow.{key}", part=name)  # fmt: skip
        items["workflow"] = Node(kept, heading.source, heading.path)
    return Node(items, part.source, part.path)


Clash = Callable[[Node, Node], None]


def together(base: Node, first: Node, second: Node, clash: Clash) -> Node:
    """Two parts side by side, over the same base; what they say differently goes to `clash`.

    Of what the base has, each may change other keys, and both may add to one list. What is new
    must be the same in both. The first one is kept where they clash.
    """
    items = dict(first.table)
    for family, new in second.table.items():
        old, below = items.get(family), base.get(family) or _nothing(base)
        if old is None or not (old.is_table and new.is_table):
            items[family] = new if old is None else _same(old, new, clash)
        elif family == "workflow":
            items[family] = _changed(old, new, clash)
        else:
            items[family] = _elements(below, old, new, clash)
    return Node(items, first.source, first.path)


def _elements(base: Node, first: Node, second: Node, clash: Clash) -> Node:
    items = dict(first.table)
    for name, new in second.table.items():
        old, below = items.get(name), base.get(name)
        if old is None:
            items[name] = new
        elif exact(old) == exact(new):
            continue
        elif below is None or not (old.is_table and new.is_table) or removes(old) or removes(new):
            items[name] = _same(old, new, clash)
        elif new.path[:1] == ("lifecycle",) and len(new.path) == 2:
            items[name] = _lifecycle(below, old, new, clash)
        else:
            items[name] = _changed(old, new, clash)
    return Node(items, first.source, first.path)


def _lifecycle(base: Node, first: Node, second: Node, clash: Clash) -> Node:
    items = dict(first.table)
    for key, new in second.table.items():
        old = items.get(key)
        if old is not None and old.is_table and new.is_table and not is_patch(new):
            items[key] = _elements(base.get(key) or _nothing(base), old, new, clash)
        else:
            items[key] = new if old is None else _met(old, new, clash)
    return Node(items, first.source, first.path)


def _changed(first: Node, second: Node, clash: Clash) -> Node:
    """One thing of the base that both change, key by key."""
    items = dict(first.table)
    for key, new in second.table.items():
        old = items.get(key)
        items[key] = new if old is None else _met(old, new, clash)
    return Node(items, first.source, first.path)


def _met(old: Node, new: Node, clash: Clash) -> Node:
    """One key of both: two changes of a list are one change when neither undoes the other."""
    patches = is_patch(old) and is_patch(new)
    if not patches or "replace" in old.table or "replace" in new.table:
        return _same(old, new, clash)
    added = {exact(item) for one in (old, new) for item in _listed(one, "add")}
    gone = {exact(item) for one in (old, new) for item in _listed(one, "remove")}
    if added & gone:
        return _same(old, new, clash)
    words = {word for one in (old, new) for word in one.table}
    return Node({word: _both(old, new, word) for word in words}, old.source, old.path)


def _both(old: Node, new: Node, word: str) -> Node:
    found = {exact(item): item for one in (new, old) for item in _listed(one, word)}
    mine = [one for one in _listed(old, word) if found.pop(exact(one), None) is not None]
    return Node([*mine, *found.values()], old.source, old.path)


def _listed(patch: Node, word: str) -> list[Node]:
    found = patch.get(word)
    return [] if found is None else found.items


def _same(old: Node, new: Node, clash: Clash) -> Node:
    if exact(old) != exact(new):
        clash(new, old)
    return old


def _nothing(base: Node) -> Node:
    return Node({}, base.source, ())
