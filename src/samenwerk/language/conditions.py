"""What a rule asks, condition by condition: one line each, with what it is made of below it.

The same in one sentence is `steps.condition_text`; how one turned out is said by its leaf.
"""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk.core.wording import operand_name
from samenwerk.language.catalogue import Speaker
from samenwerk.language.steps import condition_text
from samenwerk.values.message import Name
from samenwerk.values.tree import All, AtLeast, Each, Named, Node, Not, Rule, Some, Versions

Row = tuple[int, str]
"""How deep a line stands, and what it says."""


def condition_rows(rule: Rule, speaker: Speaker) -> list[Row]:
    """What must be so for a rule, a line for each condition."""
    speaker = speaker.inside(rule.name.rpartition(".")[0] or None)
    if isinstance(rule.part, All):
        return [row for part in rule.part.parts for row in _rows(part, 0, speaker)]
    return list(_rows(rule.part, 0, speaker))


def _rows(node: Node, depth: int, speaker: Speaker) -> Iterator[Row]:
    match node:
        case Versions():
            yield from _versions(node, depth, speaker)
        case All(parts=parts):
            yield depth, speaker.words("asked.all")
            yield from _below(parts, depth, speaker)
        case Some(parts=parts):
            yield depth, speaker.words("asked.any")
            yield from _below(parts, depth, speaker)
        case AtLeast(count=count, parts=parts):
            yield depth, speaker.words("asked.at_least", count=count, total=len(parts))
            yield from _below(parts, depth, speaker)
        case Not(part=Some(parts=parts)):
            yield depth, speaker.words("asked.none")
            yield from _below(parts, depth, speaker)
        case Each(part=All() | Some() | AtLeast() as part):
            whole = condition_text(node, speaker)
            yield depth, whole.removesuffix(condition_text(part, speaker)).rstrip()
            parts = part.parts if isinstance(part, All) else (part,)
            yield from _below(parts, depth, speaker)
        case Named(rule=rule):
            name = Name("rule", rule.name)
            yield depth, speaker.words("asked.rule", rule=name, name=rule.name)
        case _:
            yield depth, condition_text(node, speaker)


def _below(parts: tuple[Node, ...], depth: int, speaker: Speaker) -> Iterator[Row]:
    for part in parts:
        yield from _rows(part, depth + 1, speaker)


def _versions(node: Versions, depth: int, speaker: Speaker) -> Iterator[Row]:
    """Each version from its day on, with its own name and source."""
    yield depth, speaker.words("asked.versions", day=operand_name(node.day))
    for one in node.versions:
        name = Name("version", f"{node.rule}@{one.name}")
        yield depth + 1, speaker.words("asked.version", starts=one.starts, version=name)
        parts = one.part.parts if isinstance(one.part, All) else (one.part,)
        yield from _below(parts, depth + 1, speaker)
        if one.source:
            yield depth + 2, speaker.words("asked.source", source=one.source)


WORDING = {
    "nl": {
        "asked.all": "dit alles:",
        "asked.any": "minstens één van deze:",
        "asked.at_least": "minstens {count} van deze {total}:",
        "asked.none": "niets van dit alles:",
        "asked.rule": "{rule} (regel {name})",
        "asked.versions": "welke versie geldt, volgt uit {day}; voor de eerste versie is dit nooit "
        "zo",
        "asked.version": "vanaf {starts} ({version}):",
        "asked.source": "bron van deze versie: {source}",
    },
    "en": {
        "asked.all": "all of this:",
        "asked.any": "at least one of these:",
        "asked.at_least": "at least {count} of these {total}:",
        "asked.none": "none of this:",
        "asked.rule": "{rule} (rule {name})",
        "asked.versions": "which version holds follows from {day}; before the first version this "
        "is never so",
        "asked.version": "from {starts} on ({version}):",
        "asked.source": "source of this version: {source}",
    },
}
