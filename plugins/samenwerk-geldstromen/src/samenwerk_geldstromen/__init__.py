"""Funding streams as a plugin: Wlz, Zvw, Wmo and grants. This file only introduces.

The texts of the streams are in `texts`, the order of the line in `line`, what must be paid in
`paying` and `amounts`, how a payment is ordered in `orders`, where the money stands in `account`,
double funding in `double`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from samenwerk import (
    Part,
    PluginAccount,
    PluginEffect,
    PluginFacts,
    PluginPayments,
    PluginRank,
    PluginReport,
    PluginRule,
    hookimpl,
)

__version__ = "0.1.0"


@hookimpl
def parts() -> Sequence[Part]:
    """De teksten van de vier geldstromen."""
    from samenwerk_geldstromen.streams import texts

    return texts()


@hookimpl
def rules() -> Sequence[PluginRule]:
    """Niets wordt dubbel betaald."""
    from samenwerk_geldstromen.double import PAID_ONCE

    return [PAID_ONCE]


@hookimpl
def facts() -> Sequence[PluginFacts]:
    """Wat nu betaald moet worden, en wat teruggevorderd kan worden."""
    from samenwerk_geldstromen.amounts import AMOUNTS

    return [AMOUNTS]


@hookimpl
def ranks() -> Sequence[PluginRank]:
    """De volgorde van de wachtrij voor subsidie."""
    from samenwerk_geldstromen.line import RANKS

    return RANKS


@hookimpl
def payments() -> Sequence[PluginPayments]:
    """Welke betalingen uit een toekenning volgen."""
    from samenwerk_geldstromen.paying import PAYMENTS

    return [PAYMENTS]


@hookimpl
def effects() -> Sequence[PluginEffect]:
    """Een betaalopdracht voor wat een stap uitbetaalt."""
    from samenwerk_geldstromen.orders import PAYMENT_ORDER

    return [PAYMENT_ORDER]


@hookimpl
def accounts() -> Sequence[PluginAccount]:
    """Waar het geld van elke stroom staat."""
    from samenwerk_geldstromen.account import STREAMS_ACCOUNT

    return [STREAMS_ACCOUNT]


@hookimpl
def reports() -> Sequence[PluginReport]:
    """Wat dubbel betaald wordt."""
    from samenwerk_geldstromen.doubles_told import DOUBLE

    return [DOUBLE]


@hookimpl
def messages() -> Mapping[str, Mapping[str, str]]:
    """Wat hier gezegd wordt, in het Nederlands en het Engels."""
    from samenwerk_geldstromen.wording import WORDING

    return WORDING
