"""`payments`: which payments follow from what was recorded of a case.

They are worked out each time that somebody asks, and never recorded: paying is a step.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import attrs

from samenwerk.hooks.amounts import is_amount
from samenwerk.hooks.shapes import can_be_called, is_name, labelled, listed, texts, wrong
from samenwerk.hooks.values import Question
from samenwerk.values.ledger import Done, Moved
from samenwerk.values.message import Message


@attrs.frozen(eq=False)
class PaymentQuestion(Question):
    """A question about a case, with every step done in it and all that those moved, in order.

    Only what counts up to and including `day` is in it.
    """

    steps: tuple[Done, ...] = ()
    movements: tuple[Moved, ...] = ()


@attrs.frozen
class Payment:
    """One payment: on which day, how much, from whom to whom, and what for.

    `key` is the same each time that this payment is told, and no other payment of its case has
    it. `source` says where it follows from, `stream` which money it is, `paid` when it was paid.
    """

    day: date
    amount: Decimal
    payer: str
    payee: str
    what: Message
    key: str
    source: Message | None = None
    stream: str | None = None
    paid: date | None = None


@attrs.frozen(eq=False)
class PluginPayments:
    """Payments of cases of these lifecycles, as `pay` works them out."""

    name: str
    labels: Mapping[str, str]
    pay: Callable[[PaymentQuestion], Sequence[Payment]]
    lifecycles: tuple[str, ...]


def fits(plugin: str, answer: object) -> tuple[PluginPayments, ...]:
    """What a plugin gave; raises PluginError."""

    def right(one: Any) -> bool:
        return (
            isinstance(one, PluginPayments)
            and is_name(one.name)
            and labelled(one.labels)
            and can_be_called(one.pay)
            and texts(one.lifecycles)
        )

    return listed(plugin, "payments", answer, right, "PluginPayments")


def names(brought: tuple[PluginPayments, ...]) -> tuple[str, ...]:
    """What they are called, after the name of the plugin."""
    return tuple(one.name for one in brought)


def told(plugin: str, hook: str, answer: object) -> tuple[Payment, ...]:
    """The payments that a plugin told, by day; raises PluginError for what is no payment.

    An amount must be more than nothing, in whole cents and below 10^15; who pays and who is paid
    are two; no two payments have the same key.
    """

    found: tuple[Payment, ...] = listed(plugin, hook, answer, _is_payment, "Payment")
    for one in found:
        if not is_amount(one.amount) or one.amount <= 0:
            raise wrong(plugin, hook, one.amount, Message("wanted.amount"))
        if one.payer == one.payee:
            raise wrong(plugin, hook, one.payee, Message("wanted.payee"))
    keys = [one.key for one in found]
    for key in keys:
        if keys.count(key) > 1:
            raise wrong(plugin, hook, key, Message("wanted.key"))
    return tuple(sorted(found, key=lambda one: (one.day, one.key)))


def _is_payment(one: object) -> bool:
    told: Any = one
    return (
        isinstance(one, Payment)
        and type(told.day) is date
        and (told.paid is None or type(told.paid) is date)
        and all(isinstance(text, str) and text for text in (told.payer, told.payee, told.key))
        and isinstance(told.what, Message)
        and (told.source is None or isinstance(told.source, Message))
        and (told.stream is None or isinstance(told.stream, str))
    )
