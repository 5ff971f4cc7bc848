"""What ranks, payments and accounts are asked, and calendars: the families of money and of days.

Each is asked about the collaborations at the end of the stories; what is wrong with an answer, its
own family says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from samenwerk.core.fitting import fits
from samenwerk.hooks.families import accounts, payments
from samenwerk.hooks.families.payments import PaymentQuestion
from samenwerk.hooks.values import question_of
from samenwerk.testing.contract.beside import Beside
from samenwerk.testing.contract.questions import AROUND, ODD, odd_questions
from samenwerk.values.errors import PluginError

Given = tuple[Any, ...]
Things = Iterator[tuple[str, Given]]

_YEARS = (2000, *range(2024, 2030), 2050)
"""Years that a workflow of today can need; what lies far off a calendar need not know."""


def about_ranks(hook: str, rank: Any, beside: Beside) -> Things:
    """A case that waits: those of the stories, and odd ones."""
    for given in beside.real(hook, rank.name):
        yield "as a story asks it", given
    for about, question in odd_questions(beside.facts, beside.facts):
        yield about, (question,)


def about_payments(hook: str, brought: Any, beside: Beside) -> Things:
    """Every case of its lifecycles at the end of a story, with what was done in it and moved."""
    for about, room, day in beside.rooms():
        read = room.money(day=day).ledger
        for case in read.collaboration.cases.values():
            if case.lifecycle in brought.lifecycles:
                asked = question_of(read.collaboration, case, read.day)
                steps = tuple(one for one in read.steps if one.case == case.id)
                yield f"case {case.id} {about}", (
                    PaymentQuestion(
                        asked.case, asked.collaboration, asked.day, steps=steps,
                        movements=read.of_case(case.id),
                    ),
                )  # fmt: skip


def about_accounts(hook: str, brought: Any, beside: Beside) -> Things:
    """The ledger at the end of each story."""
    for about, room, day in beside.rooms():
        yield about, (room.money(day=day).ledger,)


def about_calendars(hook: str, calendar: Any, beside: Beside) -> Things:
    """Years of now, with the parameters that it takes."""
    for place in range(AROUND):
        told = {
            one.name: ODD[one.type][place] if one.default is None else one.default
            for one in calendar.parameters
        }
        for year in _YEARS:
            yield f"year {year}", (year, MappingProxyType(told))


def wrong_rank(brought: Any, given: Given, answer: Any, beside: Beside) -> str | None:
    """A value of the type of the fact, or None."""
    if answer is None:
        return None
    fact = beside.facts.get(brought.name)
    if not isinstance(answer, bool | int | Decimal | date):
        return f"gives {answer!r:.60}; a day, a number, yes or no, or None is asked"
    if fact is not None and not fits(fact, answer):
        return f"gives {answer!r:.60} for {brought.name}, which is of type {fact.type}"
    return None


def wrong_days(brought: Any, given: Given, answer: Any, beside: Beside) -> str | None:
    """Days of that year, each with what day it is."""
    if not isinstance(answer, Mapping):
        return f"gives {answer!r:.60}; a mapping of days to what they are is asked"
    for day, why in answer.items():
        real = isinstance(day, date) and not isinstance(day, datetime)
        if not real or day.year != given[0] or not isinstance(why, str):
            return f"gives {day!r}: {why!r:.40}; days of {given[0]} are asked"
    return None


def _said_by(told: Callable[[str, str, object], object], hook: str) -> Any:
    def wrong(brought: Any, given: Given, answer: Any, beside: Beside) -> str | None:
        try:
            told("of yours", f"{hook} {brought.name}", answer)
        except PluginError as fault:
            return f"gives what may not be: {fault}"
        return None

    return wrong


wrong_payments = _said_by(payments.told, "payments")
wrong_accounts = _said_by(accounts.told, "accounts")
