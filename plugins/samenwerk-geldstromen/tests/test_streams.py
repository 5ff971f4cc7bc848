"""The streams as people meet them: stories, the line, payments, accounts, and what is double."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from geldstromen_region import FOLDER, Region, plugins, workflow

from samenwerk import Engine, MemoryStore, Misuse, Plugins, check
from samenwerk.scenarios.folder import read_folder
from samenwerk.scenarios.play import Player
from samenwerk_geldstromen.dividing import parts
from samenwerk_geldstromen.schedule import Part, by_milestone, due_now, paid_on, yearly
from samenwerk_geldstromen.streams import LABELS

NOTHING = Decimal("0.00")


def test_the_region_has_no_faults_and_needs_the_plugin() -> None:
    """The workflow beside it is sound, and says what is missing without it."""
    assert () == check(FOLDER, plugins=plugins()).diagnostics
    assert {"SW120"} <= {one.code for one in check(FOLDER, plugins=Plugins.of()).diagnostics}


def test_every_story_comes_out_as_it_says() -> None:
    """What can be done, and what cannot."""
    folder = read_folder(FOLDER / "workflow.toml", plugins())
    player = Player(
        workflow(), folder.scenarios, folder.registers, plugins=lambda names: plugins()
    )
    played = list(player.play_all())
    assert 35 == len(played)
    assert [] == [one.scenario.name for one in played if one.lost or one.stuck]


@pytest.mark.parametrize("stream", LABELS)
def test_each_stream_can_be_laid_over_the_national_base(stream: str, tmp_path: object) -> None:
    """Alone; it brings no name that stands there."""
    path = tmp_path / "workflow.toml"  # type: ignore[operator]
    path.write_text(
        '[workflow]\nid = "r"\nversion = "1"\nnl = "R"\nextends = "landelijk@2026.1"\n'
        f'plugins = ["geldstromen>=0.1,<1"]\nuses = ["geldstromen.{stream}"]\n'
    )
    assert [] == [str(one.place) for one in check(path, plugins=plugins()).diagnostics]


def test_a_running_region_is_readable_without_the_plugin() -> None:
    """The texts of the streams are in its definition."""
    store = MemoryStore()
    Engine(store, plugins=plugins()).start(workflow(), "regio")
    room = Engine(store, plugins=Plugins.of()).room("regio")
    assert "subsidy_award" in room.workflow.lifecycles
    assert room.verify().whole


@pytest.mark.parametrize(("amount", "count"), [
    (Decimal("-0.01"), 1), (Decimal(10) ** 15, 1), (Decimal("NaN"), 1), (Decimal("Infinity"), 1),
    (Decimal("0.001"), 1), (Decimal("1.00"), 0),
])  # fmt: skip
def test_an_amount_that_cannot_be_divided_is_refused(amount: Decimal, count: int) -> None:
    """Less than nothing, enormous, no number, half a cent, or in no parts: with what is wrong."""
    with pytest.raises(ValueError, match=r"amount|than nothing|whole cents|parts"):
        parts(amount, count)


def test_no_award_takes_an_amount_that_is_no_amount() -> None:
    """Less than nothing is refused with a reason; what is enormous makes no sense."""
    region = Region().scheme()
    refused = region.do("subsidy_award.apply", "a", "dal", theme="staff", activity="training",
                        asked=Decimal("-1.00"), instalments=1)  # fmt: skip
    assert not refused.carried_out
    with pytest.raises(Misuse):
        region.apply("a", "dal", Decimal(10) ** 15)
    assert () == region.room.money().ledger.of_case("a")


def test_yearly_parts_and_parts_after_a_milestone() -> None:
    """100 euro in three is 33.34, 33.33 and 33.33; a leap day has its day in the years between."""
    whole = Decimal("100.00")
    found = yearly(whole, 3, date(2028, 2, 29))
    assert [date(2028, 2, 29), date(2029, 2, 28), date(2030, 2, 28)] == [one.day for one in found]
    assert [Decimal("33.34"), Decimal("33.33"), Decimal("33.33")] == [one.amount for one in found]
    confirmed = {1: date(2027, 5, 1)}
    assert (Part(1, Decimal("33.34"), date(2027, 5, 1)),) == by_milestone(whole, 3, confirmed)
    assert Decimal("66.67") == due_now(found, date(2029, 12, 31), NOTHING)
    assert Decimal("0.01") == due_now(found, date(2029, 12, 31), Decimal("66.66"))
    assert NOTHING == due_now(found, date(2029, 12, 31), whole)


def test_a_part_is_paid_on_the_day_that_its_last_cent_was() -> None:
    """Also when two parts were paid together, or one in two goes."""
    found = yearly(Decimal("10.00"), 2, date(2027, 1, 1))
    first, second = date(2027, 2, 1), date(2028, 2, 1)
    assert {1: first, 2: first} == paid_on(found, [(first, Decimal("10.00"))])
    assert {1: second} == paid_on(found, [(first, Decimal("4.99")), (second, Decimal("0.01"))])


def granted(region: Region, case: str, who: str, asked: str, count: int = 3) -> Region:
    """A grant to somebody."""
    assert region.apply(case, who, asked, count)
    assert region.done("subsidy_award.grant", case, "berg")
    return region


def test_a_municipality_is_paid_in_advance_and_a_provider_after_a_milestone() -> None:
    """The same amount in the same parts: what is told to be paid, when and by whom."""
    region = Region().scheme()
    granted(granted(region, "a", "dal", "100.00"), "b", "oost", "100.00")
    told = [(one.case, one.payment.day, one.payment.amount) for one in region.room.money().payments]
    assert [
        ("a", date(2027, 1, 4), Decimal("33.34")), ("a", date(2028, 1, 4), Decimal("33.33")),
        ("a", date(2029, 1, 4), Decimal("33.33")),
    ] == told  # fmt: skip
    region.hand_in("b", "oost", "milestone_report")
    region.day = date(2027, 6, 1)
    assert region.done("subsidy_award.confirm", "b", "berg", milestone=2)
    payments = [one.payment for one in region.room.money().payments if one.case == "b"]
    assert [
        ("part-1", date(2027, 6, 1), Decimal("33.34"), "berg", "oost", None),
        ("part-2", date(2027, 6, 1), Decimal("33.33"), "berg", "oost", None),
    ] == [(one.key, one.day, one.amount, one.payer, one.payee, one.paid) for one in payments]
    assert region.done("subsidy_award.pay", "b", "berg")
    assert Decimal("66.67") == region.room.money().ledger.movements[-1].amount
    after = [one.payment for one in region.room.money().payments if one.case == "b"]
    assert ["part-1", "part-2"] == [one.key for one in after], "a key stays the same"
    assert {date(2027, 6, 1)} == {one.paid for one in after}
    assert ["a"] == [one.case for one in region.room.due() if one.day == date(2027, 1, 4)]


def test_what_comes_back_differs_by_who_received_it() -> None:
    """A municipality gives back what it did not spend; what comes back is told as a payment."""
    region = granted(Region().scheme(), "a", "dal", "90.00")
    assert region.done("subsidy_award.pay", "a", "berg")
    region.hand_in("a", "dal", "account_report")
    assert region.done("subsidy_award.account", "a", "dal", spent=Decimal("12.34"))
    back = region.room.money().payments[-1].payment
    assert ("back", Decimal("17.66"), "dal", "berg") == (
        back.key, back.amount, back.payer, back.payee
    )  # fmt: skip
    assert region.done("subsidy_award.reclaim", "a", "berg")
    assert region.done("subsidy_award.finish", "a", "berg")
    sums: dict[str, Decimal] = {}
    (streams,) = [one for one in region.room.money().accounts if one.name != "pools"]
    for entry in streams.entries:
        sums[entry.account] = sums.get(entry.account, NOTHING) + entry.amount
    assert {
        "source": Decimal("-1000.00"), "available": Decimal("987.66"), "granted": NOTHING,
        "spent": Decimal("30.00"), "claimed_back": Decimal("-17.66"), "reserved": NOTHING,
    } == {**sums, "reserved": NOTHING}  # fmt: skip


def test_money_near_its_last_day_is_at_risk() -> None:
    """From three months before it; an entry with its source, that balances."""
    region = granted(Region().scheme(), "a", "dal", "90.00")
    for day, at_risk in ((date(2029, 9, 29), NOTHING), (date(2029, 9, 30), Decimal("90.00"))):
        (streams,) = [one for one in region.room.money(day=day).accounts if one.name != "pools"]
        entries = [entry for entry in streams.entries if entry.account == "at_risk"]
        assert at_risk == sum((one.amount for one in entries), NOTHING)
        assert NOTHING == sum(one.amount for one in streams.entries)


def test_a_smaller_application_passes_one_that_does_not_fit_yet() -> None:
    """And when there is money again, the first in the order is next up."""
    region = Region().scheme("100.00")
    assert region.apply("a", "dal", "60.00")
    assert region.apply("b", "oost", "50.00")
    assert region.apply("d", "west", "40.00", activity="triage")
    assert ["next_up", "waiting", "next_up"] == [region.state(one) for one in "abd"]
    assert region.done("subsidy_award.withdraw", "a", "dal")
    assert ["withdrawn", "next_up"] == [region.state(one) for one in "ab"]


def test_equals_draw_lots_that_anybody_can_draw_again() -> None:
    """By the number of the scheme and the name of the case; the same each time."""
    region = Region().scheme("50.00")
    region.apply("eerst", "dal", "50.00")
    for case, who in (("x", "oost"), ("y", "west")):
        region.apply(case, who, "50.00", activity="triage")
    lots = {one: region.room.collaboration.cases[one].entry("facts", "subsidy_lot").value
            for one in ("x", "y")}  # type: ignore[union-attr]  # fmt: skip
    assert region.done("subsidy_award.withdraw", "eerst", "dal")
    won = min(lots, key=lots.__getitem__)  # type: ignore[arg-type]
    assert ["next_up"] == [region.state(one) for one in ("x", "y") if one == won]


def test_the_report_tells_what_is_paid_twice() -> None:
    """Two streams for one activity, that overlap since a last day moved; with both cases."""
    region = Region().scheme()
    assert region.apply("a", "oost", "10.00", activity="triage")
    assert region.done("wlz_budget.open", "k", "kantoor", total=Decimal("10.00"),
                       use_until=date(2027, 12, 31))  # fmt: skip
    told = {"activity": "triage", "asked": Decimal("10.00"), "instalments": 1}
    assert region.done("wlz_award.ask", "l", "oost", **told)
    assert "Er is nog niets toegekend." in region.room.report("geldstromen.double")
    assert region.done("wlz_award.grant", "l", "kantoor")
    refused = region.do("subsidy_award.grant", "a", "berg")
    assert ["geldstromen.once.twice"] == [
        one.message.id for each in refused.unmet for one in (each, *each.children)
        if one.message.id.startswith("geldstromen.once")
    ]  # fmt: skip
    assert "Niets wordt dubbel betaald." in region.room.report("geldstromen.double")
    region.day = date(2028, 1, 3)
    assert region.done("subsidy_award.grant", "a", "berg")
    for lang, words in (("nl", "Niets wordt dubbel betaald."), ("en", "Nothing is paid twice.")):
        assert words in region.room.report("geldstromen.double", lang)
