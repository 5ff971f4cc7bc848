"""Where every condition of a workflow stands: with which step or rule, in which file and line.

What stories make of them is `coverage`; what is left when one is weakened is `mutants`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePath

import attrs

from samenwerk.core.tree import compile_tree
from samenwerk.definitions.laying.merge import Node as Written
from samenwerk.definitions.reading import Reading
from samenwerk.values.declared import Step, Workflow
from samenwerk.values.place import Place
from samenwerk.values.tree import (
    All,
    Ask,
    AtLeast,
    Each,
    Named,
    Node,
    Not,
    Rule,
    Some,
    Version,
    Versions,
)

DOERS = (-1,)
"""The way to those who may do a step: no condition of it, but a guard all the same."""

_LISTS = ("all", "any", "none", "among")


@attrs.frozen(eq=False)
class Site:
    """A condition where an author wrote it.

    `owner` is the step or rule it stands with, as findings speak of it (`rule change.carried`);
    `route` the way to it from the top: for a step the number of its need first. It is part of
    `parent`, None at the top; `turned` when it stands under an odd number of nots, those where
    its rule is named included. `mixed` when its rule is named both ways.
    """

    owner: str
    route: tuple[int, ...]
    node: Node
    place: Place
    parent: Node | None = None
    turned: bool = False
    mixed: bool = False

    @property
    def key(self) -> str:
        """The stable name of the condition in the record."""
        return compile_tree(self.node).key

    @property
    def single(self) -> bool:
        """Whether it asks one thing: what is made of others is seen by those."""
        return isinstance(self.node, Ask | Each)


def stands_in(place: Place, folder: PurePath) -> bool:
    """Whether something is written in a file of this folder itself, and not in what it extends.

    >>> stands_in(Place("landelijk/rules.toml", 3, 1), PurePath("/huis/workflows/landelijk"))
    True
    """
    return PurePath(place.file).parent.name in ("", folder.name)


def step_owner(step: Step) -> str:
    """How a step is called as an owner of conditions."""
    return f"step {step.full_name}"


def rule_owner(name: str) -> str:
    """How a rule is called as an owner, the same as in its findings.

    >>> rule_owner("change.carried")
    'rule change.carried'
    """
    return f"rule {name}"


def step_place(reading: Reading, step: Step) -> Place:
    """Where a step is written."""
    return reading.place("lifecycle", step.lifecycle, "step", step.name)


def rule_place(reading: Reading, name: str) -> Place:
    """Where a rule is written."""
    return reading.place(*_rule_path(name))


def rules_used(workflow: Workflow) -> dict[str, Rule]:
    """Every rule that some step rests on, by name, as the first of those steps has it."""
    found: dict[str, Rule] = {}
    for lifecycle in workflow.lifecycles.values():
        for step in lifecycle.steps.values():
            for need in step.needs:
                for rule in _rules_in(need.part):
                    found.setdefault(rule.name, rule)
    return found


def sites(workflow: Workflow, reading: Reading) -> tuple[Site, ...]:
    """Every condition of every step and every rule in use, what it is made of included."""
    return tuple(_all(workflow, reading))


def _all(workflow: Workflow, reading: Reading) -> Iterator[Site]:
    for lifecycle in workflow.lifecycles.values():
        for step in lifecycle.steps.values():
            for number, need in enumerate(step.needs):
                path = ("lifecycle", step.lifecycle, "step", step.name, "needs")
                written = reading.node(*path, number)
                place = reading.place(*path) if written is None else written.place
                yield from _below(step_owner(step), (number,), need.part, written, place)
    named = _ways_named(workflow)
    for name, rule in rules_used(workflow).items():
        written, ways = reading.node(*_rule_path(name)), named[name]
        found = _below(rule_owner(name), (), rule.part, written, rule_place(reading, name),
                       turned=ways == {True})  # fmt: skip
        yield from (attrs.evolve(one, mixed=True) for one in found) if len(ways) > 1 else found


def doers(workflow: Workflow, reading: Reading) -> Iterator[Site]:
    """Who may do each step, where not all may: of steps that somebody does for one case alone."""
    for lifecycle in workflow.lifecycles.values():
        for step in lifecycle.steps.values():
            of_one = not (step.each or step.per or step.for_each or step.gives_up)
            if step.automatic is None and of_one and not _all_may(step, workflow):
                path = ("lifecycle", step.lifecycle, "step", step.name, "by")
                yield Site(step_owner(step), DOERS, All(()), reading.place(*path))


def _all_may(step: Step, workflow: Workflow) -> bool:
    """Whether a step is for all sorts of parties there are."""
    named = set()
    for who in step.by:
        group = who.group
        if who.kind == "sort":
            named.add(who.name)
        elif group is not None and not (
            group.role or group.table or group.map or group.regions or group.not_in
        ):
            named |= set(group.sorts or workflow.sorts)
    return named >= set(workflow.sorts)


def _ways_named(workflow: Workflow) -> dict[str, set[bool]]:
    """Whether each rule is named straight, under an odd number of nots, or both."""
    found: dict[str, set[bool]] = {}

    def look(node: Node, turned: bool) -> None:
        if isinstance(node, Named):
            ways = found.setdefault(node.rule.name, set())
            if turned not in ways:
                ways.add(turned)
                look(node.rule.part, turned)
        denied = isinstance(node, Not) or (isinstance(node, Each) and node.quantifier == "no")
        for part in parts_of(node):
            look(part, turned != denied)

    for lifecycle in workflow.lifecycles.values():
        for step in lifecycle.steps.values():
            for need in step.needs:
                look(need.part, False)
    return found


def _below(
    owner: str,
    route: tuple[int, ...],
    node: Node,
    written: Written | None,
    above: Place,
    parent: Node | None = None,
    turned: bool = False,
) -> Iterator[Site]:
    items = _items(written)
    if len(items) == 1 and not isinstance(node, All | Some | AtLeast | Not):
        written, items = items[0], []  # a list of one is that one
    place = above if written is None else written.place
    if not isinstance(node, Versions):
        yield Site(owner, route, node, place, parent, turned)
    if isinstance(node, Each | Ask | Named):
        return
    for number, part in enumerate(parts_of(node)):
        within, mine = written, owner
        if isinstance(node, Versions):
            version = node.versions[number].name
            mine = f"{owner}@{version}"
            table = None if written is None else written.get("version")
            within = None if table is None else table.get(version)
        elif isinstance(node, Not) and written is not None:
            denied = written.get("not") if written.is_table else None
            within = denied or (items[0] if len(items) == 1 else written)
        elif len(items) == len(parts_of(node)):
            within = items[number]
        flipped = turned != isinstance(node, Not)
        yield from _below(mine, (*route, number), part, within, place, node, flipped)


def _items(written: Written | None) -> list[Written]:
    for key in _LISTS if written is not None and written.is_table else ():
        listed = None if written is None else written.get(key)
        if listed is not None and isinstance(listed.value, list):
            return listed.items
    return []


def _rule_path(name: str) -> tuple[str, ...]:
    lifecycle, _, own = name.rpartition(".")
    return ("lifecycle", lifecycle, "rule", own) if lifecycle else ("rule", own)


def uses_of_rules(workflow: Workflow) -> Iterator[tuple[str, tuple[int, ...], str]]:
    """Everywhere a rule is named: with which step or rule, the way to it, and the rule's name."""
    for lifecycle in workflow.lifecycles.values():
        for step in lifecycle.steps.values():
            for number, need in enumerate(step.needs):
                yield from _uses(step_owner(step), (number,), need.part)
    for name, rule in rules_used(workflow).items():
        yield from _uses(rule_owner(name), (), rule.part)


def _uses(
    owner: str, route: tuple[int, ...], node: Node
) -> Iterator[tuple[str, tuple[int, ...], str]]:
    if isinstance(node, Named):
        yield owner, route, node.rule.name
    for number, part in enumerate(parts_of(node)):
        yield from _uses(owner, (*route, number), part)


def _rules_in(node: Node) -> Iterator[Rule]:
    if isinstance(node, Named):
        yield node.rule
        yield from _rules_in(node.rule.part)
    for part in parts_of(node):
        yield from _rules_in(part)


def parts_of(node: Node) -> tuple[Node, ...]:
    """What a condition is made of; a named rule has none of its own."""
    match node:
        case All(parts=parts) | Some(parts=parts) | AtLeast(parts=parts):
            return parts
        case Not(part=part):
            return (part,)
        case Each(part=part):
            return () if part is None else (part,)
        case Versions(versions=versions):
            return tuple(one.part for one in versions)
    return ()


def with_parts(node: Node, parts: tuple[Node, ...]) -> Node:
    """The same condition made of others."""
    match node:
        case All() | Some() | AtLeast():
            return attrs.evolve(node, parts=parts)
        case Not() | Each():
            return attrs.evolve(node, part=parts[0]) if parts else node
        case Versions(versions=versions):
            made = zip(versions, parts, strict=True)
            return attrs.evolve(node, versions=tuple(_with_part(*one) for one in made))
    return node


def _with_part(version: Version, part: Node) -> Version:
    return attrs.evolve(version, part=part)
