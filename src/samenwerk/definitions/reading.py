"""What came of reading a definition: the workflow or every fault, and where everything stands.

A value for who reads, checks or prints; how it is made is `read`.
"""

from __future__ import annotations

import functools

import attrs

from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.spelling.places import Source
from samenwerk.values.declared import Workflow
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.place import Place


@attrs.frozen(eq=False)
class Reading:
    """A definition as read.

    `workflow` is None when something serious is wrong. `diagnostics` stand in reading order,
    the author's own file first. `merged` is the whole document after `extends`, `own` what the
    author wrote; both with the place of everything.
    """

    workflow: Workflow | None
    diagnostics: tuple[Diagnostic, ...]
    sources: tuple[Source, ...]
    merged: Node
    own: Node

    def __repr__(self) -> str:  # the whole would be hundreds of megabytes
        return f"Reading({self.workflow!r}, {len(self.diagnostics)} diagnostics)"

    @functools.cached_property
    def faulty(self) -> frozenset[tuple[str, int, int]]:
        """File, line and column of every serious fault."""
        places = (one.place for one in self.diagnostics if one.serious)
        return frozenset((place.file, place.line, place.column) for place in places)

    def node(self, *path: str | int) -> Node | None:
        """What stands at a path of the merged document, or None.

        >>> reading.node("lifecycle", "change", "step", "adopt")               # doctest: +SKIP
        Node(...)
        """
        node: Node | None = self.merged
        for part in path:
            if node is None:
                return None
            if isinstance(part, int):
                items = node.value if isinstance(node.value, list) else []
                node = items[part] if part < len(items) else None
            else:
                node = node.get(part)
        return node

    def place(self, *path: str | int, key: bool = True) -> Place:
        """Where a key (or its value) of the merged document stands; if unknown, what is above."""
        for length in range(len(path), 0, -1):
            node = self.node(*path[:length])
            if node is not None:
                return node.key_place if key else node.place
        return self.merged.source.place(())
