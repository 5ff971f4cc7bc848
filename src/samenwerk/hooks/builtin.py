"""What samenwerk itself brings, by the same hooks as a plugin of a region."""

from __future__ import annotations

import importlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, cast

from samenwerk.hooks.spec import hookimpl
from samenwerk.hooks.wording import WORDING

if TYPE_CHECKING:
    from samenwerk.core.leaf import Leaf
    from samenwerk.definitions.checks import Check
    from samenwerk.hooks.families.accounts import PluginAccount
    from samenwerk.hooks.families.exports import PluginExport
    from samenwerk.hooks.families.methods import PluginMethod
    from samenwerk.hooks.families.reports import PluginReport

WORDS = "samenwerk.language.words"
"""Where the words of our own methods stand: a room above this one, found by its name."""
REPORTING = "samenwerk.reporting.brought"
"""Where our own reports and exports stand: a room above this one, found by its name."""


@hookimpl
def leaf_kinds() -> Sequence[type[Leaf]]:
    """The leaves of `core.leaves`."""
    from samenwerk.definitions.keys.kinds import KINDS

    return tuple(KINDS.values())


@hookimpl
def methods() -> Sequence[PluginMethod]:
    """The methods that `core.votes` counts, with the keys at which each looks."""
    from samenwerk.hooks.families.methods import PluginMethod
    from samenwerk.values.declared import METHODS

    more = {
        "majority": ("share", "share_of"), "qualified": ("share", "share_of"),
        "double": ("share", "share_of", "weight", "weight_share"),
    }  # fmt: skip
    words = importlib.import_module(WORDS).WORDING
    labels = {name: {lang: words[lang][f"word.method.{name}"] for lang in ("nl", "en")}
              for name in METHODS}  # fmt: skip
    return [PluginMethod(name, labels[name], None, takes=more.get(name, ())) for name in METHODS]


@hookimpl
def accounts() -> Sequence[PluginAccount]:
    """The account of pools, cases and what lies outside them."""
    from samenwerk.hooks.pools import POOLS

    return (POOLS,)


@hookimpl
def checks() -> Sequence[Check]:
    """The checks of `definitions.checks`."""
    from samenwerk.definitions.checks import all_checks

    return all_checks()


@hookimpl
def messages() -> Mapping[str, Mapping[str, str]]:
    """The sentences about plugins; those of other rooms are found by `language` itself."""
    return WORDING


@hookimpl
def reports() -> Sequence[PluginReport]:
    """The reports of `reporting`."""
    return cast("Sequence[PluginReport]", importlib.import_module(REPORTING).REPORTS)


@hookimpl
def exports() -> Sequence[PluginExport]:
    """The exports of `reporting`."""
    return cast("Sequence[PluginExport]", importlib.import_module(REPORTING).EXPORTS)
