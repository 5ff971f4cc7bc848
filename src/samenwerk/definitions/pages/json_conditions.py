"""The schema of a condition: a name, or one line whose first word says what is asked.

Which keys such a line has is for `conditions` and the leaves; only their pieces are made here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

from samenwerk.core.leaf import Leaf
from samenwerk.definitions.keys.condition_keys import EACH, QUANTIFIERS, condition_keys, names_at
from samenwerk.definitions.keys.schema import TEXT, Key
from samenwerk.definitions.pages.json_pieces import Pieces, Schema, leaning, without_changes

_Pieces: TypeAlias = Mapping[str, tuple[Schema, bool]]
"""The keys of a line: where the piece of each stands, and whether it must be there."""


def add_conditions(pieces: Pieces, kinds: Mapping[str, type[Leaf]]) -> None:
    """Put what a condition may be among the definitions.

    A line about each of a set has one branch for every condition that may stand beside it: so an
    editor knows which keys go together.
    """
    lines = condition_keys(kinds)
    known = pieces.suggesting({"anyOf": [TEXT]}, "condition")["anyOf"]
    beside = {word: _references(pieces, word, keys.values(), kinds) for word, keys in lines.items()}
    alone = [
        _line(pieces, word, keys, _leaning(word, keys))
        for word, keys in beside.items()
        if word != "in"
    ]
    each = [line for word in QUANTIFIERS for line in _each(pieces, word, beside)]
    pieces.definitions["condition"] = {"anyOf": [*known, *alone, *each]}


def _references(
    pieces: Pieces, word: str, keys: Iterable[Key], kinds: Mapping[str, type[Leaf]]
) -> _Pieces:
    """Every key of a line; the pieces are put among the definitions."""
    found = {}
    for key in keys:
        name = f"{word}_{key.name}"
        piece = pieces.key(key, "", names=names_at(kinds, word, key.name))
        pieces.definitions[name] = without_changes(piece)
        needed = key.needed or key.name == word
        found[key.name] = ({"$ref": f"#/definitions/{name}"}, needed)
    return found


def _line(
    pieces: Pieces, title: str, keys: _Pieces, leans: Mapping[str, list[str]]
) -> Schema:
    return pieces.line(title, {name: piece for name, (piece, _) in keys.items()}, leans)


def _leaning(first: str, keys: _Pieces) -> dict[str, list[str]]:
    return leaning(first, {name: needed for name, (_, needed) in keys.items()})


def _each(pieces: Pieces, word: str, lines: Mapping[str, _Pieces]) -> Iterator[Schema]:
    own = _references(pieces, word, EACH[word], {})
    leans = _leaning(word, own)
    yield _line(pieces, word, own, leans)
    for inner, keys in lines.items():
        if not set(keys) & set(QUANTIFIERS) and not (word == "share" and inner == "decision"):
            rest = {name: one for name, one in keys.items() if name not in own}
            more = _leaning(inner, rest)
            if inner == "in":  # alone it says nothing; another line is right without the outer word
                more["in"] = [word]
            yield _line(pieces, f"{word} {inner}", {**own, **rest}, {**leans, **more})
