"""The payments that follow from an award: in advance, after a milestone, by invoice, and back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal

from samenwerk import Message, Payment, PaymentQuestion, PluginPayments, Term
from samenwerk_geldstromen.awards import Award, award_of, to_reclaim
from samenwerk_geldstromen.schedule import Part, paid_on
from samenwerk_geldstromen.streams import AWARDS, holders, stream_of

SETTLE = Term(37, "week")
"""How long settling may take after the account (grants of the national government)."""


def pay(question: PaymentQuestion) -> tuple[Payment, ...]:
    """What was paid and what must be paid of an award, and what must come back of it."""
    stream = stream_of(question.case.lifecycle)
    if stream is None:
        return ()
    if stream.name == "wmo":
        return tuple(_invoices(question))
    award = award_of(question)
    if award is None:
        return ()
    return (*_parts(question, award), *_back(question, award))


def _parts(question: PaymentQuestion, award: Award) -> Iterator[Payment]:
    """Each part that falls due; where money is no longer paid out, only those that were paid."""
    some = award.parts(_confirmed(question))
    done = paid_on(some, _paid(question))
    running = question.case.state in award.stream.running
    for one in some:
        if running or one.number in done:
            yield Payment(
                day=one.day,
                amount=one.amount,
                payer=award.payer,
                payee=award.payee,
                what=_what(award, one),
                key=f"part-{one.number}",
                source=_ordered(question, done.get(one.number))
                or Message("geldstromen.source.award", {"day": award.since}),
                stream=award.stream.name,
                paid=done.get(one.number),
            )


def _what(award: Award, part: Part) -> Message:
    id = "geldstromen.pay.ahead" if award.ahead else "geldstromen.pay.milestone"
    return Message(id, {"number": part.number, "count": award.count})


def _confirmed(question: PaymentQuestion) -> Mapping[int, date]:
    """The milestones that stand, each with the day on which it was first confirmed."""
    found: dict[int, date] = {}
    for one in question.steps:
        last = one.fact("milestone") if one.step == "confirm" else None
        if isinstance(last, int):
            found = {number: found.get(number, one.day) for number in range(1, last + 1)}
    return found


def _paid(question: PaymentQuestion) -> list[tuple[date, Decimal]]:
    return [
        (one.day, one.amount)
        for one in question.movements
        if one.by is not None and one.by.step == "pay"
    ]


def _ordered(question: PaymentQuestion, paid: date | None) -> Message | None:
    """What became of the order of what was paid on a day: it waits still, or has this number.

    None where nobody ordered it by an effect. The case remembers the number of the last one.
    """
    moved = [one for one in question.movements if one.by is not None and one.by.step == "pay"]
    for one in question.collaboration.effects.values():
        if one.case == question.case.id and one.step == "pay":
            asked = [each for each in moved if each.sequence < one.asked]
            if asked and asked[-1].day == paid:
                return Message("geldstromen.source.order_waits")
    number = question.fact("order_number")
    if paid is None or number is None or paid != moved[-1].day:
        return None
    return Message("geldstromen.source.order", {"number": str(number)})


def _back(question: PaymentQuestion, award: Award) -> Iterator[Payment]:
    """What is claimed back: as it was, or as it must be as long as it was not settled."""
    done = [one for one in question.movements if one.by and one.by.step == "reclaim"]
    accounted = question.case.entry("steps", "account")
    amount = done[0].amount if done else to_reclaim(question)
    if accounted is None or not amount or not (done or question.case.state == "accounted"):
        return
    yield Payment(
        day=SETTLE.after(accounted.day),
        amount=amount,
        payer=award.payee,
        payee=award.payer,
        what=Message("geldstromen.pay.back"),
        key="back",
        source=Message("geldstromen.source.account", {"day": accounted.day}),
        stream=award.stream.name,
        paid=done[0].day if done else None,
    )


def _invoices(question: PaymentQuestion) -> Iterator[Payment]:
    """Each invoice, in the order in which they came and were paid."""
    bills = [one for one in question.steps if one.step == "bill"]
    paid = [day for day, _ in _paid(question)]
    payee = next(holders(question, "applicant"), None)
    payer = next(holders(question, "treasurer", "wmo_year"), None)
    for number, one in enumerate(bills, 1):
        amount = one.fact("invoice")
        running = question.case.state == "invoiced" or number <= len(paid)
        if isinstance(amount, Decimal) and payee and payer and running:
            yield Payment(
                day=one.day,
                amount=amount,
                payer=payer,
                payee=payee,
                what=Message("geldstromen.pay.invoice", {"number": number}),
                key=f"invoice-{number}",
                source=_ordered(question, paid[number - 1] if number <= len(paid) else None)
                or Message("geldstromen.source.invoice", {"day": one.day}),
                stream="wmo",
                paid=paid[number - 1] if number <= len(paid) else None,
            )


PAYMENTS = PluginPayments(
    name="awards",
    labels={"nl": "betalingen van toekenningen", "en": "payments of awards"},
    pay=pay,
    lifecycles=AWARDS,
)
