"""The other values: spans, cases, steps, findings, outcomes, obligations."""

from datetime import date, timedelta

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from immutables import Map

from samenwerk.values.case import Case
from samenwerk.values.cell import Cell, Entry
from samenwerk.values.declared import Decision, Lifecycle, Step, Workflow
from samenwerk.values.errors import (
    CommandReused,
    Conflict,
    Misuse,
    NotReadable,
    SamenwerkError,
    StoreError,
    UnknownName,
)
from samenwerk.values.finding import Finding
from samenwerk.values.message import Message
from samenwerk.values.obligation import Obligation
from samenwerk.values.outcome import Outcome, Verdict
from samenwerk.values.place import Place
from samenwerk.values.register import Span
from samenwerk.values.who import ITSELF, TIME, Who

DAY = date(2027, 2, 1)
ends = st.none() | st.integers(0, 9).map(lambda more: DAY + timedelta(days=more))


@given(ends, ends, st.integers(0, 9).map(lambda more: DAY + timedelta(days=more)))
def test_both_days_of_a_span_count(first, last, day):
    """A side that is open has no end."""
    inside = (first or date.min) <= day <= (last or date.max)
    assert inside == Span(first, last).covers(day)


def test_a_case_gives_what_stands_under_a_name():
    """Per party, or of the case itself; None for what is not there."""
    entry = Entry(True, DAY, 3, "noord")
    case = Case("c", "change", "a", None, "d", entry, DAY, 3,
                steps=Map({"go": Map({"noord": entry})}))  # fmt: skip
    assert [entry, None, None] == [
        case.entry("steps", "go", "noord"), case.entry("steps", "go"), case.entry("facts", "go")
    ]  # fmt: skip


def test_cells_have_a_fixed_order():
    """A cell of nobody comes before those of parties."""
    cells = [Cell("c", "fact", "a", who) for who in ("zuid", None, "noord")]
    assert [None, "noord", "zuid"] == [one.who for one in sorted(cells, key=lambda c: c.order)]


def test_who_does_a_step():
    """Nobody does one that time or its own conditions set off; one without sources opens."""
    steps = [Step(name="go", lifecycle="change", sources=sources, by=(who,)) for sources, who in (
        ((), Who("sort", "provider")), (("a",), ITSELF), (("a",), TIME)
    )]  # fmt: skip
    assert [(True, None), (False, "itself"), (False, "time")] == [
        (one.opens, one.automatic) for one in steps
    ]
    assert "change.go" == steps[0].full_name


def test_names_are_looked_up_in_their_own_lifecycle_first():
    """And then among those of any case."""
    mine = Decision(name="it", lifecycle="change", by=(), method="consent")
    any_ = Decision(name="it", by=(), method="majority")
    go = Step(name="go", lifecycle="change")
    workflow = Workflow(
        name="w", version="1", digest="d", effective={},
        decisions={"change.it": mine, "it": any_},
        lifecycles={"change": Lifecycle(name="change", steps={"go": go})},
    )  # fmt: skip
    found = [workflow.in_lifecycle(workflow.decisions, one, "it") for one in ("change", "plan")]
    assert [mine, any_] == found
    assert [go, None, None] == [
        workflow.step(name) for name in ("change.go", "change.stop", "plan.go")
    ]


def test_labels_and_sources_do_not_make_two_of_one():
    """The same declaration under another label is the same condition."""
    plain = Decision(name="it", by=(), method="consent")
    assert plain == attrs.evolve(plain, labels={"nl": "het"}, source="a.toml:3")
    assert plain != attrs.evolve(plain, method="majority")


def test_what_stands_in_the_way_of_an_outcome():
    """Only what blocks or must be explained, and is not met."""
    findings = tuple(
        Finding(f"{severity}{truth}", truth, Message("x"), severity=severity)
        for severity in ("block", "explain", "warn", "hint")
        for truth in (0, 1, 2)
    )
    outcome = Outcome(Verdict.NOT_YET, findings)
    assert ["block0", "block1", "explain0", "explain1"] == [one.leaf for one in outcome.unmet]
    allowed = ["allowed", "allowed_with_explanation", "in_part"]
    assert allowed == [one.value for one in Verdict if Outcome(one).allowed]
    assert () == outcome.events


def test_the_acts_of_an_obligation():
    """Every act in the tree, in order."""
    acts = [Obligation("act", Message(name)) for name in "abc"]
    tree = Obligation("any", parts=(acts[0], Obligation("all", parts=tuple(acts[1:]))))
    assert tuple(acts) == tree.acts


def test_messages_compare_by_what_they_say():
    """Whatever mapping the params came in."""
    assert Message("a", {"x": 1}) == Message("a", Map({"x": 1}))


def test_a_place_is_written_as_editors_read_it():
    """File, line, column."""
    assert "workflow.toml:34:6" == str(Place("workflow.toml", 34, 6))


@pytest.mark.parametrize(
    ("error", "family", "id"),
    [
        (UnknownName(what="step", name="go"), Misuse, "error.unknown_name"),
        (NotReadable(()), Misuse, "error.not_readable"),
        (Conflict("late"), StoreError, "error.conflict"),
        (CommandReused(), StoreError, "error.command_reused"),
    ],
)
def test_every_error_of_ours_has_an_id_and_params(error, family, id):
    """So that a door can say it in two languages."""
    assert isinstance(error, family)
    assert isinstance(error, SamenwerkError)
    assert id == error.id
    assert "message" in error.params
