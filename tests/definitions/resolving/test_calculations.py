"""Calculations as written: what a text becomes, and every way in which it can be wrong."""

from decimal import Decimal

import pytest

from samenwerk.definitions.read import read_text
from samenwerk.values.operand import Added, Calculated, Constant, Extreme, FactOf, Percent, Summed

BASE = """\
[workflow]
id = "a"
version = "1"
[sort]
provider = {}
[group]
member = { sort = "provider" }
[fact]
cost = { type = "money" }
clients = { type = "whole_number", per = "party" }
begin = { type = "date" }
[parameter]
ceiling = { value = 5000 }
part = { value = "2/3" }
[lifecycle.plan]
[lifecycle.plan.state]
draft = {}
[lifecycle.plan.fact]
granted = { type = "money" }
[lifecycle.plan.step.make]
to = "draft"
by = "member"
"""
COST, GRANTED = FactOf("cost", "money"), FactOf("granted", "money", home="plan")


def read(*lines: str):
    """The base with a calculation `x` of these lines."""
    return read_text("\n".join((BASE, "[calculation.x]", *lines, "")), checks=())


def faults(*lines: str) -> list[tuple[str, object]]:
    """Its faults, each by code and case."""
    return [(one.code, one.params.get("case")) for one in read(*lines).diagnostics]


@pytest.mark.parametrize(
    ("lines", "kind", "form"),
    [
        (('add = ["cost", 5]', 'less = ["ceiling"]'), "money",
         Added((COST, Constant(Decimal("5.00"))), (Constant(Decimal("5000.00"), "ceiling"),))),
        (("add = [1, 2]",), "whole_number", Added((Constant(1), Constant(2)))),
        (('percent = 12.5', 'of_amount = "cost"', 'round = "cent"'), "money",
         Percent(Constant(Decimal("12.5")), COST)),
        (('percent = "ceiling"', 'of_amount = 50', 'round = "whole_up"'), "whole_number",
         Percent(Constant(5000, "ceiling"), Constant(50))),
        (('least_of = ["cost", "ceiling"]',), "money",
         Extreme((COST, Constant(Decimal("5000.00"), "ceiling")), False)),
        (('most_of = ["cost", 1]',), "money",
         Extreme((COST, Constant(Decimal("1.00"))), True)),
        (('sum = "granted"', 'over = "plan"', 'in = "draft"'), "money",
         Summed(GRANTED, None, "plan", "", ("draft",))),
    ],
)  # fmt: skip
def test_what_a_text_becomes(lines, kind, form):
    """A plain number beside amounts is one too."""
    reading = read(*lines)
    assert () == reading.diagnostics
    made = reading.workflow.calculations["x"].is_
    assert (kind, form) == (made.type, made.form)


def test_a_sum_over_parties_asks_each_for_its_own():
    """Of the group as a whole."""
    made = read('sum = "clients"', 'over = "member"').workflow.calculations["x"].is_
    assert isinstance(made, Calculated)
    assert ("member", None, "whole_number") == (
        made.form.among.name, made.form.cases, made.type
    )  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("round = \"cent\"",), [("SW107", "none")]),
        (('add = ["cost"]', 'least_of = ["cost"]'), [("SW107", "both")]),
        (('least_of = ["cost"]', 'less = ["cost"]'), [("SW107", "both")]),
        (('percent = 10', 'of_amount = "cost"'), [("SW150", None)]),
        (('percent = 10', 'of_amount = "cost"', 'round = "whole_up"'),
         [("SW150", "round money")]),
        (('add = [1]', 'round = "cent"'), [("SW150", "round whole_number")]),
        (('percent = 10', 'round = "cent"'), [("SW108", "key of_amount")]),
        (('percent = "cost"', 'of_amount = "cost"', 'round = "cent"'), [("SW117", "percent")]),
        (('sum = "cost"',), [("SW108", "key over")]),
        (('sum = "clients"', 'over = "member"', 'in = "draft"'), [("SW150", "in")]),
        (('sum = "granted"', 'over = "plan"', 'in = "drafft"'), [("SW103", None)]),
        (('sum = "cost"', 'over = "plaan"'), [("SW103", None)]),
        (('add = ["begin"]',), [("SW117", "reckon")]),
        (('add = ["part"]',), [("SW117", "share")]),
        (('add = ["cost", "clients"]',), [("SW117", "kinds")]),
        (('add = ["cost", 1.005]',), [("SW117", "amount")]),
        (('add = [1, 1.5]',), []),
        (('add = []',), [("SW102", None)]),
        (('add = ["x"]',), [("SW110", None)]),
        (('add = ["y"]', "[calculation.y]", 'least_of = ["x"]'), [("SW110", None)]),
        (('add = ["cost"]', 'not_below = "begin"'), [("SW117", "reckon")]),
        (('add = ["cost"]', "[fact.x]", 'type = "money"'), [("SW104", None)]),
    ],
)  # fmt: skip
def test_every_fault_is_told(lines, found):
    """At its own key, and only once."""
    assert found == faults(*lines)


def test_a_calculation_of_a_lifecycle_is_that_of_the_case_above():
    """Its parts are those of the same case."""
    more = """
[lifecycle.plan.calculation]
twice = { add = ["granted", "cost"] }
[lifecycle.work]
under = "plan"
[lifecycle.work.state]
done = {}
[lifecycle.work.step.make]
to = "done"
by = "member"
needs = [{ fact = "plan.twice", at_most = "ceiling" }]
"""
    reading = read_text(BASE + more, checks=())
    assert () == reading.diagnostics
    leaf = reading.workflow.lifecycles["work"].steps["make"].needs[0].part.leaf
    assert "fact plan.twice at_most ceiling=5000.00" == leaf.key
    assert (FactOf("granted", "money", "plan"), FactOf("cost", "money", "plan")) == (
        leaf.subject.form.add
    )
