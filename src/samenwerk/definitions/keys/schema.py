"""The shape of a definition as data: families, their keys, and what may stand at each key.

The tables are in `families`; checking a text against them is `structure`, and the schema for
editors is made of them in `json_schema`. One source, so that the three never disagree.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

import attrs


@attrs.frozen
class Key:
    """One key: its type (a name of `TYPES`), whether it must be there, and what it says.

    `words` are the words that may stand there, when the type is `word` or `words`.
    """

    name: str
    type: str
    nl: str
    en: str
    needed: bool = False
    words: tuple[str, ...] = ()


@attrs.frozen
class Family:
    """One family of names, as `[role.x]`.

    Of each group in `one_of` exactly one key must stand, of each in `not_both` at most one.
    `single`: it is no family of names but one table, as `[workflow]`. `below` are the families
    that each of its names has below it, `parts` tables of its own keys that stand once.
    """

    name: str
    nl: str
    en: str
    keys: tuple[Key, ...]
    one_of: tuple[tuple[str, ...], ...] = ()
    not_both: tuple[tuple[str, ...], ...] = ()
    below: tuple[str, ...] = ()
    single: bool = False
    parts: tuple[Family, ...] = ()


@attrs.frozen
class Type:
    """What may stand at a key: for a person in both languages, and for an editor."""

    nl: str
    en: str
    schema: Json


Json: TypeAlias = Mapping[str, object]
"""A piece of JSON Schema. A day is a `string` with the format `date`, and a `string` without a
format is a text: so editors of TOML read it, who tell the two apart."""

NAME = "[A-Za-z][A-Za-z0-9_-]*"
"""How a name is spelled, as a regular expression."""

TEXT: Json = {"type": "string"}
DATE: Json = {"type": "string", "format": "date"}
PLAIN: Json = {"anyOf": [TEXT, {"type": "number"}, {"type": "boolean"}, DATE]}
_NUMBER: Json = {"type": "number"}
_NAMED = "[A-Za-z][A-Za-z0-9_.-]*"
_SHARE: Json = {"type": "string", "pattern": f"^([0-9]{{1,6}}/[1-9][0-9]{{0,5}}|{_NAMED})$"}
_UNIT = "(working day|day|week|month|year)"
_TERM: Json = {"type": "string", "pattern": f"^([0-9]{{1,4}} {_UNIT}s?|{_NAMED})$"}
_CONDITION: Json = {"$ref": "#/definitions/condition"}
_DAY: Json = {"$ref": "#/definitions/day"}
_LABELS: Json = {"anyOf": [TEXT, {
    "type": "object", "properties": {"nl": TEXT, "en": TEXT}, "additionalProperties": False,
}]}  # fmt: skip


CHANGES = "add, remove, replace"
"""The title of what a child may write instead of a list that it inherits."""


def list_of(inner: Json, least: int = 0) -> dict[str, object]:
    """A list, or what a child writes to change one that it inherits."""
    items = {"type": "array", "items": inner}
    changes = {
        "type": "object",
        "title": CHANGES,
        "properties": dict.fromkeys(("add", "remove", "replace"), items),
        "minProperties": 1,
        "additionalProperties": False,
    }
    return {"anyOf": [{**items, "minItems": least} if least else items, changes]}


def one_or_list_of(inner: Json) -> dict[str, object]:
    """One, or a list of them that is not empty, or what changes such a list."""
    listed: Any = list_of(inner, 1)["anyOf"]
    return {"anyOf": [inner, *listed]}


def _table_of(inner: Json, keys: str | None = None, least: int = 0) -> dict[str, object]:
    found: dict[str, object] = {"type": "object"}
    if keys is None:
        found["additionalProperties"] = inner
    else:
        found |= {"patternProperties": {f"^{keys}$": inner}, "additionalProperties": False}
    return {**found, "minProperties": least} if least else found


TYPES: Mapping[str, Type] = {
    "text": Type('een tekst, als "zo"', 'a text, as "this"', TEXT),
    "texts": Type('een lijst van teksten, als ["a", "b"]', 'a list of texts, as ["a", "b"]',
                  list_of(TEXT)),
    "flag": Type("true of false", "true or false", {"type": "boolean"}),
    "true_or_name": Type("true, of een naam als \"naam\"", 'true, or a name as "name"',
                         {"anyOf": [TEXT, {"type": "boolean", "enum": [True]}]}),
    "number": Type("een geheel getal, als 3", "a whole number, as 3",
                   {"type": "integer", "minimum": 0}),
    "term": Type(
        'een termijn, als "4 weeks", of de instelling die haar bevat',
        'a term, as "4 weeks", or the parameter that holds it',
        _TERM,
    ),
    "share": Type('een deel, als "2/3"', 'a share, as "2/3"', _SHARE),
    "quorum": Type('een aantal als 5, of een deel als "1/2"', 'a number as 5, or a share as "1/2"',
                   {"anyOf": [{"type": "integer", "minimum": 1}, _SHARE]}),
    "date": Type("een dag, als 2027-01-31", "a day, as 2027-01-31", DATE),
    "day": Type("een dag als 2027-01-31, of de naam van een dag",
                "a day as 2027-01-31, or the name of one", {"anyOf": [DATE, TEXT, _DAY]}),
    "day_or_term": Type('een dag, de naam ervan, of een termijn als "4 weeks"',
                        'a day, the name of one, or a term as "4 weeks"',
                        {"anyOf": [DATE, TEXT, _DAY]}),
    "day_of_year": Type('een dag van het jaar, als "12-31"', 'a day of the year, as "12-31"', {
        "type": "string",
        "pattern": "^((0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])"
        "|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|1[0-9]|2[0-8]))$",
    }),
    "days": Type("een lijst van dagen of namen van dagen", "a list of days or names of days",
                 list_of({"anyOf": [DATE, TEXT, _DAY]}, 1)),
    "value": Type("een waarde: een getal, dag, tekst, true of false",
                  "a value: a number, a day, a text, true or false", PLAIN),
    "values": Type("een lijst van waarden", "a list of values", list_of(PLAIN, 1)),
    "operand": Type("een getal, een dag, of de naam van een gegeven, dag of instelling",
                    "a number, a day, or the name of a fact, day or parameter",
                    {"anyOf": [PLAIN, _DAY]}),
    "named": Type("de naam van een gegeven, dag of instelling",
                  "the name of a fact, day or parameter", {"anyOf": [TEXT, _DAY]}),
    "operands": Type("een lijst van getallen of namen", "a list of numbers or names",
                     list_of({"anyOf": [TEXT, _NUMBER]}, 1)),
    "years": Type("bedragen per jaar, als { 2027 = 50000 }", "amounts by year, as { 2027 = 50000 }",
                  _table_of({"anyOf": [TEXT, _NUMBER]}, least=1)),
    "days_off": Type('dagen met waarom, als { 2027-01-01 = "Nieuwjaarsdag" }',
                     'days with why, as { 2027-01-01 = "New Year\'s Day" }',
                     _table_of(TEXT, "[0-9]{4}-[0-9]{2}-[0-9]{2}")),
    "days_of_year": Type('dagen van elk jaar met waarom, als { 12-25 = "Eerste kerstdag" }',
                         'days of every year with why, as { 12-25 = "Christmas Day" }',
                         _table_of(TEXT, "[0-9]{2}-[0-9]{2}")),
    "moves": Type(
        'een bedrag met waar het vandaan komt en heen gaat, als { amount = "bedrag", '
        'out_of = "pot", into = "this" }; "this" is dit dossier, en er is "outside"',
        'an amount with where it comes from and goes to, as { amount = "sum", out_of = "pool", '
        'into = "this" }; "this" is this case, and there is "outside"',
        {"type": "object"},
    ),
    "one_or_more": Type("een waarde of een lijst van waarden", "a value or a list of values",
                        {"anyOf": [PLAIN, {"type": "array", "items": PLAIN, "minItems": 1}]}),
    "table": Type("waarden met een naam, als { grens = 3 }",
                  "values with a name, as { limit = 3 }", _table_of(PLAIN, NAME)),
    "given": Type(
        'waarden met een naam, als { grens = 3, deel = { parameter = "deel" } }',
        'values with a name, as { limit = 3, part = { parameter = "part" } }',
        _table_of({"anyOf": [PLAIN, {
            "type": "object", "properties": {"parameter": TEXT}, "required": ["parameter"],
            "additionalProperties": False,
        }]}, NAME),
    ),
    "handed": Type('waarden met een naam, als { toon = "kort", bedrag = { fact = "bedrag" } }',
                   'values with a name, as { tone = "short", sum = { fact = "amount" } }',
                   _table_of(PLAIN, NAME)),
    "facts": Type('gegevens bij naam, als { nummer = "verzendnummer" }',
                  'facts by name, as { number = "tracking_number" }', _table_of(TEXT, NAME)),
    "name": Type('een naam, als "naam"', 'a name, as "name"', TEXT),
    "names": Type('een naam of een lijst van namen', "a name or a list of names",
                  one_or_list_of(TEXT)),
    "name_list": Type('een lijst van namen, als ["a", "b"]', 'a list of names, as ["a", "b"]',
                      list_of(TEXT, 1)),
    "word": Type("een van de vaste woorden", "one of the fixed words", TEXT),
    "method": Type(
        'een van de vaste woorden, of een methode van een plug-in als "besluitvorming.weighted"',
        'one of the fixed words, or a method of a plugin as "besluitvorming.weighted"',
        {"type": "string"},
    ),
    "words": Type("een of meer van de vaste woorden", "one or more of the fixed words",
                  {"anyOf": [TEXT, list_of(TEXT)]}),
    "conditions": Type('een lijst van voorwaarden, als ["regel", { document = "nota" }]',
                       'a list of conditions, as ["rule", { document = "note" }]',
                       list_of(_CONDITION)),
    "condition": Type('de naam van een regel, of een voorwaarde als { document = "nota" }',
                      'the name of a rule, or a condition as { document = "note" }', _CONDITION),
    "labels": Type('een tekst, of { nl = "...", en = "..." }',
                   'a text, or { nl = "...", en = "..." }', _LABELS),
    "word_labels": Type('per woord een naam, als { ja = "Goed" }',
                        'a name for each word, as { yes = { nl = "Goed", en = "Good" } }',
                        _table_of(_LABELS)),
    "said": Type('een lijst als [{ value = 3, source = "Een brief" }]',
                 'a list as [{ value = 3, source = "A letter" }]',
                 list_of({"type": "object"})),
    "lines": Type("een lijst van regels tussen [ en ]", "a list of lines between [ and ]",
                  {"type": "array", "items": {"type": "object"}}),
    "element": Type('een deel als { nl = "Naam" }', 'a part as { nl = "Name" }',
                    {"type": "object"}),
}  # fmt: skip
"""Every type of value that a key can have."""
