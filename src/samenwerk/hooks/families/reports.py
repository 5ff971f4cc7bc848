"""`reports`: a whole collaboration as a text or a paper for people."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

import attrs

from samenwerk.hooks.shapes import can_be_called, is_name, labelled, listed, texts
from samenwerk.values.message import Message

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
            and are_formats(one.formats)
        )

    def are_formats(given: Any) -> bool:
        return texts(given) and bool(given) and set(given) <= {*FORMATS, *PAPERS}

    known = f"tuple[str, ...] of {', '.join((*FORMATS, *PAPERS))}"
    fields = {"formats": (are_formats, known)}
    return listed(plugin, "reports", answer, right, "PluginReport", fields)


def names(brought: tuple[PluginReport, ...]) -> tuple[str, ...]:
    """What somebody asks for, after the name of the plugin."""
    return tuple(one.name for one in brought)


def fitting(answer: Any, format: str) -> Message | None:
    """What is asked and was not given by `render` in this format; None when it fits."""
    most = {"most": LARGEST}
    if format in PAPERS:
        if type(answer) is not bytes or not answer:
            return Message("wanted.bytes")
        return Message("wanted.bytes.most", most) if len(answer) > LARGEST else None
    if type(answer) is not str:
        return Message("wanted.text")
    if len(answer) > LARGEST:
        return Message("wanted.text.most", most)
    if not answer.strip():
        return Message("wanted.text.some")
    try:
        answer.encode("utf-8")
    except UnicodeEncodeError:
        return Message("wanted.text.whole")
    return None
