"""What an author is told of a fault that has to do with a base: where to look, and what may be."""

from pathlib import Path

import pytest
from tests.definitions.laying.test_overlay import BASE, over

from samenwerk.definitions.checks import all_checks, texts_of
from samenwerk.definitions.checks.example import TOP
from samenwerk.definitions.laying.overlay import STRICTER
from samenwerk.definitions.read import read_text
from samenwerk.definitions.reading import Reading
from samenwerk.definitions.texts import Texts
from samenwerk.definitions.words import WORDING
from samenwerk.language.catalogue import Speaker, built_in
from samenwerk.language.diagnostics import told_texts
from samenwerk.values.diagnostic import Diagnostic

TEXTS = texts_of(all_checks())
WORDS = built_in().joined("definitions.words", WORDING)


def texts_for(fault: Diagnostic, lang: str) -> Texts:
    """What is said of a fault."""
    return told_texts(fault, TEXTS, Speaker(lang, catalogue=WORDS))


def told(reading: Reading, lang: str = "en") -> list[str]:
    """What is wrong, in one sentence for each fault, after its file and line."""
    return [
        f"{Path(one.place.file).name}:{one.place.line} "
        + texts_for(one, lang).what
        for one in reading.diagnostics
    ]


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("en", "workflow.toml:6 the name kosten came with balie: there it is a fact"),
        ("nl", "workflow.toml:6 de naam kosten kwam mee met balie: daar is het een gegeven"),
    ],
)
def test_a_clash_with_a_base_says_where_the_other_name_comes_from(
    tmp_path: Path, lang: str, expected: str
) -> None:
    """The author cannot see it in the own file."""
    assert [expected] == told(over(tmp_path, "[parameter.kosten]\nvalue = 0\n"), lang)


def test_what_a_base_still_uses_is_told_where_it_is_taken_away(tmp_path: Path) -> None:
    """That line can be mended; the base cannot. A use of one's own is told at that use."""
    base = BASE + '[group.kring]\nnl = "Kring"\nsort = "aanbieder"\n'
    base += '[fact.keus]\nnl = "Keus"\ntype = "yes_no"\nby = "kring"\n'
    line = base[: base.index('by = "kring"')].count("\n") + 1
    gone = "[group.kring]\nremove = true\n"
    mine = '[fact.eigen]\nnl = "Eigen"\ntype = "yes_no"\nby = "kring"\n'
    assert [
        f"workflow.toml:7 you remove kring, but balie still uses it (there on line {line})",
    ] == told(over(tmp_path, gone, base))
    base = base.replace('type = "yes_no"\nby = "kring"', 'type = "yes_no"\nby = "aanbieder"')
    assert [
        "workflow.toml:11 kring is gone: you removed it on line 7",
    ] == told(over(tmp_path, gone + mine, base))


def test_what_may_be_changed_is_told_with_what_may_not() -> None:
    """Of `stricter` which keys may be made so."""
    for lang in ("nl", "en"):
        stricter = TEXTS["SW113 stricter"][lang].mend
        assert [] == [one for one in STRICTER if one not in stricter]


@pytest.mark.parametrize(
    ("bounds", "expected"),
    [
        ("at_least = 5", "3 is too low for p [at least: 5]"),
        ("at_most = 2", "3 is too high for p [at most: 2]"),
        ("at_least = 5\nat_most = 9", "3 is outside the bounds of p [at least: 5 - at most: 9]"),
    ],
)
def test_only_bounds_that_there_are_are_told(tmp_path: Path, bounds: str, expected: str) -> None:
    """Nothing stands behind "at most:" where there is no highest value."""
    (fault,) = over(tmp_path, f'[parameter.p]\nnl = "P"\nvalue = 3\n{bounds}\n').diagnostics
    said = texts_for(fault, "en")
    assert expected == f"{said.what} [{said.label}]"


def test_a_base_that_is_not_found_is_told_once() -> None:
    """How a list of it changes is no fault, and the name that comes near is told."""
    text = f"""{TOP}extends = "landelijke@2026.1"
[rule.r]
nl = "R"
all = [{{ document = "nota" }}]
[lifecycle.collaboration.step.found.needs]
add = ["r"]
"""
    assert [("SW111", "parent", "landelijk")] == [
        (one.code, one.params["case"], one.nearest) for one in read_text(text).diagnostics
    ]
