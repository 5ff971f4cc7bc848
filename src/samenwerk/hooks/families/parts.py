"""`parts`: TOML that a plugin brings, laid between a workflow and what it builds on.

How a text is laid in is `definitions.laying.brought`; here only what a plugin may give.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import attrs

from samenwerk.hooks.shapes import is_name, labelled, listed, texts


@attrs.frozen(eq=False)
class Part:
    """A piece of definition, used in a workflow as `uses = ["plugin.name"]`.

    `texts` are its files by name, each TOML as an author would write it. `fits` are the workflows
    it is written for, as `landelijk@2026.1` or `landelijk`; none: whatever a workflow builds on.
    See `hooks.spec.parts`.
    """

    name: str
    labels: Mapping[str, str]
    texts: Mapping[str, str]
    fits: tuple[str, ...] = ()


def fits(plugin: str, answer: object) -> tuple[Part, ...]:
    """The parts a plugin gave; raises PluginError."""

    def right(one: Any) -> bool:
        return (
            isinstance(one, Part)
            and is_name(one.name)
            and labelled(one.labels)
            and has_texts(one.texts)
            and texts(one.fits)
        )

    def has_texts(given: object) -> bool:
        return labelled(given) and bool(given)

    fields = {"texts": (has_texts, "Mapping[str, str] with one text or more")}
    return listed(plugin, "parts", answer, right, "Part", fields)


def names(brought: tuple[Part, ...]) -> tuple[str, ...]:
    """What workflows call them, after the name of the plugin."""
    return tuple(one.name for one in brought)
