"""Windows with exceptions as written: what a text becomes, and what is wrong with it."""

from datetime import date

import pytest

from samenwerk.core.leaves.document import Document
from samenwerk.core.leaves.window import Window
from samenwerk.definitions.read import read_text
from samenwerk.language.catalogue import Speaker
from samenwerk.language.explained import explain_declared
from samenwerk.values.operand import Constant
from samenwerk.values.tree import All, Ask, Some

BASE = """\
[workflow]
id = "a"
version = "1"
[sort]
provider = {}
[document]
note = { nl = "Nota" }
[window.season]
nl = "Het seizoen"
opens = 2027-01-01
last_day = 2027-03-31
[lifecycle.plan]
[lifecycle.plan.state]
draft = {}
[lifecycle.plan.step.make]
to = "draft"
by = "provider"
needs = ["season"]
"""
FIRST, LAST, LATE = (Constant(date(2027, *day)) for day in ((1, 1), (3, 31), (4, 30)))


def read(*lines: str):
    """The base with an exception of these lines."""
    return read_text("\n".join((BASE, "[window.season.exception.late]", *lines, "")), checks=())


def test_an_exception_has_days_of_its_own_for_whoever_meets_its_needs():
    """The day that it leaves out is that of the window."""
    reading = read("last_day = 2027-04-30", 'needs = [{ document = "note" }]')
    assert () == reading.diagnostics
    step = reading.workflow.lifecycles["plan"].steps["make"]
    late = Window("season", FIRST, LATE, "late")
    assert Some((
        Ask(Window("season", FIRST, LAST)),
        All((Ask(late), Ask(Document("note", "note")))),
    )) == step.needs[0].part  # fmt: skip
    assert "window season exception late" == late.key


def test_a_window_with_an_exception_is_explained():
    """With its days, and whom the other days are for."""
    workflow = read("last_day = 2027-04-30", 'needs = [{ document = "note" }]').workflow
    said = explain_declared(workflow.windows["season"], Speaker("nl", workflow))
    assert [
        "Open is het van 1 januari 2027 tot en met 31 maart 2027.",
        "Bij uitzondering (late) is het open van 1 januari 2027 tot en met 30 april 2027, voor "
        "wie hieraan voldoet: het stuk Nota is ingediend.",
    ] == said


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        (("last_day = 2027-04-30",), [("SW108", "key needs")]),
        (('needs = [{ document = "note" }]',), [("SW107", "none")]),
        (("last_day = 2027-04-30", "needs = []"), [("SW107", "empty")]),
        (("last_day = 2027-04-30", 'needs = ["season"]'), [("SW110", None)]),
        (("last_day = 2027-04-30", 'needs = ["seizoen"]'), [("SW103", None)]),
        (('last_day = "note"', 'needs = [{ document = "note" }]'), [("SW103", "other")]),
        (("last = 2027-04-30", 'needs = [{ document = "note" }]'),
         [("SW107", "none"), ("SW101", None)]),
    ],
)  # fmt: skip
def test_every_fault_is_told(lines, found):
    """At its own place; an exception that asks for its own window rests on itself."""
    assert found == [(one.code, one.params.get("case")) for one in read(*lines).diagnostics]
