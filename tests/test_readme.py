"""What the README and the page of the command line show is what happens."""

from __future__ import annotations

import doctest
import json
import re
import shlex
import shutil
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
    assert "$ pip install samenwerk\n$ samenwerk demo\n" == blocks("console")[0]
    lines = [line for line in blocks("python")[0].splitlines() if line]
    assert 5 == len(lines)


def test_the_five_lines_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Load, open, act and ask: an answer with its reasons is printed."""
    monkeypatch.chdir(tmp_path)
    exec(compile(blocks("python")[0], "README.md", "exec"), {})
    printed = capsys.readouterr().out
    assert "This cannot happen yet." in printed
    assert "Process first" in printed or "process" in printed.lower()


def test_the_commands_print_what_is_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Every command of the README in order, in a folder of its own; `...` stands for anything."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMENWERK_LANG", "en")
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    desk = tmp_path / "examples" / "shared-desk"
    text = (desk / "workflow.toml").read_text(encoding="utf-8")
    (desk / "misspelt.toml").write_text(text.replace('to = "open"', 'to = "opne"'), "utf-8")
    checker = doctest.OutputChecker()
    shown = [one for block in blocks("console")[1:] for one in re.split(r"^\$ ", block, flags=re.M)]
    for one in filter(None, shown):
        command, _, expected = one.partition("\n")
        name, *words = shlex.split(command)
        assert "samenwerk" == name
        main(words)
        printed = capsys.readouterr()
        got = printed.out + printed.err
        # the tail of an answer may be left out, so that a reader sees the point
        whole = expected.rstrip("\n").removesuffix("...") + "..."
        assert checker.check_output(whole, got, doctest.ELLIPSIS), f"$ {command}\n{got}"


def test_every_command_is_on_the_page() -> None:
    """`docs/cli.md` names every command, in the contract of its JSON too."""
    assert [] == [name for name in COMMANDS if f"`{name}" not in PAGE]


@pytest.mark.parametrize(
    ("words", "keys"),
    [
        (("check", "vv-tafel"), "checked"),
        (("explain", "SW103"), "code texts"),
        (("explain", "carry", "--workflow", "vv-tafel"), "found name"),
        (("plugins",), "faults plugins"),
        (("schema",), "schema"),
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
