"""Where a collaboration stands, as a reader sees it."""

from datetime import date

from immutables import Map

from samenwerk.language.cases import CaseRow, case_rows, render_cases
from samenwerk.language.catalogue import Speaker
from samenwerk.values.case import Case, Collaboration
from samenwerk.values.cell import Entry
from samenwerk.values.register import Register

MARCH = date(2027, 3, 3)


def case(
    id: str, sequence: int, state: str, parent: str | None = "root", over: bool = False
) -> Case:
    lifecycle = "collaboration" if parent is None else "change"
    entry = Entry("", MARCH, sequence)
    return Case(id, lifecycle, state, parent, "d", entry, MARCH, sequence, over)


CASES = (
    case("change-2", 9, "asked"),
    case("sub", 12, "draft", "change-1"),
    case("root", 2, "running", None),
    case("change-1", 5, "adopted", over=True),
)


def collaboration(*cases: Case, rehearsal: bool = False) -> Collaboration:
    return Collaboration(
        "regio-1",
        "regio",
        "d",
        MARCH,
        "Europe/Amsterdam",
        rehearsal,
        Register(),
        sequence=14,
        cases=Map({one.id: one for one in cases}),
    )


def test_a_tree_of_cases_in_dutch(nl: Speaker) -> None:
    """In the order of opening, with state, since when and until when."""
    expected = """\
Samenwerking regio-1, werkwijze regio, 14 vastleggingen
  - root (Samenwerking): lopend, sinds 3 maart 2027
    - change-1 (Wijziging): vastgesteld, klaar sinds 3 maart 2027
      - sub (Wijziging): concept, sinds 3 maart 2027
    - change-2 (Wijziging): voorgelegd, sinds 3 maart 2027, uiterlijk 31 maart
      2027"""

    assert expected == render_cases(collaboration(*CASES), nl, date(2027, 3, 31))


def test_a_case_that_is_late_in_english(en: Speaker) -> None:
    """The day after its last one a case is late."""
    expected = """\
Rehearsal regio-1, workflow regio, 14 recorded events
  - change-2 (Change): submitted, since 3 March 2027, late: the last day was 31
    March 2027"""
    found = collaboration(case("change-2", 9, "asked"), rehearsal=True)

    assert expected == render_cases(found, en, date(2027, 4, 1))


def test_no_cases_yet(nl: Speaker) -> None:
    """An empty collaboration says so."""
    expected = """\
Samenwerking regio-1, werkwijze regio, 14 vastleggingen
  Er zijn nog geen dossiers."""

    assert expected == render_cases(collaboration(), nl, MARCH)


def test_rows_for_a_table(nl: Speaker) -> None:
    """The same as data in words, for who lays it out otherwise."""
    expected = CaseRow(
        1, "change-2", "Wijziging", "voorgelegd", MARCH, date(2027, 3, 31), False, False
    )

    assert expected == case_rows(collaboration(*CASES), nl, MARCH)[3]


def test_a_long_row_of_cases_under_cases() -> None:
    """Depth has no end that a record could run into."""
    chain = [case(f"c{n}", n, "draft", f"c{n - 1}" if n else None) for n in range(3000)]

    assert 3000 == len(case_rows(collaboration(*chain), Speaker("nl"), MARCH))
