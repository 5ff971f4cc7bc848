"""The acts beside steps: giving a position, recording a fact, handing in a document."""

from __future__ import annotations

from samenwerk.core.compiled import Compiled
from samenwerk.core.fitting import fact_of, fitting
from samenwerk.core.journal import Journal
from samenwerk.core.refusals import described, everyone, first_step, not_you, refused
from samenwerk.core.speaking import speaks
from samenwerk.core.view import View
from samenwerk.core.votes import closes_for_good, round_of, voters_of
from samenwerk.values.case import Case
from samenwerk.values.command import Command, HandIn, Record, Say
from samenwerk.values.declared import POSITIONS, Decision, Document, Fact
from samenwerk.values.errors import Misuse, UnknownName
from samenwerk.values.event import (
    DocumentHandedIn,
    DocumentIn,
    FactRecorded,
    FactValue,
    PositionGiven,
)
from samenwerk.values.message import Message, Name
from samenwerk.values.outcome import Outcome, Verdict

DECIDING = ("decide", "vote", "agree")
REPORTING = ("report", "prepare", "propose", "account")


def carried_out(journal: Journal, outcome: Outcome | None = None) -> Outcome:
    """The outcome of what was carried out, with everything the journal holds."""
    return Outcome(
        Verdict.ALLOWED if outcome is None else outcome.verdict,
        () if outcome is None else outcome.findings,
        tuple(journal.lines),
        tuple(journal.sealed),
        headline=(None if outcome is None else outcome.headline) or Message("decide.allowed"),
        carried_out=True,
        head=journal.collaboration.head,
        not_for=() if outcome is None else outcome.not_for,
    )


DONE = Outcome(Verdict.ALLOWED, carried_out=True)


def case_of(journal: Journal, id: str) -> Case:
    """The case of this id; raises UnknownName."""
    found = journal.collaboration.cases.get(id)
    if found is None:
        raise UnknownName(what="case", name=id)
    return found


def own_name(case: Case, name: str) -> str:
    """A name as the case itself calls it, when its full name was given."""
    lifecycle, _, short = name.rpartition(".")
    return short if lifecycle == case.lifecycle else name


def over(case: Case) -> Outcome:
    """The refusal of everything in a case that is over."""
    told = {
        "case": case.id,
        "since": case.entered,
        "state": Name("state", f"{case.lifecycle}.{case.state}"),
    }
    headline = Message("decide.over_case", told)
    return refused(Verdict.NEVER, headline, way_out=(Message("way.over"),), ground="over")


def seen_by(journal: Journal, case: Case, command: Command) -> tuple[View, str, str]:
    """The case as who acts sees it, who that is, and for whom; raises Misuse without an actor."""
    if command.actor is None:
        raise Misuse("somebody must act", what="actor")
    party = command.on_behalf_of or command.actor
    view = View(journal.collaboration, case, command.day, command.actor, party)
    return view, command.actor, party


def say(compiled: Compiled, journal: Journal, command: Say) -> Outcome:
    """A position in a decision, by who decides or may ask."""
    workflow = compiled.workflow
    case = case_of(journal, command.case)
    name = own_name(case, command.decision)
    decision = workflow.in_lifecycle(workflow.decisions, case.lifecycle, name)
    if not isinstance(decision, Decision):
        raise UnknownName(what="decision", name=command.decision, where=case.lifecycle)
    if command.position not in POSITIONS:
        raise UnknownName(what="position", name=command.position, known=POSITIONS)
    if case.over:
        return over(case)
    view, actor, party = seen_by(journal, case, command)
    full = f"{decision.lifecycle}.{decision.name}" if decision.lifecycle else decision.name
    told: dict[str, object] = {"decision": Name("decision", full)}
    voters = voters_of(decision, view, case)
    if command.position == "ask":
        if party not in voters and party not in everyone(decision.may_ask, view):
            what = Message("decide.not_asker", {**told, "actor": Name("party", actor)})
            return not_you((*decision.may_ask, *decision.by), view, actor, what)
    elif party not in voters:
        what = Message("decide.not_voter", {**told, "as": described(decision.by)})
        return not_you(decision.by, view, actor, what)
    acts = ("ask", "speak") if command.position == "ask" else DECIDING
    on = decision.on or workflow.lifecycles[case.lifecycle].subject
    spoken = speaks(compiled, view, actor, party, acts, on)
    if spoken.refused is not None:
        return not_you(decision.by, view, actor, spoken.refused, spoken.can)
    against = "object" if decision.method == "consent" else "against"
    refusals = ("against", "object") if decision.plugin else (against,)
    words = ("for", *refusals, "abstain", "ask")
    if command.position not in words:
        headline = Message("decide.word", {**told, "words": words_of(words)})
        return refused(Verdict.NOT_YET, headline, way_out=(headline,), can=(party,))
    if command.position == "object" and not (command.reasons or "").strip():
        headline = Message("decide.reasons", told)
        return refused(Verdict.NOT_YET, headline, way_out=(Message("way.reasons"),), can=(party,))
    if decision.opens_at is not None and decision.opens_at not in case.steps:
        step = Name("step", f"{case.lifecycle}.{decision.opens_at}")
        opener = compiled.step(f"{case.lifecycle}.{decision.opens_at}")
        headline = Message("decide.round_not_open", {**told, "step": step})
        if opener is None:
            ground = "nothing_allows_it"
            return refused(Verdict.NEVER, headline, way_out=(headline,), ground=ground)
        way, can = first_step(opener.step, view, 1)
        return refused(Verdict.NOT_YET, headline, way_out=(way,), can=can)
    _, _, closing = round_of(decision, view, case)
    # the last day counts, also that of the meeting at which the votes are cast
    if closing is not None and closes_for_good(decision) and command.day > closing:
        headline = Message("decide.round_closed", {**told, "closing": closing})
        return refused(Verdict.NEVER, headline, way_out=(Message("way.over"),), ground="over")
    reasons = journal.seal(command.reasons) if command.reasons else None
    journal.note(
        PositionGiven(decision.name, command.position, reasons),
        definition=case.definition,
        actor=actor,
        on_behalf_of=party if party != actor else None,
        mandate=spoken.by,
        case=case,
        lifecycle=case.lifecycle,
    )
    return DONE


def words_of(words: tuple[str, ...]) -> tuple[Name, ...]:
    """Positions, to be printed as people say them."""
    return tuple(Name("position", word) for word in words)


def record_fact(compiled: Compiled, journal: Journal, command: Record) -> Outcome:
    """A fact, by who may record it alone."""
    workflow = compiled.workflow
    case = case_of(journal, command.case)
    fact = fact_of(workflow, case.lifecycle, own_name(case, command.fact))
    value = fitting(fact, command.value)
    of = command.who
    if fact.own and of is None:
        of = command.on_behalf_of or command.actor
    if fact.per and of is None:
        raise Misuse("of which party?", what="per_party", name=fact.name)
    if command.who is not None and not fact.per:
        raise Misuse("not kept per party", what="not_per_party", name=fact.name)
    if case.over:
        return over(case)
    view, actor, party = seen_by(journal, case, command)
    full = f"{fact.lifecycle}.{fact.name}" if fact.lifecycle else fact.name
    told: dict[str, object] = {"fact": Name(fact.family, full)}
    fixed = fact_fixed(fact, case)
    if fixed is not None:
        return fixed
    if not fact.by and not fact.own:
        steps = tuple(
            Name("step", step.full_name)
            for step in workflow.lifecycles[case.lifecycle].steps.values()
            if fact.name in step.fill_in
        )
        headline = Message("decide.only_with_step", {**told, "steps": steps})
        ground = "nothing_allows_it"
        return refused(Verdict.NEVER, headline, way_out=(headline,), ground=ground)
    can = recorders(fact, of, view)
    if party not in can:
        told |= {"as": described(fact.by), "party": Name("party", of or "")}
        id = "recorder" if not fact.own else "own" if can else "has_own"
        return not_you(fact.by, view, actor, Message(f"decide.not_{id}", told), can)
    on = workflow.lifecycles[case.lifecycle].subject
    spoken = speaks(compiled, view, actor, party, REPORTING, on)
    if spoken.refused is not None:
        return not_you(fact.by, view, actor, spoken.refused, spoken.can)
    journal.note(
        FactRecorded(fact_value(journal, fact, value, of)),
        definition=case.definition,
        actor=actor,
        on_behalf_of=party if party != actor else None,
        mandate=spoken.by,
        case=case,
        lifecycle=case.lifecycle,
    )
    return DONE


def recorders(fact: Fact, of: str | None, view: View) -> tuple[str, ...]:
    """The parties that may record a fact alone; `of` is the party that it is about."""
    if not fact.own:
        return everyone(fact.by, view)
    parties = view.collaboration.register.parties
    present = (one.id for one in parties if one.span.covers(view.day))
    having = everyone(fact.by, view) if fact.by else present
    return tuple(one for one in having if one == of)


def fact_fixed(fact: Fact, case: Case) -> Outcome | None:
    """The refusal when a fact can no longer change, else None."""
    if fact.fixed_from is None or fact.fixed_from not in case.steps:
        return None
    full = f"{fact.lifecycle}.{fact.name}" if fact.lifecycle else fact.name
    step = Name("step", f"{case.lifecycle}.{fact.fixed_from}")
    headline = Message("decide.fixed", {"fact": Name("fact", full), "step": step})
    return refused(
        Verdict.NEVER, headline, way_out=(Message("way.over"),), ground="forbidden"
    )


def fact_value(journal: Journal, fact: Fact, value: object, who: str | None) -> FactValue:
    """A fact as it goes into the record; free text is sealed."""
    if fact.type == "text":
        return FactValue(fact.name, fact.type, journal.seal(str(value)), who)
    return FactValue(fact.name, fact.type, value, who)  # type: ignore[arg-type]


def hand_in(compiled: Compiled, journal: Journal, command: HandIn) -> Outcome:
    """A document, by who hands it in."""
    workflow = compiled.workflow
    case = case_of(journal, command.case)
    name = own_name(case, command.document)
    document = workflow.in_lifecycle(workflow.documents, case.lifecycle, name)
    if not isinstance(document, Document):
        raise UnknownName(what="document", name=command.document, where=case.lifecycle)
    if case.over:
        return over(case)
    view, actor, party = seen_by(journal, case, command)
    full = f"{document.lifecycle}.{document.name}" if document.lifecycle else document.name
    if document.by and party not in everyone(document.by, view):
        told = {"document": Name("document", full), "as": described(document.by)}
        return not_you(document.by, view, actor, Message("decide.not_hander", told))
    on = workflow.lifecycles[case.lifecycle].subject
    spoken = speaks(compiled, view, actor, party, REPORTING, on)
    if spoken.refused is not None:
        return not_you(document.by, view, actor, spoken.refused, spoken.can)
    journal.note(
        DocumentHandedIn(DocumentIn(document.name, journal.seal(command.title))),
        definition=case.definition,
        actor=actor,
        on_behalf_of=party if party != actor else None,
        mandate=spoken.by,
        case=case,
        lifecycle=case.lifecycle,
    )
    return DONE
