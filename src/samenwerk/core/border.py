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
from sys import intern
from typing import TYPE_CHECKING, Any, TypeAlias

from samenwerk.core.spell import HAPPENED, TRUTHS, read_value
from samenwerk.values.event import (
    DocumentIn,
    FactValue,
    Happened,
    Merged,
    Movement,
    RecordedEvent,
    Sealed,
    Split,
    StepDone,
)
from samenwerk.values.finding import FindingRecord

if TYPE_CHECKING:
    from cattrs import Converter

Raw: TypeAlias = dict[str, Any]

_TRUTH = {word: truth for truth, word in enumerate(TRUTHS)}


@functools.cache
def event_reader() -> Callable[[Raw], RecordedEvent]:
    """What makes a `RecordedEvent` of raw data, and all that is in it.

    It may take the raw data apart, and raises whatever it stumbles over: the caller says what
    that means. Made once and on first use, because importing cattrs takes time.
    """
    read_what = happened_reader()

    def event(raw: Raw) -> RecordedEvent:
        what = read_what(raw.pop("type"), raw.pop("what", {}))
        findings = findings_of(raw.pop("findings")) if "findings" in raw else ()
        sequence, schema = exactly(raw.pop("sequence"), int), raw.pop("schema")
        "".join(raw.values())  # all that is left is text: this fails when it is not
        # Spelled out, because `**raw` would compare every key with the name of every field.
        take = raw.pop
        made = RecordedEvent(
            collaboration=take("collaboration"),
            sequence=sequence,
            id=take("id"),
            command=take("command"),
            effective=day_of(take("effective")),
            recorded=instant_of(take("recorded")),
            definition=intern(take("definition")),
            what=what,
            before=take("before"),
            actor=once(take("actor", None)),
            on_behalf_of=once(take("on_behalf_of", None)),
            mandate=once(take("mandate", None)),
            case=take("case", None),
            lifecycle=once(take("lifecycle", None)),
            step=once(take("step", None)),
            from_state=once(take("from_state", None)),
            to_state=once(take("to_state", None)),
            findings=findings,
            schema=schema,
        )
        if raw:
            raise ValueError("more than an event")
        return made

    return event


@functools.cache
def happened_reader() -> Callable[[str, Raw], Happened]:
    """What makes of a `type` and raw data what an event is about; as `event_reader`."""
    post = _post()

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
                exactly(raw[name], wanted)
        return kind(**raw)

    post.register_structure_hook(StepDone, step_done)
    kinds: dict[str, tuple[Callable[[Raw, type], Happened], type]] = {}

    def happened(type_: str, raw: Raw) -> Happened:
        known = kinds.get(type_)
        if known is None:  # a short record has few of them, and each takes a while to work out
            kind = HAPPENED[type_]
            known = kinds[type_] = (post.get_structure_hook(kind), kind)
        return known[0](raw, known[1])

    return happened


@functools.cache
def _post() -> Converter:
    """What structures everything that is not done by hand."""
    from cattrs import Converter

    post = Converter(detailed_validation=False, forbid_extra_keys=True)
    for plain in (str, int, bool):
        post.register_structure_hook(plain, exactly)
    post.register_structure_hook(date, lambda raw, _: date.fromisoformat(raw))
    post.register_structure_hook(Sealed, _sealed)
    post.register_structure_hook(FactValue, _fact)
    post.register_structure_hook(DocumentIn, _document)
    return post


def piece_reader() -> Callable[[Raw, type], Any]:
    """What makes a value of this class of raw data: a part of an event, or made of the same parts.

    It raises whatever it stumbles over.
    """
    return _post().structure


_PLAIN_STEP = StepDone()
_PLAIN_IN_A_STEP = (
    ("opens", str), ("of", str), ("rests_on", str), ("moved", bool), ("back", bool),
    ("breach", bool), ("over", bool), ("cause", int), ("stopped", int),
)  # fmt: skip


def _holders(raw: Any) -> tuple[str, tuple[str, ...]]:
    role, who = raw
    return exactly(role, str), tuple([exactly(one, str) for one in exactly(who, list)])


def _movement(raw: Raw) -> Movement:
    amount = read_value("money", raw.pop("amount"))
    ends = {name: exactly(end, str) for name, end in raw.items()}
    if not isinstance(amount, Decimal) or ends.keys() != {"out_of", "into"}:
        raise ValueError("no movement")
    return Movement(amount, **ends)


def _merged(raw: Any) -> Merged:
    cases = exactly(raw.pop("cases"), list)
    made = Merged(tuple([exactly(one, str) for one in cases]), exactly(raw.pop("state"), str))
    if raw:
        raise ValueError("no merger")
    return made


def _split(raw: Any) -> Split:
    into = tuple([_holders(one) for one in raw.pop("into")])
    for name, wanted in (("role", str), ("state", str), ("kept", bool), ("heir", str)):
        if name in raw:
            exactly(raw[name], wanted)
    return Split(into=into, **raw)


day_of = functools.lru_cache(4096)(date.fromisoformat)
"""Many lines are of one day, which then stands in memory once."""


def once(name: str | None) -> str | None:
    """The same name, which stands in memory once however many lines say it."""
    return None if name is None else intern(name)


def exactly(raw: Any, wanted: type) -> Any:
    """The raw value itself; raises ValueError when it is not of this very type."""
    if type(raw) is not wanted:
        raise ValueError(f"no {wanted.__name__}")
    return raw


def instant_of(raw: str) -> datetime:
    """The instant in UTC that is spelled; raises ValueError when it is none."""
    instant = datetime.fromisoformat(raw)
    if instant.tzinfo is not UTC:
        raise ValueError("no instant in UTC")
    return instant


def _sealed(raw: Any, _: object = None) -> Sealed:
    if raw.keys() != {"sealed"}:
        raise ValueError("no seal")
    return Sealed(exactly(raw["sealed"], str))


def findings_of(raw: list[list[Any]]) -> tuple[FindingRecord, ...]:
    """What was seen, of raw data; raises whatever it stumbles over."""
    made = []
    for one in raw:
        plugin = asked = answer = None
        if len(one) == 3:
            leaf, word, sequences = one
        else:
            leaf, word, sequences, plugin, *said = one
            exactly(plugin, str)
            if said:
                asked, other = said
                exactly(asked, str)
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
    return DocumentIn(exactly(raw["name"], str), title)


def _fact(raw: Raw, _: object = None) -> FactValue:
    value, type_ = raw.pop("value"), raw["type"]
    read = _sealed(value) if type(value) is dict else read_value(type_, value)
    "".join(raw.values())  # the rest is text
    return FactValue(value=read, **raw)
