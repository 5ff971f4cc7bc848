"""What can be wrong with a store: a fault with its place, and what came of looking at all of it.

How it is found is `care.verifying`; the sentences are `language.care`.
"""

from __future__ import annotations

import shlex

import attrs

from samenwerk.values.message import Message

_DO = {
    "chain": "restore",
    "care.spelled": "restore",
    "care.no_event": "restore",
    "care.newer": "update",
    "care.column": "column",
    "care.place": "column",
    "care.command": "restore",
    "care.effect_key": "restore",
    "care.text_changed": "text",
    "care.text_alone": "alone",
    "care.text_missing": "missing",
    "care.text_back": "erase",
    "care.definition_missing": "restore",
    "care.definition_changed": "restore",
    "care.definition_spelled": "restore",
    "care.definition_alone": "nothing",
    "care.outbox_alone": "outbox",
    "care.outbox_missing": "outbox",
    "care.outbox_differs": "outbox",
    "care.snapshot": "snapshot",
    "care.lists": "lists",
    "care.lists_alone": "lists_all",
    "care.anchor": "restore",
    "care.damage": "restore",
    "care.unreadable": "restore",
}
_LIGHT = (
    "care.definition_alone", "care.outbox_missing",
    "care.lists_differ", "care.lists_wake", "care.lists_torn", "care.lists_alone",
)  # fmt: skip
"""What can be there after a machine stopped in mid-work, or of another version, and harms no
record: lists are made anew of it."""


@attrs.frozen
class Fault:
    """Something that is not as it should be: what, in which collaboration, at which sequence.

    `light`: it can come of a machine that stopped in mid-work or of another version, harms no
    record, and leaves the store whole.
    """

    what: Message
    collaboration: str | None = None
    sequence: int | None = None

    @property
    def light(self) -> bool:
        """Whether a store with nothing but this is whole."""
        return self.what.id in _LIGHT

    @property
    def remedy(self) -> Message:
        """What to do about it. The param `command` is the command that mends it, where one does;
        a store of another name than is usual has to be named after it."""
        id = self.what.id
        while id not in _DO:
            id = id.rpartition("_")[0] or id.rpartition(".")[0]
        if not id.startswith("care.lists"):
            return Message(f"care.do.{_DO[id]}")
        if _DO[id] == "lists_all" or self.collaboration is None:
            return Message("care.do.lists_all", {"command": "samenwerk upkeep --anew"})
        asked = ["samenwerk", "upkeep", "--anew", "--in", self.collaboration]
        return Message("care.do.lists", {"command": shlex.join(asked)})


@attrs.frozen
class Looked:
    """A collaboration as it was found: how many lines there are, and in which hash it ends.

    `anchored` is the last sequence up to which a head that was noted vouches for it; 0 for none.
    `commands` is the digest of its commands (see `care.anchors`).
    """

    collaboration: str
    count: int
    head: str
    anchored: int = 0
    commands: str = ""


@attrs.frozen
class StoreReport:
    """What came of looking at a store: every fault, in order, and all that was looked at.

    `texts` and `definitions` say how many there are, `sources` gives the digest of the sources
    of each definition. `unknown` says what could not be seen, because nobody noted it before.
    """

    faults: tuple[Fault, ...]
    collaborations: tuple[Looked, ...]
    texts: int = 0
    definitions: int = 0
    sources: tuple[tuple[str, str], ...] = ()
    unknown: tuple[Message, ...] = ()

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong but what harms nothing."""
        return all(one.light for one in self.faults)

    @property
    def events(self) -> int:
        """How many lines were looked at."""
        return sum(one.count for one in self.collaborations)


def fault(
    id: str, collaboration: str | None = None, sequence: int | None = None, **params: object
) -> Fault:
    """A fault by the id of its sentence; the place stands in its params too."""
    if sequence is not None:
        params["sequence"] = sequence
    return Fault(Message(id, params), collaboration, sequence)
