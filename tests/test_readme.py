"""What the README and the page of the command line show is what happens.

The commands of the README are run with those of the other pages, in `docs/test_make_outputs`.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from samenwerk.cli.lazy import COMMANDS
from samenwerk.cli.main import main

ROOT = Path(__file__).resolve().parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
PAGE = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def blocks(kind: str) -> list[str]:
    """The fenced blocks of the README of one kind."""
    return re.findall(rf"^```{kind}\n(.*?)^```", README, re.MULTILINE | re.DOTALL)


def test_it_opens_with_how_to_begin() -> None:
    """First the installation and the demo, then five lines of Python."""
    assert "pip install samenwerk\nsamenwerk demo\n" == blocks("sh")[0]
    lines = [line for line in blocks("python")[0].splitlines() if line]
    assert 5 == len(lines)


def test_the_five_lines_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Load, open, act and ask: an answer with its reasons is printed, and so it is when somebody
    runs them again."""
    monkeypatch.chdir(tmp_path)
    exec(compile(blocks("python")[0], "README.md", "exec"), {})
    exec(compile(blocks("python")[0], "README.md", "exec"), {})
    printed = capsys.readouterr().out
    assert "This cannot happen yet." in printed
    assert "Process first" in printed or "process" in printed.lower()


def test_every_command_is_on_the_page() -> None:
    """`docs/cli.md` names every command, in the contract of its JSON too."""
    assert [] == [name for name in COMMANDS if f"`{name}" not in PAGE]


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (("check", "vv-tafel"), "checked mendable"),
        (("explain", "SW103"), "code good texts title weight"),
        (("explain", "oordeel"), "word"),
        (("explain", "carry", "--workflow", "vv-tafel"), "found name"),
        (("plugins",), "faults limits plugins"),
        (("schema",), "schemas"),
        (("status",), "error"),
    ],
)
def test_json_has_the_keys_of_the_page(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    words: tuple[str, ...],
    keys: str,
) -> None:
    """What the page promises is there, beside `command`, `exit` and `lang`, and nothing more."""
    monkeypatch.chdir(tmp_path)
    main([*words, "--format", "json"])
    told = json.loads(capsys.readouterr().out)
    assert sorted([*keys.split(), "command", "exit", "lang"]) == sorted(told)
    assert [] == [key for key in keys.split() if f"`{key}`" not in PAGE]
