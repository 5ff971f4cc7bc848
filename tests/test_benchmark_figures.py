"""Figures are read by people: what was measured can be prepared, and a line says what it was.

What the benchmarks compare is held by `test_benchmark_agreement.py`.
"""

from pathlib import Path

import pytest
from benchmarks import processes
from benchmarks.figures import Figure

from samenwerk.cli.main import main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The working folder, in which the benchmarks ask what they ask; spoken is Dutch."""
    monkeypatch.chdir(processes.written(tmp_path))
    monkeypatch.setenv("SAMENWERK_LANG", "nl")
    return tmp_path


def test_a_store_to_ask_for_its_status_can_be_made(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each act goes in, and then there are three changes to tell of."""
    assert dict.fromkeys(processes.ACTS, 0) == {act: main(list(act)) for act in processes.ACTS}
    capsys.readouterr()
    assert 0 == main(list(processes.STATUS))
    assert 3 == capsys.readouterr().out.count("- change-")


def test_the_text_to_check_is_sound(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """And it has the length that the figure names."""
    assert 0 == main(list(processes.CHECK)), capsys.readouterr().out
    assert processes.LINES == processes.long_text().count("\n")


def test_a_first_act_that_is_refused_is_told(tmp_path: Path) -> None:
    """Without a workflow nothing starts, and the table says so in place of a time."""
    assert processes.acted(tmp_path).startswith("start: ")


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (1.2, "1.2 s"),
        (0.606, "606 ms"),
        (0.0037, "3.7 ms"),
        (0.0000011, "1.1 µs"),
        (0.00000082, "0.82 µs"),
        (0.0, "0.00 µs"),
        (-0.00368731, "-3.7 ms"),
        (-1.2, "-1.2 s"),
    ],
)
def test_a_time_is_told_in_the_unit_that_fits(seconds: float, said: str) -> None:
    """A difference below zero like any other."""
    assert ("one", said, "", said, "60.0 ms") == Figure(
        name="one", ours=seconds, goal=0.060
    ).cells()[:5]
