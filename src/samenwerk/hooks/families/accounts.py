"""`accounts`: where the money stands, as dated entries that balance to nothing.

They are read from the ledger each time that somebody asks; nothing is kept twice.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

import attrs

from samenwerk.hooks.amounts import is_amount
from samenwerk.hooks.shapes import can_be_called, is_name, labelled, listed, wrong
from samenwerk.values.errors import PluginError
from samenwerk.values.ledger import NOTHING, Ledger
from samenwerk.values.message import Message


@attrs.frozen
class Entry:
    """An amount on an account on a day: what it is, and where it stands.

    More than nothing is what the account gets, less what it gives. `sequence` is the place in the
    record (0: not there), `case` the case that it is about, `stream` which money it is.
    """

    day: date
    account: str
    amount: Decimal
    what: Message
    source: Message
    sequence: int = 0
    case: str | None = None
    stream: str | None = None


@attrs.frozen(eq=False)
class PluginAccount:
    """A way to read the ledger: `account` gives its entries.

    `words` are what its accounts are called, by language; an account without words that is an
    end of the ledger is called as that end.
    """

    name: str
    labels: Mapping[str, str]
    account: Callable[[Ledger], Sequence[Entry]]
    words: Mapping[str, Mapping[str, str]] = attrs.field(factory=dict)


def fits(plugin: str, answer: object) -> tuple[PluginAccount, ...]:
    """What a plugin gave; raises PluginError."""

    def right(one: Any) -> bool:
        return (
            isinstance(one, PluginAccount)
            and is_name(one.name)
            and labelled(one.labels)
            and can_be_called(one.account)
            and are_words(one.words)
        )

    def are_words(given: object) -> bool:
        return isinstance(given, Mapping) and all(map(labelled, given.values()))

    fields = {"words": (are_words, "Mapping[str, Mapping[str, str]]: language, account, word")}
    return listed(plugin, "accounts", answer, right, "PluginAccount", fields)


def names(brought: tuple[PluginAccount, ...]) -> tuple[str, ...]:
    """What they are called, after the name of the plugin."""
    return tuple(one.name for one in brought)


def told(plugin: str, hook: str, answer: object) -> tuple[Entry, ...]:
    """The entries that a plugin told, by day; raises PluginError for what is no entry.

    All entries of a stream together are nothing: what one account gets, another gives.
    """

    found: tuple[Entry, ...] = listed(plugin, hook, answer, _is_entry, "Entry")
    left: dict[str | None, Decimal] = {}
    for one in found:
        if not is_amount(one.amount):
            raise wrong(plugin, hook, one.amount, Message("wanted.cents"))
        left[one.stream] = left.get(one.stream, NOTHING) + one.amount
    for stream, amount in left.items():
        if amount:
            raise PluginError(
                f"the entries of plugin {plugin} do not balance at {hook}: {amount} is left",
                what="unbalanced", plugin=plugin, hook=hook, amount=amount, stream=stream or "",
            )  # fmt: skip
    return tuple(sorted(found, key=lambda one: one.day))


def _is_entry(one: object) -> bool:
    told: Any = one
    return (
        isinstance(one, Entry)
        and type(told.day) is date
        and isinstance(told.account, str)
        and bool(told.account)
        and isinstance(told.what, Message)
        and isinstance(told.source, Message)
        and type(told.sequence) is int
        and (told.case is None or isinstance(told.case, str))
        and (told.stream is None or isinstance(told.stream, str))
    )
