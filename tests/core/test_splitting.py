"""Splitting a case over those who take part, merging cases, and a clock that stands still."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.small import START, Story

from samenwerk.core.evolve import replay
from samenwerk.core.obligations import needs
from samenwerk.core.worklists import due
from samenwerk.definitions.read import read_text
from samenwerk.values.command import Do, Settle
from samenwerk.values.errors import Misuse
from samenwerk.values.message import Name
from samenwerk.values.outcome import Verdict

TEXT = """\
[workflow]
id = "small"
version = "1"
[sort]
provider = {}
insurer = {}
[group]
member = { sort = ["provider", "insurer"] }
[fact]
n = { type = "whole_number", by = "member" }
[document]
note = { by = "member" }
[lifecycle.rota]
[lifecycle.rota.role]
partner = { many = true }
planner = {}
[lifecycle.rota.state]
open = { due = "2 weeks" }
paused = { clock = "stops" }
later = {}
gone = { final = true }
merged = { final = true }
[lifecycle.rota.step.begin]
to = "open"
by = "member"
takes = "planner"
fill_in = ["partner"]
[lifecycle.rota.step.divide]
from = ["open", "later"]
to = "gone"
by = "member"
splits = "partner"
group_at_least = 1
[lifecycle.rota.step.join]
from = "open"
to = "stays"
by = "member"
merges = "merged"
[lifecycle.rota.step.pause]
from = "open"
to = "paused"
by = "member"
[lifecycle.rota.step.resume]
from = "paused"
to = "back"
by = "member"
[lifecycle.rota.step.wait]
from = "open"
to = "later"
by = "member"
[lifecycle.rota.step.stop]
from = ["open", "later"]
to = "gone"
by = "partner"
[lifecycle.task]
under = "rota"
[lifecycle.task.state]
busy = {}
done = { final = true }
[lifecycle.task.step.make]
to = "busy"
by = "member"
[lifecycle.task.step.finish]
from = "busy"
to = "done"
by = "member"
"""
ALL = ("noord", "oost", "zuid")


def made(old: str = "", new: str = "") -> Any:
    """The workflow, with one thing written otherwise."""
    assert old in TEXT
    found = read_text(TEXT.replace(old, new, 1) if old else TEXT, checks=())
    assert () == found.diagnostics
    return found.workflow


SMALL = made()


def begun(workflow: Any = SMALL, case: str = "r", who: tuple[str, ...] = ALL) -> Story:
    """A story with a rota in which these take part."""
    story = Story(workflow)
    assert story.do(case, "begin", of="rota", roles={"partner": who}).carried_out
    return story


def replayed(story: Story) -> bool:
    """Whether the record alone tells the same cases, each on its shelves."""
    known = replay(story.lines)
    same = known is not None and known.cases == story.known.cases
    assert known is not None
    on_shelves = {id: state for (_, state), ids in known.by_state.items() for id in ids}
    return same and on_shelves == {id: one.state for id, one in known.cases.items()}


def test_each_goes_on_in_the_group_that_was_named() -> None:
    """The old case ends; the new ones have what was recorded, and who is elsewhere is out."""
    story = begun().recorded("r", "n", 3)
    assert story.hand_in("r", "note").carried_out
    story.on(START + timedelta(days=5))
    into = {"a": ("noord",), "b": ("oost", "zuid")}
    assert story.do("r", "divide", of="rota", into=into).carried_out
    old, a, b = (story.known.cases[id] for id in ("r", "a", "b"))
    assert ("gone", True) == (old.state, old.over)
    assert ({"partner": ("noord",), "planner": ("noord",)}, {"partner": ("oost", "zuid")}) == (
        dict(a.roles), dict(b.roles)
    )  # fmt: skip
    assert [("open", START, ("r",))] * 2 == [(one.state, one.entered, one.came_from)
                                             for one in (a, b)]  # fmt: skip
    assert all("note" in one.documents and one.entry("facts", "n") for one in (a, b))
    assert story.do("a", "stop", "oost", of="rota").verdict is Verdict.NOT_YOU
    assert story.do("b", "stop", "oost", of="rota").carried_out
    assert replayed(story)


def test_what_new_cases_take_along_can_be_chosen() -> None:
    """Another state, a clock that begins anew, and one heir of documents and cases below."""
    carry = 'group_at_least = 1\ncarry = { clocks = "restart", state = "later", heir = "named" }'
    story = begun(made("group_at_least = 1", carry))
    assert story.do("t", "make", of="task").carried_out
    assert story.hand_in("r", "note").carried_out
    day = START + timedelta(days=5)
    story.on(day)
    into = {"a": ("noord",), "b": ("oost", "zuid")}
    refused = story.do("r", "divide", of="rota", into=into)
    assert (Verdict.NOT_YET, "split.heir") == (refused.verdict, refused.headline.id)
    assert story.do("r", "divide", of="rota", into=into, heir="b").carried_out
    a, b = story.known.cases["a"], story.known.cases["b"]
    assert [("later", day)] * 2 == [(one.state, one.clock) for one in (a, b)]
    assert (False, True) == ("note" in a.documents, "note" in b.documents)
    assert story.known.cases["t"].parent == "b"
    assert replayed(story)


@pytest.mark.parametrize(
    ("into", "more", "headline"),
    [
        ({}, {}, "split.groups"),
        ({"a": ALL}, {}, "split.groups"),
        ({"a": ("noord",), "b": ("oost",)}, {}, "split.once"),
        ({"a": ("noord",), "b": ALL}, {}, "split.once"),
        ({"a": ALL, "b": ("west",)}, {}, "split.strange"),
        ({"a": ALL, "b": ()}, {}, "split.small"),
        ({"a": ("noord",), "b": ("oost", "zuid")}, {"heir": "a"}, "split.no_heir"),
    ],
)
def test_groups_that_do_not_do(into: Any, more: Any, headline: str) -> None:
    """Each belongs in exactly one of at least two groups, and nobody else does."""
    story = begun()
    refused = story.do("r", "divide", of="rota", into=into, **more)
    assert (Verdict.NOT_YET, headline) == (refused.verdict, refused.headline.id)
    assert set(story.known.cases) == {"r"}


def test_what_makes_no_sense_is_told() -> None:
    """A name that is taken, and groups for a step that splits nothing."""
    story = begun()
    for step, told in (
        ("divide", {"into": {"r": ("noord",), "b": ("oost", "zuid")}}),
        ("pause", {"into": {"a": ("noord",)}}),
        ("pause", {"merges": ("r",)}),
    ):
        with pytest.raises(Misuse):
            story.do("r", step, of="rota", **told)


def test_cases_come_together() -> None:
    """They end in their state; who takes part there and what hangs below it comes here."""
    story = begun(who=("noord", "oost"))
    assert story.do("q", "begin", "zuid", of="rota", roles={"partner": ("oost", "zuid")})
    assert story.do("t", "make", of="task", parent="q").carried_out
    for ids in ((), ("r",), ("t",), ("nowhere",), ("q", "q")):
        refused = story.do("r", "join", of="rota", merges=ids)
        assert refused.verdict is Verdict.NOT_YET
    assert story.do("r", "join", of="rota", merges=("q",)).carried_out
    here, there = story.known.cases["r"], story.known.cases["q"]
    assert (("noord", "oost", "zuid"), ("q",)) == (here.roles["partner"], here.came_from)
    assert ("merged", True) == (there.state, there.over)
    assert story.known.cases["t"].parent == "r"
    assert story.do("r", "join", of="rota", merges=("q",)).verdict is Verdict.NOT_YET
    assert replayed(story)


def test_what_is_needed_for_a_split_can_be_told() -> None:
    """The plan divides those who take part by itself, to see whether it works."""
    story = begun()
    asked = story.command(Do, case="r", step="rota.divide", actor="noord")
    assert needs(story.compiled, story.known, asked).kind == "nothing"
    alone = begun(who=("noord",))
    asked = alone.command(Do, case="r", step="rota.divide", actor="noord")
    assert needs(alone.compiled, alone.known, asked).kind == "unadvised"


def due_days(story: Story) -> list[Any]:
    """The days that open cases must mind."""
    return [one.day for one in due(story.compiled, story.known, story.command(Settle))]


def test_days_in_which_the_clock_stands_still_do_not_count() -> None:
    """Twice paused: the last day moves by both; a real return to the state counts anew."""
    story = begun()
    assert [START + timedelta(days=14)] == due_days(story)
    paused = 0
    for days in (3, 10):
        story.on(story.day + timedelta(days=2)).done("r", "pause", of="rota")
        assert [] == due_days(story)
        story.on(story.day + timedelta(days=days)).done("r", "resume", of="rota")
        paused += days
        assert [START + timedelta(days=14 + paused)] == due_days(story)
    assert replayed(story)


COUNT = """\
[lifecycle.rota.duty.count]
by = "partner"
must = "n"
due = "4 weeks"
while_in = "open"
[lifecycle.task]
"""


def test_nor_do_they_count_for_a_duty() -> None:
    """Its last day moves by them too, and a split that keeps the clocks does not move it."""
    story = begun(made("[lifecycle.task]\n", COUNT))
    assert START + timedelta(days=28) == due_days(story)[-1]
    story.on(START + timedelta(days=2)).done("r", "pause", of="rota")
    story.on(START + timedelta(days=7)).done("r", "resume", of="rota")
    assert START + timedelta(days=33) == due_days(story)[-1]
    story.on(START + timedelta(days=9))
    into = {"a": ("noord",), "b": ("oost", "zuid")}
    assert story.do("r", "divide", of="rota", into=into).carried_out
    assert [START + timedelta(days=33)] * 2 == due_days(story)[-2:]


def test_who_take_part_in_the_case_above_are_told_apart() -> None:
    """A role of another lifecycle is told by its full name: this one may have it as well."""
    needed = 'needs = [{ every = "rota.partner", done = "rota.stop" }]'
    story = begun(made('from = "busy"\n', f'from = "busy"\n{needed}\n'))
    story.done("t", "make", of="task")
    (finding,) = story.do("t", "finish", of="task").findings
    assert Name("role", "rota.partner") == finding.message.params["group"]


ACTS = st.lists(
    st.tuples(
        st.sampled_from(("divide", "join", "pause", "resume", "wait", "stop")),
        st.lists(st.integers(0, 2), min_size=6, max_size=6), st.integers(0, 9),
    ),
    max_size=8,
)  # fmt: skip


@given(ACTS)
def test_everybody_is_in_exactly_one_group(acts: list[tuple[str, list[int], int]]) -> None:
    """After any splits and mergers each who took part does so in one open case at most, never
    is lost by a split, and a replay of the record tells the same."""
    story = begun()
    for number, (step, places, pick) in enumerate(acts):
        open_now = sorted(id for id, one in story.known.cases.items() if not one.over)
        if not open_now:
            break
        case = open_now[pick % len(open_now)]
        who = story.known.cases[case].roles.get("partner", ())
        told: dict[str, Any] = {}
        if step == "divide":
            names = [f"g{number}.{at}" for at in places]
            told["into"] = {
                name: tuple(p for p, n in zip(who, names, strict=False) if n == name)
                for name in dict.fromkeys(names[: len(who)])
            }
        if step == "join":
            told["merges"] = tuple(one for one in open_now if one != case)[:1]
        before = {one for c in story.known.cases.values() if not c.over
                  for one in c.roles.get("partner", ())}  # fmt: skip
        outcome = story.do(case, step, who[0] if who else "noord", of="rota", **told)
        now = [one for c in story.known.cases.values() if not c.over
               for one in c.roles.get("partner", ())]  # fmt: skip
        assert len(now) == len(set(now))
        if outcome.carried_out and step != "stop":
            assert before == set(now)
    assert replayed(story)


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("partner = { many = true }", "partner = {}", 'splits = "partner"'),
        ('to = "gone"\nby = "member"\nsplits', 'to = "later"\nby = "member"\nsplits',
         'to = "later"'),
        ('merges = "merged"', 'merges = "later"', 'merges = "later"'),
        ("group_at_least = 1", 'carry = { clocks = "fast" }', "carry"),
        ("group_at_least = 1", "carry = { what = 3 }", "carry"),
        ("merged = { final = true }", 'merged = { final = true, clock = "stops" }', "merged ="),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_place(old: str, new: str, line: str) -> None:
    """A role for one, an end that is none, a word that carry does not know, a clock at the end."""
    assert old in TEXT
    text = TEXT.replace(old, new, 1)
    found = [one for one in read_text(text, checks=()).diagnostics if one.code == "SW140"]
    assert len(found) == 1
    assert text.splitlines()[found[0].place.line - 1].startswith(line)
