"""The versions of a rule as written: one of them may do without a first day."""

from datetime import date

import pytest

from samenwerk.definitions.read import read_text
from samenwerk.language.catalogue import Speaker
from samenwerk.language.steps import condition_text
from samenwerk.values.tree import Versions

BASE = """[workflow]
id = "w"
version = "1"
[fact.cost]
type = "money"
[document.note]
[rule.ready]
chosen_on = "today"
"""
COST = 'all = [{ known = "cost" }]'
NOTE = 'all = [{ document = "note" }]'
FIRST = f"[rule.ready.version.first]\n{COST}\n"
LATER = f"[rule.ready.version.later]\nstarts = 2027-01-01\n{NOTE}\n"


def test_the_version_without_a_day_comes_first_wherever_it_stands() -> None:
    """It holds from the beginning until the next one begins."""
    workflow = read_text(BASE + LATER + FIRST, checks=()).workflow
    assert workflow is not None
    part = workflow.rules["ready"].part
    assert isinstance(part, Versions)
    assert [("first", None), ("later", date(2027, 1, 1))] == [
        (one.name, one.starts) for one in part.versions
    ]
    assert (
        "by today: at first cost is known; from 1 January 2027 on the document note was handed in"
    ) == condition_text(part, Speaker("en", workflow))


def test_a_single_version_without_a_day_is_the_whole_rule() -> None:
    """A base can leave room for later versions before there are any."""
    versioned = read_text(BASE + FIRST, checks=()).workflow
    whole = read_text(BASE.replace('chosen_on = "today"', COST), checks=()).workflow
    assert versioned is not None
    assert whole is not None
    assert whole.rules["ready"].part == versioned.rules["ready"].part


def test_two_versions_from_the_beginning_are_a_fault() -> None:
    """At the second of them, with the first one shown."""
    second = FIRST.replace("first", "second")
    found = read_text(BASE + FIRST + second, checks=()).diagnostics
    assert [("SW105", "begin", 11, 9)] == [
        (one.code, one.params["case"], one.place.line, one.nearest_place and one.nearest_place.line)
        for one in found
    ]


@pytest.mark.parametrize(
    "written",
    [
        'version = ""\n',
        "version = 3\n",
        'version.first = ""\n',
        f"version.first = {{ starts = 2027-01-01T10:00:00, {COST} }}\n"
        f"version.later = {{ starts = 2027-06-01, {NOTE} }}\n",
    ],
)
def test_versions_that_are_none_are_one_fault(written: str) -> None:
    """A text, a number, or a moment in the place of a day: said once, and nothing else breaks."""
    found = read_text(BASE + written, checks=()).diagnostics
    assert ["SW102"] == [one.code for one in found]
