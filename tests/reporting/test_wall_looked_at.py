"""The wall in a real browser: two years of a region, on a telephone, a laptop, A3 and paper."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.browser import browser, serious

from samenwerk import Engine, Party, Room
from samenwerk.cli.main import main
from samenwerk.front import open_store
from samenwerk.language.layout import display_width
from samenwerk.reporting.wall.gathered import gathered

WIDTHS = (390, 1280, 1900)
LONG = "Samenwerkingsverbandsovereenkomstenregistratiecommissie"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store of a region after two years; it is a story, and all in it is invented."""
    made = tmp_path_factory.mktemp("wall") / "region.db"
    story = ("test", "achterhoek-2030", "--scenario", "twee_jaar", "--keep", str(made))
    assert 0 == main([*story])
    return made


@pytest.fixture(scope="module")
def pages(store: Path) -> dict[str, Path]:
    """Its wall as files, in both languages, by the command that the docs give."""
    found = {}
    for lang in ("nl", "en"):
        found[lang] = store.with_name(f"wall-{lang}.html")
        told = ("report", "--store", str(store), "--lang", lang, "--output", str(found[lang]))
        assert 0 == main([*told])
    return found


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """One browser for all of these tests."""
    with browser() as opened:
        yield opened


@pytest.mark.parametrize("wide", WIDTHS)
def test_it_fits_every_width_and_asks_nothing_of_a_network(
    chromium: Any, pages: dict[str, Path], wide: int
) -> None:
    """Nothing sticks out at the side, and the file itself is all that is fetched."""
    asked: list[str] = []
    page = chromium.new_page(viewport={"width": wide, "height": 900})
    page.on("request", lambda request: asked.append(request.url))
    page.goto(pages["nl"].as_uri())
    assert wide == page.evaluate("document.documentElement.scrollWidth")
    assert [pages["nl"].as_uri()] == asked
    page.close()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_nobody_is_kept_out(chromium: Any, pages: dict[str, Path], lang: str) -> None:
    """An automatic check of accessibility finds nothing serious, and the language is told."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(pages[lang].as_uri())
    assert [] == serious(page)
    assert lang == page.evaluate("document.documentElement.lang")
    page.close()


def test_a_blocked_case_is_found_with_the_keyboard(chromium: Any, pages: dict[str, Path]) -> None:
    """From its chip one comes to the case in the list of all cases, without a mouse."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(pages["nl"].as_uri())
    page.locator(".chip.late a").first.focus()
    page.keyboard.press("Enter")
    target = page.locator("li:target")
    assert 1 == target.count()
    assert "te laat" in target.inner_text()
    page.close()


def test_it_prints_on_few_sheets(chromium: Any, pages: dict[str, Path]) -> None:
    """On A3 the whole of it takes at most four sheets, lying."""
    page = chromium.new_page()
    page.goto(pages["nl"].as_uri())
    printed = page.pdf(prefer_css_page_size=True)
    sheets = len(re.findall(rb"/Type\s*/Page[^s]", printed))
    assert 1 <= sheets <= 4
    wide, high = map(float, re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", printed)[0])
    assert wide > high
    page.close()


def test_steps_back_are_told_without_a_name(store: Path) -> None:
    """They say from where to where; who did it stands in the record."""
    with Engine(open_store(store, create=False)) as engine:
        (id,) = engine.collaborations()
        room = engine.room(id)
        wall = gathered(room.whole(day=room.collaboration.latest), "nl")
        parties = [name for one in room.collaboration.register.parties for _, name in one.names]
    assert len(wall.backs) == 2
    assert not [one.text for one in wall.backs for name in parties if name in one.text]


def test_sixty_parties_and_long_words_break_nothing(chromium: Any, tmp_path: Path) -> None:
    """Long compounds, names from right to left and many parties stay within the page."""
    from tests.handmade import started, workflow

    engine, room = started(workflow())
    _many(room)
    made = tmp_path / "many.html"
    made.write_text(room.report("wall", "nl"), encoding="utf-8")
    for wide in WIDTHS:
        page = chromium.new_page(viewport={"width": wide, "height": 900})
        page.goto(made.as_uri())
        assert wide == page.evaluate("document.documentElement.scrollWidth")
        assert [] == serious(page)
        page.close()
    engine.close()


def _many(room: Room) -> None:
    names = [f"{LONG} {at}" if at % 3 else f"بلدية الشرق {at}" for at in range(60)]
    assert max(map(display_width, names)) > 50
    parties = [
        Party(f"p{at}", "provider", names=(("nl", name), ("en", name)))
        for at, name in enumerate(names)
    ]
    assert room.enrol(parties=parties).carried_out
    for at in range(12):
        case = f"{LONG}_{at}"
        assert room.do("budget.draft", case=case, parent="c", actor=f"p{at}").carried_out
