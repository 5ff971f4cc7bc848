"""Our own shape of a click command: headings in the reader's language, and the shared options.

What a command does stands in `cli.commands`.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import Any, TypeVar

import attrs
import click

from samenwerk.cli.door import CLOSED, Door
from samenwerk.cli.stores import named, stored
from samenwerk.cli.words import texts, words

Run = TypeVar("Run", bound=Callable[..., Any])


class Headed(click.Command):
    """A command with its headings in one language."""

    lang = "en"

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """The words of a call; raises click.UsageError for a value that is given twice."""
        twice = self._given_twice(ctx, list(args))
        if twice is not None:
            raise click.UsageError(words(self.lang, "usage.twice", name=twice), ctx)
        return super().parse_args(ctx, args)

    def _given_twice(self, ctx: click.Context, args: list[str]) -> str | None:
        """An option for one value that is there twice: click would quietly take the last."""
        try:
            _, _, given = self.make_parser(ctx).parse_args(args)
        except click.UsageError:  # told when it is parsed in earnest
            return None
        one_value = [
            one for one in given
            if isinstance(one, click.Option) and not (one.is_flag or one.multiple or one.count)
        ]  # fmt: skip
        return next((max(one.opts, key=len) for one in one_value if given.count(one) > 1), None)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The line that shows how it is used."""
        pieces = " ".join(self.collect_usage_pieces(ctx))
        formatter.write_usage(ctx.command_path, pieces, prefix=words(self.lang, "head.usage"))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The options, and for a group its commands."""
        options = [one for one in self.get_params(ctx) if isinstance(one, click.Option)]
        records = [one.get_help_record(ctx) for one in options]
        rows = [(names, self._told(said)) for names, said in filter(None, records)]
        if isinstance(self, click.Group):
            self.format_commands(ctx, formatter)
        with formatter.section(words(self.lang, "head.options")):
            formatter.write_dl(rows)

    def _told(self, help: str) -> str:
        """The help of an option, with what click adds between brackets in the same language."""
        said, bracket, added = help.rpartition("  [")
        for english, id in (("default: ", "option.default"), ("required", "option.required")):
            added = added.replace(english, words(self.lang, id)) if bracket else added
        return said + bracket + added

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """`--help`, told in the language of the command."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = words(self.lang, "option.help")
        return option


FORMATS = ("text", "json")


def made(
    name: str, lang: str, run: Callable[..., int], options: list[Run],
    formats: tuple[str, ...] = FORMATS,
) -> click.Command:  # fmt: skip
    """A command of these options whose function gets a `Door` and gives the exit code.

    The function's first argument is the door; the others are its options by name. One that
    answers in formats of its own, beside JSON, is given the one that was asked for.
    """

    def call(**given: Any) -> int:
        whole = click.get_current_context().find_root().params
        asked = given.pop("lang") or whole.get("lang")
        format = given.pop("format") or whole.get("format")
        if formats is not FORMATS:
            given["format"] = format
        door = Door.opened(name, lang, asked, format if format in FORMATS else "text")
        door = attrs.evolve(door, apart=given.pop("apart", False), log=given.pop("log", None))
        try:
            return _run(door, run, given)
        except BrokenPipeError:  # click would make it a failure of ours
            raise click.exceptions.Exit(CLOSED) from None

    function: Callable[..., Any] = call
    for add in reversed([*options, *common(lang, formats)]):
        function = add(function)
    long = f"long.{name}"
    text = words(lang, long if long in texts(lang) else f"help.{name}")
    metavar = words(lang, "metavar.options")
    command = click.command(name, cls=Headed, help=text, options_metavar=metavar)(function)
    command.lang = lang
    return command


def _run(door: Door, run: Callable[..., int], given: dict[str, Any]) -> int:
    if not door.apart:
        with door.alone():
            return run(door, **named(given))
    from samenwerk.hooks.calling.apart import Apart
    from samenwerk.hooks.calling.trying import trying

    with door.alone(), trying(Apart()):
        return run(door, **named(given))


def option(lang: str, *names: str, told: str = "", **details: Any) -> Any:
    """An option, with its help from the words of the command line (`told`: under another id)."""
    id = max((name for name in names if name.startswith("--")), key=len).lstrip("-")
    return click.option(*names, help=words(lang, f"option.{told or id}"), **details)


def argument(lang: str, name: str, **details: Any) -> Any:
    """An argument, shown under a word of the reader's language."""
    return click.argument(name, metavar=words(lang, f"argument.{name}"), **details)


def on_store(lang: str) -> list[Any]:
    """The options of every command that works on a store."""
    return [
        stored(lang),
        option(lang, "--in", "collaboration", metavar="ID"),
        option(lang, "--now", type=Moment(lang)),
        option(lang, "--apart", is_flag=True),
        logged(lang),
    ]


def logged(lang: str) -> Any:
    """The option that says where to log what an engine does."""
    return option(lang, "--log", metavar=words(lang, "metavar.log"))


def acting(lang: str) -> list[Any]:
    """The options of every command by which somebody acts."""
    return [
        option(lang, "--as", "actor", metavar=words(lang, "argument.party"), required=True),
        option(lang, "--for", "on_behalf_of", metavar=words(lang, "argument.party")),
        option(lang, "--on", "day", type=Day(lang)),
        option(lang, "--id", "command_id", metavar="ID"),
    ]


class Day(click.ParamType):  # type: ignore[type-arg]
    """A civil day as `2027-02-01`, or as people write one."""

    name = "day"

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """How a day is written."""
        return words(self.lang, "metavar.day")

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> date:
        """The day, or a message that says how one is written."""
        if isinstance(value, date):
            return value
        from samenwerk.language.written import day_from_words

        found = day_from_words(value)
        if found is None:
            self.fail(words(self.lang, "usage.day", written=value), param, ctx)
        return found


class Moment(click.ParamType):  # type: ignore[type-arg]
    """A moment on the clock of the workflow's zone, as `2027-02-01T12:00`; a day alone is noon."""

    name = "moment"

    def __init__(self, lang: str) -> None:
        self.lang = lang

    def get_metavar(self, param: click.Parameter, ctx: click.Context | None = None) -> str:
        """How a moment is written."""
        return words(self.lang, "metavar.moment")

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> datetime:
        """The moment without a zone, or a message that says how one is written."""
        if isinstance(value, datetime):
            return value
        from samenwerk.language.written import moment_from_words

        found = moment_from_words(value)
        if found is None:
            self.fail(words(self.lang, "usage.moment", written=value), param, ctx)
        return found


def common(lang: str, formats: tuple[str, ...] = FORMATS) -> list[Any]:
    """The options that everything has, and `samenwerk` itself too."""
    return [
        option(lang, "--lang", type=click.Choice(["nl", "en"])),
        option(lang, "--format", type=click.Choice(formats),
               told="format" if formats is FORMATS else "picture"),
    ]  # fmt: skip
