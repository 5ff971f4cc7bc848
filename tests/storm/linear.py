"""Whether what several did at once could have been done one after another.

After Wing and Gong: each call took effect at some moment between its beginning and its end, and a
model of one writer alone must give the same answers in that order. It knows no store.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeAlias

import attrs

Apply: TypeAlias = Callable[[Any, Any], tuple[Any, Hashable]]
"""A model: from a state and what is asked, what it gives and the next state."""


@attrs.frozen
class Call:
    """One call: when it began and ended on one clock for all, what was asked and what it gave.

    `returned` None: nobody heard of it any more, and it may have taken effect at any time since,
    or never.
    """

    called: int
    returned: int | None
    asked: Any
    gave: Any = None


NEVER = float("inf")


def in_one_order(
    calls: Sequence[Call], begin: Hashable, apply: Apply,
    quiet: Callable[[Call], bool] = lambda call: False,
) -> tuple[Call, ...] | None:  # fmt: skip
    """An order in which one after another gives the same answers; None when there is none.

    Calls of which nobody heard stand in it only where they took effect. `quiet` are those that
    change nothing in any state, seen what they gave, as a read or a refusal: they are taken as
    soon as they can be. That never stands in the way of others, so that they cost no search.
    """
    waiting = sorted(calls, key=lambda one: one.called)
    seen: set[tuple[int, frozenset[int], Hashable]] = set()
    stack: list[tuple[int, frozenset[int], Hashable, tuple[Any, ...] | None]] = [
        (0, frozenset(), begin, None)
    ]
    while stack:
        low, done, state, way = stack.pop()
        if (low, done, state) in seen:
            continue
        seen.add((low, done, state))
        free = _free(waiting, low, done)
        if all(waiting[at].returned is None for at in free) and not _heard(waiting, low, done):
            return _told(waiting, way)
        for at, after in _next(waiting, free, state, apply, quiet):
            rest = done | {at}
            start = low
            while start in rest:
                rest -= {start}
                start += 1
            stack.append((start, rest, after, (at, way)))
    return None


def _free(waiting: Sequence[Call], low: int, done: frozenset[int]) -> list[int]:
    """Who can be next: began before any of the others had ended."""
    first, free = NEVER, []
    for at in range(low, len(waiting)):
        if at in done:
            continue
        call = waiting[at]
        if call.called > first:
            break
        free.append(at)
        first = min(first, NEVER if call.returned is None else call.returned)
    return [at for at in free if waiting[at].called <= first]


def _heard(waiting: Sequence[Call], low: int, done: frozenset[int]) -> bool:
    """Whether anything that was heard of is still to come."""
    return any(
        waiting[at].returned is not None for at in range(low, len(waiting)) if at not in done
    )


def _next(
    waiting: Sequence[Call], free: Sequence[int], state: Hashable, apply: Apply,
    quiet: Callable[[Call], bool],
) -> list[tuple[int, Hashable]]:  # fmt: skip
    """Which of them agree with the model here, each with the state that it leaves."""
    found = []
    for at in free:
        call = waiting[at]
        gave, after = apply(state, call.asked)
        if call.returned is not None and gave != call.gave:
            continue
        if call.returned is not None and quiet(call):
            return [(at, after)]
        found.append((at, after))
    return found


def _told(waiting: Sequence[Call], way: tuple[Any, ...] | None) -> tuple[Call, ...]:
    order = []
    while way is not None:
        at, way = way
        order.append(waiting[at])
    return tuple(reversed(order))
