"""Acts in words to come: what is to be done about a cell, as a message.

A message says all that somebody needs to do it: the case, the name, the party it is about, and
what the value must be. Who does it is `core.cells`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import attrs

from samenwerk.core.allowed import Allowed
from samenwerk.core.cells import position_words
from samenwerk.core.scene import Scene, declared_fact, declared_step, declared_voice
from samenwerk.core.wording import value_name
from samenwerk.values.cell import TODAY, Cell
from samenwerk.values.message import Message, Name
from samenwerk.values.say import Say


def act_of(scene: Scene, cell: Cell, allowed: Allowed) -> Message:
    """What is to be done about the cell."""
    case = scene.case(cell)
    lifecycle = "" if case is None else case.lifecycle
    told: dict[str, object] = {"case": cell.case}
    workflow = scene.workflow(case)
    match cell.kind:
        case "fact":
            tests = tests_shown(scene, allowed, cell)
            if cell.who is not None:
                told["party"] = Name("party", cell.who)
            ending = "_of" if cell.who is not None else ""
            fact = declared_fact(scene, case, cell) if case is not None else None
            if fact is not None and fact.own:  # no party: alike for all who have one
                ending = "_own"
                told.pop("party", None)
            ending += "_as" if tests else ""
            name = fact_name(scene, cell)
            if name.family == "open" and ending == "_as":
                return Message("act.record_answer", {**told, "fact": name, "tests": tests})
            return Message(f"act.record{ending}", {**told, "fact": name, "tests": tests})
        case "document":
            name = Name("document", _full(lifecycle, cell.name, workflow.documents))
            ending = "_again" if scene.entry(cell) is not None else ""
            return Message(f"act.hand_in{ending}", {**told, "document": name})
        case "position":
            voice = None if case is None else declared_voice(scene, case, cell)
            if isinstance(voice, Say):
                return _have_say(voice, told)
            name = Name("decision", _full(lifecycle, cell.name, workflow.decisions))
            words = tuple(Name("position", str(word)) for word in position_words(allowed))
            return Message("act.say", {**told, "decision": name, "positions": words})
        case "step":
            step = declared_step(scene, case, cell) if case is not None else None
            if step is not None and step.for_each is not None and cell.who is not None:
                told |= {"step": Name("step", step.full_name), "party": Name("party", cell.who)}
                return Message("act.do_for", told)
            return Message("act.do", {**told, "step": Name("step", f"{lifecycle}.{cell.name}")})
        case "copy":
            opening = scene.opening(cell.name)
            name = Name("step", opening[0].step.full_name if opening else cell.name)
            return Message("act.open", {**told, "step": name})
        case "state":
            states = workflow.lifecycles[lifecycle].states if case is not None else {}
            fit = tuple(
                Name("state", f"{lifecycle}.{state}")
                for state in states
                if case is not None and allowed.holds(
                    attrs.evolve(case.opened, value=state), scene.day, scene.value)
            )  # fmt: skip
            return Message("act.reach", {**told, "states": fit})
        case "holder":
            return Message("act.appoint", {"role": Name("role", cell.name)})
        case "mandate":
            giver, _, holder = (cell.who or "").partition(">")
            return Message("act.give", {
                "mandate": Name("mandate", cell.name), "giver": Name("party", giver),
                "holder": Name("party", holder),
            })  # fmt: skip
        case "explanation":
            return _explain(cell.name, told)
    return Message("act.wait", told)


def _have_say(say: Say, told: Mapping[str, object]) -> Message:
    """What is asked of who has a say: which advice is given is up to its giver."""
    ending = "agree" if say.consent else say.right
    return Message(f"act.say.{ending}", {**told, "say": Name("say", say.full_name)})


def _explain(condition: str, told: Mapping[str, object]) -> Message:
    """Which explanation is asked: for a rule, for a no of who has a say, for whatever else."""
    word, _, rest = condition.partition(" ")
    against = word == "say" and rest.endswith((" followed", " waited"))
    id = "rule" if word == "rule" else "against" if against else "other"
    why = Message(f"act.explain.{id}", {"rule": rule_name(condition)})
    return Message("act.explain", {**told, "why": why})


def fill_act(scene: Scene, case: str, wants: Sequence[tuple[Cell, Allowed]]) -> Message:
    """What is to be filled in with a step."""
    names = tuple(_filled(scene, cell, allowed) for cell, allowed in wants)
    return Message("act.fill_in", {"case": case, "names": names})


def _filled(scene: Scene, cell: Cell, allowed: Allowed) -> Name | Message:
    case = scene.case(cell)
    workflow = scene.workflow(case)
    families: Mapping[str, Mapping[str, object]] = {
        "document": workflow.documents, "role": workflow.roles,
    }  # fmt: skip
    if cell.kind != "fact":
        lifecycle = "" if case is None else case.lifecycle
        return Name(cell.kind, _full(lifecycle, cell.name, families[cell.kind]))
    name, tests = fact_name(scene, cell), tests_shown(scene, allowed, cell)
    return Message("act.fill_as", {"name": name, "tests": tests}) if tests else name


def fact_name(scene: Scene, cell: Cell) -> Name:
    """A fact or an open question under its full name."""
    case = scene.case(cell)
    workflow = scene.workflow(case)
    lifecycle = "" if case is None else case.lifecycle
    fact = workflow.in_lifecycle(workflow.facts, lifecycle, cell.name)
    family = "fact" if fact is None else fact.family
    return Name(family, _full(lifecycle, cell.name, workflow.facts))


def rule_name(key: str) -> Name | str:
    """A condition by the label of its rule when it has one."""
    word, _, rest = key.partition(" ")
    if word in ("say", "decision", "document", "duty", "window"):
        return Name(word, rest.partition(" ")[0])
    return Name("rule", rest) if word == "rule" else key


def _full(lifecycle: str, name: str, declared: Mapping[str, object]) -> str:
    return f"{lifecycle}.{name}" if f"{lifecycle}.{name}" in declared else name


def tests_shown(scene: Scene, allowed: Allowed, at: Cell) -> tuple[Message, ...]:
    """What a value must be, in the words of comparisons; empty when anything will do."""
    shown = []
    case = scene.case(at)
    fact = None if case is None else declared_fact(scene, case, at)
    name, type_ = fact_name(scene, at).name, "" if fact is None else fact.type
    for test in sorted(allowed.tests, key=lambda one: one.order):
        if not test.about_value:
            continue
        bound: object = test.operand
        if isinstance(bound, Cell):
            value = None if bound in scene.changing else scene.value(bound)
            named = Message("day.today") if bound == TODAY else fact_name(scene, bound)
            bound = named if value is None or bound == TODAY else Message(
                "value.named", {"name": named, "value": value}
            )  # fmt: skip
        elif isinstance(bound, frozenset):
            bound = tuple(value_name(name, type_, one) for one in sorted(bound, key=str))
        else:
            bound = value_name(name, type_, bound)
        shown.append(Message(f"test.{test.op}", {"bound": bound}))
    return tuple(shown)


WORDING = {
    "nl": {
        "act.record": "leg vast: {fact}",
        "act.record_as": "leg vast: {fact} ({tests})",
        "act.record_answer": 'beantwoord met "{tests}": {fact}',
        "act.record_of": "leg vast over {party}: {fact}",
        "act.record_of_as": "leg vast over {party}: {fact} ({tests})",
        "act.record_own": "leg voor uzelf vast: {fact}",
        "act.record_own_as": "leg voor uzelf vast: {fact} ({tests})",
        "act.record_each": "leg vast voor elk van {parties}: {fact}",
        "act.record_each_as": "leg vast voor elk van {parties}: {fact} ({tests})",
        "act.record_some": "leg vast voor {count} van {parties}: {fact}",
        "act.record_some_as": "leg vast voor {count} van {parties}: {fact} ({tests})",
        "act.hand_in": "dien in: {document}",
        "act.hand_in_again": "dien opnieuw in: {document}",
        "act.say": "geef een standpunt over {decision}: {positions|of}",
        "act.say.ask": "stel een vraag: {say}",
        "act.say.be_heard": "laat u horen: {say}",
        "act.say.advise": "breng uit: {say}",
        "act.say.agree": "laat weten of u akkoord bent: {say}",
        "act.do": "{step}",
        "act.do_for": "{step}, voor {party}",
        "act.open": "{step} (dat opent een dossier)",
        "act.reach": "breng {case} naar {states|of}",
        "act.appoint": "laat u aanwijzen als {role}",
        "act.give": "geef {holder} het mandaat {mandate} van {giver}",
        "act.wait": "wacht",
        "act.explain": "geef uitleg, want {why}",
        "act.explain.rule": "dit is nog niet zo: {rule}",
        "act.explain.against": "iemand is tegen: {rule}",
        "act.explain.other": "dit is er niet: {rule}",
        "act.fill_in": "vul in: {names}",
        "act.fill_as": "{name} ({tests})",
        "act.weight": "geef een standpunt over {decision}: {positions|of} (samen een gewicht van "
        "{total})",
        "test.none_of": "geen van {bound}",
    },
    "en": {
        "act.record": "record: {fact}",
        "act.record_as": "record: {fact} ({tests})",
        "act.record_answer": 'answer "{tests}": {fact}',
        "act.record_of": "record about {party}: {fact}",
        "act.record_of_as": "record about {party}: {fact} ({tests})",
        "act.record_own": "record for yourself: {fact}",
        "act.record_own_as": "record for yourself: {fact} ({tests})",
        "act.record_each": "record for each of {parties}: {fact}",
        "act.record_each_as": "record for each of {parties}: {fact} ({tests})",
        "act.record_some": "record for {count} of {parties}: {fact}",
        "act.record_some_as": "record for {count} of {parties}: {fact} ({tests})",
        "act.hand_in": "hand in: {document}",
        "act.hand_in_again": "hand in again: {document}",
        "act.say": "give a position on {decision}: {positions|or}",
        "act.say.ask": "ask a question: {say}",
        "act.say.be_heard": "make yourself heard: {say}",
        "act.say.advise": "give: {say}",
        "act.say.agree": "say whether you agree: {say}",
        "act.do": "{step}",
        "act.do_for": "{step}, for {party}",
        "act.open": "{step} (which opens a case)",
        "act.reach": "bring {case} to {states|or}",
        "act.appoint": "be appointed as {role}",
        "act.give": "give {holder} the mandate {mandate} of {giver}",
        "act.wait": "wait",
        "act.explain": "give an explanation, because {why}",
        "act.explain.rule": "this is not so yet: {rule}",
        "act.explain.against": "somebody is against: {rule}",
        "act.explain.other": "this is not there: {rule}",
        "act.fill_in": "fill in: {names}",
        "act.fill_as": "{name} ({tests})",
        "act.weight": "give a position on {decision}: {positions|or} (a weight of {total} "
        "together)",
        "test.none_of": "none of {bound}",
    },
}
