"""The schemas of the language for editors: JSON Schema, draft-07, made of the same tables.

They say which keys there are and what may stand there, in Dutch and in English; whether a name
exists only `check` can tell. The pieces are made in `json_pieces`.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from samenwerk.core.leaf import Leaf
from samenwerk.definitions.keys.families import FAMILIES, TOP
from samenwerk.definitions.keys.kinds import KINDS
from samenwerk.definitions.keys.register_keys import LINES, PARTY, PARTY_KEYS
from samenwerk.definitions.keys.schema import Family
from samenwerk.definitions.pages.json_conditions import add_conditions
from samenwerk.definitions.pages.json_pieces import Pieces, Schema
from samenwerk.definitions.pages.json_story import scenarios_schema
from samenwerk.definitions.pages.reference_examples import EXAMPLES
from samenwerk.definitions.pages.refers import names_in
from samenwerk.values.declared import Workflow

FILES = ("workflow", "register", "scenarios")
"""The files that have a schema, as they are called without `.toml`."""

_WHAT = {
    "workflow": ("Een werkwijze", "A workflow"),
    "register": ("Wie meedoet", "Who takes part"),
    "scenarios": ("Verhalen bij een werkwijze", "Stories about a workflow"),
}


def schemas(
    workflow: Workflow | Mapping[str, Any] | None = None,
    *,
    lang: str = "nl",
    kinds: Mapping[str, type[Leaf]] = KINDS,
    installed: Mapping[str, Mapping[str, Mapping[str, str]]] | None = None,
) -> dict[str, Schema]:
    """The schema of each of `FILES`, in one language with the other one below it.

    Of a workflow (or a document with faults, as values), and of what it builds on, the names are
    suggested; others may be written too. `installed` are names of plugins (`plugin`) and of their
    rules (`plugin_rule`), each with its labels.

    >>> sorted(schemas()["workflow"]["properties"])[:3]
    ['calculation', 'calendar', 'date']
    """
    declared = workflow.effective if isinstance(workflow, Workflow) else workflow
    names: Any = names_in(declared or {})
    names["full_step"] = {name: one for name, one in names.get("step", {}).items() if "." in name}
    names["spoken"] = {**names.get("decision", {}), **names.get("say", {})}
    names["reason"] = {
        name: one
        for family in ("rule", "decision", "say", "duty", "window", "document", "open", "silent")
        for name, one in names.get(family, {}).items()
        if "." not in name
    }
    for family, more in (installed or {}).items():
        names[family] = {**names.get(family, {}), **more}
    made = {}
    for file in FILES:
        pieces = Pieces(lang, names)
        top = _TOPS[file](pieces, kinds)
        made[file] = {
            "$schema": "http://json-schema.org/draft-07/schema#",
            "title": f"samenwerk: {file}.toml",
            **pieces.told(*_WHAT[file]),
            "type": "object",
            "properties": top,
            "additionalProperties": False,
            "definitions": pieces.definitions,
        }
    return made


def schema_text(schema: Mapping[str, Any]) -> str:
    """A schema as it stands in a file: a line for each thing that it names."""
    rows = []
    for key, value in schema.items():
        if key in ("properties", "definitions"):
            inner = ",\n".join(f"  {_json(name)}: {_json(one)}" for name, one in value.items())
            rows.append(f" {_json(key)}: {{\n{inner}\n }}")
        else:
            rows.append(f" {_json(key)}: {_json(value)}")
    return "{\n" + ",\n".join(rows) + "\n}\n"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _workflow(pieces: Pieces, kinds: Mapping[str, type[Leaf]]) -> Schema:
    pieces.definitions["day"] = pieces.day()
    add_conditions(pieces, kinds)
    return {
        name: _register(pieces) if name == "register" else _referred(pieces, FAMILIES[name])
        for name in TOP
    }


def _referred(pieces: Pieces, family: Family) -> Schema:
    """A family by reference: many stand at the top and in a lifecycle too."""
    name = f"family_{family.name}"
    if name not in pieces.definitions:
        pieces.definitions[name] = _family(pieces, family)
    return {"$ref": f"#/definitions/{name}"}


def _family(pieces: Pieces, family: Family) -> Schema:
    # no `required`: what a child leaves out it inherits
    element = pieces.element(family.keys, family.name, common=True)
    for name in family.below:
        element["properties"][name] = _referred(pieces, FAMILIES[name])
    for part in family.parts:
        inner = pieces.element(part.keys, part.name)
        element["properties"][part.name] = {**inner, **pieces.family(part)}
    said = pieces.family(family, EXAMPLES.get(family.name, ""))
    return {**element, **said} if family.single else pieces.names_of(element, said)


def _register(pieces: Pieces) -> Schema:
    party = pieces.element(PARTY_KEYS, "party", inherits=False)
    lists = {}
    for name, family in LINES.items():
        line = pieces.element(family.keys, name, inherits=False)
        said = pieces.family(family)
        lists[name] = {"type": "array", "items": {**line, **said}, **said}
    return {
        "type": "object",
        "properties": {"party": pieces.names_of(party, pieces.family(PARTY)), **lists},
        "additionalProperties": False,
        **pieces.told(*_WHAT["register"]),
    }


def _register_file(pieces: Pieces, kinds: Mapping[str, type[Leaf]]) -> Schema:
    return {"register": _register(pieces)}


def _scenarios_file(pieces: Pieces, kinds: Mapping[str, type[Leaf]]) -> Schema:
    return scenarios_schema(pieces)


_TOPS = {"workflow": _workflow, "register": _register_file, "scenarios": _scenarios_file}
