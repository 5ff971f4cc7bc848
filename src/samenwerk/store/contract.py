"""What every store promises: `Store`, with what it remembers of a command and how it refuses.

The promises are checked by `samenwerk.testing.store`; the stores themselves stand beside this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import attrs

from samenwerk.store.outbox import Outbox, Posting
from samenwerk.values.errors import CommandReused, Conflict, Misuse, StoreError
from samenwerk.values.event import Line, SealedText


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


class Store(Outbox, Protocol):
    """Keeps streams, one per collaboration, and beside them sealed texts and definitions.

    It is an `Outbox` too: what is to be sent stands in it together with the events that ask it.

    Safe to use from several threads at once. Whatever goes wrong is a `StoreError` that names
    it (`what`) or a `Misuse` for a text that is none (half of a surrogate pair), and leaves
    everything as it was.
    """

    def append(
        self,
        collaboration: str,
        after: int,
        lines: Sequence[Line],
        sealed: Sequence[SealedText],
        kept: Kept,
        postings: Sequence[Posting] = (),
    ) -> None:
        """Add lines to a stream that stands at `after`, with their texts and their command, and
        make the changes in the outbox that go with them.

        All of it or nothing, and durable on return. A seal that the store knows already is left
        as it is. Raises CommandReused when the command's id is known with other content;
        Conflict when it is known with the same content, or when the stream does not stand at
        `after` or does not end in what the first line follows: read again and decide again.
        Raises Misuse when the lines do not follow each other in this collaboration.
        """

    def read(self, collaboration: str, after: int = 0) -> Iterator[Line]:
        """The lines beyond `after` in order, decoded; none for an unknown collaboration.

        Raises RecordBroken, with its `sequence`, at a line that is no text of the record, and
        StoreVersion at one that a newer samenwerk wrote. Hashes are compared by `core.chain`.
        """

    def rows(self, collaboration: str, after: int = 0) -> Iterator[tuple[int, str, str]]:
        """The same as sequence, text and hash, just as they stand: what `core.chain` verifies."""

    def tip(self, collaboration: str) -> tuple[int, str] | None:
        """The last sequence and its hash; None for an unknown collaboration."""

    def kept(self, collaboration: str, command: str) -> Kept | None:
        """What is remembered of a command; None when it was never carried out here."""

    def collaborations(self) -> tuple[str, ...]:
        """The collaborations that have a stream, in the order of their ids."""

    def keep_definition(self, digest: str, effective: str, sources: Mapping[str, str]) -> None:
        """Keep a definition, as it is after merging and in its sources; once kept, it stays."""

    def definition(self, digest: str) -> tuple[str, Mapping[str, str]] | None:
        """The effective text and the sources by name, or None when it was never kept."""

    def unseal(self, sealed: str) -> str | None:
        """The text behind a seal; None when it was erased or never known."""

    def erase(self, sealed: Sequence[str]) -> int:
        """Drop these texts with their salts for good; says how many there still were.

        The stream is not touched: its seals stay and the chain still verifies. Raises StoreError
        (`erase_waits`) when the texts are gone but a reader keeps their traces from being wiped
        out of the file: ask again, and that is all that is left to do.
        """

    def close(self) -> None:
        """Let go of everything; a closed store refuses all but being closed again."""


FAULTS: Mapping[str, str] = {
    "closed": "the store was closed",
    "damaged": "the file is damaged: parts of it are not what they should be",
    "disk": "the disk could not read or write it",
    "empty": "there is no store in this file yet",
    "erase_waits": "the texts are gone, but somebody is reading: erase again to wipe the file",
    "failed": "the store failed",
    "full": "the disk is full",
    "locked": "somebody else kept the store to themselves for too long",
    "missing": "there is no such file",
    "no_folder": "the folder of this file does not exist",
    "not_a_store": "this file is no samenwerk store",
    "not_openable": "this file cannot be opened",
    "read_only": "this file may be read but not written",
}
"""Every `what` of a StoreError; its `id` for the catalogues is `error.store.` with that word."""


def fault(what: str, path: str = "", detail: str = "") -> StoreError:
    """The StoreError for one of `FAULTS`, with `path` and `what` in its params."""
    sentence = FAULTS[what] + (f": {path}" if path else "") + (f" ({detail})" if detail else "")
    error = StoreError(sentence, what=what, path=path, detail=detail)
    error.id = f"error.store.{what}"
    return error


def check_command(kept: Kept, known: Kept | None) -> None:
    """Raise what `Store.append` promises when the command is known already."""
    if known is None:
        return
    if known.content != kept.content:
        raise CommandReused(f"this command was used before: {kept.command}", command=kept.command)
    raise Conflict(f"this command was carried out before: {kept.command}", command=kept.command)


def check_lines(
    collaboration: str, after: int, lines: Sequence[Line], tip: tuple[int, str] | None
) -> None:
    """Raise what `Store.append` promises when the lines do not continue the stream."""
    stands, head = tip or (0, "")
    if stands != after or (lines and lines[0].event.before != head):
        raise Conflict(
            f"{collaboration} stands at {stands}, not at {after}",
            collaboration=collaboration,
            stands=stands,
            expected=after,
        )
    for line in lines:
        after += 1
        event = line.event
        if (event.collaboration, event.sequence, event.before) != (collaboration, after, head):
            raise Misuse(
                f"line {event.sequence} does not follow in {collaboration}",
                what="line",
                sequence=event.sequence,
            )
        head = line.hash


def check_text(*texts: str) -> None:
    """Raise Misuse when one of these holds half of a surrogate pair, which no file can hold."""
    try:
        "".join(texts).encode()
    except UnicodeEncodeError as found:
        half = f"U+{ord(found.object[found.start]):04X}"
        raise Misuse(f"half a surrogate pair is no text: {half}", what="text", half=half) from None
