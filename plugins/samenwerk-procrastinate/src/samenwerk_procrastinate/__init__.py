"""A fleet: what waits in a store in PostgreSQL, done by procrastinate on any number of machines.

`samenwerk fleet` runs one of them; `Fleet` does so from a program of your own.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from samenwerk import hookimpl

if TYPE_CHECKING:
    import click

    from samenwerk_procrastinate.fleet import Fleet as Fleet

__version__ = "0.1.0"


@hookimpl
def cli_commands() -> Sequence[click.Command]:
    """`samenwerk fleet`."""
    from samenwerk_procrastinate.command import command

    return [command]


def __getattr__(name: str) -> object:
    if name != "Fleet":
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from samenwerk_procrastinate.fleet import Fleet

    return Fleet
