"""What a declared name or a party is called in a sentence."""

import pytest

from samenwerk.language.labels import Labels
from samenwerk.values.declared import Document, Workflow
from samenwerk.values.register import Party, Register


@pytest.mark.parametrize(
    ("family", "name", "nl", "en"),
    [
        ("step", "change.adopt", "Vaststellen", "Adopt"),
        ("state", "change.draft", "concept", "draft"),
        ("lifecycle", "change", "Wijziging", "Change"),
        ("fact", "cost", "kosten", "cost"),
        ("fact", "collaboration.cost", "kosten", "cost"),
        ("fact", "change.benefit", "baat", "benefit"),
        ("fact", "benefit", "baat", "benefit"),
        ("role", "lead", "trekker", "project lead"),
        ("document", "impact_note", "effectnotitie", "impact note"),
        ("workflow", "regio", "Regio", "Region"),
        ("party", "west", "Zorg West", "Zorg West"),
        ("party", "polis", "Polis", "Policy"),
        ("party", "horizontal", "Horizontale tafel", "Horizontale tafel"),
        ("party", "no_such_party", "no such party", "no such party"),
        ("step", "change.hand_over", "hand over", "hand over"),
        ("step", "adopt", "adopt", "adopt"),
        ("colour", "dark_red", "dark red", "dark red"),
        ("case", "change-1", "change-1", "change-1"),
        ("", "", "", ""),
    ],
)
def test_labels(
    workflow: Workflow, register: Register, family: str, name: str, nl: str, en: str
) -> None:
    """The label in the language, else in the other one, else the words of the name."""
    assert nl == Labels("nl", workflow, register).of(family, name)
    assert en == Labels("en", workflow, register).of(family, name)


def test_short_names_are_read_from_the_lifecycle_at_hand(workflow: Workflow) -> None:
    """Inside a case its own steps and states go by their short name."""
    inside = Labels("nl", workflow, lifecycle="change")

    assert ("Vaststellen", "concept") == (inside.of("step", "adopt"), inside.of("state", "draft"))


def test_a_short_name_that_means_two_things_is_not_guessed() -> None:
    """Two lifecycles that each have a "note" of their own: the words of the name."""
    documents = {
        "plan.note": Document(name="note", lifecycle="plan", labels={"nl": "plannotitie"}),
        "change.note": Document(name="note", lifecycle="change", labels={"nl": "wijzignotitie"}),
    }
    workflow = Workflow(name="w", version="1", digest="", effective={}, documents=documents)

    assert "note" == Labels("nl", workflow).of("document", "note")
    assert "plannotitie" == Labels("nl", workflow, lifecycle="plan").of("document", "note")


def test_a_hostile_label_stays_inside_its_sentence() -> None:
    """A party cannot write lines or colours of its own on a reader's screen."""
    register = Register(parties=(Party("x", "provider", (("nl", "West\n\x1b[32mDit mag."),)),))

    assert "West <U+001B>[32mDit mag." == Labels("nl", None, register).party("x")


def test_without_workflow_and_register_names_are_their_own_words() -> None:
    """Sentences can be made before anything was read."""
    assert "impact note" == Labels("en").of("document", "impact_note")
    assert "zorg west" == Labels("en").party("zorg_west")
