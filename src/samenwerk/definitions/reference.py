"""The reference of the language as one page: every family, key and condition, with an example.

Made of the same tables that check a text, so that page and check cannot disagree. The examples
stand in `reference_examples`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

import attrs

from samenwerk.core.leaf import Leaf
from samenwerk.definitions.conditions import QUANTIFIERS, condition_keys
from samenwerk.definitions.families import COMMON, FAMILIES
from samenwerk.definitions.kinds import KINDS
from samenwerk.definitions.reference_conditions import CONDITIONS
from samenwerk.definitions.reference_examples import EXAMPLES
from samenwerk.definitions.reference_story import REGISTER, SCENARIO
from samenwerk.definitions.register_keys import LINES, PARTY
from samenwerk.definitions.schema import TYPES, Family, Key
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
list changes only when that is written out; a bare list over an inherited one is a fault.

```toml
[group.member]
sort = {{ add = ["housing"], remove = ["insurer"] }}   # or {{ replace = ["provider"] }}
[document.letter]
remove = true
```

`overlay` says what those who build on something may change:

| `overlay` | wat mag | what is allowed |
|---|---|---|
| `closed` | niets; standaard voor regels, waarborgen en stappen met voorwaarden | nothing; the \
default for rules, invariants and steps with conditions |
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

_NOTES: Mapping[str, str] = {
    "fact": "Nothing rests on facts of type `text` but that they are known: free text can be "
    "erased by law.",
    "table": "A table that speaks at another counts there as one voter under its own name, spoken "
    "for by the holders of its `representatives`.",
    "calculation": "Stands wherever the name of a fact can be compared or reckoned with; not known "
    "as long as a part is not known. `percent` needs `round`; a sum over nothing is nothing.",
    "map": "A map that names its regions has no others; a map without them takes any name.",
    "queue": "What is not known comes last, and of a yes_no fact yes comes first.",
    "pool": "What it holds is its amount with all that steps moved into it, less all they moved "
    "out; with `rows` each year has a balance of its own. A step with `moves` needs that its "
    "`out_of` holds the amount, whatever its `needs` say.",
    "date": "Wherever a day is asked, such a line may stand as well: "
    '`closes = { term = "4 weeks", after = "propose" }`.',
    "decision": "Positions are for, against, object, abstain and ask. `absent` other than "
    "`stays_open`, a `quorum`, and a `share_of` present or cast need `closes` or `answer_within`.",
    "say": "What each of `by` says is recorded as a position; against needs reasons. `be_told`: "
    "there was time enough since they were asked. `be_heard`: each said something, or the time to "
    "answer is over. `ask`: questions hold nothing up. `advise`: each said for, against, or "
    "abstains. `agree`, `authorise`: each said for. What was said before they were asked (again) "
    "no longer counts; what is said late still does. Where nobody has this say it stays "
    "open, unless `when_empty` says met. `instead` is the name of a rule, decision, say, window, "
    "silent or document (looked for in that order), or a condition.",
    "parameter": "What is compared with a parameter without a value is not known, and it is said "
    "who may set it; a term or a share needs a value. `settled_by` is a sort, group, table or "
    "role, or words. `also_said` keeps what other sources say: `samenwerk explain` shows it.",
    "duty": "It stands in `due`, `todo` and `explain`, and holds no step up by itself. As a "
    "condition it is met when it was done in time or does not hold, not met once the day has "
    "passed, and else not known. What counts is the last time that it was done.",
    "invariant": "Read and kept; that it holds along every path is not proved yet.",
    "version": "Which version holds follows from the day at `chosen_on` of the rule; before the "
    "first version it is not met, and as long as the day is not known nobody can say.",
    "rule": "Of `at_least` and `among` both stand, or neither.",
    "step": "A step with `back_before` has no `to`. What a step `for` parties needs is asked of "
    "each of them, as after `every`; it is done for all or, with `partly`, for those for whom it "
    'can be. `{ every = "member", done = "pay" }` sees for whom it was done. A '
    "story names the parties in a list: `for=[\"north\", \"south\"]`; without it, it is for all. "
    "With `done_anyway` a breach can be recorded: the step was refused and happened all the same. "
    "It does not count as done; `{ breach = ... }` asks for it.",
}

_LINES = (
    ("does", "een stap zetten", "do a step", "who · on case for under explains anyway try"),
    ("says", "een standpunt geven", "give a position", "who about · on case for reasons try"),
    ("records", "een gegeven vastleggen", "record a fact", "who is · on case for of try"),
    ("hands_in", "een stuk indienen", "hand in a document", "who is · on case for try"),
    ("asks", "vragen of een stap kan", "ask whether a step can be done",
     "who · on case for under explains"),
    ("settles", "de tijd laten verstrijken (true)", "let time pass (true)", "on"),
    ("with", "wat bij de stap erboven wordt ingevuld", "what is filled in with the step above",
     "is"),
)  # fmt: skip
_EXPECTED = (
    ("verdict", "het oordeel", "the verdict"),
    ("because", "alles waaraan het ligt, bij naam", "all that it is due to, by name"),
    ("warns", "alles wat alleen waarschuwt, bij naam", "all that only warns, by name"),
    ("hints", "alle tips, bij naam", "all tips, by name"),
    ("can", "wie het wel kunnen", "who could do it"),
    ("not_for", "wie het niet kunnen; bij in_part: voor wie het niet is gedaan",
     "who could not; with in_part: for whom it was not done"),
    ("ground", "waarom het nooit kan", "why it never can be"),
    ("earliest", "de eerste dag waarop het kan", "the first day on which it can"),
    ("state", "de fase van het dossier daarna", "the state of the case afterwards"),
)
STORY_WORDS = tuple(line[0] for line in (*_LINES, *_EXPECTED))
"""The words that a line of a story can be about."""


def reference(kinds: Mapping[str, type[Leaf]] = KINDS) -> str:
    """The whole page as Markdown.

    >>> reference().splitlines()[0]
    '# The language'
    """
    reserved = ", ".join(f"`{word}`" for word in RESERVED)
    parts = [_HEAD.format(reserved=reserved), *_families(), *_conditions(kinds), *_beside()]
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
    return " ".join([*said, *([_NOTES[family.name]] if family.name in _NOTES else [])])


def _keys(keys: Iterable[Key]) -> str:
    rows = ["| key | wat het zegt | what it says | what may stand there |", "|---|---|---|---|"]
    for key in keys:
        needed = " (needed)" if key.needed else ""
        rows.append(f"| `{key.name}`{needed} | {key.nl} | {key.en} | {_stands(key)} |")
    return "\n".join(rows) + "\n"


def _stands(key: Key) -> str:
    if key.words:
        return _words(key.words)
    return TYPES[key.type].en


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
    yield _keys((*FAMILIES["scenario"].keys, *COMMON[:3]))
    yield (
        "\nEach line of a story is one act, followed by what is filled in with it and by what is "
        "expected; without an expectation it must be allowed. A day (`on`) or case that is left "
        "out is that of the line before; a step that opens a case names it. One line can stand for "
        'several acts, one after another: `who = ["noord", "zuid"]` for several doers, '
        '`hands_in = ["a", "b"]` for several documents, `records = { cost = 5, seats = 2 }` for '
        'several facts, and `records = "seats", is = { noord = 2, zuid = 3 }` for several parties. '
        "What stands below such a line counts for each of its acts.\n\n"
        "| line | wat er gebeurt | what happens | beside it (needed · may) |\n|---|---|---|---|\n"
    )
    yield "".join(f"| `{word}` | {nl} | {en} | {more} |\n" for word, nl, en, more in _LINES)
    yield "\n| expected | verwacht | expected |\n|---|---|---|\n"
    yield "".join(f"| `{word}` | {nl} | {en} |\n" for word, nl, en in _EXPECTED)
    yield f"\n```toml\n{SCENARIO}```\n\n"


def _types() -> str:
    rows = ["| kind | in het Nederlands | in English |", "|---|---|---|"]
    rows += [f"| {name} | {type.nl} | {type.en} |" for name, type in TYPES.items()]
    return "\n".join(rows) + "\n"
