"""What a condition or a declared thing comes to, apart from how it is spelled.

Two of the same meaning behave alike; that two of another meaning can behave alike too is for
`worlds` to find out. Labels, sources, the order of a list and how rules are divided do not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from typing import Any

import attrs

from samenwerk.core.leaves.document import Document
from samenwerk.core.leaves.fact import Fact
from samenwerk.core.leaves.open import Open
from samenwerk.core.leaves.queue import Queue
from samenwerk.core.leaves.silent import Silent
from samenwerk.core.leaves.window import Window
from samenwerk.values.declared import (
    Calculation,
    Day,
    Invariant,
    Lifecycle,
    Parameter,
    State,
    Step,
    WindowException,
)
from samenwerk.values.declared import Queue as DeclaredQueue
from samenwerk.values.declared import Window as DeclaredWindow
from samenwerk.values.duty import Duty
from samenwerk.values.operand import Calculated, Constant, DayOfStep, FactOf, Unset
from samenwerk.values.say import Say
from samenwerk.values.share import Share
from samenwerk.values.time import Term
from samenwerk.values.tree import (
    All,
    Ask,
    AtLeast,
    Each,
    Named,
    Node,
    Not,
    Some,
    Versions,
)
from samenwerk.values.who import Group, Who

_NODES = (All, Ask, AtLeast, Each, Named, Not, Some, Versions)
_ONLY_CALLED: Mapping[type, tuple[str, ...]] = {
    Constant: ("name",), Unset: ("name",), Calculated: ("full_name",),
    FactOf: ("home",), DayOfStep: ("home",),
    Document: ("full_name",), Open: ("full_name",), Silent: ("full_name",),
    Queue: ("name",), Window: ("name", "exception"),
    Group: ("name",), Day: ("name",), Calculation: ("name",), Parameter: ("name",),
    Invariant: ("name",), DeclaredQueue: ("name",), DeclaredWindow: ("name",),
    WindowException: ("name",), State: ("name",), Step: ("name",), Lifecycle: ("name",),
}  # fmt: skip
"""Fields that only say how something is called, by class."""
_BESIDE: Mapping[type, tuple[str, ...]] = {Say: ("instead",), Duty: ("only_if",)}
"""Fields that are left out of a comparison of values, and count here."""
_UNORDERED = frozenset(
    {"by", "sources", "fill_in", "may", "never", "sort", "sorts", "on", "giver", "veto"}
    | {"may_ask", "one_of", "before", "not_in", "regions", "takes_sorts", "while_in", "only_if"}
    | {"needs", "members", "speakers", "add", "less", "parts", "subject", "tests", "lifecycles"}
    | {"answers", "exceptions"}
)


def meaning(value: Any) -> Hashable:
    """What a node, an operand or a declared thing comes to; equal for what is spelled otherwise.

    >>> from samenwerk.values.tree import Not, Some
    >>> meaning(Constant(3, "limit")) == meaning(Constant(3))
    True
    >>> meaning(Term(1, "year")) == meaning(Term(12, "month"))
    True
    """
    if isinstance(value, _NODES):
        return _of_node(value)
    match value:
        case Share():
            return ("share", value.fraction)
        case Term():
            return _of_term(value)
        case Who():
            return _of_who(value)
        case Fact():
            tests = frozenset(_of_test(*one) for one in value.tests)
            return ("fact", meaning(value.subject), tests)
        case tuple():
            return tuple(meaning(one) for one in value)
        case frozenset():
            return frozenset(meaning(one) for one in value)
        case Mapping():
            return frozenset((key, meaning(one)) for key, one in value.items())
    if attrs.has(type(value)):
        found = tuple((name, of_field(value, name)) for name in fields(type(value)))
        return (type(value).__name__, found)
    return (type(value).__name__, value)  # true is no 1


def of_field(thing: Any, name: str) -> Hashable:
    """What one field comes to; the order of a list counts only where it says something."""
    value = getattr(thing, name)
    if name in _UNORDERED and isinstance(value, tuple):
        return frozenset(meaning(one) for one in value)
    return meaning(value)


def fields(kind: type) -> tuple[str, ...]:
    """The fields of a class that say more than how something is called."""
    called = _ONLY_CALLED.get(kind, ())
    own = [one.name for one in attrs.fields(kind) if one.eq and one.name not in called]
    return (*own, *_BESIDE.get(kind, ()))


def conjuncts(node: Node, rules: tuple[str, ...] = ()) -> tuple[tuple[Node, tuple[str, ...]], ...]:
    """The conditions that must each be met, with the rules that each stands in, outermost first."""
    match node:
        case Named(rule=rule):
            return conjuncts(rule.part, (*rules, rule.name))
        case All(parts=parts):
            return tuple(one for part in parts for one in conjuncts(part, rules))
        case Some(parts=(part,)) | AtLeast(count=1, parts=(part,)) | Not(part=Not(part=part)):
            return conjuncts(part, rules)
        case Not(part=Some(parts=parts)):
            return tuple(one for part in parts for one in conjuncts(Not(part), rules))
        case Not(part=Named(rule=rule)):
            return conjuncts(Not(rule.part), (*rules, rule.name))
    return ((node, rules),)


def _of_node(node: Node) -> Hashable:
    match node:
        case Ask(leaf=leaf):
            return ("ask", meaning(leaf))
        case Named(rule=rule):
            return _of_node(rule.part)
        case All(parts=parts):
            return _joined("all", [_of_node(part) for part in parts])
        case Some(parts=parts):
            return _joined("any", [_of_node(part) for part in parts])
        case AtLeast(count=count, parts=parts):
            return _least(count, [_of_node(part) for part in parts])
        case Not(part=part):
            return _opposite(_of_node(part))
        case Each(quantifier="no"):
            return _opposite(_of_node(attrs.evolve(node, quantifier="some")))
        case Versions(day=day, versions=versions):
            dated = tuple((one.starts, _of_node(one.part)) for one in versions)
            return ("versions", meaning(day), dated)
    return ("each", tuple((name, of_field(node, name)) for name in fields(Each)))


def _joined(word: str, parts: list[Hashable]) -> Hashable:
    """Parts together, without those that are of the same word themselves or there twice."""
    flat: set[Hashable] = set()
    for part in parts:
        if isinstance(part, tuple) and part[0] == word:
            flat |= part[1]
        else:
            flat.add(part)
    return next(iter(flat)) if len(flat) == 1 else (word, frozenset(flat))


def _least(count: int, parts: list[Hashable]) -> Hashable:
    if count == 1:
        return _joined("any", parts)
    if count == len(parts):
        return _joined("all", parts)
    return ("least", count, frozenset(Counter(parts).items()))


def _opposite(known: Hashable) -> Hashable:
    """The meaning of `not`, moved inwards as far as it goes."""
    match known:
        case ("not", inner):
            return inner
        case ("all", frozenset() as parts):
            return _joined("any", [_opposite(part) for part in parts])
        case ("any", frozenset() as parts):
            return _joined("all", [_opposite(part) for part in parts])
        case ("least", int(count), frozenset() as counted):
            each = [_opposite(part) for part, times in counted for _ in range(times)]
            return _least(len(each) - count + 1, each)
    return ("not", known)


def _of_term(term: Term) -> Hashable:
    by = () if term.calendar is None else (attrs.evolve(term.calendar, name=""),)
    if term.working or term.moves:  # how a moved term ends depends on how it is written
        return ("by a calendar", term.count, term.unit, *by)
    if term.unit in ("day", "week"):
        return ("days", term.count * (7 if term.unit == "week" else 1))
    return ("months", term.count * (12 if term.unit == "year" else 1))


def _of_who(who: Who) -> Hashable:
    """A group is who is in it; of a role only its name counts, for the register knows no more."""
    name = None if who.group is not None else who.name
    return (who.kind, name, who.lifecycle, who.of, meaning(who.group), meaning(who.table))


def _of_test(word: str, bound: Any) -> Hashable:
    """A comparison; "is this" and "is one of these" are one word."""
    if isinstance(bound, frozenset):
        return (word, meaning(bound))
    if word in ("is", "is_not") and isinstance(bound, Constant):
        return ("one_of" if word == "is" else "none_of", frozenset((meaning(bound.value),)))
    return (word, meaning(bound))
