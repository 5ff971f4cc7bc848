"""The tree of conditions: what a step needs, as composition over leaves.

A leaf asks one thing; composition only combines answers. How a tree is walked is
`core.tree`; what a leaf knows about itself is `core.leaf`.
"""

from __future__ import annotations

from datetime import date
from typing import Any, TypeAlias

import attrs

from samenwerk.values.operand import Operand
from samenwerk.values.share import Share
from samenwerk.values.who import Declared, Who

Leaf: TypeAlias = Any
"""An object that keeps the protocol of `core.leaf.Leaf`; values do not know leaves."""


@attrs.frozen
class Ask:
    """A leaf in the tree."""

    leaf: Leaf


@attrs.frozen
class All:
    """Met when every part is met."""

    parts: tuple[Node, ...]


@attrs.frozen
class Some:
    """Met when one of the parts is met."""

    parts: tuple[Node, ...]


@attrs.frozen
class AtLeast:
    """Met when so many of the parts are met."""

    count: int
    parts: tuple[Node, ...]


@attrs.frozen
class Not:
    """Met when the part is definitely not met."""

    part: Node


@attrs.frozen
class Each:
    """A condition about each of a set: every, some, no, count (at least so many) or share.

    The set is a group of parties (`among`), or the cases of a lifecycle (`cases`). Without a
    part only being in the set counts. Of cases that are copies the set is those of whom one can
    be (`per`), under each case of lifecycle `under`; who has none yet answers no.
    `met_when_empty` says what an empty set means for every
    and share; the default is not met.
    """

    quantifier: str
    among: Who | None
    cases: str | None
    home: str
    part: Node | None
    count: int = 0
    share: Share | None = None
    met_when_empty: bool = False
    per: Who | None = None
    under: str | None = None


@attrs.frozen
class Named:
    """A rule used by its name, with the severity of this use."""

    rule: Rule
    severity: str | None = None


@attrs.frozen(kw_only=True)
class Version(Declared):
    """What a rule asks from a day on. `when` asks whether the deciding day falls in its time.

    Without `starts` it holds from the beginning.
    """

    starts: date | None
    when: Node
    part: Node


@attrs.frozen
class Versions:
    """The versions of a rule, the earliest first; `day` decides which one holds.

    On a day before the first of them nothing is met.
    """

    rule: str
    day: Operand
    versions: tuple[Version, ...]


Node: TypeAlias = Ask | All | Some | AtLeast | Not | Each | Named | Versions


@attrs.frozen(kw_only=True)
class Rule(Declared):
    """A named condition. `severity` says what an unmet one means for a step.

    `unknown_too` lets an explanation also cover what is not known.
    """

    part: Node
    severity: str = "block"
    papers: tuple[str, ...] = ()
    unknown_too: bool = False


@attrs.frozen
class Need:
    """One line of a step's `needs`: the condition and what it means when it is not met."""

    part: Node
    severity: str
    rule: Rule | None = None
