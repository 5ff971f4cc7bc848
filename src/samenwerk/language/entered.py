"""How what a condition looks at comes to be known: who records, hands in, decides or does it.

With the words that do so on a command line. What a declared thing says itself is `explained`.
"""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from samenwerk.core.by_method import method_name
from samenwerk.language.catalogue import Speaker
from samenwerk.language.explained import explain_declared
from samenwerk.language.explained_decision import who_names
from samenwerk.language.steps import doers_text
from samenwerk.values.declared import Decision, Document, Fact, Step, Workflow
from samenwerk.values.message import Message, Name
from samenwerk.values.say import Say

_REGISTERED = ("sort", "group", "table", "role", "map")


@attrs.frozen
class Entered:
    """One thing that is looked at: what it is called, who enters it, and by which words."""

    what: Name
    label: str
    who: tuple[str, ...] = ()
    commands: tuple[str, ...] = ()


def entered(what: Name, workflow: Workflow, speaker: Speaker) -> Entered:
    """How somebody enters what has this name; `speaker` must know the workflow."""
    thing = _thing(what, workflow, speaker)
    family = thing.family if isinstance(thing, Fact) else what.family
    what = Name(family, what.name)
    said = list(_said(what, thing, workflow, speaker))
    told = [speaker.say(one) for one in said if not one.id.startswith("enter.type.")]
    typed = [speaker.say(one) for one in said if one.id.startswith("enter.type.")]
    whole = speaker.inside(what.name.rpartition(".")[0] or None)
    label = whole.tell(Name("fact" if isinstance(thing, Fact) else family, what.name))
    if family == "state":
        lifecycle = Name("lifecycle", what.name.partition(".")[0])
        label = speaker.words("enter.state", lifecycle=lifecycle, state=what)
    return Entered(what, label, tuple(told), tuple(typed))


def _thing(what: Name, workflow: Workflow, speaker: Speaker) -> object:
    if what.family == "step":
        return workflow.step(what.name)
    return speaker.labels.declared(what.family, what.name)


def _said(what: Name, thing: object, workflow: Workflow, speaker: Speaker) -> Iterator[Message]:
    short = what.name.rpartition(".")[2]
    match thing:
        case Fact():
            yield from _fact(thing, workflow, speaker)
        case Document():
            filling = _filling(thing, workflow)
            if thing.by or not filling:
                who = _doers(thing, speaker) if thing.by else Message("explained.any_party")
                yield Message("enter.document", {"who": who})
                yield Message("enter.type.document", {"name": short})
            yield from _filled(short, filling, Message("enter.title"))
        case Decision():
            method = method_name(thing)
            yield Message("explained.method", {"who": who_names(thing.by), "method": method})
            yield Message("enter.type.say", {"name": short})
        case Say():
            yield Message(f"explained.say.{thing.right}", {"who": who_names(thing.by)})
            if thing.right != "be_told":
                yield Message("enter.type.say", {"name": short})
        case Step():
            yield from _step(thing, speaker)
        case _ if what.family == "state":
            yield from _state(what.name, workflow)
        case _ if what.family in _REGISTERED:
            yield from _role(what, workflow)
        case _ if what.family == "mandate":
            yield Message("enter.register")
            yield Message("enter.type.register")
        case _ if what.family in ("rule", "lifecycle"):
            yield Message("enter.type.explain", {"name": what.name})
        case _ if what.family == "plugin":
            yield Message("enter.plugin")
        case _ if thing is not None:
            for said in explain_declared(thing, speaker):  # type: ignore[arg-type]
                yield Message("enter.says", {"said": said.rstrip(".")})


def _fact(fact: Fact, workflow: Workflow, speaker: Speaker) -> Iterator[Message]:
    value = _value(fact)
    filling = _filling(fact, workflow)
    if fact.own or fact.by:
        who = _doers(fact, speaker) if fact.by else Message("explained.any_party")
        kind = "own" if fact.own else "question" if fact.question else "fact"
        yield Message(f"enter.{kind}", {"who": who})
        ending = ".of" if fact.per and not fact.own else ""
        yield Message(f"enter.type.fact{ending}", {"name": fact.name, "value": value})
    yield from _filled(fact.name, filling, value)


def _filled(name: str, steps: tuple[Step, ...], value: Message) -> Iterator[Message]:
    if steps:
        names = tuple(Name("step", one.full_name) for one in steps)
        yield Message("enter.filled", {"steps": names})
    for step in steps:
        short = step.full_name if step.opens else step.name
        yield Message("enter.type.filled", {"step": short, "name": name, "value": value})


def _step(step: Step, speaker: Speaker) -> Iterator[Message]:
    if step.automatic is not None:
        yield Message(f"enter.{step.automatic}")
        return
    yield Message("enter.step", {"who": doers_text(step.by, step.each, speaker)})
    ending = ".for" if step.for_each is not None else ""
    told = step.full_name if step.opens else step.name
    yield Message(f"enter.type.step{ending}", {"name": told})


def _state(name: str, workflow: Workflow) -> Iterator[Message]:
    home, _, state = name.partition(".")
    found = workflow.lifecycles.get(home)
    steps = () if found is None else tuple(one for one in found.steps.values() if one.to == state)
    if steps:
        yield Message("enter.reached", {
            "steps": tuple(Name("step", one.full_name) for one in steps),
        })  # fmt: skip


def _role(what: Name, workflow: Workflow) -> Iterator[Message]:
    role = workflow.roles.get(what.name)
    if role is None or role.lifecycle is None:
        yield Message("enter.register")
        yield Message("enter.type.register")
        return
    steps = tuple(
        Name("step", step.full_name)
        for step in workflow.lifecycles[role.lifecycle].steps.values()
        if role.name.rpartition(".")[2] in (step.takes, *step.fill_in)
    )
    if steps:
        yield Message("enter.role", {"steps": steps})


def _filling(thing: Fact | Document, workflow: Workflow) -> tuple[Step, ...]:
    """The steps with which it is filled in; of what any case can have, those of all of them."""
    return tuple(
        step
        for lifecycle in workflow.lifecycles.values()
        if thing.lifecycle in (None, lifecycle.name)
        for step in lifecycle.steps.values()
        if thing.name.rpartition(".")[2] in step.fill_in
        and (thing.lifecycle is not None or not _shadowed(thing, lifecycle.name, workflow))
    )


def _shadowed(thing: Fact | Document, lifecycle: str, workflow: Workflow) -> bool:
    shelf = workflow.facts if isinstance(thing, Fact) else workflow.documents
    return f"{lifecycle}.{thing.name}" in shelf


def _doers(thing: Fact | Document, speaker: Speaker) -> str:
    return doers_text(thing.by, False, speaker)


def _value(fact: Fact) -> Message:
    if fact.one_of:
        words = tuple(fact.one_of)
        return Message("enter.words", {"words": "|".join(words)})
    known = fact.type in ("yes_no", "date", "money", "term", "whole_number")
    return Message(f"enter.value.{fact.type}" if known else "enter.value")


WORDING = {
    "nl": {
        "enter.fact": "dit legt vast: {who}",
        "enter.own": "dit legt elk voor zichzelf vast: {who}",
        "enter.question": "dit beantwoordt: {who}",
        "enter.document": "dit dient in: {who}",
        "enter.step": "dit doet: {who}",
        "enter.itself": "dit gebeurt vanzelf",
        "enter.time": "dit gebeurt door tijdsverloop",
        "enter.filled": "dit wordt ingevuld bij {steps|of}",
        "enter.reached": "daar komt het met {steps|of}",
        "enter.role": "dit wordt iemand bij {steps|of}",
        "enter.register": "dit staat in het register",
        "enter.plugin": "dit antwoordt een plugin",
        "enter.says": "{said}",
        "enter.state": "{lifecycle} in {state}",
        "enter.title": "TITEL",
        "enter.words": "{words}",
        "enter.value": "WAARDE",
        "enter.value.yes_no": "ja|nee",
        "enter.value.date": "DATUM",
        "enter.value.money": "BEDRAG",
        "enter.value.term": "TERMIJN",
        "enter.value.whole_number": "GETAL",
        "enter.type.fact": "samenwerk fact DOSSIER {name} {value} --as PARTIJ",
        "enter.type.fact.of": "samenwerk fact DOSSIER {name} {value} --of PARTIJ --as PARTIJ",
        "enter.type.document": "samenwerk document DOSSIER {name} TITEL --as PARTIJ",
        "enter.type.say": "samenwerk say DOSSIER {name} STANDPUNT --as PARTIJ",
        "enter.type.step": "samenwerk do DOSSIER {name} --as PARTIJ",
        "enter.type.step.for": "samenwerk do DOSSIER {name} --for-each PARTIJ --as PARTIJ",
        "enter.type.filled": "samenwerk do DOSSIER {step} --fill {name}={value} --as PARTIJ",
        "enter.type.register": "samenwerk register BESTAND",
        "enter.type.explain": "samenwerk explain {name}",
    },
    "en": {
        "enter.fact": "recorded by {who}",
        "enter.own": "recorded by each for itself: {who}",
        "enter.question": "answered by {who}",
        "enter.document": "handed in by {who}",
        "enter.step": "done by {who}",
        "enter.itself": "happens by itself",
        "enter.time": "happens by the passing of time",
        "enter.filled": "filled in with {steps|or}",
        "enter.reached": "it comes there with {steps|or}",
        "enter.role": "somebody becomes this with {steps|or}",
        "enter.register": "stands in the register",
        "enter.plugin": "a plugin answers this",
        "enter.says": "{said}",
        "enter.state": "{lifecycle} in {state}",
        "enter.title": "TITLE",
        "enter.words": "{words}",
        "enter.value": "VALUE",
        "enter.value.yes_no": "yes|no",
        "enter.value.date": "DAY",
        "enter.value.money": "AMOUNT",
        "enter.value.term": "TERM",
        "enter.value.whole_number": "NUMBER",
        "enter.type.fact": "samenwerk fact CASE {name} {value} --as PARTY",
        "enter.type.fact.of": "samenwerk fact CASE {name} {value} --of PARTY --as PARTY",
        "enter.type.document": "samenwerk document CASE {name} TITLE --as PARTY",
        "enter.type.say": "samenwerk say CASE {name} POSITION --as PARTY",
        "enter.type.step": "samenwerk do CASE {name} --as PARTY",
        "enter.type.step.for": "samenwerk do CASE {name} --for-each PARTY --as PARTY",
        "enter.type.filled": "samenwerk do CASE {step} --fill {name}={value} --as PARTY",
        "enter.type.register": "samenwerk register FILE",
        "enter.type.explain": "samenwerk explain {name}",
    },
}
