"""CSV tables and the record line by line: readable back, nothing personal, no formulas."""

import csv
import hashlib
import io
import json
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.engine.posting import Office
from tests.handmade import started, workflow

from samenwerk import MemoryStore, Room
from samenwerk.cli.money_told import _plain
from samenwerk.core.encode import encode
from samenwerk.reporting.tables import CASES, FACTS, PARTIES, POSITIONS, cell


@pytest.fixture
def room() -> Room:
    """A room with an amount, a position with reasons, and a text about a person."""
    room = started(workflow())[1]
    assert room.record("amount", 150, case="b", actor="noord").carried_out
    said = room.say("support", "against", case="b", actor="zuid", reasons="=HYPERLINK(zuid)")
    assert said.carried_out
    return room


def rows(room: Room, name: str, texts: bool = False) -> list[dict[str, str]]:
    """A table as a program reads it."""
    text = room.export(name, texts=texts).decode("utf-8")
    return list(csv.DictReader(io.StringIO(text)))


def test_the_cases(room: Room) -> None:
    """One line for each, with where it is and what it hangs under."""
    found = rows(room, "cases")
    assert list(CASES) == list(found[0])
    assert {"c": ("collaboration", ""), "b": ("budget", "c")} == {
        one["case"]: (one["lifecycle"], one["under"]) for one in found
    }


def test_the_parties(room: Room) -> None:
    """Each with its sort, and the roles that it has on the day."""
    found = rows(room, "parties")
    assert list(PARTIES) == list(found[0])
    assert [("noord", ""), ("zuid", "chair"), ("oost", "")] == [
        (one["party"], one["roles"]) for one in found
    ]


def test_the_facts(room: Room) -> None:
    """Each fact with its type and value, and where it was recorded."""
    found = rows(room, "facts")
    assert list(FACTS) == list(found[0])
    assert ("b", "amount", "whole_number", "", "150", "noord") == tuple(
        found[0][name] for name in ("case", "fact", "type", "of", "value", "by")
    )


def test_what_an_effect_brought_is_a_fact_too() -> None:
    """Nobody recorded it, so it is by nobody; it stands in the table like any other."""
    office = Office(MemoryStore())
    office.ask()
    assert ["delivered"] == [one.how for one in office.sender().due()]
    assert [
        ("g-1", "number", "whole_number", "7", ""), ("g-1", "told", "yes_no", "yes", "")
    ] == [
        tuple(one[name] for name in ("case", "fact", "type", "value", "by"))
        for one in rows(office.room, "facts")
    ]  # fmt: skip


def test_reasons_are_a_seal_unless_they_are_asked_for(room: Room) -> None:
    """Without asking nobody reads them; with asking they are text, never a formula."""
    (sealed,) = rows(room, "positions")
    assert list(POSITIONS) == list(sealed)
    assert ("zuid", "against") == (sealed["party"], sealed["position"])
    assert sealed["reasons"].startswith("sealed:")
    assert "HYPERLINK" not in room.export("positions").decode("utf-8")
    (read,) = rows(room, "positions", texts=True)
    assert "'=HYPERLINK(zuid)" == read["reasons"]
    seal = sealed["reasons"].removeprefix("sealed:")
    room.erase(seal, because="asked for")
    assert [sealed] == rows(room, "positions", texts=True)


@given(st.text() | st.sampled_from(["=1", "+1", "-1", "@x", "\t=1", " =1", "\xa0=1", "|x", "%0A"]))
def test_no_text_is_taken_for_a_formula(text: str) -> None:
    """What begins as one has a quote before it; all else stays as it is."""
    told = cell(text)
    assert text == told.removeprefix("'") or text == told
    assert not told.lstrip(" \xa0").startswith(("=", "+", "-", "@", "\t", "\r", "|", "%"))


def test_amounts_stay_numbers() -> None:
    """An amount below nought was reckoned by us and is no formula."""
    assert ("-2.50", "yes", "") == (cell(Decimal("-2.50")), cell(True), cell(None))


def test_the_record_can_be_verified_from_its_lines(room: Room) -> None:
    """Each line holds its event as it was hashed, the chain holds, and the head is that of ours."""
    before = ""
    lines = [json.loads(line) for line in room.export("record").splitlines()]
    for number, line in enumerate(lines, start=1):
        body = json.dumps(
            line["event"], ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )
        assert hashlib.sha256(body.encode("utf-8")).hexdigest() == line["hash"]
        assert (before, number) == (line["event"]["before"], line["event"]["sequence"])
        before = line["hash"]
    assert room.collaboration.head == before
    assert not any("texts" in line for line in lines)
    assert [line.body for line in room.history()] == [
        encode(line.event) for line in room.history()
    ]


def test_the_record_gives_texts_along_when_asked(room: Room) -> None:
    """Each text stands with the line that speaks of it, under its seal."""
    lines = [json.loads(line) for line in room.export("record", texts=True).splitlines()]
    (line,) = [one for one in lines if "texts" in one]
    seal = line["event"]["what"]["reasons"]["sealed"]
    assert {seal: "=HYPERLINK(zuid)"} == line["texts"]


@pytest.mark.parametrize("first", ["=", "-", "@", "\t=", " =", "\uff1d", "\uff0b"])
def test_no_cell_of_any_table_is_a_formula(first: str) -> None:
    """Neither here nor in the table of money, where an amount stays a number."""
    assert [f"'{first}1"] * 2 == [cell(f"{first}1"), _plain(f"{first}1")]
    assert ["-5.00", "'-5.001"] == [_plain("-5.00"), _plain("-5.001")]
