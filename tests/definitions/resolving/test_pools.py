"""Pools and movements as written: what a text becomes, and what is wrong with it."""

from datetime import date
from decimal import Decimal

import pytest

from samenwerk.core.leaves.fact import Fact
from samenwerk.core.leaves.pool import Pool
from samenwerk.definitions.read import read_text
from samenwerk.language.catalogue import Speaker
from samenwerk.language.explained import explain_declared
from samenwerk.values.operand import Constant, DayOfStep, FactOf, Held
from samenwerk.values.tree import Ask, Need

BASE = """\
[workflow]
id = "a"
version = "1"
[sort]
provider = {}
[fact]
sum = { type = "money" }
count = { type = "whole_number" }
[parameter]
ceiling = { value = 5000 }
[pool]
general = { amount = "ceiling", nl = "Algemeen", last_day = 2027-12-31 }
yearly = { rows = { 2027 = 5, 2028 = "0.10" }, chosen_on = "plan.make", nl = "Per jaar" }
[lifecycle.plan]
[lifecycle.plan.state]
draft = {}
[lifecycle.plan.step.make]
to = "draft"
by = "provider"
"""
PAY = """\
[lifecycle.plan.step.pay]
from = "draft"
to = "stays"
by = "provider"
"""
CEILING = Constant(Decimal("5000.00"), "ceiling")
SUM = FactOf("sum", "money")


def read(*lines: str):
    """The base with a step of these lines."""
    return read_text("\n".join((BASE + PAY, *lines, "")), checks=())


def test_a_step_that_moves_needs_that_its_end_holds_it():
    """Whatever its needs say; and that it is not less than nothing."""
    reading = read('moves = { amount = "sum", out_of = "general", into = "this" }')
    assert () == reading.diagnostics
    step = reading.workflow.lifecycles["plan"].steps["pay"]
    held, last = Held("general", CEILING), Constant(date(2027, 12, 31))
    assert (held, Held(None)) == (step.moves.out_of, step.moves.into)
    assert (
        Need(Ask(Fact(SUM, (("at_least", Constant(Decimal("0.00"))),))), "block"),
        Need(Ask(Pool(held, (("at_least", SUM),), last)), "block"),
    ) == step.needs


def test_a_pool_has_a_balance_for_each_year():
    """Chosen by a day of the case."""
    held = read().workflow.pools["yearly"].held
    assert ((2027, Decimal("5.00")), (2028, Decimal("0.10"))) == held.rows
    assert DayOfStep("make", "plan") == held.chosen_on


def test_a_pool_is_explained():
    """What it holds, and until when."""
    workflow = read().workflow
    said = [
        explain_declared(workflow.pools[one], Speaker("nl", workflow))
        for one in ("general", "yearly")
    ]
    assert [
        ["Er zit ceiling in, met wat erbij komt en zonder wat eruit gaat.",
         "Eruit betalen kan tot en met 31 december 2027."],
        ["Voor 2027 zit er € 5,00 in.", "Voor 2028 zit er € 0,10 in.",
         "Welk jaar het is, volgt uit de dag van make."],
    ] == said  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (('moves = { amount = "sum", out_of = "general" }',), [("SW108", "key into")]),
        (('moves = { amount = "sum", out_of = "general", to = "this" }',),
         [("SW108", "key into"), ("SW101", None)]),
        (('moves = { amount = "sum", out_of = "generaal", into = "this" }',), [("SW103", None)]),
        (('moves = { amount = "sum", out_of = "this", into = "this" }',), [("SW151", None)]),
        (('moves = { amount = -5, out_of = "general", into = "this" }',), [("SW151", "negative")]),
        (('moves = { amount = "count", out_of = "general", into = "this" }',),
         [("SW117", "amount")]),
        (('moves = { amount = 1.005, out_of = "general", into = "this" }',),
         [("SW117", "amount")]),
        (('needs = [{ pool = "general" }]',), [("SW107", "none")]),
        (('needs = [{ pool = "genral", at_least = 5 }]',), [("SW103", None)]),
        (('needs = [{ pool = "this", at_least = "count" }]',), [("SW117", "kinds")]),
        (("[pool.x]", "last_day = 2027-12-31"), [("SW107", "none")]),
        (("[pool.x]", "rows = { 2027 = 5 }"), [("SW108", "key chosen_on")]),
        (("[pool.x]", "rows = {}", 'chosen_on = "today"'), [("SW102", None)]),
        (("[pool.x]", "rows = { 2027 = -5 }", 'chosen_on = "today"'), [("SW117", "amount")]),
        (("[pool.x]", "amount = 5", 'chosen_on = "today"'), [("SW107", "both")]),
    ],
)  # fmt: skip
def test_every_fault_is_told(lines, found):
    """At its own place."""
    assert found == [(one.code, one.params.get("case")) for one in read(*lines).diagnostics]
