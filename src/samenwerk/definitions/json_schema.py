"""The schema of the language for editors: JSON Schema, draft-07, made of the same tables.

It says which keys there are and what may stand there, with a description in both languages;
whether a name exists only `check` can tell.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from samenwerk.core.leaf import Leaf
from samenwerk.definitions.conditions import QUANTIFIERS, condition_keys
from samenwerk.definitions.families import COMMON, FAMILIES, TOP
from samenwerk.definitions.kinds import KINDS
from samenwerk.definitions.register_keys import LINES, PARTY
from samenwerk.definitions.schema import TYPES, Family, Key

_NAME = "^[A-Za-z][A-Za-z0-9_-]*$"


def json_schema(kinds: Mapping[str, type[Leaf]] = KINDS) -> dict[str, Any]:
    """The schema of a whole `workflow.toml`, with the conditions of these leaf kinds.

    >>> sorted(json_schema()["properties"])[:3]
    ['calculation', 'date', 'decision']
    """
    properties = {
        name: _register() if name == "register" else _family(FAMILIES[name]) for name in TOP
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "samenwerk",
        "type": "object",
        "properties": properties,
        "additionalProperties": False,
        "definitions": {"condition": _condition(kinds)},
    }


def _family(family: Family) -> dict[str, Any]:
    element = _element(family.keys, family.below)
    for part in family.parts:
        element["properties"][part.name] = {**_element(part.keys, common=False), **_told(part)}
    if family.single:
        return {**element, **_told(family)}
    return {
        "type": "object",
        "patternProperties": {_NAME: element},
        "additionalProperties": False,
        **_told(family),
    }


def _element(keys: Iterable[Key], below: Iterable[str] = (), common: bool = True) -> dict[str, Any]:
    known = (*keys, *(COMMON if common else ()))
    properties = {key.name: _value(key) for key in known}
    properties |= {name: _family(FAMILIES[name]) for name in below}
    # no `required`: what a child leaves out it inherits
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _value(key: Key) -> dict[str, Any]:
    schema: dict[str, Any] = dict(TYPES[key.type].schema) if key.type in TYPES else {}
    if key.words:
        schema = {"enum": list(key.words)}
        if key.type == "words":
            schema = {"anyOf": [schema, {"type": "array", "items": schema}]}
    return {**schema, **_told(key)}


def _told(one: Key | Family) -> dict[str, str]:
    return {"description": f"nl: {one.nl} - en: {one.en}"}


def _register() -> dict[str, Any]:
    names = [key for key in COMMON if key.name in ("nl", "en", "source")]
    party = _element((*PARTY.keys, *names), common=False)
    lists = {
        name: {"type": "array", "items": _element(family.keys, common=False), **_told(family)}
        for name, family in LINES.items()
    }
    parties = {"type": "object", "patternProperties": {_NAME: party}, **_told(PARTY)}
    return {
        "type": "object",
        "properties": {"party": parties, **lists},
        "additionalProperties": False,
        "description": "nl: wie meedoet - en: who takes part",
    }


def _condition(kinds: Mapping[str, type[Leaf]]) -> dict[str, Any]:
    lines = []
    for word, keys in condition_keys(kinds).items():
        if word != "in":
            line = _element(keys.values(), common=False)
            lines.append({**line, "required": [word]})
    for word in QUANTIFIERS:
        lines.append({"type": "object", "required": [word]})
    return {"anyOf": [{"type": "string"}, *lines]}
