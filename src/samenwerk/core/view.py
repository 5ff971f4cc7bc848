"""A view: everything that a condition may look at, and nothing else.

Immutable: the collaboration, the case at hand, the day, who acts, and what plugins answered.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import attrs

from samenwerk.values.case import Case, Collaboration
from samenwerk.values.message import Message

NO_ANSWERS: Mapping[str, int] = {}


@attrs.define(eq=False)
class View:
    """What a condition is asked about. Treated as frozen; define is cheaper to make.

    `who` is the party that a quantifier holds before the condition.
    """

    collaboration: Collaboration
    case: Case
    day: date
    actor: str | None = None
    speaks_for: str | None = None
    answers: Mapping[str, int] = NO_ANSWERS
    who: str | None = None

    def of_party(self, party: str) -> View:
        """The same view, about one party."""
        return View(
            self.collaboration, self.case, self.day, self.actor, self.speaks_for,
            self.answers, party,
        )  # fmt: skip

    def in_case(self, case: Case) -> View:
        """The same view, about another case."""
        return View(
            self.collaboration, case, self.day, self.actor, self.speaks_for, self.answers, None
        )


def advised(view: View, question: str) -> tuple[Message, ...]:
    """What would help, as the plugin says that answered this; nothing when it does not say."""
    ways: Mapping[str, tuple[Message, ...]] = getattr(view.answers, "ways", {})
    return ways.get(question, ())


def located(view: View, above: str | None) -> Case | None:
    """The case at hand, or the nearest one of lifecycle `above`, counting the case itself."""
    case: Case | None = view.case
    if above is None:
        return case
    while case is not None and case.lifecycle != above:
        case = None if case.parent is None else view.collaboration.cases.get(case.parent)
    return case


def within(case: Case, home: Case | None, view: View) -> bool:
    """Whether a case is `home` or hangs below it; without a home every case does."""
    if home is None:
        return True
    at: Case | None = case
    while at is not None and at.id != home.id:
        at = None if at.parent is None else view.collaboration.cases.get(at.parent)
    return at is not None
