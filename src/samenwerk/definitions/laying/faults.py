"""Gathering faults: every one of them, each once, at the author's own key or value.

What a fault means is told by its check; which name comes nearest is worked out here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from samenwerk.definitions.laying.merge import Node, removes
from samenwerk.definitions.spelling.places import Source
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.message import Message
from samenwerk.values.place import Place
from samenwerk.values.repair import Repair

MOST_COMPARED = 100_000
"""Names compared in one reading to find the nearest ones; whoever has more faults than that
allows mends the first ones first."""


class Faults:
    """The faults of one reading. The same code at the same place is one fault."""

    def __init__(self) -> None:
        self._compared = 0
        self._found: dict[tuple[str, Place, object], Diagnostic] = {}
        self._rings: set[tuple[str, frozenset[str]]] = set()
        self._bases: dict[int, tuple[Source, str]] = {}
        self._gone: dict[tuple[str, str], Node] = {}

    def __bool__(self) -> bool:
        return any(fault.serious for fault in self._found.values())

    def __len__(self) -> int:
        return len(self._found)

    def add(
        self,
        code: str,
        at: Node | Place,
        *,
        key: bool = False,
        nearest: str | None = None,
        nearest_at: Node | Place | None = None,
        serious: bool = True,
        repair: Repair | None = None,
        **params: object,
    ) -> None:
        """Report a fault at a node's value, or at its key; not serious: a warning.

        `repair` is the mend, only where a text can have meant one thing.
        """
        place = at if isinstance(at, Place) else at.key_place if key else at.place
        near = nearest_at.key_place if isinstance(nearest_at, Node) else nearest_at
        found = Diagnostic(code, place, params, nearest, near, serious, repair)
        self._found.setdefault((code, place, params.get("case")), found)

    def came_with(self, base: str, sources: Iterable[Source]) -> None:
        """That these texts are those of a base, under the name by which it is extended."""
        self._bases.update((id(source), (source, base)) for source in sources)

    def base_of(self, node: Node) -> str | None:
        """The base that something came with; None for what the author wrote."""
        found = self._bases.get(id(node.source))
        return None if found is None else found[1]

    def taken_away(self, layer: Node) -> None:
        """Keep what a layer removes of what it inherits, so that can be told who still needs it."""
        for name, one in layer.table.items():
            if removes(one) and len(layer.path) in (1, 3):
                self._gone[(str(layer.path[-1]), name)] = one.table["remove"]
            elif one.is_table and len(one.path) < 4:
                self.taken_away(one)

    def removal(self, families: Iterable[str], name: str) -> Node | None:
        """Where a name of one of these families was taken away, or None."""
        found = (self._gone.get((family, name.rpartition(".")[2])) for family in families)
        return next((one for one in found if one is not None), None)

    def ring(self, family: str, names: list[str], at: Node) -> None:
        """Report names of a family that need each other, once for the ring (SW110)."""
        known = (family, frozenset(names))
        if known not in self._rings:
            self._rings.add(known)
            kind = Message(f"kind.{family}")
            self.add("SW110", at, kind=kind, names=" → ".join((*names, names[0])))

    def nearest(
        self, written: str, known: Iterable[str], dutch: Mapping[str, str] | None = None
    ) -> str | None:
        """The known name that comes closest, as `nearest`; None once too many were compared."""
        names = tuple(known)
        return nearest(written, names, dutch) if self.may_compare(len(names)) else None

    def may_compare(self, count: int) -> bool:
        """Whether one more name may be compared with so many: not once too many were."""
        self._compared += count
        return self._compared <= MOST_COMPARED

    def extend(self, faults: Iterable[Diagnostic]) -> None:
        """Take over faults that were found elsewhere."""
        for fault in faults:
            self._found.setdefault((fault.code, fault.place, fault.params.get("case")), fault)

    def in_order(self, files: Iterable[str]) -> tuple[Diagnostic, ...]:
        """All of them in reading order, the files in the order in which they were read."""
        rank = {file: index for index, file in enumerate(files)}
        return tuple(
            sorted(
                self._found.values(),
                key=lambda one: (rank.get(one.place.file, len(rank)), one.order),
            )
        )


def nearest(
    written: str, known: Iterable[str], dutch: Mapping[str, str] | None = None
) -> str | None:
    """The known name that comes closest to what was written, or None when none does.

    >>> nearest("needds", ["needs", "by"]), nearest("noord", ["zorg_noord", "zorg_zuid"])
    ('needs', 'zorg_noord')
    """
    names = list(dict.fromkeys(known))
    low = written.lower().replace("-", "_").replace(" ", "_")
    if dutch and dutch.get(low) in names:
        return dutch[low]
    folded = {name.lower(): name for name in reversed(names)}
    short = {name.rpartition(".")[2].lower(): name for name in reversed(names)}
    if low in folded or low in short:
        return folded.get(low) or short[low]
    either = {**short, **folded}
    import difflib

    close = difflib.get_close_matches(low, either, n=1, cutoff=0.7)
    if close:
        return either[close[0]]
    part = [name for name in either if len(low) > 3 and low in name.split("_")]
    return either[part[0]] if len(part) == 1 else None
