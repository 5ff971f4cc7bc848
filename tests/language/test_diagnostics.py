"""Faults of an author as they are printed, whole, in both languages."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samenwerk.definitions.texts import Texts
from samenwerk.language.catalogue import Speaker
from samenwerk.language.clean import clean, json_text
from samenwerk.language.diagnostics import as_json, count_line, render_diagnostics
from samenwerk.language.layout import display_width
from samenwerk.values.diagnostic import Diagnostic
from samenwerk.values.place import Place

TEXTS = {
    "SW104": {
        "nl": Texts(
            'stap "{step}" wijst naar een onbekende fase',
            "deze fase is nergens beschreven",
            "een dossier dat hier aankomt, kan niet meer verder en ontbreekt in elke rapportage.",
            "verbeter de naam, of beschrijf de fase onder [state.{written}].",
        ),
        "en": Texts(
            'step "{step}" points to an unknown state',
            "no state of this name is described",
            "a case that arrives here can go no further and is missing from every report.",
            "correct the name, or describe the state under [state.{written}].",
        ),
    },
    "SW210": {
        "nl": Texts("niemand gebruikt dit", "", "", "schrijf {{ }} of haal het weg."),
        "en": Texts("nobody uses this", "", "", "write {{ }} or remove it."),
    },
}
FAULT = Diagnostic(
    "SW104",
    Place("workflow.toml", 3, 6, 11),
    {"step": "afronden", "written": "afgeslotn"},
    "afgesloten",
    Place("workflow.toml", 1, 8, 10),
)
WARNING = Diagnostic("SW210", Place("register.toml", 12, 1), serious=False)
LINES = {"workflow.toml": ("[state.afgesloten]", "", 'to = "afgeslotn"')}


def test_a_fault_and_a_warning_in_dutch() -> None:
    """Place, what, the author's line, why, how to mend with the nearest name; in reading order."""
    expected = """\
register.toml:12:1: SW210 waarschuwing: niemand gebruikt dit
   Oplossing: schrijf { } of haal het weg.
   Meer uitleg: samenwerk explain SW210

workflow.toml:3:6: SW104 stap "afronden" wijst naar een onbekende fase
    3 | to = "afgeslotn"
      |      ^^^^^^^^^^^ deze fase is nergens beschreven
   Waarom: een dossier dat hier aankomt, kan niet meer verder en ontbreekt in
   elke rapportage.
   Oplossing: bedoelde u "afgesloten" (regel 1)? Verbeter de naam, of beschrijf
   de fase onder [state.afgeslotn].
   Meer uitleg: samenwerk explain SW104

1 fout, 1 waarschuwing"""

    assert expected == render_diagnostics((FAULT, WARNING), TEXTS, LINES, Speaker("nl"))


def test_a_fault_in_english() -> None:
    """The same build in the other language."""
    expected = """\
workflow.toml:3:6: SW104 step "afronden" points to an unknown state
    3 | to = "afgeslotn"
      |      ^^^^^^^^^^^ no state of this name is described
   Why: a case that arrives here can go no further and is missing from every
   report.
   Mend: did you mean "afgesloten" (line 1)? Correct the name, or describe the
   state under [state.afgeslotn].
   More: samenwerk explain SW104

1 fault"""

    assert expected == render_diagnostics((FAULT,), TEXTS, LINES, Speaker("en"))


def test_a_narrow_terminal() -> None:
    """Everything but the first line, which programs read, stays inside the width."""
    expected = """\
workflow.toml:3:6: SW104 step "afronden" points to an unknown state
    3 | to = "afgeslotn"
      |      ^^^^^^^^^^^
      | no state of this name is
      | described
   Why: a case that arrives here can
   go no further and is missing from
   every report.
   Mend: did you mean "afgesloten"
   (line 1)? Correct the name, or
   describe the state under
   [state.afgeslotn].
   More: samenwerk explain SW104

1 fault"""

    assert expected == render_diagnostics((FAULT,), TEXTS, LINES, Speaker("en"), 36)


@pytest.mark.parametrize(
    ("place", "mend"),
    [
        (None, 'Oplossing: bedoelde u "b"? Schrijf { } of haal het weg.'),
        (Place("a.toml", 12_345, 1), 'Oplossing: bedoelde u "b" (regel 12345)? Schrijf { } of haa'),
        (Place("b.toml", 4, 1), 'Oplossing: bedoelde u "b" (b.toml, regel 4)? Schrijf { } of haa'),
    ],
)
def test_where_the_nearest_name_stands(place: Place | None, mend: str) -> None:
    """The line is named when it is known, the file too when it is another one."""
    fault = Diagnostic("SW210", Place("a.toml", 1, 1), {}, "b", place)

    assert mend in render_diagnostics((fault,), TEXTS, {}, Speaker("nl"), 120)


def test_a_code_without_texts_still_says_where_and_what() -> None:
    """Of a plugin that is gone the place, the code and the params remain."""
    fault = Diagnostic("XX1", Place("a.toml", 1, 1), {"written": "{x}", "most": 5})
    expected = """\
a.toml:1:1: XX1 written: {x}, most: 5
    1 | abc
      | ^
   Meer uitleg: samenwerk explain XX1

1 fout"""

    assert expected == render_diagnostics((fault,), TEXTS, {"a.toml": ["abc"]}, Speaker("nl"))


def test_one_language_stands_in_for_another() -> None:
    """A plugin that only wrote Dutch texts is still understood."""
    texts = {"SW210": {"nl": TEXTS["SW210"]["nl"]}}

    assert "SW210 warning: niemand gebruikt dit" in render_diagnostics(
        (WARNING,), texts, {}, Speaker("en")
    )


@pytest.mark.parametrize(
    ("faults", "warnings", "nl", "en"),
    [
        (0, 0, "geen fouten", "no faults"),
        (3, 0, "3 fouten", "3 faults"),
        (0, 2, "geen fouten, 2 waarschuwingen", "no faults, 2 warnings"),
        (1, 1, "1 fout, 1 waarschuwing", "1 fault, 1 warning"),
    ],
)
def test_the_count_at_the_end(faults: int, warnings: int, nl: str, en: str) -> None:
    """Faults and warnings are counted apart."""
    found = [FAULT] * faults + [WARNING] * warnings

    assert (nl, en) == (count_line(found, Speaker("nl")), count_line(found, Speaker("en")))


def test_as_json() -> None:
    """The same faults as data, in reading order, with sentences that are filled in."""
    expected = [
        {
            "code": "SW210",
            "serious": False,
            "file": "register.toml",
            "line": 12,
            "column": 1,
            "length": 1,
            "what": "niemand gebruikt dit",
            "label": "",
            "why": "",
            "mend": "schrijf { } of haal het weg.",
            "nearest": None,
            "nearest_place": None,
            "repair": None,
        },
        {
            "code": "SW104",
            "serious": True,
            "file": "workflow.toml",
            "line": 3,
            "column": 6,
            "length": 11,
            "what": 'stap "afronden" wijst naar een onbekende fase',
            "label": "deze fase is nergens beschreven",
            "why": "een dossier dat hier aankomt, kan niet meer verder en ontbreekt in elke "
            "rapportage.",
            "mend": 'bedoelde u "afgesloten" (regel 1)? Verbeter de naam, of beschrijf de fase '
            "onder [state.afgeslotn].",
            "nearest": "afgesloten",
            "nearest_place": {"file": "workflow.toml", "line": 1, "column": 8, "length": 10},
            "repair": None,
        },
    ]
    found = as_json((FAULT, WARNING), TEXTS, Speaker("nl"))

    assert expected == found
    assert expected == json.loads(json_text(found))


NASTY = st.text(st.sampled_from("ab {}\n\t表\u0301\u202e\x1b\ud800"), max_size=60)


@given(NASTY, NASTY, NASTY, st.integers(0, 3), st.integers(0, 70), st.integers(30, 90))
def test_hostile_files_names_and_params(
    file: str, written: str, source: str, line: int, column: int, width: int
) -> None:
    """Nothing of an author's text reaches the terminal raw, and only first lines are long."""
    place = Place(file, line, column, column)
    fault = Diagnostic("SW104", place, {"step": written, "written": written}, written, place)
    text = render_diagnostics((fault,), TEXTS, {file: source.split("\n")}, Speaker("nl"), width)
    first, *rest = text.split("\n")

    assert text == clean(text)
    assert "SW104" in first
    assert [] == [row for row in rest if display_width(row) > width]
