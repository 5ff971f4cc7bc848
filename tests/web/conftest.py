"""An application with the pages of a small rehearsal: a budget that waits for its note."""

from collections.abc import Iterator
from typing import Any

import pytest
from tests.handmade import started

from samenwerk import Engine, Room
from samenwerk.web import pages


@pytest.fixture
def engine_and_room() -> Iterator[tuple[Engine, Room]]:
    """A rehearsal in which noord, zuid and oost have one open budget, `b`."""
    engine, room = started()
    yield engine, room
    engine.close()


@pytest.fixture
def room(engine_and_room: tuple[Engine, Room]) -> Room:
    """Its room."""
    return engine_and_room[1]


@pytest.fixture
def app(engine_and_room: tuple[Engine, Room]) -> Any:
    """The pages of it, for a reader of everything."""
    return pages(engine_and_room[0])
