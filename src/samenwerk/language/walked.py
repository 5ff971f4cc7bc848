"""The states of a lifecycle with the steps from each, as somebody walks through them.

What one step needs is `steps`; the drawing of a lifecycle is `samenwerk.drawing`.
"""

from __future__ import annotations

from collections.abc import Sequence

from samenwerk.language.catalogue import Speaker
from samenwerk.language.conditions import Row
from samenwerk.values.declared import Lifecycle, Step
from samenwerk.values.message import Name


def walked_rows(lifecycle: Lifecycle, states: Sequence[str], speaker: Speaker) -> list[Row]:
    """Each of these states with the steps from it; those that open a case stand first."""
    steps = tuple(lifecycle.steps.values())
    opening = [step for step in steps if step.opens and step.to in states]
    rows: list[Row] = []
    if opening:
        rows.append((0, speaker.words("walked.opening")))
        rows += [(1, _step(step, lifecycle, speaker)) for step in opening]
    for name in states:
        state = lifecycle.states[name]
        ending = "final" if state.final else "due" if state.due is not None else "state"
        rows.append((0, speaker.words(
            f"walked.{ending}", state=Name("state", f"{lifecycle.name}.{name}"), name=name,
            due=state.due,
        )))  # fmt: skip
        rows += [(1, _step(step, lifecycle, speaker)) for step in steps if name in step.sources]
    return rows


def in_order(lifecycle: Lifecycle) -> list[str]:
    """Its states as a case comes by them: first where it begins, and last where it ends."""
    steps = tuple(lifecycle.steps.values())
    found = dict.fromkeys(step.to for step in steps if step.opens and step.to in lifecycle.states)
    for state in (queue := list(found)):
        reached = dict.fromkeys(step.to for step in steps if state in step.sources)
        queue += [one for one in reached if one in lifecycle.states and one not in found]
        found.update(dict.fromkeys(queue))
    every = [*found, *(one for one in lifecycle.states if one not in found)]
    return sorted(every, key=lambda one: lifecycle.states[one].final)


def _step(step: Step, lifecycle: Lifecycle, speaker: Speaker) -> str:
    named: dict[str, object] = {"step": Name("step", step.full_name), "name": step.full_name}
    if step.to not in lifecycle.states:
        return speaker.words("walked.stays" if step.to == "stays" else "walked.back", **named)
    to = Name("state", f"{lifecycle.name}.{step.to}")
    return speaker.words("walked.step", to=to, **named)


WORDING = {
    "nl": {
        "walked.opening": "zo begint een dossier",
        "walked.state": "{state} (fase {name})",
        "walked.due": "{state} (fase {name}), hoogstens {due}",
        "walked.final": "{state} (fase {name}), het einde",
        "walked.step": "{step} (stap {name}): naar {to}",
        "walked.stays": "{step} (stap {name}): de fase blijft",
        "walked.back": "{step} (stap {name}): terug naar een eerdere fase",
    },
    "en": {
        "walked.opening": "how a case begins",
        "walked.state": "{state} (state {name})",
        "walked.due": "{state} (state {name}), at most {due}",
        "walked.final": "{state} (state {name}), the end",
        "walked.step": "{step} (step {name}): to {to}",
        "walked.stays": "{step} (step {name}): the state stays",
        "walked.back": "{step} (step {name}): back to an earlier state",
    },
}
