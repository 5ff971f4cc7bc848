"""Who holds the roles of a case, and what a step makes of that.

Pure arithmetic on holders; who may do the step is not asked here.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

import attrs
from immutables import Map

from samenwerk.values.case import Case
from samenwerk.values.declared import Step, Workflow
from samenwerk.values.errors import Misuse

Holders = Map[str, tuple[str, ...]]
Pairs = tuple[tuple[str, str], ...]


@attrs.frozen
class HoldersChanged:
    """What a step changes about the roles of its case, as its event tells it."""

    roles: tuple[tuple[str, tuple[str, ...]], ...] = ()
    joined: Pairs = ()
    left: Pairs = ()

    def before(self, known: Holders) -> Holders:
        """The holders as the needs of the step see them: who takes a role has it, and who
        gives one up has it still."""
        return with_holders(known, self.roles, self.joined)


def changed_by(
    workflow: Workflow, step: Step, case: Case, given: Mapping[str, tuple[str, ...]], party: str
) -> HoldersChanged:
    """What doing the step for a party makes of the roles.

    Raises Misuse when several are given a role that only one can have.
    """
    for name, who in given.items():
        if len(who) > 1 and not for_many(workflow, case.lifecycle, name):
            raise Misuse("one at a time", what="one_holder", name=name)
    roles, joined = list(given.items()), []
    takes = step.takes
    if takes is not None and not for_many(workflow, case.lifecycle, takes):
        roles.insert(0, (takes, (party,)))
    elif takes is not None and party not in given.get(takes, case.roles.get(takes, ())):
        joined.append((takes, party))
    left = () if step.gives_up is None else ((step.gives_up, party),)
    return HoldersChanged(tuple(roles), tuple(joined), left)


def for_many(workflow: Workflow, lifecycle: str, role: str) -> bool:
    """Whether a role of cases of this lifecycle can have several holders."""
    declared = workflow.roles.get(f"{lifecycle}.{role}")
    return declared is not None and declared.many


def with_holders(
    known: Holders,
    roles: Iterable[tuple[str, tuple[str, ...]]] = (),
    joined: Iterable[tuple[str, str]] = (),
    left: Iterable[tuple[str, str]] = (),
) -> Holders:
    """The holders after these changes; a role that nobody holds any more is not there."""
    changed = dict(roles)
    for role, party in joined:
        changed[role] = (*changed.get(role, known.get(role, ())), party)
    for role, party in left:
        now = changed.get(role, known.get(role, ()))
        changed[role] = tuple(one for one in now if one != party)
    vacant = [role for role, who in changed.items() if not who]
    known = known.update(changed)
    for role in vacant:
        known = known.delete(role)
    return known
