"""A workflow weakened in one place: a condition dropped, a limit moved by one, a lighter severity.

Whether any story notices is `noticing`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from decimal import Decimal

import attrs

from samenwerk.core.leaves.decision import Decision
from samenwerk.core.leaves.done import Done
from samenwerk.core.leaves.fact import Fact
from samenwerk.core.leaves.window import Window
from samenwerk.core.view import View
from samenwerk.core.ways import NOTHING_NEEDED, Hopeless, Way
from samenwerk.scenarios.sites import Site, parts_of, with_parts
from samenwerk.values.cell import Cell
from samenwerk.values.declared import Step, Workflow
from samenwerk.values.finding import NO, YES
from samenwerk.values.message import Message
from samenwerk.values.operand import Constant, Operand, Shifted
from samenwerk.values.share import Share
from samenwerk.values.time import Term
from samenwerk.values.tree import Ask, AtLeast, Each, Named, Need, Node, Not, Rule, Some

LIGHTER = {"block": "warn", "explain": "warn", "warn": "hint"}
_MORE = ("at_most", "less_than", "before", "at_latest")
_LESS = ("at_least", "more_than", "at_earliest", "after")
_DAY = Term(1, "day")


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

    `how` is dropped, moved, fewer, share, quorum or sorts, which `change` does to the condition;
    or warn or hint, a lighter severity. `stricter`: it takes an alternative away instead.
    """

    site: Site
    how: str
    change: Callable[[Node], Node] | None = None

    @property
    def stricter(self) -> bool:
        """Whether less is allowed instead of more."""
        either = isinstance(self.site.parent, Some) and self.how == "dropped"
        return either != self.site.turned


def mutants(site: Site, severity: str | None) -> Iterator[Mutant]:
    """Every way to weaken a condition, dropping it first: who does not notice that notices none.

    `severity` is that of a rule which a step needs, None for any other condition. What stands
    under a not goes with it.
    """
    if isinstance(site.parent, Not):
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


def weaker(node: Node, turned: bool = False) -> Iterator[tuple[str, Node]]:
    """A condition with one limit of its own moved, so that it is met sooner.

    With `turned` it is met later: then whatever it stands under is met sooner.

    >>> list(weaker(AtLeast(2, ())))
    [('fewer', AtLeast(count=1, parts=()))]
    """
    match node:
        case AtLeast(count=count, parts=parts):
            if 1 <= (fewer := count + (1 if turned else -1)) <= max(count, len(parts)):
                yield "fewer", attrs.evolve(node, count=fewer)
        case Each(quantifier=quantifier, count=count, share=share, part=part):
            if quantifier == "count" and (turned or count > 1):
                yield "fewer", attrs.evolve(node, count=count + (1 if turned else -1))
            if share is not None and not turned:
                yield "share", attrs.evolve(node, share=lower(share))
            inner = turned != (quantifier == "no")
            for how, one in () if part is None else weaker(part, inner):
                yield how, attrs.evolve(node, part=one)
        case Ask(leaf=leaf):
            for how, other in _weaker_leaf(leaf, turned):
                yield how, Ask(other)


def lower(share: Share) -> Share:
    """A smaller share that few groups cannot tell from it.

    >>> [str(lower(Share.parse(one))) for one in ("2/3", "1/2", "75/100")]
    ['1/3', '1/3', '65/100']
    """
    if share.whole >= 50:
        return Share(max(share.part - share.whole // 10, 1), share.whole)
    return Share(share.part - 1, share.whole) if share.part > 1 else Share(1, share.whole + 1)


def _weaker_leaf(leaf: object, turned: bool) -> Iterator[tuple[str, object]]:
    match leaf:
        case Fact(tests=tests):
            for number, (op, bound) in enumerate(tests):
                moved = None if isinstance(bound, frozenset) else _moved(op, bound, turned)
                if moved is not None:
                    more = (*tests[:number], (op, moved), *tests[number + 1 :])
                    yield "moved", attrs.evolve(leaf, tests=more)
        case Done(within=within, ago=ago):
            if within is not None:
                yield "moved", attrs.evolve(leaf, within=_longer(within, -1 if turned else 1))
            if ago is not None:
                yield "moved", attrs.evolve(leaf, ago=_longer(ago, 1 if turned else -1))
        case Window(last_day=last) if last is not None:
            yield "moved", attrs.evolve(leaf, last_day=Shifted(last, _DAY, back=turned))
        case Decision(declared=declared) if not turned:
            if declared.share is not None:
                less = attrs.evolve(declared, share=lower(declared.share))
                yield "share", attrs.evolve(leaf, declared=less)
            if declared.quorum is not None:
                yield "quorum", attrs.evolve(leaf, declared=attrs.evolve(declared, quorum=None))
            if declared.sorts:
                yield "sorts", attrs.evolve(leaf, declared=attrs.evolve(declared, sorts=()))


def _moved(op: str, bound: Operand, turned: bool) -> Operand | None:
    """The bound of a comparison one further, or None where it has none that can move."""
    more = (op in _MORE) != turned
    if op in ("before", "at_latest", "at_earliest", "after"):
        return Shifted(bound, _DAY, back=not more)
    if op not in _MORE + _LESS or not isinstance(bound, Constant):
        return None
    value = bound.value
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        return None
    return Constant(value + 1 if more else value - 1)


def _longer(term: Term, by: int) -> Term:
    return Term(max(term.count + by, 0), term.unit)


def weakened(workflow: Workflow, mutant: Mutant) -> tuple[Workflow, frozenset[str]]:
    """The workflow with one condition weakened, and the full names of the steps that changed."""
    kind, _, name = mutant.site.owner.partition(" ")
    rule = name.partition("@")[0]
    made: dict[int, Rule] = {}
    changed: set[str] = set()

    def again(step: Step) -> Step:
        if kind == "rule":
            needs = tuple(_with_rule_in_need(need, rule, mutant, made) for need in step.needs)
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
