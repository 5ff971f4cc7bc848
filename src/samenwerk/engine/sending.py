"""Sending: what stands in the outbox is handed to plugins, and what came of it is recorded once.

At least once outside, once in the record. When to try again is `core.retrying`; how a worker goes
on is for who calls this.
"""

from __future__ import annotations

import contextlib
import time
import uuid
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

import attrs

from samenwerk.core.retrying import NO_ATTEMPT, Plan
from samenwerk.engine.acting import Desk, act, turned_away
from samenwerk.engine.posting import lacking
from samenwerk.hooks.calling.caller import Caller
from samenwerk.hooks.calling.trying import try_anew
from samenwerk.hooks.families.effects import Delivered, Sending, along, delivered, looked_up
from samenwerk.store.contract import Kept
from samenwerk.store.outbox import Posted, Posting
from samenwerk.telling.happened import Happened, Tell, fault_of
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Conclude
from samenwerk.values.effect import OpenEffect
from samenwerk.values.errors import (
    CommandReused,
    Conflict,
    Misuse,
    NotYou,
    PluginError,
    RecordBroken,
    SamenwerkError,
    UnknownName,
)
from samenwerk.values.event import Sealed


@attrs.frozen
class Sent:
    """What became of one attempt: delivered, looked_up (it was there already), failed (tried
    again at `next_try`), dead (left to a person), unknown (of a collaboration that is not in this
    store: left to a person), rests (not asked now), or gone (it had an end already). `fault` says
    what went wrong."""

    key: str
    collaboration: str
    effect: str
    plugin: str
    how: str
    fault: SamenwerkError | None = None
    next_try: datetime | None = None


class Sender:
    """Sends what is due, one after another. Several may work on one store, each with its `owner`.

    `dice` gives numbers from 0 to 1. What could not be asked is left alone for a while, so that
    it does not hold up the rest. Not safe from several threads: give each its own.
    """

    def __init__(self, desk: Desk, plan: Plan, dice: Any, owner: str | None = None) -> None:
        self._desk = desk
        self._plan = plan
        self._dice = dice
        self.owner = owner or uuid.uuid4().hex
        self._resting: dict[str, datetime] = {}

    def restore(self) -> int:
        """Put back what the outbox lacks of the record, and take away what has an end.

        Says how many changes that took. Records that cannot be read are left alone.
        """
        count = 0
        for id in self._desk.store.collaborations():
            with contextlib.suppress(RecordBroken, UnknownName):
                count += self._restored(id)
        return count

    def _restored(self, id: str) -> int:
        store = self._desk.store
        while True:
            there = [one.key for one in store.outbox(id)]
            known = self._desk.shelf.collaboration(id)
            changes = lacking(known, there, self._desk.moment())
            if not changes or _posted(self._desk, known, changes):
                return len(changes)

    def next_try(self) -> datetime | None:
        """When something can be sent next; None when nothing waits."""
        waiting = [one for one in self._desk.store.outbox() if not one.dead]
        moments = [max(one.next_try, one.until or one.next_try) for one in waiting]
        for place, one in enumerate(waiting):
            since = self._resting.get(one.plugin)
            if since is not None:
                moments[place] = max(moments[place], since + self._plan.rest)
        return min(moments, default=None)

    def due(self) -> Iterator[Sent]:
        """Send everything that is due now, each thing once."""
        seen: set[str] = set()
        while (sent := self.send()) is not None:
            yield sent
            if sent.key in seen:
                return
            seen.add(sent.key)

    def send(self, only: str | None = None) -> Sent | None:
        """Send one thing that is due, or the one of this key; None when there is none.

        Raises StoreError when it cannot be recorded: then it is tried again when its time is up.
        """
        now = self._desk.moment()
        taken = self._desk.store.lease(
            self.owner, now, now + self._plan.lease, 1, self._left_alone(now), only
        )
        if not taken:
            return None
        tell = self._desk.tell
        return self._sent(taken[0]) if tell is None else self._told(taken[0], tell)

    def _told(self, one: Posted, tell: Tell) -> Sent:
        """Send it, and tell what became of it."""
        tell(Happened(what="began", of="sending", collaboration=one.collaboration,
                      plugin=one.plugin))  # fmt: skip
        started = time.perf_counter()
        try:
            sent = self._sent(one)
        except BaseException as error:
            tell(Happened(what="failed", of="sending", collaboration=one.collaboration,
                          fault=fault_of(error),
                          seconds=time.perf_counter() - started))  # fmt: skip
            raise
        fault = None if sent.fault is None else fault_of(sent.fault)
        tell(Happened(what="sent", collaboration=sent.collaboration, effect=sent.effect or None,
                      plugin=sent.plugin, outcome=sent.how, fault=fault, count=one.attempts,
                      seconds=time.perf_counter() - started))  # fmt: skip
        return sent

    def _left_alone(self, now: datetime) -> tuple[str, ...]:
        over = [one for one, since in self._resting.items() if not self._plan.rests(since, now)]
        for plugin in over:
            del self._resting[plugin]
            self._desk.shelf.calling.health.anew(plugin.partition(".")[0])
        if over:  # what was missing may have been installed since
            try_anew()
            self._desk.shelf.look_again()
        return tuple(sorted(self._resting))

    def _sent(self, one: Posted) -> Sent:
        told = (one.key, one.collaboration)
        effect: OpenEffect | None = None
        try:
            known = self._desk.shelf.collaboration(one.collaboration)
        except UnknownName as fault:
            return self._unknown(one, fault)
        except RecordBroken as fault:
            return self._failed(one, effect, fault, "definition")
        try:
            effect = known.effects.get(one.key)
            if effect is None or known.rehearsal:
                self._desk.store.post(one.collaboration, [_done(one)])
                return Sent(*told, "", one.plugin, "gone")
            if one.attempts > self._plan.attempts:  # each was begun, and none came to its end
                return self._failed(attrs.evolve(one, attempts=one.attempts - 1), effect,
                                    _unfinished(one), "unfinished")  # fmt: skip
            running = self._desk.shelf.running(effect.definition)
            caller, name = running.caller, effect.plugin.partition(".")[2]
            plugin = effect.plugin.partition(".")[0]
            sending = self._sending(known, effect, caller, one.attempts)
            was = looked_up(caller, plugin, name, sending) if one.tried else None
            found = was or delivered(caller, plugin, name, sending)
            self._came(one, _version(caller, plugin), found, was is not None)
        except PluginError as fault:
            return self._failed(one, effect, fault, str(fault.params.get("what", "")))
        except RecordBroken as fault:
            return self._failed(one, effect, fault, "definition")
        except Misuse as fault:  # no record can hold what came back
            return self._failed(one, effect, fault, "answer")
        return Sent(*told, effect.effect, one.plugin, "looked_up" if was else "delivered")

    def _unknown(self, one: Posted, fault: SamenwerkError) -> Sent:
        """What this store knows no collaboration of is left to a person: there is no record."""
        moment, told = self._desk.moment(), str(fault)
        dead = Posting("dead", one.key, one.sequence, one.plugin, moment, True, told)
        self._desk.store.post(one.collaboration, [dead])
        return Sent(one.key, one.collaboration, "", one.plugin, "unknown", fault)

    def _sending(
        self, known: Collaboration, effect: OpenEffect, caller: Caller, attempt: int
    ) -> Sending:
        plugin, _, name = effect.plugin.partition(".")
        member = caller.plugins.found("effects", plugin, name)
        parties = {one.id: one for one in known.register.parties}
        written: dict[str, Any] = {}
        for fact in effect.given:
            value: Any = fact.value
            if isinstance(value, Sealed):
                value = self._desk.store.unseal(value.sealed)
            if value is not None:  # what was erased does not go along
                written[fact.name] = value
        for role, who in effect.roles:
            written[role] = tuple(parties[party] for party in who if party in parties)
        return Sending(
            effect.key, effect.effect, known.id, effect.case, effect.day,
            along(plugin, member, written), parties.get(effect.party or ""), attempt,
        )  # fmt: skip

    def _came(self, one: Posted, version: str, found: Delivered, was: bool) -> None:
        """Record that it came about; when that was recorded already there is nothing to do."""
        self._conclude(one, "done", how="delivered", plugin=version, attempts=one.attempts,
                       looked_up=was, gives=dict(found.gives))  # fmt: skip

    def _failed(
        self, one: Posted, effect: OpenEffect | None, fault: SamenwerkError, what: str
    ) -> Sent:
        now, plan = self._desk.moment(), self._plan
        detail = fault.params.get("detail")
        said = detail if isinstance(detail, str) and detail else str(fault)
        told = (one.key, one.collaboration, "" if effect is None else effect.effect, one.plugin)
        if what in NO_ATTEMPT:
            self._resting[one.plugin] = now
            again = now + plan.rest
            self._desk.store.put_back(one.key, self.owner, again, said, counted=False)
            return Sent(*told, "rests", fault, again)
        if effect is not None and plan.dead(one.attempts, what):
            caller = self._desk.shelf.running(effect.definition).caller
            version = _version(caller, effect.plugin.partition(".")[0])
            self._conclude(one, f"failed/{effect.round}", how="failed", attempts=one.attempts,
                           plugin=version, fault=what, said=said)  # fmt: skip
            return Sent(*told, "dead", fault)
        again = now + plan.wait(one.attempts, self._dice())
        self._desk.store.put_back(one.key, self.owner, again, said)
        return Sent(*told, "failed", fault, again)

    def _conclude(self, one: Posted, id: str, **asked: Any) -> None:
        try:
            act(self._desk, one.collaboration, Conclude, day=None, actor=None, key=one.key,
                command_id=f"effect/{one.key}/{id}", **asked)  # fmt: skip
        except (CommandReused, UnknownName):
            self._desk.store.post(one.collaboration, self._settled(one))

    def _settled(self, one: Posted) -> tuple[Posting, ...]:
        """What the outbox lacks when somebody else recorded an end first."""
        known = self._desk.shelf.collaboration(one.collaboration)
        return () if one.key in known.effects else (_done(one),)


def _unfinished(one: Posted) -> PluginError:
    plugin, _, name = one.plugin.partition(".")
    return PluginError(
        f"plugin {plugin} never came to the end of effects {name}, {one.attempts - 1} times",
        what="unfinished", plugin=plugin, hook=f"effects {name}", times=one.attempts - 1,
    )  # fmt: skip


def _version(caller: Caller, plugin: str) -> str:
    """A plugin with its version, as the record says it."""
    return f"{plugin} {caller.plugins.versions.get(plugin, '')}".strip()


def again(desk: Desk, key: str, actor: str | None = None) -> Posted:
    """Have an effect sent again, now: one that failed, or one that waits for a later moment.

    Raises UnknownName for a key that is not in the outbox, Misuse while somebody is at it, and
    NotYou for who may not decide about it.
    """
    one, owner = _held(desk, key, actor=actor, how="again")
    _decided(desk, one, owner, actor=actor, how="again")
    # What had failed is sent anew by what was recorded; what waits is in our hands still.
    there = {each.key: each for each in desk.store.outbox(one.collaboration)}
    known = desk.shelf.collaboration(one.collaboration)
    if key in known.effects and key in there and there[key].owner == owner:
        send = Posting("send", key, one.sequence, one.plugin, desk.moment(), True)
        _posted(desk, known, [send])
    return one


def drop(desk: Desk, key: str, because: str, actor: str | None = None) -> Posted:
    """Give an effect up; raises as `again`. Of a collaboration that is not there, just that."""
    asked = {"actor": actor, "how": "dropped", "because": because}
    one, owner = _held(desk, key, **asked)
    if desk.store.tip(one.collaboration) is None:
        desk.store.post(one.collaboration, [_done(one)])
        return one
    _decided(desk, one, owner, **asked)
    return one


def _decided(desk: Desk, one: Posted, owner: str, **asked: Any) -> None:
    """Record what a person decided; what cannot be recorded leaves the effect as it stood."""
    try:
        act(desk, one.collaboration, Conclude, day=None, command_id=None, key=one.key, **asked)
    except BaseException:
        desk.store.put_back(one.key, owner, one.next_try, one.fault, counted=False)
        raise


def _held(desk: Desk, key: str, **asked: Any) -> tuple[Posted, str]:
    """The effect of this key, taken by who may so that no worker sends it meanwhile."""
    now, owner = desk.moment(), uuid.uuid4().hex
    there: Mapping[str, Posted] = {one.key: one for one in desk.store.outbox()}
    if key not in there:
        raise UnknownName(what="effect", name=key)
    about = there[key].collaboration
    if desk.store.tip(about) is not None and (
        refusal := turned_away(desk, about, Conclude, day=None, key=key, **asked)
    ):
        raise NotYou("this effect is up to others", why=refusal.headline)
    taken = desk.store.lease(owner, now, now + timedelta(minutes=1), only=key)
    if not taken:
        raise Misuse("it is being sent now", what="sending", name=key)
    return there[key], owner


def _posted(desk: Desk, known: Collaboration, changes: Sequence[Posting]) -> bool:
    """Change the outbox, unless the record went on since: what is open here may have its end.

    The store compares, in one transaction, so that no effect that ended is ever put back. What
    is only taken away needs no comparing: an end stays.
    """
    if all(one.change == "done" for one in changes):
        desk.store.post(known.id, changes)
        return True
    kept = Kept(f"outbox/{desk.new_id()}", "", "allowed", known.sequence + 1, known.sequence,
                known.head)  # fmt: skip
    try:
        desk.store.append(known.id, known.sequence, (), (), kept, changes)
    except Conflict:
        return False
    return True


def _done(one: Posted) -> Posting:
    return Posting("done", one.key, one.sequence, one.plugin, one.next_try)
