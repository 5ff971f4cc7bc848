"""A word of samenwerk can be asked for at the terminal, as a code and a name can."""

from pathlib import Path

import pytest
from tests.cli.world import Run

from samenwerk.cli.main import main


@pytest.mark.parametrize(
    ("word", "lang", "told"),
    [
        ("oordeel", "nl", "oordeel\n  Het antwoord op: kan deze stap nu?\n"
                          "  In het Engels: verdict. In de tekst: verdict.\n"),
        ("Not_yet", "en", "not yet\n  Something is still missing; the answer says what.\n"
                          "  In Dutch: nog niet. In the text: not_yet.\n"),
        ("basis", "en", "base\n  The workflow that yours builds on (`extends`).\n"
                        "  In Dutch: basis.\n"),
    ],
)  # fmt: skip
def test_a_word_in_either_language(
    word: str, lang: str, told: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    """It needs no workflow and no store."""
    monkeypatch.chdir(tmp_path)
    assert 0 == main(["explain", word, "--lang", lang])
    assert told == capsys.readouterr().out


def test_a_name_of_the_workflow_comes_first(begun: Run) -> None:
    """A word is told only where nothing in the workflow has that name."""
    assert "levensloop" in begun("explain", "collaboration", "--workflow", "landelijk").out
    assert begun("explain", "onthouding").out.startswith("onthouding\n")
    assert 2 == begun("explain", "onthoudig").code
