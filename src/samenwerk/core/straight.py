"""The fast way to read an event: a text in the very spelling of ours, taken apart by one pattern.

Whatever is spelled in another way, right or wrong, is left to `core.encode`, which says what it
is; what the parts of an event become is `core.border`.
"""

from __future__ import annotations

import functools
import json
import re
from sys import intern
from typing import Any

from samenwerk.core.border import day_of, findings_of, happened_reader, instant_of, once
from samenwerk.values.event import SCHEMA, Happened, RecordedEvent
from samenwerk.values.finding import FindingRecord


def _no_float(text: str) -> float:
    raise ValueError(f"a float in the record: {text}")


DECODER = json.JSONDecoder(parse_float=_no_float, parse_constant=_no_float)
"""Reads the JSON of a record, in which no float stands."""

# A text without escapes; with one of them the whole line is read in the other way.
_TEXT = r'"([^"\\\x00-\x1f]*+)"'


def _key(name: str) -> str:
    return f'"{name}":{_TEXT}'


def _maybe(name: str) -> str:
    return f"(?:{_key(name)},)?+"


_HEAD = (
    rf"\{{{_maybe('actor')}{_key('before')},{_maybe('case')}{_key('collaboration')},"
    rf"{_key('command')},{_key('definition')},{_key('effective')},"
)
_TAIL = (
    rf"{_maybe('from_state')}{_key('id')},{_maybe('lifecycle')}{_maybe('mandate')}"
    rf'{_maybe("on_behalf_of")}{_key("recorded")},"schema":{SCHEMA},'
    rf'"sequence":([1-9][0-9]{{0,17}}+),{_maybe("step")}{_maybe("to_state")}{_key("type")}'
    r'(?:,"what":(.*))?\}'
)
_WHOLE = re.compile(_HEAD + _TAIL)
_BEFORE_FINDINGS = re.compile(_HEAD + '"findings":')
_BEHIND_FINDINGS = re.compile("," + _TAIL)
_SHORT = 240
"""So many characters at most has what is remembered: a register comes by once."""


def read_straight(body: str) -> RecordedEvent | None:
    """The event that a text spells, or None when it is not spelled exactly as we do, or is none.

    Never another event than `core.encode.decode` makes of it, and it raises nothing.
    """
    try:
        if not body.isascii():
            body.encode()
        found = _WHOLE.fullmatch(body)
        if found is not None:
            return _made(found.groups(), ())
        # Only an escape can smuggle in half a surrogate pair.
        head = None if "\\u" in body else _BEFORE_FINDINGS.match(body)
        if head is None:
            return None
        raw, end = DECODER.raw_decode(body, head.end())
        tail = _BEHIND_FINDINGS.fullmatch(body, end)
        return None if tail is None else _made(head.groups() + tail.groups(), findings_of(raw))
    except Exception:
        # Whatever stumbled over it: the other way says what is wrong with it.
        return None


def _made(parts: tuple[Any, ...], findings: tuple[FindingRecord, ...]) -> RecordedEvent:
    (
        actor, before, case, collaboration, command, definition, effective,
        from_state, id, lifecycle, mandate, on_behalf_of, recorded, sequence,
        step, to_state, type_, what,
    ) = parts  # fmt: skip
    if what is None:
        happened = _known(type_, "{}")
    elif len(what) <= _SHORT:
        happened = _known(type_, what)
    else:
        happened = _read(type_, what)
    made = RecordedEvent.__new__(RecordedEvent)
    # Each by itself: so many keywords would cost as much as taking the text apart.
    own = made.__dict__
    own["collaboration"] = collaboration
    own["sequence"] = int(sequence)
    own["id"] = id
    own["command"] = command
    own["effective"] = day_of(effective)
    own["recorded"] = instant_of(recorded)
    own["definition"] = intern(definition)
    own["what"] = happened
    own["before"] = before
    own["actor"] = actor and intern(actor)
    own["on_behalf_of"] = once(on_behalf_of)
    own["mandate"] = once(mandate)
    own["case"] = case
    own["lifecycle"] = lifecycle and intern(lifecycle)
    own["step"] = step and intern(step)
    own["from_state"] = from_state and intern(from_state)
    own["to_state"] = to_state and intern(to_state)
    own["findings"] = findings
    own["schema"] = SCHEMA
    return made


def _read(type_: str, text: str) -> Happened:
    """What happened, of its JSON; raises whatever it stumbles over."""
    raw, end = DECODER.raw_decode(text)
    if end != len(text) or type(raw) is not dict or "\\u" in text:
        raise ValueError("not in our spelling")
    return happened_reader()(type_, raw)


_known = functools.lru_cache(4096)(_read)
"""Many lines say the same, as a vote for: that is read once, and stands in memory once."""
