"""The schema of a condition: a name, or one line whose first word says what is asked.

Which keys such a line has is for `conditions` and the leaves; only their pieces are made here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from samenwerk.core.leaf import Leaf
from samenwerk.definitions.condition_keys import EACH, QUANTIFIERS, condition_keys, names_at
from samenwerk.definitions.json_pieces import Pieces, Schema, without_changes
from samenwerk.definitions.schema import TEXT, Key


def add_conditions(pieces: Pieces, kinds: Mapping[str, type[Leaf]]) -> None:
    """Put what a condition may be among the definitions.

    A line about each of a set has one branch for every condition that may stand beside it: so an
    editor knows which keys go together.
    """
    lines = condition_keys(kinds)
    known = pieces.suggesting({"anyOf": [TEXT]}, "condition")["anyOf"]
    beside = {word: _references(pieces, word, keys.values(), kinds) for word, keys in lines.items()}
    alone = [_line(word, keys) for word, keys in beside.items() if word != "in"]
    each = [line for word in QUANTIFIERS for line in _each(pieces, word, beside)]
    pieces.definitions["condition"] = {"anyOf": [*known, *alone, *each]}


def _references(
    pieces: Pieces, word: str, keys: Iterable[Key], kinds: Mapping[str, type[Leaf]]
) -> dict[str, tuple[Schema, bool]]:
    """Every key of a line: where its piece stands, and whether it must be there."""
    found = {}
    for key in keys:
        name = f"{word}_{key.name}"
        piece = pieces.key(key, "")
        kind = names_at(kinds, word, key.name)
        if kind is not None:
            piece = pieces.suggesting(piece, kind)
        pieces.definitions[name] = without_changes(piece)
        needed = key.needed or key.name == word
        found[key.name] = ({"$ref": f"#/definitions/{name}"}, needed)
    return found


def _line(word: str, keys: Mapping[str, tuple[Schema, bool]]) -> Schema:
    return {
        "type": "object",
        "title": word,
        "properties": {name: piece for name, (piece, _) in keys.items()},
        "required": [name for name, (_, needed) in keys.items() if needed],
        "additionalProperties": False,
    }


def _each(
    pieces: Pieces, word: str, lines: Mapping[str, Mapping[str, tuple[Schema, bool]]]
) -> Iterable[Schema]:
    own = _references(pieces, word, EACH[word], {})
    yield _line(word, own)
    for inner, keys in lines.items():
        if not set(keys) & set(QUANTIFIERS) and not (word == "share" and inner == "decision"):
            rest = {name: one for name, one in keys.items() if name not in own}
            yield {**_line(word, {**own, **rest}), "title": f"{word} {inner}"}
