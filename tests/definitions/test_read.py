"""Reading a definition whole: files, parts, parents, checks, and that nothing is ever raised."""

import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import tomli_w
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.definitions.checks.example import BASE, HEAD
from samenwerk.definitions.read import read_text, read_workflow
from samenwerk.definitions.reading import Reading
from samenwerk.definitions.spelling.places import Unreadable, read_source
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.place import Place


def written(folder: Path, **files: str) -> Path:
    """These files in a folder; gives the workflow."""
    for name, text in files.items():
        (folder / f"{name}.toml").write_text(text, encoding="utf-8")
    return folder / "workflow.toml"


def told(reading: Reading, folder: Path) -> list[tuple[str, str, object]]:
    """Code, place and case of each fault, without the folder."""
    return [
        (one.code, str(one.place).replace(f"{folder.as_posix()}/", ""), one.params.get("case"))
        for one in reading.diagnostics
    ]


def test_a_workflow_extends_another(tmp_path: Path) -> None:
    """What the base says holds; its name, version, register and stories are not inherited."""
    base = BASE + "[register.party]\nnoord = { sort = 'aanbieder' }\n"
    path = written(tmp_path, workflow=HEAD + 'zone = "UTC"\n', basis=base)
    workflow = read_workflow(path, checks=()).workflow
    assert workflow is not None
    assert ("regio", "1", {"nl": "Regio"}, ("./basis.toml@1",), "UTC") == (
        workflow.name, workflow.version, workflow.labels, workflow.extends, workflow.zone,
    )  # fmt: skip
    assert {"regio/workflow.toml", "basis.toml"} == set(workflow.sources)
    assert {"betaalbaar"} == set(workflow.rules)


def test_a_chain_of_parents_by_name(tmp_path: Path) -> None:
    """A name is found by whoever knows where workflows lie; each layer names one parent."""
    middle = '[workflow]\nid = "m"\nversion = "2"\nextends = "basis@1"\n'
    top = '[workflow]\nid = "t"\nversion = "3"\nextends = "m@2"\n'
    path = written(tmp_path, workflow=top, m=middle, basis=BASE)
    reading = read_workflow(path, find=lambda name: tmp_path / f"{name}.toml", checks=())
    assert reading.workflow is not None
    assert ("m@2", "basis@1") == reading.workflow.extends
    assert ["m/m.toml", "basis/basis.toml"] == [one.file for one in reading.sources[1:]]


@pytest.mark.parametrize(
    ("extends", "faults"),
    [
        ('"nergens@1"', [("SW111", "workflow.toml:4:11", "parent")]),
        ('"./nergens.toml@1"', [("SW111", "workflow.toml:4:11", "parent")]),
        ('"./basis.toml"', [("SW111", "workflow.toml:4:11", "no_version")]),
        ('"./basis.toml@2"', [("SW111", "workflow.toml:4:11", "version")]),
        ('"./workflow.toml@1"', [("SW109", "workflow.toml:4:11", None)]),
        ('"./ring.toml@1"', [("SW109", "ring.toml:4:11", None)]),
        ('"./stuk.toml@1"', [("SW007", "stuk.toml:1:3", "missing")]),
        ("3", [("SW102", "workflow.toml:4:11", "meant")]),
    ],
)
def test_a_parent_that_cannot_be_used_is_one_fault(
    tmp_path: Path, extends: str, faults: list[tuple[str, str, object]]
) -> None:
    """And what would have come from it is not reported as unknown."""
    head = '[workflow]\nid = "a"\nversion = "1"\nextends = '
    text = head + extends + '\n[group.g]\nsort = "van_de_basis"\n'
    ring = head + '"./workflow.toml@1"\n'
    path = written(tmp_path, workflow=text, basis=BASE, ring=ring, stuk="a =\n")
    reading = read_workflow(path, checks=())
    assert faults == told(reading, tmp_path)
    assert reading.workflow is None


def test_parts_are_one_workflow(tmp_path: Path) -> None:
    """What two files both say is a clash; a part outside the folder is not read."""
    head = '[workflow]\nid = "a"\nversion = "1"\nparts = ["een.toml", "twee.toml", "../x.toml"]\n'
    path = written(
        tmp_path, workflow=head, een="[sort.a]\nnl = 'A'\n", twee="[sort]\na = { nl = 'B' }\n"
    )
    assert [("SW111", "workflow.toml:4:35", "part"), ("SW104", "twee.toml:2:7", "parts")] == told(
        read_workflow(path, checks=()), tmp_path
    )


def test_a_file_that_is_not_there(tmp_path: Path) -> None:
    """Is a fault and no exception."""
    path = tmp_path / "workflow.toml"
    assert [("SW111", "workflow.toml:1:1", "file")] == told(read_workflow(path), tmp_path)


def test_faults_stand_in_reading_order_with_the_own_file_first(tmp_path: Path) -> None:
    """Whoever reads the list walks through the files from top to bottom."""
    base = BASE.replace('nl = "Beginnen"', "nl = 3").replace('to = "klaar"', 'to = "klar"')
    path = written(tmp_path, workflow=HEAD + "[rol]\n[sort.x]\nnl = 3\n", basis=base)
    assert [
        ("SW101", "workflow.toml:6:2", "meant"),
        ("SW102", "workflow.toml:8:6", "meant"),
        ("SW102", "basis.toml:55:6", "meant"),
        ("SW103", "basis.toml:61:6", None),
    ] == told(read_workflow(path, checks=()), tmp_path)


def test_a_register_in_the_same_file_is_read_with_it() -> None:
    """Its faults are told with the others; it is no part of the definition itself."""
    text = BASE + "[register.party]\nnoord = { sort = 'aanbieder' }\n"
    wrong = read_text(text.replace("'aanbieder'", "'anbieder'"), checks=())
    right = read_text(text, checks=()).workflow
    plain = read_text(BASE, checks=()).workflow
    assert right is not None
    assert plain is not None
    assert (["SW103"], plain.digest) == ([one.code for one in wrong.diagnostics], right.digest)


class Warns:
    """A check that a plugin might bring."""

    code, TEXTS, good, bad = "XX001", {}, "", ""  # type: ignore[var-annotated]

    def __init__(self, serious: bool) -> None:
        self.serious = serious

    def check(self, reading: Reading) -> Iterator[Diagnostic]:
        """Finds something at every workflow's name."""
        yield Diagnostic(self.code, reading.place("workflow", "id"), serious=self.serious)


@pytest.mark.parametrize("serious", [True, False])
def test_checks_of_others_take_part(serious: bool) -> None:
    """A serious fault of theirs leaves no workflow; a remark does."""
    reading = read_text(BASE, checks=[Warns(serious)])
    found = (Diagnostic("XX001", Place("workflow.toml", 2, 1, 2), serious=serious),)
    assert (found, serious) == (reading.diagnostics, reading.workflow is None)


def spoiled(values: Any, draw: Any) -> Any:
    """The same document with one of its values replaced by anything, or a key renamed."""
    odd = st.one_of(
        st.none(), st.booleans(), st.integers(), st.text(max_size=5), st.lists(st.text(max_size=3)),
        st.dictionaries(st.sampled_from(["a", "add", "remove", "replace", "every", "fact", "is"]),
                        st.one_of(st.text(max_size=3), st.booleans(), st.lists(st.text()))),
    )  # fmt: skip
    if isinstance(values, dict) and values and draw(st.integers(0, 5)):
        key = draw(st.sampled_from(sorted(values)))
        new = spoiled(values[key], draw)
        rest = {name: one for name, one in values.items() if name != key}
        return rest if new is None else {**rest, draw(st.sampled_from([key, key, "extra"])): new}
    if isinstance(values, list) and values and draw(st.integers(0, 3)):
        at = draw(st.integers(0, len(values) - 1))
        new = spoiled(values[at], draw)
        return [*values[:at], *([] if new is None else [new]), *values[at + 1 :]]
    return draw(odd)


@given(st.data())
def test_no_mistake_of_an_author_raises(data: st.DataObject) -> None:
    """Whatever is replaced or renamed: a workflow or faults, never an exception."""
    values = tomllib.loads(BASE)
    for _ in range(data.draw(st.integers(1, 4))):
        values = spoiled(values, data.draw)
        if not isinstance(values, dict):
            return
    reading = read_text(tomli_w.dumps(values))
    serious = any(one.serious for one in reading.diagnostics)
    assert serious == (reading.workflow is None)


@pytest.fixture(scope="module")
def base(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example as a file to build on."""
    path = tmp_path_factory.mktemp("basis") / "workflow.toml"
    path.write_text(BASE, encoding="utf-8")
    return path


@given(data=st.data())
def test_no_mistake_of_a_child_raises(base: Path, data: st.DataObject) -> None:
    """The same for what lies over a base, so that merging meets every kind of value."""
    values = spoiled(tomllib.loads(BASE), data.draw)
    if isinstance(values, dict):
        header = values.get("workflow")
        values["workflow"] = {**(header if isinstance(header, dict) else {}), "extends": "b@1"}
        reading = read_text(tomli_w.dumps(values), find=lambda name: base)
        assert () != reading.diagnostics or reading.workflow is not None


@given(st.binary(max_size=200))
def test_bytes_that_are_no_toml_are_told(data: bytes) -> None:
    """With the faults of the first room alone."""
    expected: tuple[Diagnostic, ...] = ()
    try:
        read_source(data, "workflow.toml")
    except Unreadable as fault:
        expected = fault.diagnostics
    found = read_text(data, checks=()).diagnostics
    assert expected == (found if expected else ())
