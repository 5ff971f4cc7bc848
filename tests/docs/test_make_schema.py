"""The schemas in the docs are what the language makes of them."""

import importlib.util
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_the_schemas_are_current() -> None:
    """Whoever changes a word makes them anew: `python docs/make_schema.py`."""
    spec = importlib.util.spec_from_file_location("make_schema", ROOT / "docs" / "make_schema.py")
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    there = {path.name: path.read_text(encoding="utf-8") for path in maker.FOLDER.glob("*.json")}
    assert maker.files() == there
