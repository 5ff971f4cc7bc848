"""A drawing as SCXML, the W3C's way to write a state machine: states, and steps as events.

What it depends on whether a step may be taken is not in it: that takes the whole workflow.
"""

from __future__ import annotations

from samenwerk.drawing.drawn import Drawing, DrawnState
from samenwerk.drawing.markup import HEAD, element, id_of
from samenwerk.drawing.turns import BEGIN, Turn, turns_of

SPACE = "http://www.w3.org/2005/07/scxml"
OURS = "urn:samenwerk:lifecycle"
NEW = "begin"
"""The state of a case that has not begun: those of the author begin with `state.`."""


def scxml(drawing: Drawing) -> str:
    """The drawing as the text of an SCXML document, ending in a newline.

    The event of a step is its name after `step.`: a name alone could be a word of the reader.
    Where it depends on the past of a case where a step leads
    (a step back), the event says so in its data, as `to`.
    """
    turns = turns_of(drawing)
    opens = [one for one in turns if BEGIN in one.sources]
    attributes = {
        "xmlns": SPACE, "xmlns:samenwerk": OURS, "version": "1.0", "datamodel": "ecmascript",
        "name": id_of(drawing.name), "initial": NEW if opens else _id(drawing.states[0].name),
        "samenwerk:label": drawing.title, "samenwerk:about": drawing.about,
        "samenwerk:source": drawing.words["source"],
    }  # fmt: skip
    rows = element("scxml", attributes, [
        *([_begin(opens, drawing)] if opens else []),
        *(_state(one, turns, drawing) for one in drawing.states),
    ])  # fmt: skip
    return HEAD + "\n".join(rows) + "\n"


def _id(state: str) -> str:
    return f"state.{id_of(state)}"


def _begin(opens: list[Turn], drawing: Drawing) -> list[str]:
    label = {"id": NEW, "samenwerk:label": drawing.words["begin"]}
    return element("state", label, [row for one in opens for row in _turn(one, drawing)])


def _state(state: DrawnState, turns: tuple[Turn, ...], drawing: Drawing) -> list[str]:
    here = [one for one in turns if state.name in one.sources]
    told = {"samenwerk:label": state.label, "samenwerk:due": state.due}
    told |= {"samenwerk:clock": drawing.words["legend.stops"]} if state.stops else {}
    told |= {"samenwerk:mark": state.mark}
    attributes = {"id": _id(state.name), **{key: one for key, one in told.items() if one}}
    over = state.final and not here
    return element("final" if over else "state", attributes,
                   [row for one in here for row in _turn(one, drawing)])  # fmt: skip


def _turn(turn: Turn, drawing: Drawing) -> list[list[str]]:
    """The transitions of a turn from one of its states."""
    step, event = turn.step, id_of(turn.step.name)
    if turn.taken:
        told = {"samenwerk:label": drawing.words["taken"]}
        return [_transition(f"taken.{event}", turn.targets[0], "", told)]
    told = {
        "samenwerk:label": step.label, "samenwerk:who": step.who,
        "samenwerk:needs": " · ".join(step.asks), "samenwerk:effects": " · ".join(step.effects),
        "samenwerk:source": step.source, "samenwerk:mark": step.mark,
    }  # fmt: skip
    stays = step.kind == "stays" and not step.again
    found = [
        _transition(f"step.{event}", "" if stays else one,
                    f"_event.data.to == '{id_of(one)}'" if len(turn.targets) > 1 else "", told)
        for one in turn.targets
    ]  # fmt: skip
    if step.anyway:
        said = {**told, "samenwerk:label": drawing.words["refused"]}
        found.append(_transition(f"anyway.{event}", step.anyway, "", said))
    return found


def _transition(event: str, target: str, condition: str, told: dict[str, str]) -> list[str]:
    attributes = {"event": event, "cond": condition, "target": _id(target) if target else ""}
    return element("transition", {key: one for key, one in (attributes | told).items() if one})
