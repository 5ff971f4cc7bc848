"""Heads that somebody noted earlier, in a file of their own: what a chain alone cannot know.

Whoever keeps this file elsewhere finds lines that were cut off and records that were written anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import attrs

from samenwerk.care.faults import Fault, StoreReport, fault
from samenwerk.care.stream import Stream, commands_digest
from samenwerk.values.errors import Misuse

VERSION = 1
_DIGEST = re.compile(r"[0-9a-f]{64}")


@attrs.frozen
class Noted:
    """How far a collaboration was at some moment: the sequence and hash of its last line.

    `commands` is the digest of its commands up to there; empty when nobody noted it.
    """

    sequence: int
    head: str
    commands: str = ""


@attrs.frozen
class Anchors:
    """What was noted of a store: per collaboration one or more heads in order of sequence, and
    per definition the digest of its sources."""

    collaborations: Mapping[str, tuple[Noted, ...]] = attrs.field(factory=dict)
    definitions: Mapping[str, str] = attrs.field(factory=dict)

    def sequences(self, collaboration: str) -> tuple[int, ...]:
        """The sequences that were noted of a collaboration."""
        return tuple(one.sequence for one in self.collaborations.get(collaboration, ()))


def read_anchors(text: str) -> Anchors:
    """The anchors that a file holds; raises Misuse (`what` is "anchors") when it holds none.

    >>> read_anchors('{"samenwerk": "anchors", "version": 1, "collaborations": {}}')
    Anchors(collaborations={}, definitions={})
    """
    try:
        raw = json.loads(text)
        if raw["samenwerk"] != "anchors" or raw["version"] != VERSION:
            raise ValueError("of another kind")
        found = {
            str(id): tuple(sorted((_noted(one) for one in noted), key=_in_order))
            for id, noted in raw["collaborations"].items()
        }
        sources = {_digest(one): _digest(of) for one, of in raw.get("definitions", {}).items()}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise Misuse(f"no anchors: {error}", what="anchors") from None
    return Anchors(found, sources)


def _noted(raw: Mapping[str, Any]) -> Noted:
    sequence = raw["sequence"]
    if type(sequence) is not int or sequence < 1:
        raise ValueError("no sequence")
    commands = raw.get("commands", "")
    return Noted(sequence, _digest(raw["head"]), commands and _digest(commands))


def _digest(written: object) -> str:
    if not isinstance(written, str) or not _DIGEST.fullmatch(written):
        raise ValueError("no digest")
    return written


def written_anchors(anchors: Anchors) -> str:
    """The text of a file that holds these; the same anchors give the same text."""
    raw = {
        "samenwerk": "anchors",
        "version": VERSION,
        "collaborations": {
            id: [attrs.asdict(one) for one in noted]
            for id, noted in anchors.collaborations.items()
        },
        "definitions": dict(anchors.definitions),
    }
    return json.dumps(raw, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def with_report(anchors: Anchors, report: StoreReport) -> Anchors:
    """These anchors, and where each collaboration of a report stands now."""
    found = dict(anchors.collaborations)
    for one in report.collaborations:
        noted = found.get(one.collaboration, ())
        if one.count and one.count not in {older.sequence for older in noted}:
            found[one.collaboration] = (*noted, Noted(one.count, one.head, one.commands))
    return Anchors(found, {**anchors.definitions, **dict(report.sources)})


def anchored(stream: Stream, noted: Iterable[Noted]) -> Iterator[Fault | int]:
    """What of a collaboration is not as it was noted, and up to which sequence it is.

    Of what was cut off or written anew the first line that can be is named: the one behind the
    last anchor that still holds.
    """
    good = 0
    for one in noted:
        there = stream.hashes.get(one.sequence)
        if there is None:
            yield fault("care.anchor_cut", stream.id, stream.count + 1, last=one.sequence,
                        first=stream.count + 1, count=stream.count)  # fmt: skip
            return
        if there != one.head:
            yield fault("care.anchor_rewritten", stream.id, good + 1, first=good + 1,
                        last=one.sequence, there=there, wanted=one.head)  # fmt: skip
            return
        changed = one.commands and commands_digest(stream.kept, one.sequence) != one.commands
        if changed and not _blanked_since(stream, one.sequence):
            yield fault("care.anchor_commands", stream.id, good + 1, first=good + 1,
                        last=one.sequence)  # fmt: skip
            return
        good = one.sequence
    yield good


def _blanked_since(stream: Stream, noted: int) -> bool:
    """Whether it was forgotten, after a note was made, what a command before it asked."""
    return any(
        one.last <= noted and (stream.blanked(one) or 0) > noted for one in stream.kept
    )


def joined(several: Iterable[Anchors]) -> Anchors:
    """Everything that any of these noted. What they contradict each other in, both hold."""
    found: dict[str, set[Noted]] = {}
    definitions: dict[str, str] = {}
    for one in several:
        for id, noted in one.collaborations.items():
            found.setdefault(id, set()).update(noted)
        definitions |= one.definitions
    return Anchors(
        {id: tuple(sorted(noted, key=_in_order)) for id, noted in found.items()}, definitions
    )


def _in_order(one: Noted) -> tuple[int, str, str]:
    return one.sequence, one.head, one.commands
