"""A small store with something in every table, and ways to spoil it behind its back."""

from __future__ import annotations

import hashlib
import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from samenwerk.core.effects import key_of
from samenwerk.core.encode import line_of
from samenwerk.definitions.laying.effective import digest_of, effective_text
from samenwerk.store.contract import Kept, Store
from samenwerk.store.outbox import Posting
from samenwerk.store.sqlite import SqliteStore
from samenwerk.values.event import (
    CollaborationStarted,
    EffectAsked,
    EffectFailed,
    Enrolled,
    Happened,
    Line,
    PositionGiven,
    RecordedEvent,
    Sealed,
    SealedText,
    StepDone,
)
from samenwerk.values.register import Party

MORNING = datetime(2027, 2, 1, 9, tzinfo=UTC)
VALUES = {"effective": {"grammar": 1}, "workflow": {"id": "klein", "nl": "Klein"}}
DEFINITION = digest_of(VALUES)
OTHER_VALUES = {"effective": {"grammar": 1}, "workflow": {"id": "ander", "nl": "Ander"}}
OTHER = digest_of(OTHER_VALUES)
KEYS = tuple(key_of("regio", sequence, "c-3", "letter") for sequence in (4, 5))
TABLES = {
    "event": ("place",),
    "command": ("collaboration", "command"),
    "sealed": ("number",),
    "definition": ("digest",),
    "definition_source": ("digest", "name"),
    "outbox": ("key",),
}
"""Each table with what tells its rows from each other."""


def sealed(text: str, salt: str) -> SealedText:
    """A text with its seal."""
    return SealedText(hashlib.sha256(f"{salt}\0{text}".encode()).hexdigest(), salt, text)


REASONS = sealed("Mevrouw De Vries is ziek.", "zout-1")
WHY = sealed("Wij willen verder.", "zout-2")
SAID = sealed("The letter box of Mr Bos is full.", "zout-3")


def lines(
    collaboration: str, after: int, head: str, command: str, *happened: Happened,
    definition: str = DEFINITION,
) -> list[Line]:  # fmt: skip
    """Lines of one command that go on from there; those in a case are of case `c`."""
    made: list[Line] = []
    for number, what in enumerate(happened, 1):
        inside = not isinstance(what, CollaborationStarted | Enrolled)
        step = "propose" if isinstance(what, StepDone | EffectAsked) else None
        made.append(line_of(RecordedEvent(
            collaboration=collaboration, sequence=after + number, id=f"{command}/{number}",
            command=command, effective=date(2027, 2, 1),
            recorded=MORNING + timedelta(minutes=after + number), definition=definition,
            what=what, before=made[-1].hash if made else head, actor="p",
            case="c" if inside else None, lifecycle="change" if inside else None, step=step,
            to_state="open" if isinstance(what, StepDone) else None,
        )))  # fmt: skip
    return made


def act(
    store: Store, collaboration: str, command: str, *happened: Happened,
    texts: tuple[SealedText, ...] = (), postings: tuple[Posting, ...] = (),
    definition: str = DEFINITION,
) -> list[Line]:  # fmt: skip
    """Have a store record what a command did."""
    after, head = store.tip(collaboration) or (0, "")
    made = lines(collaboration, after, head, command, *happened, definition=definition)
    content = hashlib.sha256(command.encode()).hexdigest()
    kept = Kept(command, content, "allowed", after + 1, after + len(made), made[-1].hash)
    store.append(collaboration, after, made, texts, kept, postings)
    return made


def fill(store: Store) -> None:
    """Put two collaborations in a store: one with texts and effects, and a small one."""
    for digest, values in ((DEFINITION, VALUES), (OTHER, OTHER_VALUES)):
        text = effective_text(values)
        store.keep_definition(digest, text, {"basis.toml": "# basis\n", "workflow.toml": text})
    act(store, "regio", "c-1", CollaborationStarted("klein", "Europe/Amsterdam", False))
    act(store, "regio", "c-2", Enrolled(parties=(Party("p", "provider", (("nl", "P"),)),)))
    asked = [EffectAsked("letter", "post.letter", key, 3) for key in KEYS]
    sends = tuple(
        Posting("send", key, number, "post.letter", datetime(2027, 2, 1, tzinfo=UTC))
        for number, key in enumerate(KEYS, 4)
    )
    act(store, "regio", "c-3", StepDone(opens="", explanation=Sealed(WHY.sealed)), *asked,
        texts=(WHY,), postings=sends)  # fmt: skip
    act(store, "zee", "c-1", CollaborationStarted("ander", "Europe/Amsterdam", False),
        definition=OTHER)  # fmt: skip
    act(store, "regio", "c-4", PositionGiven("carry", "object", Sealed(REASONS.sealed)),
        texts=(REASONS,))  # fmt: skip
    now = datetime(2027, 2, 2, tzinfo=UTC)
    taken = store.lease("worker", now, now.replace(day=3), only=KEYS[1])
    assert taken
    act(store, "regio", "c-5",
        EffectFailed("letter", KEYS[1], attempts=1, fault="broken", said=Sealed(SAID.sealed)),
        texts=(SAID,),
        postings=(Posting("dead", KEYS[1], 5, "post.letter", now, True, SAID.text),))  # fmt: skip


def made(path: Path) -> Path:
    """A file with such a store, closed and in one piece."""
    store = SqliteStore(path, durability="normal")
    fill(store)
    store.close()
    with closing(sqlite3.connect(path)) as file:
        file.execute("PRAGMA journal_mode = DELETE")
    return path


def rows(path: Path, table: str) -> list[dict[str, Any]]:
    """Every row of a table, by column."""
    with closing(sqlite3.connect(path)) as file:
        file.row_factory = sqlite3.Row
        order = ", ".join(TABLES[table])
        return [dict(row) for row in file.execute(f"SELECT * FROM {table} ORDER BY {order}")]


def spoil(path: Path, statement: str, *asked: Any) -> None:
    """Change the file of a store behind its back, as somebody who is allowed everything."""
    with closing(sqlite3.connect(path)) as file, file:
        file.execute("PRAGMA foreign_keys = OFF")
        file.execute(statement, asked)
