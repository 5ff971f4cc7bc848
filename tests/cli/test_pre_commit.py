"""The hooks for pre-commit: which files they take, and what their commands do with them."""

import re
from pathlib import Path

import pytest
from tests.cli.world import REGISTER, SCENARIOS, WORKFLOW

from samenwerk.cli.main import main

ROOT = Path(__file__).resolve().parents[2]
HOOKS = {
    part[0]: dict(re.findall(r"^ +(\w+): (.*)$", part[1], re.MULTILINE))
    for part in re.findall(
        r"^- id: (\S+)\n(.*?)(?=^- |\Z)",
        (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )
}
"""The hooks by name, each with its keys."""

CHANGED = ("x/workflow.toml", "x/register.toml", "x/scenarios.toml", "x/scenarios/meer.toml")
"""Names as pre-commit gives them: every file that changed."""


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with a sound workflow in `x`."""
    home = tmp_path / "x"
    (home / "scenarios").mkdir(parents=True)
    (home / "workflow.toml").write_text(WORKFLOW, encoding="utf-8")
    (home / "register.toml").write_text(REGISTER, encoding="utf-8")
    begin, rest = SCENARIOS.split("[scenario.te_weinig]")
    (home / "scenarios.toml").write_text(begin, encoding="utf-8")
    more = "[scenario.te_weinig]" + rest
    (home / "scenarios" / "meer.toml").write_text(more, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_hooks_are_there() -> None:
    """Each runs a command that exists, in a Python of its own, and never several at once."""
    assert {"samenwerk-check", "samenwerk-test", "samenwerk-fmt"} == set(HOOKS)
    for name, hook in HOOKS.items():
        assert name.replace("-", " ") == hook["entry"]
        assert ("python", "true", "[toml]") == tuple(
            hook[key] for key in ("language", "require_serial", "types")
        )


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_hook_takes_the_files_of_a_workflow(hook: dict[str, str]) -> None:
    """And no other TOML."""
    assert [*CHANGED] == [name for name in CHANGED if re.search(hook["files"], name)]
    assert "workflow.toml" == re.search(hook["files"], "workflow.toml").group()  # type: ignore[union-attr]
    others = ("pyproject.toml", "x/other.toml", "my_register.toml", "scenarios/a/b.toml")
    assert [] == [name for name in others if re.search(hook["files"], name)]


@pytest.mark.parametrize("hook", HOOKS.values(), ids=HOOKS)
def test_a_sound_workflow_passes(
    repository: Path, hook: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    """However many of its files are given."""
    assert 0 == main(["fmt", *CHANGED, "--lang", "en"])
    capsys.readouterr()
    for files in ((CHANGED[1],), (CHANGED[3],), CHANGED):
        assert 0 == main([*hook["entry"].split()[1:], *files, "--lang", "en"])


def test_a_workflow_is_checked_once(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Its files mean the workflow that they belong to, also a part that is given alone."""
    register = repository / "x" / "register.toml"
    register.write_text(REGISTER.replace('role = "chair"', 'role = "chiar"'), encoding="utf-8")
    for files in (("x/scenarios/meer.toml",), CHANGED, ("x", *CHANGED)):
        assert 1 == main(["check", *files, "--lang", "en"])
        out = capsys.readouterr().out
        assert 1 == out.count("SW103 there is no role called chiar")
        assert out.startswith("x/register.toml:6:")
        assert 1 == out.count("1 fault")


def test_a_part_means_the_workflow_above_it(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """A file without the heading of a workflow is a part; one with it is looked at itself."""
    part = repository / "x" / "delen" / "regels.toml"
    part.parent.mkdir()
    part.write_text('[rule.los]\nnl = "Los"\nall = ["r"]\n', encoding="utf-8")
    main(["check", "x/delen/regels.toml", "--lang", "en"])
    assert capsys.readouterr().out.startswith("x/workflow.toml: no faults")
    part.write_text('[workflow]\nid = "los"\nversion = "1"\nnl = "Los"\n', encoding="utf-8")
    main(["check", "x/delen/regels.toml", "--lang", "en"])
    assert capsys.readouterr().out.startswith("x/delen/regels.toml: no faults")
