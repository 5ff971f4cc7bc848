"""`reports`: a whole collaboration as a text for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import attrs

from samenwerk.hooks.shapes import can_be_called, is_name, labelled, listed, texts
from samenwerk.hooks.whole import Whole

FORMATS = ("text", "markdown", "html")
LARGEST = 20_000_000
"""So many characters a report may have."""


@attrs.frozen(eq=False)
class PluginReport:
    """A report: a text about the whole of a collaboration, in a language and a format.

    `formats` are some of text, markdown and html, the usual one first. `render` must give the
    same text for the same whole: no clock, no network, no memory.
    """

    name: str
    labels: Mapping[str, str]
    formats: tuple[str, ...]
    render: Callable[[Whole, str, str], str]


def fits(plugin: str, answer: object) -> tuple[PluginReport, ...]:
    """What a plugin gave, checked; raises PluginError."""

    def right(one: Any) -> bool:
        return (
            isinstance(one, PluginReport)
            and is_name(one.name)
            and labelled(one.labels)
            and can_be_called(one.render)
            and texts(one.formats)
            and bool(one.formats)
            and set(one.formats) <= set(FORMATS)
        )

    return listed(plugin, "reports", answer, right, "PluginReport")


def names(brought: tuple[PluginReport, ...]) -> tuple[str, ...]:
    """What somebody asks for, after the name of the plugin."""
    return tuple(one.name for one in brought)


def fitting(answer: Any) -> str | None:
    """What is wrong with what `render` gave; None when nothing is."""
    if type(answer) is not str:
        return "a text"
    if len(answer) > LARGEST:
        return f"a text of at most {LARGEST} characters"
    if not answer.strip():
        return "a text that is not empty"
    try:
        answer.encode("utf-8")
    except UnicodeEncodeError:
        return "a text that UTF-8 can hold"
    return None
