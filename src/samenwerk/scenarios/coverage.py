"""What stories touch of a workflow, both ways: rules, steps, severities and conditions.

All of it is read from the findings and events of the outcomes; nothing is judged here but steps
that nobody does, with the findings that the engine itself has of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import PurePath
from typing import TypeAlias

import attrs

from samenwerk.core.compiled import Compiled, CompiledStep
from samenwerk.core.copies import lacking, new_copy, places
from samenwerk.core.evolve import evolve
from samenwerk.core.findings import findings
from samenwerk.core.view import View
from samenwerk.definitions.reading import Reading
from samenwerk.scenarios.play import ActPlayed, Played
from samenwerk.scenarios.sites import (
    rule_owner,
    rule_place,
    rules_used,
    sites,
    stands_in,
    step_owner,
    step_place,
)
from samenwerk.values.case import Collaboration
from samenwerk.values.declared import Step, Workflow
from samenwerk.values.event import RecordedEvent, StepDone
from samenwerk.values.finding import YES, Finding
from samenwerk.values.message import Name
from samenwerk.values.place import Place
from samenwerk.values.tree import Node

WHAT = ("rule", "step", "condition", "severity")


@attrs.define(eq=False)
class Seen:
    """One thing of a workflow, and whether stories saw it turn out either way.

    `met` is that it was met, or for a step done; `unmet` that it was not (unknown included), or
    refused. A step that nobody does is never refused: then `both` asks only for `met`.
    """

    what: str
    name: str
    place: Place
    node: Node | None = None
    severity: str = ""
    refusable: bool = True
    met: bool = False
    unmet: bool = False

    @property
    def both(self) -> bool:
        """Whether nothing is missing."""
        return self.met and (self.unmet or not self.refusable)

    @property
    def missing(self) -> str:
        """What was never seen: `met`, `unmet` or `either`; empty when nothing is missing."""
        if self.both:
            return ""
        return "unmet" if self.met else "met" if self.unmet or not self.refusable else "either"

    def nothing(self) -> Seen:
        """The same thing, of which nothing was seen yet."""
        return attrs.evolve(self, met=False, unmet=False)

    def add(self, truth: int) -> None:
        """Take note of an answer."""
        if truth == YES:
            self.met = True
        else:
            self.unmet = True


@attrs.frozen(eq=False)
class Coverage:
    """Everything of a workflow that stories can touch."""

    seen: tuple[Seen, ...]

    def count(self, what: str) -> tuple[int, int]:
        """How many of a kind were seen both ways, and how many there are."""
        of_it = [one for one in self.seen if one.what == what]
        return sum(one.both for one in of_it), len(of_it)

    @property
    def missing(self) -> tuple[Seen, ...]:
        """Whatever was not seen both ways, kind by kind."""
        return tuple(one for one in self.seen if not one.both)

    def own(self, folder: PurePath) -> Coverage:
        """Only what is written in this folder itself, and not in what it extends."""
        return Coverage(tuple(one for one in self.seen if stands_in(one.place, folder)))


def joined(coverages: Iterable[Coverage]) -> Coverage:
    """What stories of several workflows touch together: the same place is the same thing."""
    found: dict[object, Seen] = {}
    for one in (one for each in coverages for one in each.seen):
        file = PurePath(one.place.file).parts[-2:]
        key = (one.what, one.name, file, one.place.line, one.place.column)
        whole = found.setdefault(key, one.nothing())
        whole.met, whole.unmet = whole.met or one.met, whole.unmet or one.unmet
    return Coverage(tuple(found.values()))


def coverage(workflow: Workflow, reading: Reading, played: Iterable[Played]) -> Coverage:
    """What these stories touch. Settings of their own make no difference to what they touch."""
    watch = _Watch(workflow, reading)
    for one in played:
        for act in one.acts:
            watch.act(act)
    return Coverage(tuple(watch.seen()))


Conditions: TypeAlias = Mapping[tuple[str, str], Seen]
"""What was seen of each condition, by the step or rule it stands with and its stable name."""


class _Watch:
    def __init__(self, workflow: Workflow, reading: Reading) -> None:
        steps = [step for one in workflow.lifecycles.values() for step in one.steps.values()]
        self.rules = {
            rule_owner(name): Seen("rule", name, rule_place(reading, name))
            for name in rules_used(workflow)
        }
        self.steps = {
            step.full_name: Seen("step", step.full_name, step_place(reading, step),
                                 refusable=step.automatic is None)
            for step in steps
        }  # fmt: skip
        self._reading = reading
        self._where: dict[tuple[str, tuple[int, ...]], Seen] = {}
        self._with_settings: dict[str, dict[tuple[str, str], Seen]] = {}
        self.conditions: dict[tuple[str, str], Seen] = {}
        self.severities: dict[tuple[str, int], Seen] = {}
        places: dict[tuple[str, int], Place] = {}
        for site in sites(workflow, reading):
            if len(site.route) == 1 and site.owner.startswith("step "):
                places[site.owner, site.route[0]] = site.place
            if site.single:
                found = Seen("condition", site.owner, site.place, site.node)
                found = self.conditions.setdefault((site.owner, site.key), found)
                self._where[site.owner, site.route] = found
        for step in steps:
            owner = step_owner(step)
            for number, need in enumerate(step.needs):
                if need.severity != "block":
                    self.severities[owner, number] = Seen(
                        "severity", owner, places[owner, number], need.part, need.severity
                    )

    def seen(self) -> Iterator[Seen]:
        """Everything, kind by kind, each in the order of the text."""
        for kind in (self.rules, self.steps, self.conditions, self.severities):
            of_it: Iterable[Seen] = kind.values()
            yield from sorted(of_it, key=lambda one: (one.place.file, one.place.line))

    def act(self, played: ActPlayed) -> None:
        """Take note of one act."""
        act, outcome = played.act, played.outcome
        if outcome is None or played.before is None:
            return
        if act.kind in ("does", "asks"):
            others = played.passed and act.asked_of_others
            if act.name in self.steps and (others or not outcome.allowed):
                self.steps[act.name].unmet = True
        for event in outcome.events:
            if isinstance(event.what, StepDone):
                self.steps[f"{event.lifecycle}.{event.step}"].met = True
        conditions = self._named(played.before.running.workflow)
        for step, found in judged(played):
            self._judged(step, found, conditions)

    def _named(self, workflow: Workflow) -> Conditions:
        """The conditions by what findings call them where a story has settings of its own."""
        known = self._with_settings.get(workflow.digest)
        if known is None:
            known = dict(self.conditions)
            for site in sites(workflow, self._reading):
                seen = self._where.get((site.owner, site.route)) if site.single else None
                if seen is not None:
                    known[site.owner, site.key] = seen
            self._with_settings[workflow.digest] = known
        return known

    def _judged(self, step: Step, found: Iterable[Finding], conditions: Conditions) -> None:
        owner = step_owner(step)
        for number, finding in enumerate(found):
            severity = self.severities.get((owner, number))
            if severity is not None:
                severity.add(finding.truth)
            self._opened(owner, finding, conditions)

    def _opened(self, owner: str, finding: Finding, conditions: Conditions) -> None:
        """A finding and all below it: what it is made of stands with the same step or rule."""
        condition = conditions.get((owner, finding.leaf))
        if condition is not None:
            condition.add(finding.truth)
            return
        rule = self.rules.get(finding.leaf)
        if rule is not None:
            rule.add(finding.truth)
            owner = finding.leaf
        version = finding.message.params.get("version")
        if isinstance(version, Name):
            owner = rule_owner(version.name)
        for child in finding.children:
            self._opened(owner, child, conditions)


def judged(played: ActPlayed) -> Iterator[tuple[Step, tuple[Finding, ...]]]:
    """Every step that an act asked about or set going, with what was found of its needs."""
    act, outcome = played.act, played.outcome
    if outcome is None or played.before is None:
        return
    compiled = played.before.running.compiled
    step = compiled.workflow.step(act.name) if act.kind in ("does", "asks") else None
    if step is not None and len(outcome.findings) == len(step.needs):
        yield step, outcome.findings
    known = played.before.known
    for event in outcome.events:
        if isinstance(event.what, StepDone):
            done = compiled.steps[f"{event.lifecycle}.{event.step}"]
            for view in _at(done, known, event):
                yield done.step, findings(done, view)
        known = evolve(known, event)
    if outcome.carried_out:
        for found, view in _waiting(compiled, known, played):
            yield found.step, findings(found, view)


def _at(done: CompiledStep, known: Collaboration, event: RecordedEvent) -> Iterator[View]:
    """What a step that nobody does looked at when it was done; nothing for any other step."""
    if done.step.automatic is None:
        return
    case = known.cases.get(event.case or "")
    if case is not None:
        yield View(known, case, event.effective)
    for view in _copies(done, known, event.effective) if done.step.opens else ():
        if view.case.id == event.case:
            yield view


def _copies(found: CompiledStep, known: Collaboration, day: date) -> Iterator[View]:
    """The copies that a step could open by itself, each as its needs would see it."""
    lifecycle, per = found.lifecycle, found.step.per
    if per is None:
        return
    for above in places(lifecycle, known):
        for party in lacking(per, lifecycle.name, known, above, day):
            yield View(known, new_copy(lifecycle.name, known, above, party, day), day)


def _waiting(
    compiled: Compiled, known: Collaboration, played: ActPlayed
) -> Iterator[tuple[CompiledStep, View]]:
    """Steps that nobody does and that could come next, as they look to the engine."""
    for found in compiled.copying:
        for view in _copies(found, known, played.act.on):
            yield found, view
    for key, steps in compiled.automatic.items():
        for id in known.by_state.get(key, ()):
            for step in steps:
                if step.needs:
                    yield step, View(known, known.cases[id], played.act.on)
