"""Roles that must be held, that steps wait for, and that nobody of a register ever holds.

What the lines of a register say together is `register_whole`; that a step has no doer at all is
a check of the definition.
"""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk.values.declared import Step, Workflow
from samenwerk.values.register import Register
from samenwerk.values.who import Role


def unfilled(workflow: Workflow, register: Register) -> Iterator[tuple[Role, Step]]:
    """Each role with a fixed number of holders and none, with the first step it keeps undone.

    A role that may also be empty is not among them, nor one that a step gives to its doer, nor
    one beside which another doer is named. Of a register without parties nothing is said.
    """
    if not register.parties:
        return
    held = {one.role for one in register.holds}
    steps = [step for one in workflow.lifecycles.values() for step in one.steps.values()]
    taken = {step.takes for step in steps}
    empty = {
        name: role for name, role in workflow.roles.items()
        if role.exactly and role.lifecycle is None and name not in held | taken
    }  # fmt: skip
    for step in steps:
        doers = [who.name for who in step.by if who.kind == "role" and who.lifecycle is None]
        if len(doers) != len(step.by) or not set(doers) <= set(empty):
            continue
        for name in doers:
            if (role := empty.pop(name, None)) is not None:
                yield role, step
