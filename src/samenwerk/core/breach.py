"""What happened though it was refused: recorded as it is, and never counted as done."""

from __future__ import annotations

from collections.abc import Mapping

from samenwerk.core.acts import fact_value
from samenwerk.core.compiled import Compiled
from samenwerk.core.do_step import filled_in
from samenwerk.core.findings import findings
from samenwerk.core.fitting import fact_of
from samenwerk.core.holders import changed_by
from samenwerk.core.journal import Journal
from samenwerk.core.opening import case_at_hand
from samenwerk.core.record import finding_records
from samenwerk.core.splitting import stopped_days
from samenwerk.core.view import View
from samenwerk.values.command import Do
from samenwerk.values.errors import Misuse
from samenwerk.values.event import DocumentIn, StepDone
from samenwerk.values.outcome import Outcome, Verdict


def happened_anyway(
    compiled: Compiled,
    journal: Journal,
    command: Do,
    answers: Mapping[str, int],
    outcome: Outcome,
    *,
    look: bool,
) -> Outcome:
    """The breach of a step that was refused, noted in the journal; else the refusal itself.

    A step can only be breached where it could have been done: in one of its states. Raises
    Misuse for a step that does not say where a breach leads.
    """
    found = compiled.steps[command.step]
    step, to = found.step, found.step.done_anyway
    if to is None:
        raise Misuse("this step says not where a breach leads", what="done_anyway",
                     name=step.full_name)  # fmt: skip
    if outcome.verdict is Verdict.NEVER or command.actor is None:
        return outcome
    party = command.on_behalf_of or command.actor
    opened = case_at_hand(compiled, found, journal, command, party)
    if isinstance(opened, Outcome):
        return outcome
    case, parent = opened
    if not step.opens and case.state not in step.sources:
        return outcome
    holders = changed_by(compiled.workflow, step, case, command.roles, party)
    filled = filled_in(compiled, found, journal, case, command, holders)
    if isinstance(filled, Outcome):
        return filled
    view = View(journal.collaboration, filled, command.day, command.actor, party, answers)
    _, record = found.judge(view)
    journal.note(
        StepDone(
            opens=None if not step.opens else parent or "",
            breach=True,
            over=found.lifecycle.states[to].final,
            facts=tuple(
                fact_value(journal, fact_of(compiled.workflow, case.lifecycle, name), value, None)
                for name, value in command.facts.items()
            ),
            documents=tuple(
                DocumentIn(name, journal.seal(title)) for name, title in command.documents.items()
            ),
            roles=holders.roles,
            joined=holders.joined,
            left=holders.left,
            of=case.of if step.opens else None,
            rests_on=case.rests_on if step.opens else None,
            stopped=stopped_days(found.lifecycle, case, command.day),
            explanation=journal.seal(command.explanation) if command.explanation else None,
        ),
        definition=case.definition,
        actor=command.actor,
        on_behalf_of=party if party != command.actor else None,
        case=case,
        lifecycle=case.lifecycle,
        step=step.name,
        from_state=None if step.opens else case.state,
        to_state=to,
        findings=finding_records(found, view, record),
    )
    told = findings(found, view) if look else ()
    return Outcome(Verdict.BREACH, told, headline=outcome.headline, carried_out=True)
