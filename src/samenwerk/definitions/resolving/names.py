"""Which names a document declares, and what a name means from where it is written.

Within a lifecycle its own names come first, then those of the whole workflow; elsewhere a name
of a lifecycle is written as `lifecycle.name`. What a name stands for is made in `resolve`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

import attrs

from samenwerk.definitions.keys.families import FAMILIES
from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.laying.otherwise import tell_otherwise
from samenwerk.definitions.spelling.called import called
from samenwerk.definitions.spelling.meant import plain
from samenwerk.values.message import Message

KINDS: Mapping[str, tuple[str, ...]] = {
    "operand": ("fact", "open", "date", "parameter", "calculation", "step"),
    "condition": ("rule", "decision", "say", "duty", "window"),
    "must": ("step", "document", "fact", "open"),
    "instead": ("rule", "decision", "say", "window", "silent", "document"),
    "who": ("sort", "group", "table", "role"),
    "among": ("sort", "group", "table", "role", "lifecycle"),
    "filled": ("fact", "open", "silent", "document", "role"),
    "share": ("parameter",),
    "term": ("parameter",),
}
"""What a name of each kind can be; a kind that is not here is a family."""

CLASHES = (
    ("fact", "open", "silent", "date", "parameter", "calculation", "step"),
    ("rule", "decision", "say", "duty", "window"),
    ("sort", "group", "table", "role", "lifecycle"),
    ("fact", "open", "silent", "document", "role"),
)
"""Families whose names stand in one list, so that one name can mean one thing only."""

LIVE_ANYWHERE = ("fact", "open", "silent", "document", "decision", "say")
"""Families whose global names are kept in the case at hand, whichever that is."""


@attrs.frozen
class Context:
    """Where a name is written and in which case it will be asked.

    `scopes` are the lifecycles whose short names count, the first one first. `home` is the
    lifecycle of the case at hand, None when that differs. `bound` is what a quantifier holds.
    """

    scopes: tuple[str, ...] = ()
    home: str | None = None
    bound: str | None = None

    def above(self, hit: Hit) -> str | None:
        """The lifecycle above whose case is meant; None: the case at hand."""
        if hit.qualifier is not None:
            return None if hit.qualifier == self.home else hit.qualifier
        if hit.lifecycle is not None:
            return None if hit.lifecycle == self.home else hit.lifecycle
        first = self.scopes[0] if self.scopes else None
        return None if first == self.home else first


@attrs.frozen
class Hit:
    """A declared name that was found; `qualifier` is a lifecycle written before a global name."""

    family: str
    name: str
    lifecycle: str | None
    node: Node
    qualifier: str | None = None

    @property
    def full(self) -> str:
        """The name it has outside its lifecycle."""
        return f"{self.lifecycle}.{self.name}" if self.lifecycle else self.name


ASKED: Mapping[str, str] = {
    "document": "document", "mandate": "mandate", "silent": "silent",
    "fact": "known", "date": "known", "step": "done",
}  # fmt: skip
"""With which word a condition asks for a thing of each family by its name alone."""

_Named: TypeAlias = tuple[str, Node]


class Names:
    """The declared names of one document."""

    def __init__(self, document: Node, faults: Faults) -> None:
        self.faults = faults
        self._source = document.source
        self._all = {name: _tables(document.get(name)) for name in FAMILIES}
        self.lifecycles = self._all["lifecycle"]
        below = FAMILIES["lifecycle"].below
        self._own = {
            name: {family: _tables(node.get(family)) for family in below}
            for name, node in self.lifecycles.items()
        }
        self._known: dict[tuple[str, tuple[str, ...]], dict[str, Node]] = {}

    def of(self, family: str, lifecycle: str | None = None) -> dict[str, Node]:
        """The nodes of a family, of the whole workflow or of one lifecycle."""
        found = self._all if lifecycle is None else self._own.get(lifecycle, {})
        return found.get(family, {})

    def everywhere(self, family: str) -> Iterator[Hit]:
        """Every name of a family, in alphabetical order."""
        for name, node in sorted(self._all[family].items()):
            yield Hit(family, name, None, node)
        for lifecycle in sorted(self._own):
            for name, node in sorted(self.of(family, lifecycle).items()):
                yield Hit(family, name, lifecycle, node)

    def find(self, kind: str, text: str, scopes: tuple[str, ...] = ()) -> Hit | None:
        """What a name means, or None when nothing of that kind is called so."""
        families = KINDS.get(kind, (kind,))
        lifecycle, dot, short = text.partition(".")
        if dot:
            if lifecycle not in self._own:
                return None
            for family in families:
                node = self.of(family, lifecycle).get(short)
                if node is not None:
                    return Hit(family, short, lifecycle, node)
                if family in LIVE_ANYWHERE and (node := self._all[family].get(short)) is not None:
                    return Hit(family, short, None, node, lifecycle)
            return None
        for scope in scopes:
            for family in families:
                node = self.of(family, scope).get(text)
                if node is not None:
                    return Hit(family, text, scope, node)
        for family in families:
            if family not in ("state", "step") and (node := self._all[family].get(text)):
                return Hit(family, text, None, node)
        return None

    def look_up(
        self, kind: str, node: Node | None, context: Context, text: str | None = None
    ) -> Hit | None:
        """What the name at a node means; an unknown name is reported as SW103."""
        text = text if text is not None else None if node is None else node.text
        if node is None or text is None:
            return None
        hit = self.find(kind, text, context.scopes)
        if hit is None:
            self.unknown(kind, text, node, context.scopes)
        elif hit.lifecycle is not None and len(context.scopes) > 1 and "." not in text:
            self._check_one(kind, hit, node, context.scopes)
        return hit

    def _check_one(self, kind: str, hit: Hit, node: Node, scopes: tuple[str, ...]) -> None:
        """Report a short name that two of the lifecycles have in which it is looked for.

        Else a child could give a closed rule another meaning, by a name of its own in the
        lifecycle that is looked in first.
        """
        for scope in scopes:
            other = None if scope == hit.lifecycle else self.find(kind, hit.name, (scope,))
            if other is not None and other.lifecycle == scope:
                mine = [it.node for it in (hit, other) if it.node.source is self._source]
                at = node if node.source is self._source or not mine else mine[0]
                self.faults.add("SW104", at, key=at is not node, nearest_at=other.node,
                                case="between", written=hit.name, one=hit.lifecycle,
                                other=scope)  # fmt: skip
                return

    def unknown(self, kind: str, text: str, node: Node, scopes: tuple[str, ...]) -> None:
        """Report a name that nothing of this kind has, with the nearest that there is."""
        known = self.known(kind, scopes)
        self.tell_unknown(kind, text, node, known, scopes)

    def tell_unknown(
        self, kind: str, text: str, node: Node, known: Mapping[str, Node],
        scopes: tuple[str, ...] = (),
    ) -> None:  # fmt: skip
        """The same with the names that are known there."""
        gone = self.faults.removal(KINDS.get(kind, (kind,)), text)
        if gone is not None:
            self._still_used(text, node, gone)
            return
        if kind in ("operand", "share", "term") and tell_otherwise(self.faults, node, kind):
            return
        clean = plain(text)
        if clean != text and clean in known:
            repair = None if node.text != text else node.source.repair(node.place, f'"{clean}"')
            self.faults.add("SW103", node, nearest_at=known[clean], repair=repair, case="hidden",
                            written=clean)  # fmt: skip
            return
        near = self._called(text, known) or self.faults.nearest(text, known)
        params: dict[str, Any] = {"written": text, "kind": Message(f"kind.{kind}")}
        if near is None and (other := self._elsewhere(text, scopes)) is not None:
            word = ASKED.get(other.family) if kind == "condition" else None
            params |= {"case": "other", "other": Message(f"kind.{other.family}")}
            if word is not None:
                meant = f'{{ {word} = "{text}" }}'
                repair = None if word != other.family else node.source.repair(node.place, meant)
                params |= {"case": "asked", "meant": meant, "repair": repair}
            self.faults.add("SW103", node, nearest_at=other.node, **params)
            return
        at = known[near] if near is not None else None
        self.faults.add("SW103", node, nearest=near, nearest_at=at, **params)

    def _called(self, text: str, known: Mapping[str, Node]) -> str | None:
        """The one name that people know as this text, or as words that begin with it."""
        if not self.faults.may_compare(len(known)):
            return None
        labels = {name: labels_of(node) for name, node in known.items()}
        return called(text, labels)

    def _still_used(self, text: str, node: Node, gone: Node) -> None:
        """Report the use of what was taken away: at the use, or where a base uses it, at that."""
        base = self.faults.base_of(node)
        if base is None or base == self.faults.base_of(gone):
            self.faults.add("SW103", node, case="removed", written=text, line=gone.place.line)
        else:
            self.faults.add("SW103", gone, key=True, case="needed", written=text, base=base,
                            line=node.place.line)  # fmt: skip

    def known(self, kind: str, scopes: tuple[str, ...] = ()) -> dict[str, Node]:
        """Every name of a kind as it would be written here, with its node."""
        key = (kind, scopes)
        if key not in self._known:
            found: dict[str, Node] = {}
            for family in KINDS.get(kind, (kind,)):
                for hit in self.everywhere(family):
                    short = hit.lifecycle is None or hit.lifecycle in scopes
                    found.setdefault(hit.name if short else hit.full, hit.node)
            self._known[key] = found
        return self._known[key]

    def _elsewhere(self, text: str, scopes: tuple[str, ...] = ()) -> Hit | None:
        """What else is called so: of the lifecycle at hand before that of the whole workflow."""
        found = [self.find(family, text, scopes) for family in FAMILIES if family != "workflow"]
        hits = [hit for hit in found if hit is not None]
        return min(hits, key=lambda hit: hit.lifecycle is None, default=None)

    def check_clashes(self) -> None:
        """Report names that mean two things in one list (SW104).

        A name of a lifecycle may not be one of the whole workflow either: a child could put
        its own rule before a closed one that way.
        """
        for group in CLASHES:
            everywhere = self._listed(group, None, {})
            for lifecycle in self.lifecycles:
                self._listed(group, lifecycle, everywhere)

    def _listed(
        self, group: tuple[str, ...], lifecycle: str | None, above: Mapping[str, _Named]
    ) -> dict[str, _Named]:
        found: dict[str, _Named] = {}
        for family in group:
            if lifecycle is not None and family == "lifecycle":
                continue
            for name, node in self.of(family, lifecycle).items():
                other = found.setdefault(name, (family, node))
                if other[0] == family and name in above:
                    other = above[name]
                    self._clash(name, other, (family, node))
                elif other[0] != family:
                    self._clash(name, other, (family, node))
        return found

    def _clash(self, name: str, one: _Named, two: _Named) -> None:
        # the author's own file is at fault, else what stands last
        first, second = sorted(
            (one, two), key=lambda it: (it[1].source is self._source, it[1].key_place.line)
        )
        base = self.faults.base_of(first[1])
        inherited = base is not None and self.faults.base_of(second[1]) != base
        more: dict[str, Any] = {"case": "inherited", "base": base} if inherited else {}
        self.faults.add(
            "SW104", second[1], key=True, nearest_at=first[1], written=name, **more,
            kind=Message(f"kind.{second[0]}"), other=Message(f"kind.{first[0]}"),
        )  # fmt: skip


def labels_of(node: Node) -> list[str]:
    """What people call a thing, in each language in which that is written."""
    found = (node.get(lang) for lang in ("nl", "en"))
    return [one.text for one in found if one is not None and one.text]


def _tables(node: Node | None) -> dict[str, Node]:
    return {} if node is None else node.table
