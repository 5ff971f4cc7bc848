"""Rings, towers and heaps of names: told where they stand, and never followed to the end."""

import pytest

from samenwerk.core.compiled import compile_workflow
from samenwerk.definitions.pages.reference_examples import EXAMPLES
from samenwerk.definitions.read import read_text
from samenwerk.definitions.reading import Reading
from samenwerk.definitions.resolving.resting import DEEPEST, rings

WHOLE = "\n".join(EXAMPLES.values())
LINE = WHOLE.count("\n")


def chain(family: str, line: str, last: str, length: int) -> str:
    """So many names that each rest on the next one."""
    names = [f"[{family}.r{i}]\n{line.format(f'r{i + 1}')}\n" for i in range(1, length)]
    return "".join(names) + f"[{family}.r{length}]\n{last}\n"


def found(reading: Reading) -> list[tuple[str, object, int]]:
    """Code, case and line of each fault."""
    return [(one.code, one.params.get("case"), one.place.line) for one in reading.diagnostics]


CHAINS = [
    ("rule", 'all = ["{}"]', 'all = [{ known = "kosten" }]'),
    ("rule", 'any = ["{}", "betaalbaar"]', 'none = [{ known = "kosten" }]'),
    ("rule", 'all = [{{ every = "raad", rule = "{}" }}]', 'all = [{ known = "kosten" }]'),
    ("date", 'is = "{}"', "is = 2027-01-01"),
    ("date", 'latest = ["{}", 2027-01-01]', "is = 2027-01-01"),
    ("group", 'not_in = "{}"', 'sort = "raad"'),
    ("table", 'members = "{}"', 'level = "theme"'),
]


@pytest.mark.parametrize(("family", "line", "last"), CHAINS)
def test_names_may_rest_on_each_other_so_deep(family: str, line: str, last: str) -> None:
    """And what is made of them can be used."""
    reading = read_text(WHOLE + "\n" + chain(family, line, last, DEEPEST), checks=())
    assert [] == found(reading)
    assert reading.workflow is not None
    compile_workflow(reading.workflow)


@pytest.mark.parametrize("length", [DEEPEST + 1, 40 * DEEPEST])
@pytest.mark.parametrize(("family", "line", "last"), CHAINS)
def test_a_tower_is_told(family: str, line: str, last: str, length: int) -> None:
    """However high, and in whichever order its names are looked into."""
    faults = found(read_text(WHOLE + "\n" + chain(family, line, last, length), checks=()))
    assert {("SW110", "deep")} == {(code, case) for code, case, _ in faults}


@pytest.mark.parametrize(
    ("family", "line", "last"),
    [
        ("rule", 'all = ["{0}", {{ not = "{0}" }}, {{ rule = "{0}" }}]',
         'all = [{ known = "kosten" }]'),
        ("date", 'latest = ["{0}", {{ is = "{0}" }}, {{ is = "{0}", plus = "1 day" }}]',
         "is = 2027-01-01"),
    ],
)  # fmt: skip
def test_a_heap_is_told(family: str, line: str, last: str) -> None:
    """Three to the twentieth power is never counted out."""
    faults = found(read_text(WHOLE + "\n" + chain(family, line, last, 20), checks=()))
    assert {("SW110", "large")} == {(code, case) for code, case, _ in faults}


def test_a_heap_of_groups_is_told() -> None:
    """The same for who is meant."""
    more = "".join(
        f'[group.a{i}]\nnot_in = ["a{i + 1}", "b{i + 1}"]\n'
        f'[group.b{i}]\nnot_in = ["a{i + 1}", "b{i + 1}"]\n'
        for i in range(20)
    )
    last = '[group.a20]\nsort = "raad"\n[group.b20]\nsort = "raad"\n'
    faults = found(read_text(f"{WHOLE}\n{more}{last}", checks=()))
    assert {("SW110", "large")} == {(code, case) for code, case, _ in faults}


def test_days_within_days_count_too() -> None:
    """Braces within braces are as deep as names."""
    deep = "{ is = " * 31 + "2027-01-01" + " }" * 31
    text = f"{WHOLE}\n[date.x]\nis = {deep}\n"
    assert [("SW110", "deep", LINE + 3)] == found(read_text(text, checks=()))


@pytest.mark.parametrize(
    ("pointers", "expected"),
    [
        ({}, []),
        ({"a": "b", "b": "c"}, []),
        ({"a": "a"}, [["a"]]),
        ({"z": "c", "c": "b", "b": "c", "a": "b"}, [["b", "c"]]),
        ({"a": "b", "b": "a", "c": "d", "d": "c", "e": "a"}, [["a", "b"], ["c", "d"]]),
    ],
)
def test_rings_of_pointers(pointers: dict[str, str], expected: list[list[str]]) -> None:
    """Each once, also when others point into it."""
    assert expected == list(rings(pointers))


def test_long_rows_of_names_are_no_rings() -> None:
    """Sorts that belong to sorts, thousands long, are read in one go."""
    row = chain("sort", 'belongs_to = "{}"', 'nl = "L"', 3000)
    assert [] == found(read_text(f"{WHOLE}\n{row}", checks=()))
