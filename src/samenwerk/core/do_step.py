"""Doing a step: state, doer, what is filled in, needs, and then the machine."""

from __future__ import annotations

from collections.abc import Mapping

import attrs
from immutables import Map

from samenwerk.core.acts import fact_fixed, fact_value, own_name
from samenwerk.core.by_itself import left_to_itself
from samenwerk.core.compiled import Compiled, CompiledStep
from samenwerk.core.effects import ask_effects
from samenwerk.core.filled import holders_unfit
from samenwerk.core.findings import findings
from samenwerk.core.fitting import fact_of, fitting
from samenwerk.core.for_many import for_whom, in_part
from samenwerk.core.holders import HoldersChanged, changed_by
from samenwerk.core.journal import Journal
from samenwerk.core.machine import BACK, destination
from samenwerk.core.moving import movements
from samenwerk.core.opening import case_at_hand
from samenwerk.core.operands import getter
from samenwerk.core.record import finding_records
from samenwerk.core.refusals import (
    described,
    doers_of,
    fit_to_take,
    meant_by,
    not_you,
    refused,
    wrong_state,
)
from samenwerk.core.speaking import speaks
from samenwerk.core.splitting import (
    fitting_step,
    merge_wrong,
    merged_of,
    split_of,
    split_wrong,
    stopped_days,
)
from samenwerk.core.trail import NEW, way_back
from samenwerk.core.view import View
from samenwerk.values.case import Case, Entries
from samenwerk.values.cell import Entry, Value
from samenwerk.values.command import Do
from samenwerk.values.declared import Step
from samenwerk.values.errors import Misuse, UnknownName
from samenwerk.values.event import DocumentIn, StepDone
from samenwerk.values.finding import YES
from samenwerk.values.message import Message, Name
from samenwerk.values.outcome import Outcome, Verdict


def do_step(
    compiled: Compiled,
    journal: Journal,
    command: Do,
    answers: Mapping[str, int],
    *,
    look: bool,
) -> Outcome:
    """Do a step, or say why not; what is carried out stands in the journal."""
    found = compiled.step(command.step)
    if found is None:
        raise UnknownName(what="step", name=command.step)
    if command.actor is None:
        raise Misuse("somebody must act", what="actor")
    step, actor = found.step, command.actor
    party = command.on_behalf_of or actor
    named: dict[str, object] = {"step": Name("step", step.full_name)}
    if step.automatic is not None:
        known = journal.collaboration
        here = known.cases.get(command.case)
        here = None if here is None or here.lifecycle != step.lifecycle else here
        waiting_view = None if here is None else View(known, here, command.day, answers=answers)
        return left_to_itself(found, here, waiting_view)
    fitting_step(step, command)
    opened = case_at_hand(compiled, found, journal, command, party)
    if isinstance(opened, Outcome):
        return opened
    case, parent = opened
    view = View(journal.collaboration, case, command.day, actor, party, answers)
    if not step.opens and case.state not in step.sources:
        return wrong_state(step, found.lifecycle, case, view)
    if leads_nowhere(found, case):
        headline = Message("decide.no_way_back", named)
        return refused(Verdict.NEVER, headline, way_out=(headline,), ground="nothing_allows_it")
    holders = changed_by(compiled.workflow, step, case, command.roles, party)
    filled = filled_in(compiled, found, journal, case, command, holders)
    if isinstance(filled, Outcome):
        return filled
    if filled is not case:
        view = View(journal.collaboration, filled, command.day, actor, party, answers)
    doers = doers_of(step, view)
    if party not in doers and not fit_to_take(step, view, (party,)):
        return _unfit_to_take(step, view, party, doers)
    if party not in doers:
        what = Message("decide.not_doer", {**named, "as": described(meant_by(step))})
        return not_you(meant_by(step), view, actor, what, doers)
    spoken = None
    if step.act is not None or party != actor:
        acts = (step.act,) if step.act is not None else ()
        on = step.on or found.lifecycle.subject
        spoken = speaks(compiled, view, actor, party, acts, on)
        if spoken.refused is not None:
            return not_you(step.by, view, actor, spoken.refused, spoken.can)
    waiting = _others_to_do(found, case, doers, party) if step.each else ()
    if waiting is None:
        told = {**named, "party": Name("party", party)}
        headline = Message("decide.done_already", told)
        return refused(Verdict.NEVER, headline, way_out=(headline,), ground="over")
    missing = _missing(step.fill_in, filled)
    if missing:
        told = {**named, "names": tuple(_label(compiled, case, one) for one in missing)}
        way = Message("way.fill_in", told)
        headline = Message("decide.fill_in", told)
        seen = findings(found, view)
        return refused(Verdict.NOT_YET, headline, findings=seen, way_out=(way,), can=doers)
    many = for_whom(found, view, command.for_each, lambda one: able(one, view, command))
    if isinstance(many, Outcome):
        return many
    found = many.found
    wrong = split_wrong(step, case, command, journal.collaboration, named) or merge_wrong(
        step, case, command, journal.collaboration, named
    )
    if wrong is not None:
        return wrong
    truths, record = found.judge(view)
    verdict = Verdict.ALLOWED
    if min(truths, default=YES) < YES:
        stopped = _judged(found, view, truths, command, named)
        if isinstance(stopped, Outcome):
            return stopped
        verdict = stopped
    token = found.machine.fire(
        step.name, NEW if step.opens else case.state,
        way_back(step, found.lifecycle, case.trail), {step.name: True},
    )  # fmt: skip
    assert token.state is not None
    moved = step.to != "stays" and not waiting
    to_state = token.state if moved else case.state
    merged, came = merged_of(compiled.workflow, step, case, command, journal.collaboration)
    journal.note(
        StepDone(
            opens=None if not step.opens else parent or "",
            moved=moved,
            waits=bool(waiting),
            back=moved and to_state in case.trail,
            over=found.lifecycle.states[to_state].final,
            facts=tuple(
                fact_value(journal, fact_of(compiled.workflow, case.lifecycle, name), value, None)
                for name, value in command.facts.items()
            ),
            documents=tuple(
                DocumentIn(name, journal.seal(title)) for name, title in command.documents.items()
            ),
            roles=holders.roles,
            joined=(*holders.joined, *came),
            left=holders.left,
            of=case.of if step.opens else None,
            rests_on=case.rests_on if step.opens else None,
            moves=() if waiting else movements(step.moves, view, getter),
            for_each=many.parties,
            stopped=stopped_days(found.lifecycle, case, command.day) if moved else None,
            split=split_of(step, case, command),
            merged=merged,
            explanation=journal.seal(command.explanation) if command.explanation else None,
        ),
        definition=case.definition,
        actor=actor,
        on_behalf_of=party if party != actor else None,
        mandate=None if spoken is None else spoken.by,
        case=case,
        lifecycle=case.lifecycle,
        step=step.name,
        from_state=None if step.opens else case.state,
        to_state=to_state,
        findings=finding_records(found, view, record),
    )
    ask_effects(compiled, journal)
    seen = findings(many.asked, view) if look else ()
    if many.left:
        return Outcome(Verdict.IN_PART, seen, headline=in_part(many), carried_out=True,
                       not_for=many.left)  # fmt: skip
    return Outcome(verdict, seen, carried_out=True)


def _unfit_to_take(step: Step, view: View, party: str, doers: tuple[str, ...]) -> Outcome:
    """The refusal of who cannot have the role that the step gives: of which sort one must be."""
    role = Name("role", f"{step.lifecycle}.{step.takes}")
    sorts = tuple(Name("sort", one) for one in step.takes_sorts)
    told: dict[str, object] = {"role": role, "as": sorts, "who": (Name("party", party),)}
    what = Message("filled.other_sort", told)
    if doers:
        return not_you(meant_by(step), view, party, what, doers)
    way = Message("way.nobody_fit", {"as": sorts})
    return refused(Verdict.NOT_YOU, what, way_out=(way,))


def able(found: CompiledStep, view: View, command: Do) -> bool:
    """Whether no condition stands in the way of a step, with what explains it at hand."""
    truths, _ = found.judge(view)
    return min(truths, default=YES) == YES or not isinstance(
        _judged(found, view, truths, command, {}), Outcome
    )


def leads_nowhere(found: CompiledStep, case: Case) -> bool:
    """Whether the step goes back while the case never was anywhere else."""
    if destination(found.step) != BACK:
        return False
    return way_back(found.step, found.lifecycle, case.trail) is None


def filled_in(
    compiled: Compiled,
    found: CompiledStep,
    journal: Journal,
    case: Case,
    command: Do,
    holders: HoldersChanged,
) -> Case | Outcome:
    """The case with what was filled in, as the needs will see it."""
    step = found.step
    party = command.on_behalf_of or command.actor or ""
    asked = set(step.fill_in)
    given = (*command.facts, *command.documents, *command.roles)
    strange = tuple(name for name in given if own_name(case, name) not in asked)
    if strange:
        told = {"step": Name("step", step.full_name), "names": strange}
        headline = Message("decide.not_asked", told)
        return refused(Verdict.NOT_YET, headline, way_out=(headline,), can=(party,))
    unfit = holders_unfit(compiled.workflow, journal.collaboration.register, case, command)
    if unfit is not None:
        return unfit
    roles = holders.before(case.roles)
    if not given and roles == case.roles:
        return case

    def entry(value: Value) -> Entries:
        return Map({None: Entry(value, command.day, journal.sequence + 1, command.actor)})

    facts = {}
    for name, value in command.facts.items():
        fact = fact_of(compiled.workflow, case.lifecycle, name)
        fixed = fact_fixed(fact, case)
        if fixed is not None:
            return fixed
        facts[name] = entry(fitting(fact, value))
    papers = {name: entry(title) for name, title in command.documents.items()}
    return attrs.evolve(
        case,
        facts=case.facts.update(facts) if facts else case.facts,
        documents=case.documents.update(papers) if papers else case.documents,
        roles=roles,
    )


def _missing(fill_in: tuple[str, ...], case: Case) -> tuple[str, ...]:
    return tuple(
        name
        for name in fill_in
        if name not in case.facts and name not in case.documents and name not in case.roles
    )


def _label(compiled: Compiled, case: Case, name: str) -> Name:
    workflow = compiled.workflow
    for family, declared in (
        ("fact", workflow.facts), ("document", workflow.documents), ("role", workflow.roles),
    ):  # fmt: skip
        full = f"{case.lifecycle}.{name}"
        if full in declared or name in declared:
            return Name(family, full if full in declared else name)
    return Name("fact", name)


def _others_to_do(
    found: CompiledStep, case: Case, doers: tuple[str, ...], party: str
) -> tuple[str, ...] | None:
    """Who is still to do a step that each must do; None when this party did it already."""
    done = case.steps.get(found.step.name, Map())
    ready = {
        one for one in doers if (entry := done.get(one)) and entry.sequence > case.state_since
    }
    if party in ready:
        return None
    return tuple(one for one in doers if one not in ready and one != party)


def _judged(
    found: CompiledStep,
    view: View,
    truths: list[int],
    command: Do,
    named: Mapping[str, object],
) -> Outcome | Verdict:
    """Refused, or allowed with what is not met explained or merely reported."""
    explained = bool((command.explanation or "").strip())
    unmet = [
        (need, truth) for need, truth in zip(found.needs, truths, strict=True) if truth < YES
    ]
    papers = tuple(
        dict.fromkeys(
            paper
            for need, truth in unmet
            if need.severity == "explain" and need.rule is not None
            for paper in need.rule.papers
            if paper not in view.case.documents
        )
    )
    if any(need.stands_in_the_way(truth, explained=True) for need, truth in unmet):
        headline = Message("decide.not_met", named)
        return refused(Verdict.NOT_YET, headline, findings=findings(found, view))
    if all(need.severity in ("warn", "hint") for need, _ in unmet):
        return Verdict.ALLOWED
    if explained and not papers:
        return Verdict.ALLOWED_WITH_EXPLANATION
    told = {"papers": tuple(Name("document", paper) for paper in papers)}
    way = Message("way.explain" if papers else "way.explain_only", told)
    return refused(
        Verdict.ALLOWED_WITH_EXPLANATION,
        Message("decide.explain", named),
        findings=findings(found, view),
        way_out=(way,),
        can=(view.speaks_for or "",),
    )
