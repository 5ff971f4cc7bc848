"""The one evaluated tree: conditions compiled once, walked for every question.

Verdict (`judge`), findings, ways and cells read are walks over the same nodes; each node calls
the same evaluate of its leaves. Truths are 0 (no), 1 (unknown), 2 (yes): all is the smallest,
any the largest, not is two minus it.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

from samenwerk.core.each import EachTree
from samenwerk.core.node import AskTree, Judge, Tree, counted
from samenwerk.core.versions import VersionsTree
from samenwerk.core.view import View
from samenwerk.core.ways import Way, any_of, every, least
from samenwerk.values.finding import NO, UNKNOWN, YES, Finding
from samenwerk.values.message import Message, Name
from samenwerk.values.tree import All, Ask, AtLeast, Each, Named, Node, Not, Some, Versions

__all__ = [
    "AllTree", "AskTree", "EachTree", "Judge", "NamedTree", "NotTree", "SomeTree", "Tree",
    "compile_tree",
]  # fmt: skip


class AllTree(Tree):
    """All of the parts."""

    def __init__(self, parts: Sequence[Tree]) -> None:
        self.parts = tuple(parts)
        judges = [part.judge for part in parts]
        if len(judges) == 1:
            self.judge = judges[0]
        else:
            self.judge = lambda view, record: min([judge(view, record) for judge in judges])

    @cached_property
    def key(self) -> str:
        """As `all(a, b)`."""
        return f"all({', '.join(part.key for part in self.parts)})"

    def finding(self, view: View) -> Finding:
        """With a finding per part."""
        children = tuple([part.finding(view) for part in self.parts])
        return _joined("all", self.key, min([one.truth for one in children]), children)

    def ways(self, view: View, wanted: bool) -> Way:
        """All of the parts' ways; one suffices for a no."""
        ways = [part.ways(view, wanted) for part in self.parts]
        return every(ways) if wanted else any_of(ways, _nobody(self.key))


class SomeTree(Tree):
    """So many of the parts; one for any."""

    def __init__(self, count: int, parts: Sequence[Tree]) -> None:
        self.count, self.parts = count, tuple(parts)
        judges = [part.judge for part in parts]
        if count == 1:
            self.judge = lambda view, record: max([judge(view, record) for judge in judges])
        else:
            self.judge = lambda view, record: counted(
                [judge(view, record) for judge in judges], count
            )

    @cached_property
    def key(self) -> str:
        """As `any(a, b)` or `2 of(a, b, c)`."""
        word = "any" if self.count == 1 else f"{self.count} of"
        return f"{word}({', '.join(part.key for part in self.parts)})"

    def finding(self, view: View) -> Finding:
        """With a finding per part."""
        children = tuple([part.finding(view) for part in self.parts])
        truths = [one.truth for one in children]
        if self.count == 1:
            return _joined("any", self.key, max(truths), children)
        told = {"count": self.count, "of": len(self.parts)}
        return Finding(
            self.key, counted(truths, self.count), Message("tree.at_least", told), children=children
        )

    def ways(self, view: View, wanted: bool) -> Way:
        """So many of the parts' ways; for a no, so many that too few are left."""
        ways = [part.ways(view, wanted) for part in self.parts]
        needed = self.count if wanted else len(ways) - self.count + 1
        return least(needed, ways, _nobody(self.key))


class NotTree(Tree):
    """Not the part."""

    def __init__(self, part: Tree) -> None:
        self.parts = (part,)
        judge = part.judge
        self.judge = lambda view, record: YES - judge(view, record)

    @cached_property
    def key(self) -> str:
        """As `not(a)`."""
        return f"not({self.parts[0].key})"

    def finding(self, view: View) -> Finding:
        """With the finding of the part, which keeps its own truth."""
        child = self.parts[0].finding(view)
        return _joined("not", self.key, YES - child.truth, (child,))

    def ways(self, view: View, wanted: bool) -> Way:
        """The part's ways to the opposite."""
        return self.parts[0].ways(view, not wanted)


class NamedTree(Tree):
    """A rule by its name."""

    def __init__(self, named: Named, part: Tree) -> None:
        self.rule, self.parts = named.rule, (part,)
        self.severity = named.severity or named.rule.severity
        self.judge = part.judge

    @cached_property
    def key(self) -> str:
        """As `rule regional_legitimacy`."""
        return f"rule {self.rule.name}"

    def finding(self, view: View) -> Finding:
        """The rule, with what it is made of beneath."""
        inner = self.parts[0].finding(view)
        told = {NO: "tree.rule_unmet", UNKNOWN: "tree.rule_unknown", YES: "tree.rule_met"}
        message = Message(told[inner.truth], {"rule": Name("rule", self.rule.name)})
        children = inner.children if inner.leaf.startswith("all(") else (inner,)
        return Finding(
            self.key, inner.truth, message, (), children, self.severity, self.rule.source
        )

    def ways(self, view: View, wanted: bool) -> Way:
        """Those of what it is made of."""
        return self.parts[0].ways(view, wanted)


def compile_tree(node: Node, memo: dict[Any, Tree] | None = None) -> Tree:
    """Compile a node once; equal leaves and rules share one compiled tree through `memo`."""
    memo = {} if memo is None else memo
    match node:
        case Ask(leaf=leaf):
            key: Any = leaf
        case Named(rule=rule, severity=severity):
            key = (id(rule), severity)
        case _:
            key = None
    if key is not None and key in memo:
        return memo[key]
    tree = _compiled(node, memo)
    if key is not None:
        memo[key] = tree
    return tree


def _compiled(node: Node, memo: dict[Any, Tree]) -> Tree:
    match node:
        case Ask(leaf=leaf):
            return AskTree(leaf)
        case All(parts=parts):
            return AllTree([compile_tree(part, memo) for part in parts])
        case Some(parts=parts):
            return SomeTree(1, [compile_tree(part, memo) for part in parts])
        case AtLeast(count=count, parts=parts):
            return SomeTree(count, [compile_tree(part, memo) for part in parts])
        case Not(part=part):
            return NotTree(compile_tree(part, memo))
        case Named(rule=rule):
            return NamedTree(node, compile_tree(rule.part, memo))
        case Versions(versions=versions):
            pairs = [All((one.when, one.part)) for one in versions]
            return VersionsTree(node, [compile_tree(pair, memo) for pair in pairs])
        case Each(part=part):
            return EachTree(node, None if part is None else compile_tree(part, memo))


def _joined(word: str, key: str, truth: int, children: tuple[Finding, ...]) -> Finding:
    return Finding(key, truth, Message(f"tree.{word}"), children=children)


def _nobody(key: str) -> Message:
    return Message("tree.no_way", {"condition": key})


WORDING = {
    "nl": {
        "tree.all": "nodig is dit alles",
        "tree.any": "nodig is een van deze",
        "tree.not": "nodig is dat dit juist niet zo is",
        "tree.at_least": "nodig zijn minstens {count} van deze {of}",
        "tree.rule_met": "{rule}",
        "tree.rule_unmet": "{rule}",
        "tree.rule_unknown": "{rule}",
        "tree.no_way": "dit kan op geen enkele manier meer",
    },
    "en": {
        "tree.all": "all of this is needed",
        "tree.any": "one of these is needed",
        "tree.not": "what is needed is that this is not so",
        "tree.at_least": "at least {count} of these {of} are needed",
        "tree.rule_met": "{rule}",
        "tree.rule_unmet": "{rule}",
        "tree.rule_unknown": "{rule}",
        "tree.no_way": "there is no way left to reach this",
    },
}
