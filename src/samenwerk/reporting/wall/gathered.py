"""What stands on the wall, found in the whole of a collaboration and said to its reader.

Nothing is drawn here. Needs are worked out once for each step and told from every side: by case,
by party, and by who is waited for.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from samenwerk.hooks.whole import Course, Speaks, Whole
from samenwerk.reporting.html import months
from samenwerk.reporting.wall.money import gains, granted, purses
from samenwerk.reporting.wall.months import by_month
from samenwerk.reporting.wall.needed import MOST, Needed, worked_out
from samenwerk.reporting.wall.told import (
    LONGEST,
    Asked,
    Brake,
    Chip,
    Coming,
    Part,
    Stop,
    Tile,
    Track,
    Wait,
    Wall,
)
from samenwerk.reporting.wall.walked import backs, beats, confirmed, lately, taken
from samenwerk.reporting.wall.words import HEADS, INLINE
from samenwerk.values.case import Case
from samenwerk.values.message import Message, Name
from samenwerk.values.waiting import Due

MOST_ASKED = 8
"""So many things are told of one party; the rest is counted."""
MOST_WAITS = 20
"""Of so many steps it is told what they wait for."""


def gathered(whole: Whole, lang: str) -> Wall:
    """The wall of a collaboration, for a reader of this language."""
    speaker = whole.speaker(lang)
    late = {one.case for one in whole.due if one.overdue}
    worked = worked_out(whole, late)
    needed, how = worked.needed, worked.how
    chips = {one.case: one for one in _chips(whole, speaker, how)}
    waits = tuple(_waits(needed, how, whole, speaker))
    brakes = _brakes(needed, how, speaker)
    coming = tuple(_coming(one, speaker) for one in whole.due)
    parts = tuple(_parts(needed, whole, speaker))
    money = purses(whole, speaker)
    held = granted(whole, speaker, late)
    brought = gains(whole, speaker)
    known = whole.collaboration
    notes = [speaker.fault(one) for one in whole.faults]
    if worked.unseen:
        notes.append(_said(speaker, "more", count=worked.unseen, told=MOST))
    return Wall(
        lang=lang,
        title=_said(speaker, "title", id=known.id).removesuffix("."),
        said=_said(speaker, "said", day=whole.day, workflow=whole.workflow.name,
                   version=whole.workflow.version, count=known.sequence),
        why=whole.workflow.why(lang) or "",
        rehearsal=_said(speaker, "rehearsal") if known.rehearsal else "",
        tiles=_tiles(whole, speaker, how, brakes, parts, coming, held),
        tracks=tuple(_tracks(whole, speaker, chips)),
        cases=tuple(chips.values()),
        brakes=brakes,
        waits=waits[:MOST_WAITS],
        more=_more(speaker, waits=(len(waits), MOST_WAITS), coming=(len(coming), LONGEST),
                   held=(len(held), LONGEST), gains=(len(brought), LONGEST)),
        months=by_month([(one.day, (one.day - whole.day).days, one.late) for one in coming],
                        whole.day, months(lang), _say(speaker, "passed")),
        parts=parts,
        coming=coming,
        today=whole.day,
        beats=beats(whole, speaker),
        taken=taken(whole, speaker),
        confirmed=confirmed(whole, speaker),
        purses=money,
        granted=held,
        gains=brought,
        backs=backs(whole, speaker),
        lately=lately(whole, speaker),
        notes=tuple(notes),
        words={one: _say(speaker, f"head.{one}") for one in HEADS}
        | {one: _inline(speaker, f"head.{one}") for one in INLINE},
    )  # fmt: skip


def _more(speaker: Speaks, **lists: tuple[int, int]) -> dict[str, str]:
    """For each list how many more there are than stand on the page."""
    return {
        name: _say(speaker, "more_of", count=count - most) if count > most else ""
        for name, (count, most) in lists.items()
    }


def _inline(speaker: Speaks, id: str, /, **params: object) -> str:
    return speaker.say(Message(f"report.wall.{id}", params))


def _say(speaker: Speaks, id: str, /, **params: object) -> str:
    return _capital(_inline(speaker, id, **params))


def _said(speaker: Speaks, id: str, /, **params: object) -> str:
    return speaker.sentence(Message(f"report.wall.{id}", params))


def _chips(whole: Whole, speaker: Speaks, how: Mapping[str, str]) -> Iterator[Chip]:
    """Every case, each followed by those below it."""
    courses = {one.name: one for one in whole.courses}
    known = whole.collaboration.cases
    below: dict[str | None, list[Case]] = {}
    for case in whole.cases:
        below.setdefault(case.parent if case.parent in known else None, []).append(case)
    waiting = [(one, 0) for one in reversed(below.get(None, []))]
    until = {one.case: one for one in reversed(whole.due)}
    while waiting:
        case, depth = waiting.pop()
        waiting += [(one, depth + 1) for one in reversed(below.get(case.id, []))]
        main = courses[case.lifecycle].main if case.lifecycle in courses else ()
        due = until.get(case.id)
        yield Chip(
            case=case.id,
            lifecycle=speaker.tell(_kind(case)),
            state=speaker.tell(Name("state", f"{case.lifecycle}.{case.state}")),
            how=how[case.id],
            how_said=_inline(speaker, f"how.{how[case.id]}"),
            since=_inline(speaker, "since", day=case.entered),
            until="" if due is None or case.over else _inline(
                speaker, "until.late" if due.overdue else "until", day=due.day
            ),
            roles=tuple(
                f"{speaker.tell(Name('role', f'{case.lifecycle}.{role}'))}: "
                + speaker.tell(tuple(Name("party", one) for one in case.roles[role]))
                for role in sorted(case.roles) if case.roles[role]
            ),
            place=main.index(case.state) + 1 if case.state in main else 0,
            places=len(main),
            depth=depth,
        )  # fmt: skip


def _kind(case: Case) -> object:
    lifecycle = Name("lifecycle", case.lifecycle)
    if case.of is None:
        return lifecycle
    return Message("cases.of", {"lifecycle": lifecycle, "party": Name("party", case.of)})


def _tracks(whole: Whole, speaker: Speaks, chips: Mapping[str, Chip]) -> Iterator[Track]:
    """Each lifecycle of which there are cases, with its states in order."""
    here: dict[tuple[str, str], list[Chip]] = {}
    for case in whole.cases:
        here.setdefault((case.lifecycle, case.state), []).append(chips[case.id])
    for course in whole.courses:
        own = [one for one in whole.cases if one.lifecycle == course.name]
        if not own:
            continue
        open = sum(not one.over for one in own)
        aside = (_stop(one, course, here, speaker) for one in course.aside)
        yield Track(
            label=_capital(speaker.tell(Name("lifecycle", course.name))),
            said=_inline(speaker, "track" if open < len(own) else "track.open", open=open,
                         over=len(own) - open),
            stops=tuple(_stop(one, course, here, speaker) for one in course.main),
            aside=tuple(one for one in aside if one.chips),
        )


def _stop(
    state: str, course: Course, here: Mapping[tuple[str, str], list[Chip]], speaker: Speaks
) -> Stop:
    label = speaker.tell(Name("state", f"{course.name}.{state}"))
    found = here.get((course.name, state), ())
    return Stop(label=label, chips=tuple(found), final=state in course.final)


def _waits(
    needed: Sequence[Needed], how: Mapping[str, str], whole: Whole, speaker: Speaks
) -> Iterator[Wait]:
    """What cases wait for: those that are late, and those of which no step can be done now."""
    due = {one.case: one for one in reversed(whole.due) if one.overdue}
    ready = {one.case.id for one in needed if one.ready}
    for one in needed:
        late = due.get(one.case.id)
        if one.ready or (late is None and one.case.id in ready) or not one.needs.acts:
            continue
        yield Wait(
            case=one.case.id,
            step=speaker.tell(Name("step", one.step)),
            points=speaker.needed(one.needs),
            late="" if late is None else _inline(speaker, "until.late", day=late.day),
        )


def _brakes(
    needed: Sequence[Needed], how: Mapping[str, str], speaker: Speaks
) -> tuple[Brake, ...]:
    """On whom the most cases wait, that party first."""
    ready = {one.case.id for one in needed if one.ready}
    waiting: dict[str, dict[str, None]] = {}
    for one in needed:
        if one.ready or (one.case.id in ready and how[one.case.id] != "late"):
            continue
        for party in dict.fromkeys(who for act in one.awaited for who in act.who):
            waiting.setdefault(party, {})[one.case.id] = None
    ranked = sorted(waiting, key=lambda party: (-len(waiting[party]), party))
    return tuple(
        Brake(
            party=speaker.tell(Name("party", party)),
            count=len(waiting[party]),
            said=_say(speaker, "brake", count=len(waiting[party])),
            cases=tuple(waiting[party]),
        )
        for party in ranked
    )


def _coming(due: Due, speaker: Speaks) -> Coming:
    return Coming(
        day=due.day,
        day_said=speaker.tell(due.day),
        case=due.case,
        text=_capital(speaker.say(due.what)),
        who=speaker.tell(tuple(Name("party", one) for one in due.who)) if due.who else "",
        late=due.overdue,
    )


def _parts(needed: Sequence[Needed], whole: Whole, speaker: Speaks) -> Iterator[Part]:
    """Each party with what it can do and what it is needed for, what is late first."""
    asked: dict[str, dict[tuple[str, str], Asked]] = {}
    days = {one.case: one for one in reversed(whole.due)}

    def add(party: str, one: Asked) -> None:
        own = asked.setdefault(party, {})
        known = own.get((one.case, one.text))
        if known is None or (known.day is None and one.day is not None):
            own[(one.case, one.text)] = one

    for one in needed:
        step = _capital(speaker.tell(Name("step", one.step)))
        due = days.get(one.case.id)
        for party in one.doers or ():
            add(party, Asked(
                text=step, case=one.case.id, ready=True, late=due is not None and due.overdue,
                day=None if due is None else due.day,
                day_said="" if due is None else speaker.tell(due.day),
            ))  # fmt: skip
        for act in () if one.ready else one.awaited:
            assert act.act is not None
            for party in act.who:
                add(party, Asked(
                    text=_capital(speaker.say(act.act)), case=one.case.id, day=act.due,
                    day_said="" if act.due is None else speaker.tell(act.due),
                    late=act.due is not None and act.due < whole.day,
                ))  # fmt: skip
    for own in whole.due:
        for party in own.who if own.plugin is not None or own.what.id != "due.state" else ():
            add(party, Asked(
                text=_capital(speaker.say(own.what)), case=own.case, day=own.day,
                day_said=speaker.tell(own.day), late=own.overdue,
            ))  # fmt: skip
    for party in sorted(asked, key=lambda one: speaker.tell(Name("party", one)).casefold()):
        rows = sorted(asked[party].values(), key=_first)
        more = len(rows) - MOST_ASKED
        yield Part(
            party=speaker.tell(Name("party", party)),
            asked=tuple(rows[:MOST_ASKED]),
            more=_say(speaker, "part.more", count=more) if more > 0 else "",
        )


def _first(one: Asked) -> tuple[bool, date, bool, str, str]:
    return (not one.late, one.day or date.max, one.ready, one.case, one.text)


def _tiles(
    whole: Whole, speaker: Speaks, how: Mapping[str, str], brakes: tuple[Brake, ...],
    parts: tuple[Part, ...], coming: tuple[Coming, ...], held: tuple[object, ...],
) -> tuple[Tile, ...]:  # fmt: skip
    """The questions of somebody who passes by, each with its answer."""
    count = list(how.values()).count
    open = sum(one != "over" for one in how.values())
    late, waits = count("late"), count("waits") + count("stuck")
    ahead = [one for one in coming if not one.late]
    doing = [(one.day or date.max, part.party, one) for part in parts for one in part.asked]
    first = min(doing, key=lambda one: (not one[2].late, one[0], one[1]), default=None)
    risk = [one for one in held if getattr(one, "risk", "")]

    def tile(id: str, answer: str, more: str = "", tone: str = "") -> Tile:
        question = _say(speaker, f"tile.{id}")
        return Tile(question=question, answer=answer, more=more, tone=tone)

    found = [
        tile("where", _say(speaker, "tile.where.answer", open=open, over=count("over")),
             _say(speaker, "tile.where.more", ready=count("ready"))),
        tile("blocks", _say(speaker, "tile.blocks.none") if not (late or waits)
             else _say(speaker, "tile.blocks.answer", late=late, waits=waits),
             _waited_for(brakes, speaker),
             "late" if late else "waits" if waits else "good"),
        tile("do", _say(speaker, "tile.do.none") if first is None else first[2].text,
             "" if first is None else _say(
                 speaker, "tile.do.more", party=first[1], case=first[2].case)),
        tile("next", ahead[0].day_said if ahead else _say(speaker, "tile.next.none"),
             f"{ahead[0].case}: {ahead[0].text}" if ahead else ""),
    ]  # fmt: skip
    if held:
        found.append(tile(
            "money",
            _say(speaker, "tile.money.risk", count=len(risk)) if risk
            else _say(speaker, "tile.money.good"), "", "late" if risk else "good",
        ))  # fmt: skip
    return tuple(found)


def _waited_for(brakes: tuple[Brake, ...], speaker: Speaks) -> str:
    """For whom most is waited, where it is one; else for how many."""
    if not brakes:
        return ""
    if len(brakes) == 1 or brakes[0].count > brakes[1].count:
        return _say(speaker, "tile.blocks.more", party=brakes[0].party)
    return _say(speaker, "tile.blocks.many", count=len(brakes))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


