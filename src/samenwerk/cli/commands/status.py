"""`samenwerk status`: where all cases stand, as recorded, or worked out for another day.

As recorded it asks neither workflow nor plugins, so that it is quick and always possible.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from samenwerk.cli.command import Day, made, on_store, option
from samenwerk.cli.door import FINE, Door
from samenwerk.cli.failing import Fail

if TYPE_CHECKING:
    from samenwerk.language.catalogue import Speaker
    from samenwerk.store.contract import Store
    from samenwerk.values.case import Collaboration
    from samenwerk.values.declared import Workflow


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [option(lang, "--on", "day", type=Day(lang)), *on_store(lang)])


def run(
    door: Door, day: date | None, store: str, collaboration: str | None, now: datetime | None
) -> int:
    """Show the tree of cases."""
    if day is not None or now is not None:
        from samenwerk.cli.rooms import opened

        with opened(door, store, collaboration, now) as at:
            known = at.room.standing(day=day)
            return _told(at.door, known, at.speaker, at.day(day))
    return _recorded(door, store, collaboration)


def _recorded(door: Door, store: str, collaboration: str | None) -> int:
    """The cases as recorded, without an engine."""
    from zoneinfo import ZoneInfo

    from samenwerk.cli.sketch import sketch
    from samenwerk.cli.stores import opened_there, told

    kept = opened_there(store)
    try:
        ids = kept.collaborations()
        if collaboration is None and len(ids) != 1:
            raise Fail("store.several" if ids else "store.empty", file=told(store), names=ids)
        id = ids[0] if collaboration is None else collaboration
        known = _read(kept, id)
        if known is None:
            from samenwerk.cli.named import unknown

            raise unknown("collaboration", id, ids)
        definition = kept.definition(known.definition)
        older = [(one, kept.definition(one)) for one in reversed(known.earlier)]
    finally:
        kept.close()
    workflow = None if definition is None else sketch(definition[0], known.definition)
    made = [None if one is None else sketch(one[0], digest) for digest, one in older]
    earlier = tuple(one for one in made if one is not None)
    door = door.with_workflow(workflow)
    today = datetime.now(ZoneInfo(known.zone)).date()
    if known.rehearsal and known.latest is not None:
        today = known.latest  # a rehearsal has a calendar of its own
    return _told(door, known, _speaker(door, workflow, known, earlier), today, workflow is not None)


def _read(kept: Store, id: str) -> Collaboration | None:
    """The collaboration as recorded, by its snapshot and few lines, or by few lines alone.

    Where there are many, the engine sees to it that the next look is quick.
    """
    from samenwerk.core.chain import checked
    from samenwerk.core.evolve import replay
    from samenwerk.core.snapshot import EVERY, resumed

    snapshot, tip = kept.snapshot(id), kept.tip(id)
    if tip is None:
        return None
    if tip[0] < EVERY:
        return replay(checked(kept.read(id)))
    known = None
    if snapshot is not None and tip[0] - snapshot.sequence < EVERY:
        known = resumed(snapshot, tip, lambda after: kept.read(id, after))
    if known is None:
        from samenwerk.engine.remembering import remembered

        known, _ = remembered(kept, id, tip)
    return known


def _speaker(
    door: Door, workflow: object, known: Collaboration, earlier: tuple[Workflow, ...]
) -> Speaker:
    """A speaker that knows the sentences of this command alone."""
    from samenwerk.language.cases import WORDING
    from samenwerk.language.catalogue import Catalogue, Speaker
    from samenwerk.values.declared import Workflow

    named = workflow if isinstance(workflow, Workflow) else None
    catalogue = Catalogue().joined("samenwerk.language.cases", WORDING)
    return Speaker(door.lang, named, known.register, catalogue, earlier=earlier)


def _told(
    door: Door, known: Collaboration, speaker: Speaker, day: date, readable: bool = True
) -> int:
    from samenwerk.language.cases import case_rows, pool_rows, render_cases

    def data() -> dict[str, object]:
        from samenwerk.language.plain import case_data, pool_data

        rows = case_rows(known, speaker, day)
        return {
            "collaboration": known.id,
            "workflow": known.workflow,
            "definition": known.definition,
            "readable": readable,
            "rehearsal": known.rehearsal,
            "day": day.isoformat(),
            "sequence": known.sequence,
            "head": known.head,
            "cases": [
                case_data(known.cases[row.id], row.due, row.late, row.holds)
                for row in rows
                if row.id in known.cases
            ],
            "pools": [pool_data(*one) for one in pool_rows(known, speaker.workflow)],
        }

    def text() -> str:
        told = render_cases(known, speaker, day, door.width)
        return told if readable else f"{told}\n{door.words('status.unreadable')}"

    return door.answer(FINE, text, data)
