"""The state machine of a lifecycle, by `transitions`: which way a step takes a case.

One machine per lifecycle version, built from checked data and shared by all cases and threads;
a throw-away token walks it. Conditions are asked beforehand; the machine is told the answers,
chooses among the ways of one event, and owns going back.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs
from transitions import Machine
from transitions.core import Condition, EventData, Transition

from samenwerk.core.trail import NEW
from samenwerk.values.declared import Lifecycle, Step

BACK = "(back)"
"""A name that no state of a text can have: where the case came from."""


class _Answer(Condition):
    """A condition that was answered beforehand, under the name of its step."""

    def check(self, event_data: EventData) -> bool:
        """The answer that the token carries."""
        token: Any = event_data.model
        return bool(token.met.get(self.func, False))


class _Way(Transition):
    """A way that remembers on the token that it was taken, and knows how to go back."""

    condition_cls = _Answer

    def execute(self, event_data: EventData) -> bool:
        """Take it when its step's conditions are met."""
        taken = super().execute(event_data)
        if taken:
            event_data.model.took = self.conditions[0].func  # type: ignore[attr-defined]
        return taken

    def _change_state(self, event_data: EventData) -> None:
        if self.dest == BACK:
            token: Any = event_data.model
            event_data.machine.set_state(token.back, token)
        else:
            super()._change_state(event_data)


class _LifecycleMachine(Machine):
    transition_cls = _Way


@attrs.define(eq=False)
class Token:
    """What walks the machine: where a case is, where back would lead, which steps are met."""

    state: str
    back: str | None
    met: Mapping[str, bool]
    took: str | None = None


class LifecycleMachine:
    """The machine of one lifecycle."""

    def __init__(self, lifecycle: Lifecycle) -> None:
        self.name = lifecycle.name
        self._machine = _LifecycleMachine(
            model=None,
            states=[NEW, BACK, *lifecycle.states],
            initial=NEW,
            auto_transitions=False,
            send_event=True,
        )
        for step in lifecycle.steps.values():
            for source in step.sources or (NEW,):
                self._machine.add_transition(
                    step.automatic or step.name, source, destination(step), conditions=step.name
                )

    def fire(self, event: str, state: str, back: str | None, met: Mapping[str, bool]) -> Token:
        """Let a token in `state` take `event` (a step's name, or itself, or time).

        `met` says of each step whether its conditions are met. The token that comes back says
        which step it took (None: none was open) and where it is now.
        """
        token = Token(state, back, met)
        known = self._machine.events.get(event)
        if known is not None and state in known.transitions:
            known.trigger(token)
        return token


def destination(step: Step) -> str | None:
    """Where a step leads in the machine: a state, back, or nowhere else (None)."""
    if step.back_before is not None or step.to == "back":
        return BACK
    return None if step.to == "stays" else step.to
