"""Worklists: what a party can do or is asked, and which days are coming. Views, never stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import TypeAlias

import attrs

from samenwerk.core.act_words import act_of
from samenwerk.core.allowed import THERE
from samenwerk.core.beyond import last_known, told_ended
from samenwerk.core.cells import speakers, step_acts, voices
from samenwerk.core.compiled import Compiled
from samenwerk.core.copies import lacking, new_copy, places
from samenwerk.core.duties import Owed, holders, owed
from samenwerk.core.obligations import standing as standing_now
from samenwerk.core.obligations import told_needs
from samenwerk.core.operands import ended
from samenwerk.core.refusals import doers_of
from samenwerk.core.says import position_cell, standing
from samenwerk.core.scene import Scene
from samenwerk.core.telling import Answers
from samenwerk.core.told import Told, plain
from samenwerk.core.tree import compile_tree
from samenwerk.core.view import NO_ANSWERS
from samenwerk.core.votes import count, ended_round, is_closed, round_of
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Cell
from samenwerk.values.command import Do, Settle
from samenwerk.values.declared import Step
from samenwerk.values.duty import Duty
from samenwerk.values.finding import YES
from samenwerk.values.message import Message, Name
from samenwerk.values.obligation import Obligation
from samenwerk.values.say import Say
from samenwerk.values.time import Term
from samenwerk.values.waiting import Due, Task

_Asked: TypeAlias = tuple[Case, Step, Told]


def todo(
    compiled: Compiled,
    known: Collaboration,
    party: str,
    at: Settle,
    answers: Answers = NO_ANSWERS,
) -> tuple[Task, ...]:
    """What this party can do now in open cases: steps that are ready, and acts others wait for."""
    return todos(compiled, known, (party,), at, answers)[party]


def todos(
    compiled: Compiled,
    known: Collaboration,
    parties: Iterable[str],
    at: Settle,
    answers: Answers = NO_ANSWERS,
) -> dict[str, tuple[Task, ...]]:
    """The same for several parties; what a step needs is worked out once for all of them."""
    now = standing_now(compiled, known, at, answers)
    scene = Scene(compiled, now, at.day, answers)
    asked = [one for case in now.cases.values() if not case.over for one in _steps(scene, case, at)]
    return {party: _todo(scene, asked, party, at) for party in parties}


def _steps(scene: Scene, case: Case, at: Settle) -> Iterator[_Asked]:
    """The steps of an open case, each with what is needed for it."""
    lifecycle = scene.workflow(case).lifecycles[case.lifecycle]
    for step in lifecycle.steps.values():
        if case.state not in step.sources or step.automatic is not None:
            continue
        goal = Do(id=at.id, actor=None, moment=at.moment, day=at.day, case=case.id,
                  step=step.full_name)  # fmt: skip
        needed = told_needs(scene.compiled, scene.collaboration, goal, scene.answers)
        yield case, step, needed


def _todo(scene: Scene, steps: Sequence[_Asked], party: str, at: Settle) -> tuple[Task, ...]:
    now, tasks = scene.collaboration, list[Task]()
    for case in now.cases.values():
        if not case.over:
            tasks += _duties(scene, case, party)
            tasks += _questions(scene, case, party)
    for case, step, needed in steps:
        ready = needed.kind == "nothing"
        if needed.act is not None and needed.act.id == "plugin_rule.advice":
            goal = Do(id=at.id, actor=None, moment=at.moment, day=at.day, case=case.id,
                      step=step.full_name)  # fmt: skip
            doers = doers_of(step, scene.view(case))
            advice = Told("unadvised", needed.act, doers, case=case.id, goal=goal)
            if _asked_of(scene, advice, party):
                tasks.append(Task(case.id, step.full_name, plain(advice), False))
        for act in needed.acts:
            assert isinstance(act, Told)
            id = "" if act.act is None else act.act.id
            if id in ("act.fill_in", "act.explain"):
                continue  # what goes with a step is done with it
            if act.goal is not None and act.goal.step == step.full_name and not ready:
                continue
            if _asked_of(scene, act, party):
                if ready:  # what it must be explained with is told with it
                    act = attrs.evolve(act, parts=needed.explanations)
                tasks.append(Task(case.id, step.full_name, plain(act), ready))
    tasks += _unsent(now, party)
    tasks = _with_days(tasks)
    copies = _copies_to_open(scene, party, at)
    order = {id: index for index, id in enumerate(sorted(now.cases))}
    opened = {(t.case, str(t.obligation.act)) for t in copies}
    tasks = [t for t in tasks if (t.case, str(t.obligation.act)) not in opened]
    unique = {(t.case, str(t.obligation.act), t.ready and t.step): t for t in (*tasks, *copies)}
    ranked = {t: (not t.ready, order.get(t.case, -1), t.step) for t in unique.values()}
    return tuple(sorted(ranked, key=ranked.__getitem__))


def _unsent(known: Collaboration, party: str) -> Iterator[Task]:
    """What could not be sent for a step that this party did: it must see to it that it is."""
    for one in known.effects.values():
        if one.failed and one.party == party:
            act = Message("act.send_again", {"effect": Name("effect", one.effect)})
            told = Obligation("act", act=act, who=(party,), case=one.case)
            yield Task(one.case, "", told, False)


def _copies_to_open(scene: Scene, party: str, at: Settle) -> list[Task]:
    """The copies that this party can open and has not opened yet."""
    compiled, known, found = scene.compiled, scene.collaboration, list[Task]()
    for opening in compiled.now(known).steps.values():
        step = opening.step
        if step.per is None or step.automatic is not None:
            continue
        for above in places(opening.lifecycle, known):
            if party not in lacking(step.per, step.lifecycle, known, above, at.day):
                continue
            copy = new_copy(step.lifecycle, known, above, party, at.day)
            goal = Do(id=at.id, actor=party, moment=at.moment, day=at.day, case=copy.id,
                      step=step.full_name, parent=copy.parent)  # fmt: skip
            asked = told_needs(compiled, known, goal, scene.answers)
            own = Told("act", Message("act.open", {
                "case": copy.parent or "", "step": Name("step", step.full_name),
            }), (party,), case=copy.parent)  # fmt: skip
            ready = asked.kind == "nothing"
            if ready:
                found.append(Task(copy.parent or copy.id, step.full_name, plain(own), ready))
                continue
            found += [
                Task(copy.parent or copy.id, step.full_name, plain(act), False)
                for act in asked.acts
                if isinstance(act, Told) and act.goal != goal and _asked_of(scene, act, party)
            ]
    return found


def _asked_of(scene: Scene, act: Told, party: str) -> bool:
    """Whether the act is asked of this party, itself or speaking for another."""
    if party in act.who:
        return True
    if act.goal is not None:
        case = scene.collaboration.cases.get(act.goal.case)
        found = scene.step(act.goal.case, act.goal.step)
        if case is None or found is None:
            return False
        acts, on = step_acts(found.step, found.lifecycle.subject)
        return any(party in voices(scene, case, one, acts, on) for one in act.who)
    return any(party in speakers(scene, cell, one) for one in act.who for cell, _ in act.wants)


def due(
    compiled: Compiled, known: Collaboration, at: Settle, answers: Answers = NO_ANSWERS
) -> tuple[Due, ...]:
    """The days that open cases must mind: terms of states, closing rounds, steps by time."""
    now = standing_now(compiled, known, at, answers)
    found: list[Due] = []
    scene = Scene(compiled, now, at.day, answers)
    for case in now.cases.values():
        if not case.over:
            found += _of_case(compiled.of(case), scene, case)
    found += [
        Due(one.case, Message("due.effect", {"effect": Name("effect", one.effect)}), one.day,
            (one.party,) if one.party else (), True)
        for one in now.effects.values() if one.failed
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.day, one.case, one.what.id)))


def _of_case(compiled: Compiled, scene: Scene, case: Case) -> list[Due]:
    workflow = compiled.workflow
    lifecycle = workflow.lifecycles[case.lifecycle]
    view = scene.view(case)
    found: list[Due] = []
    state = lifecycle.states[case.state]
    steps = [step for step in lifecycle.steps.values() if case.state in step.sources]
    if state.due is not None:
        day = state.due.after(case.clock)
        who = tuple(dict.fromkeys(
            one for step in steps if step.to not in ("stays", "back") and not step.automatic
            for one in doers_of(step, view)
        ))  # fmt: skip
        told = Message("due.state", {"state": Name("state", f"{case.lifecycle}.{case.state}")})
        late = state.due if state.due.beyond(case.clock) else None
        found.append(_until(case, told, day, who, scene, late))
    for step in steps:
        compiled_step = compiled.steps[step.full_name]
        past = None if compiled_step.once_past is None else compiled_step.once_past(view)
        told = Message("due.time", {"step": Name("step", step.full_name)})
        late = None if step.once_past is None else ended(step.once_past, view)
        if isinstance(past, date) or late is not None:
            day = past if isinstance(past, date) else scene.day
            found.append(_until(case, told, day, (), scene, late))
    if case.kept is not None and case.kept.until is not None:
        name = Name("transition", case.kept.clause or "")
        told = Message("due.kept", {"clause": name})
        until = case.kept.until
        found.append(Due(case.id, told, until, (), until < scene.day))
    found += [one for say in workflow.says.values() if (one := _of_say(scene, case, say))]
    found += [one for duty in workflow.duties.values() if (one := _of_duty(scene, case, duty))]
    for decision in workflow.decisions.values():
        if decision.lifecycle not in (None, case.lifecycle) or not _asked(compiled, case, decision):
            continue
        tally = count(decision, None, view)
        _, _, closing = round_of(decision, view, case)
        late = ended_round(decision, view, case)
        if tally is None or (closing is None and late is None):
            continue
        closing = closing or scene.day
        if late is None and is_closed(decision, closing, scene.day):
            continue
        if not tally.open or (decision.opens_at and decision.opens_at not in case.steps):
            continue
        full = f"{decision.lifecycle}.{decision.name}" if decision.lifecycle else decision.name
        told = Message("due.round", {"decision": Name("decision", full)})
        open_now = tuple(dict.fromkeys(
            one for voter in tally.open
            for one in speakers(scene, Cell(case.id, "position", decision.name, voter), voter)
        ))  # fmt: skip
        found.append(_until(case, told, closing, open_now, scene, late))
    return found


def _until(
    case: Case, told: Message, day: date, who: tuple[str, ...], scene: Scene, late: Term | None
) -> Due:
    """A day to mind; where no calendar tells it, the day on which that calendar ends."""
    if late is None:
        return Due(case.id, told, day, who, day < scene.day)
    ends = last_known(late)
    return Due(case.id, told_ended(late, told), ends, who, ends < scene.day)


def _owed(scene: Scene, case: Case, duty: Duty) -> Owed | None:
    """A duty that holds in a case and is still to be done."""
    if duty.lifecycle != case.lifecycle:
        return None
    view = scene.view(case)
    known = owed(duty, None, view)
    if known is None or not known.exists or not known.open:
        return None
    holds = all(compile_tree(one, {}).truth(view) == YES for one in duty.only_if)
    return known if holds else None


def _of_duty(scene: Scene, case: Case, duty: Duty) -> Due | None:
    """The last day of a duty, with who has not done it."""
    known = _owed(scene, case, duty)
    if known is None or (known.last is None and known.beyond is None):
        return None
    told = Message("due.duty", {"duty": Name("duty", duty.full_name)})
    who = tuple(cell.who for cell in known.open if cell.who is not None)
    who = who or holders(duty, scene.view(case))
    return _until(case, told, known.last or scene.day, who, scene, known.beyond)


def _duties(scene: Scene, case: Case, party: str) -> Iterator[Task]:
    """What a party must hand in, record or do by a day; what is a step may not be ready yet."""
    for duty in scene.workflow(case).duties.values():
        known = _owed(scene, case, duty)
        for cell in () if known is None else known.open:
            who = (cell.who,) if cell.who is not None else holders(duty, scene.view(case))
            if any(party == one or party in speakers(scene, cell, one) for one in who):
                act = Obligation(
                    "act", act=act_of(scene, cell, THERE), who=who, case=case.id,
                    due=None if known is None else known.last, ground=f"duty {duty.full_name}",
                )  # fmt: skip
                yield Task(case.id, "", act, duty.kind != "step")


def _with_days(tasks: list[Task]) -> list[Task]:
    """The same, with a duty to do a step, or an answer, told with the step that asks for it."""
    owed = {_key(one): one.obligation.due for one in tasks if _told_elsewhere(one)}
    asked = {_key(one) for one in tasks if one.step}
    return [
        attrs.evolve(one, obligation=attrs.evolve(one.obligation, due=owed[_key(one)]))
        if one.step and _key(one) in owed else one
        for one in tasks
        if not (_told_elsewhere(one) and _key(one) in asked)
    ]  # fmt: skip


def _told_elsewhere(task: Task) -> bool:
    """Whether a step of the list may ask for it too."""
    act = task.obligation.act
    return not task.step and act is not None and act.id.startswith(("act.do", "act.say"))


def _key(task: Task) -> tuple[str, str]:
    return (task.case, str(task.obligation.act))


def _questions(scene: Scene, case: Case, party: str) -> Iterator[Task]:
    """What a party was asked to say and has not said yet."""
    for say in scene.workflow(case).says.values():
        if say.lifecycle not in (None, case.lifecycle) or say.right in ("be_told", "ask"):
            continue
        known = standing(say, None, scene.view(case))
        if known is None or known.asked is None or known.passed:
            continue
        for voice in known.open:
            cell = position_cell(known, voice)
            if party == voice or party in speakers(scene, cell, voice):
                asked = Obligation(
                    "act", act=act_of(scene, cell, THERE), who=(voice,), case=case.id,
                    due=known.closing, ground=f"say {say.full_name}",
                )  # fmt: skip
                yield Task(case.id, "", asked, True)


def _of_say(scene: Scene, case: Case, say: Say) -> Due | None:
    """The day until which a say can be given; none when nobody is asked, or it was given."""
    if say.lifecycle not in (None, case.lifecycle):
        return None
    known = standing(say, None, scene.view(case))
    late = None if known is None else known.beyond
    if known is None or not known.open or (known.closing is None and late is None):
        return None
    can = tuple(dict.fromkeys(
        one for voice in known.open
        for one in speakers(scene, position_cell(known, voice), voice)
    ))  # fmt: skip
    told = Message("due.say", {"say": Name("say", say.full_name)})
    return _until(case, told, known.closing or scene.day, can, scene, late)


def _asked(compiled: Compiled, case: Case, decision: object) -> bool:
    """Whether a step out of the case's state asks for this decision."""
    name = getattr(decision, "name", "")
    own = getattr(decision, "lifecycle", None)
    key = f"decision {own}.{name}" if own else f"decision {name}"
    return any(
        key == node.key
        for found in compiled.steps.values()
        if found.lifecycle.name == case.lifecycle and case.state in found.step.sources
        for node in found.recorded
    )


WORDING = {
    "nl": {
        "due.effect": "{effect} kon niet bezorgd worden",
        "due.state": 'de tijd voor de fase "{state}" is om',
        "due.time": "daarna volgt vanzelf: {step}",
        "due.round": "de ronde over {decision} sluit",
        "due.kept": "de laatste dag onder de oude versie: {clause}",
        "due.duty": "de laatste dag voor: {duty}",
        "due.say": "tot dan kan worden geantwoord: {say}",
    },
    "en": {
        "due.effect": "{effect} could not be delivered",
        "due.state": 'the time for the state "{state}" is over',
        "due.time": "after that follows by itself: {step}",
        "due.round": "the round on {decision} closes",
        "due.kept": "the last day under the old version: {clause}",
        "due.duty": "the last day for: {duty}",
        "due.say": "answers can be given until then: {say}",
    },
}
