"""Which names a story can speak of: those of the workflow, and of cases that come by themselves.

Reading the story itself is `read`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

import attrs

from samenwerk.core.copies import copy_id
from samenwerk.values.declared import Step, Workflow


@attrs.frozen
class Known:
    """What a story can speak of: the workflow, and the parties of each register by its file.

    A register under the empty name is the one a scenario has that names none. One that could
    not be read is None: then names of parties are not looked at. `names` are what people call
    each party.
    """

    workflow: Workflow
    registers: Mapping[str, tuple[str, ...] | None]
    names: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict)


def copied(workflow: Workflow, cases: Mapping[str, str], case: str) -> str | None:
    """The lifecycle of a copy that came by itself, by the name that such a one has.

    `cases` are the cases that were opened so far, each with its lifecycle.
    """
    for lifecycle in workflow.lifecycles.values():
        above = [one for one, kind in cases.items() if kind == lifecycle.under]
        parents = above if lifecycle.under is not None else [""]
        if lifecycle.per is not None and any(
            case.startswith(copy_id(one, lifecycle.name, "") + ".") for one in parents
        ):
            return lifecycle.name
    return None


def declared(workflow: Workflow, family: str, lifecycle: str, name: str) -> Any:
    """The fact, document or decision of this name, as a case of this lifecycle sees it."""
    shelves: dict[str, Mapping[str, Any]] = {
        "fact": workflow.facts, "document": workflow.documents,
        "decision": {**workflow.says, **workflow.decisions},
    }  # fmt: skip
    return workflow.in_lifecycle(shelves[family], lifecycle, name)


def labels_of(workflow: Workflow, family: str, lifecycle: str) -> dict[str, tuple[str, ...]]:
    """What people call each thing of a family, by the names of `names_of`."""
    return {
        name: tuple(declared(workflow, family, lifecycle, name).labels.values())
        for name in names_of(workflow, family, lifecycle)
    }


def names_of(workflow: Workflow, family: str, lifecycle: str) -> list[str]:
    """The names of a family by which a case of this lifecycle calls them."""
    shelf = {"fact": workflow.facts, "document": workflow.documents}.get(
        family, {**workflow.says, **workflow.decisions}
    )
    own = f"{lifecycle}."
    return [one.removeprefix(own) for one in shelf if "." not in one or one.startswith(own)]


def steps_of(workflow: Workflow) -> dict[str, tuple[str, ...]]:
    """What people call every step, by its full name."""
    return {
        step.full_name: tuple(step.labels.values())
        for one in workflow.lifecycles.values() for step in one.steps.values()
    }  # fmt: skip


def to_fill(workflow: Workflow, step: Step) -> list[str]:
    """What may be filled in with a step, the likeliest first."""
    names: Iterable[str] = (
        *step.fill_in,
        *names_of(workflow, "fact", step.lifecycle),
        *names_of(workflow, "document", step.lifecycle),
    )
    return list(dict.fromkeys(names))


def all_names(workflow: Workflow) -> frozenset[str]:
    """The short names of everything that can stand in the way of a step."""
    shelves: tuple[Mapping[str, Any], ...] = (
        workflow.rules, workflow.decisions, workflow.documents, workflow.facts, workflow.windows,
        workflow.pools, workflow.queues, workflow.calculations,
        workflow.days, workflow.roles, workflow.groups, workflow.tables, workflow.sorts,
        workflow.mandates, workflow.parameters, workflow.lifecycles, workflow.says, workflow.duties,
    )  # fmt: skip
    found = {name.rpartition(".")[2] for shelf in shelves for name in shelf}
    for lifecycle in workflow.lifecycles.values():
        found |= {*lifecycle.steps, *lifecycle.states}
    return frozenset(found)
