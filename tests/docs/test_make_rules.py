"""The page of the guard rules is whole and current."""

import importlib.util
from pathlib import Path
from types import ModuleType

DOCS = Path(__file__).parents[2] / "docs"


def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_rules", DOCS / "make_rules.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_rule_is_built_or_explained() -> None:
    """All fifty-nine have a place, or a reason why they have none."""
    made = maker()
    assert (59, ()) == (len(made.names()), made.faults())


def test_the_page_is_current() -> None:
    """It is what the script makes of the workflows as they are."""
    made = maker()
    assert made.page() == made.PAGE.read_text(encoding="utf-8")
