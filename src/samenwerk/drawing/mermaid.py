"""A drawing as Mermaid text: a flowchart, which shows in a page wherever Mermaid is known.

Names of the author never stand in it but as text between quotes, with every sign that means
something to Mermaid written as its number.
"""

from __future__ import annotations

import re

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

_SAFE = re.compile(r"[^\w ,.:()/?!'’…→↻↩◷⚙•·–—-]|_")
_LISTED = re.compile(r"^(\s*)(\d+)([.)])|^(\s*)([-+*])(?= )")
WIDTH, SMALL = 26, 30

_CLASSES = (
    ("state", "fill:#eef3fa,stroke:#1f3a5f,color:#10233b,stroke-width:1.5px"),
    ("side", "fill:#ffffff,stroke:#5b6b7d,color:#10233b"),
    ("final", "fill:#e9f3ec,stroke:#1d5c38,color:#0e2b1b,stroke-width:3px"),
    ("here", "fill:#ffd968,stroke:#7a4d00,color:#2b1b00,stroke-width:4px"),
    ("been", "fill:#dfe6ee,stroke:#1f3a5f,color:#10233b,stroke-width:2px"),
    ("done", "fill:transparent,stroke:none,color:#7a4d00"),
    ("step", "fill:transparent,stroke:none,color:#243447"),
    ("open", "fill:#fff6d8,stroke:#7a4d00,color:#2b1b00,stroke-width:1.5px"),
    ("note", "fill:#f7f7f4,stroke:#9aa3ad,color:#243447,stroke-dasharray:2 3"),
)

_WALKED = "stroke:#7a4d00,stroke-width:4px"


def mermaid(drawing: Drawing) -> str:
    """The drawing as the text of a Mermaid flowchart, from top to bottom, ending in a newline."""
    ids = {one.name: f"s{number}" for number, one in enumerate(drawing.states)}
    rows = ["---", f"title: {_title(drawing.title)}", "---", "flowchart TD"]
    rows += [f"  accTitle: {_plain(drawing.title)}", f"  accDescr: {_plain(drawing.about)}"]
    rows += [f"  {ids[one.name]}{_state(one, drawing)}" for one in drawing.states]
    links: list[tuple[str, bool]] = []
    back = goes_back_from_many(drawing)
    for number, step in enumerate(drawing.steps):
        if step.kind != "stays" and step not in back:
            rows += _step(step, f"t{number}", ids, links, drawing)
    rows += [f"  {link}" for link, _ in links]
    walked = ",".join(str(number) for number, (_, taken) in enumerate(links) if taken)
    rows += [f"  linkStyle {walked} {_WALKED}"] if walked else []
    for number, (id, steps) in enumerate((("stays", stays_anywhere(drawing)), ("back", back))):
        rows += [f"  n{number}{_note(id, steps, drawing)}"] if steps else []
    rows += [f"  classDef {name} {style}" for name, style in _CLASSES]
    return "\n".join(rows) + "\n"


def _state(state: DrawnState, drawing: Drawing) -> str:
    told = [_bold(row) for row in lines(state.label, WIDTH)]
    told += [_text(row) for extra in state_rows(state, drawing) for row in lines(extra, WIDTH)]
    for step in stays_at(state.name, drawing):
        told += _stays(step, drawing)
    if state.mark == "here":
        told.append(_text(f"({drawing.words['here']})"))
    left, right = ('(["', '"])') if state.final else ('("', '")')
    kind = "final" if state.final else "state" if state.name in drawing.main else "side"
    return f"{left}{'<br/>'.join(told)}{right}:::{state.mark or kind}"


def _stays(step: DrawnStep, drawing: Drawing) -> list[str]:
    told = [_text(row) for row in lines(f"{AGAIN} {step.label}", WIDTH)]
    return told + [f"<small>{_text(row)}</small>" for one in step_rows(step, drawing)
                   for row in lines(one, SMALL)]  # fmt: skip


def _step(
    step: DrawnStep, id: str, ids: dict[str, str], links: list[tuple[str, bool]],
    drawing: Drawing,
) -> list[str]:  # fmt: skip
    """The node of a step, where it has one; its arrows go to `links`."""
    sign = f"{BACK} " if step.kind == "back" else ""
    told = [_bold(row) if step.main else _text(row) for row in lines(sign + step.label, WIDTH)]
    told_from = from_text(step, drawing)
    extra = [told_from] if told_from else []
    told += [f"<small>{_text(row)}</small>" for one in (*extra, *step_rows(step, drawing))
             for row in lines(one, SMALL)]  # fmt: skip
    text = "<br/>".join(told)
    arrow, line = ("==>", "===") if step.main else ("-->", "---")
    if step.dashed:
        arrow, line = "-.->", "-.-"
    links += [(f"{ids[one]} {line} {id}", one in step.walked_from)
              for one in drawn_from(step, drawing)]  # fmt: skip
    links += [(f"{id} {arrow} {ids[one]}", one in step.walked_to) for one in step.targets]
    return [f'  {id}["{text}"]:::{step.mark or "step"}']


def _note(id: str, steps: list[DrawnStep], drawing: Drawing) -> str:
    """Steps that are told in words, from which states each."""
    told = [_bold(drawing.words[id])]
    for step in steps:
        sign = BACK if step.kind == "back" else AGAIN
        told += [_text(row) for row in lines(f"{sign} {step.label}", WIDTH)]
        told += [f"<small>{_text(row)}</small>"
                 for one in (from_all(step, drawing), *step_rows(step, drawing))
                 for row in lines(one, SMALL)]  # fmt: skip
    return f'["{"<br/>".join(told)}"]:::note'


def _bold(text: str) -> str:
    return f"<b>{_text(text)}</b>"


def _text(text: str) -> str:
    """A text between quotes: what could mean something is written as its number."""
    text = _SAFE.sub(lambda found: f"#{ord(found[0])};", text)
    return _LISTED.sub(lambda found: _numbered(found[0]), text)


def _numbered(text: str) -> str:
    return text[:-1] + f"#{ord(text[-1])};"


def _plain(text: str) -> str:
    """A text on a line of its own, where Mermaid knows no quotes."""
    return re.sub(r"[^\w ,.()?!'’…→–—-]", " ", text).strip()


def _title(text: str) -> str:
    quoted = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{quoted}"'
