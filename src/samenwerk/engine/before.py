"""What is asked before a collaboration is read: the moment, and where its record ends."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from samenwerk.engine.readable import Readable
    from samenwerk.engine.running import Engine


def moment(of: Engine | Readable) -> datetime:
    """Now by the clock of an engine or of a room, in UTC; raises Misuse where that gives none."""
    return of._desk.moment()


def tip(engine: Engine, id: str) -> tuple[int, str] | None:
    """The last sequence and head of a record, of which nothing else is read; None where there is
    no record. What is recorded later has another."""
    return engine._desk.store.tip(id)
