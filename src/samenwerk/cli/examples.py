"""What the command line says of the example of a fault: read in a folder of its own.

What the examples are stands with their check; the page that shows them is `code_page`.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

import attrs

from samenwerk.definitions.checks.example import BASE
from samenwerk.definitions.checks.shown import Shown
from samenwerk.scenarios.folder import FILE, read_folder
from samenwerk.values.diagnostic import Diagnostic


@attrs.frozen
class Found:
    """The faults of an example in reading order, and the lines of its files."""

    diagnostics: tuple[Diagnostic, ...]
    lines: Mapping[str, Sequence[str]]


def found_in(shown: Shown) -> Found:
    """What `check` finds when an author has this file, with what lies beside it."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        if shown.of != "workflow":
            Path(FILE).write_text(BASE, encoding="utf-8")
        for name, text in shown.files.items():
            Path(name).parent.mkdir(exist_ok=True)
            Path(name).write_text(text, encoding="utf-8")
        Path(shown.file).write_bytes(shown.data)
        read = read_folder(Path(FILE))
        return Found(read.diagnostics, read.lines)
