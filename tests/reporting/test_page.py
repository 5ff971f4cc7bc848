"""Pages of reports: laid out in the room there is, and what stands in them stays text."""

from hypothesis import given
from hypothesis import strategies as st

from samenwerk import Heading, Page, Paragraph, Point, Points, Table
from samenwerk.language.clean import clean
from samenwerk.language.layout import display_width
from samenwerk.reporting.page import plain

PAGE = Page(
    "Stand van zaken",
    (
        Heading("Waar"),
        Paragraph("Er loopt een dossier."),
        Points((Point("a", (Point("onder a"),)), Point("b"))),
        Table(("dossier", "bedrag"), (("u", "€ 5,00"), ("v", "€ 12,50"))),
    ),
)


def test_a_page_as_text() -> None:
    """Headings are underlined, lists indented, tables in columns."""
    assert """\
Stand van zaken
===============

Waar
----

Er loopt een dossier.

- a
  - onder a
- b

dossier  bedrag
-------  -------
u        € 5,00
v        € 12,50""" == PAGE.text


def test_a_page_as_markdown() -> None:
    """The same as Markdown."""
    assert """\
# Stand van zaken

## Waar

Er loopt een dossier.

- a
  - onder a
- b

| dossier | bedrag |
| --- | --- |
| u | € 5,00 |
| v | € 12,50 |""" == PAGE.markdown


def test_a_table_that_does_not_fit_becomes_a_list() -> None:
    """Each row then says what stands under which head."""
    wide = Page("t", (Table(("een", "twee"), (("a" * 50, "b" * 50),)),)).text
    assert f"- een: {'a' * 50}\n  twee: {'b' * 50}" in wide


def test_names_cannot_pass_for_markup() -> None:
    """Links, images, tags, tables, emphasis and lists in a name are letters."""
    hostile = "[x](http://y) <img> **b** | `c` # d _e_"
    assert r"\[x\](http://y) \<img\> \*\*b\*\* \| \`c\` \# d \_e\_" == plain(hostile)
    assert (r"\- een", r"1\. een", r"\+ een") == tuple(map(plain, ("- een", "1. een", "+ een")))
    assert "een twee" == plain("een\ntwee")
    assert "<U+202E>" in Page("\u202e", ()).text


@given(st.text(max_size=300), st.lists(st.text(max_size=200), max_size=5))
def test_text_fits_in_its_room_whatever_is_said(title: str, said: list[str]) -> None:
    """Every line has at most 80 places and no control characters."""
    told = Page(title, (Points(tuple(Point(one, (Point(one),)) for one in said)),)).text
    for line in told.split("\n"):
        assert display_width(line) <= 80
        assert clean(line) == line
