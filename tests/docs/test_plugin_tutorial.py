"""What comes of the plugin tutorial is in `plugins/samenwerk-voorbeeld`, with nothing different."""

import ast
import tomllib
from pathlib import Path
from typing import Any

import pytest
from tests.docs.test_make_outputs import MADE, ROOT

from samenwerk.authoring.plugin import NewPlugin, plugin_files

EXAMPLE = ROOT / "plugins" / "samenwerk-voorbeeld"


@pytest.fixture(params=["nl", "en"])
def made(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The package as who follows the page has it at the end: its files, with no command run."""
    monkeypatch.chdir(tmp_path)
    page = (ROOT / "docs" / request.param / "plugin-tutorial.md").read_text(encoding="utf-8")

    def run(words: list[str]) -> str:
        if words[:3] == ["samenwerk", "new", "plugin"]:
            given = dict(zip(words[4::2], words[5::2], strict=True))
            new = NewPlugin(name=words[3], lang=request.param, nl=given["--nl"], en=given["--en"],
                            brings=("rules",))  # fmt: skip
            for name, text in plugin_files(new).items():
                path = tmp_path / "samenwerk-voorbeeld" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        MADE._moved(words)
        return ""

    MADE.followed(page, run, ("toml", "python", "markdown"))
    return tmp_path / "samenwerk-voorbeeld"


def within(less: Any, more: Any) -> bool:
    """Whether all that the one says, the other says too: keys of tables, items of lists."""
    if isinstance(less, dict):
        return all(key in more and within(value, more[key]) for key, value in less.items())
    return bool(less == more)


def sentences(path: Path) -> Any:
    """The sentences in a module that assigns nothing else."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    (wording,) = (one.value for one in tree.body if isinstance(one, ast.AnnAssign))
    assert wording is not None
    return ast.literal_eval(wording)


def test_its_modules_are_those_of_the_example(made: Path) -> None:
    """Word for word, apart from those that the example adds to."""
    grown = ("__init__.py", "wording.py", "test_contract.py")
    home = made / "src" / "samenwerk_voorbeeld"
    files = [one for one in [*home.iterdir(), *(made / "tests").iterdir()] if one.is_file()]
    assert 13 == len(files)
    for path in files:
        if path.name not in grown:
            there = EXAMPLE / path.relative_to(made)
            assert path.read_text(encoding="utf-8") == there.read_text(encoding="utf-8"), path.name


def test_its_hooks_and_sentences_are_in_the_example(made: Path) -> None:
    """Each hook as it is there, each sentence too."""
    home = Path("src/samenwerk_voorbeeld")
    ours, theirs = (
        {
            one.name: ast.unparse(one)
            for one in ast.parse((place / home / "__init__.py").read_text(encoding="utf-8")).body
            if isinstance(one, ast.FunctionDef)
        }
        for place in (made, EXAMPLE)
    )
    assert {"rules", "facts", "parts", "effects", "reports", "messages"} == ours.keys()
    assert ours == {name: theirs[name] for name in ours}
    said, more = (sentences(place / home / "wording.py") for place in (made, EXAMPLE))
    assert 15 == len(said["nl"])
    assert within(said, more)


@pytest.mark.parametrize("file", ["workflow.toml", "register.toml", "scenarios.toml"])
def test_its_workflow_is_in_that_of_the_example(made: Path, file: str) -> None:
    """Every table, key and story."""
    ours, theirs = (
        tomllib.loads((place / "workflow" / file).read_text(encoding="utf-8"))
        for place in (made, EXAMPLE)
    )
    assert within(ours, theirs)


def test_a_table_with_another_value_is_not_within() -> None:
    """What is looked for here can be missing."""
    assert within({"a": {"b": 1}}, {"a": {"b": 1, "c": 2}, "d": 3})
    assert not within({"a": {"b": 1}}, {"a": {"b": 2}})
    assert not within({"a": 1}, {})
