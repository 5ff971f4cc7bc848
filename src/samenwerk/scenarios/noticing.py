"""Which weakened conditions the stories of a workflow notice, and which nobody would miss.

Only acts that touch a weakened step are played again, each from where its story stood before it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

import attrs

from samenwerk.core.compiled import Compiled, recompiled
from samenwerk.engine.shelf import Running
from samenwerk.scenarios.alike import says_nothing_new
from samenwerk.scenarios.mutants import Mutant, mutants, weakened
from samenwerk.scenarios.play import ActPlayed, Played, play_act, played_from
from samenwerk.scenarios.sites import DOERS, Site, rule_owner, uses_of_rules
from samenwerk.scenarios.stage import Stage
from samenwerk.scenarios.story import Act
from samenwerk.values.declared import Workflow
from samenwerk.values.event import StepDone


@attrs.frozen(eq=False)
class Noticed:
    """What came of all weakenings; `unnoticed` are those that no story noticed.

    Not `whole` when somebody stopped it. `alike` are those that nobody can notice, because another
    condition says the same already: they are not among those tried.
    """

    tried: int
    unnoticed: tuple[Mutant, ...]
    whole: bool = True
    alike: tuple[Mutant, ...] = ()

    @property
    def in_order(self) -> tuple[Mutant, ...]:
        """Those that no story noticed, in the order of the text."""
        def order(one: Mutant) -> tuple[str, int, int]:
            place = one.site.place
            return place.file, place.line, place.column

        return tuple(sorted(self.unnoticed, key=order))

    @property
    def noticed(self) -> int:
        """How many were noticed."""
        return self.tried - len(self.unnoticed)

    @property
    def percent(self) -> int:
        """How many of a hundred were noticed, rounded down; all of none."""
        return 100 if not self.tried else 100 * self.noticed // self.tried


def together(found: Iterable[Noticed]) -> Noticed:
    """What came of several runs, as one."""
    runs = tuple(found)
    unnoticed = tuple(mutant for one in runs for mutant in one.unnoticed)
    alike = tuple(mutant for one in runs for mutant in one.alike)
    tried, whole = sum(one.tried for one in runs), all(one.whole for one in runs)
    return Noticed(tried, unnoticed, whole, alike)


def noticed(
    workflow: Workflow,
    where: Iterable[Site],
    played: Iterable[Played],
    watch: Callable[[int], None] = lambda count: None,
) -> Noticed:
    """Weaken every one of these conditions in turn and see whether a story notices.

    `played` are all stories, gone as they say. Where a condition can be dropped unnoticed, its
    lesser weakenings and what it is made of are not tried: nobody would notice those. `watch` is
    told how many conditions have been weakened. Who interrupts it gets what was found so far.
    """
    stories, lost = _Stories(played), _Lost(workflow)
    tried, whole = 0, False
    unnoticed: list[Mutant] = []
    alike: list[Mutant] = []
    try:
        for number, site in enumerate(where):
            watch(number)
            for mutant in () if lost.has(site) else mutants(site, severity_of(workflow, site)):
                missed = not stories.notice(mutant)
                if missed and mutant.how == "dropped" and says_nothing_new(workflow, site):
                    alike.append(mutant)
                    lost.add(site)
                    break
                tried += 1
                unnoticed += [mutant] if missed else []
                if missed and mutant.how == "dropped":
                    lost.add(site)
                    break
        whole = True
    except KeyboardInterrupt:
        pass  # what was found so far is worth telling
    return Noticed(tried, tuple(unnoticed), whole, tuple(alike))


def severity_of(workflow: Workflow, site: Site) -> str | None:
    """The severity with which a step needs a rule; None for any other condition."""
    kind, _, name = site.owner.partition(" ")
    of_step = kind == "step" and len(site.route) == 1 and site.route != DOERS
    step = workflow.step(name) if of_step else None
    need = None if step is None else step.needs[site.route[0]]
    return None if need is None or need.rule is None else need.severity


class _Lost:
    """Conditions that can be dropped unnoticed, with all that they are made of."""

    def __init__(self, workflow: Workflow) -> None:
        self._below: set[tuple[str, tuple[int, ...]]] = set()
        self._uses: dict[str, set[tuple[str, tuple[int, ...]]]] = {}
        for owner, route, rule in uses_of_rules(workflow):
            self._uses.setdefault(rule_owner(rule), set()).add((owner, route))

    def add(self, site: Site) -> None:
        """This one is not missed."""
        self._below.add((site.owner, site.route))

    def has(self, site: Site) -> bool:
        """Whether it is part of one that is not missed, or of a rule that is not."""
        return self._inside(site.owner, site.route)

    def _inside(self, owner: str, route: tuple[int, ...]) -> bool:
        whole = owner.partition("@")[0]
        for length in range(len(route) + 1):
            if {(owner, route[:length]), (whole, route[:length])} & self._below:
                return True
        uses = self._uses.get(whole, set())
        return bool(uses) and all(self._inside(*one) for one in uses)


class _Stories:
    """Stories that went well, by the steps that their acts touch."""

    def __init__(self, played: Iterable[Played]) -> None:
        self.played = {one.scenario.name: one for one in played}
        self.direct: dict[str, list[ActPlayed]] = {}
        self.passing: dict[str, dict[str, int]] = {}
        for one in self.played.values():
            for number, act in enumerate(one.acts):
                if act.act.kind in ("does", "asks"):
                    self.direct.setdefault(act.act.name, []).append(act)
                for name in _by_themselves(act):
                    self.passing.setdefault(name, {}).setdefault(one.scenario.name, number)
        for acts in self.direct.values():
            acts.sort(key=lambda one: _cost(one.act))

    def notice(self, mutant: Mutant) -> bool:
        """Whether any act goes otherwise than its story says when a condition is weaker."""
        made = _Made(mutant)
        names = {name for one in self._runnings() for name in made.changed(one)}
        for name in names:
            for one in self.direct.get(name, ()):
                if mutant.stricter or not _only_allowed(one.act):
                    assert one.before is not None
                    if not play_act(made.at(one.before), one.act, tell=False)[0].passed:
                        return True
        first: dict[str, int] = {}
        for name in names:
            for scenario, number in self.passing.get(name, {}).items():
                first[scenario] = min(number, first.get(scenario, number))
        return bool(first) and _Again(self.played, made, first).notice()

    def _runnings(self) -> Iterator[Running]:
        seen = set()
        for one in self.played.values():
            if one.end is not None and id(one.end.running) not in seen:
                seen.add(id(one.end.running))
                yield one.end.running


class _Made:
    """A weakened workflow for every setting that stories have."""

    def __init__(self, mutant: Mutant) -> None:
        self._mutant = mutant
        self._done: dict[int, tuple[Running, frozenset[str]]] = {}

    def changed(self, running: Running) -> frozenset[str]:
        """The steps that are weaker."""
        return self._of(running)[1]

    def at(self, stage: Stage) -> Stage:
        """The same stage with the weaker workflow."""
        return attrs.evolve(stage, running=self._of(stage.running)[0])

    def _of(self, running: Running) -> tuple[Running, frozenset[str]]:
        if id(running) not in self._done:
            workflow, names = weakened(running.workflow, self._mutant)
            compiled: Compiled = recompiled(running.compiled, workflow, names)
            self._done[id(running)] = attrs.evolve(running, compiled=compiled), names
        return self._done[id(running)]


class _Again:
    """Stories played on from the first act at which a weaker step may come by itself."""

    def __init__(
        self, played: Mapping[str, Played], made: _Made, first: Mapping[str, int]
    ) -> None:
        self._played = played
        self._made = made
        self._first = first
        self._ends: dict[str, Stage | None] = {}

    def notice(self) -> bool:
        """Whether any of them goes otherwise."""
        return any(self._otherwise(name) for name in self._played)

    def _otherwise(self, name: str) -> bool:
        one = self._played[name]
        if name in self._ends or one.end is None:
            return False
        before, start = self._start(one)
        self._ends[name] = None
        if before is None:
            return False
        again = played_from(self._made.at(before), one.scenario, start, tell=False)
        if not again.passed:
            return True
        assert again.end is not None
        if again.end.known.cases != one.end.known.cases:
            self._ends[name] = attrs.evolve(again.end, running=one.end.running)
        return False

    def _start(self, one: Played) -> tuple[Stage | None, int]:
        """Where to begin: where the story before it ended otherwise, or at the first act."""
        after = one.scenario.after
        before = None if after is None else self._played.get(after)
        if before is not None and before.scenario.settings == one.scenario.settings:
            after = before.scenario.name
            self._otherwise(after)
            moved = self._ends.get(after)
            if moved is not None:
                return moved, 0
        number = self._first.get(one.scenario.name)
        return (None, 0) if number is None else (one.acts[number].before, number)


def _by_themselves(played: ActPlayed) -> set[str]:
    """The steps that nobody does and that could have come at this act."""
    assert played.before is not None
    compiled = played.before.running.compiled
    automatic = compiled.automatic
    states = set(played.before.known.by_state)
    for event in () if played.outcome is None else played.outcome.events:
        if isinstance(event.what, StepDone) and event.lifecycle and event.to_state:
            states.add((event.lifecycle, event.to_state))
    here = [one for key in states for one in automatic.get(key, ())]
    return {one.step.full_name for one in (*here, *compiled.copying)}


def _cost(act: Act) -> tuple[bool, bool]:
    asked = act.expected
    return asked.verdict == "allowed", asked.can is not None or asked.earliest is not None


def _only_allowed(act: Act) -> bool:
    """Whether a story only says that this is allowed: then it cannot see more being allowed."""
    one = act.expected
    told = (one.warns, one.hints, one.not_for, one.because)
    return one.verdict == "allowed" and all(each is None for each in told)
