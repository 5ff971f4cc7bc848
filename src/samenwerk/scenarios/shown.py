"""Which story shows a condition met, and which one shows it not met.

What stories touch as a whole is `coverage`; how an example is told is for who shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

import attrs

from samenwerk.language.obligations import declared_of
from samenwerk.scenarios.coverage import judged
from samenwerk.scenarios.folder import Folder
from samenwerk.scenarios.play import ActPlayed, Player
from samenwerk.scenarios.story import Act, Scenario, short
from samenwerk.values.finding import YES, Finding
from samenwerk.values.message import Name
from samenwerk.values.outcome import Outcome


@attrs.frozen(eq=False)
class Shown:
    """An act of a story at which a condition was met, or was not."""

    scenario: Scenario
    played: ActPlayed
    finding: Finding

    @property
    def outcome(self) -> Outcome | None:
        """What the engine answers to the act, with all that is still needed after a refusal."""
        act, before = self.played.act, self.played.before
        return None if before is None else before.ask(act).whole


@attrs.frozen(eq=False)
class Examples:
    """The plainest of each; None where no story shows it."""

    met: Shown | None = None
    unmet: Shown | None = None


def examples(folder: Folder, about: Name, steps: Iterable[str]) -> Examples:
    """The plainest story of a folder at which what has this name was met, and was not.

    Not met is shown best by an act that names nothing else (`because`, `warns`, `hints`), met
    by a step that was done in a story without a refusal. Only stories in which one of `steps`
    is asked for are played; all of them, where one of these goes by itself.
    """
    workflow = folder.workflow
    wanted = frozenset(steps)
    if workflow is None or not wanted:
        return Examples()
    player = Player(workflow, folder.scenarios, folder.registers,
                    workflow_with=lambda one: folder.variants[one.name])  # fmt: skip
    by_itself = any(one.full_name in wanted and one.automatic is not None
                    for lifecycle in workflow.lifecycles.values()
                    for one in lifecycle.steps.values())  # fmt: skip
    touching = [one for one in folder.scenarios
                if by_itself or any(_named(act, about) or act.name in wanted
                                    for act in one.story)]  # fmt: skip

    def plain_met(scenario: Scenario, act: Act) -> int:
        return 2 * (act.kind == "does" and act.name in wanted) + _smooth(scenario)

    def plain_unmet(_: Scenario, act: Act) -> int:
        return 2 * _named(act, about) + _alone(act)

    return Examples(
        _best(player, touching, about, True, plain_met),
        _best(player, touching, about, False, plain_unmet),
    )


def _best(
    player: Player, scenarios: Iterable[Scenario], about: Name, met: bool,
    plain: Callable[[Scenario, Act], int],
) -> Shown | None:  # fmt: skip
    """The first of the plainest; the likeliest stories are played first, none too many."""

    def hope(scenario: Scenario) -> int:
        return max((plain(scenario, act) for act in scenario.story), default=-1)

    best: tuple[int, Shown] | None = None
    for scenario in sorted(scenarios, key=lambda one: -hope(one)):
        if best is not None and best[0] >= hope(scenario):
            break
        for played in player.play(scenario.name).acts:
            for finding in _found(played, about):
                rank = plain(scenario, played.act)
                if (finding.truth == YES) == met and (best is None or rank > best[0]):
                    best = (rank, Shown(scenario, played, finding))
    return None if best is None else best[1]


def _smooth(scenario: Scenario) -> bool:
    return all(act.expected.verdict == "allowed" for act in scenario.story)


def _alone(act: Act) -> bool:
    told = (act.expected.because, act.expected.warns, act.expected.hints)
    return sum(len(names or ()) for names in told) == 1


def _named(act: Act, about: Name) -> bool:
    told = (act.expected.because, act.expected.warns, act.expected.hints)
    return any(short(about.name) == short(one) for names in told for one in names or ())


def _found(played: ActPlayed, about: Name) -> Iterator[Finding]:
    for _, findings in judged(played):
        for one in findings:
            yield from _inside(one, about)


def _inside(finding: Finding, about: Name) -> Iterator[Finding]:
    if declared_of(finding.leaf) == about:
        yield finding
    for child in finding.children:
        yield from _inside(child, about)
