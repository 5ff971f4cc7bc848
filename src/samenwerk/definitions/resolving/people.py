"""Who is who: sorts, groups, maps, tables, roles, subjects and mandates, every name resolved.

Made in the order in which they need each other; a ring of them is a fault (SW110).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.merge import Node
from samenwerk.definitions.resolving.names import Context, Hit, Names
from samenwerk.definitions.resolving.resting import Resting, rings
from samenwerk.values.who import (
    ITSELF,
    TIME,
    Group,
    Mandate,
    Map,
    Region,
    Role,
    Sort,
    Subject,
    Table,
    Who,
)

NOWHERE = Context()


def common(node: Node) -> dict[str, Any]:
    """The fields that everything declared has, of its node."""
    source, overlay, left = (node.get(key) for key in ("source", "overlay", "unencodable"))
    return {
        "labels": labels(node),
        "source": None if source is None else source.text,
        "way_out": told(node.get("way_out")),
        "unencodable": None if left is None else left.text,
        "overlay": None if overlay is None else overlay.text,
    }


def labels(node: Node) -> Mapping[str, str]:
    """The names for people that stand at a node, by language."""
    found = {language: node.get(language) for language in ("nl", "en")}
    return {language: one.text for language, one in found.items() if one is not None and one.text}


def told(node: Node | None) -> Mapping[str, str]:
    """A text for people by language; one without a language is Dutch."""
    if node is None:
        return {}
    return {"nl": node.text} if node.text else labels(node)


def flag(node: Node | None) -> bool:
    """Whether `true` stands here."""
    return node is not None and node.value is True


class People:
    """Makes each of them once; what has faults is None everywhere and reported once."""

    def __init__(self, names: Names, faults: Faults) -> None:
        self.names = names
        self.faults = faults
        self._resting = Resting(faults)
        self._speakers: dict[str, tuple[str, ...]] = {}
        for hit in names.everywhere("table"):
            at = hit.node.get("speaks_at")
            if at is not None and at.text is not None:
                self._speakers[at.text] = (*self._speakers.get(at.text, ()), hit.name)

    def made(self, family: str) -> dict[str, Any]:
        """All of a family that have no faults, by full name."""
        for key in _POINTERS.get(family, ()):
            self.no_rings(family, key)
        found = {hit.full: self.make(hit) for hit in self.names.everywhere(family)}
        return {name: value for name, value in found.items() if value is not None}

    def make(self, hit: Hit, at: Node | None = None) -> Any:
        """The value of a declared name; `at` is where it is used."""

        def made() -> Any:
            return _MAKERS[hit.family](self, hit) if hit.node.is_table else None

        return self._resting.once(hit.family, hit.full, at or hit.node, made)

    def who(self, node: Node | None, context: Context, automatic: bool = False) -> Who | None:
        """A sort, group, table or role by its name; `automatic`: also itself and time."""
        if automatic and node is not None and node.text in ("itself", "time"):
            return ITSELF if node.text == "itself" else TIME
        hit = self.of_copy(node, context) or self.names.look_up("who", node, context)
        if hit is None:
            return None
        value = self.make(hit, node)
        if value is None:
            return None
        role = {hit.family: value} if hit.family in ("group", "table", "role") else {}
        return Who(hit.family, hit.name, hit.lifecycle, **role, of=self._copy_of(hit, context))

    def _copy_of(self, hit: Hit, context: Context) -> str | None:
        """The lifecycle of which each of those has a copy, where the word means that one party."""
        for scope in context.scopes:
            per = self.per(scope)
            if per is not None and per.full == hit.full:
                return scope
        return None

    def of_copy(self, node: Node | None, context: Context) -> Hit | None:
        """What the very word means that stands at `per` of a lifecycle one is in."""
        for scope in context.scopes if node is not None and node.text is not None else ():
            home = self.names.lifecycles.get(scope)
            per = None if home is None else home.get("per")
            if per is not None and node is not None and per.text == node.text:
                return self.per(scope)
        return None

    def per(self, lifecycle: str) -> Hit | None:
        """Whom a lifecycle is a copy for each of; a fault is reported where it is made."""
        node = self.names.lifecycles.get(lifecycle)
        per = None if node is None else node.get("per")
        if node is None or per is None or per.text is None:
            return None
        return self.names.find("who", per.text, self.above(lifecycle))

    def above(self, lifecycle: str) -> tuple[str, ...]:
        """The lifecycles that one hangs under, the nearest first."""
        found: list[str] = []
        at = self.names.lifecycles.get(lifecycle)
        while at is not None and (under := at.get("under")) is not None:
            if under.text is None or under.text in found:
                break
            found.append(under.text)
            at = self.names.lifecycles.get(under.text)
        return tuple(found)

    def whos(self, node: Node | None, context: Context, automatic: bool = False) -> tuple[Who, ...]:
        """All of a list of names, without those that have faults."""
        found = (self.who(one, context, automatic) for one in ([] if node is None else node.items))
        return tuple(one for one in found if one is not None)

    def full_names(
        self, kind: str, node: Node | None, context: Context = NOWHERE
    ) -> tuple[str, ...]:
        """The names of a list, each of which must be declared."""
        hits = (self.names.look_up(kind, one, context) for one in _items(node))
        return tuple(hit.full for hit in hits if hit is not None)

    def full_name(self, kind: str, node: Node | None, context: Context = NOWHERE) -> str | None:
        """One such name."""
        return next(iter(self.full_names(kind, node, context)), None)

    def _sort(self, hit: Hit) -> Sort:
        node = hit.node
        belongs = self.full_name("sort", node.get("belongs_to"))
        return Sort(name=hit.name, belongs_to=belongs, **common(node))

    def _group(self, hit: Hit) -> Group:
        node = hit.node
        role, table = (self._in(key, node.get(key)) for key in ("role", "table"))
        return Group(
            name=hit.name,
            sorts=self.full_names("sort", node.get("sort")),
            role=role,
            table=table,
            map=self.full_name("map", node.get("map")),
            regions=self._regions(node),
            not_in=self._standing(node.get("not_in")),
            **common(node),
        )

    def _regions(self, node: Node) -> tuple[str, ...]:
        """The regions of a group, which are of the map that stands beside them."""
        written, on = node.get("region"), node.get("map")
        if written is not None and on is None:
            self.faults.add("SW108", written, key=True, case="region", written="map")
        below = None if on is None else self.names.of("map").get(on.text or "")
        known = None if below is None else below.get("region")
        names = {} if known is None else known.table
        for one in _items(written) if names else ():
            if one.text is not None and one.text not in names:
                self.names.tell_unknown("region", one.text, one, names)
        return texts(written)

    def _map(self, hit: Hit) -> Map:
        below = hit.node.get("region")
        regions = {} if below is None else below.table
        return Map(
            name=hit.name,
            one_region_each=flag(hit.node.get("one_region_each")),
            regions={
                name: Region(name=name, **common(one))
                for name, one in sorted(regions.items())
                if one.is_table
            },
            **common(hit.node),
        )

    def _in(self, family: str, node: Node | None) -> Who | None:
        hit = self.names.look_up(family, node, NOWHERE)
        return None if hit is None else next(iter(self._standing(node)), None)

    def _standing(self, node: Node | None) -> tuple[Who, ...]:
        """Whom the register alone gives: no roles that somebody has in a case."""
        found = []
        for one in _items(node):
            who = self.who(one, NOWHERE)
            if who is not None and who.lifecycle is not None:
                self.faults.add("SW117", one, case="standing", written=one.text)
            elif who is not None:
                found.append(who)
        return tuple(found)

    def _table(self, hit: Hit) -> Table:
        node = hit.node
        level = node.get("level")
        return Table(
            name=hit.name,
            level=None if level is None else level.text,
            members=self._standing(node.get("members")),
            speaks_at=self.full_name("table", node.get("speaks_at")),
            representatives=self.full_name("role", node.get("representatives")),
            speakers=self._speakers.get(hit.name, ()),
            **common(node),
        )

    def _role(self, hit: Hit) -> Role:
        node = hit.node
        exactly, may, many = node.get("exactly"), node.get("may"), node.get("many")
        if flag(many) and many is not None and hit.lifecycle is None:
            self.faults.add("SW140", many, key=True, case="many", written=hit.name)
        return Role(
            name=hit.name,
            lifecycle=hit.lifecycle,
            sort=self.full_names("sort", node.get("sort")),
            exactly=exactly.value if exactly is not None and type(exactly.value) is int else None,
            may=None if may is None else texts(may),
            never=texts(node.get("never")),
            many=flag(many),
            **common(node),
        )

    def _subject(self, hit: Hit) -> Subject:
        part_of = self.full_name("subject", hit.node.get("part_of"))
        return Subject(name=hit.name, part_of=part_of, **common(hit.node))

    def _mandate(self, hit: Hit) -> Mandate:
        node = hit.node
        form = node.get("form")
        return Mandate(
            name=hit.name,
            may=texts(node.get("may")),
            on=self.full_names("subject", node.get("on")),
            giver=self._standing(node.get("giver")),
            form=None if form is None else form.text,
            **common(node),
        )

    def no_rings(self, family: str, key: str) -> None:
        """Report every ring of names of a family that point to each other by one key."""
        nodes = {name: one.get(key) for name, one in self.names.of(family).items()}
        pointers = {name: one.text for name, one in nodes.items() if one is not None and one.text}
        for ring in rings(pointers):
            self.faults.ring(family, ring, nodes[ring[-1]] or self.names.of(family)[ring[-1]])


def texts(node: Node | None) -> tuple[str, ...]:
    """The texts of a list, or of a single text."""
    return tuple(one.text for one in _items(node) if one.text is not None)


def _items(node: Node | None) -> list[Node]:
    return [] if node is None else node.items


_POINTERS: Mapping[str, tuple[str, ...]] = {
    "sort": ("belongs_to",), "table": ("speaks_at",), "subject": ("part_of",),
}  # fmt: skip
"""By which key names of a family point to each other."""

_MAKERS: Mapping[str, Any] = {
    "sort": People._sort,
    "group": People._group,
    "map": People._map,
    "table": People._table,
    "role": People._role,
    "subject": People._subject,
    "mandate": People._mandate,
}
