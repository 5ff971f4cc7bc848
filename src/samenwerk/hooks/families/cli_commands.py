"""`cli_commands`: commands of a plugin, beside those of samenwerk.

Where they hang in the command line is `cli.lazy`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from samenwerk.hooks.shapes import listed

if TYPE_CHECKING:
    import click


def fits(plugin: str, answer: object) -> tuple[click.Command, ...]:
    """The commands a plugin gave; raises PluginError."""
    import click

    def right(one: Any) -> bool:
        return isinstance(one, click.Command) and bool(one.name)

    return listed(plugin, "cli_commands", answer, right, "click.Command")


def names(brought: tuple[click.Command, ...]) -> tuple[str, ...]:
    """What somebody types."""
    return tuple(command.name or "" for command in brought)
