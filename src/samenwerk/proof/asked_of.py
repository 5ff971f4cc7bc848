"""What a step asks, condition by condition, each with the truths with which it stops nothing.

Two steps are compared by these lines; one of equal meaning in both stands aside.
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any

import attrs

from samenwerk.core.compiled import CompiledStep
from samenwerk.core.node import AskTree
from samenwerk.core.tree import Tree, compile_tree
from samenwerk.proof.asked import MET, Wish
from samenwerk.proof.meaning import conjuncts, meaning
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.tree import Need, Node

ANY = frozenset({NO, UNKNOWN, YES})


@attrs.frozen(eq=False)
class Line:
    """One condition of a step: what it comes to, its tree, and the rules that it stands in.

    `good` are the truths with which it does not stop the step, `severity` what it means else.
    """

    meaning: Hashable
    node: Node
    tree: Tree
    severity: str
    rules: tuple[str, ...] = ()
    good: frozenset[int] = MET

    @property
    def wish(self) -> Wish:
        """That it stops nothing."""
        return Wish(self.tree, self.good)

    @property
    def broken(self) -> Wish:
        """That it does."""
        return Wish(self.tree, ANY - self.good)

    def among(self, truths: frozenset[int]) -> Wish:
        """That it answers one of these."""
        return Wish(self.tree, truths)

    @property
    def topics(self) -> frozenset[str]:
        """What it looks at, in the words of its keys: lines on one topic are told together."""
        return frozenset(_topics(self.tree))


@attrs.frozen(eq=False)
class Lines:
    """What a step asks in four ways.

    `stops`: not to be stopped, when whoever does it explains what can be explained. `plain`:
    to need no explanation. `warns` and `hints`: that no warning, or tip, follows.
    """

    stops: tuple[Line, ...]
    plain: tuple[Line, ...]
    warns: tuple[Line, ...]
    hints: tuple[Line, ...]


def lines_of(step: CompiledStep, memo: dict[Any, Tree] | None = None) -> Lines:
    """The lines of a step; equal conditions share one compiled tree through `memo`."""
    memo = {} if memo is None else memo
    stops, plain, warns, hints = [list[Line]() for _ in range(4)]
    for place, need in enumerate(step.step.needs):
        tree = step.needs[place].tree
        if need.severity == "block":
            parts = _split(step, need, tree, memo)
            stops += parts
            plain += parts
        elif need.severity == "explain":
            whole = _whole(step, need, tree)
            unknown_too = need.rule is not None and need.rule.unknown_too
            if not unknown_too:
                stops.append(attrs.evolve(whole, good=frozenset({NO, YES})))
            plain += _split(step, need, tree, memo)
        else:
            (warns if need.severity == "warn" else hints).extend(_split(step, need, tree, memo))
    return Lines(_once(stops), _once(plain), _once(warns), _once(hints))


def _split(
    step: CompiledStep, need: Need, tree: Tree, memo: dict[Any, Tree]
) -> list[Line]:
    if step.step.for_each is not None:
        return [_whole(step, need, tree)]
    return [
        Line(meaning(node), node, compile_tree(node, memo), need.severity, rules)
        for node, rules in conjuncts(need.part)
    ]


def _whole(step: CompiledStep, need: Need, tree: Tree) -> Line:
    among = step.step.for_each
    own = meaning(need.part) if among is None else ("for", meaning(among), meaning(need.part))
    rules = () if need.rule is None else (need.rule.name,)
    return Line(own, need.part, tree, need.severity, rules)


def _once(lines: list[Line]) -> tuple[Line, ...]:
    """Each meaning once: what is asked twice is asked."""
    found: dict[Hashable, Line] = {}
    for line in lines:
        found.setdefault((line.meaning, line.good), line)
    return tuple(found.values())


def apart(old: tuple[Line, ...], new: tuple[Line, ...]) -> tuple[list[Line], list[Line]]:
    """The lines that only the old one has, and those that only the new one has."""
    mine = {(line.meaning, line.good) for line in old}
    its = {(line.meaning, line.good) for line in new}
    return (
        [line for line in old if (line.meaning, line.good) not in its],
        [line for line in new if (line.meaning, line.good) not in mine],
    )


def _topics(tree: Tree) -> set[str]:
    if isinstance(tree, AskTree):
        return {" ".join(tree.key.split()[:2])}
    return {topic for part in tree.parts for topic in _topics(part)} or {tree.key}
