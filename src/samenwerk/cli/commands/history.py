"""`samenwerk history`: the record, readable without workflow or plugins; and is it whole?"""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

import click

from samenwerk.cli.command import made, on_store, option
from samenwerk.cli.door import FINE, FOUND, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.words import words

if TYPE_CHECKING:
    from samenwerk.language.catalogue import Speaker
    from samenwerk.store.contract import Store


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        option(lang, "--verify", is_flag=True),
        option(lang, "--expect", metavar=words(lang, "metavar.head")),
        option(lang, "--output", metavar=words(lang, "metavar.file")),
        *on_store(lang),
    ])  # fmt: skip


def run(
    door: Door, verify: bool, expect: str | None, output: str | None, store: str,
    collaboration: str | None, now: datetime | None,
) -> int:  # fmt: skip
    """Show every recorded event, and apart from them what was refused and kept; or verify the
    record: 1 when it is not whole."""
    from samenwerk.cli.rooms import only, opened_store

    with opened_store(store) as found:
        id = collaboration if collaboration is not None else only(found, store)
        if found.tip(id) is None:
            from samenwerk.cli.named import unknown

            raise unknown("collaboration", id, found.collaborations())
        if verify or expect is not None:
            return _verify(door, found, id, expect)
        return _show(door, found, id, output)


def _verify(door: Door, store: Store, id: str, expect: str | None) -> int:
    from samenwerk.core.chain import verify
    from samenwerk.language.chain import render_chain
    from samenwerk.language.plain import chain_data

    report = verify(store.rows(id), expect)
    speaker = door.speaker()
    code = FINE if report.whole else FOUND
    return door.answer(
        code,
        lambda: render_chain(report, speaker, door.width),
        lambda: {"collaboration": id, "record": chain_data(report, speaker)},
    )


def _show(door: Door, store: Store, id: str, output: str | None) -> int:
    from samenwerk.cli.output import to_file
    from samenwerk.language.attempts import attempt_line, render_attempts
    from samenwerk.language.history import event_line, render_history
    from samenwerk.language.plain import attempt_data, event_data

    speaker, zone = _speaker(door, store, id)
    events = [line.event for line in store.read(id)]
    refused = store.attempts(id)

    def text() -> str:
        record = render_history(events, speaker, store.unseal, zone, door.width)
        apart = render_attempts(refused, speaker, zone, door.width)
        return f"{record}\n\n{apart}" if apart else record

    if output is not None:
        to_file(output, text())
        return door.answer(FINE, lambda: door.words("output.made", file=output),
                           lambda: {"output": output})  # fmt: skip
    return door.answer(
        FINE,
        text,
        lambda: {
            "collaboration": id,
            "events": [
                {**event_data(one), "says": event_line(one, speaker, store.unseal, zone)}
                for one in events
            ],
            "refused": [
                {**attempt_data(one), "says": attempt_line(one, speaker, zone)} for one in refused
            ],
        },
    )


def _speaker(door: Door, store: Store, id: str) -> tuple[Speaker, str]:
    """Who calls everything by its label, as far as the record can still be worked out."""
    from samenwerk.cli.rooms import workflow_of
    from samenwerk.engine import Engine
    from samenwerk.front import speaker_for
    from samenwerk.values.errors import SamenwerkError

    try:
        room = Engine(store).room(id)
        zone = room.collaboration.zone
        lang = door.with_workflow(workflow_of(room)).lang
        return speaker_for(lang, room), zone
    except (SamenwerkError, Fail):
        return door.speaker(), "UTC"
