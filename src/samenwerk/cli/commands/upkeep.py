"""`samenwerk upkeep`: records what time has made due everywhere, and keeps the lists or makes
them anew."""

from __future__ import annotations

from typing import Any

import click

from samenwerk.cli.command import logged, made, option
from samenwerk.cli.door import FINE, FOUND, Door
from samenwerk.cli.stores import stored


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        option(lang, "--most", type=click.IntRange(1), metavar="N",
               told="most_collaborations"),
        option(lang, "--anew", is_flag=True),
        option(lang, "--in", "collaboration", metavar="ID", told="anew_in"),
        stored(lang),
        logged(lang),
    ])  # fmt: skip


def run(
    door: Door, most: int | None, anew: bool, collaboration: str | None, store: str
) -> int:  # fmt: skip
    """Bring every collaboration up to date that is not, or make lists anew; 1 when one could not
    be."""
    from samenwerk.cli.failing import Fail, said_of_fault
    from samenwerk.cli.logging_to import logging_to
    from samenwerk.cli.stores import opened_there
    from samenwerk.engine import Engine
    from samenwerk.hooks.calling.apart import Apart

    if collaboration is not None and not anew:
        raise Fail("upkeep.in")
    if most is not None and anew:
        raise Fail("upkeep.most")
    done = steps = 0
    wrong: list[tuple[str, str]] = []
    kept = opened_there(store)
    with (
        logging_to(door) as tell,
        Engine(kept, apart=Apart(), tell=tell) as engine,
    ):
        upkeep = engine.upkeep()
        if collaboration is not None and kept.tip(collaboration) is None:
            from samenwerk.cli.named import unknown

            raise unknown("collaboration", collaboration, kept.collaborations())
        for one in upkeep.anew(collaboration) if anew else upkeep.due(most):
            done, steps = done + 1, steps + one.steps
            if one.fault is not None:
                wrong.append((one.collaboration, said_of_fault(one.fault, door)))
        fresh = upkeep.freshness()
    told: dict[str, Any] = {"done": done, "steps": steps, "stale": fresh.stale,
                            "collaborations": fresh.collaborations}  # fmt: skip
    return door.answer(
        FOUND if wrong else FINE,
        lambda: _text(door, told, wrong, anew),
        lambda: {**told, "faults": [f"{id}: {why}" for id, why in wrong]},
    )


def _text(
    door: Door, told: dict[str, Any], wrong: list[tuple[str, str]], anew: bool
) -> str:  # fmt: skip
    from samenwerk.language.layout import wrap

    said = [door.words("everywhere.fault", collaboration=id, why=why) for id, why in wrong]
    id = "upkeep.anew" if anew else "upkeep.done" if told["done"] else "upkeep.nothing"
    said.append(door.words(id, **told))
    if told["stale"]:
        said.append(door.words("upkeep.left", **told))
    return "\n".join(row for one in said for row in wrap(one, door.width))
