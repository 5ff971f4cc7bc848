"""What moving to another text means for each case: what is asked, which days, whom it concerns."""

from datetime import date

import pytest
from tests.upgrade.plots import NEW, OLD, changed, garden, made

from samenwerk import Room
from samenwerk.language.catalogue import Speaker
from samenwerk.upgrade.migrating import KINDS, CasePlan, MovePlan, plan
from samenwerk.upgrade.migrating_told import as_data, as_markdown, as_text, move

CLAUSE = """
[transition.weighed_ones]
nl = "Wat gewogen is, blijft zoals het was"
en = "What was weighed stays as it was"
lifecycle = "plot"
while_in = ["weighed"]
until = 2027-12-31
source = "Invented, rule 3"
"""
RENAMED = changed(
    NEW, ("[lifecycle.plot.state.weighed]", "[lifecycle.plot.state.judged]"),
    ('to = "weighed"', 'to = "judged"'), ('from = "weighed"', 'from = "judged"'),
    ('"asked", "weighed"', '"asked", "judged"'),
)  # fmt: skip
SOIL = ('needs = [{ document = "plan" }]',
        'needs = [{ document = "plan" }, { document = "soil" }]')  # fmt: skip


def planned(text: str, room: Room | None = None, **asked: object) -> MovePlan:
    """What moving the garden to a text means."""
    return plan((room or garden()).foresee(made(text), **asked))  # type: ignore[arg-type]


def of(found: MovePlan, case: str) -> CasePlan:
    """What it means for one case."""
    return next(one for one in found.cases if one.before.id == case)


def test_to_an_equal_text_nothing_changes() -> None:
    """Another version with the same meaning: every case moves, and nobody notices."""
    found = planned(changed(OLD, ('version = "1"', 'version = "1.1"'), ("Kavels", "Tuinkavels")))
    assert {"same"} == {one.kind for one in found.cases}
    assert ["g", "rosa", "iris"] == [one.before.id for one in found.cases]
    assert () == planned(OLD).cases


@pytest.mark.parametrize(
    ("pair", "kind"),
    [
        (SOIL, "added"),
        (('needs = [{ document = "plan" }]', "needs = []"), "dropped"),
        (('to = "given"\nby = "chair"', 'to = "given"\nby = "keeper"'), "changed"),
        (('due = "4 weeks"', 'due = "2 weeks"'), "changed"),
        (("[lifecycle.plot.fact.size]", "[lifecycle.plot.fact.area]"), "same"),
    ],
    ids=["one more paper", "no paper", "somebody else", "a term", "what nobody asks"],
)
def test_each_sort_of_difference(pair: tuple[str, str], kind: str) -> None:
    """One change of the text gives the case its kind; the case before that step is not hit."""
    found = planned(changed(OLD, pair))
    assert (kind, "same") == (of(found, "iris").kind, of(found, "rosa").kind)


def test_who_and_what_are_named() -> None:
    """The added act, the other decider, the shorter term, and exactly whom it concerns."""
    iris = of(planned(NEW), "iris")
    (turn,) = iris.turns
    assert ("plot.give", True, True) == (turn.step, turn.was, turn.there)
    assert [("bram",)] == [one.who for one in turn.added]
    assert [(("anna",), ("bram",))] == [(was.who, now.who) for was, now in turn.changed]
    days = {was.what.id: (was.day, now.day) for was, now in iris.days if was and now}
    assert (date(2027, 3, 10), date(2027, 2, 24)) == days["due.state"]
    assert ("anna", "bram") == iris.parties


def test_what_stays_and_what_cannot_go() -> None:
    """Each with its reason, its clause and day, and who goes on with it."""
    found = planned(NEW + CLAUSE)
    kept = of(found, "iris")
    assert ("kept", ("anna",)) == (kept.kind, kept.parties)
    cannot = of(planned(RENAMED), "iris")
    assert ("cannot", ("anna",)) == (cannot.kind, cannot.parties)
    moved = of(planned(RENAMED, states={"plot.weighed": "judged"}), "iris")
    assert ("added", "judged") == (moved.kind, moved.after.state)


def test_what_is_planned_is_what_is_recorded() -> None:
    """Carrying it out from the head that was looked at gives the very same fates."""
    room = garden()
    found = planned(NEW + CLAUSE, room)
    done = room.migrate(made(NEW + CLAUSE), expect=found.head)
    fates = {one.case: one.what for one in done.events if one.case is not None}
    assert {one.before.id: one.what for one in found.cases} == fates
    again = planned(NEW + CLAUSE, room)
    assert ["kept"] == [one.kind for one in again.cases]
    assert not again.effect


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_report_says_all_of_it(lang: str) -> None:
    """In both languages and every format, with what carries it out; and no bare name."""
    made_ready = move(planned(NEW + CLAUSE), Speaker(lang))
    text, page = as_text(made_ready, 80, "samenwerk migrate x"), as_markdown(made_ready, "cmd")
    assert all(len(row) <= 80 for row in text.splitlines())
    for said in (text, page):
        assert "migrate." not in said
        for word in ("iris", "rosa", "31", "2027"):
            assert word in said
    assert text.endswith("  samenwerk migrate x")
    data = as_data(made_ready)
    counts = {kind: many for kind, many in data["counts"].items() if many}
    assert {"same": 1, "changed": 1, "kept": 1} == counts
    assert list(KINDS) == list(data["counts"])
    cannot = as_text(move(planned(RENAMED), Speaker(lang)))
    assert ("Gewogen" if lang == "nl" else "Weighed") in cannot


def test_after_it_was_recorded_the_report_has_the_head() -> None:
    """And no longer how to carry it out."""
    said = as_text(move(planned(NEW), Speaker("en"), "abc"), 80, "samenwerk migrate x")
    assert "abc" in said
    assert "samenwerk migrate x" not in said
