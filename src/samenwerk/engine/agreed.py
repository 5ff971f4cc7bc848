"""What the whole says and what is in sight says too: answers made of both, for who sees a part.

What is in sight of a collaboration is worked out in `core.seen`; who asks is `engine.seen`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from samenwerk.engine.wholes import WorkedOut
from samenwerk.values.case import Collaboration
from samenwerk.values.finding import Finding
from samenwerk.values.message import Message
from samenwerk.values.obligation import Obligation
from samenwerk.values.waiting import Start, Task

WITHHELD = Message("seen.withheld")
Told = TypeVar("Told")


class Agreed(WorkedOut):
    """What a report asks, of what is in sight, where the whole says the same."""

    whole: Collaboration

    def needs(self, step: str, case: str) -> Obligation:
        """As `WorkedOut.needs`."""
        near = tried(lambda: super(Agreed, self).needs(step, case),
                     Obligation("unadvised", act=WITHHELD))  # fmt: skip
        return obligation(self._of_whole().needs(step, case), near)

    def todo(self, party: str) -> tuple[Task, ...]:
        """As `WorkedOut.todo`."""
        none: tuple[Task, ...] = ()
        near = tried(lambda: super(Agreed, self).todo(party), none)
        return both(self._of_whole().todo(party), near)

    def start(self, step: str, case: str) -> Start | None:
        """As `WorkedOut.start`, where it is the same for who sees less."""
        near = tried(lambda: super(Agreed, self).start(step, case), None)
        return near if near == self._of_whole().start(step, case) else None

    def _of_whole(self) -> WorkedOut:
        return WorkedOut(self.workflows, self.whole, self.at, self.truths, (), self.voice, {},
                         self.compiled)  # fmt: skip


def both(whole: Iterable[Told], near: Iterable[Told]) -> tuple[Told, ...]:
    """What the whole and what is in sight both say, in the order of the latter."""
    true = list(whole)
    return tuple(one for one in near if one in true)


def obligation(whole: Obligation, near: Obligation) -> Obligation:
    """What is needed as far as both say it; the rest is that there is more."""
    if whole == near:
        return near
    told = both(whole.acts, near.acts)
    if whole.kind == "nothing":
        return Obligation("nothing", parts=told)
    hidden = Obligation("unadvised", act=WITHHELD)
    return Obligation("all", parts=(*told, hidden)) if told else hidden


def findings(whole: tuple[Finding, ...], near: tuple[Finding, ...]) -> Iterable[Finding]:
    """Each condition with its truth; what it says only where both say it."""
    for place, one in enumerate(whole):
        other = near[place] if place < len(near) else None
        if other is not None and _bare(one) == _bare(other):
            yield other
        else:
            leaf = "" if other is None else other.leaf
            yield Finding(leaf, one.truth, WITHHELD, severity=one.severity)


def _bare(finding: Finding) -> object:
    return (finding.leaf, finding.truth, finding.severity, finding.message,
            tuple(map(_bare, finding.children)))  # fmt: skip


def tried(ask: Callable[[], Told], otherwise: Told) -> Told:
    """An answer of what is in sight; without what is not there, a question may make no sense."""
    try:
        return ask()
    except Exception:
        return otherwise
