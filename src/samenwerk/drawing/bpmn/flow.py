"""What flows to what in the BPMN model of a lifecycle: values, without places.

A state is an exclusive gateway with its name, or an end; each turn of a step is a task between
them. Where all of it stands is `layout`, how it is spelled is `xml`.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from samenwerk.drawing.drawn import Drawing, DrawnState, DrawnStep
from samenwerk.drawing.markup import id_of
from samenwerk.drawing.turns import BEGIN, Turn, turns_of


@attrs.frozen(kw_only=True)
class Node:
    """Something that a flow comes from or goes to.

    `kind` is "start", "end", "state", "begin" (which of several first steps), "task" (somebody
    does it), "itself", "taken", "where" (to which state a step leads), or "anyway".
    """

    id: str
    kind: str
    name: str = ""
    state: DrawnState | None = None
    step: DrawnStep | None = None


@attrs.frozen(kw_only=True)
class Flow:
    """From one node to another; `condition` where there is something to choose."""

    id: str
    source: str
    target: str
    condition: str = ""


@attrs.frozen(kw_only=True)
class Laid:
    """A turn with the ids of its own nodes, and of the flows that enter and leave them, by state.

    `inner` is the flow from the task to the choice of where it leads.
    """

    turn: Turn
    task: Node
    where: Node | None = None
    anyway: Node | None = None
    enter: dict[str, Flow]
    leave: dict[str, Flow]
    inner: Flow | None = None
    aside: Flow | None = None

    @property
    def flows(self) -> Iterator[Flow]:
        """All flows to, in and from it."""
        yield from self.enter.values()
        yield from (one for one in (self.inner, self.aside) if one is not None)
        yield from self.leave.values()

    @property
    def nodes(self) -> Iterator[Node]:
        """Its own nodes."""
        yield from (one for one in (self.task, self.where, self.anyway) if one is not None)


@attrs.frozen(kw_only=True)
class Model:
    """The whole: states by name (BEGIN: where a case is that has not begun), and turns."""

    drawing: Drawing
    start: Node
    states: dict[str, Node]
    turns: tuple[Laid, ...]
    first: Flow | None

    @property
    def nodes(self) -> Iterator[Node]:
        """Every node, each once."""
        yield self.start
        yield from (one for one in self.states.values() if one is not self.start)
        for turn in self.turns:
            yield from turn.nodes

    @property
    def flows(self) -> Iterator[Flow]:
        """Every flow, each once."""
        if self.first is not None:
            yield self.first
        for turn in self.turns:
            yield from turn.flows


def model_of(drawing: Drawing) -> Model:
    """The model of a drawing: every way of every step, and no other."""
    turns = turns_of(drawing)
    leaving = {source: [one for one in turns if source in one.sources] for turn in turns
               for source in turn.sources}  # fmt: skip
    start = Node(id="begin", kind="start", name=drawing.words["begin"])
    states = {one.name: _state(one, leaving.get(one.name, [])) for one in drawing.states}
    first = None
    begin = start
    if len(leaving.get(BEGIN, ())) > 1:
        begin = Node(id="begin.which", kind="begin")
        first = Flow(id="flow.begin", source=start.id, target=begin.id)
    states = {BEGIN: begin, **states}
    laid = tuple(_laid(one, drawing, states, leaving) for one in turns)
    return Model(drawing=drawing, start=start, states=states, turns=laid, first=first)


def _state(state: DrawnState, leaving: list[Turn]) -> Node:
    return Node(
        id=f"state.{id_of(state.name)}",
        kind="state" if leaving else "end",
        name=state.label,
        state=state,
    )


def _laid(
    turn: Turn, drawing: Drawing, states: dict[str, Node], leaving: dict[str, list[Turn]]
) -> Laid:
    step = turn.step
    own = f"{id_of(step.name)}{'.taken' if turn.taken else ''}"
    event = own
    id = own if turn.number == 1 else f"{own}.{turn.number}"
    kind = "taken" if turn.taken else "task" if step.doer == "who" else "itself"
    name = drawing.words["taken"] if turn.taken else step.label
    task = Node(id=f"step.{id}", kind=kind, name=name, step=step)
    where, inner = None, None
    if len(turn.targets) > 1:
        where = Node(id=f"where.{id}", kind="where")
        inner = Flow(id=f"flow.{id}.where", source=task.id, target=where.id)
    enter = {
        one: Flow(
            id=f"flow.{id}.from.{id_of(one)}" if one else f"flow.{id}.from",
            source=states[one].id, target=task.id,
            condition=f'step == "{event}"' if len(leaving[one]) > 1 else "",
        )
        for one in turn.sources
    }  # fmt: skip
    leave = {
        one: Flow(
            id=f"flow.{id}.to.{id_of(one)}",
            source=where.id if where else task.id, target=states[one].id,
            condition=f'to == "{id_of(one)}"' if where else "",
        )
        for one in turn.targets
    }  # fmt: skip
    anyway, aside = None, None
    if step.anyway and not turn.taken:
        anyway = Node(id=f"anyway.{id}", kind="anyway", name=drawing.words["refused"], step=step)
        aside = Flow(id=f"flow.{id}.anyway", source=anyway.id, target=states[step.anyway].id)
    return Laid(
        turn=turn, task=task, where=where, anyway=anyway, enter=enter, leave=leave, inner=inner,
        aside=aside,
    )  # fmt: skip
