"""`samenwerk needs` and `blockers`: what a step still needs, and without whom it cannot go on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

import click

from samenwerk.cli.command import Day, argument, made, on_store, option
from samenwerk.cli.door import FINE, FOUND, Door
from samenwerk.cli.words import words
from samenwerk.values.waiting import Blocked

if TYPE_CHECKING:
    from samenwerk.cli.rooms import At
    from samenwerk.engine.everywhere import Awaited
    from samenwerk.language.catalogue import Speaker


def build(name: str, lang: str) -> click.Command:
    """The command of this name."""
    party = words(lang, "argument.party")
    own: dict[str, tuple[Callable[..., int], list[Any]]] = {
        "needs": (needs, [
            argument(lang, "case"), argument(lang, "step"),
            option(lang, "--as", "actor", metavar=party),
        ]),
        "blockers": (blockers, [
            argument(lang, "case", required=False), argument(lang, "step", required=False),
            option(lang, "--of", "party", told="concerning", metavar=party),
            option(lang, "--everywhere", is_flag=True),
        ]),
    }  # fmt: skip
    run, options = own[name]
    return made(name, lang, run, [
        *options, option(lang, "--on", "day", type=Day(lang)), *on_store(lang),
    ])  # fmt: skip


def needs(
    door: Door, case: str, step: str, actor: str | None, day: date | None, store: str,
    collaboration: str | None, now: datetime | None,
) -> int:  # fmt: skip
    """What is still needed, as a tree of acts; 1 when something is."""
    from samenwerk.cli.named import case_of, party_of, step_of
    from samenwerk.cli.rooms import opened
    from samenwerk.language.obligations import render_obligation
    from samenwerk.language.plain import obligation_data

    with opened(door, store, collaboration, now) as at:
        found = step_of(at.room, case, step)
        if not found.opens:
            case_of(at.room, case)
        who = party_of(at.room, actor)
        needed = at.room.needs(found.full_name, case=case, actor=who, day=day)
        speaker = at.speaker.inside(found.lifecycle)
        return at.door.answer(
            FINE if needed.kind == "nothing" and not needed.explanations else FOUND,
            lambda: render_obligation(needed, speaker, at.door.width),
            lambda: {
                "case": case,
                "step": found.full_name,
                "needed": obligation_data(needed, speaker),
            },
        )


def blockers(
    door: Door, case: str | None, step: str | None, party: str | None, everywhere: bool,
    day: date | None, store: str, collaboration: str | None, now: datetime | None,
) -> int:  # fmt: skip
    """Without whom no way to a step remains: of one step, of a case, of every open case, or in
    all collaborations."""
    from samenwerk.cli.everywhere import is_everywhere
    from samenwerk.cli.failing import Fail
    from samenwerk.cli.named import party_of
    from samenwerk.cli.rooms import opened

    if everywhere and case is not None:
        raise Fail("everywhere.case")
    if case is None and is_everywhere(everywhere, store, collaboration, day, now):
        return _everywhere(door, party, store)
    with opened(door, store, collaboration, now) as at:
        id = None if party is None else party_of(at.room, party) or party
        every = _blocking(at, case, step, day)
        found = [one for one in every if id is None or id in one[2]]
        return at.door.answer(
            FOUND if any(who for _, _, who in found) else FINE,
            lambda: _text(at, found),
            lambda: {
                "blockers": [
                    {"case": id, "step": name, "who": list(who)} for id, name, who in found
                ]
            },
        )


def _everywhere(door: Door, party: str | None, store: str) -> int:
    from samenwerk.cli.everywhere import answered, looked

    with looked(door, store, "blockers", party) as at:

        def rows(found: Sequence[Awaited]) -> list[str]:
            told = [
                row
                for one in found
                if isinstance(one.what, Blocked)
                for row in _row(at.door, at.speaker(one.collaboration),
                                f"{one.collaboration}, {one.what.case}", one.what.step,
                                one.what.who)
            ]  # fmt: skip
            return told or [at.door.words("blockers.nothing")]

        def data(one: Blocked, speaker: Speaker) -> dict[str, object]:
            return {"case": one.case, "step": one.step, "who": list(one.who)}

        return answered(at, FOUND if at.found else FINE, "blockers", rows, data)


def _blocking(
    at: At, case: str | None, step: str | None, day: date | None
) -> list[tuple[str, str, tuple[str, ...]]]:
    from samenwerk.cli.named import case_of, in_order, step_of

    room = at.room
    if case is not None and step is not None:
        case_of(room, case)
        names = [(case, step_of(room, case, step).full_name)]
    else:
        known = room.collaboration.cases
        cases = [case_of(room, case)] if case is not None else in_order(known.values())
        names = [
            (one.id, move.full_name)
            for one in cases
            if not one.over
            for move in room.workflow_of(one.id).lifecycles[one.lifecycle].steps.values()
            if one.state in move.sources and move.automatic is None
            and move.to not in ("stays", "back") and move.needs
        ]  # fmt: skip
    return [(id, name, room.blockers(name, case=id, day=day)) for id, name in names]


def _text(at: At, found: list[tuple[str, str, tuple[str, ...]]]) -> str:
    rows = [row for one in found for row in _row(at.door, at.speaker, *one)]
    return "\n".join(rows) or at.door.words("blockers.nothing")


def _row(door: Door, speaker: Speaker, case: str, step: str, who: tuple[str, ...]) -> list[str]:
    from samenwerk.language.layout import wrap

    label = speaker.labels.of("step", step)
    id = "blockers.line" if who else "blockers.free"
    names = speaker.parties(who) if who else ""
    return wrap(door.words(id, case=case, step=label, name=step, who=names), door.width, "- ")
