"""What every check prints, word for word, in Dutch and in English."""

import contextlib
import re
from pathlib import Path

import pytest
from tests.definitions.checks import printed as page
from tests.definitions.checks.printed import FOLDERS, HERE, LANGUAGES, OF_REGISTER, read_folder

from samenwerk.definitions.checks import Check, all_checks
from samenwerk.definitions.checks.example import BASE
from samenwerk.definitions.read import read_text
from samenwerk.definitions.register_file import read_register_text
from samenwerk.definitions.syntax_texts import TEXTS as SYNTAX
from samenwerk.values.diagnostic import Diagnostic

OF_WORKFLOW = [check for check in all_checks() if check.code.startswith("SW2")]
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
    codes = {key.partition(" ")[0] for key in SYNTAX} | {check.code for check in all_checks()}
    assert sorted(codes) == CODE_FOLDERS


@pytest.mark.parametrize("check", OF_WORKFLOW, ids=lambda check: check.code)
def test_every_sentence_of_a_check_is_shown(check: Check) -> None:
    """Each case that a check tells apart stands in its folder."""
    found = read_folder(check.code).diagnostics
    cases = {f"{one.code} {one.params.get('case', '')}".strip() for one in found}
    assert set(check.TEXTS) == cases


@pytest.mark.parametrize("check", all_checks(), ids=lambda check: check.code)
def test_the_good_example_is_sound_and_the_bad_one_has_this_fault_only(
    check: Check, tmp_path: Path
) -> None:
    """So an author can compare the two."""
    assert () == example(check, check.good, tmp_path)
    assert {check.code} == {one.code for one in example(check, check.bad, tmp_path)}


def example(check: Check, text: str, folder: Path) -> tuple[Diagnostic, ...]:
    """What all checks together find in an example of one."""
    if check.code in OF_REGISTER:
        workflow = read_text(BASE).workflow
        assert workflow is not None
        return read_register_text(text, workflow).diagnostics
    for name, other in {**getattr(check, "files", {}), "workflow.toml": text}.items():
        (folder / name).write_text(other, encoding="utf-8")
    with contextlib.chdir(folder):
        return read_text(text, file="workflow.toml").diagnostics


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
