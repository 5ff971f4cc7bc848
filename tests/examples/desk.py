"""What the examples that build samenwerk in are tried on: the shared desk, and how they are found.

Only what the front door offers is used here, as in the examples themselves.
"""

from __future__ import annotations

import importlib.util
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from types import ModuleType

from samenwerk import Engine, Room, load, load_register, open_store

EXAMPLES = Path(__file__).parents[2] / "examples"
DESK = EXAMPLES / "shared-desk"
TODAY = datetime(2027, 2, 8, 9, tzinfo=UTC)


def example(path: str) -> ModuleType:
    """An example as a module, by its path below `examples/`."""
    spec = importlib.util.spec_from_file_location(Path(path).stem, EXAMPLES / path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def opened(store: Path, now: datetime = TODAY) -> Engine:
    """An engine over a store in a file, on a day of the story."""
    return Engine(open_store(store), clock=lambda: now)


def planned(engine: Engine, id: str = "balie") -> Room:
    """A shared desk that Care North planned, and that is not agreed yet."""
    room = engine.start(load(DESK), id, day=date(2027, 2, 8))
    room.enrol(load_register(DESK, room))
    room.do("collaboration.begin", case="s", actor="zuid")
    room.do("desk.plan", case="b", actor="noord", facts={"costs": Decimal(48000)},
            documents={"impact_note": "Nota"})  # fmt: skip
    return room
