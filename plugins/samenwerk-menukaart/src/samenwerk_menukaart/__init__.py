"""A menu of support for regional collaboration. This file only introduces.

What there is stands in `aanbod.toml`, what it means in `offers`; it is shown by `command`, `report`
and the rule in `looked`, in the words of `wording`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from samenwerk import PluginReport, PluginRule, hookimpl

if TYPE_CHECKING:
    import click

__version__ = "0.1.0"


@hookimpl
def rules() -> Sequence[PluginRule]:
    """Of er naar ondersteuning is gekeken, en welke past."""
    from samenwerk_menukaart.looked import LOOKED

    return [LOOKED]


@hookimpl
def reports() -> Sequence[PluginReport]:
    """De menukaart zelf, met wat in de lopende dossiers past."""
    from samenwerk_menukaart.report import MENU

    return [MENU]


@hookimpl
def messages() -> Mapping[str, Mapping[str, str]]:
    """Alles wat deze plug-in zegt, met de namen van het aanbod."""
    from samenwerk_menukaart.wording import wording

    return wording()


@hookimpl
def cli_commands() -> Sequence[click.Command]:
    """`samenwerk menukaart`: het aanbod bekijken, zonder samenwerking."""
    from samenwerk_menukaart.command import command

    return [command]
