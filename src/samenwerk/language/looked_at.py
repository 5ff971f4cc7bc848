"""What a condition looks at: the names of all that must be recorded, done or decided for it.

How each of these is entered is `entered`; what the condition asks of them is `conditions`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from samenwerk.core.leaves.asked import Asked
from samenwerk.core.leaves.breach import Breach
from samenwerk.core.leaves.case import CaseState
from samenwerk.core.leaves.decision import Decision
from samenwerk.core.leaves.document import Document
from samenwerk.core.leaves.done import Done
from samenwerk.core.leaves.duty import Duty
from samenwerk.core.leaves.fact import Fact
from samenwerk.core.leaves.known import Known
from samenwerk.core.leaves.mandate import Mandate
from samenwerk.core.leaves.open import Open
from samenwerk.core.leaves.pool import Pool
from samenwerk.core.leaves.queue import Queue
from samenwerk.core.leaves.say import Say
from samenwerk.core.leaves.silent import Silent
from samenwerk.core.leaves.window import Window
from samenwerk.definitions.checks.walk import inside
from samenwerk.values.message import Name
from samenwerk.values.operand import (
    Calculated,
    Constant,
    DayOfStep,
    FactOf,
    Held,
    Operand,
    Summed,
    Unset,
)
from samenwerk.values.tree import All, Ask, AtLeast, Each, Named, Node, Not, Some, Versions
from samenwerk.values.who import Who


def looked_at(node: Node) -> tuple[Name, ...]:
    """Names of facts, documents, decisions and so on, each once, in the order of the text.

    A rule that is named stands for all that it looks at itself. Settings are among them, where
    the condition still knows them by name.

    >>> looked_at(Ask(Document("note", "change.note")))
    (Name(family='document', name='change.note'),)
    """
    return tuple(dict.fromkeys(_of(node)))


def rules_in(node: Node) -> Iterator[Name]:
    """The rules that a condition rests on, also through one another."""
    for one in inside(node):
        if isinstance(one, Named):
            yield Name("rule", one.rule.name)


def all_looked_at(node: Node) -> frozenset[Name]:
    """The same as `looked_at`, with all that named rules look at."""
    named = [one.rule for one in inside(node) if isinstance(one, Named)]
    return frozenset(one for part in (node, *(rule.part for rule in named)) for one in _of(part))


def _of(node: Node) -> Iterator[Name]:
    match node:
        case Named(rule=rule):
            yield Name("rule", rule.name)
        case Ask(leaf=leaf):
            yield from _leaf(leaf)
        case All(parts=parts) | Some(parts=parts) | AtLeast(parts=parts):
            for part in parts:
                yield from _of(part)
        case Not(part=part):
            yield from _of(part)
        case Versions(day=day, versions=versions):
            yield from _operand(day)
            for version in versions:
                yield from _of(version.part)
        case Each(among=among, cases=cases, part=part):
            yield from _who(among)
            if cases is not None:
                yield Name("lifecycle", cases)
            if part is not None:
                yield from _of(part)


def _leaf(leaf: Any) -> Iterator[Name]:
    match leaf:
        case Document() | Decision() | Say() | Duty() | Open() | Silent():
            yield Name(leaf.word, leaf.full_name)
        case Done(by=by):
            yield Name("step", f"{leaf.lifecycle}.{leaf.step}")
            yield from _who(by)
        case Breach():
            yield Name("step", f"{leaf.lifecycle}.{leaf.step}")
        case CaseState():
            for state in sorted(leaf.states):
                yield Name("state", f"{leaf.lifecycle}.{state}")
        case Mandate() | Window() | Queue():
            yield Name(leaf.word, leaf.name)
        case Asked():
            yield Name("plugin", f"{leaf.plugin}.{leaf.rule}")
        case Pool():
            yield from _operand(leaf.held)
            for _, bound in leaf.tests:
                yield from _operand(bound)
        case Fact():
            yield from _operand(leaf.subject)
            for _, one in leaf.tests:
                if not isinstance(one, frozenset):
                    yield from _operand(one)
        case Known():
            yield from _operand(leaf.subject)
        case _:  # a kind that a plugin brings tells it itself
            yield from getattr(leaf, "looks_at", ())


def _operand(operand: Operand) -> Iterator[Name]:
    for one in inside(operand):
        match one:
            case FactOf():
                yield Name("fact", one.full_name)
            case DayOfStep():
                yield Name("step", one.full_name)
            case Constant(name=str() as name) | Unset(name=name):
                yield Name("parameter", name)
            case Calculated():
                yield Name("calculation", one.full_name)
            case Held(pool=str() as pool):
                yield Name("pool", pool)
            case Summed(among=among):
                yield from _who(among)


def _who(who: Who | None) -> Iterator[Name]:
    if who is not None:
        yield Name(who.kind, f"{who.lifecycle}.{who.name}" if who.lifecycle else who.name)
