"""Whether a condition says nothing that another beside it does not say already.

Only what can be shown from the words themselves, by `implies` of the leaves: what seems the same in
every story may still differ in the next one.
"""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk.core.leaf import Leaf
from samenwerk.scenarios.sites import Site
from samenwerk.values.declared import Workflow
from samenwerk.values.tree import All, Ask, Named, Node


def says_nothing_new(workflow: Workflow, site: Site) -> bool:
    """Whether all that a condition asks follows from others that are asked together with it."""
    if site.turned:
        return False
    asked = _asked(site.node)
    beside = [leaf for node in _beside(workflow, site) for leaf in _asked(node) or ()]
    return asked is not None and all(
        any(_follows(one, leaf) for one in beside) for leaf in asked
    )


def _follows(known: Leaf, asked: Leaf) -> bool:
    return known == asked or known.implies(asked, True)


def _beside(workflow: Workflow, site: Site) -> Iterator[Node]:
    """The other conditions that must all be met with this one."""
    if isinstance(site.parent, All):
        yield from (one for one in site.parent.parts if one is not site.node)
        return
    kind, _, name = site.owner.partition(" ")
    step = workflow.step(name) if kind == "step" and len(site.route) == 1 else None
    if step is not None and step.needs[site.route[0]].severity == "block":
        for number, need in enumerate(step.needs):
            if number != site.route[0] and need.severity == "block":
                yield need.part


def _asked(node: Node) -> list[Leaf] | None:
    """All that is asked where every part must be met; None when it is put together otherwise."""
    match node:
        case Ask(leaf=leaf):
            return [leaf]
        case Named(rule=rule):
            return _asked(rule.part)
        case All(parts=parts):
            found = [_asked(part) for part in parts]
            known = [one for one in found if one is not None]
            whole = [leaf for one in known for leaf in one]
            return whole if len(known) == len(found) and whole else None
    return None
