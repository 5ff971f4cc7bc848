"""One case: where it is, what is recorded in it, and each step with why it can or cannot be done.

The tree of findings is that of the engine, opened; nothing is judged here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

import attrs

from samenwerk.core.compiled import compile_workflow
from samenwerk.core.findings import findings
from samenwerk.core.view import View
from samenwerk.core.wording import value_name
from samenwerk.hooks.whole import Point, Speaks
from samenwerk.language.catalogue import Speaker
from samenwerk.language.errors import say_error
from samenwerk.language.opened import Opened, opened
from samenwerk.language.outcome import advised_by_rules, headline
from samenwerk.values.case import Case
from samenwerk.values.cell import Entry
from samenwerk.values.command import Do
from samenwerk.values.declared import Decision, Document, Fact, Step
from samenwerk.values.errors import SamenwerkError
from samenwerk.values.finding import Finding
from samenwerk.values.message import Name
from samenwerk.values.outcome import Outcome, Verdict
from samenwerk.values.say import Say
from samenwerk.web.looking import Look


@attrs.frozen
class Told:
    """An outcome in words: the verdict, the whole tree, what remains, and who can act.

    `tone` is good, part (allowed in part or with an explanation), wait or never.
    """

    tone: str
    verdict: str
    tree: tuple[Opened, ...]
    needed: tuple[Point, ...]
    advice: tuple[str, ...]
    can: tuple[str, ...]


@attrs.frozen
class StepTold:
    """A step that can be tried from where the case is; `actor` is for whom that was asked."""

    name: str
    label: str
    actor: str | None
    told: Told | None
    moves: bool
    fault: str = ""


@attrs.frozen
class Kept:
    """Something that is recorded: what, its value, of or by whom, when, and where it stands."""

    label: str
    value: str
    who: str
    day: date
    sequence: int


@attrs.frozen
class Stop:
    """A state on the way of the lifecycle: `here`, `been` or still to come."""

    label: str
    here: bool
    been: bool


def told(outcome: Outcome, speaker: Speaker, voice: Speaks, actor: str | None) -> Told:
    """An outcome as the page shows it."""
    advice = advised_by_rules(outcome.findings, speaker)
    needed: tuple[Point, ...] = ()
    ways = outcome.way_out
    if outcome.needs is not None and outcome.needs.kind != "nothing":
        needed = voice.needed(outcome.needs)
        ways = tuple(one for one in ways if not one.id.startswith("way."))
    said = (*advice, *(speaker.sentence(one) for one in ways))
    lacks = outcome.needs is not None and outcome.needs.kind == "nothing" and not outcome.allowed
    tone = "part" if lacks else {
        "allowed": "good", "allowed_with_explanation": "part", "in_part": "part",
        "never": "never",
    }.get(outcome.verdict.value, "wait")  # fmt: skip
    verdict = headline(outcome, speaker, actor)
    if lacks and outcome.headline is not None:  # all that is lacking goes along with the step
        verdict = speaker.sentence(outcome.headline)
    return Told(
        tone, verdict, opened(outcome.findings, speaker), needed,
        tuple(dict.fromkeys(said)), tuple(speaker.labels.party(one) for one in outcome.can),
    )  # fmt: skip


def steps_of(look: Look, case: Case, speaker: Speaker, voice: Speaks) -> Iterator[StepTold]:
    """Every step that somebody can try from here, those that move the case on first."""
    if case.over:
        return
    lifecycle = look.workflow(case.id).lifecycles[case.lifecycle]
    steps = [
        one for one in lifecycle.steps.values()
        if case.state in one.sources and one.automatic is None
    ]  # fmt: skip
    on = set(look.whole.steps(case.id))
    for step in sorted(steps, key=lambda one: one.full_name not in on):
        yield _step(look, case, step, step.full_name in on, speaker, voice)


def _step(
    look: Look, case: Case, step: Step, moves: bool, speaker: Speaker, voice: Speaks
) -> StepTold:
    actor = look.doer(step, case)
    label = speaker.labels.of("step", step.full_name)
    try:
        if actor is None:
            outcome = _nobody(look, case, step)
        else:
            outcome, _ = look.suppose(Do, step=step.full_name, case=case.id, actor=actor)
            if outcome.needs is None and not outcome.allowed and outcome.ground is None:
                needs = look.whole.needs(step.full_name, case.id)
                outcome = attrs.evolve(outcome, needs=needs)
            if not outcome.findings and step.needs and look.party is None:
                # something else is in the way; the conditions are told all the same
                outcome = attrs.evolve(outcome, findings=_findings(look, case, step, actor))
    except SamenwerkError as fault:
        return StepTold(step.full_name, label, actor, None, moves, say_error(fault, speaker))
    return StepTold(step.full_name, label, actor, told(outcome, speaker, voice, actor), moves)


def _nobody(look: Look, case: Case, step: Step) -> Outcome:
    """What can be said of a step that nobody can do now: its conditions, and what is needed."""
    needs = look.whole.needs(step.full_name, case.id)
    return Outcome(Verdict.NOT_YET, _findings(look, case, step, None), needs=needs)


def _findings(look: Look, case: Case, step: Step, actor: str | None) -> tuple[Finding, ...]:
    made = compile_workflow(look.workflow(case.id)).step(step.full_name)
    view = View(look.whole.collaboration, case, look.whole.day, actor, actor)
    return () if made is None else findings(made, view)


def track_of(look: Look, case: Case, speaker: Speaker) -> tuple[Stop, ...]:
    """The way straight on through the lifecycle, with where the case is; a state aside of it
    stands at the end."""
    course = next((one for one in look.whole.courses if one.name == case.lifecycle), None)
    main = () if course is None else course.main
    states = main if case.state in main else (*main, case.state)
    return tuple(
        Stop(speaker.labels.of("state", f"{case.lifecycle}.{one}"), one == case.state,
             one in case.trail and one != case.state)
        for one in states
    )  # fmt: skip


def kept_of(look: Look, case: Case, speaker: Speaker) -> tuple[Kept, ...]:
    """What is recorded in a case: facts, documents and positions, in the order of the record."""
    workflow = look.workflow(case.id)
    facts = [
        (name, who, entry, workflow.in_lifecycle(workflow.facts, case.lifecycle, name))
        for name, who, entry in _entries(case, "facts")
    ]
    sealed = [entry for _, _, entry, fact in facts if fact is not None and fact.type == "text"]
    sealed += [entry for _, who, entry in _entries(case, "documents") if who is None]
    texts = look.unsealed({str(one.value) for one in sealed})
    found = []
    for name, who, entry, fact in facts:
        kind = "" if fact is None else fact.type
        full = name if fact is None else full_name(fact)
        value = texts.get(str(entry.value), "") if kind == "text" else speaker.tell(
            value_name(full, kind, entry.value)
        )
        found.append(_fact("fact", full, value, who or entry.by, entry, speaker))
    for name, who, entry in _entries(case, "documents"):
        if who is None:
            full = _full(workflow.documents, case.lifecycle, name)
            title = texts.get(str(entry.value), "")
            found.append(_fact("document", full, title, entry.by, entry, speaker))
    for name, who, entry in _entries(case, "positions"):
        if who is not None:
            full = _full({**workflow.says, **workflow.decisions}, case.lifecycle, name)
            value = speaker.tell(Name("position", str(entry.value)))
            family = "say" if full in workflow.says else "decision"
            found.append(_fact(family, full, value, who, entry, speaker))
    return tuple(sorted(found, key=lambda one: (one.sequence, one.label, one.who)))


def _fact(
    family: str, name: str, value: str, who: str | None, entry: Entry, speaker: Speaker
) -> Kept:
    label = speaker.labels.of(family, name)
    party = "" if who is None else speaker.labels.party(who)
    return Kept(label, value, party, entry.day, entry.sequence)


def _entries(case: Case, shelf: str) -> Iterator[tuple[str, str | None, Entry]]:
    for name, entries in getattr(case, shelf).items():
        for who, entry in entries.items():
            yield name, who, entry


def _full(shelf: Mapping[str, object], lifecycle: str, name: str) -> str:
    own = f"{lifecycle}.{name}"
    return own if own in shelf else name


def full_name(thing: Fact | Document | Decision | Say) -> str:
    """The name of something declared outside its lifecycle."""
    return f"{thing.lifecycle}.{thing.name}" if thing.lifecycle else thing.name
