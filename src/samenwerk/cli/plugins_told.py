"""What `samenwerk plugins` tells: each plugin with all that is known of it, as data and as text.

Nothing is asked of a plugin here but what it brings; the stories of a workflow ask the rest.
"""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from samenwerk.cli.door import Door
from samenwerk.cli.failing import Fail
from samenwerk.hooks.calling.apart import Apart
from samenwerk.hooks.calling.health import SLOW, Calls
from samenwerk.hooks.plugins import OWN, Plugin, Plugins
from samenwerk.values.errors import PluginError

MANY = 12
"""More names than this are counted, not named; the sentences of a plugin never are named."""


@attrs.frozen
class PluginsTold:
    """What is told, as the data of the answer; `well` when nothing is wrong."""

    data: Mapping[str, Any]
    well: bool


def told_of(door: Door, found: Plugins, calls: Sequence[Calls] | None) -> PluginsTold:
    """Everything about these plugins; `calls` are what was asked in stories, None: none played."""
    from samenwerk.front import catalogue_with
    from samenwerk.language.catalogue import Speaker
    from samenwerk.language.errors import say_error

    speaker = Speaker(door.lang, catalogue=catalogue_with())
    plugins = [_one(one) for one in found.plugins if one.name != OWN]
    faults = {name: say_error(fault, speaker) for name, fault in found.faults.items()}
    data: dict[str, Any] = {"plugins": plugins, "faults": faults, "limits": list(Apart().limits)}
    well = not faults and not any(one["taken"] for one in plugins)
    if calls is not None:
        data["calls"] = [
            {**attrs.asdict(one, filter=lambda field, _: field.name != "last"),
             "set_aside": one.set_aside}
            for one in calls
        ]  # fmt: skip
        well = well and not any(one.failed for one in calls)
    return PluginsTold(data, well)


def _one(plugin: Plugin) -> dict[str, Any]:
    from samenwerk.cli.lazy import COMMANDS
    from samenwerk.hooks.languages import lacking

    room = sys.modules.get((plugin.origin or "").partition(":")[0])
    # a kind of leaf has a method of that name: what it reads depends on the case
    brought = [one for hook in plugin.brought if hook != "leaf_kinds" for one in plugin.all(hook)]
    reads = {name for one in brought for name in getattr(one, "reads", ()) if type(name) is str}
    return {
        "name": plugin.name,
        "version": plugin.version,
        "package": plugin.distribution,
        "path": _path(room),
        "made_for": _versions(plugin.made_for),
        "brings": {hook: list(names) for hook, names in plugin.names.items()},
        "reads": sorted(reads),
        "lacks": {lang: list(names) for lang, names in lacking(plugin).items()},
        "taken": [one.name for one in plugin.all("cli_commands") if one.name in COMMANDS],
        "seconds": round(plugin.seconds, 3),
        "slow": plugin.seconds > SLOW,
    }


def _versions(needed: str | None) -> str | None:
    """The lowest first, as people write it; a package may list them in any order."""
    if needed is None:
        return None
    return ",".join(sorted(needed.replace(" ", "").split(","), key=lambda one: one[0] != ">"))


def _path(room: object) -> str | None:
    """Where a module is: its file, or its folder when it is a package."""
    file = getattr(room, "__file__", None)
    if not isinstance(file, str):
        return None
    path = Path(file)
    return str(path.parent if path.name == "__init__.py" else path)


def asked_in(paths: Sequence[str]) -> tuple[Calls, ...]:
    """What plugins are asked while the stories of these workflows are played; raises Fail."""
    from samenwerk.cli.definition import all_given
    from samenwerk.cli.playing import player_of
    from samenwerk.hooks.calling.caller import Calling
    from samenwerk.scenarios.folder import read_folder

    calling = Calling()
    for file in all_given(paths):
        folder = read_folder(file)
        if not folder.sound:
            raise Fail("plugins.unsound", file=str(file))
        player = player_of(folder, calling=calling)
        for scenario in folder.scenarios:
            with contextlib.suppress(PluginError):  # it is told with the calls
                player.play(scenario.name)
    return tuple(calling.health)


def text_of(door: Door, told: PluginsTold) -> str:
    """The same for people."""
    from samenwerk.language.layout import wrap

    data = told.data
    parts = ["\n".join(_rows(door, one)) for one in data["plugins"]]
    parts += [
        "\n".join(wrap(door.words("plugins.fault", name=name, why=why), door.width))
        for name, why in data["faults"].items()
    ]
    if not parts:
        return door.words("plugins.none")
    if "calls" in data:
        parts.append("\n".join(_call_rows(door, data["calls"])))
    limits = ", ".join(door.words(f"plugins.limit.{one}") for one in data["limits"])
    parts.append("\n".join(wrap(door.words("plugins.limits", limits=limits), door.width)))
    return "\n\n".join(parts)


def _rows(door: Door, one: Mapping[str, Any]) -> Iterator[str]:
    from samenwerk.language.layout import padded, wrap

    yield door.words("plugins.head", name=one["name"], version=one["version"])
    heads = {id: door.words(f"plugins.{id}")
             for id in ("package", "path", "made_for", "brings", "reads", "loaded")}  # fmt: skip
    heads |= {lang: door.words(f"plugins.without.{lang}") for lang in one["lacks"]}
    heads |= {"taken": door.words("plugins.taken")} if one["taken"] else {}
    column = max(map(len, heads.values())) + 2
    hooks = max([len(hook) for hook in one["brings"]], default=0) + 2
    loaded = "plugins.slow" if one["slow"] else "plugins.seconds"
    lines = [(heads[id], one[id]) for id in ("package", "path") if one[id]]
    if one["made_for"]:
        lines.append((heads["made_for"], f"samenwerk {one['made_for']}"))
    lines += [
        (heads["brings"] if not number else "", padded(hook, hooks) + _named(door, hook, names))
        for number, (hook, names) in enumerate(one["brings"].items())
    ]
    if one["reads"]:
        lines.append((heads["reads"], ", ".join(one["reads"])))
    lines += [(heads[lang], _without(door, names)) for lang, names in one["lacks"].items()]
    if one["taken"]:
        lines.append((heads["taken"], door.words("plugins.taken_by", names=one["taken"])))
    lines.append((heads["loaded"], door.words(loaded, time=_time(one["seconds"]))))
    for head, text in lines:
        if head == heads["path"]:  # it is whole on one line, so that it can be copied
            yield f"  {padded(head, column)}{text}"
            continue
        below = " " * (2 + column + (hooks if head in (heads["brings"], "") else 0))
        yield from wrap(text, door.width, "  " + padded(head, column), below)


def _named(door: Door, hook: str, names: Sequence[str]) -> str:
    if hook == "messages":
        which = "plugins.sentence" if len(names) == 1 else "plugins.sentences"
        return door.words(which, count=len(names))
    if len(names) > MANY:
        return door.words("plugins.names", count=len(names))
    return ", ".join(names)


def _without(door: Door, names: Sequence[str]) -> str:
    if len(names) > MANY:
        return door.words("plugins.names_and_sentences", count=len(names))
    return "; ".join(names)


def _call_rows(door: Door, calls: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    from samenwerk.language.layout import wrap

    if not calls:
        yield from wrap(door.words("plugins.calls.none"), door.width)
        return
    yield door.words("plugins.calls")
    for one in calls:
        told = {**one, "seconds": _time(one["seconds"]), "slowest": _time(one["slowest"])}
        said = [door.words("plugins.call", **told)]
        said += [door.words("plugins.call.slow", slow=one["slow"])] if one["slow"] else []
        said += [door.words("plugins.call.failed", failed=one["failed"])] if one["failed"] else []
        said += [door.words("plugins.call.aside")] if one["set_aside"] else []
        yield from wrap("; ".join(said), door.width, "  - ")


def _time(seconds: float) -> str:
    return f"{seconds * 1000:.0f} ms" if seconds < 1 else f"{seconds:.1f} s"
