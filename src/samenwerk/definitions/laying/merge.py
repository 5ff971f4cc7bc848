"""Laying one definition over another: the tree of values with where each was written.

Knows how tables, lists and plain values meet, not what they mean; who may change what is
`overlay`, and which files there are is `chain`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import Any, TypeAlias

import attrs

from samenwerk.definitions.spelling.places import Source
from samenwerk.values.place import Path, Place

LIST_WORDS = ("add", "remove", "replace")
"""What a child may write instead of a list that it inherits."""


@attrs.define(eq=False)
class Node:
    """A value with the text it came from: a dict or list of nodes, or something plain.

    A merged document has nodes of several sources; each node still knows its own place.
    """

    value: Any
    source: Source = attrs.field(repr=False)
    path: Path

    @property
    def place(self) -> Place:
        """Where the value stands."""
        return self.source.place(self.path)

    @property
    def key_place(self) -> Place:
        """Where its key stands, or else the value."""
        found = self.source.place(self.path, key=True)
        return self.place if self.path and isinstance(self.path[-1], int) else found

    @property
    def table(self) -> dict[str, Node]:
        """The named nodes below it; empty when it is no table."""
        return self.value if isinstance(self.value, dict) else {}

    @property
    def is_table(self) -> bool:
        """Whether it has named nodes below it."""
        return isinstance(self.value, dict)

    @property
    def items(self) -> list[Node]:
        """The nodes of a list; a single plain value counts as a list of one."""
        if isinstance(self.value, list):
            return self.value
        return [] if isinstance(self.value, dict) else [self]

    @property
    def text(self) -> str | None:
        """The text, or None when it is something else."""
        return self.value if isinstance(self.value, str) else None

    def get(self, key: str) -> Node | None:
        """The node below this key."""
        return self.value.get(key) if isinstance(self.value, dict) else None


Report: TypeAlias = Callable[[str, Node, Node | None], None]
"""Told of a fault in a child: its code, the child's node, and the node it lies over."""


def ignore(code: str, node: Node, under: Node | None) -> None:
    """For who merges and wants no faults."""


def node_of(source: Source) -> Node:
    """The tree of a source that was read."""
    return _grown(source.values, source, ())


def _grown(value: Any, source: Source, path: Path) -> Node:
    if isinstance(value, dict):
        grown: Any = {key: _grown(item, source, (*path, key)) for key, item in value.items()}
    elif isinstance(value, list):
        grown = [_grown(item, source, (*path, index)) for index, item in enumerate(value)]
    else:
        grown = value
    return Node(grown, source, path)


def plain(node: Node) -> Any:
    """The values alone.

    >>> plain(node_of(read_source(b"a = [1]", "a.toml")))                      # doctest: +SKIP
    {'a': [1]}
    """
    if isinstance(node.value, dict):
        return {key: plain(item) for key, item in node.value.items()}
    if isinstance(node.value, list):
        return [plain(item) for item in node.value]
    return node.value


def exact(node: Node) -> object:
    """Something hashable that is equal for equal values only: `1`, `true` and `1.0` differ."""
    if isinstance(node.value, dict):
        return frozenset((key, exact(item)) for key, item in node.value.items())
    if isinstance(node.value, list):
        return tuple(exact(item) for item in node.value)
    return (type(node.value).__name__, _spelled(node.value))


def _spelled(value: object) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)


def is_patch(node: Node) -> bool:
    """Whether it says how a list changes, instead of being one."""
    table = node.table
    if node.path[-2:-1] == ("calculation",) and len(node.path) in (2, 4):
        return False  # a calculation, which has an `add` of its own
    return bool(table) and all(
        key in LIST_WORDS and isinstance(item.value, list) for key, item in table.items()
    )


def removes(node: Node) -> bool:
    """Whether it takes away what lies under it, before anything else it says."""
    marker = node.get("remove")
    return marker is not None and marker.value is True


def merge(base: Node, child: Node, report: Report = ignore) -> Node:
    """The child laid over the base: tables by name, plain values of the child win.

    A list of the base changes only by `add`, `remove` and `replace`; a bare list over it wins
    and is reported as SW112, what is removed and is not there as SW118, what is added and
    already there as SW105. What comes out can itself be laid over another base: merging is
    associative. `settle` makes it a document.
    """
    items = dict(base.table)
    for key, new in child.table.items():
        old = items.get(key)
        if old is None:
            for one, code in _idle(new):
                report(code, one, None)
            items[key] = new
        else:
            items[key] = _over(old, new, report)
    return Node(items, child.source, child.path)


def _idle(node: Node) -> Iterator[tuple[Node, str]]:
    """What is removed below a node that lies over nothing."""
    if is_patch(node):
        for one in _items(node.get("remove")):
            yield one, "SW118"
    elif isinstance(node.value, dict):
        if removes(node):
            yield node.value["remove"], "SW118"
        for item in node.value.values():
            yield from _idle(item)


def _over(old: Node, new: Node, report: Report) -> Node:
    if is_patch(new):
        return _patched(old, new, report)
    if isinstance(new.value, dict):
        if removes(new) or not isinstance(old.value, dict) or is_patch(old):
            return new
        return merge(old, new, report)
    if isinstance(old.value, list) or is_patch(old):
        report("SW112", new, old)
    return new


def _patched(old: Node, new: Node, report: Report) -> Node:
    if isinstance(old.value, dict) and not is_patch(old):
        return new
    replaced = new.get("replace")
    if replaced is not None:
        changed = _applied([], new)
        if is_patch(old):
            return Node({"replace": Node(changed, new.source, replaced.path)}, new.source, new.path)
        return Node(changed, new.source, new.path)
    if is_patch(old):
        before = old.get("replace")
        if before is not None:
            whole = _applied(_applied([], old), new)
            return Node({"replace": Node(whole, new.source, new.path)}, new.source, new.path)
        gone = _items(new.get("remove"))
        taken = {exact(one) for one in gone}
        added = [one for one in _items(old.get("add")) if exact(one) not in taken]
        both = {
            "remove": _union(_items(old.get("remove")), gone),
            "add": _union(added, _items(new.get("add"))),
        }
        patch = {key: Node(items, new.source, new.path) for key, items in both.items()}
        return Node(patch, new.source, new.path)
    there = {exact(one) for one in old.items}
    taken = {exact(one) for one in _items(new.get("remove"))}
    for one in _items(new.get("remove")):
        if exact(one) not in there:
            report("SW118", one, old)
    for one in _items(new.get("add")):
        if exact(one) in there - taken:
            report("SW105", one, next(it for it in old.items if exact(it) == exact(one)))
    return Node(_applied(old.items, new), new.source, new.path)


def _items(node: Node | None) -> list[Node]:
    return [] if node is None else node.items


def _union(first: Iterable[Node], second: Iterable[Node]) -> list[Node]:
    found: dict[object, Node] = {}
    for one in (*first, *second):
        found.setdefault(exact(one), one)
    return list(found.values())


def _applied(items: list[Node], patch: Node) -> list[Node]:
    replaced = patch.get("replace")
    taken = {exact(one) for one in _items(patch.get("remove"))}
    start = items if replaced is None else replaced.items
    kept = [one for one in start if exact(one) not in taken]
    there = {exact(one) for one in kept}
    for one in _items(patch.get("add")):
        if exact(one) not in there:
            there.add(exact(one))
            kept.append(one)
    return kept


def settle(node: Node) -> Node:
    """The document that is left when all changes are carried out: no patches, nothing removed."""
    if is_patch(node):
        return Node(_applied([], node), node.source, node.path)
    if not isinstance(node.value, dict):
        return node
    fresh = removes(node)
    items = {
        key: settle(item)
        for key, item in node.value.items()
        if not (fresh and key == "remove") and not (removes(item) and len(item.table) == 1)
    }
    return Node(items, node.source, node.path)


def join(first: Node, second: Node, clash: Callable[[Node, Node], None]) -> Node:
    """Two files of one workflow as one; what both write is reported and the first one kept."""
    items = dict(first.table)
    for key, new in second.table.items():
        old = items.get(key)
        if old is None:
            items[key] = new
        elif isinstance(old.value, dict) and isinstance(new.value, dict):
            items[key] = join(old, new, clash)
        else:
            clash(new, old)
    return Node(items, first.source, first.path)
