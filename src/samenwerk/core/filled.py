"""Checking who is filled in: whether a party fits the role it is given.

Whether a step asks for it at all is not looked at here; what is filled in for a fact is `fitting`.
"""

from __future__ import annotations

from samenwerk.core.refusals import named, refused
from samenwerk.values.case import Case
from samenwerk.values.command import Do
from samenwerk.values.declared import Workflow
from samenwerk.values.message import Message, Name
from samenwerk.values.outcome import Outcome, Verdict
from samenwerk.values.register import Register


def holders_unfit(
    workflow: Workflow, register: Register, case: Case, command: Do
) -> Outcome | None:
    """Why those who are given a role cannot have it, or None; a table can have one too."""
    day = command.day
    for name, who in command.roles.items():
        role = workflow.in_lifecycle(workflow.roles, case.lifecycle, name)
        if role is None:
            continue
        known = {one: register.party(one) for one in who if one not in workflow.tables}
        absent = [one for one, party in known.items()
                  if party is None or not party.span.covers(day)]  # fmt: skip
        other = [one for one in who if role.sort
                 and (not (party := known.get(one)) or party.sort not in role.sort)]  # fmt: skip
        if absent or other:
            told: dict[str, object] = {
                "role": Name("role", f"{role.lifecycle}.{name}" if role.lifecycle else name),
                "who": named(absent or other), "day": day,
                "as": tuple(Name("sort", one) for one in role.sort),
            }  # fmt: skip
            headline = Message("filled.absent" if absent else "filled.other_sort", told)
            doer = command.on_behalf_of or command.actor or ""
            return refused(Verdict.NOT_YET, headline, way_out=(headline,), can=(doer,))
    return None


WORDING = {
    "nl": {
        "filled.absent": "wie {role} wordt, moet op {day} in het register staan: {who} niet",
        "filled.other_sort": "{role} kan alleen een {as|of} zijn, en niet {who}",
    },
    "en": {
        "filled.absent": "who becomes {role} must be in the register on {day}: not so {who}",
        "filled.other_sort": "{role} is for a {as|or}, and not for {who}",
    },
}
