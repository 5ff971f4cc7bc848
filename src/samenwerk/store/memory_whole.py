"""What a store in memory gives to whoever looks after it: all that it keeps, and taking in.

The promises are those of `store.looking_after`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType

import attrs

from samenwerk.core.encode import columns_of
from samenwerk.store.contract import check_whole
from samenwerk.store.looking_after import BLANK, Beside, Kept, WholeRecord, check_free
from samenwerk.store.memory_outbox import MemoryOutbox
from samenwerk.values.event import Line, SealedText


class MemoryWhole(MemoryOutbox):
    """The contract of `LookingAfter` over what a store in memory holds."""

    def __init__(self) -> None:
        super().__init__()
        self._streams: dict[str, list[Line]] = {}
        self._order: list[Line] = []
        self._commands: dict[tuple[str, str], Kept] = {}
        self._texts: dict[str, SealedText] = {}
        self._definitions: dict[str, tuple[str, Mapping[str, str]]] = {}

    def commands(self, collaboration: str) -> tuple[Kept, ...]:
        """As `LookingAfter.commands`."""
        self._check(collaboration)
        with self._lock:
            found = [one for (id, _), one in self._commands.items() if id == collaboration]
        return tuple(sorted(found, key=lambda one: (one.first, one.last, one.command)))

    def commanded(self) -> tuple[str, ...]:
        """As `LookingAfter.commanded`."""
        self._check()
        with self._lock:
            return tuple(sorted({id for id, _ in self._commands}))

    def seals(self) -> tuple[str, ...]:
        """As `LookingAfter.seals`."""
        self._check()
        with self._lock:
            return tuple(sorted(self._texts))

    def sealed(self, seals: Iterable[str]) -> Iterator[SealedText]:
        """As `LookingAfter.sealed`."""
        for one in seals:
            self._check(one)
            found = self._texts.get(one)
            if found is not None:
                yield found

    def digests(self) -> tuple[str, ...]:
        """As `LookingAfter.digests`."""
        self._check()
        with self._lock:
            return tuple(sorted(self._definitions))

    def beside(self, collaboration: str) -> Iterator[Beside]:
        """As `LookingAfter.beside`."""
        self._check(collaboration)
        for line in self._streams.get(collaboration, ()):
            sequence = line.event.sequence
            yield Beside(sequence, sequence, columns_of(line.event))

    def damage(self) -> tuple[tuple[str, str], ...]:
        """As `LookingAfter.damage`: what is only in memory cannot be damaged."""
        self._check()
        return ()

    def blank(self, collaboration: str, commands: Sequence[str]) -> None:
        """As `LookingAfter.blank`."""
        self._check(collaboration, *commands)
        with self._lock:
            for one in commands:
                known = self._commands.get((collaboration, one))
                if known is not None:
                    self._commands[collaboration, one] = attrs.evolve(known, content=BLANK)

    def take_in(self, whole: WholeRecord) -> bool:
        """As `LookingAfter.take_in`."""
        id, lines = whole.collaboration, list(whole.lines)
        self._check(id)
        check_whole(whole)
        keys = {one.key for one in whole.postings}
        with self._lock:
            here = self._streams.get(id, [])
            there = here[len(lines) - 1].hash if 0 < len(lines) <= len(here) else None
            others = [one.collaboration for one in self._posted.values()
                      if one.key in keys and one.collaboration != id]  # fmt: skip
            if not check_free(whole, len(here), there, others):
                return False
            if lines:
                self._streams[id] = lines
                self._order.extend(lines)
            self._commands.update({(id, one.command): one for one in whole.commands})
            for text in whole.texts:
                self._texts.setdefault(text.sealed, text)
            for digest, (effective, sources) in whole.definitions.items():
                kept = (effective, MappingProxyType(dict(sorted(sources.items()))))
                self._definitions.setdefault(digest, kept)
            self._post(id, whole.postings)
        return True
