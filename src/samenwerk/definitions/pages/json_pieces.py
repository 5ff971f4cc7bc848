"""The pieces of a schema for editors: a key with what may stand there and what it says.

Which keys there are is for the tables, and how files are made of them for `json_schema`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from samenwerk.definitions.keys.families import COMMON, DAY_KEYS
from samenwerk.definitions.keys.inner_keys import INNER
from samenwerk.definitions.keys.schema import (
    CHANGES,
    NAME,
    PLAIN,
    TEXT,
    TYPES,
    Family,
    Key,
    Type,
    list_of,
)
from samenwerk.definitions.pages.refers import families_of, kind_of_names, words_of

Schema = dict[str, Any]
NAMED = f"^{NAME}$"


@attrs.define
class Pieces:
    """Makes pieces in one language; `names` are those that can be suggested, by family.

    `definitions` are what pieces refer to; it grows while they are made.
    """

    lang: str
    names: Mapping[str, Mapping[str, Mapping[str, Any]]]
    definitions: Schema = attrs.field(factory=dict)

    def told(self, nl: str, en: str, more: str = "") -> Schema:
        """What an editor shows: the one language first, the other below it."""
        first, second = (nl, en) if self.lang == "nl" else (en, nl)
        other = "" if first == second else f"\n\n*{second}*"
        return {"description": f"{first}{more}{other}"}

    def stands(self, type: Type) -> str:
        """What may stand there, in a sentence that goes below what a key says."""
        said, word = (type.nl, "Hier staat") if self.lang == "nl" else (type.en, "Here stands")
        return f"\n\n{word}: {said}."

    def element(
        self, keys: Iterable[Key], family: str, *, inherits: bool = True, common: bool = False
    ) -> Schema:
        """A table with these keys and no others; all that is needed is asked where nothing can be
        inherited, and lists are not changed there."""
        every = (*keys, *(COMMON if common else ()))
        needed = [] if inherits else [key.name for key in every if key.needed]
        pieces = {key.name: self.key(key, family) for key in every}
        found: Schema = {
            "type": "object",
            "properties": pieces if inherits else without_changes(pieces),
            "additionalProperties": False,
        }
        return {**found, "required": needed} if needed else found

    def key(
        self,
        key: Key,
        family: str,
        types: Mapping[str, Type] = TYPES,
        names: str | None = None,
    ) -> Schema:
        """What may stand at a key, with what it says; `names` is the kind of those suggested,
        where that does not follow from the family."""
        if key.words:
            one: Schema = {"type": "string", "enum": list(key.words)}
            some = list_of(one)["anyOf"]
            value = {"anyOf": [one, *some]} if key.type == "words" else one  # type: ignore[misc]
            return {**value, **self.told(key.nl, key.en)}
        if key.type in INNER and types is TYPES:
            value = self.element(INNER[key.type], key.type, inherits=False)
            if key.type == "handed":
                value = {"type": "object", "additionalProperties": {"anyOf": [PLAIN, value]}}
            else:
                value = list_of(value) if key.type == "said" else {**value, "minProperties": 1}
        else:
            value = dict(types[key.type].schema)
        kind = names or kind_of_names(family, key.name, key.type)
        if kind is not None:
            value = self.suggesting(value, kind)
        return {**value, **self.told(key.nl, key.en, self.stands(types[key.type]))}

    def line(
        self, title: str, properties: Schema, leans: Mapping[str, Iterable[str]]
    ) -> Schema:
        """One kind of line; `leans` says which keys each of its keys cannot do without.

        That its first word stands there follows from those, and not from `required`: of a key that
        is spelled wrong an editor then says that alone, and not what each other kind lacks.
        """
        return {
            "type": "object",
            "title": title,
            "properties": properties,
            "dependencies": {name: list(needs) for name, needs in leans.items() if needs},
            "minProperties": 1,
            "additionalProperties": False,
        }

    def suggesting(self, value: Schema, kind: str) -> Schema:
        """The same, with the names of this kind suggested wherever a text may stand."""
        families = [one for one in families_of(kind) if self.names.get(one)]
        if not families and not words_of(kind):
            return value
        name = f"name_of_{kind}"
        found: Schema = _with_texts(value, {"$ref": f"#/definitions/{name}"})
        if found != value and name not in self.definitions:
            words = [{"const": word} for word in words_of(kind)]
            known = [self._names_of(family) for family in families]
            self.definitions[name] = {"anyOf": [*words, *known, TEXT]}
        return found

    def _names_of(self, family: str) -> Schema:
        """Every known name of a family, with what it is called."""
        name = f"names_{family}"
        if name not in self.definitions:
            known = []
            for one, table in sorted(self.names[family].items()):
                said = [table[lang] for lang in ("nl", "en") if isinstance(table.get(lang), str)]
                known.append({"const": one, **(self.told(said[0], said[-1]) if said else {})})
            self.definitions[name] = {"anyOf": known}
        return {"$ref": f"#/definitions/{name}"}

    def day(self) -> Schema:
        """A day written as a table."""
        return self.element(DAY_KEYS, "date")

    def family(self, family: Family, example: str = "") -> Schema:
        """What an editor shows of a family."""
        first = example.partition("\n\n")[0].rstrip()
        block = f"\n\n```toml\n{first}\n```" if example else ""
        return self.told(family.nl, family.en, block)

    def names_of(self, element: Schema, said: Schema) -> Schema:
        """A table of names that the author chooses, each with such an element."""
        return {
            "type": "object", "patternProperties": {NAMED: {**element, **said}},
            "additionalProperties": False, **said,
        }  # fmt: skip


def leaning(first: str, keys: Mapping[str, bool]) -> dict[str, list[str]]:
    """What each key of a line cannot do without: its first word, and that what is needed.

    >>> leaning("does", {"does": True, "who": True, "on": False})
    {'does': ['who'], 'who': ['does'], 'on': ['does']}
    """
    others = [name for name in keys if name != first]
    return {first: [name for name in others if keys[name]], **{name: [first] for name in others}}


def without_changes(value: Any) -> Any:
    """The same schema, where a list cannot be changed because none is inherited."""
    if isinstance(value, list):
        return [without_changes(one) for one in value]
    if not isinstance(value, dict):
        return value
    found = {key: without_changes(one) for key, one in value.items()}
    listed = found.get("anyOf")
    if isinstance(listed, list):
        found["anyOf"] = [one for one in listed if one.get("title") != CHANGES]
    return found


def _with_texts(value: Any, reference: Schema) -> Any:
    """The same schema, with something else wherever a text without further conditions stands."""
    if isinstance(value, dict):
        if value == TEXT:
            return reference
        return {key: _with_texts(one, reference) for key, one in value.items()}
    return [_with_texts(one, reference) for one in value] if isinstance(value, list) else value
