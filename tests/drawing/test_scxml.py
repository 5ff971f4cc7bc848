"""A drawing as SCXML, read back and played by a state machine that is not ours."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import attrs
import pytest
from tests.drawing.test_texts import HOSTILE, hostile
from tests.drawing.walks import lifecycles, straight_on, ways_in
from tests.drawing.world import WALKED, drawn, festival

from samenwerk.drawing.markup import id_of
from samenwerk.drawing.scxml import NEW, OURS, scxml
from samenwerk.language.clean import one_line

HERE = Path(__file__).parent


def machine(text: str) -> Any:
    """The machine that python-statemachine makes of it."""
    reading = pytest.importorskip("statemachine.io.scxml.processor")
    reader = reading.SCXMLProcessor()
    reader.parse_scxml("lifecycle", text)
    return reader.start()


def where(machine: Any) -> str:
    """The one state in which a machine is."""
    (state,) = machine.configuration
    return str(state.id)


def test_every_way_is_read_and_no_other() -> None:
    """Of each lifecycle the machine has the states, the ends and the ways that its table has."""
    for lifecycle, drawing in lifecycles():
        states = machine(scxml(drawing)).states
        names = {f"state.{id_of(one)}": one for one in lifecycle.states} | {NEW: ""}
        found = {
            (str(way.event), names[state.id], names[way.target.id if way.target else state.id])
            for state in states for way in state.transitions
        }  # fmt: skip
        taken = {(f"taken.{id_of(step.name)}", one.name, step.merges)
                 for step in lifecycle.steps.values() if step.merges
                 for one in lifecycle.states.values() if not one.final}  # fmt: skip
        wanted = {(f"step.{id_of(step)}", source, to) for step, source, to in ways_in(lifecycle)}
        assert wanted | taken == found, lifecycle.name
        assert {one.name for one in lifecycle.states.values() if one.final} == {
            names[one.id] for one in states if one.final
        }


def test_the_way_straight_on_is_played() -> None:
    """Told the steps of that way, the machine comes by its states and is over at its end."""
    for lifecycle, drawing in lifecycles():
        made = machine(scxml(drawing))
        assert NEW == where(made)
        seen = []
        for step, to in straight_on(lifecycle, drawing):
            made.send(f"step.{id_of(step)}", to=id_of(to))
            seen.append(where(made))
        assert [f"state.{id_of(one)}" for one in drawing.main] == seen, lifecycle.name


def test_a_step_back_leads_where_the_event_says() -> None:
    """Where it depends on the past of a case, the machine asks the event; else it stays put."""
    drawing = next(one for _, one in lifecycles() if one.name == "collaboration")
    made = machine(scxml(drawing))
    for step in ("step.begin", "step.pause"):
        made.send(step)
    made.send("step.resume")
    assert "state.paused" == where(made)
    made.send("step.resume", to="preparing")
    assert "state.preparing" == where(made)


def test_a_step_that_stays_enters_nothing(tmp_path: Path) -> None:
    """It has no target, so that the days of the state go on; one that comes in again has."""
    drawing = drawn(festival(tmp_path), "party")
    again = attrs.evolve(drawing, steps=tuple(
        attrs.evolve(one, again=one.name == "bake") for one in drawing.steps
    ))  # fmt: skip
    targets = []
    for one in (drawing, again):
        root = ElementTree.fromstring(scxml(one))
        targets += [way.get("target") for way in root.iter() if way.get("event") == "step.bake"]
    assert [None, "state.agreed"] == targets


def test_what_is_refused_but_happens_and_what_is_merged(tmp_path: Path) -> None:
    """Both are events of their own, named after the step."""
    drawing = drawn(festival(tmp_path), "party")
    steps = tuple(
        attrs.evolve(one, anyway="off", takes_in="held") if one.name == "agree" else one
        for one in drawing.steps
    )
    text = scxml(attrs.evolve(drawing, steps=steps))
    ends = []
    for event in ("step.agree", "anyway.agree", "taken.agree"):
        made = machine(text)
        made.send("step.plan")
        made.send(event)
        ends.append(where(made))
    assert ["state.agreed", "state.off", "state.held"] == ends


@pytest.mark.parametrize("text", [*HOSTILE, "\x00\x1b \u202e", "a\nb\tc"])
def test_a_text_of_an_author_stays_text(text: str, tmp_path: Path) -> None:
    """Whatever a label holds, the machine is the same, and the label is read back as it is."""
    told = scxml(hostile(drawn(festival(tmp_path), "party", "nl", WALKED), text))
    assert NEW == where(machine(told))
    labels = {one.get(f"{{{OURS}}}label") for one in ElementTree.fromstring(told).iter()
              if one.get("event")}  # fmt: skip
    assert {one_line(text)} == labels


def test_a_whole_file(tmp_path: Path) -> None:
    """The file of a small lifecycle, with a case in it, is this and nothing else."""
    expected = (HERE / "party.nl.scxml").read_text(encoding="utf-8")
    assert expected == scxml(drawn(festival(tmp_path), "party", "nl", WALKED))
