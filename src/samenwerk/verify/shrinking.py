"""Shrinking a story: acts, waits and parties are left out as long as it still breaks, and one
party does what two did where that takes fewer acts.

What comes out cannot lose any single act, wait or party; that it is the shortest of all is not
promised.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta

import attrs

from samenwerk.values.register import Register
from samenwerk.verify.drafts import Broken, Draft

Play = Callable[[Draft], Broken | None]
"""Plays a draft: what it breaks, or None."""


def shrunk(found: Broken, play: Play, tries: int = 2_000) -> Broken:
    """The story without what can be missed; after so many `tries` it is left as it is then."""
    left = [tries]
    best = _without(found, play, left)
    merged = True
    while merged and left[0] > 0:
        merged = False
        for draft in _merged(best.draft):
            other = play(draft)
            left[0] -= 1
            shorter = None if other is None else _without(other, play, left)
            if shorter is not None and len(shorter.draft.acts) < len(best.draft.acts):
                best, merged = shorter, True
                break
            if left[0] <= 0:
                break
    return best


def _without(found: Broken, play: Play, left: list[int]) -> Broken:
    """The story with ever less in it, in at most as many tries as are left."""
    changed = True
    while changed and left[0] > 0:
        changed = False
        for smaller in _smaller(found.draft):
            left[0] -= 1
            better = play(smaller)
            if better is not None and _size(better.draft) < _size(found.draft):
                found, changed = better, True
                break
            if left[0] <= 0:
                break
    return found


def _size(draft: Draft) -> tuple[int, int, int]:
    days = (draft.acts[-1].on - draft.begins).days if draft.acts else 0
    given = sum(len(one.who) for one in draft.register.gives)
    return len(draft.acts), len(draft.register.parties) + given, days


def _smaller(draft: Draft) -> Iterator[Draft]:
    """Everything that could be left out, the largest pieces first."""
    count = len(draft.acts)
    piece = count // 2
    while piece:
        for start in range(count - piece, -1, -piece):
            yield attrs.evolve(draft, acts=draft.acts[:start] + draft.acts[start + piece :])
        piece //= 2
    for party in draft.register.parties:
        yield attrs.evolve(draft, register=without(draft.register, party.id))
    for giving in draft.register.gives:
        rest = tuple(one for one in draft.register.gives if one is not giving)
        yield attrs.evolve(draft, register=attrs.evolve(draft.register, gives=rest))
    yield from _sooner(draft)


def _merged(draft: Draft) -> Iterator[Draft]:
    """The draft with one party in the place of two, in every way."""
    for party in draft.register.parties:
        for other in draft.register.parties:
            if party.id != other.id:
                yield _instead(draft, party.id, other.id)


def _instead(draft: Draft, party: str, other: str) -> Draft:
    """Another party does what one did, and what was said of the one is said of the other."""
    def of(one: str | None) -> str | None:
        return other if one == party else one

    acts = tuple(
        attrs.evolve(
            act, who=of(act.who), of=of(act.of),
            on_behalf_of=None if of(act.on_behalf_of) == of(act.who) else of(act.on_behalf_of),
            roles={name: tuple(dict.fromkeys(of(one) or one for one in who))
                   for name, who in act.roles.items()},
        )
        for act in draft.acts
    )  # fmt: skip
    holds = tuple(dict.fromkeys(
        attrs.evolve(one, who=of(one.who) or one.who) for one in draft.register.holds
    ))  # fmt: skip
    register = without(attrs.evolve(draft.register, holds=holds), party)
    return attrs.evolve(draft, register=register, acts=acts)


def _sooner(draft: Draft) -> Iterator[Draft]:
    """One wait less: what follows comes as much sooner."""
    before = draft.begins
    for number, act in enumerate(draft.acts):
        gap = act.on - before
        before = act.on
        for less in (gap, gap // 2, timedelta(days=1)) if gap else ():
            if timedelta() < less <= gap:
                yield attrs.evolve(draft, acts=(
                    *draft.acts[:number],
                    *(attrs.evolve(one, on=one.on - less) for one in draft.acts[number:]),
                ))  # fmt: skip


def without(register: Register, party: str) -> Register:
    """A register without a party, its seats, roles and mandates."""
    gives = (attrs.evolve(one, who=tuple(who for who in one.who if who != party))
             for one in register.gives if one.to != party)  # fmt: skip
    return Register(
        tuple(
            attrs.evolve(one, belongs_to=None if one.belongs_to == party else one.belongs_to)
            for one in register.parties if one.id != party
        ),
        tuple(one for one in register.sits if one.who != party),
        tuple(one for one in register.holds if one.who != party),
        tuple(one for one in gives if one.who),
        tuple(one for one in register.regions if one.who != party),
    )  # fmt: skip
