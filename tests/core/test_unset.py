"""A parameter that nobody has set: not known, and said so with who may set it."""

import pytest
from tests.small import Story, ask, lifecycle, need, rule, step, workflow

from samenwerk.core.leaves.fact import Fact as FactLeaf
from samenwerk.core.obligations import needs
from samenwerk.language.catalogue import Speaker
from samenwerk.values.command import Do
from samenwerk.values.declared import Parameter
from samenwerk.values.finding import NO, UNKNOWN
from samenwerk.values.message import Name
from samenwerk.values.operand import Constant, FactOf, Unset
from samenwerk.values.tree import Ask, Some

LIMIT = Parameter(name="limit", labels={"en": "the limit", "nl": "de grens"})
N = FactOf("n", "whole_number")


def story(*more: tuple[str, Constant], limit: Parameter = LIMIT) -> Story:
    """A change that may be adopted when a number stays below a limit."""
    low = rule("low", Ask(FactLeaf(N, (("at_most", Unset("limit")), *more))))
    change = lifecycle("change", step("open", to="draft"),
                       step("adopt", ("draft",), "done", needs=(need(low),)))  # fmt: skip
    made = workflow(change, rules={"low": low}, parameters={"limit": limit})
    return Story(made).done("c", "open")


def said(story: Story, lang: str = "en") -> tuple[int, str]:
    """The truth of the condition, and what it says."""
    (finding,) = story.do("c", "adopt").findings[0].children
    return finding.truth, Speaker(lang, story.workflow).say(finding.message)


@pytest.mark.parametrize(
    ("settled", "lang", "who"),
    [
        ({}, "en", "whoever adopts this workflow"),
        ({}, "nl", "wie deze werkwijze vaststelt"),
        ({"settled_by": Name("role", "chair")}, "en", "chair"),
        ({"settled_text": {"nl": "de minister"}}, "nl", "de minister"),
    ],
)
def test_who_may_set_it_is_said(settled: dict[str, object], lang: str, who: str) -> None:
    """Somebody by name, in words, or whoever writes the workflow."""
    limit = Parameter(name="limit", labels=LIMIT.labels, **settled)  # type: ignore[arg-type]
    truth, told = said(story(limit=limit).recorded("c", "n", 3), lang)

    assert UNKNOWN == truth
    assert told == {
        "en": f"n must be at most the limit, but nobody has set the limit yet; {who} may",
        "nl": f"n moet hoogstens de grens zijn, maar de grens heeft nog niemand bepaald; dat kan "
        f"{who}",
    }[lang]


def test_what_fails_for_another_reason_is_no() -> None:
    """Whatever the limit will be."""
    high = story(("less_than", Constant(2))).recorded("c", "n", 3)
    assert (NO, "n: 3, but must be at most the limit and less than 2") == said(high)


def test_no_act_is_advised_for_it() -> None:
    """Nothing that somebody can record settles it; another way is still told."""
    waiting = story().recorded("c", "n", 3)
    goal = waiting.command(Do, case="c", step="change.adopt", actor="noord")
    assert "unadvised" == needs(waiting.compiled, waiting.known, goal).kind

    either = rule("low", Some((Ask(FactLeaf(N, (("at_most", Unset("limit")),))), ask("note"))))
    change = lifecycle("change", step("open", to="draft"),
                       step("adopt", ("draft",), "done", needs=(need(either),)))  # fmt: skip
    other = Story(workflow(change, rules={"low": either})).done("c", "open")
    goal = other.command(Do, case="c", step="change.adopt", actor="noord")
    acts = [one.act.id for one in needs(other.compiled, other.known, goal).acts if one.act]
    assert ["act.hand_in", "act.do"] == acts
