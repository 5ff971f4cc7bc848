"""Versions of plugins, and which of them a workflow accepts: `>=0.1,<1`.

Numbers with points only; no names for what is not yet a version.
"""

from __future__ import annotations

import operator
import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from samenwerk.values.declared import PluginNeed

_PART = re.compile(r"\s*(>=|<=|==|!=|>|<)\s*([0-9]{1,9}(?:\.[0-9]{1,9}){0,5})\s*\Z")
_NUMBERS = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9}){0,5}")

_COMPARE: Mapping[str, Callable[[Any, Any], bool]] = {
    ">=": operator.ge, "<=": operator.le, "==": operator.eq, "!=": operator.ne,
    ">": operator.gt, "<": operator.lt,
}  # fmt: skip


def readable(wanted: str) -> bool:
    """Whether this says which versions are accepted.

    >>> readable(">=0.1,<1"), readable("~0.1")
    (True, False)
    """
    return all(_PART.match(part) for part in wanted.split(","))


def accepts(wanted: str, version: str) -> bool:
    """Whether a version is one of those; nothing wanted accepts every one.

    >>> accepts(">=0.1,<1", "0.4.2"), accepts(">=0.1,<1", "1.0")
    (True, False)
    """
    if not wanted.strip():
        return True
    found = _NUMBERS.match(version)
    if found is None:
        return False
    for part in wanted.split(","):
        match = _PART.match(part)
        if match is None or not _COMPARE[match[1]](_numbers(found[0]), _numbers(match[2])):
            return False
    return True


def plugin_needs(listed: Iterable[str]) -> tuple[PluginNeed, ...]:
    """What stands in `plugins` of a workflow, as needs.

    >>> plugin_needs(["voorbeeld>=0.1,<1"])[0].versions
    '>=0.1,<1'
    """
    from samenwerk.values.declared import PluginNeed

    found = []
    for text in listed:
        name = text
        for sign in "=<>! \t":
            name = name.partition(sign)[0]
        if name:
            found.append(PluginNeed(name=name, versions=text[len(name) :].strip()))
    return tuple(found)


def _numbers(text: str) -> tuple[int, ...]:
    numbers = [int(one) for one in text.split(".")]
    while len(numbers) > 1 and numbers[-1] == 0:
        numbers.pop()
    return tuple(numbers)
