"""A key of a declared thing as somebody says it: who, which states, which day, how long.

Things whose whole text is told (a decision, a duty, a role) are told by `language.explained`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from samenwerk.core.wording import operand_name
from samenwerk.language.catalogue import Speaker
from samenwerk.language.money import moves_text
from samenwerk.language.steps import condition_text
from samenwerk.proof.swapping import without_names
from samenwerk.values.declared import Carry, Moves, Step
from samenwerk.values.message import Name
from samenwerk.values.share import Share
from samenwerk.values.time import Term
from samenwerk.values.who import Declared, Who

_STATES = ("sources", "to", "merges", "done_anyway", "state")
_STEPS = ("back_before", "fixed_from", "on_step", "held_since", "only_after")
_NAMED: Mapping[str, str] = {
    "takes": "role", "gives_up": "role", "splits": "role", "takes_sorts": "sort", "sort": "sort",
    "sorts": "sort", "belongs_to": "sort", "on": "subject", "subject": "subject",
    "part_of": "subject", "under": "lifecycle", "rests_on": "lifecycle", "lifecycles": "lifecycle",
    "speaks_at": "table", "speakers": "table", "representatives": "role", "map": "map",
    "act": "act", "may": "act", "never": "act", "while_in": "state", "to_reach": "state",
}  # fmt: skip
_OPERANDS = ("once_past", "last_day", "opens", "closes")


def key_text(thing: Declared, key: str, lifecycle: str, speaker: Speaker) -> str:
    """What a thing says under one key: "nothing" where it says nothing."""
    value: Any = getattr(thing, key)
    if value is None or value == () or value == {}:
        return speaker.words("diff.nothing")
    return speaker.tell(_spoken(thing, key, value, lifecycle, speaker))


def _spoken(thing: Declared, key: str, value: Any, lifecycle: str, speaker: Speaker) -> object:
    if key == "needs":
        inside = speaker.inside(lifecycle or None)
        return tuple(condition_text(without_names(one, rules=True), inside) for one in value)
    if isinstance(value, tuple):
        return tuple(_spoken(thing, key, one, lifecycle, speaker) for one in value)
    if key == "to" and value in ("stays", "back"):
        return speaker.words(f"diff.to.{value}")
    if key == "fill_in":
        return _filled(lifecycle, value, speaker)
    if isinstance(value, str):
        if key in _STATES:
            return Name("state", value if "." in value else f"{lifecycle}.{value}")
        if key in _STEPS:
            return Name("step", value if "." in value else f"{lifecycle}.{value}")
        if key in _NAMED:
            return Name(_NAMED[key], value)
        if key == "regions":
            return Name("region", f"{getattr(thing, 'map', '')}.{value}")
        if key == "one_of":
            return Name("word", f"{lifecycle}.{thing.name}={value}" if lifecycle else
                        f"{thing.name}={value}")  # fmt: skip
        return value
    if isinstance(value, Carry):
        return speaker.words(f"diff.carry.{value.clocks}")
    if isinstance(value, Moves):
        return moves_text(value, speaker).strip(" ,;")
    if isinstance(value, Who | Term | Share | bool | int):
        return value
    return operand_name(value) if key in _OPERANDS else value


def _filled(lifecycle: str, name: str, speaker: Speaker) -> str:
    workflow = speaker.workflow
    for family, shelf in () if workflow is None else (
        ("fact", workflow.facts), ("document", workflow.documents), ("role", workflow.roles),
    ):  # fmt: skip
        if f"{lifecycle}.{name}" in shelf or name in shelf:
            return speaker.labels.of(family, f"{lifecycle}.{name}")
    return speaker.labels.of("fact", name)





def home_of(thing: Declared, name: str) -> str:
    """The lifecycle from which short names in a thing are read; "" for none."""
    if isinstance(thing, Step):
        return thing.lifecycle
    return name.rpartition(".")[0]
