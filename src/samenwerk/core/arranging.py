"""Arranging what is told: in which order neighbours stand, and which choices hang together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import attrs

from samenwerk.core.act_words import act_of, fill_act
from samenwerk.core.allowed import allow
from samenwerk.core.scene import Scene
from samenwerk.core.step_way import case_for
from samenwerk.core.told import Told, all_of, then_of
from samenwerk.values.cell import Cell, Value
from samenwerk.values.message import Message

RANK = {"act.give": 0, "act.appoint": 1, "act.record": 2, "act.hand_in": 3, "act.do": 4,
        "act.say": 6}  # fmt: skip


def entangled(tree: Told, scene: Scene) -> frozenset[Cell]:
    """What is left to choose while two steps look at it: the one choice would change the other."""
    readers = _readers(tree, scene)
    return frozenset(cell for cell in _chosen(tree, False) if len(readers.get(cell, ())) > 1)


def settled(tree: Told, cells: frozenset[Cell]) -> Told:
    """The tree in which choices about these cells are taken: the first of what there is."""
    if tree.kind in ("any", "least") and cells & set(_cells(tree)):
        taken = tree.told[: tree.count if tree.kind == "least" else 1]
        return all_of([settled(part, cells) for part in taken])
    if tree.parts:
        return attrs.evolve(tree, parts=tuple(settled(part, cells) for part in tree.told))
    if tree.act is None or tree.weights or not cells & set(_cells(tree)):
        return tree
    count = tree.act.params.get("count")
    if isinstance(count, int):  # a fact of so many parties: of the first of them
        told = {name: value for name, value in tree.act.params.items() if name != "count"}
        parties = told["parties"]
        assert isinstance(parties, tuple)
        told["parties"] = parties[:count]
        act = Message(tree.act.id.replace("some", "each"), told)
        return attrs.evolve(tree, act=act, wants=tree.wants[:count])
    if tree.count < len(tree.wants):
        return attrs.evolve(tree, who=tree.who[: tree.count], wants=tree.wants[: tree.count])
    return tree


def loose_facts(tree: Told, scene: Scene) -> frozenset[Cell]:
    """Facts that one step asks for and another looks at too, while their value is left open."""
    readers = _readers(tree, scene)
    found = set()
    for node in _nodes(tree):
        for cell, allowed in node.wants:
            if cell.kind != "fact" or allowed.has("is"):
                continue
            free = not any(test.about_value for test in allowed.tests)
            filled = node.act is not None and node.act.id == "act.fill_in"
            if len(readers.get(cell, ())) > (0 if free and filled else 1):
                found.add(cell)
    return frozenset(found)


def pinned(tree: Told, scene: Scene, values: Mapping[Cell, Value]) -> Told:
    """The tree with these facts told by value."""
    parts = tuple(pinned(part, scene, values) for part in tree.told)
    if tree.act is None or not any(cell in values for cell, _ in tree.wants):
        return attrs.evolve(tree, parts=parts)
    wants = tuple(
        (cell, allow("is", values[cell]) if cell in values else allowed)
        for cell, allowed in tree.wants
    )
    if tree.act.id == "act.fill_in":
        act = fill_act(scene, tree.case or "", wants)
    elif len(wants) == 1:
        act = act_of(scene, *wants[0])
    else:
        return tree
    return attrs.evolve(tree, act=act, wants=wants)


def _readers(tree: Told, scene: Scene) -> dict[Cell, set[str]]:
    """Which steps of the tree look at each cell; empty when there is only one step."""
    steps = {(one.goal.case, one.goal.step): one.goal for one in _nodes(tree) if one.goal}
    readers: dict[Cell, set[str]] = {}
    for goal in steps.values() if len(steps) > 1 else ():
        found = scene.step(goal.case, goal.step)
        assert found is not None
        view = scene.view(case_for(scene, found, goal), goal.actor)
        for node in found.recorded:
            for cell in node.reads(view):
                readers.setdefault(cell, set()).add(goal.step)
    return readers


def choices(tree: Told) -> frozenset[Cell]:
    """Everything that one reading of the tree changes and another may not."""
    return frozenset(_chosen(tree, False))


def _nodes(tree: Told) -> Iterator[Told]:
    yield tree
    for part in tree.told:
        yield from _nodes(part)


def _chosen(tree: Told, free: bool) -> Iterator[Cell]:
    """Cells that one reading of the tree changes and another may not."""
    free = free or tree.kind in ("any", "least")
    some = tree.act is not None and "count" in tree.act.params
    if free or some or tree.weights or (tree.count < len(tree.wants)):
        for cell, _ in tree.wants:
            yield cell
    for part in tree.told:
        yield from _chosen(part, free)


def in_order(tree: Told) -> Told:
    """The same tree, with neighbours in the order in which the one does not undo the other."""
    parts = [in_order(part) for part in tree.told]
    if tree.kind == "then":
        return attrs.evolve(then_of(parts), case=tree.case)
    if tree.kind != "all":
        return attrs.evolve(tree, parts=tuple(parts))
    inner = [set(_cells(part)) for part in parts]

    def rank(index: int) -> int:
        part = parts[index]
        if part.kind == "act" and any(
            inner[index] & inner[other] and parts[other].kind != "act"
            for other in range(len(parts)) if other != index
        ):  # fmt: skip
            return 5  # what a step before asks otherwise is put right after it
        return _rank(part)

    return then_of([parts[index] for index in sorted(range(len(parts)), key=rank)])


def _cells(part: Told) -> Iterator[Cell]:
    for node in _nodes(part):
        for cell, _ in node.wants:
            yield cell


def _rank(part: Told) -> int:
    if part.kind == "wait":
        return 7
    if part.kind == "act" and part.act is not None:
        id = part.act.id
        return next((rank for word, rank in RANK.items() if id.startswith(word)), 5)
    return max((_rank(one) for one in part.told), default=5)
