"""`reports`: a whole collaboration as a text or a paper for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.hooks.shapes import can_be_called, is_name, labelled, listed, texts

if TYPE_CHECKING:
    from samenwerk.hooks.whole import Whole

FORMATS = ("text", "markdown", "html")
PAPERS = ("pdf", "docx")
"""The formats that are bytes and not a text."""
LARGEST = 20_000_000
"""So many characters a report may have, or bytes."""


@attrs.frozen(eq=False)
class PluginReport:
    """A report: a text about the whole of a collaboration, in a language and a format.

    `formats` are some of text, markdown, html, pdf and docx, the usual one first. `render` gives
    a text, or bytes for pdf and docx; the same for the same whole: no clock, no network, no
    memory.
    """

    name: str
    labels: Mapping[str, str]
    formats: tuple[str, ...]
    render: Callable[[Whole, str, str], str | bytes]


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
            and set(one.formats) <= {*FORMATS, *PAPERS}
        )

    return listed(plugin, "reports", answer, right, "PluginReport")


def names(brought: tuple[PluginReport, ...]) -> tuple[str, ...]:
    """What somebody asks for, after the name of the plugin."""
    return tuple(one.name for one in brought)


def fitting(answer: Any, format: str) -> str | None:
    """What is wrong with what `render` gave in this format; None when nothing is."""
    if format in PAPERS:
        if type(answer) is not bytes or not answer:
            return "bytes"
        return f"at most {LARGEST} bytes" if len(answer) > LARGEST else None
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
