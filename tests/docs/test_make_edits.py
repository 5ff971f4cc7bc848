"""The pages on edits that get round a rule tell what is found now."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

DOCS = Path(__file__).parents[2] / "docs"


def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_edits", DOCS / "make_edits.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["make_edits"] = module
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_is_current(lang: str) -> None:
    """It is what the script makes of the edits, with stories that were played."""
    made = maker()
    assert made.page(lang) == made.PAGES[lang].read_text(encoding="utf-8")
