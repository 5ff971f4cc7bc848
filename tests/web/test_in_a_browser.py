"""The pages in a real browser: two years of a region, found by keyboard, in two languages."""

import re
import socket
import threading
from collections.abc import Iterator
from itertools import pairwise
from typing import Any
from urllib.parse import urlsplit

import pytest
import uvicorn
from tests.browser import browser, serious

from samenwerk import Engine, Party, open_store
from samenwerk.cli.main import main
from samenwerk.web import pages

WIDTHS = (390, 1280)
LONG = "Samenwerkingsverbandsovereenkomstenregistratiecommissie"
IN = "in=achterhoek-2030"
PAGES = ("", "portfolio", f"standing?{IN}", f"case?{IN}&case=blijvend", f"case?{IN}&case=loket",
         f"try?{IN}&case=loket&act=do:project.deliver", f"parties?{IN}",
         f"party?{IN}&party=slinge", f"record?{IN}", f"wall?{IN}", "nergens")  # fmt: skip


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where the pages of a region after two years can be seen; all in the story is invented."""
    made = tmp_path_factory.mktemp("pages") / "region.db"
    story = ("test", "achterhoek-2030", "--scenario", "twee_jaar", "--keep", str(made))
    assert 0 == main([*story])
    with Engine(open_store(made, create=False)) as engine, _served(engine) as address:
        yield address


class _served:
    """An engine's pages on a port of this computer, as `samenwerk serve` has them."""

    def __init__(self, engine: Engine) -> None:
        self._socket = socket.socket()
        self._socket.bind(("127.0.0.1", 0))
        self._socket.listen()  # who comes before the thread answers waits, and is not turned away
        app = pages(engine, hosts=("127.0.0.1",))
        config = uvicorn.Config(app, log_level="error", lifespan="off")
        self._server = uvicorn.Server(config)
        run = {"sockets": [self._socket]}
        self._thread = threading.Thread(target=self._server.run, kwargs=run, daemon=True)

    def __enter__(self) -> str:
        self._thread.start()
        return f"http://127.0.0.1:{self._socket.getsockname()[1]}"

    def __exit__(self, *raised: object) -> None:
        self._server.should_exit = True
        self._thread.join(10)
        self._socket.close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """One browser for all of these tests; script is off, which the pages do not need."""
    with browser() as opened:
        yield opened


@pytest.fixture
def page(chromium: Any) -> Iterator[Any]:
    """A page of a reader who prefers Dutch, and in which nothing may go wrong unseen."""
    opened = chromium.new_page(viewport={"width": 1280, "height": 900}, locale="nl-NL")
    told: list[str] = []
    opened.on("console", lambda message: told.append(message.text))
    yield opened
    opened.close()
    assert [] == [one for one in told if "404" not in one]


@pytest.mark.parametrize("wide", WIDTHS)
def test_every_page_fits_and_leaves_this_computer_alone(
    chromium: Any, address: str, wide: int
) -> None:
    """Nothing sticks out, and all that is asked for comes from where the page came from."""
    page = chromium.new_page(viewport={"width": wide, "height": 900}, locale="nl-NL")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    for one in PAGES:
        page.goto(f"{address}/{one}")
        assert wide == page.evaluate("document.documentElement.scrollWidth"), one
    assert {urlsplit(address).netloc} == {urlsplit(one).netloc for one in asked}
    page.close()


@pytest.mark.parametrize("one", PAGES[:-2])
def test_nobody_is_kept_out(page: Any, address: str, one: str) -> None:
    """An automatic check of accessibility finds nothing serious on any page."""
    page.goto(f"{address}/{one}")
    assert "nl" == page.evaluate("document.documentElement.lang")
    assert [] == serious(page)


def test_the_purpose_looks_like_text_and_is_printed(page: Any, address: str) -> None:
    """What the region wants to reach leads nowhere, and stays on paper."""
    page.goto(f"{address}/standing?{IN}")
    purpose = page.locator("p.purpose")
    assert "In 2030 zijn alle inwoners" in purpose.inner_text()
    assert "none" == purpose.evaluate("one => getComputedStyle(one).textDecorationLine")
    page.emulate_media(media="print")
    assert purpose.is_visible()


def test_headings_go_down_one_level_at_a_time(page: Any, address: str) -> None:
    """Whoever reads by headings misses none, folded ones among them."""
    for one in PAGES:
        page.goto(f"{address}/{one}")
        levels = page.locator("h1, h2, h3, h4, h5").evaluate_all(
            "all => all.map(one => Number(one.tagName[1]))"
        )
        skipped = [(one, at) for at, (before, after) in enumerate(pairwise([0, *levels]))
                   if after > before + 1]  # fmt: skip
        assert (1, []) == (levels.count(1), skipped)


@pytest.mark.parametrize("one", ["portfolio", f"wall?{IN}", f"standing?{IN}"])
def test_on_paper_there_is_no_way_to_other_pages(page: Any, address: str, one: str) -> None:
    """What hangs on a wall begins with its title."""
    page.goto(f"{address}/{one}")
    assert page.locator("nav").first.is_visible()
    page.emulate_media(media="print")
    assert [] == [nav for nav in page.locator("nav").all() if nav.is_visible()]
    assert page.locator("h1").is_visible()


def test_a_blocked_case_is_found_and_says_why(chromium: Any, address: str) -> None:
    """From the first page, with the keyboard and without script: which waits, on whom, and why."""
    context = chromium.new_context(java_script_enabled=False, locale="nl-NL")
    page = context.new_page()
    page.goto(address)
    page.get_by_role("link", name="achterhoek-2030").focus()
    page.keyboard.press("Enter")
    row = page.locator("tr.waits").first
    assert "wacht op" in row.inner_text()
    row.get_by_role("link").focus()
    page.keyboard.press("Enter")
    step = page.locator("details.step.wait[open]").last
    assert "nee Het heeft lang genoeg in de lijn gewerkt" in step.inner_text()
    assert "Wat nog nodig is" in step.inner_text()
    folded = page.locator("details.step:not([open])").first
    folded.locator("summary").first.focus()
    page.keyboard.press("Enter")
    assert folded.count() == 0 or page.locator("details.step[open]").count() > 2
    context.close()


def test_the_language_changes_on_the_spot(page: Any, address: str) -> None:
    """The same case in English, and every link from there stays in it."""
    page.goto(f"{address}/case?{IN}&case=blijvend")
    assert "Waar het dossier staat" == page.locator("h2").first.inner_text()
    page.get_by_role("link", name="English").click()
    assert "Where the case stands" == page.locator("h2").first.inner_text()
    assert "case=blijvend" in page.url
    page.get_by_role("link", name="How it stands").click()
    assert "Running cases" == page.locator("h2").first.inner_text()
    page.get_by_role("link", name="Wall").click()
    page.get_by_role("link", name="Nederlands").click()
    assert "Waar staan we?" == page.locator("h2").first.inner_text()


def test_what_if_is_a_form_that_records_nothing(page: Any, address: str) -> None:
    """Chosen from the case, filled in, answered; the record stays as long as it was."""
    page.goto(f"{address}/record?{IN}")
    before = page.locator("ol.record li").first.get_attribute("value")
    page.goto(f"{address}/case?{IN}&case=loket")
    page.locator("summary", has_text="opleveren").click()
    page.get_by_role("link", name="Wat als we dit doen? (opleveren)").click()
    assert "buur" == page.get_by_label("Wie doet dit?").input_value()
    page.get_by_label("verslag van het resultaat").check()
    page.get_by_role("button", name="Wat gebeurt er dan?").click()
    assert "Dit mag." in page.locator(".verdict").inner_text()
    assert "loket: van loopt naar opgeleverd" in page.locator(".found").inner_text()
    page.goto(f"{address}/record?{IN}")
    assert before == page.locator("ol.record li").first.get_attribute("value")


def test_another_day_is_said_on_every_page(page: Any, address: str) -> None:
    """And it leads back to today."""
    page.goto(f"{address}/standing?{IN}")
    page.get_by_label("Hoe staat het op een andere dag?").fill("2023-12-01")
    page.get_by_role("button", name="Bekijk die dag").click()
    assert "alsof het 1 december 2023 is" in page.get_by_role("status").inner_text()
    page.get_by_role("link", name="Deelnemers").click()
    assert "alsof het 1 december 2023 is" in page.get_by_role("status").inner_text()
    page.get_by_role("link", name="Terug naar vandaag").click()
    assert 0 == page.get_by_role("status").count()


def test_a_case_prints(page: Any, address: str) -> None:
    """On few sheets, without what is only for the screen."""
    page.goto(f"{address}/case?{IN}&case=blijvend")
    printed = page.pdf(format="A4")
    assert 1 <= len(re.findall(rb"/Type\s*/Page[^s]", printed)) <= 3
    page.emulate_media(media="print")
    assert not page.get_by_role("link", name="English").is_visible()
    assert page.get_by_role("heading", name="Waar het dossier staat").is_visible()


def test_sixty_parties_and_long_words_break_nothing(chromium: Any) -> None:
    """Long compounds, names from right to left and many parties stay within the page."""
    from tests.handmade import started

    engine, room = started()
    names = [f"{LONG} {at}" if at % 3 else f"بلدية الشرق {at}" for at in range(60)]
    parties = [
        Party(f"p{at}", "provider", names=(("nl", name), ("en", name)))
        for at, name in enumerate(names)
    ]
    assert room.enrol(parties=parties).carried_out
    for at in range(12):
        asked = {"case": f"{LONG}_{at}", "parent": "c", "actor": f"p{at}"}
        assert room.do("budget.draft", **asked).carried_out
    with engine, _served(engine) as address:
        for wide in WIDTHS:
            page = chromium.new_page(viewport={"width": wide, "height": 900})
            for one in ("standing", f"case?case={LONG}_3", f"try?case={LONG}_3", "parties",
                        "party?party=p3", "record"):  # fmt: skip
                page.goto(f"{address}/{one}{'&' if '?' in one else '?'}in=regio")
                assert 1 == page.locator("h1").count()
                assert wide == page.evaluate("document.documentElement.scrollWidth"), one
            page.close()
