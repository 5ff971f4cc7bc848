"""The schema of stories: what may stand in a file of scenarios, made of the tables of its lines.

What the names in a story mean is for who reads it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from samenwerk.definitions.keys.families import FAMILIES
from samenwerk.definitions.keys.schema import PLAIN, Key
from samenwerk.definitions.keys.story_keys import (
    EXPECTED,
    LINES,
    SCENARIO_KEYS,
    STORY_KEYS,
    STORY_TYPES,
)
from samenwerk.definitions.pages.json_pieces import Pieces, Schema, leaning
from samenwerk.definitions.pages.reference_story import SCENARIO

_REFERS = {
    "does": "full_step", "asks": "full_step", "records": "fact", "hands_in": "document",
    "with": "filled", "about": "spoken", "who": "party", "for": "party", "of": "party",
    "can": "party", "not_for": "party", "because": "reason", "warns": "reason",
    "hints": "reason", "state": "state",
    "effect": "effect", "sends": "effect",
}  # fmt: skip


_ONE = {"string": "name", "object": "named_values"}


def scenarios_schema(pieces: Pieces) -> Schema:
    """What may stand at the top of a file of scenarios."""
    pieces.definitions["line"] = {"anyOf": list(_lines(pieces))}
    keys = {key.name: _whole(pieces, key) for key in SCENARIO_KEYS}
    keys["story"]["items"] = {"$ref": "#/definitions/line"}
    said = pieces.family(FAMILIES["scenario"], SCENARIO)
    scenario = {
        "type": "object", "properties": keys, "required": ["story"],
        "additionalProperties": False, **said,
    }  # fmt: skip
    return {"scenario": {"type": "object", "additionalProperties": scenario, **said}}


def _whole(pieces: Pieces, key: Key) -> Schema:
    found = pieces.key(key, "scenario")
    if key.name == "set":
        found["additionalProperties"] = PLAIN
    return found


def _lines(pieces: Pieces) -> Iterator[Schema]:
    for word, line in LINES.items():
        keys = line.keys
        properties = _references(pieces, word, keys.values())
        if word != "records":
            yield pieces.line(word, properties, _leaning(word, keys.values()))
            continue
        for type, needed in (("string", ["is"]), ("object", [])):
            name = f"records_{type}"
            one = attrs.evolve(line.key, type=_ONE[type])
            pieces.definitions[name] = pieces.key(one, "story", STORY_TYPES, _REFERS["records"])
            properties = {**properties, "records": {"$ref": f"#/definitions/{name}"}}
            leans = _leaning(word, keys.values())
            yield pieces.line(word, properties, {**leans, word: [*leans[word], *needed]})
    properties = _references(pieces, "expected", (*EXPECTED.values(), STORY_KEYS["case"]))
    case = properties.pop("case")
    yield pieces.line("verdict", properties, {})
    for word in EXPECTED:  # a case stands only beside something that is expected
        yield pieces.line(word, {**properties, "case": case}, {"case": [word]})


def _leaning(word: str, keys: Iterable[Key]) -> dict[str, list[str]]:
    return leaning(word, {key.name: key.needed for key in keys})


def _references(pieces: Pieces, word: str, keys: Iterable[Key]) -> dict[str, Schema]:
    found = {}
    for key in keys:
        piece = pieces.key(key, "story", STORY_TYPES, _REFERS.get(key.name))
        pieces.definitions[f"{word}_{key.name}"] = piece
        found[key.name] = {"$ref": f"#/definitions/{word}_{key.name}"}
    return found
