"""Where a say stands: who was asked and when, who spoke, who is against, for whom one waits.

Counting only; what has to stand where for it to be met is `core.sayings`.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

import attrs
from immutables import Map

from samenwerk.core.view import View, located
from samenwerk.core.who import members
from samenwerk.values.case import Case, Entries
from samenwerk.values.cell import Cell, Entry
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.say import Say
from samenwerk.values.time import Term

AGAINST = "against"
MILD: Mapping[str, tuple[str, ...]] = {
    "be_heard": ("for", "abstain", "ask"),
    "advise": ("for", "abstain"),
    "agree": ("for",),
    "authorise": ("for",),
}
"""The words that do what the right is for, and are no no."""
WORDS: Mapping[str, tuple[str, ...]] = {
    "be_told": (),
    "ask": ("ask",),
    "be_heard": ("for", "against", "abstain", "ask"),
    "advise": ("for", "against", "abstain", "ask"),
    "agree": ("for", "against", "abstain", "ask"),
    "authorise": ("for", "against", "abstain", "ask"),
}
"""What can be said by right; an abstention waives an advice, and is no agreement."""

ACTS: Mapping[str, tuple[str, ...]] = {
    "be_told": (),
    "ask": ("ask", "speak"),
    "be_heard": ("speak", "advise"),
    "advise": ("advise",),
    "agree": ("agree",),
    "authorise": ("authorise",),
}
"""Of which acts giving a position is one, by right."""


@attrs.frozen(eq=False)
class Standing:
    """A say in its case, on the day of a view.

    `asked` is None as long as the step that opens it was not done; positions recorded after
    `since` count. `words` has what each said that counts, `closing` is the last day to answer.
    """

    say: Say
    case: Case
    who: tuple[str, ...]
    asked: Entry | None
    since: int
    day: date
    closing: date | None
    words: dict[str, Entry]
    beyond: Term | None = None

    @property
    def passed(self) -> bool:
        """Whether the time to answer is over."""
        return self.closing is not None and self.day > self.closing

    @property
    def notice_day(self) -> date | None:
        """The first day that leaves time enough; None when none is asked, or nobody was asked."""
        if self.asked is None or self.say.notice is None:
            return None
        return self.say.notice.after(self.asked.day)

    @property
    def early(self) -> bool:
        """Whether the time that must be left has not passed yet."""
        first = self.notice_day
        return first is not None and self.day < first

    def said(self, party: str) -> str | None:
        """What a party said that does what its right is for, or against; None: nothing yet."""
        entry = self.words.get(party)
        known = (*MILD.get(self.say.right, ()), AGAINST, "abstain")
        return str(entry.value) if entry is not None and entry.value in known else None

    @property
    def against(self) -> tuple[str, ...]:
        """Those who are against, by what they said or, where the text says so, by silence."""
        quiet = self.passed and self.say.if_silent == AGAINST and self.say.right != "be_heard"
        return tuple(
            one for one in self.who
            if self.say.right in MILD
            and (self.said(one) == AGAINST or (quiet and self.said(one) is None))
        )  # fmt: skip

    @property
    def open(self) -> tuple[str, ...]:
        """Those for whom one waits."""
        if self.say.right not in MILD:
            return ()
        against = self.against
        return tuple(one for one in self.who if one not in against and not self._done(one))

    def _done(self, party: str) -> bool:
        said = self.said(party)
        if said is None:
            return self.passed and (self.say.right == "be_heard" or self.say.if_silent == "goes_on")
        return said in MILD[self.say.right]

    @property
    def talked_after(self) -> int:
        """The sequence after which the talk must have been that a no asks for."""
        return max([self.since, *(self.words[one].sequence for one in self.against
                                  if self.said(one) == AGAINST)])  # fmt: skip

    @property
    def talk_lacks(self) -> bool:
        """Whether somebody is against and the step that must follow was not done since."""
        if self.say.first is None or not self.against:
            return False
        entry = self.case.entry("steps", self.say.first)
        return entry is None or entry.sequence <= self.talked_after

    def truth(self) -> int:
        """No when a no stands in the way, unknown as long as it is open, else yes.

        Unknown too where the calendar of a term ends too early to tell when it is over.
        """
        if self.beyond is not None:
            return UNKNOWN
        if (self.say.consent and self.against) or self.talk_lacks:
            return NO
        if self.asked is None or self.early:
            return UNKNOWN
        if self.say.right != "ask" and not self.who:
            return YES if self.say.met_when_empty else UNKNOWN
        return UNKNOWN if self.open else YES


def standing(say: Say, above: str | None, view: View) -> Standing | None:
    """Where a say stands in the case it belongs to; None when there is no such case."""
    case = located(view, above)
    if case is None:
        return None
    there = view if case is view.case else view.in_case(case)
    who = tuple(dict.fromkeys(one for by in say.by for one in members(by, there)))
    asked = case.opened if say.opens_at is None else case.entry("steps", say.opens_at)
    since = view.collaboration.sequence if asked is None else asked.sequence
    within = say.answer_within
    timed = asked is not None and within is not None and not within.beyond(asked.day)
    closing = within.after(asked.day) if timed and asked and within else None
    beyond = None if asked is None else next(
        (term for term in (say.notice, within) if term is not None and term.beyond(asked.day)), None
    )
    given: Entries = case.positions.get(say.name, Map())
    words = {
        one: entry for one in who
        if asked is not None and (entry := given.get(one)) is not None and entry.sequence > since
    }  # fmt: skip
    return Standing(say, case, who, asked, since, view.day, closing, words, beyond)


def position_cell(found: Standing, party: str) -> Cell:
    """Where a party's position stands."""
    return Cell(found.case.id, "position", found.say.name, party)


def step_cell(found: Standing, step: str) -> Cell:
    """Where it stands that a step of the case was done."""
    return Cell(found.case.id, "step", step)


def after_closing(closing: date) -> date:
    """The first day after the last one to answer."""
    return closing + timedelta(days=1) if closing < date.max else closing
