"""A beginner's mistakes: each is told once, where it is, with what to type instead."""

from __future__ import annotations

import tomllib
from decimal import Decimal

import pytest
from tests.definitions.checks.printed import LANGUAGES, printed
from tests.definitions.shapes.mistakes import (
    ELSEWHERE,
    MEANT_OTHERWISE,
    MISTAKES,
    NOT_SEEN,
    SEVERAL,
    SOUND,
    made,
)
from tests.definitions.shapes.pages import found, kept

from samenwerk.authoring.repairing import repaired
from samenwerk.definitions.read import read_text

TEXTS = made()
NAMES = sorted(TEXTS)


def test_the_file_without_mistakes_is_sound() -> None:
    """So that whatever is told of the others is told of their mistake."""
    assert () == read_text(SOUND).diagnostics


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", NAMES)
def test_an_author_reads_this(name: str, language: str) -> None:
    """What is wrong, the author's own line, why, and what to type instead."""
    assert kept(language)[name] == printed(found(TEXTS[name]), language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_is_left_over(language: str) -> None:
    """Each mistake has its page, in the order of the list."""
    assert list(MISTAKES) == list(kept(language))


@pytest.mark.parametrize("name", NAMES)
def test_a_mistake_is_told_once(name: str) -> None:
    """One mistake is one finding, and none of it is found again elsewhere."""
    expected = 0 if name in NOT_SEEN else SEVERAL.get(name, 1)
    assert expected == len(read_text(TEXTS[name]).diagnostics)


@pytest.mark.parametrize("name", [one for one in NAMES if one not in NOT_SEEN])
def test_a_mistake_is_told_on_its_own_line(name: str) -> None:
    """The place is in the stretch that was written wrongly, or where it is said to be."""
    old, new = MISTAKES[name]
    first = SOUND[: SOUND.index(old)].count("\n") + 1
    lines = range(first, first + max(new.count("\n"), old.count("\n")) + 1)
    told = {one.place.line for one in read_text(TEXTS[name]).diagnostics}
    assert ELSEWHERE.get(name, told) == told
    assert name in ELSEWHERE or told <= set(lines)


def after_repairs(text: str) -> str:
    """The text as it is when every certain mend was made, one round after the other."""
    for _ in range(5):
        faults = read_text(text).diagnostics
        repairs = [one.repair for one in faults if one.repair is not None]
        if not repairs:
            return text
        text = repaired(text, repairs)
    return text


@pytest.mark.parametrize("name", NAMES)
def test_what_is_mended_means_what_was_meant(name: str) -> None:
    """Where there is a certain mend, the file is sound after it and says what it said before."""
    if not any(one.repair for one in read_text(TEXTS[name]).diagnostics):
        return
    mended = after_repairs(TEXTS[name])
    if name in MEANT_OTHERWISE:
        old = MISTAKES[name][0]
        assert SOUND.replace(old, MEANT_OTHERWISE[name], 1) == mended
    else:
        assert () == read_text(mended).diagnostics
        assert values(SOUND) == values(mended)


def values(text: str) -> dict[str, object]:
    """What a text says, whatever its spaces and remarks."""
    return tomllib.loads(text, parse_float=Decimal)
