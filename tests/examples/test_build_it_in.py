"""The pages about building samenwerk in: their programs run, and print what stands below them."""

import contextlib
import io
import re
import shlex
from pathlib import Path
from typing import Any

import pytest

from samenwerk.cli.main import main

DOCS = Path(__file__).parents[2] / "docs"
SHOWN = re.compile(r"```python\n(.*?)```\n\n```text\n(.*?)```", re.DOTALL)


def printed(page: str, program: str, space: dict[str, Any]) -> str:
    """What a program of a page prints, after those above it."""
    with contextlib.redirect_stdout(io.StringIO()) as said:
        exec(compile(program, page, "exec"), space)
    return said.getvalue()


@pytest.mark.parametrize("lang", ["nl", "en"])
def test_its_programs_print_what_stands_below_them(
    lang: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In the folder that the commands above them made, one after another."""
    page = (DOCS / lang / "build-it-in.md").read_text(encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMENWERK_LANG", lang)
    for row in re.findall(r"^\$ samenwerk (.*)$", page, re.MULTILINE):
        assert 0 == main(shlex.split(row)), row
    space: dict[str, Any] = {}
    blocks = SHOWN.findall(page)
    assert 6 == len(blocks)
    assert [said for _, said in blocks] == [
        printed(lang, program, space) for program, _ in blocks
    ]
