"""The lines of conditions as tables: by the first word of a line, the keys that it may have.

Those of the leaves are theirs; reading a line is `conditions`.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from samenwerk.core.leaf import Key as LeafKey
from samenwerk.core.leaf import Leaf
from samenwerk.definitions.keys.schema import Key
from samenwerk.values.declared import SEVERITIES

COMPOSED = {
    "rule": Key("rule", "name", "de regel", "the rule"),
    "not": Key("not", "name", "hieraan mag niet voldaan zijn", "this must not be met"),
    "any": Key("any", "name_list", "een van deze", "any of these"),
}
SEVERITY = Key("severity", "word", "hoe zwaar", "what it means when not met", words=SEVERITIES)
SAME = {"not_done": "done", "parent": "case", "rests_on": "case", "in": "case"}
"""First words that are read by a leaf kind of another word."""

NOT_DONE = ("de stap die niet gezet mag zijn", "the step that must not have been done")
"""What is said of `not_done`, where its kind of line says the opposite."""

_TYPES = {
    "operand": "operand",
    "named": "named",
    "constant": "value",
    "constants": "one_or_more",
    "choices": "values",
    "states": "names",
    "term": "term",
    "calendar": "name",
    "share": "share",
    "values": "table",
}
EMPTY = Key("when_empty", "word", "wat een lege groep betekent", "what an empty group means",
             words=("met",))  # fmt: skip
_MEANT = ("soort, groep, tafel, rol of levensloop", "sort, group, table, role or lifecycle")
EACH: Mapping[str, tuple[Key, ...]] = {
    word: (Key(word, "name", f"{nl}: {_MEANT[0]}", f"{en}: {_MEANT[1]}", True), *more)
    for word, nl, en, *more in (
        ("every", "voor ieder hiervan", "for each of these", EMPTY),
        ("some", "voor minstens één hiervan", "for at least one of these"),
        ("no", "voor geen hiervan", "for none of these"),
        ("count", "voor zo veel hiervan", "for so many of these",
         Key("at_least", "number", "hoeveel minstens", "how many at least", True)),
        ("share", "voor zo'n deel hiervan", "for such a share of these",
         Key("at_least", "share", "welk deel minstens", "which share at least", True), EMPTY),
    )
}  # fmt: skip
"""The keys of a quantifier itself, by its word; beside it stands at most one condition."""
QUANTIFIERS = tuple(EACH)


def key_of(name: str, leaf_key: LeafKey) -> Key:
    """A key of a leaf kind as one of the language."""
    if leaf_key.type.startswith("word:"):
        words = tuple(leaf_key.type[5:].split(","))
        return Key(name, "word", leaf_key.nl, leaf_key.en, leaf_key.needed, words)
    kind = _TYPES.get(leaf_key.type, "name")
    return Key(name, kind, leaf_key.nl, leaf_key.en, leaf_key.needed)


def condition_keys(kinds: Mapping[str, type[Leaf]]) -> dict[str, dict[str, Key]]:
    """The keys of each kind of line, by its first word (quantifiers have their own apart)."""
    found: dict[str, dict[str, Key]] = {}
    for word in first_words(kinds):
        if word in COMPOSED:
            found[word] = {word: COMPOSED[word]}
            if word == "rule":
                found[word]["severity"] = SEVERITY
            continue
        keys = {name: key_of(name, key) for name, key in kinds[SAME.get(word, word)].KEYS.items()}
        if word == "not_done":
            nl, en = NOT_DONE
            keys = {word: attrs.evolve(keys.pop("done"), name=word, nl=nl, en=en), **keys}
        for other in ("parent", "case", "rests_on"):
            if word in ("parent", "case", "rests_on", "in") and other != word:
                keys.pop(other, None)
        found[word] = keys
    return found


def names_at(kinds: Mapping[str, type[Leaf]], word: str, key: str) -> str | None:
    """What the names at a key of a condition are, for who suggests them; None: no names.

    A family or a kind of names, as in `names.KINDS`.
    """
    if word in EACH or key not in condition_keys(kinds)[word]:
        return "among" if key == word else None
    if word in COMPOSED:
        return None if key == "severity" else "rule" if key == "rule" else "condition"
    inner = "done" if key == "not_done" else key
    type = kinds[SAME.get(word, word)].KEYS[inner].type
    return {"named": "operand", "states": "state"}.get(type, type)


def first_words(kinds: Mapping[str, type[Leaf]]) -> tuple[str, ...]:
    """The words with which a condition can begin, quantifiers apart."""
    named = tuple(word for word in kinds if word != "plugin_rule")
    return (*COMPOSED, *named, *(word for word, same in SAME.items() if same in kinds))
