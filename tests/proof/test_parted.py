"""Cases that come of a split, and roles that change on the way: nothing of it is left out."""

from __future__ import annotations

import pytest
from tests.proof.test_prove import REACH, path, proof

from samenwerk.proof.answer import Candidate, Proved

TAKERS = """\
[lifecycle.plan.role]
taker = { sort = "provider", nl = "Trekker", many = true }
[lifecycle.plan.step.join]
nl = "Meedoen"
source = "Afspraak"
from = ["draft", "ready"]
to = "stays"
by = "member"
takes = "taker"
"""
LEAVE = """\
[lifecycle.plan.step.leave]
nl = "Weggaan"
source = "Afspraak"
from = "STATE"
to = "stays"
by = "taker"
gives_up = "taker"
"""
NOTED = 'while_in = "plan.adopted"\nneeds = [{ document = "plan.note" }]'
TWO = 'while_in = "plan.adopted"\nneeds = [{ count = "plan.taker", at_least = 2 }]'
NOTE, PAIR = '{ document = "note" }', '{ count = "taker", at_least = 2 }'


def parts(state: str, carry: str, more: str = "") -> str:
    """A step that splits a plan in this state, and what new plans take along."""
    return f"""{TAKERS}[lifecycle.plan.step.part]
nl = "Delen"
source = "Afspraak"
from = "{state}"
to = "over"
by = "member"
splits = "taker"
carry = {carry}
{more}
"""


@pytest.mark.parametrize("carry", ['{ heir = "named" }', '{ heir = "named", state = "adopted" }'])
def test_who_does_not_inherit_has_no_document(carry: str) -> None:
    """A plan with a note is split where it is: one of the new plans has it, the others do not."""
    found = proof(NOTED, adopt=NOTE, more=parts("adopted", carry))
    assert ["open", "prepare", "adopt", "part", None] == path(found)


def test_who_does_not_inherit_has_none_on_the_way_in_either() -> None:
    """Though the step that splits asks for it: of the plan that was."""
    split = parts("ready", '{ heir = "named", state = "adopted" }', f"needs = [{NOTE}]")
    found = proof(NOTED, adopt=NOTE, more=split)
    assert "part" in path(found)


def test_without_an_heir_each_new_case_has_what_there_was() -> None:
    """A split that stays where it is takes nothing away then."""
    more = parts("adopted", '{ clocks = "keep" }')
    assert isinstance(proof(NOTED, adopt=NOTE, more=more), Proved)


@pytest.mark.parametrize("carry", ['{ clocks = "keep" }', '{ state = "adopted" }'])
def test_a_case_that_comes_of_a_split_is_new_where_it_is(carry: str) -> None:
    """What was so on the way in of the plan that was need no longer be so."""
    found = proof(REACH, adopt='"agreed"', more=parts("adopted", carry))
    assert ["open", "prepare", "adopt", "part"] == path(found)


def test_one_at_a_time_is_two_after_a_split() -> None:
    """Whatever keeps a second plan from being adopted."""
    asked = 'while_in = "plan.adopted"\nat_most = 1'
    more = parts("adopted", '{ clocks = "keep" }')
    found = proof(asked, adopt='{ no = "plan", in = "adopted" }', more=more)
    assert ["open", "prepare", "adopt", "part"] == path(found)


@pytest.mark.parametrize(
    "more", [TAKERS + LEAVE.replace("STATE", "adopted"), parts("adopted", '{ clocks = "keep" }')]
)
def test_who_has_a_role_can_change_while_in_a_state(more: str) -> None:
    """Two took part on the way in, and one is left."""
    assert isinstance(proof(TWO, adopt=PAIR, more=more), Candidate)


def test_a_role_that_nothing_changes_there_stays() -> None:
    """Who may only join before it is adopted is still there afterwards."""
    assert isinstance(proof(TWO, adopt=PAIR, more=TAKERS), Proved)


def test_who_has_a_role_can_change_between_two_steps() -> None:
    """Two took part when it was prepared; when it is adopted nobody asks that again."""
    asked = 'to_reach = "plan.adopted"\nneeds = [{ count = "plan.taker", at_least = 2 }]'
    leaves = TAKERS + LEAVE.replace("STATE", "ready")
    found = proof(asked, prepare=PAIR, more=leaves)
    assert ["open", "prepare", "adopt"] == path(found)
