"""A role that must be held and is not: said at the register, and only where a step waits for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from samenwerk.definitions.checks.example import BASE, REGISTER, changed
from samenwerk.scenarios.folder import read_folder

HELD = 'holds = [{ role = "voorzitter", who = "zuid", starts = 2027-01-01 }]'
EMPTY = changed(HELD, "holds = []", REGISTER)
STOPS = 'by = "voorzitter"\nneeds = ["betaalbaar"'
OPTIONAL = changed("exactly = 1, ", "")
BESIDE = changed(STOPS, STOPS.replace('"voorzitter"', '["voorzitter", "deelnemer"]', 1))
TAKEN = changed('to = "lopend"\n', 'to = "lopend"\ntakes = "voorzitter"\n')


def found(path: Path, workflow: str, register: str | None) -> list[tuple[str, str, bool, object]]:
    """What is told of a workflow with this register beside it: code, place, serious, step."""
    (path / "workflow.toml").write_text(workflow, encoding="utf-8")
    if register is not None:
        (path / "register.toml").write_text(register, encoding="utf-8")
    return [
        (one.code, f"{Path(one.place.file).name}:{one.place.line}", one.serious,
         one.params.get("step"))
        for one in read_folder(path / "workflow.toml").diagnostics
    ]  # fmt: skip


def test_a_role_without_holder_is_told_at_the_list_of_holders(tmp_path: Path) -> None:
    """The warning names the first step that nobody can do, and stands where a line belongs."""
    told = ("SW313", "register.toml:7", False, "collaboration.stop")
    assert [told] == found(tmp_path, BASE, EMPTY)


def test_a_register_inside_the_workflow_is_asked_too(tmp_path: Path) -> None:
    """Without a list of holders it is told where the register begins."""
    inside = BASE + EMPTY.replace("holds = []\n", "")
    line = inside.splitlines().index("[register.party]") + 1
    (code, place, serious, step), *more = found(tmp_path, inside, None)
    assert ("SW313", False, "collaboration.stop", []) == (code, serious, step, more)
    assert f"workflow.toml:{line}" == place


@pytest.mark.parametrize(
    ("workflow", "register"),
    [(BASE, REGISTER), (BASE, ""), (OPTIONAL, EMPTY), (BESIDE, EMPTY), (TAKEN, EMPTY)],
    ids=["held", "no parties yet", "may be empty", "another may", "a step gives it"],
)
def test_nothing_is_said_where_a_step_can_be_done(
    tmp_path: Path, workflow: str, register: str
) -> None:
    """A role that is held, that may be empty, or that something else makes up for is no warning."""
    assert "SW313" not in [one[0] for one in found(tmp_path, workflow, register)]
