"""What the outbox is to hold: worked out from the record, with each event and as a whole.

The record is the truth. Sending what stands in the outbox is `sending`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

import attrs

from samenwerk.store.outbox import Posting
from samenwerk.values.case import Collaboration
from samenwerk.values.effect import OpenEffect
from samenwerk.values.event import (
    EffectAgain,
    EffectAsked,
    EffectDone,
    EffectDropped,
    EffectFailed,
    Line,
    SealedText,
)


def postings(
    known: Collaboration, lines: Iterable[Line], sealed: Iterable[SealedText] = ()
) -> tuple[Posting, ...]:
    """The changes in the outbox that go with these lines; a rehearsal sends nothing.

    `sealed` are the texts of these lines, of which the outbox keeps what went wrong.
    """
    if known.rehearsal:
        return ()
    return tuple(_changes(known, lines, {one.sealed: one.text for one in sealed}))


def _changes(
    known: Collaboration, lines: Iterable[Line], texts: Mapping[str, str]
) -> Iterator[Posting]:
    for line in lines:
        event = line.event
        match event.what:
            case EffectAsked(key=key, plugin=plugin):
                yield Posting("send", key, event.sequence, plugin, event.recorded)
            case EffectAgain(key=key):
                yield _again(known.effects[key], event.recorded)
            case EffectDone(key=key) | EffectDropped(key=key):
                yield Posting("done", key, event.sequence, "", event.recorded)
            case EffectFailed(key=key, said=said):
                fault = None if said is None else texts.get(said.sealed)
                yield attrs.evolve(_dead(known.effects[key], event.recorded), fault=fault)


def _again(effect: OpenEffect, at: datetime) -> Posting:
    return Posting("send", effect.key, effect.asked, effect.plugin, at, tried=True)


def _dead(effect: OpenEffect, at: datetime) -> Posting:
    return Posting("dead", effect.key, effect.asked, effect.plugin, at, tried=True)


def lacking(
    known: Collaboration, there: Iterable[str], at: datetime
) -> tuple[Posting, ...]:
    """What the outbox lacks of a collaboration, and what stands there though it is done.

    `there` are the keys that were in the outbox before the record was read: what is not open in
    the record then is done for good. What is put back may have been sent already.
    """
    if known.rehearsal:
        return tuple(Posting("done", key, 0, "", at) for key in there)
    keys = set(there)
    gone = [Posting("done", key, 0, "", at) for key in sorted(keys - set(known.effects))]
    missing = [known.effects[key] for key in sorted(set(known.effects) - keys)]
    back = [
        _dead(one, at) if one.failed
        else Posting("restore", one.key, one.asked, one.plugin, at, tried=True)
        for one in missing
    ]  # fmt: skip
    return (*gone, *back)
