"""The chain: every line carries the hash of the one before it, so that no line changes unseen.

A chain alone cannot know that its last lines were cut off, or that all of it was worked out
anew; a head that somebody kept elsewhere can. How a line is spelled is `core.encode`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from samenwerk.core.encode import hash_of, read_raw
from samenwerk.values.errors import RecordBroken
from samenwerk.values.event import Line
from samenwerk.values.message import Message

Row: TypeAlias = tuple[int, str, str]
"""A line as the store keeps it: its sequence, text and hash."""


@attrs.frozen
class ChainReport:
    """What came of verifying a chain.

    `count` lines from the first hold together and end in `head`. When `whole` is False,
    `what` says why; `wrong` is the first sequence that is wrong, None when none can be pointed
    at. `anchored` says that the expected head was found: without it nobody can tell whether
    the last lines are missing, or whether all of them were worked out anew.
    """

    whole: bool
    count: int
    head: str
    wrong: int | None = None
    what: Message | None = None
    anchored: bool = False


def verify(lines: Iterable[Line | Row], expect: str | None = None) -> ChainReport:
    """Whether lines form one chain from the first, and whether `expect` is a head of it.

    `expect` is the head that some acknowledgement gave, the latest or an earlier one. What is
    wrong is one of `chain.hash` (a text is not what it was), `chain.unreadable` (it is no text
    of the record), `chain.order` (a line stands in another's place), `chain.gap` (lines are
    missing), `chain.before` (the line before it is not the one it followed), `chain.stream`
    (it is of another collaboration) and `chain.expect` (the expected head is not there: cut
    off, or written anew). Raises nothing of its own.

    >>> verify(store.rows("regio"), expect=head).whole                          # doctest: +SKIP
    True
    """
    count, head, anchored = 0, "", False
    stream: str | None = None
    for line in lines:
        fault, sequence, hash_, stream = _looked_at(line, count + 1, head, stream)
        if fault is not None:
            return ChainReport(False, count, head, sequence, fault, anchored)
        count, head = sequence, hash_
        anchored = anchored or hash_ == expect
    if expect and not anchored:
        missing = Message("chain.expect", {"expect": expect, "count": count, "head": head})
        return ChainReport(False, count, head, None, missing)
    return ChainReport(True, count, head, anchored=anchored)


def checked(lines: Iterable[Line], after: int = 0, head: str = "") -> Iterator[Line]:
    """The same lines, each one passed on only when it continues the chain.

    `after` and `head` say where the chain stood before the first of them. Raises RecordBroken
    at the first line that does not fit, with its `sequence` and `what` is wrong.
    """
    stream: str | None = None
    for line in lines:
        event = line.event
        after += 1
        if (
            event.before != head
            or event.sequence != after
            or event.collaboration != stream
            or hash_of(line.body) != line.hash
        ):
            # The first line comes by here too, as its collaboration is not known before it.
            fault, sequence, _, stream = _looked_at(line, after, head, stream)
            if fault is not None:
                raise RecordBroken(
                    f"the record is broken at {sequence}: {fault.id}",
                    sequence=sequence,
                    what=fault.id,
                    why=fault,
                )
        head = line.hash
        yield line


def breaks(rows: Iterable[Row], stream: str) -> Iterator[Message]:
    """Everything that is wrong with the chain of a collaboration, in order; none when it is whole.

    Unlike `verify` it goes on behind a fault: what follows is compared with what stands there.
    Beside what `verify` finds, `chain.fork` says that two lines have one sequence. Each message
    has its `sequence`. Raises nothing of its own.
    """
    wanted = 1
    heads: tuple[str, ...] | None = ("",)
    for sequence, body, hash_ in rows:
        if sequence > wanted:
            yield Message(
                "chain.gap", {"sequence": wanted, "first": wanted, "last": sequence - 1}
            )
            heads = None
        elif sequence < wanted:
            yield Message("chain.fork", {"sequence": sequence})
        wanted = max(sequence + 1, wanted)
        try:
            true, raw = hash_of(body), read_raw(body)
        except (UnicodeEncodeError, RecordBroken):
            yield Message("chain.unreadable", {"sequence": sequence})
            heads = None
            continue
        if true != hash_:
            yield Message("chain.hash", {"sequence": sequence, "found": true, "kept": hash_})
        own, before, mine = raw.get("sequence"), raw.get("before"), raw.get("collaboration")
        if mine != stream:
            fault = {"sequence": sequence, "found": mine, "wanted": stream}
            yield Message("chain.stream", fault)
        if own != sequence:
            yield Message("chain.order", {"sequence": sequence, "found": own, "wanted": sequence})
            heads = None  # of a line that stands elsewhere nobody knows what it followed
            continue
        if heads is not None and before not in heads:
            fault = {"sequence": sequence, "found": before, "wanted": heads[0]}
            yield Message("chain.before", fault)
        # one fault is told once: what follows may hang on the hash or on the text
        heads = (hash_, true)


def _looked_at(
    line: Line | Row, wanted: int, head: str, stream: str | None
) -> tuple[Message | None, int, str, str | None]:
    """What is wrong with a line or None, its place and hash, and the collaboration it is of."""
    if isinstance(line, Line):
        event = line.event
        body, hash_, sequence = line.body, line.hash, event.sequence
    else:
        sequence, body, hash_ = line
    if sequence > wanted:
        return _wrong("chain.gap", wanted, first=wanted, last=sequence - 1)
    if sequence < wanted:
        return _wrong("chain.order", sequence, found=sequence, wanted=wanted)
    try:
        true = hash_of(body)
    except UnicodeEncodeError:
        return _wrong("chain.unreadable", sequence)
    if true != hash_:
        return _wrong("chain.hash", sequence, found=true, kept=hash_)
    own: object
    before: object
    mine: str | None
    if isinstance(line, Line):
        own, before, mine = event.sequence, event.before, event.collaboration
    else:
        try:
            raw = read_raw(body)
        except RecordBroken:
            return _wrong("chain.unreadable", sequence)
        own, before, mine = raw.get("sequence"), raw.get("before"), raw.get("collaboration")
    if own != sequence:
        return _wrong("chain.order", sequence, found=own, wanted=sequence)
    if before != head:
        return _wrong("chain.before", sequence, found=before, wanted=head)
    if stream is not None and mine != stream:
        return _wrong("chain.stream", sequence, found=mine, wanted=stream)
    return None, sequence, hash_, mine


def _wrong(id: str, sequence: int, **params: object) -> tuple[Message, int, str, None]:
    return Message(id, {"sequence": sequence, **params}), sequence, "", None
