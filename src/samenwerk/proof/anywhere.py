"""Looking for one world in every setting there is: found somewhere, nowhere, or not decided.

How one setting is searched is `worlds`, which settings there are `settings`.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

import attrs

from samenwerk.core.compiled import Compiled
from samenwerk.core.leaf import ACTOR
from samenwerk.proof.asked import Found, Limits, Nowhere, Setting, Undecided, Wish
from samenwerk.proof.placing import placed
from samenwerk.proof.settings import settings
from samenwerk.proof.worlds import find
from samenwerk.values.cell import TODAY

MOST_SETTINGS = 400
"""So many settings are searched for one question."""
_LARGE, _UNSURE = 2, 12
"""So many settings may be too large, or unsure for another reason, before one stops looking."""
_SMALL, _SMALLER, _FULL = 12, 24, 4
"""After so many of the smallest settings so many with a party of every sort are searched; with a
world found there one goes on for so many more, to find one that is smaller."""
_SOME, _FIRST_SETTINGS, _TRIES = 10_000, 30, 3
"""A directed search tries so many worlds in so many settings, and builds on so many of those."""


@attrs.frozen(eq=False)
class Somewhere:
    """A world in which every wish is fulfilled, and the setting that it was made in."""

    setting: Setting
    found: Found


def anywhere(
    compiled: Compiled, lifecycle: str, wishes: Sequence[Wish], limits: Limits
) -> Somewhere | Nowhere | Undecided:
    """A world, in one of the smallest settings, that fulfils the wishes.

    `Nowhere` only when every setting was searched to the end. Once a few were too large, the
    larger ones are left alone.
    """
    undecided: Undecided | None = None
    full: Somewhere | None = None
    large = unsure = 0
    worlds = 0
    trees = tuple(wish.tree for wish in wishes)
    for number, setting in enumerate(settings(compiled, lifecycle, trees, limits)):
        if number == _SMALL:  # what there is at all is nearly always there
            full = _in_full(compiled, lifecycle, wishes, limits)
        if full is not None and number == _SMALL + _SMALLER:
            return full
        if number >= MOST_SETTINGS or worlds > limits.worlds:
            return full or undecided or Undecided("too_many", worlds=worlds)
        answer = find(setting.view, wishes, limits=limits)
        match answer:
            case Found():
                return Somewhere(setting, simplest(answer, wishes))
            case Nowhere():
                worlds += answer.worlds
            case Undecided():
                undecided = undecided or answer
                large += answer.why == "too_many"
                unsure += 1
                if large >= _LARGE or unsure >= _UNSURE:
                    break
    return full or undecided or Nowhere(worlds)


def _in_full(
    compiled: Compiled, lifecycle: str, wishes: Sequence[Wish], limits: Limits
) -> Somewhere | None:
    """A world in a setting with a party of every sort; None says nothing."""
    trees = tuple(wish.tree for wish in wishes)
    for setting in islice(settings(compiled, lifecycle, trees, limits, full=True), _FULL):
        answer = find(setting.view, wishes, limits=limits)
        if isinstance(answer, Found):
            return Somewhere(setting, simplest(answer, wishes))
    return None


def directed(
    compiled: Compiled, lifecycle: str, core: Sequence[Wish], others: Sequence[Wish],
    limits: Limits,
) -> Somewhere | None:  # fmt: skip
    """A world in which every wish is fulfilled, looked for around one that fulfils the core.

    Much quicker than trying everything; None says nothing.
    """
    wishes = [*core, *others]
    some = attrs.evolve(limits, worlds=min(limits.worlds, _SOME))
    tries = 0
    trees = tuple(wish.tree for wish in core)
    for setting in islice(settings(compiled, lifecycle, trees, limits), _FIRST_SETTINGS):
        first = find(setting.view, core, limits=some)
        if not isinstance(first, Found):
            continue
        whole = find(first.view, wishes, fixed=first.contents.__contains__, limits=limits)
        if isinstance(whole, Found):
            every = Found(whole.view, {**first.contents, **whole.contents})
            return Somewhere(setting, simplest(every, wishes))
        tries += 1
        if tries >= _TRIES:
            break
    return None


def simplest(found: Found, wishes: Sequence[Wish]) -> Found:
    """The same world without what is there for nothing: an example says no more than it must."""
    view, contents = found.view, dict(found.contents)
    for cell, entry in found.contents.items():
        if entry is None or cell in (TODAY, ACTOR):
            continue
        without = placed(view, {cell: None})
        if all(wish.tree.truth(without) in wish.truths for wish in wishes):
            view, contents[cell] = without, None
    return Found(view, contents)
