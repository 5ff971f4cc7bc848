"""Who says things about a room: a language, its labels, and the words of its plugins."""

from __future__ import annotations

import contextlib
import functools
from typing import TYPE_CHECKING

from samenwerk.engine.wording import WORDING
from samenwerk.hooks.plugins import OWN, Plugins
from samenwerk.hooks.wording import WORDING as OF_PLUGINS
from samenwerk.language.catalogue import Catalogue, Speaker, built_in
from samenwerk.reporting.a4.words import WORDING as OF_THE_A4
from samenwerk.reporting.mining.words import WORDING as OF_MINING
from samenwerk.reporting.portfolio.words import WORDING as OF_THE_PORTFOLIO
from samenwerk.reporting.wall.words import WORDING as OF_THE_WALL
from samenwerk.reporting.wording import WORDING as OF_REPORTS
from samenwerk.values.declared import Workflow
from samenwerk.values.errors import SamenwerkError

if TYPE_CHECKING:
    from samenwerk.engine.by import RoomBy
    from samenwerk.engine.readable import Readable
    from samenwerk.engine.seen import Seen


def speaker_for(lang: str, room: Readable | RoomBy | Seen | None = None) -> Speaker:
    """Who says things in a language, with the labels of a room and the words of its plugins.

    A room whose workflow cannot be read still speaks, in bare names. What one party sees is said
    without names that are out of its sight.
    """
    from samenwerk.engine.by import RoomBy
    from samenwerk.engine.seen import Seen

    if isinstance(room, RoomBy):
        room = room.seen
    if isinstance(room, Seen):
        return room.speaker(lang)
    workflow = register = plugins = None
    earlier: tuple[Workflow, ...] = ()
    if room is not None:
        register = room.collaboration.register
        with contextlib.suppress(SamenwerkError):
            workflow, plugins = room.workflow, room.plugins
            earlier = room.earlier
    return Speaker(lang, workflow, register, catalogue_with(plugins), earlier=earlier)


def catalogue_with(plugins: Plugins | None = None) -> Catalogue:
    """Everything that samenwerk says, and what these plugins do."""
    catalogue = _own()
    for owner, wording in () if plugins is None else plugins.wordings:
        if owner != OWN:
            catalogue = catalogue.joined(owner, wording)
    return catalogue


@functools.cache
def _own() -> Catalogue:
    catalogue = built_in().joined("samenwerk.hooks", OF_PLUGINS).joined("samenwerk", WORDING)
    catalogue = catalogue.joined("samenwerk.reporting", OF_REPORTS)
    catalogue = catalogue.joined("samenwerk.reporting.wall", OF_THE_WALL)
    catalogue = catalogue.joined("samenwerk.reporting.portfolio", OF_THE_PORTFOLIO)
    catalogue = catalogue.joined("samenwerk.reporting.a4", OF_THE_A4)
    return catalogue.joined("samenwerk.reporting.mining", OF_MINING)
