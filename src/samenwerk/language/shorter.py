"""What is still needed, as short as a person can use it: nothing twice, no level too many.

The tree itself is worked out elsewhere and stays whole; how it is printed is `obligations`.
"""

from __future__ import annotations

from collections.abc import Hashable, Sequence

import attrs

from samenwerk.values.message import Message, Name
from samenwerk.values.obligation import Obligation


def brief(needed: Obligation) -> Obligation:
    """The tree as it is printed: what goes with a step is told with it, in one line.

    A case is named only where there are several.
    """
    needed = _with_step(compact(needed))
    acts = needed.acts
    alike = needed.parts and len({one.case for one in acts}) == 1
    return _without_case(needed) if alike else needed


def _without_case(tree: Obligation) -> Obligation:
    parts = tuple(_without_case(part) for part in tree.parts)
    return attrs.evolve(tree, case=None, parts=parts)


def _with_step(tree: Obligation) -> Obligation:
    """What goes with a step as one act with it; an order in an order is one order."""
    if not tree.parts:
        return tree
    flat: list[Obligation] = []
    for part in tree.parts:
        part = _with_step(part)
        flat += part.parts if part.kind == tree.kind == "then" else (part,)
    if tree.kind == "then":
        flat = _joined_acts(flat)
    if len(flat) == 1 and tree.kind in ("all", "any", "then"):
        return flat[0]
    return attrs.evolve(tree, parts=tuple(flat))


def _joined_acts(parts: list[Obligation]) -> list[Obligation]:
    joined: list[Obligation] = []
    for part in parts:
        while joined and _goes_with(joined[-1], part):
            given = joined.pop()
            assert given.act is not None
            assert part.act is not None
            word = given.act.id.removeprefix("act.")
            told = {**given.act.params, "doing": part.act}
            part = attrs.evolve(part, act=Message(f"needs.with.{word}", told))
        joined.append(part)
    return joined


def _goes_with(given: Obligation, part: Obligation) -> bool:
    """Whether this is given with the act that follows, by the same one."""
    if given.act is None or part.act is None or given.kind != "act" or part.kind != "act":
        return False
    alike = (given.who, given.count) == (part.who, part.count)
    steps = ("act.do", "act.open", "act.do_for", "needs.with.fill_in", "needs.with.explain")
    return alike and given.act.id in ("act.fill_in", "act.explain") and part.act.id in steps


def compact(needed: Obligation) -> Obligation:
    """The same tree, with equal acts of single parties as one act of several.

    Nothing to choose from is `never`, nothing to do is `nothing`.

    >>> from samenwerk.values.message import Message
    >>> acts = tuple(Obligation("act", Message("x"), (who,)) for who in ("a", "b", "c"))
    >>> compact(Obligation("least", count=2, parts=acts)).who
    ('a', 'b', 'c')
    """
    if not needed.parts:
        empty = {"all": "nothing", "then": "nothing", "any": "never", "least": "never"}
        return attrs.evolve(needed, kind=empty.get(needed.kind, needed.kind))
    parts = tuple(compact(part) for part in needed.parts)
    if needed.kind == "all":
        parts = _about_many(_joined(parts, None))
    elif needed.kind == "any":
        parts = _about_one_of(_joined(parts, 1), 1)
    elif needed.kind == "least":
        joined = _about_one_of(_joined(parts, needed.count), needed.count)
        parts = joined if len(joined) == 1 else parts
        if len(joined) == 1 and joined[0].kind == "act":
            return joined[0]
    if len(parts) == 1 and needed.kind in ("all", "any", "then"):
        return parts[0]
    return attrs.evolve(needed, parts=parts)


def _joined(parts: Sequence[Obligation], count: int | None) -> tuple[Obligation, ...]:
    """The parts with equal acts joined; `count` None: all of them must."""
    groups: dict[Hashable, list[Obligation]] = {}
    for number, part in enumerate(parts):
        single = part.kind == "act" and len(part.who) == 1 and part.count == 1
        groups.setdefault(_likeness(part) if single else number, []).append(part)
    joined = []
    for group in groups.values():
        who = tuple(dict.fromkeys(one.who[0] for one in group if one.who))
        if len(group) == 1 or len(who) < len(group):
            joined += group
        else:
            needed = len(who) if count is None else min(count, len(who))
            joined.append(attrs.evolve(group[0], who=who, count=needed))
    return tuple(joined)


def _about_many(parts: Sequence[Obligation]) -> tuple[Obligation, ...]:
    """The same act about several parties becomes one act about all of them."""
    groups: dict[Hashable, list[Obligation]] = {}
    for number, part in enumerate(parts):
        groups.setdefault(_but_for_party(part, number), []).append(part)
    return tuple(_merged(group) if len(group) > 1 else group[0] for group in groups.values())


def _about_one_of(parts: Sequence[Obligation], count: int) -> tuple[Obligation, ...]:
    """The same act about so many of several parties becomes one act, when nothing else is left."""
    alike = {_but_for_party(part, number) for number, part in enumerate(parts)}
    if len(alike) != 1 or len(parts) < 2:
        return tuple(parts)
    whole = _merged(parts)
    told = {"count": count, "total": len(parts), "act": whole.act}
    return (attrs.evolve(whole, act=Message("needs.parties", told)),)


def _but_for_party(part: Obligation, number: int) -> Hashable:
    """What an act about a party has in common with the same act about another."""
    act = part.act
    if part.kind != "act" or act is None or not isinstance(act.params.get("party"), Name):
        return number
    told = {**act.params, "party": None}
    return repr(attrs.astuple(attrs.evolve(part, act=Message(act.id, told)), recurse=False))


def _merged(group: Sequence[Obligation]) -> Obligation:
    first = group[0]
    assert first.act is not None
    parties = tuple(one.act.params["party"] for one in group if one.act is not None)
    act = Message(first.act.id, {**first.act.params, "party": parties})
    return attrs.evolve(first, act=act)


def _likeness(part: Obligation) -> Hashable:
    return repr(attrs.astuple(attrs.evolve(part, who=()), recurse=False))
