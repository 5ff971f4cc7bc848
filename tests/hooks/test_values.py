"""Questions and answers: what a plugin reads of a case, and how it is given its parameters."""

from datetime import date
from decimal import Decimal

import pytest
from tests.handmade import DAY, started

from samenwerk import Parameter, PluginError, PluginRule, Share, Term
from samenwerk.hooks.families.rules import given
from samenwerk.hooks.values import Answer, given_value, question_of

FITS = [
    ("text", "x", "x"), ("whole_number", 3, 3), ("money", "1.50", Decimal("1.50")),
    ("money", 2, Decimal(2)), ("money", Decimal("0.1"), Decimal("0.1")),
    ("date", date(2027, 1, 1), date(2027, 1, 1)), ("term", "4 weeks", Term(4, "week")),
    ("share", "1/10", Share(1, 10)), ("yes_no", True, True),
]  # fmt: skip
FITS_NOT = [
    ("text", 3), ("whole_number", "3"), ("whole_number", True), ("money", "veel"), ("money", True),
    ("money", "NaN"), ("date", "2027-01-01"), ("term", "lang"), ("share", "0.1"), ("share", 1),
    ("yes_no", 1), ("kleur", "rood"),
]  # fmt: skip


@pytest.mark.parametrize(("type", "written", "value"), FITS)
def test_what_is_written_becomes_a_value(type: str, written: object, value: object) -> None:
    """A rule gets its parameters in the types that it declared."""
    assert value == given_value(type, written)


@pytest.mark.parametrize(("type", "written"), FITS_NOT)
def test_what_does_not_fit_is_refused(type: str, written: object) -> None:
    """What is of another type is no value of this one."""
    with pytest.raises(ValueError):
        given_value(type, written)


def test_parameters_have_defaults() -> None:
    """What a workflow leaves out is as the rule declares it; the rest must be given."""
    rule = PluginRule(
        "r", {}, lambda question: Answer(2),
        (Parameter("limit", "whole_number"), Parameter("margin", "share", Share(1, 10))),
    )  # fmt: skip
    assert {"limit": 3, "margin": Share(1, 10)} == given("p", "r", rule.parameters, {"limit": 3})
    for written in ({}, {"limit": "3"}, {"limit": 3, "other": 1}):
        with pytest.raises(PluginError):
            given("p", "r", rule.parameters, written)


def test_what_a_question_tells() -> None:
    """Facts of the case and of those above it, about parties, and who takes part on the day."""
    _, room = started()
    room.record("amount", 5, case="b", actor="noord")
    known = room.collaboration
    question = question_of(known, known.cases["b"], DAY)
    assert (5, None) == (question.fact("amount"), question.fact("counted"))
    above = [question.fact("amount", above=one) for one in ("budget", "collaboration")]
    assert [5, None] == above
    assert ({}, {}) == (question.per_party("amount"), question.per_party("x", above="weg"))
    assert ["noord", "zuid", "oost"] == [one.id for one in question.parties("provider")]
    assert () == question.parties("insurer")
    before = question_of(known, known.cases["b"], date(2026, 12, 31))
    assert () == before.parties()
