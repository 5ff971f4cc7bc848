"""Processes of plugins: kept warm, replaced when they fail, and gone when the engine is."""

import os
from collections.abc import Iterator
from math import inf, nan

import pytest
from tests.handmade import NOON, TEXT
from tests.hooks.bad.seeing import begun
from tests.hooks.calling import whole_plugin
from tests.hooks.zoo import working

from samenwerk import Apart, Engine, MemoryStore, Misuse, PluginError, Plugins, Room, render

LIMITS = Apart(seconds=60)
FACT = """
[lifecycle.budget.fact.process]
nl = "Proces"
en = "Process"
type = "whole_number"
"""


@pytest.fixture
def room() -> Iterator[Room]:
    """A room whose plugin is asked in a process of its own."""
    plugins = Plugins.of(proef=whole_plugin)
    with Engine(MemoryStore(), plugins=plugins, clock=lambda: NOON, apart=LIMITS) as engine:
        text = TEXT.format(plugins='plugins = ["proef"]', needs='"support"') + FACT
        yield begun(engine, text)


def process(room: Room) -> int:
    """The process that told the fact, once a step is done."""
    assert room.do("budget.work", case="b", actor="noord").carried_out
    entry = room.collaboration.cases["b"].entry("facts", "process")
    assert entry is not None
    assert isinstance(entry.value, int)
    return entry.value


def gone(pid: int) -> bool:
    """Whether there is no such process any more."""
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return True
    return False


def test_a_process_is_kept_until_it_fails(room: Room) -> None:
    """One process answers everything of a plugin; after a failure the next has a new one."""
    first = process(room)
    assert first != os.getpid()
    assert first == process(room)
    assert f"regio en {first}" == room.report("proef.process", "en")
    assert str(first).encode() == room.export("proef.process")
    room.record("amount", 5, case="b", actor="noord")
    assert first == process(room)  # the fact went wrong, and what was recorded stays
    assert gone(first)
    second = int(room.export("proef.process"))
    assert second not in (first, os.getpid())


def test_nothing_is_left_behind() -> None:
    """With the engine its processes are gone."""
    plugins = Plugins.of(proef=whole_plugin)
    with Engine(MemoryStore(), plugins=plugins, clock=lambda: NOON, apart=LIMITS) as engine:
        text = TEXT.format(plugins='plugins = ["proef"]', needs='"support"') + FACT
        pid = process(begun(engine, text))
        assert not gone(pid)
    assert gone(pid)


def test_what_cannot_be_imported_is_not_asked_here_instead() -> None:
    """An object at hand cannot be asked elsewhere: that is said, and it is not asked at all."""
    plugins = Plugins.of(proef=working())
    with Engine(MemoryStore(), plugins=plugins, clock=lambda: NOON, apart=LIMITS) as engine:
        needs = '{ fact = "counted", at_least = 1 }'
        room = begun(engine, TEXT.format(plugins='plugins = ["proef"]', needs=needs))
        with pytest.raises(PluginError) as raised:
            room.do("budget.agree", case="b", actor="zuid")
    assert ("not_apart", "proef") == tuple(raised.value.params[one] for one in ("what", "plugin"))


@pytest.mark.parametrize(
    "limits",
    [{"seconds": 0}, {"seconds": -1.5}, {"megabytes": 0}, {"seconds": inf}, {"seconds": nan}],
)
def test_limits_are_more_than_nothing(limits: dict[str, float]) -> None:
    """A limit of nothing would be no plugin at all, and one without end no limit."""
    with pytest.raises(Misuse) as told:
        Apart(**limits)  # type: ignore[arg-type]
    (name,) = limits
    assert ("apart", name) == (told.value.params["what"], told.value.params["name"])
    for lang in ("nl", "en"):
        assert f"({name})" in render(told.value, lang)


def test_it_is_told_which_limits_this_system_keeps() -> None:
    """Time is kept everywhere; memory and processor where the system has a way to."""
    assert "seconds" == LIMITS.limits[0]
    assert set(LIMITS.limits) <= {"seconds", "megabytes", "processor"}
