"""The XML of a BPMN model: a pool with lanes, its process, and the diagram of it.

Elements stand in the order that the schema of BPMN 2.0 asks for. What a task says besides its
name (what it needs, whom to ask, its source) is its documentation.
"""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk.drawing.bpmn.flow import Flow, Model, Node, model_of
from samenwerk.drawing.bpmn.layout import BORDER, HEADER, Lane, Layout, Note, layout_of
from samenwerk.drawing.bpmn.routes import Rect
from samenwerk.drawing.drawn import Drawing, DrawnStep
from samenwerk.drawing.markup import HEAD, element, id_of
from samenwerk.drawing.placed import Point
from samenwerk.drawing.rows import state_rows

SPACES = {
    "xmlns:bpmn": "http://www.omg.org/spec/BPMN/20100524/MODEL",
    "xmlns:bpmndi": "http://www.omg.org/spec/BPMN/20100524/DI",
    "xmlns:dc": "http://www.omg.org/spec/DD/20100524/DC",
    "xmlns:di": "http://www.omg.org/spec/DD/20100524/DI",
    "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
    "xmlns:color": "http://www.omg.org/spec/BPMN/non-normative/color/1.0",
}
TARGET = "urn:samenwerk:lifecycle"
CONDITIONS = "https://docs.python.org/3/reference/expressions.html"

_COLOURS = {
    "here": ("#ffd968", "#7a4d00"),
    "open": ("#fff6d8", "#7a4d00"),
    "done": ("#dfe6ee", "#1f3a5f"),
    "been": ("#dfe6ee", "#1f3a5f"),
    "end": ("#e9f3ec", "#1d5c38"),
    "main": ("#eef3fa", "#1f3a5f"),
}
_TAGS = {
    "start": "startEvent",
    "end": "endEvent",
    "state": "exclusiveGateway",
    "begin": "exclusiveGateway",
    "where": "exclusiveGateway",
    "task": "userTask",
    "itself": "serviceTask",
    "taken": "intermediateCatchEvent",
    "anyway": "boundaryEvent",
}

Lines = list[str]


def bpmn(drawing: Drawing) -> str:
    """The drawing as the text of a BPMN 2.0 file with its diagram, ending in a newline."""
    model = model_of(drawing)
    layout = layout_of(model)
    name = id_of(drawing.name)
    who = {one.turn.step.who: "" for one in model.turns if one.task.kind == "task"}
    people = {one: f"who.{number}" for number, one in enumerate(who, 1)}
    rows = element("bpmn:definitions", {
        **SPACES, "id": f"definitions.{name}", "name": drawing.title, "targetNamespace": TARGET,
        "expressionLanguage": CONDITIONS, "exporter": "samenwerk",
    }, [
        *(element("bpmn:resource", {"id": id, "name": one}) for one, id in people.items()),
        _collaboration(drawing, name),
        _process(model, layout, name, people),
        _diagram(model, layout, name),
    ])  # fmt: skip
    return HEAD + "\n".join(rows) + "\n"


def _collaboration(drawing: Drawing, name: str) -> Lines:
    pool = {"id": f"pool.{name}", "name": drawing.title, "processRef": f"lifecycle.{name}"}
    return element("bpmn:collaboration", {"id": f"collaboration.{name}"}, [
        element("bpmn:documentation", {}, drawing.about),
        element("bpmn:participant", pool),
    ])  # fmt: skip


# The process


def _process(model: Model, layout: Layout, name: str, people: dict[str, str]) -> Lines:
    drawing = model.drawing
    attributes = {"id": f"lifecycle.{name}", "name": drawing.title, "isExecutable": "true"}
    flows = list(model.flows)
    return element("bpmn:process", attributes, [
        element("bpmn:documentation", {}, f"{drawing.about}\n{drawing.words['source']}"),
        element("bpmn:laneSet", {"id": "lanes"}, map(_lane, layout.lanes)),
        *(_node(one, flows, model, people) for one in model.nodes),
        *map(_flow, flows),
        *map(_note, layout.notes),
        *map(_association, layout.notes),
    ])  # fmt: skip


def _lane(lane: Lane) -> Lines:
    inside = [element("bpmn:flowNodeRef", {}, one) for one in dict.fromkeys(lane.nodes)]
    return element("bpmn:lane", {"id": lane.id, "name": lane.name}, inside)


def _node(node: Node, flows: list[Flow], model: Model, people: dict[str, str]) -> Lines:
    told = _told(node, model.drawing)
    inside = [element("bpmn:documentation", {}, told)] if told else []
    enters = [one for one in flows if one.target == node.id]
    leaves = [one for one in flows if one.source == node.id]
    inside += [element("bpmn:incoming", {}, one.id) for one in enters]
    inside += [element("bpmn:outgoing", {}, one.id) for one in leaves]
    attributes = {"id": node.id, "name": node.name}
    if not node.name:
        del attributes["name"]
    if node.kind == "task" and node.step is not None:
        inside.append(element("bpmn:potentialOwner", {"id": f"{node.id}.who"}, [
            element("bpmn:resourceRef", {}, people[node.step.who]),
        ]))  # fmt: skip
    elif node.kind == "taken":
        inside.append(element("bpmn:messageEventDefinition", {"id": f"{node.id}.sent"}))
    elif node.kind == "anyway":
        attributes["attachedToRef"] = "step" + node.id.removeprefix("anyway")
        inside.append(element("bpmn:errorEventDefinition", {"id": f"{node.id}.refused"}))
    elif node.kind in ("state", "begin", "where"):
        many = len(enters) > 1, len(leaves) > 1
        attributes["gatewayDirection"] = {
            (False, True): "Diverging", (True, False): "Converging", (True, True): "Mixed",
        }.get(many, "Unspecified")  # fmt: skip
    return element(f"bpmn:{_TAGS[node.kind]}", attributes, inside)


def _told(node: Node, drawing: Drawing) -> str:
    """What is to be read about a node besides its name."""
    if node.state is not None:
        return "\n".join(state_rows(node.state, drawing))
    if node.step is None or node.kind not in ("task", "itself"):
        return ""
    return "\n".join(_about(node.step))


def _about(step: DrawnStep) -> Iterator[str]:
    yield from (one for one in (step.who,) if one)
    yield from (f"• {one}" for one in step.asks)
    yield from (f"+ {one}" for one in step.effects)
    yield from (one for one in (step.source,) if one)


def _flow(flow: Flow) -> Lines:
    attributes = {"id": flow.id, "sourceRef": flow.source, "targetRef": flow.target}
    if not flow.condition:
        return element("bpmn:sequenceFlow", attributes)
    formal = {"xsi:type": "bpmn:tFormalExpression"}
    condition = element("bpmn:conditionExpression", formal, flow.condition)
    return element("bpmn:sequenceFlow", attributes, [condition])


def _note(note: Note) -> Lines:
    inside = [element("bpmn:text", {}, note.text)]
    return element("bpmn:textAnnotation", {"id": note.id}, inside)


def _association(note: Note) -> Lines:
    ends = {"id": f"{note.id}.line", "sourceRef": note.about, "targetRef": note.id}
    return element("bpmn:association", ends)


# The diagram


def _diagram(model: Model, layout: Layout, name: str) -> Lines:
    pool = Rect(x=BORDER, y=BORDER, w=layout.wide, h=layout.high)
    inside = [_shape(f"pool.{name}", pool, {"isHorizontal": "true"})]
    for lane in layout.lanes:
        place = Rect(x=BORDER + HEADER, y=lane.y, w=layout.wide - HEADER, h=lane.h)
        inside.append(_shape(lane.id, place, {"isHorizontal": "true"}))
    for node in model.nodes:
        attributes = _colours(node)
        if _TAGS[node.kind] == "exclusiveGateway":
            attributes["isMarkerVisible"] = "true"
        inside.append(_shape(node.id, layout.shapes[node.id], attributes,
                             layout.names.get(node.id)))  # fmt: skip
    inside += [_shape(one.id, one.place, {}) for one in layout.notes]
    inside += [_edge(one.id, layout.lines[one.id]) for one in model.flows]
    inside += [_edge(f"{one.id}.line", one.line) for one in layout.notes]
    plane = {"id": f"plane.{name}", "bpmnElement": f"collaboration.{name}"}
    return element("bpmndi:BPMNDiagram", {"id": f"diagram.{name}"}, [
        element("bpmndi:BPMNPlane", plane, inside),
    ])  # fmt: skip


def _colours(node: Node) -> dict[str, str]:
    mark = node.state.mark if node.state else ""
    if node.step is not None and node.kind in ("task", "itself"):
        mark = node.step.mark
    if not mark and node.kind == "end":
        mark = "end"
    if not mark and node.step is not None and node.step.main and node.kind == "task":
        mark = "main"
    if mark not in _COLOURS:
        return {}
    fill, line = _COLOURS[mark]
    return {"color:background-color": fill, "color:border-color": line}


def _shape(
    about: str, place: Rect, attributes: dict[str, str], name: Rect | None = None
) -> Lines:
    inside = [_bounds(place)]
    if name is not None:
        inside.append(element("bpmndi:BPMNLabel", {}, [_bounds(name)]))
    ends = {"id": f"{about}.shape", "bpmnElement": about}
    return element("bpmndi:BPMNShape", {**ends, **attributes}, inside)


def _bounds(place: Rect) -> Lines:
    sides = {"x": place.x, "y": place.y, "width": place.w, "height": place.h}
    return element("dc:Bounds", {key: _number(value) for key, value in sides.items()})


def _edge(about: str, points: tuple[Point, ...]) -> Lines:
    bends = [point for number, point in enumerate(points)
             if number == 0 or point != points[number - 1]]  # fmt: skip
    inside = [element("di:waypoint", {"x": _number(x), "y": _number(y)}) for x, y in bends]
    return element("bpmndi:BPMNEdge", {"id": f"{about}.edge", "bpmnElement": about}, inside)


def _number(value: float) -> str:
    return f"{value:.1f}".removesuffix(".0")
