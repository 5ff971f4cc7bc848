"""Reading the text of a snapshot back: raw data to cases, entries, register and open effects.

What the text looks like is `core.snapshot`. Names, days and entries that stand in it many times
are made once, which saves time and memory.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import attrs
from immutables import Map

from samenwerk.core.border import exactly, piece_reader
from samenwerk.core.spell import read_value
from samenwerk.values.case import Case, Collaboration, Entries
from samenwerk.values.cell import Cell, Entry, Value
from samenwerk.values.effect import OpenEffect
from samenwerk.values.event import CaseKept, Enrolled, FactValue
from samenwerk.values.register import Register

Raw = dict[str, Any]
_NO_ENTRIES: Map[str, Entries] = Map()
_NO_ROLES: Map[str, tuple[str, ...]] = Map()
_NO_CLOCKS: Map[str, date] = Map()
_TYPES = ("money", "term", "date")
# to be quick to import, that module knows this name only when types are checked
attrs.resolve_types(OpenEffect, localns={"FactValue": FactValue})


class Reading:
    """Reads one snapshot; raises whatever it stumbles over."""

    def __init__(self, definitions: Sequence[str]) -> None:
        self._definitions = [exactly(one, str) for one in definitions]
        self._day: Callable[[str], date] = functools.cache(date.fromisoformat)
        self._names: dict[str, str] = {}
        self._entries_made: dict[tuple[object, ...], Entry] = {}

    def collaboration(self, raw: Raw) -> Collaboration:
        """The whole of it; nothing may be left over."""
        take = raw.pop
        listed: dict[str, dict[str, int]] = {}
        placed: dict[tuple[str, str], dict[str, int]] = {}
        cases: dict[str, Case] = {}
        for one in take("cases"):
            order = exactly(one.pop("order"), int)
            case = self._case(one)
            cases[case.id] = case
            listed.setdefault(case.lifecycle, {})[case.id] = order
            placed.setdefault((case.lifecycle, case.state), {})[case.id] = order
        latest = take("latest")
        lines = piece_reader()(take("register"), Enrolled)
        effects = [self._effect(one) for one in take("effects")]
        made = Collaboration(
            id=exactly(take("id"), str),
            workflow=exactly(take("workflow"), str),
            definition=exactly(take("definition"), str),
            started=self._day(take("started")),
            zone=exactly(take("zone"), str),
            rehearsal=exactly(take("rehearsal"), bool),
            register=Register(lines.parties, lines.sits, lines.holds, lines.gives, lines.regions),
            sequence=exactly(take("sequence"), int),
            head=exactly(take("head"), str),
            cases=Map(cases),
            by_state=Map({key: Map(ids) for key, ids in placed.items()}),
            by_lifecycle=Map({name: Map(ids) for name, ids in listed.items()}),
            latest=None if latest is None else self._day(latest),
            moved=Map({
                Cell(exactly(case, str), exactly(kind, str), exactly(name, str), self._name(who)):
                self._entry(entry)
                for case, kind, name, who, *entry in take("moved")
            }),
            earlier=self._texts(take("earlier")),
            effects=Map({one.key: one for one in effects}),
        )  # fmt: skip
        if raw:
            raise ValueError("more than a snapshot")
        return made

    def _case(self, raw: Raw) -> Case:
        take, day, name = raw.pop, self._day, self._name
        clocks = take("clocks", None)
        roles = take("roles", None)
        kept = take("kept", None)
        state = self._text(take("state"))
        made = Case(
            id=exactly(take("id"), str),
            lifecycle=self._text(take("lifecycle")),
            state=state,
            parent=name(take("parent", None)),
            definition=self._definitions[take("definition")],
            opened=self._entry(take("opened")),
            entered=day(take("entered")),
            state_since=exactly(take("since"), int),
            over=exactly(take("over", False), bool),
            trail=self._texts(take("trail", ())),
            facts=self._shelf(take("facts", None)),
            documents=self._shelf(take("documents", None)),
            positions=self._shelf(take("positions", None)),
            steps=self._shelf(take("steps", None)),
            breaches=self._shelf(take("breaches", None)),
            effects=self._shelf(take("effects", None)),
            roles=_NO_ROLES if roles is None else Map(
                {self._text(role): self._texts(who) for role, who in roles.items()}
            ),
            of=name(take("of", None)),
            rests_on=name(take("rests_on", None)),
            came_from=self._texts(take("came_from", ())),
            clocks=_NO_CLOCKS if clocks is None else Map(
                {self._text(one): day(since) for one, since in clocks.items()}
            ),
            kept=None if kept is None else piece_reader()(kept, CaseKept),
        )  # fmt: skip
        if raw:
            raise ValueError("more than a case")
        return made

    def _shelf(self, raw: Raw | None) -> Map[str, Entries]:
        if raw is None:
            return _NO_ENTRIES
        name, entry = self._name, self._entry
        return Map({
            self._text(one): Map({name(row[0]): entry(row[1:]) for row in rows})
            for one, rows in raw.items()
        })  # fmt: skip

    def _entry(self, raw: Sequence[Any]) -> Entry:
        value, day, sequence, by = raw
        if type(value) is dict:
            ((kind, spelled),) = value.items()
            value = self._spelled(kind, spelled)
        elif type(value) is str:
            value = self._text(value)
        key = (type(value), value, day, sequence, by)
        made = self._entries_made.get(key)
        if made is None:
            made = Entry(value, self._day(day), exactly(sequence, int), self._name(by))
            self._entries_made[key] = made
        return made

    @staticmethod
    def _spelled(kind: str, spelled: object) -> Value:
        if kind not in _TYPES:
            raise ValueError("no value")
        return read_value(kind, spelled)

    def _effect(self, raw: Raw) -> OpenEffect:
        made: OpenEffect = piece_reader()(raw, OpenEffect)
        return made

    def _text(self, text: str) -> str:
        found = self._names.get(text)
        if found is None:
            found = self._names[exactly(text, str)] = text
        return found

    def _name(self, text: str | None) -> str | None:
        return None if text is None else self._text(text)

    def _texts(self, raw: Sequence[str]) -> tuple[str, ...]:
        return tuple([self._text(one) for one in raw])
