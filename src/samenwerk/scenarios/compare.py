"""Comparing what came of an act with what its story expects, point by point."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date

import attrs

from samenwerk.scenarios.story import Act, short
from samenwerk.values.case import Collaboration
from samenwerk.values.declared import Workflow
from samenwerk.values.finding import NO, YES, Finding
from samenwerk.values.message import Name
from samenwerk.values.obligation import Obligation
from samenwerk.values.outcome import Outcome, Verdict
from samenwerk.values.tree import Need

_COMPOSED = re.compile(r"(?:all|any|not|[0-9]+ of)\(")
_COUNTED = ("count", "share")


@attrs.frozen
class Mismatch:
    """One point on which an act went otherwise than expected; `what` is the word of the story."""

    what: str
    expected: object
    got: object


def compare(
    workflow: Workflow,
    known: Collaboration,
    act: Act,
    outcome: Outcome,
    for_others: Mapping[str, Outcome],
    earliest: Callable[[], date | None],
) -> tuple[Mismatch, ...]:
    """Every point on which the outcome is not what the story says.

    `known` is the collaboration after the act, `for_others` what those would be told for whom
    it should not be possible. `earliest` works out the first day on which it can be done, and
    is called only where the story has one.
    """
    return tuple(_points(workflow, known, act, outcome, for_others, earliest))


def _points(
    workflow: Workflow,
    known: Collaboration,
    act: Act,
    outcome: Outcome,
    for_others: Mapping[str, Outcome],
    earliest: Callable[[], date | None],
) -> Iterator[Mismatch]:
    expected = act.expected
    verdict = outcome.verdict.value
    if expected.verdict != verdict:
        yield Mismatch("verdict", expected.verdict, verdict)
    if expected.because is not None:
        stood = reasons(workflow, act, outcome)
        if {short(one) for one in expected.because} != set(stood):
            yield Mismatch("because", expected.because, stood)
    for what, severity in (("warns", "warn"), ("hints", "hint")):
        named: tuple[str, ...] | None = getattr(expected, what)
        if named is not None:
            told = advisory(outcome, severity)
            if {short(one) for one in named} != set(told):
                yield Mismatch(what, named, told)
    if expected.can is not None and set(expected.can) != set(outcome.can):
        yield Mismatch("can", expected.can, outcome.can)
    left = expected.not_for if expected.verdict == "in_part" else None
    if left is not None and set(left) != set(outcome.not_for):
        yield Mismatch("not_for", left, outcome.not_for)
    allowed = tuple(one for one, told in for_others.items() if told.allowed)
    if allowed:
        kept_out = tuple(one for one in for_others if one not in allowed)
        yield Mismatch("not_for", expected.not_for, kept_out)
    if expected.ground is not None and expected.ground != outcome.ground:
        yield Mismatch("ground", expected.ground, outcome.ground)
    if expected.earliest is not None:
        found = earliest()
        if found != expected.earliest:
            yield Mismatch("earliest", expected.earliest, found)
    if expected.state is not None:
        case = known.cases.get(expected.case or act.case)
        state = None if case is None else case.state
        if state != expected.state:
            yield Mismatch("state", expected.state, state)
    if expected.sends is not None:
        asked = [one for one in known.effects.values() if one.case == (expected.case or act.case)]
        names = tuple(one.effect for one in sorted(asked, key=lambda one: one.asked))
        if sorted(expected.sends) != sorted(names):
            yield Mismatch("sends", expected.sends, names)


def reasons(workflow: Workflow, act: Act, outcome: Outcome) -> tuple[str, ...]:
    """The short names of all that stands in the way, in the order of the text.

    Rules by their name, else what the condition asks about. Of an act that was allowed with an
    explanation it is what was explained; of one with something left to fill in, that.
    """
    headline = outcome.headline
    if headline is not None and headline.id == "decide.fill_in":
        names = headline.params.get("names", ())
        asked = names if isinstance(names, tuple) else ()
        return tuple(short(one.name) for one in asked if isinstance(one, Name))
    step = workflow.step(act.name) if act.kind in ("does", "asks") else None
    needs: tuple[Need | None, ...] = step.needs if step is not None else ()
    if len(needs) != len(outcome.findings):
        needs = (None,) * len(outcome.findings)
    explained = bool(act.explains) and outcome.verdict is Verdict.NOT_YET
    found: dict[str, None] = {}
    for finding, need in zip(outcome.findings, needs, strict=True):
        if finding not in outcome.unmet or (explained and _excused(finding, need)):
            continue
        found.update(dict.fromkeys(names_of(finding)))
    return tuple(found)


def advisory(outcome: Outcome, severity: str) -> tuple[str, ...]:
    """The short names of all that is not met and only warns (or hints), in the order of the text.

    >>> from samenwerk.values.message import Message
    >>> found = Finding("rule change.heard", 0, Message("x"), severity="warn")
    >>> advisory(Outcome(Verdict.ALLOWED, (found,)), "warn")
    ('heard',)
    """
    open = (one for one in outcome.findings if one.severity == severity and one.truth != YES)
    return tuple(dict.fromkeys(name for one in open for name in names_of(one)))


def _excused(finding: Finding, need: Need | None) -> bool:
    if finding.severity != "explain":
        return False
    rule = None if need is None else need.rule
    return finding.truth == NO or (rule is not None and rule.unknown_too)


def names_of(finding: Finding) -> tuple[str, ...]:
    """The short names by which a story speaks of a condition.

    >>> from samenwerk.values.message import Message
    >>> names_of(Finding("document change.text", 0, Message("x")))
    ('text',)
    >>> names_of(Finding("case above agenda.preparing", 0, Message("x")))
    ('agenda',)
    """
    if _COMPOSED.match(finding.leaf):
        return tuple(name for child in finding.children for name in names_of(child))
    words = finding.leaf.split(" ")
    if words[0] == "case":  # the state of a case: the lifecycle it is of
        return (words[2].partition(".")[0],)
    at = 2 if words[0] in _COUNTED else 1
    return (short(words[at] if at < len(words) else words[-1]),)


def earliest_day(needed: Obligation, today: date) -> date | None:
    """The first day on which all of this can be done; None when it never can.

    >>> earliest_day(Obligation("wait", earliest=date(2027, 3, 1)), date(2027, 2, 1))
    datetime.date(2027, 3, 1)
    """
    if needed.kind in ("never", "unadvised"):
        return None
    own = max(needed.earliest or today, today)
    days = [earliest_day(part, today) for part in needed.parts]
    known = sorted(day for day in days if day is not None)
    if needed.kind in ("any", "least"):
        count = 1 if needed.kind == "any" else needed.count
        return max(own, known[count - 1]) if count <= len(known) else None
    if len(known) < len(days):
        return None
    return max([own, *known])
