"""The export `ocel`: the record as an object-centric event log (OCEL 2.0, as JSON).

Objects are the cases, by their lifecycle, the parties, and the collaboration as a whole. Each
line of the file is one of them, or one event.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import TypeAlias

import attrs

from samenwerk.hooks.whole import Whole
from samenwerk.reporting.mining.attribute import Attribute, moment
from samenwerk.reporting.mining.happenings import Happening, happenings, unsealing
from samenwerk.reporting.mining.objects import belongings, changes, of_party, of_whole
from samenwerk.reporting.mining.relations import Relations, case_id, of_case, of_event, party_id
from samenwerk.values.message import Message, Name

_ALWAYS = "1970-01-01T00:00:00.000Z"
"""From when on an attribute counts that does not change."""

_NEXT = ",\n"

Types: TypeAlias = dict[str, dict[str, str]]
"""By the name of a type each attribute that something of it has, with the type of its value."""


@attrs.frozen
class _Thing:
    """An object: its attributes with the moment from which they count."""

    id: str
    type: str
    attributes: tuple[tuple[Attribute, str], ...]
    relations: Relations


def export(whole: Whole) -> bytes:
    """The log: activities and objects by their labels in the language of the whole.

    The same record on the same day gives the same bytes.
    """
    found = happenings(whole)
    things = tuple(_things(whole, found))
    there = {one.id for one in things}
    of_objects = _types((one.type, tuple(a for a, _ in one.attributes)) for one in things)
    of_events = _types((one.label, one.attributes) for one in found)
    parts = {
        "objectTypes": _spelled_types(of_objects),
        "eventTypes": _spelled_types(of_events),
        "objects": (_object(one, there) for one in things),
        "events": (_event(one, there) for one in found),
    }
    lists = (f'"{name}": [\n{_NEXT.join(rows)}\n]' for name, rows in parts.items())
    return f"{{\n{_NEXT.join(lists)}\n}}\n".encode()


def _things(whole: Whole, found: tuple[Happening, ...]) -> Iterator[_Thing]:
    speaker, unseal = whole.speaker(whole.lang), unsealing(whole)
    since: dict[str, list[tuple[Attribute, str]]] = {}
    for id, happening, attributes in changes(found, unseal):
        rows = since.setdefault(id, [])
        rows += [(one, moment(happening.time)) for one in attributes]
    called = lifecycles(whole)
    for case in whole.cases:
        stays = tuple((one, _ALWAYS) for one in belongings(case))
        of = (*stays, *since.get(case.id, ()))
        yield _Thing(case_id(case.id), called[case.lifecycle], of, of_case(case))
    register, label = whole.collaboration.register, speaker.say(Message("mining.party"))
    named = [one.id for one in register.parties]
    acted = [who for one in found for who in _parties(one)]
    for id in dict.fromkeys((*named, *acted)):
        party = register.party(id)
        stays = tuple((one, _ALWAYS) for one in of_party(id, party, speaker))
        above = None if party is None else party.belongs_to
        relations = {} if above is None else {party_id(above): "belongs_to"}
        yield _Thing(party_id(id), label, stays, relations)
    stays = tuple((one, _ALWAYS) for one in of_whole(whole))
    yield _Thing("whole", speaker.say(Message("mining.whole")), stays, {})


def lifecycles(whole: Whole) -> dict[str, str]:
    """What the objects of each lifecycle are called: no two alike, nor as what is no case."""
    speaker = whole.speaker(whole.lang)
    labels = {
        one: speaker.tell(Name("lifecycle", one))
        for one in dict.fromkeys(case.lifecycle for case in whole.cases)
    }
    taken = Counter(labels.values())
    taken.update(speaker.say(Message(f"mining.{one}")) for one in ("party", "whole"))
    return {
        one: label if taken[label] == 1 else f"{label} ({one})" for one, label in labels.items()
    }


def _parties(happening: Happening) -> Iterator[str]:
    for id in of_event(happening):
        if id.startswith("party:"):
            yield id.removeprefix("party:")


def _types(found: Iterable[tuple[str, tuple[Attribute, ...]]]) -> Types:
    """What each type has; what is of one type here and of another there is a string."""
    types: Types = {}
    for name, attributes in found:
        known = types.setdefault(name, {})
        for one in attributes:
            known[one.key] = one.type if known.get(one.key, one.type) == one.type else "string"
    return types


def _spelled_types(types: Types) -> Iterator[str]:
    for name, known in types.items():
        of = [{"name": key, "type": type} for key, type in known.items()]
        yield _json({"name": name, "attributes": of})


def _object(one: _Thing, there: set[str]) -> str:
    told = ", ".join(
        f'{{"name": {_json(a.key)}, "time": "{at}", "value": {_json(a.value)}}}'
        for a, at in one.attributes
    )
    return (
        f'{{"id": {_json(one.id)}, "type": {_json(one.type)}, "attributes": [{told}], '
        f'"relationships": {_related(one.relations, there)}}}'
    )


def _event(one: Happening, there: set[str]) -> str:
    told = ", ".join(
        f'{{"name": {_json(a.key)}, "value": {_json(a.value)}}}' for a in one.attributes
    )
    return (
        f'{{"id": "event:{one.event.sequence}", "type": {_json(one.label)}, '
        f'"time": "{moment(one.time)}", "attributes": [{told}], '
        f'"relationships": {_related(of_event(one), there)}}}'
    )


def _related(relations: Relations, there: set[str]) -> str:
    # what is out of sight of who asks is no object in the file, so nothing hangs together with it
    return _json([
        {"objectId": id, "qualifier": how} for id, how in relations.items() if id in there
    ])  # fmt: skip


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
