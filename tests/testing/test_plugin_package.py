"""What the contract suite says of the package of a plugin: its name, README and importing it."""

import importlib
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from tests.testing.contracts import failing

from samenwerk.testing.plugin import PluginContract

PROJECT = """
[project]
name = "samenwerk-ding"
version = "1.0"
dependencies = ["samenwerk>=0.1,<1"]

[project.entry-points.samenwerk]
ding = "samenwerk_ding"
"""
MODULE = """
from samenwerk import Answer, PluginRule, hookimpl
__version__ = "1.0"

@hookimpl
def rules():
    return [PluginRule("thing", {"nl": "ding", "en": "thing"}, lambda question: Answer(2))]
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., ModuleType]]:
    """Makes an importable plugin `ding`, with changes to its module."""
    monkeypatch.syspath_prepend(tmp_path)

    def made(more: str = "", project: str = PROJECT, readme: str | None = "ding: thing") -> Any:
        folder = tmp_path / "samenwerk_ding"
        folder.mkdir()
        (folder / "__init__.py").write_text(MODULE + more, encoding="utf-8")
        (folder / "py.typed").touch()
        (tmp_path / "pyproject.toml").write_text(project, encoding="utf-8")
        if readme is not None:
            (tmp_path / "README.md").write_text(readme, encoding="utf-8")
        importlib.invalidate_caches()
        return importlib.import_module("samenwerk_ding")

    yield made
    sys.modules.pop("samenwerk_ding", None)


def of_package(module: ModuleType, tmp_path: Path) -> type[PluginContract]:
    """The suite of the plugin `ding`."""
    return type("Suite", (PluginContract,), {"plugin": module, "root": tmp_path})


Package = Callable[..., ModuleType]


def test_a_good_package(package: Package, tmp_path: Path) -> None:
    """All that it says of itself is so."""
    suite = of_package(package(), tmp_path)()
    suite.test_the_package_says_what_it_is()
    suite.test_the_readme_tells_of_everything()
    suite.test_importing_it_only_brings_it()
    suite.test_every_sentence_that_is_said_is_there()


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (('name = "samenwerk-ding"', 'name = "ding"'), "call it samenwerk-ding"),
        (('ding = "samenwerk_ding"', 'dong = "samenwerk_ding"'), 'write [project.entry-points.sam'),
        (('version = "1.0"', 'version = "1.1"'), "version 1.0, pyproject.toml 1.1"),
        (("samenwerk>=0.1,<1", "samenwerk"), "say which samenwerk it fits"),
        (("samenwerk>=0.1,<1", "samenwerk>=0.1"), "has no first and no last version"),
        (("samenwerk>=0.1,<1", "samenwerk>=7,<8"), "samenwerk>=7,<8 does not fit; tested here is"),
    ],
    ids=["name", "entry point", "version", "any", "no end", "another"],
)  # fmt: skip
def test_a_package_that_is_not_what_it_says(
    change: tuple[str, str], sentence: str, package: Package, tmp_path: Path
) -> None:
    """What is not so is told, with what to write."""
    suite = of_package(package(project=PROJECT.replace(*change)), tmp_path)
    assert sentence in failing(suite, "the_package_says_what_it_is")


@pytest.mark.parametrize("name", ["facts.py", "reports"])
def test_a_module_that_is_called_as_a_hook(name: str, package: Package, tmp_path: Path) -> None:
    """Once imported it stands where the function of the hook stood, and nothing is brought."""
    module = package()
    path = tmp_path / "samenwerk_ding" / name
    path.touch() if path.suffix else path.mkdir()
    assert (
        f"samenwerk_ding/{name} hides hook {path.stem} as soon as it is imported: "
        "call it something else"
    ) == failing(of_package(module, tmp_path), "the_package_says_what_it_is")


def test_a_hook_that_was_not_marked(package: Package, tmp_path: Path) -> None:
    """Nobody asks it, and the plugin seems to bring nothing by it."""
    module = package("def checks():\n    return []\n\n\ndef helper():\n    return 1\n")
    assert (
        "__init__.py:8 checks is called as a hook and is not marked: put @hookimpl above it, or "
        "call it something else"
    ) == failing(of_package(module, tmp_path), "the_package_says_what_it_is")


def test_a_readme_that_leaves_something_out(package: Package, tmp_path: Path) -> None:
    """By the name that workflows use."""
    suite = of_package(package(readme="about ding"), tmp_path)
    assert "README.md does not tell of thing (rules)" == failing(
        suite, "the_readme_tells_of_everything"
    )


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        ("import sys\nprint('hello', file=sys.stdout)", "prints: hello"),
        ("import subprocess, sys\nsubprocess.run([sys.executable, '-V'], stdout=-3)",
         "goes outside: subprocess.Popen"),
        ("import time\ntime.sleep(0.3)", "s, allowed is 0.25"),
        ("import os, sys\nif 'pytest' not in sys.modules: os._exit(4)", "it ended Python itself"),
    ],
    ids=["prints", "outside", "slow", "exits"],
)  # fmt: skip
def test_importing_does_nothing_else(
    more: str, sentence: str, package: Package, tmp_path: Path
) -> None:
    """A plugin that does more than bring what it brings hears what it does."""
    suite = of_package(package(more), tmp_path)
    suite.import_seconds = 0.25
    assert sentence in failing(suite, "importing_it_only_brings_it")


def test_the_code_says_only_what_there_are_sentences_for(package: Package, tmp_path: Path) -> None:
    """Also where no question came."""
    more = "from samenwerk import Message\ndef never():\n    return Message('ding.gone')\n"
    suite = of_package(package(more), tmp_path)
    assert "__init__.py:10 says ding.gone, and there is no such sentence" == failing(
        suite, "every_sentence_that_is_said_is_there"
    )
