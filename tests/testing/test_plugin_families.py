"""What the contract suite asks of one family: days, reports, methods, calendars, money, checks."""

import time
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from tests.hooks.zoo import plugin
from tests.testing.contracts import FORM, LABELS, brought, contract, failing, good

from samenwerk import (
    Answer,
    DueItem,
    Entry,
    Message,
    Payment,
    PluginAccount,
    PluginCalendar,
    PluginDue,
    PluginExport,
    PluginMethod,
    PluginPayments,
    PluginRank,
    PluginReport,
)


def item(**changes: Any) -> DueItem:
    """A day that a plugin knows of."""
    told = {"day": date(2027, 3, 1), "what": Message("proef.none"), "who": (), "key": "a"}
    return DueItem(**{**told, **changes})


@pytest.mark.parametrize(
    ("items", "sentence"),
    [
        ([item(), item()], "one item with the key a is asked"),
        ([item(who=("nobody",))], "a party of the register, not nobody is asked"),
        ([item(day=3)], "a DueItem whose day is a date is asked"),
        (3, "gives int 3; a list of DueItem is asked"),
    ],
    ids=["twice", "nobody", "no day", "no list"],
)
def test_days_that_are_no_days(items: Any, sentence: str, home: Path) -> None:
    """What a plugin knows of is told as the family asks, in every case and in odd ones."""
    due = PluginDue("days", LABELS, lambda question: items)
    assert sentence in brought(home, FORM, due_items=[due])
    right = PluginDue("days", LABELS, lambda question: [item()])
    suite = contract(good(due_items=[right]), home)()
    suite.test_its_answers_have_the_form_that_is_asked()
    asked = [one.about for one in suite.examined().answers if one.hook == "due_items"]
    assert "case t at the end of story much" in asked


def test_what_is_said_of_a_day_is_looked_at_too(home: Path) -> None:
    """Its sentence must be there."""
    due = PluginDue("days", LABELS, lambda question: [item(what=Message("proef.gone"))])
    assert "due_items days says proef.gone, and there is no sentence for it in nl" in brought(
        home, "every_sentence_that_is_said_is_there", due_items=[due]
    )


def test_a_report_is_made_of_every_story(home: Path) -> None:
    """And of a collaboration in which nothing happened yet, in each language and format."""
    empty = PluginReport("page", LABELS, ("text",), lambda whole, lang, format: "")
    assert "reports page (before anything happened, in nl, as text) gives str ''" in brought(
        home, FORM, reports=[empty]
    )
    broken = attrs.evolve(empty, render=lambda whole, lang, format: str(whole.cases[0]))
    assert "before anything happened, in nl, as text) raises IndexError" in brought(
        home, "it_answers_whatever_it_is_asked", reports=[broken]
    )
    timed = PluginExport("file", LABELS, "txt", lambda whole: str(time.time()).encode())
    assert "exports file looks at the clock (time.time)" in brought(
        home, "it_looks_at_nothing_but_its_question", exports=[timed]
    )
    assert "exports file (at the end of story much) gives str 'x'; bytes is asked" in brought(
        home, FORM, exports=[attrs.evolve(timed, export=lambda whole: "x")]
    )


def test_a_method_is_asked_of_odd_votes(home: Path) -> None:
    """Nobody who decides, weights that are not known; and a story must see it."""
    method = PluginMethod(
        "all", LABELS, lambda vote: Answer(2 if vote.voters[0].side == "for" else 0)
    )
    assert "methods all (nobody decides, open) raises IndexError" in brought(
        home, "it_answers_whatever_it_is_asked", methods=[method]
    )
    assert "no story asks method all" in brought(
        home, "the_stories_beside_it_tell_of_everything", methods=[method]
    )


def test_a_calendar_gives_days_of_the_year(home: Path) -> None:
    """That it was asked for, each with what day it is."""
    calendar = PluginCalendar("feasts", LABELS, lambda year, given: {date(2027, 1, 1): "New Year"})
    assert "calendars feasts (year 2000) gives datetime.date(2027, 1, 1)" in brought(
        home, FORM, calendars=[calendar]
    )


def test_money_that_is_none(home: Path) -> None:
    """A rank of another type than its fact, a payment of nothing, entries that do not balance."""
    what = Message("proef.none")
    rank = PluginRank("amount", LABELS, lambda question: True)
    paid = Payment(date(2027, 3, 1), Decimal(0), "noord", "zuid", what, "a")
    payments = PluginPayments("due", LABELS, lambda question: [paid], ("talk",))
    entry = Entry(date(2027, 3, 1), "purse", Decimal(5), what, what)
    account = PluginAccount("purse", LABELS, lambda ledger: [entry])
    assert "gives True for amount, which is of type whole_number" in brought(
        home, FORM, ranks=[rank]
    )
    found = brought(home, FORM, payments=[payments], accounts=[account])
    assert "payments due (case t at the end of story much) gives what may not be" in found
    assert "accounts purse (before anything happened) gives what may not be" in found


def test_checks_and_commands_are_looked_at_too(home: Path) -> None:
    """A check without texts in a language or an example, a command without help."""
    import click

    from samenwerk import Texts

    texts = Texts("wrong {name}", "here", "because", "mend")
    check = plugin(checks=[])
    check.code, check.check, check.TEXTS = "PR001", lambda reading: (), {"PR001": {"nl": texts}}
    made = good(checks=[check], cli_commands=[click.Command("proef")])
    assert [
        "checks PR001 says nothing in en",
        "checks PR001 has no example: give it `good` and `bad`, two texts",
        "cli_commands proef has no help: give its function a docstring",
    ] == failing(contract(made, home), "everything_has_a_name_for_people").splitlines()
