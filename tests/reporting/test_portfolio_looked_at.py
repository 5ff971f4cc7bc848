"""The portfolio in a real browser: on a telephone, a laptop and A3, with names that break pages."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from tests.browser import browser, serious
from tests.reporting.test_portfolio import ahead, summary

from samenwerk.engine.summing import portfolio

LONG = "Samenwerkingsverbandsovereenkomstenregistratiecommissie"


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three hundred collaborations with names that are long or go from right to left."""
    found = [
        summary(f"{LONG}_{at}" if at % 3 else f"بلدية الشرق {at}", "ready" if at % 7 else "late",
                ahead(f"c{at}", at - 300 if at % 7 == 0 else at, f"{LONG}{at % 60}"))
        for at in range(300)
    ]  # fmt: skip
    made = tmp_path_factory.mktemp("portfolio") / "all.html"
    made.write_text(portfolio(found, "nl"), encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def chromium() -> Iterator[Any]:
    """One browser for all of these tests."""
    with browser() as opened:
        yield opened


@pytest.mark.parametrize("wide", [390, 1366, 1900])
def test_it_fits_every_width_and_asks_nothing_of_a_network(
    chromium: Any, page: Path, wide: int
) -> None:
    """Nothing sticks out at the side, and the file itself is all that is fetched."""
    asked: list[str] = []
    shown = chromium.new_page(viewport={"width": wide, "height": 900})
    shown.on("request", lambda request: asked.append(request.url))
    shown.goto(page.as_uri())
    assert wide == shown.evaluate("document.documentElement.scrollWidth")
    assert [page.as_uri()] == asked
    shown.close()


def test_nobody_is_kept_out(chromium: Any, page: Path) -> None:
    """An automatic check finds nothing serious, and a square leads to its line by the keyboard."""
    shown = chromium.new_page(viewport={"width": 390, "height": 900})
    shown.goto(page.as_uri())
    assert [] == serious(shown)
    shown.locator(".squares a.late").first.focus()
    shown.keyboard.press("Enter")
    assert "te laat" in shown.locator("tr:target").inner_text()
    shown.close()
