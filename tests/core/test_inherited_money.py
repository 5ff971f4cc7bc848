"""Money of cases that are split or merged: it goes along, and none of it comes or goes."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st
from tests.small import PARTIES, Story

from samenwerk.core.evolve import replay
from samenwerk.definitions.read import read_text
from samenwerk.language.catalogue import Speaker
from samenwerk.language.history import render_history
from samenwerk.values.cell import Cell

TEXT = """\
[workflow]
id = "small"
version = "1"
[sort]
provider = {}
insurer = {}
[group]
member = { sort = ["provider", "insurer"] }
[fact]
sum = { type = "money" }
[lifecycle.rota]
[lifecycle.rota.role]
partner = { many = true }
[lifecycle.rota.state]
open = {}
gone = { final = true }
[lifecycle.rota.step.begin]
to = "open"
by = "member"
fill_in = ["partner"]
[lifecycle.rota.step.receive]
from = "open"
to = "stays"
by = "member"
fill_in = ["sum"]
moves = { amount = "sum", out_of = "outside", into = "this" }
[lifecycle.rota.step.pay]
from = "open"
to = "stays"
by = "member"
fill_in = ["sum"]
moves = { amount = "sum", out_of = "this", into = "outside" }
[lifecycle.rota.step.divide]
from = "open"
to = "gone"
by = "member"
splits = "partner"
carry = { heir = "named" }
[lifecycle.rota.step.join]
from = "open"
to = "stays"
by = "member"
merges = "gone"
"""
WORKFLOW = read_text(TEXT, checks=()).workflow
ACTS = st.lists(
    st.tuples(
        st.sampled_from(("receive", "receive", "pay", "divide", "join")),
        st.decimals(0, 50, places=2), st.integers(0, 9),
    ),
    max_size=12,
)  # fmt: skip


def begun() -> Story:
    """Two rotas: one of noord and oost, one of zuid."""
    story = Story(WORKFLOW)
    for case, who in (("r", ("noord", "oost")), ("q", ("zuid",))):
        assert story.do(case, "begin", of="rota", roles={"partner": who}).carried_out
    return story


def held(story: Story) -> dict[str, Decimal]:
    """What each case holds, as far as anything was ever moved there."""
    found = {cell.case: entry.value for cell, entry in story.known.moved.items() if cell.case}
    return {case: found[case] for case in sorted(found)}


def moved(story: Story, step: str, case: str, amount: str) -> None:
    """Money received or paid in a case."""
    assert story.do(case, step, of="rota", facts={"sum": Decimal(amount)}).carried_out


def test_the_heir_of_a_split_has_the_money() -> None:
    """All of it, and it can be paid from there; history names who inherits."""
    story = begun()
    moved(story, "receive", "r", "10.00")
    into = {"a": ("noord",), "b": ("oost",)}
    assert story.do("r", "divide", of="rota", into=into, heir="b").carried_out
    assert {"b": Decimal("10.00")} == held(story)
    none = {"sum": Decimal("0.01")}
    assert not story.do("a", "pay", of="rota", facts=none).carried_out
    moved(story, "pay", "b", "9.99")
    assert {"b": Decimal("0.01")} == held(story)
    events = [line.event for line in story.lines]
    nl = Speaker("nl", WORKFLOW, story.known.register)
    told = " ".join(render_history(events, nl, lambda seal: None).split())
    assert "b erft de stukken, het geld en de dossiers eronder" in told


def test_what_merged_cases_held_comes_together() -> None:
    """Also where one of them held nothing."""
    story = begun()
    moved(story, "receive", "q", "2.50")
    assert story.do("r", "join", of="rota", merges=("q",)).carried_out
    assert {"r": Decimal("2.50")} == held(story)
    moved(story, "receive", "r", "0.50")
    assert {"r": Decimal("3.00")} == held(story)


def test_a_split_that_leaves_money_behind_is_a_fault() -> None:
    """Told at the word that splits, unless no money ever comes into such a case."""
    text = TEXT.replace('carry = { heir = "named" }\n', "")
    (found,) = read_text(text, checks=()).diagnostics
    line = text.splitlines()[found.place.line - 1]
    assert ("SW140", "split_money", 'splits = "partner"') == (
        found.code, found.params["case"], line
    )  # fmt: skip
    assert () == read_text(text.replace('into = "this"', 'into = "outside"').replace(
        'out_of = "outside"', 'out_of = "this"'), checks=()).diagnostics  # fmt: skip


@given(ACTS)
def test_no_split_or_merger_makes_or_loses_money(acts: list[tuple[str, Decimal, int]]) -> None:
    """After each act the cases together hold what was received less what was paid, none less
    than nothing, and cases that ended in another hold nothing."""
    story = begun()
    balance = Decimal(0)
    for number, (step, amount, pick) in enumerate(acts):
        open_now = sorted(id for id, one in story.known.cases.items() if not one.over)
        case = open_now[pick % len(open_now)]
        told: dict[str, Any] = {}
        if step in ("receive", "pay"):
            told["facts"] = {"sum": amount}
        if step == "divide":
            who = story.known.cases[case].roles["partner"]
            ids = [f"g{number}.{at}" for at in (0, 1)]
            told |= {"into": {ids[0]: who[:1], ids[1]: who[1:]}, "heir": ids[pick % 2]}
        if step == "join":
            told["merges"] = tuple(one for one in open_now if one != case)[:2]
        outcome = story.do(case, step, PARTIES[number % 3], of="rota", **told)
        if outcome.carried_out:
            balance += {"receive": amount, "pay": -amount}.get(step, Decimal(0))
        assert balance == sum(held(story).values())
        assert all(one >= 0 for one in held(story).values())
        over = {id for id, one in story.known.cases.items() if one.over}
        assert not over & set(held(story))
        assert 0 == sum(entry.value for entry in story.known.moved.values())
    known = replay(story.lines)
    assert known is not None
    assert story.known.moved == known.moved
    assert Cell("", "pool", "") in known.moved or not balance
