"""Writes docs/checks.md from the checks themselves: `python docs/make_checks.py`."""

import re
from collections.abc import Iterator
from pathlib import Path

from samenwerk.definitions.checks import all_checks, texts_of
from samenwerk.definitions.read import read_text
from samenwerk.definitions.syntax_texts import TEXTS
from samenwerk.definitions.texts import Texts

PAGE = Path(__file__).parent / "checks.md"

HEAD = """\
# What is checked

Everything that reading a workflow, a register or a file can find, by its code. `samenwerk check`
prints each finding with its place, your own line, why it matters and how to mend it;
`samenwerk explain CODE` tells the same without a file. A fault keeps a workflow from being used;
a warning does not. Where one code has several rows, they are told apart by what is written.

This page is made by `python docs/make_checks.py`.
"""

PARTS = (
    ("SW0", "The file itself"),
    ("SW1", "Words, names and values"),
    ("SW13", "The register"),
    ("SW2", "The workflow as a whole"),
)


def page() -> str:
    """The whole page."""
    parts = [HEAD]
    for prefix, title in PARTS:
        rows = [row for code, row in _rows() if _part(code) == prefix]
        table = ["| Code | Weight | What it says | Wat het zegt | Why |", "|---|---|---|---|---|"]
        parts.append("\n".join([f"## {title}\n", *table, *rows]) + "\n")
    return "\n".join(parts)


def _part(code: str) -> str:
    return max((prefix for prefix, _ in PARTS if code.startswith(prefix)), key=len)


def _rows() -> Iterator[tuple[str, str]]:
    checks = all_checks()
    warnings = {
        one.code for check in checks for one in read_text(check.bad).diagnostics if not one.serious
    }
    for key, texts in sorted({**TEXTS, **texts_of(checks)}.items()):
        code = key.partition(" ")[0]
        weight = "warning" if code in warnings else "fault"
        english, dutch = texts["en"], texts["nl"]
        cells = (code, weight, _told(english), _told(dutch), _plain(english.why))
        yield code, "| " + " | ".join(cells) + " |"


def _told(texts: Texts) -> str:
    return _plain(f"{texts.what}: {texts.label}")


def _plain(text: str) -> str:
    """A sentence with its holes left open, fit for a cell of a table."""
    open_ = re.sub(r"\{\w+(\|[^{}]*)?\}", "…", text.replace("{{", "\0").replace("}}", "\1"))
    return open_.replace("\0", "{").replace("\1", "}").replace("|", "\\|").replace("<", "&lt;")


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
