"""Every step of a workflow as one sentence, as an author reads it back: who, from, to, when.

How a condition turned out is said by its leaf; here it is said what it asks, before any case.
"""

from __future__ import annotations

from samenwerk.core.leaves.asked import Asked
from samenwerk.core.leaves.breach import Breach
from samenwerk.core.leaves.case import CaseState
from samenwerk.core.leaves.decision import Decision
from samenwerk.core.leaves.document import Document
from samenwerk.core.leaves.done import Done
from samenwerk.core.leaves.duty import Duty
from samenwerk.core.leaves.fact import Fact
from samenwerk.core.leaves.known import Known
from samenwerk.core.leaves.mandate import Mandate
from samenwerk.core.leaves.open import Open
from samenwerk.core.leaves.pool import Pool
from samenwerk.core.leaves.queue import Queue
from samenwerk.core.leaves.say import Say
from samenwerk.core.leaves.silent import Silent
from samenwerk.core.leaves.window import Window
from samenwerk.core.wording import operand_name, worth
from samenwerk.language.about_cases import about_cases
from samenwerk.language.catalogue import Speaker
from samenwerk.language.money import asked_text, moves_text
from samenwerk.language.values import list_text
from samenwerk.language.voices import voice_text
from samenwerk.values.cell import Value
from samenwerk.values.declared import Step, Workflow
from samenwerk.values.message import Message, Name
from samenwerk.values.operand import Operand
from samenwerk.values.tree import All, Ask, AtLeast, Each, Named, Need, Node, Not, Some, Versions
from samenwerk.values.who import Who


def step_sentences(workflow: Workflow, speaker: Speaker) -> list[tuple[str, str]]:
    """The full name of every step with its sentence, lifecycle by lifecycle.

    `speaker` must know the workflow, for its labels.
    """
    return [
        (step.full_name, step_sentence(step, speaker))
        for lifecycle in workflow.lifecycles.values()
        for step in lifecycle.steps.values()
    ]


def step_sentence(step: Step, speaker: Speaker) -> str:
    """One step: its label, who brings a case from where to where, and what it needs.

    >>> step_sentence(Step(name="end", lifecycle="work", sources=("running",), to="done",
    ...                    by=(Who("role", "leader"),)), Speaker("en"))
    'end: a leader brings the case from running to done.'
    """
    speaker = speaker.inside(step.lifecycle)
    parts = [_moves(step, speaker)]
    if step.for_each is not None:
        who = Name(step.for_each.kind, step.for_each.full_name)
        id = "said.for_some" if step.partly else "said.for_all"
        parts.append(speaker.words(id, who=who))
    if step.fill_in:
        names = [_filled(step, name, speaker) for name in step.fill_in]
        parts.append(speaker.words("said.fill_in", names=names))
    parts += about_cases(step, speaker)
    parts += [] if step.moves is None else [moves_text(step.moves, speaker)]
    said = "".join(parts)
    if step.needs:
        needs = "; ".join(_need(need, speaker) for need in step.needs)
        said += speaker.words("said.needs", needs=needs)
    if step.done_anyway is not None:
        state = Name("state", f"{step.lifecycle}.{step.done_anyway}")
        said += speaker.words("said.done_anyway", state=state)
    label = speaker.labels.of("step", step.full_name)
    return f"{label}: {said}."


def _moves(step: Step, speaker: Speaker) -> str:
    def state(name: str) -> Name:
        return Name("state", f"{step.lifecycle}.{name}")

    params: dict[str, object] = {
        "from": tuple(state(one) for one in step.sources),
        "to": state(step.to),
        "who": doers_text(step.by, step.each, speaker),
    }
    if step.back_before is not None:
        params["step"] = Name("step", f"{step.lifecycle}.{step.back_before}")
    if step.once_past is not None:
        params["day"] = operand_name(step.once_past)
    kind = step.to if step.to in ("stays", "back") else "moves"
    if step.opens:
        kind = "opens" if step.per is None else "copies"
    if step.back_before is not None:
        kind = "back_before"
    doer = step.automatic or "who"
    return speaker.words(f"said.{kind}.{doer}", **params)


def doers_text(by: tuple[Who, ...], each: bool, speaker: Speaker) -> str:
    """Those who may, as the doer of a sentence: "de voorzitter of een gemeente"."""
    joiner = speaker.words("said.or")
    return list_text([_doer(who, each, speaker) for who in by], speaker.lang, joiner)


def _doer(who: Who, each: bool, speaker: Speaker) -> str:
    label = speaker.labels.of(who.kind, f"{who.lifecycle}.{who.name}" if who.lifecycle else
                              who.name)  # fmt: skip
    if who.kind == "table":
        return speaker.words("said.at_table", table=label)
    if each:
        return speaker.words("said.each", who=label)
    only = who.role is not None and who.role.exactly == 1
    return speaker.words("said.the" if only else "said.a", who=label)


def _filled(step: Step, name: str, speaker: Speaker) -> str:
    workflow = speaker.workflow
    shelves = {} if workflow is None else {
        "fact": workflow.facts, "document": workflow.documents, "role": workflow.roles,
    }  # fmt: skip
    for family, shelf in shelves.items():
        for full in (f"{step.lifecycle}.{name}", name):
            if full in shelf:
                return speaker.labels.of(family, full)
    return speaker.labels.of("fact", name)


def _need(need: Need, speaker: Speaker) -> str:
    said = condition_text(need.part, speaker)
    if need.severity == "block":
        return said
    return said + " " + speaker.words(f"said.severity.{need.severity}")


def condition_text(node: Node, speaker: Speaker) -> str:
    """What a condition asks, in words; a named rule by its label."""
    match node:
        case Named(rule=rule):
            return _small(speaker.labels.of("rule", rule.name))
        case Ask(leaf=leaf):
            return _leaf(leaf, speaker)
        case All(parts=parts):
            return speaker.words("said.all", parts=_parts(parts, speaker, "and"))
        case Some(parts=parts):
            return speaker.words("said.any", parts=_parts(parts, speaker, "or"))
        case AtLeast(count=count, parts=parts):
            told = _parts(parts, speaker, "and")
            return speaker.words("said.at_least", count=count, total=len(parts), parts=told)
        case Not(part=Ask(leaf=Decision() as leaf)):
            name = Name("decision", leaf.full_name)
            return speaker.words("said.decision_against", decision=name)
        case Not(part=part):
            return speaker.words("said.not", part=condition_text(part, speaker))
        case Versions():
            return _versions(node, speaker)
    return _each(node, speaker)


def _versions(node: Versions, speaker: Speaker) -> str:
    told = []
    for one in node.versions:
        id = "said.version" if one.starts is not None else "said.version_always"
        part = condition_text(one.part, speaker)
        told.append(speaker.words(id, starts=one.starts, part=part))
    return speaker.words("said.versions", day=operand_name(node.day), parts="; ".join(told))


def _parts(parts: tuple[Node, ...], speaker: Speaker, joiner: str) -> str:
    word = speaker.words(f"said.{joiner}")
    return list_text([condition_text(part, speaker) for part in parts], speaker.lang, word)


def _each(node: Each, speaker: Speaker) -> str:
    who = node.among
    group: object = None if node.cases is None else Name("lifecycle", node.cases)
    if who is not None:
        group = Name(who.kind, f"{who.lifecycle}.{who.name}" if who.lifecycle else who.name)
    params = {"group": group, "count": node.count, "share": node.share}
    if node.part is None:
        said = speaker.words(f"said.{node.quantifier}.alone", **params)
    else:
        part = condition_text(node.part, speaker)
        kind = "cases" if who is None else "table" if who.kind == "table" else "who"
        said = speaker.words(f"said.{node.quantifier}.{kind}", part=part, **params)
    return said + (speaker.words("said.when_empty") if node.met_when_empty else "")


def _leaf(leaf: object, speaker: Speaker) -> str:
    said = getattr(leaf, "said", None)
    if isinstance(said, Message):  # a kind that a plugin brings
        return speaker.say(said)
    match leaf:
        case Document():
            return speaker.words("said.document", document=Name("document", leaf.full_name))
        case Decision():
            return speaker.words("said.decision", decision=Name("decision", leaf.full_name))
        case Say() | Duty():
            return voice_text(leaf, speaker)
        case Fact():
            tests = tuple(
                Message(f"test.{op}", {"bound": _bound(leaf.subject, b)}) for op, b in leaf.tests
            )
            return speaker.words("said.fact", subject=operand_name(leaf.subject), tests=tests)
        case Known():
            return speaker.words("said.known", subject=operand_name(leaf.subject))
        case Done():
            return _done(leaf, speaker)
        case Breach():
            name = Name("step", f"{leaf.lifecycle}.{leaf.step}")
            return speaker.words("said.breach", step=name)
        case Open():
            answers = tuple(Name("word", f"{leaf.full_name}={a}") for a in sorted(leaf.answers))
            return speaker.words(
                "said.open", question=Name("open", leaf.full_name), answers=answers
            )
        case Silent():
            return speaker.words("said.silent", question=Name("silent", leaf.full_name))
        case CaseState():
            states = tuple(Name("state", f"{leaf.lifecycle}.{s}") for s in sorted(leaf.states))
            named = {"lifecycle": Name("lifecycle", leaf.lifecycle), "states": states}
            return speaker.words(f"said.case.{leaf.where}", **named)
        case Mandate():
            return speaker.words("said.mandate", mandate=Name("mandate", leaf.name))
        case Window() | Pool() | Queue():
            return asked_text(leaf, speaker)
        case Asked():
            return speaker.words("said.plugin", rule=leaf.rule, plugin=leaf.plugin)
    return speaker.tell(str(getattr(leaf, "key", leaf)))


def _bound(subject: Operand, bound: Operand | frozenset[Value]) -> object:
    if isinstance(bound, frozenset):
        return tuple(worth(subject, one) for one in sorted(bound, key=str))
    return worth(subject, operand_name(bound))


def _done(leaf: Done, speaker: Speaker) -> str:
    said = speaker.words("said.done", step=Name("step", f"{leaf.lifecycle}.{leaf.step}"))
    if leaf.by is not None:
        said += " " + speaker.words("said.done.by", who=Name(leaf.by.kind, leaf.by.full_name))
    for word in ("within", "ago"):
        term = getattr(leaf, word)
        if term is not None:
            said += speaker.words(f"said.done.{word}", term=term)
    return said


def _small(label: str) -> str:
    """A label inside a sentence: without its capital, unless it is a name of capitals."""
    return label[:1].lower() + label[1:] if label[1:2].islower() else label


WORDING = {
    "nl": {
        "said.opens.who": "{who} opent een dossier, dat begint in {to}",
        "said.copies.who": "{who} opent een eigen dossier, dat begint in {to}",
        "said.copies.itself": "voor ieder komt er vanzelf een dossier, dat begint in {to}",
        "said.moves.who": "{who} brengt het dossier van {from|of} naar {to}",
        "said.stays.who": "{who} doet dit in {from|of}, en het dossier blijft daar",
        "said.back.who": "{who} brengt het dossier van {from|of} terug naar waar het was",
        "said.back_before.who": "{who} brengt het dossier van {from|of} terug naar waar het was "
        "voor {step}",
        "said.moves.itself": "het dossier gaat vanzelf van {from|of} naar {to}",
        "said.stays.itself": "dit gebeurt vanzelf in {from|of}, en het dossier blijft daar",
        "said.back.itself": "het dossier gaat vanzelf van {from|of} terug naar waar het was",
        "said.back_before.itself": "het dossier gaat vanzelf van {from|of} terug naar waar het "
        "was voor {step}",
        "said.moves.time": "het dossier gaat van {from|of} naar {to} zodra dit voorbij is: {day}",
        "said.stays.time": "dit gebeurt in {from|of} zodra dit voorbij is: {day}",
        "said.back.time": "het dossier gaat van {from|of} terug naar waar het was, zodra dit "
        "voorbij is: {day}",
        "said.back_before.time": "het dossier gaat van {from|of} terug naar waar het was voor "
        "{step}, zodra dit voorbij is: {day}",
        "said.for_all": ", voor alle partijen die {who} zijn of voor geen van hen",
        "said.for_some": ", voor elke partij die {who} is en voor wie het kan",
        "said.fill_in": ", en vult in: {names}",
        "said.needs": ", zodra: {needs}",
        "said.or": "of",
        "said.and": "en",
        "said.the": "de {who}",
        "said.a": "een {who}",
        "said.each": "elke {who}",
        "said.at_table": "wie aan tafel zit bij {table}",
        "said.severity.explain": "(of met uitleg)",
        "said.severity.warn": "(anders een waarschuwing)",
        "said.severity.hint": "(anders een tip)",
        "said.all": "dit alles: {parts}",
        "said.any": "een van deze: {parts}",
        "said.at_least": "minstens {count} van deze {total}: {parts}",
        "said.not": "niet: {part}",
        "said.versions": "naar {day}: {parts}",
        "said.version": "vanaf {starts} {part}",
        "said.version_always": "in het begin {part}",
        "said.when_empty": " (ook als er geen is)",
        "said.document": "het stuk {document} is ingediend",
        "said.decision": "over {decision} is besloten",
        "said.decision_against": "{decision} is afgewezen",
        "said.fact": "{subject} is {tests}",
        "said.known": "{subject} is bekend",
        "said.done": "{step} is gedaan",
        "said.done.by": "door {who}",
        "said.done.within": ", hoogstens {term} geleden",
        "said.done.ago": ", minstens {term} geleden",
        "said.open": 'op de vraag "{question}" is het antwoord {answers|of}',
        "said.silent": "er is niets gevonden over {question}, en iemand zei dat het mag",
        "said.case.here": "dit dossier is in {states|of}",
        "said.case.above": "{lifecycle} hierboven is in {states|of}",
        "said.case.one": "{lifecycle} is in {states|of}",
        "said.case.base": "{lifecycle} waar dit op voortbouwt is in {states|of}",
        "said.mandate": "wie handelt heeft {mandate}",
        "said.plugin": "{rule} is in orde volgens plug-in {plugin}",
        "said.breach": "{step} gebeurde hoewel dat niet mocht",
        "said.done_anyway": "; gebeurt het terwijl het niet mag, dan gaat het dossier naar {state}",
    },
    "en": {
        "said.opens.who": "{who} opens a case, which begins in {to}",
        "said.copies.who": "{who} opens a case of its own, which begins in {to}",
        "said.copies.itself": "for each a case comes by itself, which begins in {to}",
        "said.moves.who": "{who} brings the case from {from|or} to {to}",
        "said.stays.who": "{who} does this in {from|or}, and the case stays there",
        "said.back.who": "{who} brings the case from {from|or} back to where it was",
        "said.back_before.who": "{who} brings the case from {from|or} back to where it was "
        "before {step}",
        "said.moves.itself": "the case goes by itself from {from|or} to {to}",
        "said.stays.itself": "this happens by itself in {from|or}, and the case stays there",
        "said.back.itself": "the case goes by itself from {from|or} back to where it was",
        "said.back_before.itself": "the case goes by itself from {from|or} back to where it was "
        "before {step}",
        "said.moves.time": "the case goes from {from|or} to {to} once this has passed: {day}",
        "said.stays.time": "this happens in {from|or} once this has passed: {day}",
        "said.back.time": "the case goes from {from|or} back to where it was, once this has "
        "passed: {day}",
        "said.back_before.time": "the case goes from {from|or} back to where it was before "
        "{step}, once this has passed: {day}",
        "said.for_all": ", for all parties that are {who} or for none of them",
        "said.for_some": ", for each party that is {who} and for whom it can be",
        "said.fill_in": ", and fills in: {names}",
        "said.needs": ", as soon as: {needs}",
        "said.or": "or",
        "said.and": "and",
        "said.the": "the {who}",
        "said.a": "a {who}",
        "said.each": "each {who}",
        "said.at_table": "who sits at {table}",
        "said.severity.explain": "(or with an explanation)",
        "said.severity.warn": "(else a warning)",
        "said.severity.hint": "(else a tip)",
        "said.all": "all of this: {parts}",
        "said.any": "one of these: {parts}",
        "said.at_least": "at least {count} of these {total}: {parts}",
        "said.not": "not: {part}",
        "said.versions": "by {day}: {parts}",
        "said.version": "from {starts} on {part}",
        "said.version_always": "at first {part}",
        "said.when_empty": " (also when there is none)",
        "said.document": "the document {document} was handed in",
        "said.decision": "{decision} was decided",
        "said.decision_against": "{decision} was rejected",
        "said.fact": "{subject} is {tests}",
        "said.known": "{subject} is known",
        "said.done": "{step} was done",
        "said.done.by": "by {who}",
        "said.done.within": ", at most {term} ago",
        "said.done.ago": ", at least {term} ago",
        "said.open": 'the answer to "{question}" is {answers|or}',
        "said.silent": "nothing was found about {question}, and somebody said that it may be",
        "said.case.here": "this case is in {states|or}",
        "said.case.above": "{lifecycle} above it is in {states|or}",
        "said.case.one": "{lifecycle} is in {states|or}",
        "said.case.base": "{lifecycle} that this builds on is in {states|or}",
        "said.mandate": "who acts holds {mandate}",
        "said.plugin": "{rule} is in order according to plugin {plugin}",
        "said.breach": "{step} happened though it was not allowed",
        "said.done_anyway": "; when it happens though it is not allowed, the case goes to {state}",
    },
}
