"""Accounting in a regional collaboration: who tells whom what, and when. This file introduces.

The days are in `sisa`, `rounds` and `national`, the rule in `in_time`, the reports in `summary`
and `account`, and every sentence in `wording`. What TOML can say stands in `delen/`, as parts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from samenwerk import Part, PluginDue, PluginReport, PluginRule, hookimpl

__version__ = "0.1.0"


@hookimpl
def parts() -> Sequence[Part]:
    """De levenslopen van uitkering, plan, proef en audit, met hun plichten."""
    from samenwerk_verantwoording.pieces import PARTS

    return PARTS


@hookimpl
def due_items() -> Sequence[PluginDue]:
    """De dagen die elk jaar, half jaar of kwartaal terugkomen, en landelijke dagen."""
    from samenwerk_verantwoording.national import NATIONAL
    from samenwerk_verantwoording.rounds import PROGRESS, TESTS
    from samenwerk_verantwoording.sisa import SISA

    return [SISA, PROGRESS, TESTS, NATIONAL]


@hookimpl
def rules() -> Sequence[PluginRule]:
    """Of er niets over tijd is."""
    from samenwerk_verantwoording.in_time import IN_TIME

    return [IN_TIME]


@hookimpl
def reports() -> Sequence[PluginReport]:
    """De openbare samenvatting van plannen, en de jaarverantwoording."""
    from samenwerk_verantwoording.account import ACCOUNT
    from samenwerk_verantwoording.summary import SUMMARY

    return [SUMMARY, ACCOUNT]


@hookimpl
def messages() -> Mapping[str, Mapping[str, str]]:
    """Alles wat deze plug-in zegt, in het Nederlands en het Engels."""
    from samenwerk_verantwoording.wording import WORDING

    return WORDING
