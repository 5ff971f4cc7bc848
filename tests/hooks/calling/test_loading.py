"""Loading a plugin: who waits is told for which, and with limits it is tried apart first."""

import re
import threading

import pytest
from tests.hooks.bad.animals import LOADING

from samenwerk import Engine, MemoryStore
from samenwerk.hooks import installed
from samenwerk.hooks.calling import trying, watching
from samenwerk.hooks.calling.apart import Apart
from samenwerk.hooks.gather import Source


def test_who_waits_for_a_plugin_is_told_for_which(monkeypatch: pytest.MonkeyPatch) -> None:
    """Again and again, and only while it is loaded; the look-out goes when nothing is."""
    monkeypatch.setattr(watching, "PATIENCE", 0.02)
    told: list[str] = []
    twice = threading.Event()

    def tell(plugin: str, seconds: float) -> None:
        told.append(plugin)
        if len(told) == 2:
            twice.set()

    token = watching.TELLER.set(tell)
    try:
        with watching.loading("traag"):
            assert twice.wait(20)
    finally:
        watching.TELLER.reset(token)
    assert ["traag", "traag"] == told[:2]
    for thread in threading.enumerate():
        if thread.name == "samenwerk-loading":
            thread.join(20)
            assert not thread.is_alive()


def test_without_a_door_it_is_said_in_the_log(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """By the logger of samenwerk, as a warning."""
    monkeypatch.setattr(watching, "PATIENCE", 0.02)
    said = threading.Event()
    tell = watching._log

    def log(plugin: str, seconds: float) -> None:
        tell(plugin, seconds)
        said.set()

    monkeypatch.setattr(watching, "_log", log)
    with watching.loading("traag"):
        assert said.wait(20)
    (said_first, *_) = (one.getMessage() for one in caplog.records)
    assert re.fullmatch(r"still loading plugin traag \(\d+ s\)", said_first)


@pytest.fixture
def ending(monkeypatch: pytest.MonkeyPatch) -> Source:
    """A plugin that ends the process that imports it, as if it were installed."""
    (source,) = LOADING["import_ends"].sources
    monkeypatch.setattr(installed, "sources", lambda: (source,))
    trying.try_anew("proef")
    return source


def test_an_engine_with_limits_tries_a_plugin_apart_first(ending: Source) -> None:
    """What ends there is not loaded in our process, neither then nor later; it is tried once."""
    engine = Engine(MemoryStore(), apart=Apart(seconds=30))
    plugins = engine._desk.shelf._plugins(("proef",))
    fault = plugins.faults["proef"]
    assert ("import", "plugin.loading.exited") == (
        fault.params["what"], getattr(fault.params["detail"], "id", None),
    )  # fmt: skip
    assert fault is installed.installed(("proef",)).faults["proef"]
    engine.close()
