"""A scenario as values: its acts in order, what is filled in with each, what is expected of it.

How it is written in `scenarios.toml` is `read`; playing it is `play`.
"""

from __future__ import annotations

from collections.abc import Mapping, Set
from datetime import date

import attrs

from samenwerk.values.cell import Value
from samenwerk.values.place import Place
from samenwerk.values.who import Labels

_CARRIED_OUT = ("allowed", "in_part", "breach")


def short(name: str) -> str:
    """A name as it is written inside its lifecycle.

    >>> short("change.carried")
    'carried'
    """
    return name.rpartition(".")[2]


@attrs.frozen(kw_only=True)
class Expected:
    """What a story expects of an act; None is not looked at.

    `because`, `warns`, `hints`, `can`, `not_for` and `sends` are compared as sets. `state`
    is that of the case of the act (or of `case`) after it, `sends` what is then still to be sent
    for it. `not_for` are others who may not do
    it or, of what is done in part, those for whom it is not done.
    """

    verdict: str = "allowed"
    because: tuple[str, ...] | None = None
    warns: tuple[str, ...] | None = None
    hints: tuple[str, ...] | None = None
    can: tuple[str, ...] | None = None
    not_for: tuple[str, ...] | None = None
    ground: str | None = None
    earliest: date | None = None
    state: str | None = None
    sends: tuple[str, ...] | None = None
    case: str | None = None


@attrs.frozen(kw_only=True)
class Act:
    """One act of a story, with all its names resolved.

    `name` is the full name of a step, or the name of a decision, fact, document or effect.
    `facts`, `documents` and `roles` are filled in with a step; of an effect `facts` are what came
    back, and `position` what became of it. `trial`: on a copy, then forgotten.
    """

    kind: str
    on: date
    place: Place
    case: str = ""
    who: str | None = None
    on_behalf_of: str | None = None
    name: str = ""
    parent: str | None = None
    for_each: tuple[str, ...] = ()
    value: Value | None = None
    of: str | None = None
    position: str = ""
    reasons: str | None = None
    explains: str | None = None
    facts: Mapping[str, Value] = attrs.field(factory=dict)
    documents: Mapping[str, str] = attrs.field(factory=dict)
    roles: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    rests_on: str | None = None
    into: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)
    heir: str | None = None
    merges: tuple[str, ...] = ()
    expected: Expected = Expected()
    trial: bool = False
    anyway: bool = False

    @property
    def comes_about(self) -> bool:
        """Whether the story has the act carried out; not what is tried, asked or refused."""
        if self.trial or self.kind == "asks":
            return False
        explained = self.explains is not None
        return (self.expected.verdict in _CARRIED_OUT
                or (self.expected.verdict == "allowed_with_explanation" and explained))  # fmt: skip

    @property
    def asked_of_others(self) -> tuple[str, ...]:
        """Who also try the step and may not; of one that is done in part it is for whom."""
        if self.kind not in ("does", "asks") or self.expected.verdict == "in_part":
            return ()
        return self.expected.not_for or ()


@attrs.frozen(kw_only=True)
class Scenario:
    """One scenario: its story, what it goes on from, and the register and settings it has."""

    name: str
    place: Place
    labels: Labels = attrs.field(factory=dict)
    story: tuple[Act, ...] = ()
    after: str | None = None
    register: str | None = None
    settings: Mapping[str, object] = attrs.field(factory=dict)


def contradiction(act: Act, expected: Set[str]) -> tuple[str, str] | None:
    """What is wrong with these expectations of an act together, and about which word or verdict.

    Without a verdict an act is expected to be allowed, and then nothing is refused.
    """
    refusing = sorted({"because", "can", "ground", "earliest"} & expected)
    if refusing and "verdict" not in expected:
        return ("no_verdict", refusing[0])
    if "ground" in expected and act.expected.verdict != "never":
        return ("ground", act.expected.verdict)
    return None
