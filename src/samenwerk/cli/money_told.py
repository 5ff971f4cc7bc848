"""How the money stands, as text, as data and as rows of a table; what is said is `language`."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator
from decimal import Decimal

from samenwerk.engine.money import Account, CasePayment, Money
from samenwerk.hooks.families.accounts import Entry
from samenwerk.language.catalogue import Speaker
from samenwerk.language.errors import say_error
from samenwerk.language.layout import display_width, padded, wrap
from samenwerk.language.money_told import account_text
from samenwerk.reporting.tables import cell
from samenwerk.values.ledger import NOTHING
from samenwerk.values.message import Name

COLUMNS = ("kind", "stream", "account", "name", "day", "amount", "payer", "payee", "what", "source",
           "case", "sequence", "paid", "key", "plugin")  # fmt: skip
_AMOUNT = re.compile(r"-?[0-9]+\.[0-9]{2}")


def money_text(money: Money, speaker: Speaker, width: int, entries: bool) -> str:
    """Payments, then each account of each stream with its sums; and what could not be told."""
    rows = [speaker.words("money.head", day=money.day), ""]
    if money.payments:
        rows.append(speaker.words("money.payments"))
        for one in money.payments:
            rows += wrap(_payment(one, money, speaker), width, "- ")
        rows.append("")
    for account in money.accounts:
        for stream in _streams(account):
            rows += [*_sums(account, stream, speaker), ""]
            rows += _entries(account, stream, speaker, width) if entries else ()
    if not (money.payments or money.accounts):
        rows += [speaker.words("money.none"), ""]
    for fault in money.faults:
        why = say_error(fault, speaker)
        rows += wrap(speaker.words("money.fault", why=why), width)
    return "\n".join(rows).rstrip()


def _payment(one: CasePayment, money: Money, speaker: Speaker) -> str:
    payment = one.payment
    id = "money.paid" if payment.paid else "money.open"
    if not payment.paid and payment.day < money.day:
        id = "money.late"
    said = speaker.words(
        id, day=payment.day, amount=payment.amount, payer=Name("party", payment.payer),
        payee=Name("party", payment.payee), what=payment.what, case=one.case, paid=payment.paid,
    )  # fmt: skip
    if payment.source is None:
        return said
    return f"{said}; " + speaker.words("money.because", source=payment.source)


def _streams(account: Account) -> tuple[str | None, ...]:
    return tuple(dict.fromkeys(entry.stream for entry in account.entries))


def sums(account: Account, stream: str | None) -> dict[str, Decimal]:
    """What each account of a stream comes to, in order of first use."""
    found: dict[str, Decimal] = {}
    for entry in account.entries:
        if entry.stream == stream:
            found[entry.account] = found.get(entry.account, NOTHING) + entry.amount
    return found


def _sums(account: Account, stream: str | None, speaker: Speaker) -> Iterator[str]:
    label = speaker.tell(Name("plugin_account", account.brought.name))
    id = "money.account" if stream is None else "money.account_of"
    yield speaker.words(id, account=label, stream=stream)
    found = sums(account, stream)
    told = [(account_text(one, account.brought.words, speaker), found[one]) for one in found]
    told.append((speaker.words("money.sum"), sum(found.values(), NOTHING)))
    amounts = [speaker.tell(amount) for _, amount in told]
    wide = max(display_width(name) for name, _ in told)
    last = max(map(display_width, amounts))
    for (name, _), amount in zip(told, amounts, strict=True):
        yield f"  {padded(name, wide)}  {' ' * (last - display_width(amount))}{amount}"


def _entries(
    account: Account, stream: str | None, speaker: Speaker, width: int
) -> Iterator[str]:
    for one in account.entries:
        if one.stream == stream:
            said = speaker.words(
                "money.entry", day=one.day, amount=one.amount, what=one.what, source=one.source,
                account=account_text(one.account, account.brought.words, speaker),
            )  # fmt: skip
            yield from wrap(said, width, "  - ")
    yield ""


def money_data(money: Money, speaker: Speaker) -> dict[str, object]:
    """The same as data: amounts as text, so that no cent is lost."""
    return {
        "day": money.day.isoformat(),
        "streams": list(money.streams),
        "payments": [_as_payment(one, speaker) for one in money.payments],
        "accounts": [
            {
                "account": one.name,
                "name": speaker.tell(Name("plugin_account", one.brought.name)),
                "sums": [
                    {"stream": stream, "account": own, "amount": f"{amount:.2f}"}
                    for stream in _streams(one)
                    for own, amount in sums(one, stream).items()
                ],
                "entries": [_as_entry(one, entry, speaker) for entry in one.entries],
            }
            for one in money.accounts
        ],
        "faults": [say_error(one, speaker) for one in money.faults],
    }


def money_csv(money: Money, speaker: Speaker) -> str:
    """The same as a table of comma-separated rows: every payment and every entry."""
    rows: list[dict[str, object]] = [
        {"kind": "payment", **_as_payment(one, speaker)} for one in money.payments
    ]
    rows += [
        {"kind": "entry", "plugin": one.name, **_as_entry(one, entry, speaker)}
        for one in money.accounts
        for entry in one.entries
    ]
    file = io.StringIO()
    table = csv.DictWriter(file, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows({name: _plain(value) for name, value in row.items()} for row in rows)
    return file.getvalue()


def _as_payment(one: CasePayment, speaker: Speaker) -> dict[str, object]:
    payment = one.payment
    return {
        "case": one.case,
        "key": payment.key,
        "day": payment.day.isoformat(),
        "amount": f"{payment.amount:.2f}",
        "payer": payment.payer,
        "payee": payment.payee,
        "what": speaker.say(payment.what),
        "source": None if payment.source is None else speaker.say(payment.source),
        "stream": payment.stream,
        "paid": None if payment.paid is None else payment.paid.isoformat(),
        "plugin": one.plugin,
    }


def _as_entry(account: Account, entry: Entry, speaker: Speaker) -> dict[str, object]:
    return {
        "day": entry.day.isoformat(),
        "account": entry.account,
        "name": account_text(entry.account, account.brought.words, speaker),
        "amount": f"{entry.amount:.2f}",
        "what": speaker.say(entry.what),
        "source": speaker.say(entry.source),
        "sequence": entry.sequence,
        "case": entry.case,
        "stream": entry.stream,
    }


def _plain(value: object) -> object:
    """A cell that a spreadsheet takes for no formula; an amount stays as it is."""
    if isinstance(value, str) and _AMOUNT.fullmatch(value) is None:
        return cell(value)
    return value
