"""What holds for the house as a whole: its front door, its rooms, and what it says of itself.

Import directions are checked by import-linter, and types by mypy.
"""

import ast
import doctest
import importlib
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import samenwerk

ROOT = Path(__file__).resolve().parents[1]
SRC = ROOT / "src"
PACKAGE = SRC / "samenwerk"
LONGEST = 400

# Modules that would let a room see the clock, chance, the environment, a disk or the network.
IMPURE = {"io", "os", "pathlib", "random", "secrets", "shutil", "socket", "sqlite3", "subprocess"}
IMPURE |= {"tempfile", "time", "urllib"}
CLOCK = re.compile(r"\b(datetime|date|dt)\.(now|utcnow|today)$")
CHANCE = re.compile(r"\buuid\d$")


def sources() -> list[Path]:
    """Every module of the package, in one order."""
    return sorted(PACKAGE.rglob("*.py"))


def named(path: Path) -> str:
    """A path as a reader would point to it."""
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    """A module as Python reads it."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def impurities(module: ast.Module) -> Iterator[str]:
    """What a module takes from outside its arguments."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            names = {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = {node.module or ""}
        else:
            names = set()
        yield from sorted(name for name in names if name.split(".")[0] in IMPURE)
        if isinstance(node, ast.Attribute | ast.Name):
            spelled = ast.unparse(node)
            if CLOCK.search(spelled) or CHANCE.search(spelled):
                yield spelled
        if isinstance(node, ast.Call) and ast.unparse(node.func) in ("open", "input", "print"):
            yield ast.unparse(node.func)


def test_public_names() -> None:
    """What the front door shows is what tests/public_names.txt promises, and all of it is there."""
    promised = (ROOT / "tests" / "public_names.txt").read_text(encoding="utf-8").split()
    assert sorted(promised) == sorted(samenwerk.__all__)
    assert [] == [name for name in promised if not hasattr(samenwerk, name)]


def test_the_package_says_that_it_is_typed() -> None:
    """Type checkers of others read our annotations only where this file lies."""
    assert (PACKAGE / "py.typed").is_file()


def test_every_room_is_a_package() -> None:
    """A folder with modules has an `__init__.py`: tools that look for a package then find one."""
    rooms = {path.parent for path in sources()}
    assert [] == sorted(named(room) for room in rooms if not (room / "__init__.py").is_file())


def test_every_module_says_what_lives_in_it() -> None:
    """Each module opens with a docstring."""
    assert [] == [named(path) for path in sources() if not ast.get_docstring(tree(path))]


def test_everything_public_is_explained() -> None:
    """Each public function and class of a module has a docstring."""
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef
    silent = [
        f"{named(path)}:{node.lineno} {node.name}"
        for path in sources()
        for node in tree(path).body
        if isinstance(node, kinds) and not node.name.startswith("_")
        if not ast.get_docstring(node)
    ]
    assert [] == silent


def test_every_room_is_on_the_maps() -> None:
    """Who looks for where something lives finds each room, and none that is gone."""
    rooms = {path.name for path in PACKAGE.iterdir() if (path / "__init__.py").is_file()}
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| (`[^|]*) \|", readme.partition("## The map")[2], re.MULTILINE)
    assert {*rooms, "front"} == {name for row in rows for name in re.findall(r"`(\w+)`", row)}
    contributing = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    drawn = contributing.partition("src/samenwerk/")[2].partition("\nplugins/")[0]
    assert rooms == set(re.findall(r"^  (\w+)/", drawn, re.MULTILINE))


def test_every_page_is_in_the_index() -> None:
    """`docs/README.md` leads to each page and folder beside it, and to none that is not there."""
    index = (ROOT / "docs" / "README.md").read_text(encoding="utf-8")
    named_there = {one.split("/")[0] for one in re.findall(r"\]\(([^)#]+)\)", index)} - {".."}
    kept = {path.name for path in (ROOT / "docs").iterdir()
            if path.suffix == ".md" or (path.is_dir() and not path.name.startswith(("_", ".")))}
    assert kept - {"README.md"} == named_there


def test_no_room_is_too_large() -> None:
    """A module fits in one sitting."""
    lengths = {named(path): len(path.read_bytes().splitlines()) for path in sources()}
    assert {} == {name: length for name, length in lengths.items() if length > LONGEST}


def test_values_and_core_know_only_their_arguments() -> None:
    """No clock, chance, environment, disk or network in the two rooms that must be pure."""
    pure = [path for path in sources() if path.relative_to(PACKAGE).parts[0] in ("values", "core")]
    found = {named(path): list(impurities(tree(path))) for path in pure}
    assert {} == {name: faults for name, faults in found.items() if faults}


@pytest.mark.parametrize(
    "line",
    [
        "import random",
        "import os.path",
        "from time import monotonic",
        "datetime.now(UTC)",
        "dt.datetime.now()",
        "date.today()",
        "uuid.uuid4()",
        "uuid4()",
        "open('a')",
    ],
)
def test_the_look_for_impurities_finds_them(line: str) -> None:
    """Each way in which a room could look outside is seen."""
    assert [] != list(impurities(ast.parse(line)))


@pytest.mark.parametrize("path", sources(), ids=named)
def test_examples_in_docstrings_run(path: Path) -> None:
    """What a docstring shows is what happens."""
    if path.name == "__main__.py":
        return  # a door that opens when it is touched
    parts = path.relative_to(SRC).with_suffix("").parts
    name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
    flags = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    assert 0 == doctest.testmod(importlib.import_module(name), optionflags=flags).failed


def project_texts() -> list[tuple[str, str]]:
    """Every file that is kept, with its text; files that are no text are left out."""
    try:
        listed = subprocess.run(
            ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True
        )
    except (OSError, subprocess.CalledProcessError) as fault:
        pytest.skip(f"this is no checkout that git can list: {fault}")
    texts = []
    for name in listed.stdout.decode("utf-8").split("\0"):
        path = ROOT / name
        if not name or not path.is_file():
            continue
        try:
            texts.append((name, path.read_text(encoding="utf-8")))
        except UnicodeDecodeError:
            continue
    return texts


def test_the_project_speaks_only_of_itself() -> None:
    """No file that is kept names a place on one machine, or the host of a package index."""
    # Spelled in pieces, or this file would find itself.
    beside = "/".join(["..", "shared"])
    places = ["/".join(["", place, ""]) for place in ("home", "root", "work")]
    hosts = [f"{name}.org" for name in ("py" + "pi", "python" + "hosted", "npm" + "js")]
    found = [
        f"{name}: {word}"
        for name, text in project_texts()
        for word in [beside, *places, *hosts]
        if word in text and not (word == beside and name == ".ci/run")
    ]
    assert [] == found


def test_what_is_not_measured_is_not_slowed_down() -> None:
    """Only the tests of some rooms are measured, and this is none of them: nothing traces it."""
    assert "coverage" not in repr(sys.gettrace())
