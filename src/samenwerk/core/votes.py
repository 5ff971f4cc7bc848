"""Counting positions: what a decision comes to, whatever those still open may say.

The same count answers the verdict, what is still needed, and (later) who can decide alone.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import attrs

from samenwerk.core.operands import ended, getter
from samenwerk.core.view import View, located
from samenwerk.core.who import members
from samenwerk.values.case import Case
from samenwerk.values.cell import Entry
from samenwerk.values.declared import Decision
from samenwerk.values.finding import NO, UNKNOWN, YES
from samenwerk.values.share import Share
from samenwerk.values.time import Term

HALF = Share(1, 2)
REFUSALS = ("against", "object")


@attrs.define(eq=False)
class Count:
    """Where a decision stands in a view.

    Every voter is in exactly one of `yes`, `no`, `out` (left out, abstained without weight) and
    `open` (can still speak). `spoke` counts who said something that counts. `stale` said
    something that no longer does, `unresolved` those of them who were not for. `opened` is False
    as long as the step that opens the round was not done.
    """

    decision: Decision
    voters: tuple[str, ...]
    yes: list[str]
    no: list[str]
    out: list[str]
    open: list[str]
    words: dict[str, Entry]
    stale: list[str]
    unresolved: list[str]
    spoke: int
    opened: bool
    closed: bool
    closing: date | None
    since: int
    opener: str | None
    vetoers: frozenset[str]
    sorts: dict[str, frozenset[str]]
    weights: dict[str, int] | None
    beyond: Term | None = None

    def truth(self) -> int:
        """Yes when no completion of the open ones can undo it, no when none can reach it.

        Unknown where the calendar of the term does not tell when the round closes.
        """
        return UNKNOWN if self.beyond is not None else self._truth()

    def _truth(self) -> int:
        waiting = self.open
        if not waiting:
            if not self.passes(self.yes, self.no, self.out, self.spoke):
                return NO
            return UNKNOWN if self.weights is None or not self.opened else YES
        spoke_all = self.spoke + len([one for one in waiting if one not in self.words])
        if not self.passes([*self.yes, *waiting], self.no, self.out, spoke_all):
            return NO
        if self.weights is None or not self.opened:
            return UNKNOWN
        worst = self.passes(self.yes, [*self.no, *waiting], self.out, spoke_all, waiting)
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
        """The count when the round closes and `silent` said nothing more.

        Whoever kept an abstention open is not for; nor is whoever was against an earlier text
        and did not come back on it.
        """
        held = [one for one in silent if one in self.words]
        spoke = len(self.voters) - (len(silent) - len(held))
        policy = silence(self.decision)
        if policy == "left_out":
            return yes, [*no, *held], [*out, *(one for one in silent if one not in held)], spoke
        if policy == "trusts":
            against = [one for one in silent if one in held or one in self.unresolved]
            quiet = [one for one in silent if one not in against]
            return [*yes, *quiet], [*no, *against], out, spoke
        return yes, [*no, *silent], out, spoke

    def passes(
        self,
        yes: Sequence[str],
        no: Sequence[str],
        out: Sequence[str],
        spoke: int,
        refusing: Sequence[str] = (),
    ) -> bool:
        """Whether it is decided when everyone's position is this.

        `refusing` are those of `no` who would say so themselves, beside those who did.
        """
        return self.outweighs(yes, no) and self.agrees(yes, no, out, spoke, refusing)

    def agrees(
        self,
        yes: Sequence[str],
        no: Sequence[str],
        out: Sequence[str],
        spoke: int,
        refusing: Sequence[str] = (),
    ) -> bool:
        """The same, apart from how much they weigh."""
        decision = self.decision
        if not yes or not self._many(yes, no, out, spoke):
            return False
        if decision.veto and any(
            one in self.vetoers and (one in refusing or self.refused(one)) for one in no
        ):
            return False
        if decision.sorts and not all(
            any(one in those for one in yes) for those in self.sorts.values()
        ):
            return False
        return not decision.second_person or any(one != self.opener for one in yes)

    def refused(self, voter: str) -> bool:
        """Whether this voter itself said no; an abstention is no refusal."""
        entry = self.words.get(voter)
        return entry is not None and entry.value in REFUSALS

    def carried(
        self, yes: Sequence[str], no: Sequence[str], out: Sequence[str], spoke: int
    ) -> bool:
        """Whether quorum and share are reached, apart from who they are."""
        return self._many(yes, no, out, spoke) and self.outweighs(yes, no)

    def _many(
        self, yes: Sequence[str], no: Sequence[str], out: Sequence[str], spoke: int
    ) -> bool:
        abstained = 0
        if out and self.decision.share_of == "present":
            abstained = len([one for one in out if one in self.words])
        return self.heads(len(yes), len(no), abstained, spoke)

    def heads(self, yes: int, no: int, abstained: int, spoke: int) -> bool:
        """Whether so many voices carry it: `abstained` were left out but did speak."""
        decision = self.decision
        if decision.quorum is not None and not self.quorate(spoke):
            return False
        if decision.plugin:
            return True  # how many it takes is for the plugin's method
        match decision.method:
            case "unanimity" | "consent":
                return yes > 0 and no == 0
            case "joint":
                return 0 < yes == len(self.voters)
        base = yes + no + (abstained if decision.share_of == "present" else 0)
        share = decision.share
        if decision.method == "majority" or (decision.method == "double" and share is None):
            return yes > 0 and (share or HALF).passed(yes, base)
        return yes > 0 and (share or HALF).reached(yes, base)

    def quorate(self, spoke: int) -> bool:
        """Whether enough of them took part."""
        quorum = self.decision.quorum
        if isinstance(quorum, Share):
            return quorum.reached(spoke, len(self.voters))
        return quorum is None or spoke >= quorum

    def outweighs(self, yes: Sequence[str], no: Sequence[str]) -> bool:
        """Whether the weights carry it too; not asked while one of them is not known."""
        if not self.weights:
            return True
        mine, other = (sum(self.weights[one] for one in group) for group in (yes, no))
        return self.tips(mine, mine + other)

    def tips(self, mine: int, total: int) -> bool:
        """Whether so much weight of the total carries it."""
        share = self.decision.weight_share
        return HALF.passed(mine, total) if share is None else share.reached(mine, total)


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
    neutral = neutral or bool(decision.plugin)
    return "left_out" if neutral else "against"


def voters_of(decision: Decision, view: View, case: Case) -> tuple[str, ...]:
    """Who decides, on the day of the view."""
    there = view if case is view.case else view.in_case(case)
    if len(decision.by) == 1:
        return members(decision.by[0], there)
    return tuple(dict.fromkeys(one for who in decision.by for one in members(who, there)))


def round_of(decision: Decision, view: View, case: Case) -> tuple[int, date, date | None]:
    """Since which sequence positions count, on which day the round opened, when it closes.

    A round whose opening step was not done yet does not close either.
    """
    since, opened = case.opened.sequence, case.opened.day
    if decision.opens_at is not None:
        entry = case.entry("steps", decision.opens_at)
        if entry is None:
            return view.collaboration.sequence, view.day, None
        since, opened = entry.sequence, entry.day
    if decision.same_text is not None:
        entry = case.entry("documents", decision.same_text)
        if entry is not None and entry.sequence > since:
            since = entry.sequence
    if decision.closes is not None:
        return since, opened, written_closing(decision, view, case)
    within = decision.answer_within
    closing = None if within is None or within.beyond(opened) else within.after(opened)
    return since, opened, closing


def ended_round(decision: Decision, view: View, case: Case) -> Term | None:
    """The term by which nobody knows when the round closes, because its calendar ends."""
    if decision.closes is not None:
        return ended(decision.closes, view if case is view.case else view.in_case(case))
    within = decision.answer_within
    if within is None or within.calendar is None:
        return None
    return within if within.beyond(round_of(decision, view, case)[1]) else None


def written_closing(decision: Decision, view: View, case: Case) -> date | None:
    """The day on which the text lets the round close, when that is known."""
    if decision.closes is None:
        return None
    found = getter(decision.closes)(view if case is view.case else view.in_case(case))
    return found if isinstance(found, date) else None


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
    opened = decision.opens_at is None or decision.opens_at in case.steps
    for_good = closing is not None and closes_for_good(decision)
    closed = for_good and is_closed(decision, closing, view.day)
    positions = case.positions.get(decision.name)
    yes: list[str] = []
    no: list[str] = []
    out: list[str] = []
    waiting: list[str] = []
    stale: list[str] = []
    unresolved: list[str] = []
    words: dict[str, Entry] = {}
    abstained = abstaining(decision)
    for voter in voters:
        entry = None if positions is None else positions.get(voter)
        if entry is not None and entry.value != "ask":
            late = for_good and closing is not None and entry.day > closing
            if opened and entry.sequence > since and not late:
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
            if not late and entry.value != "for":
                unresolved.append(voter)
        waiting.append(voter)
    found = Count(
        decision, voters, yes, no, out, waiting, words, stale, unresolved, len(words), opened,
        closed, closing, since, case.opened.by, _vetoers(decision, view, case),
        _sorts(decision, view, voters), _weights(decision, view, case, voters),
        ended_round(decision, view, case) if closes_for_good(decision) else None,
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
    register = view.collaboration.register
    key = ("sorts", decision.sorts, voters)
    known: dict[str, frozenset[str]] | None = register.memo.get(key)  # type: ignore[assignment]
    if known is None:
        of = {one: found.sort if (found := register.party(one)) else one for one in voters}
        known = register.memo[key] = {
            sort: frozenset(one for one in voters if of[one] == sort) for sort in decision.sorts
        }
    return known


def _weights(
    decision: Decision, view: View, case: Case, voters: tuple[str, ...]
) -> dict[str, int] | None:
    """Weights by voter; empty when none are asked, None when one is not known."""
    if decision.weight is None or decision.method != "double":
        return {}
    lifecycle, _, name = decision.weight.rpartition(".")
    at = located(view.in_case(case), lifecycle or None)
    weights: dict[str, int] = {}
    for voter in voters:
        entry = None if at is None else at.entry("facts", name, voter)
        value = None if entry is None else entry.value
        if not isinstance(value, int) or value < 0:
            return None
        weights[voter] = value
    return weights
