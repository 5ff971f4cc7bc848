"""`samenwerk worker`: sends what is to be sent, and records what came of it."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any

import click

from samenwerk.cli.command import made, option
from samenwerk.cli.door import FINE, FOUND, Door
from samenwerk.cli.failing import Fail
from samenwerk.cli.words import words

if TYPE_CHECKING:
    from samenwerk.engine.sending import Sender, Sent

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
        option(lang, "--store", default="samenwerk.db", show_default=True,
               metavar=words(lang, "metavar.file")),
    ])  # fmt: skip


def run(
    door: Door, once: bool, until_empty: bool, limit: int | None, seconds: float, here: bool,
    store: str,
) -> int:  # fmt: skip
    """Send until it is told to stop; 1 when something was left to a person."""
    from datetime import timedelta

    import attrs

    from samenwerk.core.retrying import Plan
    from samenwerk.engine import Engine
    from samenwerk.front import open_store
    from samenwerk.hooks.calling.apart import Apart

    if not Path(store).exists():
        raise Fail("store.missing", file=store)
    plan = Plan()
    plan = attrs.evolve(plan, lease=max(plan.lease, timedelta(seconds=3 * seconds + 30)))
    stop = threading.Event()
    counts = dict.fromkeys(("delivered", "looked_up", "failed", "dead", "rests"), 0)
    told: list[dict[str, Any]] = []
    with (
        _stopping(stop),
        Engine(open_store(store, create=False), apart=None if here else Apart(seconds)) as engine,
    ):
        sender = engine.sender(plan=plan)
        sender.restore()
        for sent in _all(sender, stop, once, until_empty):
            if sent.how == "gone":
                continue
            counts[sent.how] += 1
            if door.format == "json":
                told.append(_data(sent))
            else:
                _say(door, sent)
            if limit is not None and sum(counts.values()) >= limit:
                break
        waiting = sum(not one.dead for one in engine.outbox())
    whole = {**counts, "waiting": waiting}
    return door.answer(
        FOUND if counts["dead"] else FINE,
        lambda: _summary(door, counts, waiting),
        lambda: {**whole, "sent": told},
    )


def _all(sender: Sender, stop: threading.Event, once: bool, until_empty: bool) -> Iterator[Sent]:
    """Everything that is sent, in turn, until somebody says stop or nothing is left."""
    from samenwerk.engine.running import now

    while not stop.is_set():
        sent = sender.send()
        if sent is not None:
            yield sent
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
        line += " " + door.words("worker.said", said=_fault(sent))
    for row in wrap(line, door.width):
        click.echo(row)


def _fault(sent: Sent) -> str:
    return "" if sent.fault is None else str(sent.fault.params.get("detail") or sent.fault)


def _summary(door: Door, counts: dict[str, int], waiting: int) -> str:
    from samenwerk.language.layout import wrap

    came = counts["delivered"] + counts["looked_up"]
    return "\n".join(wrap(
        door.words("worker.done", came=came, failed=counts["failed"], dead=counts["dead"],
                   waiting=waiting), door.width,
    ))  # fmt: skip


def _data(sent: Sent) -> dict[str, Any]:
    return {
        "key": sent.key,
        "collaboration": sent.collaboration,
        "effect": sent.effect,
        "plugin": sent.plugin,
        "outcome": sent.how,
        "fault": _fault(sent) or None,
        "next_try": None if sent.next_try is None else sent.next_try.isoformat(),
    }
