"""Plain values: what of a plugin's own comes through in an answer, here and from elsewhere."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import immutables
import pytest

from samenwerk import Answer, Message, Share, Term
from samenwerk.hooks.calling.packed import packed, unpacked
from samenwerk.hooks.calling.plain import DEEPEST, MOST, NotPlain, plain

DAY = date(2027, 1, 1)
PLAIN = [
    None, True, 0, -3, 1.5, "é", b"\x00\xff", Decimal("1.50"), Decimal("-0"), DAY,
    datetime(2027, 1, 1, 12, 30, 1, 5, tzinfo=UTC), Term(4, "week"), Share(1, 10),
    [], (), [1, (2, {"a": [None]})], {1, 2}, frozenset({"a"}), {"a": 1, 2: "b", DAY: ()},
    Answer(2, Message("a.b", {"n": 3, "of": Message("c")}), (Message("d"),)),
    ["list", ["decimal", "1"]], {"value": ["x"]},
]  # fmt: skip


def same(one: Any, other: Any) -> bool:
    """Whether two answers are the same to their types."""
    return repr(one) == repr(other) and type(one) is type(other)


@pytest.mark.parametrize("answer", PLAIN, ids=repr)
def test_values_come_through_as_they_are(answer: Any) -> None:
    """Whatever is a value is the same afterwards, also when it has travelled as text."""
    assert same(answer, plain(answer))
    assert same(answer, unpacked(packed(answer)))


class Text(str):
    """Lies about what it is and what it equals."""

    __class__ = int  # type: ignore[assignment]

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]

    def __str__(self) -> str:
        raise ValueError("boem")


class Number(int):
    """Is another number each time somebody looks."""

    def __int__(self) -> int:
        raise ValueError("boem")

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = int.__hash__


class Amount(Decimal):
    """An amount of its own."""


class Day(date):
    """A day of its own."""


class Listed(list[Any]):
    """A list that tells something else to who goes through it."""

    def __iter__(self) -> Iterator[Any]:
        return iter(["other"])


class Mapped(dict[str, Any]):
    """The same as a mapping."""

    def items(self) -> Any:
        return [("other", 1)]


class Said(Answer):
    """An answer of its own, which is yes to who asks it nicely."""

    def __eq__(self, other: object) -> bool:
        return True

    __hash__ = None  # type: ignore[assignment]


@pytest.mark.parametrize(
    ("answer", "found"),
    [
        (Text("ja"), "ja"), (Number(3), 3), (Amount("1.50"), Decimal("1.50")),
        (Day(2027, 1, 1), DAY), (Listed([1]), [1]), (Mapped(a=1), {"a": 1}),
        (Said(0), Answer(0)), (MappingProxyType({"a": 1}), {"a": 1}),
        (immutables.Map({"a": 1}), {"a": 1}), ((each for each in (1, 2)), (1, 2)),
    ],
)  # fmt: skip
def test_what_lies_is_taken_at_its_worth(answer: Any, found: Any) -> None:
    """A class of the plugin's own becomes what it is derived from, without being asked."""
    assert same(found, plain(answer))


def test_nothing_of_an_answer_can_change_afterwards() -> None:
    """What a plugin holds on to is not what was taken."""
    mine: dict[str, Any] = {"a": [1]}
    taken = plain(mine)
    mine["a"].append(2)
    mine["b"] = 3
    assert {"a": [1]} == taken


def endless() -> Iterator[int]:
    """Numbers without end."""
    number = 0
    while True:
        yield (number := number + 1)


def deep() -> list[Any]:
    """A list in itself."""
    found: list[Any] = []
    found.append(found)
    return found


class Shape:
    """Says that it belongs to samenwerk."""


Shape.__module__ = "samenwerk.hooks.values"


@pytest.mark.parametrize(
    ("answer", "why"),
    [
        (object(), "object"), (len, "builtin_function_or_method"), (Shape(), "Shape"),
        ([object()], "object"), (endless(), f"> {MOST} values"), (deep(), f"> {DEEPEST} deep"),
        (1j, "complex"), (ValueError("x"), "ValueError"),
    ],
)  # fmt: skip
def test_what_is_no_value_is_refused(answer: Any, why: str) -> None:
    """Objects, functions, endless and bottomless things are no answer; it is said what they are."""
    with pytest.raises(NotPlain) as raised:
        plain(answer)
    assert why == str(raised.value)


@pytest.mark.parametrize(
    "text",
    [
        "", "{", "{}", '{"a": 1}', '["x"]', '["decimal", "veel"]', '["decimal"]', "[]", "[[]]",
        '["value", "os", "system", {}]', '["value", "samenwerk.hooks.values", "question_of", {}]',
        '["value", "samenwerk.hooks.values", "Answer", {"truht": 2}]',
        '["value", "samenwerk.hooks.nothing", "Answer", {}]',
        '["value", "samenwerk.hooks.values", "Nothing", {}]', '["enum", "os", "x", "y"]',
        '["dict", [1]]', '["set", [["list", []]]]', "[" * 100_000,
    ],
)  # fmt: skip
def test_text_that_is_no_answer_is_refused(text: str) -> None:
    """Whatever a process sends that was not packed there is refused, and nothing is carried out."""
    with pytest.raises(ValueError):
        unpacked(text)
