"""What every store promises: `Store`, with what it remembers of a command and how it refuses.

The promises are checked by `samenwerk.testing.store`; the stores themselves stand beside this.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

import attrs

from samenwerk.store.attempts import Attempts
from samenwerk.store.cache import Cache
from samenwerk.store.looking_after import Kept as Kept
from samenwerk.store.looking_after import LookingAfter, WholeRecord
from samenwerk.store.outbox import Outbox, Posting
from samenwerk.values.errors import CommandReused, Conflict, Misuse, SamenwerkError, StoreError
from samenwerk.values.event import Line, SealedText


@attrs.frozen
class Append:
    """What one `Store.append` adds, for `append_all`: the same things under the same names."""

    collaboration: str
    after: int
    lines: Sequence[Line]
    sealed: Sequence[SealedText]
    kept: Kept
    postings: Sequence[Posting] = ()


@attrs.frozen
class Followed:
    """A line as who follows the whole store sees it: `place` is where to go on from."""

    place: int
    line: Line


class Store(Outbox, Cache, Attempts, LookingAfter, Protocol):
    """Keeps streams, one per collaboration, and beside them sealed texts and definitions.

    It is an `Outbox` too: what is to be sent stands in it together with the events that ask it;
    and a `Cache`: what spares work, and can be made anew of the record. And it keeps `Attempts`
    that were refused, where an engine asks that.

    Safe to use from several threads at once. Whatever goes wrong is a `StoreError` that names
    it (`what`) or a `Misuse` for a text that no store takes (half of a surrogate pair, or the
    character U+0000), and leaves everything as it was. Of one error it cannot be said whether
    it did: `unknown_outcome`, of a writer that was cut off before it was answered.
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

    def append_all(self, appends: Sequence[Append]) -> tuple[SamenwerkError | None, ...]:
        """Several at once, so that the disk is waited for once: what became of each, in order.

        Each is judged by itself, behind those before it: None for one that stands there, durable
        on return, and what `append` would have raised for one that does not. What is raised is
        of the store itself, and then none of them stands there; of `unknown_outcome` it is not
        known, but it is all of them that could or none.
        """

    def read(self, collaboration: str, after: int = 0) -> Iterator[Line]:
        """The lines beyond `after` in order, decoded; none for an unknown collaboration.

        Raises RecordBroken, with its `sequence`, at a line that is no text of the record, and
        StoreVersion at one that a newer samenwerk wrote. Hashes are compared by `core.chain`.
        """

    def rows(self, collaboration: str, after: int = 0) -> Iterator[tuple[int, str, str]]:
        """The same as sequence, text and hash, just as they stand: what `core.chain` verifies."""

    def follow(self, after: int = 0, limit: int = 500) -> tuple[Followed, ...]:
        """The next lines of all collaborations beyond a place, at most so many.

        Who goes on each time from the last `place` it was given sees every line once: those of
        a collaboration in their order, and none whose place was passed before it could be seen.
        Places go up, not without gaps. Less than `limit` means that there are no more now, or
        that somebody is still writing what comes next. Raises as `read`.
        """

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
    "address": "this is no address of a PostgreSQL database",
    "busy": "all connections to the database are in use",
    "beside": "what was written last stands beside this file (-wal or -journal), and cannot be "
    "read where nothing may be written",
    "changed": "somebody else wrote in this file while it was read",
    "closed": "the store was closed",
    "cut_off": "the connection to the database was lost; nothing was changed",
    "damaged": "the file is damaged: parts of it are not what they should be",
    "disk": "the disk could not read or write it",
    "empty": "there is no store in this file yet",
    "erase_waits": "the texts are gone, but somebody is reading: erase again to wipe the file",
    "failed": "the store failed",
    "foreign": "this schema of the database is of another program",
    "full": "the disk is full",
    "locked": "somebody else kept the store to themselves for too long",
    "missing": "there is no such file",
    "no_database": "there is no such database",
    "no_driver": "for PostgreSQL a package is missing: pip install samenwerk[postgres]",
    "moved": "the file of this store was taken away or replaced while it was in use",
    "no_folder": "the folder of this file does not exist",
    "no_rights": "the database does not allow this user to do so",
    "no_tenant": "there is no store under this name in the database yet",
    "no_tenants": "a file holds one store: tenants are for a database",
    "not_a_store": "this file is no samenwerk store",
    "not_openable": "this file cannot be opened",
    "not_utf8": "the database does not keep its texts in UTF-8",
    "older": "an older samenwerk made this store: somebody who may write to it must open it once",
    "read_only": "this store may be read but not written",
    "refused": "the database does not let this user in",
    "tenant": "this is no name for a tenant",
    "unknown_outcome": "the connection was lost before the answer came: whether it was recorded "
    "is not known. Send the same command again, under the same id",
    "unreachable": "the database does not answer",
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
    wrong = not_following(collaboration, after, lines)
    if wrong is not None:
        raise Misuse(
            f"line {wrong} does not follow in {collaboration}", what="line", sequence=wrong
        )


def not_following(collaboration: str, after: int, lines: Sequence[Line]) -> int | None:
    """The sequence of the first line that does not follow the one before it; None if all do."""
    head = lines[0].event.before if lines else ""
    for line in lines:
        after += 1
        event = line.event
        if (event.collaboration, event.sequence, event.before) != (collaboration, after, head):
            return event.sequence
        head = line.hash
    return None


def check_texts(asked: Append) -> None:
    """Raise the Misuse that `Store.append` promises for texts that no store takes."""
    kept = asked.kept
    check_text(
        asked.collaboration,
        *(kept.command, kept.content, kept.verdict, kept.head),
        *(line.event.case or "" for line in asked.lines),
        *(text for one in asked.sealed for text in (one.sealed, one.salt, one.text)),
        *(text for one in asked.postings for text in (one.key, one.plugin, one.fault or "")),
    )


def check_whole(whole: WholeRecord) -> None:
    """Raise what `LookingAfter.take_in` promises when lines do not follow, or a text is none."""
    id, lines = whole.collaboration, whole.lines
    if lines and lines[0].event.before:
        raise Misuse(f"{id} does not begin at its first line", what="line", sequence=1)
    check_lines(id, 0, lines, None)
    check_text(id, *(text for one in whole.texts for text in (one.salt, one.text)))
    for digest, (effective, sources) in whole.definitions.items():
        check_text(digest, effective, *sources, *sources.values())


def check_text(*texts: str) -> None:
    """Raise Misuse when one of these holds what no text of a store holds.

    That is half of a surrogate pair, for which there is no UTF-8, and U+0000, which PostgreSQL
    does not keep: what one store takes, every other one takes over.
    """
    whole = "".join(texts)
    try:
        whole.encode()
    except UnicodeEncodeError as found:
        half = f"U+{ord(found.object[found.start]):04X}"
        raise Misuse(f"half a surrogate pair is no text: {half}", what="text", half=half) from None
    if "\0" in whole:
        raise Misuse("the character U+0000 is not kept", what="nul")
