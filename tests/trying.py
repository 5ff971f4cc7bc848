"""Trying everything: what anybody could do next, and whether a few of these acts are enough.

Works by brute force on the real `decide`, so that what the core says about ways can be held
against what is really possible.
"""

from __future__ import annotations

from collections.abc import Iterator
from random import Random
from typing import Any

from tests.strategies_workflows import CHANGE, DOCUMENTS, FACTS, PARTIES, VALUES, World

from samenwerk.core.decide import decide
from samenwerk.values.command import Command, Do, HandIn, Record, Say
from samenwerk.values.errors import Misuse

WIDTH = 10
"""So many worlds are kept after each act: enough to find what is near, few enough to wait for."""


def doings(world: World, goal: Do) -> Iterator[Do]:
    """The step by every party, for itself and for another, explained or not, filled in or not."""
    step = world.compiled.steps[goal.step].step
    filled: tuple[dict[str, Any], ...] = ({},)
    if step.fill_in:
        filled = ({}, *(dict.fromkeys(step.fill_in, value) for value in VALUES["filled"]))
    for actor in PARTIES:
        for party in (None, *(one.who[0] for one in world.known.register.gives)):
            for explanation in (None, "because"):
                for facts in filled:
                    yield world.command(
                        Do, case=goal.case, step=goal.step, actor=actor, on_behalf_of=party,
                        explanation=explanation, facts=facts,
                    )  # fmt: skip


def finished(world: World, goal: Do, without: str | None = None) -> Do | None:
    """The step as somebody could do it now, or None; `without` acts nor is acted for."""
    for command in doings(world, goal):
        if without in (command.actor, command.on_behalf_of) and without is not None:
            continue
        outcome = decide(
            world.compiled, world.known, command, world.answers, seal=False, look=False
        )
        if outcome.carried_out:
            return command
    return None


def acts(world: World) -> Iterator[Command]:
    """One act of every kind, by every party, in every case, with every value worth trying."""
    for case in world.known.cases.values():
        for actor in PARTIES:
            told: dict[str, Any] = {"case": case.id, "actor": actor}
            for found in world.compiled.steps.values():
                if found.lifecycle.name == case.lifecycle and not found.step.opens:
                    goal = world.command(Do, case=case.id, step=found.step.full_name)
                    yield from (one for one in doings(world, goal) if one.actor == actor)
            if case.lifecycle != CHANGE:
                continue
            for word in ("for", "against", "object", "abstain"):
                yield world.command(Say, **told, decision="carry", position=word, reasons="why")
            for name, values in VALUES.items():
                for value in values:
                    for who in PARTIES if FACTS[name].per else (None,):
                        yield world.command(Record, **told, fact=name, value=value, who=who)
            for name in DOCUMENTS:
                yield world.command(HandIn, **told, document=name, title="title")


def reached(
    world: World, goal: Do, most: int, without: str | None = None
) -> tuple[Command, ...] | None:
    """At most so many acts that end in the step being done, or None when none were found."""
    layer: list[tuple[World, tuple[Command, ...]]] = [(world, ())]
    dice = Random(1)
    for depth in range(most + 1):
        after: list[tuple[World, tuple[Command, ...]]] = []
        for at, path in layer:
            last = finished(at, goal, without)
            if last is not None:
                return (*path, last)
            for command in acts(at) if depth < most else ():
                if without is not None and without in (command.actor, command.on_behalf_of):
                    continue
                try:
                    then = at.after(command)
                except Misuse:
                    continue
                if then is not at:
                    after.append((then, (*path, command)))
        dice.shuffle(after)
        layer = after[:WIDTH]
    return None
