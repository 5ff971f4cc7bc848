"""Settings: made-up collaborations of every size that a question can depend on."""

from pathlib import Path

from tests import handmade

from samenwerk.core.compiled import compile_workflow
from samenwerk.core.view import located
from samenwerk.front import check
from samenwerk.proof.asked import MET, Found, Limits, Nowhere, Wish
from samenwerk.proof.settings import settings
from samenwerk.proof.worlds import find

COMPILED = compile_workflow(handmade.workflow())
BOTH = Path(__file__).parent / "nasty" / "two_holders.toml"
TREES = [need.tree for need in COMPILED.steps["budget.agree"].needs]


def test_every_size_of_a_group_that_is_looked_at_is_a_setting():
    """Members decide, so there are none, one and two of them, the smallest first."""
    made = list(settings(COMPILED, "budget", TREES, Limits(members=2)))
    assert [{"member": 0}, {"member": 1}, {"member": 2}] == [dict(one.sizes) for one in made]
    register = made[2].view.collaboration.register
    assert ("provider-1", "provider-2") == tuple(one.id for one in register.parties)
    assert [("chair", "provider-1")] == [(one.role, one.who) for one in register.holds]


def test_a_case_stands_under_all_that_is_above_it():
    """A budget hangs under a collaboration; both are open and in their first state."""
    view = next(settings(COMPILED, "budget", TREES, Limits())).view
    above = located(view, "collaboration")
    assert ("budget", "drafted") == (view.case.lifecycle, view.case.state)
    assert above is not None
    assert (above.id, "active") == (view.case.parent, above.state)


def test_what_nobody_decides_cannot_be_decided():
    """With no members the decision is never carried; with one it can be."""
    made = list(settings(COMPILED, "budget", TREES, Limits(members=1)))
    answers = [find(one.view, [Wish(tree, MET) for tree in TREES]) for one in made]
    assert [Nowhere, Found] == [type(one) for one in answers]


def test_what_no_condition_looks_at_is_there_once():
    """Without conditions there is one setting, with one party of each sort."""
    made = list(settings(COMPILED, "budget", [], Limits()))
    assert [{}] == [dict(one.sizes) for one in made]
    assert 1 == len(made[0].view.collaboration.register.parties)


def test_a_role_that_is_not_for_one_alone_has_several_holders(tmp_path):
    """There are parties enough to hold it; one that is for exactly one has no more than that."""
    text = BOTH.read_text(encoding="utf-8")
    for exactly, holders in (("", [0, 1, 2]), ("exactly = 1\n", [0, 1])):
        file = tmp_path / "workflow.toml"
        file.write_text(text.replace("# exactly\n", exactly), encoding="utf-8")
        compiled = compile_workflow(check(file).workflow)
        trees = [need.tree for need in compiled.steps["a.go"].needs]
        made = settings(compiled, "a", trees, Limits(members=2))
        register = [one.view.collaboration.register for one in made]
        assert holders == sorted({
            sum(one.role == "contact" for one in known.holds) for known in register
        })  # fmt: skip


def test_full_settings_have_a_party_of_every_sort():
    """They are among the others, and nothing that can be there is missing in them."""
    every = [dict(one.sizes) for one in settings(COMPILED, "budget", TREES, Limits())]
    full = list(settings(COMPILED, "budget", TREES, Limits(), full=True))
    assert [{"member": 1}] == [dict(one.sizes) for one in full]
    assert all(dict(one.sizes) in every for one in full)
    sorts = {one.sort for one in full[0].view.collaboration.register.parties}
    assert set(COMPILED.workflow.sorts) == sorts
