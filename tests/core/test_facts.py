"""Which facts became known by an event."""

import pytest

from samenwerk.core.facts import facts_of
from samenwerk.values.event import (
    DocumentHandedIn,
    DocumentIn,
    EffectDone,
    FactRecorded,
    FactValue,
    StepDone,
)

COST, TOLD = FactValue("cost", "whole_number", 150), FactValue("told", "yes_no", True, "noord")


@pytest.mark.parametrize(
    ("what", "facts"),
    [
        (StepDone(facts=(COST, TOLD)), (COST, TOLD)),
        (StepDone(), ()),
        (FactRecorded(COST), (COST,)),
        (EffectDone("letter", "k", "office 1", 1, False, (TOLD,)), (TOLD,)),
        (DocumentHandedIn(DocumentIn("note")), ()),
    ],
)
def test_facts_come_by_a_step_by_themselves_or_by_an_effect(what, facts):
    """All that an event brings, in its order; whoever reads the record asks this and no other."""
    assert facts == facts_of(what)
