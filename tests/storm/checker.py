"""The checker: reads what a store keeps and what its clients were told, and finds what went wrong.

It asks a store only what any store can answer, and holds its own idea of what must be true of a
record; it starts nothing, kills nothing and writes nothing.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import attrs

from samenwerk.core.chain import Row, verify
from samenwerk.store.contract import Kept, Store
from samenwerk.store.outbox import Posted


@attrs.frozen
class Told:
    """What a client was told of a command: acknowledged, with the lines it took and the head.

    `called` and `returned` are when it asked and when it heard, on one clock for all clients;
    0 when nobody looked at a clock.
    """

    collaboration: str
    command: str
    first: int
    last: int
    head: str
    called: int = 0
    returned: int = 0


@attrs.frozen
class Seen:
    """A store as the checker reads it: rows and commands by collaboration, and the outbox."""

    rows: Mapping[str, tuple[Row, ...]]
    kept: Mapping[str, Mapping[str, Kept]] = attrs.field(factory=dict)
    outbox: tuple[Posted, ...] = ()


@attrs.frozen(order=True)
class Wrong:
    """One thing that is wrong: a word for what it is, where, and about which command or line."""

    what: str
    collaboration: str
    about: str


class Teller:
    """A file in which one client writes what it was told, each line on the disk before the next.

    It is opened anew by each process: a line that was not finished does not count.
    """

    def __init__(self, path: Path) -> None:
        self._file = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        os.write(self._file, b"\n")  # whoever wrote here before may have been cut off

    def tell(self, told: Told) -> None:
        """One more, durable on return."""
        os.write(self._file, (json.dumps(attrs.astuple(told)) + "\n").encode())
        os.fsync(self._file)


def told_in(paths: Iterable[Path]) -> tuple[Told, ...]:
    """What stands in the files of tellers; what was cut off is left out."""
    found = []
    for path in paths:
        for line in path.read_text().split("\n"):
            try:
                found.append(Told(*json.loads(line)))
            except (ValueError, TypeError):
                continue
    return tuple(found)


def seen_in(store: Store, told: Iterable[Told] = ()) -> Seen:
    """What a store keeps now: every stream, and the commands of its lines and of what was told."""
    rows = {id: tuple(store.rows(id)) for id in store.collaborations()}
    kept: dict[str, dict[str, Kept]] = {id: {} for id in rows}
    asked = {(id, json.loads(body)["command"]) for id, each in rows.items() for _, body, _ in each}
    asked |= {(one.collaboration, one.command) for one in told}
    for id, command in sorted(asked):
        known = store.kept(id, command)
        if known is not None:
            kept.setdefault(id, {})[command] = known
    return Seen(rows, kept, store.outbox())


def wrongs(seen: Seen, told: Iterable[Told] = ()) -> tuple[Wrong, ...]:
    """Everything that is wrong, in one order; nothing when the store kept all its promises."""
    by: dict[str, list[Told]] = {}
    for one in told:
        by.setdefault(one.collaboration, []).append(one)
    found: list[Wrong] = []
    for id in sorted({*seen.rows, *by, *(one.collaboration for one in seen.outbox)}):
        rows, kept = seen.rows.get(id, ()), seen.kept.get(id, {})
        try:
            events = [json.loads(body) for _, body, _ in rows]
        except ValueError:
            events = []
        found += (Wrong(what, id, about) for what, about in (
            *_chain(rows), *_doubled(events), *_commands(events, kept),
            *_told(rows, kept, by.get(id, ())), *_in_time(by.get(id, ())),
            *_effects(events, [one for one in seen.outbox if one.collaboration == id]),
        ))  # fmt: skip
    return tuple(sorted(set(found)))


Faults = Iterator[tuple[str, str]]


def _chain(rows: tuple[Row, ...]) -> Faults:
    """A gap, a line in another's place, a changed text, two lines that follow the same one."""
    report = verify(rows)
    if report.what is not None:
        yield report.what.id, str(report.wrong)
    before = Counter(json.loads(body).get("before") for _, body, _ in rows if body[:1] == "{")
    yield from (("forked", f"after {head[:8]}") for head, count in before.items() if count > 1)


def _doubled(events: list[dict[str, Any]]) -> Faults:
    for key in ("id", "sequence"):
        count = Counter(event.get(key) for event in events)
        yield from (("doubled", f"{key} {one}") for one, times in count.items() if times > 1)


def _commands(events: list[dict[str, Any]], kept: Mapping[str, Kept]) -> Faults:
    """Each command stands in one place, exactly there where it says that it does."""
    places: dict[str, list[int]] = {}
    for event in events:
        places.setdefault(event["command"], []).append(event["sequence"])
    for command, stands in places.items():
        if stands != list(range(stands[0], stands[0] + len(stands))):
            yield "twice", command
        known = kept.get(command)
        if known is None:
            yield "unknown", command
        elif stands != list(range(known.first, known.last + 1)):
            yield "elsewhere", command
    for command, known in kept.items():
        if known.last >= known.first and command not in places:
            yield "without_lines", command


def _told(rows: tuple[Row, ...], kept: Mapping[str, Kept], told: Iterable[Told]) -> Faults:
    """What was acknowledged is there, and nobody was told otherwise."""
    heads = {sequence: head for sequence, _, head in rows}
    promised: dict[int, str] = {}
    for one in told:
        if one.last and promised.setdefault(one.last, one.head) != one.head:
            yield "forked", f"two were told of {one.last}"
        if one.last and heads.get(one.last) != one.head:
            yield "lost", one.command
        known = kept.get(one.command)
        if known is None:
            yield "forgotten", one.command
        elif (known.first, known.last, known.head) != (one.first, one.last, one.head):
            yield "told_otherwise", one.command


def _in_time(told: Iterable[Told]) -> Faults:
    """Who asked after another had heard does not stand before that one.

    A command that several sent was carried out once, before the first of them heard.
    """
    first: dict[str, Told] = {}
    for one in told:
        known = first.get(one.command, one)
        first[one.command] = attrs.evolve(
            known, called=min(known.called, one.called), returned=min(known.returned, one.returned)
        )
    latest = Told("", "", 0, 0, "")
    heard = sorted((one for one in first.values() if one.returned), key=lambda one: one.returned)
    waiting = iter(heard)
    after = next(waiting, None)
    for one in sorted(heard, key=lambda one: one.called):
        while after is not None and after.returned < one.called:
            latest = max(latest, after, key=lambda told: told.last)
            after = next(waiting, None)
        if one.last < latest.first:
            yield "order", f"{one.command} before {latest.command}"


def _effects(events: list[dict[str, Any]], outbox: list[Posted]) -> Faults:
    """Each effect that was asked is open and in the outbox, or has one end and is not."""
    asked: dict[str, int] = {}
    ends: Counter[str] = Counter()
    failed: set[str] = set()
    rehearsal = False
    for event in events:
        what = event.get("what", {})
        match event["type"]:
            case "CollaborationStarted":
                rehearsal = bool(what.get("rehearsal"))
            case "EffectAsked":
                if asked.setdefault(what["key"], event["sequence"]) != event["sequence"]:
                    yield "doubled", f"effect {what['key']}"
            case "EffectDone" | "EffectDropped":
                ends[what["key"]] += 1
            case "EffectFailed":
                failed.add(what["key"])
            case "EffectAgain":
                failed.discard(what["key"])
        if event["type"] in ("EffectDone", "EffectDropped") and what["key"] not in asked:
            yield "end_of_nothing", what["key"]
    yield from (("two_ends", key) for key, count in ends.items() if count > 1)
    there = {one.key: one for one in outbox}
    yield from (("doubled", f"outbox {one.key}") for one in outbox if there[one.key] != one)
    for key, one in there.items():
        if key not in asked or rehearsal:
            yield "without_event", key
        elif key in ends:
            yield "sent_still", key
        elif one.sequence != asked[key]:
            yield "misplaced", key
        elif one.dead != (key in failed):
            yield "dead_or_not", key
    if not rehearsal:
        yield from (("unsent", key) for key in asked if key not in ends and key not in there)
