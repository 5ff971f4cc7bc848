"""Concluding: what became of an effect, recorded once; and a person who has it sent again or not.

Pure: what the plugin gave comes in as values, so that a replay never asks it.
"""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk.core.acts import DONE
from samenwerk.core.compiled import Compiled
from samenwerk.core.fitting import fact_of, fits
from samenwerk.core.journal import Journal
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Value
from samenwerk.values.command import Conclude
from samenwerk.values.effect import HOW, OpenEffect
from samenwerk.values.errors import Misuse, PluginError, UnknownName
from samenwerk.values.event import (
    EffectAgain,
    EffectDone,
    EffectDropped,
    EffectFailed,
    FactValue,
    Happened,
)
from samenwerk.values.outcome import Outcome


def conclude(compiled: Compiled, journal: Journal, command: Conclude) -> Outcome:
    """Record what became of an effect that is open; what stands already is left as it is.

    Raises UnknownName for one that is not open (any more), and PluginError for a value that came
    back and does not fit the fact in which it is kept.
    """
    effect = meant(journal.collaboration, command)
    if effect is None:
        raise UnknownName(what="effect", name=command.key or command.effect)
    if command.how not in HOW:
        raise Misuse("this cannot become of an effect", what="how", name=command.how)
    if effect.failed == (command.how == "failed") and command.how in ("failed", "again"):
        return DONE  # it stands like that already
    case = journal.collaboration.cases[effect.case]
    what: Happened
    match command.how:
        case "delivered":
            facts = tuple(_facts(compiled, case, effect, command))
            what = EffectDone(
                effect.effect, effect.key, command.plugin, command.attempts, command.looked_up,
                facts,
            )  # fmt: skip
        case "failed":
            said = journal.seal(command.said) if command.said else None
            what = EffectFailed(
                effect.effect, effect.key, command.plugin, command.attempts, command.fault, said
            )
        case "again":
            what = EffectAgain(effect.effect, effect.key)
        case _:
            because = journal.seal(command.because) if command.because else None
            what = EffectDropped(effect.effect, effect.key, because)
    journal.note(
        what,
        definition=case.definition,
        actor=command.actor,
        on_behalf_of=command.on_behalf_of,
        case=case,
        lifecycle=case.lifecycle,
        step=effect.step or None,
    )
    return DONE


def meant(known: Collaboration, command: Conclude) -> OpenEffect | None:
    """The open effect that a command is about; by name it is the one asked first in that case."""
    if command.key:
        return known.effects.get(command.key)
    named = [one for one in known.effects.values()
             if (one.case, one.effect) == (command.case, command.effect)]  # fmt: skip
    return min(named, key=lambda one: one.asked, default=None)


def _facts(
    compiled: Compiled, case: Case, effect: OpenEffect, command: Conclude
) -> Iterator[FactValue]:
    """The facts that became known; one that the definition of the case has no more is passed."""
    told: list[tuple[str, Value]] = []
    if effect.records is not None:
        told.append((effect.records, True))
    told += [(fact, command.gives[name]) for name, fact in effect.gives if name in command.gives]
    for name, value in told:
        try:
            fact = fact_of(compiled.workflow, case.lifecycle, name)
        except UnknownName:
            continue
        if fact.type == "text" or fact.per or not fits(fact, value):
            raise PluginError(
                f"{effect.plugin} gave {name} = {value!r}, which does not fit",
                what="fact", plugin=effect.plugin, fact=name, answer=repr(value)[:60],
            )  # fmt: skip
        yield FactValue(fact.name, fact.type, value)
