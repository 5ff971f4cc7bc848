"""The money on the wall: pools, what cases hold, and what it brings or costs each party.

All of it is read from the record; what a plugin counts beside that stands in its own report.
"""

from __future__ import annotations

from decimal import Decimal

from samenwerk.core.facts import facts_of
from samenwerk.hooks.whole import Speaks, Whole
from samenwerk.reporting.wall.told import Gain, Granted, Purse
from samenwerk.values.ledger import NOTHING, OUTSIDE, Moved
from samenwerk.values.message import Message, Name


def purses(whole: Whole, speaker: Speaks) -> tuple[Purse, ...]:
    """Each pool, those of several years taken together."""
    found: dict[str, list[Moved]] = {}
    for one in _moved(whole):
        for end in dict.fromkeys((_pool(one.out_of), _pool(one.into))):
            if end is not None:
                found.setdefault(end, []).append(one)
    return tuple(_purse(name, moved, speaker) for name, moved in sorted(found.items()))


def _purse(name: str, moved: list[Moved], speaker: Speaks) -> Purse:
    def net(other: str) -> Decimal:
        """What went from the pool to the other kind of end, less what came back."""
        gone = (one.amount for one in moved if _pool(one.out_of) == name
                and one.into.partition(" ")[0] == other)  # fmt: skip
        came = (one.amount for one in moved if _pool(one.into) == name
                and one.out_of.partition(" ")[0] == other)  # fmt: skip
        return sum(gone, NOTHING) - sum(came, NOTHING)

    came = sum((one.amount for one in moved if _pool(one.into) == name
                and one.out_of == OUTSIDE), NOTHING)  # fmt: skip
    spent = sum((one.amount for one in moved if _pool(one.out_of) == name
                 and one.into == OUTSIDE), NOTHING)  # fmt: skip
    given = net("case")
    left = came - spent - given - net("pool")
    told = (("came", came), ("granted", given), ("spent", spent), ("left", left))
    return Purse(
        label=speaker.tell(Name("pool", name)),
        came=came, granted=given, spent=spent, left=left,
        said=tuple(
            speaker.say(Message(f"report.wall.purse.{id}", {"amount": amount}))
            for id, amount in told
        ),
    )  # fmt: skip


def granted(whole: Whole, speaker: Speaks, late: set[str]) -> tuple[Granted, ...]:
    """What each case received, passed on and holds."""
    ledger = whole.ledger
    if ledger is None:
        return ()
    found = []
    for case in whole.cases:
        end = f"case {case.id}"
        into = [one.amount for one in ledger.movements if one.into == end]
        out = [one.amount for one in ledger.movements if one.out_of == end]
        if not into and not out:
            continue
        held = ledger.held(end)
        risk = ""
        if held > 0 and (case.over or case.id in late):
            risk = speaker.say(Message(f"report.wall.risk.{'over' if case.over else 'late'}"))
        found.append(Granted(
            case=case.id, received=speaker.tell(sum(into, NOTHING)),
            spent=speaker.tell(sum(out, NOTHING)), held=speaker.tell(held), risk=risk,
        ))  # fmt: skip
    return tuple(found)


def gains(whole: Whole, speaker: Speaks) -> tuple[Gain, ...]:
    """Amounts that a party recorded of itself: what it costs or brings."""
    types: dict[tuple[int, str], str] = {}
    for event in whole.history:
        types.update({(event.sequence, one.name): one.type for one in facts_of(event.what)})
    return tuple(
        Gain(
            party=speaker.tell(Name("party", party)),
            what=speaker.tell(Name("fact", f"{case.lifecycle}.{name}")),
            case=case.id,
            amount=speaker.tell(entry.value),
        )
        for case in whole.cases
        for name in sorted(case.facts)
        for party, entry in sorted(case.facts[name].items(), key=lambda one: one[0] or "")
        if party is not None
        and types.get((entry.sequence, name)) == "money"
        and isinstance(entry.value, Decimal)
    )


def _moved(whole: Whole) -> tuple[Moved, ...]:
    return () if whole.ledger is None else whole.ledger.movements


def _pool(end: str) -> str | None:
    kind, _, name = end.partition(" ")
    return name.partition(" ")[0] if kind == "pool" else None
