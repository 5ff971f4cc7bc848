"""What an author wrote, and not what it inherits: for checks that tell only of that.

Where something stands and what it is called; what it means is in the workflow.
"""

from __future__ import annotations

import functools
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.definitions.laying.merge import Node

if TYPE_CHECKING:
    from samenwerk.definitions.reading import Reading


@attrs.frozen(eq=False)
class Own:
    """A declared element: `node` as it came out of merging, `written` as its author wrote it."""

    family: str
    name: str
    lifecycle: str | None
    node: Node
    written: Node
    inherited: bool

    @property
    def full(self) -> str:
        """The name it has outside its lifecycle."""
        return f"{self.lifecycle}.{self.name}" if self.lifecycle else self.name


def own_elements(reading: Reading, *families: str) -> Iterator[Own]:
    """The elements of these families in the author's own files, in the order written.

    `inherited`: the base has it too, and the author only changes it. What is removed is left
    out.
    """
    bases = _bases(reading)
    for path, written in _paths(reading.own, families):
        node = reading.node(*path)
        if node is not None and node.is_table and written.is_table:
            lifecycle = path[1] if len(path) == 4 else None
            inherited = any(_stands(base, path) for base in bases)
            yield Own(path[-2], path[-1], lifecycle, node, written, inherited)


@functools.lru_cache(maxsize=1)  # the same for every check of one reading
def _bases(reading: Reading) -> tuple[Any, ...]:
    mine = {id(source) for source in _sources_in(reading.own)}
    return tuple(source.values for source in reading.sources if id(source) not in mine)


def _paths(own: Node, families: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Node]]:
    for family, node in own.table.items():
        if family in families:
            yield from (((family, name), one) for name, one in node.table.items())
        if family == "lifecycle":
            for lifecycle, inner in node.table.items():
                for below, elements in inner.table.items():
                    if below in families:
                        for name, one in elements.table.items():
                            yield (family, lifecycle, below, name), one


def _sources_in(node: Node) -> Iterator[Any]:
    yield node.source
    for one in node.table.values():
        yield from _sources_in(one)


def _stands(values: Any, path: tuple[str, ...]) -> bool:
    for part in path:
        if not isinstance(values, dict) or part not in values:
            return False
        values = values[part]
    return True
