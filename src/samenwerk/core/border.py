"""The border post: where the raw data of a record become values, or are refused.

Raw data are the dicts, lists, texts and whole numbers of JSON, in the present schema. What is
done every time a record is replayed is done by hand here, the rest by what cattrs works out
from the classes. Writing them down is `core.encode`.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from samenwerk.core.spell import HAPPENED, TRUTHS, read_value
from samenwerk.values.event import (
    DocumentIn,
    FactValue,
    Merged,
    Movement,
    RecordedEvent,
    Sealed,
    Split,
    StepDone,
)
from samenwerk.values.finding import FindingRecord

Raw: TypeAlias = dict[str, Any]

_TRUTH = {word: truth for truth, word in enumerate(TRUTHS)}


@functools.cache
def event_reader() -> Callable[[Raw], RecordedEvent]:
    """What makes a `RecordedEvent` of raw data, and all that is in it.

    It may take the raw data apart, and raises whatever it stumbles over: the caller says what
    that means. Made once and on first use, because importing cattrs takes time.
    """
    from cattrs import Converter
    from cattrs.gen import make_dict_structure_fn

    post = Converter(detailed_validation=False, forbid_extra_keys=True)
    for plain in (str, int, bool):
        post.register_structure_hook(plain, _exactly)
    post.register_structure_hook(date, lambda raw, _: date.fromisoformat(raw))
    post.register_structure_hook(Sealed, _sealed)
    post.register_structure_hook(FactValue, _fact)
    post.register_structure_hook(DocumentIn, _document)
    for kind in HAPPENED.values():
        post.register_structure_hook(kind, make_dict_structure_fn(kind, post))

    def step_done(raw: Raw, kind: type[StepDone]) -> StepDone:
        if raw == {}:
            return _PLAIN_STEP
        if "facts" in raw:
            raw["facts"] = tuple([_fact(one) for one in raw["facts"]])
        if "documents" in raw:
            raw["documents"] = tuple([_document(one) for one in raw["documents"]])
        if "roles" in raw:
            raw["roles"] = tuple([_holders(one) for one in raw["roles"]])
        if "moves" in raw:
            raw["moves"] = tuple([_movement(one) for one in raw["moves"]])
        for name in ("joined", "left"):
            if name in raw:
                raw[name] = post.structure(raw[name], tuple[tuple[str, str], ...])
        if "for_each" in raw:
            raw["for_each"] = post.structure(raw["for_each"], tuple[str, ...])
        if "split" in raw:
            raw["split"] = _split(raw["split"])
        if "merged" in raw:
            raw["merged"] = _merged(raw["merged"])
        if "explanation" in raw:
            raw["explanation"] = _sealed(raw["explanation"])
        for name, wanted in _PLAIN_IN_A_STEP:
            if name in raw:
                _exactly(raw[name], wanted)
        return kind(**raw)

    post.register_structure_hook(StepDone, step_done)
    kinds = {name: (post.get_structure_hook(kind), kind) for name, kind in HAPPENED.items()}

    def event(raw: Raw) -> RecordedEvent:
        read_what, kind = kinds[raw.pop("type")]
        what = read_what(raw.pop("what", {}), kind)
        findings = _findings(raw.pop("findings")) if "findings" in raw else ()
        sequence, schema = _exactly(raw.pop("sequence"), int), raw.pop("schema")
        "".join(raw.values())  # all that is left is text: this fails when it is not
        # Spelled out, because `**raw` would compare every key with the name of every field.
        take = raw.pop
        made = RecordedEvent(
            collaboration=take("collaboration"),
            sequence=sequence,
            id=take("id"),
            command=take("command"),
            effective=date.fromisoformat(take("effective")),
            recorded=_instant(take("recorded")),
            definition=take("definition"),
            what=what,
            before=take("before"),
            actor=take("actor", None),
            on_behalf_of=take("on_behalf_of", None),
            mandate=take("mandate", None),
            case=take("case", None),
            lifecycle=take("lifecycle", None),
            step=take("step", None),
            from_state=take("from_state", None),
            to_state=take("to_state", None),
            findings=findings,
            schema=schema,
        )
        if raw:
            raise ValueError("more than an event")
        return made

    return event


_PLAIN_STEP = StepDone()
_PLAIN_IN_A_STEP = (
    ("opens", str), ("of", str), ("rests_on", str), ("moved", bool), ("back", bool),
    ("breach", bool), ("over", bool), ("cause", int), ("stopped", int),
)  # fmt: skip


def _holders(raw: Any) -> tuple[str, tuple[str, ...]]:
    role, who = raw
    return _exactly(role, str), tuple([_exactly(one, str) for one in _exactly(who, list)])


def _movement(raw: Raw) -> Movement:
    amount = read_value("money", raw.pop("amount"))
    ends = {name: _exactly(end, str) for name, end in raw.items()}
    if not isinstance(amount, Decimal) or ends.keys() != {"out_of", "into"}:
        raise ValueError("no movement")
    return Movement(amount, **ends)


def _merged(raw: Any) -> Merged:
    cases = _exactly(raw.pop("cases"), list)
    made = Merged(tuple([_exactly(one, str) for one in cases]), _exactly(raw.pop("state"), str))
    if raw:
        raise ValueError("no merger")
    return made


def _split(raw: Any) -> Split:
    into = tuple([_holders(one) for one in raw.pop("into")])
    for name, wanted in (("role", str), ("state", str), ("kept", bool), ("heir", str)):
        if name in raw:
            _exactly(raw[name], wanted)
    return Split(into=into, **raw)


def _exactly(raw: Any, wanted: type) -> Any:
    if type(raw) is not wanted:
        raise ValueError(f"no {wanted.__name__}")
    return raw


def _instant(raw: str) -> datetime:
    instant = datetime.fromisoformat(raw)
    if instant.tzinfo is not UTC:
        raise ValueError("no instant in UTC")
    return instant


def _sealed(raw: Any, _: object = None) -> Sealed:
    if raw.keys() != {"sealed"}:
        raise ValueError("no seal")
    return Sealed(_exactly(raw["sealed"], str))


def _findings(raw: list[list[Any]]) -> tuple[FindingRecord, ...]:
    made = []
    for one in raw:
        plugin = asked = answer = None
        if len(one) == 3:
            leaf, word, sequences = one
        else:
            leaf, word, sequences, plugin, *said = one
            _exactly(plugin, str)
            if said:
                asked, other = said
                _exactly(asked, str)
                answer = _TRUTH[other]
        if type(leaf) is not str:
            raise ValueError("no condition")
        sum(sequences)  # whole numbers all: this fails when they are not
        made.append(FindingRecord(leaf, _TRUTH[word], tuple(sequences), plugin, asked, answer))
    return tuple(made)


def _document(raw: Raw, _: object = None) -> DocumentIn:
    if not raw.keys() <= {"name", "title"}:
        raise ValueError("no document")
    title = _sealed(raw["title"]) if "title" in raw else None
    return DocumentIn(_exactly(raw["name"], str), title)


def _fact(raw: Raw, _: object = None) -> FactValue:
    value, type_ = raw.pop("value"), raw["type"]
    read = _sealed(value) if type(value) is dict else read_value(type_, value)
    "".join(raw.values())  # the rest is text
    return FactValue(value=read, **raw)
