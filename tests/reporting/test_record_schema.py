"""The schema of a line of the record: it takes what is written, and nothing that cannot be read."""

import json
from typing import Any

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.core.test_encode import GOLDEN
from tests.handmade import started, workflow
from tests.reporting.mining.played import STORIES, played
from tests.strategies_events import events

from samenwerk.core.encode import decode, encode
from samenwerk.reporting.record_schema import schema
from samenwerk.values.errors import RecordBroken

SCHEMA = schema()
LINE = jsonschema.Draft202012Validator(SCHEMA)
EVENT = jsonschema.Draft202012Validator({"$ref": "#/$defs/event", "$defs": SCHEMA["$defs"]})


def test_it_is_a_schema() -> None:
    """Of the draft that it says."""
    jsonschema.Draft202012Validator.check_schema(SCHEMA)


@given(events)
def test_it_takes_whatever_can_be_recorded(event: Any) -> None:
    """Events of every kind, with everything in them or next to nothing."""
    EVENT.validate(json.loads(encode(event)))


@pytest.mark.parametrize("name", sorted(GOLDEN))
def test_it_takes_the_lines_that_are_pinned(name: str) -> None:
    """Those that no version may spell otherwise."""
    EVENT.validate(json.loads(GOLDEN[name][1]))


@given(events, st.data())
def test_it_refuses_what_no_reader_takes(event: Any, data: Any) -> None:
    """A key more, a field less or a value of another kind, here as in our own reader."""
    raw = json.loads(encode(event))
    inside = list(_objects(raw))
    at = data.draw(st.sampled_from(inside))
    at["more"] = "x"
    assert not EVENT.is_valid(raw)
    with pytest.raises(RecordBroken):
        decode(json.dumps(raw, sort_keys=True, separators=(",", ":"), ensure_ascii=False))
    del at["more"]
    key = data.draw(st.sampled_from(sorted(at)))
    at[key] = 1.5
    assert not EVENT.is_valid(raw)


def _objects(raw: Any) -> list[Any]:
    found = [raw] if isinstance(raw, dict) else []
    for one in raw.values() if isinstance(raw, dict) else raw if isinstance(raw, list) else ():
        found += _objects(one)
    return found


@pytest.mark.parametrize("gone", ["before", "id", "sequence", "type", "what", "schema"])
def test_what_is_always_there_is_asked(gone: str) -> None:
    """A line without it is none."""
    raw = json.loads(GOLDEN["started"][1])
    del raw[gone]
    assert not EVENT.is_valid(raw)


@pytest.mark.parametrize(("work", "story"), STORIES)
def test_it_takes_every_line_of_an_export(work: str, story: str) -> None:
    """Of stories that do much of what can be done."""
    for line in played(work, story).export("record").splitlines():
        LINE.validate(json.loads(line))


def test_it_takes_the_texts_that_were_asked_for() -> None:
    """And a line is the event, its hash, the texts, and nothing else."""
    room = started(workflow())[1]
    assert room.say("support", "for", case="b", actor="noord", reasons="daarom").carried_out
    *_, last = room.export("record", texts=True).splitlines()
    line = json.loads(last)
    LINE.validate(line)
    assert ["daarom"] == list(line["texts"].values())
    assert not LINE.is_valid({**line, "who": "noord"})
    assert not LINE.is_valid({"event": line["event"]})
