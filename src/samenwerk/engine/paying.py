"""Payments in the worklists: days that must be minded, and tasks of who pays. Views, not stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from samenwerk.engine.money import CasePayment
from samenwerk.values.message import Message, Name
from samenwerk.values.obligation import Obligation
from samenwerk.values.waiting import Due, Task


def dues_to_pay(payments: Iterable[CasePayment], today: date) -> Iterator[Due]:
    """The days on which something must still be paid."""
    for one in payments:
        paid = one.payment
        if paid.paid is None:
            told = _told("due.payment", one)
            yield Due(
                one.case, told, paid.day, (paid.payer,), paid.day < today,
                plugin=one.plugin, key=f"payment.{paid.key}",
            )  # fmt: skip


def to_pay(payments: Iterable[CasePayment], party: str) -> Iterator[Task]:
    """What this party must still pay."""
    for one in payments:
        if one.payment.paid is None and one.payment.payer == party:
            act = Obligation(
                "act", act=_told("act.pay", one), who=(party,), case=one.case,
                due=one.payment.day,
            )  # fmt: skip
            yield Task(one.case, "", act, True, plugin=one.plugin)


def _told(id: str, one: CasePayment) -> Message:
    payment = one.payment
    payee = Name("party", payment.payee)
    return Message(id, {"amount": payment.amount, "payee": payee, "what": payment.what})
