"""The page for who writes a plugin: what it shows runs, and it tells of every hook."""

import re
import sys
import tomllib
from pathlib import Path
from types import ModuleType

import pytest

from samenwerk.hooks.spec import HOOKS

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "plugins.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    """The blocks of the page in one language, in order."""
    return re.findall(rf"```{language}\n(.*?)```", PAGE, re.DOTALL)


def test_the_python_of_the_page_runs(monkeypatch: pytest.MonkeyPatch) -> None:
    """Its blocks, one after another, are a working plugin."""
    module = ModuleType("samenwerk_small")
    monkeypatch.setitem(sys.modules, module.__name__, module)
    for block in blocks("python"):
        exec(compile(block, "docs/plugins.md", "exec"), module.__dict__)
    assert ["small.small_enough"] == list(module.__dict__["plugins"].rules)


def test_the_toml_of_the_page_can_be_read() -> None:
    """Its other blocks are TOML."""
    package, workflow = (tomllib.loads(block) for block in blocks("toml"))
    assert {"small": "samenwerk_small"} == package["project"]["entry-points"]["samenwerk"]
    assert "small.small_enough" == workflow["rule"]["affordable"]["plugin"]


def test_every_hook_has_a_section() -> None:
    """No hook without a section on the page, no section about a hook that is not there."""
    assert sorted(HOOKS) == sorted(re.findall(r"^## `(\w+)`", PAGE, re.MULTILINE))
