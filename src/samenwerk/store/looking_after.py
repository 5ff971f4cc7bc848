"""What every store gives to whoever looks after it: all that it keeps, as it stands, to be compared
and carried elsewhere.

Part of the contract of `Store`. What is right and wrong about it is `care`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Protocol

import attrs

from samenwerk.store.outbox import Posting
from samenwerk.values.errors import Conflict
from samenwerk.values.event import Line, SealedText

BLANK = "0" * 64
"""The `content` of a command of which it was forgotten what it asked: a text of it was erased."""


@attrs.frozen
class Kept:
    """What is remembered of a command that was carried out.

    `content` is its `command_digest`, `verdict` the word of its outcome, `first` and `last` the
    sequences of what it recorded (`last` below `first` when that was nothing), `head` the hash
    that the stream ended in.
    """

    command: str
    content: str
    verdict: str
    first: int
    last: int
    head: str


@attrs.frozen
class Beside:
    """What a table shows beside a line, for readers: it is not covered by the hash.

    `place` is where the line came in among all streams, `columns` are those of `columns_of`.
    """

    sequence: int
    place: int
    columns: tuple[str, str, str | None, str]


@attrs.frozen
class WholeRecord:
    """One collaboration with all that belongs to it, to be taken in by another store.

    `definitions` are pairs of an effective text and its sources, by digest. `postings` are what
    the outbox is to hold of it.
    """

    collaboration: str
    lines: tuple[Line, ...]
    commands: tuple[Kept, ...]
    texts: tuple[SealedText, ...]
    definitions: Mapping[str, tuple[str, Mapping[str, str]]]
    postings: tuple[Posting, ...] = ()

    @property
    def head(self) -> str:
        """The hash that it ends in; empty for one without lines."""
        return self.lines[-1].hash if self.lines else ""


class LookingAfter(Protocol):
    """Everything a store keeps, to be read out, and a whole collaboration to be taken in."""

    def commands(self, collaboration: str) -> tuple[Kept, ...]:
        """What is remembered of each command, in the order of what they recorded."""

    def commanded(self) -> tuple[str, ...]:
        """The collaborations of which commands are remembered, in order, also without stream."""

    def seals(self) -> tuple[str, ...]:
        """The seals of all texts that are kept, in order."""

    def sealed(self, seals: Iterable[str]) -> Iterator[SealedText]:
        """These texts with their salts, in the order that was asked; what is gone is left out."""

    def digests(self) -> tuple[str, ...]:
        """The digests of the definitions that are kept, in order."""

    def beside(self, collaboration: str) -> Iterator[Beside]:
        """What stands beside each line of a stream, in order."""

    def damage(self) -> tuple[tuple[str, str], ...]:
        """What the store itself finds wrong with how it is kept: a word, and what it is about."""

    def blank(self, collaboration: str, commands: Sequence[str]) -> None:
        """Forget what these commands asked: their `content` becomes `BLANK`.

        What they recorded stays; who gives one of these ids again is told that it was used.
        """

    def take_in(self, whole: WholeRecord) -> bool:
        """Keep a collaboration that comes from elsewhere, all of it or nothing; durable on return.

        False when exactly this record is there already, or went on from it: then nothing is
        changed. Seals and definitions that are known are left as they are. Raises Conflict
        (`what` is "taken") when its id is of another record here, or when one of its effects is
        in the outbox of another; Misuse when its lines do not follow each other. What it says
        otherwise was judged before (`care.taking`).
        """


def check_free(whole: WholeRecord, stands: int, there: str | None, effects: Sequence[str]) -> bool:
    """Whether there is something to take in; raises Conflict as `LookingAfter.take_in` does.

    `stands` is where the stream stands here, `there` the hash that it has where the other one
    ends, and `effects` are the other collaborations whose outbox holds one of its keys.
    """
    id = whole.collaboration
    if effects:
        raise Conflict(f"an effect of {id} is that of another", collaboration=id, what="taken")
    if not stands:
        return True
    if there is not None and there == whole.head:
        return False
    raise Conflict(
        f"there is another record under {id}",
        collaboration=id,
        what="taken",
        stands=stands,
        comes=len(whole.lines),
    )
