"""The page of a region after two years is what is printed of the story today."""

import importlib.util
from pathlib import Path

SCRIPT = Path(__file__).parents[2] / "docs" / "make_two_years.py"


def test_the_page_is_current() -> None:
    """It is what the script makes of the story as it is played and told now."""
    spec = importlib.util.spec_from_file_location("make_two_years", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    page = maker.page()
    assert page == maker.PAGE.read_text(encoding="utf-8")
    assert [] == [row for row in page.partition("## ")[2].splitlines() if len(row) > 80]
