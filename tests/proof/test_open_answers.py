"""What nobody can know beforehand: what a plugin answers, and a fact that is not known."""

from __future__ import annotations

import pytest
from tests.proof.test_prove import REACH, path, step, text

from samenwerk.core.compiled import compile_workflow
from samenwerk.definitions.read import read_text
from samenwerk.proof.answer import Candidate, Proved
from samenwerk.proof.asked import Limits
from samenwerk.proof.prove import prove
from samenwerk.values.declared import Workflow

FAIR = """\
[lifecycle.plan.rule.fair]
nl = "Eerlijk"
source = "Afspraak"
plugin = "voorbeeld.fair_share"
[lifecycle.plan.rule.fair_or_agreed]
nl = "Eerlijk of akkoord"
source = "Afspraak"
any = ["fair", "agreed"]
[lifecycle.plan.rule.fair_and_agreed]
nl = "Eerlijk en akkoord"
source = "Afspraak"
all = ["fair", "agreed"]
[lifecycle.plan.rule.not_fair]
nl = "Niet eerlijk"
source = "Afspraak"
none = ["fair"]
"""
OTHERS = """\
[lifecycle.plan.rule.not_refused]
nl = "Niet geweigerd"
source = "Afspraak"
none = [{ fact = "ok", is = false }]
[lifecycle.plan.rule.answered]
nl = "Er is geantwoord"
source = "Afspraak"
any = ["agreed", { fact = "ok", is = false }]
[lifecycle.plan.rule.priced]
nl = "De kosten zijn laag of hoog"
source = "Afspraak"
any = ["cheap", { fact = "cost", at_least = 51 }]
[lifecycle.plan.rule.fair_or_not]
nl = "Eerlijk of niet eerlijk"
source = "Afspraak"
any = ["fair", "not_fair"]
[lifecycle.plan.rule.fair_or_noted]
nl = "Eerlijk of opgeschreven"
source = "Afspraak"
any = ["fair", { document = "note" }]
"""
FAIRLY = 'to_reach = "plan.adopted"\nneeds = ["plan.fair"]'


def proof(asked: str, adopt: str = "", prepare: str = "", more: str = ""):
    """The first answer about the small text with these rules and needs."""
    workflow = with_plugin(asked, adopt, prepare, more)
    return prove(compile_workflow(workflow), workflow.invariants["asked"], Limits(members=2))


def with_plugin(asked: str, adopt: str = "", prepare: str = "", more: str = "") -> Workflow:
    """The small text with these rules and needs, and the plugin that answers them."""
    made = text(asked, adopt, prepare, FAIR + OTHERS + more)
    made = made.replace('version = "1"', 'version = "1"\nplugins = ["voorbeeld>=0.1,<1"]', 1)
    reading = read_text(made, checks=())
    assert reading.workflow is not None, reading.diagnostics
    return reading.workflow


def asked(condition: str) -> str:
    """That whoever adopts has met this."""
    return f'to_reach = "plan.adopted"\nneeds = [{condition}]'


def test_a_proof_holds_whatever_the_plugin_answers() -> None:
    """Agreement is asked beside the plugin, so that its answer does not matter."""
    assert Proved("shown") == proof(REACH, adopt='"fair", "agreed"')
    assert Proved("shown") == proof(REACH, adopt='"fair_and_agreed"')


@pytest.mark.parametrize("need", ['"fair"', '"fair_or_agreed"', '"not_fair"'])
def test_what_a_plugin_may_let_through_is_a_path(need: str) -> None:
    """It answers yes, or no where no is needed, and nobody agreed."""
    assert ["open", "prepare", "adopt"] == path(proof(REACH, adopt=need))


def test_a_plugin_that_is_asked_on_the_way_in_is_enough_for_what_asks_it() -> None:
    """One answer at one moment: what the step asked is what the invariant asks."""
    assert Proved("shown") == proof(FAIRLY, adopt='"fair"')
    assert Proved("shown") == proof(asked('"plan.fair_or_agreed"'), adopt='"fair"')
    assert isinstance(proof(FAIRLY, adopt='"fair_or_agreed"'), Candidate)


def test_a_plugin_may_answer_otherwise_later() -> None:
    """It said yes as the plan was prepared; as it is adopted nobody asks it again."""
    assert ["open", "prepare", "adopt"] == path(proof(FAIRLY, prepare='"fair"'))


def test_a_plugin_that_knows_no_answer_meets_neither_a_rule_nor_its_contrary() -> None:
    """Asked for not fair, fair is never met; and unknown meets neither, so that it is no way to
    have one or the other."""
    either = asked('"plan.fair_or_not"')
    assert isinstance(proof(either), Candidate)
    assert Proved("shown") == proof(either, adopt='"not_fair"')


def test_while_in_a_state_a_plugin_may_answer_otherwise() -> None:
    """Its yes of the way in is no promise for as long as it stays there."""
    within = 'while_in = "plan.adopted"\nneeds = ["plan.fair"]'
    found = proof(within, adopt='"fair"')
    assert ["open", "prepare", "adopt", None] == path(found)


@pytest.mark.parametrize("severity", ["explain", "warn"])
def test_a_plugin_that_one_may_depart_from_protects_nothing(severity: str) -> None:
    """Its no is explained, or only told."""
    soft = f'{{ rule = "fair", severity = "{severity}" }}'
    assert ["open", "prepare", "adopt"] == path(proof(FAIRLY, adopt=soft))


def test_what_is_not_known_is_not_met() -> None:
    """A fact that nobody recorded: neither yes nor no, neither dear nor cheap."""
    assert ["open", "prepare", "adopt"] == path(proof(asked('"plan.answered"')))
    assert ["open", "prepare", "adopt"] == path(proof(asked('"plan.priced"')))


def test_who_asks_that_it_is_not_no_gets_a_yes() -> None:
    """What is not known does not meet that it is not no, so that only yes is left."""
    known = asked('"plan.agreed"')
    assert isinstance(proof(known, adopt='"not_refused"'), Proved)
    assert ["open", "prepare", "adopt"] == path(proof(known, adopt='"answered"'))


def test_a_fact_that_is_known_is_one_or_the_other() -> None:
    """Once it is recorded it is dear or cheap, whatever it is."""
    found = proof(asked('"plan.priced"'), adopt='{ fact = "cost", at_least = 0 }')
    assert isinstance(found, Proved)
    assert None is found.bounds


def test_what_is_known_never_becomes_unknown() -> None:
    """A step that happens by itself on a no is enough then: yes can only turn into no. It does
    not happen on what is not known, so that it keeps nothing where nobody agreed."""
    within = 'while_in = "plan.adopted"\nneeds = ["plan.agreed"]'
    told = 'from = "adopted"\nto = "draft"\nby = "itself"\nneeds = [{ fact = "ok", is = false }]'
    assert ["open", "prepare", "adopt"] == path(proof(within, more=step("fall", told)))
    assert isinstance(proof(within, adopt='"agreed"', more=step("fall", told)), Proved)
