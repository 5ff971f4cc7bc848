"""The condition `lies_ready`: the laws of every leaf, and what it means before a hearing."""

from collections.abc import Iterable
from datetime import date, timedelta

import pytest
from hypothesis import strategies as st
from immutables import Map

import samenwerk_termijnen
from samenwerk import Term
from samenwerk.core.view import View
from samenwerk.testing import Story, building, gathered, given
from samenwerk.testing.leaves import LeafContract
from samenwerk.testing.views import put
from samenwerk.values.calendar import Calendar
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Cell, Entry
from samenwerk.values.register import Register
from samenwerk_termijnen.lies_ready import LiesReady

DAY = date(2027, 3, 1)
SHORT = Calendar(name="short", first=date(2027, 1, 1), last=date(2027, 3, 12), days_off=())
TERMS = (Term(0, "day"), Term(1, "week"), Term(1, "month"), Term(2, "working day", SHORT))
NAMES = ("papers", "letter")
CELLS = tuple(Cell("c", "document", name) for name in NAMES)


@st.composite
def views(draw: st.DrawFn) -> View:
    """A case with some of its documents, handed in now or before."""
    case = Case(
        id="c", lifecycle="objection", state="open", parent=None, definition="0" * 64,
        opened=Entry("objection", DAY, 1, "noord"), entered=DAY, state_since=1,
    )  # fmt: skip
    known = Collaboration(
        id="c", workflow="w", definition="0" * 64, started=DAY, zone="Europe/Amsterdam",
        rehearsal=False, register=Register(), cases=Map({"c": case}), sequence=1,
        by_lifecycle=Map({"objection": Map({"c": 1})}),
        by_state=Map({("objection", "open"): Map({"c": 1})}),
    )  # fmt: skip
    view = View(known, case, DAY)
    for place, cell in enumerate(CELLS):
        ago = draw(st.sampled_from((None, 0, 1, 6, 7, 27, 28, 31)))
        if ago is not None:
            view = put(view, cell, Entry("v1", DAY - timedelta(days=ago), 2 + place))
    return view


class TestLiesReady(LeafContract):
    """Every law that an answer rests on."""

    leaves = st.builds(
        lambda name, term: LiesReady(name, f"objection.{name}", term),
        st.sampled_from(NAMES), st.sampled_from(TERMS),
    )  # fmt: skip
    views = views()

    def cells(self, view: View) -> tuple[Cell, ...]:
        return CELLS

    def contents(self, cell: Cell) -> Iterable[str]:
        return ("v1", "v2")


PLUGINS = gathered(samenwerk_termijnen)
WORKFLOW = (
    building("small", "termijnen>=0.1")
    .lifecycle("objection", "open", "heard")
    .named("lifecycle.objection.document.papers", by="chair")
    .step("hear", "open", "heard", needs=[{"lies_ready": "papers", "ago": "1 week"}])
)


def lying(day: date = DAY) -> Story:
    """An objection of which the papers lie ready since 1 March."""
    return given(WORKFLOW, plugins=PLUGINS, day=DAY).does("objection.begin").hands_in("papers")


@pytest.mark.parametrize(("day", "verdict"), [(7, "not_yet"), (8, "allowed")])
def test_for_a_week_is_a_week(day: int, verdict: str) -> None:
    """Not a day less."""
    assert verdict == lying().on(date(2027, 3, day)).when.does("objection.hear").verdict


def test_a_new_version_lies_ready_anew() -> None:
    """Who could read the first could not read this one."""
    story = lying().on(date(2027, 3, 5)).hands_in("papers", "second")
    then = story.on(date(2027, 3, 8)).when.does("objection.hear")
    assert ("not_yet", "open") == (then.verdict, then.state())
    said = " ".join(then.says("nl").split())
    assert "sinds 5 maart 2027; dat moet minstens 1 week zijn" in said
    assert "since 5 March 2027; that must be at least 1 week" in " ".join(then.says("en").split())
    assert "1. wachten tot 12 maart 2027" in said


def test_what_is_needed_is_the_papers_and_a_week() -> None:
    """As people read it when they ask too early."""
    story = given(WORKFLOW, plugins=PLUGINS, day=DAY).does("objection.begin")
    said = story.when.asks("objection.hear").says("nl")
    assert "Papers ligt nog niet ter inzage" in said
    assert "2. wachten tot 8 maart 2027" in said


@pytest.mark.parametrize(
    ("line", "code"),
    [
        ({"lies_ready": "papers"}, "SW108"),
        ({"lies_ready": "paper", "ago": "1 week"}, "SW103"),
        ({"lies_ready": "papers", "ago": "soon"}, "SW103"),
    ],
)
def test_what_is_wrong_is_pointed_at(line: dict[str, str], code: str) -> None:
    """No term, no such document, and no term at all."""
    wrong = WORKFLOW.put("lifecycle.objection.step.hear", needs=[line])
    assert [code] == [one for one, _ in wrong.faults(PLUGINS)]
