"""How strict a region's version is beside its base: same, stricter, looser or neither."""

from itertools import product

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.proof.test_compare import COMPILED, LEAVES, LIMITS, NODES, STEP, views
from tests.upgrade.edits import REAL, TEXT, side

from samenwerk.core.compiled import Compiled, compile_step, compile_workflow
from samenwerk.proof.anywhere import Somewhere
from samenwerk.proof.asked import Limits
from samenwerk.proof.strictness import strictness
from samenwerk.values.finding import YES
from samenwerk.values.tree import All, Ask, Named, Need, Not, Rule, Some

SMALL = Limits(members=2, cases=0)


def answers(*edits, base=()):
    """What is not the same in a region with these edits: answer, whether it is wrong, through."""
    texts = []
    for some in (base, (*base, *edits)):
        text = TEXT
        for was, now in some:
            assert was in text, was
            text = text.replace(was, now)
        texts.append(compile_workflow(side(text, "text").workflow))
    found = strictness(*texts, SMALL)
    return {f"{one.family} {one.name}": (one.answer, one.wrong, one.through)
            for one in found if one.answer != "same"}  # fmt: skip


def test_a_region_that_changes_nothing_is_as_strict():
    """Every rule and step is the same."""
    assert {} == answers()


@pytest.mark.parametrize(
    ("name", "rule"),
    [("second_way", "plan.drawn"), ("explained", "plan.affordable"), ("half", "plan.carried")],
)
def test_what_lets_more_pass_is_looser_and_wrong(name, rule):
    """A second way, an explanation that will do, a smaller share: also where no word of the rule
    itself changed."""
    found = answers(*REAL[name])
    assert ("looser", True, ()) == found[f"rule {rule}"]
    assert ("looser", True, ()) == found["step plan.adopt"]


def test_a_value_that_the_base_leaves_open_may_be_looser():
    """Another ceiling within its bounds is looser, and allowed; it is named."""
    expected = ("looser", False, ("ceiling",))
    found = answers(*REAL["ceiling"])
    assert {"rule plan.affordable": expected, "step plan.adopt": expected} == found


def test_what_is_left_open_excuses_nothing_else():
    """With the ceiling also a condition goes: that is wrong all the same."""
    found = answers(*REAL["ceiling"], *REAL["second_way"])
    assert ("looser", True, ()) == found["step plan.adopt"]
    assert ("looser", False, ("ceiling",)) == found["rule plan.affordable"]


def test_more_asked_is_stricter():
    """One condition more."""
    found = answers(('{ fact = "shade", is = true }]',
                     '{ fact = "shade", is = true }, { fact = "cost", at_least = 1 }]'))
    assert {"rule plan.drawn": ("stricter", False, ()),
            "step plan.adopt": ("stricter", False, ())} == found  # fmt: skip


def test_less_under_a_denial_is_stricter():
    """Who denies a rule that lets more pass asks more: it is judged where it is used."""
    denied = [('needs = [{ done = "check" }]', 'needs = [{ not = "drawn" }]')]
    found = answers(*REAL["second_way"], base=denied)
    assert "stricter" == found["step plan.plant"][0]
    assert "neither" == found["rule plan.drawn"][0]


def test_a_word_open_lets_everything_go():
    """What the base leaves open is never wrong."""
    base = [('en = "drawn"\n', 'en = "drawn"\noverlay = "open"\n'),
            ('en = "adopt the plan"\n', 'en = "adopt the plan"\noverlay = "open"\n')]  # fmt: skip
    found = answers(*REAL["second_way"], base=base)
    assert {"rule plan.drawn": ("looser", False, ()),
            "step plan.adopt": ("looser", False, ())} == found  # fmt: skip


def test_a_rule_that_goes_is_wrong():
    """A rule that some step of the base asked and that is no longer there."""
    found = answers(('needs = ["affordable", "drawn", "carried"]', 'needs = ["drawn", "carried"]'),
                    (TEXT[TEXT.index("[lifecycle.plan.rule.affordable]"):
                          TEXT.index("[lifecycle.plan.rule.drawn]")], ""))  # fmt: skip
    assert ("gone", True, ()) == found["rule plan.affordable"]
    assert ("looser", True, ()) == found["step plan.adopt"]


def test_a_looser_one_has_a_situation():
    """Every looser answer shows a world that the base refuses and the region allows."""
    base = compile_workflow(side(TEXT, "old").workflow)
    text = TEXT.replace(*REAL["half"][0])
    found = strictness(base, compile_workflow(side(text, "new").workflow), SMALL)
    loose = [one for one in found if one.answer == "looser"]
    assert 2 == len(loose)
    for one in loose:
        assert one.situation is not None
        assert isinstance(one.situation.answer, Somewhere)


USES = (
    lambda rule: Named(rule), lambda rule: Not(Named(rule)),
    lambda rule: Some((Named(rule), Ask(LEAVES[0]))),
    lambda rule: All((Named(rule), Not(Named(rule)))),
)  # fmt: skip


def merged(part, use):
    """The workflow in which one step needs a rule, used in this way."""
    rule = Rule(name="plan.asked", part=part)
    step = attrs.evolve(STEP.step, needs=(Need(use(rule), "block"),))
    steps = {"plan.adopt": compile_step(step, STEP.lifecycle, STEP.machine, {})}
    return Compiled(attrs.evolve(COMPILED.workflow, rules={"plan.asked": rule}), steps, {})


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(NODES, NODES, st.sampled_from(USES))
def test_the_answer_is_that_of_brute_force(old, new, use):
    """Of random versions of a rule, used plainly, denied, beside another: all worlds are tried."""
    base, region = merged(old, use), merged(new, use)
    found = strictness(base, region, LIMITS)
    trees = [one.steps["plan.adopt"].needs[0].tree for one in (base, region)]
    allowed = {tuple(tree.truth(view) == YES for tree in trees) for view in views(trees)}
    looser, stricter = (False, True) in allowed, (True, False) in allowed
    expected = {(False, False): "same", (True, False): "looser",
                (False, True): "stricter", (True, True): "neither"}[looser, stricter]  # fmt: skip
    assert [("rule", expected), ("step", expected)] == [(one.family, one.answer) for one in found]


def test_every_answer_of_the_small_table():
    """Two facts in all ways: a bound that moves is stricter or looser, never both."""
    for was, now in product((1, 2), repeat=2):
        made = [merged(Ask(leaf), USES[0]) for leaf in (LEAVES[2 + was], LEAVES[2 + now])]
        expected = "same" if was == now else "looser" if now > was else "stricter"
        assert {expected} == {one.answer for one in strictness(*made, LIMITS)}
