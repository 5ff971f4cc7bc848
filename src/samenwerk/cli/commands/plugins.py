"""`samenwerk plugins`: which plugins are installed, what they bring, and how they fare."""

from __future__ import annotations

import click

from samenwerk.cli.command import argument, made, option
from samenwerk.cli.door import FINE, FOUND, Door


def build(name: str, lang: str) -> click.Command:
    """The command."""
    return made(name, lang, run, [
        option(lang, "--apart", is_flag=True),
        argument(lang, "paths", nargs=-1),
    ])


def run(door: Door, paths: tuple[str, ...]) -> int:
    """Show them all; 1 when one of them cannot be used or goes wrong."""
    from samenwerk.cli.plugins_told import asked_in, text_of, told_of
    from samenwerk.hooks.families import HOOKS
    from samenwerk.hooks.installed import installed

    found = installed(None, HOOKS)
    calls = asked_in(paths) if paths else None
    told = told_of(door, found, calls)
    return door.answer(FINE if told.well else FOUND, lambda: text_of(door, told), lambda: told.data)
