"""The shape of a definition as data: families, their keys, and what may stand at each key.

The tables are in `families`; checking a text against them is `structure`, and the schema for
editors is made of them in `json_schema`. One source, so that the three never disagree.
"""

from __future__ import annotations

from collections.abc import Mapping

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
    schema: Mapping[str, object]


def _list(inner: Mapping[str, object]) -> dict[str, object]:
    items = {"type": "array", "items": inner}
    changes = {
        "type": "object",
        "properties": dict.fromkeys(("add", "remove", "replace"), items),
        "minProperties": 1,
        "additionalProperties": False,
    }
    return {"anyOf": [items, changes]}


_TEXT: Mapping[str, object] = {"type": "string"}
_PLAIN: Mapping[str, object] = {"type": ["string", "number", "boolean"]}
_SHARE: Mapping[str, object] = {"type": "string"}
_TERM: Mapping[str, object] = {
    "type": "string",
    "pattern": "^([0-9]{1,4} (day|week|month|year)s?|[A-Za-z][A-Za-z0-9_.-]*)$",
}
_CONDITION: Mapping[str, object] = {"$ref": "#/definitions/condition"}

TYPES: Mapping[str, Type] = {
    "text": Type('een tekst, als "zo"', 'a text, as "this"', _TEXT),
    "texts": Type('een lijst van teksten, als ["a", "b"]', 'a list of texts, as ["a", "b"]',
                  _list(_TEXT)),
    "flag": Type("true of false", "true or false", {"type": "boolean"}),
    "number": Type("een geheel getal, als 3", "a whole number, as 3",
                   {"type": "integer", "minimum": 0}),
    "term": Type(
        'een termijn, als "4 weeks", of de instelling die haar bevat',
        'a term, as "4 weeks", or the parameter that holds it',
        _TERM,
    ),
    "share": Type('een deel, als "2/3"', 'a share, as "2/3"', _SHARE),
    "quorum": Type('een aantal als 5, of een deel als "1/2"', 'a number as 5, or a share as "1/2"',
                   {"type": ["integer", "string"]}),
    "date": Type("een dag, als 2027-01-31", "a day, as 2027-01-31", {"type": "string"}),
    "day": Type("een dag als 2027-01-31, of de naam van een dag",
                "a day as 2027-01-31, or the name of one", {"type": ["string", "object"]}),
    "day_or_term": Type('een dag, de naam ervan, of een termijn als "4 weeks"',
                        'a day, the name of one, or a term as "4 weeks"',
                        {"type": ["string", "object"]}),
    "days": Type("een lijst van dagen of namen van dagen", "a list of days or names of days",
                 _list({"type": "string"})),
    "value": Type("een waarde: een getal, dag, tekst, true of false",
                  "a value: a number, a day, a text, true or false", _PLAIN),
    "values": Type("een lijst van waarden", "a list of values", _list(_PLAIN)),
    "operand": Type("een getal, een dag, of de naam van een gegeven, dag of instelling",
                    "a number, a day, or the name of a fact, day or parameter",
                    {"type": ["string", "number", "object"]}),
    "operands": Type("een lijst van getallen of namen", "a list of numbers or names",
                     _list({"type": ["string", "number"]})),
    "years": Type("bedragen per jaar, als { 2027 = 50000 }", "amounts by year, as { 2027 = 50000 }",
                  {"type": "object", "additionalProperties": {"type": ["string", "number"]}}),
    "moves": Type(
        'een bedrag met waar het vandaan komt en heen gaat, als { amount = "bedrag", '
        'out_of = "pot", into = "this" }; "this" is dit dossier, en er is "outside"',
        'an amount with where it comes from and goes to, as { amount = "sum", out_of = "pool", '
        'into = "this" }; "this" is this case, and there is "outside"',
        {"type": "object", "additionalProperties": False, "properties": {
            "amount": {"type": ["string", "number"]}, "out_of": _TEXT, "into": _TEXT,
        }},
    ),
    "one_or_more": Type("een waarde of een lijst van waarden", "a value or a list of values",
                        {"anyOf": [_PLAIN, {"type": "array", "items": _PLAIN}]}),
    "table": Type("waarden met een naam, als { grens = 3 }",
                  "values with a name, as { limit = 3 }", {"type": "object"}),
    "name": Type('een naam, als "naam"', 'a name, as "name"', _TEXT),
    "names": Type('een naam of een lijst van namen', "a name or a list of names",
                  {"anyOf": [_TEXT, _list(_TEXT)]}),
    "name_list": Type('een lijst van namen, als ["a", "b"]', 'a list of names, as ["a", "b"]',
                      _list(_TEXT)),
    "word": Type("een van de vaste woorden", "one of the fixed words", _TEXT),
    "words": Type("een of meer van de vaste woorden", "one or more of the fixed words",
                  {"anyOf": [_TEXT, _list(_TEXT)]}),
    "conditions": Type('een lijst van voorwaarden, als ["regel", { document = "nota" }]',
                       'a list of conditions, as ["rule", { document = "note" }]',
                       _list(_CONDITION)),
    "condition": Type('de naam van een regel, of een regel als { document = "nota" }',
                      'the name of a rule, or a line as { document = "note" }', _CONDITION),
    "labels": Type('een tekst, of { nl = "...", en = "..." }',
                   'a text, or { nl = "...", en = "..." }', {"type": ["string", "object"]}),
    "word_labels": Type('per woord een naam, als { ja = "Goed" }',
                        'a name for each word, as { yes = { nl = "Goed", en = "Good" } }',
                        {"type": "object"}),
    "said": Type('een lijst als [{ value = 3, source = "Een brief" }]',
                 'a list as [{ value = 3, source = "A letter" }]',
                 {"type": "array", "items": {"type": "object"}}),
    "lines": Type("een lijst van regels tussen [ en ]", "a list of lines between [ and ]",
                  {"type": "array", "items": {"type": "object"}}),
    "element": Type('een regel als { nl = "Naam" }', 'a line as { nl = "Name" }',
                    {"type": "object"}),
}  # fmt: skip
"""Every type of value that a key can have."""
