"""A beginner's mistake anywhere in a sound file: told once, on its line, and mended as meant."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from decimal import Decimal

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.cli.world import WORKFLOW
from tests.definitions.shapes.mistakes import SOUND

from samenwerk.authoring.repairing import repaired
from samenwerk.definitions.checks.example import BASE
from samenwerk.definitions.read import read_text

FILES = (SOUND, WORKFLOW, BASE)

SLIPS: dict[str, tuple[str, str]] = {
    "curly quotes": (r'"([^"\n]*)"', r"“\1”"),
    "low and high quotes": (r'"([^"\n]*)"', r"„\1”"),
    "a curly closing quote": (r'= "([^"\n]*)"$', r'= "\1”'),
    "no closing quote": (r'= "([^"\n]*)"$', r'= "\1'),
    "no quotes around a name": (r'^by = "([a-z_]+)"$', r"by = \1"),
    "a colon for the sign": (r"^([a-z_]+) = ", r"\1: "),
    "two signs": (r"^([a-z_]+) = ", r"\1 == "),
    "a comma at the end": (r'^([a-z_]+ = "[^"\n]*")$', r"\1,"),
    "a semicolon at the end": (r'^([a-z_]+ = "[^"\n]*")$', r"\1;"),
    "a no-break space in front": (r"^(?=[a-z\[])", "\u00a0"),
    "a soft hyphen in a key": (r"^([a-z])([a-z_]+ = )", "\\1\u00ad\\2"),
    "a key in capitals": (r"^([a-z])(?=[a-z_]+ = \")", ""),
    "van": (r"^from = ", "van = "),
    "naar": (r"^to = ", "naar = "),
    "versie": (r"^version = ", "versie = "),
    "nodig": (r"^needs = ", "nodig = "),
    "bron": (r"^source = ", "bron = "),
    "no last bracket of a heading": (r"^(\[[a-z_.]+)\]$", r"\1"),
    "ja": (r"= true", "= ja"),
    "weken": (r'"([0-9]+) weeks"', r'"\1 weken"'),
    "a decimal comma": (r"= ([0-9]+)\.([0-9]+)", r"= \1,\2"),
    "day-month-year": (r"= (20[0-9]{2})-0([0-9])-0([0-9])$", r"= \3-\2-\1"),
    "a comma before a brace": (r'(")( \})', r"\1,\2"),
    "no comma in a list": (r'(\["[a-z_]+"), "', r'\1 "'),
    "a remark with slashes": (r"^# ", "// "),
    "a bullet": (r"^(?=[a-z_]+ = )", "• "),
}  # fmt: skip
"""What is found, and what a beginner writes there."""


@attrs.frozen
class Slip:
    """One mistake at one place."""

    name: str
    sound: str
    text: str
    line: int


def every_slip() -> Iterator[Slip]:
    """Each mistake at each place where it can be made."""
    for sound in FILES:
        for name, (pattern, written) in SLIPS.items():
            for found in re.finditer(pattern, sound, re.MULTILINE):
                there = found.expand(written) if name != "a key in capitals" else found[0].upper()
                text = sound[: found.start()] + there + sound[found.end() :]
                yield Slip(name, sound, text, sound.count("\n", 0, found.start()) + 1)


OF_KIND: dict[str, list[Slip]] = {}
for _slip in every_slip():
    OF_KIND.setdefault(_slip.name, []).append(_slip)
slips = st.sampled_from(sorted(SLIPS)).flatmap(lambda name: st.sampled_from(OF_KIND[name]))


def said(text: str) -> dict[str, object]:
    """What a text says, whatever its spaces and remarks."""
    return tomllib.loads(text, parse_float=Decimal)


def mended(text: str) -> str:
    """The text as it is when every certain mend was made, one round after the other."""
    for _ in range(5):
        repairs = [one.repair for one in read_text(text).diagnostics if one.repair is not None]
        if not repairs:
            break
        text = repaired(text, repairs)
    return text


def test_the_files_are_sound() -> None:
    """So that whatever is told is told of the mistake; and each kind can be made somewhere."""
    assert [(), (), ()] == [read_text(one).diagnostics for one in FILES]
    assert sorted(SLIPS) == sorted(OF_KIND)


@settings(max_examples=25)
@given(slips)
def test_a_mistake_anywhere_is_told_once_and_mended_as_meant(slip: Slip) -> None:
    """One finding on the line where it was made; after its mend the file says what it said."""
    found = read_text(slip.text).diagnostics
    assert [(slip.line, True)] == [(one.place.line, one.repair is not None) for one in found]
    after = mended(slip.text)
    assert () == read_text(after).diagnostics
    assert said(slip.sound) == said(after)
