"""Commands: what somebody asks the engine to do.

The moment, the civil day and every new id travel with the command, so that equal commands on
equal collaborations give equal outcomes.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime

import attrs

from samenwerk.values.cell import Value
from samenwerk.values.register import Giving, Holding, Located, Party, Seat


def holders(given: Mapping[str, str | Sequence[str]]) -> Mapping[str, tuple[str, ...]]:
    """Roles with their holders, of which one may be written alone; nobody stands there twice.

    >>> holders({"leader": "noord", "participant": ["zuid", "west", "zuid"]})
    {'leader': ('noord',), 'participant': ('zuid', 'west')}
    """
    return {
        role: (who,) if isinstance(who, str) else tuple(dict.fromkeys(who))
        for role, who in given.items()
    }


@attrs.frozen(kw_only=True)
class Command:
    """What all commands carry.

    `actor` is the party that acts, `on_behalf_of` the one it speaks for (itself if None).
    `day` is the civil day on which the act counts, `moment` the instant we learned of it
    (aware, UTC). `salt` keeps the digests of personal text from being guessed.
    """

    id: str
    actor: str | None
    moment: datetime
    day: date
    on_behalf_of: str | None = None
    salt: str = ""


@attrs.frozen(kw_only=True)
class Start(Command):
    """Begin a collaboration by a definition, given by its digest."""

    collaboration: str
    workflow: str
    definition: str
    zone: str = "Europe/Amsterdam"
    rehearsal: bool = False


@attrs.frozen(kw_only=True)
class Enrol(Command):
    """Put lines in the register; a line that stands there already gets the new last day."""

    parties: tuple[Party, ...] = ()
    sits: tuple[Seat, ...] = ()
    holds: tuple[Holding, ...] = ()
    gives: tuple[Giving, ...] = ()
    regions: tuple[Located, ...] = ()


@attrs.frozen(kw_only=True)
class Do(Command):
    """Do a step in a case; a step that opens a case names the new case and what it hangs under.

    `facts`, `documents` and `roles` (with who holds them) are what the step asks to be filled in;
    `explanation` is the recorded motivation where one is asked. `rests_on` names the earlier
    case that a new one builds on. `into` are the new cases of a step that splits, each with who
    goes there, and `heir` the one of them that inherits; `merges` are the cases that come here.
    `for_each` are the parties for whom it is done, where it is done for parties (empty: for all
    for whom it can be).
    `anyway`: it happened, so when it is refused it is recorded as a breach.
    """

    case: str
    step: str
    parent: str | None = None
    for_each: tuple[str, ...] = ()
    facts: Mapping[str, Value] = attrs.field(factory=dict)
    documents: Mapping[str, str] = attrs.field(factory=dict)
    roles: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict, converter=holders)
    explanation: str | None = None
    rests_on: str | None = None
    into: Mapping[str, tuple[str, ...]] = attrs.field(factory=dict, converter=holders)
    heir: str | None = None
    merges: tuple[str, ...] = ()
    anyway: bool = False


@attrs.frozen(kw_only=True)
class Say(Command):
    """Give a position in a decision: for, against, object (with reasons), abstain or ask."""

    case: str
    decision: str
    position: str
    reasons: str | None = None


@attrs.frozen(kw_only=True)
class Record(Command):
    """Record a fact in a case; `who` is the party it is about when it is kept per party."""

    case: str
    fact: str
    value: Value
    who: str | None = None


@attrs.frozen(kw_only=True)
class HandIn(Command):
    """Hand in a document; `title` says which paper it was and is personal text."""

    case: str
    document: str
    title: str


@attrs.frozen(kw_only=True)
class Migrate(Command):
    """Have another definition take effect, given by its digest, and move the open cases to it.

    `states` gives the states that have another name there, as `lifecycle.old` and the new name.
    """

    workflow: str
    definition: str
    states: Mapping[str, str] = attrs.field(factory=dict)


@attrs.frozen(kw_only=True)
class Conclude(Command):
    """Record what became of an effect, by its key: delivered, failed, again or dropped.

    Without a key it is the one of that name (`effect`) that was asked first in that case. `gives`
    are values that came back, by the names of the plugin; `plugin` is its version with its name
    before it. `fault` is one word for what went wrong, `said` the plugin's own words,
    and `because` why somebody gives it up.
    """

    how: str
    key: str = ""
    case: str = ""
    effect: str = ""
    plugin: str | None = None
    attempts: int = 1
    looked_up: bool = False
    gives: Mapping[str, Value] = attrs.field(factory=dict)
    fault: str = ""
    said: str | None = None
    because: str | None = None


@attrs.frozen(kw_only=True)
class Remind(Command):
    """Have a party reminded of a day that is coming in a case, by an effect of a plugin.

    `key` tells this reminder from every other; `plugin` is the effect, as `plugin.effect`, which
    gets along whom to remind, a subject and a text.
    """

    case: str
    party: str
    key: str
    plugin: str
    subject: str
    text: str


@attrs.frozen(kw_only=True)
class Erase(Command):
    """Record that free texts are erased, by their seals, and why."""

    seals: tuple[str, ...]
    because: str


@attrs.frozen(kw_only=True)
class Settle(Command):
    """Record the steps that time or their own conditions have made due, and nothing else."""
