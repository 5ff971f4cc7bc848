"""What the contract suite says of the workflow and the stories that lie beside a plugin."""

from pathlib import Path
from typing import Any

from tests.testing.contracts import (
    COUNTER,
    LABELS,
    SMALL,
    STORIES,
    WORKFLOW,
    brought,
    contract,
    failing,
    good,
)

from samenwerk import Answer, Delivered, Part, PluginEffect, PluginFacts, PluginRule
from samenwerk.core.leaves.document import Document


def test_stories_that_leave_something_untold(home: Path) -> None:
    """A rule that nobody asks, one that always says yes, a fact that nobody is told."""
    other = PluginRule("other", LABELS, lambda question: Answer(2))
    made = good(rules=[SMALL, other], facts=[COUNTER, PluginFacts("none", ("more",), dict)])
    text = STORIES.replace("is=500", "is=5").replace('{verdict="not_yet", because="affordable"},',
                                                     '{verdict="allowed"},')  # fmt: skip
    text = text.partition("[scenario.little]")[0]
    (home / "workflow" / "scenarios.toml").write_text(text, "utf-8")
    assert [
        "every story sees rule small say yes: tell one in which it does not",
        "no story asks rule other",
        "no story is told fact more",
    ] == failing(contract(made, home), "the_stories_beside_it_tell_of_everything").splitlines()


def test_a_workflow_that_is_not_right(home: Path) -> None:
    """A fault is told with its place, a story that goes otherwise with its line."""
    wrong = WORKFLOW.step("odd", "opne", "held")
    wrong.write(home / "workflow")
    found = failing(contract(good(), home), "the_workflow_beside_it_is_right")
    assert "workflow/workflow.toml:" in found
    WORKFLOW.write(home / "workflow")
    (home / "workflow" / "scenarios.toml").write_text(STORIES.replace("is=50,", "is=150,"), "utf-8")
    found = failing(contract(good(), home), "the_stories_beside_it_go_as_they_say")
    assert "story little, line 18: expected verdict allowed, got not_yet" in found.splitlines()


def test_without_a_workflow_there_is_nothing_to_see(tmp_path: Path) -> None:
    """A plugin comes with a workflow that needs it, and stories."""
    suite = contract(good(), tmp_path)
    assert "no workflow lies beside it" in failing(suite, "the_workflow_beside_it_is_right")
    assert "no story lies beside it" in failing(suite, "the_stories_beside_it_go_as_they_say")


def test_a_part_or_an_effect_that_nothing_uses(home: Path) -> None:
    """A workflow beside the plugin shows what each is for."""
    part = Part("piece", LABELS, {"piece.toml": "[fact]"})
    effect = PluginEffect("letter", LABELS, lambda sending: Delivered(), lambda sending: None)
    assert [
        "no workflow beside it uses part piece", "no workflow beside it uses effect letter",
    ] == brought(home, "the_stories_beside_it_tell_of_everything", parts=[part],
                 effects=[effect]).splitlines()  # fmt: skip


def kind(word: str, **sentences: str) -> Any:
    """A word like `document`, with sentences of its own."""
    wording = {lang: {**table, **sentences} for lang, table in Document.WORDING.items()}
    return type("Paper", (Document,), {"word": word, "WORDING": wording})


def test_a_word_that_nothing_uses(home: Path) -> None:
    """Nor one that says its sentences under the name of another."""
    told = brought(home, "the_stories_beside_it_tell_of_everything", leaf_kinds=[kind("paper")])
    assert "no workflow beside it uses word paper" == told
    made = good(leaf_kinds=[kind("paper", odd="?")])
    assert "message odd does not begin with proef., and is not one of samenwerk" == failing(
        contract(made, home), "every_sentence_is_there_in_both_languages"
    )
