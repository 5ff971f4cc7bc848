"""The page that leads from the source documents to the workflows is whole and current."""

import importlib.util
from pathlib import Path
from types import ModuleType

DOCS = Path(__file__).parents[2] / "docs"

COUNTS = {"S0": 41, "S1": 28, "S2": 34, "S3": 24, "S4": 36}


def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_sources", DOCS / "make_sources.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_item_of_the_five_documents_is_listed_once() -> None:
    """No number is skipped: what was read and left out would be a gap nobody sees."""
    wanted = [f"{key}-{n:02}" for key, count in COUNTS.items() for n in range(1, count + 1)]
    assert wanted == [one.code for one in maker().items()]


def test_every_item_is_encoded_or_explained() -> None:
    """What no workflow names has a reason, and what a workflow names exists."""
    assert () == maker().faults()


def test_the_page_is_current() -> None:
    """It is what the script makes of the workflows as they are."""
    made = maker()
    assert made.page() == made.PAGE.read_text(encoding="utf-8")
