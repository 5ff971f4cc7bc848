"""The portfolio: what it adds up, what comes first, and that every name stays text."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from tests.handmade import NOON, workflow
from tests.reporting.test_wall import Read

from samenwerk import Engine, MemoryStore, Party, Plugins
from samenwerk.engine.summing import portfolio, voice
from samenwerk.reporting.html import months
from samenwerk.reporting.portfolio.gathered import MOST, gathered
from samenwerk.reporting.portfolio.told import Ahead, Place, Portfolio, Summary, Way
from samenwerk.reporting.wall.told import Beat, Purse

HOSTILE = (
    "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ told }}", "&lt;b&gt;",
    "samenwerkingsverbandsovereenkomst" * 4, "بلدية الشرق", "' --",
)  # fmt: skip


@pytest.fixture
def engine() -> Iterator[Engine]:
    """Three collaborations: one with a budget, one without, one in which nothing was opened."""
    with Engine(MemoryStore(), plugins=Plugins.of(), clock=lambda: NOON) as made:
        for id in ("oost", "west", "zuid"):
            room = made.start(workflow(), id)
            assert room.enrol(parties=[Party("noord", "provider")]).carried_out
        for id in ("oost", "west"):
            assert made.room(id).do("collaboration.found", case="c", actor="noord").carried_out
        oost = made.room("oost")
        assert oost.do("budget.draft", case="b", parent="c", actor="noord").carried_out
        yield made


def page(found: list[Summary], lang: str = "nl") -> Portfolio:
    """What stands on the page of these."""
    return gathered(found, voice(lang), lang, months(lang))


def test_each_collaboration_is_summed_up(engine: Engine) -> None:
    """How it goes, how many cases run and are done, and in which state how many are."""
    found = {one.id: one for one in engine.summaries("en")}
    assert {"oost": ("ready", 2, 0), "west": ("ready", 1, 0), "zuid": ("none", 0, 0)} == {
        id: (one.how, one.open, one.over) for id, one in found.items()
    }
    assert (
        Way(label="Collaboration", open=1, over=0, places=(
            Place(label="Active", count=1, at=0), Place(label="Closed", at=1))),
        Way(label="Budget", open=1, over=0, places=(
            Place(label="Draft", count=1, at=0), Place(label="Agreed", at=1))),
    ) == found["oost"].ways  # fmt: skip
    assert {"Budgets"} == {one.workflow for one in found.values()}


def test_cases_of_all_are_counted_together(engine: Engine) -> None:
    """Lifecycles that are called alike are one, and their states are added up."""
    told = page(list(engine.summaries("en")), "en")
    assert [("Collaboration", 2, "2 running, 0 done"), ("Budget", 1, "1 running, 0 done")] == [
        (one.label, one.open, one.said) for one in told.ways
    ]
    assert [("Active", 2), ("Closed", 0)] == [(p.label, p.count) for p in told.ways[0].places]
    assert ["oost", "west", "zuid"] == [one.id for one in told.rows]
    assert [("Budgets", "2 running, 1 without cases")] == [
        (one.label, one.said) for one in told.families
    ]


def test_what_is_late_comes_first_with_who_is_up_to_it() -> None:
    """The longest passed comes first; who is up to the most cases is the first brake."""
    told = page([
        summary("a", "ready", ahead("a", 3, "noord")),
        summary("b", "late", ahead("b", -5, "zuid"), ahead("b", -2, "noord", case="x")),
        summary("c", "late", ahead("c", -9, "noord"), ahead("c", 1, "zuid")),
    ])  # fmt: skip
    assert ["c", "b", "a"] == [one.id for one in told.rows]
    assert [("c", -9), ("b", -5), ("b", -2)] == [
        (one.collaboration, one.away) for one in told.late
    ]
    assert [("Noord", 2), ("Zuid", 1)] == [(one.party, one.count) for one in told.brakes]
    assert ["c", "a"] == [one.collaboration for one in told.coming]
    assert "In 2 samenwerkingen is iets te laat" == told.tiles[1].answer


def test_two_parties_that_are_called_differently_are_two() -> None:
    """In each collaboration ids are its own: only who is called alike too is the same."""
    own = ahead("b", -1, "noord")
    other = Ahead(collaboration="b", case="k", text="t", day=own.day, day_said="", away=-1,
                  late=True, who=(("noord", "Noorderzorg"),))  # fmt: skip
    told = page([summary("a", "late", ahead("a", -1, "noord")), summary("b", "late", other)])
    assert [("Noord", 1), ("Noorderzorg", 1)] == [(one.party, one.count) for one in told.brakes]


def test_cases_of_one_name_in_two_collaborations_are_two() -> None:
    """A party that is up to both is waited for in both; twice in one case is one."""
    told = page([
        summary("a", "late", ahead("a", -1, "noord"), ahead("a", -9, "noord")),
        summary("b", "late", ahead("b", -1, "noord")),
    ])  # fmt: skip
    assert [("Noord", 2)] == [(one.party, one.count) for one in told.brakes]


def test_days_are_counted_by_month_and_what_passed_apart() -> None:
    """A month counts from the day of its collaboration; what lies beyond a year is left out."""
    told = page([
        summary("a", "late", ahead("a", -40, "noord"), ahead("a", 0, "noord"),
                ahead("a", 30, "noord"), ahead("a", 900, "noord"))
    ])  # fmt: skip
    assert [("Voorbij", 1), ("feb", 1), ("mrt", 1), ("apr", 0)] == [
        (one.label, one.count) for one in told.months[:4]
    ]
    assert 3 == sum(one.count for one in told.months)
    assert "jan 2028" == told.months[-1].label


def test_pools_that_are_called_alike_are_added_up() -> None:
    """To the cent; and where a case holds what is late or done, the collaboration is named."""
    pool = Purse(label="Pot", came=Decimal("10.10"), granted=Decimal(4), spent=Decimal(1),
                 left=Decimal("5.10"), said=())  # fmt: skip
    told = page([
        Summary(id="a", how="ready", day=DAY, purses=(pool,), risks=1),
        Summary(id="b", how="ready", day=DAY, purses=(pool,)),
    ])  # fmt: skip
    (both,) = told.purses
    assert ("Pot", Decimal("20.20"), Decimal(8), Decimal(2), Decimal("10.20")) == (
        both.label, both.came, both.granted, both.spent, both.left,
    )  # fmt: skip
    assert ("a",) == told.risks
    assert "Let op 1 samenwerking" == told.tiles[-1].answer


def test_quarters_are_added_up() -> None:
    """What was done of all together, and in how many collaborations."""
    def beat(acts: int, back: int) -> Beat:
        return Beat(label="q", year=2027, quarter=1, acts=acts, parties=9, back=back)

    told = page([
        Summary(id="a", how="ready", day=DAY, beats=(beat(3, 1),)),
        Summary(id="b", how="ready", day=DAY, beats=(beat(2, 0),)),
        Summary(id="c", how="ready", day=DAY, beats=(beat(0, 0),)),
    ])  # fmt: skip
    (all,) = told.beats
    assert (5, 2, 1) == (all.acts, all.parties, all.back)


def test_what_is_left_out_is_counted() -> None:
    """A list holds so many lines; how many more there are stands below it."""
    many = [summary(f"c{at:03}", "late", ahead(f"c{at:03}", -at - 1, f"p{at}"))
            for at in range(MOST + 7)]  # fmt: skip
    told = page(many)
    assert (MOST, MOST, MOST + 7) == (len(told.late), len(told.brakes), len(told.rows))
    assert ("En nog 7", "En nog 7", "") == (told.more_late, told.more_brakes, told.more_coming)


def test_one_that_cannot_be_read_keeps_no_other_from_being_told(engine: Engine) -> None:
    """It stands on the page as such, and why stands below."""
    found = [*engine.summaries("nl"), Summary(id="stuk", how="stuck", faults=("Het is stuk.",))]
    told = page(found)
    assert ["stuk", "oost", "west", "zuid"] == [one.id for one in told.rows]
    assert "stuk: Het is stuk." in told.notes


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_is_whole_and_needs_nothing_else(engine: Engine, lang: str) -> None:
    """Everything that is opened is closed; no script, no address; each square leads to its row."""
    read = Read(portfolio(engine.summaries(lang), lang))
    assert ([], {"lang": lang}) == (read.open, read.tags[0][1])
    assert not {tag for tag, _ in read.tags} & {"script", "link", "img", "iframe", "form"}
    links = {of["href"] or "" for _, of in read.tags if "href" in of}
    assert {"#row-1", "#row-2", "#row-3"} == links
    assert links <= {f"#{of['id']}" for _, of in read.tags if "id" in of}


def test_nothing_at_all_is_told_as_such() -> None:
    """A store without collaborations has a page too."""
    read = Read(portfolio([], "en"))
    assert "There are no collaborations yet." in read.text
    assert [] == read.open


@pytest.mark.parametrize("name", HOSTILE)
def test_a_name_stays_text(name: str) -> None:
    """Whatever a collaboration, a workflow or a party is called, nothing of it is markup."""
    one = Ahead(collaboration=name, case=name, text=name, day=DAY, day_said=name, away=-1,
                late=True, who=((name, name),))  # fmt: skip
    way = Way(label=name, open=1, over=0, places=(Place(label=name, count=1, at=0),))
    read = Read(portfolio([Summary(
        id=name, how="late", workflow=name, day=DAY, open=1, late=1, ahead=(one,), ways=(way,),
        risks=1, faults=(name,),
    )], "nl"))  # fmt: skip
    assert [] == read.open
    assert not {tag for tag, _ in read.tags} & {"script", "img", "b"}
    assert name in read.text


DAY = date(2027, 2, 10)


def summary(id: str, how: str, *days: Ahead) -> Summary:
    """A collaboration with these days."""
    return Summary(id=id, how=how, workflow="w", day=DAY, open=1, late=sum(d.late for d in days),
                   ahead=days)  # fmt: skip


def ahead(id: str, away: int, who: str, case: str = "k") -> Ahead:
    """A day so many days from now."""
    day = date.fromordinal(DAY.toordinal() + away)
    return Ahead(collaboration=id, case=case, text="iets", day=day, day_said=day.isoformat(),
                 away=away, late=away < 0, who=((who, who.capitalize()),))  # fmt: skip
