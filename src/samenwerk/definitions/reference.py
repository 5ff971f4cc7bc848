"""The reference of the language as one page: every family, key and condition, with an example.

Made of the same tables that check a text, so that page and check cannot disagree. The examples
stand in `reference_examples`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from samenwerk.core.leaf import Leaf
from samenwerk.definitions.condition_keys import QUANTIFIERS, condition_keys
from samenwerk.definitions.families import COMMON, FAMILIES
from samenwerk.definitions.kinds import KINDS
from samenwerk.definitions.overlay import GUARDED, STEP_NEEDS
from samenwerk.definitions.reference_conditions import CONDITIONS
from samenwerk.definitions.reference_examples import EXAMPLES
from samenwerk.definitions.reference_lines import ABOUT_STORIES
from samenwerk.definitions.reference_notes import CONDITION_NOTES, NOTES
from samenwerk.definitions.reference_story import REGISTER, SCENARIO
from samenwerk.definitions.register_keys import LINES, PARTY
from samenwerk.definitions.schema import TYPES, Family, Key, Type
from samenwerk.definitions.story_keys import EXPECTED, SCENARIO_KEYS, STORY_KEYS, STORY_TYPES
from samenwerk.definitions.story_keys import LINES as STORY_LINES
from samenwerk.definitions.structure import RESERVED

_HEAD = """\
# The language

Everything that can be written in a workflow, as it is built now. Keys are English words; what
people read stands at `nl` and `en`. The examples below form one small workflow with a register
and two stories; a test reads and plays them. `samenwerk schema` gives the same for an editor,
`samenwerk check` reads what you wrote and tells every fault at its place.

Alles wat in een werkwijze geschreven kan worden, zoals het nu gebouwd is. Woorden van de taal zijn
Engels; wat mensen lezen, staat bij `nl` en `en`.

This page is made by `python docs/make_reference.py`.

## How a text is laid out

- One file `workflow.toml`, in TOML; `parts` may name more files in the same folder or below it.
  `register.toml` and `scenarios.toml` (or several files in `scenarios/`) stand beside it.
- Everything has a name: `[rule.affordable]` declares the rule `affordable`. A name begins with a
  letter and has without accents, digits, `_` and `-`. Some words mean something by themselves
  and cannot be names: {reserved}.
- Inside `[lifecycle.x]` a lifecycle has names of its own. Inside it they are short, outside it
  they are written `x.name`: then those of the nearest case of `x` above, counting itself.
- One value stands where a list may stand: `by = "chair"` and `by = ["chair"]` mean the same.
- After `is`, `is_not` and `one_of` a text is itself. Elsewhere in a comparison a text is the name
  of a fact, day, parameter or step (the day it was last done), or `today`.
- A parameter that is a text which spells a term ("4 weeks"), a share ("2/3") or an amount
  ("60000.00") is that term, share or amount.

## Building on another workflow

`extends = "landelijk@2026.1"` names one parent with its version: a workflow that is installed, or
a file as `"./folder/workflow.toml@1"`. Tables merge by name and plain values of the child win. A
list changes only when that is written out; a bare list over an inherited one is a fault. Where
nothing was inherited at that key, a bare list is right.

```toml
[group.member]
sort = {{ add = ["housing"], remove = ["insurer"] }}   # or {{ replace = ["provider"] }}
[group.guest]
sort = ["municipality"]   # the base has no such group, or says no `sort` of it
[document.letter]
remove = true
```

Inside an inherited lifecycle a child may have names of its own. A later version of the base could
come to use the same one, and then they clash (SW104): choose names that are clearly yours, such as
`noord_budget`.

`overlay` says what those who build on something may change:

| `overlay` | wat mag | what is allowed |
|---|---|---|
| `closed` | niets; standaard voor {guarded} en stappen met {needs} | nothing; \
the default for {guarded} and steps with {needs} |
| `stricter` | alleen wat aantoonbaar meer vraagt: voorwaarden erbij, een zwaardere severity, een \
hoger deel of quorum, een instelling waarvan te zien is welke kant strenger is | only what is \
shown to ask more: conditions added, a heavier severity, a higher share or quorum, a parameter of \
which it shows which way is stricter |
| `range` | de waarde van een instelling, binnen haar grenzen; een versie van een regel die later \
begint dan alle andere | the value of a parameter, within its bounds; a version of a rule that \
begins later than all others |
| `open` | alles; standaard voor al het andere | everything; the default for all else |

The names `nl` and `en`, `way_out` and `unencodable` are always the child's to write.

"""

def reference(kinds: Mapping[str, type[Leaf]] = KINDS) -> str:
    """The whole page as Markdown.

    >>> reference().splitlines()[0]
    '# The language'
    """
    reserved = ", ".join(f"`{word}`" for word in RESERVED)
    head = _HEAD.format(reserved=reserved, guarded=_words(GUARDED), needs=_words(STEP_NEEDS))
    parts = [head, *_families(), *_conditions(kinds), *_beside()]
    parts.append("## What may stand at a key\n\n" + _types())
    return "".join(parts)


def _families() -> Iterator[str]:
    yield "## Families\n\n### On anything that has a name\n\n"
    yield _keys(COMMON) + "\n"
    for family in FAMILIES.values():
        if family.name != "scenario":
            yield _family(family, EXAMPLES[family.name])


def _family(family: Family, example: str) -> str:
    where = f"[{family.name}]" if family.single else f"[{family.name}.name]"
    above = {
        "state": "lifecycle", "step": "lifecycle", "region": "map", "version": "rule",
        "exception": "window",
    }.get(family.name)  # fmt: skip
    if above is not None:
        where = f"[{above}.x.{family.name}.name]"
    lines = [f"### {family.name}\n", f"`{where}`: {family.nl} · {family.en}.\n", _keys(family.keys)]
    lines += [f"{_said(family)}\n"] if _said(family) else []
    for part in family.parts:
        lines.append(f"Below it `{part.name}`: {part.nl} · {part.en}.\n\n{_keys(part.keys)}")
    return "\n".join([*lines, f"```toml\n{example}```\n\n"])


def _said(family: Family) -> str:
    said = [f"Exactly one of {_words(group)}." for group in family.one_of]
    said += [f"At most one of {_words(group)}." for group in family.not_both]
    if family.below:
        said.append(f"Below it: {_words(family.below)}.")
    return " ".join([*said, *([NOTES[family.name]] if family.name in NOTES else [])])


def _keys(keys: Iterable[Key], types: Mapping[str, Type] = TYPES) -> str:
    rows = ["| key | wat het zegt | what it says | what may stand there |", "|---|---|---|---|"]
    for key in keys:
        needed = " (needed)" if key.needed else ""
        rows.append(f"| `{key.name}`{needed} | {key.nl} | {key.en} | {_stands(key, types)} |")
    return "\n".join(rows) + "\n"


def _stands(key: Key, types: Mapping[str, Type]) -> str:
    if key.words:
        return _words(key.words)
    return types[key.type].en


def _words(words: Iterable[str]) -> str:
    return ", ".join(f"`{word}`" for word in words)


def _conditions(kinds: Mapping[str, type[Leaf]]) -> Iterator[str]:
    yield (
        "## Conditions\n\nWhat stands in `needs`, and in `all`, `any`, `none` and `among` of a "
        "rule: the name of a rule, decision, say or window as a text, or one line between braces. "
        "Its first word says what is asked.\n\n"
    )
    for word, keys in condition_keys(kinds).items():
        if word in CONDITIONS:
            keys = {**keys, word: attrs.evolve(keys[word], needed=True)}
            yield f"### {word}\n\n{_keys(keys.values())}\n```toml\n{CONDITIONS[word]}\n```\n\n"
            yield f"{CONDITION_NOTES[word]}\n\n" if word in CONDITION_NOTES else ""
    yield (
        "### every, some, no, count, share\n\nAsk one condition of each of a set: of the parties "
        "that a sort, group, table or role means, or of the other cases of a lifecycle under the "
        "nearest case above. Beside the word stands at most one condition about each (any of the "
        "words above, or `in` for cases); `count` and `share` have `at_least` of their own. Over "
        'nothing, `every` and `share` are not met unless `when_empty = "met"` says so.\n\n'
    )
    for word in QUANTIFIERS:
        yield f"```toml\n{CONDITIONS[word]}\n```\n\n"


def _beside() -> Iterator[str]:
    yield "## The register\n\nIn `register.toml`. A `last_day` still counts.\n\n### party\n\n"
    yield _keys((*PARTY.keys, *(key for key in COMMON if key.name in ("nl", "en", "source"))))
    for family in LINES.values():
        yield f"\n### {family.name}\n\n{family.nl} · {family.en}.\n\n{_keys(family.keys)}"
    yield f"\n```toml\n{REGISTER}```\n\n"
    yield (
        "## Stories\n\nIn `scenarios.toml`, in several files `scenarios/*.toml`, or in both, as "
        "`[scenario.name]`; a name counts over all of them.\n\n"
    )
    yield _keys(SCENARIO_KEYS)
    yield f"\n{ABOUT_STORIES}\n"
    yield (
        "| line | wat er gebeurt | what happens | beside it (needed · may) |\n|---|---|---|---|\n"
    )
    for word, line in STORY_LINES.items():
        beside = f"{_words(line.needed)} · {_words(line.may)}" if line.may else _words(line.needed)
        yield f"| `{word}` | {line.key.nl} | {line.key.en} | {beside} |\n"
    yield "\nBeside it can stand:\n\n"
    yield _keys(STORY_KEYS.values(), STORY_TYPES)
    yield "\nWhat can be expected, in one line or in several:\n\n"
    yield _keys(EXPECTED.values(), STORY_TYPES)
    yield f"\n```toml\n{SCENARIO}```\n\n"


def _types() -> str:
    rows = ["| kind | in het Nederlands | in English |", "|---|---|---|"]
    rows += [f"| {name} | {type.nl} | {type.en} |" for name, type in TYPES.items()]
    return "\n".join(rows) + "\n"
