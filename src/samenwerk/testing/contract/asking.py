"""What each family is asked by the suite, and what is wrong with the form of an answer.

A family that is asked questions has a line in `ASKS`; what is then seen is `answers`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import attrs

from samenwerk.hooks.families import due_items, exports, reports
from samenwerk.hooks.shapes import in_english
from samenwerk.hooks.values import Answer, Question
from samenwerk.testing.contract import money
from samenwerk.testing.contract.beside import Beside
from samenwerk.testing.contract.facts import wrong_facts
from samenwerk.testing.contract.questions import odd_questions
from samenwerk.testing.contract.rooms import questions
from samenwerk.testing.contract.votes import odd_votes
from samenwerk.values.message import Message

Given = tuple[Any, ...]
Things = Iterator[tuple[str, Given]]


@attrs.frozen(eq=False)
class Ask:
    """How a family is asked: by which function, about what, and what an answer must be.

    `wrong` gets what was brought, what it was asked, its answer, and what lies beside.
    """

    function: str
    things: Callable[[str, Any, Beside], Things]
    wrong: Callable[[Any, Given, Any, Beside], str | None]


def _of_rule(hook: str, rule: Any, beside: Beside) -> Things:
    yield from _real(hook, rule, beside)
    for about, question in odd_questions(rule.reads, beside.facts, rule.parameters):
        yield about, (question,)


def _of_method(hook: str, method: Any, beside: Beside) -> Things:
    yield from _real(hook, method, beside)
    for about, vote in odd_votes(method):
        yield about, (vote,)


def _of_facts(hook: str, facts: Any, beside: Beside) -> Things:
    yield from _real(hook, facts, beside)
    for about, question in odd_questions((*beside.facts, *facts.provides), beside.facts):
        yield about, (question,)


def _of_case(hook: str, brought: Any, beside: Beside) -> Things:
    """About every open case at the end of a story, and about odd ones."""
    only = getattr(brought, "lifecycles", ())
    for about, room, day in beside.rooms():
        for one in questions(room, day):
            if not only or one.case.lifecycle in only:
                yield f"case {one.case.id} {about}", (one,)
    for about, question in odd_questions(getattr(brought, "reads", ()), beside.facts):
        yield about, (question,)


def _of_report(hook: str, report: Any, beside: Beside) -> Things:
    for about, whole in beside.wholes():
        for lang in ("nl", "en"):
            for format in report.formats:
                yield f"{about}, in {lang}, as {format}", (whole, lang, format)


def _of_export(hook: str, export: Any, beside: Beside) -> Things:
    for about, whole in beside.wholes():
        yield about, (whole,)


def _real(hook: str, brought: Any, beside: Beside) -> Things:
    for given in beside.real(hook, brought.name):
        yield "as a story asks it", given


def _wrong_answer(brought: Any, given: Given, answer: Any, beside: Beside) -> str | None:
    if not isinstance(answer, Answer):
        return f"gives {shown(answer)}; an Answer is asked"
    if type(answer.truth) is not int or answer.truth not in (0, 1, 2):
        return f"answers with truth {answer.truth!r}; 0 (no), 1 (not known) or 2 (yes) is asked"
    ways: object = answer.ways
    said = (answer.message, *ways) if isinstance(ways, tuple) else (answer.message, ways)
    for one in said:
        if not isinstance(one, Message | None):
            return f"says {shown(one)}; a Message is asked, and a tuple of them as ways"
    if answer.message is None and answer.truth < 2:
        return "says no or not known without a message: a person cannot see why"
    return None


def _wrong_facts(brought: Any, given: Given, answer: Any, beside: Beside) -> str | None:
    return wrong_facts(brought, answer, beside.facts)


def _wrong_items(brought: Any, given: Given, answer: Any, beside: Beside) -> str | None:
    question: Question = given[0]
    register = question.collaboration.register
    unfit = due_items.fitting(answer, lambda id: register.party(id) is not None)
    return None if unfit is None else _asked(*unfit)


def _wrong_text(brought: Any, given: Given, answer: Any, beside: Beside) -> str | None:
    wanted = reports.fitting(answer, given[2])
    return None if wanted is None else _asked(answer, wanted)


def _wrong_bytes(brought: Any, given: Given, answer: Any, beside: Beside) -> str | None:
    wanted = exports.fitting(answer)
    return None if wanted is None else _asked(answer, wanted)


def _asked(given: object, wanted: Message) -> str:
    return f"gives {shown(given)}; {in_english(wanted)} is asked"


ASKS: Mapping[str, Ask] = {
    "rules": Ask("judge", _of_rule, _wrong_answer),
    "methods": Ask("decide", _of_method, _wrong_answer),
    "facts": Ask("collect", _of_facts, _wrong_facts),
    "due_items": Ask("items", _of_case, _wrong_items),
    "reports": Ask("render", _of_report, _wrong_text),
    "exports": Ask("export", _of_export, _wrong_bytes),
    "calendars": Ask("days_off", money.about_calendars, money.wrong_days),
    "ranks": Ask("rank", money.about_ranks, money.wrong_rank),
    "payments": Ask("pay", money.about_payments, money.wrong_payments),
    "accounts": Ask("account", money.about_accounts, money.wrong_accounts),
}
"""The families that are asked something, each by its own function."""


def shown(what: object) -> str:
    """Something that was given, in a few words."""
    return f"{type(what).__name__} {what!r:.60}"
