"""Which packages bring plugins: found as `importlib.metadata` finds them, without asking it."""

import sys
import zipfile
from importlib.metadata import distribution, entry_points
from importlib.metadata import version as version_by_library
from pathlib import Path
from subprocess import run

import pytest

from samenwerk.hooks.entries import entries, version_of


def put(folder: Path, info: str, points: str, headers: str = "Name: x\nVersion: 1") -> None:
    """A folder that tells of a package."""
    there = folder / info
    there.mkdir(parents=True)
    (there / "METADATA").write_text(f"Metadata-Version: 2.1\n{headers}\n\nVersion: of no header\n")
    (there / "entry_points.txt").write_text(points)


def told(group: str) -> list[tuple[str, str, str | None, str | None]]:
    """What is found."""
    return sorted(
        (one.name, one.origin, one.header("Name"), one.header("Version"))
        for one in entries(group)
    )


def by_library(group: str) -> list[tuple[str, str, str | None, str | None]]:
    """What the standard library finds."""
    return sorted(
        (one.name, one.value, one.dist.metadata["Name"], one.dist.metadata["Version"])
        for one in entry_points(group=group)
        if one.dist is not None
    )


@pytest.mark.parametrize("group", ["samenwerk", "console_scripts", "pytest11", "nowhere"])
def test_here_the_same_is_found_as_by_the_library(group: str) -> None:
    """In the environment of these tests nothing is missed and nothing made up."""
    assert by_library(group) == told(group)


@pytest.mark.parametrize("package", ["pluggy", "attrs", "typing_extensions", "Typing.Extensions"])
def test_the_version_of_a_package_is_what_the_library_says(package: str) -> None:
    """However its name is written."""
    assert version_by_library(package) == version_of(package)


def test_a_package_that_is_not_there_has_no_version() -> None:
    """And asking raises nothing."""
    assert version_of("no-such-package") is None


def test_of_two_with_one_name_the_first_on_the_path_counts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when only the second brings plugins, and whatever signs stand in the names."""
    put(tmp_path / "a", "proef_een-1.dist-info", "[proef]\none = first\n", "Name: proef-een")
    put(tmp_path / "b", "Proef.Een-2.dist-info", "[proef]\none = second\n")
    put(tmp_path / "a", "stil-1.dist-info", "[other]\nx = y\n")
    put(tmp_path / "b", "stil-2.dist-info", "[proef]\ntwo = third\n")
    path = [str(tmp_path / name) for name in ("a", "nowhere", "b", "a")]
    monkeypatch.setattr(sys, "path", path)
    assert [("one", "first", "proef-een", None)] == told("proef")
    assert by_library("proef") == told("proef")


def test_only_what_stands_under_the_head_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Comments, other heads and lines that say nothing are passed over."""
    points = "[a]\nno = x\n\n [proef] \n# not = this\n one = m:a.b \n;\ntwo=n [extra]\n"
    put(tmp_path, "proef-1.dist-info", points + "[b]\nno = x\n")
    (tmp_path / "file-1.egg-info").write_text("Name: file\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path)])
    assert [("one", "m:a.b", "x", "1"), ("two", "n [extra]", "x", "1")] == told("proef")


def test_what_it_names_is_imported_when_it_is_loaded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A module, or what stands in it."""
    points = "[proef]\nmodule = entry_proef\ninner = entry_proef : Room.inner [extra]\n"
    put(tmp_path, "proef-1.dist-info", points)
    (tmp_path / "entry_proef.py").write_text("class Room:\n    inner = 'found'\n")
    monkeypatch.syspath_prepend(tmp_path)
    found = {one.name: one for one in entries("proef")}
    assert "entry_proef" not in sys.modules
    assert "found" == found["inner"].load()
    assert sys.modules["entry_proef"] is found["module"].load()
    del sys.modules["entry_proef"]


def test_what_is_no_folder_is_left_to_the_library(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A zip file on the path is looked in too."""
    with zipfile.ZipFile(tmp_path / "packed.zip", "w") as packed:
        packed.writestr("packed-3.dist-info/METADATA", "Name: packed\nVersion: 3\n")
        packed.writestr("packed-3.dist-info/entry_points.txt", "[proef]\none = packed\n")
    monkeypatch.setattr(sys, "path", [str(tmp_path / "packed.zip")])
    assert [("one", "packed", "packed", "3")] == told("proef")
    assert "3" == version_of("packed")
    assert version_of("pluggy") is None


def test_who_else_finds_packages_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever finds packages in its own way is found by the library, and so by us."""

    class Elsewhere:
        @staticmethod
        def find_spec(name: str, path: object = None, target: object = None) -> None:
            """Modules it has none."""

        @staticmethod
        def find_distributions(context: object = None) -> list[object]:
            """One package, that is not on the path."""
            return [there]

    there = distribution("pluggy")
    monkeypatch.setattr(sys, "path", [])
    assert [] == told("console_scripts")
    monkeypatch.setattr(sys, "meta_path", [*sys.meta_path, Elsewhere])
    assert there.version == version_of("pluggy")


def test_looking_does_not_import_the_library() -> None:
    """Importing it would take as long as the whole look."""
    program = (
        "import sys\nfrom samenwerk.hooks.installed import sources\nsources()\n"
        "print([one for one in ('importlib.metadata', 'email') if one in sys.modules])\n"
    )
    told = run([sys.executable, "-S", "-c", _path() + program], capture_output=True, text=True)
    assert ("[]\n", "") == (told.stdout, told.stderr)


def _path() -> str:
    """The path of these tests, without what the start of a Python imports by itself."""
    return f"import sys; sys.path[:] = {sys.path!r}\n"
