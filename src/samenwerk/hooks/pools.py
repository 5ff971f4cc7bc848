"""Our own account: every pool, every case that holds money, and what lies outside them."""

from __future__ import annotations

from collections.abc import Iterator

from samenwerk.hooks.families.accounts import Entry, PluginAccount
from samenwerk.values.ledger import OUTSIDE, Ledger, Moved
from samenwerk.values.message import Message, Name


def account(ledger: Ledger) -> tuple[Entry, ...]:
    """Two entries for each movement: what one end gives, the other gets."""
    return tuple(entry for one in ledger.movements for entry in _both(one))


def _both(moved: Moved) -> Iterator[Entry]:
    what, source = what_of(moved), source_of(moved)
    for end, amount in ((moved.out_of, -moved.amount), (moved.into, moved.amount)):
        yield Entry(moved.day, end, amount, what, source, moved.sequence, moved.case)


def what_of(moved: Moved) -> Message:
    """What a movement was: the step, or what a pool holds of itself."""
    if moved.by is not None:
        return Message("money.step", {"step": Name("step", str(moved.step)), "case": moved.case})
    if OUTSIDE not in (moved.out_of, moved.into):
        return Message("money.divided")
    return Message("money.begun" if moved.out_of == OUTSIDE else "money.lowered")


def source_of(moved: Moved) -> Message:
    """Where it stands in the record."""
    if moved.sequence == 0:
        return Message("money.by_time")
    return Message("money.recorded", {"sequence": moved.sequence})


POOLS = PluginAccount(
    name="pools",
    labels={"nl": "potten en dossiers", "en": "pools and cases"},
    account=account,
)
