"""The layout of a TOML text: what it says stays, and how it stands is always the same."""

from __future__ import annotations

import os
import tomllib
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import Phase, assume, example, given, settings
from hypothesis import strategies as st
from tests.authoring.test_region import usual
from tests.strategies_toml import toml_texts

from samenwerk.authoring.formatting import comments_of, formatted
from samenwerk.authoring.region import region_files
from samenwerk.definitions.spelling.places import Unreadable, read_source

FOLDER = os.environ.get("SAMENWERK_TOML_TEST", "")


def listed() -> list[Path]:
    """The good documents of the public collection, when a variable names its folder."""
    root = Path(FOLDER) / "tests"
    lines = (root / "files-toml-1.0.0").read_text().splitlines() if FOLDER else []
    return [root / line for line in lines if line.startswith("valid/") and line.endswith(".toml")]


def comments(text: str) -> list[str]:
    """The comments of a text in their order, without the spaces behind them."""
    return comments_of(text.replace("\r\n", "\n"))


def holds(text: str, width: int = 80) -> str:
    """Format a text, look whether everything that must hold does, and give the outcome."""
    after = formatted(text, width)
    values = [repr(tomllib.loads(one, parse_float=Decimal)) for one in (text, after)]
    assert values[0] == values[1]
    assert comments(text) == comments(after)
    assert after == formatted(after, width)
    assert "\n\n\n" not in after or '"""' in after or "'''" in after
    return after


@settings(max_examples=300, deadline=None, phases=[Phase.explicit, Phase.generate])
@given(toml_texts(), st.sampled_from([80, 80, 40, 20, 5]))
@example("a=[# een\n1 # twee\n, # drie\n# vier\n]# vijf", 80)
@example("[a]\nb={c=[\n1],d='e'}\r\n", 80)
@example("a = [{b = [1, [{c=[\n2]}]]}]", 80)
def test_what_is_said_stays(text: str, width: int) -> None:
    """Of any text: the values and their order, the comments and theirs, and once is enough."""
    try:
        read_source(text.encode(), "a.toml")
    except Unreadable:
        assume(False)
    holds(text, width)


@pytest.mark.parametrize("path", listed(), ids=lambda path: path.stem)
def test_the_public_collection(path: Path) -> None:
    """The same of every good document that readers of TOML are held against."""
    holds(read_source(path.read_bytes(), path.name).text)


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("extends", [None, "landelijk@2026.1"])
def test_a_new_region_is_laid_out_so(lang: str, extends: str | None) -> None:
    """What we write for somebody looks as what we make of her files later."""
    for name, text in region_files(usual(lang, extends)).items():
        if name.endswith(".toml"):
            assert (name, text) == (name, formatted(text))
