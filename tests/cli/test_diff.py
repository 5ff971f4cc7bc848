"""`samenwerk diff`: two texts side by side, on paper, as data, and out of a store."""

import json
from pathlib import Path

import pytest
from tests.cli.world import WORKFLOW, Run


@pytest.fixture
def other(folder: Path) -> Path:
    """The same workflow with one step more, in `ander/`."""
    where = folder / "ander"
    where.mkdir()
    text = WORKFLOW + (
        '\n[lifecycle.change.step.remark]\nnl = "opmerken"\nen = "remark"\nfrom = "proposed"\n'
        'to = "stays"\nby = "member"\nact = "speak"\n'
    )
    (where / "workflow.toml").write_text(text, encoding="utf-8")
    return where


def test_the_same_text_makes_no_difference(run: Run) -> None:
    """Exit code 0, and it says so."""
    ran = run("diff", "balie", "balie")
    assert (0, "") == (ran.code, ran.err)
    assert "Geen verschil in wat mag, moet of kan." in ran.out


def test_a_difference_is_told_with_exit_code_one(run: Run, other: Path) -> None:
    """A new step, with the line it stands on."""
    ran = run("diff", "balie", "ander")
    assert (1, "") == (ran.code, ran.err)
    assert '"opmerken"' in ran.out
    assert "(change.remark)" in ran.out
    assert "ander/workflow.toml:" in ran.out


def test_as_json_and_as_markdown(run: Run, other: Path) -> None:
    """The same difference in every form; a file gets what would be printed."""
    data = json.loads(run("diff", "balie", "ander", "--format", "json").out)
    assert [("flow", "step", "change.remark")] == [
        (one["kind"], one["family"], one["name"]) for one in data["differences"]
    ]
    assert (1, False, None) == (data["exit"], data["same"], data["strictness"])
    printed = run("diff", "balie", "ander", "--format", "markdown").out
    assert printed.startswith("# Wat verandert er van ")
    assert 1 == run("diff", "balie", "ander", "--format", "markdown", "--output", "stuk.md").code
    assert printed.strip() == Path("stuk.md").read_text(encoding="utf-8").strip()


def test_what_cannot_be_read_is_told(run: Run, other: Path) -> None:
    """Nothing of that name, or a text with faults: exit code 2."""
    assert 2 == run("diff", "balie", "nergens").code
    (other / "workflow.toml").write_text(WORKFLOW + "\n[onzin]\n", encoding="utf-8")
    ran = run("diff", "balie", "ander")
    assert (2, "") == (ran.code, ran.out)
    assert "samenwerk check ander" in ran.err


def test_a_text_in_a_store_is_compared(begun: Run, other: Path) -> None:
    """By the collaboration that runs by it, and by its digest."""
    status = json.loads(begun("status", "--format", "json").out)
    for name in (status["collaboration"], status["definition"]):
        ran = begun("diff", name, "ander", "--store", "samenwerk.db", "--format", "json")
        found = json.loads(ran.out)
        assert ["change.remark"] == [one["name"] for one in found["differences"]]
        assert None is found["differences"][0]["old_place"]
