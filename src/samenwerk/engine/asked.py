"""What callers of a room give, in the form that commands have it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, time
from typing import Any, TypeVar

import attrs

from samenwerk.values.cell import Value
from samenwerk.values.command import Command
from samenwerk.values.errors import Misuse
from samenwerk.values.event import Sealed

Reading = TypeVar("Reading", bound=Command)


def about_cases(
    rests_on: str | None,
    into: Mapping[str, Sequence[str]] | None,
    heir: str | None,
    merges: Sequence[str],
) -> dict[str, Any]:
    """What a step asks about other cases; raises Misuse for what is no division."""
    if into is not None and not isinstance(into, Mapping):
        raise Misuse("into must be a mapping", what="mapping", name="into")
    return {"rests_on": rests_on, "into": into or {}, "heir": heir, "merges": many(merges)}


def many(given: Iterable[str]) -> tuple[str, ...]:
    """Several names; one may be written alone.

    >>> many("noord"), many(["noord", "zuid"])
    (('noord',), ('noord', 'zuid'))
    """
    return (given,) if isinstance(given, str) else tuple(given)


def filled(
    facts: Mapping[str, Value] | None,
    documents: Mapping[str, str] | None,
    roles: Mapping[str, str | Sequence[str]] | None,
) -> dict[str, Any]:
    """What is filled in with a step; raises Misuse for what is no mapping."""
    filled = {"facts": facts, "documents": documents, "roles": roles}
    for name, given in filled.items():
        if given is not None and not isinstance(given, Mapping):
            raise Misuse(f"{name} must be a mapping", what="mapping", name=name)
    return {name: dict(given or {}) for name, given in filled.items()}


def of_step(asked: Mapping[str, Any]) -> dict[str, Any]:
    """All that a caller told with a step, but its day and id; raises Misuse as the others do."""
    plain = ("on_behalf_of", "parent", "explanation")
    return {
        **{name: asked[name] for name in plain if name in asked},
        "for_each": many(asked.get("for_each", ())),
        **about_cases(asked.get("rests_on"), asked.get("into"), asked.get("heir"),
                      asked.get("merges", ())),
        **filled(asked.get("facts"), asked.get("documents"), asked.get("roles")),
    }  # fmt: skip


def read_on(command: Reading) -> Reading:
    """The same for reading ahead: on a day to come, one looks from that day."""
    noon = datetime.combine(command.day, time(12), UTC)
    return attrs.evolve(command, moment=max(command.moment, noon))


def seal(sealed: str | Sealed) -> str:
    """The digest of a sealed text."""
    return sealed.sealed if isinstance(sealed, Sealed) else sealed
