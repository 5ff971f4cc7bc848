"""A difference between two texts of a workflow: what it is about, how weighty, and its proof.

Values only; how they are found is `comparing`, and how they are told `telling`.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

from samenwerk.core.coalitions import Coalitions
from samenwerk.definitions.reading import Reading
from samenwerk.proof.asked import Limits
from samenwerk.proof.compare import USUAL, Compared, Shift
from samenwerk.values.declared import Workflow
from samenwerk.values.place import Path, Place
from samenwerk.values.register import Register
from samenwerk.values.who import Declared

KINDS = (
    "allowed", "refused", "undecided", "decides", "say", "who", "owes", "days", "flow", "kept",
    "money", "promise", "asked", "explained", "unexplained", "otherwise", "warned", "unwarned",
    "tipped", "untipped", "room", "whole",
)  # fmt: skip
"""What a difference can be, the weightiest first: what becomes possible goes before all."""

_OF_FAMILY: Mapping[str, str] = {
    "decision": "decides", "say": "say", "duty": "owes", "role": "who", "mandate": "who",
    "group": "who", "table": "who", "map": "who", "sort": "who", "subject": "who",
    "window": "days", "calendar": "days", "pool": "money", "queue": "flow",
    "invariant": "promise", "effect": "flow", "transition": "kept",
    "parameter": "room", "workflow": "whole", "fact": "asked", "document": "asked",
}  # fmt: skip
_OF_KEY: Mapping[tuple[str, str], str] = {
    **{("step", key): "who" for key in (
        "by", "each", "act", "on", "takes", "takes_sorts", "gives_up", "per", "for_each", "partly",
    )},
    **{("state", key): "days" for key in ("due", "stops")},
    **{("decision", key): "days" for key in ("closes", "answer_within", "opens_at")},
    **{("say", key): "days" for key in ("notice", "answer_within", "wait")},
    ("step", "once_past"): "days", ("step", "back_dating"): "days",
    ("step", "fill_in"): "asked", ("step", "moves"): "money",
    ("fact", "by"): "who", ("document", "by"): "who", ("workflow", "back_dating"): "days",
}  # fmt: skip


def kind_of(family: str, key: str | None) -> str:
    """What a difference in a key is; without a key, that of something added or taken away."""
    if key is not None and (family, key) in _OF_KEY:
        return _OF_KEY[family, key]
    return _OF_FAMILY.get(family, "flow")


@attrs.frozen(eq=False)
class Side:
    """One of the two texts: what it was called, what it means, and where everything stands.

    A file in `folder` is told as one in `shown`: where samenwerk itself lies is nobody's concern.
    """

    name: str
    workflow: Workflow
    reading: Reading | None = None
    register: Register | None = None
    folder: str = ""
    shown: str = ""

    def place(self, family: str, name: str) -> Place | None:
        """Where something stands in it; None when it stands nowhere."""
        reading = self.reading
        if reading is None:
            return None
        for path in _paths(family, name):
            if reading.node(*path) is not None:
                place = reading.place(*path)
                inside = self.folder and place.file.startswith(f"{self.folder}/")
                return attrs.evolve(
                    place, file=self.shown + place.file.removeprefix(self.folder)
                ) if inside else place  # fmt: skip
        return None


def _paths(family: str, name: str) -> tuple[Path, ...]:
    home, dot, short = name.rpartition(".")
    if family == "workflow":
        return (("workflow",),)
    families = {"fact": ("fact", "open", "silent")}.get(family, (family,))
    inside: tuple[Path, ...] = tuple(("lifecycle", home, one, short) for one in families) if (
        dot) else ()  # fmt: skip
    return (*inside, *((one, name) for one in families))


@attrs.frozen(eq=False)
class Votes:
    """What a decision comes to in votes, before and after: for whom, and what groups can do.

    Where that cannot be known, both are None and `why` says it: "case" (it rests on what is
    recorded there), "register" (on who takes part), "plugin" (its method is not here or goes
    wrong), "many" (too many voters to ask about).
    """

    old: Coalitions | None
    new: Coalitions | None
    made_up: bool = False
    why: str | None = None

    @property
    def differs(self) -> bool:
        """Whether other groups can decide or stop, in size or by name."""
        return _seen(self.old) != _seen(self.new)


def _seen(found: Coalitions | None) -> tuple[object, ...]:
    if found is None:
        return ()
    groups = (found.deciding, found.deciding_in_silence, found.blocking)
    told = tuple(None if one is None else len(one) for one in groups)
    return (found.voters, *told, found.possible, found.closes, found.vetoes, found.alone)


@attrs.frozen(eq=False)
class Difference:
    """One difference: of `kind`, about the `name` of a `family`.

    A declared thing is `old` and `new` (None: not there) and differs in `keys`; a step that
    answers otherwise has a `shift`. `votes` are there for a decision that counts otherwise.
    """

    kind: str
    family: str
    name: str
    old: Declared | None = None
    new: Declared | None = None
    keys: tuple[str, ...] = ()
    shift: Shift | None = None
    votes: tuple[Votes, ...] = ()

    @property
    def rank(self) -> int:
        """Its place among others, the weightiest first."""
        return KINDS.index(self.kind)


@attrs.frozen(eq=False)
class Report:
    """Everything that differs, the weightiest first.

    `searched` tells that worlds were looked for, up to `limits`; `texts` what differs in text
    alone, as family and name; `compared` is what was found of each step.
    """

    old: Side
    new: Side
    differences: tuple[Difference, ...]
    searched: bool = False
    limits: Limits = USUAL
    texts: tuple[tuple[str, str], ...] = ()
    compared: Mapping[str, Compared] = attrs.field(factory=dict)
