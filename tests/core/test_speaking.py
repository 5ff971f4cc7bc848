"""Who may act for whom: mandates with days and subjects, tables with representatives, fences."""

from datetime import timedelta
from typing import Any

import pytest
from tests.small import MEMBER, START, Story, lifecycle, step, workflow

from samenwerk.values.declared import Decision
from samenwerk.values.outcome import Verdict
from samenwerk.values.register import Giving, Holding, Seat, Span
from samenwerk.values.who import Mandate, Role, Subject, Table, Who

OPEN = step("open", to="busy")
ADOPT = step("adopt", ("busy",), to="done", act="decide", on=("change",))
SUBJECTS = {
    "all": Subject(name="all"),
    "change": Subject(name="change", part_of="all"),
    "other": Subject(name="other"),
}


def story(given: Giving | None = None, *, mandate: Any = None, **told: Any) -> Story:
    """A change to decide on; `given` is a mandate that somebody gave."""
    own = mandate or Mandate(name="voice", may=("decide",), on=("all",))
    made = workflow(
        lifecycle("change", OPEN, ADOPT, subject=("change",)),
        decision=Decision(name="carry", by=(MEMBER,), method="majority", on=("change",)),
        mandates={"voice": own}, subjects=SUBJECTS, **told,
    )  # fmt: skip
    return Story(made, gives=() if given is None else (given,)).done("a", "open")


def voice(**told: Any) -> Giving:
    """Noord lets oost speak for it."""
    return Giving(**{"mandate": "voice", "who": ("noord",), "to": "oost", **told})


def test_a_mandate_lets_one_speak_for_another() -> None:
    """Who holds a live mandate acts for the giver, and the record says by which mandate."""
    told = story(voice())
    outcome = told.do("a", "adopt", by="oost", on_behalf_of="noord")
    event = outcome.events[0]
    assert ("oost", "noord", "voice") == (event.actor, event.on_behalf_of, event.mandate)


def test_a_position_for_another_stands_under_the_other() -> None:
    """A position given by mandate is the giver's own, and tells who gave it."""
    told = story(voice())
    told.say("a", "carry", "for", by="oost", on_behalf_of="noord")
    entry = told.known.cases["a"].entry("positions", "carry", "noord")
    assert ("for", "oost") == (entry.value, entry.by)


def test_without_a_mandate_nobody_speaks_for_another() -> None:
    """The refusal is not about the act but about who acts, and names who can."""
    outcome = story().do("a", "adopt", by="oost", on_behalf_of="noord")
    assert Verdict.NOT_YOU is outcome.verdict
    assert "speaks.none" == outcome.headline.params["what"].id
    assert ("noord",) == outcome.can


@pytest.mark.parametrize(
    ("days", "id"), [(-1, "speaks.not_begun"), (0, None), (5, None), (6, "speaks.ended")]
)
def test_a_mandate_counts_on_its_days(days: int, id: str | None) -> None:
    """A mandate counts on the day of the act: not before its first day, not after its last."""
    span = Span(START + timedelta(days=10), START + timedelta(days=15))
    told = story(voice(span=span)).on(START + timedelta(days=10 + days))
    outcome = told.do("a", "adopt", by="oost", on_behalf_of="noord")
    assert (id is None) == outcome.carried_out
    if id is not None:
        assert (Verdict.NOT_YOU, id) == (outcome.verdict, outcome.headline.params["what"].id)
        assert "noord" in outcome.can


def test_an_ended_mandate_still_counts_for_an_act_dated_back() -> None:
    """Mandates are looked at on the effective date of the act, not on the day we hear of it."""
    told = story(voice(span=Span(START, START + timedelta(days=5))))
    told.on(START + timedelta(days=9))
    day = START + timedelta(days=5)
    assert told.do("a", "adopt", by="oost", on_behalf_of="noord", day=day).carried_out


@pytest.mark.parametrize(
    ("mandate", "given"),
    [
        (Mandate(name="voice", may=("speak",)), voice()),
        (Mandate(name="voice", may=("decide",), on=("other",)), voice()),
        (Mandate(name="voice", may=("decide",)), voice(subjects=("other",))),
    ],
)
def test_a_mandate_covers_its_acts_and_subjects(mandate: Any, given: Giving) -> None:
    """A mandate for other acts or other subjects does not cover this one, and is named."""
    outcome = story(given, mandate=mandate).do("a", "adopt", by="oost", on_behalf_of="noord")
    assert (Verdict.NOT_YOU, "speaks.other") == (
        outcome.verdict, outcome.headline.params["what"].id)  # fmt: skip


def test_a_mandate_on_the_whole_covers_its_parts() -> None:
    """What was given for a subject holds for everything that is part of it."""
    told = story(voice(subjects=("all",)), mandate=Mandate(name="voice", may=("decide",)))
    assert told.do("a", "adopt", by="oost", on_behalf_of="noord").carried_out


def test_a_representative_speaks_for_a_table() -> None:
    """A table that decides is spoken for by who holds the role of its representatives."""
    table = Table(name="small_table", representatives="envoy", speaks_at="table")
    home = Table(name="table", speakers=("small_table",))
    doer = Who("table", "table", table=home)
    told = Story(
        workflow(
            lifecycle("change", OPEN),
            decision=Decision(name="carry", by=(doer,), method="majority"),
            tables={"table": home, "small_table": table},
            roles={"chair": Role(name="chair"), "envoy": Role(name="envoy")},
        ),
        holds=(Holding("chair", "noord"), Holding("envoy", "zuid")),
        sits=(Seat("table", "noord"),),
    ).done("a", "open")
    refused = told.say("a", "carry", "for", by="oost", on_behalf_of="small_table")
    assert (Verdict.NOT_YOU, ("zuid",)) == (refused.verdict, refused.can)
    outcome = told.say("a", "carry", "for", by="zuid", on_behalf_of="small_table")
    event = outcome.events[0]
    assert ("zuid", "small_table", "role envoy") == (event.actor, event.on_behalf_of, event.mandate)
    assert told.known.cases["a"].entry("positions", "carry", "small_table") is not None


@pytest.mark.parametrize(
    "fence", [{"never": ("decide", "vote", "agree")}, {"may": ("speak", "advise")}]
)
def test_a_role_fences_its_holder_off(fence: Any) -> None:
    """Who holds a role that never decides may not, for itself or for another; others still may."""
    roles = {"chair": Role(name="chair"), "supporter": Role(name="supporter", **fence)}
    made = workflow(
        lifecycle("change", OPEN, ADOPT),
        decision=Decision(name="carry", by=(MEMBER,), method="majority"), roles=roles,
        mandates={"voice": Mandate(name="voice")},
    )  # fmt: skip
    told = Story(made, gives=(voice(),), holds=(Holding("supporter", "oost"),)).done("a", "open")
    outcomes = [
        told.do("a", "adopt", by="oost"),
        told.do("a", "adopt", by="oost", on_behalf_of="noord"),
        told.say("a", "carry", "for", by="oost"),
    ]
    assert [(Verdict.NOT_YOU, "speaks.fenced")] * 3 == [
        (one.verdict, one.headline.params["what"].id) for one in outcomes
    ]
    assert told.hand_in("a", "note", by="oost").carried_out == ("never" in fence)
    assert told.do("a", "adopt", by="noord").carried_out


def test_a_step_that_is_no_act_knows_no_fences() -> None:
    """A role keeps from acts; a step that the text calls no act is open to its doers."""
    roles = {"chair": Role(name="chair"), "supporter": Role(name="supporter", may=("speak",))}
    made = workflow(lifecycle("change", OPEN, step("note", ("busy",))), roles=roles)
    told = Story(made, holds=(Holding("supporter", "oost"),)).done("a", "open")
    assert told.do("a", "note", by="oost").carried_out
