"""What stands on the A4, found in the whole of a collaboration and said to its reader.

Nothing is left out here for want of room. What is needed comes from the same tree as everywhere.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from samenwerk.hooks.whole import Speaks, Whole
from samenwerk.reporting.a4.needed import needed
from samenwerk.reporting.a4.sheet import Row, Section, Sheet
from samenwerk.values.case import Case
from samenwerk.values.event import FactValue, Sealed, StepDone
from samenwerk.values.message import Message, Name

_SO_MANY_FACTS = 5
"""So many facts are told of one case: the rest stands in the record."""


def gathered(whole: Whole, lang: str) -> Sheet:
    """The sheet of a collaboration with everything that could stand on it."""
    speaker = whole.speaker(lang)
    sections = (
        ("why", _why(whole, speaker, lang)),
        ("agreed", _agreed(whole, speaker)),
        ("runs", _runs(whole, speaker)),
        ("needed", needed(whole, speaker)),
        ("ask", _ask(whole, speaker)),
    )
    head = {"day": whole.day, "workflow": whole.workflow.name, "version": whole.workflow.version}
    return Sheet(
        lang=lang,
        title=_say(speaker, "title", id=whole.collaboration.id),
        said=_sentence(speaker, "rehearsal" if whole.collaboration.rehearsal else "said", **head),
        sections=tuple(
            Section(
                _capital(_say(speaker, f"head.{id}")),
                tuple(rows) or (Row(_sentence(speaker, f"{id}.none")),),
            )
            for id, rows in sections
        ),
        count_more=lambda count: _capital(_say(speaker, "more", count=count)),
        count_short=lambda rows, texts: _short(rows, texts, speaker),
        day=(whole.day.year, whole.day.month, whole.day.day),
    )


def _say(speaker: Speaks, id: str, /, **params: object) -> str:
    return speaker.say(Message(f"report.a4.{id}", params))


def _sentence(speaker: Speaks, id: str, /, **params: object) -> str:
    return speaker.sentence(Message(f"report.a4.{id}", params))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _short(rows: int, texts: int, speaker: Speaks) -> str:
    """What was left out of the page and where all of it stands."""
    how = "both" if rows and texts else "rows" if rows else "texts"
    return _sentence(speaker, f"short.{how}", rows=rows, texts=texts)


def _why(whole: Whole, speaker: Speaks, lang: str) -> Iterator[Row]:
    """What it is for by its own text, who works together since when, what each case was opened
    for, and on what ground."""
    why = whole.workflow.why(lang)
    if why is not None:
        yield Row(why)
    register = whole.collaboration.register
    there = sum(register.there(one.id, whole.day) for one in register.parties)
    if whole.cases:
        since = min(one.opened.day for one in whole.cases)
        yield Row(_sentence(speaker, "why.since", count=there, since=since))
    opened = {
        event.case: event.what for event in whole.history
        if isinstance(event.what, StepDone) and event.what.opens is not None
    }  # fmt: skip
    sealed = 0
    for case in (one for one in whole.cases if not one.over):
        what = opened.get(case.id)
        for fact in () if what is None else what.facts:
            if not isinstance(fact.value, Sealed) or fact.who is not None:
                continue
            text = whole.text(fact.value)
            if text is None:
                sealed += 1
            else:
                yield Row(_told(fact, case, text, speaker), lead=case.id)
    if whole.workflow.source is not None:
        yield Row(_sentence(speaker, "why.source", source=whole.workflow.source))
    if sealed:
        yield Row(_sentence(speaker, "why.sealed", count=sealed))


def _told(fact: FactValue, case: Case, text: str, speaker: Speaks) -> str:
    name = Name("fact", f"{case.lifecycle}.{fact.name}")
    return _say(speaker, "fact", fact=name, value=text)


def _agreed(whole: Whole, speaker: Speaks) -> Iterator[Row]:
    """Of each case what was decided and what was recorded; those that run come first."""
    for case in sorted(whole.cases, key=lambda one: one.over):
        told = [*_decided(case, speaker), *(() if case.over else _recorded(case, speaker))]
        if told and not (case.over and not case.positions):
            yield Row("; ".join(told), lead=_named(case, speaker))


def _decided(case: Case, speaker: Speaks) -> Iterator[str]:
    """How parties spoke, counted: who said what stands in the record."""
    for name in sorted(case.positions):
        given = [one for who, one in case.positions[name].items() if who is not None]
        counts = Counter(str(one.value) for one in given)
        if not given:
            continue
        yield _say(
            speaker, "decided", decision=Name("decision", f"{case.lifecycle}.{name}"),
            day=max(one.day for one in given),
            counts=tuple(
                _say(speaker, "counted", count=count, position=one)
                for one, count in counts.most_common()
            ),
        )  # fmt: skip


def _recorded(case: Case, speaker: Speaks) -> Iterator[str]:
    """Amounts, days and numbers of the case itself, amounts first."""
    found = [
        (_rank(entry.value), entry.sequence, name, entry.value)
        for name in case.facts
        if (entry := case.entry("facts", name)) is not None and len(case.facts[name]) == 1
        and isinstance(entry.value, Decimal | int | date) and not isinstance(entry.value, bool)
    ]  # fmt: skip
    for _, _, name, value in sorted(found, key=lambda one: one[:3])[:_SO_MANY_FACTS]:
        fact = Name("fact", f"{case.lifecycle}.{name}")
        yield _say(speaker, "fact", fact=fact, value=value)


def _rank(value: object) -> int:
    return 0 if isinstance(value, Decimal) else 1 if isinstance(value, date) else 2


def _named(case: Case, speaker: Speaks) -> str:
    kind: object = Name("lifecycle", case.lifecycle)
    if case.of is not None:
        kind = Message("cases.of", {"lifecycle": kind, "party": Name("party", case.of)})
    return _say(speaker, "case", case=case.id, kind=kind)


def _runs(whole: Whole, speaker: Speaks) -> Iterator[Row]:
    """Each case that is open, where it stands and until when; what is late comes first."""
    until = {one.case: one for one in reversed(whole.due)}
    late = {one.case for one in whole.due if one.overdue}
    running = [one for one in whole.cases if not one.over]
    for case in sorted(running, key=lambda one: one.id not in late):
        state = Name("state", f"{case.lifecycle}.{case.state}")
        text = _say(speaker, "runs", state=state, since=case.entered)
        due = until.get(case.id)
        if due is not None:
            day = _say(speaker, "late" if due.overdue else "until", day=due.day)
            text = f"{text}; {day}"
        yield Row(text, lead=_named(case, speaker), late=case.id in late)


def _ask(whole: Whole, speaker: Speaks) -> Iterator[Row]:
    """Who holds which role in what runs; else who began it."""
    held: dict[str, dict[str, list[str]]] = {}
    running = [one for one in whole.cases if not one.over]
    for case in running:
        for role in sorted(case.roles):
            label = speaker.tell(Name("role", f"{case.lifecycle}.{role}"))
            for party in case.roles[role]:
                held.setdefault(party, {}).setdefault(label, []).append(case.id)
    for party, roles in sorted(held.items(), key=lambda one: -sum(map(len, one[1].values()))):
        told = (
            _say(speaker, "role", role=role, cases=tuple(cases)) for role, cases in roles.items()
        )
        yield Row("; ".join(told), lead=speaker.tell(Name("party", party)))
    begun: dict[str, list[str]] = {}
    for case in () if held else running:
        if case.opened.by is not None:
            begun.setdefault(case.opened.by, []).append(case.id)
    for party, ids in begun.items():
        lead = speaker.tell(Name("party", party))
        yield Row(_say(speaker, "begun", cases=tuple(ids)), lead=lead)
