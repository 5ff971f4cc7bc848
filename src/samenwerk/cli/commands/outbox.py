"""`samenwerk outbox`: what is still to be sent, and what a person does about what failed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from samenwerk.cli.command import logged, made, option
from samenwerk.cli.door import FINE, FOUND, WRONG, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.stores import stored
from samenwerk.cli.words import words

if TYPE_CHECKING:
    from samenwerk.engine import Engine
    from samenwerk.language.catalogue import Speaker
    from samenwerk.store.outbox import Posted
    from samenwerk.values.effect import OpenEffect


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        option(lang, "--again", "again", metavar="KEY"),
        option(lang, "--drop", "drop", metavar="KEY"),
        option(lang, "--because", metavar=words(lang, "metavar.text")),
        option(lang, "--as", "actor", metavar=words(lang, "argument.party")),
        stored(lang),
        option(lang, "--in", "collaboration", metavar="ID"),
        logged(lang),
    ])  # fmt: skip


def run(
    door: Door, again: str | None, drop: str | None, because: str | None, actor: str | None,
    store: str, collaboration: str | None,
) -> int:  # fmt: skip
    """List what is in it, or send one again, or give one up; 1 when something is left to people."""
    from samenwerk.cli.logging_to import logging_to
    from samenwerk.cli.stores import opened_there
    from samenwerk.engine import Engine

    if (drop is None) != (because is None) or (drop is not None and again is not None):
        raise Fail("outbox.drop_because", code=WRONG)
    with (
        logging_to(door) as tell,
        Engine(opened_there(store), tell=tell) as engine,
    ):
        engine.sender().restore()
        if again is not None:
            key = _key(engine, again, actor)
            return _told(door, "outbox.again", engine.send_again(key, actor=actor))
        if drop is not None and because is not None:
            key = _key(engine, drop, actor)
            dropped = engine.give_up(key, because=because, actor=actor)
            return _told(door, "outbox.dropped", dropped)
        return _listed(door, engine, collaboration)


def _key(engine: Engine, written: str, actor: str | None) -> str:
    """The key that is meant: the whole of it, or so much that no other begins with it.

    Raises Fail where there is none, and where its collaboration does not know who decides.
    """
    from samenwerk.cli.named import party_of

    found = [one for one in engine.outbox() if written and one.key.startswith(written)]
    if len(found) != 1:
        raise Fail("outbox.several" if found else "outbox.unknown", key=written, code=WRONG)
    if found[0].collaboration in engine.collaborations():
        party_of(engine.room(found[0].collaboration), actor)
    return found[0].key


def _told(door: Door, id: str, one: Posted) -> int:
    from samenwerk.language.layout import wrap

    said = door.words(id, key=one.key, collaboration=one.collaboration, plugin=one.plugin)
    return door.answer(
        FINE, lambda: "\n".join(wrap(said, door.width)),
        lambda: {"key": one.key, "collaboration": one.collaboration, "plugin": one.plugin},
    )  # fmt: skip


def _listed(door: Door, engine: Engine, collaboration: str | None) -> int:
    from samenwerk.cli.outbox import data_of, rows_of
    from samenwerk.engine.running import now

    if collaboration is not None:
        engine.room(collaboration)  # whoever names one that is not there hears so
    found = [one for one in engine.outbox() if collaboration in (None, one.collaboration)]
    effects = {one.key: _effect(engine, one) for one in found}
    moment = now()

    def text() -> str:
        speakers: dict[str, Speaker | None] = {}
        for one in found:
            if one.collaboration not in speakers:
                speakers[one.collaboration] = _speaker(door, engine, one.collaboration)
        whole = [(one, effects[one.key], speakers[one.collaboration]) for one in found]
        return "\n".join(rows_of(whole, door, moment))

    return door.answer(
        FOUND if any(one.dead for one in found) else FINE,
        text,
        lambda: {"outbox": [data_of(one, effects[one.key], moment) for one in found]},
    )


def _effect(engine: Engine, one: Posted) -> OpenEffect | None:
    from samenwerk.values.errors import UnknownName

    try:
        return engine.room(one.collaboration).collaboration.effects.get(one.key)
    except UnknownName:
        return None


def _speaker(door: Door, engine: Engine, collaboration: str) -> Speaker | None:
    from samenwerk.front import speaker_for
    from samenwerk.values.errors import SamenwerkError

    try:
        return speaker_for(door.lang, engine.room(collaboration))
    except SamenwerkError:
        return None
