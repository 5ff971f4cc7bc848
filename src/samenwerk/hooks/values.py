"""What several families of plugins share: questions, answers and parameters.

Values only; what one family alone has is in `families`, and who is asked when is `calling`.
"""

from __future__ import annotations

import functools
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, TypeVar

import attrs

from samenwerk.values.cell import Cell, Value
from samenwerk.values.given import NOTHING_GIVEN as NOTHING_GIVEN
from samenwerk.values.given import PARAMETER_TYPES as PARAMETER_TYPES
from samenwerk.values.given import Given as Given
from samenwerk.values.given import Parameter as Parameter
from samenwerk.values.given import given_value as given_value
from samenwerk.values.message import Message

if TYPE_CHECKING:
    from samenwerk.values.case import Case, Collaboration
    from samenwerk.values.register import Party


@attrs.frozen(eq=False)
class Question:
    """What a plugin may look at: the case at hand in its collaboration, on a day.

    Everything in it is a value that cannot be changed. `case` holds what is being filled in with
    the step at hand. `party` is the party that a quantifier asks about, `parameters` what the
    workflow gave the rule, `settings` the parameters of the workflow itself that have a value, by
    name. Free text is not in it: a text fact is worth the digest of its text.
    """

    case: Case
    collaboration: Collaboration
    day: date
    actor: str | None = None
    party: str | None = None
    parameters: Mapping[str, Given] = NOTHING_GIVEN
    settings: Mapping[str, Given] = NOTHING_GIVEN

    def fact(self, name: str, of: str | None = None, above: str | None = None) -> Value | None:
        """What is recorded under this name, about party `of`; None when nothing is.

        `above` is a lifecycle: then the nearest case of it is meant, counting the case itself.

        >>> question.fact("budget", above="collaboration")                     # doctest: +SKIP
        Decimal('120000.00')
        """
        case = self._case(above)
        entry = None if case is None else case.entry("facts", name, of)
        return None if entry is None else entry.value

    def per_party(self, name: str, above: str | None = None) -> Mapping[str, Value]:
        """What is recorded under this name about each party."""
        case = self._case(above)
        entries = None if case is None else case.facts.get(name)
        known = {} if entries is None else dict(entries)
        parties = sorted(who for who in known if who is not None)
        return {who: known[who].value for who in parties}

    def held(self, pool: str | None = None) -> Decimal:
        """What was moved into the case less what was moved out of it; or into a pool of this name.

        What the workflow says that a pool begins with is not in it. Of a pool with amounts by
        year the year stands behind its name.

        >>> question.held("general 2027")                                      # doctest: +SKIP
        Decimal('-2500.00')
        """
        from samenwerk.values.ledger import NOTHING

        cell = Cell(self.case.id, "pool", "this") if pool is None else Cell("", "pool", pool)
        entry = self.collaboration.moved.get(cell)
        return entry.value if entry and isinstance(entry.value, Decimal) else NOTHING

    def parties(self, *sorts: str) -> tuple[Party, ...]:
        """The parties that take part on the day, of these sorts (of any, when none is named)."""
        return tuple(
            party
            for party in self.collaboration.register.parties
            if party.span.covers(self.day) and (not sorts or party.sort in sorts)
        )

    def _case(self, above: str | None) -> Case | None:
        from samenwerk.core.view import View, located

        return located(View(self.collaboration, self.case, self.day), above)


@attrs.frozen
class Answer:
    """What a rule says: 0 (no), 1 (not known) or 2 (yes), and why.

    `message` and `ways` are sentences of the plugin's own catalogue: why, and what would help.

    >>> Answer(2).truth
    2
    """

    truth: int
    message: Message | None = None
    ways: tuple[Message, ...] = ()


def question_of(
    collaboration: Collaboration,
    case: Case,
    day: date,
    actor: str | None = None,
    party: str | None = None,
    parameters: Mapping[str, Given] | None = None,
    settings: Mapping[str, Given] = NOTHING_GIVEN,
) -> Question:
    """A question that shares nothing with the engine that could be changed.

    A register remembers what was worked out about it; a plugin gets one with a memory of its own.
    """
    apart = _own(collaboration)
    apart.__dict__["register"] = attrs.evolve(collaboration.register)
    given = MappingProxyType(dict(parameters or {}))
    return Question(_own(case), apart, day, actor, party, given, settings)


T = TypeVar("T")


def _own(one: T) -> T:
    """The same value, without what it remembers of what was worked out about it.

    As `attrs.evolve`, but several times faster: a question is made for every answer.
    """
    kind: Any = type(one)
    made: T = object.__new__(kind)
    there = one.__dict__
    made.__dict__.update({name: there[name] for name in _fields(kind)})
    return made


@functools.cache
def _fields(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(kind))
