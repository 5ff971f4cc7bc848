"""The resolver finds the workflows that come with samenwerk, in both places where they can lie.

What is written in them is no business of these tests.
"""

import importlib.util
import shutil
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk import packaged

ROOT = Path(__file__).resolve().parents[1]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with two workflows, a folder that is none, and a workflow just outside it."""
    around = tmp_path_factory.mktemp("around")
    for path in ("inside/b/workflow.toml", "inside/a/workflow.toml", "inside/c/README.md"):
        (around / path).parent.mkdir(parents=True, exist_ok=True)
        (around / path).write_text("", encoding="utf-8")
    (around / "workflow.toml").write_text("", encoding="utf-8")
    return around / "inside"


def load_copy(source: Path) -> ModuleType:
    """Load a copy of the resolver as if it were installed where it stands."""
    spec = importlib.util.spec_from_file_location("packaged_copy", source)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_checkout_reads_the_folder_beside_src() -> None:
    """In a checkout the workflows are read where they are written."""
    assert ROOT / "workflows" == packaged.workflows_folder()


def test_wheel_reads_the_folder_inside_the_package(tmp_path: Path) -> None:
    """Installed from a wheel, the folder inside the package comes before any other."""
    package = tmp_path / "a" / "samenwerk"
    (package / "_workflows" / "regio").mkdir(parents=True)
    (package / "_workflows" / "regio" / "workflow.toml").touch()
    (tmp_path / "workflows" / "elsewhere").mkdir(parents=True)
    (tmp_path / "workflows" / "elsewhere" / "workflow.toml").touch()
    copy = load_copy(Path(shutil.copy(packaged.__file__, package)))
    assert (package / "_workflows", ("regio",)) == (copy.workflows_folder(), copy.workflow_names())


def test_names_are_the_folders_with_a_workflow(folder: Path) -> None:
    """A folder counts when it has a workflow.toml; the names come in alphabetical order."""
    assert ("a", "b") == packaged.workflow_names(folder)


def test_missing_folder_has_no_workflows(tmp_path: Path) -> None:
    """Where the folder was taken away there is nothing to find, and that is no fault."""
    gone = tmp_path / "gone"
    assert ((), None) == (packaged.workflow_names(gone), packaged.find_workflow("a", gone))


def test_every_name_is_found(folder: Path) -> None:
    """Each name that is listed leads to its file."""
    names = packaged.workflow_names(folder)
    expected = [folder / name / "workflow.toml" for name in names]
    assert expected == [packaged.find_workflow(name, folder) for name in names]


@pytest.mark.parametrize(
    "name",
    ["", ".", "..", "c", "A", "a/", "./a", "../inside/a", "a/../b", "..\\inside\\a", "a\0", "/"],
)
def test_what_looks_like_a_path_is_no_name(folder: Path, name: str) -> None:
    """Only a name finds something: nothing leads out of the folder or deeper into it."""
    assert packaged.find_workflow(name, folder) is None


@given(name=st.text(alphabet="ab./\\:~\0C ", max_size=12) | st.text())
def test_no_name_leads_outside(folder: Path, name: str) -> None:
    """Whatever is asked, the answer is nothing or one of the workflows that are listed."""
    expected = folder / name / "workflow.toml" if name in ("a", "b") else None
    assert expected == packaged.find_workflow(name, folder)
