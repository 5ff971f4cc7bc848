"""Steps that are done for many parties at once: for whom, and for whom not.

What such a step needs is asked about each of them, as a quantifier asks it; nothing here judges
by itself.
"""

from __future__ import annotations

from collections.abc import Callable

import attrs

from samenwerk.core.compiled import CompiledNeed, CompiledStep
from samenwerk.core.for_tree import for_each
from samenwerk.core.refusals import named, refused
from samenwerk.core.view import View
from samenwerk.core.who import members
from samenwerk.values.message import Message, Name
from samenwerk.values.outcome import Outcome, Verdict


def chosen(found: CompiledStep, parties: tuple[str, ...]) -> CompiledStep:
    """The step as it is done for these parties; without any, for all who can be."""
    among = found.step.for_each
    if among is None or not parties:
        return found
    needs = tuple(
        CompiledNeed(for_each(among, need, one.tree.parts[0], parties), one.severity, one.rule)
        for need, one in zip(found.step.needs, found.needs, strict=True)
    )
    return attrs.evolve(
        found, needs=needs, judges=tuple(one.tree.judge for one in needs),
        recorded=tuple(node for one in needs for node in one.tree.recorded()),
    )  # fmt: skip


@attrs.frozen(eq=False)
class Many:
    """For whom a step is done (`parties`) and for whom not (`left`).

    `found` is the step for those it is done for, `asked` for all for whom it was asked.
    """

    found: CompiledStep
    asked: CompiledStep
    parties: tuple[str, ...] = ()
    left: tuple[str, ...] = ()


def for_whom(
    found: CompiledStep,
    view: View,
    wanted: tuple[str, ...],
    able: Callable[[CompiledStep], bool],
) -> Many | Outcome:
    """For whom a step is done, or why it cannot be done for those.

    `able` says whether nothing stands in the way of the step for the parties it is chosen for.
    """
    step, among = found.step, found.step.for_each
    told: dict[str, object] = {"step": Name("step", step.full_name)}
    if among is None:
        if wanted:
            headline = Message("decide.for_nobody", told)
            return refused(Verdict.NOT_YET, headline, way_out=(headline,))
        return Many(found, found)
    could = members(among, view)
    told["as"] = Name(among.kind, among.full_name)
    asked = tuple(dict.fromkeys(wanted)) or could
    strange = tuple(one for one in asked if one not in could)
    inside = tuple(one for one in asked if one in could)
    if not inside or (strange and not step.partly):
        told |= {"who": named(strange), "could": named(could)}
        headline = Message("decide.not_for_these" if strange else "decide.nobody_there", told)
        way = Message("way.for_these" if could else "decide.nobody_there", told)
        return refused(Verdict.NOT_YET, headline, way_out=(way,))
    whole = chosen(found, inside)
    some = inside if not step.partly else tuple(
        one for one in inside if able(chosen(found, (one,)))
    )  # fmt: skip
    left = tuple(one for one in asked if one not in some)
    if not some or not left:
        return Many(whole, whole, inside)
    return Many(chosen(found, some), whole, some, left)


def in_part(many: Many) -> Message:
    """That a step was done for some, and not for others."""
    told = {
        "step": Name("step", many.found.step.full_name), "who": named(many.parties),
        "left": named(many.left),
    }  # fmt: skip
    return Message("decide.in_part", told)


WORDING = {
    "nl": {
        "decide.for_nobody": "{step} geldt niet voor bepaalde partijen; noem er geen",
        "decide.nobody_there": "er is op deze dag geen {as} voor wie {step} kan",
        "decide.not_for_these": "{step} is voor een {as}, en {who} {who|is|zijn} dat niet",
        "decide.in_part": "{step}: wel voor {who}, niet voor {left}",
        "way.for_these": "noem alleen {could}",
    },
    "en": {
        "decide.for_nobody": "{step} is not done for certain parties; name none",
        "decide.nobody_there": "on this day there is no {as} for whom {step} can happen",
        "decide.not_for_these": "{step} is for a {as}, and {who} {who|is|are} none",
        "decide.in_part": "{step}: for {who}, not for {left}",
        "way.for_these": "name only {could}",
    },
}
