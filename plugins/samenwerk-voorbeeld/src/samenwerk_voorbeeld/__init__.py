"""Samen betalen: a plugin for samenwerk. This file only introduces what it brings."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from samenwerk import (
    Part,
    PluginEffect,
    PluginFacts,
    PluginReport,
    PluginRule,
    hookimpl,
)

if TYPE_CHECKING:
    import click

__version__ = "0.1.0"


@hookimpl
def rules() -> Sequence[PluginRule]:
    """Conditions that a workflow cannot say in TOML."""
    from samenwerk_voorbeeld.fair_share import FAIR_SHARE
    from samenwerk_voorbeeld.largest_share import LARGEST_SHARE

    return [LARGEST_SHARE, FAIR_SHARE]


@hookimpl
def facts() -> Sequence[PluginFacts]:
    """Facts that nobody needs to record."""
    from samenwerk_voorbeeld.participants import PARTICIPANTS

    return [PARTICIPANTS]


@hookimpl
def parts() -> Sequence[Part]:
    """TOML that a workflow can use."""
    from samenwerk_voorbeeld.counted import COUNTED

    return [COUNTED]


@hookimpl
def effects() -> Sequence[PluginEffect]:
    """What it brings about outside."""
    from samenwerk_voorbeeld.letter import LETTER

    return [LETTER]


@hookimpl
def reports() -> Sequence[PluginReport]:
    """A collaboration as a text for people."""
    from samenwerk_voorbeeld.overview import OVERVIEW

    return [OVERVIEW]


@hookimpl
def checks() -> Sequence[object]:
    """A workflow that uses rule `fair_share` declares the facts that it reads."""
    from samenwerk_voorbeeld import bearers

    return [bearers]


@hookimpl
def cli_commands() -> Sequence[click.Command]:
    """`samenwerk draagkracht`: reckon a sharing out without a collaboration."""
    from samenwerk_voorbeeld.command import command

    return [command]


@hookimpl
def messages() -> Mapping[str, Mapping[str, str]]:
    """What it says, in Dutch and English."""
    from samenwerk_voorbeeld.wording import WORDING

    return WORDING
