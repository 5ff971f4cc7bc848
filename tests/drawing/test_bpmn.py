"""A drawing as BPMN, read back by tools that are not ours: every way of it, no other, in places."""

from __future__ import annotations

import itertools
import re
import warnings
from collections import Counter
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.drawing.test_texts import HOSTILE, hostile
from tests.drawing.walks import Ways, lifecycles, straight_on, ways_in
from tests.drawing.world import WALKED, drawn, festival

from samenwerk.drawing.bpmn.flow import model_of
from samenwerk.drawing.bpmn.layout import layout_of
from samenwerk.drawing.bpmn.xml import bpmn
from samenwerk.drawing.drawn import Drawing
from samenwerk.drawing.markup import id_of
from samenwerk.language.clean import one_line
from samenwerk.values.declared import Lifecycle

HERE = Path(__file__).parent
MODEL = "{http://www.omg.org/spec/BPMN/20100524/MODEL}"
DIAGRAM = "{http://www.omg.org/spec/BPMN/20100524/DI}"


def spiff(text: str, lifecycle: str) -> Any:
    """The process that SpiffWorkflow reads, after it has held the text against the schema."""
    parsing = pytest.importorskip("SpiffWorkflow.bpmn.parser.BpmnParser")
    parser = parsing.BpmnParser(validator=parsing.BpmnValidator())
    parser.add_bpmn_str(text.encode())
    return parser.get_spec(f"lifecycle.{id_of(lifecycle)}")


def mined(text: str) -> Any:
    """The graph that pm4py reads."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        reader = pytest.importorskip("pm4py.objects.bpmn.importer.variants.lxml")
    return reader.import_from_string(text)


def ways_of_graph(edges: list[tuple[str, str]], lifecycle: Lifecycle) -> Ways:
    """The ways that lead through the tasks of a graph of ids."""
    states = {f"state.{id_of(one)}": one for one in lifecycle.states}
    steps = {id_of(one): one for one in lifecycle.steps}
    enters: dict[str, set[str]] = {}
    leaves: dict[str, set[str]] = {}
    for source, target in edges:
        enters.setdefault(target, set()).add(source)
        leaves.setdefault(source, set()).add(target)
    found = set()
    nodes = {node for edge in edges for node in edge}
    for task in filter(re.compile(r"step\.[^.]+(\.\d+)?").fullmatch, nodes):
        ends = {end for one in leaves[task] for end in ({one} if one in states else leaves[one])}
        found |= {(steps[task.split(".")[1]], states.get(source, ""), states[end])
                  for source in enters[task] for end in ends}  # fmt: skip
    return found


def test_spiffworkflow_reads_every_way_and_no_other() -> None:
    """By the schema each is sound, and each lifecycle has the ways that its own table has."""
    for lifecycle, drawing in lifecycles():
        spec = spiff(bpmn(drawing), lifecycle.name)
        edges = [(one.bpmn_id, after.bpmn_id) for one in spec.task_specs.values()
                 for after in one.outputs if one.bpmn_id and after.bpmn_id]  # fmt: skip
        assert ways_in(lifecycle) == ways_of_graph(edges, lifecycle), lifecycle.name


def test_pm4py_reads_every_way_and_no_other() -> None:
    """The same by another reader, with every place in the diagram."""
    for lifecycle, drawing in lifecycles():
        graph = mined(bpmn(drawing))
        edges = [(one.get_source().get_id(), one.get_target().get_id())
                 for one in graph.get_flows() if type(one).__name__ == "SequenceFlow"]  # fmt: skip
        assert ways_in(lifecycle) == ways_of_graph(edges, lifecycle), lifecycle.name
        unplaced = [one.get_id() for one in graph.get_nodes()
                    if not graph.get_layout().get(one).get_width()]  # fmt: skip
        assert [] == [one for one in unplaced if not one.startswith(("collaboration", "pool"))]


def test_spiffworkflow_plays_the_way_straight_on() -> None:
    """Told which step is next, it comes by every state of that way, in that order, and ends."""
    flow = pytest.importorskip("SpiffWorkflow.bpmn.workflow")
    ready = pytest.importorskip("SpiffWorkflow.util.task").TaskState.READY
    for lifecycle, drawing in lifecycles():
        plan = straight_on(lifecycle, drawing)
        workflow = flow.BpmnWorkflow(spiff(bpmn(drawing), lifecycle.name))
        seen: list[str] = []
        while waiting := workflow.get_tasks(state=ready):
            (task,) = waiting
            name = str(task.task_spec.bpmn_id)
            if name.startswith("state."):
                seen.append(name)
            if len(seen) == len(plan):
                break
            task.data.update(step=id_of(plan[len(seen)][0]), to=id_of(plan[len(seen)][1]))
            if not task.run():  # one that nobody does, of which it waits for the outcome
                task.complete()
        assert [f"state.{id_of(one)}" for one in drawing.main] == seen, lifecycle.name


@pytest.mark.filterwarnings("ignore")  # its solver takes a warning that is raised for an answer
def test_pm4py_replays_a_walk_and_misses_what_is_no_walk() -> None:
    """As a net the base accepts the steps of the way straight on, and not those in reverse."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        pm4py = pytest.importorskip("pm4py")
        log = pytest.importorskip("pm4py.objects.log.obj")
    for lifecycle, drawing in lifecycles()[:14]:
        if not drawing.state(drawing.main[-1]).final:
            continue
        net, first, last = pm4py.convert_to_petri_net(mined(bpmn(drawing)))
        labels = {one.name: one.label for one in drawing.steps}
        walk = [labels[step] for step, _ in straight_on(lifecycle, drawing)]
        for steps, fits in ((walk, True), (walk[::-1], len(walk) < 2)):
            events = [log.Event({"concept:name": one}) for one in steps]
            (told,) = pm4py.conformance_diagnostics_alignments(
                log.EventLog([log.Trace(events)]), net, first, last
            )
            assert fits is (told["fitness"] == 1.0), (lifecycle.name, steps)


def test_nothing_lies_on_anything_else() -> None:
    """No shape touches another, and no line runs through one that it does not come to."""
    for _, drawing in (*lifecycles(), ("", hostile(lifecycles()[0][1], HOSTILE[-2]))):
        model = model_of(drawing)
        layout = layout_of(model)
        found = [(id, one) for id, one in layout.shapes.items() if not id.startswith("anyway.")]
        found += [(one.id, one.place) for one in layout.notes]
        names = [(id, one) for id, one in layout.names.items() if not id.startswith("anyway.")]
        boxes = [*found, *((f"{id} name", one) for id, one in names)]
        for number, (id, one) in enumerate(boxes):
            for other, two in boxes[number + 1 :]:
                apart = (one.x + one.w <= two.x or two.x + two.w <= one.x
                         or one.y + one.h <= two.y or two.y + two.h <= one.y)  # fmt: skip
                assert apart, (drawing.name, id, other)
        ends = {one.id: {one.source, one.target} for one in model.flows}
        for id, line in layout.lines.items():
            for (a, b), (c, d) in itertools.pairwise(line):
                assert a == c or b == d, (drawing.name, id, "slants")
                for other, box in found:
                    through = (min(a, c) < box.x + box.w and max(a, c) > box.x
                               and min(b, d) < box.y + box.h and max(b, d) > box.y)  # fmt: skip
                    assert other in ends[id] or not through, (drawing.name, id, other)


def tangled(drawing: Drawing) -> Drawing:
    """The same, where one step may happen though refused, and takes other cases in."""
    steps = tuple(
        attrs.evolve(one, anyway="off", takes_in="held") if one.name == "agree" else one
        for one in drawing.steps
    )
    return attrs.evolve(drawing, steps=steps)


def test_what_is_refused_but_happens_and_what_is_merged(tmp_path: Path) -> None:
    """Both are ways of their own: an error at the side of a task, and a message that is caught."""
    etree = pytest.importorskip("lxml.etree")
    text = bpmn(tangled(drawn(festival(tmp_path), "party", "en")))
    spiff(text, "party")
    root = etree.fromstring(text.encode())
    flows = {(one.get("sourceRef"), one.get("targetRef"))
             for one in root.iter(f"{MODEL}sequenceFlow")}  # fmt: skip
    (side,) = root.iter(f"{MODEL}boundaryEvent")
    (caught,) = root.iter(f"{MODEL}intermediateCatchEvent")
    assert "step.agree" == side.get("attachedToRef")
    assert ("if it may not be but happens", "is merged into another case") == (
        side.get("name"), caught.get("name"),
    )  # fmt: skip
    assert {
        ("anyway.agree", "state.off"), ("state.planned", "step.agree.taken"),
        ("state.agreed", "step.agree.taken"), ("step.agree.taken", "state.held"),
    } <= flows  # fmt: skip


def test_everything_has_one_place_and_one_lane(tmp_path: Path) -> None:
    """Each node, flow, lane and note stands once in the diagram; each node in one lane."""
    etree = pytest.importorskip("lxml.etree")
    drawing = tangled(drawn(festival(tmp_path), "party"))
    root = etree.fromstring(bpmn(drawing).encode())
    (process,) = root.iter(f"{MODEL}process")
    told = ("laneSet", "documentation")
    things = [one.get("id") for one in process if etree.QName(one).localname not in told]
    things += [one.get("id") for one in root.iter(f"{MODEL}lane", f"{MODEL}participant")]
    drawn_ = [one.get("bpmnElement") for kind in ("BPMNShape", "BPMNEdge")
              for one in root.iter(DIAGRAM + kind)]  # fmt: skip
    assert Counter(things) == Counter(drawn_)
    nodes = [one for one in things if one.startswith(("state.", "step.", "where.", "anyway."))
             and not one.endswith(".line")]  # fmt: skip
    laned = [one.text for one in root.iter(f"{MODEL}flowNodeRef") if one.text != "begin"]
    assert Counter(nodes) == Counter(laned)


@pytest.mark.parametrize("text", [*HOSTILE, "\x00\x1b \u202e", "a\nb\tc"])
def test_a_text_of_an_author_stays_text(text: str, tmp_path: Path) -> None:
    """Whatever a label holds, the schema holds, and it is read back as it is shown elsewhere."""
    etree = pytest.importorskip("lxml.etree")
    told = bpmn(hostile(drawn(festival(tmp_path), "party", "nl", WALKED), text))
    spiff(told, "party")
    root = etree.fromstring(told.encode())
    assert {one_line(text)} == {one.get("name") for one in root.iter(f"{MODEL}userTask")}


def test_odd_names_are_no_two_the_same(tmp_path: Path) -> None:
    """Names that no id can be become ids, each its own, and the file is sound."""
    drawing = drawn(festival(tmp_path), "party")
    odd = {"planned": "één fase", "agreed": "1.2", "held": "1-2", "off": "<&>"}
    states = tuple(attrs.evolve(one, name=odd[one.name]) for one in drawing.states)
    steps = tuple(
        attrs.evolve(one, name=f"{one.name} “é”",
                     ways=tuple((odd[a], odd[b]) for a, b in one.ways)) for one in drawing.steps
    )  # fmt: skip
    main = tuple(odd[one] for one in drawing.main)
    changed = attrs.evolve(drawing, name="buurt feest", states=states, steps=steps, main=main)
    spec = spiff(bpmn(changed), "buurt feest")
    wanted = {f"state.{id_of(one)}" for one in odd.values()}
    assert 4 == len(wanted)
    assert wanted == {one for one in spec.task_specs if one.startswith("state.")}


def test_a_whole_file(tmp_path: Path) -> None:
    """The file of a small lifecycle, with a case in it, is this and nothing else."""
    expected = (HERE / "party.nl.bpmn").read_text(encoding="utf-8")
    assert expected == bpmn(drawn(festival(tmp_path), "party", "nl", WALKED))
