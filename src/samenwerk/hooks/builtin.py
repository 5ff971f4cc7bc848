"""What samenwerk itself brings, by the same hooks as a plugin of a region."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from samenwerk.hooks.spec import hookimpl
from samenwerk.hooks.wording import WORDING

if TYPE_CHECKING:
    from samenwerk.core.leaf import Leaf
    from samenwerk.definitions.checks import Check


@hookimpl
def leaf_kinds() -> Sequence[type[Leaf]]:
    """The leaves of `core.leaves`."""
    from samenwerk.definitions.keys.kinds import KINDS

    return tuple(KINDS.values())


@hookimpl
def checks() -> Sequence[Check]:
    """The checks of `definitions.checks`."""
    from samenwerk.definitions.checks import all_checks

    return all_checks()


@hookimpl
def messages() -> Mapping[str, Mapping[str, str]]:
    """The sentences about plugins; those of other rooms are found by `language` itself."""
    return WORDING
