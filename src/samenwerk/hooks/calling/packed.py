"""Plain values as text between two processes, and back: nothing that comes in is ever carried out.

Only what `plain` gives can be packed; what is unpacked is built from values and classes of
samenwerk, and from nothing else.
"""

from __future__ import annotations

import functools
import importlib
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any

from samenwerk.hooks.calling.plain import ROOMS, NotPlain, fields, ours, plain


def packed(answer: Any) -> str:
    """An answer as text; raises NotPlain for what is no value.

    >>> packed([Decimal("1.50"), None])
    '["list", [["decimal", "1.50"], null]]'
    """
    return json.dumps(_pack(plain(answer)))


def unpacked(text: str) -> Any:
    """The answer in such a text; raises ValueError for any other text.

    >>> unpacked('["list", [["decimal", "1.50"], null]]')
    [Decimal('1.50'), None]
    """
    try:
        return _unpack(json.loads(text))
    except ValueError:
        raise
    except (ArithmeticError, AttributeError, ImportError, KeyError, NotPlain, RecursionError,
            TypeError) as fault:  # fmt: skip
        raise ValueError(f"not an answer: {type(fault).__name__}") from None


def _pack(one: Any) -> Any:
    kind = type(one)
    if one is None or kind in (bool, int, float, str):
        return one
    if kind in _WRITTEN:
        return [_WRITTEN[kind][0], _WRITTEN[kind][1](one)]
    if kind in _SEVERAL:
        return [_SEVERAL[kind], [_pack(each) for each in one]]
    if kind is dict:
        return ["dict", [[_pack(name), _pack(value)] for name, value in one.items()]]
    if isinstance(one, Enum):
        return ["enum", kind.__module__, kind.__name__, one.name]
    given = {alias: _pack(getattr(one, name)) for name, alias in fields(kind)}  # type: ignore[arg-type]
    return ["value", kind.__module__, kind.__name__, given]


def _unpack(one: Any) -> Any:
    if not isinstance(one, list):
        if isinstance(one, dict):
            raise ValueError("not an answer: an object")
        return one
    match one:
        case ["value", str(room), str(name), dict(given)]:
            kind = _class(room, name)
            return kind(**{field: _unpack(value) for field, value in given.items()})
        case ["enum", str(room), str(name), str(member)]:
            return _class(room, name)[member]
        case ["dict", list(pairs)]:
            return {_unpack(name): _unpack(value) for name, value in pairs}
        case [str(tag), list(items)] if tag in _MADE:
            return _MADE[tag](map(_unpack, items))
        case [str(tag), str(written)] if tag in _READ:
            return _READ[tag](written)
    raise ValueError("not an answer: an unknown kind of thing")


@functools.lru_cache(512)
def _class(room: str, name: str) -> Any:
    if not room.startswith(ROOMS):
        raise ValueError(f"not an answer: a class of {room}")
    kind = getattr(importlib.import_module(room), name)
    if not isinstance(kind, type) or not ours(kind):
        raise ValueError(f"not an answer: {room}.{name}")
    return kind


_WRITTEN: Mapping[type, tuple[str, Callable[[Any], str]]] = {
    Decimal: ("decimal", str),
    datetime: ("moment", datetime.isoformat),
    date: ("date", date.isoformat),
    bytes: ("bytes", bytes.hex),
}
_READ: Mapping[str, Callable[[str], Any]] = {
    "decimal": Decimal,
    "moment": datetime.fromisoformat,
    "date": date.fromisoformat,
    "bytes": bytes.fromhex,
}
_SEVERAL: Mapping[type, str] = {
    list: "list", tuple: "tuple", set: "set", frozenset: "frozenset",
}  # fmt: skip
_MADE: Mapping[str, Callable[[Any], Any]] = {
    "list": list, "tuple": tuple, "set": set, "frozenset": frozenset,
}  # fmt: skip
