"""Money as plugins tell it: payments that follow from the record, and accounts of the ledger.

Nothing told here is recorded, and no decision rests on it. One plugin that goes wrong is named, and
the others are told.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from functools import partial

import attrs

from samenwerk.core.decide import decide
from samenwerk.core.ledger import ledger
from samenwerk.engine.consulting import consult
from samenwerk.engine.shelf import Running
from samenwerk.hooks.families import accounts, payments
from samenwerk.hooks.families.accounts import Entry, PluginAccount
from samenwerk.hooks.families.payments import Payment, PaymentQuestion, PluginPayments
from samenwerk.hooks.plugins import OWN, Plugin
from samenwerk.hooks.values import question_of
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.command import Settle
from samenwerk.values.errors import PluginError
from samenwerk.values.event import Line
from samenwerk.values.ledger import Ledger


@attrs.frozen
class CasePayment:
    """A payment that follows from a case, and the plugin that says so."""

    case: str
    plugin: str
    payment: Payment


@attrs.frozen(eq=False)
class Account:
    """An account as a plugin told it: `name` is `plugin.account`, or our own by its name alone."""

    name: str
    brought: PluginAccount
    entries: tuple[Entry, ...]


@attrs.frozen(eq=False)
class Money:
    """How the money of a collaboration stands on a day.

    `faults` are the plugins that went wrong: what they would tell is missing.
    """

    day: date
    ledger: Ledger
    payments: tuple[CasePayment, ...] = ()
    accounts: tuple[Account, ...] = ()
    faults: tuple[PluginError, ...] = ()

    def of_stream(self, stream: str) -> Money:
        """Only what is of this stream."""
        return attrs.evolve(
            self,
            payments=tuple(one for one in self.payments if one.payment.stream == stream),
            accounts=tuple(
                attrs.evolve(one, entries=own)
                for one in self.accounts
                if (own := tuple(entry for entry in one.entries if entry.stream == stream))
            ),
        )

    @property
    def streams(self) -> tuple[str, ...]:
        """The streams that anything was told of."""
        told = [one.payment.stream for one in self.payments]
        told += [entry.stream for one in self.accounts for entry in one.entries]
        return tuple(sorted({one for one in told if one is not None}))


def told(running: Running, known: Collaboration, lines: Iterable[Line], at: Settle) -> Money:
    """Everything that plugins tell of money, as it stands on the day of the command.

    `lines` are those of the record, from the first. What time has made due counts too.
    """
    read = read_ledger(running, known, lines, at)
    faults: list[PluginError] = []
    paid = _payments(running, read, faults)
    kept = tuple(
        Account(name, brought, entries)
        for plugin, brought in running.plugins.each("accounts")
        for name in [brought.name if plugin.name == OWN else f"{plugin.name}.{brought.name}"]
        for entries in [_account(running, plugin, brought, read, faults)]
        if entries
    )
    return Money(at.day, read, paid, kept, tuple(faults))


def payments_of(
    running: Running, known: Collaboration, lines: Callable[[], Iterable[Line]], at: Settle,
    failed: Callable[[PluginError], None] | None = None,
) -> tuple[CasePayment, ...]:  # fmt: skip
    """The payments alone; nothing is read where no plugin tells of any.

    `failed` is given the fault of each plugin that goes wrong.
    """
    if not any(True for one in _each(running) for _ in one.plugins.each("payments")):
        return ()
    faults: list[PluginError] = []
    found = _payments(running, read_ledger(running, known, lines(), at), faults)
    if failed is not None:
        for fault in faults:
            failed(fault)
    return found


def read_ledger(
    running: Running, known: Collaboration, lines: Iterable[Line], at: Settle
) -> Ledger:
    """The ledger as it stands on the day of the command, with what time has made due by then."""
    recorded = list(lines)
    consulted = consult(running, known, at)
    now = consulted.collaboration
    due = decide(running.compiled, now, at, consulted.answers, seal=False, look=False).lines
    every = (*recorded, *consulted.lines, *due)
    return ledger(running.compiled, every, at.day, recorded=known.sequence)


def _each(running: Running) -> tuple[Running, ...]:
    return tuple(running.others.values()) or (running,)


def _payments(
    running: Running, read: Ledger, faults: list[PluginError]
) -> tuple[CasePayment, ...]:
    found: list[CasePayment] = []
    gone: set[tuple[str, str]] = set()
    cases = sorted(read.collaboration.cases.values(), key=lambda one: one.opened.sequence)
    for case in cases:
        own = running.of(case)
        for plugin, one in own.plugins.each("payments"):
            if case.lifecycle not in one.lifecycles or (plugin.name, one.name) in gone:
                continue
            try:
                paid = _paid(own, plugin, one, read, case)
            except PluginError as fault:
                faults.append(fault)
                gone.add((plugin.name, one.name))
                continue
            found += [CasePayment(case.id, plugin.name, each) for each in paid]
    kept = (one for one in found if not any(one.plugin == plugin for plugin, _ in gone))
    return tuple(sorted(kept, key=lambda one: (one.payment.day, one.case, one.payment.key)))


def _paid(
    running: Running, plugin: Plugin, one: PluginPayments, read: Ledger, case: Case
) -> tuple[Payment, ...]:
    asked = question_of(read.collaboration, case, read.day, settings=running.caller.settings)
    steps = tuple(done for done in read.steps if done.case == case.id)
    question = PaymentQuestion(
        asked.case, asked.collaboration, asked.day, settings=asked.settings, steps=steps,
        movements=read.of_case(case.id),
    )
    right = partial(payments.told, plugin.name, f"payments {one.name}")
    found: tuple[Payment, ...] = running.caller.asked(
        plugin.name, "payments", one.name, "pay", question, right=right
    )
    return found


def _account(
    running: Running, plugin: Plugin, one: PluginAccount, read: Ledger, faults: list[PluginError]
) -> tuple[Entry, ...]:
    right = partial(accounts.told, plugin.name, f"accounts {one.name}")
    try:
        found: tuple[Entry, ...] = running.caller.asked(
            plugin.name, "accounts", one.name, "account", read, right=right
        )
    except PluginError as fault:
        faults.append(fault)
        return ()
    return found
