"""A workflow weakened in one place: a condition dropped, a limit moved by one, a lighter severity.

Whether any story notices is `noticing`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import attrs

from samenwerk.core.view import View
from samenwerk.core.ways import NOTHING_NEEDED, Hopeless, Way
from samenwerk.scenarios.limits import EITHER_WAY, weaker
from samenwerk.scenarios.sites import DOERS, Site, parts_of, with_parts
from samenwerk.values.cell import Cell
from samenwerk.values.declared import Step, Workflow
from samenwerk.values.finding import NO, YES
from samenwerk.values.message import Message
from samenwerk.values.tree import Ask, AtLeast, Named, Need, Node, Not, Rule, Some
from samenwerk.values.who import Who

LIGHTER = {"block": "warn", "explain": "warn", "warn": "hint"}


@attrs.frozen
class Settled:
    """A leaf that always has the same answer: what is left where a condition was dropped."""

    truth: int

    @property
    def key(self) -> str:
        """Not a word of the language, so that it is never taken for one."""
        return f"settled {self.truth}"

    def evaluate(self) -> Callable[[View], int]:
        """Its one answer."""
        return lambda view: self.truth

    def reads(self, view: View) -> tuple[Cell, ...]:
        """Nothing."""
        return ()

    def message(self, view: View, truth: int) -> Message:
        """Nobody is told."""
        return Message("tree.all")

    def ways(self, view: View, wanted: bool) -> Way:
        """It is so, or it never will be."""
        right = self.truth == (YES if wanted else NO)
        return NOTHING_NEEDED if right else Hopeless(Message("tree.all"))


@attrs.frozen(eq=False)
class Mutant:
    """One way to weaken a condition.

    `how` is dropped, or a limit of `limits`, which `change` does to the condition; warn or hint, a
    lighter severity; or anybody, who may do a step then. `stricter`: it takes an alternative away
    instead, or may do so.
    """

    site: Site
    how: str
    change: Callable[[Node], Node] | None = None

    @property
    def stricter(self) -> bool:
        """Whether less may be allowed instead of more."""
        if self.site.mixed or self.how in EITHER_WAY:
            return True
        either = isinstance(self.site.parent, Some) and self.how == "dropped"
        return either != self.site.turned


def mutants(site: Site, severity: str | None) -> Iterator[Mutant]:
    """Every way to weaken a condition, dropping it first: who does not notice that notices none.

    `severity` is that of a rule which a step needs, None for any other condition. What stands
    under a not goes with it, a rule that is only named there too.
    """
    if site.route == DOERS:
        yield Mutant(site, "anybody")
        return
    if isinstance(site.parent, Not) or (site.parent is None and site.turned):
        return
    yield Mutant(site, "dropped", _dropped(site))
    if severity in LIGHTER:
        yield Mutant(site, LIGHTER[severity])
    for number, (how, _) in enumerate(weaker(site.node, site.turned)):
        yield Mutant(site, how, _nth(number, site.turned))


def _dropped(site: Site) -> Callable[[Node], Node]:
    left = NO if isinstance(site.parent, Some) else YES
    if isinstance(site.parent, AtLeast) and site.turned:
        left = NO
    return lambda node: Ask(Settled(left))


def _nth(number: int, turned: bool) -> Callable[[Node], Node]:
    def change(node: Node) -> Node:
        found = [one for _, one in weaker(node, turned)]
        return found[number] if number < len(found) else node

    return change


def weakened(workflow: Workflow, mutant: Mutant) -> tuple[Workflow, frozenset[str]]:
    """The workflow with one condition weakened, and the full names of the steps that changed."""
    kind, _, name = mutant.site.owner.partition(" ")
    rule = name.partition("@")[0]
    made: dict[int, Rule] = {}
    changed: set[str] = set()

    def again(step: Step) -> Step:
        if kind == "rule":
            needs = tuple(_with_rule_in_need(need, rule, mutant, made) for need in step.needs)
        elif step.full_name == name and mutant.site.route == DOERS:
            changed.add(name)
            return attrs.evolve(step, by=everybody(workflow))
        elif step.full_name == name:
            number, *rest = mutant.site.route
            needs = tuple(
                _weakened_need(need, tuple(rest), mutant) if place == number else need
                for place, need in enumerate(step.needs)
            )
        else:
            return step
        if all(new is old for new, old in zip(needs, step.needs, strict=True)):
            return step
        changed.add(step.full_name)
        return attrs.evolve(step, needs=needs)

    lifecycles = {
        key: attrs.evolve(one, steps={name: again(step) for name, step in one.steps.items()})
        for key, one in workflow.lifecycles.items()
    }
    return attrs.evolve(workflow, lifecycles=lifecycles), frozenset(changed)


def everybody(workflow: Workflow) -> tuple[Who, ...]:
    """Whoever there is in the workflow, whatever they are."""
    return tuple(Who("sort", name) for name in workflow.sorts)


def _weakened_need(need: Need, route: tuple[int, ...], mutant: Mutant) -> Need:
    if mutant.change is None:
        return attrs.evolve(need, severity=mutant.how)
    return attrs.evolve(need, part=_replaced(need.part, route, mutant.change))


def _replaced(node: Node, route: tuple[int, ...], change: Callable[[Node], Node]) -> Node:
    if not route:
        return change(node)
    parts = list(parts_of(node))
    if route[0] >= len(parts):
        return node
    parts[route[0]] = _replaced(parts[route[0]], route[1:], change)
    return with_parts(node, tuple(parts))


def _with_rule_in_need(need: Need, rule: str, mutant: Mutant, made: dict[int, Rule]) -> Need:
    part = _with_rule(need.part, rule, mutant, made)
    if part is need.part:
        return need
    return attrs.evolve(need, part=part, rule=part.rule if isinstance(part, Named) else need.rule)


def _with_rule(node: Node, rule: str, mutant: Mutant, made: dict[int, Rule]) -> Node:
    """A condition in which the rule is weaker, wherever it is named; itself where it is not."""
    if isinstance(node, Named):
        if id(node.rule) not in made:
            if node.rule.name == rule and mutant.change is not None:
                part = _replaced(node.rule.part, mutant.site.route, mutant.change)
            else:
                part = _with_rule(node.rule.part, rule, mutant, made)
            same = part is node.rule.part
            made[id(node.rule)] = node.rule if same else attrs.evolve(node.rule, part=part)
        found = made[id(node.rule)]
        return node if found is node.rule else attrs.evolve(node, rule=found)
    parts = parts_of(node)
    others = tuple(_with_rule(part, rule, mutant, made) for part in parts)
    same = all(new is old for new, old in zip(others, parts, strict=True))
    return node if same else with_parts(node, others)
