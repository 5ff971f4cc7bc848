"""Counting positions: what a decision comes to, whatever those still open may say.

The same count answers the verdict, what is still needed, and (later) who can decide alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import attrs

from samenwerk.core.operands import getter
from samenwerk.core.view import View, located
from samenwerk.core.who import members
from samenwerk.values.case import Case
from samenwerk.values.cell import Entry
from samenwerk.values.declared import Decision
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.share import Share

HALF = Share(1, 2)


@attrs.define(eq=False)
class Count:
    """Where a decision stands in a view.

    Every voter is in exactly one of `yes`, `no`, `out` (left out, abstained without weight) and
    `open` (can still speak). `spoke` counts who said something that counts; `silent_after` is
    what becomes of the open ones when the round closes without them.
    """

    decision: Decision
    voters: tuple[str, ...]
    yes: list[str]
    no: list[str]
    out: list[str]
    open: list[str]
    words: dict[str, Entry]
    stale: list[str]
    spoke: int
    closed: bool
    closing: date | None
    since: int
    opener: str | None
    vetoers: frozenset[str]
    sorts: dict[str, frozenset[str]]
    weights: dict[str, int] | None

    def truth(self) -> int:
        """Yes when no completion of the open ones can undo it, no when none can reach it."""
        waiting = self.open
        if self.weights is None:
            everyone = (*self.yes, *waiting)
            return UNKNOWN if everyone else NO
        if not waiting:
            return YES if self.passes(self.yes, self.no, self.out, self.spoke) else NO
        spoke_all = self.spoke + len(waiting)
        if not self.passes([*self.yes, *waiting], self.no, self.out, spoke_all):
            return NO
        worst = self.passes(self.yes, [*self.no, *waiting], self.out, spoke_all)
        if worst and self.final:
            worst = self.passes(*self.after_closing(self.yes, self.no, self.out, waiting))
        return YES if worst else UNKNOWN

    @property
    def final(self) -> bool:
        """Whether the round closes at some moment, so that silence comes to mean something."""
        return self.closing is not None and closes_for_good(self.decision)

    def after_closing(
        self, yes: list[str], no: list[str], out: list[str], silent: Sequence[str]
    ) -> tuple[list[str], list[str], list[str], int]:
        """The count when the round closes and `silent` said nothing."""
        policy = silence(self.decision)
        spoke = len(yes) + len(no) + len([one for one in out if one in self.words])
        if policy == "trusts":
            return [*yes, *silent], no, out, spoke
        if policy == "left_out":
            return yes, no, [*out, *silent], spoke
        return yes, [*no, *silent], out, spoke

    def passes(
        self, yes: Sequence[str], no: Sequence[str], out: Sequence[str], spoke: int
    ) -> bool:
        """Whether it is decided when everyone's position is this."""
        decision = self.decision
        if not yes or not self.carried(yes, no, out, spoke):
            return False
        if decision.veto and any(one in self.vetoers for one in no if one in self.words):
            return False
        if decision.sorts and not all(
            any(one in those for one in yes) for those in self.sorts.values()
        ):
            return False
        return not decision.second_person or any(one != self.opener for one in yes)

    def carried(
        self, yes: Sequence[str], no: Sequence[str], out: Sequence[str], spoke: int
    ) -> bool:
        """Whether quorum and share are reached, apart from who they are."""
        decision = self.decision
        quorum = decision.quorum
        if quorum is not None:
            enough = (
                quorum.reached(spoke, len(self.voters))
                if isinstance(quorum, Share)
                else spoke >= quorum
            )
            if not enough:
                return False
        base = len(yes) + len(no)
        match decision.method:
            case "unanimity" | "consent":
                return not no
            case "joint":
                return not no and len(yes) == len(self.voters)
        if decision.share_of == "present":
            base += len([one for one in out if one in self.words])
        share = decision.share
        if decision.method == "majority" or (decision.method == "double" and share is None):
            if not (share or HALF).passed(len(yes), base):
                return False
        elif not (share or HALF).reached(len(yes), base):
            return False
        if decision.method != "double" or self.weights is None:
            return True
        weighed = [sum(self.weights[one] for one in group) for group in (yes, no)]
        if decision.weight_share is None:
            return HALF.passed(weighed[0], sum(weighed))
        return decision.weight_share.reached(weighed[0], sum(weighed))


def silence(decision: Decision) -> str:
    """What becomes of who said nothing when the round closes: out, against, or trusting."""
    if decision.share_of in ("present", "cast"):
        return "left_out"
    return decision.absent if decision.absent != "stays_open" else "against"


def closes_for_good(decision: Decision) -> bool:
    """Whether late positions no longer count: else a closing day is only a day to aim for."""
    return (
        decision.absent != "stays_open"
        or decision.share_of != "members"
        or decision.quorum is not None
    )


def abstaining(decision: Decision) -> str:
    """What an abstention does, when the text does not say."""
    if decision.abstain is not None:
        return decision.abstain
    if decision.method == "joint":
        return "stays_open"
    neutral = decision.share_of == "cast" or decision.method in ("unanimity", "consent")
    return "left_out" if neutral else "against"


def voters_of(decision: Decision, view: View, case: Case) -> tuple[str, ...]:
    """Who decides, on the day of the view."""
    there = view if case is view.case else view.in_case(case)
    if len(decision.by) == 1:
        return members(decision.by[0], there)
    return tuple(dict.fromkeys(one for who in decision.by for one in members(who, there)))


def round_of(decision: Decision, view: View, case: Case) -> tuple[int, date, date | None]:
    """Since which sequence positions count, on which day the round opened, when it closes."""
    since, opened = case.opened.sequence, case.opened.day
    if decision.opens_at is not None:
        entry = case.entry("steps", decision.opens_at)
        if entry is not None:
            since, opened = entry.sequence, entry.day
    if decision.same_text is not None:
        entry = case.entry("documents", decision.same_text)
        if entry is not None and entry.sequence > since:
            since = entry.sequence
    closing: date | None = None
    if decision.closes is not None:
        there = view if case is view.case else view.in_case(case)
        found = getter(decision.closes)(there)
        closing = found if isinstance(found, date) else None
    elif decision.answer_within is not None:
        closing = decision.answer_within.after(opened)
    return since, opened, closing


def is_closed(decision: Decision, closing: date | None, day: date) -> bool:
    """Whether the round is over: a meeting on its day, a writing round after its last day."""
    if closing is None or not closes_for_good(decision):
        return False
    return day >= closing if decision.closes is not None else day > closing


def count(decision: Decision, above: str | None, view: View) -> Count | None:
    """Count a decision in the case it belongs to; None when there is no such case."""
    case = located(view, above)
    if case is None:
        return None
    voters = voters_of(decision, view, case)
    since, _, closing = round_of(decision, view, case)
    for_good = closing is not None and closes_for_good(decision)
    closed = for_good and is_closed(decision, closing, view.day)
    positions = case.positions.get(decision.name)
    yes: list[str] = []
    no: list[str] = []
    out: list[str] = []
    waiting: list[str] = []
    stale: list[str] = []
    words: dict[str, Entry] = {}
    abstained = abstaining(decision)
    for voter in voters:
        entry = None if positions is None else positions.get(voter)
        if entry is not None and entry.value != "ask":
            late = for_good and closing is not None and entry.day > closing
            if entry.sequence > since and not late:
                words[voter] = entry
                said = entry.value
                if said == "for":
                    yes.append(voter)
                elif said != "abstain" or abstained == "against":
                    no.append(voter)
                elif abstained == "trusts":
                    yes.append(voter)
                elif abstained == "left_out":
                    out.append(voter)
                else:
                    (no if closed else waiting).append(voter)
                continue
            stale.append(voter)
        waiting.append(voter)
    found = Count(
        decision, voters, yes, no, out, waiting, words, stale, len(words), closed, closing, since,
        case.opened.by, _vetoers(decision, view, case), _sorts(decision, view, voters),
        _weights(decision, view, case, voters),
    )  # fmt: skip
    if closed and waiting:
        silent = [one for one in waiting if one not in words]
        found.yes, found.no, found.out, found.spoke = found.after_closing(yes, no, out, silent)
        found.open = []
    return found


def _vetoers(decision: Decision, view: View, case: Case) -> frozenset[str]:
    if not decision.veto:
        return frozenset()
    there = view.in_case(case)
    return frozenset(one for who in decision.veto for one in members(who, there))


def _sorts(decision: Decision, view: View, voters: tuple[str, ...]) -> dict[str, frozenset[str]]:
    if not decision.sorts:
        return {}
    party = view.collaboration.register.party
    of = {one: found.sort if (found := party(one)) else one for one in voters}
    return {
        sort: frozenset(one for one in voters if of[one] == sort) for sort in decision.sorts
    }


def _weights(
    decision: Decision, view: View, case: Case, voters: tuple[str, ...]
) -> dict[str, int] | None:
    """Weights by voter; empty when none are asked, None when one is not known."""
    if decision.weight is None:
        return {}
    lifecycle, _, name = decision.weight.rpartition(".")
    at = located(view.in_case(case), lifecycle or None)
    weights: dict[str, int] = {}
    for voter in voters:
        entry = None if at is None else at.entry("facts", name, voter)
        if entry is None or not isinstance(entry.value, int):
            return None
        weights[voter] = entry.value
    return weights
