"""The export `xes`: a log in the order of the standard, in which a hostile text stays a text."""

from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.handmade import started, workflow

from samenwerk import Room
from samenwerk.reporting.mining.attribute import Attribute
from samenwerk.reporting.mining.xes import _element

NS = "{http://www.xes-standard.org/}"
HOSTILE = '"/><event a=\'1\'>&amp;<!-- \u202e\x01\n'


@pytest.fixture
def room() -> Room:
    """A budget with an amount, a text that wants to be XML, and a vote."""
    room = started(workflow())[1]
    assert room.record("amount", 150, case="b", actor="noord").carried_out
    assert room.say("support", "for", case="b", actor="noord", reasons=HOSTILE).carried_out
    assert room.hand_in("note", case="b", actor="zuid", title="Stuk").carried_out
    return room


def read(room: Room, **asked: object) -> ElementTree.Element:
    """The log as any reader of XML has it."""
    return ElementTree.fromstring(room.export("xes", **asked))  # type: ignore[arg-type]


def values(element: ElementTree.Element) -> dict[str, tuple[str, str]]:
    """The attributes of an element: by key the type and the value."""
    return {
        one.get("key", ""): (one.tag.removeprefix(NS), one.get("value", ""))
        for one in element
        if one.get("key") is not None
    }


def traces(log: ElementTree.Element, key: str) -> dict[str, list[str]]:
    """By the name of a case what stands under this key in each of its events."""
    return {
        values(trace)["concept:name"][1]: [values(one)[key][1] for one in trace.iter(f"{NS}event")]
        for trace in log.iter(f"{NS}trace")
    }


def test_a_trace_for_each_case(room: Room) -> None:
    """With what happened in it, in order, by its name and by its label."""
    log = read(room, lang="en")
    assert {
        "c": ["step.collaboration.found"],
        "b": ["step.budget.draft", "fact.budget.amount", "position.budget.support",
              "document.budget.note"],
    } == traces(log, "activity")  # fmt: skip
    assert ["Draft", "fact: Amount", "position: Support", "document: Note"] == traces(
        log, "concept:name"
    )["b"]
    assert ["Ontwerpen", "gegeven: Bedrag", "standpunt: Steun", "stuk: Nota"] == traces(
        read(room, lang="nl"), "concept:name"
    )["b"]


def test_the_order_is_that_of_the_standard(room: Room) -> None:
    """Extensions, what every trace and event has, classifiers, attributes, and then the traces."""
    log = read(room)
    kinds = list(dict.fromkeys(one.tag.removeprefix(NS) for one in log))
    assert ["extension", "global", "classifier", "string", "boolean", "trace"] == kinds
    for scope in ("trace", "event"):
        (always,) = [one for one in log.iter(f"{NS}global") if one.get("scope") == scope]
        for one in log.iter(f"{NS}{scope}"):
            assert set(values(always)) <= set(values(one))
    for trace in log.iter(f"{NS}trace"):
        tags = [one.tag for one in trace]
        assert f"{NS}event" not in tags[: tags.index(f"{NS}event")]
        assert {f"{NS}event"} == set(tags[tags.index(f"{NS}event") :])


def test_values_have_the_types_of_the_standard(room: Room) -> None:
    """A number is a number, a day a date, and who did it stands by name and by id."""
    log = read(room, lang="en")
    trace = next(one for one in log.iter(f"{NS}trace") if values(one)["concept:name"][1] == "b")
    found = values(list(trace.iter(f"{NS}event"))[1])
    assert {
        "concept:name": ("string", "fact: Amount"),
        "time:timestamp": ("date", "2027-02-10T12:00:00.004Z"),
        "lifecycle:transition": ("string", "complete"),
        "org:resource": ("string", "noord"),
        "activity": ("string", "fact.budget.amount"),
        "sequence": ("int", "5"),
        "effective": ("date", "2027-02-10T00:00:00.000Z"),
        "recorded": ("date", "2027-02-10T12:00:00.000Z"),
        "actor": ("string", "noord"),
        "lifecycle": ("string", "budget"),
        "fact.amount": ("int", "150"),
    } == found
    assert {
        "concept:name": ("string", "b"), "lifecycle": ("string", "budget"),
        "opened": ("date", "2027-02-10T00:00:00.000Z"), "under": ("string", "c"),
        "state": ("string", "drafted"), "over": ("boolean", "false"),
    } == values(trace)  # fmt: skip


def test_reasons_are_a_seal_unless_they_are_asked_for(room: Room) -> None:
    """Asked for they are a text whatever stands in it; erased they are a seal again."""
    told = values(list(read(room).iter(f"{NS}event"))[3])["reasons"][1]
    assert told.startswith("sealed:")
    asked = values(list(read(room, texts=True).iter(f"{NS}event"))[3])["reasons"][1]
    assert HOSTILE.replace("\x01", "\ufffd") == asked
    room.erase(told.removeprefix("sealed:"), because="asked for")
    assert told == values(list(read(room, texts=True).iter(f"{NS}event"))[3])["reasons"][1]


@given(st.text(), st.text())
def test_every_text_is_read_back(key: str, value: str) -> None:
    """What XML can hold comes back as it was, also an end of line; the rest is told to be lost."""
    line = _element(Attribute(key, "string", value), 2)
    found = ElementTree.fromstring(line)
    lost = {ord(one): "\ufffd" for one in map(chr, range(32)) if one not in "\t\n\r"}
    lost |= {0xFFFE: "\ufffd", 0xFFFF: "\ufffd"}
    assert (key.translate(lost), value.translate(lost)) == (found.get("key"), found.get("value"))
    assert "\n" not in line


def test_the_same_record_gives_the_same_bytes(room: Room) -> None:
    """On the same day, each time it is asked."""
    day = date(2027, 2, 12)
    assert room.export("xes", day=day) == room.export("xes", day=day)
