"""`samenwerk erase`: free texts that the law wants gone, found first and erased on purpose."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from samenwerk.cli.command import Day, made, on_store, option
from samenwerk.cli.door import FINE, FOUND, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.words import words

if TYPE_CHECKING:
    from samenwerk.cli.rooms import At
    from samenwerk.engine.erasing import Erased, Found

MOST = 100
"""So many texts are shown; data have all of them."""


def build(name: str, lang: str) -> click.Command:
    """The command."""
    party = words(lang, "argument.party")
    return made(name, lang, run, [
        option(lang, "--of", "of", told="texts-of", metavar=party),
        option(lang, "--containing", metavar=words(lang, "metavar.text")),
        option(lang, "--event", type=click.IntRange(1), metavar="N"),
        option(lang, "--seal", "seals", multiple=True, metavar="SEAL"),
        option(lang, "--because", told="erase-because", metavar=words(lang, "metavar.text")),
        option(lang, "--as", "actor", metavar=party),
        option(lang, "--again", is_flag=True, told="erase-again"),
        option(lang, "--on", "day", type=Day(lang)),
        option(lang, "--id", "command_id", metavar="ID"),
        *on_store(lang),
    ])  # fmt: skip


def run(
    door: Door, of: str | None, containing: str | None, event: int | None, seals: tuple[str, ...],
    because: str | None, actor: str | None, again: bool, day: date | None,
    command_id: str | None, store: str, collaboration: str | None, now: datetime | None,
) -> int:  # fmt: skip
    """Show which texts are meant, or erase them; 1 when something is still to be done."""
    from samenwerk.cli.named import party_of
    from samenwerk.cli.rooms import opened

    chosen = bool(of or containing or event or seals)
    if again and (chosen or because is not None):
        raise Fail("erase.again_alone")
    if because is not None and (not chosen or "" in (of, containing, *seals)):
        raise Fail("erase.which")  # one that was left empty would choose every text
    if because is not None and actor is None:
        raise Fail("erase.who")
    with opened(door, store, collaboration, now) as at:
        if again:
            return _told(at, at.room.erase_again())
        found = [
            one for one in at.room.texts(of=of, containing=containing, sequence=event)
            if not seals or any(one.where.seal.startswith(seal) for seal in seals)
        ]  # fmt: skip
        lost = [seal for seal in seals
                if not any(one.where.seal.startswith(seal) for one in found)]  # fmt: skip
        if lost and (because is None or any(len(seal) != 64 for seal in lost)):
            raise Fail("erase.unknown", seal=lost[0])  # of one that is gone all of it is needed
        several = [seal for seal in seals
                   if sum(one.where.seal.startswith(seal) for one in found) > 1]  # fmt: skip
        if several and because is not None:
            raise Fail("erase.several", seal=several[0])
        if because is None or not (found or lost):
            return _shown(at, found, bool(because))
        party_of(at.room, actor)
        erased = at.room.erase(
            *(one.where.seal for one in found), *lost, because=because, actor=actor, day=day,
            command_id=command_id,
        )  # fmt: skip
        return _told(at, erased)


def _shown(at: At, found: list[Found], asked: bool) -> int:
    from samenwerk.language.layout import wrap

    door = at.door

    def text() -> str:
        if not found:
            return "\n".join(wrap(door.words("erase.none"), door.width))
        rows = wrap(door.words("erase.found", count=len(found)), door.width)
        for one in found[:MOST]:
            where = one.where
            told = door.words(
                "erase.line", sequence=where.sequence, kind=door.words(f"erase.{where.kind}"),
                who=list(where.who), text=one.text,
            )  # fmt: skip
            rows += wrap(told, door.width, "- ")
        if len(found) > MOST:
            rows += wrap(door.words("verify_store.more", count=len(found) - MOST), door.width)
        return "\n".join([*rows, "", *wrap(door.words("erase.how"), door.width)])

    return door.answer(FOUND if asked and not found else FINE, text, lambda: {
        "collaboration": at.room.id,
        "texts": [
            {
                "seal": one.where.seal, "sequence": one.where.sequence, "kind": one.where.kind,
                "name": one.where.name, "who": list(one.where.who), "text": one.text,
            }
            for one in found
        ],
    })  # fmt: skip


def _told(at: At, erased: Erased) -> int:
    from samenwerk.language.layout import wrap
    from samenwerk.language.outcome import render_outcome
    from samenwerk.language.plain import outcome_data

    door, outcome = at.door, erased.outcome
    if outcome is not None and not outcome.carried_out:
        return door.answer(
            FOUND, lambda: render_outcome(outcome, at.speaker),
            lambda: outcome_data(outcome, at.speaker),
        )  # fmt: skip
    event = outcome.events[0].sequence if outcome is not None and outcome.events else None

    def text() -> str:
        id = "erase.done" if event is not None else "erase.done_again"
        rows = wrap(door.words(id, count=erased.count, sequence=event or 0), door.width)
        if erased.busy:
            told = door.words("erase.busy", keys=[key[:8] for key in erased.busy])
            rows += ["", *wrap(told, door.width)]
        return "\n".join([*rows, "", *wrap(door.words("erase.elsewhere"), door.width)])

    return door.answer(FOUND if erased.busy else FINE, text, lambda: {
        "collaboration": at.room.id, "erased": erased.count, "sequence": event,
        "head": at.room.collaboration.head, "busy": list(erased.busy),
    })  # fmt: skip
