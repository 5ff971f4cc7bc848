"""The glossary has every word of the language, in both languages."""

from __future__ import annotations

from samenwerk.definitions.keys.families import FAMILIES
from samenwerk.language.glossary import GLOSSARY
from samenwerk.values.declared import METHODS, POSITIONS, SEVERITIES
from samenwerk.values.outcome import Verdict
from samenwerk.values.who import ACTS


def names(section: str) -> list[str]:
    return [one.name for one in GLOSSARY[section]]


def test_every_family_has_its_word() -> None:
    """No family of the language is left out, and none is there that is not in the language."""
    told = {*names("families"), "workflow", "scenario"}
    assert {*FAMILIES, "scenario"} == told
    assert {"workflow", "case", "collaboration", "register", "party"} <= set(names("whole"))


def test_every_answer_has_its_word() -> None:
    """Verdicts, positions, severities, ways to decide and acts: all that an answer can say."""
    wanted = {
        "verdicts": [one.value for one in Verdict],
        "positions": list(POSITIONS),
        "severities": list(SEVERITIES),
        "methods": list(METHODS),
        "acts": list(ACTS),
    }
    assert wanted == {section: names(section) for section in wanted}


def test_one_thing_has_one_word() -> None:
    """In each language nothing is called as something else of its section is, and all is told."""
    for section, entries in GLOSSARY.items():
        for lang in ("nl", "en"):
            words = [one.words[lang] for one in entries]
            assert sorted(set(words)) == sorted(words)
            assert [] == [one.name for one in entries if section != "acts" and not one.means[lang]]
