"""Queues as written: what a text becomes, and what is wrong with it."""

import pytest

from samenwerk.core.leaves.queue import Queue
from samenwerk.definitions.read import read_text
from samenwerk.language.catalogue import Speaker
from samenwerk.language.explained import explain_declared
from samenwerk.values.operand import DayOfStep, FactOf

BASE = """\
[workflow]
id = "a"
version = "1"
[sort]
provider = {}
[fact]
urgent = { type = "yes_no" }
remark = { type = "choice", one_of = ["a"] }
[lifecycle.plan]
[lifecycle.plan.state]
waits = {}
[lifecycle.plan.step.make]
to = "waits"
by = "provider"
[lifecycle.plan.step.start]
from = "waits"
to = "stays"
by = "provider"
needs = [{ queue = "row", first = true }]
[queue.row]
"""


def read(*lines: str):
    """The base with a queue of these lines."""
    return read_text("\n".join((BASE, *lines, "")), checks=())


def test_a_queue_orders_the_cases_of_a_state():
    """By a fact and a step of those cases, whatever case asks."""
    reading = read('holds = "plan.waits"', 'order = ["urgent", "plan.make"]')
    assert () == reading.diagnostics
    leaf = reading.workflow.lifecycles["plan"].steps["start"].needs[0].part.leaf
    order = (FactOf("urgent", "yes_no"), DayOfStep("make", home="plan"))
    assert Queue("row", "plan", "waits", order) == leaf
    said = explain_declared(reading.workflow.queues["row"], Speaker("en", reading.workflow))
    assert ["Cases in waits wait here, in the order of urgent and the day of make, and of "
            "opening where these are equal."] == said  # fmt: skip


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (('holds = "plan.waits"',), [("SW108", "key order")]),
        (('order = ["urgent"]',), [("SW108", "key holds")]),
        (('holds = "plan.wait"', 'order = ["urgent"]'), [("SW103", None)]),
        (('holds = "plan.waits"', 'order = ["remark"]'), [("SW117", "order")]),
        (('holds = "plan.waits"', 'order = ["urgent"]', 'ties = "remark"'), [("SW117", "order")]),
        (('holds = "plan.waits"', 'order = ["urgent"]', 'ties = "opened"'), []),
    ],
)
def test_every_fault_is_told(lines, found):
    """At its own place."""
    assert found == [(one.code, one.params.get("case")) for one in read(*lines).diagnostics]
