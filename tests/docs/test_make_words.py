"""The page that tells which workflow needs which word is whole and current."""

import importlib.util
from pathlib import Path
from types import ModuleType

DOCS = Path(__file__).parents[2] / "docs"


def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_words", DOCS / "make_words.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_word_is_needed_by_a_workflow() -> None:
    """A word that no workflow needs is taken out of the language."""
    assert () == maker().unused()


def test_the_page_is_current() -> None:
    """It is what the script makes of the language and the workflows as they are."""
    made = maker()
    assert made.page() == made.PAGE.read_text(encoding="utf-8")
