"""What it costs to lay out a file of 10,000 lines, beside a library that keeps a file as it was.

The peer only reads the text and writes it again, as it was but for some spaces; ours also decides
how it should look and verifies that it says the same.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from pathlib import Path

from benchmarks.turns import take_turns
from samenwerk.authoring.formatting import formatted
from samenwerk.definitions.spelling.places import read_source

HOME = Path(__file__).resolve().parents[1] / "workflows" / "set-regeling"
LINES = 10_000


def long_text() -> str:
    """A workflow and its stories, so often under other names that there are enough lines."""
    once = "".join((HOME / name).read_text(encoding="utf-8")
                   for name in ("workflow.toml", "scenarios.toml"))  # fmt: skip
    found, count = "", 0
    while found.count("\n") < LINES:
        found += re.sub(r"^(\[\[?)", rf"\1copy{count}.", once, flags=re.MULTILINE)
        count += 1
    return found.replace(" = ", "=")


def test_layout(
    note: Callable[..., None], missing: Callable[..., None], repeat: Callable[..., None]
) -> None:
    """Reading with every place, laying out and verifying; nothing on disk."""
    text = long_text()
    name = f"fmt of {text.count(chr(10)):,} lines, nothing right yet"
    try:
        import tomlkit  # type: ignore[import-not-found,unused-ignore]
    except ImportError:
        missing(name, "tomlkit is not installed: python3 run.py bench", goal=1.0)
    data = text.encode()
    assert tomllib.loads(text) == tomllib.loads(tomlkit.dumps(tomlkit.parse(text)))
    assert text != formatted(text)

    def ours() -> str:
        source = read_source(data, "workflow.toml")
        return formatted(source.text, values=source.values)

    taken = take_turns({"ours": ours, "peer": lambda: tomlkit.dumps(tomlkit.parse(text))}, 5)
    note(name, taken["ours"], goal=1.0)
    note(f"{name}; against a peer", taken["ours"], taken["peer"],
         what="tomlkit: read and written again", goal=1.0)  # fmt: skip
    repeat(ours, 1)
