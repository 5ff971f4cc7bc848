"""An example of a plugin: what a region adds to samenwerk. This file only introduces.

The rule is in `fair_share`, the fact in `participants`, the effect in `letter`, the check in
`bearers`, the command in `command`, and every sentence in `wording`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from samenwerk import PluginEffect, PluginFacts, PluginRule, hookimpl

if TYPE_CHECKING:
    import click

__version__ = "0.1.0"


@hookimpl
def rules() -> Sequence[PluginRule]:
    """Bijdragen naar draagkracht."""
    from samenwerk_voorbeeld.fair_share import FAIR_SHARE

    return [FAIR_SHARE]


@hookimpl
def facts() -> Sequence[PluginFacts]:
    """Hoeveel partijen meedoen."""
    from samenwerk_voorbeeld.participants import PARTICIPANTS

    return [PARTICIPANTS]


@hookimpl
def effects() -> Sequence[PluginEffect]:
    """Een brief in een map."""
    from samenwerk_voorbeeld.letter import LETTER

    return [LETTER]


@hookimpl
def messages() -> Mapping[str, Mapping[str, str]]:
    """Wat de regel zegt, in het Nederlands en het Engels."""
    from samenwerk_voorbeeld.wording import WORDING

    return WORDING


@hookimpl
def checks() -> Sequence[object]:
    """Een werkwijze die deze regel gebruikt, beschrijft de gegevens die hij leest."""
    from samenwerk_voorbeeld import bearers

    return [bearers]


@hookimpl
def cli_commands() -> Sequence[click.Command]:
    """`samenwerk draagkracht`: een verdeling narekenen zonder samenwerking."""
    from samenwerk_voorbeeld.command import command

    return [command]
