"""The page of the portfolio, gathered from the summaries of collaborations.

Only numbers are added up and the first of each list taken; nothing is looked up any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from samenwerk.hooks.whole import Speaks
from samenwerk.reporting.portfolio.told import (
    Ahead,
    Family,
    Place,
    Portfolio,
    Row,
    Summary,
    Way,
)
from samenwerk.reporting.portfolio.words import HEADS
from samenwerk.reporting.wall.months import MONTHS, by_month
from samenwerk.reporting.wall.told import Beat, Brake, Purse, Tile
from samenwerk.values.ledger import NOTHING
from samenwerk.values.message import Message

MOST = 20
"""So many lines a list has; the rest is counted."""
_LIKE = ("late", "stuck", "ready", "none", "over")
"""How collaborations go, what asks attention first."""


def gathered(
    summaries: Iterable[Summary], speaker: Speaks, lang: str, months: Sequence[str]
) -> Portfolio:
    """The portfolio for a reader of this language; `months` are the short names of the twelve."""
    found = sorted(summaries, key=_order)
    days = sorted({one.day for one in found if one.day is not None})
    ahead = [day for one in found for day in one.ahead]
    late = sorted((one for one in ahead if one.late), key=_nearest)
    coming = sorted((one for one in ahead if not one.late), key=_nearest)
    brakes = _brakes(late, speaker)
    rows = tuple(_row(at, one, speaker) for at, one in enumerate(found, start=1))
    risks = tuple(one.id for one in found if one.risks)
    pools = _purses(found, speaker)
    day: object = days[-1] if days else ""
    said = "said" if len(days) == 1 else "said.days" if days else "said.none"
    return Portfolio(
        lang=lang,
        title=_say(speaker, "title"),
        said=speaker.sentence(Message(f"report.portfolio.{said}", {
            "count": len(found), "day": day, "rehearsals": sum(one.rehearsal for one in found),
        })),
        tiles=tuple(_tiles(found, late, coming, brakes, risks, bool(pools), speaker)),
        families=tuple(_families(rows, speaker)),
        ways=_ways(found, speaker),
        brakes=brakes[:MOST],
        more_brakes=_more(speaker, len(brakes)),
        late=tuple(late[:MOST]),
        more_late=_more(speaker, len(late)),
        coming=tuple(coming[:MOST]),
        more_coming=_more(speaker, len(coming)),
        months=by_month([(one.day, one.away, one.late) for one in ahead], days[-1], months,
                        _passed(speaker)) if days else (),
        purses=pools,
        risks=risks[:MOST],
        more_risks=_more(speaker, len(risks)).lower(),
        beats=_beats(found),
        rows=rows,
        legend=tuple(dict.fromkeys((one.how, one.how_said) for one in rows)),
        notes=tuple(_notes(found, speaker)),
        words={one: _say(speaker, f"head.{one}") for one in HEADS}
        | {"late": speaker.say(Message("report.wall.head.late"))},
    )  # fmt: skip


def _say(speaker: Speaks, id: str, /, **params: object) -> str:
    text = speaker.say(Message(f"report.portfolio.{id}", params))
    return text[:1].upper() + text[1:]


def _passed(speaker: Speaks) -> str:
    text = speaker.say(Message("report.wall.passed"))
    return text[:1].upper() + text[1:]


def _more(speaker: Speaks, count: int) -> str:
    return _say(speaker, "more", count=count - MOST) if count > MOST else ""


def _order(one: Summary) -> tuple[int, int, str]:
    """What asks attention first: late the longest, then what comes soonest."""
    return (_LIKE.index(one.how), min((day.away for day in one.ahead), default=99_999), one.id)


def _nearest(one: Ahead) -> tuple[int, str, str, str]:
    return (one.away, one.collaboration, one.case, one.text)


def _row(number: int, one: Summary, speaker: Speaks) -> Row:
    first = min(one.ahead, key=_nearest, default=None)
    return Row(
        number=number,
        id=one.id,
        workflow=one.workflow,
        how=one.how,
        how_said=speaker.say(Message(f"report.portfolio.how.{one.how}")),
        cases=speaker.say(Message("report.portfolio.cases", {
            "open": one.open, "over": one.over,
        })),
        next="" if first is None else first.day_said,
        next_late=first is not None and first.late,
        last="" if one.last is None else speaker.tell(one.last),
    )  # fmt: skip


def _families(rows: Sequence[Row], speaker: Speaks) -> Iterator[Family]:
    """The collaborations of each workflow; that with the most comes first."""
    each: dict[str, list[Row]] = {}
    for row in rows:
        each.setdefault(row.workflow, []).append(row)
    for label in sorted(each, key=lambda one: (-len(each[one]), one.casefold())):
        own = each[label]
        count = {how: sum(row.how == how for row in own) for how in _LIKE}
        told = ", ".join(
            speaker.say(Message(f"report.portfolio.family.{how}", {"count": count[how]}))
            for how in _LIKE if count[how]
        )  # fmt: skip
        yield Family(label=label or "?", said=told, rows=tuple(own))


def _ways(found: Sequence[Summary], speaker: Speaks) -> tuple[Way, ...]:
    """Lifecycles that are called alike taken together, and in them the states."""
    merged: dict[str, list[Way]] = {}
    for one in found:
        for way in one.ways:
            merged.setdefault(way.label, []).append(way)
    ways = (_merged(label, ways, speaker) for label, ways in merged.items())
    return tuple(sorted(ways, key=lambda one: (-one.open - one.over, one.label.casefold())))


def _merged(label: str, ways: Sequence[Way], speaker: Speaks) -> Way:
    places: dict[str, Place] = {}
    for way in ways:
        for one in way.places:
            seen = places.get(one.label)
            places[one.label] = one if seen is None else attrs.evolve(
                seen, count=seen.count + one.count, late=seen.late + one.late,
                at=one.at if seen.at is None else seen.at,
            )  # fmt: skip
    order = sorted(places.values(), key=lambda one: (one.at is None, one.at or 0))
    open, over = sum(one.open for one in ways), sum(one.over for one in ways)
    said = speaker.say(Message("report.wall.track", {"open": open, "over": over}))
    return Way(label=label[:1].upper() + label[1:], places=tuple(order), open=open, over=over,
               said=said)  # fmt: skip


def _brakes(late: Sequence[Ahead], speaker: Speaks) -> tuple[Brake, ...]:
    """Who is up to the most of what is late, that party first; alike is who is called alike."""
    cases: dict[tuple[str, str], dict[tuple[str, str], None]] = {}
    for one in late:
        for who in one.who:
            cases.setdefault(who, {})[one.collaboration, one.case] = None
    ranked = sorted(cases, key=lambda who: (-len(cases[who]), who[1].casefold(), who[0]))
    return tuple(
        Brake(
            party=who[1], count=len(cases[who]),
            said=speaker.say(Message("report.wall.brake", {"count": len(cases[who])})),
            cases=tuple(case for _, case in cases[who]),
        )
        for who in ranked
    )  # fmt: skip


def _purses(found: Sequence[Summary], speaker: Speaks) -> tuple[Purse, ...]:
    """Pools that are called alike taken together."""
    each: dict[str, list[Purse]] = {}
    for one in found:
        for purse in one.purses:
            each.setdefault(purse.label, []).append(purse)
    made = []
    for label, own in sorted(each.items(), key=lambda pair: pair[0].casefold()):
        told = {
            id: sum((getattr(one, id) for one in own), NOTHING)
            for id in ("came", "granted", "spent", "left")
        }
        made.append(Purse(label=label, **told, said=tuple(
            speaker.say(Message(f"report.wall.purse.{id}", {"amount": amount}))
            for id, amount in told.items()
        )))  # fmt: skip
    return tuple(made)


def _beats(found: Sequence[Summary]) -> tuple[Beat, ...]:
    """The quarters of all, with in how many collaborations something was done."""
    each: dict[tuple[int, int], Beat] = {}
    for one in found:
        for beat in one.beats:
            at = (beat.year, beat.quarter)
            seen = each.get(at, attrs.evolve(beat, acts=0, parties=0, back=0))
            each[at] = attrs.evolve(
                seen, acts=seen.acts + beat.acts, back=seen.back + beat.back,
                parties=seen.parties + bool(beat.acts),
            )  # fmt: skip
    return tuple(each[at] for at in sorted(each))[-MONTHS:]


def _tiles(
    found: Sequence[Summary], late: Sequence[Ahead], coming: Sequence[Ahead],
    brakes: Sequence[Brake], risks: Sequence[str], money: bool, speaker: Speaks,
) -> Iterator[Tile]:  # fmt: skip
    """The questions of somebody who passes by, each with its answer."""
    def tile(id: str, answer: str, more: str = "", tone: str = "") -> Tile:
        question = speaker.say(Message(f"report.wall.tile.{id}"))
        return Tile(question=question[:1].upper() + question[1:], answer=answer, more=more,
                    tone=tone)  # fmt: skip

    late_in = sum(one.how == "late" for one in found)
    cases: Mapping[str, object] = {
        "open": sum(one.open for one in found), "over": sum(one.over for one in found),
    }  # fmt: skip
    yield tile("where", _say(speaker, "tile.where", count=len(found)),
               _say(speaker, "tile.where.more", **cases))  # fmt: skip
    yield tile("blocks",
               _say(speaker, "tile.blocks", count=late_in) if late else
               _say(speaker, "tile.blocks.none"),
               "" if not brakes else _say(speaker, "tile.blocks.more", party=brakes[0].party,
                                          count=brakes[0].count),
               "late" if late else "good")  # fmt: skip
    first = next((one for one in (*late, *coming) if one.who), None)
    yield tile("do", _say(speaker, "tile.do.none") if first is None else
               first.text[:1].upper() + first.text[1:],
               "" if first is None else _say(
                   speaker, "tile.do.more", collaboration=first.collaboration, who=first.names,
               ))  # fmt: skip
    yield tile("next", coming[0].day_said if coming else _say(speaker, "tile.next.none"),
               "" if not coming else f"{coming[0].collaboration}: {coming[0].text}")  # fmt: skip
    if money or risks:
        yield tile("money", _say(speaker, "tile.money.risk", count=len(risks)) if risks
                   else _say(speaker, "tile.money.good"), "",
                   "late" if risks else "good")  # fmt: skip


def _notes(found: Sequence[Summary], speaker: Speaks) -> Iterator[str]:
    """What does not stand on the page, and why."""
    yield speaker.sentence(Message("report.portfolio.note.depth"))
    days = {one.day for one in found if one.day is not None}
    if len(days) > 1:
        yield speaker.sentence(Message("report.portfolio.note.days"))
    faulty = [one for one in found if one.faults]
    for one in faulty[:MOST]:
        for fault in one.faults:
            yield f"{one.id}: {fault}"
    if len(faulty) > MOST:
        yield _more(speaker, len(faulty))
