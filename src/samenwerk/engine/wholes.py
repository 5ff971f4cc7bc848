"""Making the whole of a collaboration for a report or an export.

What plugins must tell was asked before, by the room; the rest is worked out from values, when a
report wants it.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping, Sequence
from copy import copy

import attrs

from samenwerk.core.compiled import Compiled, compile_workflow, together
from samenwerk.core.glance import doers_now
from samenwerk.core.ledger import ledger
from samenwerk.core.obligations import needs
from samenwerk.core.starts import latest_start
from samenwerk.core.worklists import todo
from samenwerk.drawing.order import Order, in_order, main_way, written_orders
from samenwerk.engine.dues import tasks_of
from samenwerk.engine.shelf import Running
from samenwerk.hooks.whole import Course, Point, Speaks, Written
from samenwerk.language.catalogue import Speaker
from samenwerk.language.errors import say_error
from samenwerk.language.history import WITHHELD, event_line
from samenwerk.language.obligations import leaf_text
from samenwerk.language.shorter import brief
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Do, Settle
from samenwerk.values.declared import Lifecycle, Workflow
from samenwerk.values.errors import SamenwerkError
from samenwerk.values.event import Line, RecordedEvent
from samenwerk.values.ledger import Ledger
from samenwerk.values.message import Message
from samenwerk.values.obligation import Obligation
from samenwerk.values.waiting import Due, Start, Task

_TREES = ("all", "any", "least", "then")


@attrs.frozen(eq=False)
class Voice:
    """Says things to a report, in one language; keeps the protocol `Speaks`."""

    speaker: Speaker
    zone: str
    texts: Mapping[str, str]

    def say(self, message: Message) -> str:
        """A message as one line."""
        return self.speaker.say(message)

    def sentence(self, message: Message) -> str:
        """A message as a sentence."""
        return self.speaker.sentence(message)

    def tell(self, value: object) -> str:
        """A value as people write it."""
        return self.speaker.tell(value)

    def event(self, event: RecordedEvent) -> str:
        """One recorded event on one line; free text that was not given along is not shown."""
        unseal = self.texts.get if self.texts else lambda seal: WITHHELD
        return event_line(event, self.speaker, unseal, self.zone)

    def needed(self, needed: Obligation) -> tuple[Point, ...]:
        """What is still needed, as points."""
        if needed.kind == "nothing":
            return tuple(map(self._point, needed.explanations))
        short = brief(needed)
        if short.kind == "all":
            return tuple(map(self._point, short.parts))
        if short.kind in _TREES or not short.parts:
            return (self._point(short),)
        # not all of it can be advised on; what can stands beside it
        beside = [one for part in short.parts for one in self.needed(part)]
        return (self._point(short), Point(self.speaker.words("needs.beside"), tuple(beside)))

    def fault(self, fault: SamenwerkError) -> str:
        """What went wrong, in a sentence."""
        return say_error(fault, self.speaker)

    def _point(self, node: Obligation) -> Point:
        if node.kind not in _TREES:
            return Point(leaf_text(node, self.speaker))
        head = self.speaker.words(f"needs.{node.kind}", count=node.count, total=len(node.parts))
        return Point(head, tuple(map(self._point, node.parts)))


@attrs.define(eq=False, slots=False)
class WorkedOut:
    """Works out what a report asks, from values alone; keeps the protocol `Answers`.

    `workflows` are what the cases are judged by, the one in effect first. It may travel to
    another process, where they are compiled anew if that is needed.
    """

    workflows: tuple[Workflow, ...]
    known: Collaboration
    at: Settle
    truths: Mapping[str, int]
    dues: Sequence[Due]
    voice: Speaker
    texts: Mapping[str, str]
    compiled: Compiled | None = None

    def __getstate__(self) -> dict[str, object]:
        # what a register remembers of itself is nobody else's
        known = self.known.changed(register=attrs.evolve(self.known.register))
        return {**self.__dict__, "compiled": None, "known": known}

    def __setstate__(self, state: dict[str, object]) -> None:
        self.__dict__.update(state)

    def speaker(self, lang: str) -> Speaks:
        """Who speaks this language."""
        return Voice(attrs.evolve(self.voice, lang=lang), self.known.zone, self.texts)

    def steps(self, case: str) -> tuple[str, ...]:
        """The steps that move a case on, as `lifecycle.step`."""
        found = self.known.cases[case]
        lifecycle = self._compiled.of(found).workflow.lifecycles[found.lifecycle]
        on = [
            (step.full_name, lifecycle.states[step.to].final)
            for step in lifecycle.steps.values()
            if found.state in step.sources
            and step.automatic is None
            and step.to not in ("stays", "back")
            and not lifecycle.states[step.to].stops
        ]
        goes_on = [name for name, final in on if not final]
        if any(one.parent == case and not one.over for one in self.known.cases.values()):
            return tuple(goes_on)  # to end it is not what comes next while others run below it
        return tuple(goes_on or (name for name, _ in on))

    def can(self, step: str, case: str) -> tuple[str, ...] | None:
        """Who can do a step now; None when something is needed first."""
        return doers_now(self._compiled, self.known, self._goal(step, case), self.truths)

    def needs(self, step: str, case: str) -> Obligation:
        """What is still needed before a step."""
        return needs(self._compiled, self.known, self._goal(step, case), self.truths)

    def start(self, step: str, case: str) -> Start | None:
        """When work on a step must begin at the latest."""
        return latest_start(self._compiled, self.known, self._goal(step, case), self.truths)

    def _goal(self, step: str, case: str) -> Do:
        return Do(id=self.at.id, actor=None, moment=self.at.moment, day=self.at.day, case=case,
                  step=step)  # fmt: skip

    def todo(self, party: str) -> tuple[Task, ...]:
        """What a party can do, and what others wait for from it."""
        own = todo(self._compiled, self.known, party, self.at, self.truths)
        return (*own, *tasks_of(party, self.dues))

    def courses(self) -> tuple[Course, ...]:
        """The lifecycles of the workflow in effect."""
        found = self.workflows[0]
        return _courses(_Written(found.digest, tuple(found.sources.items()), found))

    def ledger(self, record: tuple[Line, ...]) -> Ledger | None:
        """Every amount that was moved by this record."""
        return ledger(self._compiled, record, self.at.day)

    @property
    def _compiled(self) -> Compiled:
        if self.compiled is None:
            each = [compile_workflow(one) for one in self.workflows]
            first = each[0]
            if len(each) > 1:
                first = together(first, each).others[first.workflow.digest]
            self.compiled = first
        return self.compiled


@attrs.frozen(eq=False)
class Bare:
    """For a collaboration whose workflow cannot be read any more: only what was recorded."""

    voice: Speaker
    zone: str
    texts: Mapping[str, str]

    def speaker(self, lang: str) -> Speaks:
        """Who speaks this language, in bare names."""
        return Voice(attrs.evolve(self.voice, lang=lang), self.zone, self.texts)

    def steps(self, case: str) -> tuple[str, ...]:
        """None: nobody can tell."""
        return ()

    def can(self, step: str, case: str) -> tuple[str, ...] | None:
        """None: nobody can tell."""
        return None

    def needs(self, step: str, case: str) -> Obligation:
        """Nothing can be advised."""
        return Obligation("unadvised")

    def start(self, step: str, case: str) -> Start | None:
        """None: nobody can tell."""
        return None

    def todo(self, party: str) -> tuple[Task, ...]:
        """None: nobody can tell."""
        return ()

    def courses(self) -> tuple[Course, ...]:
        """None: nobody can tell."""
        return ()

    def ledger(self, record: tuple[Line, ...]) -> Ledger | None:
        """None: nobody can tell."""
        return None


def worked_out(
    running: Running, known: Collaboration, at: Settle, truths: Mapping[str, int],
    dues: Sequence[Due], voice: Speaker, texts: Mapping[str, str],
) -> WorkedOut:  # fmt: skip
    """Answers about a collaboration as it stands, `dues` being those that plugins know of."""
    each = {one.workflow.digest: one.workflow for one in (running, *running.others.values())}
    workflows = tuple(each.values())
    return WorkedOut(workflows, known, at, copy(truths), dues, voice, texts, running.compiled)


def written(running: Running) -> Written:
    """What a report may know of the workflow."""
    workflow = running.workflow
    return Written(workflow.name, workflow.version, workflow.digest, dict(workflow.labels),
                   workflow.source, dict(workflow.purpose))  # fmt: skip


@attrs.frozen
class _Written:
    """A workflow, which is the same as another of this digest with the same texts."""

    digest: str
    sources: tuple[tuple[str, str], ...]
    workflow: Workflow = attrs.field(eq=False)


@functools.lru_cache(maxsize=64)
def _courses(written: _Written) -> tuple[Course, ...]:
    # reading the texts anew for each of a thousand collaborations would take minutes
    found = written.workflow
    orders = written_orders(found)
    return tuple(_course(found.lifecycles[one], orders[one]) for one in in_order(found))


def _course(lifecycle: Lifecycle, order: Order) -> Course:
    main = main_way(lifecycle, order)
    states = lifecycle.states.values()
    return Course(
        lifecycle.name, main,
        tuple(one for one in order.by_state(lifecycle.states) if one not in main),
        final=frozenset(one.name for one in states if one.final),
        stops=frozenset(one.name for one in states if one.stops),
        under=lifecycle.under,
    )  # fmt: skip
