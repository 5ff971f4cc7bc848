"""A store in memory, for tests and for trying things out: it forgets everything when it goes.

It keeps every promise of `store.contract` but lasting.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from samenwerk.store.contract import (
    Append,
    Followed,
    Kept,
    check_command,
    check_lines,
    check_text,
    check_texts,
    fault,
)
from samenwerk.store.memory_attempts import MemoryAttempts
from samenwerk.store.memory_lists import MemoryLists
from samenwerk.store.memory_whole import MemoryWhole
from samenwerk.store.outbox import Posting
from samenwerk.values.errors import SamenwerkError
from samenwerk.values.event import Line, SealedText


class MemoryStore(MemoryLists, MemoryAttempts, MemoryWhole):
    """The contract of `Store` without a disk.

    >>> store = MemoryStore()
    >>> store.collaborations()
    ()
    """

    def __init__(self) -> None:
        super().__init__()
        self._closed = False

    def __repr__(self) -> str:
        return "MemoryStore()"

    def append(
        self,
        collaboration: str,
        after: int,
        lines: Sequence[Line],
        sealed: Sequence[SealedText],
        kept: Kept,
        postings: Sequence[Posting] = (),
    ) -> None:
        """As `Store.append`."""
        self._check()
        asked = Append(collaboration, after, lines, sealed, kept, postings)
        check_texts(asked)
        with self._lock:
            self._append(asked)

    def append_all(self, appends: Sequence[Append]) -> tuple[SamenwerkError | None, ...]:
        """As `Store.append_all`."""
        self._check()
        with self._lock:
            return tuple(self._answer(one) for one in appends)

    def _answer(self, asked: Append) -> SamenwerkError | None:
        try:
            check_texts(asked)
            self._append(asked)
        except SamenwerkError as error:
            return error
        return None

    def _append(self, asked: Append) -> None:
        collaboration, lines, kept = asked.collaboration, asked.lines, asked.kept
        check_command(kept, self._commands.get((collaboration, kept.command)))
        check_lines(collaboration, asked.after, lines, self._tip(collaboration))
        if lines:
            self._streams.setdefault(collaboration, []).extend(lines)
            self._order.extend(lines)
        for one in asked.sealed:
            self._texts.setdefault(one.sealed, one)
        self._commands[collaboration, kept.command] = kept
        self._post(collaboration, asked.postings)

    def read(self, collaboration: str, after: int = 0) -> Iterator[Line]:
        """As `Store.read`."""
        self._check(collaboration)
        yield from self._streams.get(collaboration, ())[max(after, 0) :]

    def rows(self, collaboration: str, after: int = 0) -> Iterator[tuple[int, str, str]]:
        """As `Store.rows`."""
        for line in self.read(collaboration, after):
            yield line.event.sequence, line.body, line.hash

    def follow(self, after: int = 0, limit: int = 500) -> tuple[Followed, ...]:
        """As `Store.follow`."""
        self._check()
        after = max(after, 0)
        with self._lock:
            found = self._order[after : after + limit]
        return tuple(Followed(place, line) for place, line in enumerate(found, after + 1))

    def tip(self, collaboration: str) -> tuple[int, str] | None:
        """As `Store.tip`."""
        self._check(collaboration)
        return self._tip(collaboration)

    def kept(self, collaboration: str, command: str) -> Kept | None:
        """As `Store.kept`."""
        self._check(collaboration, command)
        return self._commands.get((collaboration, command))

    def collaborations(self) -> tuple[str, ...]:
        """As `Store.collaborations`."""
        self._check()
        return tuple(sorted(self._streams))

    def keep_definition(self, digest: str, effective: str, sources: Mapping[str, str]) -> None:
        """As `Store.keep_definition`."""
        self._check(digest, effective, *sources, *sources.values())
        kept = (effective, MappingProxyType(dict(sorted(sources.items()))))
        with self._lock:
            self._definitions.setdefault(digest, kept)

    def definition(self, digest: str) -> tuple[str, Mapping[str, str]] | None:
        """As `Store.definition`."""
        self._check(digest)
        return self._definitions.get(digest)

    def unseal(self, sealed: str) -> str | None:
        """As `Store.unseal`."""
        self._check(sealed)
        known = self._texts.get(sealed)
        return None if known is None else known.text

    def erase(self, sealed: Sequence[str]) -> int:
        """As `Store.erase`."""
        self._check(*sealed)
        with self._lock:
            return sum(self._texts.pop(one, None) is not None for one in sealed)

    def close(self) -> None:
        """As `Store.close`."""
        self._closed = True

    def _check(self, *texts: str) -> None:
        if self._closed:
            raise fault("closed")
        check_text(*texts)

    def _tip(self, collaboration: str) -> tuple[int, str] | None:
        stream = self._streams.get(collaboration)
        return (stream[-1].event.sequence, stream[-1].hash) if stream else None
