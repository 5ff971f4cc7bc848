"""`exports`: a whole collaboration as bytes for another program."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.hooks.shapes import can_be_called, is_name, labelled, listed
from samenwerk.values.message import Message

if TYPE_CHECKING:
    from samenwerk.hooks.whole import Whole

LARGEST = 500_000_000
"""So many bytes an export may have."""


@attrs.frozen(eq=False)
class PluginExport:
    """An export: the bytes of a file for another program.

    `extension` is how such a file is called at its end, as "csv". `export` must give the same
    bytes for the same whole: no clock, no network, no memory.
    """

    name: str
    labels: Mapping[str, str]
    extension: str
    export: Callable[[Whole], bytes]


def fits(plugin: str, answer: object) -> tuple[PluginExport, ...]:
    """What a plugin gave, checked; raises PluginError."""

    def right(one: Any) -> bool:
        return (
            isinstance(one, PluginExport)
            and is_name(one.name)
            and labelled(one.labels)
            and can_be_called(one.export)
            and is_name(one.extension)
        )

    fields = {"extension": (is_name, "letters and digits, without the point")}
    return listed(plugin, "exports", answer, right, "PluginExport", fields)


def names(brought: tuple[PluginExport, ...]) -> tuple[str, ...]:
    """What somebody asks for, after the name of the plugin."""
    return tuple(one.name for one in brought)


def fitting(answer: Any) -> Message | None:
    """What is asked and was not given by `export`; None when it fits."""
    if type(answer) is not bytes:
        return Message("wanted.bytes")
    return Message("wanted.bytes.most", {"most": LARGEST}) if len(answer) > LARGEST else None
