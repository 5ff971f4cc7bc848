"""Drawings as the text of a file: one format, one lifecycle or several."""

from __future__ import annotations

from collections.abc import Sequence

from samenwerk.drawing.bpmn.xml import bpmn
from samenwerk.drawing.dot import dot
from samenwerk.drawing.drawn import Drawing
from samenwerk.drawing.mermaid import mermaid
from samenwerk.drawing.scxml import scxml
from samenwerk.drawing.svg import svg

FORMATS = {
    "mermaid": ".mmd",
    "dot": ".dot",
    "svg": ".svg",
    "bpmn": ".bpmn",
    "scxml": ".scxml",
}
"""Each way to write a drawing, with how a file of it ends."""

ENDINGS = {
    ".mmd": "mermaid",
    ".mermaid": "mermaid",
    ".md": "mermaid",
    ".dot": "dot",
    ".gv": "dot",
    ".svg": "svg",
    ".bpmn": "bpmn",
    ".scxml": "scxml",
}
"""Which format a file of this ending asks for."""

ALONE = ("svg", "bpmn", "scxml")
"""The formats of which one text holds no more than one drawing."""


def written(drawing: Drawing, format: str) -> str:
    """One drawing in a format of FORMATS, as the text of a file."""
    writers = {"dot": dot, "svg": svg, "bpmn": bpmn, "scxml": scxml}
    return writers.get(format, mermaid)(drawing)


def page(drawings: Sequence[Drawing]) -> str:
    """Drawings as one Markdown page, each under its title, in Mermaid."""
    parts = [f"## {plain_title(one)}\n\n```mermaid\n{mermaid(one)}```\n" for one in drawings]
    return "\n".join(parts)


def plain_title(drawing: Drawing) -> str:
    """The title as Markdown prints it: signs that mean something there are escaped."""
    return "".join(f"\\{one}" if one in "\\`*_{}[]<>()#+!|" else one for one in drawing.title)


def drawing_data(drawing: Drawing) -> dict[str, object]:
    """A drawing as plain data: what JSON tells of it."""
    return {
        "lifecycle": drawing.name,
        "title": drawing.title,
        "about": drawing.about,
        "main": list(drawing.main),
        "case": drawing.case or None,
        "states": [
            {
                "state": one.name,
                "label": one.label,
                "due": one.due or None,
                "first": one.first,
                "final": one.final,
                "stops": one.stops,
                "mark": one.mark or None,
            }
            for one in drawing.states
        ],
        "steps": [
            {
                "step": one.name,
                "label": one.label,
                "kind": one.kind,
                "ways": [list(way) for way in one.ways],
                "doer": one.doer,
                "who": one.who,
                "asks": list(one.asks),
                "effects": list(one.effects),
                "main": one.main,
                "dashed": one.dashed,
                "mark": one.mark or None,
                "walked": [list(way) for way in one.walked],
            }
            for one in drawing.steps
        ],
    }
