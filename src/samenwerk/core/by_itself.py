"""What is said to who tries a step that nobody does: when it happens, or what it waits for.

Letting it happen is `settle`, and what brings it nearer, act by act, `obligations`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from samenwerk.core.compiled import CompiledStep
from samenwerk.core.findings import findings
from samenwerk.core.refusals import refused, wrong_state
from samenwerk.core.view import View
from samenwerk.core.wording import operand_name
from samenwerk.values.case import Case
from samenwerk.values.finding import YES
from samenwerk.values.message import Message, Name
from samenwerk.values.outcome import Outcome, Verdict


def left_to_itself(found: CompiledStep, case: Case | None, view: View | None) -> Outcome:
    """The refusal of a step that nobody does, in a case or (without one) in general.

    Its findings are what it waits for in this case; its way out is its day, as far as that is
    known, and how the case comes to where it happens.
    """
    step = found.step
    named: dict[str, object] = {"step": Name("step", step.full_name)}
    headline = Message("decide.automatic", named)
    if case is None or view is None or step.opens:
        ways: tuple[Message, ...] = tuple(_in_general(found))
        return refused(Verdict.NEVER, headline, way_out=ways, ground="nothing_allows_it")
    if case.state in step.sources:
        ways = tuple(_here(found, case, view))
    else:
        elsewhere = wrong_state(step, found.lifecycle, case, view)
        if elsewhere.ground == "over":
            return elsewhere
        ways = (*elsewhere.way_out, *_in_general(found))
    return refused(
        Verdict.NEVER, headline, findings=findings(found, view), way_out=ways,
        ground="nothing_allows_it",
    )  # fmt: skip


def _here(found: CompiledStep, case: Case, view: View) -> Iterator[Message]:
    """When it happens in a case that is where the step begins."""
    past = None if found.once_past is None else found.once_past(view)
    if not isinstance(past, date) or past == date.max:
        yield from _in_general(found)
        return
    day = max(past + timedelta(days=1), case.entered)
    met = min(found.judge(view)[0], default=YES) == YES
    if day <= view.day and not met:
        yield Message("way.itself")
    else:
        yield Message("way.itself_on" if met else "way.itself_on_if", {"day": day})


def _in_general(found: CompiledStep) -> Iterator[Message]:
    """When it happens, said of any case."""
    if found.step.once_past is None:
        yield Message("way.itself")
        return
    id = "way.itself_past_if" if found.needs else "way.itself_past"
    yield Message(id, {"day": operand_name(found.step.once_past)})


WORDING = {
    "nl": {
        "way.itself": "het gebeurt vanzelf zodra aan alle voorwaarden is voldaan",
        "way.itself_on": "het gebeurt vanzelf op {day}",
        "way.itself_on_if": "het gebeurt vanzelf vanaf {day}, zodra aan alle voorwaarden is "
        "voldaan",
        "way.itself_past": "het gebeurt vanzelf zodra deze dag voorbij is: {day}",
        "way.itself_past_if": "het gebeurt vanzelf zodra deze dag voorbij is en aan alle "
        "voorwaarden is voldaan: {day}",
    },
    "en": {
        "way.itself": "it happens by itself once all conditions are met",
        "way.itself_on": "it happens by itself on {day}",
        "way.itself_on_if": "it happens by itself from {day} on, once all conditions are met",
        "way.itself_past": "it happens by itself once this day has passed: {day}",
        "way.itself_past_if": "it happens by itself once this day has passed and all conditions "
        "are met: {day}",
    },
}
