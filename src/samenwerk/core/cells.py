"""Cell kinds: who can change what stands in a cell, and by which command.

A small closed family beside the leaves: a leaf says what must stand in a cell, its kind says
how that comes about. What stands there now is `core.scene`, how it is said `core.act_words`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal

from samenwerk.core.acts import DECIDING, REPORTING, recorders
from samenwerk.core.allowed import Allowed
from samenwerk.core.fitting import candidates
from samenwerk.core.refusals import doers_of, everyone, label
from samenwerk.core.says import ACTS
from samenwerk.core.scene import (
    Scene,
    declared_document,
    declared_fact,
    declared_step,
    declared_voice,
)
from samenwerk.core.speaking import speaks
from samenwerk.core.view import View
from samenwerk.core.who import members, registered
from samenwerk.values.case import Case
from samenwerk.values.cell import Cell, Entry, Value
from samenwerk.values.command import Command, Enrol, HandIn, Record, Say
from samenwerk.values.declared import Fact, Step
from samenwerk.values.passing import noon
from samenwerk.values.register import Giving, Holding, Span
from samenwerk.values.say import Say as Declared
from samenwerk.values.time import Term
from samenwerk.values.who import Who


def who_may(scene: Scene, cell: Cell) -> tuple[str, ...]:
    """The parties of whom one must act, or have itself spoken for; empty when nobody can."""
    return tuple(_who_may(scene, cell))


def can_change(scene: Scene, cell: Cell) -> bool:
    """Whether anybody can."""
    return any(True for _ in _who_may(scene, cell))


def _who_may(scene: Scene, cell: Cell) -> Iterator[str]:
    case = scene.case(cell)
    acts, on = ((), ()) if case is None else _acts(scene, case, cell)
    for owner in _owners(scene, cell):
        if owner not in scene.frozen and (
            case is None or voices(scene, case, owner, acts, on)
        ):
            yield owner


def _owners(scene: Scene, cell: Cell) -> tuple[str, ...]:
    if cell.kind == "mandate":
        return ((cell.who or "").partition(">")[0],)
    if cell.kind == "holder":
        return (cell.who,) if cell.who else ()
    if cell.kind == "copy":
        by_hand = [one for one in scene.opening(cell.name) if not one.step.automatic]
        return (cell.who,) if cell.who and by_hand else ()
    case = scene.case(cell)
    if case is None or case.over:
        return ()
    view = scene.view(case)
    match cell.kind:
        case "fact":
            fact = declared_fact(scene, case, cell)
            return () if fact is None else recorders(fact, cell.who, view)
        case "document":
            document = declared_document(scene, case, cell)
            if document is None or not document.by:
                register = scene.collaboration.register
                return tuple(p.id for p in register.parties if p.span.covers(scene.day))
            return everyone(document.by, view)
        case "position":
            voice = declared_voice(scene, case, cell)
            voters = () if voice is None else everyone(voice.by, view)
            return tuple(one for one in voters if one == cell.who)
        case "step":
            step = declared_step(scene, case, cell)
            if step is None or step.automatic is not None:
                return ()
            doers = doers_of(step, view)
            if step.for_each is not None and cell.who is not None:
                return doers if cell.who in members(step.for_each, view) else ()
            return tuple(one for one in doers if cell.who in (None, one))
    return ()


def _acts(scene: Scene, case: Case, cell: Cell) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of which acts, on which subjects, changing the cell is one."""
    subject = scene.workflow(case).lifecycles[case.lifecycle].subject
    match cell.kind:
        case "copy":
            opening = scene.opening(cell.name)
            return step_acts(opening[0].step, opening[0].lifecycle.subject) if opening else ((), ())
        case "position":
            voice = declared_voice(scene, case, cell)
            if isinstance(voice, Declared):
                return ACTS[voice.right], subject
            return DECIDING, subject if voice is None else voice.on or subject
        case "step":
            step = declared_step(scene, case, cell)
            return ((), subject) if step is None else step_acts(step, subject)
    return REPORTING, subject


def step_acts(step: Step, subject: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of which acts, on which subjects, doing a step is one."""
    return () if step.act is None else (step.act,), step.on or subject


def voices(
    scene: Scene, case: Case, party: str, acts: tuple[str, ...], on: tuple[str, ...]
) -> tuple[str, ...]:
    """Who can act for a party: itself, its table's representatives, holders of its mandates."""
    if party in scene.frozen:
        return ()
    workflow, register = scene.workflow(case), scene.collaboration.register
    table = workflow.tables.get(party)
    if table is None and not register.gives:
        # nobody but the party itself: asked for every voter, so the usual case goes fast
        fences = acts and any(one.never or one.may is not None for one in workflow.roles.values())
        if not fences:
            return (party,) if scene.may_act(case.id, party) else ()
    candidates = [party]
    if table is not None and table.representatives is not None:
        candidates += registered(Who("role", table.representatives), register, scene.day)
    candidates += [one.to for one in register.gives if party in one.who]
    view = scene.view(case)
    return tuple(
        one
        for one in dict.fromkeys(candidates)
        if one not in scene.frozen
        and scene.may_act(case.id, one)
        and (one != party or table is None)
        and speaks(scene.compiled.of(case), view, one, party, acts, on).refused is None
    )


def speakers(scene: Scene, cell: Cell, party: str) -> tuple[str, ...]:
    """Who can act for a party about a cell."""
    case = scene.case(cell)
    return (party,) if case is None else voices(scene, case, party, *_acts(scene, case, cell))


def described_who(scene: Scene, cell: Cell, who: Sequence[str] = ()) -> tuple[str, ...]:
    """Those who may, as the text describes them: "role:chair"; `who` as in `described`."""
    case = scene.case(cell)
    if case is None:
        return ()
    by: tuple[Who, ...] = ()
    match cell.kind:
        case "copy":
            by = tuple(who for one in scene.opening(cell.name) for who in one.step.by)
        case "fact":
            fact = declared_fact(scene, case, cell)
            by = () if fact is None else fact.by
        case "document":
            document = declared_document(scene, case, cell)
            by = () if document is None else document.by
        case "step":
            step = declared_step(scene, case, cell)
            by = () if step is None else step.by
        case "position":
            voice = declared_voice(scene, case, cell)
            by = () if voice is None else voice.by
    return described(by, who, scene.view(case))


def described(by: tuple[Who, ...], who: Sequence[str], view: View) -> tuple[str, ...]:
    """Doers by kind and name; only by what makes one of `who` a doer, where that is known."""
    meant = [one for one in by if not set(who).isdisjoint(members(one, view))]
    return tuple(f"{one.kind}:{label(one)}" for one in meant or by)


def command_for(
    scene: Scene, cell: Cell, allowed: Allowed, id: str, by: str | None = None
) -> Iterator[Command]:
    """Commands that would put something allowed in the cell, one for each who may.

    `by` takes only that party. Empty for steps, states and days, which the planner itself
    brings about.
    """
    moment = noon(scene.day)
    owners = who_may(scene, cell) if by is None else (by,) if by in _owners(scene, cell) else ()
    for owner in owners:
        for actor in speakers(scene, cell, owner):
            common: dict[str, object] = {"id": id, "actor": actor, "moment": moment,
                                         "day": scene.day, "salt": id}  # fmt: skip
            if actor != owner:
                common["on_behalf_of"] = owner
            command = _command(scene, cell, allowed, common)
            if command is not None:
                yield command


def _command(
    scene: Scene, cell: Cell, allowed: Allowed, common: Mapping[str, object]
) -> Command | None:
    case = scene.case(cell)
    told: dict[str, object] = dict(common)
    if cell.kind == "mandate":
        giver, _, holder = (cell.who or "").partition(">")
        line = Giving(cell.name, (giver,), holder, Span(scene.day))
        return Enrol(**told, gives=(line,))  # type: ignore[arg-type]
    if cell.kind == "holder" and cell.who is not None:
        return Enrol(**told, holds=(Holding(cell.name, cell.who, Span(scene.day)),))  # type: ignore[arg-type]
    if case is None or allowed.has("absent"):
        return None
    told["case"] = case.id
    match cell.kind:
        case "fact":
            value = value_for(scene, case, cell, allowed)
            if value is None:
                return None
            return Record(**told, fact=cell.name, value=value, who=cell.who)  # type: ignore[arg-type]
        case "document":
            return HandIn(**told, document=cell.name, title="…")  # type: ignore[arg-type]
        case "position":
            words = position_words(allowed)
            if not words:
                return None
            return Say(**told, decision=cell.name, position=str(words[0]), reasons="…")  # type: ignore[arg-type]
    return None


def position_words(allowed: Allowed) -> tuple[Value, ...]:
    """The words that a demand names, those it likes best first."""
    order = {"for": 0, "abstain": 1, "against": 2, "object": 3}
    sets = [
        test.operand
        for test in allowed.tests
        if test.op == "one_of" and isinstance(test.operand, frozenset)
    ]
    if not sets:
        return ()
    common = frozenset.intersection(*sets)
    return tuple(sorted(common, key=lambda word: (order.get(str(word), 9), str(word))))


def value_for(scene: Scene, case: Case, cell: Cell, allowed: Allowed) -> Value | None:
    """A value that may stand in a fact's cell."""
    fact = declared_fact(scene, case, cell)
    for value in _unlikely(fact, scene.day) if scene.contrary and fact is not None else ():
        entry = Entry(value, scene.day, 0)
        if all(test.holds(entry, scene.day, scene.value)
               for test in allowed.tests if test.about_value):  # fmt: skip
            return value
    return allowed.choose(candidates(fact, scene.day), scene.day, scene.value)


def _unlikely(fact: Fact, day: date) -> tuple[Value, ...]:
    """Values far from what anybody would think of first."""
    match fact.type:
        case "whole_number":
            return (10**6, 0)
        case "money":
            return (Decimal(10**6), Decimal("0.00"))
        case "date":
            return (Term(3, "year").after(day), Term(3, "year").before(day))
        case "term":
            return (Term(30, "year"), Term(0, "day"))
    return candidates(fact, day)[::-1]


def holders_wanted(scene: Scene, who: Who) -> tuple[Cell, ...]:
    """Cells of the register that would give a role of the collaboration a holder."""
    if who.kind != "role" or who.lifecycle is not None or who.role is None:
        return ()
    register = scene.collaboration.register
    return tuple(
        Cell("", "holder", who.name, party.id)
        for party in register.parties
        if party.span.covers(scene.day) and (not who.role.sort or party.sort in who.role.sort)
    )


def fills(step: Step, cell: Cell, case: Case) -> bool:
    """Whether doing the step can itself fill in the cell."""
    return (
        cell.case == case.id
        and cell.kind in ("fact", "document", "role")
        and cell.who is None
        and cell.name in step.fill_in
    )
