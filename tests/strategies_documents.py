"""A whole document of the language with some things in it changed, at random.

The document is the example of the reference: it has every family, key of a condition and word of
a story. What a change makes of it, right or wrong, is for who asks.
"""

from __future__ import annotations

import contextlib
import copy
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from samenwerk.definitions.keys.condition_keys import EACH, condition_keys
from samenwerk.definitions.keys.families import COMMON, DAY_KEYS, FAMILIES
from samenwerk.definitions.keys.kinds import KINDS
from samenwerk.definitions.keys.register_keys import LINES, PARTY_KEYS
from samenwerk.definitions.keys.story_keys import EXPECTED, STORY_KEYS
from samenwerk.definitions.keys.story_keys import LINES as STORY_LINES
from samenwerk.definitions.pages.reference_conditions import CONDITIONS
from samenwerk.definitions.pages.reference_examples import EXAMPLES
from samenwerk.definitions.pages.reference_story import REGISTER, SCENARIO

WORKFLOW = "\n".join(EXAMPLES.values())
_EVERY_CONDITION = f"""
[lifecycle.balie.step.all_words]
nl = "Alles"
en = "Everything"
from = "open"
to = "stays"
by = "voorzitter"
needs = [{", ".join(CONDITIONS.values())}]
"""
TEXTS = {"workflow": WORKFLOW + _EVERY_CONDITION, "register": REGISTER, "scenarios": SCENARIO}
"""What is changed, by the file in which it stands."""

_FAMILIES = [*FAMILIES.values(), *(part for one in FAMILIES.values() for part in one.parts)]
_KEYS = {
    "workflow": sorted({
        *FAMILIES, *(key.name for one in _FAMILIES for key in one.keys),
        *(key.name for key in (*COMMON, *DAY_KEYS)),
        *(name for keys in condition_keys(KINDS).values() for name in keys), *EACH,
    }),
    "register": sorted({
        *LINES, *(key.name for one in LINES.values() for key in one.keys),
        *(key.name for key in PARTY_KEYS),
    }),
    "scenarios": sorted({
        *STORY_KEYS, *STORY_LINES, *EXPECTED, "story", "set", "after", "register", "nl",
    }),
}  # fmt: skip

VALUES: tuple[Any, ...] = (
    "kosten", "openen", "voorzitter", "open", "is niet", "", "4 weeks", "2/3", "0,67", "12-31",
    "allowed", 0, 1, 3, -1, Decimal("0.5"), Decimal("1.0"), True, False, date(2027, 3, 1),
    datetime(2027, 3, 1, 12, tzinfo=UTC), [], ["kosten"], ["kosten", 3], [True], [[]], {},
    {"nl": "Naam"}, {"kosten": 3}, {"kosten": "nota"}, {"kosten": ["nota"]},
    {"add": ["kosten"]}, {"replace": ["openen"]}, {"add": "kosten"},
    {"document": "nota"}, [{"document": "nota"}], [{"document": "nota", "fact": "kosten"}],
    {"term": "4 weeks", "after": "openen"}, [{"who": "noord", "does": "balie.plan"}],
)  # fmt: skip
"""What is put in some place: right in one, wrong in another."""


def _places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    yield path
    below = value.items() if isinstance(value, dict) else ()
    below = enumerate(value) if isinstance(value, list) else below
    for key, one in below:
        yield from _places(one, (*path, key))


_READ = {file: tomllib.loads(text, parse_float=Decimal) for file, text in TEXTS.items()}
_PLACES = {file: tuple(_places(value)) for file, value in _READ.items()}


Change = tuple[str, tuple[Any, ...], str, Any]


def changed(file: str, *some: Change) -> dict[str, Any]:
    """The document with these changes made, of those of `changes`; one whose place is gone by
    another is not made."""
    document = copy.deepcopy(_READ[file])
    for change in some:
        with contextlib.suppress(KeyError, IndexError, TypeError):
            _change(document, *change)
    return document


def _change(
    document: dict[str, Any], kind: str, path: tuple[Any, ...], key: str, value: Any
) -> None:
    above: Any = document
    for part in path[:-1]:
        above = above[part]
    here = above[path[-1]] if path else document
    if kind == "put" and isinstance(here, dict):
        here[key] = value
    elif kind == "put" and isinstance(here, list):
        here.append(value)
    elif kind == "rename" and path and isinstance(above, dict) and key not in above:
        renamed = {key if name == path[-1] else name: one for name, one in above.items()}
        above.clear()
        above.update(renamed)
    elif kind == "drop" and path:
        del above[path[-1]]
    elif path:
        above[path[-1]] = value


def changes(file: str) -> st.SearchStrategy[list[Change]]:
    """What to change in a file, one to three times: how, where, with which key and value."""
    keys = st.one_of(st.sampled_from(_KEYS[file]), st.sampled_from(("zomaar", "1st", "é")))
    values = st.sampled_from(VALUES).map(copy.deepcopy)
    kinds = st.sampled_from(("replace", "put", "rename", "drop"))
    one = st.tuples(kinds, st.sampled_from(_PLACES[file]), keys, values)
    return st.lists(one, min_size=1, max_size=3)
