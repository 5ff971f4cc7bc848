"""Whether what stands at one key is of its type, whichever table it stands in.

Which keys there are is for `structure`; here it is only about the value. What is wrong is
reported at its place, and a value under a wrong key does not spoil its neighbours.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal

from samenwerk.definitions.keys.families import DAY_KEYS
from samenwerk.definitions.keys.fixed_words import DUTCH_WORDS, certain_word
from samenwerk.definitions.keys.inner_keys import HANDED
from samenwerk.definitions.keys.schema import NAME, Key
from samenwerk.definitions.laying.faults import Faults
from samenwerk.definitions.laying.mending import unknown_key
from samenwerk.definitions.laying.merge import Node, exact
from samenwerk.definitions.laying.otherwise import tell_otherwise, tell_thousands
from samenwerk.values.message import Message
from samenwerk.values.share import Share
from samenwerk.values.time import Term

_NAME = re.compile(NAME + r"\Z")
_NAMED = re.compile(r"[A-Za-z][A-Za-z0-9_.-]*\Z")
_DAY: Mapping[str, Key] = {key.name: key for key in DAY_KEYS}
_HANDED: Mapping[str, Key] = {key.name: key for key in HANDED}


def is_name(text: str) -> bool:
    """Whether something can be called this."""
    return bool(_NAME.match(text))


def forms(groups: Iterable[tuple[str, ...]], element: Node, faults: Faults) -> None:
    """Report groups of keys of which not exactly one stands."""
    for group in groups:
        if not any(key in element.table for key in group):
            faults.add("SW107", element, key=True, case="none", allowed=group)
        at_most_one(group, element, faults)


def at_most_one(group: tuple[str, ...], element: Node, faults: Faults) -> None:
    """Report every key of a group but the first one that is written."""
    written = [key for key in element.table if key in group]
    for key in written[1:]:
        first = element.table[written[0]]
        faults.add("SW107", element.table[key], key=True, nearest_at=first, case="both",
                   written=key, other=written[0])  # fmt: skip


def wrong_type(faults: Faults, node: Node, wanted: str) -> None:
    """Report a value of another type than `wanted`, a word of `schema.TYPES`."""
    if tell_otherwise(faults, node, wanted):
        return
    faults.add("SW102", node, wanted=Message(f"type.{wanted}"), found=Message(kind_of(node)))


def kind_of(node: Node) -> str:
    """The message that names the kind of value a node holds."""
    value = node.value
    for kind, name in (
        (bool, "flag"), (int, "number"), (str, "text"), (list, "list"), (dict, "table"),
        (datetime, "moment"), (date, "day"), (Decimal, "fraction"),
    ):  # fmt: skip
        if isinstance(value, kind):
            return f"found.{name}"
    return "found.moment"


def check_value(key: Key, node: Node, faults: Faults) -> None:
    """Report what is wrong with the type of one value."""
    for one in node.items:
        tell_thousands(faults, one)
    _CHECKS[key.type](key, node, faults)


def _plain(*kinds: type) -> Callable[[Key, Node, Faults], None]:
    def check(key: Key, node: Node, faults: Faults) -> None:
        if not _of(node.value, *kinds):
            wrong_type(faults, node, key.type)

    return check


def _of(value: object, *kinds: type) -> bool:
    if isinstance(value, bool):
        return bool in kinds
    if isinstance(value, datetime):
        return False
    if isinstance(value, Decimal):
        return Decimal in kinds and value.is_finite()
    return isinstance(value, kinds)


def _true_or_name(key: Key, node: Node, faults: Faults) -> None:
    if node.text is None and node.value is not True:
        wrong_type(faults, node, key.type)


def _number(key: Key, node: Node, faults: Faults) -> None:
    if not _of(node.value, int) or node.value < 0:
        wrong_type(faults, node, key.type)


def _term(key: Key, node: Node, faults: Faults) -> None:
    if term_in(node) is None and not names_a_term(node):
        wrong_type(faults, node, "term")


def names_a_term(node: Node) -> bool:
    """Whether a text where a term is expected can be the name of a parameter."""
    return bool(_NAMED.match(node.text or ""))


def term_in(node: Node | None) -> Term | None:
    """The term that is written here, or None."""
    try:
        return None if node is None or node.text is None else Term.parse(node.text)
    except ValueError:
        return None


def share_in(node: Node | None) -> Share | None:
    """The share that is written here, or None."""
    try:
        return None if node is None or node.text is None else Share.parse(node.text)
    except ValueError:
        return None


def _share(key: Key, node: Node, faults: Faults) -> None:
    value = node.value
    if key.type == "quorum" and _of(value, int) and value > 0:
        return
    text = value if isinstance(value, str) else None
    if text is None and not _of(value, int, Decimal):
        wrong_type(faults, node, key.type)
    elif share_in(node) is None and not names_a_term(node):
        if not tell_otherwise(faults, node, "share"):
            faults.add("SW114", node, written=str(value))


def _list(key: Key, node: Node, faults: Faults, kinds: tuple[type, ...]) -> None:
    if not isinstance(node.value, list):
        wrong_type(faults, node, key.type)
        return
    seen: dict[object, Node] = {}
    for item in node.value:
        if not _of(item.value, *kinds):
            wrong_type(faults, item, "text" if kinds == (str,) else "value")
        elif (same := exact(item)) in seen:
            faults.add("SW105", item, nearest_at=seen[same], written=str(item.value))
        else:
            seen[same] = item


def _names(key: Key, node: Node, faults: Faults) -> None:
    if isinstance(node.value, list):
        _list(key, node, faults, (str,))
        if not node.value:
            wrong_type(faults, node, key.type)
    elif not isinstance(node.value, str) or key.type == "name_list":
        wrong_type(faults, node, key.type)


def _word(key: Key, node: Node, faults: Faults) -> None:
    if isinstance(node.value, list) and key.type == "words":
        _list(key, node, faults, (str,))
    elif not isinstance(node.value, str):
        wrong_type(faults, node, key.type)
    for item in node.items:
        if item.text is not None and item.text not in key.words:
            near = faults.nearest(item.text, key.words, DUTCH_WORDS)
            meant = certain_word(item.text, key.words)
            repair = None if meant is None else item.source.repair(item.place, f'"{meant}"')
            faults.add("SW106", item, nearest=near, repair=repair, written=item.text,
                       allowed=key.words)  # fmt: skip


def _method(key: Key, node: Node, faults: Faults) -> None:
    plugin, dot, name = (node.text or "").partition(".")
    if not (dot and is_name(plugin) and is_name(name)):
        _word(key, node, faults)


def _day(key: Key, node: Node, faults: Faults) -> None:
    if node.is_table:
        for name, item in node.table.items():
            if name in _DAY:
                check_value(_DAY[name], item, faults)
            else:
                unknown_key(faults, item, name, _DAY, node.table)
        forms((("is", "term", "day", "first", "latest"),), node, faults)
    elif not _of(node.value, str, date):
        wrong_type(faults, node, "day")


def _operand(key: Key, node: Node, faults: Faults) -> None:
    if node.is_table:
        _day(key, node, faults)
    elif not _of(node.value, bool, int, Decimal, str, date):
        wrong_type(faults, node, key.type)


def _operands(key: Key, node: Node, faults: Faults) -> None:
    _list(key, node, faults, (int, Decimal, str))
    if node.value == []:
        wrong_type(faults, node, key.type)


def _values(key: Key, node: Node, faults: Faults) -> None:
    _list(key, node, faults, (bool, int, Decimal, str, date))
    if node.value == []:
        wrong_type(faults, node, key.type)


def _one_or_more(key: Key, node: Node, faults: Faults) -> None:
    if isinstance(node.value, list):
        _values(key, node, faults)
    elif not _of(node.value, bool, int, Decimal, str, date):
        wrong_type(faults, node, key.type)


def _named(key: Key, node: Node, faults: Faults) -> None:
    if node.is_table:
        _day(key, node, faults)
    elif node.text is None:
        wrong_type(faults, node, key.type)


def _day_of_year(key: Key, node: Node, faults: Faults) -> None:
    if node.text is None:
        wrong_type(faults, node, "text")


def _days(key: Key, node: Node, faults: Faults) -> None:
    if not isinstance(node.value, list) or not node.value:
        wrong_type(faults, node, "days")
        return
    for item in node.value:
        _day(key, item, faults)


def _conditions(key: Key, node: Node, faults: Faults) -> None:
    if not isinstance(node.value, list):
        wrong_type(faults, node, "conditions")
        return
    seen: dict[object, Node] = {}
    for item in node.value:
        if (same := exact(item)) in seen:
            faults.add("SW105", item, nearest_at=seen[same], written=_shown(item))
        seen.setdefault(same, item)


def _condition(key: Key, node: Node, faults: Faults) -> None:
    if node.text is None and not node.is_table:
        wrong_type(faults, node, "condition")


def _shown(item: Node) -> str:
    first = next(iter(item.table.values()), item)
    return str(first.value) if not isinstance(first.value, list | dict) else str(item.path[-1])


def _labels(key: Key, node: Node, faults: Faults) -> None:
    if node.is_table:
        for name, item in node.table.items():
            if name not in ("nl", "en"):
                unknown_key(faults, item, name, ("nl", "en"), node.table, None)
            elif item.text is None:
                wrong_type(faults, item, "text")
    elif node.text is None:
        wrong_type(faults, node, "labels")


def _word_labels(key: Key, node: Node, faults: Faults) -> None:
    if not node.is_table:
        wrong_type(faults, node, key.type)
    for item in node.table.values():
        _labels(key, item, faults)


def _table(key: Key, node: Node, faults: Faults) -> None:
    if not node.is_table:
        wrong_type(faults, node, "table")
    for name, item in node.table.items():
        if not is_name(name):
            faults.add("SW102", item, key=True, case="name", written=name)
        if not _of(item.value, bool, int, Decimal, str, date):
            wrong_type(faults, item, "value")


def _given(key: Key, node: Node, faults: Faults) -> None:
    """Values, or parameters of the workflow, as `{ parameter = "limit" }`."""
    plain = {
        name: item for name, item in node.table.items()
        if list(item.table) != ["parameter"] or item.table["parameter"].text is None
    }
    _table(key, Node(plain, node.source, node.path) if node.is_table else node, faults)


def _handed(key: Key, node: Node, faults: Faults) -> None:
    if not node.is_table:
        wrong_type(faults, node, key.type)
    for name, item in node.table.items():
        if not is_name(name):
            faults.add("SW102", item, key=True, case="name", written=name)
        if item.is_table:
            for family, one in item.table.items():
                if family in _HANDED:
                    check_value(_HANDED[family], one, faults)
                else:
                    unknown_key(faults, one, family, _HANDED, item.table, None)
            forms((tuple(_HANDED),), item, faults)
        elif not _of(item.value, bool, int, Decimal, str, date):
            wrong_type(faults, item, "value")


def _facts(key: Key, node: Node, faults: Faults) -> None:
    if not node.is_table:
        wrong_type(faults, node, key.type)
    for item in node.table.values():
        if item.text is None:
            wrong_type(faults, item, "name")


def _named_values(key: Key, node: Node, faults: Faults) -> None:
    if not node.is_table or not node.table:
        wrong_type(faults, node, key.type)
    for item in node.table.values() if key.type == "years" else ():
        if not _of(item.value, int, Decimal, str):
            wrong_type(faults, item, "value")


def _lines(key: Key, node: Node, faults: Faults) -> None:
    if not isinstance(node.value, list):
        wrong_type(faults, node, key.type)
        return
    for item in node.value:
        if not item.is_table:
            wrong_type(faults, item, "element")


def _days_off(key: Key, node: Node, faults: Faults) -> None:
    if not node.is_table:
        wrong_type(faults, node, key.type)
    for item in node.table.values():
        if item.text is None:
            wrong_type(faults, item, "text")


_CHECKS: Mapping[str, Callable[[Key, Node, Faults], None]] = {
    "text": _plain(str),
    "texts": lambda key, node, faults: _list(key, node, faults, (str,)),
    "flag": _plain(bool),
    "number": _number,
    "true_or_name": _true_or_name,
    "term": _term,
    "share": _share,
    "quorum": _share,
    "day": _day,
    "day_or_term": _day,
    "days": _days,
    "date": _plain(date),
    "value": _plain(bool, int, Decimal, str, date),
    "values": _values,
    "operand": _operand,
    "operands": _operands,
    "years": _named_values,
    "moves": _named_values,
    "days_off": _days_off,
    "days_of_year": _days_off,
    "one_or_more": _one_or_more,
    "named": _named,
    "day_of_year": _day_of_year,
    "table": _table,
    "given": _given,
    "handed": _handed,
    "facts": _facts,
    "name": _plain(str),
    "names": _names,
    "name_list": _names,
    "word": _word,
    "method": _method,
    "words": _word,
    "conditions": _conditions,
    "condition": _condition,
    "labels": _labels,
    "word_labels": _word_labels,
    "lines": _lines,
    "said": _lines,
    "element": _table,
}
