"""Names: what can be one, and the nearest to what somebody typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.authoring.naming import LONGEST, name_fault, name_like


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("noord", None), ("zuid-oost", None), ("a", None), ("regio_2", None), ("lpt", None),
        ("", "shape"), ("Noord", "shape"), ("twee woorden", "shape"), ("súd", "shape"),
        ("2030", "shape"), ("-x", "shape"), ("a/b", "shape"), ("..", "shape"), ("a\n", "shape"),
        ("$(rm)", "shape"), ("a" * 61, "long"), ("today", "word"), ("back", "word"),
        ("con", "system"), ("lpt1", "system"), ("nul", "system"),
    ],
)  # fmt: skip
def test_what_can_be_a_name(name: str, why: str | None) -> None:
    """Small plain letters, digits, - and _; no word of the language, and none of Windows."""
    assert why == name_fault(name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Súd-West Fryslân", "sud-west-fryslan"), ("Zorg & Welzijn", "zorg-en-welzijn"),
        ("straße", "strasse"), ("2030", "regio-2030"), ("today", "regio-today"),
        ("CON", "regio-con"), ("  ", "regio"), ("日本", "regio"), ("../x", "x"),
        ("a" * 80, "a" * 60),
    ],
)  # fmt: skip
def test_the_nearest_name(text: str, name: str) -> None:
    """As much of the text as can be a name, and the word for it where the rest cannot be one."""
    assert name == name_like(text, "regio", "-")


@given(st.lists(st.text(), max_size=4), st.sampled_from("-_"))
def test_every_text_has_names_of_its_own(texts: list[str], between: str) -> None:
    """Whatever somebody types, the nearest name can be one, and no two are the same."""
    found: set[str] = set()
    for text in (*texts, *texts):
        name = name_like(text, "partij", between, found)
        assert (None, True) == (name_fault(name), len(name) <= LONGEST), repr(text)
        assert name not in found
        found.add(name)
