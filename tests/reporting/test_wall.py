"""The wall: what stands on it, that every name stays text, and that it needs nothing but itself."""

import re
from datetime import date, timedelta
from decimal import Decimal
from html.parser import HTMLParser
from itertools import pairwise

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.handmade import DAY, NOON, read, started, workflow

from samenwerk import Engine, MemoryStore, Party, Plugins, Room
from samenwerk.hooks.whole import Whole
from samenwerk.reporting.wall.gathered import gathered
from samenwerk.reporting.wall.money import granted, purses
from samenwerk.reporting.wall.months import by_month
from samenwerk.reporting.wall.page import written
from samenwerk.reporting.wall.pictures import WIDE, bars, line, slices
from samenwerk.reporting.wall.told import LONGEST, Beat, Coming, Purse
from samenwerk.reporting.wall.walked import confirmed
from samenwerk.values.ledger import Ledger, Moved
from samenwerk.values.message import Message, Name
from samenwerk.values.waiting import Due

MONTHS = tuple("jfmamjjasond")
VOID = {"meta", "br", "wbr", "line", "circle", "rect"}
AMOUNTS = st.decimals(0, 10_000, places=2)


class Read(HTMLParser):
    """A page as a browser reads it: its elements, its text, and whether all of it is closed."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag == self.open.pop()

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.text += data


@pytest.fixture
def room() -> Room:
    """A room with a budget that waits for the support of its members."""
    return started(workflow())[1]


def test_the_page_is_whole_and_needs_nothing_else(room: Room) -> None:
    """Everything that is opened is closed; no script, no address, no file beside it."""
    page = room.report("wall", "nl")
    read = Read(page)
    assert ([], "html") == (read.open, read.tags[0][0])
    assert page.startswith("<!DOCTYPE html>")
    tags = {tag for tag, _ in read.tags}
    assert not tags & {"script", "link", "img", "iframe", "object", "form"}
    links = [of["href"] or "" for _, of in read.tags if "href" in of]
    assert links
    assert all(one.startswith("#case-") for one in links)
    targets = {of["id"] for _, of in read.tags if "id" in of}
    assert {one.removeprefix("#") for one in links} <= targets
    assert not re.search(r"url\(|@import|https?:", page)
    assert not any("src" in of for _, of in read.tags)


@pytest.mark.parametrize(
    ("lang", "questions"),
    [
        ("nl", ["Waar staan we?", "Wat houdt ons op?", "Wat moet er nu gebeuren?",
                "Wat komt eraan?"]),
        ("en", ["Where are we?", "What holds us up?", "What must be done now?",
                "What comes next?"]),
    ],
)  # fmt: skip
def test_somebody_who_passes_by_reads_the_answers_first(
    room: Room, lang: str, questions: list[str]
) -> None:
    """The tiles ask what a layperson asks, in the language of the page."""
    wall = gathered(room.whole(), lang)
    assert questions == [one.question for one in wall.tiles[:4]]
    page = Read(room.report("wall", lang))
    assert {"lang": lang} == page.tags[0][1]
    for one in wall.tiles:
        assert one.answer in page.text


def test_each_case_stands_in_its_state(room: Room) -> None:
    """Every lifecycle with cases is a track with its states in order, and nobody is left out."""
    wall = gathered(room.whole(), "nl")
    stops = {
        track.label: [(stop.label, [one.case for one in stop.chips]) for stop in track.stops]
        for track in wall.tracks
    }
    assert {
        "Samenwerking": [("Actief", ["c"]), ("Gesloten", [])],
        "Begroting": [("Ontwerp", ["b"]), ("Vastgesteld", [])],
    } == stops
    assert ["c", "b"] == [one.case for one in wall.cases]


def test_what_is_late_comes_first_and_says_since_when(room: Room) -> None:
    """A day that has passed makes its case late, on its chip, on its tile and on the page."""
    whole = room.whole()
    for far in (whole.day, date(2031, 1, 1)):
        wall = gathered(room.whole(day=far), "nl")
        late = [one.case for one in wall.coming if one.late]
        assert late == [one.case for one in wall.cases if one.how == "late"]
        assert ("late" in {one.tone for one in wall.tiles}) == bool(late)


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{ wall }}", "&lt;b&gt;",
        "\u202eabc", "بلدية الشرق", "samenwerkingsverbandsovereenkomst" * 4, "a" * 200, "' --",
    ],
)  # fmt: skip
def test_a_name_stays_text(name: str) -> None:
    """Whatever a case is called, it is read as it was written, and nothing of it is markup."""
    engine, room = started(workflow())
    assert room.do("budget.draft", case=name, parent="c", actor="noord").carried_out
    page = room.report("wall", "nl")
    read = Read(page)
    assert [] == read.open
    assert not {tag for tag, _ in read.tags} & {"script", "img", "b"}
    shown = name.replace("\u202e", "")
    assert shown in read.text.replace("\u202e", "")
    assert "\u202e" not in page
    engine.close()


def test_many_cases_in_one_state_are_squares_and_long_lists_are_cut() -> None:
    """Each square leads to its case; how many more there are than a list holds is told."""
    engine, room = started(workflow())
    for at in range(LONGEST + 5):
        assert room.do("budget.draft", case=f"b{at}", parent="c", actor="noord").carried_out
    whole = room.whole()
    cases = [f"b{at}" for at in range(LONGEST + 5)]
    what = Message("due.state", {"state": Name("state", "budget.drafted")})
    due = Due("b0", what, whole.day, ("noord",), overdue=False)
    whole = attrs.evolve(whole, due=tuple(attrs.evolve(due, case=one) for one in cases))
    wall = gathered(whole, "en")
    drafted = wall.tracks[1].stops[0]
    assert (True, {*cases, "b"}) == (drafted.many, {one.case for one in drafted.chips})
    assert "And 5 more" == wall.more["coming"]
    page = Read(written(wall))
    assert [] == page.open
    assert "And 5 more" in page.text
    squares = [of for tag, of in page.tags if tag == "a" and (of.get("title") or "")[:1] == "b"]
    assert LONGEST + 6 == len(squares)
    engine.close()


def test_without_cases_it_says_so() -> None:
    """A collaboration that only began has a wall too."""
    with Engine(MemoryStore(), plugins=Plugins.of(), clock=lambda: NOON) as engine:
        read = Read(engine.start(workflow(), "regio").report("wall", "en"))
    assert "There are no cases yet." in read.text
    assert [] == read.open


DAYS = st.integers(-400, 800).map(lambda days: DAY + timedelta(days=days))


@given(st.lists(st.tuples(DAYS, st.text("abc déł", min_size=1, max_size=40)), max_size=40))
def test_labels_on_the_line_never_lie_on_each_other(found: list[tuple[date, str]]) -> None:
    """Two labels of one lane keep apart, none leaves the picture, what is far off is left out."""
    coming = [
        Coming(day=day, day_said="", case=case, text="", who="", late=day < DAY)
        for day, case in found
    ]
    drawn = line(coming, DAY, MONTHS)
    assert sum(one.day <= DAY + timedelta(days=365) for one in coming) == len(drawn.marks)
    lanes: dict[float, list[tuple[float, float]]] = {}
    for mark in drawn.marks:
        room = 9 + len(mark.label) * 6.5
        span = (mark.x - room, mark.x) if mark.end else (mark.x, mark.x + room)
        assert 0 <= span[0]
        assert span[1] <= WIDE
        lanes.setdefault(mark.y, []).append(span)
    for spans in lanes.values():
        assert all(a[1] <= b[0] for a, b in pairwise(sorted(spans)))


@given(st.lists(st.integers(0, 5000), max_size=12))
def test_bars_are_as_high_as_what_was_done(acts: list[int]) -> None:
    """Each bar stands on the axis, the highest reaches the top, and heights follow the numbers."""
    each = [
        Beat(label="", year=2026 + at // 4, quarter=at % 4 + 1, acts=one, parties=1, back=0)
        for at, one in enumerate(acts)
    ]
    drawn = bars(each)
    assert all(abs(one.y + one.high - drawn.base) < 1e-6 for one in drawn.bars)
    heights = [one.high for one in drawn.bars]
    assert [acts.index(one) for one in sorted(acts)] == [
        heights.index(one) for one in sorted(heights)
    ]


@given(AMOUNTS, AMOUNTS, AMOUNTS)
def test_a_pool_is_divided_as_a_whole(granted: Decimal, spent: Decimal, left: Decimal) -> None:
    """The stretches of the bar fill it, and nothing is drawn of an empty pool."""
    whole = granted + spent + left
    drawn = slices(
        Purse(label="", came=whole, granted=granted, spent=spent, left=left, said=())
    )
    if not whole:
        assert () == drawn
        return
    assert abs(sum(one.wide for one in drawn) - WIDE) < 1e-6


def with_moves(room: Room, *moves: tuple[str, str, str]) -> Whole:
    """The whole of a room in which these amounts were moved."""
    whole = room.whole()
    moved = tuple(
        Moved(DAY, at, Decimal(amount), out_of, into)
        for at, (amount, out_of, into) in enumerate(moves)
    )
    whole.__dict__["ledger"] = Ledger(whole.collaboration, DAY, moved)
    return whole


def test_what_went_from_one_pool_to_another_is_left_in_the_other(room: Room) -> None:
    """It was not granted, spent or got from outside."""
    whole = with_moves(room, ("100", "outside", "pool one"), ("30", "pool one", "pool other"))
    assert [(100, 0, 0, 70), (0, 0, 0, 30)] == [
        (one.came, one.granted, one.spent, one.left)
        for one in purses(whole, whole.speaker("nl"))
    ]


def test_money_is_at_risk_where_a_case_that_is_late_still_holds_some(room: Room) -> None:
    """Not where all of it was passed on, nor where nothing is late."""
    got = ("100", "pool one", "case b")
    for moves, late, risk in (
        ((got,), {"b"}, True), ((got,), set[str](), False),
        ((got, ("100", "case b", "outside")), {"b"}, False),
        ((got, ("99.99", "case b", "outside")), {"b"}, True),
    ):  # fmt: skip
        whole = with_moves(room, *moves)
        (one,) = granted(whole, whole.speaker("nl"), late)
        assert ("b", risk) == (one.case, bool(one.risk))


def test_what_is_late_is_counted_apart_in_whatever_month_it_was() -> None:
    """Earlier in this month or long ago; what comes this month stands in this month."""
    days = [(date(2027, 2, 7), -3, True), (date(2026, 12, 12), -60, True),
            (date(2027, 2, 10), 0, False), (date(2028, 1, 31), 355, False),
            (date(2028, 2, 1), 356, False)]  # fmt: skip
    found = by_month(days, date(2027, 2, 10), MONTHS, "voorbij")
    assert [("voorbij", 2), ("f", 1), ("m", 0)] == [(one.label, one.count) for one in found[:3]]
    assert ("j 2028", 1) == (found[-1].label, found[-1].count)
    assert 13 == len(found)


TESTED = """\
[workflow]
id = "toets"
version = "1"
[sort.raad]
[lifecycle.plan.state]
open = {}
[lifecycle.plan.step]
begin = { to = "open", by = "raad" }
toets = { from = "open", to = "stays", by = "raad" }
"""


def test_a_test_is_confirmed_when_it_is_done_again_in_another_quarter() -> None:
    """Twice within one quarter is a correction; each party is counted for itself."""
    engine = Engine(MemoryStore(), plugins=Plugins.of(), clock=lambda: NOON)
    room = engine.start(read(TESTED), "r", rehearsal=True)
    room.enrol(parties=[Party("p", "raad"), Party("q", "raad")])
    assert room.do("plan.begin", case="a", actor="p").carried_out
    told = []
    for later, who in ((0, "p"), (5, "p"), (70, "q"), (80, "p")):
        room = engine.at(NOON + timedelta(days=later)).room("r")
        assert room.do("plan.toets", case="a", actor=who).carried_out
        whole = room.whole()
        told.append([one.days for one in confirmed(whole, whole.speaker("nl"))])
    day = NOON.date()
    days = tuple(day + timedelta(days=one) for one in (0, 5, 70, 80))
    assert [[], [], [], [days]] == told


ENDS = st.sampled_from(["outside", "pool general", "pool general 2027", "case a", "case b"])


@given(st.lists(st.tuples(AMOUNTS, ENDS, ENDS), max_size=30))
def test_what_came_into_a_pool_went_somewhere(moves: list[tuple[Decimal, str, str]]) -> None:
    """What came in is what was granted, spent and is left, to the cent."""
    moved = tuple(
        Moved(DAY, at, amount, out_of, into)
        for at, (amount, out_of, into) in enumerate(moves)
        if out_of != into
    )
    engine, room = started(workflow())
    whole = room.whole()
    whole.__dict__["ledger"] = Ledger(whole.collaboration, DAY, moved)
    speaker = whole.speaker("nl")
    for purse in purses(whole, speaker):
        assert purse.came == purse.granted + purse.spent + purse.left
        held = sum((whole.ledger.held(end) for end in ("pool general", "pool general 2027")),
                   Decimal(0))  # fmt: skip
        assert purse.left == held
    engine.close()
