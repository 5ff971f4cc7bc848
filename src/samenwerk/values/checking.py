"""Whether what a caller gives is of the kind that is asked for, before anything is done with it.

What the values mean is for others; here a slip of the host's program is told by name.
"""

from __future__ import annotations

import functools
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

import attrs

from samenwerk.values import register
from samenwerk.values.errors import Misuse

Given = TypeVar("Given")

_PLAIN: Mapping[str, type] = {"str": str, "bool": bool, "date": date}
_LINES: Mapping[str, type] = {
    one.__name__: one
    for one in (register.Party, register.Seat, register.Holding, register.Giving,
                register.Located, register.Span)
}  # fmt: skip
_KINDS = {**_PLAIN, **_LINES}


def check_is(name: str, given: object, wanted: type | tuple[type, ...], said: str = "") -> None:
    """Raise Misuse when what was given under a name is of another type; `said` is how to get one.

    >>> check_is("workflow", "landelijk", dict)
    Traceback (most recent call last):
    ...
    samenwerk.values.errors.Misuse: workflow takes dict, not str
    """
    if not isinstance(given, wanted):
        kinds = wanted if isinstance(wanted, tuple) else (wanted,)
        told = " or ".join("None" if one is type(None) else one.__name__ for one in kinds)
        raise wrong_type(name, given, f"{told} ({said})" if said else told)


def wrong_type(name: str, given: object, wanted: str) -> Misuse:
    """The error for something of another type than is wanted."""
    kind = type(given).__name__
    return Misuse(f"{name} takes {wanted}, not {kind}",
                  what="wrong_type", name=name, wanted=wanted, given=kind)  # fmt: skip


def check_fields(kind: Any, asked: Mapping[str, Any]) -> None:
    """Raise Misuse for the first field of an attrs class that would get what it does not take.

    Fields of other types than texts, days and lines of a register are left to who reads them.
    """
    for name, wanted, many, optional in _fields(kind):
        if name not in asked:
            continue
        given = asked[name]
        if many:
            for one in many_of(name, given):
                _check(name, one, wanted)
        elif not (optional and given is None):
            _check(name, given, wanted)


def many_of(name: str, given: Iterable[Given]) -> tuple[Given, ...]:
    """Several things as a tuple; raises Misuse for one thing alone, or for a text."""
    if isinstance(given, str | Mapping) or not isinstance(given, Iterable):
        raise wrong_type(name, given, "several, as a list")
    return tuple(given)


def _check(name: str, given: object, wanted: type) -> None:
    if not isinstance(given, wanted) or (wanted is date and isinstance(given, datetime)):
        raise wrong_type(name, given, wanted.__name__)
    if wanted in _LINES.values():
        names = [name for name, *_ in _fields(wanted)]
        check_fields(wanted, {name: getattr(given, name) for name in names})


@functools.cache
def _fields(kind: Any) -> tuple[tuple[str, type, bool, bool], ...]:
    """The fields that are looked at: name, type, of several or not, whether None will do."""
    found = []
    written_by_name = {one.name: str(one.type) for one in attrs.fields(kind)}
    for name, written in written_by_name.items():
        optional = written.endswith(" | None")
        bare = written.removesuffix(" | None")
        many = bare.startswith("tuple[") and bare.endswith(", ...]")
        wanted = _KINDS.get(bare[len("tuple[") : -len(", ...]")] if many else bare)
        if wanted is not None:
            found.append((name, wanted, many, optional))
    return tuple(found)
