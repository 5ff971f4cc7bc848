"""The pictures in the docs are those of the workflow today, and all of them are there."""

import importlib.util
from pathlib import Path

from samenwerk.front import load

SCRIPT = Path(__file__).parents[2] / "docs" / "make_diagrams.py"


def test_the_pictures_are_current() -> None:
    """Each file is what the script makes now, and it shows every lifecycle of the base."""
    spec = importlib.util.spec_from_file_location("make_diagrams", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    assert sorted(load(maker.WORKFLOW).lifecycles) == sorted(maker.LIFECYCLES)
    for path, text in maker.files():
        assert text == path.read_text(encoding="utf-8"), path.name
