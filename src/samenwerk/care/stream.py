"""One collaboration looked at, line by line: its chain, spelling, columns, commands and effects.

What holds over the whole store (texts, definitions, the outbox) is `care.verifying`.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator

import attrs

from samenwerk.care.faults import Fault, fault
from samenwerk.core.chain import Row, breaks
from samenwerk.core.effects import key_of
from samenwerk.core.encode import columns_of, decode, encode, read_raw
from samenwerk.core.personal import erased_by, personal
from samenwerk.store.contract import Kept, Store
from samenwerk.store.looking_after import BLANK, Beside
from samenwerk.values.errors import RecordBroken, StoreVersion
from samenwerk.values.event import (
    SCHEMA,
    CaseKept,
    CaseMoved,
    CollaborationStarted,
    DefinitionChanged,
    EffectAgain,
    EffectAsked,
    EffectDone,
    EffectDropped,
    EffectFailed,
    RecordedEvent,
)
from samenwerk.values.outcome import Verdict

_SEAL = re.compile(r'"sealed":"([0-9a-f]{64})"')
_DIGEST = re.compile(r"[0-9a-f]{64}")
_COLUMNS = ("recorded", "effective", "case_id", "type")
_VERDICTS = frozenset(one.value for one in Verdict)
_EVERY = 500


@attrs.define
class Effect:
    """An effect that is open, as the lines tell: who asks it of which plugin, and how it stands."""

    sequence: int
    plugin: str
    failed: bool = False


class Stream:
    """What was found in the lines of one collaboration, as they pass.

    `noted` are sequences of which the hash is wanted.
    """

    def __init__(self, id: str, noted: Iterable[int] = ()) -> None:
        self.id = id
        self.faults: list[Fault] = []
        self.count = 0
        self.head = ""
        self.rehearsal = False
        self.hashes: dict[int, str | None] = dict.fromkeys(noted)
        self.seals: dict[str, int] = {}
        self.erased: dict[str, int] = {}
        self.definitions: dict[str, int] = {}
        self.effects: dict[str, Effect] = {}
        self.kept: tuple[Kept, ...] = ()
        self._commands: dict[str, list[int]] = {}
        self._ends: dict[int, str] = {}
        self._place = 0
        self._of_command: dict[str, set[str]] = {}

    def look(self, store: Store, tell: Callable[[int], None] | None = None) -> None:
        """Look at every line, and at the commands they came from; `tell` hears how many."""
        self.kept = store.commands(self.id)
        ends = {one.last for one in self.kept}
        beside = store.beside(self.id)

        def passing() -> Iterator[Row]:
            for row in store.rows(self.id):
                self._line(row, next(beside, None), row[0] in ends)
                if tell is not None and self.count % _EVERY == 0:
                    tell(_EVERY)
                yield row

        for message in breaks(passing(), self.id):
            self.faults.append(Fault(message, self.id, _number(message.params["sequence"])))
        if tell is not None:
            tell(self.count % _EVERY)
        self.faults += self._commands_looked_at()

    def _line(self, row: Row, beside: Beside | None, ends: bool) -> None:
        sequence, body, hash_ = row
        self.count += 1
        self.head = hash_
        if sequence in self.hashes:
            self.hashes[sequence] = hash_
        if ends:
            self._ends[sequence] = hash_
        self._mentioned(body, sequence)
        try:
            event = decode(body)
        except StoreVersion as newer:
            self._found("care.newer", sequence, schema=newer.params.get("found"))
            return
        except RecordBroken:
            if _is_json(body):
                self._found("care.no_event", sequence)
            return
        if event.schema == SCHEMA and encode(event) != body:
            self._found("care.spelled", sequence)
        self._beside(event, sequence, beside)
        self._commands.setdefault(event.command, []).append(sequence)
        self._told(event)

    def mention(self, event: RecordedEvent, body: str) -> None:
        """Take up what a line mentions, of one that was judged already."""
        self._mentioned(body, event.sequence)
        self._told(event)

    def _mentioned(self, body: str, sequence: int) -> None:
        for seal in _SEAL.findall(body):
            self.seals.setdefault(seal, sequence)

    def _beside(self, event: RecordedEvent, sequence: int, beside: Beside | None) -> None:
        if beside is None or beside.sequence != sequence:
            return
        true = columns_of(event)
        for name, found, wanted in zip(_COLUMNS, beside.columns, true, strict=True):
            if found != wanted:
                self._found("care.column", sequence, column=name,
                            there=found or "", wanted=wanted or "")  # fmt: skip
        if beside.place <= self._place:
            self._found("care.place", sequence)
        self._place = max(self._place, beside.place)

    def _told(self, event: RecordedEvent) -> None:
        """What later checks ask of the lines: definitions and effects."""
        what, sequence = event.what, event.sequence
        self.definitions.setdefault(event.definition, sequence)
        for seal in erased_by(event):
            self.erased.setdefault(seal, sequence)
        for one in personal(event):
            self._of_command.setdefault(event.command, set()).add(one.seal)
        match what:
            case CollaborationStarted(rehearsal=rehearsal):
                self.rehearsal = rehearsal
            case DefinitionChanged(was=was) | CaseMoved(was=was) | CaseKept(instead_of=was):
                self.definitions.setdefault(was, sequence)
            case EffectAsked(key=key, plugin=plugin):
                own = key_of(self.id, sequence, event.command, what.effect)
                if what.cause and key != own:  # a reminder, which no step asks, has another
                    self._found("care.effect_key", sequence, key=key)
                self.effects[key] = Effect(sequence, plugin)
            case EffectFailed(key=key) | EffectAgain(key=key) if key in self.effects:
                self.effects[key].failed = isinstance(what, EffectFailed)
            case EffectDone(key=key) | EffectDropped(key=key):
                self.effects.pop(key, None)

    def _commands_looked_at(self) -> Iterator[Fault]:
        known = {one.command: one for one in self.kept}
        for command, sequences in self._commands.items():
            if command not in known:
                yield fault("care.command_missing", self.id, sequences[0], command=command)
        for one in self.kept:
            sequences = self._commands.get(one.command, [])
            here = (sequences[0], sequences[-1]) if sequences else (one.first, one.first - 1)
            if here != (one.first, one.last) or len(sequences) != one.last - one.first + 1:
                yield fault(
                    "care.command_lines", self.id, one.first, command=one.command,
                    first=one.first, last=one.last, sequences=sequences,
                )  # fmt: skip
            elif sequences and self._ends[one.last] != one.head:
                yield fault(
                    "care.command_head", self.id, one.last, command=one.command,
                    there=one.head, wanted=self._ends[one.last],
                )  # fmt: skip
            if one.verdict not in _VERDICTS:
                yield fault("care.command_word", self.id, one.first, command=one.command,
                            column="verdict", there=one.verdict)  # fmt: skip
            if not _DIGEST.fullmatch(one.content) or (
                one.content == BLANK and self.blanked(one) is None
            ):
                yield fault("care.command_word", self.id, one.first, command=one.command,
                            column="content", there=one.content)  # fmt: skip

    def blanked(self, kept: Kept) -> int | None:
        """Since which event it was forgotten what a command asked; None when no text of it was
        erased."""
        if kept.content != BLANK:
            return None
        seals = self._of_command.get(kept.command, set())
        return min((self.erased[one] for one in seals if one in self.erased), default=None)

    def _found(self, id: str, sequence: int, **params: object) -> None:
        self.faults.append(fault(id, self.id, sequence, **params))


def commands_digest(kept: Iterable[Kept], last: int) -> str:
    """What stands for all commands up to a sequence: SHA-256 over a line for each, in order."""
    rows = sorted(
        (one.first, one.last, one.command, one.content, one.verdict, one.head)
        for one in kept
        if one.last <= last
    )
    told = "".join("\x1f".join(map(str, row)) + "\n" for row in rows)
    return hashlib.sha256(told.encode("utf-8", "surrogatepass")).hexdigest()


def _number(value: object) -> int:
    return value if isinstance(value, int) else 0


def _is_json(body: str) -> bool:
    try:
        read_raw(body)
    except RecordBroken:
        return False
    return True
