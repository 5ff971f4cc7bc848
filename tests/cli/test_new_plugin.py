"""`samenwerk new plugin`: a package that is right at once, and never in the place of another."""

import json
import os
import subprocess
import sys
from itertools import combinations
from pathlib import Path

import pytest
from tests.cli.world import Run

import samenwerk
from samenwerk.authoring.bringing import BRINGS
from samenwerk.authoring.plugin import NewPlugin, plugin_files
from samenwerk.authoring.writing import WIDTH
from samenwerk.hooks.families import HOOKS

SRC = Path(samenwerk.__file__).parents[1]


def ran_in(
    folder: Path, *command: str, sources: list[str] | None = None
) -> subprocess.CompletedProcess[str]:
    """A command of Python in a package that is not installed, with samenwerk as it is here."""
    path = os.pathsep.join((*(sources or [str(folder / "src")]), str(SRC)))
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": path, "MYPYPATH": path}, encoding="utf-8",
    )  # fmt: skip


@pytest.mark.parametrize(("lang", "brings"), [("nl", ""), ("nl", "all")])
def test_its_own_tests_pass(run: Run, folder: Path, lang: str, brings: str) -> None:
    """Whatever it brings, and its contract suite is among them; ruff has nothing to say."""
    chosen = ("--with", brings) if brings else ()
    made = run("new", "plugin", "zorgpot", "--lang", lang, *chosen)
    assert (0, "") == (made.code, made.err)
    assert [] == [row for row in made.out.splitlines() if len(row) > 80]
    home = folder / "samenwerk-zorgpot"
    tested = ran_in(home, "pytest", "-q", "-p", "no:cacheprovider")
    assert 0 == tested.returncode, tested.stdout + tested.stderr
    linted = ran_in(home, "ruff", "check", ".")
    assert 0 == linted.returncode, linted.stdout
    laid_out = ran_in(home, "ruff", "format", "--check", ".")
    assert 0 == laid_out.returncode, laid_out.stdout


def test_the_tests_of_each_hook_alone_pass(run: Run, folder: Path) -> None:
    """A package for every hook there is, all tested at once; ruff has nothing to say of any."""
    homes = []
    for hook in BRINGS:
        made = run("new", "plugin", f"zorg_{hook}", "--lang", "en", "--with", hook)
        assert (0, "") == (made.code, made.err)
        homes.append(folder / f"samenwerk-zorg-{hook.replace('_', '-')}")
    assert 15 == len(homes)
    (folder / "pyproject.toml").touch()  # so that none of them is taken for the root
    sources = [str(home / "src") for home in homes]
    names = [home.name for home in homes]
    flags = ("-q", "-p", "no:cacheprovider", "--import-mode=importlib", "-c", "pyproject.toml")
    tested = ran_in(folder, "pytest", *flags, *names, sources=sources)
    assert 0 == tested.returncode, tested.stdout + tested.stderr
    for command in (("check",), ("format", "--check")):
        linted = ran_in(folder, "ruff", *command, *names)
        assert 0 == linted.returncode, linted.stdout


def test_every_hook_there_is_can_be_begun_with() -> None:
    """Sentences come by themselves with whatever says something."""
    assert {*HOOKS} == {*BRINGS, "messages"}


def test_its_types_are_right(run: Run, folder: Path) -> None:
    """Strictly, in a package that brings everything."""
    run("new", "plugin", "zorgpot", "--with", "all")
    typed = ran_in(folder / "samenwerk-zorgpot", "mypy")
    assert 0 == typed.returncode, typed.stdout


def test_every_file_is_as_people_write_it() -> None:
    """Alone, by two, and all: no long line, one newline at the end, every spot filled in."""
    chosen = [*((one,) for one in BRINGS), *combinations(BRINGS, 2), tuple(BRINGS)]
    for lang in ("nl", "en"):
        for brings in chosen:
            new = NewPlugin(name="ons_plan", lang=lang, nl="Ons plan", en="Our plan", brings=brings)
            for path, text in plugin_files(new).items():
                assert "{{" not in text, path
                assert text == "" or (text.endswith("\n") and not text.endswith("\n\n")), path
                widest = WIDTH if path.startswith("workflow") else 100
                rows = [row for row in text.splitlines() if len(row) > widest]
                assert [] == [row for row in rows if not row.startswith("|")], path


def test_json_says_what_was_made(run: Run, folder: Path) -> None:
    """The files that are there, and what comes next."""
    told = json.loads(run("new", "plugin", "ons_plan", "--format", "json").out)
    home = folder / "samenwerk-ons-plan"
    there = sorted(one.relative_to(home).as_posix() for one in home.rglob("*") if one.is_file())
    assert {
        "kind": "plugin", "name": "ons_plan", "folder": "samenwerk-ons-plan", "files": there,
        "brings": ["rules", "messages"],
    } == told["made"]  # fmt: skip
    assert "cd samenwerk-ons-plan" == told["next"][0]


def test_what_is_there_stays(run: Run, folder: Path) -> None:
    """A folder of that name, with whatever is in it."""
    (folder / "samenwerk-zorgpot").mkdir()
    (folder / "samenwerk-zorgpot" / "mine.txt").write_text("mine", encoding="utf-8")
    there = {*folder.iterdir()}
    assert 2 == run("new", "plugin", "zorgpot").code
    assert ["mine.txt"] == [one.name for one in (folder / "samenwerk-zorgpot").iterdir()]
    assert there == {*folder.iterdir()}


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("samenwerk-zorgpot", "zorgpot"), ("Zorg Pot", "zorg_pot"), ("zorg-pot", "zorg_pot"),
        ("class", "class_2"), ("samenwerk", "plugin"), ("2", "plugin_2"),
    ],
)  # fmt: skip
def test_what_cannot_be_a_name(run: Run, folder: Path, name: str, near: str) -> None:
    """It is refused with one that can be."""
    there = {*folder.iterdir()}
    made = run("new", "plugin", name, "--lang", "en")
    assert (2, there) == (made.code, {*folder.iterdir()})
    assert made.err.rstrip().endswith(f"samenwerk new plugin {near}")
    assert 0 == run("new", "plugin", near).code


def test_what_cannot_be_brought(run: Run, folder: Path) -> None:
    """The nearest that can, or all of them."""
    there = {*folder.iterdir()}
    assert 'mean "facts"' in run("new", "plugin", "x", "--with", "fact", "--lang", "en").err
    assert "rules, facts" in run("new", "plugin", "x", "--with", "?", "--lang", "en").err
    assert there == {*folder.iterdir()}


@pytest.mark.parametrize("title", ['Zorg "pot"', "a\\nb\\", "x" * 200, "{{name}}", '"""', "é 日本"])
def test_any_title_will_do(run: Run, folder: Path, title: str) -> None:
    """Nothing of it breaks out of its quotes, in Python or in TOML."""
    made = run("new", "plugin", "zorgpot", "--nl", title, "--en", title)
    assert (0, "") == (made.code, made.err)
    home = folder / "samenwerk-zorgpot"
    for path in home.rglob("*.py"):
        compile(path.read_text(encoding="utf-8"), str(path), "exec")
    linted = ran_in(home, "ruff", "check", ".")
    assert 0 == linted.returncode, linted.stdout
