"""The page of guarantees names tests that are there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "guarantees.md").read_text(encoding="utf-8")


def test_every_test_that_is_named_is_there() -> None:
    """By its own name, or by that of its file."""
    places = (ROOT / "tests", ROOT / "src" / "samenwerk" / "testing", ROOT / "plugins")
    text = "\n".join(
        path.read_text(encoding="utf-8") for one in places for path in one.rglob("*.py")
    )
    named = re.findall(r"`(test_\w+)`", PAGE)
    files = re.findall(r"`(tests/[\w/]+\.py)`", PAGE)
    assert len(named) > 10
    assert [] == [one for one in named if f"def {one}(" not in text]
    assert [] == [one for one in files if not (ROOT / one).is_file()]
