"""What a person reads when two texts are compared: nothing for another spelling, else what."""

from pathlib import Path

import pytest
from tests.upgrade.edits import DAY, HARMLESS, REAL, TEXT, printed, report, side

from samenwerk.language.catalogue import Speaker
from samenwerk.proof.asked import Limits
from samenwerk.upgrade.comparing import compare
from samenwerk.upgrade.difference import KINDS
from samenwerk.upgrade.wording import WORDING
from samenwerk.upgrade.written import as_data, as_markdown, paper

PAGES = Path(__file__).parent / "pages"
NONE = {
    "nl": "Geen verschil in wat mag, moet of kan.",
    "en": "No difference in what may, must or can be done.",
}


@pytest.mark.parametrize("name", HARMLESS)
def test_another_spelling_is_no_difference(name: str) -> None:
    """What only sounds otherwise, or is divided otherwise, is no difference in behaviour."""
    found = report(HARMLESS[name])
    assert [] == [(one.kind, one.name) for one in found.differences]
    for lang, said in NONE.items():
        assert said in printed(found, lang)


@pytest.mark.parametrize("name", REAL)
@pytest.mark.parametrize("lang", ["nl", "en"])
def test_a_real_edit_is_told_as_it_is(name: str, lang: str) -> None:
    """Exactly what changes is told, with an example, the source and the lines of both texts."""
    page = PAGES / f"{name}.{lang}.txt"
    assert page.read_text(encoding="utf-8") == printed(report(REAL[name]), lang) + "\n"


def test_every_page_is_of_an_edit() -> None:
    """No page is left over."""
    wanted = sorted(f"{name}.{lang}.txt" for name in REAL for lang in ("nl", "en"))
    assert wanted == sorted(path.name for path in PAGES.iterdir())


def test_what_is_only_written_otherwise_is_named_when_asked() -> None:
    """A list of what has another text, by what it is and what it is called."""
    found = report(HARMLESS["labels"])
    assert (("rule", "plan.affordable"), ("step", "plan.stop")) == found.texts


def test_a_search_that_is_too_large_is_told_as_not_decided() -> None:
    """With too few situations to try, nothing is claimed, and it is said why."""
    found = report(REAL["half"], Limits(worlds=1))
    assert {"undecided", "decides"} == {one.kind for one in found.differences}
    said = " ".join(printed(found, "nl").split())
    assert "niet uitgezocht: er zijn te veel situaties om ze alle te proberen." in said


def test_the_weightiest_comes_first() -> None:
    """What becomes possible goes before who decides, and that before terms."""
    found = report([*REAL["days"], *REAL["who"], *REAL["ceiling"]])
    assert ["allowed", "who", "owes", "days"] == [one.kind for one in found.differences]


def test_data_say_what_the_page_says() -> None:
    """As JSON: kind, name, sentences and places."""
    data = as_data(paper(report(REAL["ceiling"]), Speaker("en")))
    assert data["differences"] == [
        {
            "kind": "allowed", "family": "step", "name": "plan.adopt",
            "title": 'Step "adopt the plan" of plan (plan.adopt)', "keys": [],
            "need": [],
            "was": ["Cost is at most 100 (rule affordable)."],
            "now": ["Cost is at most 120 (rule affordable)."],
            "means": [],
            "example": [
                "Suppose: cost is 101.",
                "That was refused (cost: 101, but must be at most 100); now it is allowed.",
            ],
            "undecided": [],
            "source": "Afspraken van de buurt 2027",
            "old_place": {"file": "old.toml", "line": 76},
            "new_place": {"file": "new.toml", "line": 76},
        }
    ]
    assert (False, {"members": 3, "cases": 1}) == (data["same"], data["bounds"])


def test_a_paper_in_markdown_has_a_heading_for_each_kind() -> None:
    """Two headings of kinds below that of the whole, in order of weight."""
    made = as_markdown(paper(report(REAL["half"]), Speaker("nl")))
    heads = [row for row in made.splitlines() if row.startswith(("# ", "## "))]
    assert [
        "# Wat verandert er van old.toml naar new.toml",
        "## Dit mag nu, en mocht eerst niet",
        "## Wie beslist, en hoe",
    ] == heads


def test_every_kind_has_a_heading() -> None:
    """In both languages, and the two say the same things."""
    assert [] == [kind for kind in KINDS for lang in ("nl", "en")
                  if f"diff.kind.{kind}" not in WORDING[lang]]  # fmt: skip


def test_a_text_is_the_same_as_itself() -> None:
    """Nothing differs, and nothing had to be searched."""


    found = compare(side(TEXT, "old"), side(TEXT, "new"), DAY)
    assert ((), False, ()) == (found.differences, found.searched, found.texts)


def test_what_is_not_decided_of_one_step_is_one_line() -> None:
    """Whether more is allowed and whether less is are told at once, in what is asked by both."""
    found = report(REAL["half"], Limits(worlds=1))
    open_ = [one for one in found.differences if one.kind == "undecided"]
    assert ["plan.adopt"] == [one.name for one in open_]


def test_an_invariant_counts_by_its_own_text() -> None:
    """A decision beneath it that became another one is told with the decision alone."""
    text = TEXT + (
        '\n[invariant.carried_first]\nnl = "eerst draagvlak"\nen = "carried first"\n'
        'to_reach = "plan.adopted"\nneeds = [{ decision = "plan.agreed" }]\n'
        'source = "Afspraken van de buurt 2027"\n'
    )
    edits = (
        ('share = "2/3"', 'share = "1/2"'),
        ('{ decision = "plan.agreed" }]\nsource',
         '{ decision = "plan.agreed" }, { document = "plan.sketch" }]\nsource'),
    )  # fmt: skip
    kinds = []
    for was, now in edits:
        assert was in text
        found = compare(side(text, "old"), side(text.replace(was, now), "new"), DAY)
        kinds.append([one.kind for one in found.differences])
    assert [["allowed", "decides"], ["promise"]] == kinds
