"""Many faults in one workflow: each is told once, at its place, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samenwerk.cli.examples import found_in
from samenwerk.definitions.checks.example import BASE, REGISTER
from samenwerk.definitions.checks.shown import Shown
from samenwerk.scenarios.faults.example import BESIDE, STORY

MISTAKES = {
    "SW101 key": ('nl = "Voorzitter"', 'nll = 1, nl = "Voorzitter"'),
    "SW101 step": ('nl = "Beginnen"', 'nl = "Beginnen"\nkleur = "rood"'),
    "SW102 label": ('nl = "Gemeente"', "nl = 3"),
    "SW102 flag": ("one_region_each = true", 'one_region_each = "ja"'),
    "SW103 rule": ('at_most = "grens"', 'at_most = "grns"'),
    "SW103 needs": ('["betaalbaar", "akkoord",', '["betaalbaar", "akkord",'),
    "SW103 by": ('nota = { by = "voorzitter"', 'nota = { by = "voorziter"'),
    "SW103 to": ('to = "lopend"', 'to = "lopendd"'),
    "SW103 mandate": ('on = "balie"', 'on = "bali"'),
    "SW105 list": ('["aanbieder", "gemeente"]', '["aanbieder", "aanbieder", "gemeente"]'),
    "SW106 method": ('method = "qualified"', 'method = "qualifed"'),
    "SW106 type": ('type = "text"', 'type = "tekst"'),
    "SW108 choice": ('one_of = ["kort", "lang"], ', ""),
    "SW114 share": ('share = "2/3"', "share = 0.66"),
    "SW115 value": ("value = 5000", "value = 9500"),
    "SW116 condition": ('{ document = "nota" }', '{ papier = "nota" }'),
}
"""By code and what it is about: what stood there, and what stands there now."""

IN_REGISTER = {
    "SW101 key": ("noord = { sort", 'noord = { soort = "a", sort'),
    "SW102 label": ('nl = "Zuid"', "nl = 3"),
    "SW103 sort": ('stad = { sort = "gemeente"', 'stad = { sort = "gemeent"'),
    "SW103 table": ('table = "regiotafel"', 'table = "regiotafl"'),
    "SW102 day": ("starts = 2027-01-01 }]\nholds", 'starts = "morgen" }]\nholds'),
    "SW103 role": ('role = "voorzitter"', 'role = "voorziter"'),
    "SW103 mandate": ('mandate = "tekenen"', 'mandate = "teken"'),
}
IN_STORY = {
    "SW301 key": ('nl = "Beginnen"', 'nl = "Beginnen"\nkleur = "rood"'),
    "SW305 state": ('state = "lopend"', 'state = "lopendd"'),
    "SW302 day": ("on = 2027-02-02", 'on = "2 februari"'),
    "SW305 because": ('because = "akkoord"', 'because = "akkord"'),
}
"""By code and what it is about: what stood there, and what stands there now."""

FILES = {
    "workflow": (BASE, MISTAKES, {}),
    "register": (REGISTER, IN_REGISTER, {"workflow.toml": BASE}),
    "scenarios": (STORY, IN_STORY, BESIDE),
}


def spoiled(of: str, names: Iterable[str]) -> tuple[Shown, list[tuple[str, int]]]:
    """The sound file with these mistakes, and the code and line of each."""
    text, mistakes, beside = FILES[of]
    marks = []
    for number, name in enumerate(names):
        old, new = mistakes[name]
        assert old in text, name
        mark = chr(0xE000 + number)
        marks.append((name.partition(" ")[0], mark))
        above, end, last = new.rpartition("\n") if name in LATER else ("", "", new)
        text = text.replace(old, f"{above}{end}{mark}{last}", 1)
    lines = text.splitlines()
    expected = [
        (next(at for at, row in enumerate(lines, 1) if mark in row), code) for code, mark in marks
    ]
    for _, mark in marks:
        text = text.replace(mark, "")
    return Shown(text, of, beside), sorted(expected)


LATER = {"SW101 step", "SW301 key"}
"""Mistakes of which the last line is the wrong one."""


def told(shown: Shown) -> list[tuple[int, str]]:
    """The line and code of all that is found."""
    return sorted((one.place.line, one.code) for one in found_in(shown).diagnostics)


@pytest.mark.parametrize(("of", "name"), [(of, name) for of in FILES for name in FILES[of][1]])
def test_one_mistake_is_one_finding(of: str, name: str) -> None:
    """Each of them alone."""
    shown, expected = spoiled(of, [name])
    assert expected == told(shown)


@pytest.mark.parametrize("of", FILES)
@settings(max_examples=30, deadline=None)
@given(data=st.data())
def test_so_many_mistakes_are_so_many_findings(of: str, data: st.DataObject) -> None:
    """None hides another, and none is told twice."""
    names = st.lists(st.sampled_from(sorted(FILES[of][1])), min_size=2, unique=True)
    shown, expected = spoiled(of, data.draw(names))
    assert expected == told(shown)


@pytest.mark.parametrize("of", FILES)
def test_all_of_them_at_once(of: str) -> None:
    """As many findings as there are mistakes."""
    shown, expected = spoiled(of, FILES[of][1])
    assert expected == told(shown)
