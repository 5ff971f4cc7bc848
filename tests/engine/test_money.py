"""Ranks, payments and accounts as plugins tell them: what is recorded, what is told, what is
refused, and that one plugin that goes wrong takes nothing else along."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import attrs
import pytest

from samenwerk import (
    Engine,
    Entry,
    MemoryStore,
    Message,
    Party,
    Payment,
    PluginAccount,
    PluginError,
    PluginPayments,
    PluginRank,
    Plugins,
    Question,
    Room,
    hookimpl,
    render,
)
from samenwerk.definitions.read import read_text
from samenwerk.values.event import FactRecorded, StepDone

TEXT = """\
[workflow]
id = "line"
version = "1"
plugins = ["tells>=0"]
[sort]
provider = {}
[pool.money]
amount = 100
[queue.line]
holds = "wish.waiting"
order = ["wish.place"]
[lifecycle.wish.fact]
place = { type = "whole_number" }
asked = { type = "money" }
[lifecycle.wish.state]
waiting = {}
given = {}
done = { final = true }
[lifecycle.wish.step.ask]
to = "waiting"
by = "provider"
fill_in = "asked"
[lifecycle.wish.step.give]
from = "waiting"
to = "given"
by = "provider"
needs = [{ queue = "line", first = true }]
moves = { amount = "asked", out_of = "money", into = "this" }
[lifecycle.wish.step.end]
from = ["waiting", "given"]
to = "done"
by = "provider"
moves = { amount = "all", out_of = "this", into = "money" }
"""
BY_ITSELF = TEXT.replace('to = "given"\nby = "provider"', 'to = "given"\nby = "itself"')
DAY = date(2027, 3, 1)
MOMENT = datetime(2027, 3, 1, 12, tzinfo=UTC)


def reversed_ids(question: Question) -> int:
    """The last of the alphabet first."""
    return -ord(question.case.id)


@attrs.define
class Tells:
    """A plugin of three hooks whose answers a test chooses."""

    rank: Callable[[Question], Any] = reversed_ids
    pay: Callable[[Any], Any] = lambda question: []
    account: Callable[[Any], Any] = lambda ledger: []
    __version__ = "1.2"

    @hookimpl
    def ranks(self) -> Sequence[PluginRank]:
        """One rank."""
        return [PluginRank("place", {"nl": "plaats"}, lambda question: self.rank(question))]

    @hookimpl
    def payments(self) -> Sequence[PluginPayments]:
        """Payments of wishes."""
        labels = {"nl": "wensen"}
        return [PluginPayments("wishes", labels, lambda asked: self.pay(asked), ("wish",))]

    @hookimpl
    def accounts(self) -> Sequence[PluginAccount]:
        """One account."""
        return [PluginAccount("books", {"nl": "boeken"}, lambda ledger: self.account(ledger))]


def opened(tells: Tells, text: str = TEXT) -> Room:
    """A collaboration with two parties, by the text."""
    plugins = Plugins.of(tells=tells)
    reading = read_text(text, checks=(), plugins={"tells": "1.2"})
    assert () == reading.diagnostics
    engine = Engine(MemoryStore(), plugins=plugins, clock=lambda: MOMENT)
    room = engine.start(reading.workflow, "region")
    room.enrol(parties=[Party("noord", "provider"), Party("zuid", "provider")])
    return room


def ask(room: Room, *cases: str, amount: str = "40.00") -> Room:
    """Wishes of these names, by noord."""
    for case in cases:
        told = {"asked": Decimal(amount)}
        assert room.do("wish.ask", case=case, actor="noord", facts=told).carried_out
    return room


def recorded(room: Room) -> list[tuple[str | None, object]]:
    """The places that were recorded, in order, with the plugin that told them."""
    return [
        (line.event.case, line.event.what.fact.value)
        for line in room.history()
        if isinstance(line.event.what, FactRecorded) and line.event.what.plugin == "tells 1.2"
    ]


def test_a_rank_orders_the_queue_and_is_recorded_before_the_decision() -> None:
    """Every case that waits is ranked when a step looks at the queue, once for each answer."""
    room = ask(opened(Tells()), "a", "b", "c")
    assert [] == recorded(room)
    assert not room.do("wish.give", case="a", actor="noord").carried_out
    assert [] == recorded(room), "what is refused records nothing"
    assert room.do("wish.give", case="c", actor="noord").carried_out
    assert [("a", -97), ("b", -98), ("c", -99)] == recorded(room)
    assert room.do("wish.give", case="b", actor="noord").carried_out
    assert [("a", -97), ("b", -98), ("c", -99)] == recorded(room)
    assert room.verify().whole


def test_needs_and_refusals_tell_the_ranked_order() -> None:
    """Who asks hears whose turn it is, though nothing was recorded."""
    room = ask(opened(Tells()), "a", "b")
    refused = room.do("wish.give", case="a", actor="noord")
    assert "a is nummer 2 van 2; eerst: b" in render(refused, "nl")
    assert "nothing" == room.needs("wish.give", case="b", actor="noord").kind
    assert "nothing" != room.needs("wish.give", case="a", actor="noord").kind


def test_steps_that_nobody_does_follow_the_rank_and_are_ranked_again() -> None:
    """Each that is taken from the queue changes the place of those who stay."""

    def by_what_is_left(question: Question) -> int:
        """First who fits what is left, the last of the alphabet before others."""
        left = Decimal(100) + question.held("money")
        asked = question.fact("asked")
        assert isinstance(asked, Decimal)
        return -ord(question.case.id) + (1000 if asked > left else 0)

    room = opened(Tells(by_what_is_left), BY_ITSELF)
    ask(room, "a", amount="70.00")
    ask(room, "b", amount="60.00")
    ask(room, "c", amount="20.00")
    states = {case.id: case.state for case in room.collaboration.cases.values()}
    assert {"a": "given", "b": "waiting", "c": "given"} == states
    assert room.do("wish.end", case="a", actor="noord").carried_out
    assert "given" == room.collaboration.cases["b"].state
    assert room.verify().whole


def test_a_rank_that_does_not_know_leaves_what_was_recorded() -> None:
    """None records nothing; who has no place comes last."""
    tells = Tells(lambda question: None if question.case.id == "b" else ord(question.case.id))
    room = ask(opened(tells), "b", "a")
    assert room.do("wish.give", case="a", actor="noord").carried_out
    assert [("a", 97)] == recorded(room)


@pytest.mark.parametrize("answer", ["first", 1.5, Decimal("1.00"), object(), SystemExit])
def test_a_rank_that_goes_wrong_stops_the_decision_and_is_named(answer: Any) -> None:
    """Nothing is recorded, and other steps go on; a step that nobody does waits."""

    def rank(question: Question) -> Any:
        if answer is SystemExit:
            raise SystemExit(3)
        return answer

    room = ask(opened(Tells(rank)), "a")
    before = room.collaboration.sequence
    with pytest.raises(PluginError, match="tells"):
        room.do("wish.give", case="a", actor="noord")
    assert before == room.collaboration.sequence
    assert room.do("wish.end", case="a", actor="noord").carried_out
    waits = ask(opened(Tells(rank), BY_ITSELF), "a")
    assert "given" == waits.collaboration.cases["a"].state, "alone, it is its turn all the same"


def test_two_plugins_that_rank_by_one_fact_are_both_named() -> None:
    """Neither is used."""
    with pytest.raises(PluginError, match="place") as raised:
        Plugins.of(tells=Tells(), other=Tells())
    assert {"tells", "other"} == {raised.value.params["plugin"], raised.value.params["other"]}


def payment(**changed: Any) -> Payment:
    """A payment that fits, with something else in it."""
    told = {"day": DAY, "amount": Decimal("40.00"), "payer": "zuid", "payee": "noord",
            "what": Message("x.what"), "key": "all"}  # fmt: skip
    return Payment(**{**told, **changed})


def test_payments_are_told_in_money_due_and_todo() -> None:
    """What is not paid stands with who must pay; what was paid, with the day."""
    paid = payment(day=date(2027, 2, 1), key="first", paid=date(2027, 2, 2), stream="s")
    late = payment(day=date(2027, 2, 20), key="second")
    room = ask(opened(Tells(pay=lambda asked: [late, paid])), "a")
    money = room.money()
    assert [("a", "first"), ("a", "second")] == [
        (one.case, one.payment.key) for one in money.payments
    ]
    assert [("due.payment", ("zuid",), True)] == [
        (one.what.id, one.who, one.overdue) for one in room.due()
    ]
    paying = [one.obligation for one in room.todo("zuid") if one.obligation.act.id == "act.pay"]
    assert [(late.day, ("zuid",))] == [(one.due, one.who) for one in paying]
    assert [] == [one for one in room.todo("noord") if one.obligation.act.id == "act.pay"]
    assert ["first"] == [one.payment.key for one in money.of_stream("s").payments]
    assert ("s",) == money.streams


def test_a_payment_knows_the_steps_and_the_movements_of_its_case() -> None:
    """In order, with what was filled in; of no other case."""
    seen: list[Any] = []

    def pay(asked: Any) -> list[Payment]:
        seen.append((asked.case.id, asked.steps, asked.movements))
        return []

    room = ask(opened(Tells(pay=pay)), "a", "b")
    assert room.do("wish.give", case="b", actor="zuid").carried_out
    room.money()
    (_, a, none), (_, b, moved) = seen
    assert [("ask", (("asked", Decimal("40.00")),))] == [(one.step, one.filled) for one in a]
    assert () == none
    assert [("ask", "noord"), ("give", "zuid")] == [(one.step, one.by) for one in b]
    assert [("pool money", "case b", Decimal("40.00"))] == [
        (one.out_of, one.into, one.amount) for one in moved
    ]


WRONG: Mapping[str, Any] = {
    "less than nothing": [payment(amount=Decimal("-0.01"))],
    "nothing": [payment(amount=Decimal("0.00"))],
    "half a cent": [payment(amount=Decimal("0.005"))],
    "enormous": [payment(amount=Decimal(10) ** 15)],
    "no number": [payment(amount=Decimal("NaN"))],
    "a float": [payment(amount=0.1)],
    "to itself": [payment(payee="zuid")],
    "one key twice": [payment(), payment(day=date(2028, 1, 1))],
    "a moment": [payment(day=MOMENT)],
    "no payment": ["40.00"],
    "no list": payment(),
}


@pytest.mark.parametrize("answer", WRONG.values(), ids=WRONG)
def test_what_is_no_payment_is_refused_and_told(answer: Any) -> None:
    """The plugin is named with what it gave, once; accounts and all else are told."""
    room = ask(opened(Tells(pay=lambda asked: answer)), "a", "b")
    money = room.money()
    assert ((), ["answered"]) == (money.payments, [one.params["what"] for one in money.faults])
    assert "tells" == money.faults[0].params["plugin"]
    assert ["pools"] == [one.name for one in money.accounts]
    assert () == room.due()


def entry(amount: Any, account: str = "x", stream: str | None = None) -> Entry:
    """An entry of this amount."""
    return Entry(DAY, account, amount, Message("x.what"), Message("x.source"), stream=stream)


def test_accounts_of_a_plugin_stand_beside_that_of_pools() -> None:
    """Each with its entries; ours has two for each movement, and comes to nothing."""
    told = [entry(Decimal("5.00")), entry(Decimal("-5.00"), "y")]
    room = ask(opened(Tells(account=lambda ledger: told)), "a")
    assert room.do("wish.give", case="a", actor="noord").carried_out
    pools, books = room.money().accounts
    assert ("pools", "tells.books") == (pools.name, books.name)
    assert [
        ("outside", Decimal("-100")), ("pool money", Decimal("100")),
        ("pool money", Decimal("-40.00")), ("case a", Decimal("40.00")),
    ] == [(one.account, one.amount) for one in pools.entries]  # fmt: skip
    assert 0 == sum(one.amount for one in pools.entries)


UNBALANCED: Mapping[str, Any] = {
    "a cent too much": ("unbalanced", [entry(Decimal("5.00")), entry(Decimal("-4.99"))]),
    "over two streams": (
        "unbalanced", [entry(Decimal(5), stream="a"), entry(Decimal(-5), stream="b")]
    ),
    "a float": ("answered", [entry(0.5), entry(-0.5)]),
    "enormous": ("answered", [entry(Decimal(10) ** 15), entry(-Decimal(10) ** 15)]),
    "no entry": ("answered", [5]),
}  # fmt: skip


@pytest.mark.parametrize("case", UNBALANCED)
def test_entries_that_do_not_balance_are_refused(case: str) -> None:
    """With what is left; our own account is told."""
    what, answer = UNBALANCED[case]
    money = ask(opened(Tells(account=lambda ledger: answer)), "a").money()
    assert ([what], ["pools"]) == (
        [one.params["what"] for one in money.faults], [one.name for one in money.accounts]
    )  # fmt: skip


def test_money_asks_no_plugin_where_none_tells() -> None:
    """A workflow without plugins has the account of its pools alone, and no payments."""
    reading = read_text(TEXT.replace('plugins = ["tells>=0"]\n', ""), checks=())
    engine = Engine(MemoryStore(), plugins=Plugins.of(), clock=lambda: MOMENT)
    room = engine.start(reading.workflow, "region")
    room.enrol(parties=[Party("noord", "provider")])
    ask(room, "a")
    assert room.do("wish.give", case="a", actor="noord").carried_out
    money = room.money()
    assert ((), ["pools"], ()) == (
        money.payments, [one.name for one in money.accounts], money.faults
    )  # fmt: skip
    given = [line.event.what for line in room.history() if line.event.step == "give"]
    assert isinstance(given[0], StepDone)
