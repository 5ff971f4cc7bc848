"""What is still needed: every printed way works, nothing possible is called impossible."""

from datetime import timedelta
from typing import Any

import attrs
import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st
from tests.acting_out import Actor
from tests.small import (
    CHAIR,
    MEMBER,
    START,
    Story,
    ask,
    done,
    fact,
    lifecycle,
    need,
    rule,
    step,
    workflow,
)
from tests.strategies_workflows import goals, worlds
from tests.trying import finished, reached

from samenwerk.core.leaves.case import CaseState
from samenwerk.core.leaves.decision import Decision as DecisionLeaf
from samenwerk.core.leaves.fact import Fact as FactLeaf
from samenwerk.core.leaves.mandate import Mandate as MandateLeaf
from samenwerk.core.obligations import advised, blockers, needs, standing
from samenwerk.values.command import Do, Enrol
from samenwerk.values.declared import Decision, State
from samenwerk.values.errors import UnknownName
from samenwerk.values.message import Message, Name
from samenwerk.values.obligation import Obligation
from samenwerk.values.operand import Constant, DayOfStep, FactOf, Shifted
from samenwerk.values.outcome import Verdict
from samenwerk.values.register import Holding, Party, Span
from samenwerk.values.share import Share
from samenwerk.values.time import Term
from samenwerk.values.tree import All, Ask, AtLeast, Each, Not, Some
from samenwerk.values.who import Mandate, Role, Who


def lines(node: Obligation, indent: int = 0) -> list[str]:
    """A tree as short lines, so that a test can say what it expects."""
    act = "" if node.act is None else f" {node.act.id.removeprefix('act.')}"
    said = []
    for value in () if node.act is None else node.act.params.values():
        for one in value if isinstance(value, tuple) else (value,):
            if isinstance(one, Message):
                bound = one.params.get("bound", one.params.get("rule", ""))
                id = one.id.removeprefix("test.").removeprefix("act.explain.")
                said.append(f"{id} {getattr(bound, 'name', bound)}")
            elif isinstance(one, Name):
                said.append(one.name)
    who = f" by {'+'.join(node.who)}" if node.who else ""
    many = f" x{node.count}" if node.count != 1 else ""
    day = "" if node.earliest is None else f" {node.earliest:%m-%d}"
    text = " ".join([f"{node.kind}{act}", *said])
    own = " " * indent + f"{text}{who}{many}{day}"
    return [own, *(line for part in node.parts for line in lines(part, indent + 2))]


# ------------------------------------------------------------------ laws


@given(st.data())
def test_every_printed_way_works(data: st.DataObject) -> None:
    """Whoever does what is printed, in any reading, on its days, finds the step allowed."""
    world = data.draw(worlds())
    goal = data.draw(goals(world))
    told = needs(world.compiled, world.known, goal, world.answers)
    if told.kind in ("never", "unadvised"):
        return
    note("\n".join(lines(told)))
    actor = Actor(world, lambda some: data.draw(st.sampled_from(some)))
    works = actor.run(told)
    note("\n".join(actor.log))
    assert works


@given(st.data())
def test_nothing_is_needed_when_somebody_may_do_it_now(data: st.DataObject) -> None:
    """`nothing` is said exactly when some doer can do the step now, with what it gives along."""
    world = data.draw(worlds())
    goal = data.draw(goals(world))
    told = needs(world.compiled, world.known, goal, world.answers)
    assert (finished(world, goal) is not None) == (told.kind == "nothing"), "\n".join(lines(told))


@settings(max_examples=60)
@given(st.data())
def test_what_can_be_done_is_not_called_impossible(data: st.DataObject) -> None:
    """Where needs says `never`, no few acts by anybody lead to the step being done."""
    world = data.draw(worlds())
    goal = data.draw(goals(world))
    told = needs(world.compiled, world.known, goal, world.answers)
    if told.kind == "never":
        assert None is reached(world, goal, 3)


@settings(max_examples=40)
@given(st.data())
def test_a_blocker_cannot_be_done_without(data: st.DataObject) -> None:
    """Without a blocker no few acts of the others lead to the step being done."""
    world = data.draw(worlds(acts=4))
    goal = data.draw(goals(world))
    for party in blockers(world.compiled, world.known, goal, world.answers)[:1]:
        assert None is reached(world, goal, 2, without=party)


@given(st.data())
def test_asking_changes_nothing_and_is_answered_alike(data: st.DataObject) -> None:
    """The same question twice has the same answer, and each act in it is printed once."""
    world = data.draw(worlds(most=3))
    goal = data.draw(goals(world))
    before = world.known
    told = needs(world.compiled, world.known, goal, world.answers)
    assert told == needs(world.compiled, world.known, goal, world.answers)
    assert before is world.known
    for node in nodes(told):
        if node.kind in ("all", "any", "least"):
            keys = [repr((one.kind, one.act, one.who, one.count, one.earliest))
                    for one in node.parts if not one.parts]  # fmt: skip
            assert len(keys) == len(set(keys)), "\n".join(lines(told))
        assert node.kind not in ("all", "any", "least") or len(node.parts) > 1


def nodes(tree: Obligation) -> list[Obligation]:
    """Every node of a tree."""
    return [tree, *(one for part in tree.parts for one in nodes(part))]


# ------------------------------------------------------------------ what is printed

OPEN = step("open", to="busy")
DECISION = Decision(name="carry", by=(MEMBER,), method="majority")


def told(*needs_: Any, before: Any = None, decision: Any = DECISION, **more: Any) -> list[str]:
    """What is needed to adopt a change that needs these; `before` happens first."""
    story = adopting(*needs_, decision=decision, **more)
    if before is not None:
        before(story)
    return lines(asked(story))


def adopting(*needs_: Any, steps: Any = (), decision: Any = DECISION, by: Any = "member",
             **more: Any) -> Story:  # fmt: skip
    """An open change whose adoption needs these."""
    adopt = step("adopt", ("busy",), to="done", by=by, needs=tuple(need(one) for one in needs_))
    made = workflow(lifecycle("change", OPEN, *steps, adopt), decision=decision, **more)
    return Story(made).done("a", "open")


def asked(story: Story, case: str = "a", name: str = "change.adopt") -> Obligation:
    """What is needed for a step, on the present day."""
    return needs(story.compiled, story.known, story.command(Do, case=case, step=name), {})


ADOPT = "act do change.adopt by noord+oost+zuid"


def test_nothing_is_needed() -> None:
    """What may happen now needs nothing, by any of those who may."""
    assert ["nothing by noord+oost+zuid", f"  {ADOPT}"] == told()


def test_a_document_is_handed_in() -> None:
    """What lacks is asked for, and then the step."""
    every = "by noord+oost+zuid"
    assert ["then", f"  act hand_in note {every}", f"  {ADOPT}"] == told(ask("note"))


def test_a_value_is_told_with_its_tests() -> None:
    """A fact says what it must be; two rules about one fact are told in one line."""
    low, high = rule("low", fact("n", "at_least", 2)), rule("high", fact("n", "at_most", 5))
    asked_for = "  act record_as n at_least 2 at_most 5 by noord+oost+zuid"
    assert ["then", asked_for, f"  {ADOPT}"] == told(low, high)


def test_a_dominated_alternative_is_no_alternative() -> None:
    """Of `A`, and `A` together with `B`, only `A` is told."""
    either = Some((ask("note"), All((ask("note"), ask("paper")))))
    assert told(ask("note")) == told(either)


def test_what_is_asked_anyway_settles_a_choice() -> None:
    """Where `A` is needed, a choice between `A` and `B` asks for nothing more."""
    assert told(ask("note")) == told(ask("note"), Some((ask("note"), ask("paper"))))


def test_a_choice_says_what_its_neighbours_ask() -> None:
    """An alternative about a fact that another rule asks for too says what fits both."""
    printed = told(fact("n", "at_least", 2), Some((fact("n", "at_most", 5), ask("note"))))
    assert [
        "then",
        "  any",
        "    act record_as n at_least 2 at_most 5 by noord+oost+zuid",
        "    all",
        "      act record_as n at_least 2 by noord+oost+zuid",
        "      act hand_in note by noord+oost+zuid",
        f"  {ADOPT}",
    ] == printed


def test_facts_that_are_compared_are_told_in_order() -> None:
    """Of two facts that are compared the one is recorded first, the other measured by it."""
    less = Ask(FactLeaf(FactOf("n", "whole_number"), (("at_most", FactOf("m", "whole_number")),)))
    assert [
        "then",
        "  act record m by noord",
        "  act record_as n at_most m by noord+oost+zuid",
        f"  {ADOPT}",
    ] == told(less)


def test_positions_are_counted_not_listed() -> None:
    """Two of three are asked for as two of three, and one that was given is not asked again."""
    carry = Ask(DecisionLeaf(DECISION))
    assert ["then", "  act say carry for by noord+oost+zuid x2", f"  {ADOPT}"] == told(carry)
    printed = told(carry, before=lambda story: story.say("a", "carry", "for", by="oost"))
    assert ["then", "  act say carry for by noord+zuid", f"  {ADOPT}"] == printed


def test_a_new_text_comes_before_positions_on_it() -> None:
    """A text that makes positions stale is handed in first."""
    decision = Decision(name="carry", by=(MEMBER,), method="majority", same_text="text")
    assert [
        "then",
        "  act hand_in text by noord+oost+zuid",
        "  act say carry for by noord+oost+zuid x2",
        f"  {ADOPT}",
    ] == told(Ask(DecisionLeaf(decision)), ask("text"), decision=decision)


def test_a_demanded_step_is_told_with_what_it_needs() -> None:
    """A step that must be done first is told with its own needs before it."""
    put = step("put", ("busy",), by="chair", needs=(need(ask("note")),))
    assert [
        "then",
        "  act hand_in note by noord+oost+zuid",
        "  act do change.put by noord",
        f"  {ADOPT}",
    ] == told(done("put"), steps=(put,))


def test_a_wait_is_a_day() -> None:
    """Only time helps: the first day on which the step can be done is told."""
    put = step("put", ("busy",))
    weeks = done("put", ago=Term(2, "week"))
    printed = told(weeks, steps=(put,), before=lambda story: story.done("a", "put"))
    assert ["then", "  wait 02-15", f"  {ADOPT}"] == printed
    assert ["then", "  act do change.put by noord+oost+zuid", "  wait 02-15", f"  {ADOPT}"] == told(
        weeks, steps=(put,)
    )


def test_what_grows_too_old_comes_after_the_wait() -> None:
    """A step that must be recent is done after the wait for one that must be long ago."""
    steps = (step("put", ("busy",)), step("look", ("busy",)))
    printed = told(
        done("put", ago=Term(4, "week")), done("look", within=Term(1, "week")), steps=steps
    )
    assert [
        "then",
        "  act do change.put by noord+oost+zuid",
        "  wait 03-01",
        "  act do change.look by noord+oost+zuid",
        f"  {ADOPT}",
    ] == printed


def test_the_way_to_another_state_is_told_step_by_step() -> None:
    """A step from a later state is told with the steps that lead there, each with its needs."""
    story = Story(
        workflow(
            lifecycle(
                "change", OPEN,
                step("put", ("busy",), to="put", by="chair", needs=(need(ask("note")),)),
                step("adopt", ("put",), to="done", needs=(need(ask("paper")),)),
            )
        )
    ).done("a", "open")  # fmt: skip
    every = "by noord+oost+zuid"
    assert [
        "then",
        f"  act hand_in note {every}",
        "  act do change.put by noord",
        f"  act hand_in paper {every}",
        f"  {ADOPT}",
    ] == lines(asked(story))


def test_what_is_filled_in_says_what_it_must_be() -> None:
    """What a step asks to fill in stands right before the step, with what its needs ask of it."""
    adopt = step("adopt", ("busy",), to="done", fill_in=("n",), needs=(need(fact("n", "is", 3)),))
    story = Story(workflow(lifecycle("change", OPEN, adopt))).done("a", "open")
    printed = asked(story)
    assert "nothing" == printed.kind
    fill = printed.parts[0].act
    assert fill is not None
    (name,) = fill.params["names"]  # type: ignore[misc]
    assert ("act.fill_in", "act.fill_as") == (fill.id, name.id)


def test_comply_or_explain_are_two_ways() -> None:
    """A rule that may be explained is met, or explained with its papers; the reader chooses."""
    small = rule("small", fact("n", "at_most", 3), "explain", papers=("paper",))
    story = adopting(small, ask("note")).recorded("a", "n", 5)
    every = "by noord+oost+zuid"
    assert [
        "then",
        "  all",
        f"    act hand_in note {every}",
        "    any",
        f"      act record_as n at_most 3 {every}",
        "      all",
        f"        act hand_in paper {every}",
        f"        act explain rule small {every}",
        f"  {ADOPT}",
    ] == lines(asked(story))


def test_nobody_holds_the_role_yet() -> None:
    """Where nobody can act, first somebody is appointed; who then acts is not a name yet."""
    adopt = step("adopt", ("busy",), to="done", by="chair")
    story = Story(workflow(lifecycle("change", OPEN, adopt)), holds=()).done("a", "open")
    assert ["then", "  act appoint chair by noord+oost+zuid", "  act do change.adopt"] == lines(
        asked(story)
    )


def test_a_doer_is_described_by_what_makes_it_a_doer() -> None:
    """Of those whom the text names as doers, only the one that the party is."""
    envoy = Who("role", "envoy", role=Role(name="envoy"))
    adopt = attrs.evolve(step("adopt", ("busy",), to="done", by="chair"), by=(envoy, CHAIR))
    story = Story(workflow(lifecycle("change", OPEN, adopt))).done("a", "open")
    assert ("role:chair",) == asked(story).acts[-1].about


def test_each_of_many_is_one_line() -> None:
    """What each party must do is one line with all of them, and so is a fact of each."""
    signed = Each("every", MEMBER, None, "change", done("sign", by_bound=True))
    own = Ask(FactLeaf(FactOf("own", "yes_no", per=True), (("is", Constant(True)),)))
    owned = Each("share", MEMBER, None, "change", own, share=Share(1, 2))
    assert [
        "then",
        "  all",
        "    act do change.sign by noord+oost+zuid x3",
        "    act record_some_as own is True noord oost zuid by noord+oost+zuid",
        f"  {ADOPT}",
    ] == sorted_all(told(signed, owned, steps=(step("sign", ("busy",)),)))


def sorted_all(printed: list[str]) -> list[str]:
    """Neighbours in one order: an `all` has none of its own."""
    inner = sorted(line for line in printed if line.startswith("    "))
    return [*printed[:2], *inner, printed[-1]]


def test_at_least_leaves_out_what_nobody_can_do() -> None:
    """Of the conditions of which so many must be met, those without a way are not told."""
    two = AtLeast(2, (ask("note"), ask("paper"), Not(ask("text"))))
    story = adopting(two)
    story.hand_in("a", "text")
    assert [
        "then",
        "  all",
        "    act hand_in note by noord+oost+zuid",
        "    act hand_in paper by noord+oost+zuid",
        f"  {ADOPT}",
    ] == lines(asked(story))


def test_a_mandate_is_no_obstacle_to_who_acts_for_itself() -> None:
    """A step that asks for a mandate can be done by who speaks for nobody else."""
    mandates = {"voice": Mandate(name="voice")}
    assert "nothing" == asked(adopting(Ask(MandateLeaf("voice")), mandates=mandates)).kind


def test_never_says_why() -> None:
    """What was done stays done: a step that needs it not to be is over, on that ground."""
    story = adopting(Not(done("put")), steps=(step("put", ("busy",)),)).done("a", "put")
    printed = asked(story)
    assert "never" == printed.kind
    assert printed.act is not None
    assert "done.stays" == printed.act.id
    refused = story.do("a", "adopt")
    outcome = advised(
        story.compiled, story.known, story.command(Do, case="a", step="change.adopt"), refused
    )
    assert (Verdict.NEVER, "over") == (outcome.verdict, outcome.ground)


def test_what_cannot_be_advised_does_not_hide_the_rest() -> None:
    """A condition about a case that does not exist yet is named; what else lacks is told too."""
    part = lifecycle("part", step("begin", to="going"), under="change")
    one = Ask(CaseState("one", "part", frozenset({"going"})))
    adopt = step("adopt", ("busy",), to="done", needs=(need(one), need(ask("note"))))
    story = Story(workflow(lifecycle("change", OPEN, adopt), part)).done("a", "open")
    printed = asked(story)
    assert "unadvised" == printed.kind
    assert printed.act is not None
    assert "case.open_first" == printed.act.id
    assert ["  act hand_in note by noord+oost+zuid"] == lines(printed)[1:]


def test_a_term_of_a_state_is_told() -> None:
    """The day by which a case should leave its state goes with what is needed."""
    adopt = step("adopt", ("busy",), to="done", needs=(need(ask("note")),))
    made = lifecycle("change", OPEN, adopt)
    states = {**made.states, "busy": State(name="busy", due=Term(6, "week"))}
    made = attrs.evolve(made, states=states)
    story = Story(workflow(made)).done("a", "open")
    assert START + timedelta(weeks=6) == asked(story).due


def test_names_that_nobody_declared() -> None:
    """A step or case of an unknown name is a mistake."""
    story = adopting()
    for case, name in (("geen", "change.adopt"), ("a", "change.geen")):
        with pytest.raises(UnknownName):
            asked(story, case, name)


def test_time_that_passed_is_counted() -> None:
    """What time made due by now is worked out first, and not recorded."""
    past = Shifted(DayOfStep("open"), Term(1, "week"))
    lapse = step("lapse", ("busy",), to="lapsed", by="time", once_past=past)
    story = adopting(steps=(lapse,)).on(START + timedelta(days=9))
    goal = story.command(Do, case="a", step="change.adopt")
    assert "lapsed" == standing(story.compiled, story.known, goal).cases["a"].state
    assert "busy" == story.state("a")
    assert "unadvised" == asked(story).kind


def test_what_makes_a_step_happen_that_nobody_does() -> None:
    """A step of itself is told by what sets it off, one by time by its day."""
    auto = step("auto", ("busy",), to="ready", by="itself", needs=(need(ask("note")),))
    past = Shifted(DayOfStep("open"), Term(1, "week"))
    lapse = step("lapse", ("busy",), to="lapsed", by="time", once_past=past)
    story = adopting(steps=(auto, lapse))
    note_ = ["act hand_in note by noord+oost+zuid"]
    assert note_ == lines(asked(story, name="change.auto"))
    assert ["wait 02-09"] == lines(asked(story, name="change.lapse"))


def test_a_refusal_names_who_can_do_something() -> None:
    """A refusal on conditions is enriched with the acts that are needed and who can do them."""
    story = adopting(ask("note"), fact("m", "at_least", 2), by="chair")
    refused = story.do("a", "adopt")
    assert () == refused.way_out
    goal = story.command(Do, case="a", step="change.adopt", actor="noord")
    outcome = advised(story.compiled, story.known, goal, refused)
    assert {"noord", "oost", "zuid"} == set(outcome.can)
    assert {"act.hand_in", "act.record_as"} == {one.params["act"].id for one in outcome.way_out}  # type: ignore[attr-defined]
    assert refused.findings == outcome.findings


def many(count: int) -> Story:
    """A change that a great many parties decide on."""
    parties = tuple(Party(f"p{n:02}", "provider", span=Span(START)) for n in range(count))
    decision = Decision(name="carry", by=(MEMBER,), method="qualified", share=Share(2, 3))
    own = Ask(FactLeaf(FactOf("own", "yes_no", per=True), (("is", Constant(True)),)))
    story = adopting(
        Ask(DecisionLeaf(decision)), Each("every", MEMBER, None, "change", own), decision=decision
    )
    story.give(Enrol, parties=parties, holds=(Holding("chair", "p00"),))
    return story


def test_many_parties_make_no_long_list() -> None:
    """What 63 parties must do is as many lines as what three must do."""
    printed = asked(many(60))
    assert 5 == len(nodes(printed))
    say = next(one for one in printed.acts if one.act is not None and one.act.id == "act.say")
    assert (42, 63) == (say.count, len(say.who))


def test_who_blocks_is_who_cannot_be_missed() -> None:
    """In two of three nobody blocks; where only the chair can record a fact, the chair does."""
    carry = Ask(DecisionLeaf(DECISION))
    story = adopting(carry)
    assert () == blockers(story.compiled, story.known, _goal(story))
    story = adopting(carry, fact("m", "at_least", 1))
    assert ("noord",) == blockers(story.compiled, story.known, _goal(story))


def test_in_unanimity_everybody_blocks() -> None:
    """Where all must agree, whoever has not spoken blocks, and who was against does too."""
    decision = Decision(name="carry", by=(MEMBER,), method="unanimity")
    story = adopting(Ask(DecisionLeaf(decision)), decision=decision)
    story.say("a", "carry", "against", by="oost")
    story.say("a", "carry", "for", by="noord")
    assert ("oost", "zuid") == blockers(story.compiled, story.known, _goal(story))


def test_another_way_round_means_no_blocker() -> None:
    """Where two steps lead to the state, the doer of the one does not block."""
    steps = (
        step("go", ("busy",), to="put", by="chair"),
        step("push", ("busy",), to="put"),
        step("adopt", ("put",), to="done"),
    )
    story = Story(workflow(lifecycle("change", OPEN, *steps))).done("a", "open")
    assert () == blockers(story.compiled, story.known, _goal(story))


def _goal(story: Story) -> Do:
    goal = story.command(Do, case="a", step="change.adopt")
    assert isinstance(goal, Do)
    return goal
