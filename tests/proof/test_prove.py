"""Proving invariants on small texts: what is shown, what is enumerated, what is got round."""

from __future__ import annotations

from samenwerk.core.compiled import compile_workflow
from samenwerk.definitions.read import read_text
from samenwerk.proof.answer import Bounds, Candidate, Proved, Undecided
from samenwerk.proof.asked import Limits
from samenwerk.proof.prove import answers, prove

BASE = """\
[workflow]
id = "streek"
version = "1"
nl = "Streek"

[sort]
provider = { nl = "Aanbieder" }
[group]
member = { sort = "provider", nl = "Deelnemer" }
[role]
chair = { sort = "provider", exactly = 1, nl = "Voorzitter" }

[lifecycle.plan]
nl = "Plan"
[lifecycle.plan.state]
draft = { nl = "Concept" }
ready = { nl = "Klaar" }
adopted = { nl = "Vastgesteld" }
over = { nl = "Voorbij", final = true }
[lifecycle.plan.fact.ok]
nl = "Akkoord"
type = "yes_no"
by = "member"
[lifecycle.plan.fact.cost]
nl = "Kosten"
type = "whole_number"
by = "member"
fixed_from = "prepare"
[lifecycle.plan.document.note]
nl = "Notitie"
by = "member"
[lifecycle.plan.decision.carry]
nl = "Draagvlak"
by = "member"
method = "qualified"
share = "2/3"
absent = "stays_open"
[lifecycle.plan.rule.agreed]
nl = "Er is akkoord"
source = "Afspraak"
all = [{ fact = "ok", is = true }]
[lifecycle.plan.rule.cheap]
nl = "Het is goedkoop"
source = "Afspraak"
all = [{ fact = "cost", at_most = 50 }]
[lifecycle.plan.rule.either]
nl = "Het een of het ander"
source = "Afspraak"
any = ["agreed", { document = "note" }]
[lifecycle.plan.rule.both]
nl = "Het een en het ander"
source = "Afspraak"
all = ["agreed", { document = "note" }]
[lifecycle.plan.step.open]
nl = "Openen"
source = "Afspraak"
to = "draft"
by = "member"
[lifecycle.plan.step.prepare]
nl = "Voorbereiden"
source = "Afspraak"
from = "draft"
to = "ready"
by = "member"
needs = [PREPARE]
[lifecycle.plan.step.adopt]
nl = "Vaststellen"
source = "Afspraak"
from = "ready"
to = "adopted"
by = "chair"
needs = [ADOPT]
[lifecycle.plan.step.end]
nl = "Beëindigen"
source = "Afspraak"
from = ["adopted", "ready"]
to = "over"
by = "chair"
MORE
[invariant.asked]
nl = "Wat altijd geldt"
source = "Afspraak"
ASKED
"""
ABOVE = """\
[lifecycle.streek]
nl = "Streek"
[lifecycle.streek.state]
active = { nl = "Actief" }
[lifecycle.streek.step.found]
nl = "Oprichten"
source = "Afspraak"
to = "active"
by = "chair"
"""
STEP = """\
[lifecycle.plan.step.{name}]
nl = "Nog een stap"
source = "Afspraak"
{more}
"""


def step(name: str, more: str) -> str:
    """One more step of a plan."""
    return STEP.format(name=name, more=more)


def text(asked: str, adopt: str = "", prepare: str = "", more: str = "") -> str:
    """The small text with these needs, more steps, and one invariant."""
    made = BASE.replace("PREPARE", prepare).replace("ADOPT", adopt)
    return made.replace("MORE", more).replace("ASKED", asked)


def proof(asked: str, adopt: str = "", prepare: str = "", more: str = "", hung: bool = False):
    """The first answer about the invariant of the text; `hung`: plans hang under a region."""
    made = text(asked, adopt, prepare, more)
    if hung:
        made = made.replace('nl = "Plan"', f'nl = "Plan"\nunder = "streek"\n{ABOVE}')
    reading = read_text(made, checks=())
    assert reading.workflow is not None, reading.diagnostics
    compiled = compile_workflow(reading.workflow)
    return prove(compiled, reading.workflow.invariants["asked"], Limits(members=2))


def path(found: object) -> list[str | None]:
    """The steps of a path that breaks it, by their short names."""
    assert isinstance(found, Candidate), found
    return [None if one.step is None else one.step.partition(".")[2] for one in found.steps]


REACH = 'to_reach = "plan.adopted"\nneeds = ["plan.agreed"]'


def test_a_rule_among_the_needs_of_the_only_way_in_is_shown():
    """Nothing has to be tried: the step asks the very rule."""
    assert Proved("shown") == proof(REACH, adopt='"agreed"')


def test_a_forgotten_need_is_a_path_of_three_steps():
    """Without the need one opens, prepares and adopts."""
    assert ["open", "prepare", "adopt"] == path(proof(REACH))


def test_any_for_all_is_got_round():
    """One of two conditions is not both."""
    assert ["open", "prepare", "adopt"] == path(proof(REACH, adopt='"either"'))
    assert Proved("shown") == proof(REACH, adopt='"both"')


def test_a_second_path_is_the_shortest():
    """A step straight from the draft does not ask what the long way asks."""
    quick = step("hurry", 'from = "draft"\nto = "adopted"\nby = "chair"')
    assert ["open", "hurry"] == path(proof(REACH, adopt='"agreed"', more=quick))


def test_an_opening_step_can_be_the_way_in():
    """A plan that is opened as adopted was never judged."""
    born = step("adopt_at_once", 'to = "adopted"\nby = "chair"')
    assert ["adopt_at_once"] == path(proof(REACH, adopt='"agreed"', more=born))


def test_what_may_be_explained_does_not_protect():
    """A rule that somebody may depart from with an explanation is passed unmet."""
    soft = '{ rule = "agreed", severity = "explain" }'
    assert ["open", "prepare", "adopt"] == path(proof(REACH, adopt=soft))


def test_a_step_that_happens_by_itself_can_be_the_way_in():
    """It waits for the document and asks no rule; with the rule it is as good as any step."""
    own = 'from = "ready"\nto = "adopted"\nby = "itself"\nneeds = [{needs}]'
    way = step("slide", own.replace("{needs}", '{ document = "note" }'))
    assert ["open", "prepare", "slide"] == path(proof(REACH, adopt='"agreed"', more=way))
    asked = step("slide", own.replace("{needs}", '"agreed"'))
    assert Proved("shown") == proof(REACH, adopt='"agreed"', more=asked)


def test_a_threshold_that_lies_further_inside_is_shown_and_one_outside_is_not():
    """At most 40 is at most 50; at most 60 is not."""
    asked = 'to_reach = "plan.adopted"\nneeds = ["plan.cheap"]'
    assert Proved("shown") == proof(asked, adopt='{ fact = "cost", at_most = 40 }')
    assert isinstance(proof(asked, adopt='{ fact = "cost", at_most = 60 }'), Candidate)


def test_two_halves_that_together_are_the_rule_are_enumerated():
    """Neither of the two needs says it alone."""
    asked = 'to_reach = "plan.adopted"\nneeds = [{ fact = "plan.cost", one_of = [40, 41] }]'
    found = proof(asked, adopt='{ fact = "cost", at_least = 40 }, { fact = "cost", at_most = 41 }')
    assert isinstance(found, Proved)
    assert ("enumerated", None) == (found.how, found.bounds)


def test_what_was_fixed_at_an_earlier_step_still_holds():
    """The costs are judged when preparing and no longer change from then on."""
    asked = 'to_reach = "plan.adopted"\nneeds = ["plan.cheap"]'
    assert isinstance(proof(asked, prepare='"cheap"'), Proved)


def test_what_may_change_after_an_earlier_step_need_not_hold_any_more():
    """Agreement is judged when preparing; it can be taken back before adopting."""
    assert ["open", "prepare", "adopt"] == path(proof(REACH, prepare='"agreed"'))


def test_a_step_that_comes_first_is_proved_by_the_states_alone():
    """There is no way to adopt but after preparing, and there is one round it with one."""
    asked = 'to_reach = "plan.adopted"\nonly_after = "plan.prepare"'
    assert isinstance(proof(asked), Proved)
    quick = step("hurry", 'from = "draft"\nto = "adopted"\nby = "chair"')
    assert ["open", "hurry"] == path(proof(asked, more=quick))
    kept = quick.replace('by = "chair"', 'by = "chair"\nneeds = [{ done = "prepare" }]')
    assert isinstance(proof(asked, more=kept), Proved)


def test_so_many_times_is_counted():
    """Going back makes a second time possible."""
    asked = 'on_step = "plan.prepare"\nat_most = 1'
    assert isinstance(proof(asked), Proved)
    back = step("again", 'from = "ready"\nto = "draft"\nby = "chair"')
    assert ["open", "prepare", "again", "prepare"] == path(proof(asked, more=back))


def test_so_many_at_once_are_counted():
    """Two plans can be adopted at once unless adopting asks that no other is."""
    asked = 'while_in = "plan.adopted"\nat_most = 1'
    assert ["adopt", "adopt"] == [one for one in path(proof(asked, hung=True)) if one == "adopt"]
    alone = '{ no = "plan", in = "adopted" }'
    found = proof(asked, adopt=alone, hung=True)
    assert isinstance(found, Proved)
    assert found.bounds == Bounds(cases=1)


def test_what_held_since_a_step_may_not_fail_in_between():
    """Agreement when preparing and when adopting is not enough: it can be taken back between."""
    since = f'{REACH}\nheld_since = "plan.prepare"'
    between = step("wait", 'from = "ready"\nto = "stays"\nby = "chair"')
    both = {"adopt": '"agreed"', "prepare": '"agreed"'}
    assert isinstance(proof(since, **both), Proved)
    assert ["open", "prepare", "wait", "adopt"] == path(proof(since, **both, more=between))
    assert ["open", "prepare", "adopt"] == path(proof(since, adopt='"agreed"'))


def test_while_in_a_state_a_fact_may_not_change():
    """Agreement can be taken back while adopted; costs cannot change since they are fixed."""
    within = 'while_in = "plan.adopted"\nneeds = ["plan.agreed"]'
    found = proof(within, adopt='"agreed"')
    assert ["open", "prepare", "adopt", None] == path(found)
    assert "change" == found.steps[-1].how
    fixed = within.replace("agreed", "cheap")
    assert isinstance(proof(fixed, adopt='"cheap"'), Proved)
    assert isinstance(proof(fixed, prepare='"cheap"'), Proved)


def test_a_step_that_takes_it_away_by_itself_keeps_the_promise():
    """As soon as there is no agreement the plan is no longer adopted."""
    within = 'while_in = "plan.adopted"\nneeds = ["plan.agreed"]'
    told = 'from = "adopted"\nto = "draft"\nby = "itself"\nneeds = [{ not = "agreed" }]'
    away = step("fall", told)
    assert isinstance(proof(within, adopt='"agreed"', more=away), Proved)


def test_a_document_stays_where_it_is():
    """What was handed in cannot be taken back."""
    within = 'while_in = "plan.adopted"\nneeds = [{ document = "plan.note" }]'
    assert isinstance(proof(within, adopt='{ document = "note" }'), Proved)


def test_a_split_can_be_the_way_in():
    """The new cases of a split begin in the state that it gives them."""
    parted = """\
[lifecycle.plan.role]
taker = { sort = "provider", nl = "Trekker", many = true }
[lifecycle.plan.step.part]
nl = "Delen"
source = "Afspraak"
from = "draft"
to = "over"
by = "member"
splits = "taker"
carry = { state = "adopted", clocks = "restart" }
"""
    found = proof(REACH, adopt='"agreed"', more=parted)
    assert ["open", "part"] == path(found)
    assert "split" == found.steps[-1].how


def test_the_paths_come_in_order_of_length_and_end():
    """Two ways round the rule, the shorter one first; at the end it is not decided."""
    quick = step("hurry", 'from = "draft"\nto = "adopted"\nby = "chair"')
    reading = read_text(text(REACH, more=quick), checks=())
    compiled = compile_workflow(reading.workflow)
    found = list(answers(compiled, reading.workflow.invariants["asked"], Limits(members=1)))
    assert [["open", "hurry"], ["open", "prepare", "adopt"]] == [path(one) for one in found[:-1]]
    assert isinstance(found[-1], Undecided)


ALL_OF_THEM = """\
[lifecycle.plan.decision.whole]
nl = "Eenstemmig"
by = "member"
method = "unanimity"
absent = "stays_open"
[lifecycle.plan.rule.one_for]
nl = "Iemand is akkoord"
source = "Afspraak"
any = ["agreed", "plan_noted"]
[lifecycle.plan.rule.plan_noted]
nl = "Er ligt een notitie"
source = "Afspraak"
all = [{ document = "note" }]
"""


def test_one_decision_says_nothing_about_another():
    """What the members decide together on one thing is not what they decide on another."""
    asked = 'to_reach = "plan.adopted"\nneeds = [{ decision = "plan.carry" }]'
    found = proof(asked, adopt='{ decision = "whole" }', more=ALL_OF_THEM)
    assert ["open", "prepare", "adopt"] == path(found)


def test_each_of_two_alternatives_that_say_it_is_enough():
    """Whichever of the two is met, the goal is met: seen from how the needs are made."""
    asked = 'to_reach = "plan.adopted"\nneeds = ["plan.either"]'
    assert Proved("shown") == proof(asked, adopt='"one_for"', more=ALL_OF_THEM)
    turned = 'to_reach = "plan.adopted"\nneeds = [{ not = "plan.both" }]'
    assert Proved("shown") == proof(turned, adopt='{ not = "agreed" }')


def test_a_fact_of_every_member_is_proved_for_so_many_members():
    """Of an empty group nothing is asked, but without members nobody opens a plan: only paths
    tell. One more need excludes it at once; how many members were tried is told."""
    fact = '[lifecycle.plan.fact.heard]\nnl = "Gehoord"\ntype = "yes_no"\nper = "party"\n'
    fact += 'by = "chair"\n'
    asked = 'to_reach = "plan.adopted"\n'
    asked += 'needs = [{ every = "member", fact = "plan.heard", is = true }]'
    every = '{ every = "member", fact = "heard", is = true, when_empty = "met" }'
    along = proof(asked, adopt=every, more=fact)
    at_once = proof(asked, adopt=f'{every}, {{ count = "member", at_least = 1 }}', more=fact)
    assert isinstance(along, Proved)
    assert isinstance(at_once, Proved)
    assert (Bounds(members=2), Bounds(members=2)) == (along.bounds, at_once.bounds)
    assert along.control > at_once.control == 0
