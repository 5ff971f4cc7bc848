"""What a plugin answered as plain values: rebuilt, so that nothing of the plugin's own is in it.

A class that lies about what it is, an object that changes after it was given, a list that never
ends: none of these comes through. What an answer must be is for its family.
"""

from __future__ import annotations

import functools
import sys
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from enum import Enum
from types import GeneratorType, MappingProxyType
from typing import Any

import attrs
import immutables

MOST = 100_000
"""So many things can be in one answer."""
DEEPEST = 40
ROOMS = ("samenwerk.values.", "samenwerk.hooks.")
"""Where the classes are that an answer may consist of."""


class NotPlain(Exception):
    """There is something in an answer that is no value; says what."""


def plain(answer: Any) -> Any:
    """The same answer in new values of exactly the types that they are; raises NotPlain.

    Texts, numbers, days and such; lists, tuples and mappings of them; and the frozen values of
    samenwerk. A class derived from one of these is taken for what it is derived from; a generator
    is read to its end.

    >>> plain([1, {"a": (True, None)}])
    [1, {'a': (True, None)}]
    """
    return _plain(answer, [MOST], 0)


def _plain(one: Any, left: list[int], deep: int) -> Any:
    kind = type(one)
    if kind in _EXACT:
        return one
    if deep > DEEPEST:
        raise NotPlain(f"> {DEEPEST} deep")
    for base in kind.__mro__:
        if ours(base):
            if issubclass(base, Enum):
                return one
            given = {
                alias: _plain(object.__getattribute__(one, name), left, deep + 1)
                for name, alias in fields(base)  # type: ignore[arg-type]
            }
            return base(**given)
        if base in _OWN:
            return _OWN[base](one)
        if base in _SEVERAL:
            read, made = _SEVERAL[base]
            return made(_plain(each, left, deep + 1) for each in _bounded(read(one), left))
        if base in _PAIRED:
            pairs = _bounded(_PAIRED[base](one), left)
            return {
                _plain(name, left, deep + 1): _plain(value, left, deep + 1) for name, value in pairs
            }
    raise NotPlain(kind.__name__)


@functools.lru_cache(512)
def ours(kind: Any) -> bool:
    """Whether this is a class of values of samenwerk itself, and not one that says so."""
    room: object = kind.__module__
    if type(room) is not str or not room.startswith(ROOMS):
        return False
    there: Any = getattr(sys.modules.get(room), kind.__name__, None)
    return there is kind and (attrs.has(there) or issubclass(there, Enum))


@functools.cache
def fields(kind: type) -> tuple[tuple[str, str], ...]:
    """The fields of such a class, each with the name under which it is given."""
    return tuple((one.name, one.alias) for one in attrs.fields(kind) if one.init)


def _bounded(items: Iterable[Any], left: list[int]) -> Iterator[Any]:
    for one in items:
        left[0] -= 1
        if left[0] < 0:
            raise NotPlain(f"> {MOST} values")
        yield one


_EXACT = frozenset({type(None), bool, int, float, str, bytes, Decimal, date, datetime})
_OWN: Mapping[type, Any] = {
    int: int.__int__,
    float: float.__float__,
    str: str.__str__,
    bytes: lambda one: bytes(bytes.__iter__(one)),
    Decimal: Decimal,
    datetime: lambda one: datetime.fromisoformat(datetime.isoformat(one)),
    date: lambda one: date.fromordinal(date.toordinal(one)),
}
"""How a value of a derived class becomes one of the class itself, without asking it."""
_SEVERAL: Mapping[type, Any] = {
    list: (list.__iter__, list),
    tuple: (tuple.__iter__, tuple),
    frozenset: (frozenset.__iter__, frozenset),
    set: (set.__iter__, set),
    GeneratorType: (iter, tuple),
}
_PAIRED: Mapping[type, Any] = {
    dict: dict.items,
    MappingProxyType: lambda one: one.items(),
    immutables.Map: lambda one: one.items(),
}
