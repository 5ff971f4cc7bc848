"""The page about checks says what the checks say."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_page_is_what_the_checks_make_of_it() -> None:
    """Whoever changes a sentence makes the page anew: `python docs/make_checks.py`."""
    spec = importlib.util.spec_from_file_location("make_checks", ROOT / "docs" / "make_checks.py")
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    assert maker.page() == (ROOT / "docs" / "checks.md").read_text(encoding="utf-8")
