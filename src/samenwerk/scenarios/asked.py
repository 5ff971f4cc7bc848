"""What an act of a story asks of the engine: which command, and with what in it.

The one place where acts become commands; who carries them out is `stage` or `in_room`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from samenwerk.scenarios.story import Act
from samenwerk.values.command import Command, Conclude, Do, HandIn, Record, Say, Settle

Asked: TypeAlias = tuple[type[Command], Mapping[str, Any]]


def asked_by(act: Act, actor: str | None = None) -> Asked:
    """The kind of command and its fields, but for its id, moment and day.

    With `actor` it is that party who asks instead of the one in the story.
    """
    who: dict[str, Any] = {"actor": act.who if actor is None else actor}
    if act.kind == "settles":
        return Settle, {"actor": None}
    who |= {"case": act.case, "on_behalf_of": act.on_behalf_of}
    match act.kind:
        case "effect":
            return Conclude, {"actor": None, "case": act.case, "effect": act.name,
                              "how": act.position, "gives": act.facts}  # fmt: skip
        case "says":
            told = {"decision": act.name, "position": act.position, "reasons": act.reasons}
            return Say, {**who, **told}
        case "records":
            return Record, {**who, "fact": act.name, "value": act.value, "who": act.of}
        case "hands_in":
            return HandIn, {**who, "document": act.name, "title": str(act.value)}
    return Do, {
        **who, "step": act.name, "parent": act.parent, "for_each": act.for_each, "facts": act.facts,
        "documents": act.documents, "roles": act.roles, "explanation": act.explains,
        "rests_on": act.rests_on, "into": act.into, "heir": act.heir, "merges": act.merges,
        **({"anyway": True} if act.anyway and actor is None else {}),
    }  # fmt: skip
