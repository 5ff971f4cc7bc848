"""Of which kind a file is by its headings, and what lies in a folder under a name nobody reads.

Only headings are looked at: what is wrong inside a file is for who reads it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

WORKFLOW_KIND = "workflow"
REGISTER_KIND = "register"
SCENARIOS_KIND = "scenarios"

_KINDS = {
    "workflow": WORKFLOW_KIND, "werkwijze": WORKFLOW_KIND, "register": REGISTER_KIND,
    "scenario": SCENARIOS_KIND, "scenarios": SCENARIOS_KIND, "verhaal": SCENARIOS_KIND,
}  # fmt: skip
_headings = re.compile(
    rb"^(?:\xef\xbb\xbf)?[ \t]*\[{1,2}[ \t]*([A-Za-z_-]+)[ \t]*[.\]]", re.MULTILINE
).findall
_LOOKED_AT = 1_000_000
_ENDINGS = (".toml", ".txt")


def kind_of(path: Path) -> str | None:
    """`workflow`, `register` or `scenarios`; None for what is none of these, or unreadable."""
    try:
        if not path.is_file():  # a pipe may never end
            return None
        with path.open("rb") as file:
            return kind_in(file.read(_LOOKED_AT))
    except (OSError, ValueError):
        return None


def kind_in(data: bytes) -> str | None:
    """The same for the bytes of a file: a register or stories hold nothing else.

    >>> kind_in(b"[workflow]\\n[rule.a]"), kind_in(b"[register.party]"), kind_in(b"[rule.a]")
    ('workflow', 'register', None)
    """
    found = {_KINDS.get(name.decode().lower(), "") for name in _headings(data)}
    if WORKFLOW_KIND in found:
        return WORKFLOW_KIND
    return next(iter(found)) or None if len(found) == 1 else None


def of_kind(folder: Path, kind: str) -> tuple[Path, ...]:
    """The texts in a folder that are of this kind, by name."""
    return tuple(path for path in _texts_in(folder) if kind_of(path) == kind)


def _texts_in(folder: Path) -> Iterator[Path]:
    try:
        inside = sorted(folder.iterdir())
    except OSError:
        return
    for path in inside:
        hidden = path.name.startswith((".", "~"))
        if not hidden and path.suffix.lower() in _ENDINGS and path.is_file():
            yield path
