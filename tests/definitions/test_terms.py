"""A term may stand in a parameter, so that a region can set it within bounds."""

from __future__ import annotations

import pytest

from samenwerk.definitions.read import read_text
from samenwerk.values.declared import Workflow
from samenwerk.values.time import Term

TEXT = """
[workflow]
id = "klein"
version = "1"
nl = "Klein"
[sort.partij]
nl = "Partij"
[parameter.bedenktijd]
nl = "Bedenktijd"
value = {value}
at_least = "2 weeks"
[decision.akkoord]
nl = "Akkoord"
by = "partij"
method = "consent"
answer_within = "bedenktijd"
[lifecycle.zaak]
nl = "Zaak"
[lifecycle.zaak.state]
nieuw = {{ nl = "Nieuw", due = "bedenktijd" }}
klaar = {{ nl = "Klaar", final = true }}
[lifecycle.zaak.step.begin]
nl = "Beginnen"
to = "nieuw"
by = "partij"
[lifecycle.zaak.step.rond_af]
nl = "Afronden"
from = "nieuw"
to = "klaar"
by = "partij"
needs = ["akkoord", {{ done = "begin", ago = "{used}" }}]
"""


def read(value: str = '"4 weeks"', used: str = "bedenktijd") -> tuple[Workflow | None, list[str]]:
    """The workflow and its codes with places."""
    reading = read_text(TEXT.format(value=value, used=used), checks=())
    return reading.workflow, [f"{one.place.line}:{one.code}" for one in reading.diagnostics]


def test_a_parameter_may_hold_the_term_of_a_condition_a_round_and_a_state() -> None:
    """The name of a parameter stands where a term is expected, and means its value."""
    workflow, faults = read()

    assert [] == faults
    assert workflow is not None
    needs = workflow.lifecycles["zaak"].steps["rond_af"].needs
    terms = (
        workflow.decisions["akkoord"].answer_within,
        workflow.lifecycles["zaak"].states["nieuw"].due,
        needs[1].part.leaf.ago,  # type: ignore[union-attr]
    )
    assert (Term(4, "week"),) * 3 == terms


@pytest.mark.parametrize(
    ("value", "used", "expected"),
    [
        ('"1 week"', "bedenktijd", ["10:SW115"]),
        ('"4 weeks"', "bedenktij", ["31:SW103"]),
        ('"4 weeks"', "4 wekn", ["31:SW102"]),
    ],
)
def test_a_term_outside_its_bounds_or_under_another_name_is_a_fault(
    value: str, used: str, expected: list[str]
) -> None:
    """A shorter term than allowed, an unknown name, and no term at all are each told apart."""
    workflow, faults = read(value, used)

    assert (None, expected) == (workflow, faults)
