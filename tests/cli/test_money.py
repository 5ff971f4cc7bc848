"""`samenwerk money`: payments and accounts, as text, as data and as a table."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from tests.cli.world import Run
from tests.engine.test_money import TEXT, Tells, ask, entry, payment

import samenwerk.cli.rooms
from samenwerk import Engine, Party, Plugins, open_store
from samenwerk.definitions.read import read_text

ARGS = ("money", "--store", "region.db")


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Tells:
    """A store with a wish that got 40 of 100, and a plugin that tells what a test chooses."""
    tells = Tells()
    plugins = Plugins.of(tells=tells)
    monkeypatch.chdir(tmp_path)
    moment = datetime(2027, 3, 1, 12, tzinfo=UTC)
    reading = read_text(TEXT, checks=(), plugins={"tells": "1.2"})
    with Engine(open_store("region.db"), plugins=plugins, clock=lambda: moment) as engine:
        room = engine.start(reading.workflow, "region", rehearsal=True)
        room.enrol(parties=[Party("noord", "provider", (("nl", "Zorg Noord"),))])
        assert ask(room, "a").do("wish.give", case="a", actor="noord").carried_out

    def with_plugins(store: object, **told: object) -> Engine:
        return Engine(store, **{**told, "plugins": plugins})  # type: ignore[arg-type]

    monkeypatch.setattr(samenwerk.cli.rooms, "Engine", with_plugins)
    return tells


def told(run: Run, *args: str, code: int = 0) -> str:
    """What the command prints, in English."""
    found = run(*ARGS, "--lang", "en", *args)
    assert code == found.code, found.err
    return found.out + found.err


def both(ledger: object) -> Sequence[object]:
    """Two entries of stream s."""
    return [entry(Decimal("1250.50"), "x", "s"), entry(Decimal("-1250.50"), "y", "s")]


def test_text_shows_payments_and_sums(store: Tells, run: Run) -> None:
    """Each account with what it comes to, right under each other, and together nothing."""
    store.pay = lambda asked: [payment(payer="noord", payee="zuid", stream="s")]
    store.account = both
    assert """\
The money on 1 March 2027

Payments
- 1 March 2027: €40.00 from Zorg Noord to zuid, x.what (case a)

Account: pools and cases
  outside   -€100.00
  Money       €60.00
  case a      €40.00
  together     €0.00

Account: books, s
  x          €1,250.50
  y         -€1,250.50
  together       €0.00
""".replace("Money ", "money ") == told(run).replace("boeken", "books")


def test_entries_say_where_they_stand(store: Tells, run: Run) -> None:
    """With the place in the record."""
    said = " ".join(told(run, "--entries").split())
    assert "1 March 2027 -€40.00 money: give, in case a (recorded event " in said


def test_one_stream_alone(store: Tells, run: Run) -> None:
    """And a stream that is not there is told, with those that are."""
    assert "No plugin tells of a funding stream here." in told(run, "--stream", "s", code=2)
    store.account = both
    assert "pools" not in told(run, "--stream", "s")
    said = told(run, "--stream", "t", code=2)
    assert "There is nothing to tell of stream t; there is of: s." in said


def test_data_and_table_lose_no_cent(store: Tells, run: Run) -> None:
    """Amounts are texts; the table has every payment and every entry in one form."""
    store.pay = lambda asked: [payment(paid=date(2027, 3, 1))]
    store.account = both
    data = json.loads(told(run, "--format", "json"))
    assert ["40.00"] == [one["amount"] for one in data["payments"]]
    assert ("money", 0, "2027-03-01") == (data["command"], data["exit"], data["day"])
    assert [["-100.00", "60.00", "40.00"], ["1250.50", "-1250.50"]] == [
        [one["amount"] for one in account["sums"]] for account in data["accounts"]
    ]
    rows = list(csv.DictReader(io.StringIO(told(run, "--format", "csv"))))
    assert [("payment", "40.00", "2027-03-01")] == [
        (one["kind"], one["amount"], one["paid"]) for one in rows[:1]
    ]
    assert 0 == sum(Decimal(one["amount"]) for one in rows[1:])
    assert {"payment", "entry"} == {one["kind"] for one in rows}


def test_a_plugin_that_goes_wrong_is_named_and_the_rest_is_told(store: Tells, run: Run) -> None:
    """With exit code 1: something is missing."""
    store.account = lambda ledger: [entry(Decimal("0.01"))]
    said = " ".join(told(run, code=1).split())
    assert "The entries of" not in said
    assert "Not everything can be told. The entries that plugin tells gives" in said
    assert "Account: pools and cases" in said


def test_due_shows_what_must_be_paid(store: Tells, run: Run) -> None:
    """With who pays."""
    store.pay = lambda asked: [payment(payer="noord", payee="zuid")]
    said = run("due", "--store", "region.db", "--lang", "en").out
    assert "To be paid: €40.00 to zuid (x.what)" in " ".join(said.split())
