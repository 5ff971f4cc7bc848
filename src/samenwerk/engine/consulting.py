"""Consulting plugins before a decision: facts collected, conditions asked, words added after.

Plugins are asked here and nowhere else; what they told travels with the command or goes into the
record, so that deciding and replaying never ask.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs

from samenwerk.core.asking import (
    Asking,
    askings,
    waiting_askings,
)
from samenwerk.core.authority import outside
from samenwerk.core.collected import (
    Answers,
    Collected,
    collected,
    only_from_plugins,
    rests_on,
    sealed_lines,
    wanted_facts,
)
from samenwerk.core.decide import decide
from samenwerk.core.evolve import replay
from samenwerk.core.leaves.asked import Asked
from samenwerk.core.leaves.decision import Decision
from samenwerk.core.ranking import looked_at, looked_at_by_itself
from samenwerk.core.view import View
from samenwerk.engine.ranking import rank_lines, who_wait
from samenwerk.engine.shelf import Running
from samenwerk.hooks.families.facts import Told
from samenwerk.hooks.families.facts import collected as told_by
from samenwerk.hooks.families.methods import decided as decided_by
from samenwerk.hooks.families.rules import judged
from samenwerk.hooks.values import Answer, question_of
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.command import Command, Do, Settle
from samenwerk.values.errors import PluginError
from samenwerk.values.event import Line
from samenwerk.values.finding import UNKNOWN, YES, Finding
from samenwerk.values.message import Message, Name
from samenwerk.values.offices import OF_THE_HOST, Offices
from samenwerk.values.outcome import Outcome


@attrs.frozen(eq=False)
class Consulted:
    """What plugins told: a collaboration with their facts in it, and their answers.

    `lines` record those facts; `said` are the answers with their words, in the order asked.
    """

    collaboration: Collaboration
    answers: Answers
    lines: tuple[Line, ...] = ()
    said: tuple[tuple[Asking, Answer], ...] = ()


def consult(running: Running, known: Collaboration, command: Command) -> Consulted:
    """What plugins tell about a command that is only looked at: nothing is sealed.

    Raises PluginError when one that the command's own step needs is missing, raises, or answers
    what it may not. A step that nobody does merely waits for such a plugin.
    """
    with running.caller.calling.health.occasion():
        found = _with_facts(running, known, command, seal=False)
        found = _with_ranks(running, found, command)
        consulted = _with_answers(running, found, command)
        asked = _waiting_answers(running, found.collaboration, command)
        consulted.answers.update({**asked, **consulted.answers})
        consulted.answers.ways.update({**asked.ways, **consulted.answers.ways})
        return consulted


def decided(
    running: Running,
    known: Collaboration,
    command: Command,
    seal: bool = True,
    offices: Offices = OF_THE_HOST,
) -> tuple[Outcome, Consulted]:
    """What becomes of a command, with plugins consulted: facts first, then their answers.

    Who may not give it at all is refused before any plugin hears of it (`core.authority`).
    When it is carried out, the lines are everything there is to record, in order. Where steps
    that nobody does rest on plugins, those are asked as it stands before the act, and again as
    it stands after. Raises PluginError as `consult` does.
    """
    not_theirs = outside(running.compiled, known, command, offices)
    if not_theirs is not None:
        return not_theirs, Consulted(known, Answers())
    with running.caller.calling.health.occasion():
        return _decided(running, known, command, seal)


def _decided(
    running: Running, known: Collaboration, command: Command, seal: bool
) -> tuple[Outcome, Consulted]:
    compiled = running.compiled
    found = _with_facts(running, known, command, seal)
    if not (compiled.waits_for_plugins or running.ranks):
        consulted = _with_answers(running, found, command)
        outcome = decide(
            compiled, found.collaboration, command, consulted.answers, seal=seal
        )
        return _whole(outcome, found.lines, outcome.lines), consulted
    before = _settled(running, found.collaboration, command)
    now = replay(before, found.collaboration) or found.collaboration
    queues = looked_at(compiled, now, command)
    ranks = rank_lines(running, now, command, queues, needed=True)
    now = replay(ranks, now) or now
    consulted = _with_answers(running, attrs.evolve(found, collaboration=now), command)
    outcome = decide(compiled, now, command, consulted.answers, seal=False)
    if not outcome.carried_out:
        return outcome, consulted
    after = _settled(running, replay(outcome.lines, now) or now, command)
    lines = (*before, *ranks, *outcome.lines, *after)
    if seal:
        events = (line.event for line in lines)
        lines = sealed_lines(found.collaboration, command, events)
    return _whole(outcome, found.lines, lines), consulted


def _whole(outcome: Outcome, facts: tuple[Line, ...], lines: tuple[Line, ...]) -> Outcome:
    if not outcome.carried_out or not (facts or lines):
        return outcome
    both = (*facts, *lines)
    return attrs.evolve(outcome, lines=both, head=both[-1].hash)


def _with_facts(
    running: Running, known: Collaboration, command: Command, seal: bool
) -> Collected:
    lines: list[Line] = []
    for case in _cases(running, known, command):
        told = _collect(running, known, command, case)
        found = collected(running.compiled, known, command, case.id, told, seal)
        known = found.collaboration
        lines += found.lines
    return Collected(known, tuple(lines))


def _with_answers(running: Running, found: Collected, command: Command) -> Consulted:
    """The answers that the command's own step rests on, as it will stand when it is judged."""
    answers, said = Answers(), []
    answers.versions = running.versions
    now = found.collaboration
    if running.compiled.asks_plugins and any(one.automatic for one in running.compiled.each):
        # what time makes due comes first, as it does in `decide`
        settle = _settle(command)
        lines = decide(running.compiled, now, settle, seal=False, look=False).lines
        now = replay(lines, now) or now
    for one, answer in answered(running, askings(running.compiled, now, command)):
        if answer is not None:
            answers.take(one.question, answer.truth, answer.ways)
            said.append((one, answer))
    return Consulted(found.collaboration, answers, found.lines, tuple(said))


def _settled(
    running: Running, known: Collaboration, command: Command
) -> tuple[Line, ...]:
    """What steps that nobody does add to the record as it stands; not sealed.

    Where one of them takes a case from a queue, those who still wait are ranked anew.
    """
    queues = looked_at_by_itself(running.compiled) if running.ranks else ()
    lines: list[Line] = []
    while True:
        ranks = rank_lines(running, known, command, queues, needed=False)
        now = replay(ranks, known) or known
        answers = _waiting_answers(running, now, command)
        done = decide(running.compiled, now, _settle(command), answers, seal=False).lines
        after = replay(done, now) or now
        lines += (*ranks, *done)
        if not who_wait(after, queues) < who_wait(known, queues):
            return tuple(lines)
        known = after


def _with_ranks(running: Running, found: Collected, command: Command) -> Collected:
    """Those who wait in queues ranked, for reading: first where the command's own step looks."""
    known, lines = found.collaboration, list(found.lines)
    for queues, needed in (
        (looked_at(running.compiled, known, command), True),
        (looked_at_by_itself(running.compiled), False),
    ) if running.ranks else ():
        ranks = rank_lines(running, known, command, queues, needed)
        known, lines = replay(ranks, known) or known, [*lines, *ranks]
    return Collected(known, tuple(lines))


def _waiting_answers(running: Running, known: Collaboration, command: Command) -> Answers:
    answers = Answers()
    answers.versions = running.versions
    settle = _settle(command)
    while asked := waiting_askings(running.compiled, known, settle, answers):
        for one, answer in answered(running, asked):
            answers.take(one.question, *_taken(answer))
    return answers


def _settle(command: Command) -> Settle:
    return Settle(id=command.id, actor=None, moment=command.moment, day=command.day)


def answered(
    running: Running, asked: Iterable[Asking]
) -> Iterable[tuple[Asking, Answer | None]]:
    """Each asking with its answer; None where a step that waits has none. Raises PluginError."""
    for one in asked:
        try:
            yield one, _answer(running, one)
        except PluginError:
            if not one.waiting:
                raise
            yield one, None


def _taken(answer: Answer | None) -> tuple[int, tuple[Message, ...]]:
    return (UNKNOWN, ()) if answer is None else (answer.truth, answer.ways)


def _answer(running: Running, asking: Asking) -> Answer:
    """What the plugin of a condition says: of a rule, or of a decision by its method."""
    caller, leaf = running.of(asking.view.case).caller, asking.leaf
    if isinstance(leaf, Decision):
        return decided_by(caller, leaf, asking)
    assert isinstance(leaf, Asked)
    return judged(caller, leaf, asking)


def _cases(running: Running, known: Collaboration, command: Command) -> list[Case]:
    """The cases whose facts the command rests on."""
    if isinstance(command, Do):
        case = known.cases.get(command.case)
        return [] if case is None or case.over else [case]
    if isinstance(command, Settle) and running.provides:
        each = running.compiled.each
        ids = [id for one in each for key in one.automatic for id in known.by_state.get(key, ())]
        return [known.cases[id] for id in dict.fromkeys(ids)]
    return []


def _collect(
    running: Running, known: Collaboration, command: Command, case: Case
) -> tuple[Told, ...]:
    running = running.of(case)
    if isinstance(command, Do):
        _check_missing(running, known, command, case)
    wanted = wanted_facts(running.workflow, case) if running.provided else {}
    if not running.provided & wanted.keys():
        return ()
    question = question_of(
        known, case, command.day, command.on_behalf_of or command.actor,
        settings=running.caller.settings,
    )  # fmt: skip

    def rests(provides: tuple[str, ...]) -> bool:
        # what nobody does goes on waiting for what is not known
        return isinstance(command, Do) and _rests(running, known, command, case, provides)

    return told_by(running.caller, question, wanted, rests)


def _rests(
    running: Running, known: Collaboration, command: Do, case: Case, facts: tuple[str, ...]
) -> bool:
    """Whether the step looks at one of these facts: it is not decided on old knowledge."""
    step = running.compiled.step(command.step)
    if step is None or step.lifecycle.name != case.lifecycle:
        return False
    view = View(known, case, command.day, command.actor, command.on_behalf_of or command.actor)
    return rests_on(running.workflow, step, case, view, facts)


def _check_missing(
    running: Running, known: Collaboration, command: Do, case: Case
) -> None:
    """A plugin that is gone is missed where a step rests on facts that only it could tell."""
    faults = running.plugins.faults
    step = running.compiled.step(command.step) if faults else None
    if step is None or step.lifecycle.name != case.lifecycle:
        return
    view = View(known, case, command.day, command.actor, command.on_behalf_of or command.actor)
    alone = only_from_plugins(running.workflow, step, case, view) - running.provided
    if alone:
        gone = ", ".join(sorted(faults))
        detail = "; ".join(str(fault) for fault in faults.values())
        raise PluginError(
            f"{', '.join(sorted(alone))} must come from plugin {gone}: {detail}",
            what="facts_missing", plugin=gone, detail=detail, facts=tuple(sorted(alone)),
        )  # fmt: skip


_NO_ADVICE = ("plugin_rule.ask", "plugin_rule.advice", "decision.method.ask", "way.unadvised")

Said = Mapping[tuple[str, str, str | None], tuple[str, Answer]]
"""Condition, case and party to the plugin that answered, with its version, and its answer."""


def with_words(outcome: Outcome, consulted: Consulted, running: Running, case: str) -> Outcome:
    """The outcome with the plugins' own words at their findings, and their advice in a refusal."""
    if not consulted.said:
        return outcome
    versions = running.versions
    said = {
        (asking.leaf.key, asking.view.case.id, asking.view.who): (
            f"{asking.leaf.plugin} {versions[asking.leaf.plugin]}", answer,
        )
        for asking, answer in consulted.said
    }  # fmt: skip
    findings = tuple(_worded(one, said, case, None) for one in outcome.findings)
    ways: tuple[Message, ...] = ()
    if not outcome.carried_out and outcome.unmet:
        ways = tuple(
            way
            for asking, answer in consulted.said
            if not asking.waiting and answer.truth < YES
            for way in answer.ways
        )
    rest = outcome.way_out
    if ways:  # who gives advice need not be told to have none
        rest = tuple(
            way for way in rest if way.id not in _NO_ADVICE
        )
    return attrs.evolve(outcome, findings=findings, way_out=(*ways, *rest))


def _worded(finding: Finding, said: Said, case: str, who: str | None) -> Finding:
    inner, about = (finding.message.params.get(name) for name in ("finding", "who"))
    found = said.get((finding.leaf, case, who))
    each = finding.message.id == "tree.of" and isinstance(about, Name)
    if each and isinstance(about, Name):
        case, who = (about.name, None) if about.family == "case" else (case, about.name)
        keys = [key for key, at, party in said if (at, party) == (case, who)
                and finding.leaf.endswith(f" {key} [{about.name}]")]  # fmt: skip
        found = said[keys[0], case, who] if keys else None
    children = tuple(_worded(one, said, case, who) for one in finding.children)
    if found is None or found[1].truth != finding.truth:
        return attrs.evolve(finding, children=children)  # nothing of a plugin, or more than that
    plugin, answer = found
    message = finding.message
    if answer.message is not None:
        message = answer.message
        if each and isinstance(inner, Message):
            params = {**finding.message.params, "finding": answer.message}
            message = Message(finding.message.id, params)
    return attrs.evolve(finding, children=children, plugin=plugin, message=message)
