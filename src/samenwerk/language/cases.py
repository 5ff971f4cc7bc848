"""Where a collaboration stands: its tree of cases with their state, since when, until when.

Which steps are open, and who can do them, is asked elsewhere.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TypeAlias

import attrs

from samenwerk.language.catalogue import Speaker
from samenwerk.language.clean import one_line
from samenwerk.language.layout import WIDTH, wrap
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Cell
from samenwerk.values.declared import Workflow
from samenwerk.values.message import Name
from samenwerk.values.operand import Constant

_ROOM = 30
PoolRow: TypeAlias = tuple[str, str | None, Decimal, Decimal | None]
"""A pool: its name, the year, what was spent out of it, and what is left."""


@attrs.frozen
class CaseRow:
    """One case in the tree, in words; `depth` is how many cases it hangs under.

    `due` is None where the state has no term or the case is over; `late` when it passed.
    `holds` is the money that was moved to it and not from it. `holders` are who take part:
    the roles that several can hold, with those who do. `effects` say what became of each effect
    the last time it was asked (waits, delivered, failed or dropped), and on which day.
    """

    depth: int
    id: str
    lifecycle: str
    state: str
    since: date
    due: date | None
    late: bool
    over: bool
    holders: tuple[tuple[str, tuple[str, ...]], ...] = ()
    holds: Decimal | None = None
    breaches: tuple[tuple[str, date], ...] = ()
    older: bool = False
    until: date | None = None
    effects: tuple[tuple[str, str, date], ...] = ()


def case_rows(collaboration: Collaboration, speaker: Speaker, day: date) -> tuple[CaseRow, ...]:
    """The cases in the order of opening, each one followed by those that hang under it."""
    below: dict[str | None, list[Case]] = {}
    for case in sorted(collaboration.cases.values(), key=lambda one: (one.opened.sequence, one.id)):
        parent = case.parent if case.parent in collaboration.cases else None
        below.setdefault(parent, []).append(case)
    rows: list[CaseRow] = []
    waiting = [(0, case) for case in reversed(below.get(None, []))]
    while waiting:
        depth, case = waiting.pop()
        row = _row(case, depth, speaker, day, _balance(collaboration, case.id, "this"))
        if not case.over and case.definition != collaboration.definition:
            until = None if case.kept is None else case.kept.until
            row = attrs.evolve(row, older=True, until=until)
        rows.append(row)
        waiting += [(depth + 1, child) for child in reversed(below.get(case.id, []))]
    return tuple(rows)


def render_cases(
    collaboration: Collaboration, speaker: Speaker, day: date, width: int = WIDTH
) -> str:
    """The collaboration and its tree of cases as text, as it stands on `day`."""
    id = "cases.rehearsal" if collaboration.rehearsal else "cases.head"
    head = speaker.words(
        id, id=collaboration.id, workflow=collaboration.workflow, count=collaboration.sequence
    )
    rows = wrap(head, width)
    for row in case_rows(collaboration, speaker, day):
        margin = " " * min(2 + 2 * row.depth, max(0, width - _ROOM))
        rows += wrap(_text(row, speaker), width, margin + "- ")
    if len(rows) == 1:
        rows += wrap(speaker.words("cases.none"), width, "  ")
    for name, year, spent, left in pool_rows(collaboration, speaker.workflow):
        told = {"pool": Name("pool", name), "year": year, "amount": spent}
        said = speaker.words("cases.pool_year" if year else "cases.pool", **told)
        if left is not None:
            said += ", " + speaker.words("cases.left", amount=left)
        rows += wrap(said, width, "  ")
    return "\n".join(rows)


def _text(row: CaseRow, speaker: Speaker) -> str:
    said = speaker.words(
        "cases.over" if row.over else "cases.case",
        case=row.id,
        lifecycle=row.lifecycle,
        state=row.state,
        since=row.since,
    )
    if row.due is not None:
        said += ", " + speaker.words("cases.late" if row.late else "cases.due", day=row.due)
    if row.holds is not None:
        said += "; " + speaker.words("cases.holds", amount=row.holds)
    if row.older:
        id = "cases.older" if row.until is None else "cases.older_until"
        said += "; " + speaker.words(id, until=row.until)
    for step, day in row.breaches:
        said += "; " + speaker.words("cases.breach", step=step, day=day)
    for effect, how, day in row.effects:
        said += "; " + speaker.words(f"cases.effect.{how}", effect=effect, day=day)
    for role, who in row.holders:
        said += "; " + speaker.words("cases.holders", role=role, who=who)
    return said


def pool_rows(
    collaboration: Collaboration, workflow: Workflow | None = None
) -> tuple[PoolRow, ...]:
    """Each pool from which something was moved: its name, year, what was spent, what is left.

    What is left is None where the amount of the pool is not written in the workflow.
    """
    found = []
    for cell, entry in collaboration.moved.items():
        if not cell.case and cell.name and isinstance(entry.value, Decimal):
            name, _, year = cell.name.partition(" ")
            begun = _amount(workflow, name, year)
            left = None if begun is None else begun + entry.value
            found.append((name, year or None, -entry.value, left))
    return tuple(sorted(found, key=lambda one: (one[0], one[1] or "")))


def _amount(workflow: Workflow | None, pool: str, year: str) -> Decimal | None:
    """What a pool began with, as far as the workflow says it by itself."""
    declared = None if workflow is None else workflow.pools.get(pool)
    if declared is None:
        return None
    if year:
        return next((one for at, one in declared.held.rows if str(at) == year), Decimal(0))
    begun = declared.held.amount
    value = begun.value if isinstance(begun, Constant) else None
    return value if isinstance(value, Decimal) else None


def _balance(collaboration: Collaboration, case: str, name: str) -> Decimal | None:
    entry = collaboration.moved.get(Cell(case, "pool", name))
    return entry.value if entry is not None and isinstance(entry.value, Decimal) else None


def _row(
    case: Case, depth: int, speaker: Speaker, day: date, holds: Decimal | None
) -> CaseRow:
    due = _due(case, speaker)
    return CaseRow(
        depth=depth,
        id=one_line(case.id),
        lifecycle=_kind(case, speaker),
        state=speaker.labels.of("state", f"{case.lifecycle}.{case.state}"),
        since=case.entered,
        due=due,
        late=due is not None and due < day,
        over=case.over,
        holders=_holders(case, speaker),
        effects=tuple(
            (speaker.labels.of("effect", name), str(entries[None].value), entries[None].day)
            for name, entries in sorted(case.effects.items())
        ),
        holds=holds,
        breaches=tuple(
            (speaker.labels.of("step", f"{case.lifecycle}.{step}"), entries[None].day)
            for step, entries in sorted(case.breaches.items())
        ),
    )


def _kind(case: Case, speaker: Speaker) -> str:
    label = speaker.labels.of("lifecycle", case.lifecycle)
    if case.of is None:
        return label
    return speaker.words("cases.of", lifecycle=label, party=speaker.labels.party(case.of))


def _holders(case: Case, speaker: Speaker) -> tuple[tuple[str, tuple[str, ...]], ...]:
    roles = speaker.workflow.roles if speaker.workflow else {}
    full = {name: f"{case.lifecycle}.{name}" for name in case.roles}
    return tuple(
        (speaker.labels.of("role", full[name]),
         tuple(speaker.labels.party(one) for one in case.roles[name]))
        for name in sorted(case.roles)
        if full[name] in roles and roles[full[name]].many
    )  # fmt: skip


def _due(case: Case, speaker: Speaker) -> date | None:
    known = (one for one in (speaker.workflow, *speaker.earlier) if one is not None)
    workflow = next((one for one in known if one.digest == case.definition), speaker.workflow)
    lifecycle = workflow and workflow.lifecycles.get(case.lifecycle)
    state = lifecycle.states.get(case.state) if lifecycle else None
    if case.over or state is None or state.due is None:
        return None
    return state.due.after(case.clock)


WORDING = {
    "nl": {
        "cases.breach": "{step} gebeurde op {day} hoewel dat niet mocht",
        "cases.head": "Samenwerking {id}, werkwijze {workflow}, {count} "
        "{count|vastlegging|vastleggingen}",
        "cases.rehearsal": "Oefening {id}, werkwijze {workflow}, {count} "
        "{count|vastlegging|vastleggingen}",
        "cases.none": "Er zijn nog geen dossiers.",
        "cases.case": "{case} ({lifecycle}): {state}, sinds {since}",
        "cases.over": "{case} ({lifecycle}): {state}, klaar sinds {since}",
        "cases.due": "uiterlijk {day}",
        "cases.holders": "{role}: {who}",
        "cases.of": "{lifecycle} van {party}",
        "cases.effect.waits": "{effect}: wacht op verzending",
        "cases.effect.delivered": "{effect}: bezorgd op {day}",
        "cases.effect.failed": "{effect}: kon op {day} niet bezorgd worden",
        "cases.effect.dropped": "{effect}: opgegeven op {day}",
        "cases.holds": "bevat {amount}",
        "cases.pool": "{pool}: {amount} eruit",
        "cases.pool_year": "{pool} {year}: {amount} eruit",
        "cases.left": "nog {amount} over",
        "cases.older": "onder een eerdere versie van de werkwijze",
        "cases.older_until": "onder een eerdere versie van de werkwijze, tot en met {until}",
        "cases.late": "te laat: de laatste dag was {day}",
    },
    "en": {
        "cases.breach": "{step} happened on {day} though it was not allowed",
        "cases.head": "Collaboration {id}, workflow {workflow}, {count} "
        "{count|recorded event|recorded events}",
        "cases.rehearsal": "Rehearsal {id}, workflow {workflow}, {count} "
        "{count|recorded event|recorded events}",
        "cases.none": "There are no cases yet.",
        "cases.case": "{case} ({lifecycle}): {state}, since {since}",
        "cases.over": "{case} ({lifecycle}): {state}, done since {since}",
        "cases.due": "due by {day}",
        "cases.holders": "{role}: {who}",
        "cases.of": "{lifecycle} of {party}",
        "cases.effect.waits": "{effect}: waits to be sent",
        "cases.effect.delivered": "{effect}: delivered on {day}",
        "cases.effect.failed": "{effect}: could not be delivered on {day}",
        "cases.effect.dropped": "{effect}: given up on {day}",
        "cases.holds": "holds {amount}",
        "cases.pool": "{pool}: {amount} out of it",
        "cases.pool_year": "{pool} {year}: {amount} out of it",
        "cases.left": "{amount} left",
        "cases.older": "under an earlier version of the workflow",
        "cases.older_until": "under an earlier version of the workflow, until {until}",
        "cases.late": "late: the last day was {day}",
    },
}
