"""Sentences with holes."""

from hypothesis import given
from hypothesis import strategies as st

from samenwerk.language.template import filled, holes


def test_each_form_of_a_hole() -> None:
    """A name alone, with two words and with one word, and braces that are meant."""
    seen = []

    def fill(name: str, forms: tuple[str, ...]) -> str:
        seen.append((name, forms))
        return "-"

    assert "- - - {x}" == filled("{a} {b|one|many} {c|or} {{x}}", fill)
    assert [("a", ()), ("b", ("one", "many")), ("c", ("or",))] == seen


def test_an_empty_word_is_a_form() -> None:
    """One letter may be all that differs: dossier, dossiers."""
    assert "dossiers" == filled("dossier{n||s}", lambda name, forms: forms[1])


def test_what_is_filled_in_is_not_read_again() -> None:
    """A label that looks like a hole stays what it is."""
    assert "{secret}" == filled("{name}", lambda name, forms: "{secret}")


@given(st.text(st.sampled_from("ab{}| ")))
def test_any_text_is_a_template(text: str) -> None:
    """A brace that opens nothing is a brace; nothing fails."""
    asked = []
    filled(text, lambda name, forms: asked.append(name) or "")

    assert holes(text) == frozenset(asked)
