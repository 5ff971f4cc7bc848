"""Edits that a region might really make: ten that get round a rule, ten that only look like it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.proof.laid import EDITS, laid, names

from samenwerk.front import check
from samenwerk.scenarios.folder import read_folder, set_for
from samenwerk.scenarios.play import Player

TEN = (
    "absent_consents", "any_for_all", "empty_group", "mandate_for_all", "other_case",
    "plugin_between", "renamed_rule", "second_path", "step_back_skips", "wrong_side",
)  # fmt: skip
BOTH = [(kind, name) for kind in ("broken", "kept") for name in TEN]
ACTS = {
    "absent_consents": 10, "any_for_all": 11, "empty_group": 10, "mandate_for_all": 12,
    "other_case": 9, "plugin_between": 12, "renamed_rule": 11, "second_path": 10,
    "step_back_skips": 13, "wrong_side": 4,
}  # fmt: skip
"""How many acts the shortest story of each has, worked out by hand."""


def test_each_way_round_a_rule_has_one_that_only_looks_like_it() -> None:
    """There are ten of both, by the same names."""
    assert TEN == names("broken") == names("kept")


@pytest.mark.parametrize(("kind", "name"), BOTH)
def test_every_edit_is_a_faultless_text(tmp_path: Path, kind: str, name: str) -> None:
    """Nothing in the text itself is wrong, so that only proof can tell what it does."""
    assert () == check(laid(tmp_path, kind, name)).diagnostics


@pytest.mark.parametrize(("kind", "name"), BOTH)
def test_every_edit_has_a_story_that_is_as_told(tmp_path: Path, kind: str, name: str) -> None:
    """What gets round a rule does so in the engine too; what only looks like it is refused."""
    folder = read_folder(laid(tmp_path, kind, name))
    workflow = folder.workflow
    assert workflow is not None
    assert () == folder.diagnostics
    player = Player(
        workflow, folder.scenarios, folder.registers,
        workflow_with=lambda scenario: set_for(workflow, scenario),
    )  # fmt: skip
    (played,) = player.play_all()
    assert [] == [act for act in played.acts if not act.passed]
    assert played.stuck is None
    if kind == "broken":
        assert ACTS[name] == played.steps


def test_a_rule_that_takes_the_name_of_a_decision_is_refused_at_once(tmp_path: Path) -> None:
    """No proof is needed where a name of the base would come to mean something else."""
    assert ("renamed_rule",) == names("refused")
    found = check(laid(tmp_path, "refused", "renamed_rule")).diagnostics
    assert [("SW104", 11)] == [(one.code, one.place.line) for one in found]


def test_the_base_of_the_edits_is_a_faultless_text() -> None:
    """What they build on is right by itself."""
    assert () == check(EDITS / "base.toml").diagnostics
