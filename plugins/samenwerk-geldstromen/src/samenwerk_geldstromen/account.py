"""Where the money of each stream stands: available, granted, spent, carried over, lapsed, back.

Every entry comes from a movement of the record; what is at risk follows from the last day.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from samenwerk import Entry, Ledger, Message, Moved, Name, PluginAccount, Question, Term
from samenwerk_geldstromen.streams import named, stream_of

OUTSIDE = "outside"
AT_RISK = Term(3, "month")
"""So long before its last day money that is not used yet is at risk."""

_BY_END = {"lapsed": "lapsed", "carried": "carried_over", "reserved": "reserved"}


def account(ledger: Ledger) -> tuple[Entry, ...]:
    """Two entries for each movement of a stream of ours, and two for what is at risk."""
    return (
        *(entry for one in ledger.movements for entry in _both(ledger, one)),
        *_at_risk(ledger),
    )


def _both(ledger: Ledger, moved: Moved) -> Iterator[Entry]:
    stream = _stream(ledger, moved)
    if stream is None:
        return
    what = Message("geldstromen.entry.begun")
    if moved.by is not None:
        told = {"step": Name("step", str(moved.step)), "case": str(moved.case)}
        what = Message("geldstromen.entry.step", told)
    id = "geldstromen.source.record" if moved.sequence else "geldstromen.source.time"
    source = Message(id, {"sequence": moved.sequence})
    back = moved.by is not None and moved.by.step == "reclaim"
    for end, amount in ((moved.out_of, -moved.amount), (moved.into, moved.amount)):
        kind = _account(end, moved, back)
        yield Entry(
            moved.day, kind, amount, what, source, moved.sequence, moved.case, stream
        )


def _account(end: str, moved: Moved, back: bool) -> str:
    if end == OUTSIDE:
        if back:
            return "claimed_back"
        return "spent" if moved.by is not None and moved.by.step == "pay" else "source"
    if end.startswith("case "):
        return "granted"
    pool = end.removeprefix("pool ").partition(" ")[0]
    return _BY_END.get(pool.rpartition("_")[2], "available")


def _stream(ledger: Ledger, moved: Moved) -> str | None:
    """The stream of a movement: that of its step's lifecycle, of a pool, or of a case."""
    if moved.by is not None:
        return named(moved.by.lifecycle)
    for end in (moved.out_of, moved.into):
        kind, _, name = end.partition(" ")
        if kind == "pool" and named(name) is not None:
            return named(name)
        case = ledger.collaboration.cases.get(name) if kind == "case" else None
        if case is not None and stream_of(case.lifecycle) is not None:
            return named(case.lifecycle)
    return None


def _at_risk(ledger: Ledger) -> Iterator[Entry]:
    """What running awards still hold, from a while before the last day to use it."""
    for case in ledger.collaboration.cases.values():
        stream = stream_of(case.lifecycle)
        if stream is None or case.state not in stream.running:
            continue
        question = Question(case, ledger.collaboration, ledger.day)
        last, held = stream.last_day(question), ledger.held(f"case {case.id}")
        since = None if last is None else AT_RISK.before(last)
        if since is None or since > ledger.day or held <= 0:
            continue
        day = max(since, _last_moved(ledger, case.id))
        what = Message("geldstromen.entry.at_risk", {"case": case.id, "day": last})
        source = Message("geldstromen.source.last_day", {"day": last})
        for kind, amount in (("granted", -held), ("at_risk", held)):
            yield Entry(day, kind, amount, what, source, 0, case.id, stream.name)


def _last_moved(ledger: Ledger, case: str) -> date:
    ends = (one.day for one in ledger.movements if f"case {case}" in (one.out_of, one.into))
    return max(ends, default=date.min)


STREAMS_ACCOUNT = PluginAccount(
    name="streams",
    labels={"nl": "geldstromen", "en": "funding streams"},
    account=account,
    words={
        "nl": {
            "source": "van de geldgever",
            "available": "beschikbaar",
            "reserved": "gereserveerd",
            "granted": "toegekend",
            "at_risk": "dreigt te vervallen",
            "spent": "uitbetaald",
            "carried_over": "meegenomen",
            "lapsed": "vervallen",
            "claimed_back": "teruggevorderd",
        },
        "en": {
            "source": "from the funder",
            "available": "available",
            "reserved": "reserved",
            "granted": "granted",
            "at_risk": "at risk of lapsing",
            "spent": "paid out",
            "carried_over": "carried over",
            "lapsed": "lapsed",
            "claimed_back": "claimed back",
        },
    },
)
