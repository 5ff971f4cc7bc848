"""The commands by name, in the order in which people meet them; each is read when it is used."""

from __future__ import annotations

import functools
import importlib
from typing import Any

import click

from samenwerk.cli.command import Headed, common
from samenwerk.cli.words import words

COMMANDS: dict[str, str] = {
    "demo": "demo",
    "new": "new",
    "check": "check",
    "test": "test",
    "verify": "verify",
    "diagram": "diagram",
    "diff": "diff",
    "fmt": "fmt",
    "start": "start",
    "register": "register",
    "do": "acts",
    "say": "acts",
    "fact": "acts",
    "document": "acts",
    "status": "status",
    "todo": "reading",
    "needs": "needs",
    "blockers": "needs",
    "explain": "explain",
    "due": "reading",
    "upkeep": "upkeep",
    "worker": "worker",
    "outbox": "outbox",
    "money": "money",
    "migrate": "migrate",
    "replay": "replay",
    "report": "reporting",
    "export": "reporting",
    "serve": "serve",
    "import": "carrying",
    "history": "history",
    "erase": "erase",
    "verify-store": "verify_store",
    "backup": "copies",
    "restore": "copies",
    "plugins": "plugins",
    "schema": "schema",
}
"""Command to the module in `cli.commands` that makes it."""


class Commands(Headed, click.Group):
    """The group `samenwerk`: it knows names, and reads no command that is not asked for."""

    @functools.cached_property
    def _brought(self) -> dict[str, click.Command]:
        return brought()

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names, in our own order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, made in the language of the group."""
        module = COMMANDS.get(cmd_name)
        if module is None:
            return self._brought.get(cmd_name)
        found = importlib.import_module(f"samenwerk.cli.commands.{module}")
        made: click.Command = found.build(cmd_name, self.lang)
        return made

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with the nearest name for one that is not there."""
        name = args[0]
        if name not in COMMANDS and not name.startswith("-") and name not in self._brought:
            import difflib

            near = difflib.get_close_matches(name.lower(), COMMANDS, n=1, cutoff=0.6)
            id = "usage.no_command_near" if near else "usage.no_command"
            raise click.UsageError(words(self.lang, id, name=name, near="".join(near)), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Every command with what it is for, without reading any of them."""
        rows = [(name, words(self.lang, f"help.{name}")) for name in COMMANDS]
        rows += [(name, one.get_short_help_str()) for name, one in sorted(self._brought.items())]
        with formatter.section(words(self.lang, "head.commands")):
            formatter.write_dl(rows)


def brought() -> dict[str, click.Command]:
    """The commands of plugins by name; those of a plugin with a fault are left out, and a name
    of our own cannot be taken."""
    from samenwerk.hooks.calling.voices import alone
    from samenwerk.hooks.installed import installed

    found: dict[str, click.Command] = {}
    with alone():
        gathered = installed(None, ("cli_commands",))
    for _, command in gathered.commands:
        if command.name is not None and command.name not in COMMANDS:
            found.setdefault(command.name, command)
    return found


def _version(ctx: click.Context, param: click.Parameter, asked: bool) -> None:
    if asked:
        from samenwerk import __version__

        click.echo(f"samenwerk {__version__}")
        ctx.exit()


def group(lang: str) -> Commands:
    """The whole command line in one language."""
    def call(lang: str | None, format: str | None) -> None:
        """Nothing: the options are looked at by the command."""

    function: Any = click.option(
        "--version", is_flag=True, is_eager=True, expose_value=False, callback=_version,
        help=words(lang, "option.version"),
    )(call)  # fmt: skip
    for add in reversed(common(lang)):
        function = add(function)
    made = click.group(
        "samenwerk", cls=Commands, help=words(lang, "help"),
        options_metavar=words(lang, "metavar.options"),
        subcommand_metavar=words(lang, "metavar.command"),
    )(function)  # fmt: skip
    made.lang = lang
    return made
