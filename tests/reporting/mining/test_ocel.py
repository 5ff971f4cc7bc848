"""The export `ocel`: cases and parties as objects, in the shape of OCEL 2.0."""

import json
import re
from decimal import Decimal
from typing import Any

import jsonschema
import pytest
from tests.handmade import started, workflow
from tests.reporting.mining.played import STORIES, played

from samenwerk import Room

VALUE = {"type": "string"}
TYPE = {
    "type": "object",
    "required": ["name", "attributes"],
    "properties": {
        "name": {"type": "string", "minLength": 1},
        "attributes": {"type": "array", "items": {
            "type": "object",
            "required": ["name", "type"],
            "properties": {
                "name": {"type": "string", "minLength": 1},
                "type": {"enum": ["string", "time", "integer", "float", "boolean"]},
            },
            "additionalProperties": False,
        }},
    },
    "additionalProperties": False,
}  # fmt: skip
RELATED = {"type": "array", "items": {
    "type": "object",
    "required": ["objectId", "qualifier"],
    "properties": {"objectId": {"type": "string"}, "qualifier": {"type": "string"}},
    "additionalProperties": False,
}}  # fmt: skip
AT = {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"}


def of(*, timed: bool) -> dict[str, Any]:
    """An object or an event; the attributes of an object count from a moment, an event has one."""
    attribute: dict[str, Any] = {"name": {"type": "string"}, "value": VALUE}
    whole: dict[str, Any] = {
        "id": {"type": "string", "minLength": 1}, "type": {"type": "string", "minLength": 1},
    }  # fmt: skip
    (attribute if timed else whole)["time"] = AT
    return {
        "type": "object",
        "required": sorted(whole),
        "properties": {
            **whole,
            "relationships": RELATED,
            "attributes": {"type": "array", "items": {
                "type": "object", "required": sorted(attribute), "properties": attribute,
                "additionalProperties": False,
            }},
        },
        "additionalProperties": False,
    }  # fmt: skip


SCHEMA = {
    "type": "object",
    "required": ["objectTypes", "eventTypes", "objects", "events"],
    "properties": {
        "objectTypes": {"type": "array", "items": TYPE},
        "eventTypes": {"type": "array", "items": TYPE},
        "objects": {"type": "array", "items": of(timed=True)},
        "events": {"type": "array", "items": of(timed=False)},
    },
    "additionalProperties": False,
}
"""What the public description of the JSON format of OCEL 2.0 asks."""
WRITTEN = {
    "string": r"(?s).*", "time": r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z",
    "boolean": "true|false", "integer": r"-?\d+", "float": r"-?\d+(\.\d+)?",
}  # fmt: skip
"""How a value of each declared type is written: as text, by which no digit is lost."""


def read(room: Room, lang: str = "en", **asked: Any) -> Any:
    """The log as any reader of JSON has it."""
    return json.loads(room.export("ocel", lang=lang, **asked))


def now(thing: Any) -> dict[str, object]:
    """The attributes of an object as they are in the end, or those of an event."""
    return {one["name"]: one["value"] for one in thing["attributes"]}


def related(thing: Any) -> dict[str, str]:
    """By the id of an object how it has to do with this."""
    return {one["objectId"]: one["qualifier"] for one in thing["relationships"]}


@pytest.mark.parametrize(("work", "story"), STORIES)
def test_every_story_is_in_the_shape_of_the_standard(work: str, story: str) -> None:
    """Each type is declared with all attributes, each relation is to an object that is there."""
    log = read(played(work, story))
    jsonschema.Draft202012Validator(SCHEMA).validate(log)
    objects = {one["id"] for one in log["objects"]}
    assert len(objects) == len(log["objects"])
    assert len(log["events"]) == len({one["id"] for one in log["events"]})
    for kind in ("object", "event"):
        declared = {
            one["name"]: {of["name"]: of["type"] for of in one["attributes"]}
            for one in log[f"{kind}Types"]
        }
        assert len(declared) == len(log[f"{kind}Types"])
        for thing in log[f"{kind}s"]:
            types = declared[thing["type"]]
            for one in thing["attributes"]:
                assert re.fullmatch(WRITTEN[types[one["name"]]], one["value"]), (thing, one)
            assert set(related(thing)) <= objects
            assert len(related(thing)) == len(thing["relationships"])
    assert all(related(one) for one in log["events"])


@pytest.mark.parametrize(("work", "story"), STORIES)
def test_what_the_events_come_to_is_how_the_cases_stand(work: str, story: str) -> None:
    """Of each case the last state that is told is the one it is in."""
    room = played(work, story)
    assert {
        f"case:{one.id}": (one.state, "true" if one.over else "false")
        for one in room.collaboration.cases.values()
    } == {
        one["id"]: (now(one)["state"], now(one)["over"])
        for one in read(room)["objects"]
        if one["id"].startswith("case:")
    }


def test_cases_and_parties_are_objects() -> None:
    """A case by its lifecycle, with what it hangs under; a party with its sort."""
    room = started(workflow())[1]
    assert room.record("amount", 150, case="b", actor="noord").carried_out
    log = read(room)
    of = {one["id"]: one for one in log["objects"]}
    assert {
        "case:c": "Collaboration", "case:b": "Budget", "party:noord": "party",
        "party:zuid": "party", "party:oost": "party", "whole": "whole collaboration",
    } == {id: one["type"] for id, one in of.items()}  # fmt: skip
    assert {"case:c": "under"} == related(of["case:b"])
    assert {"label": "noord", "sort": "provider", "starts": "2027-01-01T00:00:00.000Z"} == now(
        of["party:noord"]
    )
    assert {
        "lifecycle": "budget", "opened": "2027-02-10T00:00:00.000Z", "under": "c",
        "state": "drafted", "over": "false", "fact.amount": "150",
    } == now(of["case:b"])  # fmt: skip
    drafted = log["events"][3]
    assert ("Draft", {"case:b": "in", "party:noord": "actor", "case:c": "under"}) == (
        drafted["type"], related(drafted)
    )  # fmt: skip
    assert {"whole": "in", "party:noord": "enrolled", "party:zuid": "enrolled",
            "party:oost": "enrolled"} == related(log["events"][1])  # fmt: skip


def test_an_amount_keeps_its_digits() -> None:
    """No float comes between what was recorded and what stands in the file."""
    room = played("transformatieplan", "ingediend")
    log = json.loads(room.export("ocel"))
    (case,) = [one for one in log["objects"] if one["id"] == "case:f"]
    assert Decimal("900000.00") == Decimal(str(now(case)["fact.costs"]))


def test_texts_are_a_seal_unless_they_are_asked_for() -> None:
    """Whatever stands in them."""
    room = started(workflow())[1]
    hostile = '"]}, \u202e\x01 </script>'
    assert room.record("remark", hostile, case="b", actor="noord").carried_out
    sealed = now(read(room)["events"][-1])["fact.remark"]
    assert isinstance(sealed, str)
    assert sealed.startswith("sealed:")
    log = read(room, texts=True)
    assert hostile == now(log["events"][-1])["fact.remark"]
    (case,) = [one for one in log["objects"] if one["id"] == "case:b"]
    assert hostile == now(case)["fact.remark"]
