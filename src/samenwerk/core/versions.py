"""A rule that changes with time: which of its versions holds, and what that one asks.

It is one of several pairs, each of a stretch of days and what is asked in it; so its truth, its
record and what it reads are those of any composition. Only one pair is opened for reading, and
only that one is advised: nobody is told to move the day that decides.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import cached_property

from samenwerk.core.allowed import THERE
from samenwerk.core.node import Tree
from samenwerk.core.operands import cells, entry_in, getter
from samenwerk.core.view import View
from samenwerk.core.ways import Hopeless, Unadvisable, Want, Way, any_of, every
from samenwerk.core.wording import operand_name
from samenwerk.values.finding import UNKNOWN, Finding
from samenwerk.values.message import Message, Name
from samenwerk.values.operand import DayOfStep, Today
from samenwerk.values.tree import Version, Versions


class VersionsTree(Tree):
    """The version that holds on the day that decides; each pair is its days and what it asks."""

    def __init__(self, node: Versions, pairs: Sequence[Tree]) -> None:
        self.node, self.parts = node, tuple(pairs)
        self._day = getter(node.day)
        self._waits = isinstance(node.day, Today)
        judges = [pair.judge for pair in pairs]
        self.judge = lambda view, record: max([judge(view, record) for judge in judges])

    @cached_property
    def key(self) -> str:
        """As `versions affordable(v2027, v2028)`."""
        names = ", ".join(one.name for one in self.node.versions)
        return f"versions {self.node.rule}({names})"

    def at(self, day: object) -> int | None:
        """The place of the version that holds on a day; None before the first, or of no day."""
        if not isinstance(day, date):
            return None
        begun = [one.starts is None or one.starts <= day for one in self.node.versions]
        return sum(begun) - 1 if any(begun) else None

    def finding(self, view: View) -> Finding:
        """Which version holds and why, with what it asks beneath."""
        day, truth = self._day(view), self.truth(view)
        told: dict[str, object] = {"day": operand_name(self.node.day), "value": day}
        place = self.at(day)
        if place is None:
            first = self.node.versions[0]
            id = "tree.version_none"
            if day is None:
                id = "tree.version_unknown" if truth == UNKNOWN else "tree.version_whichever"
            return Finding(self.key, truth, Message(id, {**told, "starts": first.starts}))
        version = self.node.versions[place]
        told |= {"version": self._name(version), "starts": version.starts}
        id = "tree.version" if version.starts is not None else "tree.version_always"
        inner = self.parts[place].parts[1].finding(view)
        children = inner.children if inner.leaf.startswith("all(") else (inner,)
        return Finding(
            self.key, truth, Message(id, told), children=children,
            source=version.source,
        )  # fmt: skip

    def _name(self, version: Version) -> Name:
        return Name("version", f"{self.node.rule}@{version.name}")

    def ways(self, view: View, wanted: bool) -> Way:
        """Those of the version that holds, with the day that decides as it is."""
        day = self._day(view)
        whole = self._whole(view, wanted)
        place = self.at(day)
        if day is None and wanted and isinstance(self.node.day, DayOfStep):
            return self._once_done(view, whole)
        if day is None or (place is None and (not wanted or self._waits)):
            return whole
        if place is None:
            unadvised = Unadvisable(self.finding(view).message)
            return whole if isinstance(whole, Hopeless) else unadvised
        chosen = self.parts[place]
        way = chosen.ways(view, True) if wanted else every(
            [chosen.parts[0].ways(view, True), chosen.parts[1].ways(view, False)]
        )  # fmt: skip
        if not isinstance(way, Hopeless):
            return way
        # another day would choose another version: a way there may be, but only to wait for
        return whole if isinstance(whole, Hopeless) or self._waits else Unadvisable(way.ground)

    def _whole(self, view: View, wanted: bool) -> Way:
        ways = [pair.ways(view, wanted) for pair in self.parts]
        nobody = Message("tree.no_version", {"rule": Name("rule", self.node.rule)})
        return any_of(ways, nobody) if wanted else every(ways)

    def _once_done(self, view: View, whole: Way) -> Way:
        """The deciding step is still to come: do it, and meet what holds when it is done now."""
        place = self.at(view.day)
        missing = [one for one in cells(self.node.day, view) if entry_in(view, one) is None]
        if place is None or not missing:
            return whole
        inner = self.parts[place].parts[1].ways(view, True)
        if isinstance(inner, Hopeless):
            return whole
        return every([*(Want(cell, THERE, self.key) for cell in missing), inner])


WORDING = {
    "nl": {
        "tree.version": "hier geldt {version} (vanaf {starts}), want {day} is {value}",
        "tree.version_always": "hier geldt {version} (vanaf het begin), want {day} is {value}",
        "tree.version_none": "{day} is {value}, en toen gold hiervoor nog niets: de eerste versie "
        "begint op {starts}",
        "tree.version_unknown": "welke versie geldt, is nog niet te zeggen: {day} is niet bekend",
        "tree.version_whichever": "aan geen enkele versie is voldaan; welke geldt, volgt uit "
        "{day}, en dat is nog niet bekend",
        "tree.no_version": "geen enkele versie van {rule} is te halen",
    },
    "en": {
        "tree.version": "{version} (from {starts} on) holds here, because {day} is {value}",
        "tree.version_always": "{version} (from the beginning) holds here, because {day} is "
        "{value}",
        "tree.version_none": "{day} is {value}, and nothing held for this then: the first version "
        "begins on {starts}",
        "tree.version_unknown": "which version holds cannot be said yet: {day} is not known",
        "tree.version_whichever": "no version is met, whichever holds; that follows from {day}, "
        "which is not known yet",
        "tree.no_version": "no version of {rule} can be met",
    },
}
