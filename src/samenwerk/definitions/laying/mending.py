"""Which mends are certain: a key that is spelled almost as one of the language, or in Dutch.

A mend is offered only when a text can have meant one thing; applying it is `authoring`.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping

from samenwerk.definitions.keys.dutch import DUTCH
from samenwerk.definitions.keys.families import COMMON, DAY_KEYS, FAMILIES
from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.merge import Node
from samenwerk.values.repair import Repair


def unknown_key(
    faults: Faults,
    node: Node,
    written: str,
    known: Iterable[str],
    beside: Mapping[str, Node],
    dutch: Mapping[str, str] | None = DUTCH,
) -> None:
    """Report a key that is not known here (SW101), with its repair where that is certain.

    `beside` is the table in which it stands, `dutch` the Dutch words for the known keys.
    """
    names = tuple(known)
    near = faults.nearest(written, names, dutch)
    repair = None if near is None else key_repair(node, written, names, beside, dutch)
    if repair is not None:
        faults.add("SW101", node, key=True, case="meant", repair=repair, written=written,
                   meant=repair.text)  # fmt: skip
        return
    faults.add("SW101", node, key=True, nearest=near, written=written, known=names)


def key_repair(
    node: Node,
    written: str,
    known: Iterable[str],
    beside: Mapping[str, Node],
    dutch: Mapping[str, str] | None = DUTCH,
) -> Repair | None:
    """The repair of a key that is not known, or None when what was meant is not certain."""
    meant = certain_key(written, known, dutch)
    return None if meant is None else renamed(node, meant, beside.get(meant))


def certain_key(
    written: str, known: Iterable[str], dutch: Mapping[str, str] | None = None
) -> str | None:
    """The known key that must have been meant, or None when that is not certain.

    It is certain for a Dutch word, for other capitals, and for one letter too many, too few or
    other, when no second key is as near and the word means nothing elsewhere in the language.

    >>> certain_key("need", ["needs", "by"]), certain_key("Vanuit", ["from"], {"vanuit": "from"})
    ('needs', 'from')
    >>> certain_key("ot", ["on", "to", "not"]) is None
    True
    """
    names = dict.fromkeys(known)
    low = written.lower().replace("-", "_").replace(" ", "_")
    if dutch and dutch.get(low) in names:
        return dutch[low]
    if low in names:
        return low
    if low in _words():
        return None
    near = [name for name in names if one_letter_apart(low, name)]
    return near[0] if len(near) == 1 and len(near[0]) > 2 else None


def one_letter_apart(one: str, other: str) -> bool:
    """Whether a single letter was put in, left out or taken for another.

    >>> one_letter_apart("form", "from"), one_letter_apart("fron", "from")
    (False, True)
    """
    if abs(len(one) - len(other)) > 1 or one == other:
        return False
    short, long = sorted((one, other), key=len)
    at = next((at for at, char in enumerate(short) if char != long[at]), len(short))
    rest = short[at + 1 :] if len(short) == len(long) else short[at:]
    return rest == long[at + 1 :]


def renamed(node: Node, meant: str, taken: Node | None) -> Repair | None:
    """The key of a node spelled otherwise; None when that would meet what is written already.

    The key may stand there already when both can be joined: `[rol.b]` beside `[role.a]`.
    """
    if taken is not None and not _joins(node, taken):
        return None
    return node.source.repair(node.key_place, meant)


def _joins(node: Node, taken: Node) -> bool:
    """Whether two tables can be one: they have one heading at most, and share nothing."""
    return (
        node.is_table
        and taken.is_table
        and node.source is taken.source
        and (node.place == node.key_place or taken.place == taken.key_place)
        and all(_joins(one, taken.table[name]) for name, one in node.table.items()
                if name in taken.table)
    )  # fmt: skip


@functools.cache
def _words() -> frozenset[str]:
    """Every key of the language, wherever it belongs."""
    families = [*FAMILIES.values(), *(part for one in FAMILIES.values() for part in one.parts)]
    keys = (key.name for family in families for key in family.keys)
    common = (key.name for key in (*COMMON, *DAY_KEYS))
    return frozenset((*FAMILIES, *keys, *common))
