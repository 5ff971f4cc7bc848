"""Reminding parties of days that are coming: once for each party, thing and day.

The days come from the lists that upkeep keeps. A reminder is recorded, and goes out as every
effect does: by the outbox and `engine.sending`.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

import attrs

from samenwerk.core.authority import OF_EFFECTS
from samenwerk.core.reminding import HANDED
from samenwerk.engine.acting import Desk, act, civil_day
from samenwerk.engine.everywhere import Awaited, everywhere, told
from samenwerk.engine.room import Room
from samenwerk.engine.speaking import speaker_for
from samenwerk.hooks.calling.packed import packed
from samenwerk.language.catalogue import Speaker
from samenwerk.telling.happened import Happened
from samenwerk.values.case import Collaboration
from samenwerk.values.command import Remind
from samenwerk.values.errors import CommandReused, Misuse, SamenwerkError
from samenwerk.values.waiting import Due


@attrs.frozen
class Reminded:
    """A reminder that is to go out: to which party, in which case, of which day. `fault` says why
    none could be made (then `party` and `key` are empty)."""

    collaboration: str
    case: str
    party: str
    day: date
    key: str
    fault: SamenwerkError | None = None


def reminders(desk: Desk, by: str, days: int, lang: str) -> Iterator[Reminded]:
    """Record a reminder for each party of each day from today up to so many days ahead.

    `by` is the effect that brings it, as `plugin.effect`; collaborations by a workflow that does
    not name that plugin are passed by, and so is what was recorded before. Raises Misuse when the
    effect does not take what a reminder says, and StoreError.
    """
    if days < 0:
        raise Misuse("no reminder comes after its day", what="reminder", name=str(days))
    dues = everywhere(desk.store, "due")
    known = told(desk.store, tuple({one.collaboration for one in dues}))
    moment = desk.moment()
    for one in dues:
        about, due = known.get(one.collaboration), one.what
        if about is None or not isinstance(due, Due):
            continue
        today = civil_day(moment, about.zone)
        if not 0 <= (due.day - today).days <= days:
            continue
        try:
            yield from _of(desk, one, due, by, lang)
        except Misuse:
            raise
        except SamenwerkError as fault:
            yield Reminded(one.collaboration, due.case, "", due.day, "", fault)


def _of(desk: Desk, one: Awaited, due: Due, by: str, lang: str) -> Iterator[Reminded]:
    """The reminders of one day that were not recorded before."""
    open_ones = [
        (party, key) for party in due.who
        if desk.store.kept(one.collaboration, _command(key := _key(one, due, party))) is None
    ]  # fmt: skip
    if not open_ones:
        return
    known = desk.known(one.collaboration)
    if known.rehearsal or not _takes(desk, known, by):
        return
    speaker = speaker_for(lang, Room(desk, known.id)).inside(one.lifecycle)
    for party, key in open_ones:
        if known.register.party(party) is None:
            continue  # a table or role: those who sit there are told by what they are asked
        subject, text = _words(speaker, one, due)
        try:
            done = act(desk, known.id, Remind, day=None, command_id=_command(key), actor=None,
                       case=due.case, party=party, key=key, plugin=by, subject=subject,
                       text=text)  # fmt: skip
        except CommandReused:
            continue  # somebody else was first, and said it in other words
        if done.repeated:
            continue
        if desk.tell is not None:
            desk.tell(Happened(what="reminded", collaboration=known.id, count=1))
        yield Reminded(known.id, due.case, party, due.day, key)


def _takes(desk: Desk, known: Collaboration, by: str) -> bool:
    """Whether the workflow names the plugin; raises Misuse for an effect that takes no reminder,
    and PluginError for a plugin that cannot be used."""
    running = desk.shelf.running(known.definition)
    plugin, _, name = by.partition(".")
    if plugin not in {one.name for one in running.workflow.plugins}:
        return False
    effect = running.plugins.found("effects", plugin, name)
    takes = {one.name: one for one in effect.parameters}
    others = [one.name for one in effect.parameters
              if one.name not in HANDED and one.default is None]  # fmt: skip
    if others or not set(HANDED) <= set(takes):
        raise Misuse(f"{by} does not take a reminder", what="reminder", name=by)
    return True


def _words(speaker: Speaker, one: Awaited, due: Due) -> tuple[str, str]:
    """The subject and the text of a reminder."""
    what = speaker.sentence(due.what)
    told = {"what": what, "day": due.day, "case": due.case, "collaboration": one.collaboration}
    return speaker.words("reminder.subject", **told), speaker.words("reminder.text", **told)


def _key(one: Awaited, due: Due, party: str) -> str:
    """What tells a reminder from every other, and from every effect that a step asks."""
    # a key is one of its plugin: another one may give the same
    thing = packed(due.what) if due.key is None else f"{due.plugin}.{due.key}"
    parts = ("remind", one.collaboration, due.case, thing, due.day.isoformat(), party)
    return hashlib.sha256("\x00".join(parts).encode()).hexdigest()[:32]


def _command(key: str) -> str:
    return f"{OF_EFFECTS}{key}/asked"
