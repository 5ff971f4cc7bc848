"""The same case in three libraries that run state machines or workflows in Python.

Each asks the same four conditions by four functions of its own step, over plain dicts: none of
them says why not, records what it looked at, or knows of days and parties. That they answer
alike is shown by `tests/test_benchmark_agreement.py`.
"""

from __future__ import annotations

import importlib.metadata
from collections.abc import Callable
from typing import Any, TypeAlias

from benchmarks.by_hand import KINDS, Plain
from benchmarks.precondition import ROADS

STATES = ("proposed", "tested", "consulting", "paused", "adopted", "withdrawn")
STEPS = (
    ("correct", "proposed", "proposed"),
    ("test", "proposed", "tested"),
    ("redo", "tested", "proposed"),
    ("consult", "tested", "consulting"),
    ("pause", "consulting", "paused"),
    ("resume", "paused", "consulting"),
    ("reject", "consulting", "withdrawn"),
    ("withdraw", "proposed", "withdrawn"),
    ("withdraw", "tested", "withdrawn"),
    ("adopt", "consulting", "adopted"),
)
"""Every way but the one that opens a case: a machine of a peer begins in `proposed`."""


def enough_consent(change: Plain) -> bool:
    """Two thirds of the members are for."""
    positions = change["positions"]
    members = change["kinds"]
    consents = 0
    for member in members:
        if positions.get(member) == "for":
            consents += 1
    return consents * 3 >= len(members) * 2


def three_kinds(change: Plain) -> bool:
    """A provider, an insurer and a municipality take part."""
    return KINDS.issubset(change["kinds"].values())


def supporter_independent(change: Plain) -> bool:
    """There is a supporter, and each is known to be tied to nobody."""
    tied = change["tied"]
    supporters = change["supporters"]
    return bool(supporters) and all(tied.get(supporter) is False for supporter in supporters)


def not_for_one(change: Plain) -> bool:
    """The region gains at least what a single party gains."""
    regional, single = change["regional"], change["single"]
    return regional is not None and single is not None and regional >= single


CONDITIONS = (enough_consent, three_kinds, supporter_independent, not_for_one)


CONDITIONS = (enough_consent, three_kinds, supporter_independent, not_for_one)

Try: TypeAlias = Callable[[], object]
Ready: TypeAlias = Callable[[Plain], tuple[Try, Callable[[], str]]]
"""Puts a change in a peer's hands: `adopt`, which is what is timed, and where it stands now."""


def by_transitions() -> Ready:
    """Stock `transitions`: conditions are methods of the model, the machine is made once."""
    from transitions import Machine

    class Change:
        change: Plain
        state: str
        adopt: Try

        def enough_consent(self) -> bool:
            return enough_consent(self.change)

        def three_kinds(self) -> bool:
            return three_kinds(self.change)

        def supporter_independent(self) -> bool:
            return supporter_independent(self.change)

        def not_for_one(self) -> bool:
            return not_for_one(self.change)

    model = Change()
    machine = Machine(
        model, states=list(STATES), initial="proposed", auto_transitions=False,
        ignore_invalid_triggers=True,
    )  # fmt: skip
    for name, source, to in STEPS:
        machine.add_transition(name, source, to, conditions=_asked(name))

    def ready(change: Plain) -> tuple[Try, Callable[[], str]]:
        model.change, model.state = change, change["state"]
        return model.adopt, lambda: model.state

    return ready


def by_statemachine() -> Ready:
    """`python-statemachine`: conditions are guards, methods of the machine, which is made once."""
    from statemachine import State, StateChart

    states = {
        name: State(initial=name == "proposed", final=name in ("adopted", "withdrawn"))
        for name in STATES
    }
    steps: dict[str, Any] = {}
    for name, source, to in STEPS:
        way = states[source].to(states[to], cond=_asked(name))
        steps[name] = steps[name] | way if name in steps else way

    def guard(condition: Callable[[Plain], bool]) -> Callable[[Any], bool]:
        def asked(self: Any) -> bool:
            return condition(self.change)

        asked.__name__ = condition.__name__
        return asked

    guards = {one.__name__: guard(one) for one in CONDITIONS}
    kind: Any = type(StateChart)(
        "Change", (StateChart,), {"change": {}, **guards, **states, **steps}
    )

    def ready(change: Plain) -> tuple[Try, Callable[[], str]]:
        machine = kind(start_value=change["state"])
        machine.change = change
        return machine.adopt, lambda: str(machine.current_state_value)

    return ready


def by_spiff() -> Ready:
    """SpiffWorkflow: each state a choice, each step a way out of it; no script and no BPMN.

    Kept as light as the library allows: the facts are with the workflow, where no task copies
    them, and `adopt` is the first way that is looked at.
    """
    from SpiffWorkflow.operators import Attrib, Equal
    from SpiffWorkflow.specs.ExclusiveChoice import ExclusiveChoice
    from SpiffWorkflow.specs.Simple import Simple
    from SpiffWorkflow.specs.WorkflowSpec import WorkflowSpec
    from SpiffWorkflow.util.task import TaskState
    from SpiffWorkflow.workflow import Workflow

    class Adoptable(Equal):  # type: ignore[misc]
        def _matches(self, task: Any) -> bool:
            if not super()._matches(task):
                return False
            change = task.workflow.data["change"]
            return all(condition(change) for condition in CONDITIONS)

    spec = WorkflowSpec(name="change", addstart=True)
    refused = Simple(spec, "refused")
    ways: dict[str, list[tuple[str, str]]] = {}
    for name, source, to in reversed(STEPS):
        ways.setdefault(source, []).append((name, to))
    states = {
        name: (ExclusiveChoice if name in ways else Simple)(spec, name, manual=True)
        for name in STATES
    }
    spec.start.connect(states["proposed"])
    for source, there in ways.items():
        for name, to in there:
            kind = Adoptable if name == "adopt" else Equal
            states[source].connect_if(kind(Attrib("step"), name), states[to])
        states[source].connect(refused)

    def ready(change: Plain) -> tuple[Try, Callable[[], str]]:
        workflow = Workflow(spec)
        workflow.data["change"] = change
        workflow.run_next()
        for step in ROADS[change["state"]]:
            _at(workflow).data["step"] = step
            _at(workflow).run()
        task = _at(workflow)
        task.data["step"] = "adopt"
        return task.run, lambda: str((_at(workflow) or workflow.last_task).task_spec.name)

    def _at(workflow: Any) -> Any:
        return workflow.get_next_task(state=TaskState.READY)

    return ready


PEERS: dict[str, Callable[[], Ready]] = {
    "transitions": by_transitions,
    "python-statemachine": by_statemachine,
    "SpiffWorkflow": by_spiff,
}


def version_of(package: str) -> str | None:
    """The version of a package that is installed here, or None."""
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return None


def answer(ready: Ready, change: Plain) -> bool:
    """Whether the peer adopts this change, which did not stand adopted before."""
    adopt, state = ready(change)
    before = state()
    adopt()
    return before != "adopted" and state() == "adopted"


def _asked(step: str) -> list[str]:
    return [one.__name__ for one in CONDITIONS] if step == "adopt" else []
