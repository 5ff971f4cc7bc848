"""What a kept text tells by itself: the same as the workflow that was read from it."""

from decimal import Decimal

from samenwerk.cli.sketch import sketch
from samenwerk.definitions.laying.effective import effective_text
from samenwerk.definitions.read import read_text
from samenwerk.language.cases import pool_rows
from samenwerk.values.case import Collaboration
from samenwerk.values.cell import Cell, Entry

TEXT = """\
[workflow]
id = "small"
version = "1"
[sort]
provider = {}
[parameter]
ceiling = { value = "250.50" }
[fact]
limit = { type = "money", by = "provider" }
[pool]
written = { amount = 1000, nl = "Geschreven" }
set = { amount = "ceiling" }
open = { amount = "limit" }
yearly = { rows = { 2027 = 300, 2028 = "0.10" }, chosen_on = "change.ask" }
[lifecycle.change]
[lifecycle.change.state]
busy = {}
[lifecycle.change.step]
ask = { to = "busy", by = "provider" }
"""


def test_what_is_left_of_pools():
    """Written amounts and parameters are known without reading the whole; facts of a case not."""
    workflow = read_text(TEXT, checks=()).workflow
    spent = {"written": "900.00", "set": "0.50", "open": "1.00", "yearly 2028": "0.10",
             "yearly 2029": "0.00"}  # fmt: skip
    moved = {Cell("", "pool", name): Entry(-Decimal(one), None, 1) for name, one in spent.items()}
    known = Collaboration("c", "small", "d", None, "Europe/Amsterdam", False, None, moved=moved)
    expected = (
        ("open", None, Decimal("1.00"), None),
        ("set", None, Decimal("0.50"), Decimal("250.00")),
        ("written", None, Decimal("900.00"), Decimal("100.00")),
        ("yearly", "2028", Decimal("0.10"), Decimal("0.00")),
        ("yearly", "2029", Decimal("0.00"), Decimal("0.00")),
    )
    assert expected == pool_rows(known, workflow)
    assert expected == pool_rows(known, sketch(effective_text(workflow.effective), "d"))
    assert [None] * 5 == [left for _, _, _, left in pool_rows(known)]
