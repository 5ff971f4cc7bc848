"""Which way is straight on: from where a case begins to where it ends well."""

from pathlib import Path

import pytest
from tests.drawing.world import drawn, festival

from samenwerk.drawing.drawn import DrawnStep
from samenwerk.drawing.rows import broken, lines
from samenwerk.drawing.words import WORDING
from samenwerk.front import load
from samenwerk.language.catalogue import gaps

BASE = {
    "agenda": "preparing lines_chosen concrete offered adopted translated closed",
    "agreement": "draft offered in_voice signed in_force ended",
    "application": "intake tested elaborating submitted intended approved funded accounted settled",
    "change": "proposed tested consulting adopted in_force settled",
    "collaboration": "preparing active ended",
    "embedding": "preparing packaged funded in_line settled",
    "experiment": "designed permitted running evaluated concluded regular",
    "line": "proposed chosen sharp",
    "objective": "drafted sharp reached",
    "project": "idea defined ready running delivered closed",
    "review": "planned collecting draft replied concluded acted closed",
    "rule_space": "signalled no_room requested granted regular",
    "scheme": "announced closed",
    "vision": "preparing picture_ready drafting consulting adopted",
}


def test_the_way_straight_on_of_the_base() -> None:
    """Of each lifecycle of the national base it is what a reader would call the plan."""
    workflow = load("landelijk")
    found = {name: " ".join(drawn(workflow, name).main) for name in workflow.lifecycles}
    assert found == BASE


def test_a_step_back_leads_to_where_one_can_come_from(tmp_path: Path) -> None:
    """Back from a state leads to each state from which a step leads into it, and is dashed."""
    steps = {one.name: one for one in drawn(festival(tmp_path), "party").steps}
    assert (("agreed", "planned"),) == steps["step_back"].ways
    assert {"step_back"} == {name for name, one in steps.items() if one.dashed}


def test_back_to_before_a_step() -> None:
    """Back to before a step leads to where that step was done."""
    steps = {one.name: one for one in drawn(load("landelijk"), "review").steps}
    assert ("back", (("acted", "planned"),)) == (steps["reopen"].kind, steps["reopen"].ways)


def test_who_goes_by_itself_or_by_time(tmp_path: Path) -> None:
    """A step that nobody does says so, and one by time says after which day."""
    steps = {one.name: one for one in drawn(festival(tmp_path), "party").steps}
    told = {name: (one.doer, one.who) for name, one in steps.items()}
    assert {
        "plan": ("who", "buur"),
        "agree": ("who", "buur"),
        "step_back": ("who", "buur"),
        "bake": ("who", "buur"),
        "hold": ("itself", "vanzelf"),
        "lapse": ("time", "na twee weken na het plan"),
    } == told


@pytest.mark.parametrize(
    ("word", "parts"),
    [
        ("samenwerkingsovereenkomst", ["samenwerkings-", "overeenkomst"]),
        ("kwaliteitsregistratie", ["kwaliteits-", "registratie"]),
        ("verantwoordelijkheidsverdeling", ["verantwoorde-", "lijkheids-", "verdeling"]),
        ("medisch-specialistisch", ["medisch-", "specialistisch"]),
        ("kort", ["kort"]),
    ],
)
def test_a_long_word_is_broken_where_it_can_be(word: str, parts: list[str]) -> None:
    """At the joint of a compound if there is one, else between syllables; no letter is lost."""
    assert parts == broken(word, 14)


def test_lines_are_no_longer_than_asked() -> None:
    """Whatever the words, no line is longer, and a text without words is one empty line."""
    text = "de medezeggenschapsorganen geven instemming xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
    assert [] == [row for row in lines(text, 14) if len(row) > 14]
    assert [""] == lines("", 14)


def test_pictures_speak_both_languages() -> None:
    """Everything that a picture says itself is there in Dutch and in English."""
    assert [] == gaps(WORDING)


def test_a_step_is_one_value() -> None:
    """A step that opens comes from nowhere, and one that stays leads nowhere."""
    opens = DrawnStep(name="a", label="a", kind="opens", ways=(("x", "x"),))
    stays = DrawnStep(name="b", label="b", kind="stays", ways=(("x", "x"), ("y", "y")))
    assert ((), ("x",)) == (opens.sources, opens.targets)
    assert (("x", "y"), ()) == (stays.sources, stays.targets)
