"""The paper on four plans in mid-flight shows what the commands print today."""

import importlib.util
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_paper_is_up_to_date(lang: str) -> None:
    """`python docs/make_new_criteria.py` makes it so."""
    spec = importlib.util.spec_from_file_location("paper", ROOT / "docs/make_new_criteria.py")
    assert spec is not None
    assert spec.loader is not None
    script = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(script)
    kept = (ROOT / "docs" / lang / "new-criteria.md").read_text(encoding="utf-8")
    assert script.page(lang) == kept
