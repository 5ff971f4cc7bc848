"""Do the lists of what waits tell what the record tells? Each is worked out once more.

How they are worked out is `engine.upkeep`; all else that a store keeps is `care.verifying`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import datetime

from samenwerk.care.faults import Fault, fault
from samenwerk.store.contract import Store
from samenwerk.values.errors import StoreError
from samenwerk.values.listed import KINDS, Listing


def listed_wrong(store: Store, ids: Sequence[str], all_of_them: bool) -> Iterator[Fault]:
    """Lists of these collaborations that tell something else than their record: who looks at them
    believes them.

    What is not up to date is left alone, for it is made anew by itself; so is what a plugin has a
    say in, for no plugin is asked here. With `all_of_them` nothing else may be listed either.
    """
    from samenwerk.engine.upkeep import AGAIN, worked_again

    again = worked_again(store)
    torn = False
    for id in ids:
        try:
            kept = store.kept_lists(id)
        except StoreError as broken:
            if broken.params.get("what") != "damaged":
                raise
            torn = True
            yield fault("care.lists_torn", id)
            continue
        if kept is None:
            continue
        if kept.fault:  # then nothing is listed, and it is soon tried again
            if kept.entries or kept.wakes is None or kept.wakes > kept.worked + AGAIN:
                yield fault("care.lists_torn", id)
            continue
        true = again(kept)
        if true is None:
            continue
        there, wanted = Counter(kept.entries), Counter(map(_plain, true.entries))
        if there != wanted:
            lacking, beyond = (wanted - there).total(), (there - wanted).total()
            yield fault("care.lists_differ", id, lacking=lacking, beyond=beyond)
        if kept.wakes != true.wakes:
            yield fault("care.lists_wake", id, there=_said(kept.wakes), wanted=_said(true.wakes))
    if all_of_them and not torn:
        yield from _alone(store, ids)


def _alone(store: Store, ids: Sequence[str]) -> Iterator[Fault]:
    try:
        listed = {one.collaboration for kind in KINDS for one in store.lists(kind)}
    except StoreError as broken:
        if broken.params.get("what") != "damaged":
            raise
        yield fault("care.lists_torn")
        return
    for id in sorted(listed - set(ids)):
        yield fault("care.lists_alone", id)


def _plain(one: Listing) -> Listing:
    """As a store gives it back: each party once, in order."""
    who = () if one.kind == "about" else tuple(sorted(set(one.who) - {""}))
    return Listing(one.kind, one.body, one.day, who)


def _said(moment: datetime | None) -> str:
    return "-" if moment is None else moment.isoformat()
