"""What looking after a store found, as rows of text and as data.

How it is found is `care`, its sentences are `language.care`.
"""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING

import attrs

from samenwerk.cli.stores import FILE, told
from samenwerk.language.layout import wrap
from samenwerk.values.message import Message

if TYPE_CHECKING:
    from samenwerk.care.faults import Fault, StoreReport
    from samenwerk.cli.door import Door
    from samenwerk.language.catalogue import Speaker

MOST = 50
"""So many faults are told in a text; data have all of them."""


def report_rows(
    report: StoreReport, door: Door, noted: bool = True, store: str = FILE
) -> list[str]:  # fmt: skip
    """The verdict on a store, each fault with what to do about it, and what is not known.

    With `noted` False nothing is said of heads that were noted, or were not. `store` is the one
    that was looked at, for what to do about it.
    """
    speaker, width = door.speaker(), door.width
    id = "whole" if report.whole else "broken"
    rows = wrap(door.words(
        f"verify_store.{id}", events=report.events, count=len(report.collaborations),
        texts=report.texts, definitions=report.definitions,
        faults=sum(not one.light for one in report.faults),
    ), width)  # fmt: skip
    rows += fault_rows(report.faults, door, store)
    if not noted:
        return rows
    for message in report.unknown:
        rows += ["", *wrap(speaker.sentence(message), width)]
    anchored = [one for one in report.collaborations if one.anchored]
    if anchored and report.whole:
        rows += ["", *wrap(door.words("verify_store.anchored", count=len(anchored)), width)]
    return rows


def fault_rows(faults: tuple[Fault, ...], door: Door, store: str = FILE) -> list[str]:
    """Each fault under its place; the same remedy is told once for those that follow."""
    speaker, width = door.speaker(), door.width
    rows: list[str] = []
    remedy = ""
    for one in faults[:MOST]:
        now = speaker.sentence(_remedy(one, store))
        if remedy not in ("", now):
            rows += wrap(f"{door.words('verify_store.do')} {remedy}", width, "    ")
        remedy = now
        rows += ["", *wrap(f"- {place_of(one, speaker)}", width, "  ")]
        rows += wrap(speaker.sentence(one.what), width, "  ")
    if remedy:
        rows += wrap(f"{door.words('verify_store.do')} {remedy}", width, "    ")
    if len(faults) > MOST:
        rows += ["", *wrap(door.words("verify_store.more", count=len(faults) - MOST), width)]
    return rows


def _remedy(one: Fault, store: str) -> Message:
    """What to do about it, with the store where a command needs it."""
    remedy = one.remedy
    if store == FILE or "command" not in remedy.params:
        return remedy
    named = f"{remedy.params['command']} --store {shlex.quote(told(store))}"
    return attrs.evolve(remedy, params={"command": named})


def place_of(one: Fault, speaker: Speaker) -> str:
    """Where it is: the collaboration and the sequence, as far as there are any."""
    if one.collaboration is None:
        id = "care.place.store"
    else:
        id = "care.place.collaboration" if one.sequence is None else "care.place.event"
    params = {"name": one.collaboration or "", "sequence": one.sequence or 0}
    return speaker.sentence(Message(id, params)).removesuffix(".")


def report_data(report: StoreReport, door: Door, store: str = FILE) -> dict[str, object]:
    """All of it as data."""
    speaker = door.speaker()
    return {
        "whole": report.whole,
        "events": report.events,
        "texts": report.texts,
        "definitions": report.definitions,
        "collaborations": [
            {
                "collaboration": one.collaboration,
                "count": one.count,
                "head": one.head,
                "anchored": one.anchored,
            }
            for one in report.collaborations
        ],
        "faults": faults_data(report.faults, speaker, store),
        "unknown": [speaker.sentence(one) for one in report.unknown],
    }


def faults_data(
    faults: tuple[Fault, ...], speaker: Speaker, store: str = FILE
) -> list[dict[str, object]]:
    """Faults as data: an id, the place, what it is and what to do."""
    return [
        {
            "fault": one.what.id,
            "collaboration": one.collaboration,
            "sequence": one.sequence,
            "says": speaker.sentence(one.what),
            "do": speaker.sentence(_remedy(one, store)),
            "harmless": one.light,
        }
        for one in faults
    ]
