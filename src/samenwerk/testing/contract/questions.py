"""Odd questions: the world as a plugin does not expect it, made without any workflow.

Nothing recorded, nobody there, a great many, values at their ends. Each comes with a few words
that say what is odd about it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

import attrs
from immutables import Map

from samenwerk.hooks.values import Parameter, Question
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Entry, Value
from samenwerk.values.declared import Fact
from samenwerk.values.register import Party, Register, Span
from samenwerk.values.share import Share
from samenwerk.values.time import Term

DAY = date(2027, 2, 1)
MANY = 40

ODD: Mapping[str, tuple[Any, ...]] = {
    "text": ("", "x" * 5000, "{party}\n%s é"),
    "whole_number": (0, -1, 10**15 - 1),
    "money": (Decimal(0), Decimal("-0.01"), Decimal("999999999999999.99")),
    "date": (date(1, 1, 1), DAY, date(9999, 12, 31)),
    "term": (Term(0, "day"), Term(9999, "year"), Term(1, "month")),
    "share": (Share(0, 1), Share(1, 1), Share(1, 3)),
    "yes_no": (False, True, False),
}
"""Values at their ends, by type."""

AROUND = len(ODD["text"])


@attrs.frozen(eq=False)
class Asked:
    """A question with what is odd about it, and the facts that were looked at."""

    about: str
    question: Question
    looked_at: list[str] = attrs.field(factory=list)


@attrs.frozen(eq=False)
class Watched(Question):
    """A question that remembers by which names it was asked for facts."""

    looked_at: list[str] = attrs.field(factory=list, kw_only=True, repr=False)

    def fact(self, name: str, of: str | None = None, above: str | None = None) -> Value | None:
        """As `Question.fact`."""
        self.looked_at.append(name)
        return Question.fact(self, name, of, above)

    def per_party(self, name: str, above: str | None = None) -> Mapping[str, Value]:
        """As `Question.per_party`."""
        self.looked_at.append(name)
        return Question.per_party(self, name, above)


def watching(question: Question) -> Watched:
    """The same question, which remembers what it is asked for."""
    told = {one.name: getattr(question, one.name) for one in attrs.fields(Question)}
    return Watched(**told)


def odd_questions(
    names: Iterable[str], declared: Mapping[str, Fact], parameters: tuple[Parameter, ...] = ()
) -> Iterator[tuple[str, Question]]:
    """Questions about facts of these names, each with what is odd about it.

    Facts that a workflow declares have values of their type; others of each type in turn.
    """
    names = sorted(set(names))
    usual = {one.name: one.default for one in parameters if one.default is not None}
    lacking = [one for one in parameters if one.default is None]
    for place in range(AROUND):
        told = {**usual, **{one.name: ODD[one.type][place] for one in lacking}}
        for about, parties, case in _worlds(names, declared, place):
            for party in (None, "p0"):
                yield about, _question(case, parties, told, party)
    for one in parameters:
        for value in ODD[one.type]:
            told = {**{each.name: ODD[each.type][0] for each in lacking}, **usual, one.name: value}
            for about, parties, case in list(_worlds(names, declared, 0))[-2:]:
                yield f"{about}, with {one.name} = {value!s:.40}", _question(case, parties, told)


def _worlds(
    names: list[str], declared: Mapping[str, Fact], place: int
) -> Iterator[tuple[str, int, Case]]:
    types = [one for one in ODD if one != "share"]
    for parties in (0, 1, 3, MANY):
        yield f"nothing recorded, {parties} parties", parties, _case({})
    for parties in (1, 3, MANY):
        facts = {}
        for number, name in enumerate(names):
            fact = declared.get(name)
            type = types[(number + place) % len(types)] if fact is None else fact.type
            of_one, of_all = _kinds(fact)
            value = _value(fact, type, place)
            everyone = range(parties) if place != 1 else range(1)
            facts[name] = (of_one, [f"p{who}" for who in everyone] if of_all else [], value)
        shown = ", ".join(f"{name} = {value!s:.30}" for name, (_, _, value) in facts.items())
        if facts:
            yield f"{parties} parties, {shown}", parties, _case(facts)


def _kinds(fact: Fact | None) -> tuple[bool, bool]:
    """Whether it is kept of the case, and whether of each party."""
    return (True, True) if fact is None else (not fact.per, fact.per)


def _value(fact: Fact | None, type: str, place: int) -> Any:
    if fact is not None and fact.one_of:
        return fact.one_of[place % len(fact.one_of)]
    return ODD.get(type, ODD["text"])[place]


def _case(facts: Mapping[str, tuple[bool, list[str], Any]]) -> Case:
    kept = {}
    for name, (of_one, parties, value) in facts.items():
        who: list[str | None] = [*([None] if of_one else []), *parties]
        kept[name] = Map({one: Entry(value, DAY, 1, "p0") for one in who})
    return Case(
        id="odd", lifecycle="odd", state="odd", parent=None, definition="0" * 64,
        opened=Entry("odd", DAY, 1, "p0"), entered=DAY, state_since=1, facts=Map(kept),
    )  # fmt: skip


def _question(
    case: Case, parties: int, parameters: Mapping[str, Any], party: str | None = None
) -> Question:
    register = Register(tuple(
        Party(f"p{one}", "provider", (("nl", f"Partij {one}"),), span=Span(DAY))
        for one in range(parties)
    ))  # fmt: skip
    known = Collaboration(
        id="odd", workflow="odd", definition="0" * 64, started=DAY, zone="Europe/Amsterdam",
        rehearsal=False, register=register, cases=Map({"odd": case}),
    )  # fmt: skip
    given = MappingProxyType(dict(parameters))
    return Question(case, known, DAY, None if party is None else "p0", party, given)
