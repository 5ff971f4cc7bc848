"""A word that a plugin brings: what it says is said with its own sentences, in both languages."""

from typing import Any, ClassVar

import attrs
import pytest
from tests.hooks.zoo import plugin

from samenwerk import Message, Name, Plugins
from samenwerk.core.leaves.document import Document
from samenwerk.engine.speaking import speaker_for
from samenwerk.language.looked_at import looked_at
from samenwerk.language.steps import condition_text
from samenwerk.testing import building, given
from samenwerk.values.tree import Ask

SAID = {
    "nl": {"small.paper.unmet": "het papier {paper} ontbreekt", "small.said": "{paper} ligt er"},
    "en": {"small.paper.unmet": "paper {paper} is missing", "small.said": "{paper} lies there"},
}


@attrs.frozen
class Paper(Document):
    """A document, called a paper."""

    word: ClassVar[str] = "paper"
    KEYS: ClassVar[Any] = {"paper": Document.KEYS["document"]}
    WORDING: ClassVar[Any] = {
        lang: {**table, **SAID[lang]} for lang, table in Document.WORDING.items()
    }

    @classmethod
    def read(cls, line: Any) -> Any:
        """Of `{ paper = "plan" }`."""
        found = line.declared("paper", "document")
        return None if found is None else cls(found[0].name, f"talk.{found[0].name}")

    def message(self, view: Any, truth: int) -> Message:
        """Which paper is missing."""
        told = {"paper": Name("document", self.full_name)}
        return super().message(view, truth) if truth else Message("small.paper.unmet", told)


@attrs.frozen
class Told(Paper):
    """One that says what it asks before there is a case."""

    @property
    def said(self) -> Message:
        """In a message."""
        return Message("small.said", {"paper": Name("document", self.full_name)})

WORKFLOW = (
    building("small", "small>=1")
    .lifecycle("talk", "open", "held")
    .named("lifecycle.talk.document.plan", by="chair")
    .step("hold", "open", "held", needs=[{"paper": "plan"}])
)


def brought(kind: type[Any]) -> Plugins:
    """A plugin with this word."""
    return Plugins.of(small=plugin("1", leaf_kinds=[kind]))


@pytest.mark.parametrize(
    ("lang", "sentence"), [("nl", "papier Plan ontbreekt"), ("en", "Paper Plan is missing")]
)
def test_its_own_sentences_are_said(lang: str, sentence: str) -> None:
    """Those on the class, without a line of them in `messages`."""
    then = given(WORKFLOW, plugins=brought(Paper)).does("talk.begin").when.does("talk.hold")
    assert sentence in then.says(lang)


def test_what_it_asks_is_said_as_it_says_itself() -> None:
    """Before there is a case, and of what; else a word like one of ours is said as that one."""
    speaker = speaker_for("nl", given(WORKFLOW, plugins=brought(Told)).room)
    bare, told = Ask(Paper("plan", "talk.plan")), Ask(Told("plan", "talk.plan"))
    assert "het stuk Plan is ingediend" == condition_text(bare, speaker)
    assert "Plan ligt er" == condition_text(told, speaker)


class Other:
    """A kind that is like none of ours."""

    looks_at = (Name("document", "talk.plan"),)


def test_what_it_looks_at_is_what_it_says() -> None:
    """Nothing when it says nothing."""
    assert (Name("document", "talk.plan"),) == looked_at(Ask(Other()))
    assert () == looked_at(Ask(object()))
