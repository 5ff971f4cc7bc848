"""`samenwerk worker`: sends what is to be sent, and records what came of it and what time moves."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from types import FrameType
from typing import TYPE_CHECKING, Any

import click

from samenwerk.cli.command import logged, made, option
from samenwerk.cli.door import FINE, FOUND, Door
from samenwerk.cli.failing import Fail, said_of_fault
from samenwerk.cli.stores import stored
from samenwerk.cli.words import words

if TYPE_CHECKING:
    from samenwerk.engine.reminding import Reminded
    from samenwerk.engine.sending import Sender, Sent
    from samenwerk.engine.upkeep import Upkeep, Upkept

HOWS = ("delivered", "looked_up", "failed", "dead", "unknown", "rests")
"""What can become of an attempt, as it is counted."""
REMINDS, REMINDS_ANYWAY = timedelta(minutes=1), timedelta(hours=1)
"""After so long is looked again who is to be reminded: when something was kept up, and else."""
LOOKS = 1.0
"""Seconds after which a worker that waits looks whether something new came in."""


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        option(lang, "--once", is_flag=True),
        option(lang, "--until-empty", is_flag=True),
        option(lang, "--limit", type=click.IntRange(1), metavar="N"),
        option(lang, "--seconds", type=click.FloatRange(0.1), default=10.0, show_default=True,
               metavar="N"),
        option(lang, "--here", is_flag=True),
        option(lang, "--remind", type=click.IntRange(0), metavar="N"),
        option(lang, "--by", metavar=words(lang, "metavar.effect")),
        option(lang, "--counters", metavar=words(lang, "metavar.file")),
        option(lang, "--listener", metavar="MODULE:NAME"),
        logged(lang),
        stored(lang),
    ])  # fmt: skip


def run(
    door: Door, once: bool, until_empty: bool, limit: int | None, seconds: float, here: bool,
    remind: int | None, by: str | None, counters: str | None, listener: str | None, store: str,
) -> int:  # fmt: skip
    """Send until it is told to stop; 1 when something was left to a person."""
    import attrs

    from samenwerk.cli.counting import kept_counts
    from samenwerk.cli.logging_to import listeners, logging_to
    from samenwerk.cli.stores import opened_there
    from samenwerk.core.retrying import Plan
    from samenwerk.engine import Engine
    from samenwerk.engine.reminding import Reminded
    from samenwerk.engine.sending import Sent
    from samenwerk.hooks.calling.apart import Apart

    if (remind is None) != (by is None):
        raise Fail("worker.remind_by")
    limits = Apart(seconds)
    plan = Plan()
    plan = attrs.evolve(plan, lease=max(plan.lease, timedelta(seconds=3 * seconds + 30)))
    stop = threading.Event()
    counts = dict.fromkeys(HOWS, 0)
    told: list[dict[str, Any]] = []
    kept: list[Upkept] = []
    reminded: list[Reminded] = []
    with (
        _stopping(stop),
        kept_counts(counters) as counted,
        logging_to(door, *counted, *listeners(listener)) as tell,
        Engine(opened_there(store), apart=None if here else limits, tell=tell) as engine,
    ):
        sender = engine.sender(plan=plan)
        sender.restore()
        asked = None if by is None or remind is None else (
            lambda: engine.remind(by, remind, lang=door.lang)
        )  # fmt: skip
        for sent in _all(sender, engine.upkeep(), asked, stop, once, until_empty):
            if isinstance(sent, Reminded):
                _remind(door, sent, reminded)
                continue
            if not isinstance(sent, Sent):
                _keep(door, sent, kept)
                continue
            if sent.how == "gone":
                continue
            counts[sent.how] += 1
            if door.format == "json":
                told.append(_data(door, sent))
            else:
                _say(door, sent)
            if limit is not None and sum(counts.values()) >= limit:
                break
        waiting = sum(not one.dead for one in engine.outbox())
    whole = {**counts, "waiting": waiting}
    return door.answer(
        FOUND if counts["dead"] or counts["unknown"] else FINE,
        lambda: _summary(door, counts, waiting),
        lambda: {**whole, "sent": told, "kept_up": [_kept_data(door, one) for one in kept],
                 "reminded": [_reminded_data(door, one) for one in reminded]},
    )


def _all(
    sender: Sender, upkeep: Upkeep, remind: Callable[[], Iterator[Reminded]] | None,
    stop: threading.Event, once: bool, until_empty: bool,
) -> Iterator[Sent | Upkept | Reminded]:  # fmt: skip
    """Everything that is sent, kept up or reminded, until somebody says stop or nothing is left.

    What is to be sent comes first, also when what time moved just asked for it. Who is to be
    reminded is looked at now and then, sooner when something was kept up.
    """
    from samenwerk.engine.running import now

    looked: datetime | None = None
    moved = False
    while not stop.is_set():
        sent = sender.send()
        if sent is not None:
            yield sent
            continue
        kept = upkeep.one()
        if kept is not None:
            moved = True
            yield kept
            continue
        waits = REMINDS if moved else REMINDS_ANYWAY
        if remind is not None and (looked is None or now() - looked > waits):
            looked, moved = now(), False
            yield from remind()
            continue
        due = sender.next_try()
        if once or (until_empty and due is None):
            return
        left = LOOKS if due is None else (due - now()).total_seconds()
        stop.wait(min(max(left, 0.01), LOOKS))


@contextlib.contextmanager
def _stopping(stop: threading.Event) -> Iterator[None]:
    """The first signal lets what is being sent come to its end; a second one stops at once."""

    def said(number: int, frame: FrameType | None) -> None:
        if stop.is_set():
            raise KeyboardInterrupt
        stop.set()

    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {one: signal.signal(one, said) for one in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for one, handler in before.items():
            signal.signal(one, handler)


def _say(door: Door, sent: Sent) -> None:
    from samenwerk.cli.outbox import said_of
    from samenwerk.language.layout import wrap

    plugin = sent.effect or sent.plugin
    line = door.words(f"worker.{sent.how}", effect=plugin, plugin=sent.plugin, key=sent.key,
                      collaboration=sent.collaboration, next=said_of(sent.next_try))  # fmt: skip
    if sent.fault is not None:
        line += " " + door.words("worker.said", said=_fault(door, sent))
    for row in wrap(line, door.width):
        click.echo(row)


def _remind(door: Door, one: Reminded, reminded: list[Reminded]) -> None:
    """Tell of a reminder that is to go out, or of one that could not be made."""
    from samenwerk.language.layout import wrap

    if door.format == "json":
        reminded.append(one)
        return
    fault = "" if one.fault is None else said_of_fault(one.fault, door)
    id = "worker.reminded" if one.fault is None else "worker.not_reminded"
    day = door.speaker().tell(one.day)
    line = door.words(id, collaboration=one.collaboration, case=one.case, party=one.party, day=day,
                      said=fault)  # fmt: skip
    for row in wrap(line, door.width):
        click.echo(row)


def _reminded_data(door: Door, one: Reminded) -> dict[str, Any]:
    return {
        "collaboration": one.collaboration,
        "case": one.case,
        "party": one.party or None,
        "day": one.day.isoformat(),
        "key": one.key or None,
        "fault": None if one.fault is None else said_of_fault(one.fault, door),
    }


def _keep(door: Door, one: Upkept, kept: list[Upkept]) -> None:
    """Tell of a collaboration in which time moved something, or that cannot be worked out."""
    from samenwerk.language.layout import wrap

    if not one.steps and one.fault is None:
        return
    if door.format == "json":
        kept.append(one)
        return
    fault = "" if one.fault is None else said_of_fault(one.fault, door)
    id = "worker.moved" if one.fault is None else "worker.not_kept"
    line = door.words(id, collaboration=one.collaboration, count=one.steps, said=fault)
    for row in wrap(line, door.width):
        click.echo(row)


def _kept_data(door: Door, one: Upkept) -> dict[str, Any]:
    return {
        "collaboration": one.collaboration,
        "events": one.steps,
        "wakes": None if one.wakes is None else one.wakes.isoformat(),
        "fault": None if one.fault is None else said_of_fault(one.fault, door),
    }


def _fault(door: Door, sent: Sent) -> str:
    """What the plugin said, as it said it, or else the sentence for what went wrong."""
    if sent.fault is None:
        return ""
    detail = sent.fault.params.get("detail")
    return detail if isinstance(detail, str) and detail else said_of_fault(sent.fault, door)


def _summary(door: Door, counts: dict[str, int], waiting: int) -> str:
    from samenwerk.language.layout import wrap

    came = counts["delivered"] + counts["looked_up"]
    return "\n".join(wrap(
        door.words("worker.done", came=came, failed=counts["failed"], dead=counts["dead"],
                   waiting=waiting), door.width,
    ))  # fmt: skip


def _data(door: Door, sent: Sent) -> dict[str, Any]:
    return {
        "key": sent.key,
        "collaboration": sent.collaboration,
        "effect": sent.effect,
        "plugin": sent.plugin,
        "outcome": sent.how,
        "fault": _fault(door, sent) or None,
        "next_try": None if sent.next_try is None else sent.next_try.isoformat(),
    }
