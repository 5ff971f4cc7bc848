"""A drawing as SVG: well-formed, everything in it once, and nothing that lies on anything else."""

import functools
import itertools
import re
from pathlib import Path
from xml.etree import ElementTree

import attrs
import pytest
from tests.drawing.test_texts import HOSTILE, hostile
from tests.drawing.world import WALKED, drawn, festival

from samenwerk.drawing.drawn import Drawing, DrawnState, DrawnStep
from samenwerk.drawing.lanes import Lane, lanes
from samenwerk.drawing.measured import height, wide_of
from samenwerk.drawing.placing import placed
from samenwerk.drawing.svg import svg
from samenwerk.front import load

NAME = "{http://www.w3.org/2000/svg}"
WORKFLOWS = ("landelijk", "set-regeling", "zuidoost-friesland", "regioplan")


@functools.cache
def drawings() -> tuple[Drawing, ...]:
    """Every lifecycle of a few workflows, in both languages."""
    return tuple(
        drawn(workflow, lifecycle, lang)
        for workflow in map(load, WORKFLOWS)
        for lifecycle, lang in itertools.product(workflow.lifecycles, ("nl", "en"))
    )


def chain(states: int) -> Drawing:
    """So many states in a row, with a way out of each, and back to each."""
    names = [f"s{number}" for number in range(states)]
    steps = [DrawnStep(name="open", label="open", kind="opens", ways=(("s0", "s0"),), main=True)]
    steps += [
        DrawnStep(name=f"{a}-{b}", label=f"van {a}", kind="moves", ways=((a, b),), main=True)
        for a, b in itertools.pairwise(names)
    ]
    steps.append(DrawnStep(name="stop", label="stoppen", kind="moves",
                           ways=tuple((one, "off") for one in names)))  # fmt: skip
    steps.append(DrawnStep(name="back", label="terug", kind="back",
                           ways=tuple((b, a) for a, b in itertools.pairwise(names))))  # fmt: skip
    return attrs.evolve(
        EMPTY,
        states=(*(DrawnState(name=one, label=one) for one in names),
                DrawnState(name="off", label="gestopt", final=True)),
        steps=tuple(steps),
        main=tuple(names),
    )  # fmt: skip


EMPTY = attrs.evolve(
    drawn(load("landelijk"), "scheme"),
    states=(DrawnState(name="s0", label="alleen"),), steps=(), main=("s0",),
)  # fmt: skip


def rectangles(drawing: Drawing) -> list[tuple[str, float, float, float, float]]:
    """Every box and every text of a picture with its corners."""
    picture = placed(drawing)
    boxes = [(one.state.name, one.x, one.y, one.x + one.w, one.y + one.h) for one in picture.boxes]
    texts = [
        (f"{one.step}: {one.rows[0].text}", one.x, one.y, one.x + wide_of(one.rows),
         one.y + height(one.rows))
        for one in picture.texts
    ]  # fmt: skip
    return [*boxes, *texts]


def on_each_other(drawing: Drawing) -> list[tuple[str, str]]:
    """The boxes and texts that lie on each other, or outside the picture."""
    picture = placed(drawing)
    page = ("page", 0.0, 0.0, picture.wide, picture.high)
    found = rectangles(drawing)
    out = [
        (one[0], "page") for one in found
        if one[1] < page[1] or one[2] < page[2] or one[3] > page[3] or one[4] > page[4]
    ]  # fmt: skip
    return out + [
        (a[0], b[0]) for a, b in itertools.combinations(found, 2)
        if a[1] < b[3] and b[1] < a[3] and a[2] < b[4] and b[2] < a[4]
    ]  # fmt: skip


def test_nothing_lies_on_anything_else() -> None:
    """No box or text of any lifecycle covers another, or falls off the page."""
    found = {one.title: on_each_other(one) for one in drawings()}
    assert {} == {title: pairs for title, pairs in found.items() if pairs}


def test_no_line_runs_through_a_text_or_a_box() -> None:
    """Every line keeps clear of texts, and of boxes until it reaches the one that it is for."""
    found = []
    for one in drawings():
        rooms = [(name, x + 2, y + 2, to_x - 2, to_y - 2)
                 for name, x, y, to_x, to_y in rectangles(one)]  # fmt: skip
        for stroke in placed(one).strokes:
            if stroke.kind == "thread":  # it begins at the text that it belongs to
                continue
            for a, b in itertools.pairwise(stroke.points):
                (left, right), (top, bottom) = sorted((a[0], b[0])), sorted((a[1], b[1]))
                found += [
                    (one.title, name, stroke.points) for name, x, y, to_x, to_y in rooms
                    if left < to_x and x < right and top < to_y and y < bottom
                ]
    assert [] == found


def test_the_way_straight_on_is_straight() -> None:
    """The boxes of the way straight on stand below each other, at one left edge."""
    for one in drawings():
        boxes = {box.state.name: box for box in placed(one).boxes}
        column = [boxes[name] for name in one.main]
        assert 1 == len({box.x for box in column})
        assert column == sorted(column, key=lambda box: box.y)


def test_lines_run_straight_up_or_across() -> None:
    """Every line of every picture goes up, down or across, and no two corners fall together."""
    for one in drawings():
        for stroke in placed(one).strokes:
            for (x, y), (to_x, to_y) in itertools.pairwise(stroke.points):
                assert (x == to_x) != (y == to_y), (one.title, stroke)


def test_everything_is_drawn_once() -> None:
    """Each state is one box and each step one text, in every lifecycle."""
    for one in drawings():
        marked = attrs.evolve(
            one,
            states=tuple(attrs.evolve(state, label=f"S{number}X", due="")
                         for number, state in enumerate(one.states)),
            steps=tuple(attrs.evolve(step, label=f"T{number}X", who="", asks=(), effects=())
                        for number, step in enumerate(one.steps)),
            words={**one.words, "from": "", "also": ""},
        )  # fmt: skip
        root = ElementTree.fromstring(svg(marked))
        shown = " ".join(found.text or "" for found in root.iter(f"{NAME}text"))
        counted = {
            sign: len(re.findall(sign, shown))
            for sign in [f"S{number}X" for number in range(len(one.states))]
            + [f"T{number}X" for number in range(len(one.steps))]
        }
        assert dict.fromkeys(counted, 1) == counted


@pytest.mark.parametrize("text", HOSTILE)
def test_labels_stay_text(text: str, tmp_path: Path) -> None:
    """An XML reader finds no element that would not be there otherwise, and nothing overlaps."""
    drawing = drawn(festival(tmp_path), "party", "nl", WALKED)
    found = hostile(drawing, text)
    tags = [{one.tag for one in ElementTree.fromstring(svg(each)).iter()}
            for each in (drawing, found)]  # fmt: skip
    assert tags[1] <= tags[0]
    assert [] == on_each_other(found)


def test_it_is_read_aloud(tmp_path: Path) -> None:
    """It has a title and a description, which tell where the case is, and its language."""
    root = ElementTree.fromstring(svg(drawn(festival(tmp_path), "party", "en", WALKED)))
    told = {"title": root.findtext(f"{NAME}title"), "about": root.findtext(f"{NAME}desc")}
    assert {
        "title": "Party: case zomer",
        "about": "Lifecycle of party in Street party: 4 states and 6 steps. Straight on: planned "
        "→ agreed → held. Case zomer is now in: agreed.",
    } == told
    assert ("en", "img", "title about") == (
        root.get("lang"), root.get("role"), root.get("aria-labelledby"),
    )  # fmt: skip


def test_a_case_stands_out_without_colour(tmp_path: Path) -> None:
    """Where a case is, was, and what can be done is told in words and signs too."""
    root = ElementTree.fromstring(svg(drawn(festival(tmp_path), "party", "nl", WALKED)))
    shown = [one.text for one in root.iter(f"{NAME}text")]
    assert "✓ gepland" in shown
    assert "▶ hier staat dit dossier nu" in shown
    assert 2 == shown.count("(kan nu)")


def test_nothing_is_fetched(tmp_path: Path) -> None:
    """No letters, pictures or scripts come from elsewhere."""
    text = svg(drawn(festival(tmp_path), "party"))
    assert [] == re.findall(r"(?:url\(|href|@import|<script|<image)", text)
    assert ["http://www.w3.org/2000/svg"] == re.findall(r"https?://[^\"]+", text)


def test_it_is_the_same_each_time(tmp_path: Path) -> None:
    """Two readings of one workflow give the same picture, letter for letter."""
    first, second = (svg(drawn(festival(tmp_path), "party")) for _ in range(2))
    assert first == second


@pytest.mark.parametrize("drawing", [EMPTY, chain(1), chain(2), chain(40)],
                         ids=["no step", "one", "two", "forty"])  # fmt: skip
def test_small_and_large(drawing: Drawing) -> None:
    """One state without a step, and forty states with ways out and back, are pictures as well."""
    ElementTree.fromstring(svg(drawing))
    assert [] == on_each_other(drawing)
    assert {one.name for one in drawing.states} == {
        one.state.name for one in placed(drawing).boxes
    }


def test_lanes_do_not_cross_when_they_need_not() -> None:
    """Of two lines that go up to the right, the one that goes highest lies nearest to the boxes."""
    low, high = Lane((100.0,), 60.0), Lane((90.0,), 10.0)
    assert 2 == lanes([low, high])
    assert (1, 0) == (low.number, high.number)


def test_lanes_that_do_not_meet_share_a_place() -> None:
    """Two lines above each other lie in one lane."""
    above, below = Lane((0.0, 40.0)), Lane((60.0, 90.0))
    assert 1 == lanes([above, below])
