"""What a change in a decision of a plugin comes to in votes: the method is asked, or it is said why
not."""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from tests.hooks.zoo import plugin

from samenwerk import Answer, Message, Parameter, Party, PluginError, PluginMethod, Plugins, Vote
from samenwerk.core.coalitions_asked import Comes
from samenwerk.language.catalogue import Speaker
from samenwerk.proof.asked import Limits
from samenwerk.testing import building
from samenwerk.upgrade.asked_votes import Method, asked_votes
from samenwerk.upgrade.comparing import compare
from samenwerk.upgrade.difference import Report, Side
from samenwerk.upgrade.written import as_text, paper
from samenwerk.values.declared import Decision
from samenwerk.values.register import Register, Span
from samenwerk.values.vote import as_if

DAY = date(2027, 2, 1)


def ahead(vote: Vote) -> Answer:
    """Yes with a lead that nobody can undo any more."""
    lead = len(vote.of("for")) - len(vote.of("against")) - len(vote.of("open"))
    return Answer(2 if lead >= vote.parameters["least"] else 0, Message("small.ahead"))


LEAST = Parameter("least", "whole_number", 1)
PLUGINS = Plugins.of(small=plugin("1", methods=[PluginMethod("ahead", {}, ahead, (LEAST,))]))


def asked(decision: Decision, vote: Vote) -> Comes | None:
    """The method, as it is found where it is installed."""
    known = attrs.evolve(vote, parameters=MappingProxyType({"least": 1, **dict(decision.given)}))

    def comes(sides: Mapping[str, str], closed: bool) -> int:
        return ahead(as_if(known, sides, closed=closed)).truth

    return comes


def broken(decision: Decision, vote: Vote) -> Comes | None:
    """A method that goes wrong."""

    def comes(sides: Mapping[str, str], closed: bool) -> int:
        raise PluginError("no")

    return comes


def side(least: int, count: int = 0, **keys: Any) -> Side:
    """A text in which a lead of so many decides, with so many parties or no register."""
    told = {"by": "member", "method": "small.ahead", "with_": {"least": least}, **keys}
    workflow = (
        building("small", "small>=1")
        .named("sort.insurer")
        .lifecycle("talk", "open", "held")
        .named("lifecycle.talk.decision.board", **told)
        .step("hold", "open", "held", needs=[{"decision": "board"}])
        .read(PLUGINS)
    )
    parties = tuple(Party(f"p{one}", "provider", span=Span()) for one in range(count))
    return Side("x.toml", workflow, None, Register(parties) if parties else None)


def told(old: Side, new: Side, method: Method = asked) -> Report:
    """What comparing finds."""
    return compare(old, new, DAY, Limits(members=3, cases=1), method=method)


def said(found: Report, lang: str = "en") -> str:
    """The page on one line."""
    return " ".join(as_text(paper(found, Speaker(lang))).split())


def test_a_method_is_asked_about_every_group() -> None:
    """For made-up sizes where no register tells who votes."""
    found = said(told(side(1), side(2)))
    words = "With 3 parties: enough to decide when all others are against: 3 parties, was 2 parties"
    assert words in found


def test_by_a_register_it_is_asked_of_who_takes_part() -> None:
    """Four parties: a lead of one takes three of them, a lead of three all."""
    found = [one for one in told(side(1, 4), side(3, 4)).differences if one.votes]
    (votes,) = found[0].votes
    assert votes.old is not None
    assert votes.new is not None
    assert (3, 4, False) == (len(votes.old.deciding), len(votes.new.deciding), votes.made_up)


def test_where_nothing_differs_nothing_is_told() -> None:
    """A lead of one and of two takes the same among four."""
    found = told(side(1, 4), side(2, 4)).differences
    assert [()] == [one.votes for one in found if one.family == "decision"]


@pytest.mark.parametrize(
    ("sides", "method", "why"),
    [
        ((side(1), side(2)), lambda decision, vote: None, "plugin"),
        ((side(1), side(2)), broken, "plugin"),
        ((side(1, 10), side(2, 10)), asked, "many"),
        ((side(1, veto="insurer"), side(2, veto="insurer")), asked, "register"),
    ],
    ids=["absent", "broken", "many", "register"],
)
def test_what_cannot_be_known_is_said(
    sides: tuple[Side, Side], method: Method, why: str
) -> None:
    """Once, in both languages."""
    found = told(*sides, method)
    assert [why] == [votes.why for one in found.differences for votes in one.votes]
    for lang, words in (("nl", "Wat dit in stemmen uitmaakt"), ("en", "What this comes to in")):
        assert 1 == said(found, lang).count(words)


def test_a_method_that_looks_at_the_case_cannot_be_asked_outside_it() -> None:
    """Its answer rests on what is recorded there."""
    one = side(1).workflow.decisions["talk.board"]
    other = attrs.evolve(one, looks_at=("amount",))
    assert ["case"] == [votes.why for votes in asked_votes(one, other, None, DAY, asked)]
