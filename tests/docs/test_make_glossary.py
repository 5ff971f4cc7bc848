"""The glossaries are whole and current."""

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

from samenwerk.front import load

DOCS = Path(__file__).parents[2] / "docs"


def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_glossary", DOCS / "make_glossary.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_every_lifecycle_of_the_base_is_told() -> None:
    """None is missing, and none is told that is not there."""
    assert sorted(load("landelijk").lifecycles) == sorted(maker().LIFECYCLES)


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_the_page_is_current(lang: str) -> None:
    """It is what `python docs/make_glossary.py` makes."""
    assert maker().page(lang) == (DOCS / lang / "glossary.md").read_text(encoding="utf-8")
