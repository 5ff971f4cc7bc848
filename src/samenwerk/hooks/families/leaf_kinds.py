"""`leaf_kinds`: new first words for conditions, in classes that keep the protocol of a leaf.

The protocol itself is `core.leaf`; whether a class keeps all of it, its tests must say.
"""

from __future__ import annotations

from typing import Any

from samenwerk.core.leaf import Leaf
from samenwerk.hooks.shapes import is_name, listed, wrong

ASKED = ("KEYS", "WORDING", "read", "key", "evaluate", "reads", "message", "ways", "abstract",
         "implies")  # fmt: skip
"""What a class must have to be taken for a kind of leaf."""


def fits(plugin: str, answer: object) -> tuple[type[Leaf], ...]:
    """The kinds a plugin gave; raises PluginError."""

    def right(one: Any) -> bool:
        word = getattr(one, "word", None)
        return isinstance(one, type) and is_name(word) and all(hasattr(one, a) for a in ASKED)

    found = _unfit(answer)
    if found is not None:
        raise wrong(plugin, "leaf_kinds", *found)
    return listed(plugin, "leaf_kinds", answer, right, "type[Leaf]")


def _unfit(answer: object) -> tuple[object, str] | None:
    """What a class has that does not fit, or has not, and what belongs there; None when all do, or
    it is no list of classes at all."""
    for one in answer if isinstance(answer, list | tuple) else ():
        if isinstance(one, type):
            word: object = getattr(one, "word", None)
            if not is_name(word):
                return word, f"{one.__name__}.word: a name of letters, digits and _ (ASCII)"
            for name in ASKED:
                if not hasattr(one, name):
                    return one, f"{one.__name__}.{name}"
    return None


def names(brought: tuple[type[Leaf], ...]) -> tuple[str, ...]:
    """The words with which their conditions begin."""
    return tuple(kind.word for kind in brought)
