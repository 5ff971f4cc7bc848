"""What can be asked of a reading: what stands at a path, and where."""

import pytest

from samenwerk.definitions.checks.example import BASE
from samenwerk.definitions.read import read_text

READING = read_text(BASE, checks=())
NEEDS = ("lifecycle", "collaboration", "step", "stop", "needs")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("workflow", "id"), "voorbeeld"),
        ((*NEEDS, 1), "akkoord"),
        ((*NEEDS, 2, "document"), "nota"),
        ((*NEEDS, 3), None),
        (("workflow", 0), None),
        (("nergens", "x"), None),
    ],
)
def test_what_stands_at_a_path(path: tuple[str | int, ...], expected: str | None) -> None:
    """A name below a table, a number below a list, None where nothing is."""
    node = READING.node(*path)
    assert expected == (None if node is None else node.value)


@pytest.mark.parametrize(
    ("path", "key", "expected"),
    [
        (("workflow", "id"), True, "workflow.toml:2:1"),
        (("workflow", "id"), False, "workflow.toml:2:6"),
        ((*NEEDS, 1), False, "workflow.toml:63:24"),
        ((*NEEDS, 9), True, "workflow.toml:63:1"),
        (("workflow", "zone"), True, "workflow.toml:1:2"),
        (("nergens",), True, "workflow.toml:1:1"),
    ],
)
def test_where_it_stands(path: tuple[str | int, ...], key: bool, expected: str) -> None:
    """What is not there has the place of the nearest thing above it."""
    assert expected == str(READING.place(*path, key=key))
