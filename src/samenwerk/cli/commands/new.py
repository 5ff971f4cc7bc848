"""`samenwerk new`: something small and right to begin with, a command for each kind of it."""

from __future__ import annotations

import difflib
import importlib
from typing import Any

import click

from samenwerk.cli.command import Headed, common
from samenwerk.cli.words import words

KINDS = {
    "region": "new_region",
    "lifecycle": "new_piece",
    "rule": "new_piece",
    "scenario": "new_piece",
    "plugin": "new_plugin",
}
"""What can be made, with the module beside this one that makes it."""


class Kinds(Headed, click.Group):
    """The group `samenwerk new`."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The kinds, in our own order."""
        return list(KINDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command for a kind, read when it is asked for."""
        if cmd_name not in KINDS:
            return None
        found = importlib.import_module(f"samenwerk.cli.commands.{KINDS[cmd_name]}")
        made: click.Command = found.build(f"new {cmd_name}", self.lang)
        return made

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """As click does; without words it tells what there is."""
        return super().parse_args(ctx, args or ["--help"])

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click does, with what can be made for what cannot."""
        name = args[0]
        if name not in KINDS and not name.startswith("-"):
            near = difflib.get_close_matches(name.lower(), KINDS, n=1, cutoff=0.6)
            id = "new.no_kind_near" if near else "new.no_kind"
            said = words(self.lang, id, name=name, near="".join(near), names=[*KINDS])
            raise click.UsageError(said, ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Every kind with what it is."""
        rows = [(name, words(self.lang, f"help.new {name}")) for name in KINDS]
        with formatter.section(words(self.lang, "head.commands")):
            formatter.write_dl(rows)


def build(name: str, lang: str) -> click.Command:
    """The command."""

    def call(**given: str | None) -> None:
        """What was asked here counts as if it was asked of `samenwerk` itself."""
        whole = click.get_current_context().find_root().params
        whole |= {key: value for key, value in given.items() if value is not None}

    function: Any = call
    for add in reversed(common(lang)):
        function = add(function)
    made = click.group(
        name, cls=Kinds, help=words(lang, f"long.{name}"),
        options_metavar=words(lang, "metavar.options"),
        subcommand_metavar=words(lang, "metavar.kind"),
    )(function)  # fmt: skip
    made.lang = lang
    return made
