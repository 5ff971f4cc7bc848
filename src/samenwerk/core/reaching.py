"""Reaching a decision: which positions would carry it, or break it for good.

Works on a `Count` as it stands; what is counted is `core.votes`, who may speak is not asked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from itertools import product

import attrs

from samenwerk.core.allowed import Allowed, allow
from samenwerk.core.votes import Count, abstaining, silence
from samenwerk.core.ways import Bound, Bounds, Want, Way, every
from samenwerk.values.cell import TODAY, Cell
from samenwerk.values.declared import Decision
from samenwerk.values.share import Share

Group = tuple[str, ...]
"""Voters whose yes would change the count in one and the same way."""


@attrs.frozen(eq=False)
class Reaching:
    """What positions can still do to a count, in the case it belongs to; `why` names who asks."""

    found: Count
    case: str
    why: str

    @property
    def decision(self) -> Decision:
        """What is decided."""
        return self.found.decision

    def cell(self, voter: str) -> Cell:
        """Where a voter's position stands."""
        return Cell(self.case, "position", self.decision.name, voter)

    def says(self, *words: str) -> Allowed:
        """One of these words, said in this round."""
        found = self.found
        demand = allow("one_of", frozenset(words)).meet(allow("newer", found.since))
        return demand.meet(allow("dated_by", found.closing)) if found.final else demand

    @property
    def refusal(self) -> str:
        """How a no is said here."""
        return "object" if self.decision.method == "consent" else "against"

    def keep(self) -> list[Way]:
        """Everybody stays with what was said."""
        return [
            Want(self.cell(voter), self.says(str(entry.value)), self.why)
            for voter, entry in self.found.words.items()
        ]

    def after_closing(self) -> Way:
        """The day on which the round is over."""
        closing = self.found.closing
        assert closing is not None
        at_once = self.decision.closes is not None or closing == date.max
        over = closing if at_once else closing + timedelta(days=1)
        return Want(TODAY, allow("at_earliest", over), self.why)

    def carrying(self) -> list[Way]:
        """Ways to a yes that nobody can undo."""
        return [self._yes(groups, False) for groups in self._frontier(False)]

    def carrying_at_closing(self) -> list[Way]:
        """Ways to a yes for which the round must first be over, the others staying silent."""
        sooner = self._frontier(False)
        return [
            every([self.after_closing(), self._yes(groups, True)])
            for groups in self._frontier(True)
            if not any(_no_more(other, groups) for other in sooner)
        ]

    def breaking(self) -> list[Way]:
        """Ways to a no that nobody can undo."""
        found, decision = self.found, self.decision
        movable = [*found.open, *found.yes]
        no = self.says(self.refusal)
        kept: list[Way] = []
        for voter in (*found.no, *found.out):
            said = str(found.words[voter].value)
            kept.append(Want(self.cell(voter), self.says(said, self.refusal), self.why))

        def turned(total: int, voters: Iterable[str]) -> Way:
            cells = tuple((self.cell(one), 1) for one in voters)
            return every([Bounds((Bound(total, cells, no),), self.why), *kept])

        everyone = len(found.voters)
        for size in range(1, len(movable) + 1):
            if not found.heads(
                len(movable) - size, len(found.no) + size, len(found.out), everyone
            ):
                ways = [turned(size, movable)]
                break
        else:
            ways = []
        for sort in found.sorts.values():
            mine = [one for one in movable if one in sort]
            ways.append(turned(len(mine), mine))
        if decision.second_person:
            others = [one for one in movable if one != found.opener]
            ways.append(turned(len(others), others))
        vetoers = [one for one in found.voters if one in found.vetoers]
        if vetoers:
            ways.append(turned(1, vetoers))
        if found.weights:
            part, whole, more = _share(decision)
            nonout = [*movable, *found.no]
            in_all = part * sum(found.weights[one] for one in nonout)
            needed = whole * sum(found.weights[one] for one in movable) - in_all + 1 - more
            cells = tuple(
                (self.cell(one), whole * found.weights[one]) for one in movable
                if found.weights[one]
            )  # fmt: skip
            ways.append(every([Bounds((Bound(needed, cells, no),), self.why), *kept]))
        return ways

    def _parts(self) -> tuple[list[str], list[str], list[str]]:
        """Those open: quiet, against an earlier text, and with an abstention left open."""
        found = self.found
        held = [one for one in found.open if one in found.words]
        late = [one for one in found.open if one in found.unresolved and one not in held]
        quiet = [one for one in found.open if one not in held and one not in late]
        return quiet, late, held

    def _frontier(self, closing: bool) -> list[dict[Group, int]]:
        """The smallest numbers of new yes per group of voters that carry it by heads."""
        found = self.found
        quiet, late, held = self._parts()
        sets = (quiet, late, held, found.no, found.out)
        policy = silence(self.decision)
        everyone = len(found.voters)

        def after(new: Sequence[int]) -> bool:
            q, s, h, n, o = (len(those) - some for those, some in zip(sets, new, strict=True))
            yes, spoke = len(found.yes) + sum(new), everyone - q - s
            if policy == "trusts":
                return found.heads(yes + q, n + h + s, o, spoke)
            return found.heads(yes, n + h + (0 if policy == "left_out" else q + s), o, spoke)

        def carried(new: Sequence[int]) -> bool:
            q, s, h, n, o = (len(those) - some for those, some in zip(sets, new, strict=True))
            yes = len(found.yes) + sum(new)
            if closing:
                return after(new)
            firm = found.heads(yes, q + s + h + n, o, everyone)
            return firm and (not found.final or after(new))

        groups = self._alike(sets, policy)
        sizes = [sum(len(sets[at]) for at in group) for group in groups]
        widest = max(range(len(groups)), key=lambda at: sizes[at])
        ranges = [range(1 if at == widest else size + 1) for at, size in enumerate(sizes)]
        least: list[tuple[int, ...]] = []
        for chosen in product(*ranges):
            tried = list(chosen)
            low, high = 0, sizes[widest] + 1
            while low < high:
                tried[widest] = (low + high) // 2
                if carried(_spread(groups, tried, sets)):
                    high = tried[widest]
                else:
                    low = tried[widest] + 1
            if low <= sizes[widest]:
                tried[widest] = low
                least.append(tuple(tried))
        least.sort(key=lambda new: (sum(new), new))
        kept: list[tuple[int, ...]] = []
        for new in least:
            if not any(all(a <= b for a, b in zip(one, new, strict=True)) for one in kept):
                kept.append(new)
        voters = [tuple(one for at in group for one in sets[at]) for group in groups]
        return [
            {those: some for those, some in zip(voters, new, strict=True) if some}
            for new in kept
        ]

    def _alike(self, sets: Sequence[Sequence[str]], policy: str) -> list[tuple[int, ...]]:
        """Which of the five sets change the count alike when one of them says yes."""
        # what a yes takes away: (no, abstained) before closing; (no, abstained, silent) after
        before = ("no", "no", "no", "no", "out")
        after = {
            "trusts": ("yes, silent", "no, silent", "no", "no", "out"),
            "left_out": ("silent", "silent", "no", "no", "out"),
        }.get(policy, ("no, silent", "no, silent", "no", "no", "out"))
        marks = list(zip(before, after, strict=True)) if self.found.final else list(before)
        groups: dict[object, list[int]] = {}
        for at, mark in enumerate(marks):
            groups.setdefault(mark, []).append(at)
        return [tuple(group) for group in groups.values()]

    def _yes(self, groups: dict[Group, int], closing: bool) -> Way:
        """So many new yes of each group, with what else the text asks of who they are."""
        found, decision = self.found, self.decision
        # where an abstention trusts the others, it counts as a yes
        trusts = abstaining(decision) == "trusts"
        yes = self.says("for", "abstain") if trusts else self.says("for")
        quiet, late, held = self._parts()
        trusting = quiet if closing and silence(decision) == "trusts" else []

        def among(total: int, voters: Iterable[str]) -> Bound:
            return Bound(total, tuple((self.cell(one), 1) for one in voters), yes)

        bounds = [among(total, voters) for voters, total in groups.items()]
        for sort in found.sorts.values():
            if not any(one in sort for one in trusting):
                bounds.append(among(1, [one for one in found.voters if one in sort]))
        if decision.second_person and not any(one != found.opener for one in trusting):
            bounds.append(among(1, [one for one in found.voters if one != found.opener]))
        if found.weights:
            leaving = [*quiet, *late] if closing and silence(decision) == "left_out" else []
            bounds.append(self._weighed(found.weights, [*found.out, *leaving], trusting, yes))
        parts: list[Way] = [Want(self.cell(one), yes, self.why) for one in found.yes
                            if one in found.words]  # fmt: skip
        mild = ("for",) if abstaining(decision) == "stays_open" and not closing else (
            "for", "abstain"
        )  # fmt: skip
        for voter in (*found.no, *held):
            words = mild if voter in found.vetoers and (found.refused(voter) or not closing) else (
                "for", "abstain", self.refusal, str(found.words[voter].value)
            )  # fmt: skip
            parts.append(Want(self.cell(voter), self.says(*words), self.why))
        for voter in found.out:
            parts.append(Want(self.cell(voter), self.says("for", "abstain"), self.why))
        if not closing:
            # who can still veto must have spoken
            for voter in (*quiet, *late):
                if voter in found.vetoers:
                    parts.append(Want(self.cell(voter), self.says(*mild), self.why))
        bounds = [one for one in bounds if one.total > 0]
        if bounds:
            parts.insert(0, Bounds(tuple(bounds), self.why))
        return every(parts)

    def _weighed(
        self, weights: dict[str, int], out: list[str], trusting: list[str], yes: Allowed
    ) -> Bound:
        """The share of the weights as one sum: a yes of who was left out also widens the whole."""
        part, whole, more = _share(self.decision)
        counted = [one for one in self.found.voters if one not in out]
        total = part * sum(weights[one] for one in counted) + more
        total -= whole * sum(weights[one] for one in trusting)
        cells = [(self.cell(one), whole * weights[one]) for one in counted if one not in trusting]
        cells += [(self.cell(one), (whole - part) * weights[one]) for one in out]
        return Bound(total, tuple((cell, weight) for cell, weight in cells if weight), yes)


def _share(decision: Decision) -> tuple[int, int, int]:
    """The share of the weights, and one when it must be passed."""
    share = decision.weight_share
    return (1, 2, 1) if share is None else (share.part, share.whole, 0)


def _no_more(one: dict[Group, int], other: dict[Group, int]) -> bool:
    return all(total <= other.get(group, 0) for group, total in one.items())


def _spread(
    groups: Sequence[tuple[int, ...]], new: Sequence[int], sets: Sequence[Sequence[str]]
) -> list[int]:
    """So many of each group, dealt out over the sets it joins."""
    dealt = [0] * len(sets)
    for group, total in zip(groups, new, strict=True):
        left = total
        for at in group:
            dealt[at] = min(left, len(sets[at]))
            left -= dealt[at]
    return dealt


def fresh_round(found: Count, sequence: int, closing: date | None) -> Count:
    """The count as it will be when a new round opens: nobody has said anything in it."""
    earlier = [one for one, entry in found.words.items() if entry.value != "for"]
    return attrs.evolve(
        found, yes=[], no=[], out=[], open=list(found.voters), words={}, stale=[],
        unresolved=[*found.unresolved, *earlier], spoke=0, opened=True, closed=False,
        closing=closing, since=sequence,
    )  # fmt: skip


def asks_more(mine: Share | int | None, its: Share | int | None) -> bool:
    """Whether one share or quorum asks at least as much as another."""
    if its is None or mine is None or mine == its:
        return mine == its
    if isinstance(mine, Share) and isinstance(its, Share):
        return mine.fraction >= its.fraction
    return isinstance(mine, int) and isinstance(its, int) and mine >= its
