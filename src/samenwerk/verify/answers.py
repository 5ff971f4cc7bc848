"""Answers: what became of each invariant, in the four words that a reader gets.

Proved, proved within bounds, broken (with a story that was played) or not decided (with why).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import attrs

from samenwerk.proof.answer import Bounds
from samenwerk.proof.standing import Standing
from samenwerk.values.cell import Cell
from samenwerk.values.declared import Invariant
from samenwerk.verify.drafts import Broken

PROVED, WITHIN, BROKEN, NOT_DECIDED = "proved", "within_bounds", "broken", "not_decided"
VERDICTS = (BROKEN, NOT_DECIDED, WITHIN, PROVED)
"""The words of an answer, what asks for somebody's attention first."""

NO_STORY = "no_story"
"""Why nothing was decided: a path was found on paper, and no story of it could be played."""


@attrs.frozen(eq=False)
class Answer:
    """What became of one invariant.

    `bounds` for what was proved within them, `broken` for the story, `why` and `cells` for what
    was not decided. `worlds` and `control` count what was looked at, `candidates` the paths on
    paper that were played.
    """

    invariant: Invariant
    verdict: str
    bounds: Bounds | None = None
    broken: Broken | None = None
    why: str = ""
    cells: tuple[Cell, ...] = ()
    worlds: int = 0
    control: int = 0
    candidates: int = 0


@attrs.frozen(eq=False)
class Verified:
    """All answers about one workflow; not `whole` when somebody stopped it.

    `standing` is what was found of the workflow though nobody asked it.
    """

    answers: tuple[Answer, ...]
    asked: int
    standing: tuple[Standing, ...] = ()
    seconds: float = 0.0
    whole: bool = True

    def count(self, verdict: str) -> int:
        """How many have this answer."""
        return sum(one.verdict == verdict for one in self.answers)

    @property
    def broken(self) -> bool:
        """Whether an invariant is broken, or something else found that is a fault."""
        return self.count(BROKEN) > 0 or any(one.serious for one in self.standing)

    @property
    def worlds(self) -> int:
        """How many made-up worlds were looked at."""
        return sum(one.worlds for one in self.answers)


def together(found: Iterable[Verified]) -> Mapping[str, int]:
    """How many of each answer there are in all of these."""
    answers = [answer for one in found for answer in one.answers]
    return {verdict: _count(answers, verdict) for verdict in VERDICTS}


def _count(answers: Sequence[Answer], verdict: str) -> int:
    return sum(one.verdict == verdict for one in answers)
