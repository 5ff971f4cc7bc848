"""What proof says of the edits: each way round a rule is found, what only looks like one is proved.

The stories that were worked out by hand are in `test_edits`; here they are found again.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.proof.laid import EDITS, laid
from tests.proof.test_edits import ACTS, TEN

from samenwerk.cli.main import main
from samenwerk.engine.shelf import made_ready
from samenwerk.front import check
from samenwerk.hooks.installed import installed
from samenwerk.scenarios.folder import read_folder
from samenwerk.scenarios.play import Player
from samenwerk.values.event import CollaborationStarted, Enrolled
from samenwerk.verify.answers import BROKEN, NOT_DECIDED, PROVED, WITHIN, Answer
from samenwerk.verify.asking import Asked, answered
from samenwerk.verify.saved import register_text, scenario_text

BREAKS = {
    "absent_consents": {"nobody_alone": 10},
    "any_for_all": {"no_change_without_legitimacy": 11, "nobody_alone": 11},
    "empty_group": {"everyone_was_heard": 10},
    "mandate_for_all": {"nobody_alone": 12},
    "other_case": {
        "everyone_was_heard": 9, "no_change_for_one": 10, "no_change_without_legitimacy": 9,
    },
    "plugin_between": {"no_change_without_legitimacy": 12, "nobody_alone": 12},
    "renamed_rule": {"no_change_without_legitimacy": 11, "nobody_alone": 11},
    "second_path": {"no_change_without_legitimacy": 10, "nobody_alone": 10},
    "step_back_skips": {"tested_first": 13},
    "wrong_side": {"only_small_without_a_round": 4},
}  # fmt: skip
"""The invariants that each breaks, with the number of acts of the story."""

OPEN = {"other_case": ["nobody_alone"]}
"""What is not decided: groups that are divided are of several parties, and no story is played."""


def all_answers(file: Path) -> dict[str, Answer]:
    """What becomes of each invariant of a text."""
    workflow = check(file).workflow
    assert workflow is not None
    running = made_ready(workflow, installed)
    return {
        name: answered(running, one, Asked()) for name, one in workflow.invariants.items()
    }


def length(answer: Answer) -> int:
    """How many acts the story of what is broken has."""
    assert answer.broken is not None
    events = [line.event.what for line in answer.broken.lines]
    return sum(not isinstance(one, CollaborationStarted | Enrolled) for one in events)


@pytest.mark.parametrize("name", TEN)
def test_each_way_round_is_found_with_its_shortest_story(tmp_path: Path, name: str) -> None:
    """Of the invariants these are broken, in so many acts, and all others are proved."""
    found = all_answers(laid(tmp_path, "broken", name))
    assert BREAKS[name] == {
        one: length(answer) for one, answer in found.items() if answer.verdict == BROKEN
    }
    assert OPEN.get(name, []) == [
        one for one, answer in found.items() if answer.verdict == NOT_DECIDED
    ]


def test_the_stories_by_hand_are_no_shorter() -> None:
    """For each edit one of the stories found is as short as the one worked out by hand."""
    assert ACTS == {name: min(found.values()) for name, found in BREAKS.items()}


@pytest.mark.parametrize("name", TEN)
def test_what_only_looks_like_it_is_proved(tmp_path: Path, name: str) -> None:
    """All six invariants, some for groups of up to three, whatever plugins answer."""
    found = all_answers(laid(tmp_path, "kept", name))
    assert [] == [one for one, answer in found.items() if answer.verdict not in (PROVED, WITHIN)]
    bounds = {answer.bounds.members for answer in found.values() if answer.bounds is not None}
    assert {3} == bounds


def test_the_base_of_the_edits_is_proved() -> None:
    """Nothing gets round what it never allows, as long as nobody changes it."""
    found = all_answers(EDITS / "base.toml")
    assert 6 == len(found)
    assert {PROVED, WITHIN} == {answer.verdict for answer in found.values()}


@pytest.mark.parametrize("name", ["second_path", "step_back_skips", "plugin_between"])
def test_a_story_that_was_found_plays_as_it_is_kept(tmp_path: Path, name: str) -> None:
    """Saved as a scenario with its register it goes as it says."""
    file = laid(tmp_path, "broken", name)
    workflow = check(file).workflow
    assert workflow is not None
    running = made_ready(workflow, installed)
    broken = next(one for one in BREAKS[name] if one != "nobody_alone")
    told = answered(running, workflow.invariants[broken], Asked()).broken
    assert told is not None
    kept = scenario_text(told, "found", {"nl": "Gevonden"}, "register.toml")
    (tmp_path / "scenarios.toml").write_text(kept, encoding="utf-8")
    (tmp_path / "register.toml").write_text(register_text(told.draft.register), encoding="utf-8")
    folder = read_folder(file)
    assert () == folder.diagnostics
    (played,) = Player(workflow, folder.scenarios, folder.registers).play_all()
    assert (True, BREAKS[name][broken]) == (played.passed, played.steps)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize(
    ("name", "invariant"),
    [
        ("second_path", "no_change_without_legitimacy"),
        ("wrong_side", "only_small_without_a_round"),
        ("step_back_skips", "tested_first"),
    ],
)
def test_it_is_told_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    name: str, invariant: str, lang: str,
) -> None:  # fmt: skip
    """Who take part, every act, what should have held, where it got through and how to mend it."""
    laid(tmp_path, "broken", name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "80")
    code = main(["verify", ".", "--invariant", invariant, "--lang", lang])
    printed = re.sub(r"\d+[.,]\d+ s\b", "... s", capsys.readouterr().out)
    expected = EDITS / "told" / f"{name}.{lang}.txt"
    assert (1, expected.read_text(encoding="utf-8")) == (code, printed)
