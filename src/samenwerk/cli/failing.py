"""What is said when a command could not be carried out, and with which exit code.

A refusal is no failure: the engine answers it, and the commands show it.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

import click

from samenwerk.cli.door import FOUND, OURS, WRONG, Door
from samenwerk.cli.stores import is_store_file
from samenwerk.cli.words import texts, words
from samenwerk.values.errors import (
    Conflict,
    Misuse,
    PluginError,
    RecordBroken,
    SamenwerkError,
    StoreError,
)

if TYPE_CHECKING:
    from samenwerk.language.catalogue import Speaker


class Fail(Exception):
    """A command stops here: `id` and `params` say why, `code` is the exit code."""

    def __init__(self, id: str, code: int = WRONG, **params: object) -> None:
        super().__init__(id)
        self.id = id
        self.code = code
        self.params = params


def usage_error(fault: click.ClickException, door: Door) -> int:
    """Say what is wrong with the words of a call."""
    said = _usage_text(fault, door.lang)
    rows = [said]
    context = getattr(fault, "ctx", None)
    if context is not None:
        rows.append(words(door.lang, "usage.try", command=context.command_path))
    return _tell(door, WRONG, "usage", "\n".join(rows), said)


def _speaker(fault: SamenwerkError, door: Door) -> Speaker:
    """Who says it: plugins and the engine have sentences of their own."""
    if not isinstance(fault, PluginError | Misuse):
        return door.speaker()
    from samenwerk.front import catalogue_with
    from samenwerk.language.catalogue import Speaker

    return Speaker(door.lang, catalogue=catalogue_with())


def said_of_fault(fault: SamenwerkError, door: Door) -> str:
    """What went wrong in the reader's language, for an answer that goes on with other things."""
    from samenwerk.language.errors import say_error

    return say_error(fault, _speaker(fault, door))


def failed(fault: Exception, door: Door) -> int:
    """Say what went wrong, and give the exit code that belongs to it."""
    if isinstance(fault, Fail):
        return _tell(door, fault.code, fault.id, words(door.lang, fault.id, **fault.params))
    import traceback

    if isinstance(fault, SamenwerkError):
        from samenwerk.language.layout import wrap

        known = f"misuse.{fault.params.get('what')}"
        if type(fault) is Misuse and known in texts(door.lang):
            params = {"name": "", **fault.params}
            return _tell(door, WRONG, known, words(door.lang, known, **params))
        if isinstance(fault, PluginError):
            _blamed(fault)
        said = said_of_fault(fault, door)
        text = "\n".join(wrap(said, door.width, paths=True))
        if isinstance(fault, PluginError) and fault.__cause__ and os.environ.get("SAMENWERK_DEBUG"):
            traceback.print_exception(fault.__cause__)
        return _tell(door, _code(fault), fault.id, text, said, _whose(fault))
    if os.environ.get("SAMENWERK_DEBUG"):
        traceback.print_exception(fault)
    of_plugin = _in_plugin(fault)
    if of_plugin is not None:
        return _tell(door, FOUND, "failed.plugin", words(door.lang, "failed.plugin", **of_plugin))
    where = traceback.extract_tb(fault.__traceback__)
    place = f"{os.path.basename(where[-1].filename)}:{where[-1].lineno}" if where else "?"
    told = words(door.lang, "failed.ours", kind=type(fault).__name__, message=fault, place=place)
    return _tell(door, OURS, "failed.ours", told)


def _in_plugin(fault: Exception) -> Mapping[str, object] | None:
    """Which installed plugin raised this where nobody stood between: a command or a word of its
    own. None when it was none."""
    from samenwerk.hooks.calling.contained import place_in, told
    from samenwerk.hooks.installed import sources

    for one in sources():
        place = place_in((one.origin or "").partition(":")[0].partition(".")[0].strip(), fault)
        if place is not None:
            made = f"{one.distribution or one.name} {one.version}"
            return {"plugin": one.name, "place": place, "made": made, "detail": told(fault)}
    return None


def _code(fault: SamenwerkError) -> int:
    if isinstance(fault, RecordBroken | PluginError):
        return FOUND
    if isinstance(fault, Conflict):
        return OURS
    return WRONG if isinstance(fault, Misuse | StoreError) else OURS


def _blamed(fault: PluginError) -> None:
    """Say who is to mend it, also where only the name of the plugin was known."""
    from samenwerk.hooks.calling.blamed import blame
    from samenwerk.hooks.installed import sources

    for one in sources():
        if one.name == fault.params.get("plugin"):
            blame(fault, one.name, one.distribution, one.version)


def _whose(fault: SamenwerkError) -> Mapping[str, object]:
    """What is known of the plugin that went wrong."""
    names = ("plugin", "package", "version", "hook", "place")
    known = {name: fault.params.get(name) for name in names}
    return {name: one for name, one in known.items() if isinstance(one, str) and one}


def _tell(
    door: Door, code: int, id: str, text: str, message: str | None = None,
    more: Mapping[str, object] | None = None,
) -> int:  # fmt: skip
    if door.format == "json":
        told = {"id": id, "message": message or text, **(more or {})}
        door.print_json(code, {"error": told})
    else:
        sys.stdout.flush()
        from samenwerk.language.layout import fitted

        sys.stderr.write(fitted(text, door.width) + "\n")
    return code


def _usage_text(fault: click.ClickException, lang: str) -> str:
    match fault:
        case click.NoSuchOption():
            near = fault.possibilities
            id = "usage.no_option_near" if near else "usage.no_option"
            return words(lang, id, name=fault.option_name, near=", ".join(near or ()))
        case click.MissingParameter():
            id = "usage.missing_option"
            if fault.param is not None and fault.param.param_type_name == "argument":
                id = "usage.missing_argument"
                here = os.path.isfile("workflow.toml")
                if here and fault.param.name in ("paths", "workflow"):
                    id = "usage.missing_here"
            command = "" if fault.ctx is None else fault.ctx.command_path
            return words(lang, id, name=_hint(fault), command=command)
        case click.BadParameter():
            if isinstance(getattr(fault.param, "type", None), click.Choice):
                allowed = ", ".join(fault.param.type.choices)  # type: ignore[union-attr]
                return words(lang, "usage.choice", name=_hint(fault), allowed=allowed)
            if isinstance(getattr(fault.param, "type", None), click.IntRange | click.FloatRange):
                return _number(fault, lang)
            name = _hint(fault)  # a command of a plugin may not say which
            return words(lang, "usage.bad", name=name, message=fault.message) if name else (
                fault.message
            )
        case click.BadOptionUsage():
            return words(lang, "usage.option_value", name=fault.option_name)
        case click.FileError():
            return words(lang, "file.unreadable", file=fault.ui_filename)
    if "unexpected extra argument" in fault.message:
        given = fault.message.partition("(")[2].rstrip(")")
        context = getattr(fault, "ctx", None)
        if context is not None and _is_store_left(context, given):
            command = context.command_path
            return words(lang, "usage.too_many_store", given=given, command=command)
        return words(lang, "usage.too_many", given=given)
    return fault.format_message()


def _number(fault: click.BadParameter, lang: str) -> str:
    """Which numbers an option takes."""
    kind: click.IntRange | click.FloatRange = fault.param.type  # type: ignore[union-attr,assignment]
    id = "usage.whole" if isinstance(kind, click.IntRange) else "usage.number"
    low = 0 if kind.min is None else kind.min
    if kind.max is None:
        return words(lang, f"{id}_from", name=_hint(fault), low=low)
    return words(lang, id, name=_hint(fault), low=low, high=kind.max)


def _is_store_left(context: click.Context, given: str) -> bool:
    """Whether what is too much for a command is the store that it works on."""
    takes = any(one.name == "store" for one in context.command.params)
    return takes and is_store_file(given)


def _hint(fault: click.BadParameter) -> str:
    param = fault.param
    if param is None:
        return str(fault.param_hint or "")
    if param.param_type_name == "argument":
        return param.make_metavar(fault.ctx) if fault.ctx else param.name or ""
    return max(param.opts, key=len)
