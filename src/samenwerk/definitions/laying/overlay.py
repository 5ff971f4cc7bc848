"""Who may change what of a base: closed, stricter, range, open.

Looks at two layers before they are merged, and refuses what it cannot show to be allowed. It
judges by what is written alone; what stricter means for all paths together is for proof.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from samenwerk.definitions.keys.families import FAMILIES
from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.fitting import share_in
from samenwerk.definitions.laying.merge import Node, exact, is_patch, removes
from samenwerk.definitions.laying.plain import amount
from samenwerk.values.declared import SEVERITIES

_ALWAYS = ("nl", "en", "way_out", "unencodable")
OF_ONE_FILE = ("id", "version", "nl", "en", "source", "extends", "parts", "uses")
"""What `[workflow]` says of one file alone, so that no child inherits it."""

GUARDED = (
    "rule", "invariant", "say", "duty", "date", "calendar", "calculation", "window", "pool",
    "queue", "transition", "effect",
)  # fmt: skip
"""Families closed unless `overlay` says otherwise: what must hold, and what it is made of."""
STEP_NEEDS = ("needs", "not_before", "not_after")
"""A step with one of these is closed as well."""
STRICTER = {"severity", "share", "weight_share", "quorum", "needs", "value"}
"""The keys that may be changed under `stricter`, when it shows that more is asked."""
_TIGHTNESS = {"open": 0, "range": 1, "stricter": 2, "closed": 3}
_BOUNDS = ("at_least", "at_most", "one_of")
_MORE = ("at_least", "more_than", "at_earliest", "after", "share", "weight_share", "quorum")
_LESS = ("at_most", "less_than", "at_latest", "before")


def check_overlay(base: Node, child: Node, faults: Faults) -> None:
    """Report every change in `child` that the words `overlay` in `base` do not allow (SW113).

    What the child may not change is as if it were not written afterwards, so that one change
    is one fault.
    """
    if base.table:
        _whole_families(base, child, faults)
        uses = _Uses(base, child)
        for old, new, word in _touched(base, child):
            _judge(old, new, word, uses, faults)


def _whole_families(base: Node, child: Node, faults: Faults) -> None:
    """Report `remove` over all of a family at once: what goes must be named."""
    below = FAMILIES["lifecycle"].below
    pairs = [(base.get(name), over) for name, over in child.table.items() if name in FAMILIES]
    lifecycles, inner = base.get("lifecycle"), child.get("lifecycle")
    for name, new in (inner.table if inner is not None else {}).items():
        old = lifecycles.get(name) if lifecycles is not None else None
        pairs += [
            (old.get(family), new.table[family])
            for family in below
            if old is not None and family in new.table
        ]
    for under, over in pairs:
        if under is not None and removes(over):
            marker = over.table.pop("remove")
            faults.add("SW113", marker, key=True, nearest_at=under, case="family",
                       name=str(over.path[-1]))  # fmt: skip


def _touched(base: Node, child: Node) -> Iterator[tuple[Node, Node, str]]:
    """Every named thing of the base that the child writes about, with the word that guards it."""
    for family, over in child.table.items():
        under = base.get(family)
        if under is None or family not in FAMILIES:
            continue
        if FAMILIES[family].single:
            # its name, version and parts are of one file, and never inherited
            own = {key: item for key, item in over.table.items() if key not in OF_ONE_FILE}
            yield under, Node(own, over.source, over.path), _word(family, under, None)
            continue
        for name, new in over.table.items():
            old = under.get(name)
            if old is None:
                continue
            word = _word(family, old, None)
            if family != "lifecycle":
                yield old, new, word
            elif removes(new):
                yield from _with_lifecycle(old, new, word)
            else:
                yield from _in_lifecycle(old, new, word)


def _with_lifecycle(old: Node, new: Node, word: str) -> Iterator[tuple[Node, Node, str]]:
    """What goes when a lifecycle goes: the first thing in it that may not, or else itself."""
    for family in FAMILIES["lifecycle"].below:
        under = old.get(family)
        for element in (under.table if under is not None else {}).values():
            guarded = _word(family, element, word if word == "closed" else None)
            if guarded != "open":
                yield element, new, guarded
                return
    yield old, new, word


def _in_lifecycle(old: Node, new: Node, word: str) -> Iterator[tuple[Node, Node, str]]:
    below = FAMILIES["lifecycle"].below
    shut = word if word == "closed" else None
    own = {key: item for key, item in new.table.items() if key not in below}
    yield old, Node(own, new.source, new.path), word
    for family in below:
        under, over = old.get(family), new.get(family)
        for name, item in (over.table if over is not None else {}).items():
            before = None if under is None else under.get(name)
            if before is not None:
                yield before, item, _word(family, before, shut)
            elif shut:
                yield old, Node({name: item}, new.source, new.path), shut


def _word(family: str, element: Node, above: str | None) -> str:
    written = element.get("overlay")
    if written is not None and written.text in _TIGHTNESS:
        return str(written.text)
    if above is not None:
        return above
    guarded = family in GUARDED or (
        family == "step" and any(element.get(key) is not None for key in STEP_NEEDS)
    )
    return "closed" if guarded else "open"


def _judge(old: Node, new: Node, word: str, uses: _Uses, faults: Faults) -> None:
    name = str(old.path[-1]) if old.path else ""
    if removes(new) and word != "open":
        marker = new.table["remove"]
        faults.add("SW113", marker, key=True, nearest_at=old, case=_case(word, "", old),
                   name=name, key_name="remove", word=word, was="", room=_room(old))  # fmt: skip
        for key in [key for key in new.table if key not in _ALWAYS]:
            del new.table[key]
        return
    for key, item in list(new.table.items()):
        before = old.get(key)
        if key in _ALWAYS or (before is not None and exact(before) == exact(item)):
            continue
        if key == "overlay":
            allowed = _TIGHTNESS.get(str(item.text), 3) >= _TIGHTNESS[word]
        elif word == "open":
            allowed = True
        elif word == "range":
            # whether the value lies within them is told once, as SW115
            allowed = key == "value" and any(bound in old.table for bound in _BOUNDS)
            allowed = allowed or (key == "version" and _later(before, item))
            allowed = allowed or ("calendar" in old.path[:1] and _more_days(key, before, item))
        else:
            allowed = word == "stricter" and _stricter(key, before, item, name, uses)
        if not allowed:
            near = before if before is not None else old
            at = _weakens(item) if word == "stricter" else item
            faults.add("SW113", at, key=True, nearest_at=near, case=_case(word, key, old),
                       name=name, key_name=key, word=word, was=_written(before),
                       room=_room(old))  # fmt: skip
            del new.table[key]


def _weakens(item: Node) -> Node:
    """Of a change to a list the part that can ask less; else the whole."""
    if not is_patch(item):
        return item
    return item.get("remove") or item.get("replace") or item


def _case(word: str, key: str, element: Node) -> str:
    """Which sentence tells what may be done instead."""
    if key == "overlay":
        return "overlay"
    if word == "range" and "parameter" not in element.path:
        return "range versions"
    if word == "range" and not _room(element):
        return "closed"
    if word != "stricter" or key not in STRICTER:
        return word
    return f"stricter {key}" if key in ("needs", "severity") else "stricter number"


def _written(node: Node | None) -> str:
    """A plain value as it stands there."""
    if node is None or isinstance(node.value, dict | list):
        return ""
    if isinstance(node.value, bool):
        return str(node.value).lower()
    return f'"{node.value}"' if isinstance(node.value, str) else str(node.value)


def _room(element: Node) -> str:
    """The bounds of a parameter as they stand there."""
    found = {bound: element.get(bound) for bound in _BOUNDS}
    return ", ".join(
        f"{bound} = [{', '.join(map(_written, one.items))}]"
        if isinstance(one.value, list) else f"{bound} = {_written(one)}"
        for bound, one in found.items() if one is not None
    )  # fmt: skip


def _later(old: Node | None, new: Node) -> bool:
    """Whether only versions are added that begin after all that a rule has."""
    if old is None or not new.is_table or any(name in old.table for name in new.table):
        return False
    known, added = _starts(old), _starts(new)
    if len(added) < len(new.table) or not added or not old.table:
        return False
    return not known or min(added) > max(known)  # one without `starts` begins before all others


def _more_days(key: str, old: Node | None, new: Node) -> bool:
    """Whether a calendar only learns of more: other years, or days off that it did not have."""
    if key not in ("days_off", "every_year"):
        return key in ("first_year", "last_year")
    return new.is_table and not any(name in (old.table if old else {}) for name in new.table)


def _starts(versions: Node) -> list[date]:
    found = [one.get("starts") for one in versions.table.values()]
    return [
        one.value for one in found
        if one is not None and isinstance(one.value, date) and not isinstance(one.value, datetime)
    ]  # fmt: skip


def _stricter(key: str, old: Node | None, new: Node, name: str, uses: _Uses) -> bool:
    """Whether it is shown that the new value asks more than the old one."""
    if key not in STRICTER:
        return False
    if key == "needs":
        return is_patch(new) and set(new.table) == {"add"}
    if key == "severity":
        before = "block" if old is None else old.text
        rank = {word: -index for index, word in enumerate(SEVERITIES)}
        return rank.get(str(new.text), -9) >= rank.get(str(before), 0)
    if old is None or uses.turned(name):
        return False
    before_number, number = _number(old), _number(new)
    if before_number is None or number is None:
        return False
    if key == "quorum" and isinstance(old.value, str) != isinstance(new.value, str):
        return False
    if key != "value":
        return number >= before_number
    return uses.direction(name) * (number - before_number) > 0


def _number(node: Node | None) -> Decimal | None:
    value = None if node is None else node.value
    if isinstance(value, bool):
        return None
    if isinstance(value, int | Decimal):
        return Decimal(value)
    share = share_in(node)
    if share is not None:
        return Decimal(share.part) / Decimal(share.whole)
    return amount(value)


class _Uses:
    """How names are used anywhere in the two layers: under a `not`, and in which comparison."""

    def __init__(self, *layers: Node) -> None:
        self._mentions: dict[str, set[str]] = {}
        self._under_not: set[str] = set()
        self._by: dict[str, set[str]] = {}
        for layer in layers:
            self._walk(layer, "", "", False)

    def _walk(self, node: Node, key: str, owner: str, turned: bool) -> None:
        if isinstance(node.value, dict):
            against = node.get("outcome") is not None or node.get("no") is not None
            for name, item in node.value.items():
                # a version speaks for its rule, an exception for its window
                names = len(node.path) in (1, 3) and key not in ("version", "exception")
                inner = name if names else owner
                shut = turned or against or name in ("not", "none", "not_done")
                self._walk(item, name, inner, shut)
        elif isinstance(node.value, list):
            for item in node.value:
                self._walk(item, key, owner, turned)
        elif isinstance(node.value, str):
            name = node.value.rpartition(".")[2]
            self._mentions.setdefault(name, set()).add(key)
            self._by.setdefault(owner, set()).add(name)
            if turned:
                self._under_not.add(name)

    def turned(self, name: str) -> bool:
        """Whether it, or something that rests on it, is used where less means more."""
        waiting, seen = list(self._under_not), set(self._under_not)
        while waiting:
            one = waiting.pop()
            if one == name:
                return True
            more = self._by.get(one, set()) - seen
            seen |= more
            waiting += more
        return False

    def direction(self, name: str) -> int:
        """1 when a higher value asks more at every use, -1 for a lower one, 0 not shown."""
        keys = self._mentions.get(name, set())
        if keys and keys <= set(_MORE):
            return 1
        return -1 if keys and keys <= set(_LESS) else 0
