"""Reading as one party: nothing that is out of its sight is in any answer."""

import itertools
import json
import os
import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import attrs
import pytest
from tests.handmade import DAY, NOON, TEXT, read

from samenwerk import (
    Engine,
    Giving,
    Holding,
    MemoryStore,
    Party,
    Plugins,
    Room,
    Span,
    UnknownName,
    Verdict,
)
from samenwerk.core.policies import everything, own_cases, without_texts
from samenwerk.core.seen_events import seen_event
from samenwerk.engine.by import RoomBy
from samenwerk.engine.seen import Seen
from samenwerk.language.cases import case_rows, pool_rows, render_cases
from samenwerk.language.history import render_history
from samenwerk.language.obligations import render_obligation
from samenwerk.language.outcome import render_outcome
from samenwerk.language.plain import (
    case_data,
    due_data,
    event_data,
    obligation_data,
    outcome_data,
    task_data,
)
from samenwerk.values.command import Do, Record, Say
from samenwerk.values.event import EffectAsked, FactValue, Sealed, TextsErased
from samenwerk.values.sight import Sight

RULES = """
[lifecycle.budget.role.holder]
nl = "Houder"
sort = "provider"
[lifecycle.budget.fact.cost]
nl = "Kosten"
type = "money"
by = ["member"]
[lifecycle.budget.fact.limit]
nl = "Grens"
type = "whole_number"
by = ["member"]
[lifecycle.budget.fact.from_day]
nl = "Vanaf"
type = "date"
by = ["member"]
[lifecycle.budget.fact.share]
nl = "Deel"
type = "whole_number"
per = "party"
own = true
by = ["member"]
[lifecycle.budget.date.starts]
nl = "Begin"
term = "3 weeks"
after = "from_day"
[lifecycle.budget.step.give]
nl = "Overdragen"
from = "drafted"
to = "stays"
by = "member"
fill_in = ["holder"]
[lifecycle.budget.step.weigh]
nl = "Wegen"
from = "drafted"
to = "stays"
by = "member"
not_before = "starts"
needs = [
    { fact = "amount", at_most = "limit" },
    { document = "note" },
    "support",
    { fact = "cost", at_least = 1 },
    { every = "member", fact = "share", at_most = "limit" },
]
[lifecycle.budget.step.lift]
nl = "Ophalen"
from = "drafted"
to = "stays"
by = "holder"
[lifecycle.budget.step.pay]
nl = "Betalen"
from = "drafted"
to = "agreed"
by = "member"
moves = { amount = "cost", out_of = "pot", into = "this" }
[pool.pot]
nl = "Pot"
amount = 90000000
[mandate.acting]
nl = "Handelen voor een ander"
giver = "member"
[invariant.few]
nl = "Weinig tegelijk"
[invariant.few.at_once]
lifecycle = "budget"
max = 3
"""
RULES = RULES[: RULES.index("[invariant.few]")]
WORKFLOW = read(TEXT.format(plugins="", needs='{ document = "note" }, "support"') + RULES)
PARTIES = tuple(f"pzq{letter}" for letter in "abcdef")
CASES = tuple(f"kzq{letter}" for letter in "abcd")
MANY = int(os.environ.get("SAMENWERK_STORM", "0")) or 10
"""So many random readers; more with SAMENWERK_STORM."""
STEPS = ("work", "agree", "give", "weigh", "lift", "pay")


@attrs.define
class Told:
    """A random collaboration, and what was put in it under which case, party and name."""

    room: Room
    engine: Engine
    marks: list[tuple[str, str | None, str | None, str, str]]
    """Kind (text, value), case, party, name of the fact or document, and the mark itself."""


def random_collaboration(dice: Random) -> Told:
    """Parties, cases, facts, documents, positions, mandates and roles with marks of their own."""
    engine = Engine(MemoryStore(), plugins=Plugins.of(), clock=lambda: NOON, known=[WORKFLOW])
    room = engine.start(WORKFLOW, "regio", rehearsal=True)
    since = Span(date(2027, 1, 1))
    parties = [
        Party(one, "provider", (("nl", f"Naam{one}"), ("en", f"Name{one}")),
              dice.choice([None, *PARTIES]), since)
        for one in PARTIES
    ]  # fmt: skip
    gives = [Giving("acting", (dice.choice(PARTIES),), dice.choice(PARTIES), since)
             for _ in range(2)]  # fmt: skip
    room.enrol(parties=parties, holds=[Holding("chair", dice.choice(PARTIES), since)], gives=gives)
    room.do("collaboration.found", case="top", actor=dice.choice(PARTIES))
    told = Told(room, engine, [])
    number = itertools.count(7_100_001, 1009)

    def mark(kind: str, case: str, party: str | None, name: str) -> int:
        found = next(number)
        told.marks.append((kind, case, party, name, str(found)))
        return found

    for case in CASES:
        room.do("budget.draft", case=case, actor=dice.choice(PARTIES), parent="top")
    for _ in range(dice.randrange(6, 26)):
        case, actor = dice.choice(CASES), dice.choice(PARTIES)
        match dice.randrange(9):
            case 0:
                name = dice.choice(["amount", "limit"])
                room.record(name, mark("value", case, None, name), case=case, actor=actor)
            case 1:
                cost = Decimal(mark("value", case, None, "cost"))
                room.record("cost", cost, case=case, actor=actor)
            case 2:
                share = mark("value", case, actor, "share")
                room.record("share", share, case=case, actor=actor, who=actor)
            case 3:
                remark = f"Opmerking {mark('text', case, None, 'remark')}"
                room.record("remark", remark, case=case, actor=actor)
            case 4:
                title = f"Titel {mark('text', case, None, 'note')}"
                room.hand_in("note", title, case=case, actor=actor)
            case 5:
                reasons = f"Reden {mark('text', case, actor, '')}"
                position = dice.choice(["for", "against", "abstain"])
                room.say("support", position, case=case, actor=actor, reasons=reasons)
            case 6:
                holder = dice.choice(PARTIES)
                room.do("budget.give", case=case, actor=actor, roles={"holder": holder})
            case 7:
                said = f"Uitleg {mark('text', case, None, '?')}"
                room.do(f"budget.{dice.choice(STEPS)}", case=case, actor=actor, explanation=said)
            case 8:
                day = DAY + timedelta(days=dice.randrange(60, 90))
                room.record("from_day", day, case=case, actor=actor)
    return told


def some(dice: Random, of: tuple[str, ...]) -> frozenset[str] | None:
    """A random part of it, or None for all."""
    return None if dice.random() < 0.2 else frozenset(one for one in of if dice.random() < 0.5)


def random_sight(dice: Random, who: str) -> Sight:
    """A sight that no host would think of."""
    names = ("amount", "limit", "cost", "share", "remark", "from_day")
    return Sight(
        who=who, cases=some(dice, ("top", *CASES)), parties=some(dice, PARTIES),
        facts=some(dice, names), documents=some(dice, ("note",)), others=dice.random() < 0.5,
        texts=dice.random() < 0.5, money=dice.random() < 0.5, mandates=dice.random() < 0.5,
    )  # fmt: skip


def hidden(told: Told, sight: Sight) -> Iterator[str]:
    """Every mark that may not be seen, and every name."""
    for one in PARTIES:
        if not (one == sight.who or sight.parties is None or one in sight.parties):
            yield one
    for case in CASES:
        if sight.cases is not None and case not in sight.cases:
            yield case
    for kind, case, party, name, mark in told.marks:
        away = sight.cases is not None and case not in sight.cases
        if party not in (None, sight.who):
            seen = sight.parties is None or party in sight.parties
            away = away or not (seen and sight.others)
        if name == "note":
            away = away or (sight.documents is not None and name not in sight.documents)
        elif name not in ("", "?"):
            away = away or (sight.facts is not None and name not in sight.facts)
        if kind == "text" and not sight.texts:
            away = away or not (name == "" and party == sight.who)
        if name == "cost" and sight.money and sight.facts is not None:
            continue  # what a payment was is seen with the money
        if away:
            yield mark


def answers(seen: Seen, by: RoomBy, dice: Random) -> Iterator[tuple[str, str]]:
    """Every answer that a reader can get, as text, as JSON and as it is in memory."""
    nl = seen.speaker(dice.choice(["nl", "en"]))
    later = dice.choice([None, DAY + timedelta(days=50)])
    for known in (seen.collaboration, seen.standing(day=later)):
        yield "status", render_cases(known, nl, DAY)
        rows = case_rows(known, nl, DAY)
        yield "status json", json.dumps([
            case_data(known.cases[row.id], row.due, row.late, row.holds)
            for row in rows if row.id in known.cases
        ])  # fmt: skip
        yield "pools", repr(pool_rows(known, nl.workflow))
        yield "status in memory", repr((known, known.register.lines))
    events = seen.history()
    yield "history", render_history(events, nl, seen.text)
    yield "history json", json.dumps([event_data(one) for one in events])
    yield "history in memory", repr(events)
    for task in seen.todo(day=later):
        yield "todo", json.dumps(task_data(task, nl)) + render_obligation(task.obligation, nl)
        yield "todo in memory", repr(task)
    for due in seen.due(day=later):
        yield "due", json.dumps(due_data(due, nl)) + repr(due)
    for name in ("text", "markdown"):
        yield f"report {name}", seen.report("status", nl.lang, name)
    for case in seen.collaboration.cases:
        if case == "top":
            continue
        step = f"budget.{dice.choice(STEPS)}"
        needed = seen.needs(step, case=case, day=later)
        yield "needs", render_obligation(needed, nl) + json.dumps(obligation_data(needed, nl))
        yield "needs in memory", repr(needed)
        yield "blockers", repr(seen.blockers(step, case=case))
        acts: list[Callable[[], Any]] = [
            lambda case=case, step=step: seen.ask(step, case=case),
            lambda case=case, step=step: seen.suppose(Do, step=step, case=case, day=later),
            lambda case=case: seen.suppose(Say, decision="support", position="for", case=case),
            lambda case=case: seen.suppose(Record, fact="limit", value=3, case=case),
            lambda case=case, step=step: by.ask(step, case=case),
            lambda case=case, step=step: by.do(step, case=case),
            lambda case=case: by.say("support", "for", case=case),
            lambda case=case: by.record("limit", 3, case=case),
            lambda case=case: by.hand_in("note", "x", case=case),
            lambda: by.settle(),
        ]  # fmt: skip
        for act in dice.sample(acts, 3):
            told = act()
            yield "outcome", render_outcome(told, nl) + json.dumps(outcome_data(told, nl))
            yield "outcome in memory", repr(told)


def found(text: str, marks: list[str]) -> list[str]:
    """The marks that stand in a text, however its numbers and names are written."""
    plain = re.sub(r"(?<=\d)[.,\s\u00a0](?=\d)", "", text).casefold()
    return [mark for mark in marks if mark.casefold() in plain]


@pytest.mark.parametrize("seed", range(MANY))
def test_nothing_out_of_sight_is_in_any_answer(seed: int) -> None:
    """Random collaborations and sights: no name, amount or text that is hidden is anywhere in
    what the reader gets, as text, as JSON or in memory."""
    dice = Random(seed)
    told = random_collaboration(dice)
    who = dice.choice(PARTIES)
    sight = random_sight(dice, who)
    marks = list(hidden(told, sight))
    seen = told.room.seen_by(who, lambda *_: sight)
    by = told.engine.by(who, lambda *_: sight).room("regio")
    for what, answer in answers(seen, by, dice):
        assert (what, []) == (what, found(answer, marks)), answer


@pytest.mark.parametrize("seed", range(max(4, MANY // 4)))
@pytest.mark.parametrize("policy", [own_cases, without_texts(own_cases)])
def test_the_policies_that_are_ready_hide_what_they_say(seed: int, policy: Any) -> None:
    """What they leave out is in no answer either."""
    dice = Random(1000 + seed)
    told = random_collaboration(dice)
    who = dice.choice(PARTIES)
    known = told.room.collaboration
    sight = policy(who, known, lambda case: told.room.workflow, DAY)
    marks = list(hidden(told, sight))
    seen = told.room.seen_by(who, policy)
    for what, answer in answers(seen, told.engine.by(who, policy).room("regio"), dice):
        assert (what, []) == (what, found(answer, marks)), answer


@pytest.mark.parametrize("seed", range(3))
def test_who_sees_everything_is_told_everything(seed: int) -> None:
    """With the policy of one circle of trust a reader is told what the host is."""
    dice = Random(2000 + seed)
    told = random_collaboration(dice)
    room, who = told.room, dice.choice(PARTIES)
    seen = room.seen_by(who, everything)
    assert room.collaboration is seen.collaboration
    assert [line.event for line in room.history()] == list(seen.history())
    assert (room.todo(who), room.due()) == (seen.todo(), seen.due())
    assert room.report("status", "nl") == seen.report("status", "nl")
    for case, step in itertools.product(CASES, STEPS):
        ask = {"case": case}
        assert room.needs(f"budget.{step}", **ask) == seen.needs(f"budget.{step}", **ask)  # type: ignore[arg-type]
        asked = seen.ask(f"budget.{step}", **ask)  # type: ignore[arg-type]
        assert room.ask(f"budget.{step}", actor=who, **ask) == asked  # type: ignore[arg-type]


@pytest.mark.parametrize("seed", range(4))
def test_what_is_told_is_true(seed: int) -> None:
    """A reader is never told something else than the whole says: verdicts and truths are those of
    the whole, and tasks, days and events are among its own."""
    dice = Random(3000 + seed)
    told = random_collaboration(dice)
    room, who = told.room, dice.choice(PARTIES)
    sight = random_sight(dice, who)
    seen = room.seen_by(who, lambda *_: sight)
    assert set(seen.todo()) <= set(room.todo(who))
    assert set(seen.due()) <= set(room.due())
    true = {line.event.sequence: line.event for line in room.history()}
    for one in seen.history():
        other = true[one.sequence]
        assert (other.case, other.step, other.effective) == (one.case, one.step, one.effective)
    for case in set(seen.collaboration.cases) - {"top"}:
        for step in STEPS:
            whole = room.ask(f"budget.{step}", case=case, actor=who)
            near = seen.ask(f"budget.{step}", case=case)
            assert (whole.verdict, whole.ground) == (near.verdict, near.ground)
            assert [one.truth for one in whole.findings] == [one.truth for one in near.findings]
            assert set(seen.blockers(f"budget.{step}", case=case)) <= set(
                room.blockers(f"budget.{step}", case=case))  # fmt: skip


def test_a_case_out_of_sight_is_as_one_that_is_not_there() -> None:
    """Asking after it, or acting in it, gives the same error as a name that nobody used."""
    told = random_collaboration(Random(1))
    sight = Sight(who="pzqa", cases=frozenset({"top", "kzqa"}))
    seen = told.room.seen_by("pzqa", lambda *_: sight)
    by = told.engine.by("pzqa", lambda *_: sight).room("regio")
    head = told.room.collaboration.head

    def said(ask: Callable[[], object]) -> str:
        with pytest.raises(UnknownName) as unknown:
            ask()
        return re.sub("kzqb|nowhere", "X", repr((unknown.value, unknown.value.params)))

    asks: list[Callable[[str], object]] = [
        lambda case: seen.needs("budget.work", case=case),
        lambda case: seen.ask("budget.work", case=case),
        lambda case: seen.blockers("budget.work", case=case),
        lambda case: by.do("budget.work", case=case),
        lambda case: by.say("support", "for", case=case),
        lambda case: by.record("amount", 1, case=case),
        lambda case: by.hand_in("note", "n", case=case),
    ]
    for ask in asks:
        assert said(lambda ask=ask: ask("nowhere")) == said(lambda ask=ask: ask("kzqb"))  # type: ignore[misc]
    assert head == told.room.collaboration.head


def test_what_is_seen_is_alike_with_what_a_room_tells() -> None:
    """As recorded and as it stands are asked in the same way of a room, whole or seen."""
    told = random_collaboration(Random(5))
    seen, later = told.room.seen_by("pzqa", everything), DAY + timedelta(days=50)
    assert told.room.collaboration == seen.collaboration
    assert told.room.standing() == seen.standing()
    assert told.room.standing(day=later) == seen.standing(day=later)


def test_own_cases_are_seen() -> None:
    """The cases in which a party did or can do something, with what stands above them."""
    told = random_collaboration(Random(5))
    everybody = told.room.seen_by("pzqa", own_cases).collaboration
    assert {"top", *CASES} == set(everybody.cases)  # all members decide in every budget
    gone = Party("gone", "provider", span=Span(date(2027, 1, 1), DAY - timedelta(days=1)))
    told.room.enrol(parties=[gone])
    for nobody in ("stranger", "gone"):
        seen = told.room.seen_by(nobody, own_cases)
        known = seen.collaboration
        assert ((), (), ()) == (tuple(known.cases), seen.todo(), seen.due())
        assert set(known.register.parties) <= {gone}
        assert ["CollaborationStarted"] == list({type(e.what).__name__ for e in seen.history()
                                                 if "gone" not in repr(e)})  # fmt: skip


def test_a_text_is_read_by_who_sees_its_event() -> None:
    """A seal that somebody came by gives no text where its event is out of sight."""
    told = random_collaboration(Random(8))
    room = told.room
    outcome = room.record("remark", "Mevrouw De Vries", case="kzqa", actor="pzqb")
    sealed = outcome.events[-1].what.fact.value  # type: ignore[union-attr]
    texts = {
        name: room.seen_by("pzqc", lambda *_, sight=sight: sight).text(sealed)  # type: ignore[misc]
        for name, sight in {
            "all": Sight(who="pzqc"),
            "no texts": Sight(who="pzqc", texts=False),
            "no case": Sight(who="pzqc", cases=frozenset({"kzqb"})),
            "no fact": Sight(who="pzqc", facts=frozenset({"amount"})),
        }.items()
    }
    assert {"all": "Mevrouw De Vries", "no texts": None, "no case": None, "no fact": None} == texts


def test_a_condition_that_rests_on_what_is_hidden_says_only_whether_it_is_met() -> None:
    """That cannot be hidden: a party must know that it cannot go on. Why is not told."""
    told = random_collaboration(Random(9))
    room = told.room
    room.record("amount", 7_000_003, case="kzqa", actor="pzqb")
    room.record("limit", 5, case="kzqa", actor="pzqb")
    sight = Sight(who="pzqa", facts=frozenset({"limit"}))
    outcome = room.seen_by("pzqa", lambda *_: sight).ask("budget.weigh", case="kzqa")
    assert Verdict.NOT_YET is outcome.verdict
    about = [one for one in outcome.findings if "amount" in one.leaf]
    assert [(0, "seen.withheld", ())] == [(one.truth, one.message.id, one.read) for one in about]


def test_a_text_that_was_made_of_the_whole_is_not_told() -> None:
    """What a reminder says was worked out of all there is, and why a text was erased can be about
    any case: a reader who does not see all sees that it happened, and no more."""
    told = random_collaboration(Random(11))
    room = told.room
    given = (FactValue("text", "text", "Pzqb moet nog iets"), FactValue("limit", "whole_number", 3))
    asked = EffectAsked("reminder", "p.mail", "k", 0, given, (("to", ("pzqb",)),))
    last = [line.event for line in room.history()][-1]
    whats = (asked, TextsErased(("s",), Sealed("because")))
    sight = Sight(who="pzqa", parties=frozenset())
    seen = [seen_event(attrs.evolve(last, what=what, case=None, actor=None), sight,
                       room.collaboration) for what in whats]  # fmt: skip
    assert [
        EffectAsked("reminder", "p.mail", "k", 0, given[1:], (("to", ()),)), TextsErased(("s",)),
    ] == [one and one.what for one in seen]  # fmt: skip


def test_a_policy_of_the_host_is_asked_each_time() -> None:
    """What it looks at can change without anything being recorded: what is in sight follows."""
    told = random_collaboration(Random(12))
    allowed = set(CASES)

    def policy(party: str, *_: object) -> Sight:
        return Sight(who=party, cases=frozenset(allowed))

    seen = told.room.seen_by("pzqa", policy)
    assert set(CASES) == set(seen.collaboration.cases)
    seen.check("kzqb")
    allowed.remove("kzqb")
    assert {"kzqa", "kzqc", "kzqd"} == set(seen.collaboration.cases)
    with pytest.raises(UnknownName):
        seen.check("kzqb")
    assert {"kzqb"} & {one.case for one in seen.history()} == set()


def test_what_is_recorded_meanwhile_is_seen() -> None:
    """A reader that is kept sees what was recorded since, by whichever policy."""
    told = random_collaboration(Random(13))
    for policy in (own_cases, everything, without_texts(own_cases)):
        seen = told.room.seen_by("pzqa", policy)
        before = set(seen.collaboration.cases)
        case = f"new{len(before)}"
        told.room.do("budget.draft", case=case, actor="pzqa", parent="top")
        assert {*before, case} == set(seen.collaboration.cases)
        seen.check(case)
        assert case in {one.case for one in seen.history()}


def test_many_texts_are_read_as_each_is() -> None:
    """Texts that are asked for together are those that are given one by one, and no other."""
    told = random_collaboration(Random(14))
    room = told.room
    seals, cases = [], ("newa", "newb", "newc")
    for case in cases:
        room.do("budget.draft", case=case, actor="pzqb", parent="top")
        outcome = room.record("remark", f"Tekst {case}", case=case, actor="pzqb")
        seals.append(outcome.events[-1].what.fact.value.sealed)  # type: ignore[union-attr]
    seen = room.seen_by("pzqa", lambda *_: Sight(who="pzqa", cases=frozenset({"newa", "newc"})))
    together = seen.unsealed([*seals, "", "0" * 64])
    assert {seals[0]: "Tekst newa", seals[2]: "Tekst newc"} == together
    assert [together.get(one) for one in seals] == [seen.text(one) for one in seals]
    assert {} == seen.unsealed([])
