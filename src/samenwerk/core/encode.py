"""The one spelling of a recorded event: to text for the record, and back from it.

`docs/record.md` describes the same for whoever reads a row without this program. Linking
lines into a chain is `core.chain`; where they are kept is `store`.
"""

from __future__ import annotations

import functools
import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.core.border import Raw, event_reader
from samenwerk.core.spell import (
    HAPPENED,
    TRUTHS,
    write_amount,
    write_day,
    write_instant,
    write_value,
)
from samenwerk.core.straight import DECODER, read_straight
from samenwerk.values.errors import Misuse, RecordBroken, StoreVersion
from samenwerk.values.event import SCHEMA, FactValue, Line, RecordedEvent, Sealed
from samenwerk.values.finding import FindingRecord
from samenwerk.values.time import Term

if TYPE_CHECKING:
    from samenwerk.values.command import Command

_WORD = dict(enumerate(TRUTHS))
_TYPE = {happened: name for name, happened in HAPPENED.items()}

# Keys are put in order where they are made, which costs less than sorting each time.
_ENCODER = json.JSONEncoder(
    ensure_ascii=False, check_circular=False, allow_nan=False, separators=(",", ":")
)


Step = Callable[[Raw], Raw]
_STEPS: dict[int, Step] = {}
"""How a raw event of one schema becomes one of the next; schema 1 is the first and only one."""


def encode(event: RecordedEvent) -> str:
    """The canonical text of an event: equal events have equal texts, others have others.

    JSON with its keys in order, no white space and no floats; what is empty is left out.
    Raises Misuse for a value that the record cannot hold: a fact that is none of its declared
    type, an instant outside UTC, half of a surrogate pair in a text.

    >>> encode(event)                                                          # doctest: +SKIP
    '{"before":"","collaboration":"regio","command":"c-1",...,"type":"Enrolled"}'
    """
    return text_of(to_raw(event))


def line_of(event: RecordedEvent) -> Line:
    """The event with its text and hash, ready for the store; raises what `encode` raises."""
    body = encode(event)
    return Line(event, body, hash_of(body))


def columns_of(event: RecordedEvent) -> tuple[str, str, str | None, str]:
    """What a table may show beside the text: recorded, effective, case and type, as spelled."""
    type_ = _TYPE[type(event.what)]
    return write_instant(event.recorded), event.effective.isoformat(), event.case, type_


def hash_of(body: str) -> str:
    """SHA-256 over the UTF-8 bytes of a text, in 64 lower-case hexadecimal digits."""
    return hashlib.sha256(body.encode()).hexdigest()


def to_raw(event: RecordedEvent) -> Raw:
    """The event in plain dicts, lists, texts and whole numbers, as JSON has them.

    Every dict has its keys in order. Raises Misuse as `encode` does.
    """
    if event.schema != SCHEMA:
        raise Misuse("only the present schema is written", what="schema", schema=event.schema)
    raw: Raw = {}
    if event.actor is not None:
        raw["actor"] = event.actor
    raw["before"] = event.before
    if event.case is not None:
        raw["case"] = event.case
    raw["collaboration"] = event.collaboration
    raw["command"] = event.command
    raw["definition"] = event.definition
    raw["effective"] = write_day(event.effective)
    if event.findings:
        raw["findings"] = [_raw_finding(one) for one in event.findings]
    if event.from_state is not None:
        raw["from_state"] = event.from_state
    raw["id"] = event.id
    if event.lifecycle is not None:
        raw["lifecycle"] = event.lifecycle
    if event.mandate is not None:
        raw["mandate"] = event.mandate
    if event.on_behalf_of is not None:
        raw["on_behalf_of"] = event.on_behalf_of
    raw["recorded"] = write_instant(event.recorded)
    raw["schema"] = SCHEMA
    raw["sequence"] = event.sequence
    if event.step is not None:
        raw["step"] = event.step
    if event.to_state is not None:
        raw["to_state"] = event.to_state
    type_ = _TYPE.get(type(event.what))
    if type_ is None:
        raise Misuse("this is no event", what="type", name=type(event.what).__name__)
    raw["type"] = type_
    what = raw_of(event.what)
    if what:
        raw["what"] = what
    return raw


def _raw_finding(one: FindingRecord) -> list[Any]:
    try:
        word = _WORD[one.truth]
    except KeyError:
        raise Misuse(f"no truth: {one.truth}", what="truth", truth=one.truth) from None
    if one.plugin is None:
        return [one.leaf, word, one.sequences]
    if one.asked is None or one.answer is None:
        return [one.leaf, word, one.sequences, one.plugin]
    return [one.leaf, word, one.sequences, one.plugin, one.asked, _WORD[one.answer]]


@functools.cache
def _fields(kind: type) -> tuple[tuple[str, object], ...]:
    """The fields of a class in the order of their names, each with what it is when left out."""
    found = []
    for field in attrs.fields(kind):
        default = field.default
        if isinstance(default, attrs.Factory):  # type: ignore[arg-type]
            default = default.factory()
        found.append((field.name, default))
    return tuple(sorted(found, key=lambda pair: pair[0]))


def raw_of(value: Any) -> Any:
    """A part of an event in plain dicts, lists, texts and whole numbers; raises Misuse."""
    kind = type(value)
    if kind is str or kind is bool or kind is int:
        return value
    if kind is tuple:
        return [raw_of(one) for one in value]
    if kind is FactValue:
        return _raw_fact(value)
    if kind is date:
        return value.isoformat()
    if kind is Decimal:
        return write_amount(value)
    if not attrs.has(kind):
        raise Misuse(f"the record holds no {kind.__name__}", what="value", type=kind.__name__)
    raw = {}
    for name, default in _fields(kind):
        part = getattr(value, name)
        if part is not default and part != default:
            raw[name] = raw_of(part)
    return raw


def _raw_fact(fact: FactValue) -> Raw:
    value = fact.value
    spelled: object
    if isinstance(value, Sealed):
        spelled = {"sealed": value.sealed}
    else:
        spelled = write_value(fact.type, value)
    raw = {"name": fact.name, "type": fact.type, "value": spelled}
    if fact.who is not None:
        raw["who"] = fact.who
    return raw


def text_of(raw: Any) -> str:
    """Raw data as one text, without white space; raises Misuse for what no record can hold."""
    try:
        text = _ENCODER.encode(raw)
        if not text.isascii():
            text.encode()
    except UnicodeEncodeError as fault:
        half = f"U+{ord(fault.object[fault.start]):04X}"
        raise Misuse(f"half a surrogate pair is no text: {half}", what="text", half=half) from None
    except (TypeError, ValueError, RecursionError) as fault:
        raise Misuse(f"the record cannot hold this: {fault}", what="value") from None
    return text


def read_raw(body: str) -> Raw:
    """What stands in a text of the record, unchecked; raises RecordBroken when it is no JSON."""
    try:
        if not body.isascii():
            body.encode()
        # Unlike `decode` this looks for no white space, which we never write.
        raw, end = DECODER.raw_decode(body)
        if end != len(body):
            raise ValueError("something follows")
        # Only an escape can smuggle in half a surrogate pair; control characters need them too.
        if "\\u" in body:
            _ENCODER.encode(raw).encode()
    except (ValueError, RecursionError) as fault:
        raise RecordBroken("not a text of the record", what="chain.unreadable") from fault
    if type(raw) is not dict:
        raise RecordBroken("not an event of the record", what="chain.unreadable")
    return raw


def raise_to_current(raw: Raw, steps: Mapping[int, Step] = _STEPS, current: int = SCHEMA) -> Raw:
    """A raw event in the shape of the present schema, by the steps from each schema to the next.

    Raises StoreVersion for a newer schema than ours, RecordBroken for one that never was.
    """
    schema = raw.get("schema")
    if type(schema) is not int or schema < 1:
        raise RecordBroken("an event without schema", what="chain.unreadable")
    if schema > current:
        raise StoreVersion(
            f"written in schema {schema}; this samenwerk reads up to {current}",
            found=schema,
            known=current,
        )
    for older in range(schema, current):
        raw = {**steps[older](raw), "schema": older + 1}
    return raw


def decode(body: str) -> RecordedEvent:
    """The event that a text of the record spells; `decode(encode(event)) == event`.

    Raises StoreVersion when a newer samenwerk wrote it, and RecordBroken when it is no event.
    """
    event = read_straight(body)
    if event is not None:
        return event
    raw = raise_to_current(read_raw(body))
    try:
        return event_reader()(raw)
    except Exception as fault:
        # Whatever stumbled over it: the text is not one of ours.
        raise RecordBroken(f"not an event: {fault!r}", what="chain.unreadable") from fault


def command_digest(command: Command) -> str:
    """SHA-256 over everything a command asks, but not its moment and salt.

    The same question asked again later has the same digest. Raises Misuse for a value that
    the record cannot hold.
    """
    kind: type = type(command)
    raw: Raw = {"class": kind.__name__}
    for name, default in _fields(kind):
        if name not in ("moment", "salt"):
            part = getattr(command, name)
            if part is not None and part != default:
                raw[name] = _asked(part)
    return hash_of(text_of(raw))


def _asked(value: Any) -> Any:
    """As `raw_of`, for values without a declared type: each says for itself of which type it is."""
    kind = type(value)
    if kind is str or kind is bool or kind is int:
        return value
    if kind is date:
        return {"date": value.isoformat()}
    if kind is Decimal:
        return {"money": write_amount(value)}
    if kind is Term:
        return {"term": write_value("term", value)}
    if isinstance(value, Mapping):
        return {name: _asked(value[name]) for name in sorted(value)}
    if kind is tuple:
        return [_asked(one) for one in value]
    return raw_of(value)
