"""Says and duties: what is asked of a step, what can be said, who is waited for, and until when."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import attrs
import pytest
from tests.small import CHAIR, MEMBER, Story, lifecycle, step, workflow

from samenwerk.core.leaves.document import Document as DocumentLeaf
from samenwerk.core.leaves.duty import Duty as DutyLeaf
from samenwerk.core.leaves.say import Say as SayLeaf
from samenwerk.core.obligations import blockers, needs
from samenwerk.core.worklists import due, todo
from samenwerk.definitions.read import read_text
from samenwerk.scenarios.folder import read_folder, set_for
from samenwerk.scenarios.play import Player
from samenwerk.values.command import Do, Settle
from samenwerk.values.declared import Workflow
from samenwerk.values.duty import Duty
from samenwerk.values.message import Message, Name
from samenwerk.values.outcome import Outcome, Verdict
from samenwerk.values.say import Say
from samenwerk.values.time import Term
from samenwerk.values.tree import Ask, Need, Some
from samenwerk.values.who import Who

EXAMPLE = Path(__file__).resolve().parents[1] / "examples" / "moving-house" / "workflow.toml"
TEXT = EXAMPLE.read_text(encoding="utf-8")


def read(*changes: tuple[str, str]) -> Workflow:
    """The example with these changes."""
    text = TEXT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    reading = read_text(text)
    assert () == reading.diagnostics
    assert reading.workflow is not None
    return reading.workflow


def faults(*changes: tuple[str, str]) -> list[tuple[str, str]]:
    """The code and the line of every fault of the example with these changes."""
    text = TEXT
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    lines = text.splitlines()
    return [(one.code, lines[one.place.line - 1].strip()) for one in read_text(text).diagnostics]


def test_the_stories_of_the_example_go_as_told() -> None:
    """Everyone heard, silence, and a no: each with both outcomes."""
    folder = read_folder(EXAMPLE)
    assert () == folder.diagnostics
    found = folder.workflow
    assert found is not None
    player = Player(found, folder.scenarios, folder.registers,
                    workflow_with=lambda one: set_for(found, one))  # fmt: skip
    played = {one.scenario.name: one.passed for one in player.play_all()}
    assert dict.fromkeys(played, True) == played
    assert len(played) >= 4


def test_what_stands_at_before_is_a_need_of_the_step() -> None:
    """The step asks for it as if it stood in `needs`, and only once when it does stand there."""
    made = read()
    step = made.step("move.adopt")
    assert step is not None
    names = ("council_advice", "neighbours_heard", "notice_to_neighbours")
    leaves = [SayLeaf(made.says[f"move.{name}"]) for name in names]
    followed = Need(Ask(attrs.evolve(leaves[0], asks="followed")), "explain")
    first, *others = [Need(Ask(leaf), "block") for leaf in leaves]
    assert (first, followed, *others) == step.needs
    moving = made.step("move.move_in")
    assert moving is not None
    assert Need(Ask(attrs.evolve(leaves[0], asks="waited")), "block") in moving.needs
    twice = read(('from = "asked"\nto = "adopted"',
                  'from = "asked"\nto = "adopted"\nneeds = ["council_advice"]'))  # fmt: skip
    again = twice.step("move.adopt")
    assert again is not None
    assert set(step.needs) == set(again.needs)
    assert len(step.needs) == len(again.needs)


@pytest.mark.parametrize(
    ("instead", "word", "more"),
    [
        ('"court_ruling"', "document", ""),
        ('"allowed"', "silent",
         '[silent.allowed]\nby = "mover"\nlooked_in = "De wet"\nnl = "Mag dit?"\n'),
        ('{ open = "fits", is = "ja" }', "open",
         '[open.fits]\nnl = "Past het?"\nby = "mover"\nanswers = ["ja", "nee"]\n'),
    ],
)
def test_what_replaces_a_yes_is_a_name_or_a_condition(instead: str, word: str, more: str) -> None:
    """A document, a permission that was looked for in vain, or an answer by a person."""
    text = more.replace('"mover"', '"provider"') + "[lifecycle.move.step.draft]"
    made = read(('instead = "court_ruling"', f"instead = {instead}"),
                ("[lifecycle.move.step.draft]", text))  # fmt: skip
    step = made.step("move.move_in")
    assert step is not None
    say = made.says["move.permission"]
    (need,) = [one for one in step.needs if isinstance(one.part, Some)]
    assert isinstance(need.part, Some)
    first, second = need.part.parts
    assert Ask(SayLeaf(say)) == first
    assert say.instead == second
    assert isinstance(second, Ask)
    assert word == second.leaf.word


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('by = "client_council"', 'by = "raad"', ("SW103", 'by = "raad"')),
        ('right = "advise"', 'right = "advice"', ("SW106", 'right = "advice"')),
        ('before = "move_in"', 'before = "moving"', ("SW103", 'before = "moving"')),
        ('opens_at = "adopt"', 'opens_at = "adpot"', ("SW103", 'opens_at = "adpot"')),
        ('notice = "2 weeks"', 'notice = "soon"', ("SW103", 'notice = "soon"')),
        ('if_silent = "against"', 'if_silent = "goes_on"', ("SW230", 'if_silent = "goes_on"')),
        ('before = "move_in"\n', "", ("SW207", "[lifecycle.move.say.permission]")),
        ('before = "move_in"', 'before = "draft"', ("SW230", 'before = "draft"')),
        ('first = "talk"', 'first = "chat"', ("SW103", 'first = "chat"')),
        ('holds_up = "move_in"', 'holds_up = "go"', ("SW103", 'holds_up = "go"')),
        ('after = "adopt"\n', "", ("SW108", "[lifecycle.move.say.council_advice.if_against]")),
        ('reasons = true', "reason = true", ("SW101", "reason = true")),
        ('instead = "court_ruling"', 'instead = "court"', ("SW103", 'instead = "court"')),
        ('instead = "court_ruling"', "instead = 3", ("SW102", "instead = 3")),
        ('instead = "court_ruling"', 'first = "adopt"', ("SW230", 'first = "adopt"')),
        ('instead = "court_ruling"', "reasons = true", ("SW230", "reasons = true")),
        ('instead = "court_ruling"', 'instead = "permission"', ("SW110", 'instead = "permission"')),
        ('first = "talk"', 'instead = "neighbours_heard"',
         ("SW230", 'instead = "neighbours_heard"')),
        ('right = "advise"', 'right = "be_told"',
         ("SW230", "[lifecycle.move.say.council_advice.if_against]")),
    ],
)
def test_a_fault_is_told_where_it_stands(old: str, new: str, fault: tuple[str, str]) -> None:
    """Unknown names and words, silence as consent, and what comes before the case is there."""
    assert fault in faults((old, new))


def asked(**told: object) -> Story:
    """A change that the chair adopts, with a say of the members asked for by a step."""
    say = Say(**{"name": "views", "by": (MEMBER,), "right": "advise", "lifecycle": "change",
                 "opens_at": "ask", **told})  # type: ignore[arg-type]  # fmt: skip
    needed = [Need(Ask(SayLeaf(say)), "block")]
    needed += [Need(Ask(SayLeaf(say, asks="followed")), "explain")] if say.reasons else []
    adopt = step("adopt", ("busy",), to="done", by=CHAIR, needs=tuple(needed))
    asking, talking = step("ask", ("busy",)), step("talk", ("busy",))
    made = workflow(lifecycle("change", step("open", to="busy"), asking, talking, adopt))
    made = attrs.evolve(made, says={"change.views": say})
    return Story(made).done("a", "open")


def said(story: Story, position: str, by: str, reasons: str | None = None) -> Outcome:
    """What comes of a position in the say."""
    return story.say("a", "views", position, by=by, reasons=reasons)


def headline(outcome: Outcome) -> str:
    """The id of the first sentence of an answer."""
    assert outcome.headline is not None
    return outcome.headline.id


def test_nobody_speaks_before_being_asked() -> None:
    """What is said too early is refused with the step that asks, and who can do it."""
    told = said(asked(), "for", "oost")
    assert (Verdict.NOT_YET, "say.not_asked") == (told.verdict, headline(told))
    assert {"noord", "oost", "zuid"} == set(told.can)


def test_each_right_has_its_own_words() -> None:
    """To be told has none, to ask only a question, and against needs reasons."""
    asking = asked(right="ask").done("a", "ask")
    assert (Verdict.NOT_YET, "say.word") == (
        said(asking, "for", "oost").verdict, headline(said(asking, "for", "oost"))
    )  # fmt: skip
    assert said(asking, "ask", "oost").allowed
    telling = asked(right="be_told").done("a", "ask")
    assert Verdict.NEVER is said(telling, "for", "oost").verdict
    advising = asked().done("a", "ask")
    assert "say.reasons" == headline(said(advising, "against", "oost"))
    assert said(advising, "against", "oost", "Too soon").allowed


def test_questions_end_when_the_time_to_ask_is_over() -> None:
    """On the last day they can still be asked, the day after not any more."""
    story = asked(right="ask", answer_within=Term(1, "week")).done("a", "ask")
    story.on(date(2027, 2, 8))
    assert said(story, "ask", "oost").allowed
    story.on(date(2027, 2, 9))
    assert (Verdict.NEVER, "over") == (
        (told := said(story, "ask", "zuid")).verdict, told.ground
    )  # fmt: skip


def test_those_who_did_not_speak_are_waited_for_by_name() -> None:
    """Needs and blockers name each who has not spoken yet, and nobody else."""
    story = asked().done("a", "ask")
    said(story, "for", "oost")
    goal = story.command(Do, case="a", step="change.adopt", actor=None)
    told = needs(story.compiled, story.known, goal)
    acts = [(one.act, one.who) for one in told.acts if one.act and one.act.id == "act.say.advise"]
    assert [("noord", "zuid")] == [who for _, who in acts]
    assert ("noord", "zuid") == blockers(story.compiled, story.known, goal)


def test_days_to_answer_by_are_listed_until_everyone_spoke() -> None:
    """With who can still answer; once past they stand there as overdue."""
    story = asked(answer_within=Term(1, "week")).done("a", "ask")
    said(story, "for", "noord")
    said(story, "abstain", "zuid")
    (one,) = due(story.compiled, story.known, story.command(Settle))
    assert (Message("due.say", one.what.params), date(2027, 2, 8), ("oost",), False) == (
        one.what, one.day, one.who, one.overdue
    )  # fmt: skip
    story.on(date(2027, 2, 9))
    (late,) = due(story.compiled, story.known, story.command(Settle))
    assert late.overdue
    said(story, "for", "oost")
    assert () == due(story.compiled, story.known, story.command(Settle))


def test_what_an_adviser_should_say_is_not_advised() -> None:
    """Needs asks for advice without saying which, and what was said is left as it is."""
    story = asked(first="ask").done("a", "ask")
    goal = story.command(Do, case="a", step="change.adopt", actor=None)
    told = needs(story.compiled, story.known, goal)
    asks = [one.act for one in told.acts if one.act is not None and one.act.id != "act.do"]
    assert ["act.say.advise"] == [one.id for one in asks]
    assert {"case", "say"} == set(asks[0].params)


@pytest.mark.parametrize(("met", "verdict"), [(False, "not_yet"), (True, "allowed")])
def test_a_say_that_nobody_has_is_open_unless_the_text_says_it_is_met(
    met: bool, verdict: str
) -> None:
    """Where nobody has the right it depends on the text; what is needed says the same."""
    nobody = Who("sort", "neighbour")
    story = asked(by=(nobody,), met_when_empty=met).done("a", "ask")
    told = story.do("a", "adopt")
    assert verdict == told.verdict.value
    assert ["say.nobody"] == [one.message.id for one in told.findings]


def test_what_a_text_says_of_a_say_that_nobody_has_is_read() -> None:
    """Only the word met is understood; without it a say that nobody has stays open."""
    written = read(('before = "move_in"', 'before = "move_in"\nwhen_empty = "met"'))
    assert (True, False) == (
        written.says["move.permission"].met_when_empty,
        read().says["move.permission"].met_when_empty,
    )


def test_after_a_no_the_talk_is_asked_and_not_another_advice() -> None:
    """A talk held before the last no does not count; after it the step can be done."""
    story = asked(first="talk", by=(CHAIR,)).done("a", "ask")
    story.done("a", "talk")
    said(story, "against", "noord", "Too soon")
    goal = story.command(Do, case="a", step="change.adopt", actor=None)
    told = needs(story.compiled, story.known, goal)
    steps = [one.act.params["step"] for one in told.acts if one.act is not None]
    assert [Name("step", "change.talk"), Name("step", "change.adopt")] == steps
    assert Verdict.NOT_YET is story.do("a", "adopt").verdict
    story.done("a", "talk").done("a", "adopt")


def test_who_departs_from_an_advice_is_asked_to_explain() -> None:
    """Going on against it needs an explanation; going along with it needs none."""
    for position, verdict in (("against", "allowed_with_explanation"), ("for", "allowed")):
        story = asked(reasons=True, by=(CHAIR,)).done("a", "ask")
        said(story, position, "noord", "Too soon")
        goal = story.command(Do, case="a", step="change.adopt", actor=None)
        told = needs(story.compiled, story.known, goal)
        ids = [one.act.id for one in told.acts if one.act is not None]
        assert (["act.explain"] if position == "against" else []) == [
            one for one in ids if one != "act.do"
        ]  # fmt: skip
        plain = story.do("a", "adopt")
        assert verdict == plain.verdict.value
        assert (position == "for") == plain.carried_out
        if position == "against":
            assert story.do("a", "adopt", explanation="It is safe").carried_out


DUE = 'due = "4 weeks"\nwhile_in = "adopted"'


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ('must = "report"', 'must = "raport"', ("SW103", 'must = "raport"')),
        ('due = "4 weeks"', 'due = "soon"', ("SW103", 'due = "soon"')),
        ('while_in = "adopted"', 'while_in = "done"', ("SW103", 'while_in = "done"')),
        (DUE, f'{DUE}\neach = true', ("SW231", "each = true")),
        ('must = "report"', 'must = "talk"', ("SW231", 'while_in = "adopted"')),
        (DUE, f'{DUE}\nonly_if = ["report_to_council"]',
         ("SW110", 'only_if = ["report_to_council"]')),
    ],
)  # fmt: skip
def test_a_fault_in_a_duty_is_told_where_it_stands(
    old: str, new: str, fault: tuple[str, str]
) -> None:
    """Unknown names, what cannot be done where it must, and a duty that rests on itself."""
    assert fault in faults((old, new))


def owing(**told: object) -> Story:
    """A change in which the chair must hand in a note within four weeks of its opening."""
    duty = Duty(**{"name": "note_in_time", "lifecycle": "change", "by": (CHAIR,),
                   "kind": "document", "must": "note", "due": Term(4, "week"),
                   **told})  # type: ignore[arg-type]  # fmt: skip
    adopt = step("adopt", ("busy",), to="done", needs=(Need(Ask(DutyLeaf(duty)), "block"),))
    made = workflow(lifecycle("change", step("open", to="busy"), adopt))
    return Story(attrs.evolve(made, duties={"change.note_in_time": duty})).done("a", "open")


def days(story: Story) -> list[tuple[date, tuple[str, ...], bool]]:
    """The last days that are listed, with who is asked, and whether they have passed."""
    found = due(story.compiled, story.known, story.command(Settle))
    return [(one.day, one.who, one.overdue) for one in found]


def test_a_duty_is_open_until_its_last_day_and_then_not_met() -> None:
    """Not known before it, not met once it passed; done in time it is met for good."""
    for day, truth in ((date(2027, 3, 1), 1), (date(2027, 3, 2), 0)):
        story = owing().on(day)
        assert [truth] == [one.truth for one in story.do("a", "adopt").findings]
        assert [(date(2027, 3, 1), ("noord",), truth == 0)] == days(story)
    story = owing().on(date(2027, 3, 1))
    story.hand_in("a", "note")
    assert [] == days(story)
    assert story.on(date(2027, 6, 1)).do("a", "adopt").carried_out


def test_what_was_done_too_late_is_said_and_cannot_be_advised_away() -> None:
    """The day it was done stands against the last day; nobody is told to do it again."""
    story = owing().on(date(2027, 3, 2))
    story.hand_in("a", "note")
    (finding,) = story.do("a", "adopt").findings
    assert "duty.late" == finding.message.id
    goal = story.command(Do, case="a", step="change.adopt", actor=None)
    assert "unadvised" == needs(story.compiled, story.known, goal).kind


def test_a_duty_is_on_the_list_of_who_has_it_and_of_nobody_else() -> None:
    """With the act and the last day, until it is done."""
    story = owing()
    mine = [one for one in todo(story.compiled, story.known, "noord", story.command(Settle))
            if one.step == ""]  # fmt: skip
    assert [("a", "act.hand_in", date(2027, 3, 1))] == [
        (one.case, one.obligation.act.id, one.obligation.due)
        for one in mine if one.obligation.act is not None
    ]  # fmt: skip
    others = todo(story.compiled, story.known, "oost", story.command(Settle))
    assert [] == [one for one in others if one.step == ""]


def test_each_has_a_duty_of_its_own() -> None:
    """The list names those who did not do it yet; one who is late makes it not met."""
    duty = {"each": True, "by": (MEMBER,), "kind": "step", "must": "ask"}
    story = owing(**duty)
    made = story.workflow
    asking = step("ask", ("busy",))
    change = made.lifecycles["change"]
    steps = {**change.steps, "ask": asking}
    story = Story(
        attrs.evolve(made, lifecycles={"change": attrs.evolve(change, steps=steps)})
    ).done("a", "open")
    story.done("a", "ask", by="oost")
    assert [(date(2027, 3, 1), ("noord", "zuid"), False)] == days(story)


def listed(story: Story, party: str) -> list[tuple[str, str, date | None, bool]]:
    """A worklist in few words: step, act, last day, and whether it is ready."""
    found = todo(story.compiled, story.known, party, story.command(Settle))
    return [
        (one.step, one.obligation.act.id, one.obligation.due, one.ready)
        for one in found if one.obligation.act is not None
    ]  # fmt: skip


def test_a_duty_to_do_a_step_is_on_the_list_with_its_day() -> None:
    """With the step where it can be done now, else with what waits for it, until it is done."""
    last = date(2027, 3, 1)
    waits = ("change.adopt", "act.do", last, False)
    for sources, expected in (
        (("busy",), [("change.ask", "act.do", last, True), waits]),
        (("done",), [waits]),
    ):
        made = owing(kind="step", must="ask", by=(MEMBER,), each=True).workflow
        change = made.lifecycles["change"]
        steps = {**change.steps, "ask": step("ask", sources)}
        made = attrs.evolve(made, lifecycles={"change": attrs.evolve(change, steps=steps)})
        story = Story(made).done("a", "open")
        assert expected == [one for one in listed(story, "oost") if one[2] is not None]
        if "busy" in sources:
            story.done("a", "ask", by="oost")
            assert [] == [one for one in listed(story, "oost") if one[2] is not None]


def test_a_question_is_on_the_list_of_who_has_not_answered_it() -> None:
    """Also where silence will do: with its last day, and only as long as it is open."""
    last = date(2027, 2, 15)
    for told, expected in (
        ({"right": "advise"}, ("change.adopt", "act.say.advise", last, False)),
        ({"right": "be_heard", "if_silent": "goes_on"}, ("", "act.say.be_heard", last, True)),
    ):
        story = asked(answer_within=Term(2, "week"), **told)
        if told["right"] == "be_heard":  # no step waits for it
            made = story.workflow
            change = made.lifecycles["change"]
            adopt = step("adopt", ("busy",), to="done", by=CHAIR)
            steps = {**change.steps, "adopt": adopt}
            lifecycles = {"change": attrs.evolve(change, steps=steps)}
            story = Story(attrs.evolve(made, lifecycles=lifecycles)).done("a", "open")
        assert [] == [one for one in listed(story, "oost") if one[2] is not None]
        story.done("a", "ask")
        assert [expected] == [one for one in listed(story, "oost") if one[2] is not None]
        assert said(story, "for", "oost").carried_out
        assert [] == [one for one in listed(story, "oost") if one[2] is not None]
        story.on(date(2027, 2, 16))
        assert [] == [one for one in listed(story, "zuid") if one[2] is not None]


def test_a_duty_that_does_not_hold_is_no_task() -> None:
    """In another state, or when what it hangs on is not so, nothing is listed."""
    assert [] == days(owing(while_in=("done",)))
    paper = Ask(DocumentLeaf("paper", "paper"))
    story = owing(only_if=(paper,))
    assert [] == days(story)
    story.hand_in("a", "paper")
    assert 1 == len(days(story))
