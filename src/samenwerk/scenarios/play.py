"""Playing scenarios: every act through the real decide and evolve, and nothing kept.

What a story says is `story`, where it stands `stage`; how what went otherwise is told is the work
of who shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date

import attrs

from samenwerk.engine.shelf import Running, made_ready
from samenwerk.hooks.calling.caller import Calling
from samenwerk.hooks.installed import installed
from samenwerk.hooks.plugins import Plugins
from samenwerk.scenarios.compare import Mismatch, compare
from samenwerk.scenarios.stage import Stage, begun
from samenwerk.scenarios.story import Act, Scenario
from samenwerk.values.declared import Workflow
from samenwerk.values.errors import Misuse
from samenwerk.values.outcome import Outcome
from samenwerk.values.register import Register


@attrs.frozen(kw_only=True)
class ActPlayed:
    """An act with what came of it; `wrong` is empty when it went as the story says.

    `before` is where the story stood, None when it was played in a room. The outcome of an act
    that went as expected says who can do what about a refusal only where the story asks that.
    """

    act: Act
    outcome: Outcome | None
    wrong: tuple[Mismatch, ...] = ()
    error: Misuse | None = None
    before: Stage | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def passed(self) -> bool:
        """Whether it went as expected."""
        return not self.wrong and self.error is None

    @property
    def lost(self) -> bool:
        """Whether what follows can no longer go as the story says."""
        kinds = {one.what for one in self.wrong}
        return self.error is not None or bool(kinds & {"verdict", "state"})


@attrs.frozen(kw_only=True)
class Played:
    """A scenario with every act that was played, of its own story only.

    A story stops at an act after which the rest means nothing. `stuck` is the name of the
    scenario that it goes on from and that stopped: then nothing was played. `end` is the
    collaboration as the story left it.
    """

    scenario: Scenario
    acts: tuple[ActPlayed, ...] = ()
    stuck: str | None = None
    steps: int = 0
    end: Stage | None = attrs.field(default=None, eq=False, repr=False)

    @property
    def passed(self) -> bool:
        """Whether the whole story went as it says."""
        return self.stuck is None and all(one.passed for one in self.acts)

    @property
    def lost(self) -> bool:
        """Whether nothing can go on from here."""
        return self.stuck is not None or any(one.lost for one in self.acts)


@attrs.frozen(eq=False)
class _Earlier:
    """What was played of an earlier text, and with what."""

    played: Mapping[tuple[str, str, str], Played]
    scenarios: Mapping[str, Scenario]
    registers: Mapping[str, Register]


class Player:
    """Plays scenarios of one workflow, each with the same settings and register only once.

    `registers` are those of the scenarios by file, the usual one under the empty name.
    `workflow_with` gives the workflow with the settings of a scenario. `plugins` gives the
    plugins for the names that a workflow mentions. `before` is who played an earlier text: what
    it played is taken over where the workflow, the register and the story are the same still.
    """

    def __init__(
        self,
        workflow: Workflow,
        scenarios: Iterable[Scenario],
        registers: Mapping[str, Register],
        *,
        workflow_with: Callable[[Scenario], Workflow] | None = None,
        plugins: Callable[[Iterable[str]], Plugins] = installed,
        before: Player | None = None,
        calling: Calling | None = None,
    ) -> None:
        self._workflow = workflow
        self._scenarios = {one.name: one for one in scenarios}
        self._registers = registers
        self._workflow_with = workflow_with
        self._plugins = plugins
        self._calling = calling
        self._ready: dict[str, Running] = {}
        self._played: dict[tuple[str, str, str], Played] = {}
        self._earlier = _Earlier({}, {}, {})
        if before is not None and before._workflow.digest == workflow.digest:
            self._earlier = _Earlier(before._played, before._scenarios, before._registers)

    def play_all(self, names: Iterable[str] | None = None) -> Iterator[Played]:
        """Play the scenarios of these names, or all, in the order of the file."""
        for name in self._scenarios if names is None else names:
            yield self.play(name)

    def play(self, name: str) -> Played:
        """Play one scenario, after those it goes on from."""
        scenario = self._scenarios[name]
        return self._play(scenario, scenario)

    def line(self, name: str) -> tuple[Played, ...]:
        """A scenario after all that it goes on from, each with its settings and register."""
        whole = self._scenarios[name]
        line = [whole]
        while (before := line[0].after) is not None:
            line.insert(0, self._scenarios[before])
        return tuple(self._play(one, whole) for one in line)

    def _play(self, scenario: Scenario, whole: Scenario) -> Played:
        """A scenario with the settings and register of `whole`, which it is or comes before."""
        key = (scenario.name, _settings(whole), whole.register or "")
        if key not in self._played:
            kept = self._earlier.played.get(key) if self._same(scenario, whole) else None
            self._played[key] = kept or self._anew(scenario, whole)
        return self._played[key]

    def _same(self, scenario: Scenario, whole: Scenario) -> bool:
        """Whether all that comes before a story, and it itself, is what it was."""
        register = self._earlier.registers.get(whole.register or "", Register())
        if register.lines != self._register(whole).lines:
            return False
        one = scenario
        while self._earlier.scenarios.get(one.name) == one:
            if one.after is None:
                return bool(one.story)
            one = self._scenarios[one.after]
        return False

    def _anew(self, scenario: Scenario, whole: Scenario) -> Played:
        if scenario.after is None:
            stage = begun(self._running(whole), self._register(whole), self._first(whole))
        else:
            before = self._play(self._scenarios[scenario.after], whole)
            if before.lost or before.end is None:
                return Played(scenario=scenario, stuck=scenario.after)
            stage = before.end
        return played_from(stage, scenario)

    def _register(self, scenario: Scenario) -> Register:
        return self._registers.get(scenario.register or "", Register())

    def _running(self, scenario: Scenario) -> Running:
        key = _settings(scenario)
        if key not in self._ready:
            workflow = self._workflow
            if scenario.settings and self._workflow_with is not None:
                workflow = self._workflow_with(scenario)
            self._ready[key] = made_ready(workflow, self._plugins, self._calling)
        return self._ready[key]

    def _first(self, scenario: Scenario) -> date:
        """The day of the first act of the first scenario that has one."""
        line = [scenario]
        while (name := line[0].after) is not None:
            line.insert(0, self._scenarios[name])
        return next((act.on for one in line for act in one.story), date(2000, 1, 1))


def played_from(
    stage: Stage, scenario: Scenario, start: int = 0, *, tell: bool = True
) -> Played:
    """The acts of a scenario from one on, played where a story stands; `tell` as `play_act`."""
    before, acts = stage.known.sequence, []
    for act in scenario.story[start:]:
        played, after = play_act(stage.at(act.on), act, tell=tell)
        stage = stage if act.trial else after  # what is only tried moves no clock either
        acts.append(played)
        if played.lost:
            break
    steps = stage.known.sequence - before
    return Played(scenario=scenario, acts=tuple(acts), steps=steps, end=stage)


def play_act(stage: Stage, act: Act, *, tell: bool = True) -> tuple[ActPlayed, Stage]:
    """Do one act, compare what came of it with what its story expects, and say where it stands.

    An act that makes no sense comes back as its error; nothing is raised for it. When it went
    otherwise its outcome has all advice; not with `tell` False, for who only wants to know that.
    """
    expected = act.expected
    others = act.asked_of_others
    try:
        for_others = {one: stage.ask(act, one).outcome for one in others}
        asking = stage.ask(act)
        outcome = asking.verdict if expected.can is None else asking.whole
        if act.kind == "asks":
            outcome = attrs.evolve(outcome, lines=(), sealed=(), carried_out=False)
        after = stage.after(outcome)
        wrong = compare(
            stage.running.workflow, after.known, act, outcome, for_others,
            lambda: after.earliest(act),
        )  # fmt: skip
        if wrong and tell:
            outcome = asking.whole
    except Misuse as error:
        return ActPlayed(act=act, outcome=None, error=error, before=stage), stage
    played = ActPlayed(act=act, outcome=outcome, wrong=wrong, before=stage)
    return played, stage if act.trial else after


def _settings(scenario: Scenario) -> str:
    return repr(sorted(scenario.settings.items()))
