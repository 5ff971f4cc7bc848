"""Writes docs/words.md, which workflow needs which word: `python docs/make_words.py`.

A word that no workflow needs is a word to take out of the language; the words themselves come
from the tables that check a text.
"""

import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from samenwerk.definitions.keys.families import COMMON, FAMILIES
from samenwerk.definitions.keys.kinds import KINDS
from samenwerk.definitions.keys.schema import Key
from samenwerk.definitions.keys.story_keys import EXPECTED
from samenwerk.definitions.keys.story_keys import LINES as STORY_LINES
from samenwerk.definitions.register_file import LINES
from samenwerk.definitions.resolving.conditions import QUANTIFIERS, condition_keys
from samenwerk.values.who import ACTS

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "words.md"
FOLDERS = ("workflows", "examples", "plugins")

HEAD = """\
# Which workflow needs which word

Every word of the language is there because a workflow of ours needs it; what none needs goes.
Below are all of them with the workflows that use them (four at most are named, the first ones by
alphabet). What a word means stands in [language.md](language.md).

This page is made by `python docs/make_words.py`.
"""

Word = tuple[str, str]
"""Where a word belongs ("rule", "condition", "story", ...) and the word itself."""


def words() -> dict[Word, None]:
    """Every word, in the order of the reference."""
    found: dict[Word, None] = {("anything", key.name): None for key in COMMON}
    for family in FAMILIES.values():
        found[("family", family.name)] = None
        found.update(dict.fromkeys(_of_keys(family.name, family.keys)))
    for first, keys in condition_keys(KINDS).items():
        found[("condition", first)] = None
        found.update(dict.fromkeys(("condition", one) for one in keys if one != "nl"))
    found.update(dict.fromkeys(("condition", one) for one in (*QUANTIFIERS, "when_empty")))
    for line in LINES.values():
        found[("register", line.name)] = None
        found.update(dict.fromkeys(_of_keys("register", line.keys)))
    found.update(dict.fromkeys(("story", one) for one in (*STORY_LINES, *EXPECTED)))
    return found


def _of_keys(family: str, keys: tuple[Key, ...]) -> Iterator[Word]:
    for key in keys:
        if (family, key.name) not in _SHARED:
            yield family, key.name
        if key.words and key.words != ACTS:
            yield from ((_home(family, key.name), word) for word in key.words)


def _home(family: str, key: str) -> str:
    """Where the words of a key are listed: the same words at two keys are one list."""
    return _ALIKE.get(f"{family}.{key}", f"{family}.{key}")


_ALIKE = {
    "decision.abstain": "decision.absent",
    "duty.severity": "rule.severity",
    "condition.severity": "rule.severity",
}
_FORMS = ("all", "any", "none", "at_least", "among", "plugin", "with")
_SHARED = frozenset(("version", key) for key in _FORMS)
"""A version says what it asks as a rule does: the words are the rule's."""


def needed() -> dict[Word, set[str]]:
    """By word, the names of the workflows that use it."""
    found: dict[Word, set[str]] = {}
    for folder in FOLDERS:
        for file in sorted((ROOT / folder).rglob("*.toml")):
            if file.name == "pyproject.toml":
                continue
            for word in _used(tomllib.loads(file.read_text(encoding="utf-8"))):
                found.setdefault(word, set()).add(_owner(file))
    return found


def _owner(file: Path) -> str:
    parts = file.relative_to(ROOT).parts
    return parts[1]


def _used(document: dict[str, Any]) -> Iterator[Word]:
    for family, table in document.items():
        if family == "register":
            yield from _register(table)
        elif family in FAMILIES and isinstance(table, dict):
            yield from _family(family, {"": table} if FAMILIES[family].single else table)


def _family(family: str, table: dict[str, Any]) -> Iterator[Word]:
    below = FAMILIES[family].below
    for element in table.values():
        yield "family", family
        if not isinstance(element, dict):
            continue
        for key, value in element.items():
            if key in below and isinstance(value, dict):
                yield from _family(key, value)
                continue
            yield from _key(family, key, value)


def _key(family: str, key: str, value: Any) -> Iterator[Word]:
    yield ("anything" if any(key == one.name for one in COMMON) else family), key
    declared = next((one for one in FAMILIES[family].keys if one.name == key), None)
    for word in value if isinstance(value, list) else [value]:
        if isinstance(word, str) and declared is not None and word in declared.words:
            yield _home(family, key), word
        elif isinstance(word, dict) and family == "scenario":
            yield from (("story", one) for one in word)
        elif isinstance(word, dict):
            yield from _line(family, key, word)


def _line(family: str, key: str, line: dict[str, Any]) -> Iterator[Word]:
    """A line between braces: a condition, a day, or a table of things that hang below."""
    for word, value in line.items():
        yield "condition", word
        yield "date", word
        yield f"{family}.{key}", word
        for inner in (value.values() if isinstance(value, dict) else
                      value if isinstance(value, list) else ()):  # fmt: skip
            if isinstance(inner, dict):
                yield from _line(f"{family}.{key}", word, inner)
            elif isinstance(inner, str):
                yield f"{family}.{key}.{word}", inner
        if isinstance(value, dict):
            yield from _line(f"{family}.{key}", word, value)
        elif isinstance(value, str):
            yield f"{family}.{key}.{word}", value


def _register(table: dict[str, Any]) -> Iterator[Word]:
    for name, lines in table.items():
        if isinstance(lines, list):
            yield "register", name
            for line in lines:
                yield from (("register", key) for key in line)


def unused() -> tuple[Word, ...]:
    """The words that no workflow uses."""
    used = needed()
    return tuple(word for word in words() if word not in used)


def page() -> str:
    """The whole page."""
    used, parts, rows = needed(), [HEAD], dict[str, list[str]]()
    for where, word in words():
        whose = sorted(used.get((where, word), ()))
        more = f" and {len(whose) - 4} more" if len(whose) > 4 else ""
        rows.setdefault(where, []).append(f"| `{word}` | {', '.join(whose[:4])}{more} |")
    for where, lines in rows.items():
        parts.append("\n".join([f"## {where}\n", "| word | needed by |", "|---|---|", *lines]))
    return "\n\n".join(part.rstrip("\n") for part in parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
    for where, word in unused():
        print(f"{where}: {word}: no workflow needs it", file=sys.stderr)
    sys.exit(1 if unused() else 0)
