"""Rules in time: which version holds, how that is said, and what is advised."""

from datetime import date
from typing import Any

import attrs
import pytest
from tests.small import START, Story, ask, lifecycle, need, rule, step, workflow

from samenwerk.core.leaves.fact import Fact as FactLeaf
from samenwerk.core.obligations import needs
from samenwerk.core.tree import compile_tree
from samenwerk.core.view import View
from samenwerk.language.catalogue import Speaker
from samenwerk.values.command import Do
from samenwerk.values.finding import NO
from samenwerk.values.operand import Constant, DayOfStep, FactOf, Operand, Today
from samenwerk.values.outcome import Verdict
from samenwerk.values.tree import Ask, Version, Versions

LATER = date(2027, 3, 1)


def versions(day: Operand) -> Versions:
    """A note from the start on, a paper as well from March on."""
    until = Ask(FactLeaf(day, (("at_earliest", Constant(START)), ("before", Constant(LATER)))))
    from_then = Ask(FactLeaf(day, (("at_earliest", Constant(LATER)),)))
    return Versions("ready", day, (
        Version(name="old", starts=START, when=until, part=ask("note"), source="Artikel 1"),
        Version(name="new", starts=LATER, when=from_then, part=ask("paper"),
                labels={"en": "the new rule"}),
    ))  # fmt: skip


def story(day: Operand, part: Versions | None = None) -> Story:
    """A change whose last step needs what the version asks."""
    ready = rule("ready", part or versions(day))
    change = lifecycle(
        "change", step("open", to="draft"), step("put", ("draft",), "asked"),
        step("adopt", ("draft", "asked"), "done", needs=(need(ready),)),
    )  # fmt: skip
    return Story(workflow(change, rules={"ready": ready})).done("c", "open")


def said(story: Story, lang: str = "en") -> list[str]:
    """What the rule and what is beneath it say of the last step."""
    outcome = story.do("c", "adopt")
    speaker = Speaker(lang, story.workflow)

    def told(findings: Any) -> list[str]:
        return [line for one in findings
                for line in (speaker.say(one.message), *told(one.children))]  # fmt: skip

    return told(outcome.findings)[1:]


def test_the_day_of_a_step_chooses_the_version() -> None:
    """What was put forward before March is judged by the old version, also afterwards."""
    old = story(DayOfStep("put")).done("c", "put").on(date(2027, 4, 1))
    new = story(DayOfStep("put")).on(date(2027, 4, 1)).done("c", "put")

    assert [
        "old (from 1 February 2027 on) holds here, because the day of put is 1 February 2027",
        "note has not been handed in yet",
    ] == said(old)
    assert [
        "the new rule (from 1 March 2027 on) holds here, because the day of put is 1 April 2027",
        "paper has not been handed in yet",
    ] == said(new)
    old.hand_in("c", "note")
    new.hand_in("c", "note")
    assert Verdict.ALLOWED is old.do("c", "adopt").verdict
    assert Verdict.NOT_YET is new.do("c", "adopt").verdict


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "old (from the beginning) holds here, because the day of put is 1 February 2027"),
        ("nl", "hier geldt old (vanaf het begin), want de dag van put is 1 februari 2027"),
    ],
)
def test_a_version_without_a_day_holds_from_the_beginning(lang: str, expected: str) -> None:
    """Nobody need make up a day long ago."""
    day = DayOfStep("put")
    old, new = versions(day).versions
    until = Ask(FactLeaf(day, (("before", Constant(LATER)),)))
    first = attrs.evolve(old, starts=None, when=until)
    begun = story(day, Versions("ready", day, (first, new))).done("c", "put")
    assert [expected, "note has not been handed in yet" if lang == "en" else
            "note is nog niet ingediend"] == said(begun, lang)  # fmt: skip


def test_the_source_of_the_version_is_cited() -> None:
    """Beside that of the rule itself."""
    outcome = story(DayOfStep("put")).done("c", "put").do("c", "adopt")
    assert "Artikel 1" == outcome.findings[0].children[0].source


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "no version is met, whichever holds; that follows from the day of put, which is "
               "not known yet"),
        ("nl", "aan geen enkele versie is voldaan; welke geldt, volgt uit de dag van put, en dat "
               "is nog niet bekend"),
    ],
)  # fmt: skip
def test_without_the_day_nobody_knows_which_version_holds(lang: str, expected: str) -> None:
    """With a note it may still go either way."""
    waiting = story(DayOfStep("put"))
    assert [expected] == said(waiting, lang)
    waiting.hand_in("c", "note")
    assert ["which version holds cannot be said yet: the day of put is not known"] == said(waiting)


def test_before_the_first_version_nothing_is_met() -> None:
    """And that is said, with the day on which the first one begins."""
    early = story(FactOf("day", "date"))
    tree = compile_tree(versions(Constant(date(2026, 1, 1))))
    found = tree.finding(View(early.known, early.known.cases["c"], START))
    assert NO == found.truth
    assert (
        "1 January 2026 is 1 January 2026, and nothing held for this then: the first version "
        "begins on 1 February 2027"
    ) == Speaker("en").say(found.message)


def needed(story: Story) -> list[tuple[str, str]]:
    """The acts that are asked, in order, with what they are about."""
    goal = Do(id="g", actor=None, day=story.day, moment=story.command(Do, case="c",
              step="change.adopt").moment, case="c", step="change.adopt")  # fmt: skip
    found = needs(story.compiled, story.known, goal)
    acts = [one.act for one in found.acts if one.act is not None]
    return [(one.id, str(getattr(one.params.get("document", one.params.get("step")), "name", "")))
            for one in acts]  # fmt: skip


def test_only_the_version_that_holds_is_advised() -> None:
    """Nobody is told to do the deciding step again for the sake of a milder rule."""
    new = story(DayOfStep("put")).on(date(2027, 4, 1)).done("c", "put")
    assert [("act.hand_in", "paper"), ("act.do", "change.adopt")] == needed(new)


def test_the_deciding_step_that_is_still_to_come_is_advised_with_it() -> None:
    """What holds when it is done now is asked with it."""
    assert [
        ("act.do", "change.put"), ("act.hand_in", "note"), ("act.do", "change.adopt"),
    ] == needed(story(DayOfStep("put")))  # fmt: skip


def test_today_may_choose() -> None:
    """Then the rule changes under the feet of what is open."""
    open_case = story(Today())
    open_case.hand_in("c", "note")
    assert Verdict.NOT_YET is open_case.on(LATER).do("c", "adopt").verdict
