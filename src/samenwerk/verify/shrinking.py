"""Shrinking a story: acts, waits and parties are left out as long as it still breaks.

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
    left = tries
    changed = True
    while changed and left > 0:
        changed = False
        for smaller in _smaller(found.draft):
            left -= 1
            better = play(smaller)
            if better is not None and _size(better.draft) < _size(found.draft):
                found, changed = better, True
                break
            if left <= 0:
                break
    return found


def _size(draft: Draft) -> tuple[int, int, int]:
    days = (draft.acts[-1].on - draft.begins).days if draft.acts else 0
    return len(draft.acts), len(draft.register.parties), days


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
    yield from _sooner(draft)


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
