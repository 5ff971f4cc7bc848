"""What the open steps of a case still need, under one text and under another, laid side by side.

What is needed comes from `core.obligations`; here it is only compared.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from samenwerk.core.collected import Answers
from samenwerk.core.compiled import Compiled
from samenwerk.core.findings import findings
from samenwerk.core.obligations import needs
from samenwerk.core.view import View
from samenwerk.core.worklists import due
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.command import Do, Migrate, Settle
from samenwerk.values.finding import Finding
from samenwerk.values.message import Message, Name
from samenwerk.values.obligation import Obligation
from samenwerk.values.outcome import Outcome, Verdict
from samenwerk.values.waiting import Due

Pair = tuple[Obligation, Obligation]
Key = tuple[str, ...]


@attrs.frozen(eq=False)
class Turn:
    """An open step of a case, and how what it needs changes; `there` and `was`: whether it can
    be met at all in the one text and in the other."""

    step: str
    was: bool
    there: bool
    added: tuple[Obligation, ...] = ()
    dropped: tuple[Obligation, ...] = ()
    changed: tuple[Pair, ...] = ()

    @property
    def same(self) -> bool:
        """Whether it asks the same of the same parties in both."""
        return self.was == self.there and not (self.added or self.dropped or self.changed)

    @property
    def parties(self) -> Iterator[str]:
        """Of whom it asks something else."""
        pairs = (one for pair in self.changed for one in pair)
        for one in (*self.added, *self.dropped, *pairs):
            yield from one.who


@attrs.frozen(eq=False)
class Standing:
    """A collaboration, with what its cases are judged by and what plugins answered."""

    compiled: Compiled
    known: Collaboration
    answers: Answers
    command: Migrate

    def steps(self, case: Case) -> tuple[str, ...]:
        """The steps that can be done where the case is, and that somebody does."""
        lifecycle = self.compiled.of(case).workflow.lifecycles.get(case.lifecycle)
        return tuple(
            step.full_name
            for step in (() if lifecycle is None or case.over else lifecycle.steps.values())
            if case.state in step.sources and step.automatic is None
        )

    def needs(self, case: str, step: str) -> Obligation:
        """What a step still needs."""
        at = self.command
        goal = Do(id=at.id, actor=None, moment=at.moment, day=at.day, case=case, step=step)
        return needs(self.compiled, self.known, goal, self.answers)

    def unmet(self, case: str, step: str) -> Mapping[str, Finding]:
        """The conditions of a step that stand in the way, by their stable names."""
        here = self.known.cases[case]
        found = self.compiled.of(here).step(step)
        if found is None:
            return {}
        view = View(self.known, here, self.command.day, answers=self.answers)
        outcome = Outcome(Verdict.NOT_YET, findings(found, view))
        return {one.leaf: one for one in outcome.unmet}

    def days(self) -> Mapping[str, tuple[Due, ...]]:
        """The days that each case must mind, but that of a transitional clause."""
        at = self.command
        settle = Settle(id=at.id, actor=None, moment=at.moment, day=at.day)
        found: dict[str, tuple[Due, ...]] = {}
        for one in due(self.compiled, self.known, settle, self.answers):
            if one.what.id != "due.kept":
                found[one.case] = (*found.get(one.case, ()), one)
        return found


def turns(old: Standing, new: Standing, id: str) -> tuple[Turn, ...]:
    """Every open step of a case, as it was and as it will be, in the order of the texts."""
    before, after = old.known.cases[id], new.known.cases[id]
    was, now = old.steps(before), new.steps(after)
    found = []
    for step in dict.fromkeys((*was, *now)):
        left = old.needs(id, step) if step in was else None
        right = new.needs(id, step) if step in now else None
        turn = _turn(step, left, right)
        if any(one is not None and one.kind in ("unadvised", "never") for one in (left, right)):
            turn = _with_conditions(turn, old.unmet(id, step), new.unmet(id, step))
        found.append(turn)
    return tuple(found)


def _with_conditions(
    turn: Turn, old: Mapping[str, Finding], new: Mapping[str, Finding]
) -> Turn:
    """Where acts cannot all be told, also the conditions that stand in the way in one text only."""
    def besides(
        those: Mapping[str, Finding], others: Mapping[str, Finding], told: tuple[Obligation, ...]
    ) -> tuple[Obligation, ...]:
        known = {one.ground for one in told}
        more = (
            one for name, one in those.items()
            if name not in others and not known & set(_conditions(one))
        )  # fmt: skip
        return (*told, *(
            Obligation("unadvised", one.message, ground=one.leaf, source=one.source) for one in more
        ))  # fmt: skip

    return attrs.evolve(
        turn, added=besides(new, old, turn.added), dropped=besides(old, new, turn.dropped)
    )


def _conditions(finding: Finding) -> Iterator[str]:
    yield finding.leaf
    for one in finding.children:
        yield from _conditions(one)


def once(of: Mapping[str, tuple[Turn, ...]]) -> Mapping[str, tuple[Turn, ...]]:
    """The same, without what a case would tell of another one that tells it of itself."""
    own = {
        (id, *(_said(one) for one in acts))
        for id, each in of.items() for turn in each for acts in _all(turn)
        if acts[0].case in (None, id)
    }  # fmt: skip

    def kept(id: str, acts: tuple[Obligation, ...]) -> bool:
        there = acts[0].case
        return there in (None, id) or (there, *(_said(one) for one in acts)) not in own

    return {
        id: tuple(
            attrs.evolve(
                turn,
                added=tuple(one for one in turn.added if kept(id, (one,))),
                dropped=tuple(one for one in turn.dropped if kept(id, (one,))),
                changed=tuple(pair for pair in turn.changed if kept(id, pair)),
            )
            for turn in each
        )
        for id, each in of.items()
    }


def _all(turn: Turn) -> Iterator[tuple[Obligation, ...]]:
    yield from ((one,) for one in (*turn.added, *turn.dropped))
    yield from turn.changed


def _turn(step: str, old: Obligation | None, new: Obligation | None) -> Turn:
    left, right = _by_key(old), _by_key(new)
    if old is None or new is None:
        return Turn(step, old is not None, new is not None,
                    tuple(one for those in right.values() for one in those),
                    tuple(one for those in left.values() for one in those))  # fmt: skip
    added = tuple(one for key, those in right.items() if key not in left for one in those)
    dropped = tuple(one for key, those in left.items() if key not in right for one in those)
    changed = tuple(
        (first, second)
        for key, those in left.items()
        if key in right
        for first, second in _unlike(those, right[key])
    )
    return Turn(step, True, True, added, dropped, changed)


def _unlike(
    old: tuple[Obligation, ...], new: tuple[Obligation, ...]
) -> Iterator[Pair]:
    """What differs of things that are about the same; the rest of the longer one is no matter."""
    told = {_said(one) for one in old}, {_said(one) for one in new}
    first = [one for one in old if _said(one) not in told[1]]
    second = [one for one in new if _said(one) not in told[0]]
    if first and second:
        yield from zip(first, second, strict=False)
    elif first:
        yield first[0], new[0]
    elif second:
        yield old[0], second[0]


def _said(one: Obligation) -> tuple[object, ...]:
    return (one.kind, str(one.act), tuple(sorted(one.who)), one.count, one.due, one.earliest)


def _by_key(whole: Obligation | None) -> dict[Key, tuple[Obligation, ...]]:
    found: dict[Key, tuple[Obligation, ...]] = {}
    for one in () if whole is None else leaves(whole):
        key = _key(one)
        found[key] = (*found.get(key, ()), one)
    return found


def leaves(whole: Obligation) -> Iterator[Obligation]:
    """Every act, wait and thing that cannot be told in a tree, in order."""
    if whole.kind not in ("all", "any", "least", "then", "nothing"):
        yield whole
    for part in whole.parts:  # beside what cannot be told stands what can
        yield from leaves(part)


_ABOUT = ("fact", "document", "decision", "say", "step", "role", "mandate", "giver", "holder",
          "party", "parties", "names", "name", "why", "rule")  # fmt: skip


def _key(one: Obligation) -> Key:
    """What it is about, whatever is asked of it: the same key in two texts is the same thing."""
    if one.act is None:
        return (one.kind, one.ground or "")
    return (one.kind, one.act.id.partition("_")[0], *_names(one.act))


def _names(message: Message) -> Iterator[str]:
    for about in _ABOUT:
        value = message.params.get(about)
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Message):
                yield from _names(one)
            elif isinstance(one, Name):
                yield f"{one.family} {one.name}"
            elif one is not None:
                yield str(one)


Days = tuple[Due | None, Due | None]


def other_days(old: tuple[Due, ...], new: tuple[Due, ...]) -> tuple[Days, ...]:
    """The days of a case that are otherwise in the new text, or only in one of the two."""
    def by_what(those: tuple[Due, ...]) -> dict[str, Due]:
        return {str(one.what): one for one in those}

    left, right = by_what(old), by_what(new)
    pairs = [(left.get(what), right.get(what)) for what in dict.fromkeys((*left, *right))]
    return tuple(pair for pair in pairs if _day(pair[0]) != _day(pair[1]))


def _day(one: Due | None) -> date | None:
    return None if one is None else one.day
