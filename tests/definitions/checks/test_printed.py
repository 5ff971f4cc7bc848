"""What every check prints, word for word, in Dutch and in English."""

import re

import pytest
from tests.definitions.checks import printed as page
from tests.definitions.checks.printed import FOLDERS, HERE, LANGUAGES, read_folder

from samenwerk.cli.examples import found_in
from samenwerk.definitions.checks import Check, all_checks
from samenwerk.definitions.checks.shown import bad_of, good_of
from samenwerk.scenarios.faults import every_check
from samenwerk.values.diagnostic import Diagnostic

OF_WORKFLOW = [check for check in all_checks() if check.code.startswith("SW2")]
NOT_SHOWN = {
    # no file that a person writes: a text that a store kept, what was taken up before, a plugin
    "SW111", "SW111 grammar", "SW136 standing", "SW137 standing", "SW120 rule", "SW120 version",
    "SW120 part", "SW120 part_says", "SW120 fits", "SW120 fits_nothing", "SW104 of_plugins",
    "SW105 part", "SW120 effect", "SW120 method", "SW120 parameter", "SW120 lacking",
    "SW120 takes", "SW120 value", "SW120 rule_parameter", "SW120 rule_lacking",
    "SW120 rule_value", "SW125 plugin", "SW125 with",
}  # fmt: skip
"""Cases that no example of a file can show."""
CODE_FOLDERS = [name for name in FOLDERS if name.startswith("SW")]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("folder", FOLDERS)
def test_an_author_reads_this(folder: str, language: str) -> None:
    """Every fault of the file, with place, line, reason and remedy."""
    expected = (HERE / folder / f"{language}.txt").read_text(encoding="utf-8")
    assert expected == page.printed(read_folder(folder), language)


@pytest.mark.parametrize("folder", CODE_FOLDERS)
def test_one_cause_gives_findings_of_one_code(folder: str) -> None:
    """A fault does not echo under another code."""
    assert {folder} == {one.code for one in read_folder(folder).diagnostics}


def test_every_code_is_shown() -> None:
    """Of each code there is a folder that shows what is printed."""
    assert sorted(check.code for check in every_check()) == CODE_FOLDERS


@pytest.mark.parametrize("check", OF_WORKFLOW, ids=lambda check: check.code)
def test_every_sentence_of_a_check_is_shown(check: Check) -> None:
    """Each case that a check tells apart stands in its folder."""
    found = read_folder(check.code).diagnostics
    cases = {f"{one.code} {one.params.get('case', '')}".strip() for one in found}
    assert set(check.TEXTS) == cases


@pytest.mark.parametrize("check", every_check(), ids=lambda check: check.code)
def test_the_good_example_is_sound_and_each_bad_one_has_one_fault(check: Check) -> None:
    """So an author can compare the two, and every case is seen as it is met."""
    assert () == found_in(good_of(check)).diagnostics
    found = [found_in(one).diagnostics for one in bad_of(check)]
    assert [(1, {check.code})] * len(found) == [
        (len(faults), {one.code for one in faults}) for faults in found
    ]
    cases = [case_of(check, faults[0]) for faults in found]
    assert sorted({*check.TEXTS} - NOT_SHOWN) == sorted(cases)


def case_of(check: Check, fault: Diagnostic) -> str:
    """The key of the sentences that a fault is told with."""
    case = f"{fault.code} {fault.params.get('case', '')}"
    alone = f"{fault.code} alone"
    if case not in check.TEXTS and alone in check.TEXTS and "nl" not in fault.params:
        return alone
    return case if case in check.TEXTS else fault.code


def test_twenty_faults_are_told_at_once() -> None:
    """Twenty different faults of one file give twenty findings, in reading order."""
    found = read_folder("twenty").diagnostics
    assert 20 == len(found) == len({one.code for one in found})
    lines = [one.place.line for one in found]
    assert sorted(lines) == lines


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_sentence_has_a_hole_left(language: str) -> None:
    """What a sentence asks for is there; an ellipsis stands only where a line was cut."""
    for folder in FOLDERS:
        shown = page.printed(read_folder(folder), language)
        told = [line for line in shown.splitlines() if not re.match(r" +\d+ \|", line)]
        assert [] == [line for line in told if "…" in line or "{written" in line]
