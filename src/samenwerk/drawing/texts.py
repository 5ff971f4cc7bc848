"""The lines of text of an SVG picture: in a state, beside a step, and in the list below it."""

from __future__ import annotations

from collections.abc import Iterable

from samenwerk.drawing.drawn import Drawing, DrawnState, DrawnStep
from samenwerk.drawing.measured import Row, rows_of
from samenwerk.drawing.rows import AGAIN, BACK, state_rows, stays_at, step_rows
from samenwerk.drawing.sorting import Lead

BIG, SMALL = 12.5, 10.5


def state_text(state: DrawnState, drawing: Drawing, wide: float) -> tuple[Row, ...]:
    """What stands in the box of a state."""
    label = f"✓ {state.label}" if state.mark == "been" else state.label
    rows = rows_of(label, wide, 13.5, True)
    if state.mark == "here":
        rows += rows_of(f"▶ {drawing.words['here']}", wide, SMALL, True, "mark")
    for extra in state_rows(state, drawing):
        rows += rows_of(extra, wide, SMALL, False, "small")
    for step in stays_at(state.name, drawing):
        rows += rows_of(f"{AGAIN} {step.label}", wide, 11.5, step.mark == "open")
        rows += _below(step, drawing, wide)
    return tuple(rows)


def step_text(
    step: DrawnStep, drawing: Drawing, wide: float, also: Iterable[str] = ()
) -> tuple[Row, ...]:
    """What stands beside the arrow of a step; `also` are states from which no line is drawn."""
    sign = f"{BACK} " if step.kind == "back" else ""
    rows = rows_of(sign + step.label, wide, BIG, step.main or step.mark == "open")
    rows += _below(step, drawing, wide)
    names = ", ".join(drawing.state(one).label for one in also)
    if names:
        id = "from" if set(also) == set(step.sources) else "also"
        said = drawing.words[id].replace("{states}", names)
        rows += rows_of(said, wide, SMALL, False, "from")
    return tuple(rows)


def lead_text(lead: Lead, drawing: Drawing, wide: float) -> tuple[Row, ...]:
    """The text of a step with what is drawn of it."""
    return step_text(lead.step, drawing, wide, lead.also)


def all_texts(leads: Iterable[Lead], drawing: Drawing, wide: float) -> tuple[Row, ...]:
    """The texts of several steps below each other, with some room between."""
    rows: list[Row] = []
    for lead in leads:
        rows += [Row("", 4)] if rows else []
        rows += lead_text(lead, drawing, wide)
    return tuple(rows)


def list_text(step: DrawnStep, drawing: Drawing, wide: float) -> tuple[Row, ...]:
    """What stands in the list of steps that leave a case where it is."""
    rows = rows_of(f"{AGAIN} {step.label}", wide, BIG, step.mark == "open")
    rows += _below(step, drawing, wide)
    names = ", ".join(drawing.state(one).label for one in step.sources)
    said = drawing.words["from"].replace("{states}", names)
    return tuple(rows + rows_of(said, wide, SMALL, False, "from"))


def _below(step: DrawnStep, drawing: Drawing, wide: float) -> list[Row]:
    """What stands below the name of a step; that it can be done now stands out."""
    rows: list[Row] = []
    for number, one in enumerate(step_rows(step, drawing)):
        mark = step.mark == "open" and number == 0
        rows += rows_of(one, wide, SMALL, mark, "mark" if mark else "small")
    return rows
