"""What the words of a choice and of an open question are called wherever they are shown."""

import pytest

from samenwerk.core.leaves.fact import Fact as FactLeaf
from samenwerk.core.leaves.open import Open
from samenwerk.language.catalogue import Speaker
from samenwerk.language.explained import explain_declared
from samenwerk.language.labels import Labels
from samenwerk.language.steps import condition_text
from samenwerk.language.written import value_from_words
from samenwerk.values.declared import Fact, Workflow
from samenwerk.values.message import Name
from samenwerk.values.operand import Constant, FactOf
from samenwerk.values.tree import Ask

OUTCOME = Fact(
    name="outcome",
    type="choice",
    lifecycle="plan",
    one_of=("on_course", "needs_work"),
    words={"on_course": {"nl": "op koers", "en": "on course"}},
)
FITS = Fact(name="fits", type="choice", one_of=("yes", "no"), question=True)
WORKFLOW = Workflow(
    name="w", version="1", digest="", effective={},
    facts={"plan.outcome": OUTCOME, "fits": FITS},
)  # fmt: skip


@pytest.mark.parametrize(
    ("name", "nl", "en"),
    [
        ("plan.outcome=on_course", "op koers", "on course"),
        ("outcome=on_course", "op koers", "on course"),
        ("plan.outcome=needs_work", "needs work", "needs work"),
        ("fits=yes", "ja", "yes"),
        ("gone=on_course", "on course", "on course"),
        ("gone=a=b", "b", "b"),
    ],
)
def test_a_word_is_called_by_its_label(name: str, nl: str, en: str) -> None:
    """By the label of its fact, else as everybody says it, else as it was written."""
    said = [Speaker(lang, WORKFLOW).tell(Name("word", name)) for lang in ("nl", "en")]

    assert [nl, en] == said


def test_a_label_goes_before_the_common_word() -> None:
    """A question that names its answers is answered in its own words."""
    fits = Fact(name="fits", type="choice", one_of=("yes",), words={"yes": {"nl": "het past"}})
    workflow = Workflow(name="w", version="1", digest="", effective={}, facts={"fits": fits})

    assert "het past" == Speaker("nl", workflow).tell(Name("word", "fits=yes"))


def test_conditions_speak_of_words_by_their_labels() -> None:
    """What a fact or an answer must be is said with the labels."""
    speaker = Speaker("en", WORKFLOW).inside("plan")
    fact = FactLeaf(FactOf("outcome", "choice"), (("is", Constant("on_course")),))
    listed = FactLeaf(
        FactOf("outcome", "choice"), (("one_of", frozenset({"on_course", "needs_work"})),)
    )
    answer = Open("fits", "fits", frozenset({"yes"}), frozenset({"yes", "no"}))

    said = [condition_text(Ask(leaf), speaker) for leaf in (fact, listed, answer)]

    assert [
        "outcome is on course",
        "outcome is needs work or on course",
        'the answer to "fits" is yes',
    ] == said


def test_what_can_be_chosen_is_told_by_its_labels() -> None:
    """The page of a fact lists its words as people say them."""
    told = explain_declared(OUTCOME, Speaker("en", WORKFLOW))

    assert ["The answer is on course or needs work."] == told


@pytest.mark.parametrize("typed", ["on_course", "On course", "op koers", "on course"])
def test_a_label_may_be_typed_for_its_word(typed: str) -> None:
    """In either language, and with spaces for underscores."""
    assert "on_course" == value_from_words(OUTCOME, typed)


def test_a_word_that_cannot_be_chosen_is_refused() -> None:
    """Nothing is guessed."""
    assert value_from_words(OUTCOME, "koers") is None


def test_labels_of_words_never_fail() -> None:
    """Without a workflow the word itself is shown."""
    assert "not hit" == Labels("nl").of("word", "finding=not_hit")
