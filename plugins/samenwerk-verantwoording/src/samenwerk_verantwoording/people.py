"""Who is meant by a day: the holder of a role in the case, else in the whole collaboration."""

from __future__ import annotations

from samenwerk import Question


def accountable(question: Question) -> tuple[str, ...]:
    """Who accounts for money: the `accountable` of the case, else the mandate holder."""
    return holders(question, "accountable") or holders(question, "mandate_holder")


def leading(question: Question) -> tuple[str, ...]:
    """Who sees to meetings and reports: the `lead` of the case, else the chair."""
    return holders(question, "lead") or holders(question, "chair")


def holders(question: Question, role: str) -> tuple[str, ...]:
    """Who holds a role on the day: in the case itself, else in the register."""
    own = question.case.roles.get(role)
    if own:
        return tuple(own)
    there = {one.id for one in question.parties()}
    return tuple(dict.fromkeys(
        one.who
        for one in question.collaboration.register.holds
        if one.role == role and one.span.covers(question.day) and one.who in there
    ))  # fmt: skip
