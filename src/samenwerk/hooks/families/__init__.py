"""The families of hooks, in the order in which they are asked; a family is a file of its own here.

To add one, `post` say: its values with `fits` and `names` in `families/post.py`, one line below,
one function in `hooks.spec` (the docstring is the contract), and `docs/plugins/post.md`, of which
`docs/make_hooks.py` fills in the signature. Nothing else here knows a family by name:
`Plugins.by_name("post")` and `Plugins.found("post", plugin, name)` give what plugins brought by it.
`fits(plugin, answer)` gives what came in as a tuple, and raises PluginError (`hooks.shapes`) for
what may not come in; `names(brought)` tells how a workflow or a person calls it.
"""

from __future__ import annotations

import importlib
from typing import Any, Protocol, cast

import attrs

RUN = "run"
"""Asked before a workflow is run."""
READ = "read"
"""Asked when the text of a workflow is read and judged."""
BOTH = "both"
"""Asked for either."""
SHOW = "show"
"""Asked when somebody asks for what it brings."""


class Room(Protocol):
    """What the file of a family holds beside its values."""

    def fits(self, plugin: str, answer: object) -> tuple[Any, ...]:
        """What the plugin gave by this hook, checked; raises PluginError for what does not fit."""

    def names(self, brought: tuple[Any, ...]) -> tuple[str, ...]:
        """The names of these, in their order."""


@attrs.frozen
class Family:
    """One family: its hook, when it is asked, and how its names are kept apart.

    Names that are `prefixed` are written `plugin.name`, so that two plugins may bring the same;
    other names belong to one plugin alone. `word` is the family of the labels, as in
    `word.plugin_rule.fair_share`, for values that have `labels`. What is `apart` is asked in a
    process of its own where an engine wants that: it may look outside, and need not be quick.
    `among` names the hook whose names these are too: a fact that is told by both is told twice.
    """

    hook: str
    when: str = RUN
    prefixed: bool = True
    word: str | None = None
    apart: bool = False
    among: str | None = None

    @property
    def room(self) -> Room:
        """The file of this family, imported when it is first needed."""
        return cast(Room, importlib.import_module(f"{__name__}.{self.hook}"))


FAMILIES: tuple[Family, ...] = (
    Family("leaf_kinds", BOTH, prefixed=False),
    Family("rules", word="plugin_rule"),
    Family("methods", word="plugin_method"),
    Family("facts", prefixed=False, apart=True),
    Family("effects", word="plugin_effect", apart=True),
    Family("ranks", prefixed=False, among="facts"),
    Family("payments", word="plugin_payments", apart=True),
    Family("accounts", word="plugin_account", apart=True),
    Family("messages", prefixed=False),
    Family("checks", READ, prefixed=False),
    Family("parts", READ, word="plugin_part"),
    Family("calendars", READ, word="plugin_calendar"),
    Family("due_items", apart=True),
    Family("reports", apart=True),
    Family("exports", apart=True),
    Family("cli_commands", SHOW, prefixed=False),
)
"""Every family there is, one a line."""

HOOKS = tuple(one.hook for one in FAMILIES)
RUNNING = tuple(one.hook for one in FAMILIES if one.when in (RUN, BOTH))
READING = tuple(one.hook for one in FAMILIES if one.when in (READ, BOTH))
LOADED = tuple(one.hook for one in FAMILIES if one.when != SHOW)


def family(hook: str) -> Family:
    """The family of a hook; raises KeyError for a hook that is not there."""
    for one in FAMILIES:
        if one.hook == hook:
            return one
    raise KeyError(hook)
