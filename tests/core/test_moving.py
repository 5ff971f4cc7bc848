"""Money that is moved: what one end gets another gives, and no end gives what it does not hold."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.small import PARTIES, Story

from samenwerk.core.decide import decide
from samenwerk.core.evolve import replay
from samenwerk.core.obligations import advised
from samenwerk.core.operands import getter
from samenwerk.core.view import View
from samenwerk.definitions.read import read_text
from samenwerk.language.cases import render_cases
from samenwerk.language.catalogue import Speaker
from samenwerk.language.history import render_history
from samenwerk.language.money import moves_text
from samenwerk.values.cell import Cell
from samenwerk.values.command import Do, Record

TEXT = """\
[workflow]
id = "small"
version = "1"
[sort]
provider = {}
insurer = {}
[fact]
sum = { type = "money" }
limit = { type = "money", by = ["provider", "insurer"], silence = "50.00" }
[pool]
general = { amount = "1000.00", nl = "Algemeen" }
yearly = { rows = { 2027 = 300, 2028 = "0.10" }, chosen_on = "change.ask", nl = "Per jaar" }
open = { amount = "limit", last_day = 2027-12-31, nl = "Open" }
[lifecycle.change]
[lifecycle.change.state]
busy = {}
[lifecycle.change.step]
ask = { to = "busy", by = ["provider", "insurer"] }
"""
ENDS = ("general", "yearly", "open", "this", "outside")
STEP = """\
[lifecycle.change.step.{name}]
from = "busy"
to = "stays"
by = ["provider", "insurer"]
fill_in = "sum"
moves = {{ amount = "sum", out_of = "{out_of}", into = "{into}" }}
"""
PAIRS = [(one, two) for one in ENDS for two in ENDS if one != two]
READING = read_text(TEXT + "".join(
    STEP.format(name=f"{one}_{two}", out_of=one, into=two) for one, two in PAIRS
), checks=())  # fmt: skip
WORKFLOW = READING.workflow

amounts = st.decimals(-5, 1200, places=2) | st.sampled_from(
    (Decimal("0.00"), Decimal("0.10"), Decimal("300.00"), Decimal("1000.00"))
)
acts = st.tuples(
    st.sampled_from(("a", "b")), st.sampled_from(PAIRS), amounts, st.sampled_from(PARTIES)
)


def begun() -> Story:
    """Two changes, asked in two years."""
    story = Story(WORKFLOW).done("a", "ask")
    return story.on(date(2028, 1, 1)).done("b", "ask").on(date(2028, 1, 2))


def balance(story: Story, case: str, end: str) -> Decimal:
    """What an end holds, as seen from a case."""
    held = next(step.moves.out_of for step in WORKFLOW.lifecycles["change"].steps.values()
                if step.name.startswith(f"{end}_"))  # fmt: skip
    return getter(held)(View(story.known, story.known.cases[case], story.day))


@given(st.lists(acts, max_size=12), amounts)
def test_what_is_moved_is_conserved(some, limit):
    """In any run all that came and went is nothing, and no balance was ever less than nothing."""
    story = begun()
    if limit >= 0:
        story.give(Record, case="a", fact="limit", value=limit, actor="noord")
    for case, (out_of, into), amount, by in some:
        before = None if out_of == "outside" else balance(story, case, out_of)
        outcome = story.do(case, f"{out_of}_{into}", by, facts={"sum": amount})
        fits = amount >= 0 and (before is None or amount <= before) and out_of != "open"
        assert fits == outcome.carried_out, (before, amount)
        if outcome.carried_out and amount:
            event = outcome.lines[0].event
            assert [amount] == [one.amount for one in event.what.moves]
        if outcome.carried_out and before is not None:
            assert before - amount == balance(story, case, out_of)
        assert 0 == sum(entry.value for entry in story.known.moved.values())
        for one in ("a", "b"):
            assert all(balance(story, one, end) >= 0 for end in ENDS[:-1] if end != "open")
    assert story.known.moved == replay(story.lines).moved


def test_nobody_explains_away_that_there_is_no_money():
    """It is refused with the balance, also with an explanation."""
    story = begun().on(date(2028, 1, 2))
    outcome = story.do(
        "a", "general_this", facts={"sum": Decimal("1000.01")}, explanation="All the same"
    )
    assert not outcome.carried_out
    said = [Speaker("nl", WORKFLOW).sentence(one.message) for one in outcome.unmet]
    assert ["In Algemeen zit € 1.000,00, maar dat moet minstens sum (€ 1.000,01) zijn."] == said


def test_nothing_is_paid_after_the_last_day():
    """Whatever the pool still holds."""
    story = Story(WORKFLOW).done("a", "ask").on(date(2027, 12, 31))
    assert story.do("a", "open_this", facts={"sum": Decimal("50.00")}).carried_out
    late = story.on(date(2028, 1, 1)).do("a", "this_open", facts={"sum": Decimal("50.00")})
    assert late.carried_out
    never = story.do("a", "open_this", facts={"sum": Decimal("1.00")})
    assert [False, ["pool.over"]] == [
        never.carried_out, [one.message.id for one in never.unmet]
    ]  # fmt: skip


def test_each_year_of_a_pool_has_a_balance_of_its_own():
    """By the day that the pool names, not the day on which it is paid."""
    story = begun()
    assert [Decimal("300.00"), Decimal("0.10")] == [balance(story, one, "yearly") for one in "ab"]
    assert story.do("a", "yearly_this", facts={"sum": Decimal("299.99")}).carried_out
    assert [Decimal("0.01"), Decimal("0.10")] == [balance(story, one, "yearly") for one in "ab"]
    assert Decimal("-299.99") == story.known.moved[Cell("", "pool", "yearly 2027")].value


def test_nobody_waits_for_the_balance_of_a_year():
    """What was moved in it stands: an amount that it does not hold is no act of somebody."""
    story = begun()
    assert story.do("b", "general_this", facts={"sum": Decimal("0.30")}).carried_out
    assert story.do("b", "this_yearly", facts={"sum": Decimal("0.15")}).carried_out
    asked = story.command(Do, case="b", step="change.yearly_this", actor="noord",
                          facts={"sum": Decimal("0.30")})  # fmt: skip
    outcome = decide(story.compiled, story.known, asked, {})
    told = advised(story.compiled, story.known, asked, outcome)
    assert ["way.unadvised"] == [one.id for one in told.way_out]


def test_all_that_an_end_holds_is_moved_to_the_cent():
    """Whatever it is by then, of a pool as of the case; when there is nothing, nothing moves."""
    text = TEXT + STEP.format(name="take", out_of="general", into="this")
    for name, out_of, into in (("lapse", "this", "general"), ("empty", "yearly", "outside")):
        one = STEP.format(name=name, out_of=out_of, into=into)
        text += one.replace('fill_in = "sum"\n', "").replace('"sum"', '"all"')
    workflow = read_text(text, checks=()).workflow
    story = Story(workflow).done("a", "ask")
    assert story.do("a", "take", facts={"sum": Decimal("0.37")}).carried_out
    assert story.do("a", "take", facts={"sum": Decimal("700.01")}).carried_out
    done = [story.do("a", name).lines[0].event for name in ("lapse", "lapse", "empty")]
    moved = [[(one.amount, one.out_of, one.into) for one in each.what.moves] for each in done]
    assert [
        [(Decimal("700.38"), "case", "pool general")],
        [],
        [(Decimal("300.00"), "pool yearly 2027", "outside")],
    ] == moved
    lapse = workflow.lifecycles["change"].steps["lapse"].moves
    said = moves_text(lapse, Speaker("en", workflow))
    assert "; all that is in this case goes to Algemeen" == said


def test_all_cannot_come_from_outside():
    """Nobody knows how much that is: a fault, with its place."""
    one = STEP.format(name="x", out_of="outside", into="this")
    text = TEXT + one.replace('"sum", o', '"all", o')
    found = read_text(text, checks=()).diagnostics
    assert ["outside"] == [one.params["written"] for one in found]


def test_status_and_history_tell_of_money():
    """What a case holds, what went out of each pool and what is left; and in the record from
    where to where."""
    story = begun()
    assert story.do("a", "general_this", facts={"sum": Decimal("900.00")}).carried_out
    assert story.do("a", "this_outside", facts={"sum": Decimal("100.00")}).carried_out
    assert story.do("a", "yearly_this", facts={"sum": Decimal("1.00")}).carried_out
    nl = Speaker("nl", WORKFLOW)
    told = render_cases(story.known, nl, story.day)
    for one in ("bevat € 801,00", "Algemeen: € 900,00 eruit, nog € 100,00 over",
                "Per jaar 2027: € 1,00 eruit, nog € 299,00 over"):  # fmt: skip
        assert one in told
    events = [line.event for line in story.lines]
    history = " ".join(render_history(events, nl, lambda seal: None).split())
    for one in ("€ 900,00 van Algemeen naar dit dossier", "€ 100,00 van dit dossier naar buiten",
                "€ 1,00 van Per jaar 2027 naar dit dossier"):  # fmt: skip
        assert one in history
