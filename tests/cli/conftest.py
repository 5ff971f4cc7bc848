"""A working folder with the small workflow, and a way to run commands there."""

from pathlib import Path

import pytest
from tests.cli.world import REGISTER, SCENARIOS, WORKFLOW, Ran, Run

from samenwerk.cli.main import main


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the workflow in `balie/`; the language of the machine is Dutch."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SAMENWERK_LANG", "nl")
    where = tmp_path / "balie"
    where.mkdir()
    for name, text in (
        ("workflow.toml", WORKFLOW), ("register.toml", REGISTER), ("scenarios.toml", SCENARIOS),
    ):  # fmt: skip
        (where / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def run(folder: Path, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run `samenwerk` with these words in that folder."""

    def call(*words: str) -> Ran:
        code = main(list(words))
        printed = capsys.readouterr()
        return Ran(code, printed.out, printed.err)

    return call


@pytest.fixture
def begun(run: Run) -> Run:
    """The same, in a rehearsal that has begun: founded, with case `w` proposed by Noord."""
    now = ("--now", "2027-02-01T09:00")
    for words in (
        ("start", "balie", "--rehearsal", *now),
        ("register", "balie/register.toml", *now),
        ("do", "s", "found", "--as", "zuid", *now),
        ("do", "w", "change.open", "--as", "noord", *now),
    ):
        ran = run(*words)
        assert (0, "") == (ran.code, ran.err), ran.out
    return run
