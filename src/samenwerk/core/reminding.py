"""Reminding: a party is told of a day that is coming, by an effect that no step asks.

Which days those are, and whether it was done before, is `engine.reminding`.
"""

from __future__ import annotations

from samenwerk.core.acts import DONE, case_of
from samenwerk.core.journal import Journal
from samenwerk.values.command import Remind
from samenwerk.values.effect import REMINDER
from samenwerk.values.errors import UnknownName
from samenwerk.values.event import EffectAsked, FactValue
from samenwerk.values.outcome import Outcome

HANDED = ("to", "subject", "text")
"""What a plugin gets along to remind somebody: who, about what, and what to say."""


def remind(journal: Journal, command: Remind) -> Outcome:
    """Note that a reminder is to go out; raises UnknownName for a case or party that is none."""
    case = case_of(journal, command.case)
    if journal.collaboration.register.party(command.party) is None:
        raise UnknownName(what="party", name=command.party)
    to, subject, text = HANDED
    journal.note(
        EffectAsked(
            effect=REMINDER,
            plugin=command.plugin,
            key=command.key,
            cause=0,
            given=(
                FactValue(subject, "text", journal.seal(command.subject)),
                FactValue(text, "text", journal.seal(command.text)),
            ),
            roles=((to, (command.party,)),),
        ),
        definition=case.definition,
        case=case,
        lifecycle=case.lifecycle,
    )  # fmt: skip
    return DONE
