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
from samenwerk.authoring.plugin import BRINGS, NewPlugin, plugin_files
from samenwerk.authoring.writing import WIDTH

SRC = Path(samenwerk.__file__).parents[1]
ALL = ",".join(BRINGS)


def ran_in(folder: Path, *command: str) -> subprocess.CompletedProcess[str]:
    """A command of Python in a package that is not installed, with samenwerk as it is here."""
    path = os.pathsep.join((str(folder / "src"), str(SRC)))
    return subprocess.run(
        [sys.executable, "-m", *command], cwd=folder, capture_output=True, text=True, check=False,
        env={**os.environ, "PYTHONPATH": path, "MYPYPATH": path}, encoding="utf-8",
    )  # fmt: skip


@pytest.mark.no_cover
@pytest.mark.parametrize(
    ("lang", "brings"), [("nl", ""), ("nl", ALL), *(("en", one) for one in BRINGS)]
)
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


@pytest.mark.no_cover
def test_its_types_are_right(run: Run, folder: Path) -> None:
    """Strictly, in a package that brings everything."""
    run("new", "plugin", "zorgpot", "--with", ALL)
    typed = ran_in(folder / "samenwerk-zorgpot", "mypy")
    assert 0 == typed.returncode, typed.stdout


def test_every_file_is_as_people_write_it() -> None:
    """For every choice: no long line, one newline at the end, and every spot filled in."""
    chosen = [some for count in range(1, len(BRINGS) + 1) for some in combinations(BRINGS, count)]
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
