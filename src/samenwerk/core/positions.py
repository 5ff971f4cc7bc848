"""Giving a position: in a decision by who decides, or in a say by who has that right.

Who decides is asked in `core.acts`; this is about those who do not.
"""

from __future__ import annotations

from samenwerk.core.acts import DONE, case_of, over, own_name, seen_by, words_of
from samenwerk.core.acts import say as say_in_decision
from samenwerk.core.compiled import Compiled
from samenwerk.core.journal import Journal
from samenwerk.core.refusals import described, everyone, first_step, not_you, refused
from samenwerk.core.says import ACTS, AGAINST, WORDS, standing
from samenwerk.core.speaking import speaks
from samenwerk.core.view import View
from samenwerk.values.case import Case
from samenwerk.values.command import Say as Command
from samenwerk.values.declared import POSITIONS
from samenwerk.values.errors import UnknownName
from samenwerk.values.event import PositionGiven
from samenwerk.values.message import Message, Name
from samenwerk.values.outcome import Outcome, Verdict
from samenwerk.values.say import Say


def give_position(compiled: Compiled, journal: Journal, command: Command) -> Outcome:
    """A position about a decision or a say, by the name it has in the case; or a refusal."""
    workflow = compiled.workflow
    case = case_of(journal, command.case)
    name = own_name(case, command.decision)
    if workflow.in_lifecycle(workflow.decisions, case.lifecycle, name) is None:
        found = workflow.in_lifecycle(workflow.says, case.lifecycle, name)
        if isinstance(found, Say):
            return _speak(compiled, journal, command, case, found)
    return say_in_decision(compiled, journal, command)


def _speak(
    compiled: Compiled, journal: Journal, command: Command, case: Case, say: Say
) -> Outcome:
    if command.position not in POSITIONS:
        raise UnknownName(what="position", name=command.position, known=POSITIONS)
    if case.over:
        return over(case)
    view, actor, party = seen_by(journal, case, command)
    told: dict[str, object] = {"say": Name("say", say.full_name)}
    if party not in everyone(say.by, view):
        what = Message("say.not_theirs", {**told, "as": described(say.by)})
        return not_you(say.by, view, actor, what)
    on = compiled.workflow.lifecycles[case.lifecycle].subject
    spoken = speaks(compiled, view, actor, party, ACTS[say.right], on)
    if spoken.refused is not None:
        return not_you(say.by, view, actor, spoken.refused, spoken.can)
    stopped = _stopped(compiled, view, command, say, told)
    if stopped is not None:
        return stopped
    reasons = journal.seal(command.reasons) if command.reasons else None
    journal.note(
        PositionGiven(say.name, command.position, reasons),
        definition=case.definition,
        actor=actor,
        on_behalf_of=party if party != actor else None,
        mandate=spoken.by,
        case=case,
        lifecycle=case.lifecycle,
    )
    return DONE


def _stopped(
    compiled: Compiled, view: View, command: Command, say: Say, told: dict[str, object]
) -> Outcome | None:
    """Why this cannot be said now, by anybody."""
    words, can = WORDS[say.right], (view.speaks_for or "",)
    if not words:
        headline = Message("say.only_told", told)
        ground = "nothing_allows_it"
        return refused(Verdict.NEVER, headline, way_out=(headline,), ground=ground)
    if command.position not in words:
        headline = Message("say.word", {**told, "words": words_of(words)})
        return refused(Verdict.NOT_YET, headline, way_out=(headline,), can=can)
    if command.position == AGAINST and not (command.reasons or "").strip():
        headline, way = Message("say.reasons", told), Message("say.way_reasons")
        return refused(Verdict.NOT_YET, headline, way_out=(way,), can=can)
    found = standing(say, None, view)
    assert found is not None
    if found.asked is None:
        opener = compiled.step(f"{view.case.lifecycle}.{say.opens_at}")
        step = Name("step", f"{view.case.lifecycle}.{say.opens_at}")
        headline = Message("say.not_asked", {**told, "step": step})
        if opener is None:
            ground = "nothing_allows_it"
            return refused(Verdict.NEVER, headline, way_out=(headline,), ground=ground)
        way, others = first_step(opener.step, view, 1)
        return refused(Verdict.NOT_YET, headline, way_out=(way,), can=others)
    if say.right == "ask" and found.passed:
        headline = Message("say.closed", {**told, "closing": found.closing})
        return refused(Verdict.NEVER, headline, way_out=(Message("way.over"),), ground="over")
    return None


WORDING = {
    "nl": {
        "say.not_theirs": "{say}: dit is aan een {as|of}",
        "say.only_told": "{say}: dit wordt alleen bekendgemaakt; een standpunt hoort er niet bij",
        "say.word": "{say}: hier kunt u zeggen: {words}",
        "say.reasons": "{say}: een standpunt tegen vraagt om redenen",
        "say.way_reasons": "geef uw redenen erbij",
        "say.closed": "{say}: vragen stellen kon tot en met {closing}",
    },
    "en": {
        "say.not_theirs": "{say}: this is up to a {as|or}",
        "say.only_told": "{say}: this is only made known; no position goes with it",
        "say.word": "{say}: here you can say: {words}",
        "say.reasons": "{say}: a position against needs reasons",
        "say.way_reasons": "give your reasons with it",
        "say.closed": "{say}: questions could be asked until {closing}",
    },
}
