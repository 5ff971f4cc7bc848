"""What reaches a terminal is clean: nothing hidden, nothing that the terminal would obey."""

import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.language.clean import clean, json_text, one_line

HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.characters(categories=["Cc", "Cf", "Cs", "Zl", "Zp", "Cn", "Mn"]),
        st.sampled_from("\x1b\r\n\t\u202e\u2066\u200b\ufeff\ud800\x00\x9b"),
    )
)
# two halves beside each other are one character to every reader of JSON
HALVES = ("utf-16", "surrogatepass")
WHOLE = HOSTILE.map(lambda text: text.encode(*HALVES).decode(*HALVES))


def harmless(char: str) -> bool:
    return char.isprintable() or unicodedata.category(char) == "Zs"


@given(HOSTILE)
def test_no_control_character_but_newline_comes_through(text: str) -> None:
    """Whatever came in, what goes out is printable characters, spaces and newlines."""
    assert "" == "".join(char for char in clean(text) if not harmless(char) and char != "\n")


@given(HOSTILE)
def test_clean_text_stays_as_it_is(text: str) -> None:
    """Cleaning twice is cleaning once, so that every edge may do it."""
    assert clean(text) == clean(clean(text))


@given(HOSTILE)
def test_a_label_never_makes_a_line_of_its_own(text: str) -> None:
    """What is put inside a sentence has no line break, and can be written as UTF-8."""
    line = one_line(text)

    assert "" == "".join(char for char in line if not harmless(char))
    line.encode()


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("café 表 👍", "café 表 👍"),
        ("\x1b[2J\x1b[31mDit mag.", "<U+001B>[2J<U+001B>[31mDit mag."),
        ("een\r\ntwee\rdrie", "een\ntwee<U+000D>drie"),
        ("a\tb", "a b"),
        ("goed\u202edeog", "goed<U+202E>deog"),
        ("\ud83d", "<U+D83D>"),
        ("zacht\u00adkoppelteken", "zacht<U+00AD>koppelteken"),
    ],
)
def test_what_is_invisible_is_shown_by_its_number(text: str, shown: str) -> None:
    """A reader sees that something is there, and which character it is."""
    assert shown == clean(text)


@given(st.recursive(WHOLE, lambda inner: st.lists(inner) | st.dictionaries(WHOLE, inner)))
def test_json_is_exact_and_safe(data: object) -> None:
    """Reading it back gives the same data, and printing it shows nothing hidden."""
    written = json_text(data)

    assert data == json.loads(written)
    assert written == clean(written)
