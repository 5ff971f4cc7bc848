"""Payment orders: what a step pays out lies in a folder once, whatever goes wrong on the way."""

from __future__ import annotations

import csv
from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from geldstromen_region import Region, plugins
from hypothesis import given, settings
from hypothesis import strategies as st

from samenwerk import Delivered, Party, Plugins, Sending
from samenwerk_geldstromen import orders
from samenwerk_geldstromen.orders import HEADS, PROCESSED, deliver, look_up, path_of

ACTIVITIES = ("reablement", "home_technology", "triage", "training")
GOES = st.sampled_from(("well", "before", "after", "picked_up"))


def rows(folder: Path) -> list[dict[str, str]]:
    """Every order that lies there or was picked up."""
    return [
        row
        for path in sorted(folder.rglob("*.csv"))
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines())
    ]


def sending(folder: Path, amount: object = Decimal("10.00"), **more: Any) -> Sending:
    """An order to East."""
    payee = more.pop("payee", (Party("oost", "provider", (("nl", "Zorg Oost"),)),))
    told = {"amount": amount, "payee": payee, "folder": str(folder)}
    return Sending("a1b2c3d4e5", "payment_order", "regio", "a", date(2027, 2, 8), told, **more)


def test_an_order_says_how_much_to_whom_and_what_for(tmp_path: Path) -> None:
    """One row under heads; the reference is the key."""
    assert Delivered({"number": 0xA1B2C3D4}) == deliver(
        sending(tmp_path, party=Party("berg", "municipality"))
    )
    (row,) = rows(tmp_path)
    assert dict(zip(HEADS, ("a1b2c3d4e5", "2027-02-08", "10.00", "berg", "oost", "Zorg Oost",
                            "regio a"), strict=True)) == row  # fmt: skip


def test_what_was_picked_up_is_never_ordered_again(tmp_path: Path) -> None:
    """The bank moves it into a folder below; looking there is enough."""
    one = sending(tmp_path)
    assert look_up(one) is None
    deliver(one)
    (tmp_path / PROCESSED).mkdir()
    path_of(one).rename(tmp_path / PROCESSED / path_of(one).name)
    assert Delivered({"number": 0xA1B2C3D4}) == look_up(one) == deliver(one)
    assert not path_of(one).exists()


@pytest.mark.parametrize("amount", ["0.00", "-0.01", "0.001"])
def test_what_nobody_can_pay_is_refused(amount: str, tmp_path: Path) -> None:
    """Nothing, less than nothing, and a part of a cent: no file comes of it."""
    with pytest.raises(ValueError, match="no amount to pay"):
        deliver(sending(tmp_path, Decimal(amount)))
    with pytest.raises(ValueError, match="one payee"):
        deliver(sending(tmp_path, payee=()))
    assert [] == rows(tmp_path)


def test_a_name_is_no_formula(tmp_path: Path) -> None:
    """A spreadsheet that opens an order runs nothing of it."""
    deliver(sending(tmp_path, payee=(Party("oost", "provider", (("nl", "=1+1"),)),)))
    assert ["'=1+1"] == [row["name"] for row in rows(tmp_path)]


def paid(region: Region) -> Region:
    """A grant to a municipality, of which the first yearly part is paid."""
    assert region.apply("a", "dal", "100.00", 3)
    for step in ("grant", "pay"):
        assert region.done(f"subsidy_award.{step}", "a", "berg")
    return region


def sources(region: Region) -> list[str]:
    """Where each payment comes from, as money tells it."""
    return [one.payment.source.id.rpartition(".")[2] for one in region.room.money().payments]


def test_money_tells_what_became_of_an_order(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It waits until a worker was there; then its number stands beside what was paid."""
    monkeypatch.chdir(tmp_path)
    region = paid(Region().scheme())
    assert ["order_waits", "award", "award"] == sources(region)
    sent = region.engine.sender().send()
    assert sent is not None
    assert "delivered" == sent.how
    assert ["order", "award", "award"] == sources(region)
    (row,) = rows(tmp_path)
    assert ("33.34", "berg", "dal", "regio a") == (
        row["amount"], row["payer"], row["payee"], row["about"]
    )  # fmt: skip
    number = region.room.collaboration.cases["a"].entry("facts", "order_number")
    assert number is not None
    assert int(row["reference"][:8], 16) == number.value
    assert region.room.verify().whole
    region.day = date(2028, 1, 4)
    assert region.done("subsidy_award.pay", "a", "berg")
    assert ["award", "order_waits", "award"] == sources(region)


def failing(how: Callable[[], str]) -> Plugins:
    """The plugin, with a folder that cannot always be written to."""
    plugin = plugins().named["geldstromen"]

    def broken(one: Sending) -> Delivered:
        goes = how()
        if goes == "before":
            raise OSError("the folder is away")
        found = deliver(one)
        if goes == "picked_up":
            there = path_of(one)
            (there.parent / PROCESSED).mkdir(exist_ok=True)
            if there.exists():
                there.rename(there.parent / PROCESSED / there.name)
        if goes in ("after", "picked_up"):
            raise OSError("the receipt is lost")
        return found

    effect = attrs.evolve(orders.PAYMENT_ORDER, deliver=broken)
    brought = {**plugin.brought, "effects": (effect,)}
    return attrs.evolve(plugins(), plugins=tuple(
        attrs.evolve(plugin, brought=brought) if one.name == plugin.name else one
        for one in plugins().plugins
    ))  # fmt: skip


@settings(max_examples=15)
@given(
    asked=st.lists(st.decimals("0.01", "400.00", places=2), min_size=1, max_size=4),
    goes=st.lists(GOES, max_size=12),
)
def test_what_is_ordered_is_what_was_paid(
    asked: list[Decimal], goes: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """To the cent, each payment once: whatever failed, and wherever its order lies by now."""
    folder, left = tmp_path_factory.mktemp("orders"), list(goes)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        region = Region(known=failing(lambda: left.pop(0) if left else "well")).scheme("2000.00")
        for number, amount in enumerate(asked):
            case = f"a{number}"
            assert region.apply(case, "dal", amount, 2, activity=ACTIVITIES[number])
            for step in ("grant", "pay"):
                assert region.done(f"subsidy_award.{step}", case, "berg")
        sender = region.engine.sender()
        for _ in range(200):
            region.day += timedelta(days=1)
            region.engine.ask_anew()
            while sender.send() is not None:
                pass
            for one in region.engine.outbox():
                if one.dead:
                    region.engine.send_again(one.key)
            if not region.engine.outbox():
                break
        money = region.room.money()
        outside = [one for one in money.ledger.movements if one.into == "outside"]
        told = sorted((one.case, f"{one.amount:.2f}") for one in outside)
        found = rows(folder)
        assert told == sorted((one["about"].split()[1], one["amount"]) for one in found)
        assert len(found) == len({one["reference"] for one in found})
        assert region.room.verify().whole
