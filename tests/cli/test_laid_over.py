"""What a region changes of its base, as `check --effective` shows it."""

import json
from pathlib import Path

import pytest

from samenwerk.cli.main import main
from samenwerk.definitions.checks.example import BASE, HEAD

OWN = """\
[parameter.grens]
value = 6000
[document.brief]
nl = "Brief"
by = "voorzitter"
[document.overig]
remove = true
[group.deelnemer]
sort = { remove = ["gemeente"] }
[role.voorzitter]
nl = "Voorzitter"
"""


@pytest.fixture
def region(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A region that adds, changes and takes away, and repeats one thing as it was."""
    base = BASE.replace("[document]\n", '[document]\noverig = { by = "voorzitter", nl = "O" }\n')
    (tmp_path / "basis.toml").write_text(base, encoding="utf-8")
    (tmp_path / "workflow.toml").write_text(HEAD + OWN, encoding="utf-8")
    monkeypatch.chdir(tmp_path)


@pytest.mark.usefixtures("region")
def test_what_was_changed_comes_first(capsys: pytest.CaptureFixture[str]) -> None:
    """Each change with its place and that in the base; what was repeated is none."""
    main(["check", ".", "--effective", "--lang", "en"])
    told = capsys.readouterr().out.splitlines()
    assert [
        "# What you change of the base: 1 added, 1 changed, 2 taken away. Your own lines below "
        "have a *.",
        "# changed: parameter.grens.value = 6000, was 5000 (workflow.toml:7) "
        "[in the base: basis.toml:38]",
        "# added: document.brief (workflow.toml:8)",
        "# taken away: document.overig (workflow.toml:12) [in the base: basis.toml:34]",
        '# taken away: group.deelnemer.sort "gemeente" (workflow.toml:14) '
        "[in the base: basis.toml:11]",
        "",
    ] == told[:6]
    marked = [line.split("  #")[0].strip() for line in told if line.endswith(" *")]
    assert {"value = 6000", "[document.brief]", 'nl = "Brief"'} <= set(marked)
    assert "at_most = 9000" not in marked


@pytest.mark.usefixtures("region")
def test_the_same_as_data(capsys: pytest.CaptureFixture[str]) -> None:
    """With what was and what is as they are written."""
    main(["check", ".", "--effective", "--format", "json"])
    (told,) = json.loads(capsys.readouterr().out)["effective"]
    assert [("changed", "5000", "6000"), ("added", None, None)] == [
        (one["kind"], one["was"], one["now"]) for one in told["changes"]
    ][:2]


def test_what_builds_on_nothing_changes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Then there is nothing to tell, and no mark."""
    monkeypatch.chdir(tmp_path)
    Path("workflow.toml").write_text(BASE, encoding="utf-8")
    main(["check", ".", "--effective", "--lang", "en"])
    told = capsys.readouterr().out
    assert told.startswith("# Where each line comes from:")
    assert " *\n" not in told
