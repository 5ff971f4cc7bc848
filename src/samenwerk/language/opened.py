"""Findings opened: the whole evaluated tree in words, each part with what it rests on.

For a page that can be folded; the short account for a terminal is `outcome`.
"""

from __future__ import annotations

import attrs

from samenwerk.language.catalogue import Speaker, capital
from samenwerk.language.outcome import ANSWERS, finding_words, together, way_off
from samenwerk.values.finding import YES, Finding


@attrs.frozen
class Opened:
    """One part of the tree: `answer` is yes, no or unknown, `mark` the word for it.

    `rests_on` are the sequences of the recorded events that the answer rests on itself.
    """

    answer: str
    mark: str
    said: str
    rests_on: tuple[int, ...] = ()
    below: tuple[Opened, ...] = ()


def opened(findings: tuple[Finding, ...], speaker: Speaker) -> tuple[Opened, ...]:
    """Every finding with all that it consists of; what stands in the way comes first.

    >>> opened((), Speaker("nl"))
    ()
    """
    return tuple(
        attrs.evolve(one, said=capital(one.said, speaker.lang))
        for one in _opened(tuple(sorted(findings, key=way_off)), speaker)
    )


def _opened(findings: tuple[Finding, ...], speaker: Speaker) -> tuple[Opened, ...]:
    return tuple(_one(one, speaker) for one in together(findings, speaker))


def _one(finding: Finding, speaker: Speaker) -> Opened:
    below = sorted(finding.children, key=lambda one: one.truth == YES)
    told = {each for child in finding.children for each in _sequences(child)}
    answer = ANSWERS.get(finding.truth, "unknown")
    return Opened(
        answer,
        speaker.words(f"mark.{answer}"),
        finding_words(finding, speaker),
        tuple(one for one in _sequences(finding) if one not in told),
        _opened(tuple(below), speaker),
    )


def _sequences(finding: Finding) -> tuple[int, ...]:
    return tuple(sorted({entry.sequence for _, entry in finding.read if entry.sequence > 0}))
