"""`samenwerk money`: payments that follow from the record, and how each account stands."""

from __future__ import annotations

from datetime import date, datetime

import click

from samenwerk.cli.command import Day, made, on_store, option
from samenwerk.cli.door import FINE, FOUND, Door, print_text
from samenwerk.cli.failing import Fail
from samenwerk.cli.words import words

FORMATS = ("text", "json", "csv")


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        option(lang, "--on", "day", type=Day(lang)),
        option(lang, "--stream", metavar=words(lang, "metavar.stream")),
        option(lang, "--entries", is_flag=True),
        *on_store(lang),
    ], FORMATS)  # fmt: skip


def run(
    door: Door, day: date | None, stream: str | None, entries: bool, store: str,
    collaboration: str | None, now: datetime | None, format: str | None,
) -> int:  # fmt: skip
    """Tell payments and accounts; 1 when a plugin went wrong and something is missing."""
    from samenwerk.cli.money_told import money_csv, money_data, money_text
    from samenwerk.cli.rooms import opened

    with opened(door, store, collaboration, now) as at:
        money = at.room.money(day=day)
        if stream is not None and stream not in money.streams:
            if not money.streams:
                raise Fail("money.no_streams")
            raise Fail("money.no_stream", name=stream, names=money.streams)
        told = money if stream is None else money.of_stream(stream)
        code = FOUND if money.faults else FINE
        if format == "csv":
            print_text(money_csv(told, at.speaker))
            return code
        return at.door.answer(
            code,
            lambda: money_text(told, at.speaker, at.door.width, entries),
            lambda: {"collaboration": at.room.id, **money_data(told, at.speaker)},
        )
