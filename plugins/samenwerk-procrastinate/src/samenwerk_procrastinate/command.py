"""`samenwerk fleet`: one machine of a fleet, from the command line."""

from __future__ import annotations

import contextlib
import importlib
import logging
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import click

from samenwerk_procrastinate.names import LONGEST


def _tenant(context: click.Context, parameter: click.Parameter, value: str) -> str:
    if len(value) > LONGEST:
        raise click.BadParameter(f"{value}: hoogstens {LONGEST} letters")
    return value


@click.command("fleet", short_help="verzendt op meer machines, met een wachtrij in PostgreSQL")
@click.option("--store", required=True, metavar="ADRES", help="postgresql://...")
@click.option("--tenant", default="samenwerk", show_default=True, callback=_tenant,
              help="de regio waarvan de opslag is")  # fmt: skip
@click.option("--jobs", default=4, show_default=True, type=click.IntRange(1, 64),
              help="zoveel tegelijk op deze machine")  # fmt: skip
@click.option("--every", default=10, show_default=True, type=click.IntRange(1, 59),
              help="om de zoveel seconden kijken wat is blijven liggen")  # fmt: skip
@click.option("--seconds", default=10.0, show_default=True, type=click.FloatRange(0.1),
              help="zo lang mag een plug-in over een antwoord doen")  # fmt: skip
@click.option("--remind", type=click.IntRange(0), metavar="N",
              help="herinnert partijen aan wat binnen zoveel dagen komt")  # fmt: skip
@click.option("--by", metavar="PLUG-IN.EFFECT", help="met dit effect, zoals voorbeeld.letter")
@click.option("--here", is_flag=True, help="vraagt plug-ins in dit proces, zonder grenzen")
@click.option("--until-empty", is_flag=True, help="stopt zodra er niets meer te doen is")
@click.option("--throw-away", is_flag=True, help="gooit eerst de wachtrij weg en maakt een nieuwe")
@click.option("--log", metavar="BESTAND|-", help="logt wat er gebeurt; - is standaardfout")
@click.option("--listener", metavar="MODULE:NAAM", help="vertelt ook aan deze wat er gebeurt")
def command(
    store: str, tenant: str, jobs: int, every: int, seconds: float, remind: int | None,
    by: str | None, here: bool,
    until_empty: bool, throw_away: bool, log: str | None, listener: str | None,
) -> None:  # fmt: skip
    """Verzendt wat te verzenden is, samen met andere machines op dezelfde opslag.

    Maakt de wachtrij als die er niet is, en gaat door tot u stopt met Ctrl+C. Van een machine die
    uitvalt doet een ander het werk.
    """
    from samenwerk import Apart, Engine, open_store
    from samenwerk_procrastinate import queue
    from samenwerk_procrastinate.fleet import Fleet, Pace

    if not store.startswith(("postgresql://", "postgres://")):
        raise click.BadParameter("een vloot werkt op PostgreSQL: postgresql://...",
                                 param_hint="--store")  # fmt: skip
    if (remind is None) != (by is None):
        raise click.UsageError("herinneren gaat met beide: --remind 14 --by PLUG-IN.EFFECT")
    lease = max(timedelta(minutes=2), timedelta(seconds=3 * seconds + 30))
    with _listeners(log, listener) as tell:

        def engine() -> Engine:
            kept = open_store(store, tenant=tenant, create=False)
            return Engine(kept, apart=None if here else Apart(seconds), tell=tell)

        engine().close()  # what is wrong with the store is said before anything is made
        if throw_away:
            queue.throw_away(store, tenant)
        pace = Pace(jobs, every, lease, remind=remind, by=by or "")
        Fleet(store, tenant, engine, pace).run(until_empty)


@contextlib.contextmanager
def _listeners(log: str | None, listener: str | None) -> Iterator[Callable[[Any], object] | None]:
    """Who is told what happens; None for nobody."""
    from samenwerk.telling.happened import several
    from samenwerk.telling.logs import JsonLines, to_logging

    found: list[Callable[[Any], object]] = []
    handler: logging.Handler | None = None
    if listener is not None:
        module, _, name = listener.partition(":")
        try:
            found.append(getattr(importlib.import_module(module), name)())
        except (ImportError, AttributeError, TypeError, ValueError) as fault:
            raise click.BadParameter(f"{listener}: {fault}", param_hint="--listener") from fault
    if log is not None:
        try:
            handler = logging.StreamHandler() if log == "-" else logging.FileHandler(
                log, encoding="utf-8"
            )
        except OSError as fault:
            raise click.BadParameter(f"{log}: {fault.strerror}", param_hint="--log") from fault
        handler.setFormatter(JsonLines())
        found.append(to_logging)
        logging.getLogger("samenwerk").addHandler(handler)
        logging.getLogger("samenwerk").setLevel(logging.DEBUG)
    try:
        yield several(*found) if found else None
    finally:
        if handler is not None:
            logging.getLogger("samenwerk").removeHandler(handler)
            handler.close()
