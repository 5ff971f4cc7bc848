"""Files named in a text: only definitions, only where they may lie, and never without end."""

import os
from pathlib import Path

import pytest

from samenwerk.definitions.checks.example import BASE
from samenwerk.definitions.laying.chain import LONGEST
from samenwerk.definitions.read import read_text, read_workflow
from samenwerk.definitions.register_file import read_register
from samenwerk.definitions.spelling.places import LARGEST_FILE, read_bytes

HEAD = '[workflow]\nid = "a"\nversion = "1"\n'
LONG = "x" * 5000 + ".toml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder for a workflow, among things that are none."""
    folder = tmp_path / "werk"
    folder.mkdir()
    (tmp_path / "buiten.toml").write_text('[sort.s]\nnl = "geheim"\n')
    (tmp_path / "geheim.txt").write_text("geheim\n")
    (folder / "map.toml").mkdir()
    (folder / "deel.toml").write_text('[sort.s]\nnl = "S"\n')
    (folder / "groot.toml").write_bytes(b"#" * (LARGEST_FILE + 1))
    return folder


def found(folder: Path, line: str) -> list[tuple[str, object, str]]:
    """Code, case and file of what is found in a workflow with this line in its heading."""
    path = folder / "workflow.toml"
    path.write_text(f"{HEAD}{line}\n", encoding="utf-8")
    return [
        (one.code, one.params.get("case"), Path(one.place.file).name)
        for one in read_workflow(path, checks=()).diagnostics
    ]


@pytest.mark.parametrize(
    "part",
    [
        "nergens.toml", "../buiten.toml", "sub/../../buiten.toml", "/etc/hostname", "map.toml",
        "", ".", "..", "deel", "\\u0000.toml", LONG, "C:/buiten.toml", "../geheim.txt",
    ],
)  # fmt: skip
def test_a_part_lies_in_the_folder_or_it_is_not_read(folder: Path, part: str) -> None:
    """One fault, at the name; nothing of another file is shown."""
    assert [("SW111", "part", "workflow.toml")] == found(folder, f'parts = ["{part}"]')


@pytest.mark.parametrize(
    "parent",
    [
        "./nergens.toml", "../geheim.txt", "./map.toml", "./\\u0000.toml", f"./{LONG}",
        "/etc/hostname", "~/a.toml", "\\u202Etxt.toml", ".", "./",
    ],
)  # fmt: skip
def test_a_parent_is_a_definition_or_it_is_not_read(folder: Path, parent: str) -> None:
    """A path may lead out of the folder, but only to a file that says it is one."""
    assert [("SW111", "parent", "workflow.toml")] == found(folder, f'extends = "{parent}@1"')


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with a name")
@pytest.mark.parametrize("line", ['parts = ["pijp.toml"]', 'extends = "./pijp.toml@1"'])
def test_a_pipe_is_not_waited_for(folder: Path, line: str) -> None:
    """It could stay silent for ever."""
    os.mkfifo(folder / "pijp.toml")
    assert ["SW111"] == [code for code, _, _ in found(folder, line)]


@pytest.mark.parametrize("name", ["buiten.toml", "geheim.txt", "zelf.toml"])
@pytest.mark.parametrize("key", ["part", "parent"])
def test_a_link_does_not_lead_out_either(folder: Path, name: str, key: str) -> None:
    """A link counts as what it leads to; one to itself leads nowhere."""
    link = folder / "zelf.toml"
    try:
        link.symlink_to(link if name == "zelf.toml" else folder.parent / name)
    except OSError:
        pytest.skip("this system has no links")
    line = 'parts = ["zelf.toml"]' if key == "part" else 'extends = "./zelf.toml@1"'
    expected = [] if (name, key) == ("buiten.toml", "parent") else [
        ("SW111", key, "workflow.toml")]  # fmt: skip
    assert expected == found(folder, line)


def test_a_part_that_is_named_twice_is_one_fault(folder: Path) -> None:
    """Also under another name for the same file, or when it is the workflow itself."""
    assert [("SW105", None, "workflow.toml")] * 3 == found(
        folder, 'parts = ["deel.toml", "./deel.toml", "deel.toml", "workflow.toml"]'
    )


@pytest.mark.parametrize("line", ['parts = ["groot.toml"]', 'extends = "./groot.toml@1"'])
def test_a_file_too_large_is_not_read_to_its_end(folder: Path, line: str) -> None:
    """Neither as a part nor as a parent."""
    assert [("SW002", None, "groot.toml")] == found(folder, line)


@pytest.mark.skipif(not Path("/dev/zero").exists(), reason="this system has no endless file")
def test_no_more_is_read_than_is_needed_to_refuse(tmp_path: Path) -> None:
    """An endless device is no file, and of a file one byte beyond the limit is read at most."""
    assert ["SW111"] == [one.code for one in read_workflow(Path("/dev/zero")).diagnostics]
    large = tmp_path / "groot.toml"
    large.write_bytes(b"#" * (LARGEST_FILE + 100))
    assert LARGEST_FILE + 1 == len(read_bytes(large))


@pytest.mark.parametrize("path", ["nergens.toml", "a\0b.toml", LONG, "\ud800.toml", "."], ids=repr)
def test_a_path_that_no_file_has_is_one_fault(path: str) -> None:
    """For a workflow and for a register."""
    workflow = read_text(BASE, checks=()).workflow
    assert workflow is not None
    for reading in (read_workflow(Path(path)), read_register(Path(path), workflow)):
        assert [("SW111", "file")] == [
            (one.code, one.params["case"]) for one in reading.diagnostics
        ]


def test_a_chain_that_nobody_can_oversee(tmp_path: Path) -> None:
    """So many definitions above each other and no more."""
    for number in range(LONGEST + 2):
        text = f'{HEAD}extends = "./w{number + 1}.toml@1"\n'
        (tmp_path / f"w{number}.toml").write_text(text)
    (fault,) = read_workflow(tmp_path / "w0.toml", checks=()).diagnostics
    assert ("SW109", "long", LONGEST) == (fault.code, fault.params["case"], fault.params["most"])


@pytest.mark.parametrize(
    ("line", "codes"),
    [
        ("parts = [3]", ["SW102"]),
        ('parts = "deel.toml"', ["SW102"]),
        ("parts = { a = 1 }", ["SW102"]),
        ("extends = []", ["SW102"]),
    ],
)
def test_a_name_of_another_type_is_one_fault(folder: Path, line: str, codes: list[str]) -> None:
    """Told by the shape of the heading."""
    assert codes == [code for code, _, _ in found(folder, line)]
