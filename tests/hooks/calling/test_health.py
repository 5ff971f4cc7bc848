"""How plugins fare: what is counted, what is set aside, and how it is asked anew."""

import contextlib
from typing import Any

import attrs
import pytest
from tests.hooks.zoo import plugin

from samenwerk import PluginError, PluginFacts, Plugins
from samenwerk.hooks.calling.caller import Caller, Calling
from samenwerk.hooks.calling.health import IN_A_ROW, Calls


def caller(*collect: Any, took: float = 0.0) -> Caller:
    """A caller of plugins `een`, `twee`, ... that each provide a fact; each call takes so long."""
    ticks = iter(range(10_000))
    names = ("een", "twee", "drie")
    made = {
        name: plugin(facts=[PluginFacts("telling", (name,), one)])
        for name, one in zip(names, collect, strict=False)
    }
    return Caller(Plugins.of(**made), Calling(now=lambda: next(ticks) * took))


def ask(calling: Caller, plugin: str = "een") -> Any:
    """What it collects."""
    return calling.asked(plugin, "facts", "telling", "collect", None, right=lambda answer: answer)


def boom(question: object) -> Any:
    """Goes wrong."""
    raise ValueError("boem")


def fine(question: object) -> Any:
    """Goes well."""
    return {"x": 1}


def test_calls_are_counted_and_timed() -> None:
    """How often, how long, how often too long: for each thing that a plugin brings."""
    calling = caller(fine, took=0.75)
    ask(calling)
    ask(calling)
    assert (Calls("een", "facts telling", times=2, seconds=1.5, slowest=0.75, slow=2),) == (
        calling.calls
    )


def test_what_fails_three_times_in_a_row_is_set_aside() -> None:
    """It is not asked again until somebody says so; what it said last is told."""
    asked: list[object] = []

    def collect(question: object) -> Any:
        asked.append(question)
        raise ValueError("boem")

    calling = caller(collect, fine)
    whats = []
    for _ in range(5):
        with pytest.raises(PluginError) as raised:
            ask(calling)
        whats.append(raised.value.params["what"])
    assert ["raised"] * 3 + ["set_aside"] * 2 == whats
    params = raised.value.params
    assert (3, 3, "ValueError: boem") == (
        len(asked), params["times"], params["last"].params["detail"])  # fmt: skip
    assert {"x": 1} == ask(calling, "twee")
    calling.calling.health.anew("twee")
    with pytest.raises(PluginError):
        ask(calling)
    assert 3 == len(asked)
    calling.calling.health.anew("een")
    with pytest.raises(PluginError):
        ask(calling)
    assert 4 == len(asked)


def test_an_answer_in_between_begins_anew() -> None:
    """Only failures in a row count: an answer is proof of health."""
    found = [boom, boom, fine] * 3
    calling = caller(lambda question: found.pop(0)(question))
    for _ in range(9):
        with contextlib.suppress(PluginError):
            ask(calling)
    (calls,) = calling.calls
    assert (9, 6, 0, False) == (calls.times, calls.failed, calls.failing, calls.set_aside)


def test_one_decision_is_one_failure() -> None:
    """A rule that is asked about every party and fails each time has failed in one decision."""
    calling = caller(boom)
    with calling.calling.health.occasion():
        for _ in range(5):
            with pytest.raises(PluginError):
                ask(calling)
    (calls,) = calling.calls
    assert (5, 1, False) == (calls.failed, calls.failing, calls.set_aside)
    assert attrs.evolve(calls, failing=IN_A_ROW).set_aside


def test_of_several_one_that_fails_stops_no_other() -> None:
    """Whoever is asked with others and fails is told; what the others answered is there."""
    asked = caller(fine, boom, fine).each(
        "facts", "collect", None, right=lambda plugin, member, answer: answer["x"]
    )
    assert [("een", 1), ("drie", 1)] == [(one.name, found) for one, _, found in asked.answers]
    assert [("raised", "twee")] == [(one.params["what"], one.params["plugin"])
                                    for one in asked.faults]  # fmt: skip


def test_who_stops_the_program_is_obeyed() -> None:
    """An interrupt goes through, and is no failure of the plugin."""

    def stop(question: object) -> Any:
        raise KeyboardInterrupt

    calling = caller(stop)
    with pytest.raises(KeyboardInterrupt):
        ask(calling)
    assert 0 == calling.calls[0].failed
