"""A drawing as DOT text, for Graphviz: the way straight on in one line, steps back dashed.

Names of the author stand in it as text only, as XML writes it; nodes have names of our own.
"""

from __future__ import annotations

from collections.abc import Iterable
from xml.sax.saxutils import escape

from samenwerk.drawing.drawn import Drawing, DrawnState, DrawnStep
from samenwerk.drawing.rows import (
    AGAIN,
    BACK,
    drawn_from,
    from_all,
    from_text,
    goes_back_from_many,
    lines,
    state_rows,
    stays_anywhere,
    stays_at,
    step_rows,
)

WIDTH, SMALL = 26, 32
_INK, _BLUE, _GREEN, _BROWN, _GREY = "#10233b", "#1f3a5f", "#1d5c38", "#7a4d00", "#5b6b7d"
_HEAD = """\
  graph [rankdir=TB, nodesep=0.35, ranksep=0.3, splines=true, labelloc=t, fontsize=18,
    fontname="Helvetica,Arial,sans-serif", fontcolor="#10233b", charset="UTF-8"];
  node [shape=box, style="rounded,filled", fillcolor="#ffffff", color="#5b6b7d",
    fontname="Helvetica,Arial,sans-serif", fontsize=13, fontcolor="#10233b", margin="0.18,0.1"];
  edge [color="#5b6b7d", arrowsize=0.8];"""
_MARKS = {
    "here": f'fillcolor="#ffd968", color="{_BROWN}", penwidth=4',
    "been": f'fillcolor="#dfe6ee", color="{_BLUE}", penwidth=2',
}
_KINDS = {
    "final": f'fillcolor="#e9f3ec", color="{_GREEN}", peripheries=2',
    "main": f'fillcolor="#eef3fa", color="{_BLUE}", penwidth=1.5',
    "side": "",
}


def dot(drawing: Drawing) -> str:
    """The drawing as the text of a directed graph in the DOT language, ending in a newline."""
    ids = {one.name: f"s{number}" for number, one in enumerate(drawing.states)}
    rows = ["digraph lifecycle {", _HEAD]
    rows.append(f"  label=<<B>{escape(drawing.title)}</B>>;")
    rows.append(f"  tooltip={_quoted(drawing.about)};")
    rows += [f"  {ids[one.name]} [{_state(one, drawing)}];" for one in drawing.states]
    back = goes_back_from_many(drawing)
    for number, step in enumerate(drawing.steps):
        if step.kind != "stays" and step not in back:
            rows += _step(step, f"t{number}", ids, drawing)
    for number, (id, steps) in enumerate((("stays", stays_anywhere(drawing)), ("back", back))):
        rows += [f"  n{number} [{_note(id, steps, drawing)}];"] if steps else []
    return "\n".join([*rows, "}"]) + "\n"


def _state(state: DrawnState, drawing: Drawing) -> str:
    told = [_bold(row) for row in lines(state.label, WIDTH)]
    told += [_small(row) for extra in state_rows(state, drawing) for row in lines(extra, SMALL)]
    for step in stays_at(state.name, drawing):
        told += _told(f"{AGAIN} {step.label}", step_rows(step, drawing))
    if state.mark == "here":
        told.append(_small(f"({drawing.words['here']})"))
    kind = "final" if state.final else "main" if state.name in drawing.main else "side"
    group = "group=main" if state.name in drawing.main else ""
    rings = "peripheries=2" if state.mark and state.final else ""
    looks = (f"label=<{_joined(told)}>", _MARKS.get(state.mark, _KINDS[kind]), rings, group)
    return ", ".join(one for one in looks if one)


def _step(step: DrawnStep, id: str, ids: dict[str, str], drawing: Drawing) -> list[str]:
    """The node of a step with the lines to and from it."""
    extra = [one for one in (from_text(step, drawing), *step_rows(step, drawing)) if one]
    told = _told(f"{BACK} {step.label}" if step.kind == "back" else step.label, extra, step.main)
    looks = 'shape=plaintext, style="", margin="0.05,0.02"'
    if step.mark == "open":
        looks = f'style="rounded,filled", fillcolor="#fff6d8", color="{_BROWN}"'
    if step.main:
        looks += ", group=main"
    out = ["constraint=false"] if step.returns else []
    rows = [f"  {id} [label=<{_joined(told)}>, {looks}];"]
    rows += [f"  {ids[one]} -> {id}{_line(step, one in step.walked_from, ['arrowhead=none'])};"
             for one in drawn_from(step, drawing)]  # fmt: skip
    rows += [f"  {id} -> {ids[one]}{_line(step, one in step.walked_to, out)};"
             for one in step.targets]  # fmt: skip
    return rows


def _line(step: DrawnStep, walked: bool, looks: list[str]) -> str:
    """How a line to or from a step looks."""
    if walked:
        looks = [*looks, f'color="{_BROWN}", penwidth=4']
    elif step.main:
        looks = [*looks, f'color="{_BLUE}", penwidth=2.2']
    looks = [*looks, *(["weight=100"] if step.main else []),
             *(["style=dashed"] if step.dashed else [])]  # fmt: skip
    return f" [{', '.join(looks)}]" if looks else ""


def _note(id: str, steps: list[DrawnStep], drawing: Drawing) -> str:
    """Steps that are told in words, from which states each."""
    told = [_bold(drawing.words[id])]
    for step in steps:
        sign = BACK if step.kind == "back" else AGAIN
        told += _told(f"{sign} {step.label}", (from_all(step, drawing), *step_rows(step, drawing)))
    return f'label=<{_joined(told)}>, fillcolor="#f7f7f4", style="filled,dashed", color="{_GREY}"'


def _told(label: str, rows: Iterable[str], bold: bool = False) -> list[str]:
    head = [_bold(row) if bold else escape(row) for row in lines(label, WIDTH)]
    return head + [_small(row) for one in rows for row in lines(one, SMALL)]


def _joined(rows: list[str]) -> str:
    return "<BR/>".join(rows)


def _bold(text: str) -> str:
    return f"<B>{escape(text)}</B>"


def _small(text: str) -> str:
    return f'<FONT POINT-SIZE="11">{escape(text)}</FONT>'


def _quoted(text: str) -> str:
    """A text between quotes, in which nothing means something else."""
    told = escape(text).replace("\\", "\\\\").replace('"', '\\"')
    return f'"{told}"'
