"""The notebook of the examples: every cell runs, and prints what stands below it."""

import contextlib
import io
import json
from pathlib import Path
from typing import Any

import pytest
from tests.examples.desk import EXAMPLES

FOLDER = EXAMPLES / "notebook"
CELLS: list[dict[str, Any]] = json.loads((FOLDER / "try-it.ipynb").read_text(encoding="utf-8"))[
    "cells"
]


def test_every_cell_prints_what_stands_below_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """In order, in one name space and in the folder of the notebook, as a kernel runs it."""
    monkeypatch.chdir(FOLDER)
    space: dict[str, Any] = {}
    for cell in CELLS:
        if cell["cell_type"] == "code":
            with contextlib.redirect_stdout(io.StringIO()) as printed:
                exec(compile("".join(cell["source"]), cell["id"], "exec"), space)
            shown = "".join(line for one in cell["outputs"] for line in one["text"])
            assert shown == printed.getvalue()


def test_each_is_told_in_both_languages() -> None:
    """A heading of the notebook stands there in Dutch and in English."""
    heads = [cell["source"][0] for cell in CELLS if cell["cell_type"] == "markdown"]
    assert [] == [one for one in heads if " / " not in one]


def test_no_path_of_a_machine_was_kept() -> None:
    """What is printed is the same everywhere."""
    assert str(Path.home()) not in (FOLDER / "try-it.ipynb").read_text(encoding="utf-8")
