"""What is told: obligations that still know which demands they come from.

So that a printed tree can be carried out on a copy before anybody reads it. What leaves the
core is the plain `Obligation`.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import attrs

from samenwerk.core.allowed import Allowed
from samenwerk.values.cell import Cell
from samenwerk.values.command import Do
from samenwerk.values.message import Message
from samenwerk.values.obligation import Obligation


@attrs.frozen
class Told(Obligation):
    """An obligation with its demands.

    `wants` has one demand, or one for each of `who`; `weights` go with them when a total is
    asked. `goal` is the step that an act does.
    """

    wants: tuple[tuple[Cell, Allowed], ...] = attrs.field(default=(), eq=False)
    weights: tuple[int, ...] = attrs.field(default=(), eq=False)
    goal: Do | None = attrs.field(default=None, eq=False)

    @property
    def told(self) -> tuple[Told, ...]:
        """The parts, which are all of this kind."""
        return self.parts  # type: ignore[return-value]


NOTHING = Told("nothing")


def plain(tree: Obligation) -> Obligation:
    """The tree without its demands, as it leaves the core."""
    fields = {one.name: getattr(tree, one.name) for one in attrs.fields(Obligation)}
    fields["parts"] = tuple(plain(part) for part in tree.parts)
    return Obligation(**fields)


def all_of(parts: Sequence[Told]) -> Told:
    """All of the parts, flattened and tidied; each act is there once."""
    flat: list[Told] = []
    for part in parts:
        if part.kind == "all":
            flat += part.told
        elif part.kind != "nothing":
            flat.append(part)
    flat = sorted(_once(_filled(_grouped(_once(flat), None))), key=_late)
    waits = [part for part in flat if part.kind == "wait" and part.earliest is not None]
    longest = max(waits, key=lambda one: one.earliest or date.min, default=None)
    flat = [part for part in flat if part not in waits or part is longest]
    flat = [
        part for part in flat
        if not any(other is not part and _takes_in(other, part) for other in flat)
    ]  # fmt: skip
    there = [atom for part in flat if part.kind not in ("any", "least") for atom in _atoms(part)]
    flat = [_less(part, there) if part.kind == "least" else part for part in flat]
    flat = [part for part in flat if part.kind != "nothing"]
    flat = [
        part
        for part in flat
        if part.kind != "any"
        or not any(_covered(_atoms(choice), there) for choice in part.told)
    ]
    if not flat:
        return NOTHING
    return flat[0] if len(flat) == 1 else Told("all", parts=tuple(flat))


def _late(part: Told) -> int:
    """Waiting comes after acts, and what goes with the step right before the step."""
    if part.act is not None and part.act.id in ("act.fill_in", "act.explain"):
        return 2
    return int(part.kind == "wait")


def then_of(parts: Sequence[Told]) -> Told:
    """The parts one after another, flattened."""
    flat: list[Told] = []
    for part in parts:
        if part.kind == "then":
            flat += part.told
        elif part.kind != "nothing":
            flat.append(part)
    once: list[Told] = []
    waited = date.min
    for part in flat:
        if part.kind == "wait" and part.earliest is not None:
            if part.earliest <= waited:
                continue
            waited = part.earliest
        appointed = {_key(one) for one in once if _appoints(one)}
        part = _without(part, appointed) if appointed else part
        if part.kind != "nothing":
            once.append(part)
    if not once:
        return NOTHING
    return once[0] if len(once) == 1 else Told("then", parts=tuple(once))


def _appoints(part: Told) -> bool:
    return part.act is not None and part.act.id == "act.appoint"


def _without(tree: Told, keys: set[object]) -> Told:
    """The tree without acts that were told before."""
    if _key(tree) in keys:
        return NOTHING
    if tree.kind not in ("all", "then"):
        return tree
    parts = [_without(part, keys) for part in tree.told]
    return all_of(parts) if tree.kind == "all" else then_of(parts)


def any_told(parts: Sequence[Told]) -> Told:
    """One of the parts; those that contain another one are no alternative."""
    flat: list[Told] = []
    for part in parts:
        if part.kind == "nothing":
            return NOTHING
        flat += part.told if part.kind == "any" else (part,)
    flat = _once(_grouped(_once(flat), 1))
    common = [
        one for one in _conjuncts(flat[0]) if all(_has(part, one) for part in flat[1:])
    ] if len(flat) > 1 else []  # fmt: skip
    if common:
        rests = [all_of([one for one in _conjuncts(part) if not _among(common, one)])
                 for part in flat]  # fmt: skip
        return all_of([*common, any_told(rests)])
    atoms = [_atoms(part) for part in flat]
    kept = [
        part
        for index, part in enumerate(flat)
        if not any(
            _covered(atoms[other], atoms[index], True)
            and (other < index or not _covered(atoms[index], atoms[other], True))
            for other in range(len(flat))
            if other != index
        )
    ]
    return kept[0] if len(kept) == 1 else Told("any", parts=tuple(kept))


def least_of(count: int, parts: Sequence[Told]) -> Told:
    """So many of the parts; one act of several parties when that is what it comes to."""
    if count <= 0:
        return NOTHING
    if count >= len(parts):
        return all_of(parts)
    if count == 1:
        return any_told(parts)
    joined = _grouped(parts, count)
    if len(joined) == 1:
        return joined[0]
    return Told("least", count=count, parts=tuple(parts))


def _grouped(parts: Sequence[Told], count: int | None) -> list[Told]:
    """Equal acts of single parties become one of several; `count` None: of all of them."""
    groups: dict[object, list[Told]] = {}
    for part in parts:
        alike = part.kind == "act" and len(part.who) == len(part.wants) == part.count == 1
        key: object = (repr(part.act), part.case) if alike else id(part)
        groups.setdefault(key, []).append(part)
    joined = []
    for group in groups.values():
        first = group[0]
        who = tuple(dict.fromkeys(one.who[0] for one in group if one.who))
        if len(group) == 1 or len(who) < len(group):
            joined += group
            continue
        wants = tuple(one.wants[0] for one in group)
        needed = len(who) if count is None else count
        joined.append(attrs.evolve(first, who=who, wants=wants, count=needed))
    return _of_parties(joined, count)


def _of_parties(parts: Sequence[Told], count: int | None) -> list[Told]:
    """One fact recorded of several parties, by the same who may, becomes one act.

    `count` is how many of them; None: all.
    """
    groups: dict[object, list[Told]] = {}
    for part in parts:
        act = part.act
        key: object = id(part)
        if act is not None and act.id in ("act.record_of", "act.record_of_as"):
            rest = {name: value for name, value in act.params.items() if name != "party"}
            key = (act.id, repr(rest), part.who, part.case)
        groups.setdefault(key, []).append(part)
    joined: list[Told] = []
    for group in groups.values():
        first = group[0]
        alone = len(group) == 1 or (count or len(group)) > len(group)
        if first.act is None or alone or "party" not in first.act.params:
            joined += group
            continue
        of = tuple(one.act.params["party"] for one in group if one.act is not None)
        told = {name: value for name, value in first.act.params.items() if name != "party"}
        some = count is not None and count < len(group)
        told |= {"parties": of, **({"count": count} if some else {})}
        id_ = first.act.id.replace("record_of", "record_some" if some else "record_each")
        wants = tuple(want for one in group for want in one.wants)
        joined.append(attrs.evolve(first, act=Message(id_, told), wants=wants))
    return joined


def _filled(parts: Sequence[Told]) -> list[Told]:
    """What is to be filled in with one step is said at once."""
    fills = [one for one in parts if one.act is not None and one.act.id == "act.fill_in"]
    if len(fills) < 2:
        return list(parts)
    first = fills[0]
    assert first.act is not None
    names: list[object] = []
    for one in fills:
        asked = None if one.act is None else one.act.params["names"]
        names += asked if isinstance(asked, tuple) else ()
    act = attrs.evolve(first.act, params={**first.act.params, "names": tuple(names)})
    wants = tuple(want for one in fills for want in one.wants)
    joined = attrs.evolve(first, act=act, wants=wants)
    return [joined, *(one for one in parts if one not in fills)]


def _once(parts: Sequence[Told]) -> list[Told]:
    """The parts without repeats, whatever they were asked for."""
    return list({_key(part): part for part in reversed(parts)}.values())[::-1]


def _less(part: Told, there: Sequence[Told]) -> Told:
    """So many of the parts, without those that are asked beside it anyway."""
    left = [one for one in part.told if not _covered(_atoms(one), there)]
    return part if len(left) == len(part.parts) else least_of(
        part.count - (len(part.parts) - len(left)), left
    )  # fmt: skip


def _takes_in(other: Told, part: Told) -> bool:
    """Whether another act asks for so much that this one is done with it."""
    alike = part.kind == other.kind == "act" and (part.act, part.case) == (other.act, other.case)
    return alike and not part.weights and _surely(other, part) >= part.count > 0


def _surely(other: Told, part: Told) -> int:
    """How many of those whom one act asks must be among those of another."""
    return other.count - len(set(other.who) - set(part.who))


def _key(part: Told) -> object:
    inner = tuple(_key(one) for one in part.told)
    return (part.kind, repr(part.act), part.who, part.count, part.earliest, part.case, inner)


def _conjuncts(part: Told) -> tuple[Told, ...]:
    return part.told if part.kind == "all" else (part,)


def _among(parts: Sequence[Told], one: Told) -> bool:
    key = _key(one)
    return any(_key(part) == key for part in parts)


def _has(part: Told, one: Told) -> bool:
    return _among(_conjuncts(part), one)


def _loose(part: Told) -> object:
    """The demands without comparisons between cells."""
    return [
        (cell, frozenset(test for test in allowed.tests if not isinstance(test.operand, Cell)))
        for cell, allowed in part.wants
    ]


def _atoms(part: Told) -> list[Told]:
    if part.kind in ("all", "then"):
        return [atom for one in part.told for atom in _atoms(one)]
    return [part]


def _covered(fewer: Sequence[Told], more: Sequence[Told], loosely: bool = False) -> bool:
    """Whether who does all of `more` has done all of `fewer`.

    `loosely`, facts that are compared with each other are the same, whichever of them bends.
    """
    return all(any(_within(one, other, loosely) for other in more) for one in fewer)


def _within(one: Told, other: Told, loosely: bool) -> bool:
    if loosely and one.wants and other.wants and one.wants[0][0].kind == "fact":
        return _loose(one) == _loose(other)
    if one.kind == "wait" == other.kind and one.earliest and other.earliest:
        return one.earliest <= other.earliest
    if one.kind == "act" == other.kind and one.who and other.who:
        return _takes_in(other, one)
    return _key(one) == _key(other)


def can_be_done(tree: Told) -> bool:
    """Whether somebody can do all of it, as far as the tree itself tells."""
    match tree.kind:
        case "never" | "unadvised":
            return False
        case "act":
            return len(tree.who) >= tree.count
        case "any":
            return any(can_be_done(one) for one in tree.told)
        case "least":
            return sum(can_be_done(one) for one in tree.told) >= tree.count
    return all(can_be_done(one) for one in tree.told)
