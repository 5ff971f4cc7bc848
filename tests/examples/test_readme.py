"""The page of the examples: each example is on it, and its commands make a store to try them on."""

import re
import shlex
from pathlib import Path

import pytest
from tests.examples.desk import EXAMPLES, example

from samenwerk import Engine, open_store, own_cases
from samenwerk.cli.main import main

PAGE = (EXAMPLES / "README.md").read_text(encoding="utf-8")


def test_every_example_is_on_the_page() -> None:
    """Nobody has to guess which there are, and each has a page of its own."""
    there = {one.name for one in EXAMPLES.iterdir() if one.is_dir() and one.name != "__pycache__"}
    assert there == set(re.findall(r"\]\(([\w-]+)/README\.md\)", PAGE))
    assert [] == [one for one in there if not (EXAMPLES / one / "README.md").is_file()]


def test_the_commands_make_a_store_to_try_them_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Today, and by every name that the page gives; the portal opens on it."""
    monkeypatch.chdir(tmp_path)
    (block,) = re.findall(r"```sh\n(.*?)```", PAGE, re.DOTALL)
    codes = {row: main(shlex.split(row)[1:]) for row in block.splitlines()}
    assert dict.fromkeys(codes, 0) == codes, capsys.readouterr()
    (named,) = re.findall(r"Meedoen kan nu als (.*?):", PAGE)
    with Engine(open_store("region.db", create=False)) as engine:
        for party in re.findall(r"`(\w+)`", named):
            assert () != engine.by(party, own_cases).room("lindestreek").seen.todo(), party
    pytest.importorskip("starlette", reason="the extra `web` is not installed")
    monkeypatch.setenv("STORE", "region.db")
    with example("portal/portal.py").app().state.engine as engine:
        assert ("lindestreek",) == engine.collaborations()
