"""Positions, facts and documents: who gives them, what they may be, and until when."""

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from tests.small import CHAIR, MEMBER, START, Story, lifecycle, need, step, workflow

from samenwerk.core.leaves.decision import Decision as DecisionLeaf
from samenwerk.values.declared import Decision, Document, Fact
from samenwerk.values.errors import Misuse, UnknownName
from samenwerk.values.outcome import Outcome, Verdict
from samenwerk.values.time import Term
from samenwerk.values.tree import Ask

OPEN = step("open", to="busy")


def story(*steps: Any, **told: Any) -> Story:
    """A change that is open, with a decision by the members."""
    told = {"decide": True, **told}
    return Story(workflow(lifecycle("change", OPEN, *steps), **told)).done("a", "open")


def carry(**told: Any) -> Decision:
    """The decision `carry`, by the members."""
    return Decision(**{"name": "carry", "by": (MEMBER,), "method": "majority", **told})


def adopting(decision: Decision) -> Any:
    """A step that needs the decision."""
    return step("adopt", ("busy",), to="done", needs=(need(Ask(DecisionLeaf(decision))),))


# ------------------------------------------------------------------ positions


def test_a_member_gives_a_position() -> None:
    """A position stands under its party, and the last one counts."""
    told = story()
    told.say("a", "carry", "against", reasons="too dear")
    told.say("a", "carry", "for")
    entry = told.known.cases["a"].entry("positions", "carry", "noord")
    assert ("for", "noord") == (entry.value, entry.by)


def test_who_does_not_decide_hears_who_does() -> None:
    """A position of somebody who does not decide is refused, naming those who do."""
    told = story(decision=carry(by=(CHAIR,)))
    outcome = told.say("a", "carry", "for", by="oost")
    assert (Verdict.NOT_YOU, ("noord",)) == (outcome.verdict, outcome.can)


def test_who_may_ask_asks_and_does_no_more() -> None:
    """Asking a question is for who decides and for who may ask; deciding only for the first."""
    told = story(decision=carry(by=(CHAIR,), may_ask=(MEMBER,)))
    assert told.say("a", "carry", "ask", by="oost").carried_out
    assert Verdict.NOT_YOU is told.say("a", "carry", "for", by="oost").verdict


@pytest.mark.parametrize(
    ("method", "words"),
    [("consent", ("for", "object", "abstain", "ask")),
     ("majority", ("for", "against", "abstain", "ask"))],
)  # fmt: skip
def test_each_way_of_deciding_has_its_words(method: str, words: tuple[str, ...]) -> None:
    """Where parties decide by consent they object; elsewhere they are against."""
    told = story(decision=carry(method=method))
    said = {
        word for word in ("for", "against", "object", "abstain", "ask")
        if told.say("a", "carry", word, reasons="because").carried_out
    }  # fmt: skip
    assert set(words) == said


def test_an_objection_has_reasons() -> None:
    """Who objects says why; the reasons stand beside the record."""
    told = story(decision=carry(method="consent"))
    assert "decide.reasons" == told.say("a", "carry", "object").headline.id
    assert "decide.reasons" == told.say("a", "carry", "object", reasons=" ").headline.id
    outcome = told.say("a", "carry", "object", reasons="too dear")
    assert ["too dear"] == [one.text for one in outcome.sealed]
    assert "too dear" not in outcome.lines[-1].body


def test_a_position_on_an_earlier_text_no_longer_counts() -> None:
    """A new text makes positions stale: they stand, and do not count until given again."""
    decision = carry(method="unanimity", same_text="text")
    told = story(adopting(decision), decision=decision)
    for one in ("noord", "oost", "zuid"):
        told.say("a", "carry", "for", by=one)
    told.hand_in("a", "text")
    refused = told.do("a", "adopt")
    assert (Verdict.NOT_YET, 1) == (refused.verdict, refused.findings[0].truth)
    for one in ("noord", "oost", "zuid"):
        told.say("a", "carry", "for", by=one)
    assert told.do("a", "adopt").carried_out


def test_a_round_that_was_not_opened_takes_no_positions() -> None:
    """Before the step that opens the round a position is refused, naming who can open it."""
    told = story(step("put", ("busy",), by="chair"), decision=carry(opens_at="put"))
    outcome = told.say("a", "carry", "for", by="oost")
    assert (Verdict.NOT_YET, "decide.round_not_open") == (outcome.verdict, outcome.headline.id)
    assert (("noord",), ("way.first_step",)) == (
        outcome.can, tuple(one.id for one in outcome.way_out))  # fmt: skip
    told.done("a", "put")
    assert told.say("a", "carry", "for", by="oost").carried_out


def test_a_round_closes_after_its_last_day() -> None:
    """On the last day a position is in time; the day after the round is over."""
    told = story(decision=carry(absent="against", answer_within=Term(2, "week")))
    told.on(START + timedelta(weeks=2))
    assert told.say("a", "carry", "for").carried_out
    late = told.on(START + timedelta(weeks=2, days=1)).say("a", "carry", "for", by="oost")
    assert (Verdict.NEVER, "over") == (late.verdict, late.ground)


# ------------------------------------------------------------------ facts


def test_a_fact_is_recorded_by_who_may() -> None:
    """A fact of the chair is not for others, who hear so."""
    told = story()
    outcome = told.record("a", "m", 1, by="oost")
    assert (Verdict.NOT_YOU, ("noord",)) == (outcome.verdict, outcome.can)
    assert told.record("a", "m", 1, by="noord").carried_out


@pytest.mark.parametrize(
    ("type_", "good", "bad"),
    [
        ("whole_number", 3, (True, "3", 2.5, Decimal("3.00"), 10**15)),
        ("money", Decimal("3.50"), (3, Decimal("0.005"), Decimal("NaN"), Decimal("Infinity"))),
        ("date", START, ("2027-02-01", 20270201)),
        ("term", Term(2, "week"), ("2 weeks", 14)),
        ("yes_no", False, (0, 1, "yes")),
        ("text", "words", (1, None, START)),
    ],
)
def test_a_value_is_of_its_type(type_: str, good: Any, bad: tuple[Any, ...]) -> None:
    """A value of another type makes no sense, and says which was asked; nothing is recorded."""
    told = story(facts={"it": Fact(name="it", type=type_, by=(MEMBER,))})
    for one in bad:
        with pytest.raises(Misuse) as raised:
            told.record("a", "it", one)
        assert type_ == raised.value.params["type"]
    assert told.record("a", "it", good).carried_out


def test_a_choice_is_one_of_its_words() -> None:
    """Only the declared words can be chosen."""
    told = story(facts={"it": Fact(name="it", type="choice", one_of=("a", "b"), by=(MEMBER,))})
    with pytest.raises(Misuse):
        told.record("a", "it", "c")
    assert told.record("a", "it", "b").carried_out


def test_a_fact_per_party_says_of_whom() -> None:
    """A fact that is kept per party needs a party; another fact takes none."""
    told = story()
    with pytest.raises(Misuse):
        told.record("a", "own", True)
    with pytest.raises(Misuse):
        told.record("a", "n", 1, who="oost")
    assert told.record("a", "own", True, who="oost").carried_out
    assert told.known.cases["a"].entry("facts", "own", "oost").value is True


def test_each_party_records_its_own_fact_for_itself() -> None:
    """Left out, the party is who acts; another hears whose it is, and who has none hears so."""
    own = Fact(name="it", type="whole_number", per=True, own=True, by=(MEMBER,))
    told = story(facts={"it": own})
    other = told.record("a", "it", 1, by="noord", who="oost")
    strange = told.record("a", "it", 1, by="noord", who="far")
    assert (Verdict.NOT_YOU, ("oost",), "decide.not_own") == _refusal(other)
    assert (Verdict.NOT_YOU, ("oost", "zuid"), "decide.not_has_own") == _refusal(strange)
    told.recorded("a", "it", 3, by="oost")
    assert 3 == told.known.cases["a"].entry("facts", "it", "oost").value
    assert told.known.cases["a"].entry("facts", "it", "noord") is None


def test_without_by_everyone_who_takes_part_has_such_a_fact() -> None:
    """Each party of the register on that day."""
    own = Fact(name="it", type="whole_number", per=True, own=True)
    told = story(facts={"it": own})
    assert told.record("a", "it", 1, by="zuid").carried_out
    assert Verdict.NOT_YOU is told.record("a", "it", 1, by="zuid", who="noord").verdict


def _refusal(outcome: Outcome) -> tuple[Any, ...]:
    what = outcome.headline.params["what"]
    return (outcome.verdict, outcome.can, what.id)


def test_a_fixed_fact_no_longer_changes() -> None:
    """After the step that fixes it a fact stays: forbidden, for everybody."""
    told = story(
        step("go", ("busy",)),
        facts={"it": Fact(name="it", type="whole_number", by=(MEMBER,), fixed_from="go")},
    ).recorded("a", "it", 1).done("a", "go")  # fmt: skip
    outcome = told.record("a", "it", 2)
    assert (Verdict.NEVER, "forbidden") == (outcome.verdict, outcome.ground)
    assert 1 == told.known.cases["a"].entry("facts", "it").value


def test_a_fact_that_only_a_step_fills_in_is_not_recorded_alone() -> None:
    """The refusal says with which step it is filled in."""
    told = story(
        step("go", ("busy",), fill_in=("it",)), facts={"it": Fact(name="it", type="whole_number")}
    )
    outcome = told.record("a", "it", 1)
    assert (Verdict.NEVER, "nothing_allows_it") == (outcome.verdict, outcome.ground)
    assert ("change.go",) == tuple(one.name for one in outcome.headline.params["steps"])
    assert told.do("a", "go", facts={"it": 1}).carried_out


def test_free_text_is_sealed() -> None:
    """A text stands beside the record; the record holds its digest."""
    told = story(facts={"it": Fact(name="it", type="text", by=(MEMBER,))})
    outcome = told.record("a", "it", "about a person")
    assert ["about a person"] == [one.text for one in outcome.sealed]
    assert "person" not in outcome.lines[-1].body


# ------------------------------------------------------------------ documents


def test_a_document_is_handed_in_by_who_may() -> None:
    """A document of the chair is not for others; one of nobody in particular is for everybody."""
    told = story(documents={"own": Document(name="own", by=(CHAIR,)), "any": Document(name="any")})
    outcome = told.hand_in("a", "own", by="oost")
    assert (Verdict.NOT_YOU, ("noord",)) == (outcome.verdict, outcome.can)
    assert told.hand_in("a", "any", by="oost").carried_out
    assert told.hand_in("a", "own", by="noord").carried_out


def test_names_that_nobody_declared() -> None:
    """A case, fact, document, decision, step or position of an unknown name is a mistake."""
    told = story()
    for call in (
        lambda: told.record("geen", "n", 1),
        lambda: told.record("a", "geen", 1),
        lambda: told.hand_in("a", "geen"),
        lambda: told.say("a", "geen", "for"),
        lambda: told.say("a", "carry", "geen"),
        lambda: told.do("a", "geen"),
        lambda: told.do("geen", "open", of="geen"),
    ):
        with pytest.raises(UnknownName):
            call()
