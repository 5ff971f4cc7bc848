"""The JSON Schema of a line of the export `record`, worked out from what can be recorded.

What the fields mean stands in `docs/record.md`; how an event is spelled is `core.encode`.
"""

from __future__ import annotations

import inspect
import types
from datetime import date, datetime
from decimal import Decimal
from typing import Any, Union, get_args, get_origin, get_type_hints

import attrs

from samenwerk.core.spell import HAPPENED, TRUTHS, TYPES
from samenwerk.values.event import SCHEMA, FactValue, RecordedEvent, Sealed
from samenwerk.values.finding import FindingRecord
from samenwerk.values.time import UNITS

Shape = dict[str, Any]

_DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$"
_HASH = "^[0-9a-f]{64}$"
_PLAIN: dict[object, Shape] = {
    str: {"type": "string"},
    bool: {"type": "boolean"},
    int: {"type": "integer"},
    date: {"type": "string", "pattern": _DAY},
    datetime: {
        "type": "string",
        "pattern": r"^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{6})?Z$",
    },
    Decimal: {"type": "string", "pattern": r"^-?[0-9]{1,41}\.[0-9]{2,41}$"},
}
_VALUES: dict[str, Shape] = {
    "text": _PLAIN[str],
    "choice": _PLAIN[str],
    "whole_number": _PLAIN[int],
    "money": _PLAIN[Decimal],
    "date": _PLAIN[date],
    "term": {"type": "string", "pattern": f"^[0-9]{{1,4}} ({'|'.join(UNITS)})s?$"},
    "yes_no": _PLAIN[bool],
}


def schema() -> Shape:
    """The schema of one line, draft 2020-12: the event, its hash, and texts where asked for."""
    assert set(_VALUES) == set(TYPES)
    parts: dict[str, Shape] = {}
    parts["event"] = _event(parts)
    hash = {"type": "string", "pattern": _HASH}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A line of the record of samenwerk",
        "description": "As `samenwerk export record` writes it; docs/record.md says what it means.",
        "type": "object",
        "required": ["event", "hash"],
        "properties": {
            "event": {"$ref": "#/$defs/event"},
            "hash": {**hash, "description": "SHA-256 of the event as it stands in the line."},
            "texts": {
                "description": "Free texts by their seal, where they were asked for.",
                "type": "object",
                "minProperties": 1,
                "additionalProperties": {"type": "string"},
            },
        },
        "additionalProperties": False,
        "$defs": {name: parts[name] for name in sorted(parts)},
    }


def _event(parts: dict[str, Shape]) -> Shape:
    properties, required = _fields(RecordedEvent, parts, without="what")
    properties["type"] = {"enum": list(HAPPENED)}
    properties["schema"] = {"const": SCHEMA}
    kinds = []
    for name, kind in HAPPENED.items():
        what, needed = _shape(kind, parts), ["what"]
        if not _fields(kind, parts)[1]:
            what, needed = {**what, "minProperties": 1}, []  # left out when there is nothing in it
        of = {"type": {"const": name}, "what": what}
        kinds.append({"properties": of, "required": needed})
    return {
        "type": "object",
        "required": sorted({*required, "type", "schema"}),
        "properties": {name: properties[name] for name in sorted(properties)},
        "oneOf": kinds,
        "unevaluatedProperties": False,
    }


def _shape(hint: Any, parts: dict[str, Shape]) -> Shape:
    """The schema of whatever a field may hold; what is an object stands among the parts."""
    if hint in _PLAIN:
        return dict(_PLAIN[hint])
    if get_origin(hint) in (Union, types.UnionType):
        (only,) = [one for one in get_args(hint) if one is not type(None)]
        return _shape(only, parts)
    if get_origin(hint) is tuple:
        inside = get_args(hint)
        if inside[-1] is Ellipsis:
            return {"type": "array", "items": _shape(inside[0], parts)}
        return _row(*(_shape(one, parts) for one in inside))
    name = hint.__name__
    if name not in parts:
        parts[name] = {}  # a class that holds itself would ask for it again
        parts[name] = _object(hint, parts)
    return {"$ref": f"#/$defs/{name}"}


def _object(kind: type, parts: dict[str, Shape]) -> Shape:
    if kind is FindingRecord:
        return _finding()
    if kind is FactValue:
        return _fact(parts)
    properties, required = _fields(kind, parts)
    return {
        "description": (inspect.getdoc(kind) or "").replace("\n", " "),
        "type": "object",
        "required": required,
        "properties": properties,
        "additionalProperties": False,
    }


def _fields(
    kind: type, parts: dict[str, Shape], without: str | None = None
) -> tuple[dict[str, Shape], list[str]]:
    """The fields in order of their names, and which of them are always there."""
    hints = get_type_hints(kind)
    properties, required = dict[str, Shape](), list[str]()
    fields = (one for one in attrs.fields(kind) if one.name != without)
    for field in sorted(fields, key=lambda one: one.name):
        found = _shape(hints[field.name], parts)
        if field.default is attrs.NOTHING:
            required.append(field.name)
        elif field.default is not None:
            found = _otherwise(found, field.default)
        properties[field.name] = found
    return properties, required


def _otherwise(shape: Shape, default: object) -> Shape:
    """A field that is left out while it is as usual, so that there is one spelling of an event."""
    if default == ():
        return {**shape, "minItems": 1}
    if isinstance(default, bool):
        return {"const": not default}
    if isinstance(default, str | int):
        return {**shape, "not": {"const": default}}
    return {**shape, "minProperties": 1}


def _row(*items: Shape) -> Shape:
    return {
        "type": "array", "prefixItems": list(items), "items": False, "minItems": len(items),
    }  # fmt: skip


def _finding() -> Shape:
    text, truth = dict(_PLAIN[str]), {"enum": list(TRUTHS)}
    first = (text, truth, {"type": "array", "items": dict(_PLAIN[int])})
    return {
        "description": "What a condition answered: its name, the answer, the sequences it rests "
        "on; and of a plugin, the plugin, what it was asked and what it answered.",
        "oneOf": [_row(*first), _row(*first, text), _row(*first, text, text, truth)],
    }


def _fact(parts: dict[str, Shape]) -> Shape:
    sealed = _shape(Sealed, parts)
    return {
        "description": (inspect.getdoc(FactValue) or "").replace("\n", " "),
        "type": "object",
        "required": ["name", "type", "value"],
        "properties": {
            "name": dict(_PLAIN[str]), "type": {"enum": list(TYPES)}, "who": dict(_PLAIN[str]),
        },
        "oneOf": [
            {"properties": {"type": {"const": type}, "value": {"anyOf": [dict(value), sealed]}}}
            for type, value in _VALUES.items()
        ],
        "unevaluatedProperties": False,
    }  # fmt: skip
