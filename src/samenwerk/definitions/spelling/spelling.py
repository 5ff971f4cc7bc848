"""Whether a text is TOML that we read, and everything that is wrong with its spelling.

The walk that finds places is `scanner`, the values are those of `tomllib`; both must agree.
"""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from typing import Any

import attrs

from samenwerk.definitions.spelling.scanner import DEEPEST, MOST_FAULTS, Table, scan
from samenwerk.definitions.spelling.stretch import Change, Fault, line_starts, pack, unpack

MOST_READ = 20_000_000
"""Characters that are read over again to find what stands behind a fault."""

_named_spot = re.compile(r"\(at (?:line (\d+), column (\d+)|end of document)\)\s*$").search
_OWN_LIMITS = ("SW002", "SW003", "SW008")


def spelled(text: str) -> tuple[Table, dict[str, Any] | None, tuple[Fault, ...]]:
    """The tree of places of a text and its values, or None with the faults that keep it from
    being read, in reading order.

    >>> spelled("a = 1")[1:], [fault.code for fault in spelled("a = b")[2]]
    (({'a': 1}, ()), ['SW007'])
    """
    tree, faults = scan(text)
    if any(fault.code in _OWN_LIMITS for fault in faults):
        return tree, None, faults
    try:
        return tree, tomllib.loads(text, parse_float=Decimal), ()
    except RecursionError:
        return tree, None, (Fault("SW003", "", 0, 0, {"most": DEEPEST}),)
    except Exception as error:  # whatever it stumbles on, an author gets a place and a sentence
        spot = named_spot(text, str(error))
        if not faults or spot < min(fault.found for fault in faults):
            from samenwerk.definitions.spelling.syntax_faults import refused

            faults = (refused(text, str(error), spot),)
        return tree, None, faults


def named_spot(text: str, message: str) -> int:
    """The offset that a message of tomllib names; the end of the text if it names none."""
    match = _named_spot(message)
    if match is None or match[1] is None:
        return len(text)
    return line_starts(text)[int(match[1]) - 1] + int(match[2]) - 1


def read_on(text: str, faults: tuple[Fault, ...]) -> tuple[Fault, ...]:
    """These faults of a text, and those behind them as far as each before has a certain mend.

    >>> [fault.case for fault in read_on("a = ja\\nb = x", spelled("a = ja\\nb = x")[2])]
    ['yes_no']
    >>> [fault.case for fault in read_on("a = TRUE\\nb = 0,5", spelled("a = TRUE\\nb = 0,5")[2])]
    ['yes_no', 'amount']
    """
    told: list[Fault] = []
    done: list[Change] = []
    rounds = min(MOST_FAULTS, MOST_READ // max(len(text), 1))
    while faults and faults[-1].change is not None and len(told) < rounds:
        *_, last = faults
        assert last.change is not None
        if any(_touch(last.change, one) for one in done):
            return _in_order(told)
        told.append(_moved_back(last, done))
        start, end, mended = last.change
        text = text[:start] + mended + text[end:]
        done.append(last.change)
        faults = spelled(text)[2]
    return _in_order([*told, *(_moved_back(one, done) for one in faults)])


def _touch(change: Change, before: Change) -> bool:
    """Whether a change lies in what an earlier one made."""
    start, _, made = before
    return change[0] < start + len(made) and change[1] > start


def _moved_back(fault: Fault, done: list[Change]) -> Fault:
    """A fault of a text that was changed, at its place in the text as it was."""
    start, length = unpack(fault.span)
    change = fault.change
    first = fault.first
    return attrs.evolve(
        fault,
        span=_span(start, start + length, done),
        first=None if first is None else _span(unpack(first)[0], sum(unpack(first)), done),
        change=change and (_before(change[0], done), _before(change[1], done), change[2]),
    )


def _span(start: int, end: int, done: list[Change]) -> int:
    was = _before(start, done)
    return pack(was, max(_before(end, done), was + 1))


def _before(at: int, done: list[Change]) -> int:
    """Where a spot was before all changes."""
    for start, end, made in reversed(done):
        if at >= start + len(made):
            at += (end - start) - len(made)
        elif at > start:
            at = start
    return at


def _in_order(faults: list[Fault]) -> tuple[Fault, ...]:
    """Each fault once, in reading order."""
    found = {(one.code, one.case, one.span): one for one in faults}
    return tuple(sorted(found.values(), key=lambda one: unpack(one.span)[0]))
