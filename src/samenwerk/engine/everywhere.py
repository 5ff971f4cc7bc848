"""What waits in all collaborations of a store, read from the lists and from nothing else.

No record is opened. Who keeps the lists up to date is `engine.upkeep`.
"""

from __future__ import annotations

import json
from datetime import date

import attrs

from samenwerk.hooks.calling.packed import unpacked
from samenwerk.store.contract import Store, fault
from samenwerk.values.errors import Misuse, UnknownName
from samenwerk.values.listed import Listed
from samenwerk.values.register import Party, Register
from samenwerk.values.waiting import Blocked, Due, Task

WAITING = ("todo", "due", "blockers")
"""The kinds of things that wait, each a list of the store."""


@attrs.frozen
class Awaited:
    """One thing that waits: in which collaboration, in a case of which lifecycle, and what."""

    collaboration: str
    lifecycle: str | None
    what: Task | Due | Blocked
    day: date | None = None


@attrs.frozen(eq=False)
class Told:
    """What a collaboration is, for who tells what waits in it: its workflow by name and digest,
    its zone, and what its parties are called."""

    workflow: str
    definition: str
    zone: str
    register: Register


def everywhere(
    store: Store, kind: str, party: str | None = None, limit: int | None = None
) -> tuple[Awaited, ...]:
    """What waits of a kind (todo, due or blockers), of all or of what concerns a party.

    In the order of the days, what has none at the end. Raises Misuse for another kind, and
    StoreError for an entry that cannot be read: upkeep makes it anew.
    """
    if kind not in WAITING:
        raise Misuse(f"kind takes {', '.join(WAITING)}, not {kind!r}", what="wrong_type",
                     name="kind", wanted=", ".join(WAITING), given=repr(kind))  # fmt: skip
    return tuple(awaited(one) for one in store.lists(kind, party, limit))


def told(store: Store, collaborations: tuple[str, ...]) -> dict[str, Told]:
    """What these collaborations are, as far as their lists tell."""
    return {id: _told(body) for id, body in store.about(collaborations).items()}


def known_party(store: Store, kind: str, party: str) -> str:
    """The id of a party by its id, or by one of its names; raises UnknownName for none.

    Only for one of whom nothing is listed the lists are searched for its name.
    """
    if store.lists(kind, party, 1):
        return party
    wanted = party.casefold()
    spelled = json.dumps(wanted)[1:-1]
    kept = store.about(store.collaborations())
    # a capital that is not plain is escaped in a body, so that only reading it tells
    near = [body for body in kept.values() if "\\u" in body or spelled in body.casefold()]
    parties = [one for body in near for one in _told(body).register.parties]
    found = {one.id for one in parties if one.id == party}
    names = {one.id for one in parties for _, name in one.names
             if name.casefold() == wanted}  # fmt: skip
    for ids in (found, names):
        if len(ids) == 1:
            return ids.pop()
    raise UnknownName(what="party", name=party, nearest=None)


def _told(body: str) -> Told:
    match _read(body):
        case (str(workflow), str(definition), str(zone), tuple(parties)) if all(
            isinstance(one, Party) for one in parties
        ):
            return Told(workflow, definition, zone, Register(parties=parties))
    raise _damaged()


def awaited(one: Listed) -> Awaited:
    """What an entry says; raises StoreError for one that cannot be read."""
    match _read(one.body):
        case (lifecycle, (Task() | Due() | Blocked()) as what) if lifecycle is None or isinstance(
            lifecycle, str
        ):
            return Awaited(one.collaboration, lifecycle, what, one.day)
    raise _damaged()


def _read(body: str) -> object:
    try:
        return unpacked(body)
    except ValueError:
        raise _damaged() from None


def _damaged() -> Exception:
    detail = "the lists cannot be read; to have them made anew: samenwerk upkeep --anew"
    return fault("damaged", detail=detail)
