"""A store in memory, for tests and for trying things out: it forgets everything when it goes.

It keeps every promise of `store.contract` but lasting.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from samenwerk.store.contract import Kept, check_command, check_lines, check_text, fault
from samenwerk.store.memory_outbox import MemoryOutbox
from samenwerk.store.outbox import Posting
from samenwerk.values.event import Line, SealedText


class MemoryStore(MemoryOutbox):
    """The contract of `Store` without a disk.

    >>> store = MemoryStore()
    >>> store.collaborations()
    ()
    """

    def __init__(self) -> None:
        super().__init__()
        self._streams: dict[str, list[Line]] = {}
        self._commands: dict[tuple[str, str], Kept] = {}
        self._texts: dict[str, SealedText] = {}
        self._definitions: dict[str, tuple[str, Mapping[str, str]]] = {}
        self._closed = False

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
        texts = (text for one in sealed for text in (one.sealed, one.salt, one.text))
        self._check(collaboration, kept.command, kept.content, kept.verdict, kept.head, *texts)
        with self._lock:
            check_command(kept, self._commands.get((collaboration, kept.command)))
            check_lines(collaboration, after, lines, self._tip(collaboration))
            if lines:
                self._streams.setdefault(collaboration, []).extend(lines)
            for one in sealed:
                self._texts.setdefault(one.sealed, one)
            self._commands[collaboration, kept.command] = kept
            self._post(collaboration, postings)

    def read(self, collaboration: str, after: int = 0) -> Iterator[Line]:
        """As `Store.read`."""
        self._check(collaboration)
        yield from self._streams.get(collaboration, ())[max(after, 0) :]

    def rows(self, collaboration: str, after: int = 0) -> Iterator[tuple[int, str, str]]:
        """As `Store.rows`."""
        for line in self.read(collaboration, after):
            yield line.event.sequence, line.body, line.hash

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
