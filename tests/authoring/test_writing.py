"""Texts of people in TOML: whatever they hold, they come back as they were."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from samenwerk.authoring.writing import filled, listed, quoted

# Halves of surrogate pairs are in no file.
TEXT = st.text(st.characters(exclude_categories=["Cs"]))


@given(TEXT)
def test_a_quoted_text_reads_back(text: str) -> None:
    """On one line, and the same text again."""
    written = quoted(text)
    assert ({"a": text}, 1) == (tomllib.loads(f"a = {written}"), len(written.split("\n")))


def test_half_a_letter_is_left_out() -> None:
    """It could be in no file."""
    assert '"ab"' == quoted("a\ud800b")


@given(st.lists(TEXT))
def test_a_list_reads_back(texts: list[str]) -> None:
    """On one line or on several."""
    assert {"a": texts} == tomllib.loads(listed(texts, "a = "))


@given(TEXT)
def test_what_is_filled_in_stays_what_it_is(text: str) -> None:
    """Also when it looks like a place to fill in."""
    assert f"<{text}|{text}>" == filled("<{{a}}|{{a}}>", {"a": text, "b": "no"})
    assert "{{b}}" == filled("{{a}}", {"a": "{{b}}", "b": "no"})
