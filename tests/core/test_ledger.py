"""The ledger: what the record tells of money, in order, and to the cent what is held."""

from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st
from tests.core.test_moving import ENDS, TEXT, acts, balance, begun
from tests.core.test_splitting import TEXT as ROTA
from tests.small import Story

from samenwerk.core.ledger import ledger
from samenwerk.definitions.read import read_text
from samenwerk.values.command import Conclude, Record
from samenwerk.values.ledger import Done, Moved

DAY = date(2028, 1, 2)
BROUGHT = """
[effect.asked]
on_step = "change.ask"
plugin = "voorbeeld.asked"
gives = { amount = "limit" }
"""


def named(end: str, case: str) -> str:
    """The end of a ledger for an end of a step in a case."""
    year = {"a": 2027, "b": 2028}[case]
    return {"this": f"case {case}", "outside": end, "yearly": f"pool yearly {year}"}.get(
        end, f"pool {end}"
    )


@given(st.lists(acts, max_size=8), st.decimals(0, 900, places=2))
def test_the_ledger_holds_what_is_held(some, limit):
    """After any run each end holds by the ledger what a step would find there, and all ends
    together hold nothing."""
    story = begun()
    story.give(Record, case="a", fact="limit", value=limit, actor="noord")
    story.give(Record, case="b", fact="limit", value=limit, actor="noord")
    for case, (out_of, into), amount, by in some:
        story.do(case, f"{out_of}_{into}", by, facts={"sum": amount})
    found = ledger(story.compiled, story.lines, DAY)
    assert 0 == sum(found.held(end) for end in found.ends)
    for case in ("a", "b"):
        for end in ENDS[:-1]:
            assert balance(story, case, end) == found.held(named(end, case)), (case, end)


def test_a_movement_tells_its_step_and_what_was_filled_in():
    """With the day, the place in the record and who did it."""
    story = begun()
    assert story.do("a", "general_this", "zuid", facts={"sum": Decimal("7.05")}).carried_out
    found = ledger(story.compiled, story.lines, DAY)
    last = story.known.sequence
    by = Done(DAY, last, "a", "change", "general_this", "zuid", (("sum", Decimal("7.05")),))
    assert (Moved(DAY, last, Decimal("7.05"), "pool general", "case a", by),) == found.of_case("a")
    assert Decimal("7.05") == by.fact("sum")
    assert None is by.fact("other")
    assert by == found.steps[-1]


def test_what_is_later_than_the_day_is_left_out():
    """A day before the movement knows nothing of it."""
    story = begun()
    assert story.do("a", "general_this", facts={"sum": Decimal("7.05")}).carried_out
    assert () == ledger(story.compiled, story.lines, date(2028, 1, 1)).of_case("a")


def test_an_amount_that_is_changed_is_told_as_it_changed():
    """First what came in, then what was taken off it again."""
    story = begun()
    for value in ("80.00", "80.00", "30.00"):
        story.give(Record, case="a", fact="limit", value=Decimal(value), actor="noord")
    found = ledger(story.compiled, story.lines, DAY)
    told = [
        (one.amount, one.out_of, one.into)
        for one in found.movements
        if "pool open" in (one.out_of, one.into)
    ]
    assert [
        (Decimal("50.00"), "outside", "pool open"),
        (Decimal("30.00"), "outside", "pool open"),
        (Decimal("50.00"), "pool open", "outside"),
    ] == told


def test_an_amount_that_an_effect_brings_comes_in_on_that_day():
    """As one that somebody records: a step finds it there."""
    text = TEXT.replace("[sort]", 'plugins = ["voorbeeld>=0"]\n[sort]') + BROUGHT
    story = Story(read_text(text, checks=()).workflow).done("a", "ask")
    (key,) = story.known.effects
    gives = {"amount": Decimal("80.00")}
    assert story.give(Conclude, key=key, how="delivered", actor=None, gives=gives).carried_out
    found = ledger(story.compiled, story.lines, DAY)
    assert Decimal("80.00") == found.held("pool open") == balance(story, "a", "open")


def test_what_nobody_recorded_yet_has_no_place():
    """It counts, and is told as what time has made due."""
    story = begun()
    before = story.known.sequence
    assert story.do("a", "general_this", facts={"sum": Decimal("1.00")}).carried_out
    found = ledger(story.compiled, story.lines, DAY, recorded=before)
    assert [0] == [one.sequence for one in found.of_case("a")]


def test_money_goes_along_when_cases_split_and_come_together():
    """What the old case held goes to its heir, and from there to where that one came in."""
    text = ROTA.replace("group_at_least = 1", 'group_at_least = 1\ncarry = { heir = "named" }')
    text += (
        '[lifecycle.rota.step.fund]\nfrom = "open"\nto = "stays"\nby = "member"\n'
        'moves = { amount = "5.01", out_of = "outside", into = "this" }\n'
    )
    story = Story(read_text(text, checks=()).workflow)
    for case in ("r", "q"):
        partners = {"partner": ("noord", "oost", "zuid")}
        assert story.do(case, "begin", of="rota", roles=partners).carried_out
    assert story.do("r", "fund", of="rota").carried_out
    into = {"a": ("noord",), "b": ("oost", "zuid")}
    assert story.do("r", "divide", of="rota", into=into, heir="b").carried_out
    assert story.do("q", "join", of="rota", merges=("b",)).carried_out
    found = ledger(story.compiled, story.lines, DAY)
    assert [
        ("outside", "case r", "rota.fund"), ("case r", "case b", None), ("case b", "case q", None)
    ] == [(one.out_of, one.into, one.step) for one in found.movements]  # fmt: skip
    assert {"outside": Decimal("-5.01"), "case q": Decimal("5.01")} == {
        end: found.held(end) for end in found.ends if found.held(end)
    }
